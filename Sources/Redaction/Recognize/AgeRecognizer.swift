/// How old somebody is: with the word for years, after "aged", after "I am", in an aside.
struct AgeRecognizer: Recognizer {
  let name = "age"

  func find(in passage: Passage, into mentions: inout [Mention]) {
    var index = 0
    while index < passage.count {
      if let (age, first, last) = age(passage, index) {
        mentions.append(
          mention(passage, first, last, .age, "an age", confidence: 0.9, detail: .age(age)))
        index = last + 1
      } else {
        index += 1
      }
    }
  }

  private typealias Found = (AgeExpression, Int, Int)

  private func age(_ passage: Passage, _ index: Int) -> Found? {
    if passage.isSlavic, passage[index].isWord || passage[index].isNumber,
      let found = slavic(passage, index)
    {
      return (found.age, found.first, found.last)
    }
    guard let number = passage.cardinal(index), (0...120).contains(number.value),
      !passage.isSlavic || !isVague(passage, index, number.last) && !isCount(passage, index)
    else { return nil }
    if index > 0,
      Passage.isHyphen(passage[index - 1]) || passage[index - 1].isMark(".")
        || passage[index - 1].isMark(",") || passage[index - 1].isMark("–"), !passage[index].gap
    {
      return nil
    }
    return withUnit(passage, index, number) ?? compound(passage, index, number)
      ?? afterCue(passage, index, number) ?? aside(passage, index, number)
  }

  /// "27 years old", "27-year-old", "двадцать семь лет" where a person's age is meant.
  private func withUnit(
    _ passage: Passage, _ index: Int, _ number: (value: Int, last: Int)
  ) -> Found? {
    guard let next = passage.following(number.last), let unit = passage.match(next, .ageUnit) else {
      return nil
    }
    if passage.grammar.has(.saysAgesBare) {
      let hyphenated = Passage.isHyphen(passage[next - 1])
      let isYears = unit.value.isEmpty
      let years = isYears && !isMonths(passage, next) ? number.value : 0
      let form: AgeExpression.Form = hyphenated ? .adjective : .phrase
      return (AgeExpression(years: years, form: form), ageStart(passage, index), unit.last)
    }
    guard isPersonal(passage, index, unit.last) else { return nil }
    let start = passage.grammar.has(.hasAges) ? FrenchAge.start(passage, index) : index
    return (AgeExpression(years: number.value, form: .phrase), start, unit.last)
  }

  private func isMonths(_ passage: Passage, _ index: Int) -> Bool {
    Self.smallUnits.contains(passage[index].key)
  }

  private static let smallUnits = WordList("age-small-units")

  /// Outside English a number of years is an age where the words around it say so.
  private func isPersonal(_ passage: Passage, _ index: Int, _ last: Int) -> Bool {
    if passage.grammar.has(.hasAges) { return FrenchAge.isPersonal(passage, index, last) }
    if let next = passage.following(last), passage.has(next, .ageBand) { return false }
    // Between commas or brackets after a name, or closing a clause: "Merveille, 9 ans, lave".
    let before = index > 0 ? passage[index - 1] : nil
    let after = last + 1 < passage.count ? passage[last + 1] : nil
    let closes = after.map { $0.kind != .word && $0.kind != .number } ?? true
    // "вагітна (28 тижнів)" is no age.
    if index > 1, passage.has(index - 2, .trait), passage.isSlavic { return false }
    if let before, before.isMark(",") || before.isMark("("), closes { return true }
    if passage.isSlavic, hasSubject(passage, before: index) || isOwned(passage, index, last) {
      return true
    }
    var cursor = index
    for _ in 0..<4 {
      guard let previous = passage.preceding(cursor) else { break }
      if passage.value(previous, .ageCue)?.isEmpty == true { return true }
      if passage.has(previous, .ageBand) { return false }
      cursor = previous
    }
    return false
  }

  /// "28-летнего", "28-річний": a number and an adjective of years in one word.
  private func compound(
    _ passage: Passage, _ index: Int, _ number: (value: Int, last: Int)
  ) -> Found? {
    guard passage.language.isSlavic,
      let next = passage.following(number.last), !passage[next].gap,
      passage.value(next, .ageBand) == "adjective"
    else { return nil }
    return (AgeExpression(years: number.value, form: .adjective), index, next)
  }

