/// Places said more generally: "à Caen" → "dans une ville du nord-ouest de la France".
extension French {
  static func place(
    _ expression: PlaceExpression, _ level: GeneralizationLevel, _ frame: FrenchFrame,
    next: Mention?, _ told: inout Told
  ) -> Replacement? {
    guard !frame.isClosed, !naming.contains(frame.before) else { return nil }
    let isLocated = told.isLocated(expression)
    if level == .country || level == .region {
      return country(isLocated ? expression.fact : nil, frame, next, told)
    }
    let location = isLocated ? location(of: expression.fact, told.lexicon) : ""
    guard let noun = noun(for: expression, isNamed: frame.determiner != nil) else { return nil }
    if let headed = headed(expression, noun, location, frame, &told) { return headed }
    let isProper = frame.around.isCapitalized
    guard isProper || frame.determiner != nil || frame.preposition == nil else { return nil }
    var expression = expression
    if !isProper {
      // "le marché de Gao" is not Gao.
      expression.key = expression.key.followed(by: FoldedKey(folded: noun.words))
    }
    let isKnown = told.places[expression.key] != nil
    let said = description(expression, noun, location, frame, &told)
    if !isProper, frame.determiner == nil {
      return frame.fit(noun.words, proper: isProper)
    }
    let preposition = place(frame, noun, told.french)
    told.french.departure =
      frame.preposition == .de ? frame.around.span.end : -1
    if !isKnown, let next, let fact = expression.fact,
      let (shorter, end) = beforeCountry(said, location, fact, next, frame, told)
    {
      return frame.fit(joined(preposition, shorter), upTo: end, proper: isProper)
    }
    return agreed(
      frame.fit(joined(preposition, said.text), proper: isProper), said.noun, frame,
      known: isProper && frame.determiner == nil)
  }

  /// "en France", "de France": the country alone.
  private static func country(
    _ fact: PlaceFact?, _ frame: FrenchFrame, _ next: Mention?, _ told: Told
  ) -> Replacement? {
    guard frame.determiner == nil || frame.determiner == .definite else { return nil }
    guard let fact, fact.country > 0 else {
      let preposition = frame.preposition == .de ? FrenchPreposition.de : nil
      guard frame.preposition != nil else {
        return frame.fit("un autre lieu", proper: true)
      }
      return frame.fit(
        joined(preposition ?? .other("dans"), "un autre lieu"), proper: true)
    }
    var frame = frame
    if frame.preposition == .de, frame.before == "près" || frame.before == "loin" {
      // "près de Caen" → "en France"
      frame.take(frame.before)
      let text = told.lexicon.countryName(fact.country, in: .french, form: .locative)
      return text.isEmpty ? nil : frame.fit(text, proper: true)
    }
    let form: CountryNameForm =
      switch frame.preposition {
      case .de: .genitive
      case nil: .subject
      default: .locative
      }
    let isUntilThere = frame.preposition == .à && frame.before == "jusqu"
    let text = told.lexicon.countryName(
      fact.country, in: .french, form: isUntilThere ? .locative : form)
    guard !text.isEmpty else { return nil }
    if let (name, end) = following(fact, next, frame, told), text.hasSuffix(name) {
      return frame.fit(String(text.dropLast(name.count)), upTo: end, proper: true)
    }
    return frame.fit(text, proper: true)
  }

  /// "du nord-ouest de la France", or nothing where the table does not know.
  private static func location(of fact: PlaceFact?, _ lexicon: Lexicon) -> String {
    guard let fact, fact.country > 0 else { return "" }
    let plain = lexicon.countryName(fact.country, in: .french, form: .plain)
    let subject =
      territories[plain] ?? lexicon.countryName(fact.country, in: .french, form: .subject)
    guard let first = subject.unicodeScalars.first, !subject.isEmpty else { return "" }
    // "îles Cook": the table has no article for it.
    guard territories[plain] != nil || ScalarClass.isCapital(first.value) || subject != plain,
      !plain.lowercased().hasPrefix("îles ")
    else { return "" }
    guard let part = parts[fact.part] else {
      return territories[plain] == nil
        ? lexicon.countryName(fact.country, in: .french, form: .genitive) : joined(.de, subject)
    }
    return joined(.de, part + " " + joined(.de, subject))
  }

