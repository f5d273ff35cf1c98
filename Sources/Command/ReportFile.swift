internal import Redaction

/// Reads what `redact --report`, `--report-public` and `--json` write: one record after another.
///
///     {"id": "a.txt", "lang": "en", "text": "…", "decisions": [{"start": 31, "end": 37,
///      "outStart": 31, "outEnd": 59, "kind": "person", "treatment": "pseudonymize",
///      "replacement": "Sergei (not his real name)", "entity": "p-2", "recognizer": "roster",
///      "confidence": 1.0, "reason": "press: protected people"}], "review": [],
///      "policy": {"name": "press", "digest": "sha256:60cb…"},
///      "reader": {"kind": "deep", "weights": "sha256:9f86…"}}
///
/// Policy and reader may be missing, as in reports of older versions. Nothing else is read: an unknown shape is an error with its line, which quotes nothing.
struct ReportFile {
  private let bytes: [UInt8]
  private let name: String

  /// The reports in a file; at least one.
  ///
  /// - Parameter name: of the file, for messages.
  static func reports(in bytes: [UInt8], name: String) throws -> [ReleasedReport] {
    let file = ReportFile(bytes: bytes, name: name)
    let records = try file.parse(0..<bytes.count) { try JSONReader.sequence(of: $0) }
    guard !records.isEmpty else { throw file.refusal(0, "the file is empty") }
    return try records.map(file.report)
  }

  private func report(_ range: Range<Int>) throws -> ReleasedReport {
    let record = try members(range)
    guard record["error"] == nil else {
      throw refusal(range.lowerBound, "this record could not be redacted")
    }
    for key in ["id", "text", "decisions", "review"] where record[key] == nil {
      throw refusal(range.lowerBound, "no \"\(key)\"")
    }
    guard let id = record["id"], id.string != nil || id.isNumber else {
      throw refusal(range.lowerBound, "\"id\" is neither a string nor a number")
    }
    if let reader = record["reader"] { try checkReader(reader, range) }
    guard let text = record["text"]?.string else {
      throw refusal(range.lowerBound, "\"text\" is not a string")
    }
    let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    let entries = try entries(record["decisions"], "decisions", range, scalars, isOrdered: true)
    _ = try self.entries(record["review"], "review", range, scalars, isOrdered: false)
    return ReleasedReport(
      name: name, id: String(decoding: id.string ?? id.written, as: UTF8.self), text: text,
      entries: entries)
  }

  private func checkReader(_ value: JSONValue, _ record: Range<Int>) throws {
    let start = record.lowerBound + value.start
    let reader = try members(start..<start + value.written.count)
    guard let kind = reader["kind"]?.string, reader["weights"]?.string != nil,
      Reader(rawValue: String(decoding: kind, as: UTF8.self)) != nil
    else { throw refusal(start, "\"reader\" names none that is known") }
  }

  private func entries(
    _ value: JSONValue?, _ key: String, _ record: Range<Int>, _ text: [Unicode.Scalar],
    isOrdered: Bool
  ) throws -> [ReleasedReport.Entry] {
    guard let value, value.written.first == UInt8(ascii: "[") else {
      throw refusal(record.lowerBound, "\"\(key)\" is not an array")
    }
    let start = record.lowerBound + value.start
    let elements = try parse(start..<start + value.written.count) {
      try JSONReader.elements(of: $0)
    }.map { $0.lowerBound + start..<$0.upperBound + start }
    var entries: [ReleasedReport.Entry] = []
    for element in elements {
      let entry = try entry(element, text)
      if isOrdered, let last = entries.last, last.output.end > entry.output.start {
        throw refusal(element.lowerBound, "decisions are not in order")
      }
      if isOrdered, entry.treatment != "keep",
        Array(text[entry.output.start..<entry.output.end])
          != Array(entry.replacement.unicodeScalars)
      {
        throw refusal(element.lowerBound, "a replacement is not what stands in the text")
      }
      entries.append(entry)
    }
    return entries
  }

  private static let keys: Set<String> = [
    "start", "end", "outStart", "outEnd", "kind", "treatment", "replacement", "entity",
    "recognizer", "confidence", "reason",
  ]

  private func entry(
    _ range: Range<Int>, _ text: [Unicode.Scalar]
  ) throws -> ReleasedReport.Entry {
    let decision = try members(range)
    guard Set(decision.keys).isSubset(of: Self.keys) else {
      throw refusal(range.lowerBound, "a decision has a key that reports do not have")
    }
    func string(_ key: String) throws -> String {
      guard let text = decision[key]?.string else {
        throw refusal(range.lowerBound, "\"\(key)\" of a decision is not a string")
      }
      return String(decoding: text, as: UTF8.self)
    }
    func span(_ start: String, _ end: String) throws -> TextSpan {
      guard let from = decision[start]?.count, let to = decision[end]?.count, from <= to else {
        throw refusal(range.lowerBound, "\"\(start)\" and \"\(end)\" of a decision are no span")
      }
      return TextSpan(from, to)
    }
    guard let kind = EntityKind(rawValue: try string("kind")) else {
      throw refusal(range.lowerBound, "a decision is of an unknown kind")
    }
    let treatment = try string("treatment")
    guard Treatment.Word(rawValue: treatment) != nil else {
      throw refusal(range.lowerBound, "a decision has an unknown treatment")
    }
    _ = try string("recognizer")
    guard decision["confidence"]?.isNumber == true else {
      throw refusal(range.lowerBound, "\"confidence\" of a decision is not a number")
    }
    let hasInput = decision["start"] != nil || decision["end"] != nil
    let output = try span("outStart", "outEnd")
    guard output.end <= text.count else {
      throw refusal(range.lowerBound, "a decision ends after the text")
    }
    return ReleasedReport.Entry(
      input: hasInput ? try span("start", "end") : nil, output: output, kind: kind,
      treatment: treatment, replacement: try string("replacement"),
      entity: decision["entity"] == nil ? nil : try string("entity"), reason: try string("reason"))
  }

  // MARK: JSON

  private func members(_ range: Range<Int>) throws -> [String: JSONValue] {
    guard bytes[range.lowerBound] == UInt8(ascii: "{") else {
      throw refusal(range.lowerBound, "not an object")
    }
    return try parse(range) { try JSONReader.members(of: $0) }
  }

  private func parse<Result>(
    _ range: Range<Int>, _ read: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) throws -> Result {
    do {
      return try bytes.withUnsafeBufferPointer {
        try read(UnsafeBufferPointer(rebasing: $0[range]))
      }
    } catch let error as JSONError {
      switch error {
      case .malformed(let byte, let problem):
        throw refusal(range.lowerBound + byte - 1, "not JSON: \(problem)")
      case .duplicateKey(let byte): throw refusal(range.lowerBound + byte - 1, "a key stands twice")
      }
    }
  }

  private func refusal(_ offset: Int, _ problem: String) -> Refusal {
    let line = 1 + bytes.prefix(offset).count { $0 == 0x0A }
    return Refusal(
      .badInput, "\(name):\(line): \(problem); give a report that 'redact --report' wrote")
  }
}
