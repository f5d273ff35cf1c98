internal import Audit

/// The files of a case, held against what the log says lies where.
///
/// Every file has its place in the log, and every place its file: one that lies elsewhere, is
/// missing, or that the log does not name is altered. What an act that was killed left is told from
/// that by the lock, which is not empty then.
struct CaseFiles {
  private let disk: Disk
  private let isActing: Bool

  init(_ disk: Disk, isLocked: Bool) {
    self.disk = disk
    isActing = !isLocked && CaseFolder.isActing(disk)
  }

  /// Adds what is wrong.
  ///
  /// - Parameters:
  ///   - hashesFiles: whether the bytes of every file are looked at; without, only a case of the
  ///     first version is, whose log names files without their places.
  ///   - isLocked: whether the caller holds the lock: then nothing is left of any other act.
  static func check(
    _ disk: Disk, _ result: inout LogVerification, _ hashesFiles: Bool, isLocked: Bool
  ) throws(AuditError) {
    let before = result
    for attempt in 0..<4 {
      let files = CaseFiles(disk, isLocked: isLocked)
      result = before
      let isOfFirstVersion = result.places.isEmpty
      if isOfFirstVersion { try files.adopt(&result) }
      if hashesFiles {
        try files.hold(&result, isOfFirstVersion: isOfFirstVersion)
        try files.holdReleases(&result, isOfFirstVersion: isOfFirstVersion)
      }
      // While another process puts its files in place, some are on their way.
      let isQuiet = isLocked || !files.isActing && !CaseFolder.isActing(disk)
      if result.verdict == .intact || isQuiet || attempt == 3 { return }
      CaseFolder.pause()
    }
  }

  // MARK: Files with a place

  /// Every file but those of releases, with its path: pipes, links and the like too.
  private func paths() throws(AuditError) -> [String] {
    var paths: [String] = []
    for name in try disk.list("") {
      if CaseLayout.uncovered.contains(name) { continue }
      paths += try disk.isFolder(name) ? disk.files(below: name) : [name]
    }
    for name in try disk.list(CaseLayout.log) where !AuditLog.names.contains(name) {
      paths.append("\(CaseLayout.log)/\(name)")
    }
    return paths
  }

  /// Throws where a file that the log names is missing: quick, so that no act begins in such a case.
  /// What it does not name changes the state of nothing.
  static func checkNames(_ disk: Disk, _ log: LogVerification) throws {
    for (place, placed) in log.places where placed.isThere {
      let path = CaseLayout.path(of: place, placed)
      if place.hasPrefix(CaseLayout.released + "/") || disk.exists(path) { continue }
      throw CaseRefusal(.refused, "\(path) is missing; see 'underseal audit'")
    }
  }

  private func hold(
    _ result: inout LogVerification, isOfFirstVersion: Bool
  ) throws(AuditError) {
    if !isActing, result.leftovers > 0 {
      result.add(
        Finding(.altered, CaseLayout.log, "holds files of an append, and no act goes on"))
    }
    if CaseFolder.hasForeignLock(disk) {
      result.add(Finding(.altered, CaseLayout.lock, "is not the lock of a case"))
    }
    for name in try disk.list("") where CaseLayout.folders.contains(name) {
      if try !disk.isFolder(name) {
        result.add(Finding(.altered, name, "is a link, and not the folder itself"))
      }
    }
    for (_, index) in result.belonging where !isOfFirstVersion {
      result.add(Finding(.altered, CaseLayout.log, entry: index, "names a file without its place"))
    }
    var missing: [String: Placed] = [:]
    for (place, placed) in result.places where !place.hasPrefix(CaseLayout.released + "/") {
      missing[CaseLayout.path(of: place, placed)] = placed
    }
    let gone = missing.filter { !$0.value.isThere }
    for path in gone.keys { missing[path] = nil }
    var foreign: [(path: String, digest: Hash?)] = []
    // Paths whose new file is on its way, and where the old one may still lie.
    var waiting: Set<String> = []
    for path in try paths() {
      let digest = try disk.isFile(path) ? disk.digest(path) : nil
      if let placed = missing[path] {
        missing[path] = nil
        if digest == nil {
          result.add(Finding(.altered, path, "is a link, and not the file itself"))
        } else if digest != placed.digest {
          result.add(Finding(.altered, path, "is not the file that the log names"))
        }
      } else if isActing, waiting.contains(path) || disk.exists(CaseLayout.dropped(path)) {
        result.leftovers += 1
      } else if isActing, let target = CaseLayout.target(ofMarked: path) {
        result.leftovers += 1
        if let placed = missing[target], placed.digest == digest {
          missing[target] = nil
          waiting.insert(target)
        }
      } else if isActing, gone[path] != nil {
        result.leftovers += 1
      } else {
        foreign.append((path, digest))
      }
    }
    report(missing, foreign, gone, to: &result)
  }

