/// Where sentences open: there a capital letter says nothing about the word.
extension Passage {
  mutating func markSentences() {
    var opens = true
    var newlines = 0
    for index in tokens.indices {
      let token = tokens[index]
      switch token.kind {
      case .newline:
        newlines += 1
        // A line break alone does not end a sentence (wrapped lines), two do; so does one after
        // anything but a word or a comma.
        if newlines > 1 || !continues(before: index) || !isWrapped(index) || headsLabel(index + 1) {
          opens = true
        }
        if !grammar.has(.wrapsFigures), !hasWord(endingBefore: index) { opens = true }
      case .mark:
        newlines = 0
        if endsSentence(index) { opens = true }
      case .word, .number:
        newlines = 0
        setOpens(index, opens)
        opens = false
      }
    }
  }

  /// Whether the line that ends at `index` holds a word: a line of figures alone is a time or a
  /// number of its own.
  private func hasWord(endingBefore index: Int) -> Bool {
    var cursor = index - 1
    while cursor >= 0, tokens[cursor].kind != .newline {
      if tokens[cursor].isWord { return true }
      cursor -= 1
    }
    return false
  }

  private func continues(before index: Int) -> Bool {
    guard index > 0 else { return false }
    let token = tokens[index - 1]
    if token.kind == .word || token.kind == .number { return true }
    return token.isMark(",") || Passage.joins(token)
  }

  /// Whether the line that ends at `index` is so long that the break is only a wrapped line.
  private func isWrapped(_ index: Int) -> Bool {
    var first = index
    while first > 0, tokens[first - 1].kind != .newline { first -= 1 }
    return first < index && tokens[index].start - tokens[first].start >= 45
  }

  /// Whether the line that begins at `index` begins with a label: "Lieu :", "Nom et prénom :".
  private func headsLabel(_ index: Int) -> Bool {
    guard grammar.has(.spacesMarks), index < tokens.count, tokens[index].isWord else {
      return false
    }
    for cursor in index..<min(index + 6, tokens.count) {
      if tokens[cursor].isMark(":") { return true }
      guard tokens[cursor].isWord || Passage.joins(tokens[cursor]) else { return false }
    }
    return false
  }

  private func endsSentence(_ index: Int) -> Bool {
    let token = tokens[index]
    switch Unicode.Scalar(token.value) {
    case "!", "?", "…", "•", "“", "«", "„", "\"", "*", "]", "—", "–": return true
    case ":": return true
    case "-": return index == 0 || tokens[index - 1].kind == .newline
    case ")":
      // "1)" at the head of a line.
      return index > 0 && tokens[index - 1].isNumber
        && (index == 1 || tokens[index - 2].kind == .newline)
    case ".":
      guard index > 0, tokens[index - 1].isWord else { return true }
      let word = tokens[index - 1]
      // "в 2019 г. Потом": the year ends the sentence as often as not.
      if isSlavic, word.value <= 2, index > 1, tokens[index - 2].isNumber,
        has(index - 1, .dateModifier)
      {
        return true
      }
      return word.shape != .initial && !isAbbreviation(index - 1)
    default: return false
    }
  }

  /// Whether the word at `index` is a shortened one, whose full stop ends no sentence. Whole words
  /// for places, people and papers end sentences like any other.
  func isAbbreviation(_ index: Int) -> Bool {
    Self.abbreviations[language.spoken].contains(tokens[index].key)
  }

  private static let abbreviations = WordList.each("abbreviations")
}
