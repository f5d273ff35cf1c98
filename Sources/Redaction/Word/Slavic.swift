/// Russian and Ukrainian: the case, number and gender that a replacement's place asks for.
enum Slavic: Wording {
  /// What stands in the place of a mention in prose; nil where the case cannot be told.
  static func replacement(
    for mention: Mention, _ treatment: Treatment, _ around: Surroundings, next: Mention?,
    _ told: inout Told
  ) -> Replacement? {
    guard case .generalize(let level) = treatment else { return nil }
    var spot = SlavicSpot(around, told.language)
    if [.place, .unit, .organization, .event].contains(mention.kind) {
      spot = spot.afterItsPreposition
    }
    if mention.kind == .demographic, let first = spot.words.first,
      SlavicContext.collective.contains(first)
    {
      spot = spot.afterItsFirstWord
    }
    spot.isName = ![.job, .demographic, .age, .number].contains(mention.kind)
    switch mention.detail {
    case .place(let place):
      return self.place(place, level, spot, &told)
        ?? somePlace(place, spot).map {
          spot.said(
            $0, own: spot.isUngoverned ? SlavicSlots(.nominative) : spot.ownSlots(isAnimate: false))
        }
    case .date(let date): return SlavicDates.replacement(date, level, spot)
    case .age(let age):
      let said =
        SlavicAgeWords.replacement(age, level, spot)
        ?? (spot.context.preposition() == nil ? someAge(spot) : nil)
      return said.map { SlavicAgeWords.withStop($0, spot) }
    case .general(let phrase): return general(phrase, mention.kind, level, spot)
    case .said(.nationality): return nil
    case .said(let what): return SlavicContacts.replacement(what, spot).map { spot.closed($0) }
    default: return mention.kind == .age ? someAge(spot) : nil
    }
  }

  /// The word for a place of which no grammar tells the case, as what stands before it asks: «во всей
  /// местности».
  private static func somePlace(_ place: PlaceExpression, _ spot: SlavicSpot) -> SlavicPhrase? {
    let numbers = spot.context.slots(isPerson: false).numbers
    return [sort(place, spot.language), spot.pick("местность", "місцевість")].lazy
      .compactMap { SlavicPhrase($0, spot.language) }
      .first { numbers.contains($0.number) }
      ?? SlavicPhrase(spot.pick("место", "місце"), spot.language)
  }

  /// An age that no grammar can parse.
  private static func someAge(_ spot: SlavicSpot) -> Replacement {
    if spot.context.preposition() != nil,
      let age = SlavicPhrase(spot.pick("определённый возраст", "певний вік"), spot.language)
    {
      return spot.said(age, own: .all)
    }
    return spot.write(spot.pick("в определённом возрасте", "у певному віці"))
  }

  /// What a person is to the story, in the place of the name.
  static func role(
    _ role: String?, _ gender: Gender, isFirst: Bool, _ around: Surroundings, _ told: Told
  ) -> Replacement? {
    SlavicPeople.role(role, gender, told.namedIn, SlavicSpot(around, told.language))
  }

  /// A described thing in the place of a mention.
  private static func general(
    _ phrase: String, _ kind: EntityKind, _ level: GeneralizationLevel, _ spot: SlavicSpot
  ) -> Replacement? {
    switch kind {
    case .contact, .identifier, .number:
      return SlavicContacts.replacement(kind == .contact ? .contact : .number, spot)
        .map { spot.closed($0) }
    case .job: return SlavicPeople.job(phrase, level, spot)
    case .demographic:
      return SlavicPeople.trait(phrase, spot) ?? SlavicPeople.peculiarity(spot)
    case .unit, .organization, .event:
      let said =
        phrase.isEmpty || level == .general ? Brackets.general(kind, spot.language) : phrase
      guard let noun = SlavicPhrase(said, spot.language) else { return nil }
      var own = spot.ownSlots(isAnimate: false)
      if spot.context.belongsToNoun || own.cases.contains(.genitive) && spot.dependsOnNoun {
        let genitive = SlavicSlots(.genitive)
        let both = own.intersection(genitive)
        own = both.isEmpty ? genitive : both
      } else if own.cases.contains(.instrumental), spot.context.tellsByWhom {
        return spot.write(noun.form(.instrumental))
      }
      return spot.said(noun, own: own)
    default: return nil
    }
  }
}

/// The place of one mention in a Russian or Ukrainian sentence.
struct SlavicSpot {
  let around: Surroundings
  let language: Language
  let context: SlavicContext
  /// Names have a capital anywhere; of other words a capital opens a sentence.
  var isName = true

  init(_ around: Surroundings, _ language: Language) {
    self.around = around
    self.language = language
    context = SlavicContext(around, language)
    words = Self.words(around.original)
  }