  private static let parts: [CountryPart: String] = [
    .north: "le nord", .northeast: "le nord-est", .east: "l'est", .southeast: "le sud-est",
    .south: "le sud", .southwest: "le sud-ouest", .west: "l'ouest", .northwest: "le nord-ouest",
    .central: "le centre",
  ]

  /// Lands that are no states, which the table names without their article.
  private static let territories = [
    "Guadeloupe": "la Guadeloupe", "Martinique": "la Martinique", "Réunion": "la Réunion",
    "Guyane française": "la Guyane française", "Nouvelle-Calédonie": "la Nouvelle-Calédonie",
    "Polynésie française": "la Polynésie française", "Malouines": "les Malouines",
    "Bermudes": "les Bermudes",
  ]

  /// The noun a place is told by.
  private static func noun(for place: PlaceExpression, isNamed: Bool) -> FrenchNoun? {
    if let sort = place.sort, !sort.isEmpty { return FrenchNoun(sort) }
    switch place.fact?.size {
    case .hamlet, .village: return FrenchNoun("village", feminine: false)
    case .town: return FrenchNoun("ville", feminine: true)
    case .city, .metropolis: return FrenchNoun("grande ville", feminine: true)
    case .region: return FrenchNoun("région", feminine: true)
    case .country: return FrenchNoun("pays", feminine: false)
    case nil where isNamed:
      // "la Meuse", "les Monts": towns have no article.
      return FrenchNoun("lieu", feminine: false)
    case .unknown, nil: return FrenchNoun("localité", feminine: true)
    }
  }

  /// The place with its article: "une ville du nord-ouest de la France", later "cette ville".
  private static func description(
    _ expression: PlaceExpression, _ noun: FrenchNoun, _ location: String, _ frame: FrenchFrame,
    _ told: inout Told
  ) -> (text: String, noun: FrenchNoun) {
    let key = expression.key
    let end = frame.around.span.end
    let lastEnd = told.french.ends[key]
    told.french.ends[key] = end
    let isLast = told.lastPlace == key
    told.lastPlace = key
    if let known = told.places[key], let said = told.french.said[key] {
      let isShared = told.places.isShared(known.sort, besides: key)
      let isNear = lastEnd.map { frame.start - $0 < nearby } ?? false
      if isShared, !(isLast && isNear), let ordinal = told.places.ordinal(of: key, .french) {
        let location = known.location.isEmpty ? "" : " " + known.location
        return (numbered(said, ordinal).said(.definite) + location, said)
      }
      if isShared, !known.location.isEmpty, !(isLast && isNear) {
        return (said.said(.definite) + " " + known.location, said)
      }
      return (said.said(isNear || isShared ? .demonstrative : .definite), said)
    }
    let described = noun.phrase + " " + location
    var said = noun
    let number = told.places.describe(
      key, described,
      isOther: location.isEmpty && told.french.said.values.contains { $0.short == noun.short })
    told.places[key] = English.PlacePhrase(sort: noun.words, location: location)
    told.french.said[key] = said.short
    let other = noun.isPlural ? "autres" : "autre"
    if let apart = SaidPlaces.apart(number, other: other, .french) { said = numbered(noun, apart) }
    return (said.phrase + (location.isEmpty ? "" : " " + location), said)
  }

  /// "troisième ville", « première ville »
  private static func numbered(_ noun: FrenchNoun, _ ordinal: String) -> FrenchNoun {
    let ordinal = noun.isFeminine && ordinal.hasSuffix("er") ? ordinal.dropLast(2) + "ère" : ordinal
    return FrenchNoun(ordinal + " " + noun.words, feminine: noun.isFeminine, plural: noun.isPlural)
  }

  /// How far apart, in bytes, two mentions may be for "cette ville" to be understood.
  static let nearby = 500

  /// The preposition that a noun takes where the name had "à" or "en".
  private static func place(
    _ frame: FrenchFrame, _ noun: FrenchNoun, _ memory: Memory
  ) -> FrenchPreposition? {
    switch frame.preposition {
    case .à
    where keepsÀ(frame, placeDatives)
      || memory.departure >= 0 && memory.departure == frame.around.start
        && frame.start - memory.departure < 8:
      return .à
    case .à, .other("en"), .other("chez"):
      let words = noun.words
      let head = words.split(separator: " ").last.map(String.init) ?? words
      if surfaces.contains(head) { return .other("sur") }
      if words.hasSuffix("rivière") || words.hasSuffix("lac") { return .près }
      if words.hasSuffix("poste frontière") { return .à }
      return .other("dans")
    default: return frame.preposition
    }
  }

