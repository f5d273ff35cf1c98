/// Whether a number of years is somebody's age in French, where ages and spans of time are said
/// with the same words: "elle a dix ans", "il y a dix ans", "un garçon de dix ans", "dix ans de prison".
enum FrenchAge {
  /// - Parameters:
  ///   - first: the first token of the number.
  ///   - last: the last token of the word for years.
  static func isPersonal(_ passage: Passage, _ first: Int, _ last: Int) -> Bool {
    if isSpan(passage, after: last) { return false }
    let before = first > 0 ? passage[first - 1] : nil
    let closes =
      last + 1 >= passage.count
      || passage[last + 1].kind != .word && passage[last + 1].kind != .number
    if closes, before.map(opens) ?? true { return true }
    var cursor = first
    for _ in 0..<6 {
      guard let previous = passage.preceding(cursor) else { return false }
      if let start = band(passage, endingAt: previous) {
        guard vague.contains(passage[start].key) else { return false }
        cursor = start
        continue
      }
      // "de 14 et 16 ans", "entre 5 et 7 ans"
      if pairs.contains(passage[previous].key), let number = passage.preceding(previous),
        passage[number].isNumber || passage.has(number, .cardinal)
      {
        cursor = number
        continue
      }
      if passage[previous].key == de || passage[previous].key == d {
        return isOfPerson(passage, previous)
      }
      if passage.has(previous, .ageCue) { return true }
      guard fillers.contains(passage[previous].key) else { return false }
      cursor = previous
    }
    return false
  }

  /// Whether the cue that ends before a bare number is a form of "âge" or "âgé".
  static func isStated(_ passage: Passage, _ cue: Int) -> Bool {
    ages.contains(passage[cue].key)
  }

  /// "Âge : 34".
  static func isLabelled(_ passage: Passage, _ index: Int) -> Bool {
    index >= 2 && passage[index - 1].isMark(":") && ages.contains(passage[index - 2].key)
  }

  private static func opens(_ token: Token) -> Bool {
    token.isMark(",") || token.isMark("(") || token.isMark(":") || token.isMark("–")
      || token.isMark("—") || token.kind == .newline
  }

  /// "dix ans de prison", "dix ans plus tard", "dix ans que": a span of time.
  private static func isSpan(_ passage: Passage, after last: Int) -> Bool {
    guard let next = passage.following(last) else { return false }
    if spans.contains(passage[next].key) { return true }
    guard passage[next].key == de || passage[next].key == d, let noun = passage.following(next)
    else { return false }
    return passage[noun].shape == .lower && !passage.has(noun, .determiner)
  }

  /// The start of a word or phrase that makes a span of time, and that ends at `index`.
  private static func band(_ passage: Passage, endingAt index: Int) -> Int? {
    var cursor = index
    for _ in 0..<3 {
      if let match = passage.match(cursor, .ageBand), match.last == index { return cursor }
      guard let previous = passage.preceding(cursor) else { return nil }
      cursor = previous
    }
    return nil
  }

  /// "une femme de", "le jeune Syrien de", "un garçon maigre de".
  private static func isOfPerson(_ passage: Passage, _ index: Int) -> Bool {
    var cursor = index
    for _ in 0..<2 {
      guard let previous = passage.preceding(cursor) else { return false }
      if passage.has(previous, .kinship) || passage.has(previous, .job)
        || passage.has(previous, .rank) || ages.contains(passage[previous].key)
        || passage[previous].isCapitalized && !passage[previous].opensSentence
      {
        return true
      }
      cursor = previous
    }
    return false
  }

  /// Takes in the first of two ages: "14 et 16 ans".
  static func start(_ passage: Passage, _ first: Int) -> Int {
    guard let link = passage.preceding(first), pairs.contains(passage[link].key),
      let number = passage.preceding(link), passage[number].isNumber, passage[number].digits <= 2
    else { return first }
    return number
  }

  private static let pairs = WordList("age-pairs")
  private static let de = FoldedKey(folded: "de")
  private static let d = FoldedKey(folded: "d")
  private static let ages = WordList("age-ages")
  private static let vague = WordList("age-vague")
  private static let spans = WordList("age-spans")
  private static let fillers = WordList("age-fillers")
}
