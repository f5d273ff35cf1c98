internal import Cryptography

/// The body of an age file: a nonce of 16 bytes, then chunks of 64 KiB, each sealed with its
/// number and whether it is the last. Only the last may be shorter.
enum Payload {
  static let nonceCount = 16
  static let chunkCount = 64 << 10
  static let sealedChunkCount = chunkCount + ChaCha20Poly1305.tagCount
  /// How many chunks are worked on at once.
  static let batch = 16

  /// How many bytes a sealed payload without its nonce holds; nil where no payload has that size.
  static func plainCount(sealed count: Int) -> Int? {
    let whole = count / sealedChunkCount
    let rest = count % sealedChunkCount
    if rest == 0 { return whole > 0 ? whole * chunkCount : nil }
    let tag = ChaCha20Poly1305.tagCount
    guard rest > tag || rest == tag && whole == 0 else { return nil }
    return whole * chunkCount + rest - tag
  }
}

/// The nonce of a chunk: its number in 11 bytes, and one that says whether it is the last.
struct ChunkNonce {
  private(set) var bytes = [UInt8](repeating: 0, count: ChaCha20Poly1305.nonceCount)

  mutating func setNumber(_ number: Int, isLast: Bool) {
    var rest = UInt64(number)
    for index in (3...10).reversed() {
      bytes[index] = UInt8(truncatingIfNeeded: rest)
      rest >>= 8
    }
    bytes[11] = isLast ? 1 : 0
  }
}

/// Memory that held plaintext, wiped when its owner is gone.
struct PlainMemory: ~Copyable {
  let bytes: UnsafeMutableRawBufferPointer

  init(count: Int) { bytes = .allocate(byteCount: count, alignment: 64) }

  deinit {
    wipe(bytes)
    bytes.deallocate()
  }
}
