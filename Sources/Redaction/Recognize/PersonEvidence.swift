/// What tells that a run of words is somebody's name, or the name of something else.
extension PersonRecognizer {
  func evidence(
    _ passage: Passage, _ first: Int, _ last: Int, _ words: [Int]
  ) -> Evidence? {
    if let cue = passage.isCuedAsPerson(first),
      cue.role == nil || !isBodyAfterOffice(passage, first, words)
    {
      let role = cue.role.flatMap { $0.isEmpty ? nil : $0 }
      return Evidence(
        why: "after a title, a rank or a word for kin", confidence: 0.9, gender: cue.gender,
        role: role,
        isSure: true)
    }
    if isLabel(passage, first) {
      return Evidence(why: "the label of a speaker", confidence: 0.8, isSure: true)
    }
    if isThing(passage, words) || words.count == 1 && passage.isAdjective(first) { return nil }
    if passage.grammar.has(.opensWithNoun) {
      if words.count == 1, FrenchNames.followsArticle(passage, first) { return nil }
      if words.count == 1, FrenchNames.isPlace(passage, first) { return nil }
      if passage.isOrdinary(first),
        FrenchNames.opensAsSubject(passage, first) || FrenchNames.opensWithAside(passage, first)
      {
        return Evidence(
          why: "a noun that opens a sentence as a name", confidence: 0.6, isSure: true)
      }
    }
    let facts = words.map { passage.nameFacts($0) }
    if words.contains(where: { passage.isInitial($0) }) {
      let full = words.filter { !passage.isInitial($0) }
      if full.isEmpty {
        if let next = passage.following(last), passage.has(next, .identifierCue) { return nil }
        return words.count >= 2 && isDotted(passage, words)
          ? Evidence(why: "initials", confidence: 0.6, isSure: false) : nil
      }
      // "G.R. Case No. 318"
      if passage.grammar.has(.capitalizesHeadings), let end = full.last,
        passage.has(end, .identifierCue)
      {
        return nil
      }
      // "Building C. There were …": a letter that ends a sentence.
      if passage.grammar.has(.capitalizesHeadings),
        full.allSatisfy({ passage.isOrdinary($0) && passage.nameFacts($0).isEmpty })
      {
        return nil
      }
      return Evidence(why: "a name with initials", confidence: 0.85, isSure: true)
    }
    if facts.contains(where: { $0.contains(.patronymic) }) {
      return Evidence(why: "a patronymic", confidence: 0.9, isSure: true)
    }
    let isPlace = isPlaceWord(passage, first, last) || isPlaceName(passage, words)
    if passage[first].shape == .upper, words.count == 1, passage[first].value <= 4 { return nil }
    if let given = facts.first,
      !given.intersection([.givenMale, .givenFemale, .diminutive]).isEmpty
    {
      if words.count > 1, !isPlace {
        return Evidence(why: "a first name and more", confidence: 0.85, isSure: true)
      }
      if isPlace { return nil }
      let ordinary = passage.isOrdinary(first)
      if ordinary, passage[first].opensSentence, !passage.isFollowedBySpeech(last),
        !isSignature(passage, first)
      {
        // "СОРОКА: Лев." A sentence of one word that is a first name.
        guard passage.isSlavic,
          isWholeSentence(passage, first) || isNameBySlavicSyntax(passage, first)
        else { return nil }
      }
      return Evidence(
        why: "a first name", confidence: ordinary ? 0.6 : 0.8, isSure: !ordinary)
    }
    if facts.contains(where: { !$0.intersection([.givenMale, .givenFemale]).isEmpty }),
      words.count > 1,
      !isPlace
    {
      return Evidence(why: "a name with a first name in it", confidence: 0.75, isSure: true)
    }
    if isPlace { return nil }
    if facts.contains(where: { $0.contains(.surname) }), !passage.isOrdinary(first) {
      return Evidence(why: "a surname", confidence: 0.65, isSure: true)
    }
    if passage.isSlavic, let why = SlavicSomebody.why(passage, first, last) {
      return Evidence(why: why, confidence: 0.6, isSure: true)
    }
    if passage.grammar.has(.opensWithNoun), FrenchPeople.isOddFirstName(passage, first, last) {
      return Evidence(why: "a capital before a surname", confidence: 0.6, isSure: true)
    }
    guard !passage.isOrdinary(first) else { return nil }
    if words.count == 1, isAcronym(passage, first) { return nil }
    if passage.grammar.has(.opensWithNoun), let why = FrenchPeople.evidence(passage, first, last) {
      return Evidence(why: why, confidence: 0.6, isSure: true)
    }
    if passage.isFollowedBySpeech(last), !passage.has(first, .ordinary) {
      return Evidence(why: "an unknown word that speaks or acts", confidence: 0.6, isSure: true)
    }
    if passage.grammar.has(.capitalizesHeadings), passage[first].shape == .title,
      DealingsWithPeople.precede(passage, first),
      passage.lexicon.place(passage[first].key) == nil
    {
      return Evidence(
        why: "an unknown word after what is done to people", confidence: 0.6, isSure: true)
    }
    if passage.isPossessor(last) {
      return Evidence(why: "an unknown word that owns something", confidence: 0.5, isSure: false)
    }
    return nil
  }

