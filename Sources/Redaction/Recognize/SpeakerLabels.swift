/// Short forms of the words for who speaks in a transcript: they name nobody.
extension Passage {
  /// Whether the capitals at `index` are short for a word that is no name: "ENQ. :",
  /// "TÉM.:" for words that label speakers, "Interviewer (IV)" for the word before.
  func abbreviatesSpeaker(_ index: Int) -> Bool {
    guard tokens[index].shape == .upper, (2...6).contains(tokens[index].value),
      nameFacts(index).isEmpty
    else { return false }
    if opensLine(index) || index > 0 && tokens[index - 1].isMark("]") {
      let isLabel =
        isFollowed(index, by: ":")
        || isFollowed(index, by: ".") && isFollowed(index + 1, by: ":")
      return isLabel && Self.shortLabels[language].contains(tokens[index].key)
    }
    guard index > 0, tokens[index - 1].isMark("("), isFollowed(index, by: ")") else { return false }
    return isShort(for: index - 1, folded(index))
  }

  /// Whether the word at `index` labels who speaks, by what they are: "ЗАЛ:"; or opens a file of
  /// subtitles.
  func isSpeakerLabel(_ index: Int) -> Bool {
    guard opensLine(index) || tokens[index - 1].isMark("]") else { return false }
    var last = index
    var key = tokens[index].key
    var isLabel = has(index, .label) || Self.labels[language].contains(key)
    while let next = following(last), next == last + 1, next - index < 3 {
      key = key.followed(by: tokens[next].key)
      last = next
      if Self.labels[language].contains(key) { isLabel = true }
    }
    guard isLabel else { return false }
    return isFollowed(last, by: ":")
      || index == 0 && tokens[index].shape == .upper
        && (count == 1 || tokens[1].kind == .newline)
  }

  /// Whether letters are those of a common noun that comes before a bracket in its sentence, in their
  /// order, the first first, and no initials of a name there.
  private func isShort(for bracket: Int, _ letters: [UInt8]) -> Bool {
    var cursor = bracket - 1
    var isFound = false
    var initials: [UInt8] = []
    while cursor >= 0, bracket - cursor < 8, !tokens[cursor].isMark("."),
      tokens[cursor].kind != .newline
    {
      defer { cursor -= 1 }
      guard tokens[cursor].isWord else { continue }
      let word = folded(cursor)
      let isNoun = isOrdinary(cursor) && nameFacts(cursor).isEmpty
      if !isNoun, let first = word.first { initials.insert(first, at: 0) }
      isFound = isFound || isNoun && Self.abbreviates(letters, word)
    }
    return isFound && !initials.starts(with: letters.prefix(1))
  }

  private static func abbreviates(_ letters: [UInt8], _ word: [UInt8]) -> Bool {
    guard letters.first == word.first, word.count > letters.count else { return false }
    var rest = word[...]
    for letter in letters {
      guard let place = rest.firstIndex(of: letter) else { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }

  private static let labels = WordList.each("speaker-labels")
  private static let shortLabels = WordList.each("speaker-abbreviations")
}
