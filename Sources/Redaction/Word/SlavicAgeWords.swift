/// Ages said more generally: "тридцать с лишним лет", "під сорок", "молодой".
enum SlavicAgeWords {
  static func replacement(
    _ age: AgeExpression, _ level: GeneralizationLevel, _ spot: SlavicSpot
  ) -> Replacement? {
    switch age.form {
    case .adjective: return adjective(age.years, level, spot)
    case .verb, .several: return nil
    case .phrase, .bare, .aside, .at:
      let words = spot.words
      var age = age
      if words.contains(where: { months.contains($0) }) { age.years = min(age.years / 12, 3) }
      guard let first = words.first else { return nil }
      if let ordinal = yearOfLife(age.years, words, level, spot) { return ordinal }
      if isAt(first, spot) { return at(age.years, level, spot) }
      if let turned = turned(age.years, level, spot) { return turned }
      guard let isOblique = isOblique(words, spot) else { return nil }
      return spot.write(count(age.years, level, words, isOblique: isOblique, spot))
    }
  }

  /// "55 р., …": the full stop of the abbreviation goes with it where the sentence goes on.
  static func withStop(_ said: Replacement, _ spot: SlavicSpot) -> Replacement {
    let around = spot.around
    guard let unit = spot.words.last, unit.count == 1, unit.first?.isLetter == true,
      said.span.end == around.span.end, around.isFollowed(by: ".")
    else { return said }
    var index = said.span.end + 1
    while index < around.bytes.count, around.bytes[index] == 0x20 { index += 1 }
    guard index < around.bytes.count, around.bytes[index] != 0x0A else { return said }
    let next = UTF8Decoding.scalar(in: around.bytes, at: index).value
    if ScalarClass.isCapital(next) { return said }
    return Replacement(span: TextSpan(said.span.start, said.span.end + 1), text: said.text)
  }

  // MARK: Counts of years

  /// "тридцать с лишним лет", "под сорок", "меньше десяти лет".
  private static func count(
    _ years: Int, _ level: GeneralizationLevel, _ words: [String], isOblique: Bool,
    _ spot: SlavicSpot
  ) -> String {
    let isAttribute = isOblique && !follows(ofAge, spot)
    if level == .general {
      let more = years < 18 ? spot.pick("меньше", "менше") : spot.pick("больше", "більше")
      return more + " " + spot.pick("восемнадцати лет", "вісімнадцяти років")
    }
    if years < 20 {
      let limit = limits(spot.language).first { years < $0.years }?.genitive ?? ""
      let unit = hasUnit(words) || isOblique || years < 13 ? spot.pick(" лет", " років") : ""
      if follows(ofAge, spot) { return "до " + limit + unit }
      if isAttribute { return spot.pick("в возрасте до ", "віком до ") + limit + unit }
      return spot.pick("меньше ", "менше ") + limit + unit
    }
    let unit = hasUnit(words) || isOblique ? spot.pick(" лет", " років") : ""
    if years >= 90 {
      return spot.pick("больше девяноста", "понад дев'яносто") + unit
    }
    let ten = min(years / 10, 8)
    let tens = (isOblique ? tensGenitive : tens)[spot.language].words
    if years % 10 >= 8, !isOblique {
      return spot.pick("под ", "під ")
        + (ten == 8 ? spot.pick("девяносто", "дев'яносто") : tens[ten - 1]) + unit
    }
    let more =
      spot.language == .ukrainian
      ? " з чимось" : years % 10 < 4 ? " с небольшим" : " с лишним"
    return tens[ten - 2] + more + unit
  }

  private static func limits(_ language: Language) -> [(years: Int, genitive: String)] {
    language == .ukrainian
      ? [
        (2, "двох"), (6, "шести"), (10, "десяти"), (13, "тринадцяти"), (16, "шістнадцяти"),
        (20, "двадцяти"),
      ]
      : [
        (2, "двух"), (6, "шести"), (10, "десяти"), (13, "тринадцати"), (16, "шестнадцати"),
        (20, "двадцати"),
      ]
  }

  /// From twenty to eighty.
  private static let tens = WordList.each("age-words-tens")

  private static let tensGenitive = WordList.each("age-words-tens-genitive")

  private static func hasUnit(_ words: [String]) -> Bool { words.contains { units.contains($0) } }

