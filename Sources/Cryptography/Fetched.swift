internal import COpenSSL

/// The algorithms of OpenSSL that are used, each looked up once; nil where the library lacks it.
///
/// They are never changed or freed, so every thread may use them.
enum Fetched {
  nonisolated(unsafe) static let sha256 = EVP_MD_fetch(nil, "SHA256", nil)
  nonisolated(unsafe) static let hmac = EVP_MAC_fetch(nil, "HMAC", nil)
  nonisolated(unsafe) static let hkdf = EVP_KDF_fetch(nil, "HKDF", nil)
  nonisolated(unsafe) static let scrypt = EVP_KDF_fetch(nil, "SCRYPT", nil)
  nonisolated(unsafe) static let chaCha20Poly1305 =
    EVP_CIPHER_fetch(nil, "ChaCha20-Poly1305", nil)
}

/// The algorithm, or an error where the library lacks it.
func available(_ algorithm: OpaquePointer?) throws(CryptographyError) -> OpaquePointer {
  guard let algorithm else { throw .failed(.fetch) }
  return algorithm
}
