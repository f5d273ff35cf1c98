/// What stands before a mention in French and goes with it: "à l'", "du", "notre".
struct FrenchFrame {
  let around: Surroundings
  /// Where the words begin that the replacement stands for.
  private(set) var start: Int
  /// "de", "à", "en" or "chez" before the article or the mention.
  private(set) var preposition: FrenchPreposition?
  /// The article, as far as there is one.
  private(set) var determiner: FrenchDeterminer?
  /// What the article says of the noun.
  private(set) var isFeminine: Bool?
  private(set) var isPlural = false
  /// The word before all that, in lower case; empty where a mark stands there.
  private(set) var before = ""
  /// Where that word begins.
  private(set) var beforeStart = 0
  /// A number or a word that lets no article in stands before: "deux", "chaque", "vieille".
  private(set) var isClosed = false

  init(_ around: Surroundings) {
    self.around = around
    start = around.span.start
    while let word = Self.word(around, endingBefore: start) {
      guard take(word) else { break }
      start = word.start
      if preposition != nil { break }
    }
    look()
    isClosed = determiner == nil && preposition == nil && Self.closing.contains(before)
  }

  /// Takes an article or a preposition in; false at any other word.
  private mutating func take(_ word: Word) -> Bool {
    if let preposition = Self.prepositions[word.text] {
      guard !(word.text == "en" && determiner != nil), !(word.text == "d" && !word.isGlued) else {
        return false
      }
      self.preposition = preposition
      return true
    }
    guard determiner == nil, let (determiner, isFeminine, isPlural) = Self.articles[word.text],
      word.isGlued == (word.text == "l")
    else { return false }
    self.determiner = determiner
    self.isFeminine = isFeminine
    self.isPlural = isPlural
    if word.text == "du" { preposition = .de }
    if word.text == "au" || word.text == "aux" { preposition = .à }
    return true
  }

  /// Takes in the word before, if it is `word`.
  mutating func take(_ word: String) {
    guard before == word, beforeStart >= around.start else { return }
    start = beforeStart
    preposition = nil
    look()
  }

  /// Takes in an article, and the preposition before it.
  mutating func takeArticle() -> Bool {
    guard let word = Self.word(around, endingBefore: start), Self.articles[word.text] != nil,
      take(word)
    else { return false }
    start = word.start
    look()
    if preposition == nil, let word = Self.word(around, endingBefore: start), take(word) {
      start = word.start
      look()
    }
    return true
  }

  private mutating func look() {
    let word = Self.word(around, endingBefore: start, floor: 0)
    before = word?.text ?? ""
    beforeStart = word?.start ?? start
  }

  // MARK: Words to the left

  struct Word {
    /// In lower case.
    var text: String
    var start: Int
    /// An apostrophe joins it to what follows.
    var isGlued = false
  }

  /// The word that ends before `offset`: a space, a line break or an apostrophe between.
  ///
  /// - Parameter floor: how far left it may look; a replacement may not reach before `around.start`.
  static func word(
    _ around: Surroundings, endingBefore offset: Int, floor: Int? = nil
  ) -> Word? {
    let floor = floor ?? around.start
    var end = offset
    var isGlued = false
    if end > floor, around.bytes[end - 1] == 0x27 {
      isGlued = true
      end -= 1
    } else if end - 3 >= floor, around.text(end - 3, end) == "’" {
      isGlued = true
      end -= 3
    } else {
      var breaks = 0
      while end > floor, around.isSpace(around.bytes[end - 1]) {
        end -= 1
        if around.bytes[end] == 0x0A { breaks += 1 }
      }
      guard end < offset, breaks < 2 else { return nil }
    }
    var from = end
    while from > floor {
      let before = Surroundings.boundary(around.bytes, from - 1, forward: false)
      guard before >= floor,
        ScalarClass(UTF8Decoding.scalar(in: around.bytes, at: before).value) == .letter
      else { break }
      from = before
    }
    guard from < end else { return nil }
    return Word(text: around.text(from, end).lowercased(), start: from, isGlued: isGlued)
  }

  /// Whether one of these words stands among the few before the frame.
  func isPreceded(by words: WordList, within count: Int = 3) -> Bool {
    var offset = start
    for _ in 0..<count {
      guard let word = Self.word(around, endingBefore: offset, floor: 0) else { return false }
      if words.contains(word.text) { return true }
      offset = word.start
    }
    return false
  }

  private static let prepositions: [String: FrenchPreposition] = [
    "de": .de, "d": .de, "à": .à, "en": .other("en"), "chez": .other("chez"),
  ]

