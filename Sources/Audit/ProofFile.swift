internal import Cryptography

/// The proof of one entry in a file of its own (C2SP tlog-proof@v1):
///
///     c2sp.org/tlog-proof@v1
///     extra YWdlLXYxLjIuMS1kYXJ3aW4tYXJtNjQudGFyLmd6
///     index 73894
///     gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=
///
///     example.com/fancylog
///     …
///
/// Here `extra` holds the disclosure, or the leaf itself where nobody opened it.
package struct ProofFile: Hashable, Sendable {
  /// The opaque bytes of the `extra` line, which the proof does not cover.
  package let extra: [UInt8]
  /// The entry that is proved, from 0.
  package let index: Int
  /// The siblings on the way to the root, the lowest first (RFC 6962, section 2.1.1).
  package let hashes: [Hash]
  /// The signed head that the hashes lead to.
  package let checkpoint: SignedNote

  private static let firstLine = "c2sp.org/tlog-proof@v1"
  private static let largest = 1 << 20

  /// A proof that is yet to be written (C2SP tlog-proof); nothing is checked.
  package init(extra: [UInt8], index: Int, hashes: [Hash], checkpoint: SignedNote) {
    self.extra = extra
    self.index = index
    self.hashes = hashes
    self.checkpoint = checkpoint
  }

  /// Reads a file; nothing of it may be believed before `check`.
  package init(parsing file: [UInt8]) throws(AuditError) {
    guard file.count <= Self.largest else { throw .malformed(.proof, "too long") }
    var rest = file[...]
    func line() throws(AuditError) -> ArraySlice<UInt8> {
      guard let end = rest.firstIndex(of: 0x0A) else {
        throw .malformed(.proof, "it ends too early")
      }
      defer { rest = rest[(end + 1)...] }
      return rest[..<end]
    }
    guard try line().elementsEqual(Self.firstLine.utf8) else {
      throw .malformed(.proof, "not a file of c2sp.org/tlog-proof@v1")
    }
    var next = try line()
    if next.starts(with: Array("extra ".utf8)) {
      guard let extra = Base64.decode(next.dropFirst(6)), !extra.isEmpty else {
        throw .malformed(.proof, "extra is not base64")
      }
      self.extra = extra
      next = try line()
    } else {
      extra = []
    }
    guard next.starts(with: Array("index ".utf8)),
      let index = canonicalNumber(next.dropFirst(6))
    else { throw .malformed(.proof, "no index") }
    self.index = index
    var hashes: [Hash] = []
    while true {
      let next = try line()
      if next.isEmpty { break }
      guard hashes.count < 64, let bytes = Base64.decode(next), let hash = Hash(bytes) else {
        throw .malformed(.proof, "a line is not a hash")
      }
      hashes.append(hash)
    }
    self.hashes = hashes
    checkpoint = try SignedNote(parsing: Array(rest))
  }

  /// The file.
  package var bytes: [UInt8] {
    var bytes = Array((Self.firstLine + "\n").utf8)
    if !extra.isEmpty { bytes += Array("extra ".utf8) + Base64.encode(extra) + [0x0A] }
    bytes += Array("index \(index)\n".utf8)
    for hash in hashes { bytes += Base64.encode(hash.bytes) + [0x0A] }
    return bytes + [0x0A] + checkpoint.bytes
  }

  /// The head that the leaf is proved to stand under; throws unless a trusted key signed it.
  package func check(leaf: [UInt8], keys: [VerifierKey]) throws(AuditError) -> Checkpoint {
    try checkpoint.verify(with: keys)
    let head = try Checkpoint(text: checkpoint.text)
    try MerkleProof.checkInclusion(
      of: try .leaf(leaf), at: index, size: head.size, root: head.root, proof: hashes)
    return head
  }
}
