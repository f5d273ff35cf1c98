/// Trades: "elle est greffière au tribunal" → "elle est juriste", "le seul mécanicien" → "un ouvrier".
extension French {
  static func job(
    _ phrase: String, _ level: GeneralizationLevel, _ frame: FrenchFrame, _ lastGender: Gender?
  ) -> Replacement? {
    // « je vendais » → « je travaillais »
    if phrase.hasPrefix("travaill") {
      return frame.fit(FrenchPart(frame).inflected(.work) ?? phrase)
    }
    if let working = working(frame) { return working }
    guard let noun = FrenchNoun(phrase), noun.words != "profession" else { return work(frame) }
    guard !noun.isPlural, noun.words != "formation" else { return study(noun, frame) }
    let isFeminine = frame.isFeminine ?? isFeminine(frame.around.original) ?? isSpokenOfHer(frame)
    let word: String
    if level == .general {
      word = ["soldat", "officier"].contains(noun.words) ? "soldat" : "salarié"
    } else {
      word = noun.words
    }
    let fitting = FrenchNoun(isFeminine ? feminine(word) : word, feminine: isFeminine)
    return said(fitting, frame)
  }

  /// A noun for a person with the determiner that its place asks for.
  static func said(_ noun: FrenchNoun, _ frame: FrenchFrame) -> Replacement? {
    let noun = frame.isPlural && frame.determiner != nil ? noun.plural : noun
    let preposition = frame.preposition
    switch frame.determiner {
    case .possessive(let written)?:
      return frame.fit(joined(preposition, noun.said(.possessive(written))))
    case .demonstrative?:
      return frame.fit(joined(preposition, noun.said(.demonstrative)))
    case nil: return frame.fit(joined(preposition, noun.words))
    default: return frame.fit(noun.said(.indefinite, after: preposition))
    }
  }

  private static func study(_ noun: FrenchNoun, _ frame: FrenchFrame) -> Replacement? {
    switch frame.determiner {
    case .possessive(let written)?:
      return frame.fit(joined(frame.preposition, noun.said(.possessive(written))))
    case .demonstrative?: return frame.fit(joined(frame.preposition, noun.said(.demonstrative)))
    case nil where frame.preposition == .de && lessons.contains(frame.before):
      return frame.fit("professionnels")
    case nil where frame.preposition == .other("en"):
      return frame.fit("en formation")
    case nil where frame.preposition == nil && frame.before.isEmpty:
      return frame.fit(noun.words)
    default:
      return frame.fit(noun.said(.indefinite, after: frame.preposition))
    }
  }

  private static let lessons = WordList("jobs-lessons")

  /// The gender that the words of a trade show; nil where they do not.
  static func isFeminine(_ original: String) -> Bool? {
    var isKnown = false
    for word in original.lowercased().split(whereSeparator: { !$0.isLetter }) {
      if Self.afterTrade.contains(word) {
        break
      }
      if feminineWords.contains(String(word)) { return true }
      if Self.feminineEndings.end(word) {
        return true
      }
      if masculineWords.contains(String(word)) { isKnown = true }
      if Self.masculineEndings.end(word) {
        isKnown = true
      }
    }
    return isKnown ? false : nil
  }

  private static let feminineWords = WordList("jobs-feminine-words")
  private static let masculineWords = WordList("jobs-masculine-words")

  /// "elle est ingénieur", "ma sœur, interprète": somebody feminine stands before.
  static func isSpokenOfHer(_ frame: FrenchFrame) -> Bool {
    frame.isPreceded(by: women, within: 4)
  }

  private static let women = WordList("jobs-women")

  static func feminine(_ word: String) -> String {
    switch word {
    case "soignant", "enseignant", "étudiant", "militant", "soldat", "agent", "artisan": word + "e"
    case "officier": "officière"
    case "chauffeur": "conductrice"
    case "travailleur": "travailleuse"
    case "religieux": "religieuse"
    case "passeur": "passeuse"
    case "commerçant", "employé", "salarié": word + "e"
    case "agriculteur": "agricultrice"
    case "ouvrier": "ouvrière"
    case "technicien": "technicienne"
    case "gardien": "gardienne"
    case "policier": "policière"
    case "sportif": "sportive"
    case "employé des transports": "employée des transports"
    case "ouvrier du bâtiment": "ouvrière du bâtiment"
    case "ouvrier des mines": "ouvrière des mines"
    default: word
    }
  }

  private static let afterTrade = WordList("jobs-after-trade", .french)

  private static let feminineEndings = WordList("jobs-feminine-endings", .french).parts

  private static let masculineEndings = WordList("jobs-masculine-endings", .french).parts
}
