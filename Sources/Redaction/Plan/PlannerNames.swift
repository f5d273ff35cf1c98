/// A pseudonym in the words, the case, the number and the capitals of the name it replaces.
extension Planner {
  /// The pseudonym of a subject as the mention asks for it.
  mutating func wording(_ subject: Subject, _ around: Surroundings) -> NameInPlace? {
    guard let text = subject.pseudonym else { return nil }
    guard let reading = subject.reading else {
      return NameInPlace(text: text, start: around.span.start)
    }
    if subject.established != nil, reading.words.count == 1 {
      // The text's own pseudonym stands in the case it stands in.
      return NameInPlace(text: around.original, start: around.span.start)
    }
    let spelled = spelling(reading)
    guard var words = words(subject, spelled) else {
      return NameInPlace(text: text, start: around.span.start)
    }
    if reading.hasPatronymic
      || reading.words.contains(.initial)
        && (SlavicLanguage(spelled) != nil || hasPatronymic(subject))
    {
      let key = WordsKey(subject: subject.id, language: spelled)
      let patronymic = patronymics[key] ?? patronymic(of: words, subject, spelled, around)
      patronymics[key] = .some(patronymic)
      words.patronymic = patronymic
    }
    var made: NameInPlace
    if let slavic = SlavicLanguage(spelled) {
      made = NamePlace.fitted(
        declined(words, subject, reading, slavic, around), around, slavic)
    } else {
      made = latin(words, subject, reading, around)
    }
    if around.isShouted { made.text = made.text.uppercased() }
    return made
  }

  /// The language whose letters a mention is written in: "Сергей" in an English text is Russian.
  private func spelling(_ reading: NameReading) -> Language {
    if language.isSlavic {
      return reading.isCyrillic || reading.words.isEmpty ? language : .english
    }
    return reading.isCyrillic ? .russian : language
  }

  /// A subject's pseudonym word by word, made once a language.
  private mutating func words(_ subject: Subject, _ language: Language) -> PseudonymWords? {
    let key = WordsKey(subject: subject.id, language: language)
    if let known = knownWords[key] { return known }
    let made: PseudonymWords?
    if let established = subject.established {
      made = PseudonymWords(established, personGender: subject.gender)
    } else if subject.id >= 0 {
      made = registry.pseudonymWords(of: subject.id, in: language)
    } else {
      made = subject.spellings.map {
        registry.words(
          $0.spelling(in: language), id: id(subject),
          subject.gender, language)
      }
    }
    if let made { knownWords[key] = made }
    return made
  }

  /// A patronymic for a pseudonym, and not the one that stands there.
  private func patronymic(
    of words: PseudonymWords, _ subject: Subject, _ spelled: Language, _ around: Surroundings
  ) -> String? {
    let own = Fold.string(around.original)
    var drawn: String?
    for attempt in 0..<8 {
      drawn = registry.patronymic(
        of: words, id: attempt == 0 ? id(subject) : "\(id(subject)) \(attempt)", in: spelled)
      guard let drawn, own.contains(Fold.string(drawn).prefix(5)) else { break }
    }
    return drawn
  }

  /// Whether the name of somebody of the file has a patronymic.
  private func hasPatronymic(_ subject: Subject) -> Bool {
    registry.forms.indices.contains(subject.id)
      && registry.forms[subject.id].parts.contains { $0.role == .patronymic }
  }

  private func id(_ subject: Subject) -> String {
    subject.id >= 0 ? registry.people.people[subject.id].id : "u\(subject.id)"
  }

  struct WordsKey: Hashable {
    var subject: Int
    var language: Language
  }

  // MARK: Russian and Ukrainian

