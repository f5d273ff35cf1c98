/// What the machine proposes for one testimony: decisions in order, disjoint, and what a person
/// should look at. Made only by `Pipeline.plan`.
public struct RedactionPlan: Sendable {
  /// The text that the spans of the decisions are in.
  public let testimony: Testimony
  /// In order of position, disjoint.
  public let decisions: [Decision]
  /// Spans a person should look at: in order, each also covered by a decision or left as it is.
  public let review: [Decision]
  /// The people whose forms must not show in the output.
  let registry: PersonRegistry
  /// Whether the policy masks the people to whom a pseudonym is promised.
  let masksProtectedPeople: Bool
  /// Positions of the people of the file whose name the texts call no real one: it was kept, and
  /// no pseudonym of theirs is in use.
  var keptNames: Set<Int> = []
  /// Positions of the people of the file whose given pseudonym somebody in the texts bears.
  var givenAreNames: Set<Int> = []

  /// The plan with decisions that a person made or accepted in place of the machine's; nil where
  /// they are not in order, not disjoint, or not inside the text.
  package func reviewed(deciding decisions: [Decision]) -> ReviewedPlan? {
    var last = 0
    for decision in decisions {
      guard decision.span.start >= last else { return nil }
      last = decision.span.end
    }
    guard last <= testimony.count else { return nil }
    return ReviewedPlan(plan: self, decisions: decisions)
  }

  /// Accepts the plan as the machine made it.
  public func reviewed() -> ReviewedPlan { ReviewedPlan(plan: self, decisions: decisions) }
}
