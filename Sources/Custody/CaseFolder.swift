package import Audit
internal import Cryptography
internal import Glibc
internal import Sealing

/// A case on the disk, and the only one who changes it.
///
/// Nothing is changed but through `commit`: the files that come are staged and synced, the entries
/// and their openings are logged under a signed checkpoint, and only then the files get their
/// names, or go. While that goes on `lock` is held and not empty; whoever finds it not empty and
/// not held finishes or undoes what was interrupted.
package actor CaseFolder {
  /// The folder, as it was given.
  package nonisolated let path: String
  /// Where this machine keeps what is its own.
  nonisolated let stateFolder: String
  nonisolated let state: MachineState
  nonisolated let disk: Disk
  /// What `case.yaml` said when it was last read or written.
  package internal(set) var settings: CaseSettings
  /// The lock, while an act of this process goes on.
  private var lock: Int32?

  init(path: String, stateFolder: String, settings: CaseSettings) {
    self.path = path
    self.stateFolder = stateFolder
    self.settings = settings
    state = MachineState(folder: stateFolder)
    disk = Disk(root: path)
  }

  /// Opens a case; finishes or undoes first what an interruption left.
  package init(opening path: String, stateFolder: String) throws {
    let path = Self.trimmed(path)
    let disk = Disk(root: path)
    let marked = CaseLayout.unfinished(CaseLayout.settings)
    let isHere = disk.exists(CaseLayout.settings) || disk.exists(marked)
    guard isHere, disk.exists(CaseLayout.log) else {
      throw CaseRefusal(.notThere, "this is no case; make one with 'underseal init'")
    }
    try Self.checkFolders(CaseLayout.folders, disk)
    if let lock = try? Self.openLock(disk), flock(lock, LOCK_EX | LOCK_NB) == 0 {
      defer { close(lock) }
      if Self.isFlagged(lock) {
        // Where the log does not verify, it can still be looked at; no act is begun then.
        do {
          try Self.recover(path, MachineState(folder: stateFolder))
          ftruncate(lock, 0)
        } catch is CaseRefusal {}
      }
    }
    guard let yaml = try disk.read(CaseLayout.settings) ?? disk.read(marked) else {
      throw CaseRefusal(.notThere, "this is no case; make one with 'underseal init'")
    }
    self.init(path: path, stateFolder: stateFolder, settings: try CaseSettings(yaml: yaml))
  }

  /// Throws where a link stands for a folder: what is written through it would lie elsewhere.
  static func checkFolders(_ names: [String], _ disk: Disk) throws {
    for name in names where disk.exists(name) {
      guard try disk.isFolder(name) else {
        throw CaseRefusal(
          .refused, "\(name) is a link or a file where the case has a folder; put the folder back")
      }
    }
  }

  static func trimmed(_ path: String) -> String {
    var path = path[...]
    while path.count > 1, path.last == "/" { path.removeLast() }
    return String(path)
  }
}

// MARK: The log

extension CaseFolder {
  /// The log; what is written to it gets the given time.
  nonisolated func log(stamp: Int? = nil) -> AuditLog {
    CaseLayout.auditLog(of: path, state: state, stamp: stamp)
  }

  /// Judges the log and everything it covers; needs no secret and writes nothing.
  package nonisolated func verify(_ trust: Trust = Trust()) -> LogVerification {
    log().verify(trust)
  }

  /// What the log says, where it and the settings are as they were signed.
  ///
  /// - Parameters:
  ///   - hashesFiles: whether every file is held against it, byte for byte.
  ///   - checksNames: whether all files have to be there, and no others, for an act to begin.
  /// - Throws: `CaseRefusal` where they are not; nothing is done to such a case.
  func verified(hashesFiles: Bool = false, checksNames: Bool = true) throws -> CaseLog {
    // Once files are staged for an act, they are not taken for somebody else's.
    let isQuiet = lock.map { !Self.isFlagged($0) } ?? false
    let result = CaseLayout.auditLog(of: path, state: state, isLocked: isQuiet)
      .verify(hashesFiles: hashesFiles)
    guard result.verdict == .intact else {
      let first = result.findings.first
      throw CaseRefusal(
        .refused,
        "the log does not verify: \(result.verdict.rawValue)"
          + (first.map { " (\($0.file) \($0.what))" } ?? "") + "; see 'underseal audit'")
    }
    let log = CaseLog(result)
    _ = try read(CaseLayout.settings, log)
    if lock != nil, checksNames { try CaseFiles.checkNames(disk, result) }
    return log
  }

