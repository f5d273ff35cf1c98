/// Places said more generally: "город на севере Украины", "місто на півдні Франції".
extension Slavic {
  static func place(
    _ place: PlaceExpression, _ level: GeneralizationLevel, _ spot: SlavicSpot,
    _ told: inout Told
  ) -> Replacement? {
    var place = place
    let isLocated = told.isLocated(place)
    if level == .country || level == .region {
      return land(place, level, isLocated, spot, told.lexicon)
    }
    let own = ownSlots(place, spot)
    if isSaidBefore(place, spot) { place.sort = nil }
    place.key = stem(spot)
    defer { told.lastPlace = place.key }
    let location = isLocated ? self.location(place, spot, told.lexicon) : ""
    if let noun = nounBefore(place, spot) {
      return afterNoun(noun, place, location, spot, &told)
    }
    guard let bare = SlavicPhrase(sort(place, spot.language), spot.language) else { return nil }
    let phrase = phrase(bare, place, location, spot.language, &told)
    let said = spot.fit(phrase, own: own)
    return place.sort == nil ? said.map { inTown($0, spot) } : said
  }

  /// «на Левобережной» → «в городе»: a quarter or an island is not spoken of as a town is.
  private static func inTown(_ said: Replacement, _ spot: SlavicSpot) -> Replacement {
    guard let before = spot.context.before.first, spot.context.mark == .word,
      before.text == "на", before.span.start >= spot.around.start,
      said.span.start == spot.around.span.start
    else { return said }
    let preposition = spot.pick("в", "у")
    return Replacement(
      span: TextSpan(before.span.start, said.span.end),
      text: (before.isCapitalized ? SlavicSpot.capitalized(preposition) : preposition) + " "
        + said.text)
  }

  /// «на вокзале в Лукашовке»: the word that stands before the preposition is not said again, the place
  /// is where it stands.
  private static func isSaidBefore(_ place: PlaceExpression, _ spot: SlavicSpot) -> Bool {
    let before = spot.context.before
    guard spot.context.mark == .word, before.count > 1, !before[0].isCut, let sort = place.sort,
      SlavicContext.prepositions(spot.language)[before[0].text] != nil
    else { return false }
    return Vocabulary.of(spot.language).entry(of: before[1].text).value(.placeNoun) == sort
  }

  /// The same for all cases of a name, so that a place met again is no other place.
  private static func stem(_ spot: SlavicSpot) -> FoldedKey {
    let words = spot.words.map { word in
      var stem = word.utf8[...]
      _ = endings.ending(of: word) { rest in
        guard word.utf8.prefix(rest).count(where: { $0 & 0xC0 != 0x80 }) >= 3 else { return false }
        stem = word.utf8.prefix(rest)
        return true
      }
      return Substring(stem)
    }
    return FoldedKey(folded: words.joined(separator: " "))
  }

  private static let endings = WordList("places-endings").parts

  /// The words for a place: with where it lies at its first mention, and told apart from others.
  private static func phrase(
    _ bare: SlavicPhrase, _ place: PlaceExpression, _ location: String, _ language: Language,
    _ told: inout Told
  ) -> SlavicPhrase {
    let name = bare.form(.nominative)
    let said = English.PlacePhrase(sort: name, location: location)
    // Without its region "город" alone would be the town that everybody knows.
    let size = location.isEmpty ? size(place, language) : nil
    let described = size.map { bare.preceded(by: $0) } ?? bare.followed(by: location)
    if told.places[place.key] != nil {
      let isShared = told.places.isShared(name, besides: place.key)
      guard isShared else { return bare }
      if told.lastPlace == place.key {
        return bare.preceded(by: language == .ukrainian ? "цей" : "этот")
      }
      return told.places.ordinal(of: place.key, language).map { described.preceded(by: $0) }
        ?? described
    }
    told.places[place.key] = said
    let number = told.places.describe(place.key, described.form(.nominative))
    let other = language == .ukrainian ? "інший" : "другой"
    return SaidPlaces.apart(number, other: other, language).map { described.preceded(by: $0) }
      ?? described
  }

