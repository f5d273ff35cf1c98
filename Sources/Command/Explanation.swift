internal import Redaction

/// Every decision of one document in its context, for the caseworker's own terminal.
///
/// It shows the original words, so it is written to stderr only and never to a file of its own.
struct Explanation {
  let redacted: RedactedTestimony
  let original: [UInt8]

  /// How many bytes of redacted text are shown on either side.
  private static let reach = 40

  func show() {
    var text = "\(printable(redacted.id)) (\(redacted.language.rawValue)):\n"
    for (decision, span) in zip(redacted.decisions, redacted.outputSpans) {
      text += entry(decision, at: span, mark: "")
    }
    for (decision, spans) in zip(redacted.review, redacted.reviewScalarSpans())
      .sorted(by: { Decision.isRiskier($0.0, $1.0) })
    {
      text += reviewEntry(decision, at: spans.output.start)
    }
    Console.write(text)
  }

  private func entry(_ decision: Decision, at span: TextSpan, mark: String) -> String {
    let before = printable(redacted.bytes[window(span.start - Self.reach, span.start)])
    let after = printable(redacted.bytes[window(span.end, span.end + Self.reach)])
    let now = printable(redacted.bytes[span.start..<span.end])
    return head(decision) + "      …\(before)\(color(7, now))\(after)…\n"
  }

  private func reviewEntry(_ decision: Decision, at scalar: Int) -> String {
    color(33, "  look at ") + head(decision).dropFirst(2)
  }

  private func head(_ decision: Decision) -> String {
    let was = printable(original[decision.span.start..<decision.span.end])
    let done =
      decision.treatment == .keep
      ? color(32, was) : "\(color(31, was)) → \(color(32, printable(decision.replacement)))"
    return "  \(decision.kind.rawValue), \(decision.treatment.name): \(done)"
      + color(2, "  (\(decision.reason); \(decision.recognizer))") + "\n"
  }

  /// The range of `redacted.bytes` between two offsets, made whole characters.
  private func window(_ start: Int, _ end: Int) -> Range<Int> {
    var low = max(start, 0)
    var high = min(end, redacted.bytes.count)
    while low < high, redacted.bytes[low] & 0xC0 == 0x80 { low += 1 }
    while high > low, high < redacted.bytes.count, redacted.bytes[high] & 0xC0 == 0x80 { high -= 1 }
    return low..<high
  }

  private func color(_ code: Int, _ text: String) -> String {
    Console.hasColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
