/// Dates said more generally: day → month → part of the year → year; days of birth: the decade.
enum SlavicDates {
  static func replacement(
    _ date: DateExpression, _ level: GeneralizationLevel, _ spot: SlavicSpot
  ) -> Replacement? {
    var date = date
    if !date.isBirth, isBirthday(spot) { date.isBirth = true }
    let words = spot.words
    if date.isBirth, let last = words.last, birth.contains(last), let year = date.year {
      return spot.write(
        "\(year / 10 * 10)" + spot.pick("-х годов рождения", "-х років народження"))
    }
    guard let said = said(date, level, spot.language) ?? someDay(spot.language) else { return nil }
    // "на Пасху"
    if date.isFeast, let before = spot.context.before.first, spot.context.mark == .word,
      before.text == "на", before.span.start >= spot.around.start
    {
      let text = before.isCapitalized ? SlavicSpot.capitalized(said.adverb) : said.adverb
      return spot.write(text, from: before.span.start)
    }
    return placed(said, words, spot)
      ?? someDay(spot.language).flatMap { placed($0, words, spot) }
  }

  /// What is said of a date: as a noun, and as an adverb of time.
  struct Said {
    /// Nil where it would be clumsy after a preposition.
    var noun: SlavicPhrase?
    var adverb: String
    /// After a label: "Дата: …".
    var label: String?

    init(noun: SlavicPhrase?, adverb: String, label: String? = nil) {
      self.noun = noun
      self.adverb = adverb
      self.label = label ?? noun?.form(.nominative)
    }
  }

  /// Of a day of which nothing more can be said.
  private static func someDay(_ language: Language) -> Said? {
    Said(
      noun: SlavicPhrase(pick(language, "этот день", "цей день"), language),
      adverb: pick(language, "однажды", "одного дня"),
      label: pick(language, "дата скрыта", "дату приховано"))
  }

  private static let birth = WordList("dates-birth")

  /// "в день рождения, двадцать девятого марта": a day of birth, said another way.
  private static func isBirthday(_ spot: SlavicSpot) -> Bool {
    let around = spot.around
    let from = Surroundings.boundary(
      around.bytes, max(0, around.span.start - 60), forward: true)
    let to = Surroundings.boundary(
      around.bytes, min(around.bytes.count, around.span.end + 60), forward: false)
    let near = SlavicSpot.words(around.text(from, to))
    for index in near.indices.dropLast() where days.begin(near[index]) {
      if ofBirth.contains(near[index + 1]) { return true }
    }
    return near.contains { born.contains($0) }
      && spot.context.before.prefix(4).contains {
        $0.text.hasPrefix("роди") || $0.text.hasPrefix("народи")
      }
  }

  private static let days = WordParts("день дня дат")
  private static let ofBirth: WordList = ["рождения", "народження"]
  private static let born = WordList("dates-born")

  // MARK: What is said

  private static func said(
    _ date: DateExpression, _ level: GeneralizationLevel, _ language: Language
  ) -> Said? {
    if date.isBirth, level != .month {
      guard let year = date.year else { return season(date, language) }
      let decade = "\(year / 10 * 10)"
      if level == .year { return decades(decade, language) }
      let part = year % 10 < 4 ? 0 : year % 10 < 7 ? 1 : 2
      return self.part(part, of: decade + pick(language, "-х годов", "-х років"), language)
    }
    switch level {
    case .year:
      guard let year = date.year else { return someDay(language) }
      return self.year(year, language)
    case .month:
      guard let month = date.month else { return season(date, language) }
      return self.month(month, date.year, language)
    default:
      if let year = date.year {
        guard let month = date.month else {
          return season(date, language) ?? self.year(year, language)
        }
        let part = month <= 4 ? 0 : month <= 8 ? 1 : 2
        return self.part(part, of: "\(year) " + pick(language, "года", "року"), language)
      }
      if let month = date.month {
        return date.day == nil ? season(date, language) : self.month(month, nil, language)
      }
      return season(date, language)
    }
  }

  private static func pick(_ language: Language, _ russian: String, _ ukrainian: String) -> String {
    language == .ukrainian ? ukrainian : russian
  }

