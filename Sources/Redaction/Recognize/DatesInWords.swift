/// Feasts, ordinals and years of birth.
extension DateRecognizer {
  func feast(_ passage: Passage, _ index: Int) -> Found? {
    guard let feast = passage.match(index, .feast),
      !passage.grammar.has(.capitalizesMonths) || passage[index].isCapitalized
    else { return nil }
    var date = DateExpression(season: feast.value.isEmpty ? nil : feast.value, isFeast: true)
    var last = feast.last
    // "Our Lady's birthday, 8 September 1964"
    if passage.isFollowed(last, by: ","), last + 2 < passage.count,
      let (more, _, end, _) = dayFirst(passage, last + 2)
    {
      return (more, index, end, "a feast day with its date")
    }
    last = yearAfter(passage, last, &date)
    return (date, index, last, "a feast day")
  }

  /// "on the 14th", "on the eleventh", and in Russian "четырнадцатого" alone.
  func bareOrdinal(_ passage: Passage, _ index: Int) -> Found? {
    if passage.isSlavic {
      if let found = dayOfMonth(passage, index) { return found }
      guard passage[index].isCyrillic, let day = passage.ordinal(index), day.value > 3,
        (1...31).contains(day.value), passage.endsInGenitive(day.last),
        // "з дев'яносто восьмого": a year.
        index == 0 || !passage.has(index - 1, .cardinal)
      else { return nil }
      guard passage.following(day.last).map({ isGrammar(passage, $0) }) ?? true else { return nil }
      return (DateExpression(day: day.value), index, day.last, "a day of the month")
    }
    if passage.grammar.has(.countsDays) { return countedDay(passage, index) }
    guard passage.grammar.has(.capitalizesMonths) else { return nil }
    guard passage[index].key == Self.on, let the = passage.following(index),
      passage[the].key == Self.the, let at = passage.following(the),
      let day = passage.ordinal(at), (1...31).contains(day.value),
      day.value > 3 || passage[at].isNumber, monthAfter(passage, day.last) == nil
    else { return nil }
    guard passage.following(day.last).map({ isGrammar(passage, $0) }) ?? true else { return nil }
    return (DateExpression(day: day.value), at, day.last, "a day of the month")
  }

  /// "le 3", "du trois au cinq": a number that is a day by its article.
  private func countedDay(_ passage: Passage, _ index: Int) -> Found? {
    guard let at = FrenchDates.bare(passage, index), let day = dayNumber(passage, at) else {
      return nil
    }
    var last = day.last
    if let end = FrenchDates.rangeEnd(passage, last), passage[end].isNumber,
      let second = dayNumber(passage, end)
    {
      last = second.last
    }
    guard passage.following(last).map({ isGrammar(passage, $0) }) ?? true,
      last + 1 >= passage.count
        || !["%", "°", "/"].contains(where: { passage[last + 1].isMark($0) })
    else { return nil }
    let first = passage.has(index, .weekday) ? index : at
    return (DateExpression(day: day.value), first, last, "a day of the month")
  }

  /// "14-го", "третьего числа": a day with its ending in figures, or with the word for a date.
  func dayOfMonth(_ passage: Passage, _ index: Int) -> Found? {
    guard let day = passage.ordinal(index), (1...31).contains(day.value) else { return nil }
    let next = passage.following(day.last)
    if let next, Self.dayWords.contains(passage[next].key) {
      return (DateExpression(day: day.value), index, next, "a day of the month")
    }
    guard passage[index].isNumber, Self.dayEndings.contains(passage[day.last].key),
      next.map({ isGrammar(passage, $0) }) ?? true
    else { return nil }
    return (DateExpression(day: day.value), index, day.last, "a day of the month")
  }

  static let dayWords = WordList("date-day-words")
  static let decadeEndings = WordList.each("date-decade-endings")
  static let dayEndings = WordList("date-day-endings")
  static let on = FoldedKey(folded: "on")
  static let the = FoldedKey(folded: "the")

  func isGrammar(_ passage: Passage, _ index: Int) -> Bool {
    passage.has(index, .pronoun) || passage.has(index, .preposition)
      || passage.has(index, .conjunction) || passage.has(index, .auxiliary)
      || passage.has(index, .speech)
  }

  /// "1986 года рождения", "born in 1986".
  func birthYear(_ passage: Passage, _ index: Int) -> Found? {
    guard let year = passage.year(index) else { return nil }
    // "в начале 1990-х годов": ten years, not one.
    if passage.isSlavic, year % 10 == 0, let ending = passage.suffix(of: index),
      Self.decadeEndings[passage.language].contains(passage[ending].key)
    {
      return nil
    }
    // "né dans les années 1990": a decade is none.
    if passage.grammar.has(.countsDays),
      passage.preceding(index).map({ passage[$0].key == Self.years })
        ?? false
    {
      return nil
    }
    var last = index
    var cursor = index
    for _ in 0..<2 {
      guard let next = passage.following(cursor) ?? afterFullStop(passage, cursor) else { break }
      if Self.birthWords.contains(passage[next].key),
        passage[next].key != Self.ne || FrenchDates.isBorn(passage, next)
      {
        last = next
        break
      }
      if Self.birthMarks.contains(passage[next].key), passage.isFollowed(next, by: ".") {
        last = next + 1
        break
      }
      guard passage.value(next, .dateModifier) == "year" else { break }
      cursor = next
    }
    guard last > index || isBirth(passage, index) else { return nil }
    var date = DateExpression(year: year)
    date.isBirth = true
    return (date, index, last, "a year of birth")
  }

  /// "восемьдесят шестого года рождения", "две тысячи третьего года рождения".
  func spelledBirth(_ passage: Passage, _ index: Int) -> Found? {
    guard passage.isSlavic, passage[index].isCyrillic else { return nil }
    var last = index
    guard let year = spelledYear(passage, index, &last), let word = passage.following(last),
      passage.value(word, .dateModifier) == "year", let birth = passage.following(word),
      Self.birthWords.contains(passage[birth].key)
    else { return nil }
    var date = DateExpression(year: year)
    date.isBirth = true
    return (date, index, birth, "a year of birth")
  }

  /// "8.02.2021 р.": the short word for the year after a date in figures.
  func yearWord(_ passage: Passage, _ last: Int) -> Int? {
    guard passage[last].isNumber, let next = passage.following(last), next == last + 1,
      passage[next].isWord, passage[next].value == 1, passage.isFollowed(next, by: "."),
      passage.value(next, .dateModifier) == "year"
    else { return nil }
    return next + 1
  }

  /// "12.04.1979 г.р.", "21.02.1983 года рождения": the end of what says that it is a birthday.
  func birthAfter(_ passage: Passage, _ last: Int) -> Int? {
    guard var next = passage.following(last), next == last + 1, passage[next].isWord else {
      return nil
    }
    if passage.value(next, .dateModifier) == "year" {
      guard let after = passage.following(next) ?? afterFullStop(passage, next) else { return nil }
      next = after
    }
    if Self.birthMarks.contains(passage[next].key), passage.isFollowed(next, by: "."),
      next > last + 1 || passage[next].value > 1 || passage[last].isMark(".")
    {
      return next + 1
    }
    return Self.birthWords.contains(passage[next].key) && next > last + 1 ? next : nil
  }

  func afterFullStop(_ passage: Passage, _ index: Int) -> Int? {
    guard passage.isFollowed(index, by: "."), passage[index].isWord, passage[index].value <= 2,
      index + 2 < passage.count, passage[index + 2].isWord
    else { return nil }
    return index + 2
  }
}
