/// Base 64 and base 32 (RFC 4648), of which only the canonical form is read: right padding, no
/// line ends, unused bits zero.
package enum Base64 {
  /// Which 64 characters, and whether `=` pads.
  package enum Alphabet: Sendable {
    /// Section 4, padded: notes, checkpoints, proofs, armor.
    case standard
    /// Section 4, not padded: age's headers.
    case unpadded
    /// Section 5, not padded: disclosures and leaves.
    case url
  }

  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)
  private static let standard = letters + Array("+/".utf8)
  private static let url = letters + Array("-_".utf8)
  private static let standardValues = values(standard)
  private static let urlValues = values(url)

  private static func values(_ alphabet: [UInt8]) -> [UInt8] {
    var values = [UInt8](repeating: 0xFF, count: 256)
    for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
    return values
  }

  /// The text of bytes.
  package static func encode(
    _ bytes: some Collection<UInt8>, _ alphabet: Alphabet = .standard
  ) -> [UInt8] {
    let bytes = Array(bytes)
    let letters = alphabet == .url ? url : standard
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let count = min(3, bytes.count - start)
      var group: UInt32 = 0
      for offset in 0..<3 {
        group = group << 8 | (offset < count ? UInt32(bytes[start + offset]) : 0)
      }
      for offset in 0...count { text.append(letters[Int(group >> (18 - 6 * offset) & 63)]) }
      if alphabet == .standard { text.append(contentsOf: repeatElement(0x3D, count: 3 - count)) }
    }
    return text
  }

  /// The bytes of a text; nil unless it is what `encode` writes.
  package static func decode(
    _ text: some Collection<UInt8>, _ alphabet: Alphabet = .standard
  ) -> [UInt8]? {
    var text = Array(text)
    if alphabet == .standard {
      guard text.count % 4 == 0 else { return nil }
      for _ in 0..<2 where text.last == 0x3D { text.removeLast() }
    }
    guard text.count % 4 != 1 else { return nil }
    let table = alphabet == .url ? urlValues : standardValues
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count * 3 / 4)
    var (group, bits): (UInt32, Int) = (0, 0)
    for letter in text {
      let value = table[Int(letter)]
      guard value != 0xFF else { return nil }
      group = group << 6 | UInt32(value)
      bits += 6
      guard bits >= 8 else { continue }
      bits -= 8
      bytes.append(UInt8(truncatingIfNeeded: group >> UInt32(bits)))
      group &= (1 << UInt32(bits)) - 1
    }
    return group == 0 ? bytes : nil
  }

  /// Base 32 (section 6) in small letters, not padded: for names, and codes to write down.
  package static func base32(_ bytes: some Collection<UInt8>) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
    var text: [UInt8] = []
    var (group, bits): (UInt32, UInt32) = (0, 0)
    for byte in bytes {
      group = group << 8 | UInt32(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        text.append(letters[Int(group >> bits & 31)])
      }
      group &= (1 << bits) - 1
    }
    if bits > 0 { text.append(letters[Int(group << (5 - bits) & 31)]) }
    return String(decoding: text, as: UTF8.self)
  }
}