  private static func part(_ part: Int, of whole: String, _ language: Language) -> Said? {
    let nouns =
      language == .ukrainian ? ["початок", "середина", "кінець"] : ["начало", "середина", "конец"]
    let adverbs =
      language == .ukrainian
      ? ["на початку", "у середині", "наприкінці"] : ["в начале", "в середине", "в конце"]
    return SlavicPhrase(nouns[part], language).map {
      Said(noun: $0.followed(by: whole), adverb: adverbs[part] + " " + whole)
    }
  }

  private static func decades(_ decade: String, _ language: Language) -> Said? {
    Said(
      noun: nil, adverb: pick(language, "в \(decade)-х годах", "у \(decade)-х роках"),
      label: pick(language, "\(decade)-е годы", "\(decade)-ті роки"))
  }

  private static func year(_ year: Int, _ language: Language) -> Said? {
    SlavicPhrase(pick(language, "год", "рік"), language).map {
      Said(
        noun: $0.preceded(by: "\(year)"),
        adverb: pick(language, "в \(year) году", "у \(year) році"))
    }
  }

  private static func month(_ month: Int, _ year: Int?, _ language: Language) -> Said? {
    let names = pick(
      language,
      "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
      "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень"
    ).split(separator: " ")
    let tail = year.map { "\($0) " + pick(language, "года", "року") } ?? ""
    return SlavicPhrase(String(names[month - 1]), language).map {
      let noun = $0.followed(by: tail)
      return Said(noun: noun, adverb: pick(language, "в ", "у ") + noun.form(.locative))
    }
  }

  private static func season(_ date: DateExpression, _ language: Language) -> Said? {
    let seasons =
      language == .ukrainian
      ? ["зима", "весна", "літо", "осінь"] : ["зима", "весна", "лето", "осень"]
    let adverbs =
      language == .ukrainian
      ? ["взимку", "навесні", "влітку", "восени"] : ["зимой", "весной", "летом", "осенью"]
    let index = date.month.map { $0 % 12 / 3 } ?? date.season.flatMap { seasons.firstIndex(of: $0) }
    guard let index else {
      if date.season == "початок літа", let noun = SlavicPhrase("початок літа", language) {
        return Said(noun: noun, adverb: "на початку літа")
      }
      let holiday = pick(language, "в один из праздников", "в одне із свят")
      return date.isFeast ? Said(noun: nil, adverb: holiday) : nil
    }
    let tail = date.year.map { " \($0) " + pick(language, "года", "року") } ?? ""
    return SlavicPhrase(seasons[index], language).map {
      Said(noun: $0.followed(by: String(tail.dropFirst())), adverb: adverbs[index] + tail)
    }
  }

  // MARK: Where it stands

  /// The date as a noun after a preposition or a label, as an adverb elsewhere.
  private static func placed(_ said: Said, _ words: [String], _ spot: SlavicSpot) -> Replacement? {
    let context = spot.context
    let isNoun = words.first.map { nouns.contains($0) } ?? false
    // "Во вторник, 14 марта, пришла": the comma after the date goes with the one inside.
    let end = spot.around.span.end
    if spot.around.original.contains(","), end < spot.around.end,
      spot.around.bytes[end] == UInt8(ascii: ","), opensSentence(spot)
    {
      return placed(said, words, spot.widened(to: TextSpan(spot.around.span.start, end + 1)))
    }
    switch context.mark {
    case .label where endsLine(spot), .sentence where isAlone(spot):
      return said.label.map { spot.closed(spot.write($0)) }
    // "СОРОКА: 23 февраля, в самый праздник"
    case .label: return spot.closed(spot.write(SlavicSpot.capitalized(said.adverb)))
    case .cut where isRemark(spot): return said.label.map { spot.closed(spot.write($0)) }
    case .sentence, .cut: return spot.closed(spot.write(said.adverb))
    case .word: break
    }
    guard let before = context.before.first, before.span.end + 1 == spot.around.span.start,
      before.span.start >= spot.around.start
    else { return spot.closed(spot.write(said.adverb)) }
    if absorbed(spot.language).contains(before.text), !isNoun || words[0] != "начало" {
      let text = before.isCapitalized ? SlavicSpot.capitalized(said.adverb) : said.adverb
      return spot.closed(spot.write(text, from: before.span.start))
    }
    if let one = governed(before.text, spot.language) {
      return said.noun.map { spot.closed(spot.write($0.form(one))) }
    }
    if SlavicContext.prepositions(spot.language)[before.text] != nil { return nil }
    // «слышала его 9 апреля»
    if !owners.contains(before.text),
      SlavicAgreement.determiner(before.text, spot.language) != nil
    {
      return nil
    }
    return spot.closed(spot.write(said.adverb))
  }

