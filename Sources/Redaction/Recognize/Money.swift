/// Sums of money: an amount with its currency before or after it, as a code, a sign or a word.
enum Money {
  /// What is said instead.
  static let said = "a certain sum"

  /// The last token of the sum that begins at `index`.
  static func end(_ passage: Passage, _ index: Int) -> Int? {
    guard index >= 0, index < passage.count else { return nil }
    if isSign(passage[index]) || isCode(passage, index), index + 1 < passage.count,
      passage[index + 1].isNumber, let amount = Amount.read(passage, index + 1)
    {
      return withCode(passage, amount.last)
    }
    guard passage[index].isNumber || passage[index].isWord && passage.has(index, .cardinal),
      let amount = Amount.read(passage, index), amount.last + 1 < passage.count
    else { return nil }
    if isSign(passage[amount.last + 1]) { return amount.last + 1 }
    return currency(passage, after: amount.last).map { withCode(passage, $0) }
  }

  /// "euros", "Polish zlotys", "pounds sterling", "ATS" after an amount.
  private static func currency(_ passage: Passage, after last: Int) -> Int? {
    guard var next = passage.following(last) else { return nil }
    if isCode(passage, next) { return next }
    // "new Turkish liras", "Deutsch marks", "GDR marks".
    for _ in 0..<3 {
      if words.contains(passage[next].key) {
        if let sterling = passage.following(next), passage[sterling].key == Self.sterling {
          return sterling
        }
        return next
      }
      guard passage[next].isCapitalized || passage[next].key == new,
        let further = passage.following(next)
      else { return nil }
      next = further
    }
    return nil
  }

  /// "(EUR)" after a sum in words.
  private static func withCode(_ passage: Passage, _ last: Int) -> Int {
    guard last + 3 < passage.count, passage[last + 1].isMark("("),
      isCode(passage, last + 2) || words.contains(passage[last + 2].key),
      passage[last + 3].isMark(")")
    else { return last }
    return last + 3
  }

  /// Whether the word is the code of a currency, in capitals.
  static func isCode(_ passage: Passage, _ index: Int) -> Bool {
    passage[index].isWord && passage[index].shape == .upper && passage[index].value == 3
      && codes.contains(passage[index].key)
  }

  /// "MDL 12,000", "400 (EUR)": the code of a currency beside its amount.
  static func isCodeOfSum(_ passage: Passage, _ index: Int) -> Bool {
    guard isCode(passage, index) else { return false }
    if index + 1 < passage.count, passage[index + 1].isNumber { return true }
    return index > 0
      && (passage[index - 1].isNumber
        || passage[index - 1].isMark("(") && index + 1 < passage.count
          && passage[index + 1].isMark(")"))
  }

  private static func isSign(_ token: Token) -> Bool {
    token.kind == .mark && signs.contains(token.value)
  }

  private static let signs: Set<UInt32> = Set("€$£¥₽₴₺₸₾₼₹₪₩₦₫₱".unicodeScalars.map(\.value))
  private static let sterling = FoldedKey(folded: "sterling")
  private static let new = FoldedKey(folded: "new")

  private static let codes = WordList("money-codes")

  private static let words = WordList("money-words")
}
