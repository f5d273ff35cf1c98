/// Beginnings, endings or middles of words, compared as bytes.
///
/// A Cyrillic text is compared scalar by scalar in its normal form, some fifty times as slow. The
/// words asked of must be spelled as the parts are: folded, or at least of composed letters.
struct WordParts: Sendable {
  private let parts: [[UInt8]]
  /// Positions of the parts by their first four bytes, of those that have four.
  private var byFirst: [UInt32: [Int]] = [:]
  /// A quick no for those four bytes.
  private var filter: KeyFilter
  /// Positions of the parts by their last byte, in order.
  private var byLast = [[Int]](repeating: [], count: 256)

  init(_ parts: some Sequence<some StringProtocol>) { self.init(parts.map { Array($0.utf8) }) }

  init(_ parts: [[UInt8]]) {
    self.parts = parts
    filter = KeyFilter(bits: 1 << 13)
    for (position, part) in self.parts.enumerated() {
      if let last = part.last { byLast[Int(last)].append(position) }
      guard part.count >= 4 else { continue }
      let first = Self.four(part, 0)
      byFirst[first, default: []].append(position)
      filter.insert(Self.key(first))
    }
  }

  /// Parts with white space between them.
  init(_ text: String) { self.init(text.split(whereSeparator: \.isWhitespace)) }

  /// Whether a word begins with one of the parts of four bytes or more.
  func begin(_ word: some StringProtocol) -> Bool {
    Self.read(word) { bytes in stand(in: bytes, at: 0) }
  }

  /// Whether one of the parts of four bytes or more stands in a word.
  func stand(in word: some StringProtocol) -> Bool {
    Self.read(word) { bytes in
      var offset = 0
      while offset + 4 <= bytes.count {
        if stand(in: bytes, at: offset) { return true }
        offset += 1
      }
      return false
    }
  }

  /// Whether a word ends with one of the parts.
  func end(_ word: some StringProtocol) -> Bool { ending(of: word) != nil }

  /// The position of the first of the parts that a word ends with.
  ///
  /// - Parameter accepts: told how many bytes stand before the part, says whether they will do.
  func ending(of word: some StringProtocol, where accepts: (Int) -> Bool = { _ in true }) -> Int? {
    Self.read(word) { ending(of: $0, where: accepts) }
  }

  func ending(of word: [UInt8], where accepts: (Int) -> Bool = { _ in true }) -> Int? {
    word.withUnsafeBufferPointer { ending(of: $0, where: accepts) }
  }

  private func ending(
    of bytes: UnsafeBufferPointer<UInt8>, where accepts: (Int) -> Bool
  ) -> Int? {
    guard let last = bytes.last else { return nil }
    return byLast[Int(last)].first { position in
      let part = parts[position]
      let start = bytes.count - part.count
      return start >= 0 && Self.equal(part, bytes, start) && accepts(start)
    }
  }

  private func stand(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    guard offset + 4 <= bytes.count else { return false }
    let first = Self.four(bytes, offset)
    guard filter.mayContain(Self.key(first)), let positions = byFirst[first] else { return false }
    return positions.contains { position in
      let part = parts[position]
      return offset + part.count <= bytes.count && Self.equal(part, bytes, offset)
    }
  }

  @inline(__always)
  private static func equal(
    _ part: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int
  ) -> Bool {
    var index = part.count - 1
    while index >= 0 {
      if part[index] != bytes[offset + index] { return false }
      index -= 1
    }
    return true
  }

  @inline(__always)
  private static func four<Bytes: RandomAccessCollection<UInt8>>(
    _ bytes: Bytes, _ offset: Int
  ) -> UInt32 where Bytes.Index == Int {
    UInt32(bytes[offset]) << 24 | UInt32(bytes[offset + 1]) << 16
      | UInt32(bytes[offset + 2]) << 8 | UInt32(bytes[offset + 3])
  }

  @inline(__always)
  private static func key(_ first: UInt32) -> FoldedKey {
    FoldedKey(hash: UInt64(first) &* 0x9E37_79B9_7F4A_7C15)
  }

  @inline(__always)
  private static func read<Word: StringProtocol, Answer>(
    _ word: Word, _ body: (UnsafeBufferPointer<UInt8>) -> Answer
  ) -> Answer {
    word.utf8.withContiguousStorageIfAvailable(body)
      ?? Array(word.utf8).withUnsafeBufferPointer(body)
  }
}

/// What a table says of words, found by their hash: the words must be folded.
struct WordTable<Value: Sendable>: Sendable {
  private var values: [FoldedKey: Value] = [:]

  init(_ rows: some Sequence<(key: String, value: Value)>) {
    for row in rows { values[FoldedKey(folded: row.key)] = row.value }
  }

  subscript(_ word: some StringProtocol) -> Value? { values[FoldedKey(folded: word.utf8)] }

  /// What it says of two words with a space between them.
  subscript(_ first: String, _ second: String) -> Value? {
    values[FoldedKey(folded: first).extended(by: " ").extended(by: second)]
  }
}

extension WordTable: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral rows: (String, Value)...) {
    self.init(rows.lazy.map { (key: $0.0, value: $0.1) })
  }
}