  private static func size(_ place: PlaceExpression, _ language: Language) -> String? {
    guard place.sort?.isEmpty ?? true else { return nil }
    switch place.fact?.size {
    case .town: return language == .ukrainian ? "невеликий" : "небольшой"
    case .city, .metropolis: return language == .ukrainian ? "великий" : "крупный"
    default: return nil
    }
  }

  static func sort(_ place: PlaceExpression, _ language: Language) -> String {
    let isUkrainian = language == .ukrainian
    if let sort = place.sort, !sort.isEmpty { return sort }
    switch place.fact?.size {
    case .hamlet, .village: return "село"
    case .town, .city, .metropolis: return isUkrainian ? "місто" : "город"
    case .region: return isUkrainian ? "регіон" : "регион"
    case .country: return isUkrainian ? "країна" : "страна"
    case .unknown, nil: return isUkrainian ? "населений пункт" : "населённый пункт"
    }
  }

  /// "на севере Украины", "в Казахстане"; nothing where the country is not known.
  private static func location(
    _ place: PlaceExpression, _ spot: SlavicSpot, _ lexicon: Lexicon
  ) -> String {
    let language = spot.language
    guard let fact = place.fact, fact.size != .country else { return "" }
    // "мы в Польше, в Белостоке": the country has just been said.
    let isSaid = spot.context.before.prefix(4).contains {
      lexicon.country(FoldedKey(folded: $0.text))?.index == fact.country
    }
    let country =
      isSaid
      ? spot.pick("страны", "країни")
      : lexicon.countryName(fact.country, in: language, form: .genitive)
    guard !country.isEmpty, let part = part(fact.part, language) else {
      return isSaid ? "" : lexicon.countryName(fact.country, in: language, form: .locative)
    }
    return preposition(fact.part, language) + " " + part.form(.locative) + " " + country
  }

  private static func part(_ part: CountryPart, _ language: Language) -> SlavicPhrase? {
    (language == .ukrainian ? partsUkrainian : partsRussian)[part]
  }

  private static func preposition(_ part: CountryPart, _ language: Language) -> String {
    guard part == .central else { return "на" }
    return language == .ukrainian ? "у" : "в"
  }

  private static let partsRussian: [CountryPart: SlavicPhrase] = [
    .north: "север", .northeast: "северо-восток", .east: "восток", .southeast: "юго-восток",
    .south: "юг", .southwest: "юго-запад", .west: "запад", .northwest: "северо-запад",
    .central: "центр",
  ].compactMapValues { SlavicPhrase($0, .russian) }

  private static let partsUkrainian: [CountryPart: SlavicPhrase] = [
    .north: "північ", .northeast: "північний схід", .east: "схід",
    .southeast: "південний схід", .south: "південь", .southwest: "південний захід",
    .west: "захід", .northwest: "північний захід", .central: "центр",
  ].compactMapValues { SlavicPhrase($0, .ukrainian) }
}

// MARK: The words of the place itself

extension Slavic {
  /// The cases that a name could be in: as the table has it, it is a nominative.
  private static func ownSlots(_ place: PlaceExpression, _ spot: SlavicSpot) -> SlavicSlots {
    let generic = spot.ownSlots(isAnimate: false)
    let words = spot.words
    guard words.count == 1, let word = words.first, let last = word.last, let fact = place.fact
    else { return generic }
    let isListed = FoldedKey(folded: word) == place.key && !fact.isInflected
    if !isListed || isVowel(last), let exact = declined(word, place, spot.language) {
      guard isListed else { return exact }
      if spot.context.mark == .word { return exact.union(SlavicSlots(.nominative)) }
      return SlavicSlots(last == "а" || last == "я" ? .nominative : [.nominative, .accusative])
    }
    guard isListed else {
      // A case form of a listed name: no nominative, unless all cases are one.
      let oblique = generic.subtracting(SlavicSlots(.nominative))
      return oblique.isEmpty ? generic : oblique
    }
    switch last {
    case "а", "я": return SlavicSlots(.nominative)
    case "о", "е", "є", "и", "і", "ї", "у", "ю", "ы", "э":
      return spot.context.mark == .word ? .all : SlavicSlots([.nominative, .accusative])
    default:
      return last.isLetter && ("а"..."я").contains(last) || last == "ь"
        ? SlavicSlots([.nominative, .accusative]) : .all
    }
  }

