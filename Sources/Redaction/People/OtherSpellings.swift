/// Spellings that go by another language than the one a name is written in: the Belarusian of a
/// Russian surname (Тихановская, Ціханоўская, Tsikhanouskaya), the q of Kazakh (Токаев, Toqajew),
/// ю heard as u (Плющенко, Plushenko, Plouchenko), the Polish ę (Валенса, Wałęsa).
enum OtherSpellings {
  /// Latin spellings of a Cyrillic word, folded.
  static func latin(of word: Letters, ukrainian: Bool, isSurname: Bool) -> [Letters] {
    var out: [Letters] = []
    func add(_ spelled: Letters) { if !out.contains(spelled) { out.append(spelled) } }
    let plain = word.replacing("щ", "ш")
    if plain != word {
      for one in LatinSpelling.spellings(of: plain, ukrainian: ukrainian, limit: 12) { add(one) }
    }
    let hard = withoutSoftU(plain)
    if hard != plain {
      for one in LatinSpelling.spellings(of: hard, ukrainian: ukrainian, limit: 8) { add(one) }
    }
    let isKazakh = !ukrainian && word.containsLetter { $0 == 0x43A }
    if isKazakh {
      for one in LatinSpelling.spellings(of: word, ukrainian: false, limit: 8) {
        add(one.replacing("k", "q"))
      }
    }
    guard isSurname else { return out }
    for one in belarusian(of: word) {
      add(spell(one, press))
      add(spell(one, press).replacing("iya", "ia").replacing("aya", "aia"))
      add(spell(one, native))
    }
    for (heard, written) in nasals where word.replacing(heard, written) != word {
      let polish = LatinSpelling.spellings(
        of: word.replacing(heard, written), ukrainian: ukrainian, limit: 8)
      for one in polish { add(one) }
    }
    return out
  }

  /// Russian spellings of a Latin word that was spelled by Belarusian ears.
  static func russian(heardIn word: Letters) -> [Letters] {
    var changed = word
    for (heard, written) in softened { changed = changed.replacing(heard, written) }
    for ending in unstressed {
      if let full = changed.replacingEnd(ending.0, ending.1) {
        return CyrillicSpelling.spellings(of: full, limit: 2)
      }
    }
    return []
  }

  /// The letters of a Polish word whose nasal vowels are written out: Wałęsa, Walensa.
  static func withoutNasals(_ scalars: [UInt32]) -> String? {
    guard scalars.contains(where: { nasalLetters[$0] != nil }) else { return nil }
    var out = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      guard let vowel = nasalLetters[scalar], let plain = Unicode.Scalar(vowel) else {
        if let same = Unicode.Scalar(scalar) { out.append(same) }
        continue
      }
      out.append(plain)
      let next = index + 1 < scalars.count ? scalars[index + 1] : 0
      out.append(next == 0x62 || next == 0x70 ? "m" : "n")
    }
    return String(out)
  }

  /// у for ю after a consonant.
  private static func withoutSoftU(_ word: Letters) -> Letters {
    var out: Letters = []
    var before: UInt32 = 0
    for unit in word.units {
      let scalar = Letters(unit).lastScalar
      out +=
        scalar == 0x44E && Letter.isCyrillicConsonant(before) ? Letters("у".utf8) : Letters(unit)
      before = scalar
    }
    return out
  }

  /// A Russian surname as Belarusian writes it: soft т and д hiss, в before a consonant is ў, an
  /// unstressed о may be а.
  private static func belarusian(of word: Letters) -> [Letters] {
    guard !Orthography.isTurkic(word) else { return [] }
    var out: Letters = []
    let units = word.units
    for (index, unit) in units.enumerated() {
      let here = Letters(unit).lastScalar
      let next = index + 1 < units.count ? Letters(units[index + 1]).lastScalar : 0
      let isSoft = [0x438, 0x435, 0x451, 0x44F, 0x44E, 0x44C, 0x456].contains(next)
      switch here {
      case 0x442 where isSoft: out += Letters("ц".utf8)
      case 0x434 where isSoft: out += Letters("дз".utf8)
      case 0x432 where index > 0 && (next == 0 || Letter.isCyrillicConsonant(next)):
        out += Letters("ў".utf8)
      case 0x449: out += Letters("шч".utf8)
      case 0x438: out += Letters("і".utf8)
      default: out += unit
      }
    }
    guard out != word else { return [] }
    let last = out.replacing("оўс", "\u{1}")
    let open = last.replacing("о", "а").replacing("\u{1}", "оўс")
    return open == out ? [out] : [out, open]
  }

  private static func spell(_ word: Letters, _ table: [UInt32: (Letters, Letters)]) -> Letters {
    var out: Letters = []
    var before: UInt32 = 0
    for unit in word.units {
      let scalar = Letters(unit).lastScalar
      let spelled = table[scalar] ?? common[scalar]
      let isAfterConsonant = before != 0 && Letter.isCyrillicConsonant(before)
      out += spelled.map { isAfterConsonant ? $0.1 : $0.0 } ?? Letters(unit)
      before = scalar
    }
    return out
  }

  /// Letters with their spelling at the start or after a vowel, and after a consonant.
  private static func table(_ list: StaticString) -> [UInt32: (Letters, Letters)] {
    var out: [UInt32: (Letters, Letters)] = [:]
    for entry in list.words {
      let parts = entry.split(separator: 0x2F, omittingEmptySubsequences: false).map { Letters($0) }
      guard parts.count > 1 else { continue }
      out[parts[0].lastScalar] = (parts[1], parts.count > 2 ? parts[2] : parts[1])
    }
    return out
  }

  private static let common = table(
    "а/a б/b в/v г/h д/d з/z і/i и/i к/k л/l м/m н/n о/o п/p р/r с/s т/t у/u ў/u ф/f ы/y ь/ э/e")
  /// As newspapers write Belarusian.
  private static let press = table("е/ye/e ё/yo ж/zh й/i х/kh ц/ts ч/ch ш/sh ю/yu я/ya")
  /// As Belarusian writes itself in Latin letters, folded.
  private static let native = table("е/je/ie ё/jo/io ж/z й/j х/ch ц/c ч/c ш/s ю/ju/iu я/ja/ia")

  /// ę and ą, as other ears write them down.
  private static let nasals: [(StaticString, StaticString)] = [
    ("енс", "ес"), ("енз", "ез"), ("ендз", "едз"), ("емб", "еб"), ("онс", "ас"), ("омб", "аб"),
    ("ондз", "адз"),
  ]
  private static let nasalLetters: [UInt32: UInt32] = [
    0x119: 0x65, 0x118: 0x65, 0x105: 0x6F, 0x104: 0x6F,
  ]
  private static let softened: [(StaticString, StaticString)] = [
    ("tsikh", "tikh"), ("tsi", "ti"), ("dzi", "di"), ("dze", "de"), ("tse", "te"),
  ]
  private static let unstressed: [(StaticString, StaticString)] = [
    ("ouskaya", "ovskaya"), ("ouskaia", "ovskaya"), ("ouskaja", "ovskaya"), ("ouski", "ovskiy"),
    ("ousky", "ovskiy"), ("euskaya", "evskaya"), ("euskaia", "evskaya"), ("euski", "evskiy"),
    ("auskaya", "avskaya"), ("auski", "avskiy"), ("enka", "enko"), ("anka", "anko"),
  ]
}
