internal import Redaction

/// Two results of `evaluate` beside each other.
struct EvaluationComparison {
  private struct Change {
    var earlier: EvaluationMeasure
    var now: EvaluationMeasure
    /// Nil where neither more nor less is better.
    var isBetter: Bool?
  }

  private let changes: [Change]
  private let missing: [EvaluationMeasure]

  init(_ earlier: [EvaluationMeasure], _ now: [EvaluationMeasure]) {
    changes = now.compactMap { measure in
      guard
        let before = earlier.first(where: {
          $0.group == measure.group && $0.name == measure.name
        }), let old = before.value, let new = measure.value, old != new
      else { return nil }
      return Change(
        earlier: before, now: measure, isBetter: measure.isBetterHigh.map { $0 == (new > old) })
    }
    missing = earlier.filter { old in
      !now.contains { $0.group == old.group && $0.name == old.name }
    }
  }

  /// Whether a measure is worse than it was, or was taken earlier and is not now.
  var isWorse: Bool { changes.contains { $0.isBetter == false } || !missing.isEmpty }

  var page: String {
    var lines = changes.map { change in
      let word = change.isBetter.map { $0 ? "better" : "worse" } ?? "changed"
      return "\(word)\t\(change.now.group)\t\(change.now.name)\t"
        + "\(change.earlier.text) → \(change.now.text)"
    }
    lines += missing.map { "gone\t\($0.group)\t\($0.name)\t\($0.text) → -" }
    if lines.isEmpty { lines = ["nothing changed"] }
    return lines.map { $0 + "\n" }.joined()
  }

  func write(to json: inout JSONWriter) {
    json.array("changes") { json in
      for change in changes {
        json.object { json in
          json.member("group", change.now.group)
          json.member("measure", change.now.name)
          json.member("earlier", change.earlier.value ?? 0)
          json.member("now", change.now.value ?? 0)
          if let isBetter = change.isBetter { json.member("better", isBetter) }
        }
      }
    }
  }

  // MARK: Reading

  /// The measures of an earlier `--json`.
  static func measures(inFile path: String) throws -> [EvaluationMeasure] {
    let bytes = try contents(of: path, limit: 1 << 26)
    let name = printable(path)
    let measures: [EvaluationMeasure]? = try? bytes.withUnsafeBufferPointer { buffer in
      guard let list = try JSONReader.members(of: buffer, wanted: ["measures"])["measures"] else {
        return nil
      }
      return try list.written.withUnsafeBufferPointer { list in
        try JSONReader.elements(of: list).map { range in
          try measure(JSONReader.members(of: UnsafeBufferPointer(rebasing: list[range])))
        }
      }
    }
    guard let measures else {
      throw Refusal(.badInput, "\(name) is no result of 'underseal evaluate --json'")
    }
    return measures
  }

  private static func measure(_ members: [String: JSONValue]) throws -> EvaluationMeasure {
    guard let group = members["group"]?.string, let name = members["measure"]?.string else {
      throw JSONError.malformed(byte: 1, problem: "no measure")
    }
    let (of, what) = (String(decoding: group, as: UTF8.self), String(decoding: name, as: UTF8.self))
    if let part = members["part"]?.count, let whole = members["whole"]?.count {
      return EvaluationMeasure(
        of, what, ProtectionScore.Share(part: part, whole: whole), isBetterHigh: nil)
    }
    guard let count = members["value"]?.count else {
      throw JSONError.malformed(byte: 1, problem: "no value")
    }
    return EvaluationMeasure(of, what, count, isBetterHigh: nil)
  }
}
