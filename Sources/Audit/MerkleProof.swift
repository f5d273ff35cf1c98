/// Checks of proofs, by the steps of RFC 9162, sections 2.1.3.2 and 2.1.4.2.
package enum MerkleProof {
  /// Throws unless the leaf stands at the index of the tree that has this size and root.
  package static func checkInclusion(
    of leaf: Hash, at index: Int, size: Int, root: Hash, proof: [Hash]
  ) throws(AuditError) {
    guard 0...MerkleTree.largest ~= size, 0..<size ~= index else { throw .outOfRange }
    var (node, last, hash) = (index, size - 1, leaf)
    for sibling in proof {
      guard last > 0 else { throw .wrongProof }
      if node & 1 == 1 || node == last {
        hash = try .node(sibling, hash)
        while node & 1 == 0, node != 0 { (node, last) = (node >> 1, last >> 1) }
      } else {
        hash = try .node(hash, sibling)
      }
      (node, last) = (node >> 1, last >> 1)
    }
    guard last == 0, hash == root else { throw .wrongProof }
  }

  /// Throws unless the tree of the new size begins with the leaves of the old one.
  package static func checkConsistency(
    from old: Int, _ oldRoot: Hash, to new: Int, _ newRoot: Hash, proof: [Hash]
  ) throws(AuditError) {
    // Every tree grows out of the empty one: a proof from there would say nothing.
    guard 1...MerkleTree.largest ~= new, 1...new ~= old else { throw .outOfRange }
    if old == new {
      guard proof.isEmpty, oldRoot == newRoot else { throw .wrongProof }
      return
    }
    guard !proof.isEmpty else { throw .wrongProof }
    var rest = proof[...]
    var (node, last) = (old - 1, new - 1)
    while node & 1 == 1 { (node, last) = (node >> 1, last >> 1) }
    let first = node == 0 ? oldRoot : rest.removeFirst()
    var (before, after) = (first, first)
    for sibling in rest {
      guard last > 0 else { throw .wrongProof }
      if node & 1 == 1 || node == last {
        before = try .node(sibling, before)
        after = try .node(sibling, after)
        while node & 1 == 0, node != 0 { (node, last) = (node >> 1, last >> 1) }
      } else {
        after = try .node(after, sibling)
      }
      (node, last) = (node >> 1, last >> 1)
    }
    guard last == 0, before == oldRoot, after == newRoot else { throw .wrongProof }
  }
}
