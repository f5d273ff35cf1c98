package import Audit
internal import Redaction
package import Sealing

extension CaseFolder.Work {
  /// The text as it would go out.
  func redacted() throws -> RedactedTestimony {
    let plan = pipeline.restored(
      testimony, decisions: plan.decisions.map(\.decision), review: plan.review)
    guard let reviewed = plan.reviewed(deciding: self.plan.decisions.map(\.decision)) else {
      throw CaseRefusal(
        .refused, "the decisions about \(self.plan.item) do not fit its text; plan it again")
    }
    return reviewed.apply()
  }

  /// What the release would say of itself.
  ///
  /// - Parameter former: the digest of the text that this revision takes the place of.
  func manifest(_ redacted: RedactedTestimony, former: String?) throws -> ReleaseManifest {
    var replaced: [String: Int] = [:]
    var kept = 0
    for decision in redacted.decisions {
      if decision.treatment == .keep {
        kept += 1
      } else {
        replaced[decision.kind.rawValue, default: 0] += 1
      }
    }
    var members: [JSON.Member] = [
      .init("v", 1), .init("item", plan.item), .init("revision", plan.revision),
      .init("file", plan.file), .init("sha256", hexadecimal(try Hash(of: redacted.bytes).bytes)),
      .init("lang", plan.language.rawValue), .init("policy", plan.policyName),
      .init("policySha256", plan.policy), .init("audience", policy.audience),
      .init("version", plan.version), .init("decisions", redacted.decisions.count),
      .init("replaced", .object(replaced.sorted { $0.key < $1.key }.map { .init($0, $1) })),
      .init("kept", kept),
    ]
    if let reader = plan.readerMember { members.append(reader) }
    if let former { members.append(.init("supersedes", former)) }
    return ReleaseManifest(members)
  }
}

extension CaseFolder {
  /// Records that somebody approved the release of an item as it is decided now: signed by that
  /// person's own key over the digest of the release.
  ///
  /// - Parameters:
  ///   - key: the line of the approver's key; one of this machine's, kept for that name, where nil.
  ///   - shown: the text that the approver was shown; nil where they were shown none.
  @discardableResult
  package func approve(
    _ id: String, as name: String, key line: [UInt8]? = nil, shown: PublishedText? = nil,
    with identities: [any Identity], at time: String,
    text: @Sendable ([UInt8]) throws -> [UInt8] = { $0 }
  ) throws -> VerifierKey {
    try Self.checkName(name)
    return try locked {
      let log = try verified()
      var work = try work(id, with: identities, log, text).work
      let known = try registry(with: identities, log)
      guard work.plan.released == nil else {
        throw CaseRefusal(.refused, "\(id) is released already")
      }
      guard work.plan.generation == known.registry.peopleGeneration else {
        throw CaseRefusal(.refused, "the people changed since \(id) was planned; plan it again")
      }
      try work.plan.checkReader()
      guard work.plan.isReviewed else {
        throw CaseRefusal(
          .refused, "\(id) is not decided yet; 'underseal review' comes before the approval")
      }
      guard !work.plan.deciders.contains(where: { Self.isSame($0, name) }) else {
        throw CaseRefusal(
          .refused, "whoever decided about \(id) cannot approve it too; somebody else has to")
      }
      let manifest = try work.manifest(
        work.redacted(), former: former(id, before: work.plan.revision, log))
      try Self.check(manifest, isAs: shown)
      let own = try line.map { try SigningKey(line: $0) } ?? state.approvalKey(of: Self.plain(name))
      guard own.verifier.publicKey != (try state.key().verifier.publicKey) else {
        throw CaseRefusal(.refused, "an approval is signed by a person's key, not the machine's")
      }
      let key = try signingKey(of: own, in: known.registry)
      var registry = known.registry
      let isNew = try registry.tie(name, to: key.verifier.publicKey)
      var note = try SignedNote(text: manifest.note())
      try note.sign(with: key)
      let text = String(decoding: note.bytes, as: UTF8.self)
      work.plan.approvals.removeAll { Self.isSame($0.name, name) }
      work.plan.approvals.append(.init(name: name, vkey: key.verifier, note: text))
      var act = CaseAct(at: time)
      try act.log(
        .approve,
        [
          .init("document", id), .init("revision", work.plan.revision),
          .init("sha256", manifest["sha256"]?.string ?? ""), .init("digest", manifest.digest()),
          .init("name", name), .init("vkey", key.verifier.text), .init("note", text),
        ])
      if isNew { try stageNext(&registry, known.key, in: &act) }
      try seal(&work.plan, work.item.key, in: &act)
      try commit(act)
      return key.verifier
    }
  }

  /// The key with which a person signs in this case: derived from their own, so that no two cases
  /// show that one person approved in both. Where their own signed before, in the first version,
  /// that stays so.
  private func signingKey(
    of own: borrowing SigningKey, in registry: Registry
  ) throws -> SigningKey {
    let isUndivided = registry.approvers.contains { $0.publicKey == own.verifier.publicKey }
    return isUndivided
      ? try own.named("approver")
      : try own.derived("underseal approval", for: settings.origin, name: "approver")
  }

  /// Whether two names are one person's, as far as letters can tell.
  static func isSame(_ a: String, _ b: String) -> Bool {
    let (a, b) = (Self.plain(a), Self.plain(b))
    // Look-alikes count as what they look like.
    return a == b || Pipeline.folded(a) == Pipeline.folded(b)
  }

  /// The letters and digits of a name, small.
  private static func plain(_ name: String) -> String {
    let kept = name.lowercased().unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    return String(String.UnicodeScalarView(kept))
  }
}
