internal import Cryptography

/// The head of an age file: who can open it, and a code that nobody else can make.
///
///     age-encryption.org/v1
///     -> X25519 XEl0dJ6y3C7KZkgmgWUicg63EyXJiwBJW8PdYJ/cYBE
///     qRS0AMjdjPvZ/WT08U2KL4G+PIooA3hy38SvLpvaC1E
///     --- HK2NmOBN9Dpq0Gw6xMCuhFcQlQLvZ/wQUi/2scLG75s
struct Header {
  static let origin = Array("age-encryption.org/".utf8)
  static let version = origin + Array("v1\n".utf8)
  static let end = Array("---".utf8)

  let stanzas: [Stanza]
  /// The bytes that the code is made of: everything up to and with the `---`.
  let signed: [UInt8]
  let code: [UInt8]

  /// A header that was read.
  init(stanzas: [Stanza], signed: [UInt8], code: [UInt8]) {
    self.stanzas = stanzas
    self.signed = signed
    self.code = code
  }

  /// The header of a new file.
  init(stanzas: [Stanza], fileKey: borrowing FileKey) throws(SealingError) {
    self.stanzas = stanzas
    let signed = Self.version + stanzas.flatMap(\.encoded) + Self.end
    self.signed = signed
    let key = try fileKey.headerKey()
    code = try orFail { () throws(CryptographyError) in
      try HMACSHA256.code(key: key, message: signed)
    }
  }

  /// All bytes of the header.
  var encoded: [UInt8] {
    signed + [0x20] + Base64.encode(code, .unpadded) + [0x0A]
  }

  /// Throws unless the code is the one of this file key.
  func check(_ fileKey: borrowing FileKey) throws(SealingError) {
    let key = try fileKey.headerKey()
    let isValid = try orFail { () throws(CryptographyError) in
      try HMACSHA256.isValid(code, key: key, message: signed)
    }
    guard isValid else { throw .wrongHeaderCode }
  }

  /// How many keys a file may be sealed to: opening it tries one after the other.
  static let mostKeys = 1024
  private static let keyKinds: Set = ["X25519", "mlkem768x25519"]

  /// The file key, from the first identity that can unwrap one.
  func fileKey(_ identities: [any Identity]) throws -> FileKey {
    // A passphrase says who sealed the file only where nobody else was let in.
    let hasPassphrase = stanzas.contains { $0.kind == ScryptRecipient.kind }
    if hasPassphrase, stanzas.count > 1 { throw SealingError.passphraseNotAloneInHeader }
    guard stanzas.count(where: { Self.keyKinds.contains($0.kind) }) <= Self.mostKeys else {
      throw SealingError.tooManyRecipients(limit: Self.mostKeys)
    }
    for identity in identities {
      if let key = try identity.unwrap(stanzas) {
        try check(key)
        return key
      }
    }
    throw SealingError.noIdentityMatches(isPassphrase: hasPassphrase)
  }
}

extension SealingError {
  fileprivate static var passphraseNotAloneInHeader: SealingError { .malformedStanza(2) }
}
