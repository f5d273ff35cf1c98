/// Whether a word may be of somebody's name.
extension PersonRecognizer {
  /// Whether a word could be a part of a name where it stands.
  func isNameWord(_ passage: Passage, _ index: Int, opening: Bool) -> Bool {
    guard index < passage.count else { return false }
    let token = passage[index]
    if passage.isSlavic, SlavicSomebody.isCountry(passage, index) { return false }
    guard token.isCapitalized, token.value >= 2, token.shape != .initial else { return false }
    if token.shape == .upper,
      isHeading(passage, index) || passage.abbreviatesSpeaker(index)
        || passage.isSpeakerLabel(index)
    {
      return false
    }
    if opening, NamesThatAreWords.isWord(passage, index) { return false }
    // "Case No. 318", "File 12"
    if passage.has(index, .identifierCue), let next = passage.following(index),
      passage[next].isNumber || passage.has(next, .identifierCue)
    {
      return false
    }
    if passage.isSlavic {
      // "Тема:", "Дата:" at the head of a line; "РОВД".
      if passage.has(index, .label), passage.isFollowed(index, by: ":") || passage.opensLine(index)
      {
        return false
      }
      if token.shape == .upper, passage.has(index, .body) { return false }
      // "ГКНБ Токтосунов": the capitals of a body before a name.
      if token.shape == .upper, token.value <= 5, passage.following(index) == index + 1,
        passage[index + 1].shape == .title, passage.nameFacts(index).isEmpty
      {
        return false
      }
      if opening, token.opensSentence, isBeforeInitials(passage, index) { return true }
    }
    if opening, isSignature(passage, index) { return true }
    if passage.isExplained(index) {
      // "позивний «Лютий»": what is quoted after a naming word is a name, whatever else it means.
      if opening, passage.isSlavic, index > 0,
        Passage.isQuote(passage[index - 1])
          || passage.has(index - 1, .pronoun) || passage.has(index - 1, .naming),
        Passage.isQuote(passage[index - 1])
          || !passage[index].opensSentence && passage[index].shape == .title,
        passage.isCuedAsPerson(index) != nil
      {
        return true
      }
      // "Wali Jan", "May Thu": an abbreviation of the calendar after a first name, with no number.
      if passage.grammar.has(.capitalizesMonths), !opening, token.shape == .title, token.value <= 4,
        passage.has(index, .month) || passage.has(index, .weekday),
        let before = passage.preceding(index), before == index - 1,
        !passage.nameFacts(before).intersection(.given).isEmpty,
        passage.following(index).map({ !passage[$0].isNumber }) ?? true
      {
        return true
      }
      // "Étienne Maréchal": a trade or a rank with a capital after a first name is a surname.
      if !opening, token.shape == .title, !token.opensSentence,
        let before = passage.preceding(index),
        before == index - 1, !passage.isGrammar(index), !passage.isCountry(index),
        !passage.has(index, .month), !passage.has(index, .weekday),
        !passage.has(index, .publicBody),
        !passage.nameFacts(before).intersection(.given).isEmpty
      {
        return true
      }
      // "ses enfants Grâce et Trésor": a word of grammar with a capital after a word for kin.
      if passage.grammar.has(.opensWithNoun), opening, token.shape == .title, !token.opensSentence,
        !passage.nameFacts(index).intersection([.givenMale, .givenFemale]).isEmpty,
        passage.has(index - 1, .kinship) || FrenchPeople.owner(passage, index) != nil
      {
        return true
      }
      // "my aunt Mercedes", "Ford said": a name that is a make or a firm too.
      if passage.grammar.has(.capitalizesMonths), token.shape == .title,
        passage.has(index, .ordinary),
        !passage.nameFacts(index).isEmpty, !passage.hasAny(index, Self.offices),
        opening
          ? passage.isCuedAsPerson(index) != nil || passage.isFollowedBySpeech(index)
          : !passage.nameFacts(index - 1).intersection(.given).isEmpty
      {
        return true
      }
      // "Will", "May", "Mark", "Grace": names that are words of grammar too, not at a sentence's head.
      if let next = passage.following(index), passage.has(next, .pronoun) { return false }
      return !token.opensSentence && !passage.nameFacts(index).intersection(.given).isEmpty
        && (passage.has(index, .modal)
          && !(passage.has(index, .month) && isCalendar(passage, index))
          || Self.monthNames.contains(passage[index].key) && !isCalendar(passage, index))
        && passage.grammar.has(.capitalizesMonths)
    }
    if token.opensSentence, passage.isOrdinary(index), opening {
      if passage.isSlavic, isWholeSentence(passage, index) || isNameBySlavicSyntax(passage, index) {
        return true
      }
      return passage.isCuedAsPerson(index) != nil || isLabel(passage, index)
        || followedBySurname(passage, index)
        || passage.grammar.has(.opensWithNoun)
          && (FrenchNames.opensAsSubject(passage, index)
            || FrenchNames.opensWithAside(passage, index))
    }
    return true
  }

