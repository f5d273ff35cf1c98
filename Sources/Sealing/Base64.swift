/// Base 64 (RFC 4648, section 4) in its one canonical form: no white space, no bits left over.
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let padding = UInt8(ascii: "=")

  /// The value of each character; 64 for what is none.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 64, count: 256)
    for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
    return values
  }()

  /// The characters that stand for bytes.
  static func encode(_ bytes: some Collection<UInt8>, isPadded: Bool) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    var (bits, held): (UInt32, UInt32) = (0, 0)
    for byte in bytes {
      held = held << 8 | UInt32(byte)
      bits += 8
      while bits >= 6 {
        bits -= 6
        text.append(alphabet[Int(held >> bits & 63)])
      }
    }
    if bits > 0 { text.append(alphabet[Int(held << (6 - bits) & 63)]) }
    while isPadded, text.count % 4 != 0 { text.append(padding) }
    return text
  }

  /// The bytes that characters stand for; nil where they are not what `encode` gives.
  static func decode(_ text: some BidirectionalCollection<UInt8>, isPadded: Bool) -> [UInt8]? {
    var end = text.endIndex
    var padded = 0
    if isPadded {
      guard text.count % 4 == 0 else { return nil }
      while padded < 2, end > text.startIndex, text[text.index(before: end)] == padding {
        end = text.index(before: end)
        padded += 1
      }
    }
    let digits = text[..<end]
    guard digits.count % 4 != 1 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count * 3 / 4)
    var (bits, held): (UInt32, UInt32) = (0, 0)
    for character in digits {
      let value = values[Int(character)]
      guard value < 64 else { return nil }
      held = held << 6 | UInt32(value)
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: held >> bits))
      }
    }
    return held & (1 << bits - 1) == 0 ? bytes : nil
  }
}
