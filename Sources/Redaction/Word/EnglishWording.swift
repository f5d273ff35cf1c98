/// English: what stands in the place of a mention.
extension English: Wording {
  static func replacement(
    for mention: Mention, _ treatment: Treatment, _ around: Surroundings, next: Mention?,
    _ told: inout Told
  ) -> Replacement? {
    switch treatment {
    case .suppress: return withheld(mention.kind, in: around)
    case .mask: return Replacement(span: around.span, text: "[name]")
    default: break
    }
    let level: GeneralizationLevel =
      if case .generalize(let level) = treatment { level } else { .described }
    switch mention.detail {
    case .place(let expression): return place(expression, level, around, next: next, &told)
    case .date(let date):
      var date = date
      if !date.isBirth, isBirthday(around) { date.isBirth = true }
      return self.date(date, level: level, in: around)
    case .age(let age): return self.age(age, level: level, owner: owner(around, told), in: around)
    case .general(let phrase): return general(phrase, mention.kind, level, in: around)
    case .said(.nationality): return nil
    case .said(let what):
      let words = what.words(.english)
      return general(article(before: words) + " " + words, mention.kind, level, in: around)
    default:
      guard mention.kind == .age, let said = plain(.age) else {
        return withheld(mention.kind, in: around)
      }
      return finish(said, around.span, around)
    }
  }

  static func role(
    _ role: String?, _ gender: Gender, isFirst: Bool, _ around: Surroundings, _ told: Told
  ) -> Replacement? {
    rolePhrase(self.role(role, gender), isFirst: isFirst, in: around)
  }

  /// "on 12 May, his birthday": a day of birth, said another way.
  private static func isBirthday(_ around: Surroundings) -> Bool {
    let from = Surroundings.boundary(around.bytes, max(0, around.span.start - 40), forward: true)
    let to = Surroundings.boundary(
      around.bytes, min(around.bytes.count, around.span.end + 40), forward: false)
    guard mayTellOfBirth(around.bytes, from, to) else { return false }
    return birth.stand(in: around.text(from, to).lowercased())
  }

  private static let birth = WordList("wording-birth").parts

