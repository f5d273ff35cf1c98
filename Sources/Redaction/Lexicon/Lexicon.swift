internal import CLexicon

/// The facts compiled into the binary: ordinary words, names of people, places, countries.
///
/// Everything is asked by `FoldedKey` and read where it lies; nothing is loaded or built at start,
/// and no lookup allocates. Where the facts come from: Sources/CLexicon/PROVENANCE.md.
struct Lexicon: Sendable {
  /// The tables of this binary.
  static var embedded: Lexicon {
    guard let missing = Recognition.missing else { return whole }
    return whole.without(missing.part)
  }

  private static let whole = Lexicon()

  private var english: WordGraph? = WordGraph(UndersealWordsEnglish)
  private var french: WordGraph? = WordGraph(UndersealWordsFrench)
  private var russian: WordGraph? = WordGraph(UndersealWordsRussian)
  private var ukrainian: WordGraph? = WordGraph(UndersealWordsUkrainian)
  private var names: KeyTable? = KeyTable(UndersealNames)
  private var places: KeyTable? = KeyTable(UndersealPlaces)
  private let placeStarts = KeyTable(UndersealPlaceStarts)
  private var countries: KeyTable? = KeyTable(UndersealCountries)
  private let countryStarts = KeyTable(UndersealCountryStarts)
  private let countryNames = CountryNames(UndersealCountryNames)

  private init() {}

  private func without(_ part: Recognition.Part) -> Lexicon {
    var lexicon = self
    switch part {
    case .words(.english): lexicon.english = nil
    case .words(.french): lexicon.french = nil
    case .words(.russian): lexicon.russian = nil
    case .words(.ukrainian): lexicon.ukrainian = nil
    case .names: lexicon.names = nil
    case .places: lexicon.places = nil
    case .countries: lexicon.countries = nil
    default: break
    }
    return lexicon
  }

  /// Whether a word, in any of its forms and as a text spells it, is an ordinary word of the
  /// language: one that a dictionary lists in lower case.
  func isOrdinary(_ word: UnsafeBufferPointer<UInt8>, in language: Language) -> Bool {
    words(of: language)?.contains(word) ?? false
  }

  /// The same of a token of `bytes`.
  @inline(__always)
  func isOrdinary(
    _ token: Token, of bytes: UnsafeBufferPointer<UInt8>, in language: Language
  ) -> Bool {
    let span = Int(token.start)..<Int(token.end)
    return isOrdinary(UnsafeBufferPointer(rebasing: bytes[span]), in: language)
  }

  /// The ordinary words of a language; nil of `.none`.
  func words(of language: Language) -> WordGraph? {
    switch language {
    case .english: english
    case .french: french
    case .russian: russian
    case .ukrainian: ukrainian
    case .none: nil
    }
  }

  /// What a word is as part of a person's name; empty when it is not known as one.
  func name(_ key: FoldedKey) -> NameFacts {
    NameFacts(rawValue: UInt8(truncatingIfNeeded: names?.value(key) ?? 0))
  }

  /// The place of that name: one word, or a sequence joined by `followed(by:)`.
  func place(_ key: FoldedKey) -> PlaceFact? { places?.value(key).map(PlaceFact.init(packed:)) }

  /// How many words the longest place name beginning with this word has; 0 when none begins here.
  func longestPlace(startingWith key: FoldedKey) -> Int {
    guard let places else { return 0 }
    if let longest = placeStarts.value(key) { return Int(longest) }
    return places.contains(key) ? 1 : 0
  }

  /// The country (or part of the world) that a word or sequence names, as noun or adjective.
  func country(_ key: FoldedKey) -> CountryFact? {
    countries?.value(key).map { CountryFact(packed: UInt16(truncatingIfNeeded: $0)) }
  }

  /// How many words the longest country name beginning with this word has; 0 when none does.
  func longestCountry(startingWith key: FoldedKey) -> Int {
    guard let countries else { return 0 }
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
