import Cryptography
import Sealing
import Testing

/// A sealed file of some chunks, made once, with what is needed to change it.
struct SealedSample {
  static let chunk = 65536
  static let sealedChunk = chunk + 16

  let identity: X25519Identity
  let plain: [UInt8]
  let file: [UInt8]
  /// Where the header ends and the nonce begins.
  let payloadStart: Int

  /// Where the first chunk begins.
  var firstChunk: Int { payloadStart + 16 }

  init(count: Int) throws {
    identity = try X25519Identity()
    plain = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 9) }
    file = try Sealer.seal(plain, to: [identity.recipient])
    var start = 0
    var lines = 0
    // Version, arguments, body and code are a line each.
    while lines < 4 {
      if file[start] == 0x0A { lines += 1 }
      start += 1
    }
    payloadStart = start
  }

  /// The range of a chunk in the file.
  func range(ofChunk number: Int) -> Range<Int> {
    let start = firstChunk + number * Self.sealedChunk
    return start..<min(start + Self.sealedChunk, file.count)
  }

  /// What comes out of a changed file, and the error that ends it.
  func open(_ file: [UInt8]) -> (released: [UInt8], error: SealingError?) {
    attempt(file, with: [identity])
  }
}

/// What comes out of a file, and the error that ends it.
func attempt(_ file: [UInt8], with identities: [any Identity])
  -> (released: [UInt8], error: SealingError?)
{
  var released: [UInt8] = []
  do {
    var opener = Opener(with: identities)
    try file.withUnsafeBytes { try opener.take($0) { released += $0 } }
    try opener.finish { released += $0 }
    return (released, nil)
  } catch {
    return (released, error as? SealingError)
  }
}

func secret(_ text: String) -> Secret { Secret(copying: Array(text.utf8)) }
