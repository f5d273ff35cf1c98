internal import Cryptography

/// Where bytes go as they are ready; the memory is lent for the call.
public typealias Sink = (UnsafeRawBufferPointer) throws -> Void

/// Seals a payload that comes in pieces, in constant memory.
struct StreamSealer: ~Copyable {
  private var cipher: ChaCha20Poly1305
  private var nonce = ChunkNonce()
  private var number = 0
  /// A chunk is held back until it is known whether it is the last.
  private let held = PlainMemory(count: Payload.chunkCount)
  private var heldCount = 0
  private let output = PlainMemory(count: Payload.batch * Payload.sealedChunkCount)

  init(key: borrowing Secret) throws(SealingError) {
    do { cipher = try ChaCha20Poly1305(key: key, .seal) } catch { throw .failed }
  }

  mutating func take(_ input: UnsafeRawBufferPointer, to sink: Sink) throws {
    var rest = input
    while !rest.isEmpty {
      if heldCount == 0, rest.count > Payload.chunkCount {
        let count = min(Payload.batch, (rest.count - 1) / Payload.chunkCount)
        try seal(rest, chunks: count, to: sink)
        rest = UnsafeRawBufferPointer(rebasing: rest[(count * Payload.chunkCount)...])
      } else if heldCount == Payload.chunkCount {
        try sealHeld(isLast: false, to: sink)
      } else {
        let count = min(Payload.chunkCount - heldCount, rest.count)
        let space = UnsafeMutableRawBufferPointer(rebasing: held.bytes[heldCount...])
        space.copyMemory(from: UnsafeRawBufferPointer(rebasing: rest[..<count]))
        heldCount += count
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
    }
  }

  mutating func finish(to sink: Sink) throws { try sealHeld(isLast: true, to: sink) }

  private mutating func sealHeld(isLast: Bool, to sink: Sink) throws {
    let chunk = UnsafeRawBufferPointer(rebasing: held.bytes[..<heldCount])
    let space = UnsafeMutableRawBufferPointer(
      rebasing: output.bytes[..<(heldCount + ChaCha20Poly1305.tagCount)])
    try seal(chunk, isLast: isLast, into: space)
    heldCount = 0
    try sink(UnsafeRawBufferPointer(space))
  }

  private mutating func seal(_ input: UnsafeRawBufferPointer, chunks: Int, to sink: Sink) throws {
    for index in 0..<chunks {
      let start = index * Payload.chunkCount
      let end = start + Payload.chunkCount
      let place = index * Payload.sealedChunkCount
      try seal(
        UnsafeRawBufferPointer(rebasing: input[start..<end]), isLast: false,
        into: UnsafeMutableRawBufferPointer(
          rebasing: output.bytes[place..<place + Payload.sealedChunkCount]))
    }
    let done = chunks * Payload.sealedChunkCount
    try sink(UnsafeRawBufferPointer(rebasing: output.bytes[..<done]))
  }

  private mutating func seal(
    _ chunk: UnsafeRawBufferPointer, isLast: Bool, into space: UnsafeMutableRawBufferPointer
  ) throws(SealingError) {
    nonce.setNumber(number, isLast: isLast)
    do { try cipher.seal(chunk, nonce: nonce.bytes, into: space) } catch { throw .failed }
    number += 1
  }
}
