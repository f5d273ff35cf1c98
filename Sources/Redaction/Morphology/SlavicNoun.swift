/// A common noun of Russian or Ukrainian in all its cases.
struct SlavicNoun: Sendable {
  /// As a dictionary has it.
  let word: String
  /// Gender, or plural where there is no singular.
  let number: SlavicNumber
  let isAnimate: Bool
  /// Nominative, genitive, dative, accusative, instrumental, locative; singular, then plural.
  private let forms: [String]

  func form(_ one: GrammaticalCase, plural: Bool = false) -> String {
    let index = one == .vocative ? 0 : Int(one.rawValue)
    return forms[(plural || number == .plural ? 6 : 0) + index]
  }

  /// The noun of a table row: word, class, then what departs from the class. Departures:
  /// `~посёлк` the stem of the oblique cases, `L=лесу` one form (with `p` before it, of the plural).
  init(row: Substring, classes: [Substring: Paradigm]) {
    let columns = row.split(separator: " ")
    guard columns.count >= 2, let paradigm = classes[columns[1]] else {
      preconditionFailure("a noun's row names its class: \(row)")
    }
    word = String(columns[0])
    number = paradigm.number
    isAnimate = paradigm.isAnimate
    var stem = String(columns[0].dropLast(paradigm.endings[number == .plural ? 6 : 0].count))
    let nominative = word
    var changed: [Int: String] = [:]
    for column in columns.dropFirst(2) {
      if column.first == "~" {
        stem = String(column.dropFirst())
      } else if let equals = column.firstIndex(of: "="),
        let position = Self.position(column[..<equals])
      {
        changed[position] = String(column[column.index(after: equals)...])
      }
    }
    var forms = paradigm.endings.map { stem + $0 }
    forms[number == .plural ? 6 : 0] = nominative
    for (position, form) in changed { forms[position] = form }
    if changed[9] == nil { forms[9] = isAnimate ? forms[7] : forms[6] }
    if number == .masculine, changed[3] == nil, !paradigm.hasOwnAccusative {
      forms[3] = isAnimate ? forms[1] : forms[0]
    }
    self.forms = forms
  }

  private static func position(_ name: Substring) -> Int? {
    let letters = Array("NGDAIL")
    guard let last = name.last, let index = letters.firstIndex(of: last) else { return nil }
    return name.first == "p" ? index + 6 : index
  }

  /// The endings of a class of nouns.
  struct Paradigm: Sendable {
    var number: SlavicNumber
    var isAnimate: Bool
    /// A masculine in -а: its accusative is its own.
    var hasOwnAccusative: Bool
    /// Six of the singular, six of the plural; "-" is none.
    var endings: [String]

    /// - Parameter row: name, gender, endings: "ms m ь я ю ь ем е и ей ям и ями ях". A name that
    ///   ends in "a" is of living beings.
    init(row: Substring) {
      let columns = row.split(separator: " ")
      precondition(columns.count == 14, "a class has twelve endings: \(row)")
      isAnimate = columns[0].last == "a"
      switch columns[1].first {
      case "f": number = .feminine
      case "n": number = .neuter
      case "p": number = .plural
      default: number = .masculine
      }
      hasOwnAccusative = columns[1] == "ma"
      endings = columns.dropFirst(2).map { $0 == "-" ? "" : String($0) }
    }
  }

  /// The noun of our tables, or one whose ending leaves no doubt about its declension.
  static func named(_ word: String, _ language: Language) -> SlavicNoun? {
    (SlavicLanguage(language) ?? .russian).pick(SlavicNouns.russian, SlavicNouns.ukrainian).noun(
      word)
  }
}

/// The nouns of one language, by their nominative.
struct SlavicNouns: Sendable {
  private let nouns: WordTable<SlavicNoun>
  /// All nouns of the table.
  let words: [String]
  private let classes: [Substring: SlavicNoun.Paradigm]
  private let guesses: (endings: WordParts, classes: [Substring])

  init(classes: String, nouns: String, guesses: String) {
    let paradigms = Dictionary(
      uniqueKeysWithValues: classes.split(separator: "\n").map {
        ($0.prefix { $0 != " " }, SlavicNoun.Paradigm(row: $0))
      })
    self.classes = paradigms
    let known = Dictionary(
      nouns.split(separator: "\n").map {
        let noun = SlavicNoun(row: $0, classes: paradigms)
        return (noun.word, noun)
      }, uniquingKeysWith: { first, _ in first })
    self.nouns = WordTable(known)
    words = known.keys.sorted()
    let pairs = guesses.split(whereSeparator: \.isWhitespace).map { $0.split(separator: "=") }
    self.guesses = (WordParts(pairs.map { $0[0] }), pairs.map { $0[1] })
  }

  func noun(_ word: String) -> SlavicNoun? {
    if let known = nouns[word] { return known }
    let guess = guesses.endings.ending(of: word) { rest in
      word.utf8.prefix(rest).count { $0 & 0xC0 != 0x80 } > 1
    }
    return guess.map {
      SlavicNoun(row: Substring(word + " " + guesses.classes[$0]), classes: classes)
    }
  }
}

extension SlavicNoun {
  /// "бригада" and what sort of brigade it is: "мотострелковая бригада", "бригада морской пехоты".
  static func formation(_ noun: String, _ arm: String, _ language: Language) -> String {
    guard !noun.contains(" "), let phrase = named(noun, language) else { return noun }
    guard SlavicAdjective.number(arm, language) != nil, !arm.contains(" ") else {
      return noun + " " + arm
    }
    let agreed = SlavicAdjective.form(
      arm, .nominative, phrase.number, isAnimate: false, language)
    return agreed.map { $0 + " " + noun } ?? noun
  }
}