  private static let surfaces = WordList("places-surfaces")

  /// "jusqu'à", "face à", "il écrit à": here "à" is no "dans".
  static func keepsÀ(_ frame: FrenchFrame, _ datives: WordList) -> Bool {
    frame.isPreceded(by: governors, within: 1) || frame.isPreceded(by: datives, within: 2)
  }

  private static let placeDatives = WordList("places-place-datives")

  private static let governors = WordList("places-governors")

  static let datives = WordList("places-datives")

  /// "le village de X" → "un village de l'est du Mali": the word for the place stands there already.
  private static func headed(
    _ expression: PlaceExpression, _ noun: FrenchNoun, _ location: String, _ frame: FrenchFrame,
    _ told: inout Told
  ) -> Replacement? {
    guard frame.preposition == .de, frame.determiner == nil || frame.determiner == .definite,
      frame.around.isCapitalized, placeWords.contains(frame.before)
    else { return nil }
    let around = frame.around
    let headEnd = frame.beforeStart + frame.before.utf8.count
    guard headEnd <= frame.start else { return nil }
    let written = around.text(frame.beforeStart, headEnd)
    let outer = FrenchFrame(
      Surroundings(
        bytes: around.bytes, span: TextSpan(frame.beforeStart, around.span.end),
        start: around.start, end: around.end))
    guard frame.beforeStart >= around.start else { return nil }
    let isKnown = told.places[expression.key] != nil
    told.french.ends[expression.key] = around.span.end
    let part = isKnown || location.isEmpty ? "" : " " + location
    guard outer.determiner == .definite, let isFeminine = outer.isFeminine, !outer.isPlural else {
      // "notre village de X", "l'île de X", "un petit village de X": only the name goes.
      return Replacement(
        span: TextSpan(frame.beforeStart, around.span.end), text: written + part)
    }
    let head = FrenchNoun(written.lowercased(), feminine: isFeminine)
    if !isKnown {
      told.places[expression.key] = English.PlacePhrase(sort: head.words, location: location)
      told.french.said[expression.key] = head
    }
    let article = isKnown ? FrenchDeterminer.demonstrative : .indefinite
    let preposition = place(outer, head, told.french)
    return outer.fit(joined(preposition, head.said(article)) + part)
  }

  private static let placeWords = WordList("places-place-words")

  /// "Sot, Thaïlande" → "une ville de l'ouest de la Thaïlande": the country that follows is used.
  private static func beforeCountry(
    _ said: (text: String, noun: FrenchNoun), _ location: String, _ fact: PlaceFact,
    _ next: Mention, _ frame: FrenchFrame, _ told: Told
  ) -> (text: String, end: Int)? {
    guard !location.isEmpty else { return nil }
    if let (name, end) = following(fact, next, frame, told) {
      return said.text.hasSuffix(name) ? (String(said.text.dropLast(name.count)), end) : nil
    }
    if frame.around.isFollowed(by: " ("), next.span.start == frame.around.span.end + 2,
      isCountry(next, of: fact)
    {
      // "Sot (Thaïlande)" → "une ville de l'ouest (Thaïlande)"
      let part = parts[fact.part].map { " " + joined(.de, $0) } ?? ""
      return (said.noun.phrase + part, frame.around.span.end)
    }
    return nil
  }

  /// The name of the country of a place, where it comes after it and stays: ", en Thaïlande".
  private static func following(
    _ fact: PlaceFact, _ next: Mention?, _ frame: FrenchFrame, _ told: Told
  ) -> (name: String, start: Int)? {
    guard let next, isCountry(next, of: fact),
      next.span.start - frame.around.span.end <= 8
    else { return nil }
    let between = frame.around.text(frame.around.span.end, next.span.start).lowercased()
    guard [", ", ", en ", ", au ", ", aux ", ", à "].contains(between) else { return nil }
    return (frame.around.text(next.span.start, next.span.end), next.span.start)
  }

  private static func isCountry(_ mention: Mention, of fact: PlaceFact) -> Bool {
    guard case .place(let country) = mention.detail else { return false }
    return country.fact?.size == .country && country.fact?.country == fact.country
  }
}