  private func declined(
    _ words: PseudonymWords, _ subject: Subject, _ reading: NameReading,
    _ slavic: SlavicLanguage, _ around: Surroundings
  ) -> String {
    let gender = subject.gender
    let place = NamePlace.cases(around, slavic, gender)
    let (which, number) = chosenCase(reading, gender, place, slavic, around)
    if case .possessive(let ending)? = reading.words.first, reading.words.count == 1 {
      let name = Letters(letters: Array(words.given.utf8))
      if let form = PossessiveName.form(of: name, ending, slavic) {
        return PseudonymWords.capitalized(form)
      }
      return inflect(words.given, .given, words.gender, .genitive, .singular, slavic)
    }
    if number == .plural { return plural(words, reading, which, slavic, around) }
    return compose(words, reading, spelled: slavic.language) {
      inflect($0, $1, words.gender, which, .singular, slavic)
    }
  }

  /// The case and number of a mention, by its forms, then by its place.
  private func chosenCase(
    _ reading: NameReading, _ gender: Gender, _ place: NamePlace.Cases,
    _ slavic: SlavicLanguage, _ around: Surroundings
  ) -> (GrammaticalCase, GrammaticalNumber) {
    let slots =
      reading.slots ?? FormSlots(masculine: CaseSet.all, feminine: CaseSet.all, plural: [])
    let singular = slots.singular(gender) ?? []
    let allowed = singular.intersection(place.allowed)
    let plural = slots.plural.intersection(place.allowed)
    let isPlural =
      allowed.isEmpty && !plural.isEmpty
      || reading.words == [.surname] && plural.contains(.nominative)
        && !allowed.contains(.nominative)
        && around.after.map { NamePlace.isPluralVerb($0.text.lowercased(), slavic) } == true
    if isPlural {
      return (place.order.first { plural.contains(CaseSet($0)) } ?? .nominative, .plural)
    }
    var cases = allowed.isEmpty ? singular : allowed
    if let certain = place.certain {
      let agreed = cases.intersection(certain)
      cases = agreed.isEmpty ? certain : agreed
    }
    return (
      place.order.first { cases.contains(CaseSet($0)) } ?? cases.first ?? .nominative, .singular
    )
  }

  /// «Волковы» → «Орловы», else «близкие Андрея»; «две Маши» → «две Ани».
  private func plural(
    _ words: PseudonymWords, _ reading: NameReading, _ which: GrammaticalCase,
    _ slavic: SlavicLanguage, _ around: Surroundings
  ) -> String {
    let isSurname = reading.hasSurname || !reading.hasGiven
    if isSurname,
      let surname = words.surname(.male, slavic.language)
    {
      return inflect(surname, .surname, .male, which, .plural, slavic)
    }
    if !isSurname { return inflect(words.given, .given, words.gender, which, .plural, slavic) }
    let owner = inflect(words.given, .given, words.gender, .genitive, .singular, slavic)
    if which == .genitive, let before = around.before,
      !NamePlace.isVerb(before.text.lowercased(), slavic),
      NamePlace.cases(around, slavic).allowed.contains(.nominative)
    {
      // «дом Волковых» → «дом Андрея»
      return owner
    }
    let index = Int(which.rawValue)
    let kin =
      slavic.pick(
        ["близкие", "близких", "близким", "близких", "близкими", "близких", "близкие"],
        ["близькі", "близьких", "близьким", "близьких", "близькими", "близьких", "близькі"])
    let text = kin[index] + " " + owner
    return around.opensSentence(at: around.span.start)
      ? text.prefix(1).uppercased() + text.dropFirst() : text
  }

  private func inflect(
    _ word: String, _ role: NameRole, _ gender: Gender, _ which: GrammaticalCase,
    _ number: GrammaticalNumber, _ slavic: SlavicLanguage
  ) -> String {
    guard which != .nominative || number == .plural else { return word }
    // "Анна-Мария" and a name of several words: each by itself.
    for separator in [" ", "-"] as [Character] where word.contains(separator) {
      return word.split(separator: separator).map {
        inflect(String($0), role, gender, which, number, slavic)
      }.joined(separator: String(separator))
    }
    let letters = Letters(letters: Array(word.utf8))
    // «Чепурных» stays as it is.
    guard Script(of: letters) == .cyrillic, !word.hasSuffix("ых"), !word.hasSuffix("их") else {
      return word
    }
    let form = slavic.paradigm(of: letters, role, gender).form(which, number)
    return form == letters ? word : PseudonymWords.capitalized(form)
  }

