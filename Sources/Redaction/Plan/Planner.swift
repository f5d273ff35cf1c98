/// Turns the mentions of one testimony into decisions, in order, with the words that stand in their
/// places.
struct Planner {
  let policy: Policy
  let registry: PersonRegistry
  let unlisted: UnlistedPeople
  /// Pseudonyms that the texts themselves give people of the file.
  let established: [Int: String]
  let lexicon: Lexicon
  let language: Language
  let bytes: UnsafeBufferPointer<UInt8>

  private var decisions: [Decision] = []
  private var review: [Decision] = []
  /// People of the people file (by position) and others (by -1 - position) already introduced.
  private var introduced: Set<Int> = []
  private var lastPerson: (position: Int, end: Int, gender: Gender)?
  private var spokenOf: [Int: Int] = [:]
  /// Indices of the countries that the text names, so that a place is not put into another one.
  private var countries: Set<UInt8> = []
  private var places: [FoldedKey: English.PlacePhrase] = [:]
  private var describedPlaces: [String: FoldedKey] = [:]
  private var reached = 0

  init(
    policy: Policy, registry: PersonRegistry, unlisted: UnlistedPeople, established: [Int: String],
    lexicon: Lexicon,
    language: Language, bytes: UnsafeBufferPointer<UInt8>
  ) {
    self.policy = policy
    self.registry = registry
    self.unlisted = unlisted
    self.established = established
    self.lexicon = lexicon
    self.language = language
    self.bytes = bytes
  }

  /// - Parameter mentions: disjoint and in order.
  mutating func plan(_ mentions: [Mention]) -> (decisions: [Decision], review: [Decision]) {
    let mentions = merged(mentions)
    for index in mentions.indices where mentions[index].isPublic {
      if case .place(let place) = mentions[index].detail, let fact = place.fact {
        countries.insert(fact.country)
      }
    }
    decisions.reserveCapacity(mentions.count)
    for index in mentions.indices {
      let next = index + 1 < mentions.count ? mentions[index + 1] : nil
      decide(mentions[index], next: next)
    }
    return (decisions, review)
  }

  // MARK: Deciding

  private mutating func decide(_ mention: Mention, next: Mention?) {
    guard mention.span.start >= reached else { return }
    if let next, decideAgeAndJob(mention, next) { return }
    let treatment = treatment(of: mention)
    let reason = reason(for: mention)
    if treatment == .keep {
      append(
        mention, .keep, Replacement(span: mention.span, text: ""), reason,
        entity: entity(of: mention))
      return
    }
    let around = Surroundings(
      bytes: bytes, span: mention.span, start: reached,
      end: next?.span.start ?? bytes.count)
    let replacement = replacement(for: mention, treatment, around, next: next)
    append(mention, treatment, replacement, reason, entity: entity(of: mention))
  }

  /// "the 44-year-old former bookkeeper" → "a worker in her mid-forties".
  private mutating func decideAgeAndJob(_ age: Mention, _ job: Mention) -> Bool {
    guard language == .english, case .age(let expression) = age.detail,
      case .adjective = expression.form, job.kind == .job, case .general(let phrase) = job.detail,
      job.span.start == age.span.end + 1, case .generalize(.band) = treatment(of: age),
      case .generalize(.described) = treatment(of: job), policy.style(for: .age) == .prose
    else { return false }
    var both = age
    both.span = TextSpan(age.span.start, job.span.end)
    let around = Surroundings(bytes: bytes, span: both.span, start: reached, end: bytes.count)
    var replacement: Replacement
    if let after = around.after, English.tails.contains(after.text) {
      // "a forty-something worker of a factory"
      let adjective = English.adjective(expression.years, .band)
      let words = adjective + " " + English.split(phrase).rest
      replacement = English.nounPhrase(English.article(before: words) + " " + words, in: around)
    } else {
      replacement = English.nounPhrase(phrase, in: around)
      replacement.text += " " + English.band(expression.years, owner: owner(around))
    }
    append(both, treatment(of: age), replacement, reason(for: age), entity: nil)
    return true
  }

