extension Decision {
  /// How much it would cost if the decision were wrong, and how likely it is: the smaller, the sooner
  /// a person should look.
  ///
  /// What stays although it was doubtful comes before what is masked; names, contacts and numbers of
  /// papers before what nothing could name, and that before what only narrows a search; then the least
  /// certain; then the place in the text.
  private var risk: (stays: Int, harm: Int, confidence: Double, start: Int) {
    let harm =
      switch kind {
      case .person, .contact, .identifier: 0
      case .other: 1
      case .place, .organization, .unit, .event: 2
      case .date, .age, .job, .demographic, .number: 3
      }
    return (treatment == .keep ? 0 : 1, harm, confidence, span.start)
  }

  /// Whether a person should look at `a` before `b`.
  public static func isRiskier(_ a: Decision, _ b: Decision) -> Bool { a.risk < b.risk }
}
