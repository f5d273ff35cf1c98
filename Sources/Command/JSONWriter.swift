/// Writes one JSON object or array after another into bytes, members in the order they are given.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  mutating func object(_ key: String? = nil, _ members: (inout JSONWriter) -> Void) {
    container(key, UInt8(ascii: "{"), UInt8(ascii: "}"), members)
  }

  mutating func array(_ key: String? = nil, _ elements: (inout JSONWriter) -> Void) {
    container(key, UInt8(ascii: "["), UInt8(ascii: "]"), elements)
  }

  mutating func member(_ key: String, _ text: String) {
    begin(key)
    string(text)
  }

  mutating func member(_ key: String, utf8 text: [UInt8]) {
    begin(key)
    text.withUnsafeBufferPointer { string($0) }
  }

  mutating func member(_ key: String, _ number: Int) {
    member(key, written: Array("\(number)".utf8))
  }

  /// A number between 0 and 1, with at most three digits after the point.
  mutating func member(_ key: String, _ number: Double) {
    let thousandths = Int((number * 1000).rounded())
    member(key, written: Array("\(Double(thousandths) / 1000)".utf8))
  }

  mutating func member(_ key: String, _ truth: Bool) {
    member(key, written: Array((truth ? "true" : "false").utf8))
  }

  /// A value that is JSON already.
  mutating func member(_ key: String, written value: [UInt8]) {
    begin(key)
    var run = 0
    for index in value.indices where value[index] >= 0x7F {
      guard let (scalar, width) = Self.control(value[...], index) else { continue }
      bytes.append(contentsOf: value[run..<index])
      escape(scalar)
      run = index + width
    }
    bytes.append(contentsOf: value[run...])
  }

  /// A character beyond those that JSON wants escaped which commands a terminal, or turns the direction
  /// of writing, and how many bytes it has; nil where none begins.
  private static func control(
    _ text: some RandomAccessCollection<UInt8>, _ index: Int
  ) -> (scalar: UInt32, width: Int)? {
    func byte(_ offset: Int) -> UInt8 {
      let position = text.index(text.startIndex, offsetBy: index + offset)
      return position < text.endIndex ? text[position] : 0
    }
    switch byte(0) {
    case 0x7F: return (0x7F, 1)
    case 0xC2 where byte(1) < 0xA0 && byte(1) >= 0x80: return (UInt32(byte(1)), 2)
    case 0xE2 where byte(1) == 0x80 && (0xAA...0xAE).contains(byte(2)):
      return (0x2000 | UInt32(byte(2) & 0x3F), 3)
    case 0xE2 where byte(1) == 0x81 && (0xA6...0xAF).contains(byte(2)):
      return (0x2040 | UInt32(byte(2) & 0x3F), 3)
    default: return nil
    }
  }

  /// An element of an array that is text.
  mutating func element(_ text: String) {
    begin(nil)
    string(text)
  }

  private mutating func begin(_ key: String?) {
    if needsComma {
      bytes.append(0x2C)
      bytes.append(0x20)
    }
    needsComma = true
    guard let key else { return }
    string(key)
    bytes.append(0x3A)
    bytes.append(0x20)
  }

  private mutating func container(
    _ key: String?, _ open: UInt8, _ close: UInt8, _ content: (inout JSONWriter) -> Void
  ) {
    begin(key)
    bytes.append(open)
    needsComma = false
    content(&self)
    bytes.append(close)
    needsComma = true
  }

  private mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { string($0) }
  }

  private mutating func string(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var run = 0
    for index in text.indices
    where text[index] < 0x20 || text[index] == 0x22 || text[index] == 0x5C || text[index] >= 0x7F {
      let (scalar, width): (UInt32, Int)
      if text[index] < 0x7F {
        (scalar, width) = (UInt32(text[index]), 1)
      } else if let found = Self.control(text, index) {
        (scalar, width) = found
      } else {
        continue
      }
      bytes.append(contentsOf: text[run..<index])
      escape(scalar)
      run = index + width
    }
    bytes.append(contentsOf: text[run...])
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ scalar: UInt32) {
    switch scalar {
    case 0x22, 0x5C: bytes.append(contentsOf: [0x5C, UInt8(scalar)])
    case 0x0A: bytes.append(contentsOf: [0x5C, UInt8(ascii: "n")])
    case 0x0D: bytes.append(contentsOf: [0x5C, UInt8(ascii: "r")])
    case 0x09: bytes.append(contentsOf: [0x5C, UInt8(ascii: "t")])
    default:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: [0x5C, UInt8(ascii: "u")])
      for shift in [12, 8, 4, 0] { bytes.append(digits[Int(scalar >> UInt32(shift) & 15)]) }
    }
  }
}
