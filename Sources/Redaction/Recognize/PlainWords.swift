/// Which words of a text or a line without usable capitals are no names.
struct PlainWords {
  let passage: Passage

  /// Whether the word at `index` is no name: an ordinary word, unless a word for kin, a title or
  /// "named" stands before it and it is a first name too.
  func isCommon(_ index: Int) -> Bool {
    let isGrammar = passage.isGrammar(index)
    if passage.hasAny(index, Self.written), !isModal(index) { return false }
    if !isGrammar, isPlaced(index) || isNamed(index) { return false }
    if passage.grammar.has(.elides) {
      if isGlued(index) { return true }
      if !isGrammar, isFrenchName(index) { return false }
    }
    if passage.cues(of: index) != 0 { return true }
    if passage.isSlavic { return !isSlavicName(index) }
    return passage.grammar.has(.hasChatSpellings) && Self.chat.contains(passage[index].key)
      || isListed(index, in: passage.language)
  }

  private func isListed(_ index: Int, in language: Language) -> Bool {
    passage.isOrdinary(index, in: language)
  }

  /// "now im in tripoli": a city after a word that places follow.
  private func isPlaced(_ index: Int) -> Bool {
    guard passage.has(index - 1, .placeCue),
      let fact = passage.lexicon.place(passage[index].key), fact.size >= .city
    else { return false }
    return !fact.isAlternateName
  }

  /// A first name after "my brother" or "his name is", or as one half of "jean-robert".
  private func isNamed(_ index: Int) -> Bool {
    guard isGiven(index), !isVerb(index) else { return false }
    if announces(index - 1) || passage.isSpeaker(index) { return true }
    // "his name is tony"
    if index >= 2, passage[index - 1].key == Self.isKey,
      announces(index - 2) || passage[index - 2].key == Self.nameKey
    {
      return true
    }
    if index + 2 < passage.count, Passage.isHyphen(passage[index + 1]), !passage[index + 2].gap {
      return isGiven(index + 2)
    }
    return index >= 2 && Passage.isHyphen(passage[index - 1]) && !passage[index].gap
      && isGiven(index - 2)
  }

  private func isGiven(_ index: Int) -> Bool {
    passage[index].isWord && !passage.nameFacts(index).isDisjoint(with: .given)
  }

  private func announces(_ index: Int) -> Bool {
    index >= 0 && passage.hasAny(index, Self.announcing)
  }

  /// "she may be reached": "may" with no number, preposition or word of time beside it.
  private func isModal(_ index: Int) -> Bool {
    guard passage.has(index, .modal) else { return false }
    if let next = passage.following(index),
      passage[next].isNumber || Self.auxiliaries.contains(passage[next].key)
    {
      return false
    }
    guard let before = passage.preceding(index) else { return false }
    return !passage[before].isNumber && !passage.has(before, .preposition)
      && !passage.has(before, .dateModifier) && passage.ordinal(before) == nil
  }

  /// "my mother said", "the captain will know": a first name that is a verb, unless a surname or
  /// another verb follows.
  private func isVerb(_ index: Int) -> Bool {
    guard passage.hasAny(index, Self.verbs) else { return false }
    guard let next = passage.following(index) else { return true }
    if Self.auxiliaries.contains(passage[next].key) || passage.has(next, .modal) { return false }
    return isListed(next, in: passage.language) || passage.nameFacts(next).isEmpty
  }

  // MARK: French

  /// "mama rose", "tonton clément", "rose :" at the head of a line.
  private func isFrenchName(_ index: Int) -> Bool {
    let facts = passage.nameFacts(index)
    guard !facts.isEmpty else { return false }
    if index > 0, passage.hasAny(index - 1, Self.offices),
      !facts.isDisjoint(with: .given) || passage.cues(of: index) == 0
    {
      return true
    }
    return !facts.isDisjoint(with: [.givenMale, .givenFemale]) && passage.isSpeaker(index)
  }

  /// A part of an address, a handle or a code.
  private func isGlued(_ index: Int) -> Bool {
    if index > 0, !passage[index].gap, Self.glues(passage[index - 1]) { return true }
    return index + 2 < passage.count && !passage[index + 1].gap
      && Self.glues(passage[index + 1]) && !passage[index + 2].gap
      && !passage[index + 1].isMark(":")
  }

  private static func glues(_ token: Token) -> Bool {
    token.isNumber || ["@", "/", "_", "#", ".", ":"].contains { token.isMark($0) }
  }

  // MARK: Russian and Ukrainian

  /// A word that no dictionary of the language lists and a table of names or of places does, or that
  /// stands where names stand: inflected as they are, not all words are in the dictionary.
  private func isSlavicName(_ index: Int) -> Bool {
    let token = passage[index]
    guard token.isCyrillic else { return !isListed(index, in: passage.language) }
    if isListed(index, in: passage.language) || isInTag(index)
      || Self.slavicChat.contains(token.key)
    {
      return false
    }
    // Ukrainian speech is full of Russian words.
    if let beside = passage.language.spokenBeside, isListed(index, in: beside),
      passage.nameFacts(index).isDisjoint(with: .given)
    {
      return false
    }
    if !passage.nameFacts(index).isEmpty || passage.isCuedAsPerson(index) != nil { return true }
    let isPlace = Lemma.candidates(passage.folded(index)).contains {
      passage.lexicon.place($0).map { !$0.isOrdinaryWord } ?? false
    }
    return isPlace || passage.isSpeaker(index) || isWhereNamesStand(index)
  }

  /// At the head of a line or before a verb, after a preposition or a word for kin.
  private func isWhereNamesStand(_ index: Int) -> Bool {
    guard passage[index].value >= 4 else { return false }
    if let next = passage.following(index), next == index + 1, passage.endsAsPastVerb(next) {
      return true
    }
    let first = first(index)
    guard let before = passage.preceding(first) else {
      return first == 0 || !passage[first - 1].isMark(",")
    }
    return passage.has(before, .preposition) || passage.has(before, .kinship)
  }

  /// "кара-" before "балту".
  private func first(_ index: Int) -> Int {
    guard index >= 2, Passage.isHyphen(passage[index - 1]), !passage[index].gap,
      !passage[index - 1].gap, passage[index - 2].isWord
    else { return index }
    return index - 2
  }

  /// Inside a tag, a handle, a file's name, a link.
  private func isInTag(_ index: Int) -> Bool {
    index > 0 && !passage[index].gap
      && ["#", "@", "_", "/", "."].contains { passage[index - 1].isMark($0) }
  }

  // MARK: Words

  private static let isKey = FoldedKey(folded: "is")
  private static let nameKey = FoldedKey(folded: "name")
  /// Months and weekdays have a capital in English.
  private static let written: UInt64 = Cue.month.bit | Cue.weekday.bit
  private static let verbs: UInt64 = Cue.speech.bit | Cue.modal.bit | Cue.auxiliary.bit
  private static let auxiliaries = WordList("plain-words-auxiliaries")
  private static let offices: UInt64 = Cue.honorific.bit | Cue.rank.bit
  private static let announcing: UInt64 =
    Cue.kinship.bit | Cue.honorific.bit | Cue.naming.bit | Cue.rank.bit

  private static let chat = WordList("plain-words-chat")
  private static let slavicChat = WordList("plain-words-slavic-chat")
}

extension Passage {
  /// Whether the word at `index` labels what somebody says: "rose: …" at the head of a line.
  func isSpeaker(_ index: Int) -> Bool {
    isFollowed(index, by: ":") && (opensLine(index) || tokens[index - 1].isMark("]"))
  }
}
