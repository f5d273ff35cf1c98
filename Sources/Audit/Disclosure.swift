internal import Cryptography

/// What a commitment says, with the salt that keeps it from being guessed, in the form of SD-JWT
/// (RFC 9901, section 4.2): base64url of
///
///     ["2GLC42sKQveCfGfryNRN9w","decision",{"at":"2026-03-01T09:30:00Z","document":"w-17",…}]
package struct Disclosure: Hashable, Sendable {
  /// The base64url text, whose SHA-256 is the commitment.
  package let text: [UInt8]
  /// What kind of entry it is.
  package let type: EntryType
  /// The members that the type asks for.
  package let body: JSON

  private static let saltCount = 16, largest = 1 << 20

  /// Discloses under a fresh salt of 128 bits.
  package init(_ type: EntryType, _ body: [JSON.Member]) throws(AuditError) {
    let salted = String(decoding: Base64.encode(try Self.salt(), .url), as: UTF8.self)
    self.type = type
    self.body = .object(body)
    text = Base64.encode(
      JSON.array([.string(salted), .string(type.rawValue), self.body]).bytes, .url)
  }

  /// 128 fresh random bits.
  static func salt() throws(AuditError) -> [UInt8] {
    try cryptographic { try SecureRandom.bytes(saltCount) }
  }

  /// Reads the base64url text.
  package init(parsing text: [UInt8]) throws(AuditError) {
    guard text.count <= Self.largest, let bytes = Base64.decode(text, .url) else {
      throw .malformed(.disclosure, "not base64url")
    }
    guard case .array(let parts) = try JSON(parsing: bytes), parts.count == 3,
      let salt = parts[0].string, Base64.decode(Array(salt.utf8), .url)?.count == Self.saltCount,
      let type = parts[1].string.flatMap(EntryType.init), case .object = parts[2]
    else { throw .malformed(.disclosure, "not a salt, a type and a body") }
    self.text = text
    self.type = type
    body = parts[2]
  }

  /// The leaf that commits to it.
  package func leaf() throws(AuditError) -> Leaf { .commitment(try Hash(of: text)) }
}

/// What an entry records. Every body has "at", the time in UTC to the second; besides:
package enum EntryType: String, Sendable, CaseIterable {
  /// A case or log begins: "origin".
  case openCase = "open-case"
  /// An original was sealed: "item", "file" (digest of the ciphertext).
  case ingest
  /// One decision about one place: "document", "start", "end", "outStart", "outEnd", "kind",
  /// "treatment", "replacement", "recognizer", "confidence" (thousandths), "rule", "reason", "by"
  /// (machine or person), and where known "person" (the people file's id) and "name" (who decided).
  /// In a case the places in the output are not settled yet and left out; that somebody accepted
  /// all proposals is an entry with "accepted", how many.
  case decision
  /// The person registry has a new generation: "generation", "file".
  case registry
  /// A policy came into use: "name", "sha256".
  case policy
  /// A policy may release from here on, or no longer: "name", "sha256" (empty: no longer), and for
  /// all of them "approvals", how many there have to be at least.
  case pin
  /// A sealed original was opened: "item", "name", "why".
  case open
  /// A person approved a release: "document", "revision", "sha256" (of the text), "digest" (of what
  /// the release says of itself), "name", "vkey" and "note" (signed by that key of theirs).
  case approve
  /// A text was released: "document", "sha256" (of the released bytes), "decisions" (how many); in
  /// a case also "revision" and "digest".
  case release
  /// A released text was taken back: "item", "revision", "why".
  case withdraw
  /// Recipients changed: "added", "removed".
  case rotate
  /// A thing was destroyed on purpose: "item", "why".
  case shred
  /// Older generations of the registry were destroyed, because somebody is to be forgotten:
  /// "generations", "why".
  case erase
  /// A key signs from here on: "vkey"; for a successor also "note", signed by both keys.
  case key
}

/// Disclosures with the leaves they open, as a text that is sealed to the auditor: a line for each,
/// the index of the leaf, a space, the disclosure; then empty lines that hide the exact length.
package enum Openings {
  /// One opened leaf.
  package struct Line: Hashable, Sendable {
    /// The leaf's place in the log, from 0.
    package let index: Int
    /// What the leaf commits to, with its salt.
    package let disclosure: Disclosure

    /// A leaf's index beside what opens it; that they belong together is the caller's to check.
    package init(index: Int, disclosure: Disclosure) {
      self.index = index
      self.disclosure = disclosure
    }
  }

  private static let smallest = 4096

  /// The text, padded to a Padmé length of at least 4 KiB.
  package static func text(_ lines: [Line]) -> [UInt8] {
    var text: [UInt8] = []
    for line in lines { text += Array("\(line.index) ".utf8) + line.disclosure.text + [0x0A] }
    let count = max(smallest, padded(text.count))
    return text + [UInt8](repeating: 0x0A, count: count - text.count)
  }

  /// The next length whose number has only log2(log2(length)) + 1 leading bits that may be set
  /// (Padmé: Nikitin and others, 2019).
  package static func padded(_ count: Int) -> Int {
    guard count > 2 else { return count }
    let exponent = Int.bitWidth - 1 - count.leadingZeroBitCount
    let significant = Int.bitWidth - exponent.leadingZeroBitCount
    let mask = (1 << (exponent - significant)) - 1
    return (count + mask) & ~mask
  }

  /// Reads the text.
  package static func parse(_ text: [UInt8]) throws(AuditError) -> [Line] {
    var lines: [Line] = []
    for line in text.split(separator: 0x0A) {
      guard let space = line.firstIndex(of: 0x20), let index = canonicalNumber(line[..<space])
      else { throw .malformed(.openings, "a line without its index") }
      let disclosure = try Disclosure(parsing: Array(line[(space + 1)...]))
      lines.append(Line(index: index, disclosure: disclosure))
    }
    return lines
  }
}
