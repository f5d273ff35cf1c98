/// What stands after the word for a formation in French: "d'infanterie mécanisée", "de la garde".
enum FrenchUnits {
  /// The last token of the arms and epithets after `last`, which `modifiers` take in.
  static func end(_ passage: Passage, _ last: Int, _ modifiers: inout [String]) -> Int {
    var end = last
    for _ in 0..<5 {
      guard var next = passage.following(end) else { break }
      for _ in 0..<2 where passage.has(next, .preposition) || passage.has(next, .determiner) {
        guard let further = passage.following(next) else { return end }
        next = further
      }
      guard let match = passage.match(next, .unitModifier),
        passage.match(next, .unitNoun) == nil
          || !match.value.isEmpty
      else { break }
      if !match.value.isEmpty { modifiers.append(match.value) }
      end = match.last
    }
    return end
  }
}
