/// Says things again in a language: one type a language, which knows its grammar. A language without
/// one is said in [brackets].
protocol Wording {
  /// What stands in the place of a mention that is no person's, in prose; nil where prose would need
  /// grammar that the place does not tell.
  ///
  /// - Parameter next: the mention after it, where that stays as it is.
  static func replacement(
    for mention: Mention, _ treatment: Treatment, _ around: Surroundings, next: Mention?,
    _ told: inout Told
  ) -> Replacement?

  /// What a person is to the story, in the place of the name.
  static func role(
    _ role: String?, _ gender: Gender, isFirst: Bool, _ around: Surroundings, _ told: Told
  ) -> Replacement?
}

extension Language {
  /// Who says things in it; nil where they are said in brackets.
  var wording: (any Wording.Type)? {
    switch self {
    case .english: English.self
    case .french: French.self
    case .russian, .ukrainian: Slavic.self
    case .none, .spanish: nil
    }
  }

  var isSaidInEnglish: Bool { self == .english }
  var isSaidInFrench: Bool { self == .french }
}

/// What a text has told so far: later words depend on it.
struct Told {
  let language: Language
  let lexicon: Lexicon
  /// Indices of the countries that the text names, so that a place is not put into another one.
  var countries: Set<UInt8> = []
  var lastPerson: (position: Int, end: Int, gender: Gender)?
  /// The cases that the name of whom a role is said now could be in, where its forms tell.
  var namedIn: CaseSet?
  var places = SaidPlaces()
  /// The place spoken of last, which needs no more words than "this town".
  var lastPlace: FoldedKey?
  var french = French.Memory()

  init(_ language: Language, _ lexicon: Lexicon) {
    self.language = language
    self.lexicon = lexicon
  }

  /// Whether the country of a place may be said: the text names it, or the place is too large to be
  /// another one of its name.
  func isLocated(_ place: PlaceExpression) -> Bool {
    guard let fact = place.fact, fact.country > 0 else { return false }
    return countries.contains(fact.country)
      || !fact.isAmbiguous && (fact.populationClass >= 11 || fact.size == .region)
  }
}

/// A pseudonym as it looks where a name stands.
struct NameInPlace: Equatable {
  var text: String
  /// Where it begins; words before the name may belong to it: "the" of "the Volkovs".
  var start: Int
  var isFamily = false
}

/// The places of a text that were said already, and in which words.
struct SaidPlaces {
  private var phrases: [FoldedKey: English.PlacePhrase] = [:]
  /// How many places are described by the same words, and which of them each is, from 1.
  private var counts: [String: Int] = [:]
  private var numbers: [FoldedKey: (words: String, number: Int)] = [:]
  /// How many places are said by each sort.
  private var sorts: [String: Int] = [:]

  subscript(_ key: FoldedKey) -> English.PlacePhrase? {
    get { phrases[key] }
    set {
      if let old = phrases[key] { sorts[old.sort, default: 1] -= 1 }
      if let newValue { sorts[newValue.sort, default: 0] += 1 }
      phrases[key] = newValue
    }
  }

  /// Notes that a place is described by some words; which of those it is, from 1.
  ///
  /// - Parameter isOther: whether it is surely not the first.
  mutating func describe(_ key: FoldedKey, _ words: String, isOther: Bool = false) -> Int {
    let number = max((counts[words] ?? 0) + 1, isOther ? 2 : 1)
    counts[words] = number
    numbers[key] = (words, number)
    return number
  }

  /// The word that tells a place from others of the same description: "second".
  func ordinal(of key: FoldedKey, _ language: Language) -> String? {
    guard let known = numbers[key], counts[known.words] ?? 0 > 1 else { return nil }
    return Self.ordinal(known.number, language)
  }

  /// What tells a place from those of its description that were said before: `other` of the second
  /// and of more than can be told apart, "third"; nil of the first.
  static func apart(_ number: Int, other: String, _ language: Language) -> String? {
    number < 2 ? nil : number > 2 ? ordinal(number, language) ?? other : other
  }

  private static func ordinal(_ number: Int, _ language: Language) -> String? {
    let words = ordinals[language].words
    return words.indices.contains(number - 1) ? words[number - 1] : nil
  }

  private static let ordinals = WordList.each("place-numbers")

  /// Whether another place than that of `key` is said by this sort.
  func isShared(_ sort: String, besides key: FoldedKey) -> Bool {
    sorts[sort] ?? 0 > (phrases[key]?.sort == sort ? 1 : 0)
  }
}
