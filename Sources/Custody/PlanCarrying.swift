internal import Redaction

extension SealedPlan {
  /// Keeps what people decided about the same text before, where it still fits; the rest is asked
  /// again.
  ///
  /// What was accepted fits where the same is proposed. What a person decided otherwise fits under
  /// the same policy; under another, what hides something is proposed, and what stays is not.
  mutating func takeOver(from old: SealedPlan) {
    guard old.original == original else { return }
    for entry in old.decisions {
      guard let name = old.decider(of: entry) else { continue }
      let isSamePolicy = old.policy == policy
      var decision = entry.decision
      let proposed = decisions.first { $0.decision.span == decision.span }?.decision
      if let proposed, proposed.isSame(as: decision) {
        // The machine's proposal for the same person is the newer one.
        _ = replace(with: Entry(decision: proposed, name: name))
      } else if decision.recognizer == Self.reviewer {
        if isSamePolicy || decision.treatment != .keep {
          if let proposed, proposed.isSamePerson(as: decision) {
            decision.replacement = proposed.replacement
          }
          _ = replace(with: Entry(decision: decision, name: isSamePolicy ? name : nil))
        }
      } else if decision.treatment == .keep, isSamePolicy, proposed == nil,
        review.contains(where: { $0.span == decision.span && $0.kind == decision.kind })
      {
        _ = replace(with: Entry(decision: decision, name: name))
      }
    }
  }

  /// Puts a decision in the place of those inside it; false where it would cut through one.
  mutating func replace(with entry: Entry) -> Bool {
    let span = entry.decision.span
    let overlapping = decisions.filter { $0.decision.span.overlaps(span) }
    guard overlapping.allSatisfy({ span.contains($0.decision.span) }) else { return false }
    decisions.removeAll { $0.decision.span.overlaps(span) }
    decisions.append(entry)
    decisions.sort { $0.decision.span < $1.decision.span }
    return true
  }
}

extension Decision {
  /// Whether both say the same of one person, whatever the pseudonym is now.
  fileprivate func isSamePerson(as other: Decision) -> Bool {
    entity != nil && entity == other.entity && treatment == .pseudonymize
      && other.treatment == .pseudonymize
  }

  /// Whether saying yes to one is saying yes to the other.
  fileprivate func isSame(as other: Decision) -> Bool {
    isSamePerson(as: other)
      || kind == other.kind && treatment == other.treatment && replacement == other.replacement
        && entity == other.entity
  }
}