  private mutating func append(
    _ mention: Mention, _ treatment: Treatment, _ replacement: Replacement, _ reason: String,
    entity: String?
  ) {
    let decision = Decision(
      span: replacement.span, kind: mention.kind, treatment: treatment,
      replacement: replacement.text,
      entity: entity, recognizer: mention.recognizer, confidence: mention.confidence, reason: reason
    )
    // A nationality, an ordinary word: cleared, not worth a line of the report.
    if !(treatment == .keep && mention.isPublic && mention.kind == .demographic) {
      decisions.append(decision)
    }
    reached = replacement.span.end
    var needsReview = mention.needsReview
    if case .person(let reference) = mention.detail, isNamesake(reference) { needsReview = true }
    if needsReview || mention.kind == .other || mention.confidence < 0.6 && treatment != .keep {
      review.append(decision)
    }
  }

  /// What the policy does with a mention.
  func treatment(of mention: Mention) -> Treatment {
    if mention.isPublic { return publicTreatment(mention) }
    switch mention.detail {
    case .person(let reference):
      // Of several people whom a form fits, the one who is promised most decides.
      guard let person = reference.candidates.min(by: { promise($0) < promise($1) }) else {
        return .suppress
      }
      let entry = registry.people.people[person]
      if entry.status == .public { return policy.people.public.treatment }
      if entry.status == .incidental, policy.people.incidental == .generalize,
        entry.pseudonym != nil,
        hasGivenPseudonym(person)
      {
        return .pseudonymize
      }
      return policy.people[entry.status].treatment
    case .unlisted: return policy.people.unlisted.treatment
    case .date(let date):
      if date.day == nil, !date.isBirth, !date.isFeast, date.month == nil || date.year == nil,
        policy.keeps(.years, for: .date)
      {
        return .keep
      }
      if policy.keeps(.publicDates, for: .date), PublicDates.shipped.contains(date) { return .keep }
    case .place(let place):
      if let fact = place.fact, fact.isBroad, fact.size == .region,
        policy.keeps(.regions, for: .place)
      {
        return .keep
      }
    default: break
    }
    if mention.kind == .person { return policy.people.unlisted.treatment }
    if mention.kind == .other {
      switch policy.unknown {
      case .mask: return .mask
      case .review, .keep: return .keep
      }
    }
    return policy.treatment(for: mention.kind)
  }

  /// 0 for those to whom a pseudonym is promised, 2 for those who may be named.
  private func promise(_ person: Int) -> Int {
    switch registry.people.people[person].status {
    case .protected: 0
    case .incidental: 1
    case .public: 2
    }
  }

  private func publicTreatment(_ mention: Mention) -> Treatment {
    let kept: Kept? =
      switch mention.kind {
      case .person: .publicFigures
      case .organization: .publicBodies
      case .event: .publicEvents
      case .place: .countries
      case .demographic: nil
      default: .publicBodies
      }
    guard let kept else { return .keep }
    if policy.keeps(kept, for: mention.kind) { return .keep }
    if mention.kind == .person { return policy.people.unlisted.treatment }
    return policy.treatment(for: mention.kind)
  }

  private func hasGivenPseudonym(_ person: Int) -> Bool {
    registry.givenPseudonyms.contains(person)
  }

  private func reason(for mention: Mention) -> String {
    if mention.isPublic { return "\(policy.name): public; \(mention.why)" }
    switch mention.detail {
    case .person(let reference):
      let status =
        reference.candidates.first.map { registry.people.people[$0].status.rawValue } ?? ""
      return "\(policy.name): \(status) people"
    case .unlisted: return "\(policy.name): people who are not on the people file; \(mention.why)"
    default:
      if mention.kind == .other { return "\(policy.name): unknown words; \(mention.why)" }
      return "\(policy.name): \(mention.kind.rawValue); \(mention.why)"
    }
  }

  private func entity(of mention: Mention) -> String? {
    guard case .person(let reference) = mention.detail, reference.candidates.count == 1,
      let person = reference.candidates.first
    else { return nil }
    return registry.people.people[person].id
  }

  // MARK: Wording

