import Testing

@testable import Command

/// JSON in and out of `--lines`: strict about what is read, exact about what is written.
struct JSONTests {
  private static func members(_ line: String) throws -> [String: JSONValue] {
    try Array(line.utf8).withUnsafeBufferPointer {
      try JSONReader.members(of: $0, wanted: ["text", "a"])
    }
  }

  @Test(arguments: [
    (#"{"text": "cold"}"#, "cold"),
    (#" { "text" : "" } "#, ""),
    (#"{"b": [1, {"text": "inner"}], "text": "a\/b\b\f"}"#, "a/b\u{8}\u{C}"),
    (#"{"te\u0078t": "\u0436\ud83d\ude00"}"#, "ж😀"),
    ("{\"text\": \"с\u{2028}\u{7F}\"}", "с\u{2028}\u{7F}"),
    (#"{"text": "\u0000", "n": [-0, 1.5e+3, 2E0, true, false, null]}"#, "\0"),
  ])
  func stringIsReadAsItWasMeant(_ line: String, _ text: String) throws {
    #expect(try Self.members(line)["text"]?.string == Array(text.utf8))
  }

  @Test(arguments: [
    "", " ", "{", "}", "[]", "null", "1", "\"text\"", "{}x", "{} {}", #"{"text": "a"#,
    #"{"text" "a"}"#, #"{"text": }"#, #"{"text": "a",}"#, #"{,}"#, #"{text: 1}"#, #"{'text': 1}"#,
    #"{"text": "\x"}"#, #"{"text": "\u12"}"#, #"{"text": "\u12g4"}"#, #"{"text": "\ud800"}"#,
    #"{"text": "\ude00"}"#, #"{"text": "\ud83d\u0041"}"#, #"{"text": "\"#, "{\"text\": \"a\nb\"}",
    #"{"a": 01}"#, #"{"a": 1.}"#, #"{"a": .5}"#, #"{"a": +1}"#, #"{"a": 1e}"#, #"{"a": NaN}"#,
    #"{"a": tru}"#, #"{"a": [1,]}"#, #"{"a": {"b"}}"#, #"{"a": 1, "a": 2}"#,
    #"{"a": 1, "\u0061": 2}"#,
  ])
  func lineThatIsNotOneObjectIsRefused(_ line: String) {
    #expect(throws: JSONError.self) { try Self.members(line) }
  }

  @Test(arguments: [[0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80]])
  func bytesThatAreNotUTF8AreRefused(_ bytes: [UInt8]) {
    let line = Array(#"{"text": ""#.utf8) + bytes + Array(#""}"#.utf8)
    #expect(throws: JSONError.self) {
      try line.withUnsafeBufferPointer { try JSONReader.members(of: $0, wanted: ["text"]) }
    }
  }

  @Test func nestingHasALimit() throws {
    func nested(_ depth: Int) -> String {
      #"{"a": "# + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "}"
    }
    #expect(try Self.members(nested(JSONReader.deepest))["a"] != nil)
    #expect(throws: JSONError.self) { try Self.members(nested(JSONReader.deepest + 1)) }
    #expect(throws: JSONError.self) { try Self.members(nested(1_000_000)) }
  }

  @Test func memberIsKeptAsItIsWritten() throws {
    let written = #"{"x" :1e400,"y":[ ]}"#
    #expect(try Self.members(#"{"a":  \#(written) }"#)["a"]?.written == Array(written.utf8))
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let text = String(String.UnicodeScalarView((0..<0x500).compactMap(Unicode.Scalar.init)))
    var json = JSONWriter()
    json.object { $0.member("text", text) }
    let line = String(decoding: json.bytes, as: UTF8.self)
    #expect(try Self.members(line)["text"]?.string == Array(text.utf8))
    #expect(!line.contains("\n"))
  }
}
