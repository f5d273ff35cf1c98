/// Check digits of accounts, cards and of people's numbers.
enum Checksum {
  /// The Russian insurance number: nine digits weighted 9 to 1, modulo 101, in the last two.
  static func isSNILS(_ digits: ArraySlice<UInt8>) -> Bool {
    let values = digits.map { Int($0) - 0x30 }
    guard values.count == 11 else { return false }
    let sum = zip(values, (1...9).reversed()).reduce(0) { $0 + $1.0 * $1.1 } % 101 % 100
    return sum == values[9] * 10 + values[10]
  }

  /// The Russian tax number of a person (12 digits) or a firm (10).
  static func isINN(_ digits: ArraySlice<UInt8>) -> Bool {
    let values = digits.map { Int($0) - 0x30 }
    let weights = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]
    func check(_ weights: ArraySlice<Int>) -> Int {
      zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 } % 11 % 10
    }
    switch values.count {
    case 10: return check(weights[2...]) == values[9]
    case 12: return check(weights[1...]) == values[10] && check(weights[...]) == values[11]
    default: return false
    }
  }

  /// The Ukrainian tax number: nine digits weighted, modulo 11, modulo 10.
  static func isUkrainianTaxNumber(_ digits: ArraySlice<UInt8>) -> Bool {
    let values = digits.map { Int($0) - 0x30 }
    guard values.count == 10 else { return false }
    let sum = zip([-1, 5, 7, 9, 4, 6, 10, 5, 7], values).reduce(0) { $0 + $1.0 * $1.1 }
    return (sum % 11 + 11) % 11 % 10 == values[9]
  }

  /// The French social security number: 97 less the first thirteen digits modulo 97.
  static func isNIR(_ digits: ArraySlice<UInt8>) -> Bool {
    let values = digits.map { Int($0) - 0x30 }
    guard values.count == 15, values[0] == 1 || values[0] == 2 else { return false }
    let number = values[..<13].reduce(0) { $0 * 10 + $1 }
    return 97 - number % 97 == values[13] * 10 + values[14]
  }

  /// ISO 13616: the first four characters moved to the end, letters as 10 to 35, remainder 1.
  static func isIBAN(_ text: ArraySlice<UInt8>) -> Bool {
    let start = text.startIndex
    guard text.count > 4, text[start] >= 0x41, text[start + 1] >= 0x41, text[start + 2] < 0x3A,
      text[start + 3] < 0x3A
    else { return false }
    var remainder = 0
    for place in text.indices {
      let moved = place + 4
      switch text[moved < text.endIndex ? moved : moved - text.count] {
      case let byte where byte &- 0x30 < 10: remainder = (remainder * 10 + Int(byte - 0x30)) % 97
      case let byte where byte &- 0x41 < 26:
        remainder = (remainder * 100 + Int(byte - 0x41) + 10) % 97
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

  /// A register of a country whose numbers can be checked, as the lists of a language name it.
  enum Register: String {
    case nir, snils, inn
    case ukrainianTax = "ukrainian tax number"

    func accepts(_ digits: ArraySlice<UInt8>) -> Bool {
      switch self {
      case .nir: isNIR(digits)
      case .snils: isSNILS(digits)
      case .inn: isINN(digits)
      case .ukrainianTax: isUkrainianTaxNumber(digits)
      }
    }

    /// What a decision says of such a number.
    var why: String {
      switch self {
      case .nir: "a NIR with a valid checksum"
      case .snils: "a SNILS with a valid checksum"
      case .inn: "an INN with a valid checksum"
      case .ukrainianTax: "a Ukrainian tax number with a valid checksum"
      }
    }
  }
}
