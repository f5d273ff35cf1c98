/// A text that was redacted, and perhaps edited by hand since: what a reader will see.
public struct ReleasedText: Sendable, CustomStringConvertible {
  /// The document's name in findings.
  public let id: String
  /// The language it is written in; nil where that cannot be told.
  public let language: Language?
  /// The text as the pipeline reads it.
  let testimony: Testimony

  /// - Throws: `TestimonyError` where the bytes are not UTF-8, or too many.
  public init(
    id: String, utf8 bytes: [UInt8], language: Language?
  ) throws(TestimonyError) {
    testimony = try Testimony(id: id, utf8: bytes, language: language ?? .none)
    self.id = id
    self.language = language
  }

  var bytes: [UInt8] { testimony.bytes }
  /// The length in bytes, and none of the text.
  public var description: String { "ReleasedText(\(bytes.count) bytes)" }
}
