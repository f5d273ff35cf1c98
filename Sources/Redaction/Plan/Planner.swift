/// Turns the mentions of one testimony into decisions, in order, with the words that stand in their
/// places.
struct Planner {
  let policy: Policy
  let registry: PersonRegistry
  let unlisted: UnlistedPeople
  /// Pseudonyms that the texts themselves give people of the file.
  let established: [Int: String]
  let bytes: UnsafeBufferPointer<UInt8>

  var decisions: [Decision] = []
  var review: [Decision] = []
  /// People of the people file (by position) and others (by -1 - position) already introduced.
  var introduced: Set<Int> = []
  /// What the text has told so far.
  var told: Told
  /// People of the file whose pseudonym stands in the text with a marker of its own.
  var markedInText: Set<Int> = []
  /// What was read of mentions, and pseudonyms word by word: the same ones come again and again.
  var readings: [ReadingKey: NameReading] = [:]
  var knownWords: [WordsKey: PseudonymWords] = [:]
  var patronymics: [WordsKey: String?] = [:]
  /// Under which name each was said last.
  var saidNames: [Int: SaidName] = [:]
  /// Reasons by what they are made of, each in memory once.
  var reasons: [ReasonKey: String] = [:]
  /// Where what is decided ends, and where the last replacement ends: the words of a mention that
  /// stays may be read over.
  var reached = 0
  var replaced = 0

  init(
    policy: Policy, registry: PersonRegistry, unlisted: UnlistedPeople, established: [Int: String],
    lexicon: Lexicon,
    language: Language, bytes: UnsafeBufferPointer<UInt8>
  ) {
    self.policy = policy
    self.registry = registry
    self.unlisted = unlisted
    self.established = established
    told = Told(language, lexicon)
    self.bytes = bytes
  }

  var language: Language { told.language }
  var lexicon: Lexicon { told.lexicon }

  /// - Parameter mentions: disjoint and in order.
  mutating func plan(_ mentions: [Mention]) -> (decisions: [Decision], review: [Decision]) {
    for index in mentions.indices where mentions[index].isPublic {
      if case .place(let place) = mentions[index].detail, let fact = place.fact {
        told.countries.insert(fact.country)
      }
    }
    for mention in mentions where MarkerText.follows(bytes, mention.span.end) {
      if let person = owner(ofPseudonym: mention) { markedInText.insert(person) }
    }
    let mentions = closed(settled(merged(mentions)))
    decisions.reserveCapacity(mentions.count)
    let ends = ends(mentions)
    for index in mentions.indices {
      let next = index + 1 < mentions.count ? mentions[index + 1] : nil
      decide(mentions[index], next: next, end: ends[index])
    }
    return (decisions, review)
  }

  /// For each mention where the next one begins that does not stay.
  private func ends(_ mentions: [Mention]) -> [Int] {
    var end = bytes.count
    return mentions.reversed().map { mention in
      defer { if treatment(of: mention) != .keep { end = mention.span.start } }
      return end
    }.reversed()
  }

  // MARK: Deciding

  mutating func decide(_ mention: Mention, next: Mention?, end: Int) {
    guard mention.span.start >= reached else { return }
    if let next, decideAgeAndJob(mention, next) { return }
    let treatment = treatment(of: mention)
    let reason = knownReason(for: mention)
    if treatment == .keep {
      if !markedInText.isEmpty, let person = owner(ofPseudonym: mention) {
        let around = Surroundings(
          bytes: bytes, span: mention.span, start: replaced,
          end: end)
        if let marked = remarked(mention, around) {
          append(
            mention, .pseudonymize, marked, reason, entity: registry.people.people[person].id)
          return
        }
      }
      append(
        mention, .keep, Replacement(span: mention.span, text: ""), reason,
        entity: entity(of: mention))
      return
    }
    let around = Surroundings(
      bytes: bytes, span: mention.span, start: replaced, end: end)
    let said = replacement(for: mention, treatment, around, next: next)
    let replacement = mention.kind == .person ? said : once(said, around)
    append(mention, treatment, replacement, reason, entity: entity(of: mention))
  }

