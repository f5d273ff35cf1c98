/// The words and numbers of a finished text as somebody would read them who wants to find a name in
/// it: one pass over the bytes, which shares nothing with recognition but `Fold`.
///
/// What is written otherwise than it reads is read as it reads: `&#78;`, `&eacute;`, `%D0%A1`,
/// `\u0421`, `\x4E` and `=4E` are the letters they stand for, as are letters that were decoded
/// wrongly (`Ã§`); invisible characters, combining marks and the apostrophe of a Cyrillic word are
/// left out; small capitals, raised and full-width letters are plain ones; in a word of two alphabets
/// look-alike letters join the other letters.
///
///     var words = ShownWords(bytes)
///     while words.next() { words.letters, words.span … }
///
/// A word of more than `longest` letters is handed over in parts that overlap, so memory is bounded.
struct ShownWords {
  /// How many letters a word has at most; what is longer comes in parts.
  static let longest = 2048
  /// How many letters two parts of a longer word share: more than any form of a name has.
  static let overlap = 64

  /// What stands between a word and the one before it.
  struct Gap {
    /// How many scalars.
    var count = 0
    var spaces = 0
    var newlines = 0
    /// The first scalars, as far as there are any.
    var marks: (UInt32, UInt32) = (0, 0)
    /// The offset behind a tag that begins directly after the last word: "Niko<b>lai".
    var tagEnd: Int?

    var isTight: Bool { spaces == 0 && newlines == 0 }

    fileprivate mutating func add(_ scalar: UInt32, _ kind: ScalarClass) {
      // Of CR and LF the LF counts.
      if scalar == 0x0D { return }
      if count == 0 { marks.0 = scalar } else if count == 1 { marks.1 = scalar }
      count += 1
      if kind == .space { spaces += 1 } else if kind == .newline { newlines += 1 }
    }
  }

  /// How the capitals of a word stand.
  enum Shape { case lower, title, upper, mixed }

  let bytes: UnsafeBufferPointer<UInt8>
  private var position: Int

  /// Folded letters of the word, or the digits of the number, as UTF-8.
  private(set) var letters: [UInt8] = []
  /// Where the word stands.
  private(set) var span = TextSpan(0, 0)
  private(set) var isNumber = false
  private(set) var shape = Shape.lower
  /// How many letters or digits there are.
  private(set) var count = 0
  /// Whether letters of one alphabet were read as those of another that look like them.
  private(set) var isMixed = false
  /// Whether it is written as it reads: byte for byte, but for capitals.
  private(set) var isPlain = true
  /// Whether a letter is written as a code for it.
  private(set) var isEncoded = false
  /// Whether a sentence may begin here, so that a capital says little.
  private(set) var opensSentence = true
  private(set) var gap = Gap()

