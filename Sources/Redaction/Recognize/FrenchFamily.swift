/// In French how many children somebody has: "mère de neuf enfants", "père de 4 filles".
enum FrenchFamily {
  /// The last token of such a phrase that begins at `index`.
  static func find(_ passage: Passage, _ index: Int) -> Int? {
    guard passage.grammar.has(.opensWithNoun) else { return nil }
    if let twins = twins(passage, index) { return twins }
    guard parents.contains(passage[index].key),
      let of = passage.following(index), links.contains(passage[of].key),
      let number = passage.following(of), let count = passage.cardinal(number),
      let noun = passage.following(count.last), children.contains(passage[noun].key)
    else { return nil }
    return noun
  }

  /// "frères jumeaux", "sœur jumelle", "filles triplées".
  private static func twins(_ passage: Passage, _ index: Int) -> Int? {
    guard siblings.contains(passage[index].key), let next = passage.following(index),
      born.contains(passage[next].key)
    else { return nil }
    return next
  }

  private static let siblings = WordList("family-siblings")
  private static let born = WordList("family-twins")
  private static let parents = WordList("family-parents")
  private static let links: WordList = ["de", "d"]
  private static let children = WordList("family-children")
}
