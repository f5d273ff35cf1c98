/// One pseudonym, spelled for each language of a case.
struct PseudonymSpellings: Sendable, Hashable {
  var en: String
  var fr: String
  var ru: String
  var uk: String

  /// The spelling that belongs into a text of the language.
  func spelling(in language: Language) -> String {
    SlavicLanguage(language)?.pick(ru, uk) ?? (language.grammar.has(.romanizesAsFrench) ? fr : en)
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
      en =
        known?.en
        ?? Self.each(given) { word in
          LatinSpelling.english(word, ukrainian: Orthography.isUkrainian(word))
        }
      fr =
        known?.fr
        ?? Self.each(given) { word in
          LatinSpelling.french(word, ukrainian: Orthography.isUkrainian(word))
        }
      ru = known?.ru ?? Self.russian(given, letters)
      uk = known?.uk ?? Self.ukrainian(given, letters)
    case .latin:
      en = given
      fr = given
      ru =
        known?.ru
        ?? Self.each(given) {
          CyrillicSpelling.spellings(of: $0, limit: 4).first ?? $0
        }
      uk = known?.uk ?? Self.ukrainian(ru, Letters(letters: Array(ru.utf8)))
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

  /// A Cyrillic name in Russian spelling: as given unless it can only be Ukrainian.
  private static func russian(_ given: String, _ letters: Letters) -> String {
    guard Orthography.isUkrainian(letters) else { return given }
    return each(given) { word in
      guard Orthography.isUkrainian(word) else { return word }
      let known = PseudonymPool.table.entry(spelled: word)
      return known.map { Letters(letters: Array($0.ru.utf8)) }
        ?? Orthography.russian(fromUkrainian: word).first ?? word
    }
  }

  /// A Cyrillic name in Ukrainian spelling: as given unless it can only be Russian.
  private static func ukrainian(_ given: String, _ letters: Letters) -> String {
    guard !Orthography.isUkrainian(letters) else { return given }
    return each(given) { word in
      if let known = PseudonymPool.table.entry(spelled: word) {
        return Letters(letters: Array(known.uk.utf8))
      }
      return Orthography.ukrainian(fromRussian: word).first ?? word
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

/// A pseudonym with what its nearness to real names is judged by, made once for a pool.
struct PseudonymCandidate: Sendable {
  let spellings: PseudonymSpellings
  /// Its place among the candidates of the pool; 0 of one that is from no pool.
  let number: Int
  /// All four as folded letters.
  let folded: [Letters]
  let skeletons: [Letters]
  let initials: [UInt8]
  let english: Letters

  init(_ spellings: PseudonymSpellings, number: Int = 0) {
    self.spellings = spellings
    self.number = number
    folded = spellings.folded
    let latin = RealNames.latin(folded[0])
    skeletons = latin.map(RealNames.skeleton)
    initials = latin.compactMap(\.first)
    english = Array(spellings.en.utf8)
  }
}

/// How near a pseudonym may come to a real name.
enum Nearness: Int, Sendable, Comparable {
  case apart, sharesInitial, close, equal

  static func < (a: Nearness, b: Nearness) -> Bool { a.rawValue < b.rawValue }
}

/// The real names of a case, as what a pseudonym has to keep away from.
///
/// Only the keys of the folded words are kept.
struct RealNames: Sendable {
  /// Every form of everybody.
  private(set) var forms: Set<FoldedKey> = []
  /// The names themselves in every spelling, and their aliases.
  private(set) var names: Set<FoldedKey> = []
  private(set) var skeletons: Set<Letters> = []
  private(set) var initials: Set<UInt8> = []
  /// The short and the full names of pseudonyms that are taken.
  private var kin: Set<FoldedKey> = []

  /// The names of people.
  init(_ people: some Sequence<NameForms>) {
    self.init(parts: people.flatMap { $0.parts + $0.aliases.joined() })
  }

  /// The parts of the names of people and of their aliases.
  init(parts: [NamePart]) {
    forms.reserveCapacity(parts.reduce(0) { $0 + $1.forms.count })
    for part in parts where part.role != .particle {
      for form in part.forms.entries {
        forms.insert(form.key)
        switch form.source {
        case .canonical, .alias, .transliteration: names.insert(form.key)
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

  private mutating func insert(name: Letters) {
    let key = FoldedKey(folded: name)
    names.insert(key)
    forms.insert(key)
    for one in Self.latin(name) { skeletons.insert(Self.skeleton(one)) }
  }

  /// Takes names that were found in a text, by the keys under which their forms meet.
  mutating func take(stems: some Sequence<FoldedKey>) {
    for stem in stems {
      forms.insert(stem)
      for vowel in NameStem.vowels { forms.insert(stem.extended(by: vowel)) }
    }
  }

  /// Takes a pseudonym out of the pool: nobody else may come near it.
  mutating func take(_ pseudonym: PseudonymCandidate) {
    for one in pseudonym.folded {
      let key = FoldedKey(folded: one)
      names.insert(key)
      forms.insert(key)
    }
    for skeleton in pseudonym.skeletons { skeletons.insert(skeleton) }
    // Valya would be taken for Valentina.
    let table = Diminutives.table
    for name in [pseudonym.spellings.en, pseudonym.spellings.ru, pseudonym.spellings.uk] {
      for line in table.lines(of: Fold.bytes(Letters(name.utf8))) {
        for other in table.lines[line].names + table.lines[line].short {
          kin.insert(FoldedKey(folded: Fold.bytes(other)))
        }
      }
    }
  }

  /// Whether the pseudonym is a real name, or one that is taken.
  func equals(_ pseudonym: PseudonymCandidate) -> Bool {
    pseudonym.folded.contains {
      let key = FoldedKey(folded: $0)
      return forms.contains(key) || kin.contains(key)
    }
  }

  /// How near the pseudonym comes to any real name, or to a pseudonym that is taken.
  func nearness(of pseudonym: PseudonymCandidate) -> Nearness {
    if equals(pseudonym) { return .equal }
    for skeleton in pseudonym.skeletons where skeletons.contains(skeleton) { return .close }
    if pseudonym.folded.contains(where: { isWithinOne($0) }) { return .close }
    for initial in pseudonym.initials where initials.contains(initial) { return .sharesInitial }
    return .apart
  }

  /// How near a word of one language comes to any real name but `own`: a diminutive may be near
  /// the pseudonym it belongs to.
  func nearness(of word: Letters, besides own: [Letters] = []) -> Nearness {
    let folded = Fold.bytes(word)
    if forms.contains(FoldedKey(folded: folded)) { return .equal }
    let latin = Self.latin(folded)
    let kin = own.flatMap(Self.latin)
    let kinSkeletons = Set(kin.map(Self.skeleton))
    for one in latin.map(Self.skeleton)
    where skeletons.contains(one) && !kinSkeletons.contains(one) {
      return .close
    }
    if isWithinOne(folded, besides: own) { return .close }
    return sharesInitial(latin, kin) ? .sharesInitial : .apart
  }

  /// Whether a word keeps away from every real name but `own`: the cheapest question first.
  func isApart(_ word: Letters, besides own: [Letters]) -> Bool {
    let latin = Self.latin(Fold.bytes(word))
    return !sharesInitial(latin, own.flatMap(Self.latin))
      && nearness(of: word, besides: own) == .apart
  }

  private func sharesInitial(_ latin: [Letters], _ kin: [Letters]) -> Bool {
    let own = Set(kin.compactMap(\.first))
    return latin.contains { word in
      word.first.map { initials.contains($0) && !own.contains($0) } ?? false
    }
  }

  /// Whether one letter added, dropped or changed makes a real name of the word. Added and changed
  /// letters are those of the word's alphabet.
  ///
  /// Every word one letter away is looked up: their number does not grow with the case.
  private func isWithinOne(_ word: Letters, besides own: [Letters] = []) -> Bool {
    let letters = Script(of: word) == .cyrillic ? Self.cyrillic : Self.latinLetters
    let own = own.map { FoldedKey(folded: $0) }
    func isName(_ hash: UInt64) -> Bool {
      let key = FoldedKey(hash: hash)
      return names.contains(key) && !own.contains(key)
    }
    var head = FoldedKey.seed
    var index = 0
    while true {
      let next = word.index(afterLetterAt: index)
      for letter in letters {
        let started = letter.reduce(head, FoldedKey.step)
        if isName(word[index...].reduce(started, FoldedKey.step)) { return true }
        if index < word.count, isName(word[next...].reduce(started, FoldedKey.step)) { return true }
      }
      guard index < word.count else { return false }
      if isName(word[next...].reduce(head, FoldedKey.step)) { return true }
      head = word[index..<next].reduce(head, FoldedKey.step)
      index = next
    }
  }

  private static let latinLetters: [[UInt8]] = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { [$0] }
  private static let cyrillic: [[UInt8]] = "абвгдежзийклмнопрстуфхцчшщъыьэюяєіїґ".unicodeScalars.map
  {
    Array(String($0).utf8)
  }

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

extension Letters {
  /// Where the letter at `index` ends; the end of the word at its end.
  fileprivate func index(afterLetterAt index: Int) -> Int {
    var next = Swift.min(index + 1, count)
    while next < count, self[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }
}
