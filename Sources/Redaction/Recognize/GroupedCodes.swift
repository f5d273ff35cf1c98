/// Codes whose groups tell what they are: MAC and IPv6 addresses, SNILS, MGRS.
///
///     00:1A:2B:3C:4D:5E    2001:db8::1428:57ab    526-018-159 61    37U DB 12345 67890
enum GroupedCodes {
  /// The last token of such a code that begins at `index`, and what it is.
  static func find(_ passage: Passage, _ index: Int) -> (last: Int, said: Said, why: String)? {
    guard index == 0 || passage[index].gap || !joins(passage[index - 1]) else { return nil }
    if let last = hexadecimal(passage, index) {
      return (last, .number, "an address of a device in a network")
    }
    guard passage[index].isNumber else { return nil }
    if let last = snils(passage, index) {
      return (last, .document, "the pattern of a SNILS")
    }
    return grid(passage, index).map { ($0, .coordinates, "a reference of the MGRS grid") }
  }

  /// What may stand inside a run of groups.
  private static func joins(_ token: Token) -> Bool {
    token.kind == .word || token.kind == .number || token.isMark(":") || Passage.isHyphen(token)
  }

  /// Six pairs, or groups with a double colon or seven colons between them.
  private static func hexadecimal(_ passage: Passage, _ index: Int) -> Int? {
    guard index + 2 < passage.count,
      passage[index].isNumber || passage[index].isWord && passage[index].value <= 4
    else { return nil }
    let start = Int(passage[index].start)
    let end = min(passage.bytes.count, start + 45)
    var offset = start
    var sizes: [Int] = [0]
    var colons = 0
    var isDouble = false
    scan: while offset < end {
      switch passage.bytes[offset] {
      case 0x30...0x39, 0x41...0x46, 0x61...0x66: sizes[sizes.count - 1] += 1
      case UInt8(ascii: ":"), UInt8(ascii: "-"):
        let isColon = passage.bytes[offset] == UInt8(ascii: ":")
        if isColon { colons += 1 }
        if isColon, offset > start, passage.bytes[offset - 1] == UInt8(ascii: ":") {
          isDouble = true
        }
        sizes.append(0)
      default: break scan
      }
      offset += 1
    }
    while sizes.last == 0, sizes.count > 1 {
      sizes.removeLast()
      offset -= 1
    }
    let isPairs = sizes.count == 6 && sizes.allSatisfy { $0 == 2 } && (colons == 5 || colons == 0)
    let isAddress =
      sizes.allSatisfy { $0 <= 4 } && (colons == 7 && sizes.count == 8 || isDouble && colons >= 2)
    guard isPairs || isAddress else { return nil }
    var last = index
    while last + 1 < passage.count, Int(passage[last + 1].start) < offset { last += 1 }
    return Int(passage[last].end) == offset ? last : nil
  }

  /// Three groups of three digits with hyphens, and the two digits of the check.
  private static func snils(_ passage: Passage, _ index: Int) -> Int? {
    guard passage[index].digits == 3, index + 5 < passage.count,
      Passage.isHyphen(passage[index + 1]), passage[index + 2].digits == 3,
      Passage.isHyphen(passage[index + 3]), passage[index + 4].digits == 3,
      passage[index + 2].isNumber, passage[index + 4].isNumber
    else { return nil }
    var check = index + 5
    if Passage.isHyphen(passage[check]), check + 1 < passage.count { check += 1 }
    guard passage[check].isNumber, passage[check].digits == 2 else { return nil }
    if let next = passage.following(check), passage.has(next, .quantity) { return nil }
    return check
  }

  /// A zone, two letters for the square, and an even number of digits.
  private static func grid(_ passage: Passage, _ index: Int) -> Int? {
    guard (1...2).contains(passage[index].digits), (1...60).contains(passage[index].value),
      index + 3 < passage.count, passage[index + 1].shape == .initial, !passage[index + 1].gap,
      passage[index + 2].shape == .upper, passage[index + 2].value == 2,
      passage[index + 3].isNumber
    else { return nil }
    let easting = passage[index + 3]
    guard index + 4 < passage.count, passage[index + 4].isNumber,
      passage[index + 4].digits == easting.digits
    else { return easting.digits % 2 == 0 && easting.digits >= 4 ? index + 3 : nil }
    return index + 4
  }
}
