/// French written without capitals, as in messages: what no dictionary and no word list knows is read
/// as if it had one.
enum FrenchLowerCase {
  /// Whether the tokens are of a text that uses no capitals: hardly one word in forty has one.
  static func isWithoutCapitals(_ tokens: [Token]) -> Bool {
    var words = 0
    var capitals = 0
    for token in tokens where token.isWord {
      words += 1
      if token.isCapitalized, token.value > 1 { capitals += 1 }
    }
    return words >= 8 && capitals * 40 < words
  }

  /// Whether the lower-case word at `index` is read as a name.
  static func isName(_ passage: Passage, _ index: Int, isCue: Bool) -> Bool {
    let token = passage[index]
    guard token.shape == .lower, token.value >= 3, !isGlued(passage, index) else { return false }
    if !isCue, !passage.lexicon.isOrdinary(token.key, in: .french) { return true }
    let facts = passage.lexicon.name(token.key)
    // "jean-robert": the second half of a name.
    if index >= 2, Passage.isHyphen(passage[index - 1]), !token.gap,
      passage[index - 2].shape == .title
    {
      return true
    }
    guard !facts.isEmpty, !passage.isGrammar(index) else { return false }
    if index + 2 < passage.count, Passage.isHyphen(passage[index + 1]),
      !facts.intersection([.givenMale, .givenFemale]).isEmpty, passage[index + 2].isWord,
      !passage.lexicon.name(passage[index + 2].key).intersection([.givenMale, .givenFemale]).isEmpty
    {
      return true
    }
    // "mama rose", "tonton clément", "rose:"
    if index > 0, passage.hasAny(index - 1, offices), !facts.intersection(.given).isEmpty || !isCue
    {
      return true
    }
    return !facts.intersection([.givenMale, .givenFemale]).isEmpty && index + 1 < passage.count
      && passage[index + 1].isMark(":")
      && (index == 0 || passage[index - 1].kind == .newline || passage[index - 1].isMark("]"))
  }

  /// A part of an address, a handle or a code.
  private static func isGlued(_ passage: Passage, _ index: Int) -> Bool {
    let token = passage[index]
    if index > 0, !token.gap, glue(passage[index - 1]) { return true }
    return index + 2 < passage.count && !passage[index + 1].gap && glue(passage[index + 1])
      && !passage[index + 2].gap && !passage[index + 1].isMark(":")
  }

  private static func glue(_ token: Token) -> Bool {
    token.isNumber || token.isMark("@") || token.isMark("/") || token.isMark("_")
      || token.isMark("#") || token.isMark(".") || token.isMark(":")
  }

  private static let offices: UInt64 = Cue.honorific.bit | Cue.rank.bit
}
