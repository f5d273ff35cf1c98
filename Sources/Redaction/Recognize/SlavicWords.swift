/// What the endings of Russian and Ukrainian words say of their part of speech.
extension Passage {
  /// The language is Russian or Ukrainian.
  @inline(__always)
  var isSlavic: Bool { language.isSlavic }

  /// A Cyrillic word with the ending of an adjective made of a name ("Брестской", "Київського").
  func endsAsRelational(_ index: Int) -> Bool {
    guard index < count, tokens[index].isCyrillic, tokens[index].value >= 5 else { return false }
    return ends(index, SlavicEndings.relational)
  }

  /// A Cyrillic word with the ending of an adjective in any case ("швейных", "районному").
  func endsAsAdjective(_ index: Int) -> Bool {
    guard index < count, tokens[index].isCyrillic, tokens[index].value >= 4 else { return false }
    return ends(index, SlavicEndings.adjective)
  }

  /// A Cyrillic word that could be a dative ("Исламу", "Маше", "Юлії").
  func endsAsDative(_ index: Int) -> Bool {
    guard index < count, tokens[index].isCyrillic, tokens[index].value >= 3 else { return false }
    return ends(index, SlavicEndings.dative)
  }

  /// A word with the ending of a verb of one person ("миє", "ушла").
  func endsAsVerb(_ index: Int) -> Bool {
    guard index < count, tokens[index].isCyrillic, tokens[index].shape == .lower,
      tokens[index].value >= 3, !isGrammar(index)
    else { return false }
    return ends(index, SlavicEndings.verb[language])
  }

  /// A word with the ending of a past verb, whatever its capitals ("Прийшов", "Пришла").
  func endsAsPastVerb(_ index: Int) -> Bool {
    tokens[index].isCyrillic && tokens[index].value >= 4 && ends(index, SlavicEndings.past)
  }

  /// «Яцковец заставил», «Шумило пішла»: what the past verb directly after a name says of its gender.
  func genderOfVerb(after last: Int) -> Gender? {
    guard let verb = following(last), verb == last + 1, tokens[verb].shape == .lower,
      endsAsPastVerb(verb)
    else { return nil }
    let letters = folded(verb)
    if letters.endsWithAny("ла лась лася") { return .female }
    return letters.endsWithAny("ли лись лися ло лось лося") ? nil : .male
  }

  /// «Соколова забрали»: whether the past verb directly after a name is of several people.
  func pluralOfVerb(after last: Int) -> Bool {
    following(last).map { $0 == last + 1 && isPluralVerb($0) } ?? false
  }

  func isPluralVerb(_ index: Int) -> Bool {
    (tokens[index].shape == .lower || tokens[index].opensSentence) && endsAsPastVerb(index)
      && folded(index).endsWithAny("ли лись лися")
  }

  /// Whether the folded word at `index` is one of the endings or ends so.
  func endsOrIs(_ index: Int, _ endings: WordParts) -> Bool {
    endings.ending(of: folded(index)) != nil
  }

  /// A patronymic by its ending ("Казимирівна", "Тагирович").
  func endsAsPatronymic(_ index: Int) -> Bool {
    tokens[index].shape != .lower && tokens[index].value >= 7
      && ends(index, SlavicEndings.patronymic)
  }

  /// Whether the folded word at `index` is longer than one of the endings and ends so.
  func ends(_ index: Int, _ endings: WordParts) -> Bool {
    endings.ending(of: folded(index)) { $0 > 0 } != nil
  }
}

/// Endings and stems as folded bytes.
enum SlavicEndings {
  static let relational = WordList("words-relational-endings").foldedParts
  static let adjective = WordList("words-adjective-endings").foldedParts
  static let verb = WordList.each("words-verb-endings").map(\.foldedParts)
  static let patronymic = WordList("words-patronymic-endings").foldedParts
  static let past = WordList("words-past-endings").foldedParts
  static let dative = WordList("words-dative-endings").foldedParts
}

extension Passage {
  /// Whether a word ends as only plurals do ("-ами", "-ів"), or as the nominative plural of a
  /// masculine trade does ("историки", "економісти").
  func endsAsMasculinePlural(_ index: Int) -> Bool {
    Self.masculinePlurals.ending(of: folded(index)) { $0 > 4 } != nil
  }

  private static let masculinePlurals = WordList("words-masculine-plural-endings").foldedParts
}
