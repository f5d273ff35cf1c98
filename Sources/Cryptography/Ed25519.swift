internal import COpenSSL

/// Ed25519 signatures (RFC 8032): public keys of 32 bytes, signatures of 64.
package enum Ed25519 {
  /// The length of a signature, in bytes.
  package static let signatureCount = 64

  /// A key that signs: its 32-byte seed, kept secret.
  package struct SigningKey: ~Copyable, Sendable {
    /// The private key as RFC 8032 stores it.
    package let seed: Secret
    /// The key that verifies.
    package let publicKey: [UInt8]

    /// A fresh key.
    package init() throws(CryptographyError) {
      try self.init(seed: try SecureRandom.secret(32))
    }

    /// The key of a seed that was stored.
    package init(seed: consuming Secret) throws(CryptographyError) {
      publicKey = try KeyObject("ED25519", private: seed).publicKey()
      self.seed = seed
    }

    /// The signature of a message, the same each time.
    package borrowing func sign(_ message: [UInt8]) throws(CryptographyError) -> [UInt8] {
      let key = try KeyObject("ED25519", private: seed)
      guard let context = EVP_MD_CTX_new() else { throw .failed(.signature) }
      defer { EVP_MD_CTX_free(context) }
      try check(
        EVP_DigestSignInit_ex(context, nil, nil, nil, nil, key.pointer, nil), .signature)
      var signature = [UInt8](repeating: 0, count: signatureCount)
      var count = signature.count
      try check(EVP_DigestSign(context, &signature, &count, message, message.count), .signature)
      try check(count, is: signatureCount)
      return signature
    }
  }

  /// Whether a signature of a message is that of the public key.
  package static func isValid(
    _ signature: [UInt8], of message: [UInt8], publicKey: [UInt8]
  ) throws(CryptographyError) -> Bool {
    guard signature.count == signatureCount, publicKey.count == 32 else { return false }
    let key = try KeyObject("ED25519", public: publicKey)
    guard let context = EVP_MD_CTX_new() else { throw .failed(.signature) }
    defer { EVP_MD_CTX_free(context) }
    try check(
      EVP_DigestVerifyInit_ex(context, nil, nil, nil, nil, key.pointer, nil), .signature)
    // Wrong is an answer here; what OpenSSL has to say about it is not kept.
    defer { ERR_clear_error() }
    return EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
  }
}
