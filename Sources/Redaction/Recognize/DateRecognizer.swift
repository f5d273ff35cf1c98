/// Calendar dates, in figures and in words, with their weekday, their year and "the end of".
struct DateRecognizer: Recognizer {
  let name = "date"

  func find(in passage: Passage, into mentions: inout [Mention]) {
    var index = 0
    while index < passage.count {
      assert(mayOpen(passage, index) || date(passage, index) == nil, "a quick no is a no")
      if mayOpen(passage, index), let (date, first, last, why) = date(passage, index) {
        var date = date
        let start = withWhatPrecedes(passage, first, &date)
        date.isBirth = date.isBirth || isBirth(passage, start)
        var last = last
        if passage.isSlavic, let end = birthAfter(passage, last) {
          date.isBirth = true
          last = end
        } else if passage.isSlavic, let end = yearWord(passage, last) {
          last = end
        }
        mentions.append(
          mention(passage, start, last, .date, why, confidence: 0.95, detail: .date(date)))
        index = last + 1
      } else {
        index += 1
      }
    }
  }

  typealias Found = (DateExpression, Int, Int, String)

  func date(_ passage: Passage, _ index: Int) -> Found? {
    let token = passage[index]
    if token.isNumber, let found = figures(passage, index) ?? romanMonth(passage, index) {
      return found
    }
    if passage.grammar.has(.countsDays), let found = FrenchDates.dayAndMonth(passage, index) {
      return (found, index, index + 2, "a day and a month in figures")
    }
    if let found = dayFirst(passage, index) ?? quotedDay(passage, index) { return found }
    if token.isNumber { return birthYear(passage, index) ?? bareOrdinal(passage, index) }
    guard token.isWord else { return nil }
    return monthFirst(passage, index) ?? feast(passage, index) ?? bareOrdinal(passage, index)
      ?? spelledBirth(passage, index)
  }

  /// A quick no for most English words.
  func mayOpen(_ passage: Passage, _ index: Int) -> Bool {
    !passage.grammar.has(.capitalizesMonths) || passage[index].isNumber
      || passage[index].key == Self.on
      || passage.mayMatch(index, Self.openers)
  }

  /// What an English word that opens a date is a sign of.
  static var openers: UInt64 {
    Cue.ordinal.bit | Cue.cardinal.bit | Cue.month.bit | Cue.feast.bit
  }

  // MARK: Figures

  /// "12.03.2003", "23/02/2023", "2023-02-23", "12.03.03".
  func figures(_ passage: Passage, _ index: Int) -> Found? {
    guard
      index == 0 || passage[index].gap
        || passage[index - 1].kind != .word
          && !passage[index - 1].isMark(".") && !passage[index - 1].isMark("/"),
      index + 4 < passage.count, passage[index + 2].isNumber, passage[index + 4].isNumber,
      passage[index + 1].kind == .mark, passage[index + 3].kind == .mark,
      !passage[index + 1].gap, !passage[index + 2].gap, !passage[index + 3].gap,
      !passage[index + 4].gap, isSeparator(passage[index + 1]),
      passage[index + 1].value == passage[index + 3].value
    else { return nil }
    let (a, b, c) = (
      Int(passage[index].value), Int(passage[index + 2].value), Int(passage[index + 4].value)
    )
    let (da, dc) = (passage[index].digits, passage[index + 4].digits)
    // «22-14-56»: two by two with hyphens a telephone in a town is written, and no date.
    if passage.isSlavic, da == 2, dc == 2, Passage.isHyphen(passage[index + 1]) { return nil }
    var date = DateExpression()
    if da == 4, (1850...2099).contains(a), (1...12).contains(b), (1...31).contains(c) {
      (date.year, date.month, date.day) = (a, b, c)
    } else if dc == 4 || dc == 2, dc == 2 || (1850...2099).contains(c), da <= 2 {
      let year = dc == 4 ? c : c > 40 ? 1900 + c : 2000 + c
      if (1...31).contains(a), (1...12).contains(b) {
        (date.year, date.month, date.day) = (year, b, a)
      } else if (1...12).contains(a), (1...31).contains(b) {
        (date.year, date.month, date.day) = (year, a, b)
      } else {
        return nil
      }
    } else {
      return nil
    }
    if index + 5 < passage.count, !passage[index + 5].gap,
      passage[index + 5].isNumber
        || isSeparator(passage[index + 5]) && index + 6 < passage.count
          && passage[index + 6].isNumber
          && !passage[index + 6].gap
    {
      return nil
    }
    return (date, index, index + 4, "a date in figures")
  }

