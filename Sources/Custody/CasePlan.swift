internal import Audit
internal import Cryptography
package import Redaction
package import Sealing

extension CaseFolder {
  /// How items are to be planned.
  package struct Planning: Sendable {
    /// The policy's name and its YAML.
    package var policy: PolicySource
    /// Whether the policy was asked for by name: then the case's own copy of it, where it has one,
    /// takes its place.
    package var isNamed = false
    /// Whether an item that has a plan keeps the policy it was planned with.
    package var keepsPolicy = false
    /// The language of the texts; told from each where nil.
    package var language: Language?
    /// A consent for these items, in place of what was sealed with them.
    package var consent: [UInt8]?
    /// What the released text will be called; as before, or redacted.txt, where nil.
    package var file: String?
    /// The version of the program.
    package var version: String
    /// Who reads the texts, and the digest of what that reader has learned.
    package var reader = Reader.deep
    /// The digest of what the readers have learned, "sha256:" and 64 hexadecimal digits, which a
    /// plan names.
    package var weights = Reader.weights
    /// How many threads may read.
    package var jobs = 1
    /// Turns the bytes of an original into UTF-8.
    package var text: @Sendable ([UInt8]) throws -> [UInt8]

    /// What a plan is made with, by the deep reader on one thread unless that is set otherwise.
    package init(
      policy: PolicySource, version: String,
      text: @escaping @Sendable ([UInt8]) throws -> [UInt8] = { $0 }
    ) {
      self.policy = policy
      self.version = version
      self.text = text
    }
  }

  /// Plans items anew: those named, or all that have no plan, or one under an older registry or by
  /// a reader that had learned something else.
  ///
  /// What people decided before is kept where it still fits; a consent alone changes no decision.
  /// Gives what was planned.
  package func plan(
    _ ids: [String] = [], _ planning: Planning, with identities: [any Identity], at time: String
  ) throws -> [SealedPlan] {
    try locked {
      let log = try verified()
      var made: [SealedPlan] = []
      for draft in try drafts(
        of: ids.isEmpty ? log.ids : ids, isAll: ids.isEmpty, planning, with: identities, log)
      {
        var plan = draft.plan
        try record(
          &plan, draft.item, draft.yaml == nil ? nil : draft.testimony, draft.yaml, log, at: time)
        made.append(plan)
      }
      return made
    }
  }

  /// A plan that was made and is not stored yet.
  struct Draft {
    var plan: SealedPlan
    let old: SealedPlan?
    let item: OpenedItem
    let testimony: Testimony
    /// The policy it was made with; nil where only the consent is new.
    let yaml: [UInt8]?
  }

  /// Plans items in memory.
  ///
  /// - Parameter isAll: whether those whose plan is as it would be made now are left out.
  func drafts(
    of ids: [String], isAll: Bool, _ planning: Planning, with identities: [any Identity],
    _ log: CaseLog
  ) throws -> [Draft] {
    let people = try registry(with: identities, log).registry
    _ = try Policy(yaml: planning.policy.yaml, file: planning.policy.name)
    let consent = try planning.consent.map { try Consent(yaml: $0, file: "the consent file") }
    var opened: [Opened] = []
    var drafts: [Draft] = []
    for id in ids {
      if isAll, !log[id].hasKey { continue }
      let key = try key(id, with: identities, log)
      let old = try plan(of: id, key, with: identities, log)
      let isWithdrawn = isWithdrawn(id, old, log)
      if isAll, let old {
        let isCurrent = old.generation == people.peopleGeneration && old.isOfThisReader
        if isWithdrawn || old.released != nil || isCurrent { continue }
      }
      if isWithdrawn, consent == nil {
        throw CaseRefusal(
          .refused,
          "\(id) was withdrawn; it is planned again only with a new consent (--consent FILE)")
      }
      let item = try self.opened(id, with: identities, log)
      let testimony = try testimony(id, item, planning)
      if let old, let consent, !isWithdrawn, try isCurrent(old, planning, people, log) {
        var plan = old
        plan.consent = consent
        drafts.append(Draft(plan: plan, old: old, item: item, testimony: testimony, yaml: nil))
        continue
      }
      opened.append(
        Opened(
          id: id, item: item, testimony: testimony, old: isWithdrawn ? nil : old,
          revision: revision(log[id], old), yaml: try policy(of: old, planning, log)))
    }
    for ((policy, plan), source) in zip(
      try plans(of: opened, planning, people.peopleFile), opened)
    {
      var sealed = try SealedPlan(
        item: source.id, revision: source.revision, language: source.testimony.language,
        original: hexadecimal(SHA256.digest(source.item.bytes)),
        policy: hexadecimal(SHA256.digest(source.yaml)), policyName: policy.name,
        generation: people.peopleGeneration, version: planning.version,
        reader: planning.reader, weights: planning.weights,
        file: planning.file ?? source.old?.file ?? "redacted.txt",
        decisions: plan.decisions.map { SealedPlan.Entry(decision: $0) }, review: plan.review)
      sealed.consent = consent ?? source.old?.consent
      if let old = source.old { sealed.takeOver(from: old) }
      sealed.notePseudonyms(people.people)
      drafts.append(
        Draft(
          plan: sealed, old: source.old, item: source.item, testimony: source.testimony,
          yaml: source.yaml))
    }
    return drafts
  }

