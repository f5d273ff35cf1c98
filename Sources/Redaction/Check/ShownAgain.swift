extension RedactionPlan {
  /// The name that decisions give where the check of the output found more to hide.
  static let again = "check"

  /// What the output would still show of what the plan hides, as mentions in the testimony; empty
  /// where it shows nothing, or only what stands in a replacement.
  func shown(among registry: PersonRegistry) -> [Mention] {
    let redacted = reviewed().apply()
    return redacted.leaks().flatMap { finding in
      redacted.sources(of: finding.span).map { span in
        var detail = Mention.Detail.none
        if let entity = finding.entity,
          let person = registry.people.people.firstIndex(where: { $0.id == entity })
        {
          detail = .person(PersonReference(candidates: [person], isFull: true))
        }
        return Mention(
          span: span, kind: finding.kind, recognizer: Self.again, confidence: 0.5,
          why: "the same words as what is hidden elsewhere", detail: detail, needsReview: true)
      }
    }
  }
}

extension RedactedTestimony {
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