  private static let articles: [String: (FrenchDeterminer, feminine: Bool?, plural: Bool)] = [
    "le": (.definite, false, false), "la": (.definite, true, false), "l": (.definite, nil, false),
    "les": (.definite, nil, true), "du": (.definite, false, false),
    "au": (.definite, false, false), "aux": (.definite, nil, true),
    "des": (.indefinite, nil, true), "un": (.indefinite, false, false),
    "une": (.indefinite, true, false), "ce": (.demonstrative, false, false),
    "cet": (.demonstrative, false, false), "cette": (.demonstrative, true, false),
    "ces": (.demonstrative, nil, true),
    "mon": (.possessive("mon"), nil, false), "ma": (.possessive("ma"), true, false),
    "mes": (.possessive("mes"), nil, true), "ton": (.possessive("ton"), nil, false),
    "ta": (.possessive("ta"), true, false), "tes": (.possessive("tes"), nil, true),
    "son": (.possessive("son"), nil, false), "sa": (.possessive("sa"), true, false),
    "ses": (.possessive("ses"), nil, true), "notre": (.possessive("notre"), nil, false),
    "nos": (.possessive("nos"), nil, true), "votre": (.possessive("votre"), nil, false),
    "vos": (.possessive("vos"), nil, true), "leur": (.possessive("leur"), nil, false),
    "leurs": (.possessive("leurs"), nil, true),
  ]

  private static let closing = WordList("frame-closing")
}

extension FrenchFrame {
  /// The replacement, with the elision before it, and the capital, that its place asks for.
  func fit(_ text: String, upTo end: Int? = nil, proper isProper: Bool = false) -> Replacement {
    var text = text
    var from = start
    if wantsCapital(proper: isProper) { text = French.capitalized(text) }
    if let word = Self.word(around, endingBefore: start) {
      if word.isGlued, let full = Self.elided[word.text], !French.elides(text) {
        from = word.start
        text = (isCapital(from) ? French.capitalized(full) : full) + " " + text
      } else if !word.isGlued, Self.elided.values.contains(word.text), French.elides(text) {
        from = word.start
        text = around.text(from, from + word.text.utf8.count - 1) + "'" + text
      }
    }
    return keeping(Replacement(span: TextSpan(from, end ?? around.span.end), text: text))
  }

  /// Leaves standing what the replacement begins with: "de ma jambe" → "de ma blessure" keeps "de ma".
  private func keeping(_ replacement: Replacement) -> Replacement {
    var span = replacement.span
    var text = Substring(replacement.text)
    while span.start < around.span.start,
      let space = text.utf8.firstIndex(where: { $0 == 0x20 || $0 == 0x27 }),
      let next = text.utf8.index(space, offsetBy: 1, limitedBy: text.endIndex),
      next < text.endIndex
    {
      let count = text.utf8.distance(from: text.startIndex, to: next)
      guard span.start + count <= around.span.start,
        text.utf8.prefix(count).elementsEqual(
          UnsafeBufferPointer(rebasing: around.bytes[span.start..<span.start + count]))
      else { break }
      span = TextSpan(span.start + count, span.end)
      text = text[next...]
    }
    return Replacement(span: span, text: String(text))
  }

  private static let elided = [
    "qu": "que", "lorsqu": "lorsque", "puisqu": "puisque", "quoiqu": "quoique",
    "jusqu": "jusque", "j": "je", "n": "ne",
  ]

  private func isCapital(_ offset: Int) -> Bool {
    ScalarClass.isCapital(UTF8Decoding.scalar(in: around.bytes, at: offset).value)
  }

  /// A name has its capital anywhere; another word has one only where a sentence or a line opens.
  private func wantsCapital(proper isProper: Bool) -> Bool {
    guard start < around.bytes.count else { return false }
    let first = UTF8Decoding.scalar(in: around.bytes, at: start).value
    guard ScalarClass.isCapital(first) || ScalarClass(first) == .digit else { return false }
    if start < around.span.start { return true }
    guard isProper || ScalarClass(first) == .digit else { return true }
    return opensSentence
  }

  /// Whether a sentence opens at the frame, a guillemet or a dash before it allowed.
  var opensSentence: Bool {
    var index = start
    var isQuoted = false
    scan: while index > 0 {
      let before = Surroundings.boundary(around.bytes, index - 1, forward: false)
      switch Unicode.Scalar(UTF8Decoding.scalar(in: around.bytes, at: before).value) {
      case " ", "\u{A0}", "\u{202F}": break
      case "«", "“", "\"": isQuoted = true
      case "—", "–": break
      default: break scan
      }
      index = before
    }
    if isQuoted, index > 0, around.bytes[index - 1] == UInt8(ascii: ":") { return true }
    return around.opensSentence(at: index)
  }

  /// The mark directly before the frame, white space left out; nil at the head of a line.
  var markBefore: Unicode.Scalar? {
    var index = start
    while index > 0 {
      let before = Surroundings.boundary(around.bytes, index - 1, forward: false)
      let scalar = UTF8Decoding.scalar(in: around.bytes, at: before).value
      if ScalarClass(scalar) != .space { return scalar == 0x0A ? nil : Unicode.Scalar(scalar) }
      index = before
    }
    return nil
  }
}