  private mutating func replacement(
    for mention: Mention, _ treatment: Treatment, _ around: Surroundings, next: Mention?
  ) -> Replacement {
    if mention.kind == .person { return person(mention, treatment, around) }
    let isProse = policy.style(for: mention.kind) == .prose && language == .english
    guard isProse else {
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
    default: return English.withheld(mention.kind, in: around)
    }
  }

  /// "on 12 May, his birthday": a day of birth, said another way.
  private func isBirthday(_ around: Surroundings) -> Bool {
    let from = Surroundings.boundary(bytes, max(0, around.span.start - 40), forward: true)
    let to = Surroundings.boundary(
      bytes, min(bytes.count, around.span.end + 40), forward: false)
    guard Self.mayTellOfBirth(bytes, from, to) else { return false }
    let near = around.text(from, to).lowercased()
    return near.contains("birthday") || near.contains("date of birth") || near.contains("was born")
  }

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
  private func owner(_ around: Surroundings) -> String {
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
  private func ownerAfter(_ around: Surroundings) -> String? {
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

  private mutating func place(
    _ expression: PlaceExpression, _ level: GeneralizationLevel, _ around: Surroundings,
    next: Mention?
  ) -> Replacement {
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
      let isShared = places.contains { $0.key != expression.key && $0.value.sort == phrase.sort }
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
      around.isFollowed(by: ", "), next.span.start == around.span.end + 2, !phrase.location.isEmpty,
      treatment(of: next) == .keep
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

  /// Whether the country of a place may be said: the text names it, or the place is too large to be
  /// another one of its name.
  private func isLocated(_ place: PlaceExpression) -> Bool {
    guard let fact = place.fact, fact.country > 0 else { return false }
    return countries.contains(fact.country)
      || !fact.isAmbiguous && (fact.populationClass >= 11 || fact.size == .region)
  }

  /// Joins "Ballyhaunis in Mayo" and "Chernogorsk, Khakassia", where the smaller place speaks for
  /// both, and in English two addresses with "and" between them.
  private func merged(_ mentions: [Mention]) -> [Mention] {
    guard
      let first = mentions.indices.dropFirst().first(where: { index in
        joined(mentions[index - 1], mentions[index]) != nil
      })
    else { return mentions }
    var out = Array(mentions[..<first])
    for mention in mentions[first...] {
      if let last = out.last, let both = joined(last, mention) {
        out[out.count - 1] = both
      } else {
        out.append(mention)
      }
    }
    return out
  }

  /// One mention for two neighbours, where one replacement reads better than two.
  private func joined(_ first: Mention, _ second: Mention) -> Mention? {
    guard second.span.start - first.span.end <= 5, !first.isPublic, !second.isPublic else {
      return nil
    }
    var both = first
    both.span = TextSpan(first.span.start, second.span.end)
    switch (first.detail, second.detail) {
    case (.place, .place(let outer)):
      let gap = text(between: first, second)
      let isPart = outer.fact?.size == .region || outer.sort != nil
      guard gap == " in " || isPart && (gap == ", " || gap == " "), treatment(of: first) != .keep,
        treatment(of: second) != .keep
      else { return nil }
      return both
    case (.general(let phrase), .general(let other)):
      guard language == .english, phrase == "an address", other == phrase,
        text(between: first, second) == " and "
      else { return nil }
      both.detail = .general("two addresses")
      return both
    default: return nil
    }
  }

  /// What stands between two mentions, when it is short; else nothing.
  private func text(between first: Mention, _ second: Mention) -> String {
    let gap = first.span.end..<second.span.start
    guard gap.count <= 8 else { return "" }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[gap]), as: UTF8.self)
  }

  // MARK: People

  private mutating func person(
    _ mention: Mention, _ treatment: Treatment, _ around: Surroundings
  ) -> Replacement {
    let subject = subject(of: mention)
    let isFirst = introduced.insert(subject.id).inserted
    lastPerson = (subject.id, mention.span.end, subject.gender)
    switch treatment {
    case .pseudonymize:
      return pseudonym(subject, isFirst: isFirst, around)
    case .generalize(.code):
      return Replacement(span: around.span, text: code(subject))
    case .generalize:
      return role(subject, isFirst: isFirst, around)
    default:
      return Replacement(span: around.span, text: Brackets.person(language))
    }
  }

  private struct Subject {
    var id: Int
    var gender: Gender
    var role: String?
    var pseudonym: String?
    /// The text itself says that the name is a pseudonym.
    var isMarked = false
  }

  private mutating func subject(of mention: Mention) -> Subject {
    switch mention.detail {
    case .person(let reference):
      let person = chosen(reference)
      if isNamesake(reference) {
        // Two of one name: nobody can tell who is meant, so neither pseudonym is said.
        return Subject(id: Int.max, gender: gender(of: reference), role: nil, pseudonym: nil)
      }
      spokenOf[person, default: 0] += 1
      let entry = registry.people.people[person]
      return Subject(
        id: person, gender: entry.gender, role: entry.role,
        pseudonym: established[person] ?? registry.pseudonym(of: person, in: language))
    case .unlisted(let found):
      let position = unlisted.person(of: found)
      let person = position.map { unlisted.people[$0] }
      return Subject(
        id: -1 - (position ?? Int(Int32.max)), gender: person?.gender ?? found.gender ?? .unknown,
        role: found.role ?? person?.role,
        pseudonym: person?.established ?? person?.pseudonym?.spelling(in: language))
    default:
      return Subject(id: -2 - Int(Int32.max), gender: .unknown, role: nil, pseudonym: nil)
    }
  }

  /// Of several people whom a form fits, the one spoken of most so far, else the first of the file.
  private func chosen(_ reference: PersonReference) -> Int {
    reference.candidates.max { (spokenOf[$0, default: 0], -$0) < (spokenOf[$1, default: 0], -$1) }
      ?? reference.candidates[0]
  }

  /// Whether the people whom a form fits have one and the same name.
  private func isNamesake(_ reference: PersonReference) -> Bool {
    guard reference.candidates.count > 1 else { return false }
    let names = reference.candidates.map { person in
      Set(registry.forms[person].parts.map(\.canonical))
    }
    return names.dropFirst().allSatisfy { $0 == names[0] }
  }

  private func gender(of reference: PersonReference) -> Gender {
    let genders = Set(reference.candidates.map { registry.people.people[$0].gender })
    return genders.count == 1 ? genders.first ?? .unknown : .unknown
  }

  private func code(_ subject: Subject) -> String {
    guard subject.id != Int.max else { return "W-000" }
    let number = subject.id >= 0 ? subject.id + 1 : registry.people.people.count - subject.id
    let digits = String(number)
    return "W-" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }

  private func pseudonym(
    _ subject: Subject, isFirst: Bool, _ around: Surroundings
  ) -> Replacement {
    guard let name = subject.pseudonym else {
      return role(subject, isFirst: isFirst, around)
    }
    var text = around.isShouted ? name.uppercased() : name
    if policy.style(for: .person) == .brackets { text = "[\(text)]" }
    var span = around.span
    if language == .english { span = English.withoutMister(span, around) }
    if language == .french, policy.style(for: .person) != .brackets {
      (span, text) = FrenchElision.fit(text, span, around)
    }
    if shows(isFirst), !MarkerText.follows(around) {
      // "Sergei's (not his real name) car": the marker after the possessive.
      if language == .english, let possessive = English.possessive(after: around) {
        span = TextSpan(span.start, possessive.span.end)
        text += possessive.text
      }
      text += " " + policy.marker.text(language, subject.gender)
    }
    return Replacement(span: span, text: text)
  }

  private func shows(_ isFirst: Bool) -> Bool {
    switch policy.marker.show {
    case .firstMention: isFirst
    case .every: true
    case .note, .none: false
    }
  }

  private func role(_ subject: Subject, isFirst: Bool, _ around: Surroundings) -> Replacement {
    if language == .english, policy.style(for: .person) == .brackets {
      let words = English.split(English.role(subject.role, subject.gender)).rest
      return Replacement(span: around.span, text: "[\(words)]")
    }
    guard language == .english else {
      return Replacement(span: around.span, text: Brackets.person(language))
    }
    let phrase = English.role(subject.role, subject.gender)
    return English.rolePhrase(phrase, isFirst: isFirst, in: around)
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
