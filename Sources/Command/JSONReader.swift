/// What is wrong with a line that should be a JSON object. It quotes nothing of the line.
enum JSONError: Error {
  /// The byte of the line, counted from 1, at which it stops being JSON, and what is wrong there.
  case malformed(byte: Int, problem: String)
  /// A key that stands twice.
  case duplicateKey(byte: Int)

  var sentence: String {
    switch self {
    case .malformed(let byte, let problem): "not a JSON object: \(problem) at byte \(byte)"
    case .duplicateKey(let byte): "a key stands twice, the second time at byte \(byte)"
    }
  }
}

/// Reads one JSON object (RFC 8259), strictly: valid UTF-8, no key twice, no lone surrogate.
///
/// Only the members that are asked for are kept, as the bytes in which they are written.
struct JSONReader {
  /// How deep arrays and objects may nest.
  static let deepest = 128

  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The members of the object in `bytes` whose keys are `wanted`, each as it is written; all
  /// members where nothing is named.
  static func members(
    of bytes: UnsafeBufferPointer<UInt8>, wanted: Set<String>? = nil
  ) throws(JSONError) -> [String: JSONValue] {
    var reader = JSONReader(bytes)
    var kept: [String: JSONValue] = [:]
    var seen: Set<String> = []
    reader.skipSpace()
    try reader.expect("{", "no '{'")
    reader.skipSpace()
    if reader.next() == UInt8(ascii: "}") {
      reader.index += 1
    } else {
      while true {
        reader.skipSpace()
        let at = reader.index
        let key = String(decoding: try reader.string(), as: UTF8.self)
        guard seen.insert(key).inserted else { throw .duplicateKey(byte: at + 1) }
        reader.skipSpace()
        try reader.expect(":", "no ':'")
        reader.skipSpace()
        let start = reader.index
        let isWanted = wanted?.contains(key) ?? true
        let string = try reader.value(depth: 1, keepsString: isWanted)
        if isWanted {
          kept[key] = JSONValue(
            written: Array(bytes[start..<reader.index]), string: string, start: start)
        }
        reader.skipSpace()
        if reader.next() == UInt8(ascii: ",") {
          reader.index += 1
        } else {
          try reader.expect("}", "no ',' or '}'")
          break
        }
      }
    }
    reader.skipSpace()
    guard reader.index == bytes.count else { throw reader.malformed("something after the object") }
    return kept
  }

  /// Where each element of the array in `bytes` is written.
  static func elements(
    of bytes: UnsafeBufferPointer<UInt8>
  ) throws(JSONError) -> [Range<Int>] {
    var reader = JSONReader(bytes)
    var elements: [Range<Int>] = []
    reader.skipSpace()
    try reader.expect("[", "no '['")
    reader.skipSpace()
    if reader.next() == UInt8(ascii: "]") {
      reader.index += 1
    } else {
      while true {
        reader.skipSpace()
        let start = reader.index
        _ = try reader.value(depth: 1, keepsString: false)
        elements.append(start..<reader.index)
        reader.skipSpace()
        if reader.next() == UInt8(ascii: ",") {
          reader.index += 1
        } else {
          try reader.expect("]", "no ',' or ']'")
          break
        }
      }
    }
    reader.skipSpace()
    guard reader.index == bytes.count else { throw reader.malformed("something after the array") }
    return elements
  }

  /// Where each value of a file is written in which one stands after another.
  static func sequence(
    of bytes: UnsafeBufferPointer<UInt8>
  ) throws(JSONError) -> [Range<Int>] {
    var reader = JSONReader(bytes)
    var values: [Range<Int>] = []
    reader.skipSpace()
    while reader.index < bytes.count {
      let start = reader.index
      _ = try reader.value(depth: 0, keepsString: false)
      values.append(start..<reader.index)
      reader.skipSpace()
    }
    return values
  }

  private func malformed(_ problem: String, at index: Int? = nil) -> JSONError {
    .malformed(byte: (index ?? self.index) + 1, problem: problem)
  }