  /// "aged 44", "I am twenty-six", "turned eight", "at sixteen".
  private func afterCue(
    _ passage: Passage, _ index: Int, _ number: (value: Int, last: Int)
  ) -> Found? {
    guard closes(passage, number.last) || isTurning(passage, index, number) else { return nil }
    if passage.grammar.has(.hasAges), FrenchAge.isLabelled(passage, index) {
      return (AgeExpression(years: number.value, form: .bare), index, number.last)
    }
    guard let before = passage.preceding(index) else { return nil }
    if passage.isSlavic {
      guard number.value > 1,
        hasSubject(passage, before: index)
          || slavicAt(passage, index, number.last, number.value)
      else { return nil }
      return (AgeExpression(years: number.value, form: .bare), index, number.last)
    }
    if let cue = cueEnding(passage, at: before) {
      if !cue.value.isEmpty {
        return (AgeExpression(years: number.value, form: .verb(cue.value)), cue.first, number.last)
      }
      if Self.strong.contains(passage[before].key) {
        let last = severalAges(passage, number.last)
        return (
          AgeExpression(years: number.value, form: last > number.last ? .several : .phrase),
          cue.first, last
        )
      }
      if passage.grammar.has(.saysAgesBare), (5...99).contains(number.value),
        hasPersonalSubject(passage, before),
        !passage[index].isCapitalized
      {
        // "a woman, about 40"
        let start = Self.softening.contains(passage[before].key) ? before : index
        return (AgeExpression(years: number.value, form: .bare), start, number.last)
      }
      if !passage.grammar.has(.saysAgesBare),
        !passage.grammar.has(.hasAges) || FrenchAge.isStated(passage, cue.first)
      {
        return (AgeExpression(years: number.value, form: .bare), index, number.last)
      }
    }
    // "a boy of nineteen"
    if passage.grammar.has(.saysAgesBare), passage[before].key == Self.of,
      (13...110).contains(number.value), let somebody = passage.preceding(before),
      Self.sexes.contains(passage[somebody].key)
        || passage.has(somebody, .kinship) && passage[somebody].shape == .lower
    {
      return (AgeExpression(years: number.value, form: .phrase), before, number.last)
    }
    if passage.grammar.has(.saysAgesBare), isContracted(passage, before),
      (2...110).contains(number.value)
    {
      return (AgeExpression(years: number.value, form: .bare), index, number.last)
    }
    if passage.grammar.has(.saysAgesBare), passage[before].key == Self.at,
      (13...99).contains(number.value),
      !isClock(passage, number.last)
    {
      return (AgeExpression(years: number.value, form: .at), before, number.last)
    }
    return nil
  }

  /// "he's turned 34 there": a verb of age, and nothing that is counted after the number.
  private func isTurning(
    _ passage: Passage, _ index: Int, _ number: (value: Int, last: Int)
  ) -> Bool {
    guard passage.grammar.has(.saysAgesBare), let verb = passage.preceding(index),
      passage.value(verb, .ageCue)?.isEmpty == false, let next = passage.following(number.last)
    else { return false }
    return passage[next].isWord && !passage.has(next, .quantity) && !passage.has(next, .timeUnit)
      && !Self.counted.contains(passage[next].key)
  }

  private static let counted = WordList("age-counted")

  /// "she's 81", "he'd be 19": a person before a verb that has lost its head.
  private func isContracted(_ passage: Passage, _ index: Int) -> Bool {
    var verb = index
    if passage[verb].key == Self.be, let before = passage.preceding(verb) { verb = before }
    guard Self.clipped.contains(passage[verb].key), verb >= 2,
      Passage.isApostrophe(passage[verb - 1]), !passage[verb].gap
    else { return false }
    return Self.someone.contains(passage[verb - 2].key)
      || passage[verb - 2].shape == .title && passage.has(verb - 2, .kinship)
      || passage[verb - 2].shape == .title && !passage.isExplained(verb - 2)
  }

  private static let be = FoldedKey(folded: "be")
  private static let clipped = WordList("age-clipped")
  private static let someone = WordList("age-someone")

