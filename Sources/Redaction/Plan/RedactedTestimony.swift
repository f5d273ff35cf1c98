/// A testimony with its decisions carried out. Made only by `ReviewedPlan.apply`.
public struct RedactedTestimony: Sendable, CustomStringConvertible {
  let reviewed: ReviewedPlan
  /// The redacted text, UTF-8. It may be shown only once `leaks()` is empty.
  public let bytes: [UInt8]
  /// Where each decision stands in `bytes`, in UTF-8 offsets.
  public let outputSpans: [TextSpan]

  /// The document's name, as its testimony has it.
  public var id: String { reviewed.plan.testimony.id }
  /// The language that the original was read in.
  public var language: Language { reviewed.plan.testimony.language }
  /// What was done, in order of position, disjoint.
  public var decisions: [Decision] { reviewed.decisions }
  /// What a person should have looked at, as the plan had it.
  public var review: [Decision] { reviewed.plan.review }
  /// `bytes` as a string; like them, to be shown only once `leaks()` is empty.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
  /// The length in bytes, and none of the text.
  public var description: String { "RedactedTestimony(\(bytes.count) bytes)" }

  /// Unicode-scalar offsets of the decisions, as reports give them: in the input and in the output.
  public func scalarSpans() -> [(input: TextSpan, output: TextSpan)] {
    let input = ScalarOffsets.of(decisions.map(\.span), in: reviewed.plan.testimony.bytes)
    let output = ScalarOffsets.of(outputSpans, in: bytes)
    return zip(input, output).map { ($0, $1) }
  }

  /// Unicode-scalar offsets of the review items: in the input, and where that place is in the
  /// output (an item inside a decision has the decision's place).
  public func reviewScalarSpans() -> [(input: TextSpan, output: TextSpan)] {
    let input = ScalarOffsets.of(review.map(\.span), in: reviewed.plan.testimony.bytes)
    let places = review.map { outputSpan(of: $0.span) }
    return zip(input, ScalarOffsets.of(places, in: bytes)).map { ($0, $1) }
  }

  /// Where a place of the original is in the output: that of the decision it lies in, where one does.
  package func outputSpan(of span: TextSpan) -> TextSpan {
    var low = 0
    var high = decisions.count
    while low < high {
      let middle = (low + high) / 2
      if decisions[middle].span.end <= span.start { low = middle + 1 } else { high = middle }
    }
    if low < decisions.count, decisions[low].span.overlaps(span) { return outputSpans[low] }
    let shift = low == 0 ? 0 : outputSpans[low - 1].end - decisions[low - 1].span.end
    return TextSpan(span.start + shift, span.end + shift)
  }
}
