/// Dates said more generally: "le 14 mai 2023" → "à la mi-2023", "le 2 avril" → "en avril".
extension French {
  /// A stretch of time as it stands in its places: "à la mi-2023", "la mi-2023", "mi-2023".
  private struct Time {
    /// Where a sentence says when: with its preposition.
    var adverb: String
    /// After a preposition: with its article, if it has one.
    var noun: String
    /// In a table or brackets.
    var bare: String

    /// Where the sentence speaks of it: "le début de l'année 2023", "le mois de mai".
    var subject: String {
      guard noun == bare else { return noun }
      for (word, article) in [("début ", "le début de l'année "), ("fin ", "la fin de l'année ")]
      where noun.hasPrefix(word) { return article + noun.dropFirst(word.count) }
      return adverb.hasPrefix("en ") ? joined(.other("le mois"), joined(.de, noun)) : noun
    }
  }

  static func date(
    _ date: DateExpression, _ level: GeneralizationLevel, _ frame: FrenchFrame
  ) -> Replacement? {
    let time = time(date, level)
    let original = frame.around.original.lowercased()
    if let part = partOfDay(original, time, frame) { return part }
    guard !frame.isClosed, frame.before != "tous", frame.before != "toutes" else { return nil }
    switch frame.preposition {
    case .de: return afterDe(time, original, frame)
    case .à where frame.before == "jusqu":
      return frame.fit(time.adverb.hasPrefix("en ") ? time.adverb : joined(.à, time.noun))
    case .à where frame.before == "ici": return frame.fit(time.noun)
    case .à, .other: return frame.fit(time.adverb)
    case .près: return nil
    case nil: break
    }
    if case .possessive? = frame.determiner { return nil }
    if frame.before == "entre" {
      var wider = frame
      wider.take("entre")
      return wider.fit(time.adverb)
    }
    if temporal.contains(frame.before) { return frame.fit(time.noun, proper: true) }
    if frame.determiner == nil, frame.before.isEmpty, isListed(frame) {
      return frame.fit(time.bare)
    }
    if frame.opensSentence, let verb = frame.around.after?.text, verbs.contains(verb) {
      return frame.fit(time.subject)
    }
    return frame.fit(time.adverb)
  }

  /// Prepositions that take the time as a noun.
  private static let temporal: Set<String> = Set(
    "depuis avant après dès vers pour pendant durant sur concernant passé".split(
      separator: " "
    ).map(String.init))

  /// Verbs before which the time is what the sentence speaks of.
  private static let verbs: Set<String> = Set(
    "est était fut reste restera sera marque marqua marquait devait devint a".split(separator: " ")
      .map(String.init))

  /// "du 14 mai": after a noun "du début de l'année 2023", in "du 3 au 7 mai" simply when.
  private static func afterDe(
    _ time: Time, _ original: String, _ frame: FrenchFrame
  ) -> Replacement? {
    let isRange = original.contains(" au ")
    if isRange, !ranged.contains(frame.before) { return frame.fit(time.adverb) }
    return frame.fit(joined(.de, time.noun))
  }

  private static let ranged: Set<String> = Set(
    "nuit nuits période semaine semaines événements évènements grève combats".split(separator: " ")
      .map(String.init))

  /// Whether the date stands in a head, a table or an aside: "Date : 6 septembre 2022", "(mai 2022)".
  private static func isListed(_ frame: FrenchFrame) -> Bool {
    switch frame.markBefore {
    case nil, ":", "(", "[", "|", "–", "—", "-", "/", "<": true
    default: false
    }
  }

  /// "la nuit du 14 au 15 août" → "une nuit d'août".
  private static func partOfDay(
    _ original: String, _ time: Time, _ frame: FrenchFrame
  ) -> Replacement? {
    for part in partsOfDay
    where original.hasPrefix(part + " ") {
      let isFeminine = frame.isFeminine ?? part.hasSuffix("ée") || part == "nuit" || part == "aube"
      let noun = FrenchNoun(part, feminine: isFeminine)
      let text = noun.said(.indefinite, after: frame.preposition == .de ? .de : nil)
      var start = frame
      if frame.preposition == nil, frame.before == "dans" { start.take("dans") }
      return start.fit(text + " " + joined(.de, time.noun))
    }
    for part in ["veille", "lendemain"] where original.hasPrefix(part + " ") {
      return frame.fit(frame.preposition == .de ? joined(.de, time.noun) : time.adverb)
    }
    return nil
  }

