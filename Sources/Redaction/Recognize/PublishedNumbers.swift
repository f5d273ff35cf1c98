/// "Protocol No. 11", "Law no. 3713", "Annex No. 2": what is printed for all to read has a number that
/// leads to nobody.
enum PublishedNumbers {
  /// Whether the sign of a number at `sign` ("No.") follows a word for something published.
  static func precede(_ passage: Passage, _ sign: Int) -> Bool {
    guard passage.grammar.has(.stacksNouns), let before = passage.preceding(sign) else {
      return false
    }
    return words.contains(passage[before].key) && passage[before].isCapitalized
  }

  private static let words = WordList("published-numbers-words")
}
