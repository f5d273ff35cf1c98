/// What a mention of a person is made of, word by word, and the case it stands in as far as its
/// forms tell.
struct NameReading: Hashable {
  /// What one word of a mention is.
  enum Word: Hashable {
    case given, short, patronymic, surname, initial
    /// Сашин, Надиної: a possessive adjective, with the ending that follows its suffix.
    case possessive(Letters)
  }

  /// In the order of the mention.
  var words: [Word] = []
  /// What all declined words together may be; nil where none of them tells.
  var slots: FormSlots?
  /// Written in Cyrillic letters, as most of its letters say.
  var isCyrillic = false
  /// "the Volkovs": an English plural of a surname.
  var isLatinPlural = false

  var hasGiven: Bool { words.contains { $0 == .given || $0 == .short } }
  var hasPatronymic: Bool { words.contains(.patronymic) }
  var hasSurname: Bool { words.contains(.surname) }
  var isInitials: Bool { !words.isEmpty && words.allSatisfy { $0 == .initial } }
}

/// Reads the mentions of people of the file.
struct NameReader {
  let registry: PersonRegistry
  let language: Language

  /// Reads the tokens of a mention of one person.
  func reading(
    of tokens: [Token], folded: (Token) -> Letters, person: Int
  ) -> NameReading {
    var reading = NameReading()
    var cyrillic = 0
    let letters = tokens.filter(\.isWord)
    if letters.count > 2, letters.allSatisfy({ $0.value == 1 }) {
      // Letter by letter.
      let word = letters.flatMap(folded)
      let key = FoldedKey(folded: word)
      if registry.matches(key).contains(where: { $0.person == person }) {
        read(word, key, person, &reading)
        reading.isCyrillic = Script(of: word) == .cyrillic
        return reading
      }
    }
    for token in letters {
      let word = folded(token)
      if Script(of: word) == .cyrillic { cyrillic += 1 } else { cyrillic -= 1 }
      if token.value <= 2, registry.people(withInitial: token.key).contains(person),
        !registry.matches(token.key).contains(where: { $0.person == person })
      {
        reading.words.append(.initial)
        continue
      }
      read(word, token.key, person, &reading)
    }
    reading.isCyrillic = cyrillic > 0
    return reading
  }

  private func read(
    _ word: Letters, _ key: FoldedKey, _ person: Int, _ reading: inout NameReading
  ) {
    let matches = registry.matches(key).filter { $0.person == person }
    guard let best = matches.min(by: { rank($0) < rank($1) }), best.role != .particle else {
      return
    }
    let fitting = matches.filter { rank($0) == rank(best) }
    guard best.part >= 0 else {
      read(alias: word, person, &reading)
      return
    }
    // No pseudonym has the like of Ерланулы: it goes with the name beside it.
    if best.role == .patronymic, !reading.words.isEmpty,
      registry.forms[person].parts[best.part].canonical.utf8.isTurkicPatronymic
    {
      return
    }
    let slavic = SlavicLanguage(language) ?? .russian
    var found: (word: NameReading.Word, slots: FormSlots)?
    for match in fitting where match.part >= 0 && Script(of: word) == .cyrillic {
      let part = registry.forms[person].parts[match.part]
      if let one = LemmaReading.read(word, part, gender(person), slavic) {
        found = found.map { ($0.word, $0.slots.union(one.slots)) } ?? one
      }
    }
    if let found {
      reading.words.append(found.word)
      if case .possessive = found.word { return }
      reading.narrow(to: found.slots)
      return
    }
    reading.words.append(self.word(best, word))
    if Script(of: word) == .latin, best.source == .familyForm, best.role != .given,
      word.last == 0x73, word.count > 3,
      [1, 2].contains(where: { ending in
        (ending == 1 || word.ends("es"))
          && registry.matches(FoldedKey(folded: word.dropLast(ending))).contains(where: {
            $0.person == person && $0.part == best.part
          })
      })
    {
      reading.isLatinPlural = true
    }
    if Script(of: word) == .cyrillic, SlavicLanguage(language) != nil {
      let slots = SlavicEnding.slots(word, slavic)
      reading.slots = reading.slots.map { $0.intersection(slots) } ?? slots
      if reading.slots?.isEmpty == true { reading.slots = slots }
    }
  }

  func gender(_ person: Int) -> Gender {
    registry.people.people[person].gender
  }

