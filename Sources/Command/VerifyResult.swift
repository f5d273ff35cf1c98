internal import Redaction

/// What `underseal verify` has to say.
struct VerifyResult {
  private let result: ConsistencyResult
  private let texts: [(id: String, bytes: [UInt8])]

  init(_ result: ConsistencyResult, texts: [(id: String, bytes: [UInt8])]) {
    self.result = result
    self.texts = texts
  }

  /// For people: a line for each finding, with line and column, then what it comes to.
  func text(quiet: Bool) -> [UInt8] {
    var text = ""
    for finding in result.findings { text += line(finding, color: 31) }
    guard !quiet else { return Array(text.utf8) }
    for warning in result.warnings { text += line(warning, color: 33, prefix: "look at: ") }
    let count = counted(texts.count, "text")
    let look =
      result.warnings.isEmpty ? "" : "; \(result.warnings.count) to look at"
    text +=
      result.findings.isEmpty
      ? "\(colored(32, "CONSISTENT")): nothing found in \(count)\(look)\n"
      : "\(colored(31, "INCONSISTENT")): \(counted(result.findings.count, "finding")) in \(count)\(look)\n"
    return Array(text.utf8)
  }

  private func line(
    _ finding: ConsistencyFinding, color: Int, prefix: String = ""
  ) -> String {
    let place = finding.document.map { "\(printable($0))\(position(finding)): " } ?? ""
    return
      "\(place)\(prefix)\(colored(color, finding.check.rawValue)): \(printable(finding.sentence))\n"
  }

  /// ":3:14", counted from 1, in Unicode scalars.
  private func position(_ finding: ConsistencyFinding) -> String {
    guard let span = finding.span, let text = texts.first(where: { $0.id == finding.document })
    else { return "" }
    var line = 1
    var column = 1
    for scalar in String(decoding: text.bytes, as: UTF8.self).unicodeScalars.prefix(span.start) {
      if scalar == "\n" {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    return ":\(line):\(column)"
  }

  private func colored(_ code: Int, _ text: String) -> String {
    Console.hasOutputColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  /// For programs: `{"findings": [{"check", "document", "start", "end", "entity", "message"}], …}`.
  func json() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("consistent", result.findings.isEmpty)
      json.array("findings") { json in
        for finding in result.findings { Self.write(finding, to: &json) }
      }
      json.array("warnings") { json in
        for warning in result.warnings { Self.write(warning, to: &json) }
      }
      json.array("unchecked") { json in
        for sentence in result.unchecked { json.element(sentence) }
      }
    }
    return json.bytes + [0x0A]
  }

  private static func write(_ finding: ConsistencyFinding, to json: inout JSONWriter) {
    json.object { json in
      json.member("check", finding.check.rawValue)
      if let document = finding.document { json.member("document", document) }
      if let span = finding.span {
        json.member("start", span.start)
        json.member("end", span.end)
      }
      if let entity = finding.entity { json.member("entity", entity) }
      json.member("message", finding.sentence)
    }
  }
}
