internal import COpenSSL

/// A key object of OpenSSL, freed with its owner.
struct KeyObject: ~Copyable {
  let pointer: OpaquePointer

  /// A private key of 32 bytes; `algorithm` is OpenSSL's name for its kind.
  init(_ algorithm: String, private key: borrowing Secret) throws(CryptographyError) {
    try check(key.count, is: 32)
    let pointer = key.withUnsafeBytes { key in
      EVP_PKEY_new_raw_private_key_ex(
        nil, algorithm, nil, key.baseAddress?.assumingMemoryBound(to: UInt8.self), key.count)
    }
    guard let pointer else { throw .failed(.key) }
    self.pointer = pointer
  }

  /// A public key of 32 bytes.
  init(_ algorithm: String, public key: [UInt8]) throws(CryptographyError) {
    try check(key.count, is: 32)
    guard Library.isReady else { throw .failed(.key) }
    guard let pointer = EVP_PKEY_new_raw_public_key_ex(nil, algorithm, nil, key, key.count) else {
      throw .failed(.key)
    }
    self.pointer = pointer
  }

  /// The public half, 32 bytes.
  func publicKey() throws(CryptographyError) -> [UInt8] {
    var key = [UInt8](repeating: 0, count: 32)
    var count = key.count
    try check(EVP_PKEY_get_raw_public_key(pointer, &key, &count), .key)
    try check(count, is: 32)
    return key
  }

  deinit { EVP_PKEY_free(pointer) }
}