  /// Throws where a file is not the one that the log names there.
  func checkBelongs(_ path: String, _ digest: Hash, _ log: CaseLog) throws {
    guard log.names(path, digest) else {
      throw CaseRefusal(
        .refused, "\(path) is not the file that the log names; see 'underseal audit'")
    }
  }

  /// The bytes of a file that the log names; nil where it names none there.
  ///
  /// - Throws: `CaseRefusal` where another file lies there, or none.
  func read(_ path: String, _ log: CaseLog) throws -> [UInt8]? {
    guard log.placed(path)?.isThere == true else { return nil }
    guard try disk.isFile(path), let bytes = try disk.read(path) else {
      throw CaseRefusal(.refused, "\(path) is missing; see 'underseal audit'")
    }
    try checkBelongs(path, try Hash(of: bytes), log)
    return bytes
  }
}

// MARK: What this machine knows of the settings

extension CaseFolder {
  /// The note of this machine about the case: how long the log was, and the digest of the settings
  /// then. Nothing else can have changed them while the log is that long, and as it was signed.
  private func settingsNote(size: Int) throws -> [UInt8]? {
    try disk.digest(CaseLayout.settings).map {
      Array("\(size) \(hexadecimal($0.bytes))\n".utf8)
    }
  }

  private var settingsNotePath: String {
    get throws {
      let digest = try Hash(of: Array(settings.origin.utf8)).bytes.prefix(20)
      return "cases/\(Base64.base32(digest))"
    }
  }

  private func noteSettings(size: Int) throws {
    guard let note = try settingsNote(size: size) else { return }
    try Disk(root: stateFolder).write(note, to: settingsNotePath, isSynced: false)
  }

  /// Whether this machine was the last to write, and the settings are what they were then; that the
  /// log is the one it wrote, `append` makes sure of.
  func areSettingsKnown() throws -> Bool {
    guard let note = try settingsNote(size: try stamp()) else { return false }
    return try Disk(root: stateFolder).read(settingsNotePath) == note
  }
}

// MARK: Changing it

extension CaseFolder {
  /// Runs an act while nobody else can; waits for another process that acts.
  func locked<R>(_ body: () throws -> R) throws -> R {
    guard let lock = try Self.openLock(disk) else {
      throw AuditError.system(CaseLayout.lock, errno)
    }
    defer { close(lock) }
    while flock(lock, LOCK_EX) != 0 {
      guard errno == EINTR else { throw AuditError.system(CaseLayout.lock, errno) }
    }
    if Self.isFlagged(lock) {
      try Self.recover(path, state)
      ftruncate(lock, 0)
    }
    // Another process may have changed them since this one began.
    if let yaml = try disk.read(CaseLayout.settings) { settings = try CaseSettings(yaml: yaml) }
    self.lock = lock
    defer { self.lock = nil }
    let result: R
    do { result = try body() } catch {
      // What could not be finished or undone is left to the next command.
      if Self.isFlagged(lock), (try? Self.recover(path, state)) != nil { ftruncate(lock, 0) }
      throw error
    }
    ftruncate(lock, 0)
    let time = timespec(tv_sec: 0, tv_nsec: 0)
    futimens(lock, [time, time])
    return result
  }

  /// The time that files of the next act get: it tells their order and nothing else.
  func stamp() throws -> Int { try log().nextIndex() }

  /// Says that files are about to change, before the first does.
  func announceChange() throws {
    guard let lock, !Self.isFlagged(lock) else { return }
    try Self.flag(lock)
  }

  /// Stages a file of an act.
  @discardableResult
  func stage(
    _ bytes: [UInt8], _ path: String, _ state: Leaf.State = .present, in act: inout CaseAct
  ) throws -> Hash {
    try announceChange()
    let digest = try disk.stage(bytes, path, stamp: try stamp())
    act.staged.append((path, digest, state))
    return digest
  }

