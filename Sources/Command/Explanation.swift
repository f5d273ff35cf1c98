internal import Custody
internal import Redaction

/// Every decision of one document in its context, for the caseworker's own terminal.
///
/// It shows the original words, so it is written to stderr only and never to a file of its own.
struct Explanation {
  let redacted: RedactedTestimony
  let words: OriginalWords

  /// How many bytes of redacted text are shown on either side.
  private static let reach = 40

  func show() {
    var text = "\(printable(redacted.id)) (\(redacted.language.rawValue)):\n"
    for (decision, span) in zip(redacted.decisions, redacted.outputSpans) {
      text += words.head(decision) + context(of: span)
    }
    for decision in redacted.review.sorted(by: Decision.isRiskier) {
      text += words.reviewEntry(decision)
    }
    Console.write(text)
  }

  private func context(of span: TextSpan) -> String {
    let before = printable(redacted.bytes[window(span.start - Self.reach, span.start)])
    let after = printable(redacted.bytes[window(span.end, span.end + Self.reach)])
    let now = printable(redacted.bytes[span.start..<span.end])
    return "      …\(before)\(OriginalWords.color(7, now))\(after)…\n"
  }

  /// The range of `redacted.bytes` between two offsets, made whole characters.
  private func window(_ start: Int, _ end: Int) -> Range<Int> {
    var low = max(start, 0)
    var high = min(end, redacted.bytes.count)
    while low < high, redacted.bytes[low] & 0xC0 == 0x80 { low += 1 }
    while high > low, high < redacted.bytes.count, redacted.bytes[high] & 0xC0 == 0x80 { high -= 1 }
    return low..<high
  }
}

/// What decisions are about, in the words of the original.
struct OriginalWords {
  let testimony: Testimony
  let bytes: [UInt8]

  /// A plan as it is shown on a terminal: every decision, then what is to be decided.
  func list(_ plan: SealedPlan) -> String {
    plan.decisions.map { head($0.decision) + inSentence($0.decision, plan) }.joined()
      + plan.doubtful.map(reviewEntry).joined()
  }

  /// `  place, generalize: Otok → a village  (press: place; …; place 0.90)`
  func head(_ decision: Decision) -> String {
    let was = printable(bytes[decision.span.start..<decision.span.end])
    let done =
      decision.treatment == .keep
      ? Self.color(32, was)
      : "\(Self.color(31, was)) → \(Self.color(32, printable(decision.replacement)))"
    return "  \(decision.kind.rawValue), \(decision.treatment.name): \(done)"
      + Self.color(2, "  (\(printable(decision.reason)); \(decision.source))") + "\n"
  }

  /// A decision in its sentence: as it was said, and as it will be read with all that is decided.
  func inSentence(_ decision: Decision, _ plan: SealedPlan) -> String {
    let (before, words, after) = sentence(decision.span)
    let (start, said, end) = result(decision.span, plan)
    return "      \(before)\(Self.color(7, "»\(words)«"))\(after)\n"
      + "      \(start)\(Self.color(7, "»\(said)«"))\(end)\n"
  }

  /// The sentence of a span as it will be read.
  func result(
    _ span: TextSpan, _ plan: SealedPlan
  ) -> (before: String, words: String, after: String) {
    let sentence = testimony.sentence(around: span)
    func read(_ start: Int, _ end: Int) -> String {
      var (out, last) = ("", start)
      for decision in plan.decisions.map(\.decision)
      where decision.span.start >= start && decision.span.end <= end
        && decision.span.start >= last && decision.treatment != .keep
      {
        out += printable(bytes[last..<decision.span.start]) + printable(decision.replacement)
        last = decision.span.end
      }
      return out + printable(bytes[last..<max(last, end)])
    }
    return (
      read(sentence.start, span.start), read(span.start, span.end), read(span.end, sentence.end)
    )
  }

  /// What to look at, with the sentence of the original in which it stands.
  func reviewEntry(_ decision: Decision) -> String {
    let (before, words, after) = sentence(decision.span)
    return Self.color(33, "  look at ") + head(decision).dropFirst(2)
      + "      \(before)\(Self.color(7, "»\(words)«"))\(after)\n"
  }

  /// The sentence of a span: what stands before it, itself, and what stands after it.
  func sentence(_ span: TextSpan) -> (before: String, words: String, after: String) {
    let sentence = testimony.sentence(around: span)
    return (
      printable(bytes[sentence.start..<span.start]), printable(bytes[span.start..<span.end]),
      printable(bytes[span.end..<sentence.end])
    )
  }

  static func color(_ code: Int, _ text: String) -> String {
    Console.hasColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

extension OriginalWords {
  /// Those of a plan's original.
  init(_ shown: CaseFolder.Reviewable) {
    testimony = Testimony(
      id: shown.plan.item, text: String(decoding: shown.text, as: UTF8.self),
      language: shown.plan.language)
    bytes = shown.text
  }
}

extension Decision {
  /// Which recognizer found it, and how sure it was: "place 0.90".
  var source: String { "\(recognizer) \(EvaluationMeasure.text(confidence, digits: 2))" }
}
