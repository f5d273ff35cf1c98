internal import Cryptography

/// A SHA-256 hash: 32 bytes without storage of their own.
package struct Hash: Hashable, Sendable {
  /// The length of a hash, in bytes.
  package static let count = 32
  private let a, b, c, d: UInt64

  /// Nil unless there are 32 bytes.
  package init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == Self.count else { return nil }
    self.init(Array(bytes), at: 0)
  }

  /// The 32 bytes that begin at an offset, which must be there.
  init(_ bytes: [UInt8], at offset: Int) {
    precondition(offset >= 0 && offset + Self.count <= bytes.count)
    (a, b, c, d) = bytes.withUnsafeBytes { raw in
      func word(_ index: Int) -> UInt64 {
        raw.loadUnaligned(fromByteOffset: offset + 8 * index, as: UInt64.self)
      }
      return (word(0), word(1), word(2), word(3))
    }
  }

  /// The SHA-256 of bytes.
  package init(of bytes: [UInt8]) throws(AuditError) {
    self.init(try cryptographic { try SHA256.digest(bytes) }, at: 0)
  }

  /// The 32 bytes.
  package var bytes: [UInt8] { withUnsafeBytes(of: self) { Array($0) } }

  /// Adds the 32 bytes to an array.
  func append(to bytes: inout [UInt8]) {
    withUnsafeBytes(of: self) { bytes.append(contentsOf: $0) }
  }

  /// The root of a tree without leaves: SHA-256 of nothing (RFC 6962, section 2.1).
  package static func emptyRoot() throws(AuditError) -> Hash { try Hash(of: []) }

  /// The hash of a leaf: SHA-256 of 0x00 and the entry.
  package static func leaf(_ entry: [UInt8]) throws(AuditError) -> Hash {
    var input: [UInt8] = []
    input.reserveCapacity(entry.count + 1)
    input.append(0)
    input.append(contentsOf: entry)
    return try Hash(of: input)
  }

  /// The hash of an inner node: SHA-256 of 0x01 and both children.
  package static func node(_ left: Hash, _ right: Hash) throws(AuditError) -> Hash {
    var input: [UInt8] = []
    input.reserveCapacity(1 + 2 * count)
    input.append(1)
    left.append(to: &input)
    right.append(to: &input)
    return try Hash(of: input)
  }
}