  /// "следователь ДКНБ": the capitals of a body after a rank or an office.
  func isBodyAfterOffice(_ passage: Passage, _ first: Int, _ words: [Int]) -> Bool {
    passage.isSlavic && words.count == 1 && passage[first].shape == .upper
      && passage[first].value <= 5 && !passage[first].isBare && passage.nameFacts(first).isEmpty
  }

  /// A line of one word that is a first name, at the end of an English or a French text: who wrote it.
  func isSignature(_ passage: Passage, _ index: Int) -> Bool {
    guard !passage.isSlavic, index > 20, passage[index].shape == .title,
      passage.opensLine(index), passage.count - index <= 12,
      index + 1 >= passage.count || passage[index + 1].kind == .newline,
      index >= 2, passage[index - 2].kind == .newline || passage[index - 2].isMark(",")
    else { return false }
    return !passage.nameFacts(index).isDisjoint(with: [.givenMale, .givenFemale, .diminutive])
  }

  /// "Урус-Мартановского района", "Брестской больницы": an adjective before a word for a place or
  /// a body; "под Кременной Баира": a place, after which a name begins.
  func namesSomethingElse(_ passage: Passage, _ last: Int, _ words: [Int]) -> Bool {
    if SlavicPlaceForms.isPlace(passage, words) { return true }
    if passage.endsAsRelational(last), let next = passage.following(last),
      passage[next].shape == .lower || passage.has(next, .body),
      passage.has(next, .placeNoun) || passage.has(next, .body)
        || passage.has(next, .street) || passage.has(next, .unitNoun)
        || passage.match(next, .body) != nil
    {
      return true
    }
    if let first = words.first, let noun = passage.preceding(first), noun == first - 1,
      passage.has(noun, .placeNoun), !passage.has(noun, .kinship), passage[noun].value > 3,
      passage.nameFacts(first).intersection(.patronymic).isEmpty
    {
      return true
    }
    guard words.count > 1, let first = words.first, let before = passage.preceding(first),
      passage.has(before, .placeCue), !Self.ofPeople.contains(passage[before].key),
      passage.nameFacts(first).intersection([.givenMale, .givenFemale]).isEmpty,
      !passage.nameFacts(words[1]).intersection(.given).isEmpty,
      !words.contains(where: { passage.nameFacts($0).contains(.patronymic) })
    else { return false }
    return passage.endsAsAdjective(first) || passage.lexicon.place(passage[first].key) != nil
  }

  /// "P.S.", "U.S.": initials that are nobody's.
  static let abbreviations = WordList("person-abbreviations")

  /// Whether the words name a street, a river, a body: after an article or a word of place, or when
  /// the first of them is the word for it.
  func isThing(_ passage: Passage, _ words: [Int]) -> Bool {
    guard passage.grammar.has(.capitalizesHeadings), words.count > 1, let first = words.first else {
      return false
    }
    if passage.has(first, .placeNoun), passage.nameFacts(first).intersection(.given).isEmpty {
      return true
    }
    // "Savieckaja Street"
    if let last = words.last, passage.has(last, .street),
      passage.nameFacts(first).intersection(.given).isEmpty
        || words.count == 2 && !passage.nameFacts(last).contains(.surname)
    {
      return true
    }
    guard let before = passage.preceding(first),
      passage.has(before, .placeCue) || passage.has(before, .determiner)
    else { return false }
    return words.dropFirst().contains {
      passage.has($0, .street) || passage.has($0, .placeNoun) || passage.has($0, .body)
    }
  }