  /// "СОРОКА: Лев." A sentence of one word that is a first name, whatever else it may mean.
  func isWholeSentence(_ passage: Passage, _ index: Int) -> Bool {
    passage[index].shape == .title && passage.isFollowed(index, by: ".")
      && !passage.nameFacts(index).intersection(.given).isEmpty && !passage.isExplained(index)
      && passage.lexicon.name(passage[index].key).intersection(.given).isEmpty == false
  }

  /// "Мороз Я. В.": a surname before initials, whatever else the word may mean.
  func isBeforeInitials(_ passage: Passage, _ index: Int) -> Bool {
    guard let next = passage.following(index), passage.isInitial(next), next + 1 < passage.count
    else {
      return false
    }
    return passage[next + 1].isMark(".") && next + 2 < passage.count && passage.isInitial(next + 2)
  }

  func followedBySurname(_ passage: Passage, _ index: Int) -> Bool {
    guard !passage.nameFacts(index).intersection(.given).isEmpty,
      let next = passage.following(index)
    else {
      return false
    }
    if passage.isSlavic, next == index + 1, !SlavicNameHead.goes(passage, index, with: next) {
      return false
    }
    if passage[next].isCapitalized, !passage.isExplained(next),
      next == index + 1 || Passage.isHyphen(passage[next - 1]) && !passage[next].gap
    {
      return true
    }
    return passage.has(next, .speech) && !passage.has(next, .modal) && next == index + 1
  }

  /// "Маркові, онукові, …": a first name, and after the comma the word for kin; "Петро миє": a first
  /// name and a verb; "Мельник Василь": a surname and a first name.
  func isNameBySlavicSyntax(_ passage: Passage, _ index: Int) -> Bool {
    guard passage.isSlavic else { return false }
    let facts = passage.nameFacts(index)
    if facts.contains(.surname), let next = passage.following(index), next == index + 1,
      passage[next].shape == .title, !passage.nameFacts(next).intersection(.given).isEmpty,
      SlavicNameHead.goes(passage, index, with: next)
    {
      return true
    }
    guard !facts.intersection(.given).isEmpty else { return false }
    if let next = passage.following(index), next == index + 1 {
      return passage.endsAsVerb(next)
        && !passage.lexicon.name(passage[index].key).intersection(.given).isEmpty
    }
    guard passage.isFollowed(index, by: ",") else { return false }
    var next = index + 2
    if next < passage.count, passage.has(next, .possessive) { next += 1 }
    return next < passage.count && passage.has(next, .kinship) && !passage[next].isCapitalized
  }

  static let monthNames = WordList("person-month-names")

  func isCalendar(_ passage: Passage, _ index: Int) -> Bool {
    // "a wet May"
    if let adjective = passage.preceding(index), passage[adjective].shape == .lower,
      let article = passage.preceding(adjective), passage.has(article, .determiner)
    {
      return true
    }
    if let before = passage.preceding(index),
      passage.has(before, .preposition) || passage[before].isNumber
        || passage.has(before, .dateModifier)
        || passage.ordinal(before) != nil || passage.has(before, .month)
    {
      return true
    }
    return passage.following(index).map { passage[$0].isNumber } ?? false
  }

  /// Capitals in a line of capitals whose words are ordinary.
  func isHeading(_ passage: Passage, _ index: Int) -> Bool {
    passage.isOrdinary(index) && !isLabel(passage, index)
  }

  func isLabel(_ passage: Passage, _ index: Int) -> Bool {
    guard passage.opensLine(index) || index > 0 && passage[index - 1].isMark("]"),
      passage[index].value > 2
    else { return false }
    guard !passage.has(index, .label), !passage.isSpeakerLabel(index),
      !passage.grammar.has(.opensWithNoun) || passage.match(index, .label) == nil
    else { return false }
    var last = index
    while let next = passage.following(last), passage[next].isCapitalized, next - index < 4 {
      last = next
    }
    guard passage.isFollowed(last, by: ":") else { return false }
    return passage[index].shape == .upper
      || !passage.isOrdinary(index) && !passage.has(index, .identifierCue)
  }
}