  /// "aged nine and six": the last of several ages.
  private func severalAges(_ passage: Passage, _ last: Int) -> Int {
    var end = last
    while end + 2 < passage.count,
      passage[end + 1].isMark(",") || passage.has(end + 1, .conjunction)
    {
      var next = end + 2
      if passage[end + 1].isMark(","), passage.has(next, .conjunction) { next += 1 }
      guard let number = passage.cardinal(next), (0...110).contains(number.value) else { break }
      end = number.last
    }
    return end
  }

  private static let strong = WordList("age-strong")
  private static let plural = WordList("age-plural")
  private static let at = FoldedKey(folded: "at")
  private static let of = FoldedKey(folded: "of")
  private static let softening = WordList("age-softening")

  private func cueEnding(_ passage: Passage, at index: Int) -> (first: Int, value: String)? {
    if let before = passage.preceding(index), let phrase = passage.match(before, .ageCue),
      phrase.last == index
    {
      return (before, phrase.value)
    }
    if let far = passage.preceding(index).flatMap({ passage.preceding($0) }),
      let phrase = passage.match(far, .ageCue), phrase.last == index
    {
      return (far, phrase.value)
    }
    return passage.value(index, .ageCue).map { (index, $0) }
  }

  /// "I am", "she was only", "Bogdan is": a person before the verb.
  private func hasPersonalSubject(_ passage: Passage, _ index: Int) -> Bool {
    // "Narek, then 12, is …"
    if index >= 2, passage[index - 1].isMark(","),
      passage[index - 2].isCapitalized
        || passage.has(index - 2, .kinship)
    {
      return true
    }
    var cursor = index
    for _ in 0..<3 {
      guard let previous = passage.preceding(cursor) else {
        // "Now 26, he repairs …"
        return cursor == index && passage[index].opensSentence
      }
      if passage.has(previous, .pronoun) || passage[previous].isCapitalized
        || passage.has(previous, .kinship)
      {
        return !Self.plural.contains(passage[previous].key)
      }
      guard passage.has(previous, .ageCue) || passage.has(previous, .auxiliary) else {
        return false
      }
      cursor = previous
    }
    return false
  }

  /// Whether nothing that is counted follows: a mark, a line end, or a small word of grammar.
  private func closes(_ passage: Passage, _ last: Int) -> Bool {
    guard last + 1 < passage.count else { return true }
    let next = passage[last + 1]
    if next.kind == .newline { return true }
    if next.kind == .mark {
      return !(Passage.isHyphen(next) && !next.gap) && !next.isMark("%") && !next.isMark("$")
        && !(next.isMark(":") && !next.gap && last + 2 < passage.count
          && passage[last + 2].isNumber)
        && !next.isMark("/") && !next.isMark("°")
    }
    if next.isNumber { return false }
    if passage.has(last + 1, .quantity) || passage.has(last + 1, .timeUnit) { return false }
    if passage.has(last + 1, .ordinary), passage[last + 1].isCapitalized == false { return false }
    return passage.has(last + 1, .conjunction) || passage.has(last + 1, .preposition)
      || passage.has(last + 1, .ageCue)
      || passage.has(last + 1, .pronoun) || passage.has(last + 1, .auxiliary)
      || (passage.has(last + 1, .determiner) && !passage.has(last + 1, .cardinal))
  }

  private func isClock(_ passage: Passage, _ last: Int) -> Bool {
    guard let next = passage.following(last) else { return false }
    return passage.has(next, .preposition)
      && passage.following(next).map { far in
        passage.has(far, .determiner) || passage.has(far, .dayPart)
      } == true || passage.has(next, .dayPart)
  }

