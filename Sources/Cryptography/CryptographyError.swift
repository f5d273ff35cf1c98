/// Why a cryptographic call did not give a result. It holds lengths and names of functions only,
/// so that it may be logged.
package enum CryptographyError: Error, Equatable, Sendable {
  /// A key, nonce or output has another length, in bytes, than the algorithm takes.
  case wrongLength(expected: Int, found: Int)
  /// A public key that gives every private key the same shared secret (RFC 7748, section 6.1).
  case lowOrderPoint
  /// Work factors that are not powers of two, or need more memory than there is.
  case costOutOfRange
  /// A function of the library failed, which no input should make it do.
  case failed(Call)

  /// The function of OpenSSL that failed.
  package enum Call: String, Sendable {
    case random, digest, mac, hkdf, scrypt, cipher, key, agreement, signature, fetch
  }
}

/// Throws unless OpenSSL said that it was done.
func check(_ status: Int32, _ call: CryptographyError.Call) throws(CryptographyError) {
  guard status == 1 else { throw .failed(call) }
}

/// Throws unless a length is the one that the algorithm takes.
func check(_ found: Int, is expected: Int) throws(CryptographyError) {
  guard found == expected else { throw .wrongLength(expected: expected, found: found) }
}
