/// Every form under which a person may appear, made from the canonical name alone: case endings,
/// spellings in the other alphabets, diminutives, forms of the family, initials.
///
/// It is a pure function of its input. More is made than will occur; which forms are ordinary words
/// is for the reader of the forms to weigh.
struct NameForms: Sendable {
  /// The parts of the name, in its order.
  var parts: [NamePart]
  /// Each alias of the people file, word for word.
  var aliases: [[NamePart]]

  /// All forms of a canonical name and of its aliases.
  init(name: String, gender: Gender = .unknown, aliases: [String] = []) {
    var made = NamePartShare()
    self.init(name: name, gender: gender, aliases: aliases, reusing: &made)
  }

  /// The same for the people of one case: a part that two of them share is made once.
  init(name: String, gender: Gender, aliases: [String], reusing made: inout NamePartShare) {
    parts = NameWords(name).words.map { made.part($0, gender) }
    self.aliases = aliases.map { alias in
      NameWords(alias).words.map { word in
        var word = word
        if word.role != .particle { word.role = .alias }
        return made.part(word, gender)
      }
    }
  }

  /// Every form of every part of the name, without those of aliases.
  var all: Set<String> {
    parts.reduce(into: []) { out, part in for form in part.forms.entries { out.insert(form.text) } }
  }
}

/// The distinct parts of the names of a case: an Olga's forms are made once for all who are called so.
struct NamePartShare {
  /// The parts, each once, in the order in which they were met.
  private(set) var parts: [NamePart] = []
  var places: [Key: Int] = [:]

  /// What the forms of a part depend on.
  struct Key: Hashable {
    var word: NameWords.Word
    var gender: Gender
  }

  /// The part that a word is, made now if it is new.
  mutating func part(_ word: NameWords.Word, _ gender: Gender) -> NamePart {
    let key = Key(word: word, gender: gender)
    if let place = places[key] { return parts[place] }
    var part = NamePart(word, gender)
    part.place = parts.count
    places[key] = parts.count
    parts.append(part)
    return part
  }
}

extension NamePart {
  /// The forms of one word of a name.
  init(_ word: NameWords.Word, _ gender: Gender) {
    var spread = FormSpread(role: word.role, gender: gender)
    spread.add(word)
    role = word.role
    canonical = String(decoding: Fold.bytes(word.letters), as: UTF8.self)
    forms = NameFormList(entries: spread.sink.forms)
    lemmas = spread.lemmas
    initials = spread.initials(of: word.letters)
  }
}

/// Makes the forms of one word of a name.
struct FormSpread {
  let role: NameRole
  let gender: Gender
  var sink = FormSink()
  /// The nominatives of which the Cyrillic forms are cases.
  var lemmas: [NameLemma] = []
  /// The word in Russian letters, the likeliest first.
  var russian: [Letters] = []
  var latin: [Letters] = []
  /// The name itself is written in Latin letters.
  var isLatin = false

  init(role: NameRole, gender: Gender) {
    self.role = role
    self.gender = gender
  }

  /// Adds all forms of the word.
  mutating func add(_ word: NameWords.Word) {
    let letters = word.letters
    guard !word.isInitial else { return }
    sink.add(letters, .canonical)
    if let joined = word.joined { spell(joined, limit: 12, .transliteration) }
    if role == .particle {
      russian = [letters]
      spell(letters, limit: 8, .transliteration)
      return
    }
    defer { for one in word.compounds { addRelative(one, isShort: false) } }
    switch Script(of: letters) {
    case .cyrillic:
      spread(cyrillic: letters, limit: 120, first: role == .alias ? .alias : .caseEnding)
    case .latin:
      isLatin = true
      spread(latin: letters, accented: word.isAccented)
    case .other: break
    }
    if role == .given || role == .other || role == .alias { addShort(letters) }
    if role == .patronymic { addPatronymicEquivalents(letters) }
  }

