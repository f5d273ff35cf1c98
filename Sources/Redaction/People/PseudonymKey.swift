/// What the draw of pseudonyms is keyed by: a random secret of the case, so that whoever guesses a
/// name learns nothing by drawing again; or the case's name, where there is no secret.
struct PseudonymKey: Sendable {
  private enum Kind: Sendable {
    case secret(UInt64, UInt64)
    case caseName(String)
  }

  private let kind: Kind

  private init(_ kind: Kind) { self.kind = kind }

  init(caseName: String) { self.init(.caseName(caseName)) }

  /// The key of a people file.
  init(_ file: PeopleFile) {
    guard let bytes = Self.bytes(file.secret) else {
      self.init(caseName: file.caseName)
      return
    }
    func word(_ range: Range<Int>) -> UInt64 {
      bytes[range].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    self.init(.secret(word(0..<8), word(8..<16)))
  }

  /// Where the draw for somebody begins: a function of the key and of these words.
  func seed(_ words: [String]) -> UInt64 {
    switch kind {
    case .secret(let k0, let k1):
      Self.sipHash(k0, k1, words.reduce(into: []) { $0 += Array($1.utf8) + [0xFF] })
    case .caseName(let name):
      ([name] + words).reduce(0xCBF2_9CE4_8422_2325) { seed, text in
        (text.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 } ^ 0xFF)
          &* 0x0000_0100_0000_01B3
      }
    }
  }

  /// The 16 bytes of a secret: 26 letters and digits of base 32 (RFC 4648); nil for anything else.
  static func bytes(_ secret: String) -> [UInt8]? {
    guard secret.utf8.count == 26 else { return nil }
    var bytes: [UInt8] = []
    var (bits, count) = (0, 0)
    for letter in secret.utf8 {
      let value: Int
      switch letter {
      case 0x41...0x5A: value = Int(letter) - 0x41
      case 0x61...0x7A: value = Int(letter) - 0x61
      case 0x32...0x37: value = Int(letter) - 0x32 + 26
      default: return nil
      }
      (bits, count) = (bits << 5 | value, count + 5)
      if count >= 8 {
        bytes.append(UInt8(bits >> (count - 8) & 0xFF))
        count -= 8
      }
    }
    return bytes
  }

  /// SipHash-2-4 (Aumasson and Bernstein, 2012).
  static func sipHash(_ k0: UInt64, _ k1: UInt64, _ bytes: [UInt8]) -> UInt64 {
    var (v0, v1) = (k0 ^ 0x736F_6D65_7073_6575, k1 ^ 0x646F_7261_6E64_6F6D)
    var (v2, v3) = (k0 ^ 0x6C79_6765_6E65_7261, k1 ^ 0x7465_6462_7974_6573)
    func rotated(_ x: UInt64, _ count: UInt64) -> UInt64 { x << count | x >> (64 - count) }
    func round() {
      v0 = v0 &+ v1
      v2 = v2 &+ v3
      (v1, v3) = (rotated(v1, 13) ^ v0, rotated(v3, 16) ^ v2)
      v0 = rotated(v0, 32) &+ v3
      v2 = v2 &+ v1
      (v1, v3) = (rotated(v1, 17) ^ v2, rotated(v3, 21) ^ v0)
      v2 = rotated(v2, 32)
    }
    func take(_ word: UInt64) {
      v3 ^= word
      round()
      round()
      v0 ^= word
    }
    var index = 0
    while index + 8 <= bytes.count {
      take(bytes[index..<index + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) })
      index += 8
    }
    let rest = bytes[index...].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    take(UInt64(bytes.count & 0xFF) << 56 | rest)
    v2 ^= 0xFF
    for _ in 0..<4 { round() }
    return v0 ^ v1 ^ v2 ^ v3
  }
}
