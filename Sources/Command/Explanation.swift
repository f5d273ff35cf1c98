internal import Redaction

/// Every decision of one document in its context, for the caseworker's own terminal.
///
/// It shows the original words, so it is written to stderr only and never to a file of its own.
struct Explanation {
  let redacted: RedactedTestimony
  let testimony: Testimony
  let original: [UInt8]

  /// How many bytes of redacted text are shown on either side.
  private static let reach = 40

  func show() {
    var text = "\(printable(redacted.id)) (\(redacted.language.rawValue)):\n"
    for (decision, span) in zip(redacted.decisions, redacted.outputSpans) {
      text += entry(decision, at: span, mark: "")
    }
    for decision in redacted.review.sorted(by: Decision.isRiskier) { text += reviewEntry(decision) }
    Console.write(text)
  }

  private func entry(_ decision: Decision, at span: TextSpan, mark: String) -> String {
    let before = printable(redacted.bytes[window(span.start - Self.reach, span.start)])
    let after = printable(redacted.bytes[window(span.end, span.end + Self.reach)])
    let now = printable(redacted.bytes[span.start..<span.end])
    return head(decision) + "      …\(before)\(color(7, now))\(after)…\n"
  }

  /// What to look at, with the sentence of the original in which it stands.
  private func reviewEntry(_ decision: Decision) -> String {
    let sentence = testimony.sentence(around: decision.span)
    let before = printable(original[sentence.start..<decision.span.start])
    let after = printable(original[decision.span.end..<sentence.end])
    let words = color(7, "»\(printable(original[decision.span.start..<decision.span.end]))«")
    return color(33, "  look at ") + head(decision).dropFirst(2)
      + "      \(before)\(words)\(after)\n"
  }

  private func head(_ decision: Decision) -> String {
    let was = printable(original[decision.span.start..<decision.span.end])
    let done =
      decision.treatment == .keep
      ? color(32, was) : "\(color(31, was)) → \(color(32, printable(decision.replacement)))"
    return "  \(decision.kind.rawValue), \(decision.treatment.name): \(done)"
      + color(2, "  (\(decision.reason); \(decision.source))") + "\n"
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

extension Decision {
  /// Which recognizer found it, and how sure it was: "place 0.90".
  var source: String { "\(recognizer) \(EvaluationMeasure.text(confidence, digits: 2))" }
}
