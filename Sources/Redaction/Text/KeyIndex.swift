/// From keys to positions, in one table that is looked through from where a key should lie.
struct KeyIndex: Sendable {
  private struct Slot: Sendable {
    var hash: UInt64 = 0
    /// -1 in a free slot.
    var position: Int32 = -1
  }

  private var slots = [Slot](repeating: Slot(), count: 64)
  private var count = 0

  /// The position of a key, or -1.
  @inline(__always)
  func find(_ key: FoldedKey) -> Int32 {
    let mask = slots.count &- 1
    var index = Self.place(key.hash) & mask
    while true {
      let slot = slots[index]
      if slot.hash == key.hash || slot.position < 0 { return slot.position }
      index = (index &+ 1) & mask
    }
  }

  /// Notes the position of a key that has none yet.
  mutating func insert(_ key: FoldedKey, _ position: Int32) {
    if 4 * (count + 1) > slots.count {
      let old = slots
      slots = [Slot](repeating: Slot(), count: 2 * old.count)
      for slot in old where slot.position >= 0 { put(slot) }
    }
    put(Slot(hash: key.hash, position: position))
    count += 1
  }

  private mutating func put(_ slot: Slot) {
    let mask = slots.count - 1
    var index = Self.place(slot.hash) & mask
    while slots[index].position >= 0 { index = (index + 1) & mask }
    slots[index] = slot
  }

  @inline(__always)
  private static func place(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash ^ hash &>> 32) &* 0x9E37_79B9_7F4A_7C15 &>> 40)
  }
}
