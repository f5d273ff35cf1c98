/// What verbs tell of the places beside them: whether somebody goes there or is there, and the
/// gender and number of the subject.
enum SlavicVerbs {
  /// A past tense or short participle after a subject.
  struct Past {
    var text: String
    var span: TextSpan
    var number: SlavicNumber
    /// Nothing stands between it and the subject.
    var isAdjacent: Bool
  }

  /// Whether the clause tells of going somewhere (true) or being somewhere (false); nil where
  /// no verb near the place says either.
  static func moves(_ context: SlavicContext, _ around: Surroundings, _ preposition: Int) -> Bool? {
    for word in context.before.dropFirst(preposition + 1) {
      if let moves = moves(word.text) { return moves }
    }
    var offset = around.span.end
    for _ in 0..<4 {
      guard let word = around.word(after: offset) else { return nil }
      if let moves = moves(Fold.string(word.text)) { return moves }
      offset = word.span.end
    }
    return nil
  }

  private static func moves(_ word: String) -> Bool? {
    guard word.utf8.count >= 6 else { return nil }
    if words.contains(word) || being.begin(word) { return false }
    return going.stand(in: word) ? true : nil
  }

  private static let going = WordList("verbs-going").foldedParts
  private static let being = WordList("verbs-being").foldedParts
  private static let words = WordList("verbs-words")

  // MARK: Agreement

  /// The past tense of the clause that a span is the subject of, if it follows soon.
  static func past(after around: Surroundings, _ language: Language) -> Past? {
    var offset = around.span.end
    for step in 0..<4 {
      guard let word = around.word(after: offset), word.span.end <= around.end else { return nil }
      let text = Fold.string(word.text)
      if let number = number(text, language) {
        return Past(
          text: word.text, span: word.span, number: number, isAdjacent: step == 0)
      }
      offset = word.span.end
      if offset < around.bytes.count, around.bytes[offset] != 0x20 { return nil }
    }
    return nil
  }

  /// The gender or plural that a past tense or short participle shows; nil for other words.
  private static func number(_ word: String, _ language: Language) -> SlavicNumber? {
    var stem = Substring(word)
    for particle in ["ся", "сь"] where stem.hasSuffix(particle) && stem.count > 4 {
      stem = stem.dropLast(2)
    }
    guard stem.count >= 3, !notVerbs.contains(word) else { return nil }
    let endings = language == .ukrainian ? ukrainianPast : russianPast
    return endings.parts.ending(of: stem).map { endings.numbers[$0] }
  }

  private static let ukrainianPast = past([
    ("ла", .feminine), ("ло", .neuter), ("ли", .plural), ("ав", .masculine), ("ив", .masculine),
    ("ів", .masculine), ("їв", .masculine), ("був", .masculine), ("ув", .masculine),
    ("яв", .masculine), ("шов", .masculine),
  ])
  private static let russianPast = past([
    ("ла", .feminine), ("ло", .neuter), ("ли", .plural), ("ал", .masculine), ("ил", .masculine),
    ("ел", .masculine), ("ял", .masculine), ("ул", .masculine), ("ыл", .masculine),
    ("ена", .feminine), ("ено", .neuter), ("ены", .plural), ("ен", .masculine),
    ("ана", .feminine), ("ано", .neuter), ("аны", .plural), ("ан", .masculine),
    ("ята", .feminine), ("ято", .neuter), ("яты", .plural),
  ])

  private static func past(
    _ rows: [(String, SlavicNumber)]
  ) -> (parts: WordParts, numbers: [SlavicNumber]) {
    (WordParts(rows.map(\.0)), rows.map(\.1))
  }

  private static let notVerbs = WordList("verbs-not-verbs")

  /// A past tense or short participle in another gender; nil where the stem would change.
  static func agreeing(
    _ verb: String, _ number: SlavicNumber, _ language: Language
  ) -> String? {
    var stem = verb
    var particle = ""
    for ending in ["ся", "сь"] where stem.lowercased().hasSuffix(ending) && stem.count > 4 {
      particle = "с"
      stem = String(stem.dropLast(2))
    }
    let isParticiple = stem.hasSuffix("на") || stem.hasSuffix("но") || stem.hasSuffix("н")
    guard stem == stem.lowercased() else { return nil }
    // The stem with its "л" or its "н".
    if "аоиы".contains(stem.last ?? " ") {
      stem = String(stem.dropLast())
    } else if language == .ukrainian, stem.hasSuffix("в") {
      stem = String(stem.dropLast()) + "л"
    }
    // "пришёл", "прийшов"
    for going in ["шел", "шёл", "шол"] where number != .masculine && stem.hasSuffix(going) {
      stem = stem.dropLast(2) + "л"
    }
    if language == .ukrainian, number != .masculine, stem.hasSuffix("шов") {
      stem = stem.dropLast(2) + "л"
    }
    guard let last = stem.last, "лнт".contains(last) else { return nil }
    let before = stem.dropLast().last ?? " "
    switch number {
    case .masculine:
      guard "аеиоуыяіїєёю".contains(before), !stem.hasSuffix("шел") else { return nil }
      if language == .ukrainian, last == "л" { stem = String(stem.dropLast()) + "в" }
    case .feminine: stem += "а"
    case .neuter: stem += "о"
    case .plural: stem += isParticiple ? "ы" : "и"
    }
    if particle.isEmpty { return stem }
    if language == .ukrainian { return stem + "ся" }
    return stem + (number == .masculine ? "ся" : "сь")
  }
}
