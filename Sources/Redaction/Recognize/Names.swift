/// What the tables say of a word as a name, in whatever case form it stands.
extension Passage {
  /// Facts of the word at `index` as part of a person's name.
  func nameFacts(_ index: Int) -> NameFacts {
    let token = tokens[index]
    let facts = lexicon.name(token.key)
    guard facts.isEmpty, token.isCyrillic else { return facts }
    for key in Lemma.candidates(folded(index)).dropFirst() {
      let found = lexicon.name(key)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Whether the word is an ordinary one of the text's language.
  @inline(__always)
  func isOrdinary(_ index: Int) -> Bool { lexicon.isOrdinary(tokens[index].key, in: language) }

  /// Whether a capital at `index` is explained without a name: grammar, the calendar, a title, a
  /// nationality.
  func isExplained(_ index: Int) -> Bool {
    has(index, .determiner) || has(index, .pronoun) || has(index, .preposition)
      || has(index, .conjunction) || has(index, .auxiliary) || has(index, .modal)
      || has(index, .honorific) || has(index, .rank) || has(index, .title) || has(index, .kinship)
      || has(index, .weekday) || has(index, .month) || has(index, .ordinary) || has(index, .verb)
      || has(index, .possessive) || has(index, .season) || has(index, .feast)
      || has(index, .publicBody) || lexicon.country(tokens[index].key) != nil
      || has(index, .trait) && lexicon.name(tokens[index].key).intersection(.given).isEmpty
  }

  /// Whether the token before is what a person's name follows: a title, a rank, a word for kin.
  func isCuedAsPerson(_ index: Int) -> PersonCue? {
    var before = index - 1
    guard before >= 0 else { return nil }
    // "Mr. Soroka", "capt. Hartley".
    if tokens[before].isMark("."), before > 0, has(before - 1, .honorific) || has(before - 1, .rank) {
      before -= 1
    }
    if tokens[before].isWord {
      if let value = value(before, .honorific) { return PersonCue(gender: value, role: nil, first: before) }
      if let value = value(before, .rank) { return PersonCue(gender: "", role: value, first: before) }
      if let value = value(before, .title) { return PersonCue(gender: "", role: value, first: before) }
      if let value = value(before, .kinship) { return PersonCue(gender: value, role: nil, first: before) }
      if let first = namingCue(endingAt: before) { return PersonCue(gender: "", role: nil, first: first) }
      return nil
    }
    // "my wife, Parwana", "named “Wally”".
    if tokens[before].isMark(","), before > 0, let value = value(before - 1, .kinship) {
      return PersonCue(gender: value, role: nil, first: before - 1)
    }
    if Passage.isQuote(tokens[before]), before > 0, let first = namingCue(endingAt: before - 1) {
      return PersonCue(gender: "", role: nil, first: first)
    }
    return nil
  }

  struct PersonCue {
    /// "m", "f" or nothing.
    var gender: String
    /// What the cue says the person is: "an officer".
    var role: String?
    var first: Int
  }

  private func namingCue(endingAt index: Int) -> Int? {
    guard index >= 0, tokens[index].isWord else { return nil }
    if has(index, .naming), match(index, .naming)?.last == index { return index }
    var cursor = index
    for _ in 0..<3 {
      guard let previous = preceding(cursor) else { return nil }
      cursor = previous
      if let phrase = match(cursor, .naming), phrase.last == index { return cursor }
    }
    return nil
  }

  static func isQuote(_ token: Token) -> Bool {
    guard token.kind == .mark else { return false }
    switch Unicode.Scalar(token.value) {
    case "\"", "“", "”", "„", "«", "»", "‘", "’", "'": return true
    default: return false
    }
  }

  /// Whether an initial stands at `index`: one capital, with its full stop or without.
  func isInitial(_ index: Int) -> Bool {
    index >= 0 && index < count && tokens[index].shape == .initial && tokens[index].isWord
  }
}
