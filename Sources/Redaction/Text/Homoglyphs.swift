/// Look-alike letters: in a word that mixes scripts they join the script of the rest.
///
/// Source of the pairs: the shapes of the letters in common typefaces; Unicode calls them
/// confusables (UTS #39).
extension Fold {
  /// The scripts whose letters are told apart here.
  enum Script { case latin, cyrillic, greek, other }

  @inline(__always)
  static func script(_ scalar: UInt32) -> Script {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x250...0x2AF, 0x1E00...0x1EFF: .latin
    case 0x400...0x52F, 0x1C80...0x1C8F: .cyrillic
    case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
    default: .other
    }
  }

  /// Rewrites the look-alikes of a word that mixes scripts; leaves every other word alone.
  static func unmix(_ word: inout [UInt32]) {
    var counts = (latin: 0, cyrillic: 0, greek: 0)
    var sure = (latin: 0, cyrillic: 0)
    for scalar in word {
      switch script(scalar) {
      case .latin:
        counts.latin += 1
        if cyrillicTwin(scalar) == nil { sure.latin += 1 }
      case .cyrillic:
        counts.cyrillic += 1
        if latinTwin(scalar) == nil { sure.cyrillic += 1 }
      case .greek: counts.greek += 1
      case .other: break
      }
    }
    let scripts =
      (counts.latin > 0 ? 1 : 0) + (counts.cyrillic > 0 ? 1 : 0)
      + (counts.greek > 0 ? 1 : 0)
    guard scripts > 1 else { return }
    let toLatin =
      sure.latin != sure.cyrillic ? sure.latin > sure.cyrillic : counts.latin >= counts.cyrillic
    for index in word.indices {
      let letter = word[index]
      let twin =
        toLatin
        ? latinTwin(letter) : cyrillicTwin(letter) ?? unaccented(letter).flatMap(cyrillicTwin)
      if let twin { word[index] = twin }
    }
  }

  /// The plain letter under an accent: a stress mark is often typed as "ó" in a Cyrillic word.
  private static func unaccented(_ scalar: UInt32) -> UInt32? {
    let plain = simple(scalar)
    return script(scalar) == .latin && plain > 0 && plain < 0x80 ? plain : nil
  }

  /// The Latin letter that looks like a Cyrillic or Greek one.
  private static func latinTwin(_ scalar: UInt32) -> UInt32? {
    let letter: Unicode.Scalar? =
      switch Unicode.Scalar(scalar) {
      case "а", "А", "Α", "α": "a"
      case "В", "Β", "в": "b"
      case "с", "С", "ϲ", "Ϲ": "c"
      case "ԁ": "d"
      case "е", "Е", "Ε", "ё", "Ё": "e"
      case "Н", "Η", "һ", "Һ": "h"
      case "і", "І", "Ι", "ι", "ї", "Ї", "Ӏ", "ӏ": "i"
      case "ј", "Ј": "j"
      case "к", "К", "Κ", "κ": "k"
      case "М", "Μ", "м": "m"
      case "Ν": "n"
      case "о", "О", "Ο", "ο", "σ": "o"
      case "р", "Р", "Ρ", "ρ": "p"
      case "ԛ": "q"
      case "ѕ", "Ѕ": "s"
      case "Т", "Τ", "т", "τ": "t"
      case "υ": "u"
      case "ν", "ѵ": "v"
      case "ԝ", "ѡ": "w"
      case "х", "Х", "Χ", "χ": "x"
      case "у", "У", "Υ", "ү", "Ү": "y"
      case "Ζ": "z"
      default: nil
      }
    return letter?.value
  }

  /// The Cyrillic letter that looks like a Latin or Greek one.
  private static func cyrillicTwin(_ scalar: UInt32) -> UInt32? {
    let letter: Unicode.Scalar? =
      switch Unicode.Scalar(scalar) {
      case "a", "A", "Α", "α": "а"
      case "B", "Β": "в"
      case "c", "C": "с"
      case "e", "E", "Ε", "é", "è": "е"
      case "ë", "Ë": "е"
      case "H", "Η": "н"
      case "i", "I", "Ι", "ι": "і"
      case "ï", "Ï": "ї"
      case "j", "J": "ј"
      case "k", "K", "Κ", "κ": "к"
      case "M", "m", "Μ": "м"
      case "o", "O", "Ο", "ο": "о"
      case "p", "P", "Ρ", "ρ": "р"
      case "s", "S": "ѕ"
      case "T", "t", "Τ", "τ": "т"
      case "x", "X", "Χ", "χ": "х"
      case "y", "Y", "Υ": "у"
      default: nil
      }
    return letter?.value
  }
}
