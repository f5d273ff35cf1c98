/// The part that words play in a Russian or Ukrainian sentence, told by their endings and the
/// dictionary: a word is a verb where it has an infinitive.
enum SlavicPart: Equatable {
  case noun
  /// "шила паруса".
  case past(SlavicNumber)
  /// "шиє вітрила".
  case present(Person)
  case infinitive
  /// "натянув на голову".
  case adverbial
  /// "сліпий", "глухая с детства".
  case adjective
  /// "без руки", "з дитинства".
  case phrase

  enum Person: Int { case first, second, third, we, you, they }

  init(_ spot: SlavicSpot) {
    let words = spot.words
    let language = spot.language
    let first = words.first ?? ""
    if SlavicContext.prepositions(language)[first] != nil, words.count > 1 {
      // "був без ока і шепелявив"
      let isSaid = spot.context.before.first.map { Self.being.contains($0.text) } ?? false
      let verb = words.dropFirst(isSaid ? words.count : 2).lazy.compactMap {
        Self.verb($0, language)
      }.first
      self = verb ?? .phrase
      return
    }
    // "справку возила", "сама варила": the verb may stand behind what it is done to.
    // "я варю мило"
    if let before = spot.context.before.first?.text, spot.context.mark == .word,
      ["я", "сам", "сама"].contains(before), first.hasSuffix("ю") || first.hasSuffix("у")
    {
      self = .present(.first)
      return
    }
    let near = words.prefix(4).prefix { !Self.relative.contains($0) }
    if spot.context.preposition()?.index == 0 {
      self = .noun
    } else if let verb = near.enumerated().lazy.compactMap({ index, word -> SlavicPart? in
      let verb = Self.verb(word, language)
      // "смотритель маяков", "оглядач вагонів": a plural.
      if index > 0, verb == .past(.masculine), SlavicInflection.hasNounForms(word, language) {
        return nil
      }
      return index > 0 && (verb == .infinitive || verb == .past(.neuter)) ? nil : verb
    }).first,
      near.first.map({ !Self.isNominative($0, language) || Self.verb($0, language) != nil })
        ?? false
    {
      self = verb
    } else if SlavicAgreement.determiner(first, language) != nil,
      words.dropFirst().first.map({ SlavicContext.prepositions(language)[$0] != nil }) ?? true
    {
      self = .adjective
    } else {
      self = .noun
    }
  }

  /// A noun or a pronoun that does what a verb after it tells: "лице одне", "він тримав".
  private static func isNominative(_ word: String, _ language: Language) -> Bool {
    if subjects.contains(word) { return false }
    let slots = SlavicAgreement.noun(word, language)
    return slots.intersection(SlavicSlots(.nominative)).isEmpty == false
      && slots.intersection(SlavicSlots(.accusative)).isEmpty
  }

  private static let being = WordList("slavic-part-being")
  private static let relative = WordList("slavic-part-clauses")
  private static let subjects = WordList("part-pronouns")

  private static let infinitives = WordList.each("part-infinitive-endings")

  /// The form of a verb; nil where the word is none.
  static func verb(_ word: String, _ language: Language) -> SlavicPart? {
    guard word.count > 2, SlavicAgreement.determiner(word, language) == nil,
      let words = Lexicon.embedded.words(of: language)
    else { return nil }
    let (stem, isReflexive) = unreflexive(word, language)
    func isWord(_ word: String) -> Bool {
      words.walk(word.utf8).isWord || isReflexive && words.walk((word + "ся").utf8).isWord
    }
    // A noun of the same letters: "руку", "лице".
    func isNoun(_ root: String) -> Bool {
      ["а", "я", "о", "ом", "ем"].contains { words.walk((root + $0).utf8).isWord }
    }
    // "знайшли" of "знайти", "нашёл" of "найти"
    func isOfGoing(_ root: String) -> Bool {
      ["йшо", "йш", "ше", "ш"].contains { ending in
        root.hasSuffix(ending) && words.walk((root.dropLast(ending.count) + "йти").utf8).isWord
      }
    }
    let infinitive = language == .ukrainian ? "ти" : "ть"
    let isUkrainian = language == .ukrainian
    if stem.hasSuffix(infinitive), isWord(stem.dropLast(2) + "ла") { return .infinitive }
    let pasts: [(ending: String, part: SlavicPart)] =
      [("ла", .past(.feminine)), ("ло", .past(.neuter)), ("ли", .past(.plural))]
      + (isUkrainian
        ? [("вши", .adverbial), ("в", .past(.masculine))]
        : [("вши", .adverbial), ("в", .adverbial), ("л", .past(.masculine))])
    for (ending, part) in pasts where stem.hasSuffix(ending) {
      let root = String(stem.dropLast(ending.count))
      if isWord(root + infinitive) || consonantal.end(root) && part != .adverbial
        || part != .adverbial && isOfGoing(root)
        || isUkrainian && root.hasSuffix("і") && isWord(stem.dropLast(2) + "ола")
      {
        return part
      }
    }
    for (ending, person) in isUkrainian ? ukrainianPresent : russianPresent
    where stem.hasSuffix(ending) && stem.count - ending.count > 1 {
      let root = String(stem.dropLast(ending.count))
      if ending.count == 1, ending != "є", isNoun(root) { continue }
      if roots(root).contains(where: { root in
        Self.infinitives[language].words.contains { isWord(root + $0) }
      }) {
        return .present(person)
      }
    }
    return nil
  }

