internal import Cryptography

/// A text with signatures (C2SP signed-note v1.0.0), read only in its canonical form:
///
///     This is an example message.
///
///     — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3m…
package struct SignedNote: Hashable, Sendable {
  /// One signature line.
  package struct Signature: Hashable, Sendable {
    /// The key's name, as the line gives it.
    package let name: String
    /// The first four bytes, big-endian, of the hash of the key's name and bytes: which key is
    /// meant, and no proof that it signed.
    package let id: UInt32
    /// What follows the key id.
    package let bytes: [UInt8]
  }

  /// The signed bytes, with their last line end.
  package let text: [UInt8]
  /// In the order of their lines; none is verified yet.
  package private(set) var signatures: [Signature]

  /// The most signatures that are read, and the most bytes.
  private static let mostSignatures = 64, largest = 1 << 20
  private static let dash = Array("\u{2014} ".utf8)

  /// A note that nobody has signed yet; the text ends with a line end.
  package init(text: [UInt8]) throws(AuditError) {
    try Self.check(text)
    guard text.last == 0x0A else { throw .malformed(.note, "the text does not end its line") }
    self.text = text
    signatures = []
  }

  /// Reads a note. Nothing of it may be believed before `verify`.
  package init(parsing note: [UInt8]) throws(AuditError) {
    guard note.count <= Self.largest else { throw .malformed(.note, "too long") }
    try Self.check(note)
    guard note.last == 0x0A else { throw .malformed(.note, "the last line does not end") }
    // The signatures begin after the last empty line.
    var cut: Int?
    for index in stride(from: note.count - 1, to: 0, by: -1)
    where note[index] == 0x0A && note[index - 1] == 0x0A {
      cut = index
      break
    }
    guard let cut else { throw .malformed(.note, "no empty line before the signatures") }
    text = Array(note[..<cut])
    let lines = note[(cut + 1)...].split(separator: 0x0A, omittingEmptySubsequences: false)
      .dropLast()
    guard (1...Self.mostSignatures).contains(lines.count) else {
      throw .malformed(.note, "no signatures, or too many")
    }
    var signatures: [Signature] = []
    for line in lines { signatures.append(try Self.signature(line)) }
    self.signatures = signatures
    guard Set(signatures).count == signatures.count else {
      throw .malformed(.note, "a signature stands twice")
    }
  }

  private static func check(_ text: [UInt8]) throws(AuditError) {
    guard String(validating: text, as: UTF8.self) != nil else {
      throw .malformed(.note, "not UTF-8")
    }
    guard text.allSatisfy({ $0 >= 0x20 || $0 == 0x0A }) else {
      throw .malformed(.note, "a control character")
    }
  }

  private static func signature(_ line: ArraySlice<UInt8>) throws(AuditError) -> Signature {
    guard line.starts(with: dash) else {
      throw .malformed(.note, "a signature line without its dash")
    }
    let parts = line.dropFirst(dash.count).split(separator: 0x20, omittingEmptySubsequences: false)
    guard parts.count == 2, let bytes = Base64.decode(parts[1]), bytes.count > 4 else {
      throw .malformed(.note, "a signature line that is not name and base64")
    }
    let name = String(decoding: parts[0], as: UTF8.self)
    guard VerifierKey.isName(name) else { throw .malformed(.note, "no name that a key may have") }
    let id = bytes.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return Signature(name: name, id: id, bytes: Array(bytes.dropFirst(4)))
  }

  /// Adds a signature.
  package mutating func sign(with key: borrowing SigningKey) throws(AuditError) {
    let bytes = try key.sign(text)
    signatures.append(Signature(name: key.verifier.name, id: key.verifier.id, bytes: bytes))
  }

  /// The keys, of those that are trusted, that signed the text.
  ///
  /// - Throws: `wrongSignature` where a trusted key's does not verify, `unknownSigner` where no
  ///   trusted key signed.
  @discardableResult
  package func verify(with keys: [VerifierKey]) throws(AuditError) -> [VerifierKey] {
    var signers: [VerifierKey] = []
    for signature in signatures {
      guard let key = keys.first(where: { $0.name == signature.name && $0.id == signature.id })
      else { continue }
      guard try key.isValid(signature.bytes, of: text) else { throw .wrongSignature }
      signers.append(key)
    }
    guard !signers.isEmpty else { throw .unknownSigner }
    return signers
  }

  /// The note as it is stored.
  package var bytes: [UInt8] {
    var bytes = text + [0x0A]
    for signature in signatures {
      let id = (0..<4).map { UInt8(truncatingIfNeeded: signature.id >> (24 - 8 * $0)) }
      bytes += Self.dash + Array(signature.name.utf8) + [0x20]
      bytes += Base64.encode(id + signature.bytes) + [0x0A]
    }
    return bytes
  }
}
