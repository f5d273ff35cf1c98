internal import Audit
internal import Cryptography
internal import Glibc
internal import Sealing

extension CaseFolder {
  /// An original that is to be sealed.
  package struct Original: Sendable {
    /// Where it lies; "/dev/stdin" and the like are read to their end first.
    package var path: String
    /// What it is called inside the seal: a plain file name.
    package var name: String
    /// A consent file that is sealed with it.
    package var consent: [UInt8]?

    /// An original that is not read yet.
    package init(path: String, name: String, consent: [UInt8]? = nil) {
      self.path = path
      self.name = name
      self.consent = consent
    }
  }

  /// Seals an original and logs it; gives its id. Needs no identity: what was added is opened by
  /// the recipients alone.
  package func add(_ original: Original, at time: String) throws -> String {
    guard original.name.utf8.count <= 4096, !original.name.isEmpty, original.name != ".",
      original.name != "..", !original.name.utf8.contains(where: { $0 == 0x2F || $0 < 0x20 })
    else { throw CaseRefusal(.usage, "a file has a name that no file may have; rename it") }
    if let consent = original.consent { _ = try Consent(yaml: consent, file: "the consent file") }
    return try locked {
      // So that one more costs the same in a large case: the whole log is read only where somebody
      // else wrote to it since.
      if try !areSettingsKnown() { _ = try verified() }
      let id = try Self.randomID()
      let recipients = try settings.recipientKeys()
      var key = try ItemKey.fresh(for: recipients)
      let digest = try seal(original, CaseLayout.sealed(id), to: key, at: time)
      var act = CaseAct(at: time)
      act.openings = (id, 0)
      act.staged.append((CaseLayout.sealed(id), digest, .present))
      try act.log(.ingest, [.init("item", id), .init("file", hexadecimal(digest.bytes))])
      // So that whoever can open the item can show that, and as what, it was logged.
      let entry = String(decoding: act.entries[0].text, as: UTF8.self)
      key.notes = [ItemKey.itemNote(id), "ingest \(try stamp()) \(entry)"]
      try stage(try key.wrapped(to: recipients), CaseLayout.key(id), in: &act)
      do { try commit(act) } catch let error as AuditError {
        // A full look says what is wrong with the log, where something is.
        _ = try verified()
        throw error
      }
      return id
    }
  }

  /// Overwrites and removes a file in the open; what a disk keeps of it elsewhere is not reached.
  ///
  /// - Throws: `CaseRefusal` where the file is a link, or could not be overwritten or removed.
  package nonisolated func shredPlain(_ path: String, of id: String) throws {
    guard overwrite(path), unlink(path) == 0 else {
      throw CaseRefusal(
        .unfinished,
        "\(id) is sealed, but its plain file could not be overwritten and removed; look whose it is,"
          + " and remove it yourself")
    }
  }

  /// Seals an original with what goes with it, piece by piece.
  private func seal(
    _ original: Original, _ path: String, to key: ItemKey, at time: String
  ) throws -> Hash {
    let source = try OriginalReader(original.path)
    try announceChange()
    let target = try StagedFile(path, in: disk, stamp: try stamp())
    var sealer = try Sealer(to: [key.identity.recipient])
    var count = 0
    func put(_ bytes: UnsafeRawBufferPointer) throws {
      try sealer.take(bytes) { try target.write($0) }
      count += bytes.count
    }
    func put(_ bytes: [UInt8]) throws { try bytes.withUnsafeBytes { try put($0) } }
    func member(_ name: String, _ bytes: [UInt8]) throws {
      try put(TarWriter.header(.init(name: name, size: bytes.count, time: 0)))
      try put(bytes)
      try put(TarWriter.padding(bytes.count))
    }
    try put(TarWriter.header(.init(name: original.name, size: source.size, time: source.time)))
    let digest = try source.read { try put($0) }
    try put(TarWriter.padding(source.size))
    let meta = ItemMeta(
      name: original.name, sha256: hexadecimal(digest.bytes), size: source.size, added: time)
    try member(
      original.name == ItemMeta.file ? "underseal-\(ItemMeta.file)" : ItemMeta.file, meta.bytes)
    if let consent = original.consent {
      let name = ItemMeta.consentFile
      try member(original.name == name ? "underseal-\(name)" : name, consent)
    }
    try put([UInt8](repeating: 0, count: 2 * TarWriter.block))
    var rest = max(SealedRecord.smallest, Openings.padded(count)) - count
    let zeros = [UInt8](repeating: 0, count: 1 << 16)
    while rest > 0 {
      let piece = min(rest, zeros.count)
      try zeros.withUnsafeBytes { try put(UnsafeRawBufferPointer(rebasing: $0[..<piece])) }
      rest -= piece
    }
    try sealer.finish { try target.write($0) }
    return try target.finish()
  }
}

