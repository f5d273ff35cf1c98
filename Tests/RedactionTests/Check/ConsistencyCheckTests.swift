import Testing

@testable import Redaction

/// What `verify` finds in releases, and that it finds nothing where nothing is wrong.
struct ConsistencyCheckTests {
  private func check(
    _ texts: [ReleasedText], people: PeopleFile = InventedRelease.people, policy: String = "press",
    reports: [ReleasedReport] = []
  ) throws -> ConsistencyResult {
    let policy = try #require(Policy.shipped(named: policy))
    return ConsistencyCheck(policy: policy, people: people).check(texts, reports: reports)
  }

  @Test func nothingIsFoundWhereNothingIsWrong() throws {
    let texts = try InventedRelease.texts()
    #expect(try check(texts).findings.isEmpty)
    #expect(try check(texts, reports: [InventedRelease.report()]).findings.isEmpty)
  }

  @Test(
    arguments: SeededFault.names + SeededFault.markers + SeededFault.pseudonyms + SeededFault.facts)
  func aFaultIsFoundWithItsPlace(_ fault: SeededFault) throws {
    let texts = try InventedRelease.texts(changing: fault.document, fault.changed)
    let reports = fault.hasReport ? [InventedRelease.report(policy: fault.policy)] : []
    let findings = try check(texts, policy: fault.policy, reports: reports).findings
    let text = try #require(texts.first { $0.id == fault.document })
    let shown = Array(String(decoding: text.bytes, as: UTF8.self).unicodeScalars)
    let isFound = findings.contains { finding in
      guard finding.check == fault.check, finding.document == fault.document,
        let span = finding.span, fault.entity == nil || finding.entity == fault.entity
      else { return false }
      var words = String.UnicodeScalarView()
      words.append(contentsOf: shown[max(0, span.start - 40)..<min(shown.count, span.end + 40)])
      var exact = String.UnicodeScalarView()
      exact.append(contentsOf: shown[span.start..<span.end])
      return String(words).contains(fault.place)
        && (fault.place.contains(String(exact)) || String(exact).contains(fault.place))
    }
    #expect(
      isFound,
      "\(findings.map { "\($0.check.rawValue) \($0.document ?? "") \($0.span.map { "\($0.start)–\($0.end)" } ?? "") \($0.entity ?? "") \($0.sentence)" })"
    )
  }
}
