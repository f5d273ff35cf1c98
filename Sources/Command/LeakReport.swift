internal import Redaction

/// What the last check found in redacted texts, in words that quote nothing of them.
enum LeakReport {
  /// "2 findings of protected-name, 1 of masked-original", or nil when there is none.
  static func summary(_ findings: [LeakFinding]) -> String? {
    guard !findings.isEmpty else { return nil }
    var counts: [String: Int] = [:]
    for finding in findings { counts[finding.check.rawValue, default: 0] += 1 }
    let each = counts.sorted { $0.key < $1.key }.enumerated().map { index, entry in
      index == 0
        ? "\(counted(entry.value, "finding")) of \(entry.key)" : "\(entry.value) of \(entry.key)"
    }
    return each.joined(separator: ", ")
  }

  /// How many places a refusal names at most.
  private static let most = 10

  /// A document, what was found in it, and where each comes from in it, from 1.
  typealias Document = (
    id: String, findings: [LeakFinding], places: [(line: Int, column: Int)]
  )

  /// Refuses the whole call when anything was found in any document.
  static func refuse(_ documents: [Document]) throws {
    let found = documents.compactMap { document in
      summary(document.findings).map { "\($0) in \(printable(document.id))" }
    }
    guard !found.isEmpty else { return }
    let places = documents.flatMap { document in
      zip(document.findings, document.places).map { finding, place in
        "\n  \(printable(document.id)):\(place.line):\(place.column): \(finding.check.rawValue),"
          + " \(finding.kind.rawValue)"
      }
    }
    let rest = places.count > most ? "\n  and \(places.count - most) more" : ""
    throw Refusal(
      .refused,
      "nothing was written, because the result would still show what it must not, though it was"
        + " masked wherever it could be: " + found.joined(separator: "; ")
        + places.prefix(most).joined() + rest
        + "\nlook at these places with 'underseal redact … --explain'; then word them otherwise in the"
        + " text, or correct the role, the pseudonym or the marker that says it, in the people file or"
        + " the policy")
  }
}
