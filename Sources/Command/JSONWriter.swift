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
    bytes.append(contentsOf: value)
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
    where text[index] < 0x20 || text[index] == 0x22 || text[index] == 0x5C {
      bytes.append(contentsOf: text[run..<index])
      escape(text[index])
      run = index + 1
    }
    bytes.append(contentsOf: text[run...])
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x22, 0x5C: bytes.append(contentsOf: [0x5C, byte])
    case 0x0A: bytes.append(contentsOf: [0x5C, UInt8(ascii: "n")])
    case 0x0D: bytes.append(contentsOf: [0x5C, UInt8(ascii: "r")])
    case 0x09: bytes.append(contentsOf: [0x5C, UInt8(ascii: "t")])
    default:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: Array("\\u00".utf8))
      bytes.append(contentsOf: [digits[Int(byte >> 4)], digits[Int(byte & 15)]])
    }
  }
}
