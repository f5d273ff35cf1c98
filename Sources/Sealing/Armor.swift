internal import Cryptography

/// The text form of an age file (RFC 7468, strict): base 64 in lines of 64 characters between
/// two marks.
///
///     -----BEGIN AGE ENCRYPTED FILE-----
///     YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBUdjBPWnRoUHR2S09pVjdW
///     …
///     -----END AGE ENCRYPTED FILE-----
enum Armor {
  static let begin = Array("-----BEGIN AGE ENCRYPTED FILE-----".utf8)
  static let end = Array("-----END AGE ENCRYPTED FILE-----".utf8)
  static let columns = 64
  static let bytesInLine = 48
  /// How much white space may stand before and after, in bytes.
  static let mostSpace = 1024

  /// Whether a file that begins with this byte is meant to be text.
  static func canBegin(with byte: UInt8) -> Bool { byte == begin[0] || isSpace(byte) }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}

/// Writes the text form of bytes that come in pieces.
struct ArmorWriter {
  private var held: [UInt8] = []
  private var hasBegun = false

  /// The text that further bytes give.
  mutating func take(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    var text = beginning()
    held.append(contentsOf: bytes)
    let whole = held.count / Armor.bytesInLine * Armor.bytesInLine
    text.reserveCapacity(whole / 3 * 4 + whole / Armor.bytesInLine + 64)
    for start in stride(from: 0, to: whole, by: Armor.bytesInLine) {
      text += Base64.encode(held[start..<start + Armor.bytesInLine])
      text.append(0x0A)
    }
    held.removeFirst(whole)
    return text
  }

  /// The text of what is left, and the end mark.
  mutating func finish() -> [UInt8] {
    var text = beginning()
    if !held.isEmpty { text += Base64.encode(held) + [0x0A] }
    return text + Armor.end + [0x0A]
  }

  private mutating func beginning() -> [UInt8] {
    defer { hasBegun = true }
    return hasBegun ? [] : Armor.begin + [0x0A]
  }
}
