/// Judges a log from its published form alone: no secret, no lock, nothing written.
struct LogVerifier {
  private let disk: Disk
  private let state: MachineState
  private let trust: Trust
  private let covered: AuditLog.Covered?
  private(set) var result = LogVerification()
  /// Where files of ciphertext came in, by digest, as far as they were not removed again.
  private var belonging: [Hash: Int] { result.belonging }
  private let hashesFiles: Bool
  /// Whether every entry was there to be read.
  private var isWhole = false

  init(_ log: AuditLog, trust: Trust, hashesFiles: Bool) {
    self.hashesFiles = hashesFiles
    disk = log.disk
    state = log.state
    covered = log.covered
    self.trust = trust
  }

  mutating func run() {
    do throws(AuditError) {
      guard let head = try head() else { return }
      let chain = try keys(head)
      try signer(head, chain)
      try tiles(head, chain)
      try seen(head)
      try files(head)
    } catch {
      result.add(Self.finding(error))
    }
  }

  /// An error as a finding.
  static func finding(_ error: AuditError) -> Finding {
    switch error {
    case .missing(let path): Finding(.incomplete, path, "is missing")
    case .altered(let path): Finding(.altered, path, "is not what was signed")
    case .malformed(.pin, _): Finding(.unreadable, "state", "holds a damaged pin of this log")
    case .system(let path, _): Finding(.unreadable, path, "cannot be read")
    case .malformed(let format, let what):
      Finding(.altered, format.rawValue, "is not in its form: \(what)")
    default: Finding(.altered, AuditLog.checkpointPath, "does not fit the log")
    }
  }

  private mutating func head() throws(AuditError) -> Checkpoint? {
    guard let bytes = try disk.read(AuditLog.checkpointPath) else {
      let hasKeys = try disk.read(KeyChain.path) != nil
      let isLog = try disk.isFolder("tile") ? true : hasKeys
      result.add(
        Finding(
          isLog ? .incomplete : .unreadable, AuditLog.checkpointPath,
          isLog ? "is missing" : "is missing; this is no log"))
      return nil
    }
    do throws(AuditError) {
      let note = try SignedNote(parsing: bytes)
      let head = try Checkpoint(text: note.text)
      result.checkpoint = note
      result.head = head
      return head
    } catch {
      result.add(Finding(.unreadable, AuditLog.checkpointPath, "is no signed checkpoint"))
      return nil
    }
  }

  private mutating func keys(_ head: Checkpoint) throws(AuditError) -> KeyChain {
    guard let bytes = try disk.read(KeyChain.path) else { throw .missing(KeyChain.path) }
    do throws(AuditError) {
      let chain = try KeyChain(parsing: bytes, size: head.size)
      if chain.bytes.count != bytes.count { result.leftovers += 1 }
      result.keys = chain.keys
      result.signers = chain.signers
      return chain
    } catch {
      throw .altered(KeyChain.path)
    }
  }

  private mutating func signer(_ head: Checkpoint, _ chain: KeyChain) throws(AuditError) {
    let path = AuditLog.checkpointPath
    guard let note = result.checkpoint, chain.last?.name == head.origin else {
      throw .altered(KeyChain.path)
    }
    do throws(AuditError) { try note.verify(with: chain.signers) } catch {
      result.add(Finding(.altered, path, "is not signed by the log's key"))
    }
    if let given = trust.key {
      var isKnown = false
      for key in chain.keys {
        let code = try key.code()
        isKnown = isKnown || key.text == given || code == given
      }
      result.isConfirmed = isKnown
      if !isKnown {
        result.add(Finding(.altered, path, "is signed by another key than the one given"))
      }
    }
    if let pin = try state.pin(origin: head.origin) {
      if chain.keys.contains(pin.key) {
        result.isConfirmed = result.isConfirmed || trust.key == nil
      } else {
        result.add(Finding(.altered, path, "is signed by another key than the one pinned here"))
      }
    }
    if let folder = disk.realPath, let pin = try state.pin(folder: folder),
      pin.key.name != head.origin
    {
      result.add(
        Finding(.altered, path, "is of another log than the one that was here (\(pin.key.name))"))
    }
  }

  private mutating func tiles(_ head: Checkpoint, _ chain: KeyChain) throws(AuditError) {
    var walk = TileWalk(disk, size: head.size)
    for link in chain.links { walk.expected[link.line.index] = try link.line.disclosure.leaf() }
    try walk.run()
    for finding in walk.findings { result.add(finding) }
    result.leftovers += walk.leftovers
    result.commitments = walk.commitments
    result.belonging = walk.belonging
    result.places = walk.places
    isWhole = walk.root != nil
    if let root = walk.root, root != head.root {
      result.add(Finding(.altered, AuditLog.checkpointPath, "has a root that the entries do not"))
    }
  }

