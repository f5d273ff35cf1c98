/// What the tables say of a word as a name, in whatever case form it stands.
extension Passage {
  private static let explaining: UInt64 = [
    Cue.determiner, .pronoun, .preposition, .conjunction, .auxiliary, .modal, .honorific, .rank,
    .title, .kinship, .weekday, .month, .ordinary, .verb, .possessive, .season, .feast, .publicBody,
  ].reduce(0) { $0 | 1 << UInt64($1.rawValue) }

  private static let grammar: UInt64 = [
    Cue.determiner, .pronoun, .preposition, .conjunction, .auxiliary, .possessive,
  ].reduce(0) { $0 | 1 << UInt64($1.rawValue) }

  /// Whether the word at `index` is one of the small words that hold a sentence together.
  func isGrammar(_ index: Int) -> Bool { hasAny(index, Self.grammar) }

  /// Whether a capital at `index` is explained without a name: grammar, the calendar, a title, a
  /// nationality.
  func isExplained(_ index: Int) -> Bool {
    mayMatch(index, Self.explaining) && !isCalendarAsName(index)
      || isCountry(index) && !isPeopleAsName(index)
      || has(index, .trait) && nameFacts(index).intersection(.given).isEmpty
  }

  /// Nor to the days and the months: inside a sentence it is a surname ("Середа", "Лютий").
  private func isCalendarAsName(_ index: Int) -> Bool {
    guard tokens[index].shape == .title, hasAny(index, Self.calendar),
      following(index).map({ !tokens[$0].isNumber }) ?? true
    else { return false }
    // "Julio me dijo"
    if grammar.has(.callsPeopleByMonths) { return !nameFacts(index).isDisjoint(with: .given) }
    return isSlavic && !tokens[index].opensSentence && nameFacts(index).contains(.surname)
  }

  private static let calendar: UInt64 = [Cue.weekday, .month, .season].reduce(0) {
    $0 | 1 << UInt64($1.rawValue)
  }

  /// Russian and Ukrainian give no capital to a people: inside a sentence it is a surname.
  func isPeopleAsName(_ index: Int) -> Bool {
    guard isSlavic, !tokens[index].opensSentence, tokens[index].shape == .title,
      let fact = lexicon.country(tokens[index].key)
    else { return false }
    return !fact.kinds.contains(.name) && !fact.kinds.contains(.continent)
  }

  /// "a Roma family": after "a" and before a noun a word is no name, where it has another meaning.
  func isAdjective(_ index: Int) -> Bool {
    guard grammar.has(.stacksNouns), let before = preceding(index),
      Self.indefinite.contains(tokens[before].key),
      has(index, .trait) || isOrdinary(index) || isCountry(index),
      let next = following(index), tokens[next].shape == .lower
    else { return false }
    return isOrdinary(next) && !has(next, .speech) && !has(next, .auxiliary)
  }

  private static let indefinite: Set<FoldedKey> = Set(["a", "an"].map { FoldedKey(folded: $0) })

  /// Whether the token before is what a person's name follows: a title, a rank, a word for kin.
  func isCuedAsPerson(_ index: Int) -> PersonCue? {
    var before = index - 1
    guard before >= 0 else { return nil }
    if let owner = FrenchPeople.owner(self, index) { return owner }
    // "Mr. Soroka", "capt. Hartley".
    if tokens[before].isMark("."), before > 0, tokens[before - 1].value <= 5,
      has(before - 1, .honorific) || has(before - 1, .rank)
    {
      before -= 1
    }
    if tokens[before].isWord {
      if let cue = frenchNickname(index) { return cue }
      if let value = value(before, .honorific) {
        // "my brother Hassan", and Brother Michael
        let kin = value.isEmpty ? self.value(before, .kinship) : nil
        return PersonCue(gender: kin ?? value, role: nil, first: before)
      }
      if let value = value(before, .rank) {
        return PersonCue(gender: "", role: value, first: before)
      }
      if let value = value(before, .title) {
        return PersonCue(gender: "", role: value, first: before)
      }
      if let value = value(before, .kinship) {
        return PersonCue(gender: value, role: nil, first: before)
      }
      if let first = namingCue(endingAt: before), !namesThing(first) {
        return PersonCue(gender: named(first...before), role: nil, first: first)
      }
      // "звал его Студентом"
      if isSlavic, has(before, .pronoun), before > 0, let first = namingCue(endingAt: before - 1) {
        return PersonCue(gender: "", role: nil, first: first)
      }
      return nil
    }
    // "my wife, Parwana", "named “Wally”".
    if tokens[before].isMark(","), before > 0, let value = value(before - 1, .kinship) {
      return PersonCue(gender: value, role: nil, first: before - 1)
    }
    // "Командира, Сєдого, добили"
    if isSlavic, tokens[before].isMark(","), before > 0, isFollowed(index, by: ","),
      !tokens[index].opensSentence, let value = value(before - 1, .rank)
    {
      return PersonCue(gender: "", role: value, first: before - 1)
    }
    // «позивний «Лютий»», "Call sign: Register", «Позивний: «Регістр»».
    var naming = before
    if Passage.isQuote(tokens[naming]), naming > 0 { naming -= 1 }
    let isLabelled = tokens[naming].isMark(":") && naming > 0
    if isLabelled { naming -= 1 }
    // "Il m'a dit : « Porte »" is speech: a label opens its line.
    if isLabelled || naming < before, let first = namingCue(endingAt: naming),
      !isLabelled || tokens[first].opensSentence
    {
      return PersonCue(gender: "", role: nil, first: first)
    }
    // 'Letebrhan ("Lete")': what somebody is called, right after the name.
    if Passage.isQuote(tokens[before]), before > 1, tokens[before - 1].isMark("("),
      index + 1 < count, Passage.isQuote(tokens[index + 1]), tokens[before - 2].shape == .title,
      !isOrdinary(before - 2), !nameFacts(before - 2).isEmpty || isPartOfName(before - 2)
    {
      return PersonCue(gender: "", role: nil, first: before)
    }
    return nil
  }

