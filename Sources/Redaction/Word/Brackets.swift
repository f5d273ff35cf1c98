/// Replacements in [brackets], where prose would need grammar that is not there: the bare words in
/// the language of the text.
enum Brackets {
  static func replacement(
    for mention: Mention, _ treatment: Treatment, language: Language, lexicon: Lexicon,
    isLocated: Bool, in around: Surroundings
  ) -> Replacement {
    let words: String
    let level: GeneralizationLevel =
      if case .generalize(let level) = treatment { level } else { .described }
    switch mention.detail {
    case .place(let place) where level == .country || level == .region:
      words = country(place, language, lexicon, isLocated) ?? general(.place, language)
    case .age(let age) where level == .general:
      words = (age.years < 18 ? Said.child : .adult).words(language)
    case .general where mention.kind == .unit && level == .general: words = general(.unit, language)
    case .general where mention.kind == .job && level == .general:
      words = Said.worker.words(language)
    case .place(let place) where language == .english:
      let phrase = English.place(place, level: .described, isLocated: isLocated, lexicon: lexicon)
      words = phrase.location.isEmpty ? phrase.sort : "\(phrase.sort), \(phrase.location)"
    case .place(let place): words = self.place(place, language, lexicon, isLocated: isLocated)
    case .date(let date): words = self.date(date, treatment, language)
    case .age(let age): words = self.age(age, language)
    case .said(let what): words = what.words(language)
    case .general(let phrase):
      words = phrase.isEmpty ? general(mention.kind, language) : bare(phrase, language)
    default: words = general(mention.kind, language)
    }
    let isWithheld = treatment == .suppress || treatment == .mask
    let said = isWithheld ? general(mention.kind, language) : words
    if language == .english, mention.kind == .date, let before = around.before, before.text == "on"
    {
      // "on 14 May 2023" → "in [early 2023]"
      return Replacement(
        span: TextSpan(before.span.start, around.span.end), text: "in [" + said + "]")
    }
    return Replacement(span: around.span, text: "[" + said + "]")
  }

  /// As print has it: something of somebody, of which nothing is known that could be said.
  static let omission = "[…]"

  static func person(_ language: Language) -> String { "[" + general(.person, language) + "]" }

  /// "a hospital" → "hospital", "un hôpital" → "hôpital".
  private static func bare(_ phrase: String, _ language: Language) -> String {
    for article in articles[language] where phrase.hasPrefix(article) {
      return String(phrase.dropFirst(article.count))
    }
    return phrase
  }

  private static let articles = WordList.each("said-articles").map { $0.words.map { $0 + " " } }

  private static func place(
    _ place: PlaceExpression, _ language: Language, _ lexicon: Lexicon, isLocated: Bool
  ) -> String {
    let sort: String
    if let known = place.sort, !known.isEmpty {
      sort = bare(known, language)
    } else {
      let size: Said =
        switch place.fact?.size {
        case .hamlet, .village: .village
        case .town: .town
        case .city, .metropolis: .city
        case .region: .region
        default: .place
        }
      sort = size.words(language)
    }
    guard let country = country(place, language, lexicon, isLocated) else { return sort }
    return sort + ", " + country
  }

  /// The name of the country a place lies in, where it may be said.
  private static func country(
    _ place: PlaceExpression, _ language: Language, _ lexicon: Lexicon, _ isLocated: Bool
  ) -> String? {
    guard let fact = place.fact, isLocated, fact.country > 0 else { return nil }
    let name = lexicon.countryName(fact.country, in: language, form: .plain)
    return name.isEmpty ? nil : name
  }

  private static func date(
    _ date: DateExpression, _ treatment: Treatment, _ language: Language
  ) -> String {
    if date.isBirth {
      guard let year = date.year else { return general(.date, language) }
      return Said.decade.words(language, "\(year / 10 * 10)")
    }
    if let year = date.year {
      guard let month = date.month, treatment != .generalize(.year) else { return "\(year)" }
      let part: Said = month <= 4 ? .early : month <= 8 ? .mid : .late
      return part.words(language, "\(year)")
    }
    guard let month = date.month else { return general(.date, language) }
    return date.day != nil
      ? months[language.spoken].words[month - 1] : seasons[language.spoken].words[month % 12 / 3]
  }

  private static let months = WordList.each("months")
  private static let seasons = WordList.each("said-seasons")

  private static func age(_ age: AgeExpression, _ language: Language) -> String {
    let low = age.years / 5 * 5
    return Said.years.words(language, "\(low)–\(low + 4)")
  }

  static func general(_ kind: EntityKind, _ language: Language) -> String {
    let said: Said =
      switch kind {
      case .person, .other: .person
      case .place: .place
      case .unit: .unit
      case .date: .date
      case .age: .age
      case .organization: .organization
      case .job: .job
      case .contact: .contact
      case .identifier, .number: .number
      case .demographic: .demographic
      case .event: .event
      }
    return said.words(language)
  }
}
