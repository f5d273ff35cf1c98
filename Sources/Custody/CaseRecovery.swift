internal import Audit
internal import Glibc

// MARK: After an interruption

extension CaseFolder {
  /// What stands in the lock while an act goes on; nothing else ever does.
  private static let words = Array("an act goes on\n".utf8)

  /// Opens the lock; nil where nothing can be written here.
  ///
  /// - Throws: `CaseRefusal` where something else stands in its place: it is emptied when an act
  ///   ends, and might be somebody's only copy.
  static func openLock(_ disk: Disk) throws -> Int32? {
    let lock = open(
      disk.root + "/" + CaseLayout.lock, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK,
      0o600)
    let foreign = CaseRefusal(
      .refused,
      "the file 'lock' is not the one of this case; move it away, and see 'underseal audit'")
    guard lock >= 0 else {
      if [ELOOP, EISDIR, ENXIO].contains(errno) { throw foreign }
      return nil
    }
    var status = stat()
    guard fstat(lock, &status) == 0, isLock(status) else {
      close(lock)
      throw foreign
    }
    return lock
  }

  /// Whether a file can be the lock: a plain one, in which no more stands than that an act goes on.
  private static func isLock(_ status: stat) -> Bool {
    status.st_mode & S_IFMT == S_IFREG && status.st_size <= words.count
  }

  /// Whether something else stands where the lock of a case does.
  static func hasForeignLock(_ disk: Disk) -> Bool {
    var status = stat()
    return lstat(disk.root + "/" + CaseLayout.lock, &status) == 0 && !isLock(status)
  }

  static func isFlagged(_ lock: Int32) -> Bool {
    var status = stat()
    return fstat(lock, &status) == 0 && status.st_size > 0
  }

  static func flag(_ lock: Int32) throws {
    guard pwrite(lock, words, words.count, 0) == words.count, fsync(lock) == 0 else {
      throw AuditError.system(CaseLayout.lock, errno)
    }
  }

  /// Whether an act goes on, or one was interrupted.
  static func isActing(_ disk: Disk) -> Bool {
    var status = stat()
    return lstat(disk.root + "/" + CaseLayout.lock, &status) == 0 && isLock(status)
      && status.st_size > 0
  }

  /// Gives another process the time to put its files in place.
  static func pause() { usleep(50_000) }

  /// Finishes an act whose entries are signed, and undoes one whose are not.
  static func recover(_ path: String, _ state: MachineState) throws {
    let disk = Disk(root: path)
    let verification = CaseLayout.auditLog(of: path, state: state).verify(hashesFiles: false)
    guard verification.verdict == .intact else {
      throw CaseRefusal(
        .refused,
        "an act was interrupted, and the log does not verify: \(verification.verdict.rawValue); see"
          + " 'underseal audit'")
    }
    let log = CaseLog(verification)
    let paths = try CaseLayout.coveredFolders.flatMap { try disk.files(below: $0) }
    for path in try disk.list("") + paths { try settle(path, log, disk) }
    for (place, placed) in verification.places where !placed.isThere {
      let path = CaseLayout.path(of: place, placed)
      if try disk.isFile(path) { try disk.shred(path) }
    }
    for item in try disk.list(CaseLayout.released) {
      try settleReleases(of: item, disk, state, log)
    }
    try CaseLayout.auditLog(of: path, state: state).removeLeftovers()
  }

  private static func settle(_ path: String, _ log: CaseLog, _ disk: Disk) throws {
    guard let target = CaseLayout.target(ofMarked: path) else { return }
    let isDropped = path == CaseLayout.dropped(target)
    if !isDropped, let digest = try disk.digest(path), log.names(target, digest) {
      try disk.move(path, to: target)
      return
    }
    // In the first version such a mark stood beside a file that was about to go.
    if isDropped, let digest = try disk.digest(target), !log.names(target, digest) {
      try disk.shred(target)
    }
    try disk.remove(path)
  }
}

extension Disk {
  /// Removes a folder with what is in it.
  func removeTree(_ path: String) throws(AuditError) {
    for file in try files(below: path) { try remove(file) }
    try removeFolder(path)
  }
}