  /// "(20)" or ", 23," after a name or a word for a person.
  private func aside(
    _ passage: Passage, _ index: Int, _ number: (value: Int, last: Int)
  ) -> Found? {
    guard index >= 2, (3...105).contains(number.value) else { return nil }
    let open = passage[index - 1]
    let isBracket = open.isMark("(")
    // "Palina B., 31, …"
    let isInitial = passage[index - 2].isMark(".") && index >= 3 && passage.isInitial(index - 3)
    guard isBracket || open.isMark(","), passage[index - 2].isWord || isInitial else { return nil }
    // "Rahima Khatun, 22 years, …"
    var last = number.last
    if passage.grammar.has(.saysAgesBare), let unit = passage.following(last),
      Self.years.contains(passage[unit].key)
    {
      last = unit
    }
    let number = (value: number.value, last: last)
    guard number.last + 1 < passage.count else { return nil }
    let close = passage[number.last + 1]
    if isBracket {
      guard close.isMark(")") || close.isMark(",") else { return nil }
    } else {
      guard
        close.isMark(",") || close.isMark(".") || close.isMark(";") || close.kind == .newline
          || close.isMark(")") && Self.sexes.contains(passage[index - 2].key)
          || passage.has(number.last + 1, .conjunction) && number.value > 12
            && passage.cardinal(index + 0) != nil,
        passage[index].gap, !passage.has(index - 2, .month), !passage.has(index - 2, .street)
      else { return nil }
    }
    let subject = isInitial ? index - 3 : index - 2
    guard
      passage[subject].shape == .title || passage[subject].shape == .initial
        || passage[subject].shape == .upper
        || passage.has(subject, .kinship) || passage.has(subject, .job)
        || passage.has(subject, .pronoun)
        || Self.strong.contains(passage[subject].key)
        || Self.sexes.contains(passage[subject].key)
    else { return nil }
    // "Firminy (42)": a department.
    if passage.grammar.has(.hasAges), isBracket,
      FrenchPlaceNames.withDepartment(passage, subject) > subject,
      passage.lexicon.place(passage[subject].key) != nil,
      passage.nameFacts(subject).intersection(.given).isEmpty
    {
      return nil
    }
    guard !passage.has(subject, .identifierCue), !passage.has(subject, .building),
      !passage.has(subject, .weekday), passage.ordinal(subject) == nil,
      passage.cardinal(subject) == nil
    else { return nil }
    return (
      AgeExpression(years: number.value, form: isBracket ? .aside : .bare), index, number.last
    )
  }

  private static let years = WordList("age-years")
  private static let sexes = WordList("age-sexes")

  /// Takes in "aged" or "the age of" before a phrase with years.
  private func ageStart(_ passage: Passage, _ index: Int) -> Int {
    guard let before = passage.preceding(index), Self.strong.contains(passage[before].key),
      let cue = cueEnding(passage, at: before)
    else { return index }
    return cue.first
  }
}

extension Passage {
  /// "sixty school skirts", "8,400": a number that says how many of something there are, and not how
  /// old somebody is. A reader may take it for an age.
  func isCounted(_ first: Int, _ last: Int) -> Bool {
    if tokens[first].isNumber, isDecimal(first) { return true }
    // "we stayed seven ⟦weeks⟧": a unit is no age by itself.
    if first == last, has(first, .timeUnit), cardinal(first) == nil { return true }
    // "for thirty years"
    if let before = preceding(first), Self.spans[language].contains(tokens[before].key) {
      return true
    }
    // "back in her third year", « en troisième année »
    if !isSlavic, let number = ordinal(first), following(number.last) == last,
      has(last, .timeUnit) || has(last, .ageUnit)
    {
      return true
    }
    guard let number = cardinal(first) else { return false }
    // «Нас было девять»
    if let verb = preceding(first), let whole = preceding(verb),
      Self.wholes[language].contains(tokens[whole].key), has(verb, .auxiliary)
    {
      return true
    }
    // "gave him sixteen years": in English nobody is sixteen years.
    if grammar.has(.saysAgesBare), following(number.last) == last, has(last, .timeUnit) {
      return true
    }
    guard number.last == last, last + 1 < count else { return false }
    let next = tokens[last + 1]
    if !next.gap, next.kind == .mark, last + 2 < count, !tokens[last + 2].gap {
      return tokens[last + 2].isNumber || Self.isHyphen(next) && !has(last + 2, .ageUnit)
    }
    guard next.isWord, next.gap, next.shape == .lower, !isGrammar(last + 1),
      !hasAny(last + 1, Cue.ageUnit.bit | Cue.ageBand.bit | Cue.ageCue.bit | Cue.auxiliary.bit)
    else { return false }
    return !endsAsVerb(last + 1)
      || hasAny(last + 1, Cue.quantity.bit | Cue.timeUnit.bit)
  }

  private static let spans = WordList.each("counted-spans")
  private static let wholes = WordList.each("counted-wholes")
}
