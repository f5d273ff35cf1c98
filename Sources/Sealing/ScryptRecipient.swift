package import Cryptography

/// A passphrase that will open a file; it is the file's only recipient.
public final class ScryptRecipient: Recipient {
  static let kind = "scrypt"
  static let saltCount = 16
  /// The work factor that new files get: about a second, and 256 MiB.
  public static let usualLogCost = 18

  private let passphrase: Secret
  private let logCost: Int

  /// Takes the passphrase over; it is wiped with the recipient.
  ///
  /// - Parameter logCost: the work factor as a power of two; 128 × 8 × 2^logCost bytes of memory.
  package init(passphrase: consuming Secret, logCost: Int = usualLogCost) {
    self.passphrase = passphrase
    self.logCost = logCost
  }

  /// A passphrase: no other recipient may stand beside it.
  public var strength: RecipientStrength { .passphrase }

  /// One stanza: the salt and the work factor as its arguments, and the file key under a key that
  /// scrypt makes of the passphrase (RFC 7914; C2SP age, section "scrypt recipient stanza").
  public func wrap(_ fileKey: borrowing FileKey) throws(SealingError) -> [Stanza] {
    let salt = try orFail { () throws(CryptographyError) in
      try SecureRandom.bytes(Self.saltCount)
    }
    let key = try Self.wrapKey(passphrase, salt: salt, logCost: logCost)
    let body = try orFail { () throws(CryptographyError) in
      try ChaCha20Poly1305.seal(fileKey.secret, key: key, nonce: X25519Recipient.nonce)
    }
    let arguments = [Stanza.argument(salt), String(logCost)]
    return [Stanza(kind: Self.kind, arguments: arguments, body: body)]
  }

  static func wrapKey(
    _ passphrase: borrowing Secret, salt: [UInt8], logCost: Int
  ) throws(SealingError) -> Secret {
    let label = Array("age-encryption.org/v1/scrypt".utf8)
    return try orFail { () throws(CryptographyError) in
      try Scrypt.derive(from: passphrase, salt: label + salt, logCost: logCost, count: 32)
    }
  }
}
