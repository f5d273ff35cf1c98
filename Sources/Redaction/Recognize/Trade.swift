/// In English a trade said with a verb: "repairs hearing aids", "kept bees", "fixes radios".
enum Trade {
  /// The tokens of such a phrase beginning with the verb at `index`, and the verb to say instead.
  static func find(_ passage: Passage, _ index: Int) -> (first: Int, last: Int, said: String)? {
    guard passage.grammar.has(.stacksNouns), let verb = passage.match(index, .jobVerb),
      passage[index].shape == .lower, let subject = passage.preceding(index),
      passage.has(subject, .pronoun) || passage.has(subject, .kinship)
        || passage[subject].isCapitalized || passage.has(subject, .ageCue)
    else { return nil }
    guard let object = goods(passage, after: index) else { return nil }
    return (index, tail(passage, object), verb.value)
  }

  /// The last word of what is made, sold or kept: a plural or a word for goods, without an article.
  private static func goods(_ passage: Passage, after index: Int) -> Int? {
    var cursor = index
    var last: Int?
    for _ in 0..<4 {
      guard let next = passage.following(cursor),
        next == cursor + 1 || Passage.isHyphen(passage[next - 1]), passage[next].shape == .lower,
        passage[next].isWord, passage.isOrdinary(next), !isGrammar(passage, next),
        passage.cardinal(next) == nil
      else { break }
      if passage.endsInPlural(next) || names.contains(passage[next].key) { last = next }
      cursor = next
    }
    return last
  }

  /// Takes in "and other relay stations" and "near the jetty".
  private static func tail(_ passage: Passage, _ last: Int) -> Int {
    var end = last
    if let and = passage.following(end), passage[and].key == Self.and,
      let more = goods(passage, after: and)
    {
      end = more
    }
    if let near = passage.following(end), nearby.contains(passage[near].key),
      let the = passage.following(near), passage.has(the, .determiner),
      let noun = passage.following(the), passage[noun].shape == .lower
    {
      end = noun
    }
    return end
  }

  private static func isGrammar(_ passage: Passage, _ index: Int) -> Bool {
    passage.has(index, .determiner) || passage.has(index, .preposition)
      || passage.has(index, .pronoun) || passage.has(index, .auxiliary)
      || passage.has(index, .conjunction) || passage.has(index, .naming)
  }

  private static let and = FoldedKey(folded: "and")
  private static let nearby = WordList("trade-nearby")
  private static let names = WordList("trade-goods")
}
