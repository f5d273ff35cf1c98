/// The key under which a word is looked up: a 64-bit hash of its folded form.
///
/// Two words that a reader would take for the same one have one key: case, diacritics,
/// invisible characters, full-width forms and look-alike letters of another script are folded
/// away (see `Fold`). The hash is FNV-1a over the UTF-8 bytes of the folded form; a sequence of
/// words has the key `first.followed(by: second)`. The compiled tables of CLexicon use the same
/// keys, so both sides must change together.
public struct FoldedKey: Sendable, Hashable {
  /// FNV-1a, 64 bits, over the UTF-8 bytes of the folded form.
  public var hash: UInt64

  @inlinable init(hash: UInt64) { self.hash = hash }

  // The key is a hash already, and the tables it is looked up in are ours: hashing it again would
  // cost more than the lookup.
  /// Feeds the hash as it is.
  @inlinable public func hash(into hasher: inout Hasher) { hasher.combine(hash) }
  /// Spreads the hash over the places of a `Set` or `Dictionary` in place of SipHash; the standard
  /// library's hook, which is not for callers.
  @inlinable public func _rawHashValue(seed: Int) -> Int {
    Int(truncatingIfNeeded: (hash ^ hash &>> 32) &* 0x9E37_79B9_7F4A_7C15) ^ seed
  }

  /// The key of a word that is already folded (for tables and tests).
  public init(folded word: some Sequence<UInt8>) {
    let known = word.withContiguousStorageIfAvailable { bytes in
      var h = Self.seed
      for byte in bytes { h = Self.step(h, byte) }
      return h
    }
    if let known {
      hash = known
      return
    }
    var h = Self.seed
    for byte in word { h = Self.step(h, byte) }
    hash = h
  }

  /// The key of a word that is already folded (for tables and tests).
  public init(folded word: String) { self.init(folded: word.utf8) }

  /// The key of the word that is this one with more letters after it, folded too.
  func extended(by letters: some StringProtocol) -> FoldedKey { extended(by: letters.utf8) }

  func extended(by letters: some Sequence<UInt8>) -> FoldedKey {
    var h = hash
    for byte in letters { h = Self.step(h, byte) }
    return FoldedKey(hash: h)
  }

  /// The key of the sequence "self other", whatever stood between the two words.
  @inlinable
  public func followed(by other: FoldedKey) -> FoldedKey {
    FoldedKey(hash: (((hash &<< 5) | (hash &>> 59)) ^ other.hash) &* 0x0000_0100_0000_01B3)
  }

  @usableFromInline static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  @inlinable static func step(_ h: UInt64, _ byte: UInt8) -> UInt64 {
    (h ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }
}