  private static func isVowel(_ letter: Character) -> Bool { "аеиоуыэюяіїє".contains(letter) }

  /// Whether a listed name could be the nominative of another one that was found: of the same
  /// country, and no smaller.
  private static func isLike(_ fact: PlaceFact, _ found: PlaceFact?) -> Bool {
    guard let found else { return false }
    return !fact.isInflected && fact.country == found.country
      && fact.populationClass >= found.populationClass
  }

  /// The slots of a form whose nominative is the listed name.
  private static func declined(
    _ word: String, _ place: PlaceExpression, _ language: Language
  ) -> SlavicSlots? {
    var found = SlavicSlots([])
    for (ending, nominative, slots) in language == .ukrainian ? formsUkrainian : formsRussian
    where word.utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
      let stem = word.utf8.prefix(word.utf8.count - ending.utf8.count)
      let key = FoldedKey(folded: stem).extended(by: nominative)
      if key == place.key
        || Lexicon.embedded.place(key).map({ isLike($0, place.fact) }) ?? false
      {
        found.formUnion(SlavicSlots(slots))
      }
    }
    return found.isEmpty ? nil : found
  }

  private static let formsRussian: [(String, String, CaseSet)] = [
    ("ой", "а", .instrumental), ("ою", "а", .instrumental), ("ей", "я", .instrumental),
    ("ей", "а", .instrumental), ("е", "а", [.dative, .locative]), ("е", "я", [.dative, .locative]),
    ("ы", "а", .genitive), ("и", "а", .genitive), ("и", "я", [.genitive, .dative, .locative]),
    ("у", "а", .accusative), ("ю", "я", .accusative),
    ("ии", "ия", [.genitive, .dative, .locative]),
    ("а", "", .genitive), ("у", "", .dative), ("ом", "", .instrumental), ("ем", "", .instrumental),
    ("е", "", .locative), ("я", "ь", .genitive), ("ю", "ь", .dative), ("ем", "ь", .instrumental),
    ("е", "ь", .locative), ("и", "ь", [.genitive, .dative, .locative]), ("ью", "ь", .instrumental),
    ("я", "й", .genitive), ("ю", "й", .dative), ("ем", "й", .instrumental), ("е", "й", .locative),
    ("и", "й", .locative), ("а", "о", .genitive), ("у", "о", .dative), ("ом", "о", .instrumental),
    ("е", "о", .locative), ("ого", "ий", .genitive), ("ого", "ый", .genitive),
    ("ому", "ий", .dative), ("ому", "ый", .dative), ("ом", "ий", .locative),
    ("ом", "ый", .locative), ("им", "ий", .instrumental), ("ым", "ый", .instrumental),
    ("ого", "ое", .genitive), ("ому", "ое", .dative), ("ом", "ое", .locative),
    ("им", "ое", .instrumental), ("ым", "ое", .instrumental),
    ("ой", "ая", [.genitive, .dative, .locative, .instrumental]),
    ("ую", "ая", .accusative), ("ов", "ы", .genitive), ("ах", "ы", .locative), ("ам", "ы", .dative),
    ("ами", "ы", .instrumental), ("ах", "и", .locative), ("ам", "и", .dative),
    ("ами", "и", .instrumental), ("", "ы", .genitive), ("", "и", .genitive), ("ей", "и", .genitive),
    ("ях", "и", .locative), ("ям", "и", .dative), ("ями", "и", .instrumental),
    ("ца", "ец", .genitive), ("цу", "ец", .dative), ("цом", "ец", .instrumental),
    ("цем", "ец", .instrumental), ("це", "ец", .locative), ("ка", "ок", .genitive),
    ("ку", "ок", .dative), ("ком", "ок", .instrumental), ("ке", "ок", .locative),
  ]

  private static let formsUkrainian: [(String, String, CaseSet)] = [
    ("ою", "а", .instrumental), ("ею", "я", .instrumental), ("ею", "а", .instrumental),
    ("єю", "я", .instrumental), ("і", "а", [.dative, .locative]),
    ("ці", "ка", [.dative, .locative]),
    ("зі", "га", [.dative, .locative]), ("сі", "ха", [.dative, .locative]), ("и", "а", .genitive),
    ("і", "я", [.genitive, .dative, .locative]), ("ї", "я", [.genitive, .dative, .locative]),
    ("у", "а", .accusative), ("ю", "я", .accusative), ("а", "", .genitive),
    ("у", "", [.genitive, .dative, .locative]),
    ("ові", "", [.dative, .locative]), ("ом", "", .instrumental), ("ем", "", .instrumental),
    ("і", "", .locative), ("я", "ь", .genitive), ("ю", "ь", [.dative, .instrumental]),
    ("ем", "ь", .instrumental),
    ("і", "ь", [.locative, .genitive, .dative]), ("я", "й", .genitive), ("ю", "й", .dative),
    ("єм", "й", .instrumental),
    ("ї", "й", .locative), ("а", "о", .genitive), ("у", "о", .dative), ("ом", "о", .instrumental),
    ("і", "о", .locative), ("ова", "ів", .genitive), ("ову", "ів", .dative),
    ("овом", "ів", .instrumental),
    ("ові", "ів", [.locative, .dative]), ("єва", "їв", .genitive), ("єву", "їв", .dative),
    ("єву", "їв", .dative), ("євом", "їв", .instrumental), ("єві", "їв", .locative),
    ("ого", "ий", .genitive), ("ому", "ий", [.dative, .locative]), ("им", "ий", .instrumental),
    ("ого", "е", .genitive), ("ому", "е", [.dative, .locative]), ("им", "е", .instrumental),
    ("ої", "а", .genitive), ("ій", "а", [.dative, .locative]), ("ах", "и", .locative),
    ("ам", "и", .dative), ("ами", "и", .instrumental), ("ях", "і", .locative), ("ям", "і", .dative),
    ("ями", "і", .instrumental), ("ів", "и", .genitive), ("", "и", .genitive),
    ("ок", "ки", .genitive),
    ("ця", "ець", .genitive), ("цю", "ець", .dative), ("цем", "ець", .instrumental),
    ("ці", "ець", .locative), ("ка", "ок", .genitive), ("ку", "ок", [.dative, .locative]),
  ]

  /// The word for a place that stands before the name: "в селе …", "г. …".
  private static func nounBefore(
    _ place: PlaceExpression, _ spot: SlavicSpot
  ) -> (span: TextSpan, word: String?)? {
    if let before = spot.context.before.first, spot.context.mark == .word,
      before.span.start >= spot.around.start,
      !before.isCapitalized || spot.around.opensSentence(at: before.span.start)
        || spot.around.text(max(0, before.span.start - 2), before.span.start) == ": ",
      before.span.end + 1 == spot.around.span.start,
      // "с Пушкинской": no village without its full stop.
      SlavicContext.prepositions(spot.language)[before.text] == nil,
      Vocabulary.of(spot.language).entry(of: before.text).value(.placeNoun) != nil
    {
      return (before.span, before.text)
    }
    // "г. Юрга"
    let around = spot.around
    var to = around.span.start
    while to > around.start, around.bytes[to - 1] == 0x20 { to -= 1 }
    guard to > around.start, around.bytes[to - 1] == 0x2E else { return nil }
    to -= 1
    var from = to
    while from > around.start, around.isWord(around.bytes[from - 1]) { from -= 1 }
    guard from < to,
      Vocabulary.of(spot.language).entry(of: around.text(from, to)).value(.placeNoun) != nil
    else { return nil }
    return (TextSpan(from, around.span.start), nil)
  }

  /// "в городке Пренцлау" → "в городке на востоке Германии"; without a region "в городке".
  private static func afterNoun(
    _ noun: (span: TextSpan, word: String?), _ place: PlaceExpression, _ location: String,
    _ spot: SlavicSpot, _ told: inout Told
  ) -> Replacement? {
    guard let bare = SlavicPhrase(sort(place, spot.language), spot.language) else { return nil }
    var named = place
    if named.sort?.isEmpty ?? true { named.sort = bare.form(.nominative) }
    let isFirst = told.places[place.key] == nil
    let phrase = phrase(bare, named, location, spot.language, &told)
    if isFirst, !location.isEmpty, noun.word != nil, phrase == bare.followed(by: location) {
      return spot.write(location)
    }
    let wide = spot.widened(to: TextSpan(noun.span.start, spot.around.span.end))
    let own = noun.word.map { SlavicAgreement.noun($0, spot.language) } ?? .all
    if let said = wide.fit(phrase, own: own) { return said }
    guard let word = noun.word, !word.isEmpty else { return nil }
    return Replacement(
      span: wide.around.span, text: spot.around.text(noun.span.start, noun.span.end))
  }

  // MARK: Regions and countries

  /// "в Буче" → "на севере Украины", "в Україні": the preposition goes with the region.
  private static func land(
    _ place: PlaceExpression, _ level: GeneralizationLevel, _ isLocated: Bool, _ spot: SlavicSpot,
    _ lexicon: Lexicon
  ) -> Replacement? {
    let own = ownSlots(place, spot)
    guard isLocated, let fact = place.fact else {
      return SlavicPhrase(spot.pick("другое место", "інше місце"), spot.language)
        .flatMap { spot.fit($0, own: own) }
    }
    let part = level == .country ? nil : part(fact.part, spot.language)
    let country = SlavicCountry(fact.country, spot.language, lexicon)
    let number = part?.number ?? .neuter
    guard let cases = spot.cases(own: own.cases, number: number, isAnimate: false) else {
      return nil
    }
    var forms: Set<String> = []
    for one in GrammaticalCase.allCases where cases.contains(CaseSet(one)) {
      let form = part.map { "\($0.form(one)) \(country.genitive)" } ?? country.form(one)
      guard let form else { return nil }
      forms.insert(form)
    }
    guard let text = forms.first, forms.count == 1 else { return nil }
    guard let before = spot.context.before.first, spot.context.mark == .word,
      before.span.start >= spot.around.start, before.span.end + 1 == spot.around.span.start,
      let instead = preposition(
        instead: before.text,
        of: part == nil ? country.preposition : preposition(fact.part, spot.language),
        spot.language)
    else { return spot.write(text) }
    let said = (before.isCapitalized ? SlavicSpot.capitalized(instead) : instead) + " " + text
    return spot.write(said, from: before.span.start)
  }

  /// The preposition of the same direction that a region takes: "из Бучи" → "с севера".
  private static func preposition(
    instead word: String, of base: String, _ language: Language
  ) -> String? {
    switch word {
    case "в", "во", "у", "на":
      if language == .russian, word == "у" { return nil }
      return base == word ? nil : base
    case "из", "изо", "с", "со":
      guard language == .russian else { return nil }
      return base == "на" ? "с" : "из"
    default: return nil
    }
  }
}
