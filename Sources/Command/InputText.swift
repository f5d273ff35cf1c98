internal import Redaction

/// Turns the bytes of a text file into UTF-8 without a byte order mark, and changes nothing else.
enum InputText {
  /// UTF-8, with or without its mark, and UTF-16 with its mark.
  static func utf8(_ bytes: [UInt8], name: String) throws -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw Refusal(.badInput, "\(name) is UTF-32 text; save it as UTF-8")
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes, high: 1, name: name) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes, high: 0, name: name) }
    return bytes
  }

  private static func utf16(_ bytes: [UInt8], high: Int, name: String) throws -> [UInt8] {
    guard bytes.count % 2 == 0 else {
      throw Refusal(
        .badInput, "\(name) is UTF-16 text that ends within a character; save it as UTF-8")
    }
    func unit(_ index: Int) -> UInt32 {
      UInt32(bytes[index + high]) << 8 | UInt32(bytes[index + 1 - high])
    }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var index = 2
    while index < bytes.count {
      var code = unit(index)
      let start = index
      index += 2
      if code & 0xFC00 == 0xD800, index < bytes.count, unit(index) & 0xFC00 == 0xDC00 {
        code = 0x10000 + (code & 0x3FF) << 10 + unit(index) & 0x3FF
        index += 2
      }
      guard let scalar = Unicode.Scalar(code) else {
        throw Refusal(.badInput, "\(name) is broken UTF-16 at byte \(start); save it as UTF-8")
      }
      text.append(contentsOf: String(scalar).utf8)
    }
    return text
  }
}

extension TestimonyError {
  /// What is wrong with a text, in a sentence that quotes nothing of it.
  func sentence(about name: String) -> String {
    switch self {
    case .notUTF8(let offset):
      "\(name) is not UTF-8 text: byte \(offset) (counted from 0) is wrong; save it as UTF-8"
    case .tooLarge(let bytes): "\(name) has \(bytes) bytes, more than can be read; split it"
    }
  }
}
