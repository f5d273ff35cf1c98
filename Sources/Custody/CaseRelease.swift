internal import Audit
internal import Glibc
internal import Redaction
package import Sealing

/// What came of a try to release an item.
package struct ReleaseReport: Sendable {
  package let item: String
  package let revision: Int
  /// Every condition, in order.
  package let checks: [GateCheck]
  /// Where the text lies, inside the case; nil where it was refused.
  package let folder: String?

  package var isReleased: Bool { folder != nil }
}

extension CaseFolder {
  /// Releases an item, where every condition holds: the entry and its checkpoint are on the disk
  /// before the text is in `released`.
  ///
  /// - Parameter isTrial: whether the conditions are only looked at.
  package func release(
    _ id: String, with identities: [any Identity], at time: String, isTrial: Bool = false,
    text: @Sendable ([UInt8]) throws -> [UInt8] = { $0 }
  ) throws -> ReleaseReport {
    try locked {
      let log = try verified(hashesFiles: true)
      var (work, registry) = try work(id, with: identities, log, text)
      let revision = work.plan.revision
      let redacted = try work.redacted()
      let manifest = try work.manifest(redacted, former: former(id, before: revision))
      if let released = work.plan.released {
        return try complete(work, redacted, manifest, released, log)
      }
      let (others, texts) = try released(but: id, with: identities, log)
      let gate = Gate(
        work: work, registry: registry, log: log, auditLog: self.log(), redacted: redacted,
        manifest: manifest, others: others, texts: texts, day: String(time.prefix(10)))
      let checks = try gate.checks()
      guard checks.allSatisfy(\.holds), !isTrial else {
        return ReleaseReport(item: id, revision: revision, checks: checks, folder: nil)
      }
      try checkPlace(id, revision)
      let digest = manifest["sha256"]?.string ?? ""
      var act = CaseAct(at: time)
      try act.log(
        .release,
        [
          .init("document", id), .init("revision", revision),
          .init("lang", work.plan.language.rawValue), .init("sha256", digest),
          .init("digest", try manifest.digest()),
          .init("decisions", redacted.decisions.count),
        ])
      work.plan.released = digest
      try seal(&work.plan, work.item.key, in: &act)
      try bury(id, revision - 1, .superseded, in: act)
      try commit(act)
      let folder = try show(work.plan, redacted, manifest)
      try settleTombstones(id)
      return ReleaseReport(item: id, revision: revision, checks: checks, folder: folder)
    }
  }

  /// Throws where something lies where a release will be put: it would be taken for that release.
  private func checkPlace(_ id: String, _ revision: Int) throws {
    try Self.checkFolders([CaseLayout.released(id)], disk)
    let target = CaseLayout.released(id, revision)
    guard !disk.exists(target) else {
      throw CaseRefusal(
        .inTheWay, "something that no release put there lies at \(target); move it away")
    }
  }

  /// Writes the folder of a release that is logged, after an interruption.
  private func complete(
    _ work: Work, _ redacted: RedactedTestimony, _ manifest: ReleaseManifest, _ digest: String,
    _ log: LogVerification
  ) throws -> ReleaseReport {
    let id = work.plan.item
    let folder = CaseLayout.released(id, work.plan.revision)
    guard !disk.exists(folder) else {
      throw CaseRefusal(
        .refused,
        "\(id) is released as revision \(work.plan.revision); for another one plan it again")
    }
    guard manifest["sha256"]?.string == digest else {
      throw CaseRefusal(
        .refused, "\(id) would not be the text that was logged; plan it again")
    }
    return ReleaseReport(
      item: id, revision: work.plan.revision, checks: [],
      folder: try show(work.plan, redacted, manifest))
  }

  /// Puts a text that is logged into `released`, with what proves it.
  private func show(
    _ plan: SealedPlan, _ redacted: RedactedTestimony, _ manifest: ReleaseManifest
  ) throws -> String {
    guard let line = plan.lines.last(where: { $0.disclosure.type == .release }) else {
      throw CaseRefusal(.refused, "the release of \(plan.item) is not logged; plan it again")
    }
    let proof = try log().proof(of: line.index, disclosure: line.disclosure)
    var manifest = manifest
    manifest.approvals = plan.approvals.map { ($0.vkey, $0.note) }
    let signers = log().verify(hashesFiles: false).signers
    let vkey = (try? proof.checkpoint.verify(with: signers))?.first ?? settings.vkey
    manifest.log = (vkey, line.index)
    let target = CaseLayout.released(plan.item, plan.revision)
    let folder = CaseLayout.unfinished(target)
    try disk.removeTree(folder)
    try disk.makeFolder(folder)
    let writer = Disk(root: disk.root + "/" + folder, stamp: try stamp())
    try writer.write(redacted.bytes, to: plan.file, isSynced: true)
    try writer.write(try manifest.bytes(), to: ReleaseManifest.file, isSynced: true)
    try writer.write(proof.bytes, to: ReleaseManifest.proofFile, isSynced: true)
    try disk.sync(folder: folder)
    writer.stampFolder("")
    try disk.move(folder, to: target)
    try disk.sync(folder: CaseLayout.released(plan.item))
    Disk(root: disk.root, stamp: try stamp()).stampFolder(CaseLayout.released(plan.item))
    return target
  }

