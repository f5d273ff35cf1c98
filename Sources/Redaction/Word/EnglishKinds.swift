/// What is said of a trade, a trait or a happening of which no table knows more than its kind:
/// words that play the same part in the sentence as what stood there.
extension English {
  // MARK: Trades

  /// "drove the bread van" → "worked", "the sea-urchin divers" → "workers".
  ///
  /// - Parameter phrase: "a medic", "worked"; empty where nothing is known.
  static func job(
    _ phrase: String, _ level: GeneralizationLevel, in around: Surroundings
  ) -> Replacement {
    let (article, known) = split(phrase)
    if !phrase.isEmpty, article.isEmpty { return finish(phrase, around.span, around) }
    let noun = known.isEmpty ? "worker" : level == .general ? general(known) : known
    let isMany = EnglishPart.isPlural(EnglishPart.words(around.original))
    let isPast = EnglishPart.isPast(String(around.original.lowercased().prefix { $0.isLetter }))
    switch EnglishPart(around) {
    case .past, .perfect: return finish("worked", around.span, around)
    case .present: return finish("works", around.span, around)
    case .base: return finish("work", around.span, around)
    case .gerund: return finish("working", around.span, around)
    case .predicate where isPast: return finish("at work", around.span, around)
    case .phrase where around.original.lowercased().hasPrefix("as "):
      return finish("as " + withArticle(noun), around.span, around)
    case .phrase where phrase.isEmpty: return finish("at work", around.span, around)
    case .noun where phrase.isEmpty && isWorkplace(around):
      return nounPhrase("a workplace", in: around)
    case .noun(isPlural: true),
      .predicate where isMany:
      return finish(plural(noun), withoutArticle(around), around)
    default: return nounPhrase(withArticle(noun), in: around)
    }
  }

  private static func withArticle(_ noun: String) -> String { article(before: noun) + " " + noun }

  private static func general(_ noun: String) -> String {
    ["soldier", "officer"].contains(noun) ? "soldier" : "worker"
  }

  /// "in the rice store": not who works, but where.
  private static func isWorkplace(_ around: Surroundings) -> Bool {
    let words = EnglishPart.words(around.original)
    let head = words.prefix { !EnglishPart.prepositions.contains($0) }.last ?? ""
    guard
      !Self.agentEndings.end(head)
    else { return false }
    var offset = around.span.start
    for _ in 0..<2 {
      guard let word = around.word(before: offset) else { return false }
      let text = word.text.lowercased()
      if Self.whereWords.contains(text) {
        return true
      }
      guard articles.contains(text) || possessives.contains(text) else { return false }
      offset = word.span.start
    }
    return false
  }

  /// The plural of a noun phrase without its article: "members of the clergy".
  static func plural(_ phrase: String) -> String {
    var words = phrase.split(separator: " ").map(String.init)
    let head = max(
      0, (words.firstIndex { EnglishPart.prepositions.contains($0) } ?? words.count) - 1)
    guard head < words.count else { return phrase }
    let noun = words[head]
    words[head] =
      noun.hasSuffix("y") && !noun.hasSuffix("ey") ? noun.dropLast() + "ies" : noun + "s"
    return words.joined(separator: " ")
  }

  /// The span itself: an article before it stays, where a plural goes with it.
  private static func withoutArticle(_ around: Surroundings) -> TextSpan {
    guard let before = around.before, ["a", "an"].contains(before.text.lowercased()) else {
      return around.span
    }
    return TextSpan(before.span.start, around.span.end)
  }

  // MARK: Traits

