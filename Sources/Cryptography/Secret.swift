internal import COpenSSL

/// Bytes that nobody else should read: kept out of swap and core files where the system allows,
/// never copied implicitly, and overwritten when their owner is gone.
///
/// They lie in OpenSSL's secure heap (locked, guarded, left out of dumps); when that is full, in
/// ordinary memory. They never change, so that threads may share them.
package struct Secret: ~Copyable, @unchecked Sendable {
  /// How many bytes there are.
  package let count: Int
  private let start: UnsafeMutableRawPointer
  private let isSecure: Bool

  /// 128 KiB of locked memory, handed out in pieces of 32 bytes and more.
  private static let hasSecureHeap =
    Library.isReady
    && (CRYPTO_secure_malloc_initialized() == 1 || CRYPTO_secure_malloc_init(1 << 17, 32) != 0)

  /// Makes `count` bytes and lets `body` fill them; they are zero before.
  package init<E: Error>(
    count: Int, filledBy body: (UnsafeMutableRawBufferPointer) throws(E) -> Void
  ) throws(E) {
    self.init(zeros: count)
    try body(UnsafeMutableRawBufferPointer(start: start, count: count))
  }

  private init(zeros count: Int) {
    self.count = count
    let size = max(count, 1)
    let secure = Self.hasSecureHeap ? underseal_secure_alloc(size) : nil
    isSecure = secure != nil
    start = secure ?? .allocate(byteCount: size, alignment: 16)
    start.initializeMemory(as: UInt8.self, repeating: 0, count: size)
  }

  /// A copy of bytes; the original stays with the caller, who should wipe it.
  package init(copying bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    self.init(count: bytes.count) { bytes.withUnsafeBytes($0.copyMemory) }
  }

  /// Lends the bytes out for one call; the pointer must not be kept.
  package borrowing func withUnsafeBytes<R: ~Copyable, E: Error>(
    _ body: (UnsafeRawBufferPointer) throws(E) -> R
  ) throws(E) -> R {
    try body(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// Another owner of the same bytes.
  package borrowing func duplicate() -> Secret {
    let source = UnsafeRawBufferPointer(start: start, count: count)
    return Secret(count: count) { $0.copyMemory(from: source) }
  }

  deinit {
    let size = max(count, 1)
    if isSecure {
      underseal_secure_free(start, size)
    } else {
      OPENSSL_cleanse(start, size)
      start.deallocate()
    }
  }
}

/// Overwrites bytes that held a secret, in a way no compiler leaves out.
package func wipe(_ bytes: inout [UInt8]) {
  bytes.withUnsafeMutableBytes { OPENSSL_cleanse($0.baseAddress, $0.count) }
  bytes.removeAll(keepingCapacity: false)
}

/// Overwrites memory that held a secret, in a way no compiler leaves out.
package func wipe(_ bytes: UnsafeMutableRawBufferPointer) {
  OPENSSL_cleanse(bytes.baseAddress, bytes.count)
}
