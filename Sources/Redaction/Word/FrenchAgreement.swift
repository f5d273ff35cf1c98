/// What is left standing after a replacement agrees with it: "Caen est tombé" → "une ville est tombée".
extension French {
  /// Takes in "est tombé" after the replacement where the participle has another gender.
  ///
  /// - Parameter known: whether nothing in the text tells the gender of what stood there.
  static func agreed(
    _ replacement: Replacement, _ noun: FrenchNoun, _ frame: FrenchFrame, known isUnknown: Bool
  ) -> Replacement {
    guard isUnknown, noun.isFeminine, !noun.isPlural, frame.preposition == nil,
      replacement.span.end == frame.around.span.end
    else { return replacement }
    let around = frame.around
    guard var word = around.word(after: around.span.end) else { return replacement }
    // "a perdu" agrees with nothing, "a été perdu" does.
    if haves.contains(word.text.lowercased()) {
      guard let next = around.word(after: word.span.end), next.text == "été" else {
        return replacement
      }
      word = next
    } else if !copulas.contains(word.text.lowercased()) {
      return replacement
    }
    for _ in 0..<3 {
      guard let next = around.word(after: word.span.end) else { return replacement }
      if let participle = feminine(next.text) {
        return Replacement(
          span: TextSpan(replacement.span.start, next.span.end),
          text: replacement.text + around.text(around.span.end, next.span.start) + participle)
      }
      guard adverbs.contains(next.text) else { return replacement }
      word = next
    }
    return replacement
  }

  /// "tombé" → "tombée"; nil where the word is no masculine participle that is told by its ending.
  private static func feminine(_ word: String) -> String? {
    if word.hasSuffix("é") { return word + "e" }
    if irregular.contains(word) { return word + "e" }
    return nil
  }

  private static let copulas: Set<String> = Set(
    "est était fut sera serait reste restait semble semblait devient devenait".split(
      separator: " "
    ).map(String.init))
  private static let haves = WordList("agreement-haves")
  private static let adverbs: Set<String> = Set(
    "pas plus presque entièrement totalement toujours encore déjà alors bien très".split(
      separator: " "
    ).map(String.init))
  private static let irregular = WordList("agreement-irregular")
}
