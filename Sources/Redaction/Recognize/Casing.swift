/// Where capitals tell nothing: a message typed on a telephone, a telegram, one line of a chat.
///
/// There the dictionary tells: what is no ordinary word of the language counts as written with a
/// capital, and the rest as written without one. `PlainWords` knows what each language asks besides.
enum Casing {
  /// How a text is written.
  enum Style {
    case usual, lower, shouted
  }

  /// Below this many words a text is too short to judge.
  private static let fewest = 14
  /// In French, where a sentence of a message is short, so many will do.
  private static let fewestInFrench = 8

  static func style(of tokens: [Token], in language: Language) -> Style {
    var words = 0
    var capitals = 0
    var shouted = 0
    for token in tokens where token.isWord && token.value > 1 {
      words += 1
      if token.shape != .lower { capitals += 1 }
      if token.shape == .upper { shouted += 1 }
    }
    guard words >= (language.grammar.has(.judgesCasingEarly) ? fewestInFrench : fewest) else {
      return .usual
    }
    if capitals * 40 < words { return .lower }
    return shouted * 10 > words * 8 && words >= fewest ? .shouted : .usual
  }

  /// Gives every word of a range without usable capitals the shape that the tables speak for, and
  /// marks it as bare.
  static func restore(
    _ tokens: inout [Token], _ range: Range<Int>, _ style: Style, _ words: PlainWords
  ) {
    guard style != .usual else { return }
    for index in range {
      let token = tokens[index]
      // Small letters among capitals say what they are: they are of our own wording.
      tokens[index].isBare = style == .lower || token.shape == .upper || token.shape == .initial
      guard token.isWord else { continue }
      if style == .lower {
        guard token.shape == .lower, token.value > 2, !words.isCommon(index) else { continue }
        tokens[index].shape = .title
      } else if token.shape == .upper {
        if words.isCommon(index) {
          // "PUTIN'S"
          let isEnding = index > 0 && !token.gap && Passage.isApostrophe(tokens[index - 1])
          tokens[index].shape = token.value > 1 || isEnding ? .lower : .initial
        } else if token.value > 4 {
          tokens[index].shape = .title
        }
      }
    }
  }

  /// The lines without capitals in a text that else has them: those that open a sentence with a small
  /// letter or have a capital in their label alone, and those that go on from such a line.
  static func bareLines(of passage: Passage) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    var wasBare = false
    while start < passage.count {
      var end = start
      while end < passage.count, passage[end].kind != .newline { end += 1 }
      wasBare = isBare(passage, start..<end, after: wasBare)
      if wasBare { lines.append(start..<end) }
      start = end + 1
    }
    return lines
  }

  /// A line that goes on with a word from the line before: "Ser-\ngei".
  private static func isBroken(_ passage: Passage, _ first: Int) -> Bool {
    first >= 2 && Passage.isHyphen(passage[first - 2])
  }

  private static func isBare(_ passage: Passage, _ line: Range<Int>, after wasBare: Bool) -> Bool {
    var opens = false
    var hasLabel = false
    var words = 0
    for index in line where passage[index].isWord {
      words += 1
      if passage[index].isCapitalized {
        guard words == 1, passage.isFollowed(index, by: ":") else { return false }
        hasLabel = true
      } else if passage[index].opensSentence, passage[index].value > 1,
        index == 0 || !passage[index - 1].isMark("["), !isBroken(passage, line.lowerBound)
      {
        opens = true
      }
    }
    return words > 0 && (opens || hasLabel && words > 1 || wasBare)
  }
}
