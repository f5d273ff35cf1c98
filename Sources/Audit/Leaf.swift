/// One entry of the log, always 64 bytes: JSON of fixed form, filled up with spaces.
///
///     {"v":1,"c":"47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"}·······
package enum Leaf: Hashable, Sendable {
  /// A commitment: SHA-256 of a salted disclosure, which alone can tell what it says.
  case commitment(Hash)
  /// A file of ciphertext that from here on belongs to the folder: SHA-256 of its bytes.
  case file(Hash)
  /// A file that from here on does not: shredded on purpose.
  case removed(Hash)

  /// The length of every leaf, in bytes.
  package static let count = 64
  private static let head = Array("{\"v\":1,\"".utf8)
  private static let middle = Array("\":\"".utf8)
  private static let tail = Array("\"}       ".utf8)

  private var parts: (letter: UInt8, hash: Hash) {
    switch self {
    case .commitment(let hash): (UInt8(ascii: "c"), hash)
    case .file(let hash): (UInt8(ascii: "f"), hash)
    case .removed(let hash): (UInt8(ascii: "x"), hash)
    }
  }

  /// The 64 bytes.
  package var bytes: [UInt8] {
    let (letter, hash) = parts
    return Self.head + [letter] + Self.middle + Base64.encode(hash.bytes, .url) + Self.tail
  }

  /// Reads 64 bytes.
  package init(parsing bytes: [UInt8]) throws(AuditError) {
    guard bytes.count == Self.count, bytes.starts(with: Self.head),
      bytes[9..<12].elementsEqual(Self.middle), bytes[55...].elementsEqual(Self.tail),
      let digest = Base64.decode(bytes[12..<55], .url), let hash = Hash(digest)
    else { throw .malformed(.leaf, "not the form of a leaf") }
    switch bytes[8] {
    case UInt8(ascii: "c"): self = .commitment(hash)
    case UInt8(ascii: "f"): self = .file(hash)
    case UInt8(ascii: "x"): self = .removed(hash)
    default: throw .malformed(.leaf, "not a kind of leaf")
    }
  }
}