  /// A given name before a patronymic before a surname, the plainest form first.
  private func rank(_ match: PersonRegistry.PartMatch) -> Int {
    let role =
      switch match.role {
      case .given: 0
      case .patronymic: 1
      case .surname: 2
      case .other: 3
      case .alias: 4
      case .particle: 5
      }
    return match.source == .canonical ? role : 8 + role
  }

  private func word(_ match: PersonRegistry.PartMatch, _ word: Letters) -> NameReading.Word {
    switch match.role {
    case .patronymic: return .patronymic
    case .surname: return .surname
    default:
      guard match.source == .diminutive, match.part >= 0 else { return .given }
      // Khalid and Khaled are one name, neither short for the other.
      let part = registry.forms[match.person].parts[match.part]
      let table = Diminutives.table
      let isEqual = table.lines(named: Letters(part.canonical.utf8), gender(match.person)).contains
      {
        table.lines[$0].names.contains { Fold.bytes($0) == word }
      }
      return isEqual || word.count > part.canonical.utf8.count + 2 ? .given : .short
    }
  }
}

/// Finds the nominative of which a Cyrillic word is a case.
enum LemmaReading {
  static func read(
    _ folded: Letters, _ part: NamePart, _ gender: Gender, _ language: SlavicLanguage
  ) -> (word: NameReading.Word, slots: FormSlots)? {
    for wanted in [language, language == .russian ? .ukrainian : .russian] {
      var best: (word: NameReading.Word, slots: FormSlots)?
      for lemma in part.lemmas where lemma.language == wanted && mayBe(folded, lemma.word) {
        let slots = slots(folded, lemma, part.role, gender)
        guard !slots.isEmpty else { continue }
        let word: NameReading.Word =
          part.role == .patronymic
          ? .patronymic : part.role == .surname ? .surname : lemma.isShort ? .short : .given
        if let known = best, known.word == word || known.word != .short {
          if known.word == word { best = (word, known.slots.union(slots)) }
        } else {
          best = (word, slots)
        }
      }
      if let best { return best }
      guard part.role != .surname, part.role != .patronymic else { continue }
      for lemma in part.lemmas where lemma.language == wanted && mayBe(folded, lemma.word) {
        if let ending = PossessiveName.ending(of: folded, lemma.word, wanted) {
          return (.possessive(ending), .none)
        }
      }
    }
    return nil
  }

  /// A quick no: a case changes the end of a word, seldom more.
  private static func mayBe(_ folded: Letters, _ lemma: Letters) -> Bool {
    guard lemma.count >= 2, folded.count >= 2, folded[0] == lemma[0], folded[1] == lemma[1] else {
      return false
    }
    return folded.count <= lemma.count + 8 && lemma.count <= folded.count + 6
  }

  private static func slots(
    _ folded: Letters, _ lemma: NameLemma, _ role: NameRole, _ gender: Gender
  ) -> FormSlots {
    var slots = FormSlots()
    func add(_ word: Letters, _ role: NameRole, _ gender: Gender) {
      let found = lemma.language.paradigm(of: word, role, gender).cases(of: folded)
      if gender == .female {
        slots.feminine.formUnion(found.singular)
      } else {
        slots.masculine.formUnion(found.singular)
      }
      slots.plural.formUnion(found.plural)
    }
    switch role {
    case .surname, .other:
      for one in [Gender.male, .female] {
        let word =
          lemma.language == .russian
          ? RussianParadigm.surname(lemma.word, as: one)
          : UkrainianParadigm.surname(lemma.word, as: one)
        add(word, .surname, one)
      }
      if role == .other { add(lemma.word, .given, gender) }
    case .patronymic:
      let isFeminine = lemma.word.ends("на")
      add(lemma.word, .patronymic, isFeminine ? .female : .male)
      // Сергеевич, Сергеич; Иванович, Иваныч.
      for spoken in PatronymicSpeech.forms(of: lemma.word) {
        add(spoken, .patronymic, isFeminine ? .female : .male)
      }
    default:
      if gender == .unknown {
        add(lemma.word, .given, .male)
        add(lemma.word, .given, .female)
      } else {
        add(lemma.word, .given, gender)
      }
    }
    return slots
  }
}

