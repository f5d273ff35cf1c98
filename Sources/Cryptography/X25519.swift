internal import COpenSSL

/// X25519 (RFC 7748): a shared secret out of one private and one public key, 32 bytes each.
package enum X25519 {
  /// The public key of a private one.
  package static func publicKey(of key: borrowing Secret) throws(CryptographyError) -> [UInt8] {
    try KeyObject("X25519", private: key).publicKey()
  }

  /// The shared secret.
  ///
  /// - Throws: `lowOrderPoint` where the public key would give zeros for every private key.
  package static func agree(
    _ key: borrowing Secret, with publicKey: [UInt8]
  ) throws(CryptographyError) -> Secret {
    let own = try KeyObject("X25519", private: key)
    let peer = try KeyObject("X25519", public: publicKey)
    guard let context = EVP_PKEY_CTX_new_from_pkey(nil, own.pointer, nil) else {
      throw .failed(.agreement)
    }
    defer { EVP_PKEY_CTX_free(context) }
    try check(EVP_PKEY_derive_init(context), .agreement)
    try check(EVP_PKEY_derive_set_peer(context, peer.pointer), .agreement)
    return try Secret(count: 32) { out throws(CryptographyError) in
      var count = out.count
      let start = out.baseAddress?.assumingMemoryBound(to: UInt8.self)
      // The library refuses a result of zeros itself.
      guard EVP_PKEY_derive(context, start, &count) == 1 else { throw .lowOrderPoint }
      try check(count, is: 32)
      guard out.contains(where: { $0 != 0 }) else { throw .lowOrderPoint }
    }
  }
}
