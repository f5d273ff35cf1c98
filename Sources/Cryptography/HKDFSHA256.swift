internal import COpenSSL

/// HKDF (RFC 5869) with SHA-256: extract, then expand.
package enum HKDFSHA256 {
  /// The longest output, in bytes.
  package static let largest = 255 * SHA256.count

  /// Derives `count` bytes; an empty salt stands for 32 zero bytes.
  package static func derive(
    from key: borrowing Secret, salt: [UInt8], info: [UInt8], count: Int
  ) throws(CryptographyError) -> Secret {
    let kdf = try available(Fetched.hkdf)
    guard (1...largest).contains(count) else {
      throw .wrongLength(expected: largest, found: count)
    }
    return try key.withUnsafeBytes { key throws(CryptographyError) in
      try Secret(count: count) { out throws(CryptographyError) in
        try check(
          underseal_hkdf_sha256(
            kdf, key.baseAddress, key.count, salt, salt.count, info, info.count,
            out.baseAddress?.assumingMemoryBound(to: UInt8.self), out.count), .hkdf)
      }
    }
  }
}