/// The patronymics of speech: Иваныч, Сергеич, Николавна.
enum PatronymicSpeech {
  static func forms(of word: Letters) -> [Letters] {
    var out: [Letters] = []
    if let short = word.replacingEnd("иевич", "ьевич") { out.append(short) }
    if let spoken = word.replacingEnd("ович", "ыч") ?? word.replacingEnd("евич", "ич") {
      out.append(spoken)
    }
    if let spoken = word.replacingEnd("ьевич", "ьич") { out.append(spoken) }
    if let short = word.replacingEnd("овна", "на") ?? word.replacingEnd("евна", "вна") {
      out.append(short)
    }
    return out
  }
}

/// Possessive adjectives of names: Сашин, Надина, Андріїв, Олегова.
enum PossessiveName {
  private static let russianEndings: StaticString =
    "- а у ы о ым ой ою е ых ыми ого ому"
  private static let ukrainianEndings: StaticString =
    "- а у е і ого ому им ім ої ій ою их ими"

  /// The stem to which the endings are put: (closed, open).
  static func stems(
    _ name: Letters, _ language: SlavicLanguage
  ) -> (closed: Letters, open: Letters)? {
    let stem = name.dropping(1)
    switch (language, name.lastScalar) {
    case (.russian, 0x430), (.russian, 0x44F): return (stem + "ин", stem + "ин")
    case (.russian, 0x439), (.russian, 0x44C): return (stem + "ев", stem + "ев")
    case (.russian, let last) where Letter.isCyrillicConsonant(last):
      let oblique = RussianParadigm.given(name, .male).form(.genitive).dropping(1)
      return (oblique + "ов", oblique + "ов")
    case (.ukrainian, 0x430), (.ukrainian, 0x44F):
      if Letter.isVowel(stem.lastScalar) || stem.last == 0x27 {
        return (stem + "їн", stem + "їн")
      }
      let soft = UkrainianParadigm.hushed(stem)
      return (soft + "ин", soft + "ин")
    case (.ukrainian, 0x439): return (stem + "їв", stem + "єв")
    case (.ukrainian, 0x44C): return (stem + "ів", stem + "ев")
    case (.ukrainian, 0x43E): return (stem + "ів", stem + "ов")
    case (.ukrainian, let last) where Letter.isCyrillicConsonant(last):
      let oblique = UkrainianParadigm.given(name, .male).form(.genitive).dropping(1)
      return (oblique + "ів", oblique + "ов")
    default: return nil
    }
  }

  /// The ending of a word that is a possessive of the name.
  static func ending(
    of folded: Letters, _ name: Letters, _ language: SlavicLanguage
  ) -> Letters? {
    guard let (closed, open) = stems(name, language) else { return nil }
    if closed.isSpelled(folded) { return [] }
    var found: Letters?
    language.pick(russianEndings, ukrainianEndings).forEachWord { ending in
      guard found == nil, !ending.elementsEqual([0x2D]) else { return }
      if (open + Array(ending)).isSpelled(folded) { found = Array(ending) }
    }
    return found
  }

  /// All possessives of a name.
  static func forms(of name: Letters, _ language: SlavicLanguage) -> [Letters] {
    guard let (closed, open) = stems(name, language) else { return [] }
    var out = [closed]
    language.pick(russianEndings, ukrainianEndings).forEachWord { ending in
      if !ending.elementsEqual([0x2D]) { out.append(open + Array(ending)) }
    }
    return out
  }

  /// The possessive of a name with an ending.
  static func form(
    of name: Letters, _ ending: Letters, _ language: SlavicLanguage
  ) -> Letters? {
    guard let (closed, open) = stems(name, language) else { return nil }
    return ending.isEmpty ? closed : open + ending
  }
}

/// What an ending alone tells, where the nominative is not known.
enum SlavicEnding {
  static func slots(_ folded: Letters, _ language: SlavicLanguage) -> FormSlots {
    for rule in language.pick(russian, ukrainian)
    where folded.count > rule.ending.count + 2
      && folded.suffix(rule.ending.count).elementsEqual(rule.ending)
    {
      return rule.slots
    }
    return FormSlots(masculine: .nominative, feminine: .nominative, plural: [])
  }

  /// Айгуль, Нурсулу, Сериккызы: Turkic names that no case changes; nil of another word.
  static func unchanging(_ folded: Letters) -> FormSlots? {
    folded.endsWithAny("гуль гюль сулу кызы гызы кизи оглы огли улы уулу угли")
      ? FormSlots(masculine: .all, feminine: .all, plural: []) : nil
  }

