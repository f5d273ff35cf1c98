internal import Audit

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
