internal import Cryptography

/// Opens a payload that comes in pieces, in constant memory. What it gives out is authentic and
/// in its place; that nothing is missing is known when `finish` returns.
struct StreamOpener: ~Copyable {
  private var cipher: ChaCha20Poly1305
  private var nonce = ChunkNonce()
  private var number = 0
  /// A chunk is held back until it is known whether it is the last.
  private let held = PlainMemory(count: Payload.sealedChunkCount)
  private var heldCount = 0
  private let output = PlainMemory(count: Payload.batch * Payload.chunkCount)

  init(key: borrowing Secret) throws(SealingError) {
    do { cipher = try ChaCha20Poly1305(key: key, .open) } catch { throw .failed }
  }

  mutating func take(_ input: UnsafeRawBufferPointer, to sink: Sink) throws {
    var rest = input
    while !rest.isEmpty {
      if heldCount == 0, rest.count > Payload.sealedChunkCount {
        let count = min(Payload.batch, (rest.count - 1) / Payload.sealedChunkCount)
        try open(rest, chunks: count, to: sink)
        rest = UnsafeRawBufferPointer(rebasing: rest[(count * Payload.sealedChunkCount)...])
      } else if heldCount == Payload.sealedChunkCount {
        let chunk = UnsafeRawBufferPointer(held.bytes)
        heldCount = 0
        try open(chunk, chunks: 1, to: sink)
      } else {
        let count = min(Payload.sealedChunkCount - heldCount, rest.count)
        let space = UnsafeMutableRawBufferPointer(rebasing: held.bytes[heldCount...])
        space.copyMemory(from: UnsafeRawBufferPointer(rebasing: rest[..<count]))
        heldCount += count
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
    }
  }

  /// Opens the last chunk.
  mutating func finish(to sink: Sink) throws {
    guard heldCount >= ChaCha20Poly1305.tagCount else {
      throw SealingError.truncated(chunk: number)
    }
    let chunk = UnsafeRawBufferPointer(rebasing: held.bytes[..<heldCount])
    let space = UnsafeMutableRawBufferPointer(
      rebasing: output.bytes[..<(heldCount - ChaCha20Poly1305.tagCount)])
    if try open(chunk, isLast: true, into: space) {
      guard !space.isEmpty || number == 0 else { throw SealingError.emptyFinalChunk }
      try sink(UnsafeRawBufferPointer(space))
      return
    }
    // A whole chunk that is authentic, but not the last: the rest was cut off.
    guard heldCount == Payload.sealedChunkCount, try open(chunk, isLast: false, into: space) else {
      throw SealingError.damaged(chunk: number)
    }
    try sink(UnsafeRawBufferPointer(space))
    throw SealingError.truncated(chunk: number + 1)
  }

  /// Opens chunks that are not the last, as bytes follow; gives out those before the first wrong
  /// one.
  private mutating func open(
    _ input: UnsafeRawBufferPointer, chunks: Int, to sink: Sink
  ) throws {
    var done = 0
    var problem: SealingError?
    for index in 0..<chunks {
      let start = index * Payload.sealedChunkCount
      let chunk = UnsafeRawBufferPointer(rebasing: input[start..<start + Payload.sealedChunkCount])
      let space = UnsafeMutableRawBufferPointer(
        rebasing: output.bytes[done..<done + Payload.chunkCount])
      if try open(chunk, isLast: false, into: space) {
        done += Payload.chunkCount
        number += 1
      } else if try open(chunk, isLast: true, into: space) {
        // This was the end; what follows was put there by somebody else.
        done += Payload.chunkCount
        problem = .trailingBytes
        break
      } else {
        problem = .damaged(chunk: number)
        break
      }
    }
    if done > 0 { try sink(UnsafeRawBufferPointer(rebasing: output.bytes[..<done])) }
    if let problem { throw problem }
  }

  private mutating func open(
    _ chunk: UnsafeRawBufferPointer, isLast: Bool, into space: UnsafeMutableRawBufferPointer
  ) throws(SealingError) -> Bool {
    nonce.setNumber(number, isLast: isLast)
    do { return try cipher.open(chunk, nonce: nonce.bytes, into: space) } catch { throw .failed }
  }
}