  private func report(
    _ missing: [String: Placed], _ foreign: [(path: String, digest: Hash?)],
    _ gone: [String: Placed], to result: inout LogVerification
  ) {
    for (path, placed) in missing.sorted(by: { $0.key < $1.key }) {
      let place = foreign.first { $0.digest == placed.digest }?.path
      result.add(
        Finding(
          .altered, path, entry: placed.index,
          place.map { "is missing; it lies at \($0)" } ?? "is missing"))
    }
    for (path, _) in foreign {
      let what: String
      switch path.split(separator: "/").first.map(String.init) {
      case _ where gone[path] == nil: what = "is not of the log"
      case CaseLayout.keys: what = "was shredded, and lies there again"
      case CaseLayout.registry: what = "was erased, and lies there again"
      default: what = "was removed, and lies there again"
      }
      result.add(Finding(.altered, path, entry: gone[path]?.index, what))
    }
  }

  // MARK: Releases

  private func holdReleases(
    _ result: inout LogVerification, isOfFirstVersion: Bool
  ) throws(AuditError) {
    var revisions: [String: Placed] = [:]
    for (place, placed) in result.places where place.hasPrefix(CaseLayout.released + "/") {
      revisions[place] = placed
    }
    for (place, placed) in revisions.sorted(by: { $0.key < $1.key }) {
      if isActing, try isStaged(place, placed) {
        result.leftovers += 1
        continue
      }
      if disk.exists(place), try !disk.isFolder(place) {
        result.add(
          Finding(.altered, place, entry: placed.index, "is a link, and not the folder itself"))
        continue
      }
      let folder = ReleaseFolder(disk, place)
      let bond = ReleaseFolder.Bond(
        placed: placed, keys: result.keys, isOfFirstVersion: isOfFirstVersion, isActing: isActing)
      for finding in folder.verify(Trust(), state: nil, bond: bond).findings {
        result.add(
          Finding(.altered, place, entry: placed.index, "\(finding.check): \(finding.what)"))
      }
    }
    for item in try disk.list(CaseLayout.released) {
      let folder = CaseLayout.released(item)
      guard try disk.isFolder(folder) else {
        result.add(Finding(.altered, folder, "is not of the log"))
        continue
      }
      for name in try disk.list(folder) where revisions["\(folder)/\(name)"] == nil {
        if isActing, name.hasPrefix(Disk.unfinished) {
          result.leftovers += 1
        } else {
          result.add(Finding(.altered, "\(folder)/\(name)", "is not of the log"))
        }
      }
    }
  }

  /// Whether an act was killed between its entry and the last change of a release's folder.
  private func isStaged(_ place: String, _ placed: Placed) throws(AuditError) -> Bool {
    let path = CaseLayout.path(of: place, placed)
    let staged =
      placed.state == .present
      ? "\(CaseLayout.unfinished(place))/\(ReleaseManifest.file)" : CaseLayout.unfinished(path)
    guard disk.exists(staged) else { return false }
    return try disk.digest(staged) == placed.digest
  }

  // MARK: Cases of the first version

  /// Gives the files of a case of the first version, whose log names bytes alone, the places where
  /// they lie: where each could have one, and none has two.
  private func adopt(_ result: inout LogVerification) throws(AuditError) {
    var owners: [Hash: String] = [:]
    var names = [CaseLayout.settings, CaseLayout.unfinished(CaseLayout.settings)]
    names = names.filter(disk.exists)
    for folder in CaseLayout.coveredFolders {
      names += try disk.files(below: folder)
    }
    for path in names {
      let target = isActing ? CaseLayout.target(ofMarked: path) ?? path : path
      guard let digest = try disk.isFile(path) ? disk.digest(path) : nil,
        let index = result.belonging[digest], CaseLayout.isOfCase(target), owners[digest] == nil,
        result.places[CaseLayout.place(of: target)] == nil
      else { continue }
      owners[digest] = target
      result.places[CaseLayout.place(of: target)] = Placed(
        digest: digest, state: .present, index: index)
    }
    for (digest, index) in result.belonging.sorted(by: { $0.value < $1.value })
    where owners[digest] == nil {
      result.add(Finding(.altered, CaseLayout.log, entry: index, "names a file that is missing"))
    }
    let newest = CaseLog(result).generation
    for generation in stride(from: 1, through: newest, by: 1) {
      let path = CaseLayout.registry(generation)
      if result.places[path] == nil { result.add(Finding(.altered, path, "is missing")) }
    }
    try adoptReleases(&result)
  }

  private func adoptReleases(_ result: inout LogVerification) throws(AuditError) {
    for item in try disk.list(CaseLayout.released) where CaseLayout.isID(item) {
      for name in try disk.list(CaseLayout.released(item)) {
        guard let revision = Int(name), "\(revision)" == name else { continue }
        let place = CaseLayout.released(item, revision)
        let bytes = try disk.read("\(place)/\(Tombstone.file)")
        let state = bytes.flatMap(Tombstone.init)?.state.leaf ?? .present
        let path = CaseLayout.path(
          of: place, Placed(digest: try Hash(of: []), state: state, index: 0))
        guard let digest = try disk.digest(path) else { continue }
        result.places[place] = Placed(digest: digest, state: state, index: 0)
      }
    }
  }
}
