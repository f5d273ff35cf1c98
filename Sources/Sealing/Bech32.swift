/// Bech32 (BIP 173) without its limit on length: a prefix, a `1`, and characters of 5 bits each,
/// the last six of them a checksum.
///
///     age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj
enum Bech32 {
  private static let alphabet = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)
  private static let separator = UInt8(ascii: "1")
  private static let checksumCount = 6

  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 32, count: 256)
    for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
    return values
  }()

  /// The text of a prefix and bytes, in the case of the prefix.
  static func encode(prefix: String, _ bytes: [UInt8]) -> [UInt8] {
    let isUpper = prefix.utf8.contains { isUppercase($0) }
    let lower = prefix.utf8.map { lowercased($0) }
    var values = regroup(bytes)
    defer { for index in values.indices { values[index] = 0 } }
    let sum = checksum(prefix: lower, values + [UInt8](repeating: 0, count: checksumCount)) ^ 1
    let check = (0..<checksumCount).map { UInt8(sum >> (5 * (5 - UInt32($0))) & 31) }
    let text = lower + [separator] + (values + check).map { alphabet[Int($0)] }
    return isUpper ? text.map { uppercased($0) } : text
  }

  /// The bytes behind a prefix; nil where the prefix is another or anything is not as `encode`
  /// writes it. The prefix decides about the case.
  static func decode(_ text: some Collection<UInt8>, prefix: String) -> [UInt8]? {
    let isUpper = prefix.utf8.contains { isUppercase($0) }
    let start = prefix.utf8.map { lowercased($0) } + [separator]
    guard !text.contains(where: { isUpper ? isLowercase($0) : isUppercase($0) }) else {
      return nil
    }
    let lower = text.map { lowercased($0) }
    guard lower.starts(with: start), lower.count >= start.count + checksumCount else { return nil }
    var digits: [UInt8] = []
    digits.reserveCapacity(lower.count - start.count)
    for character in lower[start.count...] {
      let value = values[Int(character)]
      guard value < 32 else { return nil }
      digits.append(value)
    }
    guard checksum(prefix: Array(start.dropLast()), digits) == 1 else { return nil }
    var bytes: [UInt8] = []
    var (bits, held): (UInt32, UInt32) = (0, 0)
    for value in digits.dropLast(checksumCount) {
      held = held << 5 | UInt32(value)
      bits += 5
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: held >> bits))
      }
    }
    return bits < 5 && held & (1 << bits - 1) == 0 ? bytes : nil
  }

  /// Bytes as groups of five bits, filled up with zeros.
  private static func regroup(_ bytes: [UInt8]) -> [UInt8] {
    var values: [UInt8] = []
    var (bits, held): (UInt32, UInt32) = (0, 0)
    for byte in bytes {
      held = held << 8 | UInt32(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        values.append(UInt8(held >> bits & 31))
      }
    }
    if bits > 0 { values.append(UInt8(held << (5 - bits) & 31)) }
    return values
  }

  private static func checksum(prefix: [UInt8], _ values: [UInt8]) -> UInt32 {
    let generators: [UInt32] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3]
    var sum: UInt32 = 1
    func add(_ value: UInt8) {
      let top = sum >> 25
      sum = (sum & 0x1ff_ffff) << 5 ^ UInt32(value)
      for (bit, generator) in generators.enumerated() where top >> UInt32(bit) & 1 == 1 {
        sum ^= generator
      }
    }
    for character in prefix { add(character >> 5) }
    add(0)
    for character in prefix { add(character & 31) }
    for value in values { add(value) }
    return sum
  }

  private static func isUppercase(_ character: UInt8) -> Bool { (0x41...0x5A).contains(character) }
  private static func isLowercase(_ character: UInt8) -> Bool { (0x61...0x7A).contains(character) }
  private static func lowercased(_ character: UInt8) -> UInt8 {
    isUppercase(character) ? character | 0x20 : character
  }
  private static func uppercased(_ character: UInt8) -> UInt8 {
    isLowercase(character) ? character & 0xDF : character
  }
}
