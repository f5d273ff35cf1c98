/// People by their work, their role, or what sets them apart.
enum SlavicPeople {
  /// "учительницей химии" → "преподавательницей".
  static func job(
    _ phrase: String, _ level: GeneralizationLevel, _ spot: SlavicSpot
  ) -> Replacement? {
    if phrase.isEmpty || opensWithVerb(spot), let working = working(spot) { return working }
    if phrase.isEmpty, spot.words.count > 1, let first = spot.words.first, sites.contains(first) {
      return spot.write(spot.pick("на работе", "на роботі"))
    }
    if phrase.isEmpty, isWorkplace(spot) {
      return SlavicPhrase(spot.pick("учреждение", "установа"), spot.language).map {
        spot.said($0, own: spot.ownSlots(isAnimate: false))
      }
    }
    var said = phrase.isEmpty ? spot.pick("работник", "працівник") : phrase
    if level == .general {
      said =
        soldiers.contains(phrase)
        ? spot.pick("солдат", "солдат") : spot.pick("работник", "працівник")
    }
    // A body is no person, and verbs agree with the person.
    if said == "должностное лицо" { said = "представитель власти" }
    let words = spot.words
    let isWoman = isFeminine(words, spot.language) || isSaidOfHer(spot)
    var own = spot.ownSlots(isAnimate: true, isMan: !isWoman)
    if isWoman {
      let feminine = own.intersection(SlavicSlots(.all, [.feminine]))
      if !feminine.isEmpty { own = feminine }
      said = inFeminine(said, isUkrainian: spot.language == .ukrainian)
    }
    guard let noun = SlavicPhrase(said, spot.language) else { return nil }
    // Only a plural was there: "військові з частини".
    let isPlural = own.numbers == [.plural]
    return spot.said(noun, own: own, plural: isPlural)
  }

  private static func opensWithVerb(_ spot: SlavicSpot) -> Bool {
    spot.words.first.map { SlavicPart.verb($0, spot.language) != nil } ?? false
      && spot.words.first.map { Vocabulary.of(spot.language).entry(of: $0).value(.job) == nil }
        ?? false
  }

  /// "она", "вона" directly before, or directly after what she did: "судья молчала".
  private static func isSaidOfHer(_ spot: SlavicSpot) -> Bool {
    if let verb = SlavicVerbs.past(after: spot.around, spot.language), verb.isAdjacent,
      verb.number == .feminine, spot.context.preposition() == nil,
      SlavicPart.verb(Fold.string(verb.text), spot.language) == .past(.feminine)
    {
      return true
    }
    return spot.context.mark == .word
      && spot.context.before.first.map { ["она", "вона"].contains($0.text) } ?? false
  }

  private static let soldiers = WordList("people-soldiers")
  /// Prepositions of being somewhere.
  private static let sites: WordList = ["в", "во", "на", "при", "у"]

  /// Whether the first noun of the words is of a woman.
  private static func isFeminine(_ words: [String], _ language: Language) -> Bool {
    for word in words.prefix(3) {
      if SlavicInflection.isWoman(word, language) { return true }
      // All feminine endings are of the letters that are cut off here.
      var stem = word[...]
      while vowels.end(stem) { stem = stem.dropLast() }
      if stem.endIndex < word.endIndex, feminineEndings.end(word), feminineStems.end(stem) {
        return true
      }
      if adjectiveEndings.end(word) { return true }
      guard let agreed = SlavicAgreement.determiner(word, language) else { return false }
      if agreed.numbers == [.feminine] { return true }
    }
    return false
  }

  private static let vowels = WordParts("а я ы и і е у ю й о ї є")
  private static let feminineEndings = WordParts("а у ою ей ею е і ы и ой я ю ці")
  private static let feminineStems = WordList("people-feminine-stems").parts
  private static let adjectiveEndings = WordParts("ая ую")

  /// "работник транспорта" → "работница транспорта"; as it is where it serves for both.
  private static func inFeminine(_ phrase: String, isUkrainian: Bool) -> String {
    let known = isUkrainian ? feminineUkrainian : feminineRussian
    if let whole = known[phrase] { return whole }
    let head = phrase.prefix { $0 != " " }
    return (known[String(head)] ?? String(head)) + phrase.dropFirst(head.count)
  }

