/// A run of whole lines of one testimony, with its tokens and what the tables say of them.
///
/// Recognizers read passages; nothing of a passage outlives the call it is handed to.
struct Passage {
  let bytes: UnsafeBufferPointer<UInt8>
  let language: Language
  let grammar: Grammar
  let vocabulary: Vocabulary
  let lexicon: Lexicon
  private(set) var tokens: [Token]
  /// Index of the vocabulary entry of each single word, or -1.
  private var single: [Int32]
  /// What each single word is a sign of, as bits of `Cue`.
  private var cues: [UInt64]
  /// The same of the longest sequence that begins at each token, the word itself included.
  private var phraseCues: [UInt64]
  /// The longest vocabulary sequences of two words or more, in order of their first token.
  private var phrases: [(first: Int, match: Match)] = []
  /// Facts of the capitalised words, asked of the tables once.
  private var capitals: [Capital]

  /// What the tables say of a capitalised word.
  private struct Capital {
    var isOrdinary = false
    var isCountry = false
    var isKnown = false
    var names: NameFacts = []
  }

  /// A vocabulary entry found in the text.
  struct Match {
    var entry: Int32
    /// Index of the last token it covers.
    var last: Int
  }

  /// How much is asked of the tables at once.
  enum Reading {
    /// Nothing: only the tokens are looked at.
    case tokens
    /// What words are signs of.
    case cues
    /// The same and the facts of capitalised words, because many recognizers will read them.
    case facts
  }

  init(
    bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>, language: Language, lexicon: Lexicon,
    reading: Reading = .facts, casing: Casing.Style? = nil
  ) {
    self.bytes = bytes
    self.language = language
    grammar = language.grammar
    self.lexicon = lexicon
    vocabulary = Vocabulary.of(language)
    tokens = Tokenizer.tokens(of: bytes, in: range)
    guard reading != .tokens else {
      (single, cues, phraseCues, capitals) = ([], [], [], [])
      return
    }
    let casing = casing ?? Casing.style(of: tokens, in: language)
    single = [Int32](repeating: -1, count: tokens.count)
    cues = [UInt64](repeating: 0, count: tokens.count)
    phraseCues = cues
    capitals = [Capital](repeating: Capital(), count: tokens.count)
    readCues()
    markSentences()
    restore(casing)
    guard reading == .facts else { return }
    for index in tokens.indices where tokens[index].isCapitalized {
      let key = tokens[index].key
      capitals[index] = Capital(
        isOrdinary: isOrdinary(index, in: language) || isSlavic && cues[index] != 0,
        isCountry: lexicon.country(key, in: language) != nil, isKnown: true, names: names(index))
    }
  }

  /// What the words are signs of, by themselves and as sequences.
  private mutating func readCues() {
    phrases = []
    for index in tokens.indices where tokens[index].isWord {
      var found = vocabulary.find(tokens[index].key)
      if isSlavic, tokens[index].shape == .mixed, let acronym = SlavicAcronym.stem(index, self) {
        tokens[index].shape = .upper
        if found < 0 { found = vocabulary.find(acronym) }
      }
      guard found >= 0 else { continue }
      single[index] = found
      cues[index] = vocabulary.entries[Int(found)].cues
      if tokens[index].shape != .upper {
        cues[index] &= ~vocabulary.entries[Int(found)].inCapitals
      }
      phraseCues[index] = cues[index]
      if vocabulary.entries[Int(found)].longest > 1 { matchPhrase(at: index, found) }
    }
  }

  /// Where capitals tell nothing, gives the words those that the tables speak for.
  private mutating func restore(_ casing: Casing.Style) {
    let ranges = casing == .usual ? Casing.bareLines(of: self) : [tokens.indices]
    guard !ranges.isEmpty else { return }
    let words = PlainWords(passage: self)
    for range in ranges {
      Casing.restore(&tokens, range, casing == .usual ? .lower : casing, words)
    }
    if casing == .shouted { readCues() }
    if casing != .usual { markSentences() }
  }

  var count: Int { tokens.count }

  subscript(index: Int) -> Token {
    @inline(__always) get { tokens[index] }
  }

