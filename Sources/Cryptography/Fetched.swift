internal import COpenSSL

/// The library, made ready before anything else is asked of it.
enum Library {
  /// Without its configuration file, which the environment can name and which could put other
  /// code in the place of an algorithm.
  static let isReady = OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_LOAD_CONFIG), nil) == 1
}

/// The algorithms of OpenSSL that are used, each looked up once; nil where the library lacks it.
///
/// They are never changed or freed, so every thread may use them.
enum Fetched {
  nonisolated(unsafe) static let sha256 =
    Library.isReady ? EVP_MD_fetch(nil, "SHA256", nil) : nil
  nonisolated(unsafe) static let hmac =
    Library.isReady ? EVP_MAC_fetch(nil, "HMAC", nil) : nil
  nonisolated(unsafe) static let hkdf =
    Library.isReady ? EVP_KDF_fetch(nil, "HKDF", nil) : nil
  nonisolated(unsafe) static let scrypt =
    Library.isReady ? EVP_KDF_fetch(nil, "SCRYPT", nil) : nil
  nonisolated(unsafe) static let chaCha20Poly1305 =
    Library.isReady ? EVP_CIPHER_fetch(nil, "ChaCha20-Poly1305", nil) : nil
}

/// The algorithm, or an error where the library lacks it.
func available(_ algorithm: OpaquePointer?) throws(CryptographyError) -> OpaquePointer {
  guard let algorithm else { throw .failed(.fetch) }
  return algorithm
}
