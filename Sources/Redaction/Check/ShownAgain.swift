extension RedactionPlan {
  /// What the output would still show of what the plan hides, as mentions in the testimony; empty
  /// where it shows nothing. What a replacement says itself ("in May", where May is somebody's name) is
  /// to be said by its kind alone.
  ///
  /// - Parameter originals: what other texts hide; this text's own where nil.
  func shown(hiddenElsewhere originals: MaskedOriginals? = nil) -> [Mention] {
    let redacted = reviewed().apply()
    let findings = originals.map(redacted.leaks(of:)) ?? redacted.leaks()
    return findings.flatMap { finding in
      let sources = redacted.sources(of: finding.span)
      if sources.isEmpty {
        return redacted.replacements(over: finding.span).filter {
          $0.recognizer != Decision.byCheck
        }.map {
          Mention(
            span: $0.span, kind: $0.kind, recognizer: Decision.byCheck, confidence: 0.5,
            why: "what would be said of it is somebody's name", needsReview: true)
        }
      }
      var detail = Mention.Detail.none
      if let entity = finding.entity,
        let person = registry.people.people.firstIndex(where: { $0.id == entity })
      {
        detail = .person(PersonReference(candidates: [person], isFull: true))
      }
      return sources.map {
        Mention(
          span: $0, kind: finding.kind, recognizer: Decision.byCheck, confidence: 0.5,
          why: finding.check == .protectedName
            ? "the check of the output reads a name of the people file in it"
            : "the same words as what is hidden elsewhere",
          detail: detail, needsReview: true)
      }
    }
  }
}

extension RedactedTestimony {
  /// Where the words of a finding come from: line and column in the testimony, from 1, columns in
  /// Unicode scalars; of what a replacement says, the place it replaces.
  public func origin(of finding: LeakFinding) -> (line: Int, column: Int) {
    let offset =
      sources(of: finding.span).first?.start ?? replacements(over: finding.span).first?.span.start
      ?? 0
    let before = reviewed.plan.testimony.bytes[..<offset]
    let line = before.count { $0 == 0x0A } + 1
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return (line, before[start...].count { $0 & 0xC0 != 0x80 } + 1)
  }

  /// What wrote a span of the output.
  func replacements(over span: TextSpan) -> [Decision] {
    decisions.indices.filter {
      decisions[$0].treatment != .keep && outputSpans[$0].overlaps(span)
    }.map { decisions[$0] }
  }

  /// Where the parts of a span of the output that no replacement wrote stand in the testimony.
  func sources(of span: TextSpan) -> [TextSpan] {
    var parts: [TextSpan] = []
    var start = span.start
    var shift = 0
    for (index, output) in outputSpans.enumerated() where decisions[index].treatment != .keep {
      if output.start >= span.end { break }
      if output.start > start { parts.append(TextSpan(start + shift, output.start + shift)) }
      if output.end > start { start = output.end }
      shift = decisions[index].span.end - output.end
    }
    if start < span.end { parts.append(TextSpan(start + shift, span.end + shift)) }
    return parts
  }
}
