internal import COpenSSL

/// HMAC (RFC 2104) with SHA-256.
package enum HMACSHA256 {
  /// The 32-byte code of a message under a key that is kept secret.
  package static func code(
    key: borrowing Secret, message: [UInt8]
  ) throws(CryptographyError) -> [UInt8] {
    let mac = try available(Fetched.hmac)
    guard let context = EVP_MAC_CTX_new(mac) else { throw .failed(.mac) }
    defer { EVP_MAC_CTX_free(context) }
    try key.withUnsafeBytes { key throws(CryptographyError) in
      try check(underseal_hmac_sha256_start(context, key.baseAddress, key.count), .mac)
    }
    try check(EVP_MAC_update(context, message, message.count), .mac)
    var code = [UInt8](repeating: 0, count: SHA256.count)
    var count = 0
    try check(EVP_MAC_final(context, &code, &count, code.count), .mac)
    try check(count, is: SHA256.count)
    return code
  }

  /// Whether a code is that of the message, compared in constant time.
  package static func isValid(
    _ code: [UInt8], key: borrowing Secret, message: [UInt8]
  ) throws(CryptographyError) -> Bool {
    isEqualInConstantTime(code, try Self.code(key: key, message: message))
  }
}
