/// What tells a father from the son who bears his name: "Jr.", "Sr.", "III", "fils".
enum Generations {
  /// The token after a name that tells the generation, and where it ends with its full stop.
  static func after(_ passage: Passage, _ last: Int) -> (generation: FoldedKey, last: Int)? {
    var next = last + 1
    if next < passage.count, passage[next].isMark(",") || Passage.isHyphen(passage[next]) {
      next += 1
    }
    guard next < passage.count, passage[next].isWord, let generation = words[passage[next].key],
      passage[next].isCapitalized
    else { return nil }
    // The full stop that closes a sentence is not of the word.
    let stop = next + 1
    let goesOn =
      stop + 1 < passage.count && passage[stop + 1].kind != .newline
      && !passage[stop + 1].isCapitalized
    return (generation, passage.isFollowed(next, by: ".") && goesOn ? stop : next)
  }

  /// The generation that a name ends with; nil where it does not say one.
  static func of(_ name: String) -> FoldedKey? {
    name.split { $0 == " " || $0 == "," || $0 == "." || $0 == "-" }.last.flatMap {
      words[FoldedKey(folded: Fold.string(String($0)))]
    }
  }

  /// Whether a word of a name says nothing but the generation.
  static func isOne(_ folded: String) -> Bool { words[FoldedKey(folded: folded)] != nil }

  /// Each spelling with what it says.
  private static let words: [FoldedKey: FoldedKey] = {
    var words: [FoldedKey: FoldedKey] = [:]
    for line in [
      "jr jnr junior fils", "sr snr senior père", "ii", "iii", "iv",
    ] {
      let keys = line.split(separator: " ").map { FoldedKey(folded: Fold.string(String($0))) }
      for key in keys { words[key] = keys[0] }
    }
    return words
  }()
}
