/// In French the vowel before a name falls, or comes back, with the name that replaces it:
/// "d'Awa" → "de Clarisse", "de Fatou" → "d'Odile".
enum FrenchElision {
  /// The span and the words that fit before `name`.
  static func fit(_ name: String, _ span: TextSpan, _ around: Surroundings) -> (TextSpan, String) {
    guard !name.isEmpty else { return (span, name) }
    let isVowel = opensWithVowel(name)
    let before = around.text(
      Surroundings.boundary(around.bytes, max(around.start, span.start - 12), forward: true),
      span.start)
    for (elided, full) in pairs {
      for mark in isVowel ? [] : ["'", "’"] where ends(before, with: elided + mark) {
        let start = span.start - (elided + mark).utf8.count
        let word = isShouted(name) ? full.uppercased() : caseOf(before.dropLast(1), full)
        return (TextSpan(start, span.end), word + " " + name)
      }
      if isVowel, ends(before, with: full + " ") {
        let start = span.start - full.utf8.count - 1
        let word =
          isShouted(name) ? elided.uppercased() : caseOf(before.dropLast(full.count), elided)
        return (TextSpan(start, span.end), word + "'" + name)
      }
    }
    return (span, name)
  }

  /// Whether a name opens with a vowel to the ear: Odile, Yves, Hélène, but Yannick, Hassan.
  static func opensWithVowel(_ name: some StringProtocol) -> Bool {
    let folded = Fold.string(String(name.prefix { $0.isLetter }))
    guard let first = folded.first else { return false }
    if first == "h" { return mute.begin(folded) }
    if first == "y" { return !(folded.dropFirst().first.map { "aeiou".contains($0) } ?? true) }
    return "aeiou".contains(first)
  }

  /// How French names begin whose h is not heard.
  private static let mute = WordList("elision-mute").parts
  /// Whether the words end in `ending`, and a word begins with it.
  private static func ends(_ text: String, with ending: String) -> Bool {
    guard text.lowercased().hasSuffix(ending) else { return false }
    return text.dropLast(ending.count).unicodeScalars.last.map { !$0.properties.isAlphabetic }
      ?? true
  }

  private static func isShouted(_ name: String) -> Bool {
    let letters = name.prefix { $0 != " " }.unicodeScalars.filter(\.properties.isAlphabetic)
    return letters.count > 1 && letters.allSatisfy { !$0.properties.isLowercase }
  }

  private static func caseOf(_ written: Substring, _ word: String) -> String {
    guard let last = written.unicodeScalars.last, ScalarClass.isCapital(last.value) else {
      return word
    }
    return word.prefix(1).uppercased() + word.dropFirst()
  }

  private static let pairs = [
    ("d", "de"), ("qu", "que"), ("lorsqu", "lorsque"), ("puisqu", "puisque"),
    ("quoiqu", "quoique"),
  ]
}
