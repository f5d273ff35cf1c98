internal import Cryptography

/// A key that signs notes, as one line in the form of golang.org/x/mod/sumdb/note:
///
///     PRIVATE+KEY+underseal+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz
package struct SigningKey: ~Copyable, Sendable {
  /// The public half.
  package let verifier: VerifierKey
  private let key: Ed25519.SigningKey

  /// A fresh key under a name.
  package init(name: String) throws(AuditError) {
    let key: Ed25519.SigningKey
    do { key = try Ed25519.SigningKey() } catch { throw .cryptography }
    verifier = try VerifierKey(name: name, publicKey: key.publicKey)
    self.key = key
  }

  private init(name: String, seed: consuming Secret) throws(AuditError) {
    let key: Ed25519.SigningKey
    do { key = try Ed25519.SigningKey(seed: seed) } catch { throw .cryptography }
    verifier = try VerifierKey(name: name, publicKey: key.publicKey)
    self.key = key
  }

  /// Reads the one-line form.
  package init(line: [UInt8]) throws(AuditError) {
    let parts = line.split(
      separator: UInt8(ascii: "+"), maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count == 5, Array(parts[0]) == Array("PRIVATE".utf8),
      Array(parts[1]) == Array("KEY".utf8), var bytes = Base64.decode(parts[4]), bytes.count == 33,
      bytes[0] == 1
    else { throw .malformed(.signingKey, "not the line of an Ed25519 key") }
    let seed = Secret(copying: bytes.dropFirst())
    wipe(&bytes)
    let key: Ed25519.SigningKey
    do { key = try Ed25519.SigningKey(seed: seed) } catch { throw .cryptography }
    let verifier = try VerifierKey(
      name: String(decoding: parts[2], as: UTF8.self), publicKey: key.publicKey)
    guard Array(parts[3]) == Array(hexadecimal(verifier.id).utf8) else {
      throw .malformed(.signingKey, "the key's id is another")
    }
    self.verifier = verifier
    self.key = key
  }

  /// The same key under another name: a machine has one key, and each log an origin of its own.
  package borrowing func named(_ name: String) throws(AuditError) -> SigningKey {
    try SigningKey(name: name, seed: key.seed.duplicate())
  }

  /// Another key that follows from this one and a log's origin, and that nobody without this one can
  /// tell to be its own (HKDF, RFC 5869, with SHA-256).
  ///
  /// - Parameter purpose: what it signs.
  package borrowing func derived(
    _ purpose: String, for origin: String, name: String
  ) throws(AuditError) -> SigningKey {
    let seed: Secret
    do {
      seed = try HKDFSHA256.derive(
        from: key.seed, salt: [], info: Array("\(purpose)\n\(origin)".utf8), count: 32)
    } catch { throw .cryptography }
    return try SigningKey(name: name, seed: seed)
  }

  /// The one-line form, which is secret; wipe it after use.
  package borrowing func line() -> [UInt8] {
    var bytes: [UInt8] = key.seed.withUnsafeBytes { [1] + Array($0) }
    defer { wipe(&bytes) }
    let head = "PRIVATE+KEY+\(verifier.name)+\(hexadecimal(verifier.id))+"
    return Array(head.utf8) + Base64.encode(bytes)
  }

  /// Signs a note's text.
  borrowing func sign(_ message: [UInt8]) throws(AuditError) -> [UInt8] {
    do { return try key.sign(message) } catch { throw .cryptography }
  }
}