  private struct Rule {
    var ending: Letters
    var slots: FormSlots
  }

  /// Endings with letters for cases: n g d a i l v; capitals are the plural.
  private static func rule(_ ending: String, _ masculine: String, _ feminine: String) -> Rule {
    func cases(_ letters: String, _ upper: Bool) -> CaseSet {
      var out: CaseSet = []
      for (index, letter) in "ngdailv".enumerated() {
        let wanted = upper ? Character(letter.uppercased()) : letter
        if letters.contains(wanted), let one = GrammaticalCase(rawValue: UInt8(index)) {
          out.insert(CaseSet(one))
        }
      }
      return out
    }
    return Rule(
      ending: Array(ending.utf8),
      slots: FormSlots(
        masculine: cases(masculine, false), feminine: cases(feminine, false),
        plural: cases(masculine, true)))
  }

  private static let russian: [Rule] = [
    rule("ского", "ga", ""), rule("цкого", "ga", ""), rule("скому", "d", ""),
    rule("ским", "iD", ""), rule("ском", "l", ""), rule("ская", "", "n"),
    rule("ской", "", "gdil"),
    rule("скую", "", "a"), rule("ских", "GAL", ""), rule("овым", "iD", ""),
    rule("евым", "iD", ""),
    rule("иным", "iD", ""), rule("овой", "", "gdil"), rule("евой", "", "gdil"),
    rule("иной", "", "gdil"), rule("овых", "GAL", ""), rule("евых", "GAL", ""),
    rule("иных", "GAL", ""), rule("ого", "ga", ""), rule("его", "ga", ""), rule("ому", "d", ""),
    rule("ему", "d", ""), rule("ами", "I", ""), rule("ями", "I", ""), rule("ах", "L", ""),
    rule("ях", "L", ""), rule("ом", "i", ""), rule("ём", "i", ""), rule("ем", "i", ""),
    rule("ою", "i", "i"), rule("ею", "i", "i"), rule("ью", "", "i"), rule("ой", "i", "gdil"),
    rule("ей", "ni", "i"), rule("ия", "ga", "n"), rule("ию", "d", "a"), rule("ии", "l", "gdl"),
    rule("ы", "gN", "g"), rule("и", "gN", "gdl"), rule("а", "nga", "n"), rule("я", "nga", "n"),
    rule("у", "da", "a"), rule("ю", "da", "a"), rule("е", "dl", "dl"), rule("й", "n", ""),
    rule("ь", "n", "na"),
  ]
  private static let ukrainian: [Rule] = [
    rule("ського", "ga", ""), rule("ському", "dl", ""), rule("ським", "iD", ""),
    rule("ська", "", "n"), rule("ської", "", "g"), rule("ській", "", "dl"), rule("ську", "", "a"),
    rule("ською", "", "i"), rule("ських", "GAL", ""), rule("овим", "iD", ""),
    rule("овою", "", "i"),
    rule("ової", "", "g"), rule("овій", "", "dl"), rule("ових", "GAL", ""), rule("ові", "dl", ""),
    rule("еві", "dl", ""), rule("єві", "dl", ""), rule("ого", "ga", ""), rule("ому", "dl", ""),
    rule("ами", "I", ""), rule("ями", "I", ""), rule("ах", "L", ""), rule("ях", "L", ""),
    rule("ом", "i", ""), rule("ем", "i", ""), rule("єм", "i", ""), rule("ою", "i", "i"),
    rule("ею", "i", "i"), rule("єю", "i", "i"), rule("ій", "n", "dl"), rule("ії", "", "gdl"),
    rule("ї", "l", "gdl"), rule("и", "gN", "g"), rule("і", "dlN", "gdl"), rule("а", "nga", "n"),
    rule("я", "nga", "n"), rule("у", "dav", "a"), rule("ю", "dav", "av"), rule("о", "nv", "v"),
    rule("е", "v", "v"), rule("є", "v", "v"), rule("й", "n", ""), rule("ь", "n", "na"),
  ]
}

extension String.UTF8View {
  /// "son of", "daughter of" in one word with the father's name, as Turkic peoples have it.
  fileprivate var isTurkicPatronymic: Bool {
    Letters(self).endsWithAny(
      "улы ұлы қызы кызы оглы оглу угли уулу uly uulu kyzy kizi oglu ogly ugli qizi")
  }
}
