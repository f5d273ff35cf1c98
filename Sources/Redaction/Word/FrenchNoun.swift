/// A noun of French with what belongs to it, without its article: "grande ville".
struct FrenchNoun: Equatable {
  var words: String
  var isFeminine: Bool
  var isPlural = false

  init(_ words: String, feminine isFeminine: Bool, plural isPlural: Bool = false) {
    self.words = words
    self.isFeminine = isFeminine
    self.isPlural = isPlural
  }

  /// "une grande ville" → a feminine "grande ville"; nil where no indefinite article stands before.
  init?(_ phrase: String) {
    if phrase.hasPrefix("une ") {
      self.init(String(phrase.dropFirst(4)), feminine: true)
    } else if phrase.hasPrefix("un ") {
      self.init(String(phrase.dropFirst(3)), feminine: false)
    } else if phrase.hasPrefix("des ") {
      let words = String(phrase.dropFirst(4))
      self.init(words, feminine: Self.femininePlurals.contains(words), plural: true)
    } else {
      return nil
    }
  }

  private static let femininePlurals: Set<String> = ["montagnes", "études"]

  /// The phrase with its indefinite article, as the tables have it.
  var phrase: String { said(.indefinite) }

  /// The noun with an article, and the preposition before it: "d'une grande ville".
  func said(_ determiner: FrenchDeterminer, after preposition: FrenchPreposition? = nil) -> String {
    if isPlural, determiner == .indefinite, preposition == .de {
      return French.joined(.de, words)
    }
    return French.joined(preposition, article(determiner) + words)
  }

  private func article(_ determiner: FrenchDeterminer) -> String {
    let elides = French.elides(words)
    switch determiner {
    case .bare: return ""
    case .indefinite: return isPlural ? "des " : isFeminine ? "une " : "un "
    case .definite: return isPlural ? "les " : elides ? "l'" : isFeminine ? "la " : "le "
    case .demonstrative: return isPlural ? "ces " : isFeminine ? "cette " : elides ? "cet " : "ce "
    case .possessive(let written):
      if let plural = Self.plurals[written] { return (isPlural ? plural : written) + " " }
      if let owner = written.first, "mts".contains(owner), written.count <= 3 {
        return "\(owner)" + (isPlural ? "es " : isFeminine && !elides ? "a " : "on ")
      }
      let singular = Self.plurals.first { $0.value == written }?.key ?? written
      return (isPlural ? written : singular) + " "
    }
  }

  private static let plurals = ["notre": "nos", "votre": "vos", "leur": "leurs"]

  /// As it is told again: "grande ville" → "ville".
  var short: FrenchNoun {
    FrenchNoun(
      words.split(separator: " ").filter { $0 != "grande" }.joined(separator: " "),
      feminine: isFeminine, plural: isPlural)
  }

  /// The noun in the plural: "brigades motorisées"; what a preposition opens stays as it is.
  var plural: FrenchNoun {
    guard !isPlural else { return self }
    var isHead = true
    let all = words.split(separator: " ").map { word -> String in
      if word == "de" || word == "du" || word == "des" || word.hasPrefix("d'") { isHead = false }
      return isHead ? Self.plural(String(word)) : String(word)
    }
    return FrenchNoun(all.joined(separator: " "), feminine: isFeminine, plural: true)
  }

  static func plural(_ word: String) -> String {
    if word.hasSuffix("al") { return word.dropLast(2) + "aux" }
    guard let last = word.last, !"sxz".contains(last) else { return word }
    return word + (word.hasSuffix("eau") || word.hasSuffix("ieu") ? "x" : "s")
  }
}

/// What may stand before a noun of French.
enum FrenchDeterminer: Equatable {
  case bare, indefinite, definite, demonstrative
  /// "ma", "notre", as it is written.
  case possessive(String)
}

/// A preposition that changes with what follows it, or another one.
enum FrenchPreposition: Equatable {
  case de, à, près
  case other(String)
}

extension French {
  /// A preposition before words that may begin with an article: "de" and "le Mali" → "du Mali".
  static func joined(_ preposition: FrenchPreposition?, _ text: String) -> String {
    switch preposition {
    case nil: return text
    case .de:
      if text.hasPrefix("le ") { return "du " + text.dropFirst(3) }
      if text.hasPrefix("les ") { return "des " + text.dropFirst(4) }
      return (elides(text) ? "d'" : "de ") + text
    case .à:
      if text.hasPrefix("le ") { return "au " + text.dropFirst(3) }
      if text.hasPrefix("les ") { return "aux " + text.dropFirst(4) }
      return "à " + text
    case .près: return "près " + joined(.de, text)
    case .other(let word): return word + " " + text
    }
  }

  /// Whether "de" and "le" lose their vowel before this text.
  static func elides(_ text: some StringProtocol) -> Bool {
    FrenchElision.opensWithVowel(text) && !text.hasPrefix("onze") && !text.hasPrefix("oui")
  }

  static func capitalized(_ text: String) -> String {
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }
}
