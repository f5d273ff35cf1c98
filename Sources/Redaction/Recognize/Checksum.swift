/// Check digits of account and card numbers.
enum Checksum {
  /// ISO 13616: the first four characters moved to the end, letters as 10 to 35, remainder 1.
  static func isIBAN(_ text: ArraySlice<UInt8>) -> Bool {
    let text = Array(text)
    guard text.count > 4, text[0] >= 0x41, text[1] >= 0x41, text[2] < 0x3A, text[3] < 0x3A else {
      return false
    }
    var remainder = 0
    for byte in text[4...] + text[..<4] {
      switch byte {
      case 0x30...0x39: remainder = (remainder * 10 + Int(byte - 0x30)) % 97
      case 0x41...0x5A: remainder = (remainder * 100 + Int(byte - 0x41) + 10) % 97
      default: return false
      }
    }
    return remainder == 1
  }

  /// ISO/IEC 7812: every second digit from the right doubled, sum divisible by ten.
  static func passesLuhn(_ digits: ArraySlice<UInt8>) -> Bool {
    var sum = 0
    for (place, byte) in digits.reversed().enumerated() {
      let digit = Int(byte) - 0x30
      sum += place % 2 == 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2
    }
    return sum % 10 == 0
  }
}
