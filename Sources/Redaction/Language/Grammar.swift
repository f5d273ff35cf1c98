/// What is true of a language's grammar and spelling: facts that rules ask for, so that no rule asks
/// for a language.
///
/// Sources/Languages/XX/facts.txt names those of a language, one a line. A
/// name that is none of these is our own mistake.
extension Grammar {
  enum Fact: UInt32, CaseIterable {
    /// Months and feasts have a capital: "May" is one, "may" is not.
    case capitalizesMonths
    /// Peoples, faiths and tongues have one: "Lak" is a people, "lak" is not.
    case capitalizesPeoples
    /// Headings have so many that a capital on an ordinary word tells little.
    case capitalizesHeadings
    /// Inside a sentence a capital marks a name, on an ordinary word too.
    case capitalizesOnlyNames
    /// A noun narrows the one it stands before: "dental nurse", "Moscow region", "a Roma family".
    case stacksNouns
    /// A noun opens its phrase, and a word for "of" says whose it is: "la mère de Sadia".
    case opensWithNoun
    /// Adjectives follow: "la cuisse gauche".
    case putsAdjectivesLast
    /// The name of a street may stand before the word for it: "Baker Street".
    case putsStreetsLast
    /// Behind its number the name of a street may do without a capital: "14, rue des cordeliers".
    case lowercasesStreets
    /// An age needs no word for years: "she was 14", "a boy of nineteen".
    case saysAgesBare
    /// An age is had: "elle a 14 ans".
    case hasAges
    /// The days of the month are counted and not ordered: "le quatorze mars".
    case countsDays
    /// The word for one is an article too and counts nobody: "un prisonnier".
    case hasOneAsArticle
    /// Articles and prepositions lose a vowel before another: "l'usine", "d'Oumar".
    case elides
    /// Spaces stand before colons and question marks: "Lieu :".
    case spacesMarks
    /// A line of figures alone may be the middle of a sentence.
    case wrapsFigures
    /// Few words are enough to tell that a text was typed without capitals.
    case judgesCasingEarly
    /// Short acronyms are names of countries: "US", "UAE".
    case abbreviatesCountries
    /// Words are spelled as in a chat: "u", "thx".
    case hasChatSpellings
    /// Names of other scripts are spelled as in French: "Tchekhov".
    case romanizesAsFrench
    /// Months and days, which have no capital, are first names: "Julio", "Domingo".
    case callsPeopleByMonths
    /// Written with á í ñ ó ú.
    case writesAcuteVowels
    /// Names and nouns are declined, in Cyrillic letters.
    case declines
    /// Read since lately: its words clear nothing in texts of other languages.
    case isNew
    /// Only a preposition of place makes a word with the ending of a town one.
    case tellsTownsByPreposition
  }
}

/// The facts of one language.
struct Grammar: OptionSet, Sendable {
  let rawValue: UInt32

  /// Whether the fact holds.
  @inline(__always)
  func has(_ fact: Fact) -> Bool { rawValue & 1 << fact.rawValue != 0 }

  fileprivate static let all = ByLanguage(read)

  private static func read(_ language: Language) -> Grammar {
    let facts = Dictionary(uniqueKeysWithValues: Fact.allCases.map { ("\($0)", $0) })
    var grammar: Grammar = []
    for (number, columns) in LanguageData.lines(.facts, of: language) {
      guard let fact = facts[columns[0]], columns.count == 1 else {
        preconditionFailure(
          "Sources/Languages/\(language.rawValue)/facts.txt:\(number): no such fact")
      }
      grammar.insert(Grammar(rawValue: 1 << fact.rawValue))
    }
    return grammar
  }
}

extension Language {
  /// What is true of its grammar and spelling.
  var grammar: Grammar { Grammar.all[self] }

  /// Whether names and nouns are declined, in Cyrillic letters.
  var isSlavic: Bool { grammar.has(.declines) }

  /// Those whose words are known well enough to tell that a word is no name in any language.
  static let wellKnown = written.filter { !$0.grammar.has(.isNew) }
}
