/// What the machine proposes for one testimony: decisions in order, disjoint, and what a person
/// should look at. Made only by `Pipeline.plan`.
public struct RedactionPlan: Sendable {
  public let testimony: Testimony
  /// In order of position, disjoint.
  public let decisions: [Decision]
  /// Spans a person should look at: in order, each also covered by a decision or left as it is.
  public let review: [Decision]
  /// The people whose forms must not show in the output.
  let registry: PersonRegistry
  /// Whether the policy masks the people to whom a pseudonym is promised.
  let masksProtectedPeople: Bool

  /// Accepts the plan as the machine made it.
  public func reviewed() -> ReviewedPlan { ReviewedPlan(plan: self, decisions: decisions) }
}
