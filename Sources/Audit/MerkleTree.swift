/// A whole subtree: 2^height leaves from index · 2^height on.
package struct Subtree: Hashable, Sendable {
  /// The power of two of its leaves; 0 is a single leaf.
  package let height: Int
  /// How many subtrees of this height stand before it.
  package let index: Int

  /// The 2^height leaves from index · 2^height on (RFC 6962, section 2.1, for trees of a power of
  /// two).
  package init(height: Int, index: Int) {
    self.height = height
    self.index = index
  }
}

/// Where hashes of whole subtrees come from: tiles on a disk, or an array in a test.
package protocol HashReader {
  /// The hash of a subtree that lies wholly inside the tree.
  func hash(of subtree: Subtree) throws(AuditError) -> Hash
}

/// The tree of RFC 6962 over hashes that a reader gives; pure functions, nothing is kept.
package enum MerkleTree {
  /// The largest tree that is worked with: sizes and indexes stay far from overflow.
  package static let largest = 1 << 50

  /// MTH(D[0:size]).
  package static func root(
    size: Int, _ reader: some HashReader
  ) throws(AuditError) -> Hash {
    guard 0...largest ~= size else { throw .outOfRange }
    return size == 0 ? try Hash.emptyRoot() : try hash(0, size, reader)
  }

  /// PATH(index, D[0:size]): sibling hashes from the leaf up (RFC 6962, section 2.1.1).
  package static func inclusionProof(
    of index: Int, size: Int, _ reader: some HashReader
  ) throws(AuditError) -> [Hash] {
    guard 1...largest ~= size, 0..<size ~= index else { throw .outOfRange }
    var proof: [Hash] = []
    var (low, high) = (0, size)
    while high - low > 1 {
      let middle = low + split(high - low)
      if index < middle {
        proof.append(try hash(middle, high, reader))
        high = middle
      } else {
        proof.append(try hash(low, middle, reader))
        low = middle
      }
    }
    return proof.reversed()
  }

  /// PROOF(old, D[0:new]): that the first `old` leaves are unchanged (RFC 6962, section 2.1.2).
  package static func consistencyProof(
    from old: Int, to new: Int, _ reader: some HashReader
  ) throws(AuditError) -> [Hash] {
    guard 1...largest ~= new, 1...new ~= old else { throw .outOfRange }
    var proof: [Hash] = []
    var (low, high) = (0, new)
    while high != old {
      let middle = low + split(high - low)
      if old <= middle {
        proof.append(try hash(middle, high, reader))
        high = middle
      } else {
        proof.append(try hash(low, middle, reader))
        low = middle
      }
    }
    // Where the old tree is a left subtree of the new one, its root is known to the asker.
    if low > 0 { proof.append(try hash(low, high, reader)) }
    return proof.reversed()
  }

  /// The whole subtrees, left to right, that a tree of this size is made of.
  package static func frontier(of size: Int) -> [Subtree] {
    var subtrees: [Subtree] = []
    var start = 0
    for height in stride(from: 62, through: 0, by: -1) where size >> height & 1 == 1 {
      subtrees.append(Subtree(height: height, index: start >> height))
      start += 1 << height
    }
    return subtrees
  }

  /// The largest power of two below n.
  private static func split(_ n: Int) -> Int {
    1 << (Int.bitWidth - 1 - (n - 1).leadingZeroBitCount)
  }

  /// MTH of leaves low..<high, where low is a multiple of the power of two that covers them.
  private static func hash(
    _ low: Int, _ high: Int, _ reader: some HashReader
  ) throws(AuditError) -> Hash {
    let count = high - low
    if count & (count - 1) == 0 {
      let height = count.trailingZeroBitCount
      return try reader.hash(of: Subtree(height: height, index: low >> height))
    }
    let middle = low + split(count)
    return try .node(try hash(low, middle, reader), try hash(middle, high, reader))
  }
}

/// A number in decimal digits without leading zeros; nil for anything else, or one past 2^50.
func canonicalNumber(_ text: some Collection<UInt8>) -> Int? {
  guard let first = text.first, text.count <= 16, text.count == 1 || first != 0x30 else {
    return nil
  }
  var number = 0
  for byte in text {
    guard 0x30...0x39 ~= byte else { return nil }
    number = number * 10 + Int(byte - 0x30)
  }
  return number <= MerkleTree.largest ? number : nil
}