  /// Where each byte of `letters` comes from, where that is not `span.start` plus its position.
  private var starts: [Int32] = []
  private var ends: [Int32] = []
  private var scalars: [UInt32] = []
  private var places: [TextSpan] = []
  private var isAbbreviation = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    position = 0
    letters.reserveCapacity(64)
  }

  /// Where a range of `letters` stands in the bytes.
  func place(_ range: Range<Int>) -> TextSpan {
    isPlain
      ? TextSpan(span.start + range.lowerBound, span.start + range.upperBound)
      : TextSpan(Int(starts[range.lowerBound]), Int(ends[range.upperBound - 1]))
  }

  /// The key of the whole word.
  var key: FoldedKey { FoldedKey(folded: letters) }

  /// Whether the word is in Latin or Cyrillic letters, which have capitals and words apart.
  var isAlphabetic: Bool { letters.first.map { $0 < 0x80 || $0 == 0xD0 || $0 == 0xD1 } ?? false }

  /// Goes to the next word or number; false at the end.
  mutating func next() -> Bool {
    if isMade { opensSentence = false }
    isMade = true
    gap = Gap()
    while position < bytes.count {
      let byte = bytes[position]
      if ScalarClass.asciiIsLetter(byte) || byte == 0xD0 || byte == 0xD1 {
        word()
        return true
      }
      if byte == 0x20 {
        gap.add(0x20, .space)
        position += 1
        continue
      }
      let (scalar, width, _) = Self.unit(bytes, position)
      let kind = Self.kind(scalar)
      switch kind {
      case .letter:
        word()
        return true
      case .digit:
        number()
        return true
      case .invisible: position += width
      case .space, .newline, .mark:
        if scalar == 0x3C, gap.count == 0 { gap.tagEnd = tagEnd() }
        noteHead(scalar, isLast: position + width < bytes.count && bytes[position + width] > 0x20)
        gap.add(scalar, kind)
        position += width
      }
    }
    return false
  }
  private var isMade = false

  // MARK: Words

  private mutating func word() {
    isAbbreviation = false
    isNumber = false
    if !plainWord() { unusualWord() }
    isAbbreviation = count == 1 || count <= 4 && Self.abbreviations.contains(key)
  }

  /// A word of nothing but ASCII letters, or of nothing but Cyrillic ones of two bytes.
  private mutating func plainWord() -> Bool {
    let start = position
    var index = position
    var capitals = 0
    letters.removeAll(keepingCapacity: true)
    let limit = min(bytes.count, start + 2 * Self.longest)
    let isCyrillic = bytes[start] >= 0x80
    if isCyrillic {
      guard bytes[start] == 0xD0 || bytes[start] == 0xD1 else { return false }
      while index + 1 < limit, bytes[index] == 0xD0 || bytes[index] == 0xD1 {
        let second = bytes[index + 1]
        let folded = Fold.cyrillic(bytes[index], second)
        if bytes[index] == 0xD0, second < 0xB0 { capitals += 1 }
        letters.append(UInt8(truncatingIfNeeded: 0xC0 | folded >> 6))
        letters.append(UInt8(truncatingIfNeeded: 0x80 | folded & 0x3F))
        index += 2
      }
      if index < limit, bytes[index] >= 0x80 || ScalarClass.asciiIsLetter(bytes[index]) {
        guard endsWord(at: index) else { return false }
      } else if index < limit, Self.mayContinue(bytes[index]) || bytes[index] == 0x27 {
        return false
      }
      count = letters.count / 2
    } else {
      guard ScalarClass.asciiIsLetter(bytes[start]) else { return false }
      while index < limit, ScalarClass.asciiIsLetter(bytes[index]) {
        if bytes[index] < 0x60 { capitals += 1 }
        letters.append(bytes[index] | 0x20)
        index += 1
      }
      if index < limit, bytes[index] >= 0x80 {
        guard endsWord(at: index) else { return false }
      } else if index < limit, Self.mayContinue(bytes[index]) {
        return false
      }
      count = letters.count
    }
    guard count < Self.longest else { return false }
    let isTitle = isCyrillic ? bytes[start] == 0xD0 && bytes[start + 1] < 0xB0 : bytes[start] < 0x60
    shape =
      capitals == 0
      ? .lower : capitals == 1 && isTitle ? .title : capitals == count ? .upper : .mixed
    isPlain = true
    isMixed = false
    isEncoded = false
    span = TextSpan(start, index)
    position = index
    return true
  }

  /// Whether an ASCII mark after a letter may be part of the word: it begins a code, or is a stress.
  @inline(__always)
  private static func mayContinue(_ byte: UInt8) -> Bool {
    byte == 0x26 || byte == 0x25 || byte == 0x5C || byte == 0x3D
      || byte < 0x20 && byte &- 0x09 > 4
  }

  /// Whether what stands at `index`, beyond ASCII, is neither letter nor mark of one.
  private func endsWord(at index: Int) -> Bool {
    if bytes[index] == 0xE2 || bytes[index] == 0xC2 {
      let (scalar, _, _) = Self.unit(bytes, index)
      let kind = Self.kind(scalar)
      return kind != .letter && kind != .invisible && scalar != 0x2019
    }
    return false
  }

  private mutating func unusualWord() {
    scalars.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    let start = position
    var index = position
    var end = position
    var capitals = 0
    var isCyrillic = false
    isEncoded = false
    scan: while index < bytes.count {
      let (scalar, width, isCode) = Self.unit(bytes, index)
      let plain = Self.plain(scalar)
      switch Self.kind(scalar) {
      case .letter:
        if scalars.count == Self.longest { break scan }
        if isCode { isEncoded = true }
        if ScalarClass.isCapital(scalar) { capitals += 1 }
        if plain &- 0x400 < 0x130 { isCyrillic = true }
        scalars.append(plain)
        places.append(TextSpan(index, index + width))
        end = index + width
      case .invisible:
        // й, ї and ў written as a letter and a combining mark.
        if let last = scalars.last, scalar == 0x306 || scalar == 0x308,
          let whole = Fold.composedCyrillic(last, scalar)
        {
          scalars[scalars.count - 1] = whole
        }
        if scalar == 0x3D { isEncoded = true }
        if Fold.isCombining(scalar), !places.isEmpty {
          places[places.count - 1].end = index + width
          end = index + width
        }
      case .digit, .space, .newline, .mark:
        // «мар'яна»: the apostrophe is a letter of a Cyrillic word.
        guard isCyrillic, Self.isApostrophe(scalar), index + width < bytes.count,
          Self.kind(Self.unit(bytes, index + width).scalar) == .letter
        else { break scan }
      }
      index += width
    }
    if scalars.isEmpty {
      // Nothing but marks of letters.
      position = max(index, start + 1)
      letters.removeAll(keepingCapacity: true)
      count = 0
      span = TextSpan(start, start)
      return
    }
    fold()
    count = scalars.count
    let isTitle = ScalarClass.isCapital(Self.unit(bytes, start).scalar)
    shape =
      capitals == 0
      ? .lower : capitals == 1 && isTitle ? .title : capitals == count ? .upper : .mixed
    isPlain = false
    span = TextSpan(start, end)
    position =
      scalars.count == Self.longest && index < bytes.count
      ? places[places.count - Self.overlap].start : max(end, index)
  }

  /// Makes `letters` of the scalars, with the place of each byte.
  private mutating func fold() {
    let before = scalars
    Fold.unmix(&scalars)
    isMixed = before != scalars
    letters.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    for (scalar, place) in zip(scalars, places) {
      Fold.append(scalar, to: &letters)
      while starts.count < letters.count {
        starts.append(Int32(place.start))
        ends.append(Int32(place.end))
      }
    }
  }

  private mutating func number() {
    let start = position
    letters.removeAll(keepingCapacity: true)
    count = 0
    while position < bytes.count, count < Self.longest {
      let (scalar, width, _) = Self.unit(bytes, position)
      guard Self.kind(scalar) == .digit, let digit = ScalarClass.digit(scalar) else { break }
      letters.append(UInt8(0x30 + digit))
      count += 1
      position += width
    }
    if position == start { position += Self.unit(bytes, start).width }
    isNumber = true
    isPlain = false
    isMixed = false
    isEncoded = false
    shape = .lower
    isAbbreviation = false
    span = TextSpan(start, position)
    starts = []
    ends = []
  }

  // MARK: Sentences

  private mutating func noteHead(_ scalar: UInt32, isLast: Bool) {
    switch scalar {
    case 0x2E: opensSentence = !isAbbreviation
    case 0x0A, 0x21, 0x3F, 0x2026: opensSentence = true
    // In {"name":"…"} nothing begins.
    case 0x3A, 0x3B: opensSentence = !isLast
    case 0x2C, 0x2F, 0x40, 0x5F, 0x23: opensSentence = false
    default: break
    }
  }

  private static let abbreviations: Set<FoldedKey> = Set(
    [
      "mr", "mrs", "ms", "dr", "st", "sgt", "lt", "cpl", "capt", "col", "gen", "prof", "pvt", "mm",
      "mme", "mlle", "ul", "гр", "тов", "им", "ул", "обл", "пос", "вул", "ім", "пл",
    ].map { FoldedKey(folded: $0) })

  /// Where a tag that begins here ends; nil where none does.
  private func tagEnd() -> Int? {
    guard position > 0, position + 2 < bytes.count,
      bytes[position + 1] == 0x2F || ScalarClass.asciiIsLetter(bytes[position + 1])
    else { return nil }
    let limit = min(bytes.count, position + 256)
    return (position..<limit).first { bytes[$0] == 0x3E }.map { $0 + 1 }
  }
}
