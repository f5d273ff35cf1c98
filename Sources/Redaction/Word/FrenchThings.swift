/// Units, bodies, happenings: "à l'hôpital X" → "dans un hôpital", "la 64e brigade" → "une brigade".
extension French {
  static func thing(
    _ phrase: String, _ kind: EntityKind, _ frame: FrenchFrame, _ told: inout Told
  ) -> Replacement? {
    guard let noun = FrenchNoun(phrase) else { return nil }
    if naming.contains(frame.before) { return frame.fit("autrement") }
    let around = frame.around
    let isProper = around.isCapitalized || around.isShouted
    var fitting = agreeing(noun, with: gender(frame))
    let isNamed = kind == .organization && isProper
    if frame.isPlural, frame.determiner != nil, !isNamed { fitting = fitting.plural }
    let key = key(of: kind, around)
    let lastEnd = told.french.ends[key]
    told.french.ends[key] = around.span.end
    let determiner: FrenchDeterminer
    switch frame.determiner {
    case .possessive(let written)?: determiner = .possessive(written)
    case .demonstrative?: determiner = .demonstrative
    case .indefinite?: determiner = .indefinite
    case .definite?:
      let isNear = lastEnd.map { frame.start - $0 < nearby } ?? false
      determiner = lastEnd == nil ? .indefinite : isNear ? .demonstrative : .definite
    case .bare?, nil:
      // Without an article: a name of its own ("COMIKAS a fermé"), or a noun that has none here.
      let isBare = !isName(kind, around) || isListed(frame)
      determiner = isBare || frame.isClosed ? .bare : .indefinite
    }
    if kind == .unit, lastEnd != nil, determiner == .demonstrative || determiner == .definite,
      let head = fitting.words.split(separator: " ").first, formations.contains(String(head))
    {
      fitting.words = String(head)
    }
    return frame.fit(
      joined(preposition(frame, fitting, determiner, kind), fitting.said(determiner)),
      proper: isProper && frame.start == around.span.start && frame.determiner == nil)
  }

  /// Capitals stand for a name, which takes no article where a noun would have one.
  private static func isName(_ kind: EntityKind, _ around: Surroundings) -> Bool {
    (kind == .organization || kind == .unit)
      && (around.isCapitalized || around.original.hasPrefix("«") && around.hasCapital)
  }

  private static func isListed(_ frame: FrenchFrame) -> Bool {
    guard frame.before.isEmpty, frame.preposition == nil else { return false }
    switch frame.markBefore {
    case nil, ":", "(", "[", "|", "/", "«": return true
    default: return false
    }
  }

  private static func preposition(
    _ frame: FrenchFrame, _ noun: FrenchNoun, _ determiner: FrenchDeterminer, _ kind: EntityKind
  ) -> FrenchPreposition? {
    switch frame.preposition {
    case .other where determiner == .bare && frame.preposition == .other("en"): return .other("en")
    case .other: return .other("dans")
    case .à:
      if determiner == .bare || keepsÀ(frame, datives) || kind == .event { return .à }
      if sides.contains(noun.words), frame.isPreceded(by: accused, within: 2) {
        return .other("devant")
      }
      return .other("dans")
    default: return frame.preposition
    }
  }

  private static let formations = WordList("things-formations")
  private static let accused = WordList("things-accused")
  private static let sides: Set<String> = ["tribunal", "juridiction"]

  /// A unit is told by its number, another thing by its words.
  private static func key(of kind: EntityKind, _ around: Surroundings) -> FoldedKey {
    let text = around.original
    let digits = text.utf8.filter { $0 >= 0x30 && $0 <= 0x39 }
    if kind == .unit, !digits.isEmpty { return FoldedKey(folded: digits) }
    return FoldedKey(folded: Fold.string(text))
  }

  // MARK: Gender

  /// What the article, or after "l'" the noun itself, says of the gender.
  private static func gender(_ frame: FrenchFrame) -> Bool? {
    if let isFeminine = frame.isFeminine { return isFeminine }
    guard frame.determiner != nil else { return nil }
    let first = Fold.string(
      String(frame.around.original.prefix { $0.isLetter }))
    return feminineHeads.contains(first)
      ? true
      : frame.determiner == .definite && !frame.isPlural
        ? false : nil
  }

  private static let feminineHeads = WordList("things-feminine-heads")

  /// The noun, or one that says the same in the gender that stands there: what follows may agree.
  private static func agreeing(_ noun: FrenchNoun, with isFeminine: Bool?) -> FrenchNoun {
    guard let isFeminine, isFeminine != noun.isFeminine, !noun.isPlural,
      let other = counterparts[noun.words]
    else { return noun }
    return FrenchNoun(other, feminine: isFeminine)
  }

  private static let counterparts = [
    "hôpital": "structure médicale", "école": "établissement scolaire",
    "université": "établissement universitaire", "lieu de culte": "communauté religieuse",
    "tribunal": "juridiction", "commissariat": "unité de police",
    "prison": "établissement pénitentiaire", "usine": "site industriel", "commerce": "boutique",
    "entreprise": "établissement", "média": "rédaction", "organisation": "organisme",
    "administration": "service administratif", "lieu culturel": "institution culturelle",
    "unité militaire": "corps de troupe", "section": "peloton", "escadron": "escadrille",
    "groupe": "escouade", "base militaire": "camp militaire", "caserne": "casernement",
    "centre d'entraînement": "école militaire", "groupement": "formation militaire",
    "détachement": "unité", "promotion": "contingent", "navire": "embarcation",
    "événement": "circonstance", "compagnie": "détachement", "armée": "corps d'armée",
  ]
}
