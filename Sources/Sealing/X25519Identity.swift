internal import Cryptography

/// A private key of age's X25519 kind: `AGE-SECRET-KEY-1…`.
public final class X25519Identity: IdentityKey {
  static let prefix = "AGE-SECRET-KEY-"

  private let key: Secret
  private let publicKey: [UInt8]

  /// A fresh key.
  public convenience init() throws(SealingError) {
    try self.init(
      key: try orFail { () throws(CryptographyError) in try SecureRandom.secret(32) })
  }

  /// A key of 32 bytes.
  init(key: consuming Secret) throws(SealingError) {
    guard key.count == 32 else { throw .malformedKey(line: 1) }
    do {
      publicKey = try X25519.publicKey(of: key)
    } catch { throw .failed }
    self.key = key
  }

  /// The public half, `age1…`.
  public var recipient: any RecipientKey { x25519Recipient }

  private var x25519Recipient: X25519Recipient { X25519Recipient(publicKey: publicKey)! }

  /// `AGE-SECRET-KEY-1…`, in Bech32 (BIP 173) of the 32 bytes of the key.
  public func secretText() -> SecretText { SecretText(prefix: Self.prefix, key: key) }

  /// Opens the first stanza of its kind that is for this key, by X25519 (RFC 7748) and HKDF (RFC
  /// 5869); nil where there is none. Throws `SealingError.malformedStanza`, with the stanza's
  /// number from 1, where a share is malformed or of low order.
  public func unwrap(_ stanzas: [Stanza]) throws -> FileKey? {
    for (index, stanza) in stanzas.enumerated() where stanza.kind == X25519Recipient.kind {
      guard stanza.arguments.count == 1, stanza.body.count == Stanza.wrappedKeyCount,
        let share = stanza.bytes(ofArgument: 0, count: 32)
      else { throw SealingError.malformedStanza(index + 1) }
      let shared: Secret
      do throws(CryptographyError) {
        shared = try X25519.agree(key, with: share)
      } catch {
        throw error == .lowOrderPoint ? SealingError.malformedStanza(index + 1) : .failed
      }
      let wrapKey = try X25519Recipient.wrapKey(shared, share: share, publicKey: publicKey)
      let opened = try orFail { () throws(CryptographyError) in
        try ChaCha20Poly1305.open(stanza.body, key: wrapKey, nonce: X25519Recipient.nonce)
      }
      if let opened { return FileKey(opened) }
    }
    return nil
  }
}
