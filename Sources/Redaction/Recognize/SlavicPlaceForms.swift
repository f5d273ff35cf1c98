/// Where a capital in Russian or Ukrainian is a place and no person: by the word before it, by its
/// ending, by its place in a list.
enum SlavicPlaceForms {
  /// Whether the name in `words` is a place: after a short word for one ("г.", "смт"), after a
  /// preposition of place that people seldom follow, with the ending of a town.
  static func isPlace(_ passage: Passage, _ words: [Int]) -> Bool {
    guard let first = words.first, let last = words.last else { return false }
    if isAfterShortNoun(passage, first) || twoWords(passage, first) == last { return true }
    if isLand(passage, first), words.count == 1 { return true }
    guard last - first == 2 * (words.count - 1), first > 0, passage[first - 1].isWord,
      passage[first].gap, passage.nameFacts(first).isDisjoint(with: .patronymic)
    else { return false }
    let before = passage[first - 1].key
    if passage.grammar.has(.tellsTownsByPreposition) {
      return insideUkrainian.contains(before) && passage.ends(last, townsUkrainian)
        && !isFirstName(passage, first)
    }
    if passage.ends(last, towns), beside.contains(before) { return !isFirstName(passage, first) }
    guard inside.contains(before), !isFirstName(passage, first),
      !isAimedAt(passage, first - 1)
    else { return false }
    return before != out || !passage.ends(last, families)
  }

  /// "Новые Алды", "из Старого Крыма", "Гіркого Яру": the last of two capitals, an adjective and
  /// what it goes with, that are one place.
  static func twoWords(_ passage: Passage, _ index: Int) -> Int? {
    let next = index + 1
    guard next < passage.count, passage[index].shape == .title, passage[next].shape == .title,
      passage[next].gap, !passage[next].opensSentence, passage.endsAsAdjective(index),
      !passage.isCountry(index), !passage.hasAny(next, explained),
      passage.nameFacts(next).isDisjoint(with: [.givenMale, .givenFemale, .patronymic]),
      passage.nameFacts(index).isDisjoint(with: .given)
    else { return nil }
    let isWide = passage.has(index, .direction)
    if passage.isCountry(next), !isWide || passage.ends(index, compass) { return nil }
    if isWide, !passage.has(index, .ordinary),
      !passage[index].opensSentence || !passage.isOrdinary(next)
    {
      return next
    }
    guard let before = passage.preceding(index), before == index - 1,
      passage.has(before, .placeCue), !passage.isExplained(index),
      insideUkrainian.contains(passage[before].key) || inside.contains(passage[before].key)
    else { return nil }
    return next
  }

  /// "на Гуцульщине", "на Первомайской", "Сан-Висенте, Какета, Колумбия": a place by its form
  /// alone, and the word for it.
  static func byForm(_ passage: Passage, _ index: Int) -> (last: Int, sort: String?)? {
    guard passage.isSlavic, passage[index].shape == .title, !passage.isExplained(index) else {
      return nil
    }
    if isLand(passage, index) {
      return (index, sorts[passage.language].words.first)
    }
    if passage[index].value >= 7, passage.ends(index, regions) {
      return (index, sorts[passage.language].words.first)
    }
    if index >= 2, passage[index - 1].isMark(","), passage[index - 2].isCapitalized,
      passage.isFollowed(index, by: ","), index + 2 < passage.count, passage.isCountry(index + 2),
      passage[index + 2].isCapitalized, passage[index + 2].shape == .title,
      passage.nameFacts(index).isDisjoint(with: .given)
    {
      return (index, nil)
    }
    guard index > 0, passage[index - 1].key == on, passage[index].gap,
      !passage[index].opensSentence, passage.nameFacts(index).isDisjoint(with: .given)
    else { return nil }
    if passage.ends(index, streets), closes(passage, index) {
      return (index, sorts[passage.language].words.last)
    }
    guard dwells(passage, before: index - 1), closes(passage, index) else { return nil }
    return (index, nil)
  }