  /// Carries an act out. When it returns, all of it is on the disk.
  @discardableResult
  func commit(_ act: CaseAct, origin: String? = nil) throws -> AuditLog.Head {
    var act = act
    if origin == nil {
      try checkIsKnown()
      if settings.isOfFirstVersion { try bind(&act) }
    }
    try announceChange()
    let start = try stamp()
    try stageOpenings(&act, start: start)
    let folders = Self.folders(of: act)
    for folder in folders { try disk.sync(folder: folder) }
    let head = try log(stamp: start).append(
      AuditLog.Batch(act.entries, files: act.files), at: act.time, origin: origin)
    do { try show(act, folders, stamp: start) } catch is AuditError {
      throw CaseRefusal(
        .unfinished,
        "it is done and logged, but a file could not be put in its place; look whether the disk is full"
          + " or read-only: the next command finishes this one, which need not be run again")
    }
    if let yaml = try disk.read(CaseLayout.settings) { settings = try CaseSettings(yaml: yaml) }
    try? noteSettings(size: head.checkpoint.size)
    return head
  }

  /// Adds to an act what binds a case of the first version: for every file the place where it lies.
  private func bind(_ act: inout CaseAct) throws {
    let log = try verified(hashesFiles: true)
    let changed = Set(act.placed.map(\.place))
    var bound: [AuditLog.Batch.File] = []
    for (place, placed) in log.verification.places.sorted(by: { $0.key < $1.key })
    where !changed.contains(place) {
      let parts = place.split(separator: "/").map(String.init)
      if let state = Tombstone.State(leaf: placed.state), let revision = Int(parts[2]) {
        try bury(parts[1], revision, state, log, in: &act)
      } else {
        bound.append(.init(place: place, digest: placed.digest, state: placed.state))
      }
    }
    // Before what the act itself says of them.
    act.placed = bound + act.placed
    if !act.staged.contains(where: { $0.path == CaseLayout.settings }) {
      try stage(settings.yaml, CaseLayout.settings, in: &act)
    }
  }

  /// Gives the files of an act that is logged their names, and removes those that go.
  private func show(_ act: CaseAct, _ folders: Set<String>, stamp: Int) throws {
    for path in act.staged.map(\.path) + act.removed.map(\.path)
    where CaseLayout.isOverwritten(path) {
      overwrite(disk.root + "/" + path)
    }
    for file in act.staged { try disk.move(CaseLayout.unfinished(file.path), to: file.path) }
    for (path, _) in act.removed { try disk.remove(path) }
    for folder in folders { try disk.sync(folder: folder) }
    if !act.released.isEmpty {
      let log = CaseLog(log().verify(hashesFiles: false))
      for id in act.released { try Self.settleReleases(of: id, disk, state, log) }
    }
    try stampFolders(Disk(root: path, stamp: stamp), folders)
  }

  /// Throws where this machine was never told whose log it is: what is added to somebody else's
  /// case would be sealed to somebody else.
  private func checkIsKnown() throws {
    guard try state.pin(origin: settings.origin) == nil else { return }
    let signers = log().verify(hashesFiles: false).signers
    let own = try state.key(of: settings.origin, among: signers).verifier
    guard signers.contains(own) else { throw AuditError.otherKey }
    throw CaseRefusal(
      .refused,
      "this machine was never told whose case it is; get the key and the head from a machine that"
        + " knows it, and confirm them with 'underseal audit CASE --vkey KEY --head CODE'")
  }

  private func stageOpenings(_ act: inout CaseAct, start: Int) throws {
    let auditors = try settings.auditorKeys()
    guard !auditors.isEmpty, let target = act.openings, !act.entries.isEmpty else { return }
    let path = CaseLayout.opening(target.id, target.number)
    let lines = act.entries.enumerated().map {
      Openings.Line(index: start + $0.offset, disclosure: $0.element)
    }
    let sealed = try Sealer.seal(Openings.text(act.earlier + lines), to: auditors)
    act.staged.append((path, try disk.stage(sealed, path, stamp: start), .present))
  }

  private static func folders(of act: CaseAct) -> Set<String> {
    var folders: Set<String> = [""]
    for path in act.staged.map(\.path) + act.removed.map(\.path) {
      var path = path[...]
      while let slash = path.lastIndex(of: "/") {
        path = path[..<slash]
        folders.insert(String(path))
      }
    }
    return folders
  }

  /// Gives the folders of the case and its log the time that files get.
  private func stampFolders(_ stamped: Disk, _ folders: Set<String>) throws {
    var all = folders.union(CaseLayout.folders)
    for tile in try disk.files(below: CaseLayout.log + "/tile") {
      var path = tile[...]
      while let slash = path.lastIndex(of: "/") {
        path = path[..<slash]
        all.insert(String(path))
      }
    }
    for folder in all { stamped.stampFolder(folder) }
  }
}
