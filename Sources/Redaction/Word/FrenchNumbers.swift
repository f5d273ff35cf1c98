/// Numbers and addresses that are not said: "passeport n° (non communiqué)", "un numéro de téléphone".
extension French {
  static func contact(_ what: Said?, _ frame: FrenchFrame) -> Replacement? {
    let noun = what.flatMap { contacts[$0] } ?? FrenchNoun("moyen de contact", feminine: false)
    if frame.markBefore == "<" { return frame.fit(noun.words, proper: true) }
    if isStated(frame) { return withheld(noun.isFeminine ? "adresse" : "numéro", frame) }
    if networks.contains(frame.before), frame.preposition == nil, frame.determiner == nil {
      return withheld(
        noun.isFeminine ? "adresse" : noun.words == "compte" ? "compte" : "numéro", frame)
    }
    if ["est", "était"].contains(frame.before), frame.preposition == nil {
      if noun.words == "compte" { return withheld("compte", frame) }
      return frame.fit("(non " + (noun.isFeminine ? "communiquée)" : "communiqué)"), proper: true)
    }
    if noun.words == "numéro de téléphone" {
      if frame.preposition == .à, frame.determiner == .definite {
        return frame.fit(
          reachable.contains(frame.before) ? "par téléphone" : "à un numéro de téléphone",
          proper: true)
      }
    }
    if frame.preposition == nil, frame.determiner == nil {
      if frame.before == "adresse" {
        return Replacement(span: frame.around.span, text: "(non communiquée)")
      }
      if signs.contains(frame.before) { return withheld("", frame) }
    }
    if noun.words == "adresse", frame.preposition == nil, frame.determiner == nil {
      return frame.fit("à une adresse précise", proper: true)
    }
    if frame.isClosed { return withheld(noun.isFeminine ? "adresse" : "numéro", frame) }
    let preposition: FrenchPreposition? =
      frame.preposition == .other("en") || frame.preposition == .other("chez")
      ? .à : frame.preposition
    return frame.fit(noun.said(.indefinite, after: preposition), proper: true)
  }

  private static let contacts: [Said: FrenchNoun] = [
    .phone: FrenchNoun("numéro de téléphone", feminine: false),
    .email: FrenchNoun("adresse électronique", feminine: true),
    .web: FrenchNoun("page web", feminine: true),
    .handle: FrenchNoun("compte", feminine: false),
    .hashtag: FrenchNoun("mot-dièse", feminine: false),
    .address: FrenchNoun("adresse", feminine: true),
  ]

  private static let reachable = WordList("numbers-reachable")
  private static let networks = WordList("numbers-networks")

  /// "passeport 47 09 552817" → "passeport (numéro non communiqué)"; alone, "un numéro de dossier".
  static func number(_ what: Said?, _ frame: FrenchFrame) -> Replacement? {
    let noun = what.flatMap { numbers[$0] } ?? FrenchNoun("numéro", feminine: false)
    if ["est", "était"].contains(frame.before), frame.preposition == nil, !noun.isPlural {
      return frame.fit(noun.isFeminine ? "(non communiquée)" : "(non communiqué)", proper: true)
    }
    if isStated(frame) || isNumberSign(frame) {
      return noun.words == "coordonnées géographiques"
        ? Replacement(span: frame.around.span, text: "(coordonnées non communiquées)")
        : withheld("numéro", frame)
    }
    if frame.before.isEmpty, frame.preposition == nil, frame.determiner == nil {
      return frame.fit(noun.words)
    }
    if frame.determiner != nil || frame.preposition != nil {
      return frame.fit(
        noun.said(.indefinite, after: frame.preposition == .other("en") ? .à : frame.preposition))
    }
    if noun.isPlural {
      return Replacement(span: frame.around.span, text: "(coordonnées non communiquées)")
    }
    return withheld(signs.contains(frame.before) ? "" : "numéro", frame)
  }

  private static let numbers: [Said: FrenchNoun] = [
    .account: FrenchNoun("numéro de compte", feminine: false),
    .card: FrenchNoun("numéro de carte", feminine: false),
    .plate: FrenchNoun("plaque d'immatriculation", feminine: true),
    .coordinates: FrenchNoun("coordonnées géographiques", feminine: true, plural: true),
    .file: FrenchNoun("numéro de dossier", feminine: false),
    .document: FrenchNoun("numéro de document", feminine: false),
  ]

  private static let signs = WordList("numbers-signs")

  /// "(numéro non communiqué)"; after the word itself "(non communiqué)".
  private static func withheld(_ noun: String, _ frame: FrenchFrame) -> Replacement {
    let text =
      switch noun {
      case "": "(non communiqué)"
      case "adresse": "(adresse non communiquée)"
      default: "(\(noun) non communiqué)"
      }
    return Replacement(span: frame.around.span, text: text)
  }

  /// "Tél. : …", "IBAN : …".
  private static func isStated(_ frame: FrenchFrame) -> Bool {
    frame.preposition == nil && frame.determiner == nil
      && (frame.markBefore == ":" || frame.markBefore == ".")
  }

  private static func isNumberSign(_ frame: FrenchFrame) -> Bool {
    switch frame.markBefore {
    case "°", "№", "#", "º": true
    default: false
    }
  }
}
