internal import Audit
package import Redaction
package import Sealing

/// What a person decided about one place of a text.
package struct Ruling: Sendable {
  /// What is done there.
  package enum Act: Sendable {
    /// What was proposed.
    case accept
    /// The words stay as they are, for a reason.
    case keep(why: String)
    /// Other words stand in their place; where none are given, a neutral one.
    case replace(Treatment, with: String?, kind: EntityKind?)
    /// The pseudonym of a person of the registry, by id.
    case pseudonym(of: String)
  }

  /// Where, in UTF-8 offsets of the original.
  package var span: TextSpan
  /// What the person wants there.
  package var act: Act
  /// Whether the same words are treated so wherever else they stand in the text.
  package var isEverywhere = false

  /// A decision that nothing is done with until the plan takes it.
  package init(_ span: TextSpan, _ act: Act, isEverywhere: Bool = false) {
    self.span = span
    self.act = act
    self.isEverywhere = isEverywhere
  }
}

extension CaseFolder {
  /// A plan beside the text it is about, as a reviewer sees it.
  package struct Reviewable: Sendable {
    /// The proposals, with what was decided so far.
    package let plan: SealedPlan
    /// The original as UTF-8.
    package let text: [UInt8]
    /// The people whose pseudonyms may be given.
    package let people: PeopleFile
  }

  /// Opens a plan for somebody to decide.
  package func reviewable(
    _ id: String, with identities: [any Identity],
    text: @Sendable ([UInt8]) throws -> [UInt8] = { $0 }
  ) throws -> Reviewable {
    let (work, registry) = try work(id, with: identities, try verified(), text)
    return Reviewable(plan: work.plan, text: work.text, people: registry.people)
  }

  /// What is needed to work on a plan.
  struct Work {
    var plan: SealedPlan
    let item: OpenedItem
    let text: [UInt8]
    let testimony: Testimony
    let pipeline: Pipeline
    let policy: Policy
  }

  func work(
    _ id: String, with identities: [any Identity], _ log: CaseLog,
    _ text: @Sendable ([UInt8]) throws -> [UInt8]
  ) throws -> (work: Work, registry: Registry) {
    let item = try opened(id, with: identities, log)
    guard let plan = try plan(of: id, item.key, with: identities, log) else {
      throw CaseRefusal(.refused, "\(id) has no plan; 'underseal plan' makes one")
    }
    guard !plan.isWithdrawn, !log[id].isWithdrawn else {
      throw CaseRefusal(.refused, "\(id) was withdrawn; plan it again with a new consent")
    }
    let registry = try self.registry(with: identities, log).registry
    let policy = try Policy(yaml: try self.policy(of: plan, log), file: plan.policyName)
    let utf8 = try text(item.bytes)
    let testimony = try Testimony(id: id, utf8: utf8, language: plan.language)
    let pipeline = Pipeline(
      policy: policy, people: registry.peopleFile, reader: plan.reader ?? .deep)
    try Self.refuseTellingMarker(pipeline)
    return (
      Work(
        plan: plan, item: item, text: utf8, testimony: testimony, pipeline: pipeline,
        policy: policy), registry
    )
  }

  /// Carries out what a person decided; each decision is an entry of the log. Gives the plan.
  ///
  /// - Parameter accepting: whether everything that is left is accepted as proposed; without it, what
  ///   no ruling is about stays undecided.
  @discardableResult
  package func review(
    _ id: String, _ rulings: [Ruling], accepting: Bool = false, as name: String,
    with identities: [any Identity], at time: String,
    text: @Sendable ([UInt8]) throws -> [UInt8] = { $0 }
  ) throws -> SealedPlan {
    try Self.checkName(name)
    return try locked {
      let log = try verified()
      var (work, registry) = try work(id, with: identities, log, text)
      guard work.plan.released == nil else {
        throw CaseRefusal(
          .refused, "\(id) is released as it was decided; plan it again for a new revision")
      }
      guard work.plan.generation == registry.peopleGeneration else {
        throw CaseRefusal(
          .refused, "the people changed since \(id) was planned; plan it again first")
      }
      try work.plan.checkReader()
      for ruling in rulings { try work.apply(ruling, name) }
      if accepting {
        for item in work.plan.doubtful { try work.apply(Ruling(item.span, .accept), name) }
      }
      var act = CaseAct(at: time)
      if accepting {
        work.plan.acceptedBy.append(name)
        try act.log(
          .decision,
          [
            .init("document", id), .init("accepted", work.plan.decisions.count),
            .init("by", "person"), .init("name", name),
          ])
      }
      work.plan.notePseudonyms(registry.people)
      // Whoever approved, approved another text.
      work.plan.approvals = []
      try self.log(&work.plan, work.testimony, in: &act)
      guard !act.entries.isEmpty else { return work.plan }
      try seal(&work.plan, work.item.key, in: &act)
      try commit(act)
      return work.plan
    }
  }

