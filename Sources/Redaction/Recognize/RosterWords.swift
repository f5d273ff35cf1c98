/// Whether a word that is a form of a name stands for it here, or for itself.
extension RosterRecognizer {
  func isPart(_ passage: Passage, _ index: Int, _ people: Set<Int>) -> Bool {
    parts(passage, index).contains { people.contains($0.person) }
  }

  /// Whether a form may be the name where it stands: an ordinary word needs its capital.
  func acceptable(
    _ passage: Passage, _ index: Int, _ match: PersonRegistry.PartMatch, opened: Bool
  ) -> Bool {
    let token = passage[index]
    if match.role == .particle || match.role == .alias {
      return opened && token.isCapitalized || opened && match.role == .particle
    }
    if token.shape == .lower {
      if token.isDisguised || isPartOfHandle(passage, index) || isWhole(passage, index, match)
        || passage.isSpeaker(index)
      {
        return true
      }
      // Where nothing has a capital, an ordinary word may be the name all the same.
      if token.isBare, token.value >= 3, !isEverydayWord(passage, index, match.person) {
        return match.source <= .caseEnding || token.value >= 4 && match.source != .familyForm
          || match.role == .given && match.source == .transliteration
      }
      return token.value >= 4 && !passage.isOrdinary(index) && match.source != .familyForm
        && !passage.isCountry(index) && !isKnownLowerWord(passage, index)
    }
    if opened { return true }
    if token.shape == .initial || token.value < 2 { return false }
    if match.source != .canonical {
      if isInsideCompound(passage, index) { return false }
      // "Мать" is a mother, though it could be short for a name.
      if match.source >= .transliteration,
        passage.has(index, .kinship) || passage.has(index, .rank)
          || passage.has(index, .title) || passage.has(index, .honorific)
      {
        return false
      }
      // "Мой", "Mon", "And" at the head of a sentence: a word of grammar is no diminutive.
      if token.opensSentence, passage.isOrdinary(index), passage.isGrammar(index) { return false }
    }
    return !isGrammar(passage, index) && !passage.isAdjective(index)
      && !NamesThatAreWords(registry: registry).isWord(passage, index, match)
  }

  /// «серёжа волков», "grace young": a first name and a surname of one person beside each other are the
  /// name, whatever else each may mean.
  func isWhole(
    _ passage: Passage, _ index: Int, _ match: PersonRegistry.PartMatch
  ) -> Bool {
    let role: NameRole = match.role == .given ? .surname : .given
    guard match.role == .given || match.role == .surname, match.source != .familyForm,
      passage[index].value >= 3
    else { return false }
    return [passage.preceding(index), passage.following(index)].contains { beside in
      // "Will Potter will testify"
      guard let beside, abs(beside - index) == 1, passage[beside].value >= 3,
        passage[beside].shape == .lower || !passage.isGrammar(index) && !passage.has(index, .modal)
      else { return false }
      return parts(passage, beside).contains {
        $0.person == match.person && $0.role == role && $0.source != .familyForm
      }
    }
  }

  /// Grammar, kin, ranks and numbers: in lines without capitals they are what they say.
  func isEverydayWord(_ passage: Passage, _ index: Int, _ person: Int) -> Bool {
    if passage.has(index, .modal), isNameNotModal(passage, index, person) { return false }
    if passage.has(index, .cardinal), let next = passage.following(index),
      passage.hasAny(next, Self.counted) || passage[next].isNumber
    {
      return true
    }
    return passage.isGrammar(index) || passage.hasAny(index, Self.everyday)
  }

  /// "will will confirm", "they took will to", "will tuohy": no verb that a modal could go with.
  func isNameNotModal(_ passage: Passage, _ index: Int, _ person: Int) -> Bool {
    guard let next = passage.following(index) else { return false }
    if isPart(passage, next, [person]), passage[next].value > 1 { return true }
    if passage.has(next, .modal) || passage.has(next, .auxiliary) {
      return !Self.infinitives.contains(passage[next].key)
    }
    guard passage.has(next, .preposition) || passage.has(next, .conjunction),
      let before = passage.preceding(index)
    else { return false }
    return passage.has(before, .speech) || passage.has(before, .preposition)
  }

  static let infinitives = WordList("roster-infinitives")

  static let counted =
    Cue.quantity.bit | Cue.timeUnit.bit | Cue.ageUnit.bit | Cue.cardinal.bit | Cue.month.bit

  static let everyday =
    Cue.kinship.bit | Cue.rank.bit | Cue.title.bit | Cue.honorific.bit
    | Cue.ordinal.bit | Cue.modal.bit | Cue.month.bit | Cue.timeUnit.bit | Cue.speech.bit

  /// The last part of a compound whose other parts are no names: "Kart-e-Parwan".
  func isInsideCompound(_ passage: Passage, _ index: Int) -> Bool {
    index >= 2 && !passage[index].gap && Passage.isHyphen(passage[index - 1])
      && passage[index - 2].shape == .lower
  }

  /// A lower-case word that another language of the four has in its dictionary.
  func isKnownLowerWord(_ passage: Passage, _ index: Int) -> Bool {
    Language.wellKnown.contains { passage.isOrdinary(index, in: $0) }
      || passage.has(index, .preposition) || passage.has(index, .pronoun)
  }

