internal import COpenSSL

/// scrypt (RFC 7914): a key out of a passphrase, slow and large on purpose.
package enum Scrypt {
  /// Derives `count` bytes with N = 2^`logCost`; it takes 128 · `r` · N bytes of memory.
  package static func derive(
    from passphrase: borrowing Secret, salt: [UInt8], logCost: Int, r: Int = 8, p: Int = 1,
    count: Int
  ) throws(CryptographyError) -> Secret {
    let kdf = try available(Fetched.scrypt)
    guard (1...30).contains(logCost), (1...64).contains(r), (1...64).contains(p), count > 0 else {
      throw .costOutOfRange
    }
    let cost = UInt64(1) << UInt64(logCost)
    // What the library counts, and a little: its own default stops at 1 GiB.
    let limit = 128 * UInt64(r) * (cost + UInt64(p) + 2) + 1 << 20
    return try passphrase.withUnsafeBytes { passphrase throws(CryptographyError) in
      try Secret(count: count) { out throws(CryptographyError) in
        let none = UnsafeRawPointer(bitPattern: 1)
        let status = underseal_scrypt(
          kdf, passphrase.baseAddress ?? none, passphrase.count, salt, salt.count, cost, UInt32(r),
          UInt32(p), limit, out.baseAddress?.assumingMemoryBound(to: UInt8.self), out.count)
        guard status == 1 else { throw .failed(.scrypt) }
      }
    }
  }
}
