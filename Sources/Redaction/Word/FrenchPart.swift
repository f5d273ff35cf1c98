/// The part that words play in a French sentence, told by the words before them and by the ending
/// of their first.
enum FrenchPart: Equatable {
  case noun
  /// "accordais les pianos", with who does it.
  case verb(Tense, Person)
  /// "accordé des pianos", after "a".
  case perfect
  case infinitive
  /// "accordant des pianos", after "en".
  case gerund
  /// "sourde", after "est".
  case predicate
  /// "boiteuse", after a noun.
  case attribute
  /// "sans bras", "depuis l'enfance".
  case phrase

  enum Tense: Int { case present, imperfect, past }
  enum Person: Int { case je, tu, il, nous, vous, ils }

  init(_ frame: FrenchFrame) {
    let words = Self.words(frame.around.original)
    var before = Self.word(before: frame)
    var first = words.first ?? ""
    if words.count > 1, Self.clitics.contains(first) || Self.subjects[first] != nil {
      if Self.subjects[first] != nil { before = first }
      if before.isEmpty || Self.subjects[before] == nil { before = Self.owners[first] ?? before }
      first = words[1]
    }
    self =
      Self.verb(first, words, after: before, frame)
      ?? Self.other(first, words, after: before, frame)
  }

  private static func verb(
    _ first: String, _ words: [String], after before: String, _ frame: FrenchFrame
  ) -> FrenchPart? {
    let isBare = frame.determiner == nil || frame.determiner == .definite
    // "a pas fermé l'œil"
    if own.contains(first), words.count > 1 {
      return .verb(
        first.hasSuffix("ait") || first.hasSuffix("aient") ? .imperfect : .present,
        first.hasSuffix("nt") ? .ils : .il)
    }
    if let person = subjects[before], first != before, !relative.contains(first) {
      return .verb(tense(first), first.hasSuffix("ent") && person == .il ? .ils : person)
    }
    if haves.contains(before) { return isParticiple(first) ? .perfect : nil }
    if isInfinitive(first),
      leading.contains(before)
        || frame.preposition == .de && words.count > 1
          && opening.contains(words[1])
    {
      return .infinitive
    }
    if first.hasSuffix("ant"), frame.preposition == .other("en") { return .gerund }
    guard isBare, frame.preposition == nil, frame.determiner == nil, first.utf8.count > 3,
      !copulas.contains(before)
    else { return nil }
    if first.hasSuffix("aient") { return .verb(.imperfect, .ils) }
    if first.hasSuffix("ait"), !nouns.contains(first) { return .verb(.imperfect, .il) }
    if first.hasSuffix("ais"), words.count > 1, !nouns.contains(first) {
      return .verb(.imperfect, .je)
    }
    // "Robert répare des vélos", and « Patrick, élève au collège »
    if words.count > 2, !Vocabulary.of(.french).entry(of: first).has(.job),
      opening.contains(words[1]), French.isFeminine(first) == nil,
      !before.isEmpty || frame.markBefore == "," && !words[1].hasPrefix("d")
    {
      if first.hasSuffix("ent") { return .verb(.present, .ils) }
      if first.hasSuffix("e") || first.hasSuffix("d") { return .verb(.present, .il) }
    }
    return nil
  }

  private static func other(
    _ first: String, _ words: [String], after before: String, _ frame: FrenchFrame
  ) -> FrenchPart {
    if prepositions.contains(first) { return .phrase }
    guard frame.determiner == nil, frame.preposition == nil, !frame.isClosed,
      !opening.contains(first)
    else { return .noun }
    if copulas.contains(before) { return .predicate }
    guard !before.isEmpty, words.count == 1 || isParticiple(first),
      !transitive.contains(before), !prepositions.contains(before),
      !Self.imperfect.end(before)
    else { return .noun }
    return .attribute
  }

  /// The word before, without what stands between a subject and its verb.
  private static func word(before frame: FrenchFrame) -> String {
    var offset = frame.around.span.start
    for _ in 0..<3 {
      guard let word = FrenchFrame.word(frame.around, endingBefore: offset, floor: 0) else {
        return ""
      }
      guard clitics.contains(word.text) || adverbs.contains(word.text) else { return word.text }
      offset = word.start
    }
    return ""
  }

  static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init)
  }

  private static func tense(_ verb: String) -> Tense {
    if imperfectEndings.end(verb) { return .imperfect }
    return verb.hasSuffix("a") && verb.utf8.count > 3 || verb.hasSuffix("èrent") ? .past : .present
  }

  static func isParticiple(_ word: String) -> Bool {
    Self.participles.end(word)
  }

  private static func isInfinitive(_ word: String) -> Bool {
    ["er", "ir", "oir", "re"].contains(where: word.hasSuffix) && !word.hasSuffix("ier")
      && word.utf8.count > 4
  }

  // MARK: Words

  private static let subjects: [String: Person] = [
    "je": .je, "j": .je, "tu": .tu, "il": .il, "elle": .il, "on": .il, "qui": .il, "nous": .nous,
    "vous": .vous, "ils": .ils, "elles": .ils, "ça": .il, "cela": .il,
  ]
  private static let owners = ["m": "je", "me": "je", "s": "il", "se": "il", "t": "tu"]
  private static let clitics = WordList("part-clitics")
  private static let adverbs = WordList("french-part-adverbs")
  private static let relative = WordList("french-part-articles")
  private static let haves = WordList("french-part-haves")
  private static let own = WordList("part-auxiliaries")
  private static let leading = WordList("part-before-infinitives")
  static let copulas = WordList("part-copulas")
  private static let transitive = WordList("part-before-objects")
  private static let opening = WordList("part-determiners")
  private static let prepositions = WordList("french-part-prepositions")
  private static let nouns = WordList("part-no-imperfects")

  private static let imperfect = WordList("part-imperfect", .french).parts

  private static let imperfectEndings = WordList("part-imperfect-endings", .french).parts
  private static let participles = WordList("part-participles", .french).parts
}

extension FrenchPart {
  /// What is said of a verb that means to work, or to have something, in the same form; nil where
  /// no verb stood there.
  func inflected(_ verb: FrenchVerb) -> String? {
    switch self {
    case .verb(let tense, let person): verb.finite[tense.rawValue][person.rawValue]
    case .perfect: verb.participle
    case .infinitive: verb.infinitive
    case .gerund: verb.gerund
    default: nil
    }
  }
}

/// The forms of a verb that stands for others.
struct FrenchVerb {
  /// By tense, then by person.
  let finite: [[String]]
  let participle: String
  let infinitive: String
  let gerund: String

  static let work = FrenchVerb(
    finite: [
      ["travaille", "travailles", "travaille", "travaillons", "travaillez", "travaillent"],
      [
        "travaillais", "travaillais", "travaillait", "travaillions", "travailliez", "travaillaient",
      ],
      ["travaillai", "travaillas", "travailla", "travaillâmes", "travaillâtes", "travaillèrent"],
    ], participle: "travaillé", infinitive: "travailler", gerund: "travaillant")
  static let have = FrenchVerb(
    finite: [
      ["ai", "as", "a", "avons", "avez", "ont"],
      ["avais", "avais", "avait", "avions", "aviez", "avaient"],
      ["eus", "eus", "eut", "eûmes", "eûtes", "eurent"],
    ], participle: "eu", infinitive: "avoir", gerund: "ayant")
}