  private static let consonantal = WordList("part-consonantal").parts

  /// A verb without "-ся": "заикает-ся", "вчить-ся", "заїкає-ться".
  private static func unreflexive(_ word: String, _ language: Language) -> (String, Bool) {
    guard word.count > 5 else { return (word, false) }
    if language == .ukrainian, word.hasSuffix("ється") || word.hasSuffix("еться") {
      return (String(word.dropLast(4)), true)
    }
    guard word.hasSuffix("ся") || word.hasSuffix("сь") else { return (word, false) }
    return (String(word.dropLast(2)), true)
  }

  /// The root as the infinitive may have it: "вяж-у", "вяз-ать".
  private static func roots(_ root: String) -> [String] {
    var roots = [root]
    for last in "ую" where root.last == last { roots.append(String(root.dropLast())) }
    let changes: [Character: [String]] = [
      "ж": ["з", "д", "г"], "ч": ["т", "к", "ц"], "ш": ["с", "х"], "щ": ["ст", "ск"],
    ]
    if let last = root.last, let others = changes[last] {
      roots += others.map { root.dropLast() + $0 }
    }
    if root.hasSuffix("л"), root.count > 2 { roots.append(String(root.dropLast())) }
    return roots
  }

  private static let russianPresent: [(String, Person)] = [
    ("ете", .you), ("ите", .you), ("ешь", .second), ("ишь", .second), ("ет", .third),
    ("ит", .third), ("ют", .they), ("ут", .they), ("ят", .they), ("ат", .they), ("ем", .we),
    ("им", .we), ("ю", .first), ("у", .first),
  ]
  private static let ukrainianPresent: [(String, Person)] = [
    ("ють", .they), ("уть", .they), ("ять", .they), ("ать", .they), ("ємо", .we), ("емо", .we),
    ("имо", .we), ("їмо", .we), ("єте", .you), ("ете", .you), ("ите", .you), ("єш", .second),
    ("еш", .second), ("иш", .second), ("ить", .third), ("їть", .third), ("є", .third),
    ("е", .third), ("ю", .first), ("у", .first),
  ]
}

/// The forms of a verb that stands for others.
struct SlavicVerb {
  /// Masculine, feminine, neuter, plural.
  let past: [String]
  /// I, you, he, we, you, they.
  let present: [String]
  let infinitive: String
  let adverbial: String

  init(_ forms: String) {
    let all = forms.split(whereSeparator: \.isWhitespace).map(String.init)
    precondition(all.count == 12, "a verb has twelve forms: \(forms)")
    past = Array(all[0..<4])
    present = Array(all[4..<10])
    infinitive = all[10]
    adverbial = all[11]
  }

  static func work(_ language: Language) -> SlavicVerb {
    language == .ukrainian ? ukrainianWork : russianWork
  }

  static func have(_ language: Language) -> SlavicVerb {
    language == .ukrainian ? ukrainianHave : russianHave
  }

  /// The form of a part of a sentence; nil where no verb stood there.
  func form(_ part: SlavicPart) -> String? {
    switch part {
    case .past(let number): past[Int(number.rawValue)]
    case .present(let person): present[person.rawValue]
    case .infinitive: infinitive
    case .adverbial: adverbial
    case .noun, .adjective, .phrase: nil
    }
  }

  private static let russianWork = SlavicVerb(
    """
    работал работала работало работали работаю работаешь работает работаем работаете работают
    работать работая
    """)
  private static let ukrainianWork = SlavicVerb(
    """
    працював працювала працювало працювали працюю працюєш працює працюємо працюєте працюють
    працювати працюючи
    """)
  private static let russianHave = SlavicVerb(
    "имел имела имело имели имею имеешь имеет имеем имеете имеют иметь имея")
  private static let ukrainianHave = SlavicVerb(
    "мав мала мало мали маю маєш має маємо маєте мають мати маючи")
}