  /// A quick no for most places: whether "bir" or "bor" stands between two offsets.
  private static func mayTellOfBirth(
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
  static func owner(_ around: Surroundings, _ told: Told) -> String {
    if around.opensSentence(at: around.span.start), let owner = ownerAfter(around) { return owner }
    var offset = around.span.start
    let floor = max(0, offset - 160)
    while offset > floor {
      if let person = told.lastPerson, offset <= person.end {
        return owner(person.gender)
      }
      var to = offset
      while to > floor, !around.isWord(around.bytes[to - 1]) { to -= 1 }
      var from = to
      while from > floor, around.isWord(around.bytes[from - 1]) { from -= 1 }
      guard from < to else { break }
      if to - from < 12, let owner = owners[around.text(from, to).lowercased()] {
        return owner
      }
      offset = from
    }
    return told.lastPerson.map { owner($0.gender) } ?? "their"
  }

  /// "At sixteen they let me out": at the head of a sentence, the pronoun that comes after.
  private static func ownerAfter(_ around: Surroundings) -> String? {
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

  private static func place(
    _ expression: PlaceExpression, _ level: GeneralizationLevel, _ around: Surroundings,
    next: Mention?, _ told: inout Told
  ) -> Replacement {
    if let wider = withNoun(around) {
      var said = place(expression, level, wider.around, next: next, &told)
      // "the small village of X" → "the small village in northern Ukraine"
      if wider.isBare { said.text = split(said.text).rest }
      return said
    }
    let phrase = place(
      expression, level: level, isLocated: told.isLocated(expression), lexicon: told.lexicon)
    switch level {
    case .region, .country:
      let text = phrase.location.isEmpty ? "another place" : phrase.location
      return finish(text, around.span, around)
    default: break
    }
    let isKnown = told.places[expression.key] != nil
    let described = phrase.location.isEmpty ? phrase.sort : "\(phrase.sort) in \(phrase.location)"
    if isKnown {
      // Told apart by the sort alone where no other place of the text is said the same way.
      let isShared = told.places.isShared(phrase.sort, besides: expression.key)
      let ordinal = isShared ? told.places.ordinal(of: expression.key, .english) : nil
      let again = isShared ? described : phrase.sort
      return place("the " + (ordinal.map { $0 + " " } ?? "") + again, around)
    }
    told.places[expression.key] = phrase
    let number = told.places.describe(expression.key, described)
    let apart = SaidPlaces.apart(number, other: "another", .english)
    let article =
      apart.map { $0 == "another" ? $0 : English.article(before: $0) + " " + $0 }
      ?? article(before: phrase.sort)
    // "Mae Sot, Thailand" → "a town in western Thailand": the country that stands there is used.
    if let next, let fact = expression.fact, case .place(let country) = next.detail,
      country.fact?.size == .country, country.fact?.country == fact.country,
      !phrase.location.isEmpty, next.span.start - around.span.end <= 9,
      Self.toCountry.contains(around.text(around.span.end, next.span.start))
    {
      let span = TextSpan(around.span.start, next.span.start)
      let name = around.text(next.span.start, next.span.end)
      if phrase.location.hasSuffix(name) {
        // "central " of "central Costa Rica"
        let place = "\(article) \(phrase.sort) in \(phrase.location.dropLast(name.count))"
        return finish(place, span, around)
      }
    }
    if described == "place", let said = somewhere(isElse: number > 1, around, next) { return said }
    return place("\(article) \(described)", around)
  }

  /// "was born at X" → "was born somewhere", "was taken to Y" → "was taken somewhere else": of a place
  /// of which nothing is known; nil where no preposition stands before it, or one that says more.
  private static func somewhere(
    isElse: Bool, _ around: Surroundings, _ next: Mention?
  ) -> Replacement? {
    guard let before = around.before, whereabouts.contains(before.text.lowercased()) else {
      return nil
    }
    var said = isElse ? "somewhere else" : "somewhere"
    var span = TextSpan(before.span.start, around.span.end)
    // "lives in X, Ireland" → "lives somewhere in Ireland"
    if let next, next.kind == .place, next.isPublic, next.span.start == span.end + 2,
      around.isFollowed(by: ", ")
    {
      said += " in"
      span.end += 1
    }
    return finish(said, span, around)
  }

  /// What may stand between a place and its country.
  private static let toCountry: Set = [", ", " in ", ", in ", ", the ", " in the ", ", in the "]

  private static let whereabouts = WordList("english-whereabouts")

  /// Takes in "the village of" before a name, so that the sort of place is not said twice. Bare:
  /// an adjective stands before the noun, with an article of its own.
  private static func withNoun(_ around: Surroundings) -> (around: Surroundings, isBare: Bool)? {
    guard let before = around.before else { return nil }
    let noun = before.text == "of" ? around.word(before: before.span.start) : before
    guard let noun, noun.text != "of", noun.text.utf8.first.map({ $0 >= 0x61 }) == true,
      isPlaceNoun(noun.text)
    else { return nil }
    let article = around.word(before: noun.span.start)
    let isWhole = article.map { articles.contains($0.text.lowercased()) } ?? false
    let start = isWhole ? article?.span.start ?? noun.span.start : noun.span.start
    return (
      Surroundings(
        bytes: around.bytes, span: TextSpan(start, around.span.end), start: around.start,
        end: around.end),
      !isWhole && article.map { !isRelating($0.text) } ?? false
    )
  }

  private static func isPlaceNoun(_ word: String) -> Bool {
    cues(of: word) & Cue.placeNoun.bit != 0
  }

  private static func isRelating(_ word: String) -> Bool {
    cues(of: word) & (Cue.preposition.bit | Cue.placeCue.bit | Cue.conjunction.bit) != 0
  }

  private static func cues(of word: String) -> UInt64 {
    Vocabulary.of(.english).entry(of: word).cues
  }
}
