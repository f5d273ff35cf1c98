/// Are the pseudonyms of released texts consistent, and does anything show? Judged from the texts
/// and the people file alone; reports, where there are any, tell more.
///
/// Pure and deterministic, like the pipeline whose results it judges, and as good for texts that
/// were edited by hand afterwards.
public struct ConsistencyCheck: Sendable {
  let policy: Policy
  let registry: PersonRegistry
  /// The file as the caseworker wrote it: which pseudonyms were given.
  let people: PeopleFile
  let pipeline: Pipeline

  /// - Parameters:
  ///   - policy: the policy under which the texts were redacted.
  ///   - people: the case's people, with or without pseudonyms.
  ///   - reader: who looks for what may still show.
  public init(policy: Policy, people: PeopleFile, reader: Reader = .deep) {
    self.policy = policy
    self.people = people
    pipeline = Pipeline(policy: policy, people: people, reader: reader)
    registry = pipeline.registry
  }

  /// What the rules alone find, for the tests that are about rules.
  init(rulesUnder policy: Policy, people: PeopleFile) {
    self.policy = policy
    self.people = people
    pipeline = Pipeline(rulesUnder: policy, people: people)
    registry = pipeline.registry
  }

  /// Checks the texts of one case, together.
  public func check(
    _ texts: [ReleasedText], reports: [ReleasedReport] = []
  ) -> ConsistencyResult {
    let marker = MarkerReading(policy.marker)
    var readings = texts.map { ReleasedReading($0, marker: marker) }
    for index in readings.indices { readings[index].findNames(registry) }
    let established = established(in: readings)
    let known = pseudonyms(established)
    let plans = pipeline.plan(texts.map(\.testimony))
    let near = NearNames(registry, people: Set(people.people.indices.filter(isMasked)))
    for index in readings.indices {
      let others = others(plans[index])
      readings[index].findDisguises(
        registry, kept: plans[index].decisions.filter { $0.treatment == .keep }.map(\.span))
      readings[index].findPseudonyms(known, others: others)
      readings[index].findSuspects(near, registry: registry, known: known, others: others)
    }
    var notes = ConsistencyNotes(texts)
    for person in plans.reduce(into: Set<Int>(), { $0.formUnion($1.givenAreNames) }).sorted() {
      let id = people.people[person].id
      notes.warn(
        .pseudonymIsName, entity: id,
        "the pseudonym of \(id) is the name of somebody else in these texts")
    }
    checkNames(readings, known, established, &notes)
    checkPseudonyms(readings, &notes)
    checkMarkers(readings, established, &notes)
    checkMarkedNames(readings, &notes)
    checkCodes(readings, &notes)
    checkBlurring(readings, plans, &notes)
    ReportCheck(check: self, known: known, established: established)
      .check(texts, plans, reports, &notes)
    return notes.result()
  }

  // MARK: Who is who

  /// Whether the policy lets a person's name stand.
  func isMasked(_ person: Int) -> Bool {
    let status = people.people[person].status
    return status != .public && policy.people[status] != .keep
  }

  /// Whether a person appears under a pseudonym, as the policy has it.
  func hasPseudonym(_ person: Int) -> Bool {
    let entry = people.people[person]
    guard entry.status != .public else { return false }
    let treatment = policy.people[entry.status]
    return treatment == .pseudonymize
      || entry.status == .incidental && treatment == .generalize && entry.pseudonym != nil
  }

  /// The people whose name in the people file is one that the texts themselves call no real one,
  /// with that name: it was kept, as `redact` keeps it.
  private func established(in readings: [ReleasedReading]) -> [Int: String] {
    var established: [Int: String] = [:]
    for reading in readings {
      for name in reading.names where name.isMarked && !name.isFull && name.people.count == 1 {
        let person = name.people[0]
        guard !registry.givenPseudonyms.contains(person), hasPseudonym(person),
          registry.forms[person].parts.count == 1, established[person] == nil
        else { continue }
        established[person] = String(
          decoding: reading.text.bytes[name.span.start..<name.span.end], as: UTF8.self)
      }
    }
    return established
  }

  private func pseudonyms(_ established: [Int: String]) -> KnownPseudonyms {
    var spellings: [Int: [String]] = [:]
    for person in people.people.indices where hasPseudonym(person) {
      var all = established[person].map { [$0] } ?? []
      // A name in another alphabet than its text's gets a pseudonym in that alphabet.
      for language in Language.written {
        if let spelling = registry.pseudonym(of: person, in: language), !all.contains(spelling) {
          all.append(spelling)
        }
      }
      spellings[person] = all
    }
    return KnownPseudonyms(spellings) { people.people[$0].gender }
  }

  /// What a text names in public, of which a pseudonym may be a part: a figure, a country.
  private func others(_ plan: RedactionPlan) -> [TextSpan] {
    plan.decisions.filter { decision in
      decision.treatment == .keep && decision.recognizer == "public"
    }.map(\.span)
  }
}

/// What a check has found so far.
struct ConsistencyNotes {
  private struct Note {
    var check: ConsistencyFinding.Check
    var document: Int?
    var span: TextSpan?
    var entity: String?
    var sentence: String
    var isWarning: Bool
  }

  private let texts: [ReleasedText]
  private var notes: [Note] = []
  private(set) var unchecked: [String] = []

  init(_ texts: [ReleasedText]) { self.texts = texts }

  /// Notes what must be put right, at a place of a document, in UTF-8 offsets.
  mutating func find(
    _ check: ConsistencyFinding.Check, _ document: Int, _ span: TextSpan, entity: String? = nil,
    _ sentence: String
  ) {
    notes.append(
      Note(
        check: check, document: document, span: span, entity: entity, sentence: sentence,
        isWarning: false))
  }

  /// Notes what a person should look at.
  mutating func warn(
    _ check: ConsistencyFinding.Check, _ document: Int? = nil, _ span: TextSpan? = nil,
    entity: String? = nil, _ sentence: String
  ) {
    notes.append(
      Note(
        check: check, document: document, span: span, entity: entity, sentence: sentence,
        isWarning: true))
  }

  /// Notes what could not be checked.
  mutating func leave(_ sentence: String) {
    if !unchecked.contains(sentence) { unchecked.append(sentence) }
  }

  /// Whether something was found at a place already.
  func has(_ document: Int, _ span: TextSpan) -> Bool {
    notes.contains {
      $0.document == document && !$0.isWarning && $0.span.map(span.overlaps) == true
    }
  }

  /// Everything, in order of the documents and of position, with positions in scalars.
  func result() -> ConsistencyResult {
    var result = ConsistencyResult()
    result.unchecked = unchecked
    for document in [nil] + texts.indices.map(Optional.some) {
      let here = notes.filter { $0.document == document }.enumerated().sorted {
        ($0.element.span?.start ?? 0, $0.element.span?.end ?? 0, $0.offset)
          < ($1.element.span?.start ?? 0, $1.element.span?.end ?? 0, $1.offset)
      }.map(\.element)
      let spans = document.map {
        ScalarOffsets.of(here.map { $0.span ?? TextSpan(0, 0) }, in: texts[$0].bytes)
      }
      for (index, note) in here.enumerated() {
        let finding = ConsistencyFinding(
          check: note.check, document: document.map { texts[$0].id }, span: spans?[index],
          entity: note.entity, sentence: note.sentence)
        let isKnown = (result.findings + result.warnings).contains(finding)
        if isKnown { continue }
        if note.isWarning {
          result.warnings.append(finding)
        } else {
          result.findings.append(finding)
        }
      }
    }
    return result
  }
}
