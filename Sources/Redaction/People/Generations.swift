/// What tells a father from the son who bears his name: "Jr.", "Sr.", "III", "fils".
enum Generations {
  /// The generation that a name ends with; nil where it does not say one.
  static func of(_ name: String) -> FoldedKey? {
    name.split { $0 == " " || $0 == "," || $0 == "." || $0 == "-" }.last.flatMap {
      words[FoldedKey(folded: Fold.string(String($0)))]
    }
  }

  /// Whether a word of a name says nothing but the generation.
  static func isOne(_ folded: String) -> Bool { words[FoldedKey(folded: folded)] != nil }

  /// Each spelling with what it says.
  static let words: [FoldedKey: FoldedKey] = {
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
