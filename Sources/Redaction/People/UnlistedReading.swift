/// Reads one word of a name that only the lists of names know.
enum UnlistedReading {
  /// What the lists let a word be, and in which cases; nil where they do not know it as that.
  struct Slots {
    var given: FormSlots?
    /// The first name is a pet form.
    var isShort = false
    var surname: FormSlots?
    var patronymic: FormSlots?
  }

  static func read(
    _ folded: Letters, _ gender: Gender, _ language: SlavicLanguage, _ lexicon: Lexicon,
    isFirst: Bool
  ) -> (NameReading.Word, FormSlots) {
    if let slots = SlavicEnding.unchanging(folded) { return (isFirst ? .given : .surname, slots) }
    let known = slots(of: folded, gender, language, lexicon)
    if let patronymic = known.patronymic { return (.patronymic, patronymic) }
    if let given = known.given, isFirst || known.surname == nil {
      return (known.isShort ? .short : .given, given)
    }
    if let surname = known.surname { return (.surname, surname) }
    return (isFirst ? .given : .surname, SlavicEnding.slots(folded, language))
  }

  /// The cases in which a word is a form of a name of the lists.
  static func slots(
    of folded: Letters, _ gender: Gender, _ language: SlavicLanguage, _ lexicon: Lexicon
  ) -> Slots {
    var known = Slots()
    func consider(_ word: Letters) {
      if NameWords.isPatronymic(word) {
        let slots = Self.slots(
          folded, word, .patronymic, word.ends("на") ? .female : .male, language)
        if !slots.isEmpty { known.patronymic = known.patronymic?.union(slots) ?? slots }
      }
      let facts = lexicon.name(FoldedKey(folded: word))
      guard !facts.isEmpty else { return }
      if !facts.intersection([.givenMale, .givenFemale, .diminutive]).isEmpty {
        var slots = FormSlots()
        let genders: [Gender] =
          facts.contains(.givenMale) && !facts.contains(.givenFemale)
          ? [.male]
          : facts.contains(.givenFemale) && !facts.contains(.givenMale)
            ? [.female] : gender == .unknown ? [.male, .female] : [gender]
        for one in genders { slots = slots.union(Self.slots(folded, word, .given, one, language)) }
        if !slots.isEmpty {
          known.given = known.given?.union(slots) ?? slots
          known.isShort = facts.intersection(.given).isEmpty
        }
      }
      if facts.contains(.surname) {
        for one in [Gender.male, .female] {
          let fitted =
            language == .russian
            ? RussianParadigm.surname(word, as: one) : UkrainianParadigm.surname(word, as: one)
          let slots = Self.slots(folded, fitted, .surname, one, language)
          if !slots.isEmpty { known.surname = known.surname?.union(slots) ?? slots }
        }
      }
    }
    consider(folded)
    Lemma.each(folded) { consider(Array($0)) }
    return known
  }

  /// A first name in the nominative, as far as the lists know one; else as it is written.
  static func nominative(_ written: [UInt8], _ language: Language, _ lexicon: Lexicon) -> String {
    let text = String(decoding: written, as: UTF8.self)
    let letters = Letters(letters: written)
    guard let slavic = SlavicLanguage(language), Script(of: letters) == .cyrillic,
      !text.contains(" ")
    else { return text }
    let folded = Fold.bytes(written)
    var found: Letters?
    func consider(_ word: Letters) {
      let facts = lexicon.name(FoldedKey(folded: word))
      guard found == nil, !facts.intersection([.givenMale, .givenFemale, .diminutive]).isEmpty
      else {
        return
      }
      for gender in [Gender.male, .female]
      where found == nil
        && !slots(folded, word, .given, gender, slavic).isEmpty
      {
        found = word
      }
    }
    consider(folded)
    Lemma.each(folded) { consider(Array($0)) }
    guard let found, found != folded else { return text }
    return PseudonymWords.capitalized(found)
  }

  private static func slots(
    _ folded: Letters, _ word: Letters, _ role: NameRole, _ gender: Gender,
    _ language: SlavicLanguage
  ) -> FormSlots {
    let found = language.paradigm(of: word, role, gender).cases(of: folded)
    return gender == .female
      ? FormSlots(masculine: [], feminine: found.singular, plural: found.plural)
      : FormSlots(masculine: found.singular, feminine: [], plural: found.plural)
  }
}
