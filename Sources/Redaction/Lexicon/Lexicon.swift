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

  /// By language; none of `.none`.
  private var graphs = ByLanguage { LanguageData.graph($0).map(WordGraph.init) }
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
    case .words(let language): lexicon.graphs[language] = nil
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
  func words(of language: Language) -> WordGraph? { graphs[language] }

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

  /// The country (or part of the world) that a word or sequence names, as noun or adjective, in any
  /// language or as only this one spells it.
  func country(_ key: FoldedKey, in language: Language = .none) -> CountryFact? {
    guard let countries else { return nil }
    if let known = countries.value(key) {
      return CountryFact(packed: UInt16(truncatingIfNeeded: known))
    }
    return Self.ownCountries[language].names[key]
  }

  /// How many words the longest country name beginning with this word has; 0 when none does.
  func longestCountry(startingWith key: FoldedKey, in language: Language = .none) -> Int {
    guard let countries else { return 0 }
    let own = Self.ownCountries[language].longest[key] ?? 0
    if let longest = countryStarts.value(key) { return max(own, Int(longest)) }
    return max(own, countries.contains(key) ? 1 : 0)
  }

  /// Number of country indices; 0 is none, so valid ones are 1..<countryCount.
  var countryCount: Int { countryNames.count }

  /// ISO 3166-1 alpha-2 code of a country index; empty for 0 and for indices out of range.
  func countryCode(_ index: UInt8) -> String { countryNames.code(Int(index)) }

  /// The name of a country in a form that fits into a sentence; empty for 0 and for indices out
  /// of range. A language that the table does not have answers in English.
  func countryName(_ index: UInt8, in language: Language, form: CountryNameForm) -> String {
    let code = countryNames.code(Int(index))
    if let own = Self.ownCountries[language].spelled[code] { return own }
    let column = Self.columns[language] ?? 0
    return countryNames.text(Int(index), column: 4 * column + form.rawValue)
  }

  /// The names of countries that only a language itself has, by code and by key.
  private struct OwnCountries {
    var spelled: [String: String] = [:]
    var names: [FoldedKey: CountryFact] = [:]
    /// By the first word.
    var longest: [FoldedKey: Int] = [:]
  }

  private static let ownCountries = WordList.each("country-names").map { list in
    var own = OwnCountries()
    for entry in list.words {
      let (code, name) = (String(entry.prefix(2)), String(entry.dropFirst(3)))
      own.spelled[code] = own.spelled[code] ?? name
      let keys = name.split(separator: " ").map { FoldedKey(folded: Fold.string(String($0))) }
      guard let first = keys.first else { continue }
      let index = (1..<whole.countryCount).first { whole.countryCode(UInt8($0)) == code }
      let kind: CountryWordKinds = index == nil ? .continent : .name
      own.names[keys.dropFirst().reduce(first) { $0.followed(by: $1) }] = CountryFact(
        packed: UInt16(index ?? 0) | UInt16(kind.rawValue) << 8)
      own.longest[first] = max(own.longest[first] ?? 0, keys.count)
    }
    return own
  }

  /// Where the table has the names of a language.
  private static let columns: [Language: Int] = Dictionary(
    uniqueKeysWithValues: ["en", "fr", "ru", "uk"].enumerated().compactMap { column, code in
      Language(rawValue: code).map { ($0, column) }
    })
}
