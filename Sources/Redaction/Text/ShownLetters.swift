/// What single letters of a finished text read as, however they are written.
extension ShownWords {
  /// The scalar that a reader sees at an offset, how many bytes it is written with, and whether it is
  /// written as a code.
  @inline(__always)
  static func unit(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> (scalar: UInt32, width: Int, isCode: Bool) {
    let byte = bytes[index]
    if byte < 0x80 {
      switch byte {
      case 0x26, 0x25, 0x5C, 0x3D: return code(bytes, index) ?? (UInt32(byte), 1, false)
      default: return (UInt32(byte), 1, false)
      }
    }
    let (scalar, width) = UTF8Decoding.scalar(in: bytes, at: index)
    // "FranÃ§ois": two bytes of UTF-8, each read as a letter.
    if byte == 0xC3, scalar == 0xC2 || scalar == 0xC3 || scalar == 0xD0 || scalar == 0xD1,
      index + width + 1 < bytes.count, bytes[index + width] == 0xC2
    {
      let low = UInt32(bytes[index + width + 1])
      return ((scalar & 0x1F) << 6 | low & 0x3F, width + 2, true)
    }
    return (scalar, width, false)
  }

  /// What a scalar is in a word; a mark of a letter, and what shows nothing, is invisible.
  @inline(__always)
  static func kind(_ scalar: UInt32) -> ScalarClass {
    if scalar < 0x80 {
      // Control characters show nothing.
      return scalar < 0x09 || scalar >= 0x0E && scalar < 0x20 || scalar == 0x7F
        ? .invisible : ScalarClass(scalar)
    }
    return unusualKind(scalar)
  }

  private static func unusualKind(_ scalar: UInt32) -> ScalarClass {
    switch scalar {
    case 0x400...0x481, 0x48A...0x52F: return .letter
    case 0x591...0x5C7, 0x610...0x61A, 0x640, 0x64B...0x65F, 0x670, 0x6D6...0x6ED: return .invisible
    case 0x2800: return .invisible
    default: break
    }
    if Fold.isCombining(scalar) || Fold.isInvisible(scalar) { return .invisible }
    if scalar >= 0x80, scalar < 0xA0 { return .invisible }
    if plain(scalar) != scalar { return ScalarClass(plain(scalar)) }
    let kind = ScalarClass(scalar)
    guard kind == .mark, scalar >= 0x900, scalar < 0x2000 || scalar >= 0xA800,
      let category = Unicode.Scalar(scalar)?.properties.generalCategory
    else { return kind }
    // Vowel signs and the like belong to the letters before them.
    return category == .nonspacingMark || category == .spacingMark ? .letter : kind
  }

  static func isApostrophe(_ scalar: UInt32) -> Bool {
    scalar == 0x27 || scalar == 0x2019 || scalar == 0x2BC || scalar == 0x60 || scalar == 0xB4
  }

  /// The plain letter of one that is raised, small, circled, or otherwise written.
  @inline(__always)
  static func plain(_ scalar: UInt32) -> UInt32 {
    scalar < 0x250 ? scalar : unusualPlain(scalar)
  }

  private static func unusualPlain(_ scalar: UInt32) -> UInt32 {
    let compatible = Fold.compatible(scalar)
    if compatible != scalar { return compatible }
    guard scalar < 0x530 || scalar >= 0x1D00 && scalar < 0x2200 else { return scalar }
    return raised[scalar] ?? scalar
  }

  /// Small capitals, raised and lowered letters, and letters of formulas.
  private static let raised: [UInt32: UInt32] = {
    var table: [UInt32: UInt32] = [:]
    let rows: [(plain: String, written: String)] = [
      ("abcdeghijklmnoprstuvwyz", "ᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ"),
      ("abdeghijklmnoprtuw", "ᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁᵂ"),
      ("abcdefghijklmnoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"),
      ("aeijoruvxhklmnpst", "ₐₑᵢⱼₒᵣᵤᵥₓₕₖₗₘₙₚₛₜ"),
      ("lklehiabcfm", "ℓ\u{212A}ℒℯℎⅈ\u{212B}ℬℂℱℳ"),
      ("iii", "ᶦɩɨ"), ("ag", "ɑɡ"), ("ее", "ѣѢ"),
    ]
    for row in rows {
      for (plain, written) in zip(row.plain.unicodeScalars, row.written.unicodeScalars) {
        table[written.value] = plain.value
      }
    }
    return table
  }()

  // MARK: Codes

  private static func code(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> (scalar: UInt32, width: Int, isCode: Bool)? {
    switch bytes[index] {
    case 0x26: entity(bytes, index)
    case 0x25: hexadecimalBytes(bytes, index, 0x25)
    case 0x3D:
      // A soft line break of quoted-printable.
      index + 1 < bytes.count && bytes[index + 1] == 0x0A
        ? (0x200B, 2, true) : hexadecimalBytes(bytes, index, 0x3D)
    default: backslash(bytes, index)
    }
  }

  /// `%D0%A1`, `=D0=A1`: the bytes of one scalar.
  private static func hexadecimalBytes(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ sign: UInt8
  ) -> (scalar: UInt32, width: Int, isCode: Bool)? {
    func byte(_ at: Int) -> UInt32? {
      guard at + 2 < bytes.count, bytes[at] == sign else { return nil }
      return number(bytes, at + 1, digits: 2)
    }
    guard let first = byte(index) else { return nil }
    if first < 0x80 { return first < 0x20 ? nil : (first, 3, true) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first < 0xF5 else { return nil }
    var scalar = first & (0x7F &>> UInt32(length))
    for step in 1..<length {
      guard let next = byte(index + 3 * step), next & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | next & 0x3F
    }
    return Unicode.Scalar(scalar).map { ($0.value, 3 * length, true) }
  }

  /// `\u0421`, `\u{421}`, `\x4E`, `\U00000421`; `\"i` of LaTeX, whose mark is left out.
  private static func backslash(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> (scalar: UInt32, width: Int, isCode: Bool)? {
    guard index + 2 < bytes.count else { return nil }
    switch bytes[index + 1] {
    case 0x75 where bytes[index + 2] == 0x7B:
      let limit = min(bytes.count, index + 11)
      guard let close = (index + 3..<max(index + 3, limit)).first(where: { bytes[$0] == 0x7D }),
        let value = number(bytes, index + 3, digits: close - index - 3)
      else { return nil }
      return Unicode.Scalar(value).map { ($0.value, close + 1 - index, true) }
    case 0x75:
      guard let value = number(bytes, index + 2, digits: 4) else { return nil }
      return Unicode.Scalar(value).map { ($0.value, 6, true) }
    case 0x55:
      guard let value = number(bytes, index + 2, digits: 8) else { return nil }
      return Unicode.Scalar(value).map { ($0.value, 10, true) }
    case 0x78:
      guard let value = number(bytes, index + 2, digits: 2), value >= 0x20 else { return nil }
      return (value, 4, true)
    case 0x22, 0x27, 0x5E, 0x60, 0x7E:
      return ScalarClass.asciiIsLetter(bytes[index + 2]) ? (0x200B, 2, true) : nil
    default: return nil
    }
  }

  /// `&#78;`, `&#x4E;`, `&eacute;`, `&shy;`, `&Scy;`.
  private static func entity(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> (scalar: UInt32, width: Int, isCode: Bool)? {
    let limit = min(bytes.count, index + 12)
    guard index + 2 < limit,
      let close = (index + 2..<limit).first(where: { bytes[$0] == 0x3B })
    else { return nil }
    let width = close + 1 - index
    let body = bytes[index + 1..<close]
    if body.first == 0x23 {
      let isHexadecimal = bytes[index + 2] | 0x20 == 0x78
      let start = index + (isHexadecimal ? 3 : 2)
      let value =
        isHexadecimal
        ? number(bytes, start, digits: close - start) : decimal(bytes[start..<close])
      return value.flatMap(Unicode.Scalar.init).map { ($0.value, width, true) }
    }
    return named(String(decoding: body, as: UTF8.self)).map { ($0, width, true) }
  }

  private static func decimal(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32? {
    guard !digits.isEmpty, digits.count < 8, digits.allSatisfy({ $0 &- 0x30 < 10 }) else {
      return nil
    }
    return digits.reduce(0) { 10 * $0 + UInt32($1 - 0x30) }
  }

  private static func number(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, digits: Int
  ) -> UInt32? {
    guard digits > 0, digits <= 8, start + digits <= bytes.count else { return nil }
    var value: UInt32 = 0
    for index in start..<start + digits {
      let byte = bytes[index]
      let digit: UInt8
      if byte &- 0x30 < 10 {
        digit = byte - 0x30
      } else if (byte | 0x20) &- 0x61 < 6 {
        digit = (byte | 0x20) - 0x57
      } else {
        return nil
      }
      guard value < 1 << 28 else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  /// What a named entity of HTML stands for; an accented letter is the letter.
  private static func named(_ name: String) -> UInt32? {
    if let known = entities[name] { return known }
    guard let letter = name.unicodeScalars.first, accents.contains(String(name.dropFirst())) else {
      return nil
    }
    return letter.value
  }

  private static let accents: Set<String> = [
    "acute", "grave", "circ", "uml", "cedil", "tilde", "ring", "slash", "caron", "strok", "macr",
    "ogon", "breve", "dot",
  ]

  private static let entities: [String: UInt32] = {
    var table: [String: UInt32] = [
      "shy": 0xAD, "zwj": 0x200D, "zwnj": 0x200C, "lrm": 0x200E, "rlm": 0x200F, "nbsp": 0xA0,
      "ensp": 0x2002, "emsp": 0x2003, "thinsp": 0x2009, "amp": 0x26, "lt": 0x3C, "gt": 0x3E,
      "quot": 0x22, "apos": 0x27, "rsquo": 0x2019, "aelig": 0xE6, "AElig": 0xC6, "oelig": 0x153,
      "OElig": 0x152, "szlig": 0xDF, "inodot": 0x131, "hyphen": 0x2010, "dash": 0x2010,
    ]
    let names =
      "a b v g d ie zh z i j k l m n o p r s t u f kh ts ch sh shch hard y soft e yu ya"
    for (offset, name) in names.split(separator: " ").enumerated() {
      table[name + "cy"] = 0x430 + UInt32(offset)
      table[name.prefix(1).uppercased() + name.dropFirst() + "cy"] = 0x410 + UInt32(offset)
      table[name.uppercased() + "cy"] = 0x410 + UInt32(offset)
    }
    for (name, scalar) in [("io", 0x451), ("iuk", 0x456), ("yi", 0x457), ("juk", 0x454)] {
      table[name + "cy"] = UInt32(scalar)
      table[name.uppercased() + "cy"] = UInt32(scalar) - 80
    }
    return table
  }()
}
