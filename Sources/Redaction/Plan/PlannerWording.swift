/// What stands in the place of everything but people.
extension Planner {
  mutating func replacement(
    for mention: Mention, _ treatment: Treatment, _ around: Surroundings, next: Mention?
  ) -> Replacement {
    if mention.kind == .person { return person(mention, treatment, around) }
    if policy.style(for: mention.kind) == .prose {
      switch language {
      case .french:
        if let said = French.replacement(
          for: mention, treatment, around, next: next, &self)
        {
          return said
        }
      case .russian, .ukrainian:
        if let said = Slavic.replacement(for: mention, treatment, around, &self) { return said }
      case .english, .none: break
      }
    }
    guard policy.style(for: mention.kind) == .prose, language == .english else {
      var isLocated = false
      if case .place(let place) = mention.detail { isLocated = self.isLocated(place) }
      return Brackets.replacement(
        for: mention, treatment, language: language, lexicon: lexicon, isLocated: isLocated,
        in: around)
    }
    switch treatment {
    case .suppress: return English.withheld(mention.kind, in: around)
    case .mask: return Replacement(span: around.span, text: "[name]")
    default: break
    }
    let level: GeneralizationLevel =
      if case .generalize(let level) = treatment { level } else { .described }
    switch mention.detail {
    case .place(let expression): return place(expression, level, around, next: next)
    case .date(let date):
      var date = date
      if !date.isBirth, isBirthday(around) { date.isBirth = true }
      return English.date(date, level: level, in: around)
    case .age(let age): return English.age(age, level: level, owner: owner(around), in: around)
    case .general(let phrase): return English.general(phrase, mention.kind, level, in: around)
    default:
      guard mention.kind == .age, let said = English.plain(.age) else {
        return English.withheld(mention.kind, in: around)
      }
      return English.finish(said, around.span, around)
    }
  }

  /// "on 12 May, his birthday": a day of birth, said another way.
  func isBirthday(_ around: Surroundings) -> Bool {
    let from = Surroundings.boundary(bytes, max(0, around.span.start - 40), forward: true)
    let to = Surroundings.boundary(
      bytes, min(bytes.count, around.span.end + 40), forward: false)
    guard Self.mayTellOfBirth(bytes, from, to) else { return false }
    return Self.birth.stand(in: around.text(from, to).lowercased())
  }

  private static let birth = WordParts(["birthday", "date of birth", "was born"])

  /// A quick no for most places: whether "bir" or "bor" stands between two offsets.
  static func mayTellOfBirth(
    _ bytes: UnsafeBufferPointer<UInt8>, _ from: Int, _ to: Int
  ) -> Bool {
    var index = from
    while index + 2 < to {
      if bytes[index] | 0x20 == 0x62, bytes[index + 2] | 0x20 == 0x72,
        bytes[index + 1] | 0x20 == 0x69 || bytes[index + 1] | 0x20 == 0x6F
      {
        return true
      }
      index += 1
    }
    return false
  }

  /// Whose age it is, by the nearest person or pronoun before.
  func owner(_ around: Surroundings) -> String {
    if around.opensSentence(at: around.span.start), let owner = ownerAfter(around) { return owner }
    var offset = around.span.start
    let floor = max(0, offset - 160)
    while offset > floor {
      if let person = lastPerson, offset <= person.end {
        return English.owner(person.gender)
      }
      var to = offset
      while to > floor, !around.isWord(bytes[to - 1]) { to -= 1 }
      var from = to
      while from > floor, around.isWord(bytes[from - 1]) { from -= 1 }
      guard from < to else { break }
      if to - from < 12, let owner = English.owners[around.text(from, to).lowercased()] {
        return owner
      }
      offset = from
    }
    return lastPerson.map { English.owner($0.gender) } ?? "their"
  }

  /// "At sixteen they let me out": at the head of a sentence, the pronoun that comes after.
  func ownerAfter(_ around: Surroundings) -> String? {
    var offset = around.span.end
    for _ in 0..<8 {
      guard let word = around.word(after: offset) else { return nil }
      switch word.text.lowercased() {
      case "i", "me", "my": return "my"
      case "he", "him", "his": return "his"
      case "she", "her": return "her"
      default: offset = word.span.end
      }
    }
    return nil
  }

