/// Names that are words, at the head of a sentence, where a capital says nothing: "Hope is all we
/// had", «Веры в победу не было», « Claire comme de l'eau ».
///
/// A name is left as a word only where no name could stand: before what it governs as a word, in a
/// set phrase, as a verb before its object. All else is the name.
struct NamesThatAreWords {
  let registry: PersonRegistry

  /// Whether the form at `index`, the first of its name, is a word there.
  func isWord(_ passage: Passage, _ index: Int, _ match: PersonRegistry.PartMatch) -> Bool {
    guard !isNamedInFull(passage, index, match) else { return false }
    return Self.isWord(passage, index)
      || passage.isSlavic && passage[index].opensSentence && passage.isOrdinary(index)
        && continuesWord(passage, index, match)
  }

  /// Whether no name can stand at `index`, whoever might be called so.
  static func isWord(_ passage: Passage, _ index: Int) -> Bool {
    if isNumbered(passage, index) { return true }
    guard passage[index].opensSentence,
      passage.isOrdinary(index) || passage.isGrammar(index) || passage.has(index, .modal)
    else { return false }
    if passage.isSlavic {
      return SlavicNamesThatAreWords(passage: passage, index: index).isWord
    }
    return passage.grammar.has(.stacksNouns)
      ? isEnglishWord(passage, index)
      : passage.grammar.has(.opensWithNoun) && isFrenchWord(passage, index)
  }

  /// Another part of the same person's name stands beside it.
  private func isNamedInFull(
    _ passage: Passage, _ index: Int, _ match: PersonRegistry.PartMatch
  ) -> Bool {
    guard let next = passage.following(index), passage[next].isCapitalized else { return false }
    return registry.matches(passage[next].key).contains {
      $0.person == match.person && $0.part != match.part
    }
  }

  /// "a Mark IV tank", "a Mark 2": a make, not a man.
  private static func isNumbered(_ passage: Passage, _ index: Int) -> Bool {
    guard passage.grammar.has(.stacksNouns), passage[index].key == Words.mark,
      let next = passage.following(index), next == index + 1
    else { return false }
    return passage[next].isNumber || Words.roman.contains(passage[next].key)
  }

  // MARK: English

  private static func isEnglishWord(_ passage: Passage, _ index: Int) -> Bool {
    guard let next = passage.following(index), next == index + 1 else { return false }
    let key = passage[next].key
    let after = passage.following(next).flatMap { $0 == next + 1 ? $0 : nil }
    if passage.has(index, .modal) { return isQuestion(passage, index, next) }
    if Words.englishComplements.contains(key) { return true }
    // "Hope all is well", and not "Hope all but fainted".
    if key == Words.all { return after.map { passage[$0].key != Words.but } ?? true }
    guard let after else { return false }
    if Words.be.contains(key) {
      // "Hope is all we had", "Faith is the last thing we lost".
      if Words.amounts.contains(passage[after].key) { return true }
      guard passage[after].key == Words.the, let word = passage.following(after) else {
        return false
      }
      return Words.superlatives.contains(passage[word].key)
    }
    // "White vans were parked outside": a plural, and its verb.
    return passage[next].shape == .lower && isEnglishPlural(passage, next)
      && Words.pluralVerbs.contains(passage[after].key)
  }

  /// "Will Sergei come?", "May God forgive them", "May she rest in peace".
  private static func isQuestion(_ passage: Passage, _ index: Int, _ next: Int) -> Bool {
    if passage.has(next, .pronoun) || passage.has(next, .determiner)
      || passage.has(next, .possessive) || Words.subjects.contains(passage[next].key)
    {
      return true
    }
    guard passage[next].isCapitalized, let verb = passage.following(next), verb == next + 1,
      passage[verb].shape == .lower
    else { return false }
    return Words.wishes.contains(passage[verb].key) || asks(passage, index)
  }

  /// Whether the sentence that begins at `index` ends with a question mark.
  private static func asks(_ passage: Passage, _ index: Int) -> Bool {
    for cursor in index..<min(index + 40, passage.count) {
      if passage[cursor].isMark("?") { return true }
      if cursor > index, passage[cursor].opensSentence || passage[cursor].isMark(".") {
        return false
      }
    }
    return false
  }