/// What is kept with an original, inside the seal.
struct ItemMeta {
  static let file = "meta.json", consentFile = "consent.yaml"
  let name: String
  /// Of the original, in hexadecimal digits.
  let sha256: String
  let size: Int
  /// When it was added.
  let added: String

  var bytes: [UInt8] {
    JSON.object([
      .init("v", 1), .init("name", name), .init("sha256", sha256), .init("size", size),
      .init("added", added),
    ]).bytes + [0x0A]
  }
}

/// An original, read once from its beginning to its end.
final class OriginalReader {
  let size: Int
  /// When it was changed last, in seconds since 1970.
  let time: Int
  private let file: Int32
  /// What a pipe held, which has no size before it is read.
  private var whole: [UInt8]?
  private static let largestPipe = 1 << 28

  init(_ path: String) throws {
    // What a shell's <(…) names cannot be opened by name in a process that may not be dumped.
    let inherited =
      path == "-"
      ? STDIN_FILENO : path.hasPrefix("/dev/fd/") ? Int32(path.dropFirst(8)) : nil
    file = inherited.map { dup($0) } ?? open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard file >= 0 else {
      throw CaseRefusal(.notThere, "a file to add cannot be opened; check its name")
    }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      throw CaseRefusal(.notThere, "a file to add is a folder; name the files in it")
    }
    guard status.st_mode & S_IFMT != S_IFREG else {
      (size, time) = (Int(status.st_size), status.st_mtim.tv_sec)
      return
    }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = Glibc.read(file, &piece, piece.count)
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw AuditError.system("a file to add", errno) }
      if got == 0 { break }
      bytes += piece[..<got]
      guard bytes.count <= Self.largestPipe else {
        throw CaseRefusal(.badInput, "a pipe gives more than 256 MiB; put it in a file")
      }
    }
    wipe(&piece)
    (size, time, whole) = (bytes.count, 0, bytes)
  }

  /// Gives out all of it, and its digest.
  func read(_ sink: (UnsafeRawBufferPointer) throws -> Void) throws -> Hash {
    var digest = try SHA256()
    if let whole {
      try digest.update(whole)
      try whole.withUnsafeBytes { try sink($0) }
    } else {
      let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 4096)
      defer {
        wipe(piece)
        piece.deallocate()
      }
      var done = 0
      while true {
        let got = Glibc.read(file, piece.baseAddress, piece.count)
        if got < 0, errno == EINTR { continue }
        guard got >= 0 else { throw AuditError.system("a file to add", errno) }
        if got == 0 { break }
        done += got
        guard done <= size else { break }
        let bytes = UnsafeRawBufferPointer(rebasing: piece[..<got])
        try digest.update(bytes)
        try sink(bytes)
      }
      guard done == size else {
        throw CaseRefusal(.refused, "a file to add changed while it was read; add it again")
      }
    }
    guard let hash = Hash(try digest.finish()) else { throw AuditError.cryptography }
    return hash
  }

  deinit {
    close(file)
    if whole != nil { wipe(&whole!) }
  }
}
