internal import CLexicon

/// The facts compiled into the binary: ordinary words, names of people, places, countries.
///
/// Everything is asked by `FoldedKey` and read where it lies; nothing is loaded or built at start,
/// and no lookup allocates. Where the facts come from: Sources/CLexicon/PROVENANCE.md.
struct Lexicon: Sendable {
  /// The tables of this binary.
  static let embedded = Lexicon()

  private let english = KeyTable(UndersealWordsEnglish)
  private let french = KeyTable(UndersealWordsFrench)
  private let russian = KeyTable(UndersealWordsRussian)
  private let ukrainian = KeyTable(UndersealWordsUkrainian)
  private let names = KeyTable(UndersealNames)
  private let places = KeyTable(UndersealPlaces)
  private let placeStarts = KeyTable(UndersealPlaceStarts)
  private let countries = KeyTable(UndersealCountries)
  private let countryStarts = KeyTable(UndersealCountryStarts)
  private let countryNames = CountryNames(UndersealCountryNames)

  private init() {}

  /// Whether a word, in any of its forms, is an ordinary word of the language: one that a
  /// dictionary lists in lower case. About one foreign word in 400,000 is taken for one.
  func isOrdinary(_ key: FoldedKey, in language: Language) -> Bool {
    switch language {
    case .english: english.contains(key)
    case .french: french.contains(key)
    case .russian: russian.contains(key)
    case .ukrainian: ukrainian.contains(key)
    case .none: false
    }
  }

  /// What a word is as part of a person's name; empty when it is not known as one.
  func name(_ key: FoldedKey) -> NameFacts {
    NameFacts(rawValue: UInt8(truncatingIfNeeded: names.value(key) ?? 0))
  }

  /// The place of that name: one word, or a sequence joined by `followed(by:)`.
  func place(_ key: FoldedKey) -> PlaceFact? { places.value(key).map(PlaceFact.init(packed:)) }

  /// How many words the longest place name beginning with this word has; 0 when none begins here.
  func longestPlace(startingWith key: FoldedKey) -> Int {
    if let longest = placeStarts.value(key) { return Int(longest) }
    return places.contains(key) ? 1 : 0
  }

  /// The country (or part of the world) that a word or sequence names, as noun or adjective.
  func country(_ key: FoldedKey) -> CountryFact? {
    countries.value(key).map { CountryFact(packed: UInt16(truncatingIfNeeded: $0)) }
  }

  /// How many words the longest country name beginning with this word has; 0 when none does.
  func longestCountry(startingWith key: FoldedKey) -> Int {
    if let longest = countryStarts.value(key) { return Int(longest) }
    return countries.contains(key) ? 1 : 0
  }

  /// Number of country indices; 0 is none, so valid ones are 1..<countryCount.
  var countryCount: Int { countryNames.count }

  /// ISO 3166-1 alpha-2 code of a country index; empty for 0 and for indices out of range.
  func countryCode(_ index: UInt8) -> String { countryNames.code(Int(index)) }

  /// The name of a country in a form that fits into a sentence; empty for 0 and for indices out
  /// of range. `.none` answers in English.
  func countryName(_ index: UInt8, in language: Language, form: CountryNameForm) -> String {
    let column: Int
    switch language {
    case .english, .none: column = 0
    case .french: column = 1
    case .russian: column = 2
    case .ukrainian: column = 3
    }
    return countryNames.text(Int(index), column: 4 * column + form.rawValue)
  }
}
