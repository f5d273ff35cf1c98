/// Roman numerals.
enum Roman {
  /// The month that a Roman numeral between the figures of a date stands for: "11.IX.2023".
  static func month(_ passage: Passage, _ index: Int) -> Int? {
    guard index >= 2, index < passage.count, passage[index].isWord, isNumeral(passage, index),
      passage[index - 1].kind == .mark, !passage[index].gap, passage[index - 2].isNumber
    else { return nil }
    let word = String(
      decoding: passage.bytes[Int(passage[index].start)..<Int(passage[index].end)], as: UTF8.self)
    return months.firstIndex(of: word).map { $0 + 1 }
  }

  private static let months = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
  ]

  static func isNumeral(_ passage: Passage, _ index: Int) -> Bool {
    let token = passage[index]
    guard token.shape == .upper || token.shape == .initial else { return false }
    return passage.bytes[Int(token.start)..<Int(token.end)].allSatisfy {
      switch $0 {
      case 0x49, 0x56, 0x58, 0x4C, 0x43: true
      default: false
      }
    }
  }
}
