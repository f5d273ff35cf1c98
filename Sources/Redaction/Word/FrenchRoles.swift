/// What a person is to the story, in the place of the name: "le capitaine X" → "un officier".
extension French {
  static func role(
    _ role: String?, _ gender: Gender, isFirst: Bool, _ around: Surroundings, _ told: Told
  ) -> Replacement? {
    var span = around.span
    var title: String?
    while let word = titleBefore(span.start, around) {
      span = TextSpan(word.start, span.end)
      title = title ?? word.text
    }
    let wider = Surroundings(bytes: around.bytes, span: span, start: around.start, end: around.end)
    let frame = FrenchFrame(wider)
    if let greeting = greeting(frame, gender) { return greeting }
    guard !naming.contains(frame.before), !frame.isClosed else { return nil }
    let noun = noun(role, gender, title)
    switch frame.determiner {
    case .possessive(let written)?:
      return frame.fit(joined(frame.preposition, noun.said(.possessive(written))))
    case .demonstrative?:
      return frame.fit(joined(frame.preposition, noun.said(.demonstrative)))
    case .indefinite? where !frame.isPlural:
      return frame.fit(noun.said(.indefinite, after: frame.preposition))
    case .definite? where frame.isPlural, .indefinite?: return nil
    default:
      var from = frame
      // "mon commandant, le capitaine X": both say who it is.
      var end = around.span.end
      if frame.determiner == .definite, title != nil, from.takeApposition(ranks),
        around.isFollowed(by: ", ")
      {
        end += 1
      }
      if frame.preposition == .other("en") { return nil }
      let determiner = isFirst ? FrenchDeterminer.indefinite : .definite
      return from.fit(
        joined(from.preposition, noun.said(determiner)), upTo: end, proper: title == nil)
    }
  }

  private static func noun(_ role: String?, _ gender: Gender, _ title: String?) -> FrenchNoun {
    let isFeminine = gender == .female || title.map { feminineTitles.contains($0) } ?? false
    if let role = role?.lowercased(), !role.isEmpty {
      let bare = English.split(role).rest
      if let known = roles[bare] { return inflected(known, isFeminine) }
      if let noun = FrenchNoun(role) { return inflected(noun.words, isFeminine || noun.isFeminine) }
    }
    if let title, ranks.contains(title) { return inflected("officier", isFeminine) }
    if let title, lower.contains(title) { return inflected("soldat", isFeminine) }
    if let title, doctors.contains(title) { return inflected("soignant", isFeminine) }
    if title == "abbé" || title == "pasteur" || title == "imam" {
      return FrenchNoun("religieux", feminine: false)
    }
    switch gender {
    case .male: return FrenchNoun("homme", feminine: false)
    case .female: return FrenchNoun("femme", feminine: true)
    case .unknown:
      if title == "m" || title == "monsieur" { return FrenchNoun("homme", feminine: false) }
      if isFeminine { return FrenchNoun("femme", feminine: true) }
      return FrenchNoun("personne", feminine: true)
    }
  }

  private static func inflected(_ word: String, _ isFeminine: Bool) -> FrenchNoun {
    if ["victime", "personne", "connaissance"].contains(word) {
      return FrenchNoun(word, feminine: true)
    }
    guard isFeminine, !["témoin", "auteur", "homme"].contains(word) else {
      return FrenchNoun(word, feminine: false)
    }
    switch word {
    case "voisin", "ami", "avocat", "employé", "parent", "accusé", "agent", "commandant",
      "représentant", "cousin", "suspect":
      return FrenchNoun(word + "e", feminine: true)
    case "infirmier": return FrenchNoun("infirmière", feminine: true)
    case "gardien": return FrenchNoun("gardienne", feminine: true)
    case "enquêteur": return FrenchNoun("enquêtrice", feminine: true)
    case "traducteur": return FrenchNoun("traductrice", feminine: true)
    case "policier": return FrenchNoun("policière", feminine: true)
    default: return FrenchNoun(feminine(word), feminine: true)
    }
  }