  /// Whether a plan would be made as it is: then a new consent is all that is new.
  private func isCurrent(
    _ plan: SealedPlan, _ planning: Planning, _ registry: Registry, _ log: CaseLog
  ) throws -> Bool {
    let digest = hexadecimal(try Hash(of: policy(of: plan, planning, log)).bytes)
    return plan.released == nil && plan.generation == registry.peopleGeneration
      && plan.isOfThisReader
      && plan.reader == planning.reader && planning.file ?? plan.file == plan.file
      && planning.language ?? plan.language == plan.language
      && plan.policy == digest
  }

  /// An item that is to be planned.
  private struct Opened {
    let id: String
    let item: OpenedItem
    let testimony: Testimony
    let old: SealedPlan?
    let revision: Int
    /// The policy to plan it with.
    let yaml: [UInt8]
  }

  /// The plans of items, each with its policy; those under one policy are linked.
  private func plans(
    of opened: [Opened], _ planning: Planning, _ people: PeopleFile
  ) throws -> [(policy: Policy, plan: RedactionPlan)] {
    var plans: [Int: (Policy, RedactionPlan)] = [:]
    for (yaml, items) in Dictionary(grouping: opened.indices, by: { opened[$0].yaml }) {
      let policy = try Policy(yaml: yaml, file: planning.policy.name)
      let pipeline = Pipeline(
        policy: policy, people: people, reader: planning.reader, jobs: planning.jobs)
      try Self.refuseTellingMarker(pipeline)
      for (item, plan) in zip(items, pipeline.plan(items.map { opened[$0].testimony })) {
        plans[item] = (policy, plan)
      }
    }
    return opened.indices.compactMap { plans[$0] }
  }

  /// - Throws: `CaseRefusal` where the policy's marker shows somebody whom it is to hide.
  static func refuseTellingMarker(_ pipeline: Pipeline) throws {
    guard let shown = pipeline.personShownByMarker else { return }
    throw CaseRefusal(
      .refused,
      "the policy's marker.wording shows the name of \(shown), whom it is to hide; plan under another"
        + " policy")
  }

  /// The policy to plan an item with: the copy of the one it was planned with, where that is kept.
  private func policy(
    of old: SealedPlan?, _ planning: Planning, _ log: CaseLog
  ) throws -> [UInt8] {
    if planning.keepsPolicy, let old, !old.isWithdrawn { return try policy(of: old, log) }
    let pinned = planning.isNamed ? try self.pinned(planning.policy.name, log) : nil
    return pinned?.yaml ?? planning.policy.yaml
  }

  /// The copy of the policy that a plan was made with, as the case keeps it.
  func policy(of plan: SealedPlan, _ log: CaseLog) throws -> [UInt8] {
    try copy(of: plan.policy, log)
  }

  /// The revision to plan: what is released stays, so a new plan is for the next one.
  private func revision(_ item: CaseLog.Item, _ old: SealedPlan?) -> Int {
    if let old, old.released == nil, !old.isWithdrawn { return old.revision }
    return max(item.newestRevision, old?.revision ?? 0) + 1
  }

  /// Whether an item was withdrawn and not planned since, as the log says; in the first version only
  /// the sealed notice does.
  private func isWithdrawn(_ id: String, _ plan: SealedPlan?, _ log: CaseLog) -> Bool {
    log[id].isWithdrawn || plan?.isWithdrawn == true
  }

