internal import COpenSSL

/// Random bytes fit for keys, from OpenSSL's generator, which the kernel seeds.
package enum SecureRandom {
  /// Public random bytes: nonces, salts, ids.
  package static func bytes(_ count: Int) throws(CryptographyError) -> [UInt8] {
    guard Library.isReady else { throw .failed(.random) }
    var bytes = [UInt8](repeating: 0, count: count)
    try check(RAND_bytes_ex(nil, &bytes, count, 0), .random)
    return bytes
  }

  /// Random bytes that become a key, from the generator that is kept for those.
  package static func secret(_ count: Int) throws(CryptographyError) -> Secret {
    try Secret(count: count) { buffer throws(CryptographyError) in
      let start = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
      try check(RAND_priv_bytes_ex(nil, start, buffer.count, 0), .random)
    }
  }
}
