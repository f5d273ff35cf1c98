internal import Redaction

/// Reads documents in the format of the Text Anonymization Benchmark:
///
///     [{"doc_id": "001-1", "text": "…", "annotations": {"annotator1": {"entity_mentions": [
///       {"entity_id": "e1", "entity_type": "PERSON", "start_offset": 4, "end_offset": 9,
///        "identifier_type": "DIRECT"}]}}}]
///
/// Offsets count Unicode scalars. Other keys are passed over.
struct BenchmarkFile {
  private let bytes: [UInt8]
  private let name: String

  /// Whether a file holds JSON and not an annotated text.
  static func isOne(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...].drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    guard rest.popFirst() == UInt8(ascii: "[") else { return false }
    return rest.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
      == UInt8(ascii: "{")
  }

  /// - Parameter name: of the file, for messages.
  static func documents(in bytes: [UInt8], name: String) throws -> [EntityDocument] {
    let file = BenchmarkFile(bytes: bytes, name: name)
    return try file.elements(0..<bytes.count).map(file.document)
  }

  private func document(_ range: Range<Int>) throws -> EntityDocument {
    let members = try members(range, ["doc_id", "text", "annotations"])
    guard let text = members["text"]?.string, let annotations = members["annotations"] else {
      throw refusal(range.lowerBound, "a document has no \"text\" or no \"annotations\"")
    }
    let begin = range.lowerBound + annotations.start
    let annotators = try self.members(begin..<begin + annotations.written.count, nil)
    let id = members["doc_id"]?.string.map { String(decoding: $0, as: UTF8.self) } ?? ""
    let mentions = try annotators.sorted { $0.key < $1.key }.map { _, value in
      let start = begin + value.start
      return try self.mentions(start..<start + value.written.count)
    }
    guard
      let document = EntityDocument(
        id: id, text: Array(String(decoding: text, as: UTF8.self).unicodeScalars),
        annotators: mentions)
    else { throw refusal(range.lowerBound, "a mention ends after the text") }
    return document
  }

  private func mentions(_ range: Range<Int>) throws -> [EntityDocument.Mention] {
    guard let list = try members(range, ["entity_mentions"])["entity_mentions"] else {
      throw refusal(range.lowerBound, "an annotator has no \"entity_mentions\"")
    }
    let start = range.lowerBound + list.start
    return try elements(start..<start + list.written.count).map { element in
      let mention = try members(
        element, ["entity_id", "entity_type", "start_offset", "end_offset", "identifier_type"])
      guard let first = mention["start_offset"]?.count, let last = mention["end_offset"]?.count,
        first <= last, let entity = mention["entity_id"]?.string,
        let kind = mention["entity_type"]?.string,
        let word = mention["identifier_type"]?.string,
        let identifier = EntityDocument.Identifier(rawValue: String(decoding: word, as: UTF8.self))
      else {
        throw refusal(
          element.lowerBound,
          "a mention wants entity_id, entity_type, start_offset, end_offset, and identifier_type"
            + " DIRECT, QUASI or NO_MASK")
      }
      return EntityDocument.Mention(
        range: first..<last, entity: String(decoding: entity, as: UTF8.self),
        kind: String(decoding: kind, as: UTF8.self), identifier: identifier)
    }
  }

  // MARK: JSON

  private func members(
    _ range: Range<Int>, _ wanted: Set<String>?
  ) throws -> [String: JSONValue] {
    try read(range) { buffer throws(JSONError) in
      try JSONReader.members(of: buffer, wanted: wanted)
    }
  }

  /// Where the elements of the array stand in the file.
  private func elements(_ range: Range<Int>) throws -> [Range<Int>] {
    try read(range) { buffer throws(JSONError) in try JSONReader.elements(of: buffer) }
      .map { range.lowerBound + $0.lowerBound..<range.lowerBound + $0.upperBound }
  }

  private func read<Value>(
    _ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) throws(JSONError) -> Value
  ) throws -> Value {
    let result = bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(JSONError) in try body(UnsafeBufferPointer(rebasing: buffer[range])) }
    }
    switch result {
    case .success(let value): return value
    case .failure(let error): throw refusal(range.lowerBound, error.sentence)
    }
  }

  private func refusal(_ offset: Int, _ problem: String) -> Refusal {
    let line = 1 + bytes[..<offset].count { $0 == 0x0A }
    return Refusal(.badInput, "\(name):\(line): \(problem)")
  }
}
