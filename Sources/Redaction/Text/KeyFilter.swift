/// A quick no for keys: a bit for each value of some bits of a key that was inserted.
struct KeyFilter: Sendable {
  private var words: [UInt64]
  private let mask: UInt64

  /// - Parameter bits: how many, a power of two of 64 or more; some eight for each key do well.
  init(bits: Int) {
    precondition(bits >= 64 && bits & (bits - 1) == 0, "a power of two")
    words = [UInt64](repeating: 0, count: bits / 64)
    mask = UInt64(bits - 1)
  }

  /// A filter of keys that are known beforehand.
  init(_ keys: some Collection<FoldedKey>) {
    var bits = 512
    while bits < 8 * keys.count { bits *= 2 }
    self.init(bits: bits)
    for key in keys { insert(key) }
  }

  mutating func insert(_ key: FoldedKey) {
    let bit = place(key)
    words[Int(truncatingIfNeeded: bit >> 6)] |= 1 << (bit & 63)
  }

  /// False where the key was surely not inserted.
  @inline(__always)
  func mayContain(_ key: FoldedKey) -> Bool {
    let bit = place(key)
    return words[Int(truncatingIfNeeded: bit >> 6)] & 1 << (bit & 63) != 0
  }

  @inline(__always)
  private func place(_ key: FoldedKey) -> UInt64 {
    (key.hash ^ key.hash &>> 32 ^ key.hash &>> 47) & mask
  }
}