  /// "11.IX.2023", "le 3/XI": a month in Roman figures, which has no other sign.
  func romanMonth(_ passage: Passage, _ index: Int) -> Found? {
    guard (1...31).contains(passage[index].value), passage[index].digits <= 2,
      index + 2 < passage.count, isSeparator(passage[index + 1]), !passage[index + 1].gap,
      index == 0 || passage[index].gap || passage[index - 1].kind == .newline
        || passage[index - 1].isMark("("),
      let month = Roman.month(passage, index + 2)
    else { return nil }
    var date = DateExpression(day: Int(passage[index].value), month: month)
    guard index + 4 < passage.count, isSeparator(passage[index + 3]), !passage[index + 3].gap,
      !passage[index + 4].gap, let year = passage.year(index + 4)
    else {
      return passage[index + 1].isMark("/")
        ? (date, index, index + 2, "a day and a month in Roman figures") : nil
    }
    date.year = year
    return (date, index, index + 4, "a date with a month in Roman figures")
  }

  /// "«09» июня 2016 г.": the day of a form in quotation marks.
  func quotedDay(_ passage: Passage, _ index: Int) -> Found? {
    guard Passage.isQuote(passage[index]), index + 3 < passage.count, passage[index + 1].isNumber,
      passage[index + 1].digits <= 2, (1...31).contains(passage[index + 1].value),
      Passage.isQuote(passage[index + 2]), let month = passage.value(index + 3, .month)
    else { return nil }
    var date = DateExpression(day: Int(passage[index + 1].value), month: Int(month))
    let last = yearAfter(passage, index + 3, &date)
    return (date, index, last, "a day in quotation marks and a month")
  }

  func isSeparator(_ token: Token) -> Bool {
    token.isMark(".") || token.isMark("/") || Passage.isHyphen(token)
  }

  // MARK: Day and month

  /// "14 May 2023", "the 9th of November", "8–9 May", "11 августа 2017 года".
  func dayFirst(_ passage: Passage, _ index: Int) -> Found? {
    guard var day = dayNumber(passage, index) else { return nil }
    var last = day.last
    // "с 5 на 6 сентября".
    if passage.isSlavic, let on = passage.following(last), passage.has(on, .preposition),
      passage[on].value <= 2,
      let second = passage.following(on).flatMap({ dayNumber(passage, $0) }),
      monthAfter(passage, second.last) != nil,
      passage[index].isNumber || passage.endsInGenitive(last)
    {
      last = second.last
    }
    // A range: "8–9 May", "8 and 9 May".
    if last + 2 < passage.count, passage[last + 1].kind == .mark || isBetween(passage, last + 1),
      Passage.isHyphen(passage[last + 1]) || passage[last + 1].isMark("–")
        || passage[last + 1].isMark("/") || isBetween(passage, last + 1),
      let second = dayNumber(passage, last + 2), monthAfter(passage, second.last) != nil
    {
      last = second.last
    }
    if passage.grammar.has(.countsDays), let at = FrenchDates.rangeEnd(passage, last),
      let second = dayNumber(passage, at), monthAfter(passage, second.last) != nil
    {
      day.value = second.value
      last = second.last
    }
    if passage.grammar.has(.countsDays), let feast = passage.following(last),
      passage.has(feast, .feast), passage[index].isNumber
    {
      return (
        DateExpression(day: day.value, isFeast: true), index, feast, "a day of a feast's month"
      )
    }
    guard let month = monthAfter(passage, last) else { return nil }
    var date = DateExpression(day: day.value, month: month.value)
    let end = yearAfter(passage, month.last, &date)
    return (date, index, end, "a day and a month")
  }

  /// "and", "to", "по": between the two days of a range.
  func isBetween(_ passage: Passage, _ index: Int) -> Bool {
    passage.has(index, .conjunction) || Self.between.contains(passage[index].key)
  }

  static let between = WordList("between-days")

  func dayNumber(_ passage: Passage, _ index: Int) -> (value: Int, last: Int)? {
    guard index < passage.count else { return nil }
    let found =
      passage.ordinal(index)
      ?? (passage[index].isNumber ? passage.cardinal(index) : wordDay(passage, index))
    guard let found, (1...31).contains(found.value) else { return nil }
    return found
  }

  func wordDay(_ passage: Passage, _ index: Int) -> (value: Int, last: Int)? {
    passage.grammar.has(.countsDays) ? passage.cardinal(index) : nil
  }

  /// A month after `index`, "of" or a full stop between allowed.
  func monthAfter(_ passage: Passage, _ index: Int) -> (value: Int, last: Int)? {
    guard var next = passage.following(index) else { return nil }
    if passage.has(next, .preposition), let after = passage.following(next),
      passage.has(after, .month)
    {
      next = after
    }
    guard let value = passage.value(next, .month).flatMap({ Int($0) }) else { return nil }
    // "may" is a month only with a capital where the language gives months one.
    if passage.grammar.has(.capitalizesMonths), passage[next].shape == .lower { return nil }
    return (value, next)
  }