  /// The folded initials of the word in both alphabets.
  func initials(of letters: Letters) -> [String] {
    var out: [String] = []
    func add(_ word: Letters) {
      let text = String(decoding: Fold.bytes(word), as: UTF8.self)
      if !text.isEmpty, !out.contains(text) { out.append(text) }
    }
    if let first = letters.units.first {
      add(Array(first))
      let spelled = Script(of: letters) == .cyrillic ? [Array(first)] : []
      for one in spelled {
        for latin in LatinSpelling.spellings(of: one, ukrainian: false, limit: 8) { add(latin) }
      }
    }
    for word in russian.prefix(6) { if let first = word.units.first { add(Array(first)) } }
    for word in latin.prefix(40) { if let first = word.units.first { add(Array(first)) } }
    let pairs: [StaticString] = [
      "zh", "kh", "ch", "sh", "yu", "ya", "ye", "yo", "ts", "dz", "dj", "th", "ph",
    ]
    for pair in pairs where latin.contains(where: { $0.begins(pair) }) || letters.begins(pair) {
      add(Letters([]) + pair)
    }
    return out
  }

  /// A Cyrillic word in every orthography and case, and in Latin letters.
  mutating func spread(cyrillic word: Letters, limit: Int, first: FormSource) {
    let (russian, ukrainian) = orthographies(word)
    self.russian.append(contentsOf: russian + ukrainian)
    for one in russian { declineRussian(one, one == word ? first : .transliteration) }
    for one in ukrainian { declineUkrainian(one, one == word ? first : .transliteration) }
    let isUkrainian = Orthography.isUkrainian(word)
    if !isUkrainian, !Orthography.isRussian(word) || word.containsLetter({ $0 == 0x44B }) {
      for one in Orthography.turkic(fromRussian: word) { sink.add(one, .transliteration) }
    }
    for one in LatinSpelling.spellings(of: word, ukrainian: isUkrainian, limit: limit) {
      latin.append(one)
      sink.add(one, .transliteration)
    }
    let others = isUkrainian ? russian.prefix(3) : ukrainian.prefix(2)
    for one in others where one != word {
      addSpellings(of: one, ukrainian: !isUkrainian, limit: limit / 4, .transliteration)
    }
    // Letters that both languages have are read both ways: Янукович, Janukowytsch.
    if !isUkrainian, !Orthography.isRussian(word) {
      addSpellings(of: word, ukrainian: true, limit: limit / 4, .transliteration)
    }
    for one in OtherSpellings.latin(
      of: word, ukrainian: isUkrainian, isSurname: role != .given && role != .patronymic)
    {
      sink.add(one, .transliteration)
    }
    guard role != .given, role != .patronymic else { return }
    if let belarusian = word.replacingEnd("енко", "енка") {
      addSpellings(of: belarusian, ukrainian: false, limit: 8, .transliteration)
    }
    for counterpart in counterparts(word) {
      for spelled in LatinSpelling.spellings(
        of: counterpart, ukrainian: isUkrainian, limit: limit / 2)
      {
        sink.add(spelled, .familyForm)
        if !counterpart.ends("а"), gender == .female { sink.add(spelled, "s", .familyForm) }
      }
    }
    addEnglishPlurals()
  }

  /// A Latin word in Cyrillic, in every case there, and back in other Latin spellings.
  mutating func spread(latin word: Letters, accented: Bool) {
    latin.append(word)
    var heard = CyrillicSpelling.spellings(of: word, accented: accented, limit: 20)
    if gender == .female, word.ends("e"), !accented {
      // Louise, Denise, Thérèse: the mute e is often а in Cyrillic, and the s before it з.
      let bare = CyrillicSpelling.spellings(of: word.dropping(1), limit: 3)
      heard += bare.map { ($0.replacingEnd("с", "з") ?? $0) + "а" }
      heard += bare.map { $0.replacingEnd("с", "з") ?? $0 }
    }
    russian = heard
    for (rank, one) in heard.enumerated() {
      declineRussian(one, .transliteration)
      for other in Orthography.ukrainian(fromRussian: one).prefix(rank < 6 ? 4 : 1) {
        declineUkrainian(other, .transliteration)
      }
      guard rank < 4 else { continue }
      let limit = rank == 0 ? 60 : 16
      for spelled in LatinSpelling.spellings(of: one, ukrainian: false, limit: limit) {
        sink.add(spelled, .transliteration)
        if latin.count < 12 { latin.append(spelled) }
      }
      guard role != .given, role != .patronymic, rank < 2 else { continue }
      for counterpart in counterparts(one) {
        for spelled in LatinSpelling.spellings(of: counterpart, ukrainian: false, limit: limit / 2)
        {
          sink.add(spelled, .familyForm)
          if !counterpart.ends("а"), gender == .female { sink.add(spelled, "s", .familyForm) }
        }
      }
    }
    for one in OtherSpellings.russian(heardIn: word) {
      declineRussian(one, .transliteration)
      addSpellings(of: one, ukrainian: false, limit: 12, .transliteration)
    }
    addLatinVariants(word)
    addEnglishPlurals()
  }

