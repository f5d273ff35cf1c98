/// One pseudonym, spelled for each language of a case.
struct PseudonymSpellings: Sendable, Hashable {
  var en: String
  var fr: String
  var ru: String
  var uk: String

  /// The spelling that belongs into a text of the language.
  func spelling(in language: Language) -> String {
    switch language {
    case .english, .none: en
    case .french: fr
    case .russian: ru
    case .ukrainian: uk
    }
  }

  init(en: String, fr: String, ru: String, uk: String) {
    self.en = en
    self.fr = fr
    self.ru = ru
    self.uk = uk
  }

  /// The spellings of a pseudonym that a caseworker chose: as given in its own alphabet, as the pool
  /// or else the rules of transliteration spell it in the other.
  init(given: String) {
    let letters = Letters(letters: Array(given.utf8))
    let known = PseudonymPool.table.entry(spelled: letters)
    switch Script(of: letters) {
    case .cyrillic:
      en = known?.en ?? Self.each(given) { word in
        LatinSpelling.english(word, ukrainian: Orthography.isUkrainian(word))
      }
      fr = known?.fr ?? Self.each(given) { word in
        LatinSpelling.french(word, ukrainian: Orthography.isUkrainian(word))
      }
      ru = given
      uk = given
    case .latin:
      en = given
      fr = given
      ru = known?.ru ?? Self.each(given) {
        CyrillicSpelling.spellings(of: $0, limit: 4).first ?? $0
      }
      uk = known?.uk ?? Self.each(given) { word in
        let russian = CyrillicSpelling.spellings(of: word, limit: 4).first ?? word
        return Orthography.ukrainian(fromRussian: russian).first ?? russian
      }
    case .other: (en, fr, ru, uk) = (given, given, given, given)
    }
  }

  /// All four as folded letters.
  var folded: [Letters] {
    [en, fr, ru, uk].reduce(into: []) { out, word in
      let letters = Fold.bytes(Array(word.utf8))
      if !out.contains(letters) { out.append(letters) }
    }
  }

  /// Rewrites each word of `text`, with a capital.
  private static func each(_ text: String, _ rewrite: (Letters) -> Letters) -> String {
    text.split(separator: " ").map { word in
      capitalized(rewrite(Letters(letters: Array(word.utf8))))
    }.joined(separator: " ")
  }

  private static func capitalized(_ word: Letters) -> String {
    let text = String(decoding: word, as: UTF8.self)
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}

/// How near a pseudonym may come to a real name.
enum Nearness: Int, Sendable, Comparable {
  case apart, sharesInitial, close, equal

  static func < (a: Nearness, b: Nearness) -> Bool { a.rawValue < b.rawValue }
}

/// The real names of a case, as what a pseudonym has to keep away from.
struct RealNames: Sendable {
  /// Every form of everybody.
  private(set) var forms: Set<Letters> = []
  /// The names themselves in every spelling, and their aliases.
  private(set) var names: Set<Letters> = []
  private(set) var skeletons: Set<Letters> = []
  private(set) var initials: Set<UInt8> = []

  init(_ people: some Sequence<NameForms>) {
    for person in people {
      for part in person.parts + person.aliases.joined() where part.role != .particle {
        for form in part.forms.entries {
          let letters = Array(form.text.utf8)
          forms.insert(letters)
          switch form.source {
          case .canonical, .alias, .transliteration: names.insert(letters)
          case .caseEnding, .familyForm, .diminutive: break
          }
        }
        let canonical = Array(part.canonical.utf8)
        insert(name: canonical)
        if let initial = canonical.units.first {
          for one in Self.latin(Array(initial)) + Self.latin(canonical) {
            if let first = one.first { initials.insert(first) }
          }
        }
      }
    }
  }

  private mutating func insert(name: Letters) {
    names.insert(name)
    forms.insert(name)
    for one in Self.latin(name) { skeletons.insert(Self.skeleton(one)) }
  }

  /// Takes a pseudonym out of the pool: nobody else may come near it.
  mutating func take(_ pseudonym: PseudonymSpellings) {
    for one in pseudonym.folded {
      names.insert(one)
      forms.insert(one)
    }
    for one in Self.latin(Fold.bytes(Array(pseudonym.en.utf8))) { skeletons.insert(Self.skeleton(one)) }
  }

  /// How near the pseudonym comes to any real name, or to a pseudonym that is taken.
  func nearness(of pseudonym: PseudonymSpellings) -> Nearness {
    let spellings = pseudonym.folded
    if spellings.contains(where: { forms.contains($0) }) { return .equal }
    for one in Self.latin(spellings[0]) where skeletons.contains(Self.skeleton(one)) { return .close }
    if spellings.contains(where: isWithinOne) { return .close }
    for one in Self.latin(spellings[0]) {
      if let first = one.first, initials.contains(first) { return .sharesInitial }
    }
    return .apart
  }

  /// Whether one letter added, dropped or changed makes a real name of the word.
  private func isWithinOne(_ word: Letters) -> Bool {
    let units = word.units.map(Array.init)
    let alphabet = Script(of: word) == .cyrillic ? Self.cyrillic : Self.ascii
    for index in 0...units.count {
      let before = Array(units[..<index].joined())
      let after = Array(units[index...].joined())
      let rest = index < units.count ? Array(units[(index + 1)...].joined()) : []
      if index < units.count, names.contains(before + rest) { return true }
      for letter in alphabet {
        if names.contains(before + letter + after) { return true }
        if index < units.count, names.contains(before + letter + rest) { return true }
      }
    }
    return false
  }

  private static let ascii: [Letters] = (0x61...0x7A).map { [$0] }
  private static let cyrillic: [Letters] =
    "а б в г д е ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я є і ї ґ".split(separator: " ")
    .map { Array($0.utf8) }

  /// The word in Latin letters: as it is, or in two systems.
  static func latin(_ word: Letters) -> [Letters] {
    guard Script(of: word) == .cyrillic else { return [word] }
    return LatinSpelling.spellings(
      of: word, ukrainian: Orthography.isUkrainian(word), limit: 2)
  }

  /// The consonants of a Latin word, each sound once: kh and h, zh and j, ph and f are one.
  static func skeleton(_ word: Letters) -> Letters {
    var out: Letters = []
    var index = 0
    while index < word.count {
      var letter = word[index]
      let next = index + 1 < word.count ? word[index + 1] : 0
      index += 1
      if next == 0x68, letter != 0x68 {
        switch letter {
        case 0x6B: letter = 0x68  // kh
        case 0x70: letter = 0x66  // ph
        case 0x7A: letter = 0x6A  // zh
        case 0x74, 0x67: break  // th gh
        default: letter = 0x78  // ch sh
        }
        index += 1
      }
      if letter == 0x77 { letter = 0x76 }
      if letter == 0x63 || letter == 0x71 { letter = 0x6B }
      if Letter.isVowel(UInt32(letter)) || out.last == letter { continue }
      out.append(letter)
    }
    // A skeleton of vowels alone would be that of every such name.
    return out.count < 2 ? word : out
  }
}