  private static func endsLine(_ spot: SlavicSpot) -> Bool {
    let around = spot.around
    var end = around.span.end
    while end < around.bytes.count, [0x20, 0x2E, 0x2C, 0x3B].contains(around.bytes[end]) {
      end += 1
    }
    return end >= around.bytes.count || around.bytes[end] == 0x0A
  }

  /// "Борис Лагутин, 03.11.1991, рядовой": figures between commas.
  private static func isRemark(_ spot: SlavicSpot) -> Bool {
    let around = spot.around
    return around.original.allSatisfy { $0.isNumber || "./-".contains($0) }
      && (around.isFollowed(by: ",") || around.isFollowed(by: ")") || around.isFollowed(by: ";"))
  }

  private static func opensSentence(_ spot: SlavicSpot) -> Bool {
    if spot.context.mark == .sentence { return true }
    guard spot.context.mark == .word, let before = spot.context.before.first else { return false }
    return absorbed(spot.language).contains(before.text)
      && spot.around.opensSentence(at: before.span.start)
  }

  /// A line of its own: "05.03.2019".
  private static func isAlone(_ spot: SlavicSpot) -> Bool {
    let around = spot.around
    let end = around.span.end
    let opens = around.span.start == 0 || around.bytes[around.span.start - 1] == 0x0A
    return opens && (end >= around.bytes.count || around.bytes[end] == 0x0A)
  }

  private static let nouns = WordList("dates-nouns")
  private static let owners: WordList = ["его", "её", "ее", "их", "його", "її", "їх"]

  /// Prepositions that the adverb brings itself.
  private static func absorbed(_ language: Language) -> WordList {
    language == .ukrainian ? absorbedUkrainian : absorbedRussian
  }

  private static let absorbedUkrainian = WordList("dates-absorbed-ukrainian")
  private static let absorbedRussian: WordList = ["в", "во"]

  private static func governed(_ word: String, _ language: Language) -> GrammaticalCase? {
    language == .ukrainian ? ukrainian[word] : russian[word]
  }

  private static let russian: WordTable<GrammaticalCase> = [
    "с": .genitive, "со": .genitive, "до": .genitive, "после": .genitive, "от": .genitive,
    "около": .genitive, "накануне": .genitive, "кроме": .genitive, "из": .genitive,
    "для": .genitive, "к": .dative, "ко": .dative, "на": .accusative, "по": .accusative,
    "за": .accusative, "под": .accusative, "про": .accusative, "через": .accusative,
    "между": .instrumental, "перед": .instrumental, "вплоть": .genitive, "о": .locative,
    "об": .locative,
  ]
  private static let ukrainian: WordTable<GrammaticalCase> = [
    "з": .genitive, "із": .genitive, "зі": .genitive, "до": .genitive, "після": .genitive,
    "від": .genitive, "біля": .genitive, "напередодні": .genitive, "крім": .genitive,
    "для": .genitive, "близько": .genitive, "на": .accusative, "по": .accusative,
    "за": .accusative, "під": .accusative, "про": .accusative, "через": .accusative,
    "перед": .instrumental, "між": .instrumental,
  ]
}

extension SlavicSpot {
  /// Gives back the full stop of a sentence that went with an abbreviation: "18 лютого 2023 р."
  func closed(_ replacement: Replacement) -> Replacement {
    guard around.original.hasSuffix("."), replacement.span.end == around.span.end,
      around.isFollowedByCapital
    else { return replacement }
    return Replacement(span: replacement.span, text: replacement.text + ".")
  }
}