  /// The same place for a longer span.
  func widened(to span: TextSpan) -> SlavicSpot {
    var wide = SlavicSpot(
      Surroundings(bytes: around.bytes, span: span, start: around.start, end: around.end), language)
    wide.isName = isName
    return wide
  }

  /// The place of the words behind a preposition that the span begins with: "с Пушкинской".
  var afterItsPreposition: SlavicSpot {
    guard let first = words.first, words.count > 1, context.preposition() == nil,
      SlavicContext.prepositions(language)[first] != nil
    else { return self }
    return afterItsFirstWord
  }

  /// The same without the first word, where there are more.
  var afterItsFirstWord: SlavicSpot {
    guard let space = around.bytes[around.span.start..<around.span.end].firstIndex(of: 0x20) else {
      return self
    }
    return widened(to: TextSpan(space + 1, around.span.end))
  }

  func pick(_ russian: String, _ ukrainian: String) -> String {
    language == .ukrainian ? ukrainian : russian
  }

  /// The words of the span, folded, as they stand.
  let words: [String]

  /// The words of a text, folded; what is joined by a hyphen is one word.
  static func words(_ text: String) -> [String] {
    if let plain = Fold.plainWords(text) { return plain }
    return text.split { character in
      !(character.isLetter || character.isNumber || "-‐‑'’ʼ".contains(character)
        || character.unicodeScalars.allSatisfy { Fold.isInvisible($0.value) })
    }.map { Fold.string(String($0)).replacing("‑", with: "-").replacing("‐", with: "-") }
  }

  /// The slots that the words of the span could be in: its adjectives and its first noun.
  ///
  /// - Parameter isMan: of words for men "-и" and "-ы" are plurals.
  func ownSlots(isAnimate: Bool, isMan: Bool = false) -> SlavicSlots {
    var slots = SlavicSlots.all
    let words = words
    for (index, word) in words.enumerated() {
      if index > 0, SlavicContext.prepositions(language)[word] != nil { break }
      let isLast = index == words.count - 1
      let part = Self.telling(word)
      let figures = SlavicAgreement.ordinal(word, language)
      let agreed = figures ?? SlavicAgreement.determiner(part, language)
      if let agreed, !isLast, !isNoun(part) {
        let both = slots.intersection(agreed)
        if both.isEmpty { break }
        slots = both
        continue
      }
      if word.first?.isNumber == true, figures == nil, !isLast { continue }
      var noun = agreed ?? SlavicAgreement.noun(part, language)
      if isAbbreviated(word, at: index) { noun = .all }
      if !isAnimate, part.hasSuffix("ия") || part.hasSuffix("ія") {
        noun.formIntersection(SlavicSlots(.nominative, [.feminine]))
      }
      if isMan, let last = part.last, "ыиії".contains(last) {
        noun.formIntersection(SlavicSlots(.all, [.plural]))
      }
      if isMan, part.hasSuffix("ом") || part.hasSuffix("ем"), !part.hasSuffix("ном"),
        !SlavicInflection.isBare(part, language)
      {
        noun.formIntersection(SlavicSlots(.instrumental))
      }
      if isAnimate { noun = noun.subtracting(SlavicAgreement.inanimateAccusative(part, language)) }
      let both = slots.intersection(noun)
      if !both.isEmpty { slots = both }
      break
    }
    return slots.singular
  }

  /// Of "Урус-Мартановского" the last part tells, of "переводчика-мужчины" the first.
  private static func telling(_ word: String) -> String {
    guard word.utf8.contains(0x2D) else { return word }
    let parts = word.split(separator: "-")
    guard let first = parts.first, let last = parts.last else { return word }
    return String(sexes.begin(last) ? first : last)
  }

  private static let sexes = WordParts("мужчин женщин чоловік жінк")

  /// A noun that looks like an adjective: "рабочий", "вагоновожатая".
  private func isNoun(_ word: String) -> Bool {
    Vocabulary.of(language).entry(of: word).value(.job) != nil
      || Vocabulary.of(language).entry(of: word).value(.unitNoun) != nil
  }

  /// "РОВД", "в/ч", "кв": a word that shows no case.
  private func isAbbreviated(_ word: String, at index: Int) -> Bool {
    if word.utf8.count <= 8, word.count <= 2 { return true }
    guard around.hasCapitalsTogether else { return false }
    let written = around.original.split { !$0.isLetter && !$0.isNumber }
    guard index < written.count else { return false }
    return written[index].count > 1 && written[index].allSatisfy { $0.isUppercase || $0.isNumber }
      && !isShouted
  }

  /// Written in capitals that mean nothing: more than an abbreviation.
  private var isShouted: Bool { around.isShouted && words.contains { $0.count > 6 } }