  /// Throws where a word cannot be the name of somebody who decides.
  static func checkName(_ name: String) throws {
    let isName =
      name.utf8.count <= 200 && name.unicodeScalars.contains { $0.properties.isAlphabetic }
      && name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    guard isName else { throw CaseRefusal(.usage, "say who decides: --as NAME") }
  }
}

extension CaseFolder.Reviewable {
  /// The plan as it would be after rulings, for somebody to look at; nothing of it is logged.
  package func plan(after rulings: [Ruling]) throws -> SealedPlan {
    var plan = plan
    for ruling in rulings {
      try plan.apply(ruling, "-", text: text) { id, _ in
        people.people.first { $0.id == id }?.pseudonym
      }
    }
    return plan
  }
}

extension CaseFolder.Work {
  mutating func apply(_ ruling: Ruling, _ name: String) throws {
    let (pipeline, policy, language) = (pipeline, policy, plan.language)
    try plan.apply(ruling, name, text: text) { id, isFirst in
      guard let pseudonym = pipeline.pseudonym(of: id, in: language) else { return nil }
      let isMarked = policy.marker.show == .every || policy.marker.show == .firstMention && isFirst
      guard isMarked else { return pseudonym }
      let gender = pipeline.people.people.first { $0.id == id }?.gender ?? .unknown
      return "\(pseudonym) \(policy.marker.text(language, gender))"
    }
  }
}

extension SealedPlan {
  /// What is recorded as having found what a person decided in their own words.
  static let reviewer = "reviewer"

