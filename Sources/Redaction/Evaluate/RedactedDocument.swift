/// What was made of a document: what the measures compare with its marks.
package struct RedactedDocument: Sendable {
  /// One replacement.
  package struct Replacement: Sendable {
    /// Where it stood in the text, and where it stands in the output, in Unicode scalars.
    var source: Range<Int>
    var output: Range<Int>
  }

  /// Replacements in the order of the text; what was seen and left is none.
  package let replacements: [Replacement]
  /// The redacted text.
  package let text: [Unicode.Scalar]
  /// Whether the check before the output found something that must not show.
  package let leaks: Bool

  init(replacements: [Replacement], text: [Unicode.Scalar], leaks: Bool) {
    self.replacements = replacements
    self.text = text
    self.leaks = leaks
  }

  /// Takes the replacements, in Unicode scalars, and asks the check of the output.
  package init(_ redacted: RedactedTestimony) {
    let replacements: [Replacement] = zip(redacted.decisions, redacted.scalarSpans()).compactMap {
      decision, span in
      guard decision.treatment != .keep else { return nil }
      return Replacement(
        source: span.input.start..<span.input.end, output: span.output.start..<span.output.end)
    }
    self.init(
      replacements: replacements, text: Array(redacted.text.unicodeScalars),
      leaks: !redacted.leaks().isEmpty)
  }

  /// For each scalar of a text of `count` scalars whether it was replaced.
  func covered(count: Int) -> [Bool] {
    var covered = [Bool](repeating: false, count: count)
    for replacement in replacements {
      for index in replacement.source.clamped(to: 0..<count) { covered[index] = true }
    }
    return covered
  }
}
