/// In English how somebody looks, and what language is spoken: "dark-haired man with a determined look".
enum Looks {
  /// The last token of such a description that begins at `index`.
  static func find(_ passage: Passage, _ index: Int) -> Int? {
    guard passage.grammar.has(.stacksNouns) else { return nil }
    if let last = height(passage, index) { return last }
    guard passage[index].isWord else { return nil }
    var cursor: Int
    if let second = passage.following(index), second > index + 1,
      Passage.isHyphen(passage[second - 1]), passage.has(second, .traitCue)
    {
      cursor = second
    } else if adjectiveFilter.mayContain(passage[index].key),
      adjectives.contains(passage[index].key)
    {
      cursor = index
    } else {
      return nil
    }
    guard let noun = passage.following(cursor), somebody.contains(passage[noun].key) else {
      return cursor > index ? cursor : nil
    }
    cursor = noun
    guard let with = passage.following(noun), passage[with].key == Self.with else { return cursor }
    var next = with
    for _ in 0..<5 {
      guard let word = passage.following(next), passage[word].shape == .lower else { break }
      next = word
      if features.contains(passage[word].key) { return word }
    }
    return cursor
  }

  /// "six feet four tall", "metre and a half tall", "1.94 m tall": how tall somebody is.
  private static func height(_ passage: Passage, _ index: Int) -> Int? {
    guard
      passage[index].isNumber || lengths.contains(passage[index].key)
        || passage.has(index, .cardinal)
    else { return nil }
    var hasUnit = false
    var cursor = index
    for _ in 0..<9 {
      let token = passage[cursor]
      if token.key == tall { return hasUnit && cursor > index ? cursor : nil }
      if lengths.contains(token.key) {
        hasUnit = true
      } else if !token.isNumber, !passage.has(cursor, .cardinal), !measures.contains(token.key),
        token.kind != .mark
      {
        return nil
      }
      cursor += 1
      guard cursor < passage.count, passage[cursor].kind != .newline else { return nil }
    }
    return nil
  }

  /// Whether a look that ends at `last` is a height.
  static func isHeight(_ passage: Passage, _ last: Int) -> Bool { passage[last].key == tall }

  private static let tall = FoldedKey(folded: "tall")
  private static let lengths: Set<FoldedKey> = Set(
    "metre metres meter meters m cm centimetres centimeters feet foot ft inches inch".split(
      separator: " "
    ).map { FoldedKey(folded: String($0)) })
  private static let measures: Set<FoldedKey> = Set(
    "and a half quarter".split(separator: " ").map { FoldedKey(folded: String($0)) })

  /// What is left to say of somebody whose looks are not said: "man"; nothing without a noun.
  static func noun(_ passage: Passage, _ last: Int) -> String {
    var index = last
    for _ in 0..<8 {
      if somebody.contains(passage[index].key) {
        return String(decoding: passage.folded(index), as: UTF8.self)
      }
      guard let before = passage.preceding(index) else { break }
      index = before
    }
    return ""
  }

  /// "who spoke Pashai", "in the Komi language".
  static func isLanguage(_ passage: Passage, _ first: Int, _ last: Int) -> Bool {
    guard passage.grammar.has(.stacksNouns) else { return false }
    if let next = passage.following(last), tongue.contains(passage[next].key) { return true }
    guard let before = passage.preceding(first) else { return false }
    return speaking.contains(passage[before].key)
  }

  static func isGrammar(_ passage: Passage, _ index: Int) -> Bool {
    passage.has(index, .determiner) || passage.has(index, .preposition)
      || passage.has(index, .auxiliary) || passage.has(index, .possessive)
      || passage.has(index, .conjunction) || passage.has(index, .speech)
      || passage.has(index, .pronoun)
  }

  static let pictures = WordList("looks-pictures")

  private static let with = FoldedKey(folded: "with")
  private static let adjectives = WordList("looks-adjectives")
  private static let adjectiveFilter = KeyFilter(adjectives.keys)
  private static let somebody = WordList("looks-somebody")
  private static let features = WordList("looks-features")
  private static let tongue = WordList("looks-tongue")
  private static let speaking = WordList("looks-speaking")
}
