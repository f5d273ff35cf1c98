/// The line: recognize → link → plan. The rest of it is `RedactionPlan.reviewed`,
/// `ReviewedPlan.apply` and `RedactedTestimony.leaks`.
///
/// Pure and deterministic: the same testimonies, policy, people, reader and version give the same
/// bytes, on however many threads.
public struct Pipeline: Sendable {
  /// What is done with what is found.
  public let policy: Policy
  /// Who looks for what leads to somebody.
  public let reader: Reader
  /// How many threads may read at a time; at least one.
  public let jobs: Int
  /// Told now and then how many bytes of all texts are read, and how many there are; on whatever
  /// thread reads.
  public var progress: (@Sendable (_ done: Int, _ total: Int) -> Void)?
  /// Whether anybody reads at all; false in tests of rules alone.
  private var hasReader = true
  private(set) var registry: PersonRegistry
  private let lexicon = Lexicon.embedded

  /// - Parameters:
  ///   - policy: what is done with each kind.
  ///   - people: the case's people; pseudonyms that are missing are drawn here.
  ///   - reader: who looks for what leads to somebody.
  ///   - jobs: how many threads may read at a time; what comes out does not depend on it.
  public init(policy: Policy, people: PeopleFile, reader: Reader = .deep, jobs: Int = 1) {
    self.policy = policy
    self.reader = reader
    self.jobs = max(1, jobs)
    registry = PersonRegistry(people)
  }

  /// The rules without a reader, for the tests that are about rules.
  init(rulesUnder policy: Policy, people: PeopleFile) {
    self.init(policy: policy, people: people, reader: .fast)
    hasReader = false
  }

  /// The people of the case with every pseudonym that was drawn.
  public var people: PeopleFile { registry.people }

  /// The same after plans were made: with what was drawn anew because somebody in the texts bears the
  /// name that had been drawn, and without the pseudonym that was drawn for somebody whose own
  /// name the texts call no real one, and which was kept.
  public func people(after plans: [RedactionPlan]) -> PeopleFile {
    var people = plans.first?.registry.people ?? registry.people
    for person in plans.reduce(into: Set<Int>(), { $0.formUnion($1.keptNames) }) {
      people.people[person].pseudonym = nil
    }
    return people
  }

  /// What is doubtful about the given pseudonyms: ids and reasons, no names.
  public var warnings: [String] { registry.warnings }

  /// What the texts make doubtful about pseudonyms, where somebody in them bears one: ids, no names.
  public func warnings(after plans: [RedactionPlan]) -> [String] {
    let given = plans.reduce(into: Set<Int>()) { $0.formUnion($1.givenAreNames) }
    let drawn = registry.pseudonyms.indices.filter {
      registry.pseudonyms[$0] != plans.first?.registry.pseudonyms[$0] && !plans.isEmpty
    }
    return given.sorted().map {
      "the pseudonym given to \(registry.people.people[$0].id) is the name of somebody in the texts, who"
        + " is called otherwise; give another in the people file, so that nobody is taken for"
        + " somebody else"
    }
      + drawn.map {
        "the pseudonym of \(registry.people.people[$0].id) was drawn anew, because somebody in the texts"
          + " bears the first; --save-people keeps it for other texts and for 'verify'"
      }
  }

  /// The id of somebody of the people file who may not be named and whose name shows in a label that
  /// stands beside a text, such as a file's name or an identifier; nil where none does.
  public func person(shownBy label: String) -> String? {
    let bytes = Array(label.utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      // More than a few words are a text.
      let isLabel = bytes.count { $0 == 0x20 } < 4
      return NameWatch.sightings(in: bytes, registry, .none, isLabel ? .label : .text)
        .map { registry.people.people[$0.person] }.first { policy.people[$0.status] != .keep }?.id
    }
  }

  /// Whose given pseudonym is a form of the name of somebody protected, and whose name that is, by
  /// id; no such pseudonym may be used.
  package var tellingPseudonyms: [(id: String, of: String)] { registry.tellingPseudonyms }

  /// The id of somebody who may not be named and whose name the policy's marker shows.
  package var personShownByMarker: String? {
    guard policy.marker.show != .none else { return nil }
    return policy.marker.wording.values.lazy
      .flatMap { wording in Gender.allCases.map { wording[$0] } }
      .compactMap(person(shownBy:)).first
  }