  /// The words that people files use, and what French says.
  private static let roles: [String: String] = [
    "witness": "témoin", "relative": "proche", "official": "responsable",
    "perpetrator": "auteur présumé", "commander": "commandant", "officer": "officier",
    "neighbour": "voisin", "neighbor": "voisin", "friend": "ami", "lawyer": "avocat",
    "journalist": "journaliste", "doctor": "médecin", "nurse": "infirmier", "priest": "religieux",
    "guard": "gardien", "soldier": "soldat", "colleague": "collègue", "comrade": "camarade",
    "employer": "employeur", "teacher": "enseignant", "interpreter": "interprète",
    "translator": "traducteur", "smuggler": "passeur", "judge": "magistrat",
    "prosecutor": "magistrat", "investigator": "enquêteur", "policeman": "policier",
    "police officer": "policier", "victim": "victime", "accused": "accusé", "suspect": "suspect",
    "activist": "militant", "volunteer": "bénévole", "driver": "chauffeur", "boss": "responsable",
    "manager": "responsable", "director": "responsable", "agent": "agent", "contact": "contact",
    "editor": "journaliste", "aid worker": "humanitaire", "cousin": "cousin", "parent": "parent",
    "local official": "responsable local", "informant": "informateur", "clerk": "fonctionnaire",
    "police": "policier", "militiaman": "milicien", "warder": "gardien", "mayor": "élu local",
  ]

  private static let feminineTitles = WordList("roles-feminine-titles")
  private static let ranks = WordList("roles-ranks")
  private static let lower = WordList("roles-lower")
  private static let doctors = WordList("roles-doctors")
  private static let others = WordList("roles-others")

  /// A title or a rank directly before `offset`, a full stop after it allowed.
  private static func titleBefore(_ offset: Int, _ around: Surroundings) -> FrenchFrame.Word? {
    var end = offset
    if end - 2 >= around.start, around.bytes[end - 1] == 0x20, around.bytes[end - 2] == 0x2E {
      // "M. X", "Dr. X"
      var from = end - 2
      while from > around.start, ScalarClass.asciiIsLetter(around.bytes[from - 1]) { from -= 1 }
      let text = around.text(from, end - 2).lowercased()
      return ["m", "dr", "mgr", "pr"].contains(text)
        ? FrenchFrame.Word(text: text, start: from) : nil
    }
    guard var word = FrenchFrame.word(around, endingBefore: end), !word.isGlued else { return nil }
    // "sergent-chef"
    if word.start > around.start, around.bytes[word.start - 1] == UInt8(ascii: "-") {
      end = word.start - 1
      var from = end
      while from > around.start, around.isWord(around.bytes[from - 1]) { from -= 1 }
      word = FrenchFrame.Word(
        text: around.text(from, end).lowercased() + "-" + word.text, start: from)
    }
    guard
      ranks.contains(word.text) || lower.contains(word.text) || doctors.contains(word.text)
        || others.contains(word.text)
    else { return nil }
    return word
  }

  /// "Cher Bastien," → "Cher monsieur,".
  private static func greeting(_ frame: FrenchFrame, _ gender: Gender) -> Replacement? {
    switch frame.before {
    case "cher" where frame.determiner == nil: frame.fit("monsieur", proper: true)
    case "chère" where frame.determiner == nil: frame.fit("madame", proper: true)
    default: nil
    }
  }
}

extension FrenchFrame {
  /// Takes in "mon commandant, " before an article.
  mutating func takeApposition(_ words: WordList) -> Bool {
    let around = around
    guard start - 2 > around.start, around.text(start - 2, start) == ", " else { return false }
    let inner = Surroundings(
      bytes: around.bytes, span: TextSpan(start - 2, around.span.end), start: around.start,
      end: around.end)
    var from = start - 2
    while from > around.start, around.isWord(around.bytes[from - 1]) { from -= 1 }
    guard from < start - 2, words.contains(inner.text(from, start - 2).lowercased()) else {
      return false
    }
    let outer = FrenchFrame(
      Surroundings(
        bytes: around.bytes, span: TextSpan(from, around.span.end), start: around.start,
        end: around.end))
    guard outer.determiner != nil else { return false }
    self = outer
    return true
  }
}