  private static let units = WordList("age-words-units")

  private static let months = WordList("age-words-small-units")

  private static func follows(_ words: WordList, _ spot: SlavicSpot) -> Bool {
    spot.context.mark == .word && spot.context.before.first.map { words.contains($0.text) } ?? false
      || spot.words.contains { words.contains($0) }
  }

  /// Whether the number stands in the genitive ("женщина тридцати двух лет"); nil in other cases.
  private static func isOblique(_ words: [String], _ spot: SlavicSpot) -> Bool? {
    let context = spot.context
    if context.mark == .word, let before = context.before.first {
      if ofAge.contains(before.text) { return true }
      if SlavicContext.prepositions(spot.language)[before.text] != nil {
        // "ей под тридцать", "мне около сорока": said vaguely already.
        return nil
      }
      if comparisons.contains(before.text) { return nil }
    }
    if follows(ofAge, spot) { return true }
    // "лет двадцати", "тридцати двух лет".
    if let number = words.last(where: { !units.contains($0) }), number.first?.isNumber == false {
      if nominatives.end(number) { return false }
      if genitives.end(number) { return true }
      return nil
    }
    // In figures the word for years tells: after 2, 3 and 4 "лет" is a genitive.
    if let number = words.first(where: { $0.first?.isNumber == true }),
      let last = number.last?.wholeNumberValue,
      words.contains("лет") || words.contains("років")
    {
      let teens = number.count > 1 && number.dropLast().last == "1"
      if (1...4).contains(last), !teens { return true }
      if context.mark == .word, let before = context.before.first,
        Vocabulary.of(spot.language).entry(of: before.text).value(.kinship) != nil,
        !SlavicAgreement.noun(before.text, spot.language).cases.contains(.dative)
      {
        return true
      }
    }
    return false
  }

  private static let ofAge: WordList = ["возрасте", "віці"]
  private static let comparisons = WordList("age-words-comparisons")
  private static let nominatives = WordList("age-words-nominative-endings").parts
  private static let genitives = WordList("age-words-genitive-endings").parts

  // MARK: Turning an age, and the year of life

  /// "исполнилось сорок" → "шёл пятый десяток"; of the young "было меньше десяти лет".
  private static func turned(
    _ years: Int, _ level: GeneralizationLevel, _ spot: SlavicSpot
  ) -> Replacement? {
    let context = spot.context
    guard context.mark == .word else { return nil }
    for (position, word) in context.before.prefix(3).enumerated() {
      if position > 0, word.isCut { return nil }
      guard let tense = turning[word.text] else { continue }
      guard word.span.start >= spot.around.start, level != .general else { return nil }
      let between = spot.around.text(word.span.end, spot.around.span.start)
      let verb: String
      let said: String
      if years < 20 {
        verb = spot.pick(tense == 0 ? "было" : "будет", tense == 0 ? "було" : "буде")
        said = count(years, level, ["лет"], isOblique: false, spot)
      } else {
        guard let decade = decade(years, .accusative, spot) else { return nil }
        verb = spot.pick(tense == 0 ? "шёл" : "пойдёт", tense == 0 ? "йшов" : "піде")
        said = decade
      }
      let opening = word.isCapitalized ? SlavicSpot.capitalized(verb) : verb
      return Replacement(
        span: TextSpan(word.span.start, spot.around.span.end), text: opening + between + said)
    }
    return nil
  }

  /// Verbs of turning an age: 0 past, 1 future.
  private static let turning: WordTable<Int> = [
    "исполнилось": 0, "исполнялось": 0, "стукнуло": 0, "минуло": 0, "сравнялось": 0,
    "исполнится": 1, "стукнет": 1, "виповнилося": 0, "виповнилось": 0, "сповнилося": 0,
    "сповнилось": 0, "минулося": 0, "виповниться": 1, "сповниться": 1,
  ]

  private static let decades = WordList.each("age-words-decades")

  /// "пятый десяток": the ten years that somebody is in.
  private static func decade(
    _ years: Int, _ one: GrammaticalCase, _ spot: SlavicSpot
  ) -> String? {
    guard (20..<100).contains(years) else { return nil }
    let ordinals = decades[spot.language].words
    let ordinal = ordinals[years / 10 - 2]
    switch one {
    case .locative:
      if ordinal == "третий" { return "третьем десятке" }
      return SlavicAdjective.form(
        ordinal, .locative, .masculine, isAnimate: false, spot.language
      ).map { $0 + " " + spot.pick("десятке", "десятку") }
    default: return ordinal + " " + spot.pick("десяток", "десяток")
    }
  }

