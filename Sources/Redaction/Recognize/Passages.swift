/// Cuts a testimony into passages of whole lines and runs recognizers over each.
enum Passages {
  /// Around this many bytes a passage ends at the next line; by twice that, at the last sentence,
  /// else at the last white space.
  private static let length = 1 << 16

  static func mentions(
    in testimony: Testimony, lexicon: Lexicon, recognizers: [any Recognizer],
    reader: ReaderRecognizer?, names: inout SeenNames, progress: (_ done: Int) -> Void = { _ in }
  ) -> [Mention] {
    testimony.bytes.withUnsafeBufferPointer { bytes in
      var mentions: [Mention] = []
      mentions.reserveCapacity(bytes.count / 24)
      each(in: bytes, language: testimony.language, reading: .facts) { passage in
        let begin = mentions.count
        for recognizer in recognizers { recognizer.find(in: passage, into: &mentions) }
        reader?.join(passage, &mentions, from: begin)
        for index in begin..<mentions.count where broken.contains(mentions[index].kind) {
          mentions[index].span.end = passage.endOfBrokenWord(mentions[index].span)
        }
        names.note(passage)
        progress(passage.tokens.last.map { Int($0.end) } ?? 0)
      }
      return mentions
    }
  }

  /// Names, which may be broken at the end of a line.
  private static let broken: Set<EntityKind> = [.person, .place, .organization, .other]

  /// Hands over the passages of a text, in order.
  static func each(
    in bytes: UnsafeBufferPointer<UInt8>, language: Language, reading: Passage.Reading,
    casing: Casing.Style? = nil, _ body: (Passage) -> Void
  ) {
    var start = 0
    while start < bytes.count {
      let end = cut(bytes, from: start)
      body(
        Passage(
          bytes: bytes, range: start..<end, language: language, lexicon: .embedded,
          reading: reading, casing: casing))
      start = end
    }
  }

  /// How a text is written where capitals tell nothing, if all of it is written in one way.
  static func casing(
    of bytes: UnsafeBufferPointer<UInt8>, language: Language
  ) -> Casing.Style? {
    var style: Casing.Style?
    var isOne = true
    each(in: bytes, language: language, reading: .tokens) { passage in
      let found = Casing.style(of: passage.tokens, in: language)
      isOne = isOne && (style ?? found) == found
      style = found
    }
    return isOne && style != .usual ? style : nil
  }

  private static func cut(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let aim = start + length
    guard aim < bytes.count else { return bytes.count }
    var index = aim
    let limit = min(bytes.count, aim + length)
    while index < limit {
      if bytes[index] == 0x0A { return index + 1 }
      index += 1
    }
    guard limit < bytes.count else { return bytes.count }
    index = limit
    while index > aim, !endsSentence(bytes, at: index) { index -= 1 }
    if index > aim { return index }
    index = limit
    while index > aim, bytes[index - 1] != 0x20 { index -= 1 }
    if index > aim { return index }
    // A word is cut only where nothing else is left: its halves would not be known again.
    index = limit
    while index > aim, bytes[index - 1] >= 0x80 || isAlphanumeric(bytes[index - 1]) { index -= 1 }
    if index > aim { return index }
    index = limit
    while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
    return index
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    ScalarClass.asciiIsLetter(byte) || byte &- 0x30 < 10
  }

  /// Whether a sentence ends before `index`, and nothing that has stops inside it does: the word
  /// before the mark is longer than abbreviations are.
  private static func endsSentence(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index >= 7, bytes[index - 1] == 0x20 else { return false }
    switch bytes[index - 2] {
    case 0x2E, 0x21, 0x3F: break
    default: return false
    }
    return bytes[index - 7..<index - 2].allSatisfy { $0 >= 0x80 || ScalarClass.asciiIsLetter($0) }
  }
}

extension Passage {
  /// Where a span ends with the rest of its last word on the next line: "Miro-⏎gradsky".
  fileprivate func endOfBrokenWord(_ span: TextSpan) -> Int {
    let next = tokens(of: span).upperBound
    guard next > 0, next + 2 < tokens.count, tokens[next - 1].isWord,
      Self.isHyphen(tokens[next]), !tokens[next].gap, tokens[next + 1].kind == .newline,
      tokens[next + 2].shape == .lower, !isOrdinary(next + 2)
    else { return span.end }
    return Int(tokens[next + 2].end)
  }
}
