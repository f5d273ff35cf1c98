/// A JSON value as entries of the log hold it: no fractions, no null, members in their order.
package indirect enum JSON: Hashable, Sendable {
  case string(String)
  case number(Int)
  case bool(Bool)
  case array([JSON])
  case object([Member])

  /// One member of an object.
  package struct Member: Hashable, Sendable {
    /// The member's name, without escapes.
    package let key: String
    /// What stands behind the colon.
    package let value: JSON

    /// A member, which keeps its place among the others when it is written (RFC 8259, section 4).
    package init(_ key: String, _ value: JSON) {
      self.key = key
      self.value = value
    }
  }

  /// The text of a string; nil for any other value.
  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The number; nil for any other value.
  package var number: Int? {
    if case .number(let number) = self { number } else { nil }
  }

  /// The member of that key; nil where there is none.
  package subscript(_ key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The value without spaces between its parts.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return bytes
  }

  private func write(to bytes: inout [UInt8]) {
    switch self {
    case .string(let text): Self.write(text, to: &bytes)
    case .number(let number): bytes += Array("\(number)".utf8)
    case .bool(let truth): bytes += Array((truth ? "true" : "false").utf8)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        element.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.write(member.key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C: bytes += [0x5C, byte]
      case 0x0A: bytes += [0x5C, UInt8(ascii: "n")]
      case 0..<0x20: bytes += Array("\\u00".utf8) + digits(byte)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func digits(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}

extension JSON {
  /// Reads a value; refuses whatever `bytes` would not have written.
  package init(parsing bytes: [UInt8]) throws(AuditError) {
    var parser = JSONParser(bytes: bytes)
    self = try parser.value(depth: 0)
    guard parser.index == bytes.count, self.bytes == bytes else {
      throw .malformed(.json, "not in the form that is written")
    }
  }
}

private struct JSONParser {
  let bytes: [UInt8]
  var index = 0

  private static let deepest = 8

  private func next() -> UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func take(_ word: StaticString) throws(AuditError) {
    let count = word.utf8CodeUnitCount
    guard index + count <= bytes.count else { throw .malformed(.json, "it ends too early") }
    for offset in 0..<count where bytes[index + offset] != word.utf8Start[offset] {
      throw .malformed(.json, "an unexpected byte")
    }
    index += count
  }

  mutating func value(depth: Int) throws(AuditError) -> JSON {
    guard depth < Self.deepest else { throw .malformed(.json, "nested too deep") }
    switch next() {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "["): return try array(depth)
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "t"):
      try take("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try take("false")
      return .bool(false)
    default: return try number()
    }
  }

  private mutating func number() throws(AuditError) -> JSON {
    let start = index
    if next() == UInt8(ascii: "-") { index += 1 }
    while let byte = next(), 0x30...0x39 ~= byte, index - start < 20 { index += 1 }
    guard let number = Int(String(decoding: bytes[start..<index], as: UTF8.self)) else {
      throw .malformed(.json, "not a value")
    }
    return .number(number)
  }

  private mutating func array(_ depth: Int) throws(AuditError) -> JSON {
    try take("[")
    var elements: [JSON] = []
    while next() != UInt8(ascii: "]") {
      if !elements.isEmpty { try take(",") }
      elements.append(try value(depth: depth + 1))
    }
    index += 1
    return .array(elements)
  }

  private mutating func object(_ depth: Int) throws(AuditError) -> JSON {
    try take("{")
    var members: [JSON.Member] = []
    var keys: Set<String> = []
    while next() != UInt8(ascii: "}") {
      if !members.isEmpty { try take(",") }
      let key = try string()
      try take(":")
      guard keys.insert(key).inserted else {
        throw .malformed(.json, "a member stands twice")
      }
      members.append(JSON.Member(key, try value(depth: depth + 1)))
    }
    index += 1
    return .object(members)
  }

  private mutating func string() throws(AuditError) -> String {
    try take("\"")
    var text: [UInt8] = []
    while true {
      guard let byte = next() else { throw .malformed(.json, "a string without an end") }
      index += 1
      if byte == UInt8(ascii: "\"") { break }
      text.append(byte == 0x5C ? try escaped() : byte)
    }
    guard let string = String(validating: text, as: UTF8.self) else {
      throw .malformed(.json, "not UTF-8")
    }
    return string
  }

  private mutating func escaped() throws(AuditError) -> UInt8 {
    guard let letter = next() else { throw .malformed(.json, "a string without an end") }
    index += 1
    switch letter {
    case 0x22, 0x5C: return letter
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "u"):
      guard index + 4 <= bytes.count,
        let code = UInt8(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
      else { throw .malformed(.json, "an unexpected escape") }
      index += 4
      return code
    default: throw .malformed(.json, "an unexpected escape")
    }
  }
}
