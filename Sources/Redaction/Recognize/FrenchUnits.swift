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

  /// The formation with its arm: "une brigade mécanisée", "un bataillon d'infanterie".
  static func described(_ noun: String, _ arm: String?) -> String {
    guard let arm, let space = noun.firstIndex(of: " "),
      formations.contains(String(noun[noun.index(after: space)...]))
    else { return noun }
    let isFeminine = noun.hasPrefix("une ")
    return noun + " " + (isFeminine && arm.hasSuffix("é") ? arm + "e" : arm)
  }

  /// Formations of which an arm is said; a base or a barracks has none.
  private static let formations: Set<String> = [
    "armée", "division", "brigade", "régiment", "bataillon", "compagnie", "batterie", "escadron",
    "section", "groupe", "détachement", "groupement",
  ]
}