  /// An unknown capital after a first name: "Letebrhan Gebremeskel".
  private func isPartOfName(_ index: Int) -> Bool {
    preceding(index).map { $0 == index - 1 && !nameFacts($0).intersection(.given).isEmpty } ?? false
  }

  /// "called him …", "nicknamed her …": the gender of who is named so, by the pronoun.
  private func named(_ cue: ClosedRange<Int>) -> String {
    guard grammar.has(.stacksNouns) else { return "" }
    let genders = cue.compactMap { value($0, .pronoun) }.filter { $0 == "m" || $0 == "f" }
    return genders.first ?? ""
  }

  /// "a company called …", "a village named …": what is named is no person.
  private func namesThing(_ cue: Int) -> Bool {
    guard var noun = preceding(cue) else { return false }
    // "The village was called …"
    if has(noun, .auxiliary), let subject = preceding(noun) { noun = subject }
    return has(noun, .body) || has(noun, .placeNoun) || has(noun, .ship) || has(noun, .unitNoun)
  }

  /// Whether a word for naming before the word at `index` says what a place is called.
  func namedPlace(_ index: Int) -> Bool {
    guard index > 0,
      let cue = namingCue(endingAt: Self.isQuote(tokens[index - 1]) ? index - 2 : index - 1),
      var noun = preceding(cue)
    else { return false }
    if has(noun, .auxiliary), let subject = preceding(noun) { noun = subject }
    return has(noun, .placeNoun) && !has(noun, .kinship)
  }

  struct PersonCue {
    /// "m", "f" or nothing.
    var gender: String
    /// What the cue says the person is: "an officer".
    var role: String?
    var first: Int
  }

  /// "dit « Le Cardan »": a word with its article in quotation marks, after "known as".
  private func frenchNickname(_ index: Int) -> PersonCue? {
    guard grammar.has(.opensWithNoun), index >= 3, has(index - 1, .determiner),
      Passage.isQuote(tokens[index - 2]), index + 1 < count,
      Passage.isQuote(tokens[index + 1]), Self.knownAs.contains(tokens[index - 3].key)
    else { return nil }
    return PersonCue(gender: "", role: nil, first: index - 3)
  }

  private static let knownAs = WordList("names-known-as")

  private func namingCue(endingAt index: Int) -> Int? {
    guard index >= 0, tokens[index].isWord else { return nil }
    if has(index, .naming), match(index, .naming)?.last == index { return index }
    var cursor = index
    for _ in 0..<3 {
      guard let previous = preceding(cursor) else { return nil }
      cursor = previous
      if let phrase = match(cursor, .naming), phrase.last == index { return cursor }
    }
    return nil
  }

  static func isQuote(_ token: Token) -> Bool {
    guard token.kind == .mark else { return false }
    switch Unicode.Scalar(token.value) {
    case "\"", "“", "”", "„", "«", "»", "‘", "’", "'": return true
    default: return false
    }
  }

  /// Whether "'s" follows the word at `index`.
  func isPossessor(_ index: Int) -> Bool {
    index + 2 < count && Passage.isApostrophe(tokens[index + 1]) && tokens[index + 2].isWord
      && tokens[index + 2].value == 1 && !tokens[index + 2].gap
  }

  /// Whether an initial stands at `index`: one capital, with its full stop or without.
  func isInitial(_ index: Int) -> Bool {
    index >= 0 && index < count && tokens[index].shape == .initial && tokens[index].isWord
  }
}
