/// A plan that has been accepted; only such a plan can be applied. Made by `RedactionPlan.reviewed`.
public struct ReviewedPlan: Sendable {
  /// What the machine had proposed.
  public let plan: RedactionPlan
  /// In order of position, disjoint.
  public let decisions: [Decision]

  init(plan: RedactionPlan, decisions: [Decision]) {
    var last = 0
    for index in decisions.indices {
      precondition(decisions[index].span.start >= last, "decisions are ordered and disjoint")
      last = decisions[index].span.end
    }
    precondition(last <= plan.testimony.count, "decisions lie inside the testimony")
    self.plan = plan
    self.decisions = decisions
  }

  /// Writes the replacements; every byte outside the decisions stays as it was.
  public func apply() -> RedactedTestimony {
    let source = plan.testimony.bytes
    var output: [UInt8] = []
    output.reserveCapacity(source.count + decisions.count * 16)
    var spans: [TextSpan] = []
    spans.reserveCapacity(decisions.count)
    var last = 0
    for index in decisions.indices {
      let span = decisions[index].span
      output.append(contentsOf: source[last..<span.start])
      let start = output.count
      if decisions[index].treatment == .keep {
        output.append(contentsOf: source[span.start..<span.end])
      } else {
        output.append(contentsOf: decisions[index].replacement.utf8)
      }
      spans.append(TextSpan(start, output.count))
      last = span.end
    }
    output.append(contentsOf: source[last...])
    return RedactedTestimony(reviewed: self, bytes: output, outputSpans: spans)
  }
}