  /// "May 12, 2023", "May 2023", "November the ninth", "May" alone.
  func monthFirst(_ passage: Passage, _ index: Int) -> Found? {
    guard let month = passage.value(index, .month).flatMap({ Int($0) }) else { return nil }
    if passage.grammar.has(.capitalizesMonths), passage[index].shape == .lower { return nil }
    var date = DateExpression(month: month)
    var last = index
    var next = passage.following(index)
    if next == nil, passage.isFollowed(index, by: "."), index + 2 < passage.count {
      next = index + 2
    }
    if let next, passage.grammar.has(.capitalizesMonths) || passage[next].isNumber == false {
      var dayAt = next
      if passage.has(next, .determiner), let after = passage.following(next) { dayAt = after }
      let isWord = passage[dayAt].isWord
      if passage.grammar.has(.capitalizesMonths), let day = dayNumber(passage, dayAt),
        passage.year(dayAt) == nil, !isWord || dayAt != next
      {
        date.day = day.value
        last = day.last
        let end = yearAfter(passage, last, &date)
        return (date, index, end, "a month and a day")
      }
    }
    last = yearAfter(passage, last, &date)
    if date.year == nil, !standsAsMonth(passage, index) { return nil }
    return (date, index, last, date.year == nil ? "a month" : "a month and a year")
  }

  /// Whether a bare month's name is the month: after a preposition, a modifier or another month.
  func standsAsMonth(_ passage: Passage, _ index: Int) -> Bool {
    let isAmbiguous =
      passage.isOrdinary(index)
      && passage.grammar.has(.capitalizesMonths)
      || !passage.nameFacts(index).isEmpty
    if !passage.grammar.has(.capitalizesMonths) || !isAmbiguous {
      return passage.grammar.has(.capitalizesMonths) || passage.preceding(index) != nil
        || passage[index].isCapitalized
    }
    guard let before = passage.preceding(index) else { return false }
    if passage.has(before, .dateModifier) || passage.has(before, .month) { return true }
    return Self.monthPrepositions.contains(passage[before].key)
  }

  static let monthPrepositions = WordList("before-months")

  /// A year after `index`, a comma, "of", or the word for year around it allowed.
  func yearAfter(_ passage: Passage, _ index: Int, _ date: inout DateExpression) -> Int {
    var next = index + 1
    while next < passage.count, passage[next].isMark(",") || passage[next].isMark(".") { next += 1 }
    guard next < passage.count else { return index }
    if passage[next].isWord, passage.has(next, .preposition), let after = passage.following(next) {
      next = after
    }
    guard let year = passage.year(next) ?? spelledYear(passage, next, &next) else { return index }
    if next > index + 1, passage[next - 1].kind == .mark, let after = passage.following(next),
      passage.has(after, .quantity)
    {
      return index
    }
    date.year = year
    var last = passage.suffix(of: next) ?? next
    if let word = passage.following(last), passage.value(word, .dateModifier) == "year" {
      last = word
      if passage.isFollowed(word, by: "."), passage[word].value <= 2 { last = word + 1 }
    }
    return last
  }

  /// "двадцать второго", "двадцять другого": the year without its century.
  func spelledYear(_ passage: Passage, _ index: Int, _ last: inout Int) -> Int? {
    guard passage[index].isCyrillic else { return nil }
    // "две тысячи двадцать второго", "тысяча девятьсот восьмидесятого".
    if let century = passage.match(index, .cardinal), let start = Int(century.value), start >= 1900,
      let next = passage.following(century.last), let year = passage.ordinal(next), year.value < 100
    {
      last = year.last
      return start + year.value
    }
    guard let year = passage.ordinal(index) else { return nil }
    if year.value == 2000 {
      last = year.last
      return 2000
    }
    guard (10...99).contains(year.value),
      passage.following(year.last).map({
        !passage.has($0, .unitNoun) && !passage.has($0, .unitModifier)
      }) ?? true
    else { return nil }
    last = year.last
    return year.value > 45 ? 1900 + year.value : 2000 + year.value
  }

}

extension Passage {
  /// Whether a Cyrillic word ends as a genitive ordinal does ("-ого", "-его", "-ья").
  func endsInGenitive(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.end - token.start >= 6 else { return false }
    let end = Array(bytes[Int(token.end) - 6..<Int(token.end)])
    return end == Array("ого".utf8) || end == Array("его".utf8) || end == Array("ОГО".utf8)
  }
}
