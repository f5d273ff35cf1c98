internal import Audit
internal import Cryptography
internal import Glibc
package import Sealing

/// What was sealed of an item, in memory.
struct OpenedItem {
  var key: ItemKey
  var meta: TarWriter.Member
  /// The original.
  var bytes: [UInt8]
  var consent: Consent?
  /// How it came in: the entry's index and what the entry says.
  var ingest: Openings.Line?
}

extension CaseFolder {
  /// The identity of an item, opened.
  func key(
    _ id: String, with identities: [any Identity], _ log: CaseLog
  ) throws -> ItemKey {
    if id != CaseLayout.registryKey { try checkIsItem(id, log) }
    guard let sealed = try read(CaseLayout.key(id), log) else {
      throw CaseRefusal(.refused, "\(id) was shredded; nobody can open it again")
    }
    let key = try ItemKey.unwrap(sealed, with: identities)
    guard key.item == nil || key.item == id else {
      throw CaseRefusal(
        .refused,
        "the key of \(id) is another item's: files were given other names; restore the case"
          + " from its last copy")
    }
    return key
  }

  /// Opens an item whole, in memory; believes nothing before the file is the one that was logged.
  func opened(
    _ id: String, with identities: [any Identity], _ log: CaseLog
  ) throws -> OpenedItem {
    let key = try self.key(id, with: identities, log)
    var members: [(member: TarWriter.Member, bytes: [UInt8])] = []
    try stream(id, key, log) { part in
      switch part {
      case .member(let member):
        members.append((member, []))
        members[members.count - 1].bytes.reserveCapacity(min(member.size, 1 << 31))
      case .bytes(let bytes): members[members.count - 1].bytes += bytes
      }
    }
    guard let first = members.first, first.bytes.count == first.member.size else {
      throw CaseRefusal(.refused, "\(id) holds no original; see 'underseal audit'")
    }
    var opened = OpenedItem(key: key, meta: first.member, bytes: first.bytes)
    if members.count > 2 {
      opened.consent = try Consent(yaml: members[2].bytes, file: "the consent of \(id)")
    }
    opened.ingest = key.ingest
    return opened
  }

  /// Opens an item and gives its parts as they come; throws at the end where the file was not the
  /// one that was logged.
  func stream(
    _ id: String, _ key: ItemKey, _ log: CaseLog, to sink: (TarReader.Part) throws -> Void
  ) throws {
    let path = CaseLayout.sealed(id)
    let file = open(disk.root + "/" + path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { throw AuditError.system(path, errno) }
    defer { close(file) }
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 4096)
    defer { piece.deallocate() }
    var digest = try SHA256()
    var opener = Opener(with: [key.identity], form: .binary)
    var tar = TarReader()
    while true {
      let got = Glibc.read(file, piece.baseAddress, piece.count)
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw AuditError.system(path, errno) }
      if got == 0 { break }
      let bytes = UnsafeRawBufferPointer(rebasing: piece[..<got])
      try digest.update(bytes)
      try opener.take(bytes) { try tar.take($0, to: sink) }
    }
    try opener.finish { try tar.take($0, to: sink) }
    guard let digest = Hash(try digest.finish()) else { throw AuditError.cryptography }
    try checkBelongs(path, digest, log)
  }
}

extension ItemKey {
  /// The note by which a key says whose it is.
  static func itemNote(_ id: String) -> String { "underseal item \(id)" }

  /// Whose it is, as its file says; nil for the registry's.
  var item: String? {
    let words = notes.first?.split(separator: " ") ?? []
    return words.count == 3 && words.starts(with: ["underseal", "item"]) ? String(words[2]) : nil
  }

  /// How the item came in, as its key file says.
  var ingest: Openings.Line? {
    for note in notes {
      let words = note.split(separator: " ")
      guard words.count == 3, words[0] == "ingest", let index = Int(words[1]),
        let disclosure = try? Disclosure(parsing: Array(words[2].utf8))
      else { continue }
      return Openings.Line(index: index, disclosure: disclosure)
    }
    return nil
  }
}

extension CaseFolder {
  /// What may become of an original that is taken out of the case.
  package struct Reopened: Sendable {
    /// What it was called.
    package let name: String
    /// When it was changed last, in seconds since 1970.
    package let time: Int
  }

  /// Takes an original out, into a sink that shows nothing before all of it was as logged. Who, and
  /// why, is logged before.
  package func reopen(
    _ id: String, why: String, with identities: [any Identity], at time: String,
    to sink: @Sendable (UnsafeRawBufferPointer) throws -> Void
  ) throws -> Reopened {
    let (key, log) = try locked {
      let log = try verified()
      let key = try self.key(id, with: identities, log)
      var act = CaseAct(at: time)
      act.openings = (CaseLayout.caseOpenings, try stamp())
      try act.log(.open, [.init("item", id), .init("why", why)])
      try commit(act)
      return (key, log)
    }
    var members = 0
    var reopened: Reopened?
    try stream(id, key, log) { part in
      switch part {
      case .member(let member):
        members += 1
        if members == 1 { reopened = Reopened(name: member.name, time: member.time) }
      case .bytes(let bytes): if members == 1 { try sink(bytes) }
      }
    }
    guard let reopened else {
      throw CaseRefusal(.refused, "\(id) holds no original; see 'underseal audit'")
    }
    return reopened
  }
}