  /// A trait of which no table knows what it is: "stammers" → "has a distinguishing feature".
  ///
  /// - Parameter phrase: "a distinguishing mark", "ill", where a table knows it.
  static func trait(_ phrase: String = "", in around: Surroundings) -> Replacement? {
    let sort = TraitSort(EnglishPart.words(around.original))
    guard phrase.isEmpty else { return known(phrase, in: around) }
    if around.markBefore == UInt8(ascii: ":") || around.markBefore == nil, around.before == nil {
      return finish(sort.noun, around.span, around)
    }
    let part = EnglishPart(around)
    if sort == .other,
      part == .phrase || part == .noun(isPlural: false) || part == .noun(isPlural: true)
    {
      return Replacement(span: around.span, text: Brackets.omission)
    }
    switch part {
    case .noun:
      if let article = saidArticle(around) {
        return finish(sort.predicate, TextSpan(article, around.span.end), around)
      }
      return nounPhrase(sort.noun, in: around)
    case .past where sort != .injury && around.before == nil:
      // "Thickened.", "bad foot, clubbed from birth"
      let isCut = around.markBefore == UInt8(ascii: ",")
      return finish((isCut ? "with " : "") + sort.noun, around.span, around)
    case .past: return finish(sort.past, around.span, around)
    case .present: return finish("has " + sort.noun, around.span, around)
    case .base: return finish("have " + sort.noun, around.span, around)
    case .gerund: return finish("having " + sort.noun, around.span, around)
    case .perfect:
      return finish(sort == .injury ? "been injured" : "had " + sort.noun, around.span, around)
    case .predicate: return finish(sort.predicate, around.span, around)
    case .phrase: return finish("with " + sort.noun, around.span, around)
    }
  }

  /// A known trait that stands with its verb: "has a scar" → "has a distinguishing mark"; nil where
  /// it stands without one.
  private static func known(_ phrase: String, in around: Surroundings) -> Replacement? {
    let isNoun = !split(phrase).article.isEmpty
    switch EnglishPart(around) {
    case .past: return finish((isNoun ? "had " : "was ") + phrase, around.span, around)
    case .present: return finish((isNoun ? "has " : "is ") + phrase, around.span, around)
    case .base: return finish((isNoun ? "have " : "be ") + phrase, around.span, around)
    case .perfect: return finish((isNoun ? "had " : "been ") + phrase, around.span, around)
    case .predicate: return predicates[phrase].map { finish($0, around.span, around) }
    default: return nil
    }
  }

  /// Where the article begins that stands between "is" and the span: "is the ⟦only son⟧".
  private static func saidArticle(_ around: Surroundings) -> Int? {
    guard let article = around.before, articles.contains(article.text.lowercased()),
      let verb = around.word(before: article.span.start),
      EnglishPart.tellsOfBeing(verb.text.lowercased())
    else { return nil }
    return article.span.start
  }

  /// What is said after "is" where a noun would not do.
  private static let predicates = [
    "an illness": "ill", "a distinguishing mark": "of distinctive appearance",
    "an impairment": "disabled", "children": "from a particular family",
  ]

  /// What the words of a trait are about.
  enum TraitSort: Equatable {
    case injury, body, health, medicine, kin, language, other

    init(_ words: [String]) {
      let all = Set(words)
      if Self.family.hasAny(of: all) {
        self = .kin
      } else if Self.harmed.hasAny(of: all), Self.parts.hasAny(of: all) {
        self = .injury
      } else if Self.parts.hasAny(of: all) {
        self = .body
      } else if words.contains(where: { $0.hasSuffix("mg") || $0 == "pills" || $0 == "tablets" }) {
        self = .medicine
      } else if words.contains(where: { word in
        English.ailments.end(word)
      }) || Self.ailing.hasAny(of: all) {
        self = .health
      } else {
        self = .other
      }
    }

    var noun: String {
      switch self {
      case .injury: "an injury"
      case .body: "a distinguishing feature"
      case .health: "a health condition"
      case .medicine: "a medicine"
      case .kin: "a relative"
      case .language: "a language"
      case .other: "a personal circumstance"
      }
    }

    var past: String {
      switch self {
      case .injury: "was injured"
      case .kin: "had a family"
      default: "had " + noun
      }
    }

    var predicate: String {
      switch self {
      case .injury: "injured"
      case .body: "of distinctive appearance"
      case .health, .medicine: "unwell"
      case .kin: "from a particular family"
      case .language, .other: "in a particular situation"
      }
    }

    private static let family = WordList("english-kinds-family")
    private static let harmed = WordList("english-kinds-harmed")
    private static let parts = WordList("english-kinds-parts")
    private static let ailing = WordList("english-kinds-ailing")
  }

  // MARK: What has no grammar of its own

  /// The words for a kind of which nothing is known.
  static func plain(_ kind: EntityKind) -> String? {
    switch kind {
    case .unit: "a military unit"
    case .organization: "an organisation"
    case .event: "an incident"
    case .age: "of a certain age"
    default: nil
    }
  }

  private static let agentEndings = WordList("kinds-agent-endings", .english).parts

  private static let whereWords = WordList("kinds-where", .english)

  fileprivate static let ailments = WordList("kinds-ailments", .english).parts
}
