internal import Glibc
internal import Sealing

/// How fast one thread seals and opens in memory, without files: compare it with
/// `openssl speed -aead -evp chacha20-poly1305 -bytes 65536`.
@main
enum SealingStream {
  private static let piece = [UInt8](repeating: 0x2A, count: 1 << 20)
  private static let rounds = 2048
  /// How many pieces the file has that is opened again and again.
  private static let part = 8

  static func main() throws {
    let identity = try X25519Identity()
    let best = try (0..<3).map { _ in try measured(identity) }
    let (sealing, opening) = (best.map(\.0).max() ?? 0, best.map(\.1).max() ?? 0)
    print("sealing \(Int(sealing)) MB/s, opening \(Int(opening)) MB/s, one thread, best of 3")
  }

  private static func measured(_ identity: X25519Identity) throws -> (Double, Double) {
    var sealer = try Sealer(to: [identity.recipient])
    var held: [UInt8] = []
    held.reserveCapacity(part * (piece.count + 4096))
    var start = seconds
    for _ in 0..<rounds {
      try piece.withUnsafeBytes { try sealer.take($0) { _ in } }
    }
    try sealer.finish { _ in }
    let sealing = Double(rounds * piece.count) / (seconds - start) / 1e6

    var second = try Sealer(to: [identity.recipient])
    for _ in 0..<part { try piece.withUnsafeBytes { try second.take($0) { held += $0 } } }
    try second.finish { held += $0 }
    var opened = 0
    start = seconds
    for _ in 0..<rounds / part {
      var opener = Opener(with: [identity])
      try held.withUnsafeBytes { file in
        for start in stride(from: 0, to: file.count, by: 1 << 20) {
          let end = min(start + 1 << 20, file.count)
          let bytes = UnsafeRawBufferPointer(rebasing: file[start..<end])
          try opener.take(bytes) { opened += $0.count }
        }
      }
      try opener.finish { opened += $0.count }
    }
    return (sealing, Double(opened) / (seconds - start) / 1e6)
  }

  /// The processor time of this thread.
  private static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
