internal import COpenSSL

/// SHA-256 (FIPS 180-4): one call for bytes at hand, a value to feed for what comes in pieces.
package struct SHA256: ~Copyable {
  /// The length of a digest, in bytes.
  package static let count = 32
  private let context: OpaquePointer

  /// Starts a digest that is fed piece by piece.
  package init() throws(CryptographyError) {
    let md = try available(Fetched.sha256)
    guard let context = EVP_MD_CTX_new() else { throw .failed(.digest) }
    guard EVP_DigestInit_ex2(context, md, nil) == 1 else {
      EVP_MD_CTX_free(context)
      throw .failed(.digest)
    }
    self.context = context
  }

  /// Adds bytes.
  package mutating func update(_ bytes: UnsafeRawBufferPointer) throws(CryptographyError) {
    try check(EVP_DigestUpdate(context, bytes.baseAddress, bytes.count), .digest)
  }

  /// Adds bytes.
  package mutating func update(_ bytes: [UInt8]) throws(CryptographyError) {
    try check(EVP_DigestUpdate(context, bytes, bytes.count), .digest)
  }

  /// The digest of everything added, 32 bytes.
  package consuming func finish() throws(CryptographyError) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: Self.count)
    try check(EVP_DigestFinal_ex(context, &digest, nil), .digest)
    return digest
  }

  deinit { EVP_MD_CTX_free(context) }

  /// The digest of bytes, 32 bytes.
  package static func digest(_ bytes: [UInt8]) throws(CryptographyError) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: count)
    let md = try available(Fetched.sha256)
    try check(EVP_Digest(bytes, bytes.count, &digest, nil, md, nil), .digest)
    return digest
  }
}
