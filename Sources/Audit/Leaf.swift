internal import Cryptography

/// One entry of the log, always 64 bytes: JSON of fixed form, filled up with spaces.
///
///     {"v":1,"c":"47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"}·······
///     {"v":1,"p":"keys/hjout6jqado3y724hcxuoej5ae.age"}···············
///     {"v":1,"f":"pX8Ffi1Rk9nmEMsUvyKbpqGQn5JIBeXZQl5c8X8FbKo"}·······
///
/// A file of a case is named by two leaves, one after the other: its place, and what lies there.
package enum Leaf: Hashable, Sendable {
  /// A commitment: SHA-256 of a salted disclosure, which alone can tell what it says.
  case commitment(Hash)
  /// The place of the file that the next leaf is about: a path in the folder, or what stands for
  /// one that is too long.
  case place(String)
  /// What there is of a file from here on: SHA-256 of its bytes.
  case file(Hash, State = .present)

  /// What a leaf says of a file.
  package enum State: UInt8, Sendable {
    /// It belongs to the folder, and takes the place of what lay there.
    case present = 0x66  // f
    /// The same, and says that something was withdrawn.
    case withdrawn = 0x77  // w
    /// The same, and says that something later took the place of what it stands for.
    case superseded = 0x73  // s
    /// It belongs to the folder no more: shredded or erased on purpose.
    case removed = 0x78  // x
  }

  /// The length of every leaf, in bytes.
  package static let count = 64
  /// The longest place.
  package static let longestPlace = 50
  private static let head = Array("{\"v\":1,\"".utf8)
  private static let middle = Array("\":\"".utf8)
  private static let tail = Array("\"}".utf8)
  private static let commitmentLetter = UInt8(ascii: "c"), placeLetter = UInt8(ascii: "p")

  private var parts: (letter: UInt8, text: [UInt8]) {
    switch self {
    case .commitment(let hash): (Self.commitmentLetter, Base64.encode(hash.bytes, .url))
    case .place(let path): (Self.placeLetter, Array(path.utf8))
    case .file(let hash, let state): (state.rawValue, Base64.encode(hash.bytes, .url))
    }
  }

  /// The 64 bytes.
  package var bytes: [UInt8] {
    let (letter, text) = parts
    let bytes = Self.head + [letter] + Self.middle + text + Self.tail
    return bytes + [UInt8](repeating: 0x20, count: max(0, Self.count - bytes.count))
  }

  /// Reads 64 bytes.
  package init(parsing bytes: [UInt8]) throws(AuditError) {
    let malformed = AuditError.malformed(.leaf, "not the form of a leaf")
    guard bytes.count == Self.count, bytes.starts(with: Self.head),
      bytes[9..<12].elementsEqual(Self.middle),
      let end = bytes[12...].firstIndex(of: UInt8(ascii: "\"")),
      bytes[end...].prefix(2).elementsEqual(Self.tail),
      bytes[(end + 2)...].allSatisfy({ $0 == 0x20 })
    else { throw malformed }
    let text = bytes[12..<end]
    if bytes[8] == Self.placeLetter {
      guard !text.isEmpty, text.allSatisfy(Self.isOfPlace) else { throw malformed }
      self = .place(String(decoding: text, as: UTF8.self))
      return
    }
    guard let digest = Base64.decode(text, .url), let hash = Hash(digest) else { throw malformed }
    if bytes[8] == Self.commitmentLetter {
      self = .commitment(hash)
    } else if let state = State(rawValue: bytes[8]) {
      self = .file(hash, state)
    } else {
      throw .malformed(.leaf, "not a kind of leaf")
    }
  }

  /// Small letters, digits, `/`, `.` and `-`.
  private static func isOfPlace(_ byte: UInt8) -> Bool {
    0x61...0x7A ~= byte || 0x2D...0x39 ~= byte
  }

  /// Whether a path can be a place.
  package static func isPlace(_ path: String) -> Bool {
    !path.isEmpty && path.utf8.count <= longestPlace && path.utf8.allSatisfy(isOfPlace)
  }
}

/// What the log says of a file that it names with its place.
package struct Placed: Hashable, Sendable {
  /// The SHA-256 of the file; of one that is removed, of the last that lay there.
  package let digest: Hash
  /// Whether a file belongs there, and whether it stands for something withdrawn or superseded.
  package let state: Leaf.State
  /// The index of the leaf that says so.
  package let index: Int

  /// What the leaf at an index, counted from 0, says of the file at one place.
  package init(digest: Hash, state: Leaf.State, index: Int) {
    self.digest = digest
    self.state = state
    self.index = index
  }

  /// Whether a file belongs there.
  package var isThere: Bool { state != .removed }
}
