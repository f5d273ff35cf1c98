/// The cases that the place of a name in a Russian or Ukrainian sentence asks for.
enum NamePlace {
  /// Which cases may stand there, and which of them comes first where a form may be several.
  struct Cases {
    var allowed: CaseSet
    var order: [GrammaticalCase]
    /// What a title before the name says by its own ending, whatever the name reads like: "госпожа
    /// Мерсье", "майору Дюма".
    var certain: CaseSet?
  }

  ///
  /// - Parameter gender: of who is named: "жена Панька" is no woman of that name.
  static func cases(
    _ around: Surroundings, _ language: SlavicLanguage, _ gender: Gender = .unknown
  ) -> Cases {
    let usual: [GrammaticalCase] = [
      .nominative, .genitive, .accusative, .dative, .instrumental, .locative, .vocative,
    ]
    let free = CaseSet.all.subtracting(.locative)
    if isCalled(around) { return Cases(allowed: free, order: [.vocative] + usual) }
    if around.isFollowed(by: ","), around.markBefore == 0x2C {
      // "his brother, Остап, left", "дякую, Наталю, за все"
      return Cases(allowed: free, order: [.nominative, .vocative] + objects(around, language))
    }
    guard let before = around.before else {
      // At the head of a sentence, or after a comma, a dash, a quotation mark.
      return Cases(allowed: free, order: [.nominative] + objects(around, language) + [.vocative])
    }
    let word = before.text.lowercased()
    if let governed = prepositions(language)[word] {
      // Of people one is rather with them than from them.
      let first: [GrammaticalCase] =
        governed == [.instrumental, .genitive] ? [.instrumental] : [.accusative]
      return Cases(
        allowed: governed, order: first + [.genitive, .instrumental, .locative, .dative])
    }
    if isKinOfOther(word, gender, language) {
      return Cases(allowed: free, order: [.genitive] + usual)
    }
    if naming.contains(word) { return Cases(allowed: free, order: [.nominative] + usual) }
    if let agreed = apposition(word, gender) {
      return Cases(
        allowed: CaseSet.all,
        order: usual.filter { agreed.contains(CaseSet($0)) }
          + usual.filter { !agreed.contains(CaseSet($0)) }, certain: agreed)
    }
    if let governed = governed(by: word, language),
      governed != .dative || !isGiven(around.word(before: before.span.start), language)
    {
      return Cases(
        allowed: free,
        order: [governed] + usual.filter { $0 != governed && $0 != .nominative }
          + [.nominative])
    }
    if isVerb(word, language) {
      return Cases(
        allowed: free,
        order: [.nominative, .accusative, .dative, .genitive, .instrumental, .vocative])
    }
    if let first = around.word(before: before.span.start),
      let governed = prepositions(language)[first.text.lowercased()]
    {
      // "у капитана Шмидт", "до пані Левченко"
      return Cases(
        allowed: CaseSet.all,
        order: usual.filter { governed.contains(CaseSet($0)) }
          + usual.filter { !governed.contains(CaseSet($0)) })
    }
    return Cases(allowed: free, order: usual)
  }

  private static let naming = WordList("name-place-naming")

  /// «Мені допомогла Швець»: whom it was done for stands before the verb.
  private static func isGiven(
    _ word: Surroundings.Word?, _ language: SlavicLanguage
  ) -> Bool {
    word.map { givenTo[language.language].contains($0.text.lowercased()) } ?? false
  }

  static let givenTo = WordList.each("name-place-given-to")

  /// «брат Нарине», «жена Панька»: kin of whoever is named, and not named so.
  private static func isKinOfOther(
    _ word: String, _ gender: Gender, _ language: SlavicLanguage
  ) -> Bool {
    guard gender != .unknown, Vocabulary.of(language.language).entry(of: word).has(.kinship) else {
      return false
    }
    let isMan = agreed(word, men, masculine) != nil
    let isWoman = agreed(word, women, feminine) != nil
    return isMan != isWoman && isMan == (gender == .female)
  }

  private static func agreed(
    _ word: String, _ stems: [String], _ endings: [String: CaseSet]
  ) -> CaseSet? {
    for stem in stems where word.hasPrefix(stem) {
      if let cases = endings[String(word.dropFirst(stem.count))] { return cases }
    }
    return nil
  }

  /// The cases of a title or another noun before a name, told by its ending: "соседке Айгуль".
  private static func apposition(_ word: String, _ gender: Gender) -> CaseSet? {
    let women = gender == .male ? [] : self.women
    // "сусідці": of "сусідка".
    if word.hasSuffix("ці"), women.contains(word.dropLast(2) + "к") { return [.dative, .locative] }
    return agreed(word, women, feminine) ?? agreed(word, men, masculine)
  }

  private static let feminine: [String: CaseSet] = [
    "а": .nominative, "е": [.dative, .locative], "і": [.dative, .locative], "у": .accusative,
    "ой": .instrumental, "ою": .instrumental, "ы": .genitive, "и": .genitive,
  ]
  private static let masculine: [String: CaseSet] = [
    "": .nominative, "а": [.genitive, .accusative], "у": .dative, "ові": .dative,
    "ом": .instrumental, "е": .locative,
  ]
  private static let women = WordList("name-place-women").words
  private static let men = WordList("name-place-men").words

