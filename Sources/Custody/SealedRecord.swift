internal import Audit
internal import Cryptography
internal import Sealing

/// JSON that is sealed whole: one line, then zeros up to a Padmé length of at least 64 KiB, so that
/// the file's size says little.
enum SealedRecord {
  static let smallest = 1 << 16

  /// The padded bytes of a value, sealed.
  static func seal(_ json: JSON, to recipients: [any Recipient]) throws -> [UInt8] {
    var bytes = json.bytes + [0x0A]
    defer { wipe(&bytes) }
    let count = max(smallest, Openings.padded(bytes.count))
    bytes += [UInt8](repeating: 0, count: count - bytes.count)
    return try Sealer.seal(bytes, to: recipients)
  }

  /// The value in a sealed file.
  static func open(_ sealed: [UInt8], with identities: [any Identity]) throws -> JSON {
    var bytes = try Opener.open(sealed, with: identities)
    defer { wipe(&bytes) }
    guard let end = bytes.firstIndex(of: 0x0A) else {
      throw AuditError.malformed(.json, "no line")
    }
    return try JSON(parsing: Array(bytes[..<end]))
  }
}
