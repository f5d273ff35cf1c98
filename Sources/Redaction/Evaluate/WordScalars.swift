/// Letters and digits as the measures count them: every letter and number of Unicode, combining marks
/// left out.
enum WordScalars {
  /// A letter or a number.
  static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      return scalar.value &- 0x30 < 10 || (scalar.value | 0x20) &- 0x61 < 26
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }

  /// A letter, a number or "_".
  static func isWord(_ scalar: Unicode.Scalar) -> Bool { scalar == "_" || isAlphanumeric(scalar) }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  /// A mark that belongs to the letter before it.
  static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x300 && scalar.properties.canonicalCombiningClass != .notReordered
  }

  /// The words of a stretch of text, in order: the longest runs of letters, numbers and "_".
  static func words(_ text: [Unicode.Scalar], in range: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard isWord(text[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < range.upperBound, isWord(text[index]) { index += 1 }
      words.append(start..<index)
    }
    return words
  }

  /// The same text in small letters, without invisible characters, full-width and other compatible
  /// forms as the plain ones, all white space as single spaces where `joined`.
  static func folded(_ text: some Sequence<Unicode.Scalar>, joined: Bool) -> [Character] {
    var plain = String.UnicodeScalarView()
    for scalar in text {
      switch scalar.value {
      case 0xFF01...0xFF5E: plain.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      default:
        if scalar.properties.generalCategory == .format { continue }
        plain.append(isSpace(scalar) ? " " : scalar)
      }
    }
    let characters = Array(String(plain).lowercased())
    guard joined else { return characters }
    return Array(characters.split(separator: " ").joined(separator: " "))
  }

  /// Lower-case text of a range.
  static func lower(_ text: [Unicode.Scalar], _ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(text[range])).lowercased()
  }
}
