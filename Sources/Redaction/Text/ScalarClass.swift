/// What a scalar is to the tokenizer.
enum ScalarClass: UInt8 {
  case letter, digit, space, newline, invisible, mark

  @inline(__always)
  init(_ scalar: UInt32) {
    self = scalar < 0x80 ? Self.ascii[Int(scalar)] : Self.beyondASCII(scalar)
  }

  @inline(__always)
  static func asciiIsLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private static let ascii: [ScalarClass] = (0..<128).map { code in
    switch code {
    case 0x41...0x5A, 0x61...0x7A: .letter
    case 0x30...0x39: .digit
    case 0x0A, 0x0D, 0x0B, 0x0C: .newline
    case 0x09, 0x20: .space
    default: .mark
    }
  }

  private static func beyondASCII(_ scalar: UInt32) -> ScalarClass {
    switch scalar {
    case 0xC0..<0x250: return scalar == 0xD7 || scalar == 0xF7 ? .mark : .letter
    case 0x400..<0x530: return scalar >= 0x482 && scalar <= 0x489 ? .mark : .letter
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return .space
    case 0x85, 0x2028, 0x2029: return .newline
    case 0xAA, 0xB5, 0xBA: return .letter
    case 0x80..<0xC0: return Fold.isInvisible(scalar) ? .invisible : .mark
    case 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20CF, 0x2100...0x245F: return .mark
    default: break
    }
    if Fold.isInvisible(scalar) { return .invisible }
    let plain = Fold.compatible(scalar)
    if plain != scalar { return ScalarClass(plain) }
    guard let unicode = Unicode.Scalar(scalar) else { return .mark }
    if unicode.properties.isAlphabetic { return .letter }
    if unicode.properties.numericType == .decimal { return .digit }
    return unicode.properties.isWhitespace ? .space : .mark
  }

  /// The value of a decimal digit of any script.
  @inline(__always)
  static func digit(_ scalar: UInt32) -> UInt32? {
    let plain = Fold.compatible(scalar)
    if plain &- 0x30 < 10 { return plain &- 0x30 }
    return plain < 0x80 ? nil : digitBeyondASCII(plain)
  }

  private static func digitBeyondASCII(_ scalar: UInt32) -> UInt32? {
    guard let properties = Unicode.Scalar(scalar)?.properties, properties.numericType == .decimal
    else { return nil }
    return properties.numericValue.map { UInt32($0) }
  }

  /// Whether a letter is a capital.
  @inline(__always)
  static func isCapital(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x80: scalar &- 0x41 < 26
    case 0xC0...0xDE: scalar != 0xD7
    case 0xDF...0xFF: false
    case 0x400...0x42F: true
    case 0x430...0x45F: false
    default: Unicode.Scalar(scalar)?.properties.isUppercase ?? false
    }
  }
}

/// Decoding of UTF-8 that is known to be valid.
enum UTF8Decoding {
  @inline(__always)
  static func scalar(
    in bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (value: UInt32, width: Int) {
    let first = UInt32(bytes[index])
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | next(bytes, index + 1), 2) }
    if first < 0xF0 {
      return ((first & 0x0F) << 12 | next(bytes, index + 1) << 6 | next(bytes, index + 2), 3)
    }
    return (
      (first & 0x07) << 18 | next(bytes, index + 1) << 12 | next(bytes, index + 2) << 6
        | next(bytes, index + 3), 4
    )
  }

  @inline(__always)
  private static func next(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt32 {
    UInt32(bytes[index]) & 0x3F
  }
}