  /// The name with the form of the preposition before it that it asks for: "о Сергее", "об Андрее";
  /// "со Львом", "с Глебом".
  static func fitted(
    _ name: String, _ around: Surroundings, _ language: SlavicLanguage
  ) -> NameInPlace {
    guard let before = around.before, before.span.start >= around.start,
      let fitting = SlavicPrepositions.fitting(
        before.text.lowercased(), before: name, language.language, after: nil)
    else { return NameInPlace(text: name, start: around.span.start) }
    let isCapital = before.text != before.text.lowercased()
    let said = isCapital ? fitting.prefix(1).uppercased() + fitting.dropFirst() : fitting
    return NameInPlace(text: said + " " + name, start: before.span.start)
  }

  /// Whether the name stands as an address does: "Надю, йди сюди!", "…, Сергію!"
  private static func isCalled(_ around: Surroundings) -> Bool {
    guard around.isFollowed(by: ",") || around.isFollowed(by: "!") else { return false }
    if around.isFollowed(by: "!") { return around.before == nil }
    return around.opensSentence(at: around.span.start)
      || around.before.map { honorifics.contains($0.text.lowercased()) } == true
  }

  private static let honorifics = WordList("name-place-honorifics")

  /// Before a verb a name in no nominative is rather whom something was done to: "Марии сказали".
  private static func objects(
    _ around: Surroundings, _ language: SlavicLanguage
  ) -> [GrammaticalCase] {
    guard let after = around.after, isVerb(after.text.lowercased(), language) else {
      return [.genitive, .accusative, .dative, .instrumental]
    }
    return [.dative, .accusative, .genitive, .instrumental]
  }

  /// Whether a word has the ending of a finite verb or an infinitive.
  static func isVerb(_ word: String, _ language: SlavicLanguage) -> Bool {
    guard word.utf8.count >= 8 || word == "был" || word == "дал" || word == "дав" else {
      return false
    }
    return (language == .russian ? russianVerbs : ukrainianVerbs).end(word)
  }

  /// Whether a word has the ending of a verb in the plural.
  static func isPluralVerb(_ word: String, _ language: SlavicLanguage) -> Bool {
    word.utf8.count >= 8 && (language == .russian ? russianPlurals : ukrainianPlurals).end(word)
  }

  private static let russianPlurals = WordParts("ли лись ут ют ат ят утся ются атся ятся")
  private static let ukrainianPlurals = WordParts("ли лися лись уть ють ать ять")

  private static func governed(
    by word: String, _ language: SlavicLanguage
  ) -> GrammaticalCase? {
    guard isVerb(word, language) else { return nil }
    return government.first { $0.parts[language.language].begin(word) }?.which
  }

  private static func prepositions(_ language: SlavicLanguage) -> WordTable<CaseSet> {
    language == .russian ? russianPrepositions : ukrainianPrepositions
  }

  private static func table(_ rows: [(String, CaseSet)]) -> WordTable<CaseSet> {
    var out: [String: CaseSet] = [:]
    for (words, cases) in rows {
      for word in words.split(separator: " ") { out[String(word)] = cases }
    }
    return WordTable(out)
  }

  private static let russianPrepositions = table([
    (
      "без безо для до из изо от ото у около после вокруг кроме ради против возле мимо вместо насчёт насчет среди внутри напротив относительно подле помимо прежде близ вблизи позади впереди из-за из-под со-стороны ввиду вследствие касательно",
      .genitive
    ),
    ("к ко благодаря вопреки навстречу согласно подобно наперекор", .dative),
    ("через про сквозь", .accusative),
    ("над надо между перед передо", .instrumental),
    ("с со", [.instrumental, .genitive]),
    ("под подо за", [.instrumental, .accusative]),
    ("в во на о об обо", [.accusative, .locative]),
    ("при", .locative), ("по", [.dative, .locative, .accusative]),
  ])
  private static let ukrainianPrepositions = table([
    (
      "без для до від од біля після навколо крім окрім замість проти коло серед щодо стосовно поруч поблизу навпроти ради заради задля мимо позад попереду з-за із-за з-під із-під довкола відносно",
      .genitive
    ),
    ("завдяки всупереч назустріч наперекір", .dative),
    ("через про крізь", .accusative),
    ("над наді між поміж перед переді", .instrumental),
    ("з із зі", [.instrumental, .genitive]),
    ("під за", [.instrumental, .accusative, .genitive]),
    ("у в ув", .genitive),
    ("на об", [.accusative, .locative]), ("о", [.accusative, .locative]),
    ("при", .locative), ("по", [.locative, .accusative]),
  ])
  private static let russianVerbs = WordList("name-place-russian-verb-endings").parts
  private static let ukrainianVerbs = WordList("name-place-ukrainian-verb-endings").parts
  private static let government: [(parts: ByLanguage<WordParts>, which: GrammaticalCase)] = [
    (WordList.each("name-place-verbs-of-dative").map(\.parts), .dative),
    (WordList.each("name-place-verbs-of-accusative").map(\.parts), .accusative),
    (WordList.each("name-place-verbs-of-instrumental").map(\.parts), .instrumental),
  ]
}
