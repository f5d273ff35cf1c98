/// In French how many children somebody has: "mère de neuf enfants", "père de 4 filles".
enum FrenchFamily {
  /// The last token of such a phrase that begins at `index`.
  static func find(_ passage: Passage, _ index: Int) -> Int? {
    guard passage.language == .french else { return nil }
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

  private static let siblings = keys(
    "frere freres soeur soeurs fils fille filles enfants garcons cousins cousines bebes")
  private static let born = keys("jumeau jumeaux jumelle jumelles triples triplees quadruples")
  private static let parents = keys("pere mere veuf veuve parent parents maman papa chef soutien")
  private static let links = keys("de d")
  private static let children = keys(
    "enfant enfants fille filles fils garcon garcons jumeaux jumelles")

  private static func keys(_ words: String) -> Set<FoldedKey> {
    Set(words.split(separator: " ").map { FoldedKey(folded: String($0)) })
  }
}
