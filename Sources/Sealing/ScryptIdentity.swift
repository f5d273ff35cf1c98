package import Cryptography

/// A passphrase that opens files; it is asked for when a file turns out to need one.
public struct ScryptIdentity: Identity {
  /// The work factor up to which files are tried: some 4 seconds, and 1 GiB.
  public static let usualLimit = 20
  /// The highest limit that may be asked for: some 20 seconds, and 4 GiB.
  public static let highestLimit = 22

  private let limit: Int
  private let passphrase: @Sendable () throws -> Secret

  /// - Parameter limit: the highest work factor that is tried, as a power of two.
  package init(limit: Int = usualLimit, passphrase: @escaping @Sendable () throws -> Secret) {
    self.limit = limit
    self.passphrase = passphrase
  }

  /// Asks for the passphrase, where the one stanza of the file is of this kind, and tries it; nil
  /// where no stanza is, or the passphrase is another. Throws `SealingError.malformedStanza` where
  /// it does not stand alone or has not its form (C2SP age, section "scrypt recipient stanza"), and
  /// `costTooHigh` before any work is done.
  public func unwrap(_ stanzas: [Stanza]) throws -> FileKey? {
    guard let stanza = stanzas.first(where: { $0.kind == ScryptRecipient.kind }) else {
      return nil
    }
    guard stanzas.count == 1, stanza.arguments.count == 2,
      stanza.body.count == Stanza.wrappedKeyCount,
      let salt = stanza.bytes(ofArgument: 0, count: ScryptRecipient.saltCount),
      let logCost = Self.decimal(stanza.arguments[1])
    else { throw SealingError.malformedStanza(1) }
    guard logCost <= limit else {
      throw SealingError.costTooHigh(found: logCost, limit: limit)
    }
    let passphrase = try passphrase()
    let key = try ScryptRecipient.wrapKey(passphrase, salt: salt, logCost: logCost)
    let opened = try orFail { () throws(CryptographyError) in
      try ChaCha20Poly1305.open(stanza.body, key: key, nonce: X25519Recipient.nonce)
    }
    guard let opened else { return nil }
    return FileKey(opened)
  }

  /// A number written with digits only and no leading zero.
  private static func decimal(_ text: String) -> Int? {
    guard let first = text.utf8.first, (0x31...0x39).contains(first),
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }
}