  /// Spellings that one ear hears alike: doubled letters, y and i, ck and k, ph and f, c and k.
  mutating func addLatinVariants(_ word: Letters) {
    var variants = [word]
    let pairs: [(StaticString, StaticString)] = [
      ("ck", "k"), ("ph", "f"), ("y", "i"), ("i", "y"), ("w", "v"), ("v", "w"), ("ou", "u"),
      ("u", "ou"), ("oo", "u"), ("ee", "i"), ("c", "k"), ("k", "c"), ("th", "t"), ("gh", "g"),
      ("kh", "h"), ("h", ""), ("z", "s"), ("s", "z"), ("q", "k"), ("dj", "j"), ("j", "dj"),
      ("x", "ks"), ("aa", "a"), ("e", "i"), ("o", "u"), ("j", "y"), ("ai", "ay"), ("ei", "ey"),
    ]
    for (old, new) in pairs { variants.append(word.replacing(old, new)) }
    for index in word.indices where index > 0 {
      var changed = word
      if word[index] == word[index - 1] {
        changed.remove(at: index)
      } else if !Letter.isVowel(UInt32(word[index])), index < word.count {
        changed.insert(word[index], at: index)
      }
      variants.append(changed)
    }
    for one in variants where one.count > 2 { sink.add(one, .transliteration) }
  }

  mutating func addSpellings(
    of word: Letters, ukrainian: Bool, limit: Int, _ source: FormSource
  ) {
    LatinSpelling.forEachSpelling(of: word, ukrainian: ukrainian, limit: limit) {
      sink.add($0, source)
    }
  }

  mutating func addEnglishPlurals() {
    guard role == .surname || role == .other else { return }
    for one in latin.prefix(8) { sink.add(one, "s es", .familyForm) }
  }

  /// The word in Latin or Cyrillic letters without endings.
  mutating func spell(_ word: Letters, limit: Int, _ source: FormSource) {
    sink.add(word, source)
    switch Script(of: word) {
    case .cyrillic:
      addSpellings(of: word, ukrainian: false, limit: limit, source)
    case .latin:
      for one in CyrillicSpelling.spellings(of: word, limit: limit) {
        sink.add(one, source)
        for other in Orthography.ukrainian(fromRussian: one) { sink.add(other, source) }
      }
    case .other: break
    }
  }

  /// The spellings of a Cyrillic word in Russian and in Ukrainian orthography.
  func orthographies(_ word: Letters) -> (russian: [Letters], ukrainian: [Letters]) {
    if Orthography.isTurkic(word) {
      let plain = Orthography.russianFromTurkic(word)
      return ([word] + plain, plain.prefix(2).flatMap { Orthography.ukrainian(fromRussian: $0) })
    }
    if Orthography.isUkrainian(word) {
      return (Orthography.russian(fromUkrainian: word), [word])
    }
    let foreign = Orthography.ukrainian(fromRussian: word)
    if Orthography.isRussian(word) { return ([word], foreign) }
    return (
      [word] + Orthography.russian(fromUkrainian: word).dropFirst().prefix(1), [word] + foreign
    )
  }

