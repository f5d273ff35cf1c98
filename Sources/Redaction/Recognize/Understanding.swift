/// What a span says that a reader found: grammars and cue words inside the span alone, so that it can
/// be said in more general words. What says nothing that is known is spoken of by its kind.
extension Passage {
  /// The detail of a span of tokens of a kind.
  func understood(_ first: Int, _ last: Int, as kind: EntityKind, isSure: Bool) -> Mention.Detail {
    switch kind {
    case .person: .unlisted(PersonRecognizer().somebody(self, first, last, isSure: isSure))
    case .place: .place(somewhere(first, last))
    case .date: .date(sometime(first, last))
    case .age: age(first, last).map { .age($0) } ?? .none
    case .unit: .general(formation(first, last))
    case .organization: .general(value(first, last, .body) ?? "")
    case .event: .general(value(first, last, .event) ?? "")
    case .job: .general(value(first, last, .job) ?? value(first, last, .broadJob) ?? "")
    case .demographic:
      value(first, last, .trait).map { .general($0) }
        ?? (isNationality(first, last) ? .said(.nationality) : .general(""))
    case .contact: .general("")
    case .identifier, .number: .said(.number)
    case .other: .none
    }
  }

  /// "Belarusian", «грузин»: one word for the people of a country.
  private func isNationality(_ first: Int, _ last: Int) -> Bool {
    first == last
      && lexicon.country(tokens[first].key, in: language).map {
        !$0.kinds.isDisjoint(with: [.demonym, .adjective]) && !$0.kinds.contains(.continent)
      } ?? false
  }

  /// The kind that the words of a span tell: a reader that takes "Correctional Colony No. 6" for a
  /// unit is right that it leads to somebody, and the word for a prison says what it is.
  func told(_ first: Int, _ last: Int, as kind: EntityKind) -> EntityKind {
    if kind == .person {
      return isPlace(first, last) || namedPlace(first) ? .place : kind
    }
    let things: [(EntityKind, Cue)] = [
      (.organization, .body), (.unit, .unitNoun), (.unit, .ship), (.place, .placeNoun),
    ]
    // "the market of …" burned, but "the fire at the market" happened.
    if kind == .event {
      let head = (first...last).first { !isGrammar($0) } ?? first
      return things.first { match(head, $0.1) != nil }?.0 ?? kind
    }
    guard kind == .identifier || things.contains(where: { $0.0 == kind }) else { return kind }
    let said = things.filter { value(first, last, $0.1) != nil }.map(\.0)
    return said.contains(kind) ? kind : said.first ?? kind
  }

  /// Whether a span is a place of the tables, behind a preposition, and no word of it is part of
  /// anybody's name.
  private func isPlace(_ first: Int, _ last: Int) -> Bool {
    guard (first...last).allSatisfy({ nameFacts($0).isEmpty && !isOrdinary($0) }),
      let before = preceding(first), has(before, .preposition)
    else { return false }
    let key = (first...last).dropFirst().reduce(tokens[first].key) {
      $0.followed(by: tokens[$1].key)
    }
    return lexicon.place(key).map { $0.size < .region } ?? false
  }

  /// The word for a ship before a name that no table has: "the ferry Halcyon", «шхуна «Мирелла»».
  func ship(before first: Int, _ last: Int) -> Int? {
    guard first > 0, (first...last).allSatisfy({ nameFacts($0).isEmpty }) else { return nil }
    let noun = Self.isQuote(tokens[first - 1]) ? first - 2 : first - 1
    return noun >= 0 && match(noun, .ship) != nil ? noun : nil
  }

  /// The value of the last word or sequence inside a span that is a sign of a cue: in "fish cannery"
  /// the noun comes last, but before what a preposition opens; in French and the Slavic languages
  /// it comes first.
  private func value(_ first: Int, _ last: Int, _ cue: Cue) -> String? {
    var found: String?
    for index in first...last {
      if found != nil, has(index, .preposition) { break }
      guard let match = match(index, cue), match.last <= last, !match.value.isEmpty,
        match.value != "acronym"
      else { continue }
      // What tells a value from a narrower one stands before it.
      found = String(match.value.drop { "~^".contains($0) })
      if !grammar.has(.stacksNouns) { break }
    }
    return found
  }

  private func somewhere(_ first: Int, _ last: Int) -> PlaceExpression {
    let sort = value(first, last, .placeNoun)
    for index in first...last where tokens[index].isCapitalized {
      var key = tokens[index].key
      var fact = lexicon.place(key)
      var whole = key
      var end = index
      while let next = following(end), next <= last, tokens[next].isWord {
        key = key.followed(by: tokens[next].key)
        end = next
        if let longer = lexicon.place(key) { (fact, whole) = (longer, key) }
      }
      if let fact { return PlaceExpression(fact: fact, sort: sort, key: whole) }
    }
    let name = (first...last).first { tokens[$0].isCapitalized } ?? first
    return PlaceExpression(fact: nil, sort: sort, key: tokens[name].key)
  }

  private func sometime(_ first: Int, _ last: Int) -> DateExpression {
    var date = DateExpression()
    var index = first
    while index <= last {
      if let year = year(index) {
        date.year = year
      } else if let month = match(index, .month), let number = Int(month.value) {
        date.month = number
        index = month.last
      } else if let season = match(index, .season) {
        date.season = season.value
        index = season.last
      } else if let feast = match(index, .feast) {
        date.isFeast = true
        if !feast.value.isEmpty { date.season = feast.value }
        index = feast.last
      } else if let part = match(index, .dateModifier), !part.value.isEmpty {
        date.part = part.value
        index = part.last
      } else if tokens[index].isNumber, (1...31).contains(tokens[index].value) {
        date.day = Int(tokens[index].value)
      }
      index += 1
    }
    return date
  }

  private func age(_ first: Int, _ last: Int) -> AgeExpression? {
    for index in first...last {
      guard let number = cardinal(index) ?? ordinal(index), number.last <= last, number.value < 120
      else { continue }
      // Of months and days a child's age is told.
      if (number.last...last).contains(where: { match($0, .timeUnit)?.value == "short" }) {
        return AgeExpression(years: number.value / 12, form: .phrase)
      }
      let hasUnit = (first...last).contains { match($0, .ageUnit) != nil || has($0, .timeUnit) }
      return AgeExpression(years: number.value, form: hasUnit ? .phrase : .bare)
    }
    return nil
  }
}
