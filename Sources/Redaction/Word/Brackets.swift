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
      words =
        age.years < 18
        ? pick(language, "child", "enfant", "ребёнок", "дитина")
        : pick(language, "adult", "adulte", "взрослый", "доросла людина")
    case .general where mention.kind == .unit && level == .general: words = general(.unit, language)
    case .general where mention.kind == .job && level == .general:
      words = pick(language, "worker", "travailleur", "работник", "працівник")
    case .place(let place) where language == .english:
      let phrase = English.place(place, level: .described, isLocated: isLocated, lexicon: lexicon)
      words = phrase.location.isEmpty ? phrase.sort : "\(phrase.sort), \(phrase.location)"
    case .place(let place): words = self.place(place, language, lexicon, isLocated: isLocated)
    case .date(let date): words = self.date(date, treatment, language)
    case .age(let age): words = self.age(age, language)
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

  static func person(_ language: Language) -> String { "[" + general(.person, language) + "]" }

  /// "a hospital" → "hospital", "un hôpital" → "hôpital".
  private static func bare(_ phrase: String, _ language: Language) -> String {
    if language != .english, let known = described[phrase] {
      return pick(language, "", known.0, known.1, known.2)
    }
    for article in ["a ", "an ", "the ", "un ", "une ", "des ", "le ", "la ", "les "]
    where phrase.hasPrefix(article) { return String(phrase.dropFirst(article.count)) }
    return phrase
  }

  /// What recognizers of forms say, which have no vocabulary of a language: fr, ru, uk.
  private static let described: [String: (String, String, String)] = [
    "a phone number": ("numéro de téléphone", "номер телефона", "номер телефону"),
    "an e-mail address": ("adresse e-mail", "адрес электронной почты", "електронна адреса"),
    "a web address": ("adresse web", "адрес в интернете", "адреса в інтернеті"),
    "a hashtag": ("mot-dièse", "хештег", "хештег"),
    "a handle": ("nom d'utilisateur", "имя пользователя", "ім'я користувача"),
    "an address": ("adresse", "адрес", "адреса"),
    "an account number": ("numéro de compte", "номер счёта", "номер рахунку"),
    "a card number": ("numéro de carte", "номер карты", "номер картки"),
    "a number plate": ("plaque d'immatriculation", "номер машины", "номер автомобіля"),
    "a set of coordinates": ("coordonnées géographiques", "координаты", "координати"),
    "a file number": ("numéro de dossier", "номер дела", "номер справи"),
    "a document number": ("numéro de document", "номер документа", "номер документа"),
    "a number": ("numéro", "номер", "номер"),
  ]

  private static func place(
    _ place: PlaceExpression, _ language: Language, _ lexicon: Lexicon, isLocated: Bool
  ) -> String {
    let sort: String
    if let known = place.sort, !known.isEmpty {
      sort = bare(known, language)
    } else {
      switch place.fact?.size {
      case .hamlet, .village: sort = pick(language, "village", "village", "село", "село")
      case .town: sort = pick(language, "town", "ville", "город", "місто")
      case .city, .metropolis:
        sort = pick(language, "city", "grande ville", "большой город", "велике місто")
      case .region: sort = pick(language, "region", "région", "регион", "регіон")
      default: sort = pick(language, "place", "lieu", "место", "місце")
      }
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
      let decade = "\(year / 10 * 10)"
      return pick(
        language, "the \(decade)s", "années \(decade)", "\(decade)-е годы", "\(decade)-ті роки")
    }
    if let year = date.year {
      guard let month = date.month, treatment != .generalize(.year) else { return "\(year)" }
      let part = month <= 4 ? 0 : month <= 8 ? 1 : 2
      switch language {
      case .french: return ["début", "milieu de", "fin"][part] + " \(year)"
      case .russian: return ["начало", "середина", "конец"][part] + " \(year) года"
      case .ukrainian: return ["початок", "середина", "кінець"][part] + " \(year) року"
      case .english, .none: return ["early", "mid", "late"][part] + " \(year)"
      }
    }
    guard let month = date.month else { return general(.date, language) }
    if date.day != nil { return months(language)[month - 1] }
    let season = month % 12 / 3
    switch language {
    case .french: return ["hiver", "printemps", "été", "automne"][season]
    case .russian: return ["зима", "весна", "лето", "осень"][season]
    case .ukrainian: return ["зима", "весна", "літо", "осінь"][season]
    case .english, .none: return ["winter", "spring", "summer", "autumn"][season]
    }
  }

  private static func months(_ language: Language) -> [String] {
    let names =
      switch language {
      case .french:
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
      case .russian:
        "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"
      case .ukrainian:
        "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень"
      case .english, .none:
        "January February March April May June July August September October November December"
      }
    return names.split(separator: " ").map(String.init)
  }

  private static func age(_ age: AgeExpression, _ language: Language) -> String {
    let low = age.years / 5 * 5
    let band = "\(low)–\(low + 4)"
    return pick(language, band, band + " ans", band + " лет", band + " років")
  }

  static func general(_ kind: EntityKind, _ language: Language) -> String {
    switch kind {
    case .person: pick(language, "name", "nom", "имя", "ім'я")
    case .place: pick(language, "place", "lieu", "место", "місце")
    case .unit:
      pick(language, "military unit", "unité militaire", "воинская часть", "військова частина")
    case .date: pick(language, "date", "date", "дата", "дата")
    case .age: pick(language, "age", "âge", "возраст", "вік")
    case .organization: pick(language, "organisation", "organisation", "организация", "організація")
    case .job: pick(language, "occupation", "profession", "род занятий", "рід занять")
    case .contact: pick(language, "contact details", "coordonnées", "контакт", "контакт")
    case .identifier, .number: pick(language, "number", "numéro", "номер", "номер")
    case .demographic:
      pick(
        language, "personal detail", "détail personnel", "личная подробность", "особиста подробиця")
    case .event: pick(language, "event", "événement", "событие", "подія")
    case .other: pick(language, "name", "nom", "имя", "ім'я")
    }
  }

  private static func pick(
    _ language: Language, _ english: String, _ french: String, _ russian: String,
    _ ukrainian: String
  ) -> String {
    switch language {
    case .english, .none: english
    case .french: french
    case .russian: russian
    case .ukrainian: ukrainian
    }
  }
}