  /// "шёл седьмой год", "на сороковом году": the years that are full are one less.
  private static func yearOfLife(
    _ years: Int, _ words: [String], _ level: GeneralizationLevel, _ spot: SlavicSpot
  ) -> Replacement? {
    guard let last = words.last, ["год", "году", "рік", "році"].contains(last),
      let number = words.dropLast().last,
      Vocabulary.of(spot.language).entry(of: number).value(.ordinal) != nil
        || SlavicAgreement.ordinal(number, spot.language) != nil
    else { return nil }
    guard level != .general, let before = spot.context.before.first, spot.context.mark == .word
    else { return nil }
    let isLocative = last == "году" || last == "році"
    if isLocative {
      guard before.text == "на" else { return nil }
      if let decade = decade(years, .locative, spot) { return spot.write(decade) }
      return spot.write(
        spot.pick("в возрасте ", "у віці ") + young(years, spot), from: before.span.start)
    }
    if let decade = decade(years, .accusative, spot) { return spot.write(decade) }
    guard going.contains(before.text), before.span.start >= spot.around.start else { return nil }
    let isPresent = ["идет", "йде", "іде"].contains(before.text)
    let said =
      (isPresent ? "" : spot.pick("было ", "було "))
      + count(years, level, ["лет"], isOblique: false, spot)
    return spot.write(
      before.isCapitalized ? SlavicSpot.capitalized(said) : said, from: before.span.start)
  }

  private static func young(_ years: Int, _ spot: SlavicSpot) -> String {
    let limit = limits(spot.language).first { years < $0.years }?.genitive ?? ""
    return "до " + limit + spot.pick(" лет", " років")
  }

  private static let going = WordList("age-words-going")

  // MARK: "в девятнадцать", "двадцатилетний"

  /// Whether the age tells when: "в девятнадцать лет", "у свої сорок".
  private static func isAt(_ first: String, _ spot: SlavicSpot) -> Bool {
    if ["в", "во", "у"].contains(first) { return true }
    guard spot.context.mark == .word, let before = spot.context.before.first else { return false }
    if ["в", "во"].contains(before.text) { return true }
    if before.text == "у" { return spot.language == .ukrainian }
    return ["свои", "свої"].contains(before.text)
  }

  private static func at(
    _ years: Int, _ level: GeneralizationLevel, _ spot: SlavicSpot
  ) -> Replacement? {
    let words = spot.words
    let before = spot.context.before.first
    if let before, ["свои", "свої"].contains(before.text) {
      guard years >= 18, years < 90, level != .general else { return nil }
      return spot.write(
        years < 20
          ? spot.pick("неполные двадцать", "неповні двадцять")
          : count(years, level, words, isOblique: false, spot))
    }
    let isInside = ["в", "во", "у"].contains(words.first ?? "")
    if words.contains("возрасте") || words.contains("віці") { return nil }
    let unit = hasUnit(words) ? spot.pick(" лет", " років") : ""
    let said: String
    switch years {
    case _ where level == .general:
      said =
        years < 18
        ? spot.pick("в детстве", "в дитинстві")
        : spot.pick("во взрослом возрасте", "у дорослому віці")
    case ..<13: said = spot.pick("в детстве", "в дитинстві")
    case ..<18: said = spot.pick("в подростковом возрасте", "у підлітковому віці")
    case ..<20: said = spot.pick("в неполные двадцать", "у неповних двадцять") + unit
    case ..<90: said = spot.pick("в ", "у ") + count(years, level, words, isOblique: false, spot)
    default: return nil
    }
    guard said.contains("под ") == false, said.contains("під ") == false || years < 18 else {
      let near = said.drop { $0 != " " }.dropFirst()
      return replaced(String(near), isInside, before, spot)
    }
    return replaced(said, isInside, before, spot)
  }