  /// "на Сахалине", "з Волині": a land of its own name, in one of its cases, after a preposition.
  private static func isLand(_ passage: Passage, _ index: Int) -> Bool {
    guard index > 0, passage[index].shape == .title, passage[index].isCyrillic,
      passage.has(index - 1, .preposition), passage[index].gap
    else { return false }
    let word = passage.folded(index)
    return lands.contains { word.starts(with: $0) && word.count <= $0.count + 4 }
  }

  /// "г. Гао", "смт. Ужок": but not "2015 г. Иванов".
  private static func isAfterShortNoun(_ passage: Passage, _ first: Int) -> Bool {
    guard first > 0 else { return false }
    if whole.contains(passage[first - 1].key) { return true }
    guard first > 1, passage[first - 1].isMark("."), passage[first - 2].isWord,
      passage[first - 2].shape == .lower,
      short.contains(passage[first - 2].key)
    else { return false }
    return first == 2 || !passage[first - 3].isNumber
  }

  /// Whether a clause ends after the word, or small words of grammar go on.
  private static func closes(_ passage: Passage, _ index: Int) -> Bool {
    guard index + 1 < passage.count else { return true }
    return !passage[index + 1].isWord || passage.isGrammar(index + 1)
      || passage.endsAsVerb(index + 1)
  }

  /// "жил", "торгувала", "квартира": somebody's whereabouts are told within the last words.
  private static func dwells(_ passage: Passage, before index: Int) -> Bool {
    passage.hasStem(dwelling, within: 7, before: index)
  }

  /// "стрелял в", "влюбилась в", "верю в": after these "в" leads to people.
  private static func isAimedAt(_ passage: Passage, _ preposition: Int) -> Bool {
    passage.hasStem(aiming, within: 4, before: preposition)
  }

  /// A first name, unless a town bears it too.
  private static func isFirstName(_ passage: Passage, _ index: Int) -> Bool {
    let facts = passage.nameFacts(index)
    return facts.contains(.diminutive) && facts.contains(.common)
      || !facts.isDisjoint(with: .given)
        && (facts.contains(.common)
          || !passage.lexicon.name(passage[index].key).isDisjoint(with: .given))
  }

  private static let explained: UInt64 =
    Cue.ordinary.bit | Cue.publicBody.bit | Cue.month.bit | Cue.feast.bit | Cue.rank.bit
    | Cue.title.bit | Cue.weekday.bit | Cue.event.bit | Cue.season.bit
  private static let on = FoldedKey(folded: "на")
  private static let out = FoldedKey(folded: "из")
  private static let inside = WordList("place-forms-inside")
  /// A stretch of land, and a street.
  private static let sorts = WordList.each("said-places-by-form")
  private static let insideUkrainian = WordList("place-forms-inside-ukrainian")
  private static let beside = WordList("place-forms-beside")
  private static let short = WordList("place-forms-short")
  private static let whole: WordList = ["смт", "пгт"]
  private static let towns = WordList("place-forms-towns").foldedParts
  private static let townsUkrainian = WordList("place-forms-towns-ukrainian").foldedParts
  private static let regions = WordList("place-forms-regions").foldedParts
  private static let streets = WordList("place-forms-streets").foldedParts
  private static let families = WordParts("ых их")
  private static let compass = WordList("place-forms-compass").foldedParts
  private static let lands = WordList("place-forms-lands").foldedBytes
  private static let dwelling = WordList("place-forms-dwelling").foldedBytes
  private static let aiming = WordList("place-forms-aiming").foldedBytes
}

extension Passage {
  /// Whether one of the `count` words before `index`, in its sentence, begins with one of the stems.
  func hasStem(_ stems: [[UInt8]], within count: Int, before index: Int) -> Bool {
    var cursor = index
    for _ in 0..<count {
      cursor -= 1
      guard cursor >= 0, tokens[cursor].kind != .newline, !tokens[cursor].isMark(".") else {
        return false
      }
      guard tokens[cursor].isWord, tokens[cursor].isCyrillic else { continue }
      let word = folded(cursor)
      if stems.contains(where: { word.starts(with: $0) }) { return true }
    }
    return false
  }
}
