internal import Cryptography

/// A log in a folder, which one machine writes.
///
///     checkpoint               the signed head (tlog-checkpoint)
///     tile/…                   hashes and entries (tlog-tiles)
///     keys                     the keys that signed, in the open
///     openings/<index>.age     what a batch's entries say, sealed to the auditor
///
/// An append goes: lock → leftovers of an interrupted one removed → openings, entries, tiles →
/// one sync of the file system → checkpoint, synced → last-seen head. Nothing below the signed
/// size is ever rewritten; what lies above it counts for nothing. Of partial tiles only those of
/// the newest head stay: each holds the ones before it, and one that is kept for nothing could be
/// taken away unseen.
package struct AuditLog: Sendable {
  /// The log's folder.
  package let disk: Disk
  /// What this machine keeps of its own: its key, and the last heads it saw.
  package let state: MachineState
  /// The folder of a case, whose files are in the log; nil where the log stands alone.
  package let covered: Covered?
  static let checkpointPath = "checkpoint"
  /// The folder of openings.
  package static let openingsPath = "openings"

  /// Files beside a log that its leaves name.
  package struct Covered: Sendable {
    /// The folder whose files the leaves name.
    package let disk: Disk
    /// Holds them against what the log was found to say; their bytes too where the flag is set.
    package let check: @Sendable (inout LogVerification, Bool) throws(AuditError) -> Void

    /// Nothing is checked before an audit asks.
    ///
    /// - Parameter check: holds the files against what the log was found to say, and notes what it
    ///   finds; its second argument asks for their bytes too.
    package init(
      _ disk: Disk,
      check: @escaping @Sendable (inout LogVerification, Bool) throws(AuditError) -> Void
    ) {
      self.disk = disk
      self.check = check
    }
  }

  /// A log in a folder, which need not exist; nothing is read or written yet.
  package init(_ disk: Disk, state: MachineState, covering covered: Covered? = nil) {
    self.disk = disk
    self.state = state
    self.covered = covered
  }

  /// What is appended together, under one checkpoint.
  package struct Batch: Sendable {
    /// Entries, in their order.
    package var disclosures: [Disclosure]
    /// Files that come, change their state or go.
    package var files: [File]

    /// Entries in the order in which they get their indices, and files that get leaves behind them.
    package init(_ disclosures: [Disclosure], files: [File] = []) {
      self.disclosures = disclosures
      self.files = files
    }

    /// What is said of one file.
    package struct File: Sendable {
      /// Where it lies (see `Leaf.place`); nil for openings beside a log that stands alone, whose
      /// place follows from the index of their leaf.
      package let place: String?
      /// SHA-256 of the file's bytes; of one that goes, of those that lay there.
      package let digest: Hash
      /// Whether it comes, stands for something withdrawn or superseded, or goes.
      package let state: Leaf.State

      /// What one leaf will say, or two where the file has a place.
      ///
      /// - Precondition: the place is one that a leaf can hold (`Leaf.isPlace`), or nil.
      package init(place: String?, digest: Hash, state: Leaf.State = .present) {
        precondition(place.map(Leaf.isPlace) ?? true, "a place that no leaf can hold")
        self.place = place
        self.digest = digest
        self.state = state
      }
    }
  }

  /// A head and the key that signed it.
  package struct Head: Sendable {
    /// Origin, size and root, as they were signed.
    package let checkpoint: Checkpoint
    /// Whose signature the note of this head has.
    package let key: VerifierKey
    /// Whether this call began the log.
    package let isNew: Bool
  }

  /// Appends a batch; when it returns, the batch is on the disk.
  ///
  /// - Parameters:
  ///   - time: now, in UTC to the second: "2026-03-01T09:30:00Z".
  ///   - origin: what a log that begins here is called; drawn at random where nil.
  ///   - seal: encrypts the openings to the auditor; nil where nobody is named, and none are kept.
  @discardableResult
  package func append(
    _ batch: Batch, at time: String, origin: String? = nil,
    sealing seal: (([UInt8]) throws -> [UInt8])? = nil
  ) throws -> Head {
    try disk.makeFolder("")
    try state.checkOutside(disk)
    return try disk.locked {
      let present = try present()
      let origin = try present?.head.origin ?? origin ?? Self.freshOrigin()
      let key = try state.key(of: origin, among: present?.keys.signers ?? [])
      if let present, !present.keys.signers.contains(key.verifier) { throw AuditError.otherKey }
      var batch = batch
      if present == nil {
        batch.disclosures.insert(try KeyChain.first(key.verifier, at: time), at: 0)
      }
      return try commit(batch, to: present, signer: key, trusted: key.verifier, sealing: seal)
    }
  }

  /// The index of the first entry of the next batch.
  package func nextIndex() throws(AuditError) -> Int {
    guard let bytes = try disk.read(Self.checkpointPath) else { return 1 }
    return try Checkpoint(text: SignedNote(parsing: bytes).text).size
  }

  /// The entry by which this machine lets another key sign beside those that do.
  package func enrolment(of key: VerifierKey, at time: String) throws -> Disclosure {
    guard let present = try present() else { throw AuditError.missing(Self.checkpointPath) }
    let machine = try state.key(of: present.head.origin, among: present.keys.signers)
    guard present.keys.signers.contains(machine.verifier) else { throw AuditError.otherKey }
    guard key.name == present.head.origin, !present.keys.signers.contains(key) else {
      throw AuditError.malformed(.verifierKey, "it is of another case, or enrolled already")
    }
    return try KeyChain.beside(key, by: machine, at: time)
  }

  /// Hands the log over to another key, which signs from here on; both sign the entry.
  @discardableResult
  package func rotate(
    from old: borrowing SigningKey, to new: borrowing SigningKey, at time: String
  ) throws -> Head {
    let old = try old.named(old.verifier.name)
    let new = try new.named(new.verifier.name)
    return try disk.locked {
      guard let present = try present() else {
        throw AuditError.missing(Self.checkpointPath)
      }
      let old = try old.named(present.head.origin)
      let new = try new.named(present.head.origin)
      guard present.keys.signers.contains(old.verifier) else { throw AuditError.otherKey }
      let entry = try KeyChain.successor(new, of: old, at: time)
      return try commit(
        Batch([entry]), to: present, signer: new, trusted: new.verifier, sealing: nil)
    }
  }

  /// A log as it is on the disk, signed, and not older than what was seen.
  private struct Present {
    let head: Checkpoint
    let note: SignedNote
    let keys: KeyChain
    let edge: TreeEdge
  }

  /// A random name for a log.
  package static func freshOrigin() throws(AuditError) -> String {
    "underseal/" + Base64.base32(try Disclosure.salt())
  }

  private func present() throws -> Present? {
    guard let bytes = try disk.read(Self.checkpointPath) else {
      let known = try disk.realPath.flatMap { try state.pin(folder: $0) }
      if let seen = try known?.head() {
        throw AuditError.rolledBack(size: 0, seen: seen.size)
      }
      return nil
    }
    let note = try SignedNote(parsing: bytes)
    let head = try Checkpoint(text: note.text)
    guard let file = try disk.read(KeyChain.path) else {
      throw AuditError.missing(KeyChain.path)
    }
    let keys = try KeyChain(parsing: file, size: head.size)
    guard keys.last?.name == head.origin else { throw AuditError.unknownSigner }
    try note.verify(with: keys.signers)
    let reader = TileReader(disk, size: head.size)
    if let pin = try state.pin(origin: head.origin) { try check(head, keys, pin, reader) }
    let edge = try TreeEdge(reader, size: head.size)
    guard try edge.root() == head.root else { throw AuditError.altered("tile") }
    return Present(head: head, note: note, keys: keys, edge: edge)
  }

  private func check(
    _ head: Checkpoint, _ keys: KeyChain, _ pin: Pin, _ reader: TileReader
  ) throws {
    let seen = try pin.head()
    guard head.size >= seen.size else {
      throw AuditError.rolledBack(size: head.size, seen: seen.size)
    }
    guard try seen.size == 0 || MerkleTree.root(size: seen.size, reader) == seen.root,
      keys.keys.contains(pin.key)
    else { throw AuditError.altered(Self.checkpointPath) }
  }

  private func commit(
    _ batch: Batch, to present: Present?, signer: borrowing SigningKey, trusted: VerifierKey,
    sealing seal: (([UInt8]) throws -> [UInt8])?
  ) throws -> Head {
    let start = present?.head.size ?? 0
    try removeLeftovers(above: start)
    if let present { try restoreKeys(present) }
    let lines = batch.disclosures.enumerated().map { offset, disclosure in
      Openings.Line(index: start + offset, disclosure: disclosure)
    }
    var leaves = try batch.disclosures.map { try $0.leaf() }
    leaves += batch.files.flatMap { file in
      (file.place.map { [.place($0)] } ?? []) + [.file(file.digest, file.state)]
    }
    for line in lines where line.disclosure.type == .key {
      let file = (present?.keys ?? KeyChain()).bytes(adding: line)
      try disk.write(file, to: KeyChain.path, isSynced: false)
    }
    if let seal {
      let sealed = try seal(Openings.text(lines))
      leaves.append(.file(try Hash(of: sealed)))
      try disk.write(sealed, to: Self.opening(start), isSynced: false)
    }
    var edge = try present?.edge ?? TreeEdge(TileReader(disk, size: 0), size: 0)
    for leaf in leaves { try edge.append(leaf) }
    for (tile, bytes) in edge.filled + edge.partial {
      try disk.write(bytes, to: tile.path, isSynced: false)
    }
    try disk.syncAll()
    let head = Checkpoint(origin: signer.verifier.name, size: edge.size, root: try edge.root())
    let note = try head.signed(with: signer)
    try disk.write(note.bytes, to: Self.checkpointPath, isSynced: true)
    try disk.syncFolder()
    try state.keep(Pin(folder: disk.realPath ?? disk.root, key: trusted, checkpoint: note))
    try removePartials(of: start, below: edge.size)
    return Head(checkpoint: head, key: signer.verifier, isNew: present == nil)
  }

  /// The key with which this machine signs here, whether it may or not.
  package func signer(of origin: String) throws -> VerifierKey {
    let present = try present()
    return try state.key(of: origin, among: present?.keys.signers ?? []).verifier
  }

  /// The names in a log's folder that are its own.
  package static let names = [checkpointPath, KeyChain.path, "tile"]

  /// Removes what an append left that did not come to its checkpoint.
  package func removeLeftovers() throws {
    try disk.locked {
      guard let present = try present() else { return }
      let size = present.head.size
      try removeLeftovers(above: size)
      for path in try disk.files(below: "tile") {
        guard let tile = Tile(path: path) else { continue }
        let kept = Tile(level: tile.level, index: tile.index, size: size)
        if kept != tile { try disk.remove(path) }
      }
      try restoreKeys(present)
    }
  }

  private func restoreKeys(_ present: Present) throws(AuditError) {
    guard try disk.read(KeyChain.path) != present.keys.bytes else { return }
    try disk.write(present.keys.bytes, to: KeyChain.path, isSynced: false)
  }

  /// The path of the openings of the batch that begins at an index.
  package static func opening(_ start: Int) -> String { "\(openingsPath)/\(start).age" }

  /// The index that such a path has; nil for any other.
  static func openingIndex(_ path: String) -> Int? {
    guard path.hasPrefix(openingsPath + "/"), path.hasSuffix(".age") else { return nil }
    return canonicalNumber(path.utf8.dropFirst(openingsPath.utf8.count + 1).dropLast(4))
  }

  /// Removes the partial tiles of an older head.
  private func removePartials(of older: Int, below size: Int) throws(AuditError) {
    guard older < size else { return }
    var level = Tile.entries
    while level < 1 || older >> (8 * level) > 0 {
      let index = (level < 1 ? older : older >> (8 * level)) / Tile.full
      if let tile = Tile(level: level, index: index, size: older), !tile.isFull,
        Tile(level: level, index: index, size: size) != tile
      {
        try disk.remove(tile.path)
        try disk.removeFolder(tile.wholePath + ".p")
      }
      level += 1
    }
  }

  /// Removes partial tiles of heads before the newest, in the folder of its tile.
  private func removeOlderPartials(beside tile: Tile) throws(AuditError) {
    guard let slash = tile.path.lastIndex(of: "/") else { return }
    let folder = tile.path[..<slash]
    for name in try disk.list(String(folder)) where name.hasSuffix(".p") {
      let partial = "\(folder)/\(name)"
      if partial == tile.path + ".p" { continue }
      for width in try disk.list(partial) where Int(width) != nil {
        try disk.remove("\(partial)/\(width)")
      }
      try disk.removeFolder(partial)
    }
  }

  /// Removes what an append left that did not come to its checkpoint.
  private func removeLeftovers(above size: Int) throws(AuditError) {
    for name in try disk.list("") where name.hasPrefix(Disk.unfinished) { try disk.remove(name) }
    let opening = Self.opening(size)
    if try disk.read(opening) != nil { try disk.remove(opening) }
    for level in try disk.list("tile") {
      guard let number = level == "entries" ? Tile.entries : Int(level) else { continue }
      let count = number <= 0 ? size : size >> (8 * number)
      var index = count / Tile.full
      try removeOlderPartials(beside: Tile(level: number, index: index, width: Tile.full))
      while true {
        let whole = Tile(level: number, index: index, width: Tile.full)
        let names = try disk.list(whole.path + ".p")
        let kept = index == count / Tile.full ? count % Tile.full : 0
        for name in names where Int(name) != kept { try disk.remove("\(whole.path).p/\(name)") }
        let isThere = try disk.read(whole.path) != nil
        if isThere { try disk.remove(whole.path) }
        if names.isEmpty, !isThere, index > count / Tile.full { break }
        index += 1
      }
    }
  }
}
