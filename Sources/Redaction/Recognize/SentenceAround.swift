extension Testimony {
  /// The sentence round a span, for somebody who decides about it: at most `reach` bytes on either
  /// side, whole words, without space at its ends.
  package func sentence(around span: TextSpan, reach: Int = 240) -> TextSpan {
    bytes.withUnsafeBufferPointer { bytes in
      var low = max(0, span.start - reach)
      var high = min(bytes.count, span.end + reach)
      // A word that is cut is left out; where one is longer than the reach, only whole scalars count.
      if low > 0, let space = (low..<span.start).first(where: { Self.isSpace(bytes[$0]) }) {
        low = space
      }
      if high < bytes.count, let space = (span.end..<high).last(where: { Self.isSpace(bytes[$0]) })
      {
        high = space
      }
      low = Self.boundary(low, bytes)
      while high < bytes.count, high > span.end, bytes[high] & 0xC0 == 0x80 { high -= 1 }
      let passage = Passage(
        bytes: bytes, range: low..<high, language: language, lexicon: .embedded, reading: .cues)
      let opening = passage.tokens.filter(\.opensSentence).map { Int($0.start) }
      // What opens with a first word belongs to it: a quotation mark, a bracket.
      if let first = opening.last(where: { $0 <= span.start }), first > low {
        let floor = low
        low = first
        while low > floor, !Self.isSpace(bytes[low - 1]) { low -= 1 }
      }
      if let next = opening.first(where: { $0 >= span.end }) {
        high = next
        while high > span.end, !Self.isSpace(bytes[high - 1]) { high -= 1 }
      }
      while low < span.start, Self.isSpace(bytes[low]) { low += 1 }
      while high > span.end, Self.isSpace(bytes[high - 1]) { high -= 1 }
      return TextSpan(low, high)
    }
  }

  /// The next place at or after an offset where a scalar begins.
  private static func boundary(_ offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var offset = max(0, offset)
    while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }
}
