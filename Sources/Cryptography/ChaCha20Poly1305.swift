internal import COpenSSL

/// ChaCha20-Poly1305 (RFC 8439) under one key, for many messages.
///
/// The key is scheduled once; each message sets its nonce only. Input and output may be the same
/// memory. A nonce must never seal two messages under one key.
package struct ChaCha20Poly1305: ~Copyable {
  /// The lengths of keys, nonces and tags, in bytes.
  package static let keyCount = 32, nonceCount = 12, tagCount = 16

  /// Whether messages are sealed or opened.
  package enum Direction: Int32, Sendable {
    case open = 0
    case seal = 1
  }

  private let context: OpaquePointer
  private let direction: Direction

  /// Takes the key; the context works one way only.
  package init(
    key: borrowing Secret, _ direction: Direction
  ) throws(CryptographyError) {
    try check(key.count, is: Self.keyCount)
    let cipher = try available(Fetched.chaCha20Poly1305)
    guard let context = EVP_CIPHER_CTX_new() else { throw .failed(.cipher) }
    let status = key.withUnsafeBytes { key in
      let start = key.baseAddress?.assumingMemoryBound(to: UInt8.self)
      return EVP_CipherInit_ex2(context, cipher, start, nil, direction.rawValue, nil)
    }
    guard status == 1 else {
      EVP_CIPHER_CTX_free(context)
      throw .failed(.cipher)
    }
    self.context = context
    self.direction = direction
  }

  deinit { EVP_CIPHER_CTX_free(context) }

  /// Writes ciphertext and tag to `output`, which is 16 bytes longer than the message.
  package mutating func seal(
    _ message: UnsafeRawBufferPointer, nonce: [UInt8],
    additional: UnsafeRawBufferPointer = UnsafeRawBufferPointer(start: nil, count: 0),
    into output: UnsafeMutableRawBufferPointer
  ) throws(CryptographyError) {
    precondition(direction == .seal, "a context that opens cannot seal")
    try check(output.count, is: message.count + Self.tagCount)
    try run(message, nonce: nonce, additional: additional, into: output)
    let tag = output.baseAddress! + message.count
    let set = Int32(EVP_CTRL_AEAD_GET_TAG)
    try check(EVP_CIPHER_CTX_ctrl(context, set, Int32(Self.tagCount), tag), .cipher)
  }

  /// Writes the message to `output`, which is 16 bytes shorter than ciphertext and tag.
  ///
  /// - Returns: whether the tag is right; where it is not, `output` is zeros.
  package mutating func open(
    _ sealed: UnsafeRawBufferPointer, nonce: [UInt8],
    additional: UnsafeRawBufferPointer = UnsafeRawBufferPointer(start: nil, count: 0),
    into output: UnsafeMutableRawBufferPointer
  ) throws(CryptographyError) -> Bool {
    precondition(direction == .open, "a context that seals cannot open")
    try check(sealed.count, is: output.count + Self.tagCount)
    // Copied, so that output may lie over the input.
    var tag = [UInt8](sealed.suffix(Self.tagCount))
    let set = Int32(EVP_CTRL_AEAD_SET_TAG)
    let message = UnsafeRawBufferPointer(rebasing: sealed.dropLast(Self.tagCount))
    do {
      try begin(nonce)
      try check(EVP_CIPHER_CTX_ctrl(context, set, Int32(tag.count), &tag), .cipher)
      try update(message, additional: additional, into: output)
    } catch {
      wipe(output)
      throw error
    }
    var rest: UInt8 = 0
    var count: Int32 = 0
    guard EVP_CipherFinal_ex(context, &rest, &count) == 1 else {
      wipe(output)
      return false
    }
    return true
  }

  private mutating func run(
    _ message: UnsafeRawBufferPointer, nonce: [UInt8], additional: UnsafeRawBufferPointer,
    into output: UnsafeMutableRawBufferPointer
  ) throws(CryptographyError) {
    try begin(nonce)
    try update(message, additional: additional, into: output)
    var rest: UInt8 = 0
    var count: Int32 = 0
    try check(EVP_CipherFinal_ex(context, &rest, &count), .cipher)
  }

  private mutating func begin(_ nonce: [UInt8]) throws(CryptographyError) {
    try check(nonce.count, is: Self.nonceCount)
    try check(EVP_CipherInit_ex2(context, nil, nil, nonce, direction.rawValue, nil), .cipher)
  }

  private mutating func update(
    _ message: UnsafeRawBufferPointer, additional: UnsafeRawBufferPointer,
    into output: UnsafeMutableRawBufferPointer
  ) throws(CryptographyError) {
    var count: Int32 = 0
    guard message.count <= Int32.max, additional.count <= Int32.max else {
      throw .wrongLength(expected: Int(Int32.max), found: message.count)
    }
    if additional.count > 0 {
      let bytes = additional.baseAddress?.assumingMemoryBound(to: UInt8.self)
      try check(EVP_CipherUpdate(context, nil, &count, bytes, Int32(additional.count)), .cipher)
    }
    if message.count > 0 {
      let bytes = message.baseAddress?.assumingMemoryBound(to: UInt8.self)
      let out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
      try check(EVP_CipherUpdate(context, out, &count, bytes, Int32(message.count)), .cipher)
      try check(Int(count), is: message.count)
    }
  }
}

extension ChaCha20Poly1305 {
  /// One message under a key used once.
  package static func seal(
    _ message: borrowing Secret, key: borrowing Secret, nonce: [UInt8]
  ) throws(CryptographyError) -> [UInt8] {
    var sealed = [UInt8](repeating: 0, count: message.count + tagCount)
    var context = try ChaCha20Poly1305(key: key, .seal)
    try sealed.withUnsafeMutableBufferPointer { output throws(CryptographyError) in
      try message.withUnsafeBytes { message throws(CryptographyError) in
        try context.seal(message, nonce: nonce, into: UnsafeMutableRawBufferPointer(output))
      }
    }
    return sealed
  }

  /// The message of one ciphertext and tag; nil where the tag is not right.
  package static func open(
    _ sealed: [UInt8], key: borrowing Secret, nonce: [UInt8]
  ) throws(CryptographyError) -> Secret? {
    guard sealed.count >= tagCount else { return nil }
    var context = try ChaCha20Poly1305(key: key, .open)
    var isValid = false
    let message = try Secret(count: sealed.count - tagCount) { output throws(CryptographyError) in
      isValid = try sealed.withUnsafeBufferPointer { sealed throws(CryptographyError) in
        try context.open(UnsafeRawBufferPointer(sealed), nonce: nonce, into: output)
      }
    }
    if isValid { return message }
    return nil
  }
}
