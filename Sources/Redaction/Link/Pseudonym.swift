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
  /// All four as folded letters.
  let folded: [Letters]
  let skeletons: [Letters]
  let initials: [UInt8]
  let english: Letters

  init(_ spellings: PseudonymSpellings) {
    self.spellings = spellings
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
struct RealNames: Sendable {
  /// Every form of everybody.
  private(set) var forms: Set<Letters> = []
  /// The names themselves in every spelling, and their aliases.
  private(set) var names: Set<Letters> = []
  private(set) var skeletons: Set<Letters> = []
  private(set) var initials: Set<UInt8> = []
  /// The names once more, one after the other, and where each ends.
  private var letters: Letters = []
  private var ends: [Int] = []
  /// Where the names begin that share their first two letters, or their last two: a change of one
  /// letter leaves one of the two as it is.
  private var byStart: [Letters: [Int]] = [:]
  private var byEnd: [Letters: [Int]] = [:]

  init(_ people: some Sequence<NameForms>) {
    for person in people {
      for part in person.parts + person.aliases.joined() where part.role != .particle {
        for form in part.forms.entries {
          let letters = Array(form.text.utf8)
          forms.insert(letters)
          switch form.source {
          case .canonical, .alias, .transliteration: note(letters)
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

  private mutating func note(_ name: Letters) {
    guard names.insert(name).inserted else { return }
    byStart[Self.start(name), default: []].append(ends.count)
    byEnd[Self.end(name), default: []].append(ends.count)
    letters += name
    ends.append(letters.count)
  }

  private mutating func insert(name: Letters) {
    note(name)
    forms.insert(name)
    for one in Self.latin(name) { skeletons.insert(Self.skeleton(one)) }
  }

  /// Takes a pseudonym out of the pool: nobody else may come near it.
  mutating func take(_ pseudonym: PseudonymCandidate) {
    for one in pseudonym.folded {
      note(one)
      forms.insert(one)
    }
    for skeleton in pseudonym.skeletons { skeletons.insert(skeleton) }
  }

  /// How near the pseudonym comes to any real name, or to a pseudonym that is taken.
  func nearness(of pseudonym: PseudonymCandidate) -> Nearness {
    if pseudonym.folded.contains(where: { forms.contains($0) }) { return .equal }
    for skeleton in pseudonym.skeletons where skeletons.contains(skeleton) { return .close }
    if pseudonym.folded.contains(where: { isWithinOne($0) }) { return .close }
    for initial in pseudonym.initials where initials.contains(initial) { return .sharesInitial }
    return .apart
  }

  /// How near a word of one language comes to any real name but `own`: a diminutive may be near
  /// the pseudonym it belongs to.
  func nearness(of word: Letters, besides own: [Letters] = []) -> Nearness {
    let folded = Fold.bytes(word)
    if forms.contains(folded) { return .equal }
    let latin = Self.latin(folded)
    let kin = own.flatMap(Self.latin)
    let kinSkeletons = Set(kin.map(Self.skeleton))
    for one in latin.map(Self.skeleton)
    where skeletons.contains(one) && !kinSkeletons.contains(one) {
      return .close
    }
    if isWithinOne(folded, besides: own) { return .close }
    let kinInitials = Set(kin.compactMap(\.first))
    for one in latin.compactMap(\.first) where initials.contains(one) && !kinInitials.contains(one) {
      return .sharesInitial
    }
    return .apart
  }

  /// Whether one letter added, dropped or changed makes a real name of the word. Added and changed
  /// letters are those of the word's alphabet.
  private func isWithinOne(_ word: Letters, besides own: [Letters] = []) -> Bool {
    let isCyrillic = Script(of: word) == .cyrillic
    let count = word.letterCount
    let places: [Int]
    if count >= 4 {
      places = (byStart[Self.start(word)] ?? []) + (byEnd[Self.end(word)] ?? [])
    } else {
      places = Array(ends.indices)
    }
    return letters.withUnsafeBufferPointer { letters in
      word.withUnsafeBufferPointer { word in
        for place in places {
          let start = place == 0 ? 0 : ends[place - 1]
          let name = UnsafeBufferPointer(rebasing: letters[start..<ends[place]])
          if abs(name.count - word.count) <= 4, Self.isWithinOne(word, name, isCyrillic),
            !own.contains(where: { $0.elementsEqual(name) })
          {
            return true
          }
        }
        return false
      }
    }
  }

  /// The first two letters of a word.
  private static func start(_ word: Letters) -> Letters {
    var letters = 0
    for index in word.indices where word[index] & 0xC0 != 0x80 {
      if letters == 2 { return Array(word[..<index]) }
      letters += 1
    }
    return word
  }

  /// The last two letters of a word.
  private static func end(_ word: Letters) -> Letters {
    var letters = 0
    for index in word.indices.reversed() where word[index] & 0xC0 != 0x80 {
      letters += 1
      if letters == 2 { return Array(word[index...]) }
    }
    return word
  }

  private static func isWithinOne(
    _ word: UnsafeBufferPointer<UInt8>, _ name: UnsafeBufferPointer<UInt8>, _ isCyrillic: Bool
  ) -> Bool {
    let shorter = min(word.count, name.count)
    var head = 0
    while head < shorter, word[head] == name[head] { head += 1 }
    var tail = 0
    while tail < shorter, word[word.count - 1 - tail] == name[name.count - 1 - tail] { tail += 1 }
    guard head + tail + 4 >= word.count else { return false }
    // `left` bytes of the word stand before the letter in question, `right` bytes after it.
    var left = 0
    while left <= head {
      var next = min(left + 1, word.count)
      while next < word.count, word[next] & 0xC0 == 0x80 { next += 1 }
      let right = word.count - next
      if left < word.count, right <= tail {
        let rest = name.count - left - right
        if rest == 0 || rest > 0 && isLetter(name, left, rest, isCyrillic) { return true }
      }
      if word.count - left <= tail, name.count > word.count,
        isLetter(name, left, name.count - word.count, isCyrillic)
      {
        return true
      }
      guard left < word.count else { break }
      left = next
    }
    return false
  }

  /// Whether the bytes at `start` are one letter of the alphabet.
  private static func isLetter(
    _ name: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int, _ isCyrillic: Bool
  ) -> Bool {
    let first = name[start]
    if !isCyrillic { return count == 1 && first >= 0x61 && first <= 0x7A }
    guard count == 2 else { return false }
    switch (first, name[start + 1]) {
    case (0xD0, 0xB0...0xBF), (0xD1, 0x80...0x8F), (0xD1, 0x94), (0xD1, 0x96), (0xD1, 0x97),
      (0xD2, 0x91):
      return true
    default: return false
    }
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