  // MARK: The words of a pseudonym

  /// Puts the words of a pseudonym in the places of the words of a name.
  func compose(
    _ words: PseudonymWords, _ reading: NameReading, spelled: Language,
    _ inflect: (String, NameRole) -> String
  ) -> String {
    let surname = words.surname(words.gender, spelled).map { inflect($0, .surname) }
    if reading.isInitials { return initials(words, reading.words.count) }
    let hasInitial = reading.words.contains(.initial)
    if let surname, reading.hasSurname || hasInitial {
      guard reading.hasGiven || reading.hasPatronymic || hasInitial else { return surname }
      let count = reading.words.filter { $0 == .initial }.count
      let first =
        reading.hasGiven
        ? inflect(words.given, .given)
        : hasInitial ? initials(words, min(count, 2), withSurname: false) : ""
      let named = first.isEmpty ? inflect(words.given, .given) : first
      let middle =
        reading.hasPatronymic ? words.patronymic.map { " " + inflect($0, .patronymic) } ?? "" : ""
      return reading.words.first == .surname && !spelled.isSaidInEnglish
        ? surname + " " + named + middle : named + middle + " " + surname
    }
    if reading.hasPatronymic, !reading.hasSurname, let patronymic = words.patronymic {
      return inflect(words.given, .given) + " " + inflect(patronymic, .patronymic)
    }
    if reading.words == [.short], let short = words.short { return inflect(short, .given) }
    return inflect(words.given, .given)
  }

  /// "А. П."
  private func initials(
    _ words: PseudonymWords, _ count: Int, withSurname: Bool = true
  ) -> String {
    let names =
      [words.given] + [words.patronymic, withSurname ? words.surname : nil].compactMap { $0 }
    return names.prefix(max(1, count)).map { $0.prefix(1).uppercased() + "." }
      .joined(separator: " ")
  }

  // MARK: Reading

  /// Reads the words of a mention of a person of the file.
  mutating func reading(_ span: TextSpan, person: Int) -> NameReading {
    let key = ReadingKey(person: person, text: Array(bytes[span.start..<span.end]))
    if let known = readings[key] { return known }
    let bytes = bytes
    let made = NameReader(registry: registry, language: language).reading(
      of: Tokenizer.tokens(of: bytes, in: span.start..<span.end),
      folded: { Self.folded($0, bytes) }, person: person)
    readings[key] = made
    return made
  }

  struct ReadingKey: Hashable {
    var person: Int
    var text: [UInt8]
  }

  static func folded(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Letters {
    Fold.bytes(bytes[Int(token.start)..<Int(token.end)])
  }

  /// Reads the words of somebody who is not on the file: the lists of names tell the nominatives.
  mutating func reading(unlisted span: TextSpan, _ gender: Gender) -> NameReading {
    let key = ReadingKey(
      person: -1 - Int(gender.letter.utf8.first ?? 0), text: Array(bytes[span.start..<span.end]))
    if let known = readings[key] { return known }
    var reading = NameReading()
    var cyrillic = 0
    let tokens = Tokenizer.tokens(of: bytes, in: span.start..<span.end)
    for token in tokens where token.isWord {
      let word = Self.folded(token, bytes)
      let isCyrillic = Script(of: word) == .cyrillic
      cyrillic += isCyrillic ? 1 : -1
      if token.value == 1 {
        reading.words.append(.initial)
        continue
      }
      guard isCyrillic, let slavic = SlavicLanguage(language) else {
        let isPatronymic = NameWords.isPatronymic(word) && !reading.words.isEmpty
        reading.words.append(
          isPatronymic ? .patronymic : reading.words.isEmpty ? .given : .surname)
        continue
      }
      let (kind, slots) = UnlistedReading.read(
        word, gender, slavic, lexicon, isFirst: reading.words.isEmpty)
      reading.words.append(kind)
      reading.slots =
        reading.slots.map { known in
          let both = known.intersection(slots)
          return both.isEmpty ? known : both
        } ?? slots
    }
    reading.isCyrillic = cyrillic > 0
    readings[key] = reading
    return reading
  }
}
