/// Dates said more generally: day → month → part of the year → year. Days of birth: the decade.
extension English {
  static func date(
    _ date: DateExpression, level: GeneralizationLevel, in around: Surroundings
  ) -> Replacement {
    let said = words(date, level)
    var span = around.span
    var preposition = said.preposition
    func withPreposition() -> String {
      preposition.isEmpty ? said.text : preposition + " " + said.text
    }
    // "at the end of May", "in the night of 9 May": what led to the date goes with it.
    if let before = around.word(before: span.start), before.text.lowercased() == "the" {
      span = TextSpan(before.span.start, span.end)
    }
    if let before = around.word(before: span.start) {
      let word = before.text.lowercased()
      // "as a May frost" → "as a spring frost", "every June" → "every summer"
      if said.text.hasPrefix("the "), narrowing.contains(word) {
        return finish(String(said.text.dropFirst(4)), span, around)
      }
      // "then that Saturday, 3 January" → "then in early 2015"
      if ["that", "this"].contains(word), date.year != nil || date.month != nil {
        return finish(withPreposition(), TextSpan(before.span.start, span.end), around)
      }
      if !said.text.hasPrefix("the "), said.text != someDay, ["a", "an"].contains(word) {
        return finish(said.text, TextSpan(before.span.start, span.end), around)
      }
      if ["on", "in", "at", "during"].contains(word) {
        span = TextSpan(before.span.start, span.end)
        return finish(withPreposition(), span, around)
      }
      // "she speaks this coming Saturday, the 31st" → "she speaks one day"
      if let start = pointing(before: span.start, around) {
        return finish(withPreposition(), TextSpan(start, span.end), around)
      }
      // "until the 14th" → "until that day"
      if said.text == someDay,
        Vocabulary.of(.english).entry(of: word).hasAny(Cue.preposition.bit | Cue.conjunction.bit)
      {
        return finish("that day", span, around)
      }
      let isPredicate = ["is", "was", "be", "been"].contains(word)
      if isPredicate, said.text == holiday {
        preposition = ""
      } else if !isPredicate, !isAdverbial(around), !(["born", "b"].contains(word) && date.isBirth)
      {
        preposition = ""
      }
    } else if isAfterAbbreviatedBirth(around) {
      preposition = "in"
    } else if date.isBirth, date.year == nil, around.markBefore == UInt8(ascii: ",") {
      // "on his birthday, the 14th of November," → "on his birthday, in the autumn,"
    } else if !isAdverbial(around) {
      preposition = ""
    }
    // "the spring" after "since", but a bare name of a season would be odd elsewhere too.
    return finish(withPreposition(), span, around)
  }

  /// Whether a date tells when by itself: "At New Year we danced", "we leave next Sunday".
  private static func isAdverbial(_ around: Surroundings) -> Bool {
    let first = around.original.prefix { $0 != " " }.lowercased()
    return first.utf8.count < around.span.count && adverbial.contains(first)
  }

  /// Where the words begin that point at a date: "this coming", "next".
  private static func pointing(before offset: Int, _ around: Surroundings) -> Int? {
    var start: Int?
    while let word = around.word(before: start ?? offset), points.contains(word.text.lowercased()) {
      start = word.span.start
    }
    return start
  }

  private static let adverbial = WordList("english-adverbial-dates")
  private static let points = WordList("english-points-at-dates")

  private static func isAfterAbbreviatedBirth(_ around: Surroundings) -> Bool {
    let tail = around.text(max(0, around.span.start - 3), around.span.start)
    return tail == "b. "
  }

  /// What is said, and the preposition that goes with it inside a sentence.
  private static func words(
    _ date: DateExpression, _ level: GeneralizationLevel
  ) -> (text: String, preposition: String) {
    if date.isBirth, level != .month {
      guard let year = date.year else {
        let season = season(date)
        return (season, season == sometime ? "at" : "in")
      }
      if level == .year { return ("the \(year / 10 * 10)s", "in") }
      let half = year % 10 < 4 ? "early" : year % 10 < 7 ? "mid-" : "late"
      return ("the \(half)\(half.hasSuffix("-") ? "" : " ")\(year / 10 * 10)s", "in")
    }
    switch level {
    case .year:
      guard let year = date.year else { return ("that year", "") }
      return ("\(year)", "in")
    case .month:
      guard let month = date.month else { return seasonOfYear(date) }
      return (months[month - 1] + (date.year.map { " \($0)" } ?? ""), "in")
    default:
      if let year = date.year {
        guard let month = date.month else { return seasonOfYear(date) }
        let part = month <= 4 ? "early " : month <= 8 ? "mid-" : "late "
        return (part + "\(year)", "in")
      }
      if let month = date.month {
        return date.day != nil ? (months[month - 1], "in") : (season(date), "in")
      }
      if date.day != nil { return (someDay, "") }
      return seasonOfYear(date)
    }
  }

  /// A time of which nothing is known, and a day of which no month is.
  private static let (sometime, someDay) = ("that time", "one day")
  /// A feast of which no season is known.
  private static let holiday = "a holiday"

  private static func seasonOfYear(_ date: DateExpression) -> (text: String, preposition: String) {
    let name = date.season.map { $0.contains(" ") ? $0 : "the " + $0 }
    if let year = date.year { return (name.map { "\($0) of \(year)" } ?? "\(year)", "in") }
    return name.map { ($0, "in") }
      ?? (date.isFeast ? (holiday, "on") : (sometime, "at"))
  }

  /// The season of the northern hemisphere that a month lies in.
  private static func season(_ date: DateExpression) -> String {
    guard let month = date.month else {
      return date.season.map { "the " + $0 } ?? sometime
    }
    return "the " + ["winter", "spring", "summer", "autumn"][month % 12 / 3]
  }

  /// What stands before a season in the place of its article.
  private static let narrowing = WordList("english-narrowing")

  private static let months = WordList("months", .english).words
}
