package import Cryptography

/// The key of one file: 16 random bytes that stanzas wrap and everything else is derived from.
public struct FileKey: ~Copyable, Sendable {
  /// The length of a file key, in bytes.
  static let count = 16

  /// The 16 bytes, wiped when the key is gone.
  package let secret: Secret

  /// The key of a new file.
  init() throws(SealingError) {
    secret = try orFail { () throws(CryptographyError) in try SecureRandom.secret(Self.count) }
  }

  /// A key that was unwrapped; nil where it has not 16 bytes.
  package init?(_ secret: consuming Secret) {
    guard secret.count == Self.count else { return nil }
    self.secret = secret
  }

  /// The key of the header's code.
  func headerKey() throws(SealingError) -> Secret {
    try orFail { () throws(CryptographyError) in
      try HKDFSHA256.derive(from: secret, salt: [], info: Array("header".utf8), count: 32)
    }
  }

  /// The key of the payload that follows this nonce.
  func payloadKey(nonce: [UInt8]) throws(SealingError) -> Secret {
    try orFail { () throws(CryptographyError) in
      try HKDFSHA256.derive(from: secret, salt: nonce, info: Array("payload".utf8), count: 32)
    }
  }
}

/// What only fails when the library itself does.
package func orFail<R: ~Copyable>(
  _ body: () throws(CryptographyError) -> R
) throws(SealingError) -> R {
  do { return try body() } catch { throw .failed }
}