  /// "the 44-year-old former bookkeeper" → "a worker in her mid-forties".
  mutating func decideAgeAndJob(_ age: Mention, _ job: Mention) -> Bool {
    guard language.isSaidInEnglish, case .age(let expression) = age.detail,
      case .adjective = expression.form, job.kind == .job, case .general(let phrase) = job.detail,
      job.span.start == age.span.end + 1, case .generalize(.band) = treatment(of: age),
      case .generalize(.described) = treatment(of: job), policy.style(for: .age) == .prose
    else { return false }
    var both = age
    both.span = TextSpan(age.span.start, job.span.end)
    let around = Surroundings(bytes: bytes, span: both.span, start: replaced, end: bytes.count)
    var replacement: Replacement
    if let after = around.after, English.tails.contains(after.text) {
      // "a forty-something worker of a factory"
      let adjective = English.adjective(expression.years, .band)
      let words = adjective + " " + English.split(phrase).rest
      replacement = English.nounPhrase(English.article(before: words) + " " + words, in: around)
    } else {
      replacement = English.nounPhrase(phrase, in: around)
      replacement.text += " " + English.band(expression.years, owner: English.owner(around, told))
    }
    append(both, treatment(of: age), replacement, knownReason(for: age), entity: nil)
    return true
  }

  mutating func append(
    _ mention: Mention, _ treatment: Treatment, _ replacement: Replacement, _ reason: String,
    entity: String?
  ) {
    let replacement = treatment == .keep ? replacement : shortened(replacement)
    let decision = Decision(
      span: replacement.span, kind: mention.kind, treatment: treatment,
      replacement: replacement.text,
      entity: entity, recognizer: mention.recognizer, confidence: mention.confidence, reason: reason
    )
    // A replacement that takes in a word before it ("Major") speaks for a doubt about that word.
    while let last = decisions.last, last.span.end > decision.span.start, last.treatment == .keep {
      decisions.removeLast()
      review.removeAll { $0.span == last.span }
    }
    // A nationality, an ordinary word: cleared, not worth a line of the report.
    if !(treatment == .keep && mention.isPublic && mention.kind == .demographic) {
      decisions.append(decision)
    }
    if !mention.stays { reached = replacement.span.end }
    if treatment != .keep { replaced = replacement.span.end }
    var needsReview = mention.needsReview
    if case .person(let reference) = mention.detail {
      needsReview = reference.candidates.count > 1 || needsReview && reference.chosenBy == nil
    }
    if needsReview || mention.kind == .other || mention.confidence < 0.6 && treatment != .keep {
      review.append(decision)
    }
  }

  /// What would stand there twice is said once: "Село ⟦село⟧", "the camp ⟦a camp⟧ camp".
  private func once(_ replacement: Replacement, _ around: Surroundings) -> Replacement {
    var replacement = replacement
    func isSame(_ word: String, _ other: some StringProtocol) -> Bool {
      other.utf8.count > 1 && Fold.string(word) == Fold.string(String(other))
    }
    if let before = around.word(before: replacement.span.start),
      isSame(before.text, replacement.text.prefix { $0.isLetter })
    {
      if before.text.first?.isUppercase == true {
        replacement.text = replacement.text.prefix(1).uppercased() + replacement.text.dropFirst()
      }
      replacement.span = TextSpan(before.span.start, replacement.span.end)
    }
    if let after = around.word(after: replacement.span.end),
      isSame(after.text, String(replacement.text.reversed().prefix { $0.isLetter }.reversed()))
    {
      replacement.span = TextSpan(replacement.span.start, after.span.end)
    }
    return replacement
  }

