/// Names that are words of their own.
extension NameWatch {
  /// True where the word is a form of a name and counts as one.
  mutating func readWhole(_ words: ShownWords) -> Bool {
    var matches = forms.matches(words.key.hash, in: registry)
    if matches.isEmpty, let short = Self.unstretched(words) {
      matches = forms.matches(short.hash, in: registry)
    }
    defer {
      if matches.isEmpty { last = nil }
    }
    guard !matches.isEmpty else { return false }
    let best = matches.first { counts($0, words) }
    // "grace young": a first name and a surname of one person beside each other.
    let isBeside =
      last.map { before in
        words.gap.count <= 2 && words.gap.newlines <= 1 && !before.matches.isEmpty
          && (words.gap.count < 2 || words.gap.spaces > 0)
      } ?? false
    var isPair = false
    if isBeside, let before = last, words.count > 2,
      let (one, two) = pair(before.matches, matches)
    {
      isPair = true
      if !before.counts { see(before.span, one, nil) }
      see(words.span, two, words.key)
    }
    last = (words.span, matches, best != nil || isPair)
    if let best { see(words.span, best, words.isPlain || !words.isEncoded ? words.key : nil) }
    return best != nil || isPair
  }

  /// «Сергееей»: a word in which a letter stands three times or more, with that letter once.
  static func unstretched(_ words: ShownWords) -> FoldedKey? {
    let letters = words.letters
    let width = letters.first.map { $0 < 0x80 ? 1 : 2 } ?? 1
    guard words.isAlphabetic, letters.count >= 6 * width else { return nil }
    var index = 0
    while index + 3 * width <= letters.count {
      if letters[index + width - 1] == letters[index + 2 * width - 1],
        letters[index + width - 1] == letters[index + 3 * width - 1]
      {
        break
      }
      index += width
    }
    guard index + 3 * width <= letters.count else { return nil }
    var out: [UInt8] = []
    for start in stride(from: 0, to: letters.count - width + 1, by: width) {
      let letter = letters[start..<start + width]
      if !out.suffix(width).elementsEqual(letter) { out += letter }
    }
    return FoldedKey(folded: out)
  }

  func pair(_ first: [Match], _ second: [Match]) -> (Match, Match)? {
    for one in first where one.source != .familyForm && one.role != .alias {
      for two in second
      where two.person == one.person && two.part != one.part && two.source != .familyForm
        && (one.role == .given || two.role == .given)
      {
        return (one, two)
      }
    }
    return nil
  }

  func counts(_ match: Match, _ words: ShownWords) -> Bool {
    // Scripts without capitals.
    guard words.isAlphabetic else { return words.count > 1 }
    if manner == .label {
      return words.count >= 3 && (match.source <= .transliteration || words.count >= 5)
    }
    let hasCapital =
      words.shape == .title || words.shape == .mixed || words.shape == .upper && !wasUpper
    let isOrdinary = isOrdinary(words)
    if words.shape != .lower {
      guard words.count >= 2 else { return false }
      if !isOrdinary { return match.source <= .caseEnding || !isNamedOtherwise(words, match) }
      // A word of two alphabets is nobody's ordinary word.
      if words.isMixed { return words.count >= 4 }
      return hasCapital && !words.opensSentence && !isGrammar(words) && !isNumbered(words)
        && (words.count >= 4 && match.source <= .transliteration
          || words.count >= 5 && match.source == .diminutive)
    }
    if isInHandle(words) { return words.count >= 4 && match.source <= .transliteration }
    guard words.count >= 4, match.source <= .transliteration || words.count >= 6 else {
      return false
    }
    return words.isMixed
      || !isOrdinary && !isOrdinaryAnywhere(words) && !isNamedOtherwise(words, match)
  }

  /// A country, or the word for its people.
  func isNamedOtherwise(_ words: ShownWords, _ match: Match) -> Bool {
    match.source > .caseEnding && lexicon.country(words.key) != nil
  }

  /// "the Netherlands": a name of its own, which shows nobody whose name is among its letters.
  func isCountryOrTown(_ words: ShownWords) -> Bool {
    lexicon.country(words.key) != nil || lexicon.place(words.key).map { $0.size >= .town } ?? false
  }

  /// "Mark 2": a thing, of which there are more.
  func isNumbered(_ words: ShownWords) -> Bool {
    let next = words.span.end + 1
    return next < words.bytes.count && words.bytes[next - 1] == 0x20
      && words.bytes[next] &- 0x30 < 10
  }

  /// "#волков", "statement_volkov", "volkov87": inside a tag or a file's name nothing has a capital.
  func isInHandle(_ words: ShownWords) -> Bool {
    let start = words.span.start
    guard start > 0 else { return false }
    switch words.bytes[start - 1] {
    case 0x23, 0x5F, 0x40: return true
    default: return false
    }
  }

  // MARK: Ordinary words

  func isOrdinary(_ words: ShownWords) -> Bool { isOrdinary(words, languages) }

  func isOrdinaryAnywhere(_ words: ShownWords) -> Bool { isOrdinary(words, Language.wellKnown) }

  func isOrdinary(_ words: ShownWords, _ languages: [Language]) -> Bool {
    if words.isPlain || !words.isEncoded && !words.isMixed {
      return isOrdinary(words.span, words.bytes, languages)
    }
    return words.letters.withUnsafeBufferPointer { letters in
      languages.contains { lexicon.isOrdinary(letters, in: $0) }
    }
  }

  func isOrdinary(
    _ span: TextSpan, _ bytes: UnsafeBufferPointer<UInt8>, _ languages: [Language]
  ) -> Bool {
    let word = UnsafeBufferPointer(rebasing: bytes[span.start..<span.end])
    return languages.contains { lexicon.isOrdinary(word, in: $0) }
  }

  /// Words of grammar, months, and the words for kin and ranks are what they say.
  func isGrammar(_ words: ShownWords) -> Bool {
    vocabulary.entry(words.key).hasAny(Self.grammar)
  }

  static let grammar: UInt64 = [
    Cue.month, .weekday, .season, .cardinal, .ordinal, .honorific, .rank, .title, .kinship,
    .pronoun, .possessive, .determiner, .preposition, .conjunction, .modal, .auxiliary,
  ].reduce(0) { $0 | $1.bit }
}
