internal import Cryptography
internal import Sealing

#if PostQuantum
  internal import HybridSealing
#endif

/// The identity of one item, which alone opens it, and which the case's recipients open.
struct ItemKey {
  #if PostQuantum
    static let reader = KeyReader([.hybrid, .x25519])
  #else
    static let reader = KeyReader([.x25519])
  #endif

  let identity: any IdentityKey
  /// Lines of the key file after a `#`, as stock `age` passes over them.
  var notes: [String] = []

  /// A fresh identity, as strong as the recipients it will be wrapped to.
  static func fresh(for recipients: [any RecipientKey]) throws -> ItemKey {
    let isHybrid = recipients.allSatisfy { $0.strength == .postQuantum }
    #if PostQuantum
      if isHybrid { return ItemKey(identity: try HybridIdentity()) }
    #endif
    guard !isHybrid else { throw SealingError.unsupportedKey(line: 1) }
    return ItemKey(identity: try X25519Identity())
  }

  init(identity: any IdentityKey) { self.identity = identity }

  /// Reads the file that was in `keys/<id>.age`.
  init(opened file: [UInt8]) throws {
    let found = try Self.reader.identities(file)
    guard found.count == 1 else { throw SealingError.malformedKey(line: 1) }
    identity = found[0]
    notes = file.split(separator: 0x0A).filter { $0.first == UInt8(ascii: "#") }.map {
      String(decoding: $0.dropFirst(2), as: UTF8.self)
    }
  }

  /// The identity, wrapped.
  func wrapped(to recipients: [any RecipientKey]) throws -> [UInt8] {
    var file: [UInt8] = []
    file.reserveCapacity(8192)
    defer { wipe(&file) }
    for note in notes { file += Array("# \(note)\n".utf8) }
    identity.secretText().withCharacters { file += $0 }
    file.append(0x0A)
    return try Sealer.seal(file, to: recipients)
  }

  /// Opens a wrapped identity.
  static func unwrap(_ sealed: [UInt8], with identities: [any Identity]) throws -> ItemKey {
    var file = try Opener.open(sealed, with: identities)
    defer { wipe(&file) }
    return try ItemKey(opened: file)
  }
}