  // MARK: What is said

  private static func time(_ date: DateExpression, _ level: GeneralizationLevel) -> Time {
    if date.isBirth, level != .month {
      guard let year = date.year else { return season(date) }
      let decade = "années \(year / 10 * 10)"
      return Time(adverb: "dans les " + decade, noun: "les " + decade, bare: decade)
    }
    switch level {
    case .year:
      guard let year = date.year else {
        return Time(adverb: "cette année-là", noun: "cette année-là", bare: "cette année-là")
      }
      return Time(adverb: "en \(year)", noun: "\(year)", bare: "\(year)")
    case .month:
      guard let month = date.month else { return season(date) }
      let name = months[month - 1] + (date.year.map { " \($0)" } ?? "")
      return Time(adverb: "en " + name, noun: name, bare: name)
    default:
      if let year = date.year, let month = date.month { return part(month, year) }
      if let month = date.month, date.day != nil {
        return Time(
          adverb: "en " + months[month - 1], noun: months[month - 1], bare: months[month - 1])
      }
      if date.month == nil, date.day != nil {
        return Time(adverb: "un jour", noun: "ce jour-là", bare: "un jour")
      }
      return season(date)
    }
  }

  /// A third of a year.
  private static func part(_ month: Int, _ year: Int) -> Time {
    switch month {
    case ...4:
      Time(adverb: "début \(year)", noun: "début \(year)", bare: "début \(year)")
    case ...8: Time(adverb: "à la mi-\(year)", noun: "la mi-\(year)", bare: "mi-\(year)")
    default: Time(adverb: "fin \(year)", noun: "fin \(year)", bare: "fin \(year)")
    }
  }

  /// The season of the northern hemisphere, or a feast in it.
  private static func season(_ date: DateExpression) -> Time {
    let name =
      date.month.map { ["hiver", "printemps", "été", "automne"][$0 % 12 / 3] }
      ?? date.season
    let year = date.year.map { " \($0)" } ?? ""
    switch name {
    case "printemps"?:
      return Time(
        adverb: "au printemps" + year, noun: "le printemps" + year, bare: "printemps" + year)
    case "automne"?:
      return Time(
        adverb: "à l'automne" + year, noun: "l'automne" + year, bare: "automne" + year)
    case let name?:
      let adverb = year.isEmpty ? "en " + name : "à l'" + name + year
      return Time(adverb: adverb, noun: "l'" + name + year, bare: name + year)
    case nil:
      if let year = date.year {
        return Time(adverb: "en \(year)", noun: "\(year)", bare: "\(year)")
      }
      if date.isFeast {
        return Time(adverb: "un jour de fête", noun: "un jour de fête", bare: "jour de fête")
      }
      return Time(adverb: "à ce moment-là", noun: "ce moment-là", bare: "à ce moment-là")
    }
  }

  private static let partsOfDay = WordList("calendar-parts-of-day", .french).words
  private static let months = WordList("months", .french).words

  /// "le 12 mai, jour de ses vingt ans": a day of birth, said another way.
  static func isBirthday(_ frame: FrenchFrame) -> Bool {
    let around = frame.around
    let from = Surroundings.boundary(
      around.bytes, max(0, around.span.start - 30), forward: true)
    let to = Surroundings.boundary(
      around.bytes, min(around.bytes.count, around.span.end + 30), forward: false)
    let near = around.text(from, to).lowercased()
    return near.contains("anniversaire") || near.contains("date de naissance")
      || near.contains("jour de mes ") || near.contains("jour de ses ")
      || near.contains("né le") || near.contains("née le")
  }
}