  mutating func declineRussian(_ word: Letters, _ source: FormSource) {
    sink.add(word, source)
    lemmas.append(NameLemma(word: word, language: .russian, isShort: false))
    switch role {
    case .patronymic:
      RussianDeclension.patronymic(word, source, into: &sink)
      if word.ends("ич") { RussianDeclension.surname(word, source, into: &sink) }
    case .surname: RussianDeclension.surname(word, source, into: &sink)
    case .given: RussianDeclension.noun(word, gender, possessive: true, source, into: &sink)
    case .other, .alias:
      RussianDeclension.noun(word, gender, possessive: true, source, into: &sink)
      RussianDeclension.surname(word, source, into: &sink)
    case .particle: break
    }
  }

  mutating func declineUkrainian(_ word: Letters, _ source: FormSource) {
    sink.add(word, source)
    lemmas.append(NameLemma(word: word, language: .ukrainian, isShort: false))
    switch role {
    case .patronymic:
      UkrainianDeclension.patronymic(word, source, into: &sink)
      if word.ends("ич") { UkrainianDeclension.surname(word, source, into: &sink) }
    case .surname: UkrainianDeclension.surname(word, source, into: &sink)
    case .given: UkrainianDeclension.noun(word, gender, possessive: true, source, into: &sink)
    case .other, .alias:
      UkrainianDeclension.noun(word, gender, possessive: true, source, into: &sink)
      UkrainianDeclension.surname(word, source, into: &sink)
    case .particle: break
    }
  }

  /// The surname of the other gender, and of the family.
  func counterparts(_ word: Letters) -> [Letters] {
    if let base = RussianDeclension.masculine(word) {
      if base.endsWithAny("ов ев ёв ин ын") {
        return [base, base + "а", base + "ы"].filter { $0 != word }
      }
      let stem = base.dropping(2)
      return [base, stem + "ая"].filter { $0 != word }
    }
    if let base = UkrainianDeclension.masculine(word) {
      if base.ends("ий") { return [base, base.dropping(2) + "а"].filter { $0 != word } }
      return [base, base + "а"].filter { $0 != word }
    }
    return []
  }
}

/// A patronymic and the father's name in it.
enum Patronymic {
  /// The names the father may have: Николаевич → Николай, Николаи, Никола.
  static func fathers(of word: Letters) -> [Letters] {
    var out: [Letters] = []
    let soft: [StaticString] = ["евич", "евна", "йович", "ївна", "ёвна"]
    let hard: [StaticString] = ["ович", "овна", "івна"]
    for ending in soft {
      if let stem = word.replacingEnd(ending, "") {
        out += [stem + "й", stem + "ь", stem + "ий", stem]
      }
    }
    for ending in hard {
      if let stem = word.replacingEnd(ending, "") { out += [stem, stem + "о"] }
    }
    if let stem = word.replacingEnd("ич", "") ?? word.replacingEnd("инична", "")
      ?? word.replacingEnd("ична", "")
    {
      out += [stem + "а", stem + "я"]
    }
    return out
  }

  /// The Russian and Ukrainian patronymics of a father's name.
  static func made(from name: Letters, masculine: Bool) -> [Letters] {
    let stem = name.dropping(1)
    switch name.lastScalar {
    case 0x439:  // й
      let short = name.ends("ий") ? stem.dropping(1) + "ь" : stem
      return masculine
        ? [short + "евич", stem + "йович"] : [short + "евна", stem + "ївна"]
    case 0x44C:
      return masculine ? [stem + "евич", stem + "ьович"] : [stem + "евна", stem + "івна"]
    case 0x43E: return masculine ? [stem + "ович"] : [stem + "овна", stem + "івна"]
    case 0x430, 0x44F:
      return masculine
        ? [stem + "ич", stem + "ович"] : [stem + "ична", stem + "инична", stem + "івна"]
    default:
      guard Letter.isCyrillicConsonant(name.lastScalar) else { return [] }
      return masculine ? [name + "ович"] : [name + "овна", name + "івна"]
    }
  }
}
