/// SplitMix64: the same numbers for the same seed, so that a failing case can be run again.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Text with a few bytes changed, dropped, doubled or put in.
func mutated(_ bytes: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
  var bytes = bytes
  let pieces = [
    "&a ", "*a", "!!int ", "[", "]", "{", "}", ": ", "- ", "\n", "\t", "\"", "'", "#", "|\n", "? ",
    "<<: ", "---\n", "...\n", "\u{0}", "\u{FEFF}", "\u{2028}", "%YAML 1.1\n", "1e5", "~",
  ]
  for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
    let at = Int.random(in: 0..<bytes.count, using: &random)
    let to = min(bytes.count, at + Int.random(in: 1...12, using: &random))
    switch Int.random(in: 0..<5, using: &random) {
    case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.removeSubrange(at..<to)
    case 2: bytes.insert(contentsOf: bytes[at..<to], at: at)
    case 3: bytes.removeSubrange(at...)
    default: bytes.insert(contentsOf: pieces.randomElement(using: &random)!.utf8, at: at)
    }
  }
  return bytes
}
