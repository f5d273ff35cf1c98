/// What stands before a date and belongs to it.
extension DateRecognizer {
  /// Takes in the weekday and "the end of" before a date.
  func withWhatPrecedes(
    _ passage: Passage, _ first: Int, _ date: inout DateExpression
  ) -> Int {
    var start = first
    // "Mon, 11 Oct", "Saturday 18 February", "Saturday before Easter".
    var before = start - 1
    if before >= 0, passage[before].isMark(",") { before -= 1 }
    if before >= 0, passage[before].isWord {
      if passage.has(before, .weekday) {
        start = before
      } else if before == start - 1, passage.has(before, .preposition), before > 0,
        passage.has(before - 1, .weekday), date.season != nil
      {
        start = before - 1
      }
    }
    if let (index, value) = modifier(passage, endingBefore: start) {
      start = index
      if !value.isEmpty, value != "year" { date.part = value }
    }
    return start
  }

  /// A date modifier of up to four words that ends just before `index`.
  func modifier(_ passage: Passage, endingBefore index: Int) -> (Int, String)? {
    var cursor = index
    var best: (Int, String)?
    for _ in 0..<4 {
      guard let previous = passage.preceding(cursor) else { break }
      cursor = previous
      if let match = passage.match(cursor, .dateModifier), match.value != "year",
        passage.following(match.last) == index
          || passage.following(match.last).map({
            passage.has($0, .determiner) && passage.following($0) == index
          }) == true
      {
        best = (cursor, match.value)
      }
    }
    return best
  }

  func isBirth(_ passage: Passage, _ start: Int) -> Bool {
    var cursor = start
    for _ in 0..<4 {
      cursor -= 1
      guard cursor >= 0, passage[cursor].kind != .newline else { return false }
      if passage[cursor].isWord, Self.birthWords.contains(passage[cursor].key),
        passage[cursor].key != Self.ne || FrenchDates.isBorn(passage, cursor)
      {
        return true
      }
    }
    return false
  }

  static let birthMarks = WordList("date-birth-marks")
  static let ne = FoldedKey(folded: "ne")
  static let years = FoldedKey(folded: "annees")
  static let birthWords = WordList("date-birth-words")
}
