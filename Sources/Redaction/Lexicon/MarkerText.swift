/// Markers that already stand in a text: "Sergei (not his real name)".
enum MarkerText {
  /// Whether a marker, in any language, stands directly after the span, a possessive between
  /// allowed.
  static func follows(_ around: Surroundings) -> Bool {
    follows(around.bytes, around.span.end)
  }

  static func follows(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    opening(bytes, offset) != nil
  }

  /// The marker that stands directly after `offset`, with the white space before it.
  static func span(_ bytes: UnsafeBufferPointer<UInt8>, after offset: Int) -> TextSpan? {
    guard let opening = opening(bytes, offset) else { return nil }
    for index in opening.bracket..<min(bytes.count, opening.bracket + 80)
    where bytes[index] == 0x29 || bytes[index] == 0x5D {
      return TextSpan(opening.gap, index + 1)
    }
    return nil
  }

  /// Where the white space before a marker begins, and its bracket.
  private static func opening(
    _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int
  ) -> (gap: Int, bracket: Int)? {
    var index = offset
    for possessive in possessives where starts(bytes, index, possessive) {
      index += possessive.count
    }
    for quote in quotes where starts(bytes, index, quote) { index += quote.count }
    let gap = index
    while index < bytes.count,
      bytes[index] == 0x20 || bytes[index] == 0x0A || bytes[index] == 0xC2
        || bytes[index] == 0xA0
    { index += 1 }
    guard index < bytes.count, bytes[index] == 0x28 || bytes[index] == 0x5B,
      phrases.contains(where: { starts(bytes, index + 1, $0) })
    else { return nil }
    return (gap, index)
  }

  private static func starts(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ phrase: [UInt8]
  ) -> Bool {
    index + phrase.count <= bytes.count
      && bytes[index..<index + phrase.count].elementsEqual(phrase)
  }

  private static let quotes: [[UInt8]] = ["\"", "”", "»", "’"].map { Array($0.utf8) }
  private static let possessives: [[UInt8]] = ["’s", "'s"].map { Array($0.utf8) }
  static let phrases = WordList("marker-phrases", Language.written).words.map { Array($0.utf8) }
}