  // MARK: Writing

  /// A noun phrase in the case that its place and the replaced words have in common.
  func fit(_ phrase: SlavicPhrase, own: SlavicSlots, plural: Bool = false) -> Replacement? {
    let number = plural ? SlavicNumber.plural : phrase.number
    guard let cases = cases(own: own.cases, number: number, isAnimate: phrase.isAnimate),
      let text = phrase.form(in: cases, plural: plural)
    else { return nil }
    if cases == .nominative || context.mark != .word && !cases.intersection(.nominative).isEmpty,
      cases.subtracting([.nominative, .accusative]).isEmpty
    {
      return agreed(text, number)
    }
    return write(text)
  }

  /// The cases that remain, settled by the verb where a preposition has two.
  func cases(own: CaseSet, number: SlavicNumber, isAnimate: Bool) -> CaseSet? {
    let slots = context.slots(isPerson: isAnimate)
    let allowed = slots.cases(in: number)
    guard !allowed.isEmpty else { return nil }
    var joint = allowed.intersection(own)
    let preposition = context.preposition()
    if joint.isEmpty {
      guard preposition != nil else { return nil }
      joint = allowed
    }
    if preposition == nil {
      // Without a preposition there is no locative.
      let bare = joint.subtracting([.locative, .vocative])
      guard !bare.isEmpty else { return nil }
      let isSubject =
        context.mark == .label || !bare.contains(.genitive) && context.tellsOfHaving
      return bare.contains(.nominative) && isSubject ? .nominative : bare
    }
    joint.subtract([.nominative, .vocative])
    if joint.isEmpty { joint = allowed }
    guard joint.only == nil, let preposition else { return joint }
    let rest: CaseSet =
      joint == [.accusative, .locative]
      ? .locative : joint == [.accusative, .instrumental] ? .instrumental : []
    // "ушёл с завода", "пішов із в/ч": somebody who goes does not go with it.
    if joint == [.genitive, .instrumental], !isAnimate,
      SlavicVerbs.moves(context, around, preposition.index) == true
    {
      return .genitive
    }
    guard !rest.isEmpty else { return joint }
    if let moves = SlavicVerbs.moves(context, around, preposition.index) {
      return moves ? .accusative : rest
    }
    // "В Тарту нас …": at the head of a sentence it is rather where than where to.
    let first = context.before[preposition.index + preposition.count - 1]
    return around.opensSentence(at: first.span.start) ? rest : joint
  }

  /// Text that has its case, with the capital and the preposition that go with it.
  func write(_ text: String, from start: Int? = nil, to end: Int? = nil) -> Replacement {
    var span = TextSpan(start ?? around.span.start, end ?? around.span.end)
    var text = text
    let opens =
      span.start == around.span.start ? context : SlavicContext(around, language, at: span.start)
    if let before = opens.before.first, opens.mark == .word,
      before.span.end + 1 == span.start, before.span.start >= around.start,
      let fitting = SlavicPrepositions.fitting(
        before.text, before: text, language, after: opens.before.dropFirst().first)
    {
      let isOpening = around.opensSentence(at: before.span.start) && before.isCapitalized
      text = (isOpening ? Self.capitalized(fitting) : fitting) + " " + text
      span = TextSpan(before.span.start, span.end)
    } else if opensWithCapital(span.start, opens) {
      text = Self.capitalized(text)
    }
    if span == around.span, isShouted, !around.original.contains(where: \.isNumber) {
      text = text.uppercased()
    }
    return Replacement(span: span, text: text)
  }

  private func opensWithCapital(_ start: Int, _ context: SlavicContext) -> Bool {
    guard start < around.bytes.count else { return false }
    let first = UTF8Decoding.scalar(in: around.bytes, at: start).value
    guard ScalarClass.isCapital(first) || ScalarClass(first) == .digit else { return false }
    if context.mark == .sentence || around.opensSentence(at: start) { return true }
    if !isName, start == around.span.start, ScalarClass.isCapital(first), !around.isShouted {
      return true
    }
    return start > 0 && around.bytes[start - 1] == 0x0A && context.mark != .word
  }

  static func capitalized(_ text: String) -> String {
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }

  /// A subject: a past tense or a short participle that follows agrees with it.
  func agreed(_ text: String, _ number: SlavicNumber) -> Replacement? {
    guard let verb = SlavicVerbs.past(after: around, language) else { return write(text) }
    // "Казань бомбили": the place is what it was done to.
    if verb.number == number || verb.number == .plural { return write(text) }
    guard verb.isAdjacent, let fitting = SlavicVerbs.agreeing(verb.text, number, language) else {
      return nil
    }
    let between = around.text(around.span.end, verb.span.start)
    return write(text + between + fitting, to: verb.span.end)
  }
}
