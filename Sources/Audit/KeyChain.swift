/// The keys of a log, which stand in its folder in the open (`keys`): a line for each, the index of
/// its entry, a space, the disclosure. The first began the log; each later one is signed into
/// office, in a note over both keys: as the successor of one that signs, by both; or beside those
/// that sign, by one of them.
package struct KeyChain: Sendable {
  /// A key, and the entry that names it.
  package struct Link: Sendable {
    /// The entry that brings the key into office, with its index.
    package let line: Openings.Line
    /// The key that may sign from there on.
    package let key: VerifierKey
  }

  /// The chain so far, in the order of the entries.
  package private(set) var links: [Link] = []
  static let path = "keys"

  /// The keys that may sign now.
  package private(set) var signers: [VerifierKey] = []

  /// The key that came last.
  package var last: VerifierKey? { links.last?.key }
  /// The keys in their order.
  package var keys: [VerifierKey] { links.map(\.key) }

  init() {}

  /// Reads the file, as far as its entries stand below `size`.
  init(parsing bytes: [UInt8], size: Int) throws(AuditError) {
    guard bytes.last == 0x0A else { throw .malformed(.keys, "the last line does not end") }
    let lines = try Openings.parse(bytes)
    guard Self.bytes(lines) == bytes else { throw .malformed(.keys, "an empty line") }
    for line in lines where line.index < size {
      guard line.disclosure.type == .key, line.index > links.last?.line.index ?? -1,
        let key = line.disclosure.body["vkey"]?.string
      else { throw .malformed(.keys, "not an entry of a key") }
      try append(line, VerifierKey(key))
    }
    guard links.first?.line.index == 0 else { throw .malformed(.keys, "no first key") }
  }

  private mutating func append(_ line: Openings.Line, _ key: VerifierKey) throws(AuditError) {
    if let name = signers.first?.name {
      guard key.name == name, let note = line.disclosure.body["note"]?.string else {
        throw .malformed(.keys, "a key that nobody signed into office")
      }
      let signed = try SignedNote(parsing: Array(note.utf8))
      if let before = signers.first(where: { signed.text == Self.rotation(from: $0, to: key) }) {
        guard try signed.verify(with: [before]) == [before], try signed.verify(with: [key]) == [key]
        else { throw .malformed(.keys, "a note about other keys") }
        signers.removeAll { $0 == before }
      } else {
        guard let by = signers.first(where: { signed.text == Self.enrolment(of: key, by: $0) }),
          try signed.verify(with: [by]) == [by], !signers.contains(key)
        else { throw .malformed(.keys, "a note about other keys") }
      }
    }
    signers.append(key)
    links.append(Link(line: line, key: key))
  }

  /// The entry of a log's first key.
  static func first(_ key: VerifierKey, at time: String) throws(AuditError) -> Disclosure {
    try Disclosure(.key, [.init("at", .string(time)), .init("vkey", .string(key.text))])
  }

  /// The entry of a successor, which both keys sign.
  static func successor(
    _ new: borrowing SigningKey, of old: borrowing SigningKey, at time: String
  ) throws(AuditError) -> Disclosure {
    var note = try SignedNote(text: rotation(from: old.verifier, to: new.verifier))
    try note.sign(with: old)
    try note.sign(with: new)
    return try Disclosure(
      .key,
      [
        .init("at", .string(time)), .init("vkey", .string(new.verifier.text)),
        .init("note", .string(String(decoding: note.bytes, as: UTF8.self))),
      ])
  }

  /// The entry of a key that signs beside the others, which one of them signs.
  static func beside(
    _ new: VerifierKey, by old: borrowing SigningKey, at time: String
  ) throws(AuditError) -> Disclosure {
    var note = try SignedNote(text: enrolment(of: new, by: old.verifier))
    try note.sign(with: old)
    return try Disclosure(
      .key,
      [
        .init("at", .string(time)), .init("vkey", .string(new.text)),
        .init("note", .string(String(decoding: note.bytes, as: UTF8.self))),
      ])
  }

  private static func enrolment(of new: VerifierKey, by old: VerifierKey) -> [UInt8] {
    Array("underseal log key\n\(old.text)\nis joined by\n\(new.text)\n".utf8)
  }

  private static func rotation(from old: VerifierKey, to new: VerifierKey) -> [UInt8] {
    Array("underseal log key\n\(old.text)\nis followed by\n\(new.text)\n".utf8)
  }

  /// The file.
  var bytes: [UInt8] { Self.bytes(links.map(\.line)) }

  /// The file with another entry at its end.
  func bytes(adding line: Openings.Line) -> [UInt8] { Self.bytes(links.map(\.line) + [line]) }

  private static func bytes(_ lines: [Openings.Line]) -> [UInt8] {
    lines.flatMap { Array("\($0.index) ".utf8) + $0.disclosure.text + [0x0A] }
  }
}
