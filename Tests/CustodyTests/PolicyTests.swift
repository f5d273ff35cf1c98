import Audit
import Custody
import Foundation
import Redaction
import Testing

/// Which policies may release is the case's to say, not the planner's.
struct PolicyTests {
  private typealias Ready = GateTests.Ready

  /// A policy of the planner's own that calls itself press.
  static let own = """
    version: 1
    name: press
    audience: public
    approvals: 0
    people: {protected: pseudonymize, incidental: keep, unlisted: keep, public: keep}
    unknown: keep
    rules:
      - {kind: place, treatment: keep, why: x}
      - {kind: date, treatment: keep, why: x}
    """

  private func planNamed(_ ready: Ready, _ yaml: String) async throws -> SealedPlan? {
    var planning = CaseFolder.Planning(policy: ("press", Array(yaml.utf8)), version: "0")
    planning.isNamed = true
    let planned = planning
    return try await ready.folder.plan(
      [ready.id], planned, with: [ready.place.first], at: Workplace.time
    ).first
  }

  @Test func aPolicyOfThePlannersOwnIsForDrafts() async throws {
    let ready = try await Ready(policy: Self.own).ready()
    #expect(try await ready.objections().keys.sorted() == ["policy"])
    #expect(try await ready.objections()["policy"]?.contains("for drafts") == true)
    // Control: the case's own policy of that name releases.
    try await ready.plan()
    _ = try await ready.ready()
    #expect(try await ready.release().isReleased)
  }

  @Test func aNameMeansTheCopyOfTheCase() async throws {
    let ready = try await Ready()
    let plan = try await planNamed(ready, Self.own)
    let settings = await ready.folder.settings
    #expect(settings.policies.map(\.name).contains("press"))
    // What the program brings under that name now is not taken.
    #expect(plan?.decisions.contains { $0.decision.replacement.contains("1990") } == false)
    _ = try await ready.ready()
    #expect(try await ready.release().isReleased)
  }

  @Test func adoptingAPolicyIsLoggedAndTakesThePlaceOfTheOlder() async throws {
    let ready = try await Ready(policy: Self.own).ready()
    let before = await ready.folder.settings.policies.count
    try await ready.folder.pin([("press", Array(Self.own.utf8))], at: Workplace.time)
    #expect(await ready.folder.settings.policies.count == before)
    #expect(ready.folder.verify().verdict == .intact)
    #expect(try await ready.release().isReleased)
    // Undoing that by putting the older settings back shows.
    try await ready.folder.pin([], removing: ["press"], at: Workplace.time)
    await #expect(throws: CaseRefusal.self) {
      try await ready.folder.pin([], removing: ["press"], at: Workplace.time)
    }
  }

  @Test func theCaseSaysHowManyApprovalsThereAreAtLeast() async throws {
    let ready = try await Ready().ready()
    try await ready.folder.pin([], approvals: 2, at: Workplace.time)
    #expect(try await ready.objections()["approvals"]?.contains("1 of 2") == true)
    try await ready.approve(as: "Cora")
    #expect(try await ready.release().isReleased)
  }

  @Test func settingsThatSomebodyEditedLetNothingRelease() async throws {
    let ready = try await Ready(policy: Self.own).ready()
    let yaml = String(decoding: ready.place["case/case.yaml"] ?? Data(), as: UTF8.self)
    let digest = try Hash(of: Array(Self.own.utf8)).bytes
    ready.place["case/case.yaml"] = Data(
      yaml.replacing(/name: "press", audience: "public", sha256: "[0-9a-f]+"/) { _ in
        "name: \"press\", audience: \"public\", sha256: \"\(hexadecimal(digest))\""
      }.utf8)
    await ready.refusal("case.yaml") { _ = try await ready.release() }
    #expect(ready.folder.verify().findings.map(\.file) == ["case.yaml"])
  }

  @Test func aPolicyThatNamesProtectedPeopleIsNeverLet() async throws {
    let ready = try await Ready()
    let yaml = Self.own.replacing("protected: pseudonymize", with: "protected: keep")
    await ready.refusal("to whom another was promised") {
      try await ready.folder.pin([("open", Array(yaml.utf8))], at: Workplace.time)
    }
  }

  @Test func aCaseOfTheFirstVersionLetsNothingReleaseBeforeItSaysWhat() async throws {
    let old = try FirstVersionTests.Unpacked()
    #expect(await old.folder.settings.policies.isEmpty)
    let press = Array((Policy.shippedSource(named: "press") ?? "").utf8)
    var planning = CaseFolder.Planning(policy: ("press", press), version: "0")
    planning.reader = .fast
    let ready = planning
    _ = try await old.folder.plan(
      [FirstVersionTests.planned], ready, with: [old.identity], at: "2026-12-01T09:00:00Z")
    try await old.release(FirstVersionTests.planned)
    let first = try await old.folder.release(
      FirstVersionTests.planned, with: [old.identity], at: "2026-12-01T09:00:00Z")
    #expect(first.checks.filter { !$0.holds }.map(\.name) == ["policy"])
    try await old.folder.pin([("press", press)], at: "2026-12-01T09:00:00Z")
    let second = try await old.folder.release(
      FirstVersionTests.planned, with: [old.identity], at: "2026-12-01T09:00:00Z")
    #expect(second.isReleased)
    #expect(old.folder.verify().verdict == .intact)
  }
}