  private static let feminineRussian: [String: String] = [
    "активист": "активистка", "артист": "артистка", "журналист": "журналистка",
    "охранник": "охранница", "служащий": "служащая", "спортсмен": "спортсменка",
    "переводчик": "переводчица", "преподаватель": "преподавательница",
    "проводник": "проводница", "руководитель": "руководительница", "рабочий": "работница",
    "работник": "работница", "солдат": "военнослужащая", "учащийся": "учащаяся",
    "представитель власти": "представительница власти",
    "представитель этнической группы": "представительница этнической группы",
    "представитель религиозной общины": "представительница религиозной общины",
    "представитель сексуального меньшинства": "представительница сексуального меньшинства",
  ]

  private static let feminineUkrainian: [String: String] = [
    "активіст": "активістка", "водій": "водійка", "вчитель": "вчителька",
    "журналіст": "журналістка", "керівник": "керівниця", "медик": "медикиня",
    "митець": "мисткиня", "науковець": "науковиця", "охоронець": "охоронниця",
    "поліцейський": "поліцейська", "службовець": "службовиця", "спортсмен": "спортсменка",
    "учень": "учениця", "офіцер": "офіцерка", "перекладач": "перекладачка",
    "посадовець": "посадовиця", "провідник": "провідниця", "працівник": "працівниця",
    "робітник": "робітниця", "солдат": "військовослужбовиця", "студент": "студентка",
    "фахівець": "фахівчиня", "юрист": "юристка",
    "представник етнічної групи": "представниця етнічної групи",
    "представник релігійної громади": "представниця релігійної громади",
    "представник сексуальної меншини": "представниця сексуальної меншини",
  ]

  // MARK: Roles

  /// What somebody is to the story, in the place of the name.
  ///
  /// - Parameter cases: those that the forms of the name tell; nil where they tell nothing.
  static func role(
    _ role: String?, _ gender: Gender, _ cases: CaseSet?, _ spot: SlavicSpot
  ) -> Replacement? {
    let isUkrainian = spot.language == .ukrainian
    let plain =
      switch gender {
      case .male: isUkrainian ? "чоловік" : "мужчина"
      case .female: isUkrainian ? "жінка" : "женщина"
      case .unknown: isUkrainian ? "людина" : "человек"
      }
    if role?.isEmpty ?? true, gender == .unknown, let trade = trade(before: spot) { return trade }
    var said = role.flatMap { $0.isEmpty ? nil : $0 } ?? plain
    if said == "должностное лицо" { said = "представитель власти" }
    if gender == .female {
      said = inFeminine(said, isUkrainian: isUkrainian)
    }
    guard let noun = SlavicPhrase(said, spot.language) else { return nil }
    let wide = withRanks(spot)
    var own = names(wide)
    if let cases {
      let both = own.intersection(SlavicSlots(cases))
      own = both.isEmpty ? SlavicSlots(cases) : both
    }
    return wide.said(noun, own: own, isName: true)
  }

  /// "юрист И. С." → "юрист": of somebody of whom nothing is known the trade says enough.
  private static func trade(before spot: SlavicSpot) -> Replacement? {
    guard spot.context.mark == .word, let before = spot.context.before.first,
      before.span.start >= spot.around.start, before.span.end + 1 == spot.around.span.start,
      Vocabulary.of(spot.language).entry(of: before.text).value(.job) != nil
    else { return nil }
    return Replacement(
      span: TextSpan(before.span.start, spot.around.span.end),
      text: spot.around.text(before.span.start, before.span.end))
  }

  /// Ranks and titles before the name go with it: "капитан Дудник".
  private static func withRanks(_ spot: SlavicSpot) -> SlavicSpot {
    guard spot.context.mark == .word else { return spot }
    var start = spot.around.span.start
    for word in spot.context.before.prefix(2) {
      guard !word.isCut || start == spot.around.span.start, word.span.end + 1 == start,
        word.span.start >= spot.around.start,
        Vocabulary.of(spot.language).entry(of: word.text).value(.rank) != nil
          || Vocabulary.of(spot.language).entry(of: word.text).value(.honorific) != nil
          || Vocabulary.of(spot.language).entry(of: word.text).value(.unitModifier) == nil
            && Self.senior.contains(word.text)
      else { break }
      start = word.span.start
    }
    return start == spot.around.span.start
      ? spot : spot.widened(to: TextSpan(start, spot.around.span.end))
  }

  /// The cases that all words of a name with its titles could be in.
  private static func names(_ spot: SlavicSpot) -> SlavicSlots {
    var cases = CaseSet.all
    for word in spot.words where word.count > 2 {
      var slots = SlavicAgreement.noun(word, spot.language)
      if let agreed = SlavicAgreement.determiner(word, spot.language) { slots.formUnion(agreed) }
      slots.subtract(SlavicAgreement.inanimateAccusative(word, spot.language))
      // Nobody's name is a neuter: "Саше".
      slots.subtract(SlavicSlots(.all, [.neuter]))
      let singular = slots.singular.cases
      let both = cases.intersection(singular)
      if !both.isEmpty { cases = both }
    }
    return SlavicSlots(cases)
  }

