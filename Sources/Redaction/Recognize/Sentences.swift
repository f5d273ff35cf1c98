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
        if newlines > 1 || !continues(before: index) || !isWrapped(index) { opens = true }
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
      return word.shape != .initial && !has(index - 1, .honorific) && !has(index - 1, .rank)
        && !has(index - 1, .identifierCue) && !has(index - 1, .street)
        && !has(index - 1, .building) && !has(index - 1, .placeNoun)
    default: return false
    }
  }
}