  private static func replaced(
    _ said: String, _ isInside: Bool, _ before: SlavicContext.Word?, _ spot: SlavicSpot
  ) -> Replacement? {
    if isInside { return spot.write(said) }
    guard let before, before.span.start >= spot.around.start else { return nil }
    return spot.write(
      before.isCapitalized ? SlavicSpot.capitalized(said) : said, from: before.span.start)
  }

  /// "27-летнего" → "молодого", "восьмирічна" → "малолітня": the ending stays.
  private static func adjective(
    _ years: Int, _ level: GeneralizationLevel, _ spot: SlavicSpot
  ) -> Replacement? {
    guard let word = spot.words.last else { return nil }
    let isUkrainian = spot.language == .ukrainian
    let stems = ["летн", "річн", "літн"]
    guard let stem = stems.compactMap({ word.range(ofLast: $0) }).first else { return nil }
    let ending = String(word[stem...])
    let said: String
    switch years {
    case ..<13: said = isUkrainian ? "малолітній" : "малолетний"
    case ..<18: said = isUkrainian ? "неповнолітній" : "несовершеннолетний"
    case _ where level == .general: said = isUkrainian ? "дорослий" : "взрослый"
    case ..<30: said = isUkrainian ? "молодий" : "молодой"
    case ..<45: said = isUkrainian ? "нестарий" : "нестарый"
    case ..<60: said = isUkrainian ? "немолодий" : "немолодой"
    default: said = isUkrainian ? "літній" : "пожилой"
    }
    // "-літній" is a man or to a woman; where our word tells the two apart, nothing is said.
    if ending == "ій", !word.hasSuffix("річній"), !said.hasSuffix("ій") { return nil }
    guard let slots = slots[ending] else { return nil }
    // One ending, one row of cases: any of its slots gives the form.
    for number in SlavicNumber.allCases {
      for one in GrammaticalCase.allCases where slots.cases(in: number).contains(CaseSet(one)) {
        guard let form = SlavicAdjective.form(said, one, number, isAnimate: true, spot.language)
        else { return nil }
        return spot.write(form)
      }
    }
    return nil
  }

  /// A slot of each ending of "летний", "річний", "літній".
  private static let slots: [String: SlavicSlots] = [
    "ий": SlavicSlots(.nominative, [.masculine]), "ій": SlavicSlots(.dative, [.feminine]),
    "его": SlavicSlots(.genitive, [.masculine]), "ого": SlavicSlots(.genitive, [.masculine]),
    "ього": SlavicSlots(.genitive, [.masculine]), "ему": SlavicSlots(.dative, [.masculine]),
    "ому": SlavicSlots(.dative, [.masculine]), "ьому": SlavicSlots(.dative, [.masculine]),
    "им": SlavicSlots(.instrumental, [.masculine]), "ім": SlavicSlots(.instrumental, [.masculine]),
    "ем": SlavicSlots(.locative, [.masculine]), "яя": SlavicSlots(.nominative, [.feminine]),
    "а": SlavicSlots(.nominative, [.feminine]), "я": SlavicSlots(.nominative, [.feminine]),
    "ей": SlavicSlots(.genitive, [.feminine]), "ої": SlavicSlots(.genitive, [.feminine]),
    "ьої": SlavicSlots(.genitive, [.feminine]), "юю": SlavicSlots(.accusative, [.feminine]),
    "у": SlavicSlots(.accusative, [.feminine]), "ю": SlavicSlots(.accusative, [.feminine]),
    "ою": SlavicSlots(.instrumental, [.feminine]), "ьою": SlavicSlots(.instrumental, [.feminine]),
    "ее": SlavicSlots(.nominative, [.neuter]), "е": SlavicSlots(.nominative, [.neuter]),
    "є": SlavicSlots(.nominative, [.neuter]), "ие": SlavicSlots(.nominative, [.plural]),
    "і": SlavicSlots(.nominative, [.plural]), "их": SlavicSlots(.genitive, [.plural]),
    "іх": SlavicSlots(.genitive, [.plural]), "ими": SlavicSlots(.instrumental, [.plural]),
    "іми": SlavicSlots(.instrumental, [.plural]),
  ]
}

extension String {
  /// Where the text after the last occurrence of `part` begins.
  fileprivate func range(ofLast part: String) -> String.Index? {
    var index = endIndex
    while index > startIndex {
      if self[..<index].hasSuffix(part) { return index }
      index = self.index(before: index)
    }
    return nil
  }
}
