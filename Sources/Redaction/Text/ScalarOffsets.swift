/// Turns UTF-8 offsets into Unicode-scalar offsets.
enum ScalarOffsets {
  /// The spans, which are ordered by start, counted in scalars; one pass over the bytes.
  static func of(_ spans: [TextSpan], in bytes: [UInt8]) -> [TextSpan] {
    if let counted = ofDisjoint(spans, in: bytes) { return counted }
    let offsets = Set(spans.flatMap { [$0.start, $0.end] }).sorted()
    var scalars: [Int: Int] = [:]
    scalars.reserveCapacity(offsets.count)
    var count = 0
    var position = 0
    for offset in offsets {
      while position < offset {
        if bytes[position] & 0xC0 != 0x80 { count += 1 }
        position += 1
      }
      scalars[offset] = count
    }
    return spans.map { TextSpan(scalars[$0.start] ?? 0, scalars[$0.end] ?? 0) }
  }

  /// The same for spans none of which begins before the last has ended, as most are.
  private static func ofDisjoint(_ spans: [TextSpan], in bytes: [UInt8]) -> [TextSpan]? {
    var counted: [TextSpan] = []
    counted.reserveCapacity(spans.count)
    var count = 0
    var position = 0
    func scalars(upTo offset: Int) -> Int {
      while position < offset {
        if bytes[position] & 0xC0 != 0x80 { count += 1 }
        position += 1
      }
      return count
    }
    for span in spans {
      guard span.start >= position else { return nil }
      let start = scalars(upTo: span.start)
      counted.append(TextSpan(start, scalars(upTo: span.end)))
    }
    return counted
  }
}
