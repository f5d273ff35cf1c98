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

  /// Refuses the whole call when anything was found in any document.
  static func refuse(_ documents: [(id: String, findings: [LeakFinding])]) throws {
    let found = documents.compactMap { document in
      summary(document.findings).map { "\($0) in \(printable(document.id))" }
    }
    guard !found.isEmpty else { return }
    throw Refusal(
      .refused,
      "nothing was written, because the result would still show what it must not: "
        + found.joined(separator: "; ")
        + "; correct the people file or the policy (--explain shows every decision)")
  }
}
