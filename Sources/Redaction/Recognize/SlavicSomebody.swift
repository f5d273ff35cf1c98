/// Who an unknown capital in Russian or Ukrainian is, by the words around it: somebody to whom
/// something is done, who is called so, who is said to be of a trade or a people.
enum SlavicSomebody {
  /// Why the name from `first` to `last` is a person's; nil where nothing says so.
  static func why(_ passage: Passage, _ first: Int, _ last: Int) -> String? {
    guard passage[first].shape == .title, !passage.isExplained(first),
      !passage.has(first, .ordinary), passage.lexicon.place(passage[first].key) == nil
    else { return nil }
    if last + 2 < passage.count, passage[last + 1].isMark("("), !passage.isOrdinary(first),
      describesSomebody(passage, last + 2)
    {
      return "an unknown word before an aside about somebody"
    }
    guard !passage[first].opensSentence, first > 0 else { return nil }
    let before = first - 1
    guard passage[before].isWord, passage[first].gap else { return nil }
    if passage[before].key == me { return "what somebody calls himself" }
    if isNamed(passage, before) { return "near a word of naming" }
    guard !passage.isOrdinary(first) else { return nil }
    if passage.hasAny(before, trades) && !passage.endsAsAdjective(before)
      || isPeople(passage, before)
    {
      return "an unknown word after a word for somebody"
    }
    if passage.hasStem(deeds, within: 1, before: first) || passage.endsAsVerb(before)
      || passage.endsAsPastVerb(before)
    {
      return "an unknown word after what people do"
    }
    if links.contains(passage[before].key) {
      return "an unknown word after a preposition for people"
    }
    guard with.contains(passage[before].key), passage.hasStem(meetings, within: 3, before: before)
    else { return nil }
    return "an unknown word after what people do"
  }

  /// Whether a country's name of several words begins or goes on at `index` ("Шрі-Ланка").
  static func isCountry(_ passage: Passage, _ index: Int) -> Bool {
    guard index < passage.count else { return false }
    for start in [index, index - 2] where start >= 0 {
      guard passage[start].isWord, start == index || Passage.isHyphen(passage[start + 1]),
        passage.lexicon.longestCountry(startingWith: passage[start].key) > 1,
        let next = passage.following(start), passage[next].isCapitalized
      else { continue }
      let key = passage[start].key.followed(by: passage[next].key)
      if passage.lexicon.country(key) != nil { return true }
    }
    return false
  }

  /// "индонезиец Супрапто": a noun for a people.
  private static func isPeople(_ passage: Passage, _ index: Int) -> Bool {
    guard passage[index].shape == .lower, !passage.endsAsAdjective(index) else { return false }
    if passage.has(index, .trait) { return true }
    guard let fact = passage.lexicon.country(passage[index].key) else { return false }
    return fact.kinds.contains(.demonym) && !fact.kinds.contains(.name)
  }

  /// "позивний маю Тунець", "кличка у него была Кабан": a word of naming, and only small words after.
  private static func isNamed(_ passage: Passage, _ before: Int) -> Bool {
    var cursor = before
    for _ in 0..<4 {
      guard cursor >= 0, passage[cursor].isWord else { return false }
      if passage.hasStem(callings, within: 1, before: cursor + 1) { return true }
      guard passage.isGrammar(cursor) || passage.has(cursor, .modal) else { return false }
      cursor -= 1
    }
    return false
  }

  private static func describesSomebody(_ passage: Passage, _ index: Int) -> Bool {
    passage.hasAny(index, trades | Cue.kinship.bit) || passage.match(index, .job) != nil
      || passage.match(index, .jobModifier) != nil && !passage[index].isCapitalized
      || passage[index].isNumber && passage[index].digits <= 2
  }

  private static let trades = Cue.job.bit | Cue.rank.bit
  private static let me = FoldedKey(folded: "я")
  private static let links = WordList("somebody-prepositions")
  private static let with = WordList("somebody-with")
  private static let callings = WordList("somebody-callings").foldedBytes
  private static let meetings = WordList("somebody-meetings").foldedBytes
  private static let deeds = WordList("somebody-deeds").foldedBytes
}
