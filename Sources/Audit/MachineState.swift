internal import Cryptography

/// What this machine keeps of its own, in the user's state folder and never in a log's: the key
/// that signs, and for every log what is trusted and the head that was last seen.
///
///     approvers/<digest>.key     the keys of people who approve here
///     log.key                    one line, mode 0600 (see SigningKey); of these keys others are
///                                derived for each log and case
///     logs/<digest>.json         one log: {"folder":…,"vkey":…,"checkpoint":…}
package struct MachineState: Sendable {
  private let disk: Disk
  private static let keyFile = "log.key", keyName = "underseal"

  /// - Parameter folder: made when something is first kept in it.
  package init(
    folder: String, announce: @escaping @Sendable (Disk.Step) throws(AuditError) -> Void = { _ in }
  ) {
    disk = Disk(root: folder, announce: announce)
  }

  /// The machine's key, made at first use.
  ///
  /// - Throws: `AuditError.exposedKey` where others can read it, or put another in its place.
  package func key() throws(AuditError) -> SigningKey {
    try checkIsOwn(Self.keyFile)
    if let line = try disk.read(Self.keyFile) { return try Self.key(line) }
    let key = try SigningKey(name: Self.keyName)
    try makeFolders()
    try disk.write(key.line() + [0x0A], to: Self.keyFile, isSynced: true, isNew: true)
    try disk.syncFolder()
    // Where two processes made one at the same time, both go on with the one that is there.
    guard let line = try disk.read(Self.keyFile) else { throw .missing(Self.keyFile) }
    return try Self.key(line)
  }

  /// The key with which this machine signs the log of an origin: derived from its own, so that no
  /// two logs show that one machine wrote both. Where its own signs a log, which the first version
  /// began, that stays so.
  package func key(
    of origin: String, among signers: [VerifierKey]
  ) throws(AuditError) -> SigningKey {
    let own = try key()
    let derived = try own.derived("underseal log", for: origin, name: origin)
    let isUndivided = signers.contains { $0.publicKey == own.verifier.publicKey }
    return isUndivided && !signers.contains(derived.verifier) ? try own.named(origin) : derived
  }

  /// The key of somebody who approves on this machine, from which one is derived for each case;
  /// made at first use.
  package func approvalKey(of name: String) throws(AuditError) -> SigningKey {
    let digest = try Hash(of: Array(name.utf8))
    let path = "approvers/\(Base64.base32(digest.bytes.prefix(20))).key"
    try checkIsOwn(path)
    if let line = try disk.read(path) { return try Self.key(line) }
    let key = try SigningKey(name: "approver")
    try makeFolders()
    try disk.write(key.line() + [0x0A], to: path, isSynced: true, isNew: true)
    guard let line = try disk.read(path) else { throw .missing(path) }
    return try Self.key(line)
  }

  private func checkIsOwn(_ path: String) throws(AuditError) {
    guard disk.isOwn(""), disk.isOwn(path) else { throw .exposedKey }
  }

  private static func key(_ line: [UInt8]) throws(AuditError) -> SigningKey {
    guard line.last == 0x0A else { throw .malformed(.signingKey, "the line does not end") }
    return try SigningKey(line: line.dropLast())
  }

  private func makeFolders() throws(AuditError) {
    try Disk(root: "/").makeFolder(String(disk.root.drop { $0 == "/" }))
  }

  /// Throws where the state folder lies inside a log's folder, whoever gets the log would get
  /// the key with it.
  package func checkOutside(_ log: Disk) throws(AuditError) {
    try makeFolders()
    guard let state = disk.realPath, let folder = log.realPath else { return }
    guard state != folder, !state.hasPrefix(folder + "/") else { throw .keyInsideLog }
  }

  /// What is known of the log of an origin; nil where it was never seen.
  package func pin(origin: String) throws(AuditError) -> Pin? {
    guard let bytes = try disk.read(try Self.path(origin)) else { return nil }
    return try Pin(parsing: bytes)
  }

  /// What is known of a log that was seen in a folder, whatever its origin.
  package func pin(folder: String) throws(AuditError) -> Pin? {
    for name in try disk.list("logs") where name.hasSuffix(".json") {
      guard let bytes = try disk.read("logs/\(name)") else { continue }
      let pin = try Pin(parsing: bytes)
      if pin.folder == folder { return pin }
    }
    return nil
  }

  /// Keeps what is known of a log.
  package func keep(_ pin: Pin) throws(AuditError) {
    try makeFolders()
    try disk.write(pin.bytes, to: try Self.path(pin.key.name), isSynced: true)
  }

  private static func path(_ origin: String) throws(AuditError) -> String {
    "logs/\(Base64.base32(try Hash(of: Array(origin.utf8)).bytes.prefix(20))).json"
  }
}

/// What a machine knows of one log: the key it trusts, and the last head it saw.
package struct Pin: Hashable, Sendable {
  /// Where the log was last, without links.
  package let folder: String
  /// The key that is trusted; its name is the log's origin.
  package let key: VerifierKey
  /// The head as it was signed.
  package let checkpoint: SignedNote

  /// A trusted key with the newest head that was seen under it; whether the note is signed by the
  /// key is the caller's to check.
  package init(folder: String, key: VerifierKey, checkpoint: SignedNote) {
    self.folder = folder
    self.key = key
    self.checkpoint = checkpoint
  }

  /// The head that was last seen.
  package func head() throws(AuditError) -> Checkpoint { try Checkpoint(text: checkpoint.text) }

  init(parsing bytes: [UInt8]) throws(AuditError) {
    guard bytes.last == 0x0A else { throw .malformed(.pin, "the line does not end") }
    let json = try JSON(parsing: bytes.dropLast())
    guard let folder = json["folder"]?.string, let key = json["vkey"]?.string,
      let note = json["checkpoint"]?.string
    else { throw .malformed(.pin, "a member is missing") }
    self.init(
      folder: folder, key: try VerifierKey(key),
      checkpoint: try SignedNote(parsing: Array(note.utf8)))
  }

  var bytes: [UInt8] {
    let note = String(decoding: checkpoint.bytes, as: UTF8.self)
    return JSON.object([
      .init("folder", .string(folder)), .init("vkey", .string(key.text)),
      .init("checkpoint", .string(note)),
    ]).bytes + [0x0A]
  }
}
