#if PostQuantum
  internal import Crypto
  internal import Cryptography
  internal import Foundation
  public import Sealing

  /// A private key of age's post-quantum kind: `AGE-SECRET-KEY-PQ-1…`.
  public final class HybridIdentity: IdentityKey {
    static let prefix = "AGE-SECRET-KEY-PQ-"

    private let seed: Secret
    private let publicKey: [UInt8]

    /// A fresh key.
    public convenience init() throws(SealingError) {
      try self.init(
        seed: try orFail { () throws(CryptographyError) in try SecureRandom.secret(32) })
    }

    /// The key of a seed of 32 bytes.
    init(seed: consuming Secret) throws(SealingError) {
      guard seed.count == 32, let key = Self.privateKey(seed) else {
        throw .malformedKey(line: 1)
      }
      publicKey = Array(key.publicKey.rawRepresentation)
      self.seed = seed
    }

    /// The public half, `age1pq1…`.
    public var recipient: any RecipientKey { HybridRecipient(publicKey: publicKey)! }

    /// `AGE-SECRET-KEY-PQ-1…`, in Bech32 (BIP 173) of the 32 bytes of the seed.
    public func secretText() -> SecretText { SecretText(prefix: Self.prefix, key: seed) }

    /// Opens the first stanza of its kind that is for this key by HPKE (RFC 9180) and X-Wing; nil
    /// where there is none. Throws `SealingError.malformedStanza`, with the stanza's number from 1,
    /// where one has not the form of its kind.
    public func unwrap(_ stanzas: [Stanza]) throws -> FileKey? {
      var key: XWingMLKEM768X25519.PrivateKey?
      for (index, stanza) in stanzas.enumerated() where stanza.kind == HybridRecipient.kind {
        guard stanza.arguments.count == 1, stanza.body.count == Stanza.wrappedKeyCount,
          let share = stanza.bytes(ofArgument: 0, count: HybridRecipient.shareCount)
        else { throw SealingError.malformedStanza(index + 1) }
        key = key ?? Self.privateKey(seed)
        guard let key else { throw SealingError.failed }
        guard
          var recipient = try? HPKE.Recipient(
            privateKey: key, ciphersuite: .age, info: HPKE.Ciphersuite.ageLabel,
            encapsulatedKey: Data(share))
        else { throw SealingError.malformedStanza(index + 1) }
        if var opened = try? recipient.open(Data(stanza.body)) {
          defer { opened.resetBytes(in: opened.indices) }
          return FileKey(Secret(copying: opened))
        }
      }
      return nil
    }

    /// The library's key; it is made when needed, so that the seed stays in its own memory.
    private static func privateKey(
      _ seed: borrowing Secret
    ) -> XWingMLKEM768X25519.PrivateKey? {
      seed.withUnsafeBytes { bytes in
        var copy = Data(bytes)
        defer { copy.resetBytes(in: copy.indices) }
        return try? XWingMLKEM768X25519.PrivateKey(seedRepresentation: copy, publicKey: nil)
      }
    }
  }

  extension KeyFormat {
    /// age's post-quantum keys.
    public static let hybrid = KeyFormat(
      recipientPrefix: HybridRecipient.prefix, identityPrefix: HybridIdentity.prefix,
      recipient: { HybridRecipient(publicKey: $0) }, identity: { try? HybridIdentity(seed: $0) })
  }
#endif
