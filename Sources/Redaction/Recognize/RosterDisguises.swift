/// Aliases, and names that are spelled out, broken, or initials alone.
extension RosterRecognizer {
  func alias(_ passage: Passage, _ index: Int) -> (Mention, Int)? {
    for alias in registry.aliases(passage[index].key) {
      var last = index
      var fits = true
      for word in alias.words.dropFirst() {
        guard let next = passage.following(last), word.contains(passage[next].key) else {
          fits = false
          break
        }
        last = next
      }
      guard fits,
        passage[index].isCapitalized || !passage.isOrdinary(index) || alias.words.count > 1
      else {
        continue
      }
      if alias.words.count == 1, passage[index].opensSentence, passage.isOrdinary(index),
        isGrammar(passage, index)
      {
        continue
      }
      return (
        made(passage, index, last, [alias.person], "an alias on the people file", isFull: true),
        last
      )
    }
    return nil
  }

  /// How many letters a name has that is spelled out; a longer one is nobody's.
  static let mostLetters = 40

  /// "S-E-R-G-E-I", "S e r g e i": single letters with the same thing between them.
  func spelled(_ passage: Passage, _ index: Int) -> (Mention, Int)? {
    guard passage[index].value == 1,
      index == 0 || passage[index].gap || passage[index - 1].kind != .word
    else { return nil }
    var (count, last, cursor) = (0, index, index)
    var separator: UInt32?
    while cursor < passage.count, passage[cursor].isWord, passage[cursor].value == 1 {
      // A run that goes on longer than any name says none here, and is not folded to find that out.
      if count == Self.mostLetters { return nil }
      (count, last) = (count + 1, cursor)
      cursor += 1
      guard cursor < passage.count else { break }
      // One thing between all letters: the same mark, or white space alone.
      let isMark = passage[cursor].kind == .mark
      let between = isMark ? passage[cursor].value : 0
      if let separator, separator != between { break }
      separator = between
      if isMark { cursor += 1 }
    }
    guard count >= 3 else { return nil }
    let letters = stride(from: index, through: last, by: separator == 0 ? 1 : 2)
    let matches = registry.matches(FoldedKey(folded: letters.flatMap { passage.folded($0) }))
    guard !matches.isEmpty else { return nil }
    return (
      made(
        passage, index, last, Set(matches.map(\.person)), "a name letter by letter", isFull: false),
      last
    )
  }

  /// A name broken by a hyphen at the end of a line.
  func broken(_ passage: Passage, _ index: Int) -> (Mention, Int)? {
    guard passage[index].isCapitalized, let next = passage.restOfBroken(index) else { return nil }
    let matches = registry.matches(FoldedKey(folded: passage.folded(index) + passage.folded(next)))
    guard !matches.isEmpty else { return nil }
    return (
      made(
        passage, index, next, Set(matches.map(\.person)), "a name broken at a line's end",
        isFull: false),
      next
    )
  }

  /// "Bogda n": a name with a space in it, where one of the halves is no word.
  func split(_ passage: Passage, _ index: Int) -> (Mention, Int)? {
    let next = index + 1
    guard passage[index].isCapitalized || passage[index].isBare, next < passage.count,
      passage[next].isWord, passage[next].gap, passage[index].value + passage[next].value >= 4,
      passage[index].isCyrillic == passage[next].isCyrillic,
      passage[next].shape == .lower || passage[next].shape == passage[index].shape,
      !passage.isGrammar(next) || passage[next].value == 1
    else { return nil }
    let key = passage[index].key.extended(by: passage.folded(next))
    let matches = registry.matches(key).filter {
      $0.role != .particle && $0.source <= .transliteration
    }
    guard !matches.isEmpty,
      [index, next].contains(where: {
        passage[$0].value == 1
          ? !passage.isGrammar($0) : passage.cues(of: $0) == 0 && !isKnownLowerWord(passage, $0)
      })
    else { return nil }
    return (
      made(
        passage, index, next, Set(matches.map(\.person)), "a name with a space in it",
        isFull: false, review: true, confidence: 0.8), next
    )
  }

  /// "L.I.S.", "L. S.": initials that are exactly those of one person's name.
  func onlyInitials(_ passage: Passage, _ index: Int) -> (Mention, Int)? {
    guard isLetter(passage, index), passage.isFollowed(index, by: "."),
      index == 0 || passage[index].gap || !passage[index - 1].isMark(".")
    else { return nil }
    var keys: [FoldedKey] = []
    var cursor = index
    var last = index
    while isLetter(passage, cursor), passage.isFollowed(cursor, by: "."), keys.count < 5 {
      keys.append(passage[cursor].key)
      last = cursor + 1
      cursor += 2
    }
    guard keys.count >= 2, !passage[index].isBare || !isShortened(passage, index...last) else {
      return nil
    }
    let people = registry.initialsOfPerson.indices.filter { person in
      let parts = registry.initialsOfPerson[person]
      guard parts.count >= 2, keys.count <= parts.count else { return false }
      if keys.count == parts.count { return isPermutation(keys, of: parts) }
      // Two initials of three: first name and surname.
      return parts[0].contains(keys[0]) && parts[parts.count - 1].contains(keys[keys.count - 1])
    }
    guard !people.isEmpty else { return nil }
    return (
      made(
        passage, index, last, Set(people), "the initials of a person of the people file",
        isFull: true,
        review: people.count > 1, confidence: 0.8), last
    )
  }

  /// An initial, or where capitals tell nothing a single letter.
  func isLetter(_ passage: Passage, _ index: Int) -> Bool {
    passage.isInitial(index)
      || index < passage.count && passage[index].isBare && passage[index].isWord
        && passage[index].value == 1
  }

  /// "e.g.", "и т. д.": letters that are no initials.
  func isShortened(_ passage: Passage, _ range: ClosedRange<Int>) -> Bool {
    let letters = range.filter { passage[$0].isWord }.flatMap { passage.folded($0) }
    return Self.shortened.contains(FoldedKey(folded: letters))
  }

  static let shortened = WordList("roster-shortened")

  func isPermutation(_ keys: [FoldedKey], of parts: [Set<FoldedKey>]) -> Bool {
    guard let key = keys.first else { return parts.isEmpty }
    for index in parts.indices where parts[index].contains(key) {
      var rest = parts
      rest.remove(at: index)
      if isPermutation(Array(keys.dropFirst()), of: rest) { return true }
    }
    return false
  }
}
