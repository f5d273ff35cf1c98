/// Folding of what most words are: ASCII letters alone, or Cyrillic letters of two bytes alone.
///
/// The same answers as the rest of `Fold`, without taking a word apart into scalars.
extension Fold {
  /// The folded bytes of a word, as many as it has; nil where they need the long way.
  static func plain(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var isPlain = false
    let bytes = [UInt8](unsafeUninitializedCapacity: word.count) { out, count in
      isPlain = write(word, to: out)
      count = isPlain ? word.count : 0
    }
    return isPlain ? bytes : nil
  }

  /// The folded form of the bytes of one word, as text.
  static func string(_ word: UnsafeBufferPointer<UInt8>) -> String {
    var isPlain = false
    let text = String(unsafeUninitializedCapacity: word.count) { out in
      isPlain = write(word, to: out)
      return isPlain ? word.count : 0
    }
    return isPlain ? text : String(decoding: bytes(word), as: UTF8.self)
  }

  /// The words of a text, folded, where the text holds nothing but plain letters, digits, hyphens
  /// and apostrophes, and common marks between them; else nil.
  static func plainWords(_ text: String) -> [String]? {
    text.utf8.withContiguousStorageIfAvailable { bytes -> [String]? in
      var words: [String] = []
      var index = 0
      var start = 0
      while index < bytes.count {
        guard let (width, isWord) = character(bytes, index) else { return nil }
        if !isWord {
          if start < index {
            words.append(string(UnsafeBufferPointer(rebasing: bytes[start..<index])))
          }
          start = index + width
        }
        index += width
      }
      if start < index { words.append(string(UnsafeBufferPointer(rebasing: bytes[start..<index]))) }
      return words
    } ?? nil
  }

  /// How many bytes a plain character has, and whether it belongs to a word.
  @inline(__always)
  private static func character(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> (width: Int, isWord: Bool)? {
    let byte = bytes[index]
    switch byte {
    case 0..<0x80:
      return (
        1, ScalarClass.asciiIsLetter(byte) || byte &- 0x30 < 10 || byte == 0x2D || byte == 0x27
      )
    case 0xD0, 0xD1: return (2, true)
    case 0xC2:
      switch bytes[index + 1] {
      // A space that does not break, and quotation marks.
      case 0xA0, 0xAB, 0xBB: return (2, false)
      default: return nil
      }
    case 0xE2 where bytes[index + 1] == 0x84 && bytes[index + 2] == 0x96:
      // "№"
      return (3, false)
    case 0xE2 where bytes[index + 1] == 0x80:
      switch bytes[index + 2] {
      // An apostrophe.
      case 0x99: return (3, true)
      // Dashes, quotation marks and the ellipsis.
      case 0x93, 0x94, 0x9C, 0x9D, 0x9E, 0xA6: return (3, false)
      default: return nil
      }
    default: return nil
    }
  }

  private static func write(
    _ word: UnsafeBufferPointer<UInt8>, to out: UnsafeMutableBufferPointer<UInt8>
  ) -> Bool {
    var isLatin = false
    var isCyrillic = false
    var index = 0
    while index < word.count {
      let byte = word[index]
      if byte < 0x80 {
        let isLetter = ScalarClass.asciiIsLetter(byte)
        if isLetter { isLatin = true }
        out[index] = isLetter ? byte | 0x20 : byte == 0x60 ? 0x27 : byte
        index += 1
        continue
      }
      guard byte == 0xD0 || byte == 0xD1 else { return false }
      isCyrillic = true
      let folded = cyrillic(byte, word[index + 1])
      out[index] = UInt8(truncatingIfNeeded: 0xC0 | folded >> 6)
      out[index + 1] = UInt8(truncatingIfNeeded: 0x80 | folded & 0x3F)
      index += 2
    }
    return !(isLatin && isCyrillic)
  }

  /// The folded scalar of a Cyrillic letter that begins with 0xD0 or 0xD1: U+0400 to U+047F.
  @inline(__always)
  static func cyrillic(_ first: UInt8, _ second: UInt8) -> UInt32 {
    let scalar = UInt32(first & 0x1F) << 6 | UInt32(second & 0x3F)
    if scalar &- 0x430 < 0x20 { return scalar }
    if scalar &- 0x410 < 0x20 { return scalar + 32 }
    return simple(scalar)
  }
}
