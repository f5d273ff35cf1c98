/// Which nominatives an inflected Russian or Ukrainian name could have: a lookup aid, not grammar.
///
/// Every rule is an ending and what stands there in the nominative; more candidates are made than
/// exist, and the tables say which are real.
enum Lemma {
  /// The keys to try for a word, the word itself first.
  static func candidates(_ folded: [UInt8]) -> [FoldedKey] {
    var keys = [FoldedKey(folded: folded)]
    matching(folded) { stem, nominatives in
      let stem = FoldedKey(folded: stem)
      for nominative in nominatives {
        let key = stem.extended(by: nominative)
        if !keys.contains(key) { keys.append(key) }
      }
    }
    return keys
  }

  /// Calls `body` with each nominative to try, some of them twice; the word itself is not among them.
  static func each(_ folded: [UInt8], _ body: (ArraySlice<UInt8>) -> Void) {
    matching(folded) { stem, nominatives in
      for nominative in nominatives { body(stem + nominative) }
    }
  }

  /// Calls `body` with the stem and the nominatives of each rule that fits a word.
  private static func matching(
    _ folded: [UInt8], _ body: (ArraySlice<UInt8>, [[UInt8]]) -> Void
  ) {
    guard folded.count >= 6, folded[0] >= 0xD0, let last = folded.last else { return }
    for rule in byLast[Int(last)] where folded.count > rule.ending.count + 2 {
      let stem = folded.dropLast(rule.ending.count)
      if folded[stem.endIndex...].elementsEqual(rule.ending) { body(stem, rule.nominatives) }
    }
  }

  /// The rules by the last byte of their endings, in order.
  private static let byLast: [[Rule]] = (0..<256).map { byte in
    rules.filter { $0.ending.last.map(Int.init) == byte }
  }

  private struct Rule {
    var ending: [UInt8]
    var nominatives: [[UInt8]]
  }

  private static let rules: [Rule] = [
    // Masculine in a consonant, feminine in -а.
    ("а", ["", "о"]), ("у", ["", "а", "о"]), ("ом", ["", "о"]), ("ем", ["й", "ь", ""]),
    ("е", ["", "а", "я", "й", "о"]), ("ы", ["а", ""]), ("и", ["а", "я", "ь", "й", "і"]),
    ("ой", ["а", "ая", "ий"]), ("ою", ["а"]), ("ей", ["я", "а", "ь", "й"]), ("ею", ["я", "а"]),
    ("я", ["й", "ь"]), ("ю", ["й", "я", "ь"]), ("ью", ["ь"]), ("ье", ["ья"]), ("ии", ["ия", "ий"]),
    ("ию", ["ия", "ий"]), ("ия", ["ий"]), ("ией", ["ия"]), ("ием", ["ий"]),
    // Adjectival surnames and places.
    ("ого", ["ий", "ый", "ой", "ое"]), ("его", ["ий", "ее"]), ("ому", ["ий", "ый", "ой", "ое"]),
    ("ым", ["ый", "ой", "", "ое"]), ("им", ["ий", "", "ое"]), ("ую", ["ая"]), ("ой", ["ый"]),
    ("ая", ["ий", "ый"]), ("ых", ["ы", "ые", ""]), ("ами", ["а", "ы", ""]), ("ах", ["а", "ы", ""]),
    ("ов", ["", "ы"]), ("ям", ["я", "и"]), ("ях", ["я", "и"]),
    // Ukrainian.
    ("ові", ["", "о"]), ("еві", ["й", "ь", ""]), ("єві", ["й"]), ("і", ["", "а", "я", "ь", "о"]),
    ("ї", ["я", "й"]), ("єю", ["я"]), ("єм", ["й"]), ("ею", ["я", "а"]), ("ою", ["а"]),
    ("о", ["а"]), ("ю", ["я", "й"]), ("им", ["ий", ""]), ("ій", ["ий", "а"]),
    ("ова", ["ів"]), ("ові", ["ів"]), ("ову", ["ів"]), ("овом", ["ів"]), ("єва", ["їв"]),
    ("єві", ["їв"]), ("єву", ["їв"]), ("євом", ["їв"]), ("ева", ["ів"]), ("еві", ["ів"]),
    ("ах", ["и"]), ("ях", ["і"]), ("ами", ["и"]), ("ями", ["і"]), ("ів", ["и", "і"]),
    ("ці", ["ка"]), ("зі", ["га"]), ("сі", ["ха"]), ("ому", ["ий", "е", "о"]), ("єї", ["я"]),
    // Fleeting vowels: Павла, Льва, Орла, Петра.
    ("ла", ["ел", "ёл", "ол"]), ("ка", ["ок", "ек"]), ("ьва", ["ев"]), ("ца", ["ец"]),
    ("ца", ["ець"]), ("цем", ["ец"]), ("цю", ["ець"]), ("ку", ["ок", "ко"]),
  ].map { ending, nominatives in
    Rule(ending: Array(ending.utf8), nominatives: nominatives.map { Array($0.utf8) })
  }
}