  /// "May I", "Will you", "in May": the word is grammar or the calendar, not the name.
  func isGrammar(_ passage: Passage, _ index: Int) -> Bool {
    if passage.has(index, .modal), passage[index].opensSentence, let next = passage.following(index)
    {
      return passage.has(next, .pronoun) || passage.has(next, .determiner)
        || passage.has(next, .possessive) || Self.deity.contains(passage[next].key)
    }
    if passage.has(index, .month), passage.grammar.has(.capitalizesMonths) {
      if let next = passage.following(index), passage[next].isNumber { return true }
      guard let before = passage.preceding(index) else { return false }
      return passage[before].isNumber && passage[before].digits <= 2
        || passage.ordinal(before) != nil
        || passage.has(before, .dateModifier) || Self.calendar.contains(passage[before].key)
    }
    // « Grâce m'a donné de l'eau »: without its « à » it is no preposition.
    if passage.grammar.has(.elides), passage[index].key == Self.grace {
      return NamesThatAreWords.isWord(passage, index)
    }
    if passage.has(index, .pronoun) || passage.has(index, .determiner)
      || passage.has(index, .preposition)
      || passage.has(index, .conjunction)
    {
      return passage[index].opensSentence || passage[index].shape == .lower
    }
    return false
  }

  static let grace = FoldedKey(folded: "grace")
  static let deity = WordList("roster-blessing-subjects")
  static let calendar = WordList("roster-calendar")

  /// "Roman huk": another part of the name that has lost its first letter and with it its capital.
  func headless(_ passage: Passage, _ last: Int, _ people: Set<Int>) -> Int? {
    guard let next = passage.following(last), next == last + 1, passage[next].gap,
      passage[next].shape == .lower, passage[next].value >= 3, !isKnownLowerWord(passage, next)
    else { return nil }
    let rest = passage.folded(next)
    let isRest = people.contains { person in
      registry.forms[person].parts.contains {
        let letters = Array($0.canonical.utf8)
        return letters.count <= rest.count + 2 && letters.count > rest.count
          && letters.suffix(rest.count).elementsEqual(rest)
      }
    }
    return isRest ? next : nil
  }

  /// Takes in a surname that the people file does not have: "Vera Lutz" where it has only Vera.
  ///
  /// - Parameter isSurname: whether the word before is one, so that a first name is somebody else's.
  func withSurname(_ passage: Passage, _ last: Int, after isSurname: Bool) -> Int {
    if let end = misreadPart(passage, last) { return end }
    guard let next = passage.following(last), next == last + 1, passage[next].gap,
      passage[next].isCapitalized, passage[next].value >= 2, !passage[next].opensSentence,
      !passage.isExplained(next), !passage.isOrdinary(next),
      registry.matches(passage[next].key).isEmpty,
      passage[last].shape == passage[next].shape || passage[last].isMark("."),
      !isSurname || passage.nameFacts(next).isDisjoint(with: .given),
      passage.nameFacts(next).contains(.surname) || passage.lexicon.place(passage[next].key) == nil
    else { return last }
    return next
  }
}

extension RosterRecognizer {
  /// Of people who share a form, those in whose name it has a case that stands here: «Соколова
  /// забрали» is he, «Соколова сказала» is she.
  func agreeing(_ passage: Passage, _ first: Int, _ last: Int, _ people: Set<Int>) -> Set<Int> {
    let before = passage.preceding(first)
    let subject = passage.genderOfVerb(after: last)
    let isObject =
      passage.pluralOfVerb(after: last)
      || before.map {
        passage.has($0, .preposition) || subject == nil && passage.isPluralVerb($0)
      } ?? false
    guard subject != nil || isObject else { return people }
    let fitting = people.filter { person in
      let gender = registry.people.people[person].gender
      guard let slots = reading(passage, first, last, of: person).slots else { return true }
      let cases = gender == .female ? slots.feminine : slots.masculine
      if isObject { return !cases.subtracting([.nominative, .vocative]).isEmpty }
      return gender == subject && cases.contains(.nominative)
    }
    return fitting.isEmpty ? people : fitting
  }

  /// "Volkov was my husband", « Vollant, c'est mon père »: the gender of the word for kin.
  private func kin(_ passage: Passage, after last: Int) -> Gender? {
    var isSaid = false
    for index in (last + 1)..<min(passage.count, last + 8) {
      if passage[index].kind == .newline || passage[index].isMark(".") { return nil }
      if isSaid, let gender = passage.value(index, .kinship) { return Gender(rawValue: gender) }
      if Self.copulas[passage.language].contains(passage[index].key) { isSaid = true }
    }
    return nil
  }

  private static let copulas = WordList.each("copulas")

  private func reading(_ passage: Passage, _ first: Int, _ last: Int, of person: Int) -> NameReading
  {
    NameReader(registry: registry, language: passage.language).reading(
      of: Array(passage.tokens[first...last]),
      folded: { passage.folded(passage.tokens(of: $0.span).lowerBound) }, person: person)
  }

  /// The gender of somebody else who bears a surname of the file: "her husband, Haddad", where Nadia
  /// Haddad is on it, «Соколов», where it is Мария Соколова. Nil where nothing tells.
  func relative(_ passage: Passage, _ first: Int, _ last: Int, of person: Int) -> Gender? {
    let own = registry.people.people[person].gender
    guard own != .unknown else { return nil }
    let other: Gender = own == .male ? .female : .male
    // «мать Волкова» is his mother: in Russian and Ukrainian the form has to tell.
    guard passage.isSlavic else {
      return [titled(passage, first), kin(passage, after: last)].contains(other) ? other : nil
    }
    let reading = reading(passage, first, last, of: person)
    guard reading.isCyrillic, let slots = reading.slots, slots.plural.isEmpty else { return nil }
    let (men, women) = (!slots.masculine.isEmpty, !slots.feminine.isEmpty)
    return men != women && men == (other == .male) ? other : nil
  }
}
