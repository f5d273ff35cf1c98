/// What is said in French of a trade or a trait of which no table knows more than its kind: words that
/// play the same part in the sentence as what stood there.
extension French {
  /// « j'accordais les pianos » → « je travaillais », « dans la laiterie » → « dans un lieu de travail ».
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
      !["ier", "eur", "iste", "ien", "ologue", "aire", "graphe", "eurs", "iers", "istes"].contains(
        where: head.hasSuffix)
    else { return false }
    return frame.preposition == .à || ["dans", "sur", "devant", "derrière"].contains(frame.before)
  }

  private static let articles: Set<String> = ["le", "la", "les", "l", "un", "une", "des", "du"]

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

  private static let subjects: Set<String> = [
    "je", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "qui",
  ]

  // MARK: Traits

  /// « bégayait » → « avait une particularité », « sourde de naissance » → « dans une situation … ».
  static func peculiarity(_ frame: FrenchFrame) -> Replacement? {
    let original = frame.around.original.lowercased()
    let words = FrenchPart.words(original)
    let sort = TraitSort(words)
    let part = FrenchPart(frame)
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
    case .attribute, .phrase: return frame.fit(joined(frame.preposition, "avec " + sort.noun.phrase))
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
      let isOfBody = !all.isDisjoint(with: Self.parts)
      if !all.isDisjoint(with: Self.family) {
        self = .kin
      } else if words.contains(where: { word in Self.harmed.contains { word.hasPrefix($0) } }) {
        self = .injury
      } else if isOfBody {
        self = .body
      } else if words.contains("mg") || words.contains(where: { word in
        ["cilline", "traline", "zépam", "cétamol", "prazole", "traitement", "comprimés"].contains {
          word.hasSuffix($0)
        }
      }) {
        self = .medicine
      } else if words.contains(where: { word in
        ["ite", "ose", "émie", "pathie", "algie", "plégie"].contains { word.hasSuffix($0) }
          && word.utf8.count > 6
      }) || !all.isDisjoint(with: Self.ailing) {
        self = .health
      } else {
        self = .other
      }
    }

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

    private static func set(_ words: String) -> Set<String> {
      Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    private static let family = set(
      """
      fils fille filles jumeau jumelle jumeaux jumelles sœur sœurs frère frères tante oncle cousin cousine
      neveu nièce veuf veuve orphelin orpheline enfant enfants mère père grand-père grand-mère aîné
      aînée cadet cadette benjamin benjamine petit-fils petite-fille bébé
      """)
    private static let harmed = [
      "perdu", "cassé", "brûl", "fractur", "amput", "fêlé", "bless", "plaie", "fracas", "écras",
      "arraché", "sectionn", "tranché", "mutil",
    ]
    private static let parts = set(
      """
      jambe jambes bras doigt doigts orteil orteils main mains pouce œil yeux oreille oreilles dent dents
      peau cicatrice cicatrices menton mâchoire nez lèvre lèvres épaule épaules genou pied pieds cheveux
      tête visage joue cou front sourcil barbe grain tatouage talon voix poignet coude langue ongle
      bosse dos incisive incisives crâne tache
      """)
    private static let ailing = set(
      """
      maladie syndrome trouble infection fièvre allergie asthme insuline stress traumatisme dépression
      opération traitement rein cœur poumon sang crise crises antécédents douleur douleurs séquelles
      rougeole
      """)
  }
}
