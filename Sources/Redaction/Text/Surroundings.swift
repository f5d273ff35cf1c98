/// The words around a span, so that a replacement can fit where it stands.
struct Surroundings {
  let bytes: UnsafeBufferPointer<UInt8>
  let span: TextSpan
  /// A replacement may not reach left of this, nor right of `end`.
  let start: Int
  let end: Int

  struct Word {
    var text: String
    var span: TextSpan
  }

  /// The word directly before `offset`, white space or one line break between.
  func word(before offset: Int) -> Word? {
    var to = offset
    guard to > start, isSpace(bytes[to - 1]) else { return nil }
    while to > start, isSpace(bytes[to - 1]) { to -= 1 }
    return wordEnding(at: to)
  }

  /// The word whose last letter stands directly before `offset`.
  func wordEnding(at offset: Int) -> Word? {
    var from = offset
    while from > start, isWord(bytes[from - 1]) { from -= 1 }
    return from < offset ? Word(text: text(from, offset), span: TextSpan(from, offset)) : nil
  }

  /// The word directly after `offset`, white space between.
  func word(after offset: Int) -> Word? {
    var from = offset
    guard from < end, isSpace(bytes[from]) else { return nil }
    while from < end, isSpace(bytes[from]) { from += 1 }
    var to = from
    while to < end, isWord(bytes[to]) { to += 1 }
    return from < to ? Word(text: text(from, to), span: TextSpan(from, to)) : nil
  }

  var before: Word? { word(before: span.start) }
  var after: Word? { word(after: span.end) }

  /// The byte before the span, white space left out; nil at the head of the text or of a line.
  var markBefore: UInt8? {
    var index = span.start
    while index > 0, bytes[index - 1] == 0x20 { index -= 1 }
    guard index > 0, bytes[index - 1] != 0x0A else { return nil }
    return bytes[index - 1]
  }

  /// Whether the bytes directly after the span are these.
  func isFollowed(by text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard span.end + wanted.count <= bytes.count else { return false }
    return bytes[span.end..<span.end + wanted.count].elementsEqual(wanted)
  }

  /// Whether a sentence opens at `offset`.
  func opensSentence(at offset: Int) -> Bool {
    var index = offset
    var breaks = 0
    while index > 0 {
      let byte = bytes[index - 1]
      if byte == 0x0A { breaks += 1 }
      guard isSpace(byte) || isQuoteByte(index) else { break }
      index -= 1
    }
    guard index > 0, breaks < 2 else { return true }
    let byte = bytes[index - 1]
    if byte == 0x2E { return !isAbbreviation(before: index - 1) }
    return byte == 0x21 || byte == 0x3F || endsWithEllipsis(index)
  }

  /// Whether the word that ends at `offset`, before its full stop, is an abbreviation.
  func isAbbreviation(before offset: Int) -> Bool {
    var from = offset
    while from > 0, isWord(bytes[from - 1]) { from -= 1 }
    let word = text(from, offset).lowercased()
    // "2. On …" is an item of a list.
    return word.utf8.count == 1 && word != "i" && !isDigit(bytes[offset - 1])
      || Self.abbreviations.contains(word)
  }

  private static let abbreviations: Set<String> = Set(
    "no nr nos tel ref art vol pp mr mrs ms dr st col gen capt lt sgt maj cpl prof fr b d cf vs approx c"
      .split(separator: " ").map(String.init))

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private func endsWithEllipsis(_ index: Int) -> Bool {
    index >= 3 && bytes[index - 3] == 0xE2 && bytes[index - 2] == 0x80 && bytes[index - 1] == 0xA6
  }

  private func isQuoteByte(_ index: Int) -> Bool {
    if bytes[index - 1] == 0x22 || bytes[index - 1] == 0x28 { return true }
    return index >= 3 && bytes[index - 3] == 0xE2 && bytes[index - 2] == 0x80
      && (bytes[index - 1] == 0x9C || bytes[index - 1] == 0x98)
  }

  /// Whether a word follows after one space, be it of this text or of another replacement.
  var isFollowedByWord: Bool {
    span.end + 1 < bytes.count && bytes[span.end] == 0x20 && isWord(bytes[span.end + 1])
  }

  /// Whether the word that follows after one space has a capital.
  var isFollowedByCapital: Bool {
    isFollowedByWord
      && ScalarClass.isCapital(UTF8Decoding.scalar(in: bytes, at: span.end + 1).value)
  }

  /// The original of the span; it never leaves the wording.
  var original: String { text(span.start, span.end) }

  /// Whether the first letter of the span is a capital.
  var isCapitalized: Bool {
    span.count > 0 && ScalarClass.isCapital(UTF8Decoding.scalar(in: bytes, at: span.start).value)
  }

  /// Whether any letter of the span is a capital.
  var hasCapital: Bool { original.contains { $0.isUppercase } }

  /// Whether all letters of the span are capitals, and there are two or more.
  var isShouted: Bool {
    var letters = 0
    var index = span.start
    while index < span.end {
      let (scalar, width) = UTF8Decoding.scalar(in: bytes, at: index)
      if ScalarClass(scalar) == .letter {
        guard ScalarClass.isCapital(scalar) else { return false }
        letters += 1
      }
      index += width
    }
    return letters >= 2
  }

  /// Whether two capitals or digits of the span stand side by side.
  var hasCapitalsTogether: Bool {
    var index = span.start
    var isAfter = false
    while index < span.end {
      let (scalar, width) = UTF8Decoding.scalar(in: bytes, at: index)
      let isOne = ScalarClass.isCapital(scalar) || ScalarClass(scalar) != .letter
      if isOne, isAfter { return true }
      isAfter = isOne
      index += width
    }
    return false
  }

  func text(_ from: Int, _ to: Int) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[from..<to]), as: UTF8.self)
  }

  func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }

  /// Whether a byte belongs to a word or a number.
  func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || ScalarClass.asciiIsLetter(byte) || byte >= 0x30 && byte <= 0x39
  }
}

extension Surroundings {
  /// The nearest start of a scalar from `offset`.
  static func boundary(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, forward: Bool) -> Int {
    var offset = offset
    while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 {
      offset += forward ? 1 : -1
    }
    return offset
  }
}
