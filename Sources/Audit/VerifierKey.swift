internal import Cryptography

/// The public half of a key that signs notes, as one line (C2SP signed-note, "Verifier keys"):
///
///     example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k
package struct VerifierKey: Hashable, Sendable {
  /// The key's name; of a log's key, the log's origin.
  package let name: String
  /// The first four bytes of SHA-256 over name, newline, 0x01 and the public key.
  package let id: UInt32
  /// The 32 bytes of an Ed25519 public key.
  package let publicKey: [UInt8]

  /// A key under a name.
  package init(name: String, publicKey: [UInt8]) throws(AuditError) {
    guard Self.isName(name), publicKey.count == 32 else {
      throw .malformed(.verifierKey, "no name that a key may have")
    }
    self.name = name
    self.publicKey = publicKey
    let digest = try Hash(of: Array(name.utf8) + [0x0A, 1] + publicKey).bytes
    id = digest.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Reads the one-line form.
  package init(_ text: String) throws(AuditError) {
    let parts = text.utf8.split(
      separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let key = Base64.decode(parts[2]) else {
      throw .malformed(.verifierKey, "not three parts with + between them")
    }
    guard key.count == 33, key[0] == 1 else {
      throw .malformed(.verifierKey, "not an Ed25519 key")
    }
    try self.init(
      name: String(decoding: parts[0], as: UTF8.self), publicKey: Array(key.dropFirst()))
    guard self.text == text else { throw .malformed(.verifierKey, "the key's id is another") }
  }

  /// The one-line form.
  package var text: String {
    let key = String(decoding: Base64.encode([1] + publicKey), as: UTF8.self)
    return "\(name)+\(hexadecimal(id))+\(key)"
  }

  /// A short code of the key for people to write down: 80 bits in four groups.
  package func code() throws(AuditError) -> String {
    shortCode(try Hash(of: Array(text.utf8)))
  }

  /// Whether a signature is this key's; the message is a note's text.
  func isValid(_ signature: [UInt8], of message: [UInt8]) throws(AuditError) -> Bool {
    try cryptographic {
      try Ed25519.isValid(signature, of: message, publicKey: publicKey)
    }
  }

  /// Not empty, no spaces, controls or plus signs.
  static func isName(_ name: String) -> Bool {
    !name.isEmpty
      && name.unicodeScalars.allSatisfy { scalar in
        scalar != "+" && scalar.value >= 0x20
          && !scalar.properties.isWhitespace
      }
  }
}

/// Eight hexadecimal digits.
func hexadecimal(_ number: UInt32) -> String {
  let digits = String(number, radix: 16)
  return String(repeating: "0", count: 8 - digits.count) + digits
}

/// The first 80 bits of a hash, in groups that can be read aloud: "abcd-efgh-ijkl-mnop".
func shortCode(_ hash: Hash) -> String {
  let letters = Array(Base64.base32(hash.bytes.prefix(10)))
  return stride(from: 0, to: letters.count, by: 4)
    .map { String(letters[$0..<min($0 + 4, letters.count)]) }.joined(separator: "-")
}