  private func next() -> UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte = next(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      index += 1
    }
  }

  private mutating func expect(
    _ character: Unicode.Scalar, _ problem: String
  ) throws(JSONError) {
    guard next() == UInt8(ascii: character) else { throw malformed(problem) }
    index += 1
  }

  /// Steps over a value; a string's text is returned where it is to be kept.
  private mutating func value(depth: Int, keepsString: Bool) throws(JSONError) -> [UInt8]? {
    guard depth <= Self.deepest else { throw malformed("more than \(Self.deepest) levels") }
    switch next() {
    case UInt8(ascii: "\""):
      let text = try string()
      return keepsString ? text : nil
    case UInt8(ascii: "{"): try skipContainer(end: "}", hasKeys: true, depth: depth)
    case UInt8(ascii: "["): try skipContainer(end: "]", hasKeys: false, depth: depth)
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    case UInt8(ascii: "n"): try word("null")
    default: try number()
    }
    return nil
  }

  private mutating func skipContainer(
    end: Unicode.Scalar, hasKeys: Bool, depth: Int
  ) throws(JSONError) {
    index += 1
    skipSpace()
    if next() == UInt8(ascii: end) {
      index += 1
      return
    }
    while true {
      skipSpace()
      if hasKeys {
        _ = try string()
        skipSpace()
        try expect(":", "no ':'")
        skipSpace()
      }
      _ = try value(depth: depth + 1, keepsString: false)
      skipSpace()
      if next() == UInt8(ascii: ",") {
        index += 1
      } else {
        try expect(end, "no ',' or '\(end)'")
        return
      }
    }
  }

  private mutating func word(_ word: StaticString) throws(JSONError) {
    let end = index + word.utf8CodeUnitCount
    guard end <= bytes.count,
      zip(index..<end, 0...).allSatisfy({ bytes[$0] == word.utf8Start[$1] })
    else { throw malformed("no value") }
    index = end
  }

  private mutating func number() throws(JSONError) {
    let start = index
    if next() == UInt8(ascii: "-") { index += 1 }
    if next() == UInt8(ascii: "0") {
      index += 1
    } else if !skipDigits() {
      throw malformed("no value", at: start)
    }
    if next() == UInt8(ascii: ".") {
      index += 1
      guard skipDigits() else { throw malformed("no digit") }
    }
    if next() == UInt8(ascii: "e") || next() == UInt8(ascii: "E") {
      index += 1
      if next() == UInt8(ascii: "+") || next() == UInt8(ascii: "-") { index += 1 }
      guard skipDigits() else { throw malformed("no digit") }
    }
  }

  private mutating func skipDigits() -> Bool {
    let start = index
    while let byte = next(), byte &- 0x30 < 10 { index += 1 }
    return index > start
  }
}

/// One member of an object: the bytes it is written in, and the text of it if it is a string.
struct JSONValue {
  var written: [UInt8]
  var string: [UInt8]?
  /// The offset at which it begins.
  var start = 0

  var isNull: Bool { written == Array("null".utf8) }
  /// Whether it is a number.
  var isNumber: Bool { written.first.map { $0 == 0x2D || $0 &- 0x30 < 10 } ?? false }
  /// The whole number from 0 on that it is, where it is one.
  var count: Int? {
    guard isNumber, written.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    return Int(String(decoding: written, as: UTF8.self))
  }
}

extension JSONReader {
  /// The text of the string that begins here, as UTF-8.
  private mutating func string() throws(JSONError) -> [UInt8] {
    try expect("\"", "no '\"'")
    var text: [UInt8] = []
    var run = index
    while true {
      guard let byte = next() else { throw malformed("a string without an end") }
      switch byte {
      case UInt8(ascii: "\""):
        text.append(contentsOf: bytes[run..<index])
        index += 1
        return text
      case UInt8(ascii: "\\"):
        text.append(contentsOf: bytes[run..<index])
        try escape(&text)
        run = index
      case 0..<0x20: throw malformed("a control character in a string")
      case 0x20..<0x80: index += 1
      default: try sequence(first: byte)
      }
    }
  }

  /// Steps over one well-formed UTF-8 sequence (Unicode 15, table 3-7).
  private mutating func sequence(first: UInt8) throws(JSONError) {
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard first >= 0xC2, first <= 0xF4, index + length <= bytes.count else {
      throw malformed("not UTF-8")
    }
    let low: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
    let high: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
    guard bytes[index + 1] >= low, bytes[index + 1] <= high else { throw malformed("not UTF-8") }
    for rest in stride(from: 2, to: length, by: 1) where bytes[index + rest] & 0xC0 != 0x80 {
      throw malformed("not UTF-8")
    }
    index += length
  }

  private mutating func escape(_ text: inout [UInt8]) throws(JSONError) {
    let start = index
    index += 1
    guard let letter = next() else { throw malformed("a string without an end") }
    index += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var code = try hexadecimal()
      if code & 0xFC00 == 0xD800, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
        bytes[index + 1] == UInt8(ascii: "u")
      {
        index += 2
        let low = try hexadecimal()
        guard low & 0xFC00 == 0xDC00 else { throw malformed("a lone surrogate", at: start) }
        code = 0x10000 + (code & 0x3FF) << 10 + low & 0x3FF
      }
      guard let scalar = Unicode.Scalar(code) else {
        throw malformed("a lone surrogate", at: start)
      }
      text.append(contentsOf: String(scalar).utf8)
    default: throw malformed("an unknown escape", at: start)
    }
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    guard index + 4 <= bytes.count else { throw malformed("four hexadecimal digits missing") }
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue else {
        throw malformed("no hexadecimal digit")
      }
      code = code << 4 | UInt32(digit)
      index += 1
    }
    return code
  }
}
