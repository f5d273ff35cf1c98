/// The part of a Cyrillic name that no case changes.
enum NameStem {
  static func of(_ folded: [UInt8]) -> [UInt8] {
    var rest = folded.count
    let ending = endings.ending(of: folded) { before in
      rest = before
      return before >= 6
    }
    return ending == nil ? folded : Array(folded.prefix(rest))
  }

  /// What a first name may end in in the nominative.
  static let vowels = ["а", "я", "й", "ь", "о"].map { Array($0.utf8) }

  private static let endings = WordParts(
    [
      "ового", "овому", "ського", "ському", "ского", "скому", "ською", "ской", "ским", "ским",
      "ский",
      "ская", "ський", "ська", "ого", "ому", "ами", "ями", "ові", "еві", "єві", "ою", "ею", "єю",
      "ой",
      "ей", "ом", "ем", "єм", "ым", "им", "ам", "ям", "ах", "ях", "ии", "ію", "ію",
      "ия",
      "ию",
      "а", "я", "у", "ю", "е", "и", "і", "ї", "ы", "о", "ь", "й",
    ].map { Array($0.utf8) }.sorted { $0.count > $1.count })
}

extension [UInt8] {
  func hasSuffix(_ other: [UInt8]) -> Bool {
    count >= other.count && self[(count - other.count)...].elementsEqual(other)
  }
}
