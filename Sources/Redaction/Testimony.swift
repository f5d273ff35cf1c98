/// Unredacted text, with the name it goes by. Its description and mirror show only its length.
public struct Testimony: Sendable, CustomStringConvertible, CustomReflectable {
  /// The document's name in reports; never derived from its text.
  public let id: String
  /// The language the text is read in.
  public let language: Language
  /// Valid UTF-8, unchanged: line ends, invisible characters and NUL bytes included.
  package let bytes: [UInt8]

  /// The largest text that is read, in bytes: offsets are 32 bits.
  public static let largest = Int(Int32.max)

  /// - Throws: `TestimonyError` where the bytes are not UTF-8, or too many.
  public init(
    id: String, utf8 bytes: [UInt8], language: Language
  ) throws(TestimonyError) {
    guard bytes.count <= Self.largest else { throw .tooLarge(bytes: bytes.count) }
    if let offset = UTF8Validation.firstInvalidByte(in: bytes) { throw .notUTF8(offset: offset) }
    self.id = id
    self.language = language
    self.bytes = bytes
  }

  /// A testimony of text that is a Swift string already, and so is valid.
  public init(id: String, text: String, language: Language) {
    precondition(text.utf8.count <= Self.largest, "a text of at most 2 GiB")
    self.id = id
    self.language = language
    bytes = Array(text.utf8)
  }

  /// Spans of it, ordered by start, counted in Unicode scalars.
  package func scalarSpans(_ spans: [TextSpan]) -> [TextSpan] { ScalarOffsets.of(spans, in: bytes) }

  /// Length of the text, in bytes.
  public var count: Int { bytes.count }
  /// The length in bytes, and none of the text.
  public var description: String { "Testimony(\(bytes.count) bytes)" }
  /// The length alone, so that no dump prints the text.
  public var customMirror: Mirror { Mirror(self, children: ["bytes": bytes.count]) }
}

/// Why bytes are not a testimony.
public enum TestimonyError: Error, Equatable, Sendable {
  /// The byte at `offset` begins no valid UTF-8 sequence.
  case notUTF8(offset: Int)
  case tooLarge(bytes: Int)
}

/// Strict UTF-8, by the table of well-formed sequences (Unicode 15, table 3-7).
enum UTF8Validation {
  /// The offset of the first byte that is not part of a well-formed sequence, or nil.
  static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      let count = bytes.count
      while index < count {
        // Eight ASCII bytes at a time.
        while index + 8 <= count,
          UnsafeRawPointer(bytes.baseAddress! + index).loadUnaligned(as: UInt64.self)
            & 0x8080_8080_8080_8080 == 0
        { index += 8 }
        guard index < count else { return nil }
        let first = bytes[index]
        if first < 0x80 {
          index += 1
          continue
        }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard first >= 0xC2, first <= 0xF4, index + length <= count else { return index }
        let second = bytes[index + 1]
        let low: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
        let high: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
        guard second >= low, second <= high else { return index }
        for rest in stride(from: 2, to: length, by: 1) where bytes[index + rest] & 0xC0 != 0x80 {
          return index
        }
        index += length
      }
      return nil
    }
  }
}
