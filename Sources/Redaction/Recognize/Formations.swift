/// What sort of formation a span tells of: of "the 61st Separate Motor Rifle Brigade" its arm and its size
/// are said, of "3rd Battalion, 64th Brigade" the brigade.
extension Passage {
  /// The formation, base or ship in general words; empty where the span has no word for one.
  func formation(_ first: Int, _ last: Int) -> String {
    var noun: (said: String, isArm: Bool)?
    var arm: String?
    var index = first
    while index <= last {
      defer { index += 1 }
      let modifier = within(index, .unitModifier, last)
      if let match = within(index, .unitNoun, last), modifier == nil || noun?.isArm != false {
        // What stood before the word for a smaller formation goes with that one.
        if noun?.isArm == false { arm = nil }
        noun = (String(match.value.drop { "~^".contains($0) }), modifier != nil)
        index = match.last
      }
      if let modifier, !modifier.value.isEmpty {
        arm = arm ?? modifier.value
        index = max(index, modifier.last)
      }
    }
    if let noun { return described(noun.said, noun.isArm ? nil : arm) }
    if let ship = (first...last).lazy.compactMap({ self.within($0, .ship, last)?.value }).first {
      return ship
    }
    guard let arm, grammar.has(.stacksNouns) else { return "" }
    return English.article(before: arm) + " " + arm + " unit"
  }

  private func within(_ index: Int, _ cue: Cue, _ last: Int) -> (last: Int, value: String)? {
    match(index, cue).flatMap { $0.last <= last ? $0 : nil }
  }

  private func described(_ noun: String, _ arm: String?) -> String {
    guard let arm, let space = noun.firstIndex(of: " ") ?? (isSlavic ? noun.startIndex : nil) else {
      return noun
    }
    if isSlavic { return SlavicNoun.formation(noun, arm, language) }
    if grammar.has(.opensWithNoun) {
      guard Self.frenchFormations.contains(String(noun[noun.index(after: space)...])) else {
        return noun
      }
      return noun + " " + (noun.hasPrefix("une ") && arm.hasSuffix("é") ? arm + "e" : arm)
    }
    let bare = noun[noun.index(after: space)...]
    // "an infantry unit", "a military base": the arm is said, or there is none.
    let saysArm = bare.hasPrefix(arm) || bare.contains("base") || bare == "military unit"
    return saysArm ? noun : English.article(before: arm) + " " + arm + " " + bare
  }

  private static let frenchFormations = WordList("formations-french-formations")
}
