/// Short forms that a rule makes, for names no table lists and for those it lists.
enum ProductiveDiminutives {
  /// Suffixed forms of a Cyrillic name or diminutive: Надя → Надька, Мансур → Мансурчик.
  static func suffixed(_ word: Letters) -> [Letters] {
    let last = word.lastScalar
    let stem = word.dropping(1)
    guard word.letterCount > 2 else { return [] }
    switch last {
    case 0x44F:  // я
      if Letter.isVowel(stem.lastScalar) {
        return [stem + "йка", stem + "ечка", stem + "юша"]
      }
      let bare = stem.lastScalar == 0x44C ? stem.dropping(1) : stem
      return [bare + "ька", bare + "ечка", bare + "енька", bare + "юша", bare + "юшка"]
    case 0x430:  // а
      if Letter.isHushing(stem.lastScalar) {
        return [stem + "ка", stem + "енька", stem + "уля", stem + "ок"]
      }
      return [stem + "ка", stem + "очка", stem + "ушка", stem + "уся", stem + "уля"]
    case 0x439, 0x44C:
      return [stem + "ка", stem + "чик", stem + "ёк"]
    case let letter where Letter.isCyrillicConsonant(letter):
      return [word + "чик", word + "ик", word + "ка", word + "ушка", word + "ко"]
    default: return []
    }
  }

  /// Forms cut from a name that no table lists: Зарема → Зара, Selamawit → Selam, Selami.
  static func truncated(_ word: Letters, _ gender: Gender) -> [Letters] {
    var out: [Letters] = []
    let cyrillic = Script(of: word) == .cyrillic
    for element in cyrillic ? cyrillicElements : latinElements {
      guard word.count > element.count + 3, word.suffix(element.count).elementsEqual(element) else {
        continue
      }
      let root = Array(word.dropLast(element.count))
      if root.letterCount > 2 { out += [root] }
    }
    let units = word.units
    let scalars = units.map { Array($0).lastScalar }
    guard units.count >= 5, let vowel = scalars.firstIndex(where: { Letter.isVowel($0) }) else {
      return out
    }
    var cuts: [Int] = []
    var index = vowel + 1
    while index < units.count - 1, cuts.count < 3 {
      if !Letter.isVowel(scalars[index]), index + 1 >= 3 { cuts.append(index + 1) }
      index += 1
    }
    for (rank, cut) in cuts.enumerated() {
      let root = Array(units[..<cut].joined())
      if cyrillic {
        out += rank == 0 ? [root + "а", root + "я", root + "ик", root + "оша", root + "уля"] : []
        if rank > 0 { out += [root, root + "а", root + "ик"] }
      } else {
        out.append(root)
        out += [root + "i", root + "y", root + "ie", root + "a", root + "o", root + "ou"]
      }
    }
    return out
  }

  /// Spanish and French forms that any Latin name can take: Paula → Paulita, Désiré → Dédé.
  static func romance(_ word: Letters) -> [Letters] {
    guard word.count > 3 else { return [] }
    var out: [Letters] = []
    let stem = word.dropping(1)
    switch word.last {
    case .some(0x61): out += [stem + "ita", stem + "illa", stem + "uca"]
    case .some(0x6F): out += [stem + "ito", stem + "illo"]
    case .some(0x65), .some(0x69), .some(0x79): out += [stem + "ita", stem + "ito", stem + "ette"]
    default: out += [word + "ito", word + "ita", word + "cito", word + "cita"]
    }
    guard let first = word.first, !Letter.isVowel(UInt32(first)) else { return out }
    let kin: [StaticString] = ["mama", "papa", "baba", "nana", "dada", "tata", "pipi", "caca"]
    for vowel: UInt8 in [0x65, 0x69, 0x6F, 0x75, 0x61] where word.contains(vowel) {
      let doubled = [first, vowel, first, vowel]
      if !kin.contains(where: { doubled.begins($0) }) { out.append(doubled) }
    }
    return out
  }

  private static func elements(_ list: StaticString) -> [Letters] {
    var out: [Letters] = []
    list.forEachWord { out.append(Array($0)) }
    return out
  }

  private static let cyrillicElements = elements(
    "жан джан бек бай хан гуль гүл гюль уллах улла уддин аддин эддин удин дин мурад мурат мамат берди кул назар зода бобо слав мир"
  )
  private static let latinElements = elements(
    "jan dzhan zhan bek beg bai khan gul ullah ulla allah uddin eddine eddin aldin din berdi awit mariam maryam mikael michael kidan selassie slav mir"
  )
}
