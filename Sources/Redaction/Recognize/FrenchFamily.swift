/// In French how many children somebody has: "mère de neuf enfants", "père de 4 filles".
enum FrenchFamily {
  /// The last token of such a phrase that begins at `index`.
  static func find(_ passage: Passage, _ index: Int) -> Int? {
    guard passage.language == .french, parents.contains(passage[index].key),
      let of = passage.following(index), links.contains(passage[of].key),
      let number = passage.following(of), let count = passage.cardinal(number),
      let noun = passage.following(count.last), children.contains(passage[noun].key)
    else { return nil }
    return noun
  }

  private static let parents = keys("pere mere veuf veuve parent parents maman papa chef soutien")
  private static let links = keys("de d")
  private static let children = keys(
    "enfant enfants fille filles fils garcon garcons jumeaux jumelles")

  private static func keys(_ words: String) -> Set<FoldedKey> {
    Set(words.split(separator: " ").map { FoldedKey(folded: String($0)) })
  }
}
