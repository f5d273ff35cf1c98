internal import Audit
internal import Foundation

/// A report of `redact`, held against the log: every replacement in the released text has its
/// entry, and every entry its replacement.
struct AuditReport: Decodable {
  /// One decision of a report; a public one has no `start`, `end` and `entity`.
  private struct Decision: Decodable {
    let outStart, outEnd: Int
    let start, end: Int?
    let kind, treatment, replacement: String
    let entity: String?
  }

  let id: String
  private let text: String
  private let decisions: [Decision]

  /// Reads a report file.
  static func read(_ path: String) throws -> AuditReport {
    let bytes = try contents(of: path, limit: 1 << 28)
    do {
      return try JSONDecoder().decode(AuditReport.self, from: Data(bytes))
    } catch {
      throw Refusal(.badInput, "\(printable(path)) is no report; 'redact --report' makes one")
    }
  }

  /// What does not fit, one sentence each, without any text of the report.
  func differences(from lines: [Openings.Line]) throws -> [String] {
    let digest = try AuditRecording.digest(Array(text.utf8))
    guard let release = lines.last(where: { isRelease($0, digest) }) else {
      return ["the log has no release of this text"]
    }
    let start =
      lines.last {
        $0.index < release.index && $0.disclosure.type == .release
      }?.index ?? -1
    var logged = lines.filter {
      start..<release.index ~= $0.index && $0.disclosure.type == .decision
        && $0.disclosure.body["document"]?.string == id
    }
    var found: [String] = []
    if release.disclosure.body["decisions"]?.number != logged.count {
      found.append("the release names another number of decisions than the log has")
    }
    let scalars = Array(text.unicodeScalars)
    for (number, decision) in decisions.enumerated() {
      let place = "decision \(number + 1) (\(decision.outStart)–\(decision.outEnd))"
      if let index = logged.firstIndex(where: { fits(decision, $0.disclosure.body) }) {
        logged.remove(at: index)
      } else {
        found.append("\(place) of the report has no entry")
      }
      guard decision.treatment != "keep" else { continue }
      let isInside =
        0 <= decision.outStart && decision.outStart <= decision.outEnd
        && decision.outEnd <= scalars.count
      let shown = isInside ? Array(scalars[decision.outStart..<decision.outEnd]) : []
      if shown != Array(decision.replacement.unicodeScalars) {
        found.append("\(place) of the report is not what stands in the text")
      }
    }
    return found + logged.map { "entry \($0.index) has no decision in the report" }
  }

  private func isRelease(_ line: Openings.Line, _ digest: String) -> Bool {
    line.disclosure.type == .release && line.disclosure.body["document"]?.string == id
      && line.disclosure.body["sha256"]?.string == digest
  }

  private func fits(_ decision: Decision, _ body: JSON) -> Bool {
    func number(_ key: String, _ value: Int?) -> Bool { value == nil || body[key]?.number == value }
    func string(_ key: String, _ value: String?) -> Bool {
      value == nil || body[key]?.string == value
    }
    return number("outStart", decision.outStart) && number("outEnd", decision.outEnd)
      && number("start", decision.start) && number("end", decision.end)
      && string("kind", decision.kind) && string("treatment", decision.treatment)
      && string("replacement", decision.replacement) && string("person", decision.entity)
  }
}