  /// A plan for each testimony; people found in one are linked with the others.
  ///
  /// A pseudonym that was drawn and that somebody in the texts bears is drawn anew: with the same
  /// people file and the same texts, the same.
  public func plan(_ testimonies: [Testimony]) -> [RedactionPlan] {
    let (unlisted, found) = linkedMentions(in: testimonies)
    let names = names(of: unlisted, found, testimonies)
    let borne = registry.pseudonyms(borneIn: names)
    guard !borne.drawn.isEmpty else {
      return plan(testimonies, unlisted, found, givenAreNames: borne.given)
    }
    var anew = self
    anew.registry = registry.redrawn(borne.drawn, avoiding: names)
    return anew.plan(testimonies, unlisted, found, givenAreNames: borne.given)
  }

  private func plan(
    _ testimonies: [Testimony], _ unlisted: UnlistedPeople, _ found: [[Mention]],
    givenAreNames: Set<Int>
  ) -> [RedactionPlan] {
    var (unlisted, found) = (unlisted, found)
    var established: [Int: String] = [:]
    for (testimony, mentions) in zip(testimonies, found) {
      establish(mentions, in: testimony, &unlisted, &established)
    }
    if policy.people.unlisted == .pseudonymize {
      unlisted.draw(registry: registry, around: NameCulture.around(testimonies, found, lexicon))
    }
    var plans: [RedactionPlan] = []
    for index in testimonies.indices {
      var mentions: [Mention] = []
      swap(&mentions, &found[index])
      let (plan, all) = checkedPlan(testimonies[index], mentions, unlisted, established)
      // What was found in a text alone is let go as soon as its plan is made.
      if testimonies.count > 1 { found[index] = all }
      plans.append(plan)
    }
    if testimonies.count > 1 { hideEverywhere(&plans, testimonies, &found, unlisted, established) }
    for index in plans.indices { plans[index].givenAreNames = givenAreNames }
    return plans
  }

  /// How often a text is planned again with what its check found.
  private static let rounds = 3

  /// A plan whose output shows nothing of what it hides, as far as hiding more can help: what the
  /// check of the output finds is hidden as well, and the text planned again. With it, all that was
  /// found.
  private func checkedPlan(
    _ testimony: Testimony, _ found: [Mention], _ unlisted: UnlistedPeople,
    _ established: [Int: String]
  ) -> (plan: RedactionPlan, found: [Mention]) {
    var found = found
    for _ in 0..<Self.rounds {
      var mentions = found
      let plan = plan(testimony, &mentions, unlisted, established)
      let shown = plan.shown()
      if shown.isEmpty { return (plan, found) }
      found += shown
    }
    var mentions = found
    return (plan(testimony, &mentions, unlisted, established), found)
  }

  /// Hides in each text what any other hides.
  private func hideEverywhere(
    _ plans: inout [RedactionPlan], _ testimonies: [Testimony], _ found: inout [[Mention]],
    _ unlisted: UnlistedPeople, _ established: [Int: String]
  ) {
    for _ in 0..<Self.rounds {
      var originals = MaskedOriginals()
      for plan in plans { originals.add(plan.reviewed().apply()) }
      var isDone = true
      for index in plans.indices {
        let shown = plans[index].shown(hiddenElsewhere: originals)
        if shown.isEmpty { continue }
        isDone = false
        (plans[index], found[index]) = checkedPlan(
          testimonies[index], found[index] + shown, unlisted, established)
      }
      if isDone { return }
    }
  }

  /// The words of the names that the texts give people who are not on the people file, public ones too.
  private func names(
    of unlisted: UnlistedPeople, _ found: [[Mention]], _ testimonies: [Testimony]
  ) -> Set<FoldedKey> {
    var names = unlisted.nameWords
    for (mentions, testimony) in zip(found, testimonies) {
      testimony.bytes.withUnsafeBufferPointer { bytes in
        for mention in mentions where mention.kind == .person && mention.isPublic {
          guard mention.recognizer != PseudonymRecognizer.known else { continue }
          let words = Tokenizer.tokens(of: bytes, in: mention.span.start..<mention.span.end)
          for word in words where word.isWord && word.value > 1 { names.insert(word.key) }
        }
      }
    }
    return names
  }

  /// The pseudonym of a person, by id, as a text of the language writes it.
  package func pseudonym(of id: String, in language: Language) -> String? {
    registry.people.people.firstIndex { $0.id == id }.flatMap {
      registry.pseudonym(of: $0, in: language)
    }
  }

  /// A word as names are compared: without case, accents, widths and signs that are not seen, and
  /// look-alike letters of another alphabet as those they look like.
  package static func folded(_ word: String) -> String { Fold.string(word) }

  /// What stands in the place of something of a kind when nothing else is said: "[place]".
  package static func neutralWord(for kind: EntityKind, in language: Language) -> String {
    "[" + Brackets.general(kind, language) + "]"
  }

