/// The legal forms of companies that stand after a firm's name: "Ltd", "a.s.", "S.L.", "GmbH".
enum CompanyForms {
  /// The last token of a legal form that begins at `index`.
  static func end(_ passage: Passage, _ index: Int) -> Int? {
    guard index < passage.count, passage[index].isWord else { return nil }
    let isUpper = passage[index].shape == .upper && upper.contains(passage[index].key)
    if isUpper || after.contains(passage[index].key), passage[index].isCapitalized {
      return passage.isFollowed(index, by: ".") && passage[index].value <= 4
        && passage[index].shape == .title ? index + 1 : index
    }
    return dotted(passage, index)
  }

  /// "a.s.", "S.p.A.", "s. r. o.".
  private static func dotted(_ passage: Passage, _ index: Int) -> Int? {
    var key: FoldedKey?
    var cursor = index
    var last: Int?
    for _ in 0..<3 {
      guard cursor + 1 < passage.count, passage[cursor].isWord, passage[cursor].value == 1,
        passage[cursor + 1].isMark("."), !passage[cursor + 1].gap
      else { break }
      key = key?.followed(by: passage[cursor].key) ?? passage[cursor].key
      if let key, letters.contains(key) { last = cursor + 1 }
      cursor += 2
    }
    return last
  }

  private static let letters = WordList("company-letters")

  private static let after = WordList("company-forms")

  /// Forms that are words of a language where they do not stand in capitals.
  private static let upper: Set<FoldedKey> = Set(["sa", "sas"].map { FoldedKey(folded: $0) })
}
