/// Traits: "il est baptiste" → "il est d'une communauté religieuse", "mère de neuf enfants" → "mère de
/// famille".
extension French {
  static func trait(_ phrase: String, _ frame: FrenchFrame) -> Replacement? {
    let original = frame.around.original.lowercased()
    let first = original.prefix { $0.isLetter }
    if original.hasPrefix("celui qui") || original.hasPrefix("celle qui") {
      return peculiarity(frame)
    }
    if frame.determiner == nil, frame.preposition == nil, FrenchPart.copulas.contains(frame.before),
      let said = predicates[phrase], !isAdjective(original)
    {
      return frame.fit(said)
    }
    if phrase.isEmpty || phrase == "des enfants" && FrenchPart.copulas.contains(frame.before) {
      return peculiarity(frame)
    }
    if phrase == "parent" { return parent(String(first), frame) }
    if phrase.hasPrefix("d'une minorité") || phrase.hasPrefix("d'une communauté") {
      return minority(phrase, original, frame)
    }
    switch phrase {
    case "enceinte": return frame.fit(first == "enceintes" ? "enceintes" : "enceinte")
    case "handicapé" where first.hasPrefix("amput") || first.hasPrefix("mutil"):
      return adjective("mutilé", original, frame)
    case "handicapé", "malade":
      return adjective(phrase, original, frame)
    case "une maladie" where isAdjective(original):
      return adjective("malade", original, frame)
    case "un handicap" where original.hasPrefix("perdu"):
      guard Self.have.contains(frame.before) else { return nil }
      return frame.fit("été " + (isSheBefore(frame) ? "blessée" : "blessé"))
    case "un handicap" where lost[String(first)] != nil,
      "un signe distinctif" where lost[String(first)] != nil:
      return lost[String(first)].flatMap { frame.fit(joined(frame.preposition, $0)) }
    case "un signe distinctif" where first.hasPrefix("tatoué") || first.hasPrefix("balafré"):
      let ending = String(first).drop { $0 != "é" }
      return frame.fit("marqu" + ending + " d'un signe distinctif")
    case "une langue minoritaire":
      return noun(FrenchNoun("langue minoritaire", feminine: true), frame)
    default: return FrenchNoun(phrase).flatMap { noun($0, frame) } ?? peculiarity(frame)
    }
  }

  /// What is said after "est" where a noun would not do; of either gender.
  private static let predicates = [
    "un signe distinctif": "reconnaissable", "une maladie": "malade", "un handicap": "malade",
  ]

  /// What is said instead of how somebody lost a limb: "il lui manque deux doigts".
  private static let lost = [
    "perdre": "être blessé", "perd": "est blessé", "perdait": "était blessé",
    "perdit": "fut blessé", "perdant": "étant blessé", "manque": "reste des séquelles",
    "manquait": "restait des séquelles", "manquent": "restent des séquelles",
    "manquaient": "restaient des séquelles", "bégaie": "a un signe distinctif",
    "bégayait": "avait un signe distinctif", "zézaie": "a un signe distinctif",
  ]

  /// The noun with the determiner that stands there; an article becomes "un", "une", "des".
  static func noun(_ noun: FrenchNoun, _ frame: FrenchFrame) -> Replacement? {
    var noun = noun
    if frame.isPlural { noun = noun.plural }
    let determiner: FrenchDeterminer
    switch frame.determiner {
    case .possessive(let written)?: determiner = .possessive(written)
    case .demonstrative?: determiner = .demonstrative
    case nil where frame.isClosed: return nil
    default:
      determiner = frame.determiner == nil && isPredicate(frame) ? .bare : .indefinite
    }
    var preposition = frame.preposition
    if preposition == .other("en") { preposition = .other("dans") }
    return frame.fit(joined(preposition, noun.said(determiner)))
  }

  private static func isPredicate(_ frame: FrenchFrame) -> Bool {
    frame.preposition == nil && frame.before.isEmpty
  }

