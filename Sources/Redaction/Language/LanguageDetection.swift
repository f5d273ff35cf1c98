/// Tells the language of a text by its function words and by letters that only some languages have.
///
/// A text is one of the supported languages only when it speaks for it more than for any
/// neighbour (Belarusian, Bulgarian, Spanish, Dutch …), and clearly. What is not clear is nil.
extension Language {
  /// The language of valid UTF-8, or nil when it is not supported or cannot be told.
  public static func detected(in bytes: [UInt8]) -> Language? {
    bytes.withUnsafeBufferPointer { buffer in
      var evidence = LanguageEvidence()
      for range in LanguageEvidence.sample(of: buffer) { evidence.read(buffer, range) }
      return evidence.verdict
    }
  }
}

/// What a sample of text says about its language.
private struct LanguageEvidence {
  /// How much text is read at most, and in how many pieces, spread evenly over it.
  private static let most = 64 << 10
  private static let pieces = 4

  private var words = 0
  private var scores = [Double](repeating: 0, count: FunctionWords.languages.count)
  private var hits = [Int](repeating: 0, count: FunctionWords.languages.count)
  private var letters = LetterCounts()

  /// Ranges of whole characters; all of a short text.
  static func sample(of bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    guard bytes.count > most else { return [0..<bytes.count] }
    let length = most / pieces
    let step = (bytes.count - length) / (pieces - 1)
    return (0..<pieces).map { piece in
      var start = piece * step
      var end = start + length
      while start > 0, start < end, bytes[start] & 0xC0 == 0x80 { start += 1 }
      while end > start, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
      return start..<end
    }
  }

  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    letters.count(bytes, range)
    for token in Tokenizer.tokens(of: bytes, in: range) where token.isWord {
      words += 1
      guard let owners = FunctionWords.owners[token.key.hash] else { continue }
      // A single Latin letter is as often an option, an initial or an item of a list.
      let isLetter = token.value == 1 && !token.isCyrillic
      let weight = (isLetter ? 0.3 : 1) / Double(owners.nonzeroBitCount)
      for language in scores.indices where owners & (1 << language) != 0 {
        scores[language] += weight
        hits[language] += 1
      }
    }
  }

  /// The language that leads clearly, if it is a supported one.
  var verdict: Language? {
    guard words > 0 else { return nil }
    var scores = scores
    for (index, name) in FunctionWords.languages.enumerated() {
      scores[index] += letters.evidence(for: name)
    }
    let order = scores.indices.sorted { scores[$0] > scores[$1] }
    let best = order[0]
    guard let language = Language(rawValue: FunctionWords.languages[best]) else { return nil }
    guard letters.isMostly(language.script), !letters.areForeign(to: language) else { return nil }
    guard hits[best] > 0, scores[best] >= 1.1, scores[best] >= 1.25 * scores[order[1]] else {
      return nil
    }
    // A short text may have few function words, and Cyrillic letters say much; a long one has a
    // third and more of them, whoever wrote it.
    let coverage = Double(hits[best]) / Double(words)
    return coverage >= (words >= 20 ? 0.16 : language.script == .cyrillic ? 0.06 : 0.12)
      ? language : nil
  }
}

extension Language {
  fileprivate var script: Fold.Script {
    isSlavic ? .cyrillic : .latin
  }
}

/// How many letters there are of each script, and of those that tell neighbours apart.
private struct LetterCounts {
  private var latin = 0
  private var cyrillic = 0
  private var otherScript = 0
  /// і ї є ґ.
  private var ukrainian = 0
  /// и, which Belarusian does not have.
  private var i = 0
  /// ы э ё ъ.
  private var russian = 0
  /// ў.
  private var belarusian = 0
  /// Letters that none of the supported languages has.
  private var foreignLatin = 0
  /// á í ñ ó ú among these.
  private var acute = 0
  /// ñ, which of the neighbours only Galician has.
  private var enye = 0
  private var foreignCyrillic = 0

  /// Whether there are more such letters than names and quotations bring into a text: the
  /// alphabets of the neighbours have 2 to 20 in a hundred.
  func areForeign(to language: Language) -> Bool {
    let foreign = foreignLatin - (language.grammar.has(.writesAcuteVowels) ? acute : 0)
    return foreignCyrillic > 1 && foreignCyrillic * 80 > cyrillic
      || foreign > 4 && foreign * 25 > latin
  }

  mutating func count(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, width) = UTF8Decoding.scalar(in: bytes, at: index)
      index += width
      switch scalar {
      case 0..<0x80: if ScalarClass.asciiIsLetter(UInt8(scalar)) { latin += 1 }
      case 0xC0..<0x250, 0x1E00..<0x1F00: countLatin(scalar)
      case 0x400..<0x530: countCyrillic(scalar)
      case 0x250..<0x2000, 0x3040..<0xD7B0:
        if !Fold.isCombining(scalar), ScalarClass(scalar) == .letter { otherScript += 1 }
      default: break
      }
    }
  }

  private mutating func countLatin(_ scalar: UInt32) {
    latin += 1
    switch (0xC0...0xDE).contains(scalar) ? scalar + 32 : scalar {
    // à â ä æ ç è é ê ë î ï ô ö ù û ü ÿ œ are French, or come with names and loans.
    case 0xE0, 0xE2, 0xE4, 0xE6...0xEB, 0xEE, 0xEF, 0xF4, 0xF6, 0xF9, 0xFB, 0xFC, 0xFF, 0x152,
      0x153, 0x178:
      break
    case 0xE1, 0xED, 0xF1, 0xF3, 0xFA:
      acute += 1
      if scalar | 0x20 == 0xF1 { enye += 1 }
      foreignLatin += 1
    default: foreignLatin += 1
    }
  }

  private mutating func countCyrillic(_ scalar: UInt32) {
    cyrillic += 1
    switch scalar {
    case 0x438, 0x418: i += 1
    case 0x456, 0x406, 0x457, 0x407, 0x454, 0x404, 0x491, 0x490: ukrainian += 1
    case 0x44B, 0x42B, 0x44D, 0x42D, 0x451, 0x401, 0x44A, 0x42A: russian += 1
    case 0x45E, 0x40E:
      belarusian += 1
      foreignCyrillic += 1
    case 0x410...0x44F: break
    default: foreignCyrillic += 1
    }
  }

  /// What letters add to the score of a language; і beside и is Ukrainian, without it Belarusian.
  func evidence(for language: String) -> Double {
    let isWithoutI = ukrainian > 0 && i * 20 < ukrainian
    return switch language {
    case "ru": isWithoutI ? 0 : 0.8 * Double(russian)
    case "uk": isWithoutI ? 0 : 0.6 * Double(ukrainian)
    case "es": 0.8 * Double(enye)
    case "be": 2 * Double(belarusian) + (isWithoutI ? 0.6 * Double(russian) : -0.6 * Double(i))
    default: 0
    }
  }

  /// Whether the letters are of this script for the most part.
  func isMostly(_ script: Fold.Script) -> Bool {
    let own = script == .cyrillic ? cyrillic : latin
    return own * 2 > latin + cyrillic + otherScript
  }
}
