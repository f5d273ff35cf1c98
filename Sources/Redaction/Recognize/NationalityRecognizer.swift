/// What state somebody is a citizen of, where a policy says traits in their most general word:
/// "a Turkish national", "citizens of Guinea", "of Greek-Cypriot origin".
struct NationalityRecognizer: Recognizer {
  /// The name also marks mentions that speak for the country inside them.
  static let known = "nationality"
  let name = NationalityRecognizer.known

  func find(in passage: Passage, into mentions: inout [Mention]) {
    guard passage.grammar.has(.capitalizesPeoples) else { return }
    for index in 0..<passage.count {
      guard let said = Self.nouns[passage[index].key],
        let (first, last) = nationality(passage, index)
      else { continue }
      mentions.append(
        mention(
          passage, first, last, .demographic, "a nationality", confidence: 0.85,
          detail: .general(said)))
    }
  }

  /// Whether the word is one after which or before which a state is named.
  static func isNoun(_ passage: Passage, _ index: Int) -> Bool {
    nouns[passage[index].key] != nil
  }

  /// The adjective before the noun, or "of" and the country after it.
  private func nationality(_ passage: Passage, _ noun: Int) -> (first: Int, last: Int)? {
    if let before = passage.preceding(noun), before == noun - 1, isAdjective(passage, before) {
      var first = before
      // "Greek-Cypriot", "Russian and Israeli national"
      while first >= 2, isJoint(passage, first - 1), isAdjective(passage, first - 2) { first -= 2 }
      return (first, noun)
    }
    guard let of = passage.following(noun), passage[of].key == Self.of,
      var name = passage.following(of)
    else { return nil }
    if passage.has(name, .determiner) { name = passage.following(name) ?? name }
    // "a citizen of the Republic of Moldova"
    if Self.states.contains(passage[name].key), let more = passage.following(name),
      passage[more].key == Self.of, let further = passage.following(more)
    {
      name = passage.has(further, .determiner) ? passage.following(further) ?? further : further
    }
    guard passage[name].isCapitalized, let last = country(passage, name) else { return nil }
    return (noun, last)
  }

  private func isAdjective(_ passage: Passage, _ index: Int) -> Bool {
    guard passage[index].isCapitalized,
      let fact = passage.lexicon.country(passage[index].key)
    else { return false }
    return !fact.kinds.intersection([.adjective, .demonym]).isEmpty
  }

  private func isJoint(_ passage: Passage, _ index: Int) -> Bool {
    Passage.isHyphen(passage[index]) || passage[index].key == Self.and
  }

  /// The last token of the longest name of a country that begins at `index`.
  private func country(_ passage: Passage, _ index: Int) -> Int? {
    let longest = passage.lexicon.longestCountry(startingWith: passage[index].key)
    guard longest > 0 else { return nil }
    var (key, last) = (passage[index].key, index)
    var best: Int?
    for word in 1...longest {
      if passage.lexicon.country(key)?.kinds.contains(.name) == true { best = last }
      guard word < longest, let next = passage.following(last), passage[next].isWord else { break }
      key = key.followed(by: passage[next].key)
      last = next
    }
    return best
  }

  private static let nouns: [FoldedKey: String] = {
    var nouns: [FoldedKey: String] = [:]
    for word in ["national", "citizen", "subject"] {
      nouns[FoldedKey(folded: word)] = "a citizen"
      nouns[FoldedKey(folded: word + "s")] = "citizens"
    }
    for word in WordList("nationality-origins").words {
      nouns[FoldedKey(folded: word)] = "a certain " + word
    }
    return nouns
  }()

  private static let states = WordList("nationality-states")
  private static let of = FoldedKey(folded: "of")
  private static let and = FoldedKey(folded: "and")
}