  private static func parent(_ word: String, _ frame: FrenchFrame) -> Replacement? {
    switch word {
    case "père", "papa", "veuf": return frame.fit("père de famille")
    case "mère", "maman", "veuve": return frame.fit("mère de famille")
    case "parents": return frame.fit("parents de famille")
    case "frère", "frères", "sœur", "sœurs", "fils", "fille", "filles", "enfants", "garçons",
      "cousins", "cousines", "bébés":
      // "frères jumeaux"
      return frame.fit(word)
    case "chef", "soutien": return frame.fit(word + " de famille")
    default: return frame.fit("parent")
    }
  }

  /// "un Kurde" → "un membre d'une communauté ethnique", "une famille tatare" → "une famille d'une …".
  private static func minority(
    _ phrase: String, _ original: String, _ frame: FrenchFrame
  ) -> Replacement? {
    guard frame.determiner != nil || frame.preposition != nil else {
      // "le seul Peul"
      guard let word = frame.around.word(before: frame.around.span.start)?.text.lowercased(),
        let isFeminine = lone[word]
      else { return frame.fit(phrase) }
      let text = (isFeminine ? "personne " : "membre ") + phrase
      return Replacement(span: frame.around.span, text: text)
    }
    if frame.determiner == nil {
      // "en tatar", "de tatar": the language.
      guard frame.preposition == .other("en"), phrase.hasSuffix("ethnique") else { return nil }
      return frame.fit("dans une langue minoritaire")
    }
    if frame.isPreceded(by: speaking, within: 2), frame.isFeminine == false {
      return frame.fit("une langue minoritaire")
    }
    let isFeminine = frame.isFeminine ?? (original.hasSuffix("es") && !original.hasSuffix("ites"))
    let member = FrenchNoun(
      (isFeminine ? "personne " : "membre ") + phrase, feminine: isFeminine)
    return noun(member, frame)
  }

  private static let lone: [String: Bool] = [
    "seul": false, "seule": true, "premier": false, "première": true, "dernier": false,
    "dernière": true, "jeune": false, "vieux": false, "vieille": true, "autre": false,
  ]

  private static let speaking = WordList("traits-speaking")

  /// An adjective in the gender and number of the one that stood there.
  static func adjective(
    _ word: String, _ original: String, _ frame: FrenchFrame
  ) -> Replacement? {
    guard frame.preposition == nil, frame.determiner == nil else {
      guard case .indefinite? = frame.determiner, frame.preposition == nil else { return nil }
      let isFeminine = frame.isFeminine ?? false
      let noun = FrenchNoun(
        (isFeminine ? "personne " : "homme ") + inflected(word, isFeminine, false),
        feminine: isFeminine)
      return frame.fit((frame.isPlural ? noun.plural : noun).said(.indefinite))
    }
    let head = original.prefix { $0 != " " }
    let isPlural = head.hasSuffix("s") || head.hasSuffix("aux")
    let singular = isPlural ? head.dropLast() : head
    let isFeminine = singular.hasSuffix("e") && !epicene.contains { singular.hasSuffix($0) }
    return frame.fit(inflected(word, isFeminine, isPlural))
  }

  private static func inflected(_ word: String, _ isFeminine: Bool, _ isPlural: Bool) -> String {
    let base = isFeminine && !word.hasSuffix("e") ? word + "e" : word
    return isPlural ? FrenchNoun.plural(base) : base
  }

  private static let epicene = ["ique", "gle", "que", "aphe"]

  private static func isAdjective(_ original: String) -> Bool {
    let head = original.prefix { $0 != " " }
    let singular = head.hasSuffix("s") ? head.dropLast() : head
    return Self.adjectiveEndings.end(singular)
  }

  private static let she: WordList = ["elle"]

  static func isSheBefore(_ frame: FrenchFrame) -> Bool {
    frame.isPreceded(by: she, within: 3)
  }

  private static let have = WordList("traits-have", .french)

  private static let adjectiveEndings = WordList("traits-adjective-endings", .french).parts
}