  // MARK: Traits

  /// "кримський татарин" → "представник етнічної групи", "диабет" → "болезнь".
  static func trait(_ phrase: String, _ spot: SlavicSpot) -> Replacement? {
    guard let first = spot.words.first else { return nil }
    let part = SlavicPart(spot)
    if phrase.isEmpty || first == "без" { return peculiarity(spot) }
    if minorities[phrase] == nil, !disabilities.contains(phrase), let had = had(phrase, part, spot)
    {
      return had
    }
    if minorities[phrase] == nil, !disabilities.contains(phrase),
      let had = having(phrase, part, spot)
    {
      return had
    }
    // "он левша"
    if part == .noun, isPredicate(spot), minorities[phrase] == nil, !disabilities.contains(phrase) {
      return with(phrase, spot)
    }
    // "хворіє на діабет"
    let isSaid = spot.context.before.prefix(2).contains {
      $0.text.hasPrefix("хвор") || $0.text.hasPrefix("боле") || $0.text.hasPrefix("болен")
    }
    if isSaid, ["болезнь", "хвороба"].contains(phrase) { return nil }
    let isAdjective = spot.words.allSatisfy {
      SlavicAgreement.determiner($0, spot.language) != nil
    }
    var said = phrase
    var isPerson = false
    if let minority = minorities[phrase] {
      // "крымскотатарская семья": the family would have to be said anew.
      guard !isAdjective else { return nil }
      said = spot.pick("представитель ", "представник ") + minority
      isPerson = true
    } else if disabilities.contains(phrase) {
      isPerson =
        isAdjective || ["инвалид", "колясочник", "дальтоник"].contains { first.hasPrefix($0) }
      if isPerson, spot.around.isFollowedByWord { return nil }
      // "Її брат Аркадій, глухий від народження, копав"
      if !isPerson, spot.around.markBefore == 0x2C, spot.around.isFollowed(by: ",") {
        return spot.write(spot.pick("с инвалидностью", "з інвалідністю"))
      }
      said =
        isPerson
        ? spot.pick("человек с инвалидностью", "людина з інвалідністю")
        : spot.pick("инвалидность", "інвалідність")
    } else if isAdjective || impersonal.begin(first) {
      return nil
    }
    let isWoman = isPerson && isFeminine(spot.words, spot.language)
    if isWoman {
      said = inFeminine(said, isUkrainian: spot.language == .ukrainian)
    }
    guard let noun = SlavicPhrase(said, spot.language) else { return nil }
    // "после инсульта", "с палочкой": the preposition went with the trait.
    if let governed = SlavicContext.prepositions(spot.language)[first], spot.words.count > 1 {
      let rest = spot.words[1]
      let cases = governed.intersection(SlavicAgreement.noun(rest, spot.language).cases)
      guard let one = noun.form(in: cases.isEmpty ? governed : cases) else { return nil }
      let preposition = SlavicPrepositions.fitting(first, before: one, spot.language, after: nil)
      return spot.write((preposition ?? first) + " " + one)
    }
    var own = spot.ownSlots(isAnimate: isPerson, isMan: isPerson && !isWoman)
    if isWoman {
      let feminine = own.intersection(SlavicSlots(.all, [.feminine]))
      if !feminine.isEmpty { own = feminine }
    }
    let isPlural = isPerson && own.numbers == [.plural]
    return spot.said(noun, own: own, plural: isPlural)
  }

  private static let minorities: [String: String] = [
    "этническая группа": "этнической группы",
    "религиозная община": "религиозной общины",
    "сексуальное меньшинство": "сексуального меньшинства",
    "з етнічної групи": "етнічної групи", "з релігійної громади": "релігійної громади",
    "із сексуальної меншини": "сексуальної меншини",
  ]
  private static let disabilities: Set<String> = ["инвалидность", "з інвалідністю"]
  /// Verbs and short adjectives, in whose place a noun would not stand.
  private static let impersonal = WordList("people-impersonal").parts
  private static let senior = WordList("people-senior")
}

extension SlavicSlots {
  /// What is left without the plural; all of it where there is only a plural.
  var singular: SlavicSlots {
    let rest = subtracting(SlavicSlots(.all, [.plural]))
    return rest.isEmpty ? self : rest
  }
}