  /// A plan that was made before and kept: nothing is recognised again.
  package func restored(
    _ testimony: Testimony, decisions: [Decision], review: [Decision]
  ) -> RedactionPlan {
    RedactionPlan(
      testimony: testimony, decisions: decisions, review: review, registry: registry,
      masksProtectedPeople: policy.people.protected != .keep)
  }

  /// More bytes than anybody's name has.
  private static let longestName = 400

  /// What stands in the testimonies, and who of those found is who: people who are not on the people
  /// file, linked over all of them.
  func linkedMentions(in testimonies: [Testimony]) -> (UnlistedPeople, [[Mention]]) {
    let first = recognizers
    var names = [SeenNames](repeating: SeenNames(), count: testimonies.count)
    let total = testimonies.reduce(0) { $0 + $1.count }
    var before = 0
    var found = testimonies.indices.map { index in
      let done = before
      before += testimonies[index].count
      let mentions = Passages.mentions(
        in: testimonies[index], lexicon: lexicon, recognizers: first, reader: readerRecognizer,
        names: &names[index],
        progress: { progress?(done + $0, total) })
      progress?(before, total)
      return mentions
    }
    let pseudonyms = PseudonymRecognizer(registry: registry)
    let isMarked = [.firstMention, .every].contains(policy.marker.show)
    for index in found.indices {
      testimonies[index].bytes.withUnsafeBufferPointer {
        pseudonyms.settle(&found[index], in: $0, isMarked: isMarked)
      }
    }
    var unlisted = UnlistedPeople()
    var told: [String: [NameCulture]] = [:]
    for (text, (testimony, mentions)) in zip(testimonies, found).enumerated() {
      func name(_ span: TextSpan) -> String {
        let end = min(span.end, span.start + Self.longestName)
        return String(decoding: testimony.bytes[span.start..<end], as: UTF8.self)
      }
      // Where a name is at home is asked for its pseudonym alone, and of a run of a thousand names
      // the first ones say it.
      unlisted.link(mentions, text: text, name: name) { span in
        guard policy.people.unlisted == .pseudonymize else { return [] }
        let name = name(span)
        if told[name] == nil { told[name] = NameCulture.told(by: name) }
        return told[name] ?? []
      }
    }
    if !unlisted.sureWords.isEmpty {
      for index in testimonies.indices {
        names[index].find(unlisted.sureWords, into: &found[index])
      }
    }
    return (unlisted, found)
  }

  /// What joins the reader with the recognizers; nil where a test does without it.
  private var readerRecognizer: ReaderRecognizer? {
    hasReader ? joining : nil
  }

  /// The same whoever reads, and whether or not anybody does.
  private var joining: ReaderRecognizer {
    let people = registry.people.people
    return ReaderRecognizer(
      reader: reader, jobs: jobs, mask: policy.maskFrom, review: policy.reviewFrom,
      mayClear: policy.clearsOrdinaryNames
    ) { reference in
      reference.candidates.allSatisfy { people[$0].status == .public }
    }
  }

  /// What reading sees of a text, for those who make the weights.
  package func lesson(_ testimony: Testimony, features: Bool) -> ReaderLesson {
    ReaderLesson(
      testimony, lexicon: lexicon, recognizers: recognizers, reader: joining, features: features)
  }

  /// In the order in which they read; what is unknown is asked of those before it, and else order
  /// decides nothing but the order of equals.
  var recognizers: [any Recognizer] {
    let all: [any Recognizer] =
      [
        RosterRecognizer(registry: registry, tellsRelatives: policy.people.unlisted != .keep),
        PseudonymRecognizer(registry: registry),
        PublicRecognizer(), ContactRecognizer(), AddressRecognizer(), IdentifierRecognizer(),
        DateRecognizer(), AgeRecognizer(), UnitRecognizer(), JobRecognizer(), TraitRecognizer(),
        PlaceRecognizer(), PersonRecognizer(),
        ForeignScriptRecognizer(), UnknownRecognizer(),
      ] + (policy.keepsQuantities ? [] : [QuantityRecognizer()])
      + (policy.keepsCommonTraits ? [] : [NationalityRecognizer(), HealthRecognizer()])
      + (policy.clearsOrdinaryNames ? [] : [OrdinaryNameRecognizer()])
    return all.filter { !Recognition.isMissing(.recognizer($0.name)) }
  }

