/// What is said in French of a trade or a trait of which no table knows more than its kind: words
/// that play the same part in the sentence as what stood there.
extension French {
  /// « la laborantine » → « une travailleuse », « dans la laiterie » → « dans un lieu de travail ».
  static func work(_ frame: FrenchFrame) -> Replacement {
    if isWorkplace(frame) {
      return frame.fit(
        FrenchNoun("lieu de travail", feminine: false).said(.indefinite, after: frame.preposition))
    }
    let word = FrenchNoun(phrase(frame), feminine: isWoman(frame))
    return said(word, frame) ?? frame.fit(word.words)
  }

  private static func phrase(_ frame: FrenchFrame) -> String {
    isWoman(frame) ? "travailleuse" : "travailleur"
  }

  private static func isWoman(_ frame: FrenchFrame) -> Bool {
    frame.isFeminine ?? isFeminine(frame.around.original) ?? isSpokenOfHer(frame)
  }

  /// Not who works, but where: a noun that names nobody, after "dans", "à" or "chez".
  private static func isWorkplace(_ frame: FrenchFrame) -> Bool {
    let head = FrenchPart.words(frame.around.original).first { !articles.contains($0) } ?? ""
    guard isFeminine(head) == nil,
      !Self.agentEndings.end(head)
    else { return false }
    return frame.preposition == .à || ["dans", "sur", "devant", "derrière"].contains(frame.before)
  }

  private static let articles = WordList("kinds-articles")

  /// The verb that stands there, said of anything: « accordais les pianos » → « travaillais ».
  static func working(_ frame: FrenchFrame) -> Replacement? {
    FrenchPart(frame).inflected(.work).map { frame.fit(verb($0, frame)) }
  }

  /// A verb with the preposition and the subject that went with what it stands for.
  private static func verb(_ text: String, _ frame: FrenchFrame) -> String {
    let own = FrenchPart.words(frame.around.original).first ?? ""
    let subject = own == "j" ? "je" : subjects.contains(own) ? own : nil
    guard let subject else { return joined(frame.preposition, text) }
    return subject == "je" && elides(text) ? "j'" + text : subject + " " + text
  }

  private static let subjects = WordList("kinds-subjects")

  // MARK: Traits

  /// « bégayait » → « avait une particularité », « sourde de naissance » → « dans une situation
  /// particulière ».
  static func peculiarity(_ frame: FrenchFrame) -> Replacement? {
    let original = frame.around.original.lowercased()
    let words = FrenchPart.words(original)
    let sort = TraitSort(words)
    let part = FrenchPart(frame)
    if sort == .other, part != .predicate {
      return Replacement(span: frame.around.span, text: Brackets.omission)
    }
    if words.count > 2, words[1] == "qui", words[0].hasPrefix("ce") {
      let have = words[0].hasSuffix("x") || words[0].hasSuffix("s") ? "ont" : "a"
      return frame.fit(joined(frame.preposition, "\(words[0]) qui \(have) \(sort.noun.phrase)"))
    }
    // "est une étrangère", "née un jour de crue"
    let hasArticle = frame.determiner != nil || words.first.map { articles.contains($0) } ?? false
    if FrenchPart.copulas.contains(frame.before), hasArticle, frame.preposition == nil,
      !sort.isKin
    {
      return frame.fit(sort.predicate)
    }
    if let first = words.first, ["pas", "plus", "jamais"].contains(first), words.count > 1 {
      return frame.fit(first + " été bien")
    }
    if part == .perfect, sort == .injury {
      return frame.fit(isSheBefore(frame) ? "été blessée" : "été blessé")
    }
    if let have = part.inflected(.have) {
      return frame.fit(verb(have + " " + sort.noun.phrase, frame))
    }
    switch part {
    case .predicate where sort == .injury: return adjective("blessé", original, frame)
    case .predicate: return frame.fit(sort.predicate)
    case .attribute, .phrase:
      return frame.fit(joined(frame.preposition, "avec " + sort.noun.phrase))
    default: break
    }
    if frame.preposition == .other("en"), words.count == 1 {
      return frame.fit("dans une autre langue")
    }
    if frame.before == "depuis", sort == .other { return frame.fit("longtemps") }
    if frame.isClosed {
      let isPlural = frame.before != "chaque" && frame.before != "seule" && frame.before != "seul"
      return frame.fit(isPlural ? sort.noun.plural.words : sort.noun.words)
    }
    return noun(sort.noun, frame)
  }

  /// What the words of a trait are about.
  enum TraitSort {
    case injury, body, health, medicine, kin, other

    init(_ words: [String]) {
      let all = Set(words)
      let isOfBody = Self.parts.hasAny(of: all)
      if Self.family.hasAny(of: all) {
        self = .kin
      } else if words.contains(where: { Self.harmed.begin($0) }) {
        self = .injury
      } else if isOfBody {
        self = .body
      } else if words.contains("mg")
        || words.contains(where: { word in
          French.medicines.end(word)
        })
      {
        self = .medicine
      } else if words.contains(where: { word in
        French.ailments.end(word)
          && word.utf8.count > 6
      }) || Self.ailing.hasAny(of: all) {
        self = .health
      } else {
        self = .other
      }
    }

    var isKin: Bool { if case .kin = self { true } else { false } }

    var noun: FrenchNoun {
      switch self {
      case .injury: FrenchNoun("blessure", feminine: true)
      case .body, .other: FrenchNoun("particularité", feminine: true)
      case .health: FrenchNoun("problème de santé", feminine: false)
      case .medicine: FrenchNoun("traitement", feminine: false)
      case .kin: FrenchNoun("proche", feminine: false)
      }
    }

    /// After "est"; of either gender.
    var predicate: String {
      switch self {
      case .injury, .body, .other: "dans une situation particulière"
      case .health, .medicine: "en mauvaise santé"
      case .kin: "d'une famille particulière"
      }
    }

    private static let family = WordList("french-kinds-family")
    private static let harmed = WordList("kinds-harmed").parts
    private static let parts = WordList("french-kinds-parts")
    private static let ailing = WordList("french-kinds-ailing")
  }

  private static let agentEndings = WordList("kinds-agent-endings", .french).parts

  fileprivate static let medicines = WordList("kinds-medicines", .french).parts

  fileprivate static let ailments = WordList("kinds-ailments", .french).parts
}