  private static func isEnglishPlural(_ passage: Passage, _ index: Int) -> Bool {
    if Words.oddPlurals.contains(passage[index].key) { return true }
    let word = passage.folded(index)
    return word.count > 3 && word.last == 0x73 && word[word.count - 2] != 0x73
      && passage.isOrdinary(index) && !passage.isGrammar(index)
      && !passage.has(index, .speech)
  }

  // MARK: French

  private static func isFrenchWord(_ passage: Passage, _ index: Int) -> Bool {
    guard let next = passage.following(index) else { return false }
    let key = passage[next].key
    let after = passage.following(next)
    // « Grâce à Dieu », « Grâce aux voisins »
    if passage[index].key == Words.grace, Words.towards.contains(key) { return true }
    // « Claire comme de l'eau »
    if key == Words.like { return true }
    guard next == index + 1, let after else { return false }
    // « Pierre après pierre »
    if passage[after].key == passage[index].key, passage[after].shape == .lower { return true }
    // « Victoire de façade », « Pierre de taille »: no article, no capital, so no surname, no owner.
    if key == Words.of, after == next + 1, passage[after].shape == .lower,
      !passage.isGrammar(after), passage.isOrdinary(after)
    {
      return true
    }
    // « Claire et froide, la nuit »
    return key == Words.and && passage[after].shape == .lower && !passage.isGrammar(after)
      && passage.isOrdinary(after) && !passage.has(after, .kinship)
      && passage.isFollowed(after, by: ",")
      && after + 2 < passage.count && passage.has(after + 2, .determiner)
  }

  // MARK: Russian and Ukrainian

  /// «В зоопарке жил лев. Льва кормили»: the noun of the sentence before, with nobody of that name
  /// around.
  private func continuesWord(
    _ passage: Passage, _ index: Int, _ match: PersonRegistry.PartMatch
  ) -> Bool {
    guard match.source == .caseEnding else { return false }
    var sawWord = false
    var isSameSentence = true
    for cursor in stride(from: index - 1, through: max(0, index - 300), by: -1)
    where passage[cursor].isWord {
      let isForm = isForm(passage, cursor, match)
      if isForm, passage[cursor].isCapitalized { return false }
      if isForm, isSameSentence, passage.isOrdinary(cursor) { sawWord = true }
      if passage[cursor].opensSentence { isSameSentence = false }
    }
    guard sawWord else { return false }
    for cursor in index + 1..<min(index + 300, passage.count)
    where passage[cursor].isCapitalized && !passage[cursor].opensSentence {
      if isForm(passage, cursor, match) { return false }
    }
    return true
  }

  private func isForm(
    _ passage: Passage, _ index: Int, _ match: PersonRegistry.PartMatch
  ) -> Bool {
    registry.matches(passage[index].key).contains {
      $0.person == match.person && (passage[index].isCapitalized || $0.part == match.part)
    }
  }

  private enum Words {
    static let mark = key("mark")
    static let all = key("all")
    static let but = key("but")
    static let the = key("the")
    static let roman = WordList("names-that-are-words-roman")
    static let be = WordList("names-that-are-words-be")
    static let amounts = WordList("names-that-are-words-amounts")
    static let superlatives = WordList("names-that-are-words-superlatives")
    static let subjects = WordList("names-that-are-words-subjects")
    static let wishes = WordList("names-that-are-words-wishes")
    static let englishComplements = WordList("names-that-are-words-english-complements")
    static let pluralVerbs = WordList("names-that-are-words-plural-verbs")
    static let oddPlurals = WordList("names-that-are-words-odd-plurals")
    static let grace = key("grâce")
    static let towards = WordList("names-that-are-words-towards")
    static let like = key("comme")
    static let of = key("de")
    static let and = key("et")

    private static func key(_ word: String) -> FoldedKey { FoldedKey(folded: Fold.string(word)) }
  }
}