  /// "The SEBIN came": capitals among small letters that no table of names knows.
  func isAcronym(_ passage: Passage, _ index: Int) -> Bool {
    guard passage[index].shape == .upper, passage[index].value <= 7 else { return false }
    return [passage.preceding(index), passage.following(index)].contains {
      $0.map { passage[$0].shape == .lower } ?? false
    }
  }

  func isDotted(_ passage: Passage, _ words: [Int]) -> Bool {
    words.allSatisfy { passage.isFollowed($0, by: ".") }
      && !Self.abbreviations.contains(
        words.dropFirst().reduce(passage[words[0]].key) { $0.followed(by: passage[$1].key) })
  }

  /// Whether a place is meant: after "in", "near"; after "to" with a word of going before it.
  func isPlaceWord(_ passage: Passage, _ first: Int, _ last: Int) -> Bool {
    guard let before = passage.preceding(first), passage.has(before, .placeCue) else {
      return false
    }
    if passage.isSlavic { return isSlavicPlace(passage, first, last, before) }
    if passage.isPossessor(last) { return false }
    if passage.grammar.has(.opensWithNoun),
      FrenchNames.isOfPlace(passage, first, before) || FrenchPlaceNames.isSaint(passage, first)
    {
      return true
    }
    if !Self.inside.contains(passage[before].key), passage.isFollowedBySpeech(last) { return false }
    if passage.grammar.has(.opensWithNoun), FrenchNames.isTowards(passage, before) {
      return first == last
        && passage.lexicon.place(passage[first].key).map {
          passage.nameFacts(first).intersection([.givenMale, .givenFemale]).isEmpty
            || $0.size >= .town && $0.size != .region
        } ?? false
    }
    if Self.ofPeople.contains(passage[before].key) {
      guard first == last, passage.lexicon.place(passage[first].key) != nil,
        let way = passage.preceding(before)
      else { return false }
      return Self.going.contains(passage[way].key)
    }
    if first == last { return passage.lexicon.place(passage[first].key) != nil }
    return Self.inside.contains(passage[before].key)
  }

  /// "в Йошкар-Оле", "из Талгара", "до Петропавловска".
  func isSlavicPlace(_ passage: Passage, _ first: Int, _ last: Int, _ before: Int) -> Bool {
    if first < last {
      return last == first + 2 && Passage.isHyphen(passage[first + 1]) && !passage[last].gap
    }
    if Self.ofPeople.contains(passage[before].key), passage[before].key != Self.upTo {
      return false
    }
    guard
      passage.nameFacts(first).intersection([.givenMale, .givenFemale]).isEmpty
        || passage.lexicon.place(passage[first].key).map({ $0.size >= .city }) == true
    else { return false }
    return passage.lexicon.place(passage[first].key) != nil
      || Lemma.candidates(passage.folded(first)).contains { passage.lexicon.place($0) != nil }
  }

  static let upTo = FoldedKey(folded: "до")

  /// Whether the words are, by the table, the name of a place of some size.
  func isPlaceName(_ passage: Passage, _ words: [Int]) -> Bool {
    guard let first = words.first else { return false }
    let key = words.dropFirst().reduce(passage[first].key) { $0.followed(by: passage[$1].key) }
    // "the San Cristóbal line"
    if words.count > 1, EnglishSaints.titles.contains(passage[first].key),
      !passage.isFollowedBySpeech(first),
      passage.lexicon.place(key) != nil
    {
      return true
    }
    guard let fact = passage.lexicon.place(key), !fact.isAlternateName else { return false }
    return words.count > 1
      || fact.size >= .city && fact.populationClass >= 11 && !passage.isFollowedBySpeech(first)
  }

  static let going = WordList("person-going")
  static let inside = WordList("person-inside")

  static let ofPeople = WordList("person-of-people")
}