  /// What stands against words that a person wrote: whatever could hide a name from those who check,
  /// and show it to those who read. Nil where nothing does.
  ///
  /// - Parameter text: the original.
  static func objection(to words: String, in text: [UInt8]) -> String? {
    let known = Set(String(decoding: text, as: UTF8.self).unicodeScalars.filter(\.isForeignLetter))
    for scalar in words.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .decimalNumber, .spaceSeparator, .nonspacingMark, .spacingMark: continue
      case .control, .format, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
        return "hold a sign that is not seen"
      case _ where scalar.properties.isAlphabetic:
        if scalar.isForeignLetter, !known.contains(scalar) {
          return "are in letters that the text does not have"
        }
      default:
        if !plainMarks.contains(scalar) { return "hold a sign that plain words have no use for" }
      }
    }
    return nil
  }

  private static let plainMarks = Set(".,;:!?'’‘\"“”„«»()[]-–—…%№".unicodeScalars)

  /// Throws where another reader than this program's read the original.
  func checkReader() throws {
    guard isOfThisReader else {
      throw CaseRefusal(
        .refused,
        "the reader has learned something else since \(item) was planned; plan it again first")
    }
  }

  /// Carries out one ruling, and the same for the same words elsewhere where it says so.
  ///
  /// - Parameter pseudonym: what stands for a person, by id, at the first mention or a later one.
  mutating func apply(
    _ ruling: Ruling, _ name: String, text: [UInt8],
    pseudonym: (_ id: String, _ isFirst: Bool) -> String?
  ) throws {
    let span = ruling.span
    guard span.end <= text.count, span.count > 0, Self.isBoundary(span.start, text),
      Self.isBoundary(span.end, text)
    else { throw CaseRefusal(.refused, "a decision names a place that is not in \(item)") }
    for place in ruling.isEverywhere ? Self.occurrences(of: span, in: text) : [span] {
      try apply(ruling.act, place, name, text, pseudonym)
    }
  }

  private mutating func apply(
    _ act: Ruling.Act, _ span: TextSpan, _ name: String, _ text: [UInt8],
    _ pseudonym: (String, Bool) -> String?
  ) throws {
    if case .accept = act { return try accept(span, name) }
    let known =
      decisions.first { $0.decision.span == span }?.decision
      ?? review.first { $0.span == span }
      ?? decisions.first { $0.decision.span.overlaps(span) }?.decision
    var decision = Decision(
      span: span, kind: known?.kind ?? .other, treatment: .mask, replacement: "",
      entity: known?.entity, recognizer: Self.reviewer, confidence: 1, reason: "reviewer: decided")
    switch act {
    case .accept: return
    case .keep(let why):
      guard why.contains(where: \.isLetter) else {
        throw CaseRefusal(.refused, "what is kept needs a reason; say why")
      }
      decision.treatment = .keep
      decision.reason = "reviewer: \(why)"
    case .replace(let treatment, let words, let kind):
      guard treatment != .keep else {
        throw CaseRefusal(.refused, "what is kept needs a reason; say why")
      }
      decision.kind = kind ?? decision.kind
      decision.treatment = treatment
      decision.replacement = words ?? Pipeline.neutralWord(for: decision.kind, in: language)
      if let words, let what = Self.objection(to: words, in: text) {
        throw CaseRefusal(.refused, "the words of a decision \(what); write plain words")
      }
    case .pseudonym(let id):
      let isFirst = !decisions.contains {
        $0.decision.entity == id && $0.decision.span.start < span.start
      }
      guard let words = pseudonym(id, isFirst) else {
        throw CaseRefusal(.refused, "\(id) has no pseudonym; 'people list' shows who has")
      }
      decision.kind = .person
      decision.treatment = .pseudonymize
      decision.entity = id
      decision.replacement = words
    }
    guard replace(with: Entry(decision: decision, name: name)) else {
      throw CaseRefusal(
        .refused, "a decision cuts through another in \(item); decide about the whole of it")
    }
  }

  /// Puts somebody's name to what was proposed.
  private mutating func accept(_ span: TextSpan, _ name: String) throws {
    var isFound = false
    for index in decisions.indices where decisions[index].decision.span.overlaps(span) {
      isFound = true
      decisions[index].name = name
      decisions[index].index = nil
    }
    if isFound { return }
    guard var item = review.first(where: { $0.span == span }) else {
      throw CaseRefusal(.refused, "nothing is proposed at a place of \(item) that was accepted")
    }
    item.treatment = .keep
    item.replacement = ""
    _ = replace(with: Entry(decision: item, name: name))
  }

  /// Where the same bytes stand as words of their own.
  private static func occurrences(of span: TextSpan, in text: [UInt8]) -> [TextSpan] {
    let words = text[span.start..<span.end]
    var found: [TextSpan] = []
    var index = 0
    while index + words.count <= text.count {
      let end = index + words.count
      if text[index] == words.first, text[index..<end].elementsEqual(words),
        index == 0 || !isWord(text[index - 1]), end == text.count || !isWord(text[end])
      {
        found.append(TextSpan(index, end))
        index = end
      } else {
        index += 1
      }
    }
    return found.contains(span) ? found : found + [span]
  }

  /// Whether a byte belongs to a word; beyond ASCII all do.
  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  private static func isBoundary(_ index: Int, _ text: [UInt8]) -> Bool {
    index == 0 || index == text.count || index < text.count && text[index] & 0xC0 != 0x80
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter beyond the alphabets of the languages that are read.
  fileprivate var isForeignLetter: Bool {
    let isLatin = value < 0x250 || 0x1E00..<0x1F00 ~= value
    let isCyrillic = 0x400..<0x530 ~= value
    return properties.isAlphabetic && !isLatin && !isCyrillic
  }
}
