internal import Audit
internal import Glibc
internal import Redaction
package import Sealing

/// What came of a try to release an item.
package struct ReleaseReport: Sendable {
  /// Which item was to go out, by its id.
  package let item: String
  /// Which release of the item it is, from 1.
  package let revision: Int
  /// Every condition, in order.
  package let checks: [GateCheck]
  /// Where the text lies, inside the case; nil where it was refused.
  package let folder: String?

  /// Whether the text is out.
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
  func textDigest(_ id: String, _ revision: Int, _ log: CaseLog) throws -> String? {
    if let manifest = try manifest(id, revision, log) { return manifest["sha256"]?.string }
    let path = "\(CaseLayout.released(id, revision))/\(Tombstone.file)"
    return try disk.read(path).flatMap(Tombstone.init)?.sha256
  }
}