  private func testimony(
    _ id: String, _ item: OpenedItem, _ planning: Planning
  ) throws -> Testimony {
    let text: [UInt8]
    do {
      text = try planning.text(item.bytes)
      let plain = try Testimony(id: id, utf8: text, language: .none)
      guard let language = planning.language ?? Language.told(text) else {
        throw CaseRefusal(
          .refused,
          "the language of \(id) is not supported, or cannot be told; give --language en, fr, ru or"
            + " uk, or --language none to mask all that cannot be cleared")
      }
      return language == .none ? plain : try Testimony(id: id, utf8: text, language: language)
    } catch is TestimonyError {
      throw CaseRefusal(.badInput, "\(id) is not UTF-8 text; only text can be planned")
    }
  }

  /// Logs what is new in a plan, and seals it in the place of the old one.
  ///
  /// - Parameter testimony: the text, with decisions of it that are new; nil where none are.
  private func record(
    _ plan: inout SealedPlan, _ item: OpenedItem, _ testimony: Testimony?, _ policy: [UInt8]?,
    _ log: CaseLog, at time: String
  ) throws {
    var act = CaseAct(at: time)
    if let policy {
      let path = CaseLayout.policy(try Hash(of: policy))
      if log.placed(path)?.isThere != true { try stage(policy, path, in: &act) }
    }
    var entry: [JSON.Member] = [.init("name", plan.policyName), .init("sha256", plan.policy)]
    if let reader = plan.reader {
      entry += [.init("reader", reader.rawValue), .init("weights", plan.weights)]
    }
    if let consent = plan.consent { entry.append(.init("consent", try consent.digest())) }
    try act.log(.policy, entry)
    if let testimony { try self.log(&plan, testimony, in: &act) }
    try seal(&plan, item.key, in: &act)
    try commit(act)
  }

  /// Adds the entries of decisions that have none yet.
  func log(_ plan: inout SealedPlan, _ testimony: Testimony, in act: inout CaseAct) throws {
    let spans = testimony.scalarSpans(plan.decisions.map(\.decision.span))
    let start = try stamp()
    for index in plan.decisions.indices where plan.decisions[index].index == nil {
      plan.decisions[index].index = start + act.entries.count
      try act.log(
        .decision,
        DecisionEntry.members(
          plan.decisions[index].decision, input: spans[index], document: plan.item,
          by: plan.decisions[index].name))
    }
  }

  /// Seals a plan with the entries of the act in it, in the place of the old one.
  func seal(_ plan: inout SealedPlan, _ key: ItemKey, in act: inout CaseAct) throws {
    let start = try stamp()
    act.openings = (plan.item, plan.revision)
    act.earlier = plan.lines
    plan.lines += act.entries.enumerated().map {
      Openings.Line(index: start + $0.offset, disclosure: $0.element)
    }
    try stage(
      try SealedRecord.seal(plan.json, to: [key.identity.recipient]), CaseLayout.plan(plan.item),
      in: &act)
  }

  /// The plan of an item; nil where it has none.
  func plan(
    of id: String, _ key: ItemKey, with identities: [any Identity], _ log: CaseLog
  ) throws -> SealedPlan? {
    guard let sealed = try read(CaseLayout.plan(id), log) else { return nil }
    let plan: SealedPlan
    do {
      plan = try SealedPlan(SealedRecord.open(sealed, with: [key.identity]))
    } catch SealingError.noIdentityMatches {
      // Who withdraws may not be able to open the item: that notice is for the recipients.
      plan = try SealedPlan(SealedRecord.open(sealed, with: identities))
    }
    guard plan.item == id else {
      throw CaseRefusal(.refused, "the plan of \(id) is another item's; see 'underseal audit'")
    }
    return plan
  }
}

extension Language {
  /// The language of a text; none for one without a single letter, nil where it cannot be told.
  static func told(_ text: [UInt8]) -> Language? {
    let hasLetters = text.contains { $0 >= 0x80 || ($0 | 0x20) &- 0x61 < 26 }
    return hasLetters ? detected(in: text) : Language.none
  }
}

extension SealedPlan {
  init(
    item: String, revision: Int, language: Language, original: String, policy: String,
    policyName: String, generation: Int, version: String, reader: Reader?, weights: String,
    file: String, decisions: [Entry], review: [Decision]
  ) throws {
    self.item = item
    self.revision = revision
    self.language = language
    self.original = original
    self.policy = policy
    self.policyName = policyName
    self.generation = generation
    self.version = version
    self.reader = reader
    self.weights = weights
    self.file = file
    self.decisions = decisions
    self.review = review
  }
}
