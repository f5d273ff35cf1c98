import Audit
import Foundation
import Redaction
import Sealing
import Testing

@testable import Custody

/// A plan that was changed by somebody who may write to the case, and whose file the log therefore
/// names: what people decided is held against what the log says they decided.
struct ForgedPlanTests {
  private func objections(
    _ change: @escaping @Sendable (inout SealedPlan) -> Void
  ) async throws -> [String: String] {
    let ready = try await GateTests.Ready().ready()
    try await ready.folder.forge(ready.id, with: [ready.place.first], change)
    #expect(ready.folder.verify().verdict == .intact)
    return try await ready.objections()
  }

  @Test func aDecisionThatIsMissing() async throws {
    let objections = try await objections { $0.decisions.removeFirst() }
    #expect(objections["decisions"]?.contains("is missing") == true)
    #expect(objections["leaks"] != nil && objections["approvals"] != nil)
  }

  @Test func aDecisionThatIsMissingWithItsEntry() async throws {
    let objections = try await objections { plan in
      let gone = plan.decisions.removeFirst()
      plan.lines.removeAll { $0.index == gone.index }
    }
    #expect(objections["approvals"]?.contains("not of this text") == true)
  }

  @Test func otherWordsThanWereDecided() async throws {
    let objections = try await objections { $0.decisions[0].decision.replacement = "Otto" }
    #expect(objections["decisions"]?.contains("not what the log says") == true)
  }

  @Test func anotherPlaceThanWasDecided() async throws {
    let objections = try await objections { plan in
      plan.decisions[0].decision.span = TextSpan(
        plan.decisions[0].decision.span.start, plan.decisions[0].decision.span.end - 1)
    }
    #expect(objections["decisions"]?.contains("not what the log says") == true)
  }

  @Test func twoDecisionsWithOneEntry() async throws {
    let objections = try await objections { plan in
      plan.decisions[1].index = plan.decisions[0].index
    }
    #expect(objections["decisions"] != nil)
  }

  @Test func aPersonsNameUnderWhatTheMachineDecided() async throws {
    let objections = try await objections { $0.decisions[0].name = "Dora" }
    #expect(objections["decisions"]?.contains("not what the log says") == true)
  }

  @Test func somebodyWhoNeverAccepted() async throws {
    let objections = try await objections { $0.acceptedBy = ["Dora"] }
    #expect(objections["decisions"]?.contains("were accepted") == true)
  }

  @Test func anApprovalUnderAnotherName() async throws {
    let objections = try await objections { plan in
      let old = plan.approvals[0]
      plan.approvals = [.init(name: "Cora", vkey: old.vkey, note: old.note)]
    }
    #expect(objections["approvals"]?.contains("not in the log") == true)
  }

  @Test func aConsentOfNobody() async throws {
    let objections = try await objections { plan in
      plan.consent = try? Consent(
        yaml: Array("audience: any\nwhat: all\nby: nobody\n".utf8), file: "x")
    }
    #expect(objections["consent"]?.contains("not the one that the log has") == true)
  }

  @Test func anotherPolicyThanWasInUse() async throws {
    let ready = try await GateTests.Ready().ready()
    try await ready.folder.forge(ready.id, with: [ready.place.first]) { plan in
      plan.lines.removeAll { $0.disclosure.type == .policy }
    }
    #expect(try await ready.objections()["policy"]?.contains("plan the item again") == true)
  }
}

extension CaseFolder {
  /// Seals a changed plan and logs its file, without an entry about what was changed.
  func forge(
    _ id: String, with identities: [any Identity],
    _ change: @Sendable (inout SealedPlan) -> Void
  ) throws {
    try locked {
      var work = try work(id, with: identities, try verified()) { $0 }.work
      change(&work.plan)
      var act = CaseAct(at: Workplace.time)
      try seal(&work.plan, work.item.key, in: &act)
      try commit(act)
    }
  }
}