  /// The tokens that a span touches.
  func tokens(of span: TextSpan) -> Range<Int> {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if Int(tokens[middle].end) <= span.start { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < tokens.count, Int(tokens[end].start) < span.end { end += 1 }
    return low..<end
  }

  /// Whether the word at `index`, by itself, is a sign of `cue`.
  @inline(__always)
  func has(_ index: Int, _ cue: Cue) -> Bool {
    guard index >= 0, index < cues.count else { return false }
    return cues[index] & 1 << UInt64(cue.rawValue) != 0
  }

  /// Whether the word at `index`, by itself, is a sign of any of the cues in a set of bits.
  @inline(__always)
  func hasAny(_ index: Int, _ bits: UInt64) -> Bool { cues[index] & bits != 0 }

  /// Whether the word at `index`, or the longest sequence that begins there, is a sign of any of
  /// the cues in a set of bits: a quick no, before `match` is asked cue by cue.
  @inline(__always)
  func mayMatch(_ index: Int, _ bits: UInt64) -> Bool { phraseCues[index] & bits != 0 }

  /// What the word at `index` by itself is a sign of, as bits.
  @inline(__always)
  func cues(of index: Int) -> UInt64 { cues[index] }

  /// What the table says of the word at `index` as a sign of `cue`.
  @inline(__always)
  func value(_ index: Int, _ cue: Cue) -> String? { has(index, cue) ? known(index, cue) : nil }

  @inline(never)
  private func known(_ index: Int, _ cue: Cue) -> String? {
    vocabulary.entries[Int(single[index])].value(cue)
  }

  /// The longest word or sequence of words beginning at `index` that is a sign of `cue`.
  @inline(__always)
  func match(_ index: Int, _ cue: Cue) -> (last: Int, value: String)? {
    guard index >= 0, index < phraseCues.count,
      phraseCues[index] & 1 << UInt64(cue.rawValue) != 0
    else { return nil }
    return longest(index, cue)
  }

  @inline(never)
  private func longest(_ index: Int, _ cue: Cue) -> (last: Int, value: String)? {
    if let phrase = phrase(at: index), let value = vocabulary.entries[Int(phrase.entry)].value(cue)
    {
      return (phrase.last, value)
    }
    return value(index, cue).map { (index, $0) }
  }

  /// The sequence that begins at `index`, by binary search.
  private func phrase(at index: Int) -> Match? {
    var low = 0
    var high = phrases.count
    while low < high {
      let middle = (low + high) / 2
      if phrases[middle].first < index { low = middle + 1 } else { high = middle }
    }
    return low < phrases.count && phrases[low].first == index ? phrases[low].match : nil
  }

  /// Facts of the word at `index` as part of a person's name.
  func nameFacts(_ index: Int) -> NameFacts {
    capitals[index].isKnown ? capitals[index].names : names(index)
  }

  private func names(_ index: Int) -> NameFacts {
    let facts = lexicon.name(tokens[index].key)
    guard facts.isEmpty, tokens[index].isCyrillic else { return facts }
    if endsAsPatronymic(index) { return .patronymic }
    for key in Lemma.candidates(folded(index)).dropFirst() {
      let found = lexicon.name(key)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Whether the word is an ordinary one of the text's language.
  func isOrdinary(_ index: Int) -> Bool {
    if capitals[index].isKnown
      ? capitals[index].isOrdinary : isOrdinary(index, in: language)
    {
      return true
    }
    // Ukrainian speech is full of Russian words ("Ребята казали").
    return tokens[index].opensSentence
      && language.spokenBeside.map { isOrdinary(index, in: $0) } ?? false
  }

  /// Whether the word is an ordinary one of a language.
  func isOrdinary(_ index: Int, in language: Language) -> Bool {
    lexicon.isOrdinary(tokens[index], of: bytes, in: language)
  }

  /// Whether the word by itself names a country, its people, or a part of the world.
  func isCountry(_ index: Int) -> Bool {
    capitals[index].isKnown
      ? capitals[index].isCountry : lexicon.country(tokens[index].key, in: language) != nil
  }

  /// The word after `index` that continues the same expression: across a space, a hyphen, an
  /// apostrophe or one line break, and nothing else.
  @inline(__always)
  func following(_ index: Int) -> Int? {
    let next = index + 1
    if next < tokens.count, tokens[next].isWord { return next }
    return followingAcross(index)
  }

  private func followingAcross(_ index: Int) -> Int? {
    var next = index + 1
    var newlines = 0
    while next < tokens.count {
      let token = tokens[next]
      switch token.kind {
      case .word, .number: return next
      case .newline:
        newlines += 1
        if newlines > 1, !(newlines == 2 && token.value == 0x0A && tokens[next - 1].value == 0x0D) {
          return nil
        }
      case .mark:
        if !Passage.joins(token) || next > index + 1 { return nil }
      }
      next += 1
    }
    return nil
  }

  /// The word before `index` that the same expression continues from.
  func preceding(_ index: Int) -> Int? {
    var previous = index - 1
    var newlines = 0
    while previous >= 0 {
      let token = tokens[previous]
      switch token.kind {
      case .word, .number: return previous
      case .newline:
        newlines += 1
        if newlines > 1 { return nil }
      case .mark:
        if !Passage.joins(token) || previous < index - 1 { return nil }
      }
      previous -= 1
    }
    return nil
  }

  /// A hyphen or an apostrophe.
  static func joins(_ token: Token) -> Bool { isHyphen(token) || isApostrophe(token) }

  static func isHyphen(_ token: Token) -> Bool {
    guard token.kind == .mark else { return false }
    switch token.value {
    case 0x2D, 0x2010, 0x2011, 0x2012, 0x2212: return true
    default: return false
    }
  }

  static func isApostrophe(_ token: Token) -> Bool {
    guard token.kind == .mark else { return false }
    switch token.value {
    case 0x27, 0x2019, 0x2018, 0x2BC, 0x60, 0xB4: return true
    default: return false
    }
  }

  mutating func setOpens(_ index: Int, _ opens: Bool) { tokens[index].opensSentence = opens }

  private mutating func matchPhrase(at index: Int, _ entry: Int32) {
    let longest = Int(vocabulary.entries[Int(entry)].longest)
    var key = tokens[index].key
    var last = index
    var best: Match?
    for _ in 1..<longest {
      guard let next = following(last), tokens[next].isWord else { break }
      key = key.followed(by: tokens[next].key)
      last = next
      let found = vocabulary.find(key)
      if found >= 0, vocabulary.entries[Int(found)].cues != 0 {
        best = Match(entry: found, last: last)
      }
    }
    if let best {
      phrases.append((index, best))
      phraseCues[index] |= vocabulary.entries[Int(best.entry)].cues
    }
  }
}
