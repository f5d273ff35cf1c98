import Audit
import Custody
import Foundation
import Redaction
import Testing

/// What is undecided stays undecided until somebody says yes; what is decided stays while it fits.
struct ReviewTests {
  private typealias Ready = GateTests.Ready

  private func shown(_ ready: Ready) async throws -> SealedPlan {
    try await ready.folder.reviewable(ready.id, with: [ready.place.first]).plan
  }

  private var press: String { Policy.shippedSource(named: "press") ?? "" }

  @Test func oneDecisionDecidesNothingElse() async throws {
    let ready = try await Ready()
    let plan = try await ready.review(
      [Ruling(ready.span("Marta Keller"), .accept)], accepting: false)
    #expect(plan.decisions.count > 2)
    #expect(plan.undecided.count == plan.decisions.count - 1 && !plan.isReviewed)
    #expect(try await ready.objections()["review"]?.contains("undecided") == true)
    await ready.refusal("not decided yet") { try await ready.approve() }
    // Control: everything is accepted, and nothing stands against it.
    try await ready.review()
    try await ready.approve()
    #expect(try await ready.release().isReleased)
  }

  @Test func markingWordsAcceptsNothing() async throws {
    let ready = try await Ready()
    let plan = try await ready.review(
      [Ruling(ready.span("river"), .replace(.mask, with: "water", kind: nil))], accepting: false)
    #expect(plan.undecided.count == plan.decisions.count - 1 && !plan.isReviewed)
  }

  @Test func aPlanUnderAnotherPolicyIsAskedAgainWhereItDiffers() async throws {
    let ready = try await Ready()
    let before = try await ready.review()
    #expect(before.isReviewed)
    // Another digest, the same proposals: what was accepted still fits.
    try await ready.plan(policy: press + "\n# another digest\n")
    #expect(try await shown(ready).isReviewed)
    try await ready.plan(policy: Policy.shippedSource(named: "strict") ?? "")
    let after = try await shown(ready)
    #expect(!after.isReviewed && !after.undecided.isEmpty)
    let kept = after.decisions.filter { $0.name == "Anna" }
    #expect(
      kept.allSatisfy { entry in
        before.decisions.contains {
          $0.decision.span == entry.decision.span
            && $0.decision.replacement == entry.decision.replacement
        }
      })
    #expect(try await ready.objections()["review"] != nil)
  }

  @Test func whatAPersonLetStayIsAskedAgainUnderAnotherPolicy() async throws {
    let ready = try await Ready()
    let place = ready.span("river")
    try await ready.review([
      Ruling(place, .keep(why: "there are many")),
      Ruling(ready.span("water"), .replace(.mask, with: "it", kind: nil)),
    ])
    try await ready.plan()
    let same = try await shown(ready)
    #expect(same.isReviewed)
    #expect(same.decisions.contains { $0.decision.span == place && $0.name == "Anna" })
    try await ready.plan(policy: press + "\n# another digest\n")
    let other = try await shown(ready)
    #expect(
      !other.decisions.contains { $0.decision.span == place && $0.decision.treatment == .keep })
    // What somebody hid stays hidden, and is asked about.
    let hidden = other.decisions.first { $0.decision.span == ready.span("water") }
    #expect(hidden?.decision.replacement == "it" && hidden?.name == nil && !other.isReviewed)
  }

  @Test func aConsentChangesNoDecision() async throws {
    let ready = try await Ready(consent: "").ready()
    let before = try await shown(ready)
    #expect(try await ready.objections().keys.sorted() == ["consent"])
    try await ready.plan(consent: AddTests.consent)
    let after = try await shown(ready)
    #expect(after.isReviewed && after.decisions.map(\.index) == before.decisions.map(\.index))
    #expect(try await ready.release().isReleased)
  }
}
