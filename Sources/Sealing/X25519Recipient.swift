internal import Cryptography

/// A public key of age's X25519 kind: `age1…`, 62 characters.
public struct X25519Recipient: RecipientKey, Equatable {
  static let kind = "X25519"
  static let prefix = "age"
  private static let info = Array("age-encryption.org/v1/X25519".utf8)

  let publicKey: [UInt8]

  /// The recipient of a public key of 32 bytes; nil where it has another length.
  init?(publicKey: [UInt8]) {
    guard publicKey.count == 32 else { return nil }
    self.publicKey = publicKey
  }

  /// Classic: no post-quantum recipient may stand beside it.
  public var strength: RecipientStrength { .classic }

  /// `age1…`, in Bech32 (BIP 173) of the 32 bytes of the key.
  public var text: String { KeyFormat.text(prefix: Self.prefix, publicKey) }

  /// One stanza: an ephemeral share as its argument, and the file key under a key that HKDF makes
  /// of the shared secret (C2SP age, section "X25519 recipient stanza"). Throws
  /// `SealingError.malformedKey` where the public key is of low order.
  public func wrap(_ fileKey: borrowing FileKey) throws(SealingError) -> [Stanza] {
    let ephemeral = try orFail { () throws(CryptographyError) in try SecureRandom.secret(32) }
    let share = try orFail { () throws(CryptographyError) in
      try X25519.publicKey(of: ephemeral)
    }
    let shared: Secret
    do {
      shared = try X25519.agree(ephemeral, with: publicKey)
    } catch {
      throw error == .lowOrderPoint ? .malformedKey(line: 1) : .failed
    }
    let key = try Self.wrapKey(shared, share: share, publicKey: publicKey)
    let body = try orFail { () throws(CryptographyError) in
      try ChaCha20Poly1305.seal(fileKey.secret, key: key, nonce: Self.nonce)
    }
    return [Stanza(kind: Self.kind, arguments: [Stanza.argument(share)], body: body)]
  }

  /// Each wrapping key is used once.
  static let nonce = [UInt8](repeating: 0, count: ChaCha20Poly1305.nonceCount)

  static func wrapKey(
    _ shared: borrowing Secret, share: [UInt8], publicKey: [UInt8]
  ) throws(SealingError) -> Secret {
    try orFail { () throws(CryptographyError) in
      try HKDFSHA256.derive(from: shared, salt: share + publicKey, info: info, count: 32)
    }
  }
}