  /// What is released of other items: the plans, and the texts themselves.
  private func released(
    but id: String, with identities: [any Identity], _ log: LogVerification
  ) throws -> (plans: [SealedPlan], texts: [(item: String, bytes: [UInt8])]) {
    var plans: [SealedPlan] = []
    var texts: [(String, [UInt8])] = []
    for other in try disk.list(CaseLayout.released) where other != id && CaseLayout.isID(other) {
      let revision = try newestRevision(other)
      let folder = CaseLayout.released(other, revision)
      guard revision > 0, try tombstone(other, revision) == nil,
        let bytes = try disk.read("\(folder)/\(ReleaseManifest.file)")
      else { continue }
      let manifest = try ReleaseManifest(parsing: bytes)
      if let file = manifest["file"]?.string, let text = try disk.read("\(folder)/\(file)") {
        texts.append((other, text))
      }
      if disk.exists(CaseLayout.key(other)) {
        let key = try key(other, with: identities, log)
        if let plan = try plan(of: other, key, with: identities, log), plan.released != nil {
          plans.append(plan)
        }
      }
    }
    return (plans, texts)
  }
}

// MARK: Taking back

extension CaseFolder {
  /// Prepares the tombstone of a revision, which takes the text's place when the act is done.
  private func bury(
    _ id: String, _ revision: Int, _ state: Tombstone.State, in act: CaseAct
  ) throws {
    let folder = CaseLayout.released(id, revision)
    guard revision > 0, try disk.isFolder(folder) else { return }
    // A text whose release.json is damaged or gone is taken back all the same.
    let manifest = try disk.read("\(folder)/\(ReleaseManifest.file)")
    let sha256 = manifest.flatMap { try? ReleaseManifest(parsing: $0) }?["sha256"]?.string ?? ""
    let tombstone = Tombstone(
      item: id, revision: revision, state: state, sha256: sha256,
      act: act.staged.first.map { hexadecimal($0.digest.bytes) } ?? "")
    let path = CaseLayout.unfinished("\(folder)/\(Tombstone.file)")
    let writer = Disk(root: disk.root, stamp: try stamp())
    try writer.write(tombstone.bytes, to: path, isSynced: true)
  }

  /// Puts tombstones in their places whose act the log has.
  func settleTombstones(_ id: String) throws {
    try Self.settleTombstones(id, disk, log().verify(hashesFiles: false))
  }

  static func settleTombstones(_ id: String, _ disk: Disk, _ log: LogVerification) throws {
    for name in try disk.list(CaseLayout.released(id)) {
      let folder = "\(CaseLayout.released(id))/\(name)"
      let target = "\(folder)/\(Tombstone.file)"
      let staged = CaseLayout.unfinished(target)
      guard let bytes = try disk.read(staged) else { continue }
      let isDone =
        Tombstone(bytes).map { stone in
          Hash(hexadecimal: stone.act).map { log.belonging[$0] != nil } ?? false
        } ?? false
      guard isDone else {
        try disk.remove(staged)
        continue
      }
      try disk.move(staged, to: target)
      for file in try disk.files(below: folder) where file != target { try disk.remove(file) }
      try disk.sync(folder: folder)
    }
  }

  /// Takes a released text back: the copy here is removed, and nothing is released of the item
  /// until somebody consents anew. Needs no identity, so that it can be done at once.
  ///
  /// - Parameter isShredded: whether the original is destroyed too.
  package func withdraw(
    _ id: String, why: String, isShredded: Bool = false, at time: String
  ) throws {
    try locked {
      let log = try verified()
      guard disk.exists(CaseLayout.sealed(id)), CaseLayout.isID(id) else {
        throw CaseRefusal(.notThere, "there is no item \(id); 'underseal status' lists them")
      }
      let revision = try newestRevision(id)
      var act = CaseAct(at: time)
      act.openings = (CaseLayout.caseOpenings, try stamp())
      try act.log(
        .withdraw, [.init("item", id), .init("revision", revision), .init("why", why)])
      var notice = try SealedPlan(
        item: id, revision: revision, language: .none, original: "", policy: "", policyName: "",
        generation: 0, version: "", reader: nil, weights: "", file: "", decisions: [], review: [])
      notice.isWithdrawn = true
      try stage(
        try SealedRecord.seal(notice.json, to: settings.recipientKeys()), CaseLayout.plan(id),
        in: &act)
      if isShredded { try addShred(id, why, log, to: &act) }
      for number in stride(from: 1, through: revision, by: 1)
      where try tombstone(id, number) == nil {
        try bury(id, number, .withdrawn, in: act)
      }
      try commit(act)
      try settleTombstones(id)
    }
  }

  /// Destroys what opens an item; what is sealed stays, and nobody opens it again.
  package func shred(_ id: String, why: String, at time: String) throws {
    try locked {
      let log = try verified()
      var act = CaseAct(at: time)
      act.openings = (CaseLayout.caseOpenings, try stamp())
      if let plan = try disk.digest(CaseLayout.plan(id)) {
        act.removed.append((CaseLayout.plan(id), plan))
      }
      try addShred(id, why, log, to: &act)
      try commit(act)
    }
  }

  private func addShred(
    _ id: String, _ why: String, _ log: LogVerification, to act: inout CaseAct
  ) throws {
    guard CaseLayout.isID(id), disk.exists(CaseLayout.sealed(id)) else {
      throw CaseRefusal(.notThere, "there is no item \(id); 'underseal status' lists them")
    }
    let path = CaseLayout.key(id)
    guard let digest = try disk.digest(path) else {
      throw CaseRefusal(.refused, "\(id) is shredded already")
    }
    try checkBelongs(path, digest, log)
    guard disk.isAlone(path) else {
      throw CaseRefusal(
        .refused,
        "\(path) is a link or has a second name, under which the key would stay; put the file itself"
          + " there, and remove the other")
    }
    act.removed.append((path, digest))
    try act.log(.shred, [.init("item", id), .init("why", why)])
  }
}
