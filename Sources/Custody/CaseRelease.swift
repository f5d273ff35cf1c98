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
  /// - Parameters:
  ///   - isTrial: whether the conditions are only looked at.
  ///   - shown: the text that whoever releases was shown; nil where they were shown none.
  package func release(
    _ id: String, with identities: [any Identity], at time: String, isTrial: Bool = false,
    shown: PublishedText? = nil, text: @Sendable ([UInt8]) throws -> [UInt8] = { $0 }
  ) throws -> ReleaseReport {
    try locked {
      let log = try verified(hashesFiles: true)
      var (work, registry) = try work(id, with: identities, log, text)
      let revision = work.plan.revision
      guard work.plan.released == nil else {
        throw CaseRefusal(
          .refused, "\(id) is released as revision \(revision); for another one plan it again")
      }
      let redacted = try work.redacted()
      let former = try former(id, before: revision, log)
      var manifest = try work.manifest(redacted, former: former)
      try Self.check(manifest, isAs: shown)
      let others = try released(but: id, with: identities, log, text)
      let gate = Gate(
        work: work, settings: settings, registry: registry, log: log, auditLog: self.log(),
        redacted: redacted,
        manifest: manifest, others: others, day: String(time.prefix(10)))
      let checks = try gate.checks()
      guard checks.allSatisfy(\.holds), !isTrial else {
        return ReleaseReport(item: id, revision: revision, checks: checks, folder: nil)
      }
      try checkPlace(id, revision)
      var act = CaseAct(at: time)
      manifest.approvals = work.plan.approvals.map { ($0.vkey, $0.note) }
      manifest.log = (try self.log().signer(of: settings.origin), try stamp() + act.entries.count)
      let file = try manifest.bytes()
      let digest = manifest["sha256"]?.string ?? ""
      try act.log(
        .release,
        [
          .init("document", id), .init("revision", revision),
          .init("lang", work.plan.language.rawValue), .init("sha256", digest),
          .init("digest", try manifest.digest()),
          .init("file", hexadecimal(try Hash(of: file).bytes)),
          .init("decisions", redacted.decisions.count),
        ])
      work.plan.released = digest
      try stageRelease(work.plan, redacted, file, in: &act)
      try seal(&work.plan, work.item.key, in: &act)
      try bury(id, revision - 1, .superseded, log, in: &act)
      try commit(act)
      return ReleaseReport(
        item: id, revision: revision, checks: checks,
        folder: CaseLayout.released(id, revision))
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

  /// Writes the folder of a release beside the place it will have; only the proof is missing, which
  /// there is when the log has it.
  private func stageRelease(
    _ plan: SealedPlan, _ redacted: RedactedTestimony, _ manifest: [UInt8], in act: inout CaseAct
  ) throws {
    let place = CaseLayout.released(plan.item, plan.revision)
    let folder = CaseLayout.unfinished(place)
    try announceChange()
    try disk.removeTree(folder)
    try disk.makeFolder(folder)
    let writer = Disk(root: disk.root + "/" + folder, stamp: try stamp())
    try writer.write(redacted.bytes, to: plan.file, isSynced: true)
    try writer.write(manifest, to: ReleaseManifest.file, isSynced: true)
    try writer.write(act.entries[0].text, to: ReleaseManifest.entryFile, isSynced: true)
    try disk.sync(folder: folder)
    try disk.sync(folder: CaseLayout.released(plan.item))
    act.placed.append(.init(place: place, digest: try Hash(of: manifest)))
    act.released.append(plan.item)
  }

  /// What is released of other items.
  private func released(
    but id: String, with identities: [any Identity], _ log: CaseLog,
    _ text: @Sendable ([UInt8]) throws -> [UInt8]
  ) throws -> [ReleasedItem] {
    try log.ids.filter { $0 != id }.compactMap { other in
      let (known, revision) = (log[other], log[other].newestRevision)
      guard let manifest = try manifest(other, revision, log) else { return nil }
      let folder = CaseLayout.released(other, revision)
      guard let file = manifest["file"]?.string, let bytes = try disk.read("\(folder)/\(file)"),
        let language = manifest["lang"]?.string.flatMap(Language.init(rawValue:))
      else { throw CaseRefusal(.refused, "\(folder) is missing; see 'underseal audit'") }
      var released = ReleasedItem(item: other, language: language, bytes: bytes)
      guard known.hasKey, known.hasPlan, !known.isWithdrawn else { return released }
      let work = try work(other, with: identities, log, text).work
      guard work.plan.released == manifest["sha256"]?.string else { return released }
      released.plan = work.plan
      released.shown = try work.redacted()
      return released
    }
  }

  /// What a release that is out says of itself; nil where the log has none, or it no longer is.
  func manifest(_ id: String, _ revision: Int, _ log: CaseLog) throws -> ReleaseManifest? {
    guard let placed = log[id].revisions[revision], placed.state == .present else { return nil }
    let path = "\(CaseLayout.released(id, revision))/\(ReleaseManifest.file)"
    guard let bytes = try disk.read(path), try Hash(of: bytes) == placed.digest else {
      throw CaseRefusal(
        .refused, "\(path) is not the file that the log names; see 'underseal audit'")
    }
    return try ReleaseManifest(parsing: bytes)
  }

  /// The digest of the newest released text of an item before a revision; nil where there is none.
  func former(_ id: String, before revision: Int, _ log: CaseLog) throws -> String? {
    guard let newest = log[id].revisions.keys.filter({ $0 < revision }).max() else { return nil }
    return try textDigest(id, newest, log)
  }

  /// The digest of the text of a revision, whether it is out or was.
  private func textDigest(_ id: String, _ revision: Int, _ log: CaseLog) throws -> String? {
    if let manifest = try manifest(id, revision, log) { return manifest["sha256"]?.string }
    let path = "\(CaseLayout.released(id, revision))/\(Tombstone.file)"
    return try disk.read(path).flatMap(Tombstone.init)?.sha256
  }
}

// MARK: What lies in a release's folder, after its act is logged

extension CaseFolder {
  /// Gives releases and tombstones that the log names their proofs and their places, and removes
  /// what stands for nothing.
  static func settleReleases(
    of id: String, _ disk: Disk, _ state: MachineState, _ log: CaseLog
  ) throws {
    let all = CaseLayout.released(id)
    guard try disk.isFolder(all) else { return }
    for name in try disk.list(all) where name.hasPrefix(Disk.unfinished) {
      let revision = Int(name.dropFirst(Disk.unfinished.count))
      let placed = revision.flatMap { log[id].revisions[$0] }
      let folder = "\(all)/\(name)"
      guard let revision, let placed, placed.state == .present,
        try disk.digest("\(folder)/\(ReleaseManifest.file)") == placed.digest
      else {
        try disk.removeTree(folder)
        continue
      }
      try prove(folder, disk, state)
      try disk.move(folder, to: CaseLayout.released(id, revision))
      try disk.sync(folder: all)
    }
    for (revision, placed) in log[id].revisions {
      let folder = CaseLayout.released(id, revision)
      if placed.state != .present { try settleTombstone(folder, placed, disk, state) }
      try settleFirstVersion(folder, log, disk)
      // A tombstone that came to no entry, or what was not written to its end.
      for name in try disk.list(folder) where name.hasPrefix(Disk.unfinished) {
        try disk.remove("\(folder)/\(name)")
      }
    }
    let stamped = Disk(root: disk.root, stamp: log.verification.head?.size)
    for name in try disk.list(all) { stamped.stampFolder("\(all)/\(name)") }
    stamped.stampFolder(all)
  }

  /// Writes the proof of a release whose entry is on the disk beside it.
  private static func prove(_ folder: String, _ disk: Disk, _ state: MachineState) throws {
    let entry = "\(folder)/\(ReleaseManifest.entryFile)"
    guard let text = try disk.read(entry) else { return }
    let manifest = try disk.read("\(folder)/\(ReleaseManifest.file)").map(
      ReleaseManifest.init(parsing:))
    guard let index = manifest?.log?.entry else { throw AuditError.missing(ReleaseManifest.file) }
    let log = CaseLayout.auditLog(of: disk.root, state: state)
    let proof = try log.proof(of: index, disclosure: Disclosure(parsing: text))
    let writer = Disk(root: "\(disk.root)/\(folder)", stamp: try log.nextIndex())
    try writer.write(proof.bytes, to: ReleaseManifest.proofFile, isSynced: true)
    try disk.remove(entry)
    try disk.sync(folder: folder)
  }

  /// Puts a tombstone of the first version in the place of the text, where its act is logged.
  private static func settleFirstVersion(
    _ folder: String, _ log: CaseLog, _ disk: Disk
  ) throws {
    let target = "\(folder)/\(Tombstone.file)"
    let staged = CaseLayout.unfinished(target)
    guard let act = try disk.read(staged).flatMap(Tombstone.init)?.act,
      log.verification.places.values.contains(where: { $0.isThere && $0.digest == act })
    else { return }
    for file in try disk.files(below: folder) where file != staged { try disk.remove(file) }
    try disk.move(staged, to: target)
    try disk.sync(folder: folder)
  }

  /// Puts a tombstone that the log names in the place of the text.
  private static func settleTombstone(
    _ folder: String, _ placed: Placed, _ disk: Disk, _ state: MachineState
  ) throws {
    let target = "\(folder)/\(Tombstone.file)"
    let staged = CaseLayout.unfinished(target)
    guard try disk.isFile(staged), try disk.digest(staged) == placed.digest else { return }
    let log = CaseLayout.auditLog(of: disk.root, state: state)
    let proof = try log.proof(of: placed.index, disclosure: nil)
    let writer = Disk(root: "\(disk.root)/\(folder)", stamp: try log.nextIndex())
    try writer.write(proof.bytes, to: Tombstone.proofFile, isSynced: true)
    // The tombstone gets its name last: beside it never lies a text.
    let kept = [staged, "\(folder)/\(Tombstone.proofFile)"]
    for file in try disk.files(below: folder) where !kept.contains(file) { try disk.remove(file) }
    try disk.move(staged, to: target)
    try disk.sync(folder: folder)
  }
}

// MARK: Taking back

extension CaseFolder {
  /// Adds the tombstone of a revision to an act, which takes the text's place when the act is done.
  func bury(
    _ id: String, _ revision: Int, _ state: Tombstone.State, _ log: CaseLog, in act: inout CaseAct
  ) throws {
    guard log[id].revisions[revision] != nil else { return }
    // A text whose release.json is damaged or gone is taken back all the same.
    let tombstone = Tombstone(
      item: id, revision: revision, state: state,
      sha256: (try? textDigest(id, revision, log)) ?? "",
      vkey: try self.log().signer(of: settings.origin))
    let folder = CaseLayout.released(id, revision)
    try announceChange()
    let writer = Disk(root: disk.root, stamp: try stamp())
    let path = CaseLayout.unfinished("\(folder)/\(Tombstone.file)")
    try writer.write(tombstone.bytes, to: path, isSynced: true)
    try disk.sync(folder: folder)
    act.placed.append(
      .init(place: folder, digest: try Hash(of: tombstone.bytes), state: state.leaf))
    if !act.released.contains(id) { act.released.append(id) }
  }

  /// Takes a released text back: the copy here is removed, and nothing is released of the item
  /// until somebody consents anew. Needs no identity, so that it can be done at once, and not even
  /// that all files of the case are there.
  ///
  /// - Parameter isShredded: whether the original is destroyed too, and older generations of the
  ///   registry, which may hold names that are to be forgotten.
  package func withdraw(
    _ id: String, why: String, isShredded: Bool = false, at time: String
  ) throws {
    try locked {
      let log = try verified(checksNames: false)
      try checkIsItem(id, log)
      let revision = log[id].newestRevision
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
        .withdrawn, in: &act)
      if isShredded {
        try addShred(id, why, log, to: &act)
        // Who the names of are not told without a key: of older generations none stays.
        try erase(
          log.generations.filter { $0 < log.generation }, "an item was withdrawn and shredded", log,
          in: &act)
      }
      for (number, placed) in log[id].revisions.sorted(by: { $0.key < $1.key })
      where placed.state == .present {
        try bury(id, number, .withdrawn, log, in: &act)
      }
      try commit(act)
    }
  }

  /// Destroys what opens an item; what is sealed stays, and nobody opens it again.
  package func shred(_ id: String, why: String, at time: String) throws {
    try locked {
      let log = try verified(checksNames: false)
      try checkIsItem(id, log)
      var act = CaseAct(at: time)
      act.openings = (CaseLayout.caseOpenings, try stamp())
      // That it was withdrawn stays known.
      if let plan = log[id].plan, plan.state == .present {
        act.removed.append((CaseLayout.plan(id), plan.digest))
      }
      try addShred(id, why, log, to: &act)
      try commit(act)
    }
  }

  /// Throws where the case has no such item.
  func checkIsItem(_ id: String, _ log: CaseLog) throws {
    guard log[id].isSealed else {
      throw CaseRefusal(.notThere, "there is no item \(id); 'underseal status' lists them")
    }
  }

  private func addShred(
    _ id: String, _ why: String, _ log: CaseLog, to act: inout CaseAct
  ) throws {
    let path = CaseLayout.key(id)
    guard log[id].hasKey, let digest = log.placed(path)?.digest else {
      throw CaseRefusal(.refused, "\(id) is shredded already")
    }
    _ = try read(path, log)
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