  /// Leaves out the article or preposition that an English replacement begins with, where the text
  /// has the same one there: a decision is about what changes.
  func shortened(_ replacement: Replacement) -> Replacement {
    guard language.isSaidInEnglish else { return replacement }
    var replacement = replacement
    let around = Surroundings(bytes: bytes, span: replacement.span, start: 0, end: bytes.count)
    var start = replacement.span.start
    while start < replacement.span.end, around.isWord(bytes[start]) { start += 1 }
    let length = start - replacement.span.start
    guard length > 0, length <= 6, start + 1 < replacement.span.end, bytes[start] == 0x20,
      around.isWord(bytes[start + 1]), replacement.text.utf8.count > length + 1,
      replacement.text.utf8.prefix(length + 1).elementsEqual(
        bytes[replacement.span.start...start]),
      isJoining(around.text(replacement.span.start, start))
    else { return replacement }
    replacement.span = TextSpan(start + 1, replacement.span.end)
    replacement.text = String(Substring(replacement.text.utf8.dropFirst(length + 1)))
    return replacement
  }

  /// Whether a word is an article or a preposition of the text's language.
  private func isJoining(_ word: String) -> Bool {
    Vocabulary.of(language).entry(of: word).hasAny(Cue.preposition.bit | Cue.determiner.bit)
  }

  /// What the policy does with a mention.
  func treatment(of mention: Mention) -> Treatment {
    if mention.stays { return .keep }
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
      if date.isBroad(byReader: mention.isRead),
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
  func promise(_ person: Int) -> Int {
    switch registry.people.people[person].status {
    case .protected: 0
    case .incidental: 1
    case .public: 2
    }
  }

  func publicTreatment(_ mention: Mention) -> Treatment {
    let kept: Kept? =
      switch mention.kind {
      case .person: .publicFigures
      case .organization: .publicBodies
      case .event: .publicEvents
      case .place: .countries
      case .demographic, .other: nil
      default: .publicBodies
      }
    guard let kept else { return .keep }
    if policy.keeps(kept, for: mention.kind) { return .keep }
    if mention.kind == .person { return policy.people.unlisted.treatment }
    return policy.treatment(for: mention.kind)
  }

  func hasGivenPseudonym(_ person: Int) -> Bool {
    registry.givenPseudonyms.contains(person)
  }

  struct ReasonKey: Hashable {
    var kind: EntityKind
    var isPublic: Bool
    var isUnlisted: Bool
    var why: String
  }

  mutating func knownReason(for mention: Mention) -> String {
    var isUnlisted = false
    switch mention.detail {
    // The status, and who else is meant, belong to this reason.
    case .person: return reason(for: mention)
    case .unlisted: isUnlisted = true
    default: break
    }
    let key = ReasonKey(
      kind: mention.kind, isPublic: mention.isPublic, isUnlisted: isUnlisted, why: mention.why)
    if let known = reasons[key] { return known }
    let made = reason(for: mention)
    reasons[key] = made
    return made
  }

  func reason(for mention: Mention) -> String {
    if mention.isPublic { return "\(policy.name): public; \(mention.why)" }
    switch mention.detail {
    case .person(let reference):
      let status =
        reference.candidates.first.map { registry.people.people[$0].status.rawValue } ?? ""
      if let why = reference.chosenBy {
        return "\(policy.name): \(status) people; of several who share the form, \(why)"
      }
      return reference.candidates.count > 1
        ? "\(policy.name): \(status) people; several share the form, and nothing tells which is meant"
        : "\(policy.name): \(status) people"
    case .unlisted: return "\(policy.name): people who are not on the people file; \(mention.why)"
    default:
      if mention.kind == .other { return "\(policy.name): unknown words; \(mention.why)" }
      return "\(policy.name): \(mention.kind.rawValue); \(mention.why)"
    }
  }

  func entity(of mention: Mention) -> String? {
    guard case .person(let reference) = mention.detail, reference.candidates.count == 1,
      let person = reference.candidates.first
    else { return nil }
    return registry.people.people[person].id
  }
}