  mutating func place(
    _ expression: PlaceExpression, _ level: GeneralizationLevel, _ around: Surroundings,
    next: Mention?
  ) -> Replacement {
    if let wider = withNoun(around) {
      var said = place(expression, level, wider.around, next: next)
      // "the small village of X" → "the small village in northern Ukraine"
      if wider.isBare { said.text = English.split(said.text).rest }
      return said
    }
    let phrase = English.place(
      expression, level: level, isLocated: isLocated(expression), lexicon: lexicon)
    switch level {
    case .region, .country:
      let text = phrase.location.isEmpty ? "another place" : phrase.location
      return English.finish(text, around.span, around)
    default: break
    }
    let isKnown = places[expression.key] != nil
    let described = phrase.location.isEmpty ? phrase.sort : "\(phrase.sort) in \(phrase.location)"
    if isKnown {
      // Told apart by the sort alone where no other place of the text is said the same way.
      let isShared = places.isShared(phrase.sort, besides: expression.key)
      let again = isShared ? described : phrase.sort
      return English.place("the " + again, around)
    }
    places[expression.key] = phrase
    let isTaken = describedPlaces[described] != nil
    describedPlaces[described] = expression.key
    let article = isTaken ? "another" : English.article(before: phrase.sort)
    // "Mae Sot, Thailand" → "a town in western Thailand": the country that stands there is used.
    if let next, let fact = expression.fact, case .place(let country) = next.detail,
      country.fact?.size == .country, country.fact?.country == fact.country,
      around.isFollowed(by: ", ") && next.span.start == around.span.end + 2
        || around.isFollowed(by: " in ") && next.span.start == around.span.end + 4,
      !phrase.location.isEmpty, treatment(of: next) == .keep
    {
      let span = TextSpan(around.span.start, next.span.start)
      let part = phrase.location.split(separator: " ").dropLast().joined(separator: " ")
      let name = around.text(next.span.start, next.span.end)
      if phrase.location.hasSuffix(name) {
        let place = "\(article) \(phrase.sort) in \(part.isEmpty ? "" : part + " ")"
        return English.finish(place, span, around)
      }
    }
    return English.place("\(article) \(described)", around)
  }

  /// Takes in "the village of" before a name, so that the sort of place is not said twice. Bare:
  /// an adjective stands before the noun, with an article of its own.
  private func withNoun(_ around: Surroundings) -> (around: Surroundings, isBare: Bool)? {
    guard let before = around.before else { return nil }
    let noun = before.text == "of" ? around.word(before: before.span.start) : before
    guard let noun, noun.text != "of", noun.text.utf8.first.map({ $0 >= 0x61 }) == true,
      isPlaceNoun(noun.text)
    else { return nil }
    let article = around.word(before: noun.span.start)
    let isWhole = article.map { English.articles.contains($0.text.lowercased()) } ?? false
    let start = isWhole ? article?.span.start ?? noun.span.start : noun.span.start
    return (
      Surroundings(
        bytes: around.bytes, span: TextSpan(start, around.span.end), start: around.start,
        end: around.end),
      !isWhole && article.map { !isRelating($0.text) } ?? false
    )
  }

  private func isPlaceNoun(_ word: String) -> Bool { cues(of: word) & Cue.placeNoun.bit != 0 }

  private func isRelating(_ word: String) -> Bool {
    cues(of: word) & (Cue.preposition.bit | Cue.placeCue.bit | Cue.conjunction.bit) != 0
  }

  private func cues(of word: String) -> UInt64 {
    let vocabulary = Vocabulary.of(language)
    let found = vocabulary.find(FoldedKey(folded: word.lowercased()))
    return found >= 0 ? vocabulary.entries[Int(found)].cues : 0
  }

  /// Whether the country of a place may be said: the text names it, or the place is too large to be
  /// another one of its name.
  func isLocated(_ place: PlaceExpression) -> Bool {
    guard let fact = place.fact, fact.country > 0 else { return false }
    return countries.contains(fact.country)
      || !fact.isAmbiguous && (fact.populationClass >= 11 || fact.size == .region)
  }
}

extension Surroundings {
  /// The nearest start of a scalar from `offset`.
  static func boundary(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, forward: Bool) -> Int {
    var offset = offset
    while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 {
      offset += forward ? 1 : -1
    }
    return offset
  }
}
