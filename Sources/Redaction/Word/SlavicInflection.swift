/// What the list of ordinary words tells of a word by the other forms that it has: a noun has an
/// instrumental, a woman's trade has no "-ком".
enum SlavicInflection {
  /// "шрам", "старпом": a masculine nominative that ends as a case does.
  static func isBare(_ word: String, _ language: Language) -> Bool {
    guard caseLike.end(word), word.count > 2 else { return false }
    return isWord(word + "ом", language)
      || Vocabulary.of(language).entry(of: word + "ом").value(.job) != nil
  }

  private static let caseLike = WordParts("ом ем ам ім им ым")

  /// Whether a word is a form of a noun, and of no verb.
  static func isNoun(_ word: String, _ language: Language) -> Bool {
    !adverbs.contains(word) && hasNounForms(word, language)
      && SlavicPart.verb(word, language) == nil
  }

  /// Whether the other forms of a noun are words, whatever else the word may be.
  static func hasNounForms(_ word: String, _ language: Language) -> Bool {
    guard word.count > 2 else { return false }
    for length in 0...4 where length + 2 <= word.count {
      let stem = String(word.dropLast(length))
      guard length == 0 || endings.contains(word.suffix(length)) else { continue }
      if instrumentals.contains(where: { isWord(stem + $0, language) }),
        isWord(stem + "ами", language) || isWord(stem + "ями", language)
      {
        return true
      }
    }
    return false
  }

  private static let adverbs = WordList("inflection-adverbs")
  private static let instrumentals = [
    "ом", "ем", "ой", "ей", "ью", "ою", "ею", "єю", "єм", "ям", "ю",
  ]
  private static let endings: Set<Substring> = Set(
    """
    а я о е ь й у ю ы и і ї ом ем ой ей ою ею єю єм ью ов ев ів їв ам ям ах ях ами ями ові еві єві ям
    """.split(whereSeparator: \.isWhitespace))

  /// "гагаузка", "вихователькою": a woman, and no form of a man in "-ок" or "-к".
  static func isWoman(_ word: String, _ language: Language) -> Bool {
    guard let ending = womanly.first(where: { word.hasSuffix($0) }) else { return false }
    let stem = word.dropLast(ending.count)
    guard stem.count > 2, let last = stem.last, !"аеиоуыэюяіїє".contains(last),
      !isWord(stem + "ком", language), ending != "ці" || !isWord(stem + "ець", language)
    else { return false }
    return ending == "ка" || isWord(stem + "ка", language)
      || Vocabulary.of(language).entry(of: stem + "ка").value(.job) != nil
  }

  private static let womanly = WordList("inflection-womanly").words

  private static func isWord(_ word: some StringProtocol, _ language: Language) -> Bool {
    Lexicon.embedded.words(of: language)?.walk(word.utf8).isWord ?? false
  }
}

extension SlavicContext {
  /// "квартира, организованная …": a passive participle behind its noun says by whom.
  var tellsByWhom: Bool {
    guard mark == .word, before.count > 1, before[1].isCut, let word = before.first?.text else {
      return false
    }
    return (language == .ukrainian ? Self.passiveUkrainian : Self.passiveRussian).end(word)
      && SlavicAgreement.determiner(word, language) != nil
  }

  private static let passiveRussian = WordParts(
    "нный нная нное нные нного нной нную нных нным нном нными ятый ятая ятое ятые ятого ятой ятую ятых"
  )
  private static let passiveUkrainian = WordParts(
    "аний ана ане ані аного аної ану аних ений ена ене ені еного еної ену ених ятий ята яте яті")

  /// "двое …", "троє …": people are counted.
  var countsPeople: Bool {
    mark == .word && before.first.map { Self.collective.contains($0.text) } ?? false
  }

  static let collective = WordList("inflection-collective")
}

extension SlavicSpot {
  /// "Врач – Давид, Сочи": behind a comma or a dash a word that could be a plural, of which no
  /// preposition since the sentence or its part began tells more.
  var isUngoverned: Bool {
    guard context.mark == .cut, let last = words.last?.last, "иыіїоуюеє".contains(last) else {
      return false
    }
    let text = around.text(
      Surroundings.boundary(around.bytes, max(0, around.span.start - 160), forward: true),
      around.span.start)
    let part = text.split(whereSeparator: { ".;:!?–—\n".contains($0) }).last ?? ""
    let isDash = text.reversed().first { $0 != " " }.map { "–—-:".contains($0) } ?? false
    return isDash
      || !Self.words(String(part)).contains { SlavicContext.prepositions(language)[$0] != nil }
  }

  /// "шрам … он прятал": who does something to it stands directly behind.
  var isBeforeSubject: Bool {
    around.isFollowedByWord && context.preposition() == nil
      && around.after.map { Self.subjects.contains(Fold.string($0.text)) } ?? false
  }

  private static let subjects: WordList = [
    "я", "ты", "он", "она", "мы", "вы", "они", "ти", "він", "вона", "ми", "ви", "вони",
  ]

  /// "заключение …", "танцором …": a noun stands directly before, and the verb after the span is not
  /// about the span alone.
  var dependsOnNoun: Bool {
    guard context.mark == .word, let before = context.before.first,
      context.preposition() == nil, SlavicAgreement.determiner(before.text, language) == nil,
      SlavicInflection.isNoun(before.text, language)
    else { return false }
    guard let after = around.after.map({ Fold.string($0.text) }) else { return true }
    let slots = SlavicAgreement.noun(before.text, language)
    switch SlavicPart.verb(after, language) {
    case .past(let number): return slots.cases(in: number).contains(.nominative)
    case .present: return slots.cases.contains(.nominative)
    default: return true
    }
  }
}
