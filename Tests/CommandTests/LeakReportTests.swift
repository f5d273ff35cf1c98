import Testing

@testable import Command
@testable import Redaction

/// What is said when a redacted text still shows something.
struct LeakReportTests {
  private let finding = LeakFinding(
    check: .protectedName, kind: .person, span: TextSpan(3, 9), entity: "p-1")

  @Test func oneFindingInOneDocumentRefusesTheWholeCall() {
    let error = #expect(throws: Refusal.self) {
      try LeakReport.refuse([("a.txt", [], []), ("b.txt", [finding], [(3, 14)])])
    }
    #expect(error?.sentence.contains("\n  b.txt:3:14: protected-name, person\n") == true)
    #expect(error?.sentence.contains("--explain") == true)
    #expect(error?.status == .refused)
    #expect(error?.sentence.contains("1 finding of protected-name in b.txt") == true)
    #expect(error?.sentence.contains("a.txt") == false)
  }

  @Test func findingsAreCountedByCheck() {
    let other = LeakFinding(
      check: .maskedOriginal, kind: .place, span: TextSpan(1, 2), entity: nil)
    #expect(
      LeakReport.summary([finding, other, finding])
        == "1 finding of masked-original, 2 of protected-name")
    #expect(LeakReport.summary([]) == nil)
  }

  @Test func nothingFoundIsNotRefused() throws {
    try LeakReport.refuse([("a.txt", [], []), ("b.txt", [], [])])
  }
}