  /// Compares with heads that were seen before.
  private mutating func seen(_ head: Checkpoint) throws(AuditError) {
    let reader = TileReader(disk, size: head.size)
    result.isSeen = trust.head != nil
    if let pin = try state.pin(origin: head.origin) {
      result.isSeen = true
      let seen = try pin.head()
      if head.size < seen.size {
        result.add(
          Finding(
            .rolledBack, AuditLog.checkpointPath,
            "has \(head.size) entries; \(seen.size) were seen before"))
      } else if try MerkleTree.root(size: seen.size, reader) != seen.root {
        result.add(
          Finding(.altered, AuditLog.checkpointPath, Self.diverged))
      }
    }
    guard let code = trust.head else { return }
    guard let size = canonicalNumber(code.utf8.prefix { $0 != UInt8(ascii: "-") }) else {
      throw .malformed(.code, "the code of a head begins with its size")
    }
    if head.size < size {
      result.add(
        Finding(
          .rolledBack, AuditLog.checkpointPath,
          "has \(head.size) entries; the head written down has \(size)"))
    } else {
      let root = try MerkleTree.root(size: size, reader)
      if try Checkpoint(origin: head.origin, size: size, root: root).code() != code {
        result.add(
          Finding(.altered, AuditLog.checkpointPath, "does not go on from the head written down"))
      }
    }
  }

  private static let diverged =
    "does not go on from the head last seen: two copies were continued apart, or this one was"
    + " rewritten"

  /// Compares the openings with the leaves that stand for them.
  private mutating func files(_ head: Checkpoint) throws(AuditError) {
    // With entries missing nobody can tell which files belong.
    guard isWhole else { return }
    result.files = belonging.count + result.places.values.count { $0.isThere }
    if let covered { return try covered.check(&result, hashesFiles) }
    guard hashesFiles else { return }
    var rest = belonging
    let paths = try disk.files(below: AuditLog.openingsPath)
    let starts = paths.compactMap(AuditLog.openingIndex).sorted()
    for path in paths {
      guard let start = AuditLog.openingIndex(path) else {
        result.add(Finding(.altered, path, "does not belong to the log"))
        continue
      }
      if start >= head.size {
        result.leftovers += 1
        continue
      }
      guard let bytes = try disk.read(path) else { throw .missing(path) }
      let digest = try Hash(of: bytes)
      let next = starts.first { $0 > start } ?? head.size
      if let index = belonging[digest], start..<max(next, start + 1) ~= index {
        rest[digest] = nil
      } else {
        result.add(Finding(.altered, path, "is not the file that the log names, or is removed"))
      }
    }
    for index in rest.values.sorted() {
      result.add(
        Finding(.incomplete, AuditLog.openingsPath, entry: index, "lacks the file of this entry"))
    }
    for name in try disk.list("") where name.hasPrefix(Disk.unfinished) { result.leftovers += 1 }
  }
}

extension AuditLog {
  /// Judges the log: every file, every entry, the signature, and the heads that were seen.
  ///
  /// - Parameter hashesFiles: whether the files of ciphertext are held against their leaves too.
  package func verify(_ trust: Trust = Trust(), hashesFiles: Bool = true) -> LogVerification {
    for _ in 0..<3 {
      var verifier = LogVerifier(self, trust: trust, hashesFiles: hashesFiles)
      verifier.run()
      // While it was read, another process may have appended.
      let now = try? disk.read(Self.checkpointPath)
      guard verifier.result.verdict != .intact, now != verifier.result.checkpoint?.bytes else {
        return verifier.result
      }
    }
    var verifier = LogVerifier(self, trust: trust, hashesFiles: hashesFiles)
    verifier.run()
    return verifier.result
  }

  /// Pins the log: from now on its key is trusted on this machine, and its head remembered.
  package func remember(_ result: LogVerification) throws(AuditError) {
    guard result.verdict == .intact, result.isConfirmed, let key = result.keys.last,
      let checkpoint = result.checkpoint
    else { return }
    try state.keep(Pin(folder: disk.realPath ?? disk.root, key: key, checkpoint: checkpoint))
  }

  /// The indexes at which batches with openings begin, in order.
  package func openings() throws(AuditError) -> [Int] {
    try disk.files(below: Self.openingsPath).compactMap(Self.openingIndex).sorted()
  }

  /// What an auditor's openings say that the log does not bear out.
  package func check(_ lines: [Openings.Line], size: Int) -> [Finding] {
    let reader = TileReader(disk, size: size)
    return lines.compactMap { line in
      do throws(AuditError) {
        let leaf = try line.disclosure.leaf()
        if try reader.entry(line.index) == leaf.bytes { return nil }
        return Finding(
          .altered, AuditLog.openingsPath, entry: line.index, "is opened to something else")
      } catch {
        return LogVerifier.finding(error)
      }
    }
  }

  /// The proof of one entry under the head, as a file of its own.
  package func proof(of index: Int, disclosure: Disclosure?) throws(AuditError) -> ProofFile {
    guard let bytes = try disk.read(Self.checkpointPath) else {
      throw .missing(Self.checkpointPath)
    }
    let note = try SignedNote(parsing: bytes)
    let head = try Checkpoint(text: note.text)
    let reader = TileReader(disk, size: head.size)
    let leaf = try reader.entry(index)
    let hashes = try MerkleTree.inclusionProof(of: index, size: head.size, reader)
    try MerkleProof.checkInclusion(
      of: try .leaf(leaf), at: index, size: head.size, root: head.root, proof: hashes)
    if let disclosure {
      guard try disclosure.leaf().bytes == leaf else { throw .altered(Self.openingsPath) }
    }
    return ProofFile(
      extra: disclosure?.text ?? leaf, index: index, hashes: hashes, checkpoint: note)
  }
}
