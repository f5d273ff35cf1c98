/// Splits bytes into words, numbers and marks in one pass, folding each word to its key.
///
/// A word is a run of letters; invisible characters and combining marks inside it belong to it, and
/// so does an apostrophe between two Cyrillic letters ("п'ять"). Hyphens, and apostrophes in Latin
/// script, are marks of their own: "Kart-e-Parwan" is three words.
struct Tokenizer {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position: Int
  private let end: Int
  private(set) var tokens: [Token] = []

  /// Tokens of `bytes[range]`, which must be whole, valid UTF-8.
  static func tokens(of bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> [Token] {
    var tokenizer = Tokenizer(bytes: bytes, position: range.lowerBound, end: range.upperBound)
    tokenizer.run()
    return tokenizer.tokens
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, position: Int, end: Int) {
    self.bytes = bytes
    self.position = position
    self.end = end
    tokens.reserveCapacity((end - position) / 5 + 8)
  }

  private mutating func run() {
    var gap = false
    while position < end {
      if bytes[position] == 0x20 {
        position += 1
        gap = true
        continue
      }
      if scanASCIIWord(gap: gap) || scanCyrillicWord(gap: gap) {
        gap = false
        continue
      }
      let (scalar, width) = scalar(at: position)
      switch ScalarClass(scalar) {
      case .letter:
        scanWord(gap: gap)
        gap = false
      case .digit:
        scanNumber(gap: gap)
        gap = false
      case .space:
        position += width
        gap = true
      case .newline:
        append(.newline, width: width, value: scalar, gap: gap)
        gap = true
      case .invisible:
        position += width
      case .mark:
        append(.mark, width: width, value: scalar, gap: gap)
        gap = false
      }
    }
  }

  @inline(__always)
  private func scalar(at index: Int) -> (value: UInt32, width: Int) {
    UTF8Decoding.scalar(in: bytes, at: index)
  }

  private mutating func append(_ kind: Token.Kind, width: Int, value: UInt32, gap: Bool) {
    tokens.append(
      Token(
        start: Int32(position), end: Int32(position + width), kind: kind, shape: .lower, gap: gap,
        opensSentence: false, isCyrillic: false, value: value, key: FoldedKey(hash: 0)))
    position += width
  }

  private mutating func scanNumber(gap: Bool) {
    let start = position
    var value: UInt32 = 0
    var digits = 0
    var last = position
    while position < end {
      let (raw, width) = scalar(at: position)
      if let digit = ScalarClass.digit(raw) {
        if digits < 9 { value = value * 10 + digit }
        digits += 1
        position += width
        last = position
      } else if Fold.isInvisible(raw) {
        position += width
      } else {
        break
      }
    }
    position = last
    tokens.append(
      Token(
        start: Int32(start), end: Int32(last), kind: .number, shape: .lower, gap: gap,
        opensSentence: false, isCyrillic: false, value: value, key: FoldedKey(hash: 0),
        digits: UInt8(min(digits, 255))))
  }

  /// Takes a word of ASCII letters alone, as most words of a Latin script are; false where
  /// something else stands here.
  @inline(__always)
  private mutating func scanASCIIWord(gap: Bool) -> Bool {
    let start = position
    var last = start
    var hash = FoldedKey.seed
    var capitals = 0
    while last < end, ScalarClass.asciiIsLetter(bytes[last]) {
      hash = FoldedKey.step(hash, bytes[last] | 0x20)
      if bytes[last] < 0x5B { capitals += 1 }
      last += 1
    }
    guard last > start, last == end || bytes[last] < 0x80 else { return false }
    let letters = last - start
    tokens.append(
      Token(
        start: Int32(start), end: Int32(last), kind: .word,
        shape: Self.shape(
          letters: letters, capitals: capitals, firstIsCapital: bytes[start] < 0x5B), gap: gap,
        opensSentence: false, isCyrillic: false, value: UInt32(letters),
        key: FoldedKey(hash: hash)))
    position = last
    return true
  }

  /// Takes a word of Cyrillic letters of two bytes alone, as most words of Russian and Ukrainian
  /// are; false where something else stands here or directly after.
  @inline(__always)
  private mutating func scanCyrillicWord(gap: Bool) -> Bool {
    let start = position
    var last = start
    var hash = FoldedKey.seed
    var capitals = 0
    while last < end, bytes[last] == 0xD0 || bytes[last] == 0xD1 {
      let second = bytes[last + 1]
      // Beyond U+045F the letters are old ones, and every second one is a capital.
      if bytes[last] == 0xD1, second >= 0xA0 { return false }
      if bytes[last] == 0xD0, second < 0xB0 { capitals += 1 }
      let folded = Fold.cyrillic(bytes[last], second)
      hash = FoldedKey.step(hash, UInt8(truncatingIfNeeded: 0xC0 | folded >> 6))
      hash = FoldedKey.step(hash, UInt8(truncatingIfNeeded: 0x80 | folded & 0x3F))
      last += 2
    }
    guard last > start else { return false }
    if last < end {
      let next = bytes[last]
      if next >= 0x80 || next == 0x27 || next == 0x60 || ScalarClass.asciiIsLetter(next) {
        return false
      }
    }
    let letters = (last - start) / 2
    let isFirst = bytes[start] == 0xD0 && bytes[start + 1] < 0xB0
    tokens.append(
      Token(
        start: Int32(start), end: Int32(last), kind: .word,
        shape: Self.shape(letters: letters, capitals: capitals, firstIsCapital: isFirst), gap: gap,
        opensSentence: false, isCyrillic: true, value: UInt32(letters),
        key: FoldedKey(hash: hash)))
    position = last
    return true
  }

  @inline(__always)
  private static func shape(letters: Int, capitals: Int, firstIsCapital: Bool) -> Token.Shape {
    if capitals == 0 { return .lower }
    if letters == 1 { return .initial }
    if capitals == letters { return .upper }
    return capitals == 1 && firstIsCapital ? .title : .mixed
  }

  private mutating func scanWord(gap: Bool) {
    let start = position
    var last = position
    var hash = FoldedKey.seed
    var letters = 0
    var capitals = 0
    var firstIsCapital = false
    var isCyrillic = false
    var isLatin = false
    var needsFolding = false
    var isDisguised = false
    while position < end {
      let byte = bytes[position]
      let raw: UInt32
      let width: Int
      if byte < 0x80 {
        raw = UInt32(byte)
        width = 1
        guard ScalarClass.asciiIsLetter(byte) else {
          if byte == 0x27, isCyrillic, joinsCyrillic(after: position + 1) {
            hash = FoldedKey.step(hash, 0x27)
            position += 1
            continue
          }
          break
        }
        isLatin = true
        hash = FoldedKey.step(hash, byte | 0x20)
        if byte < 0x5B {
          capitals += 1
          if letters == 0 { firstIsCapital = true }
        }
        letters += 1
        position += 1
        last = position
        continue
      }
      (raw, width) = scalar(at: position)
      if Fold.isInvisible(raw) {
        if raw != 0xAD { isDisguised = true }
        position += width
        continue
      }
      if Fold.isCombining(raw) {
        needsFolding = true
        position += width
        last = position
        continue
      }
      let plain = Fold.compatible(raw)
      if Fold.simple(raw) == 0x27, isCyrillic, joinsCyrillic(after: position + width) {
        hash = FoldedKey.step(hash, 0x27)
        position += width
        continue
      }
      guard ScalarClass(raw) == .letter else { break }
      if plain != raw { needsFolding = true }
      let folded = Fold.simple(plain)
      if folded == 0 {
        for byte in Fold.expansion(plain) { hash = FoldedKey.step(hash, byte) }
      } else if folded < 0x80 {
        hash = FoldedKey.step(hash, UInt8(folded))
      } else if folded < 0x800 {
        hash = FoldedKey.step(hash, UInt8(0xC0 | folded >> 6))
        hash = FoldedKey.step(hash, UInt8(0x80 | folded & 0x3F))
      } else {
        needsFolding = true
      }
      if plain >= 0x400 && plain < 0x530 {
        isCyrillic = true
      } else if plain < 0x250 {
        isLatin = true
      } else {
        needsFolding = true
      }
      if ScalarClass.isCapital(raw) {
        capitals += 1
        if letters == 0 { firstIsCapital = true }
      }
      letters += 1
      position += width
      last = position
    }
    if isDisguised, position != last { isDisguised = hidesInside(start, last) }
    position = last
    if isCyrillic && isLatin { isDisguised = true }
    if needsFolding || (isCyrillic && isLatin) {
      let folded = Fold.bytes(UnsafeBufferPointer(rebasing: bytes[start..<last]))
      hash = FoldedKey(folded: folded).hash
      isCyrillic = folded.first.map { $0 == 0xD0 || $0 == 0xD1 } ?? false
    }
    tokens.append(
      Token(
        start: Int32(start), end: Int32(last), kind: .word,
        shape: Self.shape(letters: letters, capitals: capitals, firstIsCapital: firstIsCapital),
        gap: gap,
        opensSentence: false, isCyrillic: isCyrillic, value: UInt32(letters),
        key: FoldedKey(hash: hash), isDisguised: isDisguised))
  }

  /// Whether an invisible character stands between the letters, not only after the last.
  private func hidesInside(_ start: Int, _ last: Int) -> Bool {
    var index = start
    while index < last {
      let (raw, width) = scalar(at: index)
      if Fold.isInvisible(raw), raw != 0xAD { return true }
      index += width
    }
    return false
  }

  private func joinsCyrillic(after index: Int) -> Bool {
    guard index < end else { return false }
    return Fold.script(scalar(at: index).value) == .cyrillic
  }
}

extension TextSpan {
  /// The span without the white space and marks at its ends; nil where it holds no letter or digit.
  static func words(of span: TextSpan, in bytes: UnsafeBufferPointer<UInt8>) -> TextSpan? {
    let tokens = Tokenizer.tokens(of: bytes, in: span.start..<span.end).filter {
      $0.isWord || $0.isNumber
    }
    guard let first = tokens.first, let last = tokens.last else { return nil }
    return TextSpan(Int(first.start), Int(last.end))
  }
}