  /// Whether somebody in whose name a surname of the file stands has a first name that nobody of
  /// the file with that surname has: "Anna Volkova", where Sergei Volkov alone is on it.
  func isRelative(
    _ found: UnlistedPerson, _ surname: Mention, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard case .person(let reference) = surname.detail, !reference.isFull, found.words.count > 1,
      found.isGivenKnown
    else { return false }
    let own = Tokenizer.tokens(of: bytes, in: surname.span.start..<surname.span.end)
    let keys = found.given + own.filter(\.isWord).map(\.key)
    return reference.candidates.allSatisfy { person in
      registry.forms[person].parts.contains { $0.role == .given }
        && !keys.contains { key in
          registry.matches(key).contains { $0.person == person && $0.role == .given }
        }
    }
  }

  /// «у Черных дорогу»: an ordinary word without a capital, after a name that has one, is no part of
  /// it in Russian and Ukrainian.
  private func isPart(
    _ rest: TextSpan, of name: TextSpan, in testimony: Testimony,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard testimony.language.isSlavic, name.end < rest.start, bytes[name.end] == 0x20 else {
      return true
    }
    return !Tokenizer.tokens(of: bytes, in: rest.start..<rest.end).allSatisfy {
      $0.shape == .lower && !NameParticles.closing.contains($0.key)
        && lexicon.isOrdinary($0, of: bytes, in: testimony.language)
    }
  }

  /// Whether one is a first name of somebody of the file and the other a surname of somebody else:
  /// "Olga Volkova", where Olga Marsh and Sergei Volkov are on it.
  func isStranger(
    _ given: Mention, _ surname: Mention, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard case .person(let first) = given.detail, case .person(let last) = surname.detail,
      !first.isFull, !last.isFull, Set(first.candidates).isDisjoint(with: last.candidates)
    else { return false }
    func roles(_ mention: Mention, _ people: [Int]) -> Set<NameRole> {
      let words = Tokenizer.tokens(of: bytes, in: mention.span.start..<mention.span.end)
      return Set(
        words.filter(\.isWord).flatMap { registry.matches($0.key) }
          .filter { people.contains($0.person) }.map(\.role))
    }
    return roles(given, first.candidates) == [.given]
      && roles(surname, last.candidates) == [.surname]
  }

  private func plan(
    _ testimony: Testimony, _ mentions: inout [Mention], _ unlisted: UnlistedPeople,
    _ established: [Int: String]
  ) -> RedactionPlan {
    testimony.bytes.withUnsafeBufferPointer { bytes in
      var planner = Planner(
        policy: policy, registry: registry, unlisted: unlisted, established: established,
        lexicon: lexicon, language: testimony.language, bytes: bytes)
      let asked = planner
      mentions = OverlapResolution.absorbing(
        mentions, trim: { TextSpan.words(of: $0, in: bytes) },
        isPart: { isPart($0, of: $1, in: testimony, bytes) },
        // Where others keep their names, a surname of the file goes with whom it is known of.
        isRelative: { policy.people.unlisted != .keep && isRelative($0, $1, in: bytes) },
        isStranger: { policy.people.unlisted != .keep && isStranger($0, $1, in: bytes) })
      let resolved = OverlapResolution.resolve(
        mentions, trim: { TextSpan.words(of: $0, in: bytes) },
        masks: { asked.treatment(of: $0) != .keep })
      mentions = []
      let planned = planner.plan(resolved)
      return RedactionPlan(
        testimony: testimony,
        decisions: ControlCharacters.dropped(from: testimony.bytes, planned.decisions),
        review: planned.review, registry: registry,
        masksProtectedPeople: policy.people.protected != .keep,
        keptNames: Set(established.keys))
    }
  }

  /// Notes the names that the text itself marks as not real: they are pseudonyms already.
  private func establish(
    _ mentions: [Mention], in testimony: Testimony, _ unlisted: inout UnlistedPeople,
    _ established: inout [Int: String]
  ) {
    testimony.bytes.withUnsafeBufferPointer { bytes in
      for index in mentions.indices where mentions[index].kind == .person {
        let mention = mentions[index]
        guard MarkerText.follows(bytes, mention.span.end) else { continue }
        let text = UnlistedReading.nominative(
          Array(bytes[mention.span.start..<mention.span.end]), testimony.language, lexicon)
        switch mention.detail {
        case .person(let reference):
          guard reference.candidates.count == 1, let person = reference.candidates.first,
            !registry.givenPseudonyms.contains(person), !reference.isFull,
            registry.forms[person].parts.count == 1
          else { continue }
          established[person] = text
        case .unlisted(let found): unlisted.establish(text, for: found)
        default: continue
        }
      }
    }
  }
}
