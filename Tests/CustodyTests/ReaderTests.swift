import Audit
import Foundation
import Redaction
import Sealing
import Testing

@testable import Custody

/// A plan whose reader had learned something else than the one that is to release it.
struct ReaderTests {
  static let others: [@Sendable (inout SealedPlan) -> Void] = [
    { $0.weights = "sha256:" + String(repeating: "0", count: 64) },
    // A plan of a version that had one reader, and did not name it.
    { plan in (plan.reader, plan.weights) = (nil, "") },
  ]

  private func old(
    _ change: @escaping @Sendable (inout SealedPlan) -> Void
  ) async throws -> GateTests.Ready {
    let ready = try await GateTests.Ready().ready()
    try await ready.folder.forge(ready.id, with: [ready.place.first], change)
    return ready
  }

  @Test func aPlanNamesItsReader() async throws {
    let ready = try await GateTests.Ready()
    let shown = try await ready.folder.reviewable(ready.id, with: [ready.place.first])
    #expect(shown.plan.reader == .deep && shown.plan.weights == Reader.weights)
    #expect(shown.plan.isOfThisReader)
    let read = try SealedPlan(shown.plan.json)
    #expect(read.reader == .deep && read.weights == Reader.weights)
    let entry = try #require(shown.plan.lines.last { $0.disclosure.type == .policy })
    #expect(entry.disclosure.body["reader"]?.string == "deep")
    #expect(entry.disclosure.body["weights"]?.string == Reader.weights)
  }

  @Test func theReaderIsTheOneThatWasAskedFor() async throws {
    let ready = try await GateTests.Ready()
    let source = Array((Policy.shippedSource(named: "press") ?? "").utf8)
    var planning = CaseFolder.Planning(policy: ("press", source), version: "0")
    planning.reader = .fast
    let fast = planning
    let plans = try await ready.folder.plan(
      [ready.id], fast, with: [ready.place.first], at: Workplace.time)
    #expect(plans.map(\.reader) == [.fast])
    let report = try await ready.ready().release()
    #expect(report.isReleased)
    let manifest = try #require(ready.place["case/\(report.folder ?? "")/release.json"])
    #expect(String(decoding: manifest, as: UTF8.self).contains(#""reader":{"kind":"fast""#))
  }

  @Test(arguments: others.indices) func whatAnotherReaderReadIsNotReleased(
    _ index: Int
  ) async throws {
    let ready = try await old(Self.others[index])
    let objection = try #require(try await ready.objections()["reader"])
    #expect(objection.contains("'underseal plan CASE \(ready.id)' plans it anew"))
  }

  @Test(arguments: others.indices) func whatAnotherReaderReadIsNeitherDecidedNorApproved(
    _ index: Int
  ) async throws {
    let ready = try await old(Self.others[index])
    await #expect(throws: CaseRefusal.self) { try await ready.review() }
    await #expect(throws: CaseRefusal.self) { try await ready.approve(as: "Cora") }
  }

  @Test(arguments: others.indices) func statusSaysItAndPlanMakesItAnew(_ index: Int) async throws {
    let ready = try await old(Self.others[index])
    let identities = [ready.place.first]
    let before = try await ready.folder.status(with: identities).items.first
    #expect(before?.state == .stale && before?.staleness == .reader)
    let source = Array((Policy.shippedSource(named: "press") ?? "").utf8)
    let planning = CaseFolder.Planning(policy: ("press", source), version: "0")
    let plans = try await ready.folder.plan([], planning, with: identities, at: Workplace.time)
    #expect(plans.map(\.item) == [ready.id])
    #expect(plans[0].isOfThisReader)
    #expect(plans[0].approvals.isEmpty)
    #expect(
      try await ready.folder.plan([], planning, with: identities, at: Workplace.time).isEmpty)
    let report = try await ready.ready().release()
    #expect(report.isReleased)
  }

  @Test func theItemKeepsThePolicyItWasPlannedWith() async throws {
    let ready = try await GateTests.Ready(policy: Policy.shippedSource(named: "strict"))
    let identities = [ready.place.first]
    try await ready.folder.forge(ready.id, with: identities, Self.others[0])
    let press = Array((Policy.shippedSource(named: "press") ?? "").utf8)
    var planning = CaseFolder.Planning(policy: ("press", press), version: "0")
    planning.keepsPolicy = true
    let keeping = planning
    let plans = try await ready.folder.plan([], keeping, with: identities, at: Workplace.time)
    #expect(plans.map(\.policyName) == ["strict"])
    planning.keepsPolicy = false
    let other = planning
    let others = try await ready.folder.plan(
      [ready.id], other, with: identities, at: Workplace.time)
    #expect(others.map(\.policyName) == ["press"])
  }

  @Test func anotherReaderThanTheLogNamesIsRefused() async throws {
    let ready = try await old { $0.reader = .fast }
    #expect(try await ready.objections()["reader"]?.contains("the log does not say") == true)
  }
}
