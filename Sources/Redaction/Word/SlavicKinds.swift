/// What is said in Russian and Ukrainian of a trade or a trait of which no table knows more than
/// its kind: words that play the same part in the sentence as what stood there.
extension SlavicPeople {
  /// "шила паруса" → "работала"; nil where no verb stands there.
  static func working(_ spot: SlavicSpot) -> Replacement? {
    SlavicVerb.work(spot.language).form(SlavicPart(spot)).map { spot.write(withSubject($0, spot)) }
  }

  /// The verb with the pronoun that stood with it: "я шила" → "я работала".
  private static func withSubject(_ verb: String, _ spot: SlavicSpot) -> String {
    guard let first = spot.words.first, spot.words.count > 1, pronouns.contains(first) else {
      return verb
    }
    return first + " " + verb
  }

  private static let pronouns = WordList("kinds-pronouns")

  /// Not who works, but where: a noun that names nobody, after a preposition of place.
  static func isWorkplace(_ spot: SlavicSpot) -> Bool {
    guard let before = spot.context.before.first?.text, spot.context.mark == .word,
      places.contains(before), let first = spot.words.first
    else { return false }
    return !agents.contains { first.contains($0) }
  }

  private static let places = WordList("kinds-place-prepositions")
  private static let agents = WordList("kinds-agents").words
  /// "заикался" → "имел особенность", "без руки" → "с особенностью".
  static func peculiarity(_ spot: SlavicSpot) -> Replacement? {
    let sort = TraitSort(spot.words)
    let part = SlavicPart(spot)
    let noun = sort.noun(spot.language)
    if part == .noun || part == .adjective, let people = people(noun, sort, spot) { return people }
    if sort == .other, part != .adverbial {
      return Replacement(span: spot.around.span, text: Brackets.omission)
    }
    if let said = beforeNoun(noun, spot) ?? had(noun, part, spot) { return said }
    switch part {
    case .adverbial:
      return spot.write(spot.pick("при особых обстоятельствах", "за особливих обставин"))
    case .past(let number) where sort == .injury:
      let forms = spot.pick(
        "получил получила получило получили", "зазнав зазнала зазнало зазнали"
      ).split(separator: " ")
      return spot.write(
        withSubject(forms[Int(number.rawValue)] + spot.pick(" травму", " травми"), spot))
    case .past, .present, .infinitive: return having(noun, part, spot)
    case .adjective, .phrase:
      return with(sort == .kin ? TraitSort.other.noun(spot.language) : noun, spot)
    case .noun:
      if isPredicate(spot), sort != .kin { return with(noun, spot) }
      return SlavicPhrase(noun, spot.language).map {
        spot.said($0, own: spot.ownSlots(isAnimate: $0.isAnimate))
      }
    }
  }

  /// "двое хромых" → "двое людей с особой приметой".
  private static func people(
    _ noun: String, _ sort: TraitSort, _ spot: SlavicSpot
  ) -> Replacement? {
    guard spot.context.countsPeople,
      let person = SlavicPhrase(spot.pick("человек", "людина"), spot.language)
    else { return nil }
    let people = person.form(.genitive, plural: true)
    if sort == .other { return spot.write(people) }
    return with(noun, spot).map { Replacement(span: $0.span, text: people + " " + $0.text) }
  }

  /// "с глухой мамой" → "с мамой с особенностью": of an adjective the noun stays.
  private static func beforeNoun(_ noun: String, _ spot: SlavicSpot) -> Replacement? {
    guard spot.words.count == 1, let word = spot.words.first, let after = spot.around.after,
      spot.around.isFollowedByWord, !spot.around.isFollowedByCapital,
      after.span.end <= spot.around.end,
      let agreed = SlavicAgreement.determiner(word, spot.language),
      SlavicInflection.isNoun(Fold.string(after.text), spot.language),
      !agreed.intersection(SlavicAgreement.noun(Fold.string(after.text), spot.language)).isEmpty,
      let said = with(noun, spot)
    else { return nil }
    let text = after.text + " " + said.text.prefix(1).lowercased() + said.text.dropFirst()
    return Replacement(
      span: TextSpan(spot.around.span.start, after.span.end),
      text: spot.around.isCapitalized ? SlavicSpot.capitalized(text) : text)
  }

  /// "у брата не сгибается палец" → "у брата особая примета".
  static func had(_ noun: String, _ part: SlavicPart, _ spot: SlavicSpot) -> Replacement? {
    guard case .present(let person) = part, person == .third || person == .they,
      spot.context.mark == .word
    else { return nil }
    let before = spot.context.before.prefix(5)
    guard let owner = before.firstIndex(where: { $0.text == "у" || $0.text == "в" }), owner > 0,
      !before[...owner].contains(where: \.isCut)
    else { return nil }
    let not = before.first.flatMap { ["не", "нет"].contains($0.text) ? $0 : nil }
    guard owner > (not == nil ? 0 : 1) else { return nil }
    let start = not.map(\.span.start) ?? spot.around.span.start
    return start < spot.around.start
      ? nil : Replacement(span: TextSpan(start, spot.around.span.end), text: noun)
  }

  /// "ему сломали палец" → "ему нанесли травму", "его ранили": done to whom a pronoun names.
  private static func harmed(_ spot: SlavicSpot) -> String? {
    guard spot.context.mark == .word, let whom = spot.context.before.first?.text else { return nil }
    if NamePlace.givenTo[spot.language].contains(whom) {
      return spot.pick("нанесли травму", "завдали травми")
    }
    return objects.contains(whom) ? spot.pick("ранили", "поранили") : nil
  }

  private static let objects = WordList("kinds-harmed-objects")

  /// "слышит плохо" → "имеет болезнь"; nil where no verb stands there.
  static func having(_ noun: String, _ part: SlavicPart, _ spot: SlavicSpot) -> Replacement? {
    if case .past(.plural) = part, noun == "травма", let said = harmed(spot) {
      return spot.write(said)
    }
    guard let have = SlavicVerb.have(spot.language).form(part) else { return nil }
    return SlavicPhrase(noun, spot.language).map {
      spot.write(withSubject(have + " " + $0.form(.accusative), spot))
    }
  }

  /// "с особенностью": beside a noun, or of somebody.
  static func with(_ noun: String, _ spot: SlavicSpot) -> Replacement? {
    SlavicPhrase(noun, spot.language).map { phrase in
      let text = phrase.form(.instrumental)
      let with = spot.pick("с", "з")
      let fitting = SlavicPrepositions.fitting(with, before: text, spot.language, after: nil)
      return spot.write((fitting ?? with) + " " + text)
    }
  }

  /// "он немец": said of a pronoun.
  static func isPredicate(_ spot: SlavicSpot) -> Bool {
    spot.context.mark == .word
      && spot.context.before.first.map { pronouns.contains($0.text) } ?? false
  }

  /// What the words of a trait are about.
  enum TraitSort {
    case injury, body, health, kin, other

    init(_ words: [String]) {
      if words.contains(where: { Self.family.begin($0) }) {
        self = .kin
      } else if words.contains(where: { Self.harm.begin($0) }) {
        self = .injury
      } else if words.contains(where: { Self.parts.begin($0) }) {
        self = .body
      } else if words.contains(where: { Self.ailing.begin($0) }) {
        self = .health
      } else {
        self = .other
      }
    }

    func noun(_ language: Language) -> String {
      let isUkrainian = language == .ukrainian
      switch self {
      case .injury: return "травма"
      case .body: return isUkrainian ? "особлива прикмета" : "особая примета"
      case .health: return isUkrainian ? "хвороба" : "болезнь"
      case .kin: return isUkrainian ? "родич" : "родственник"
      case .other: return isUkrainian ? "особливість" : "особенность"
      }
    }

    private static let family = WordList("slavic-kinds-family").parts
    private static let harm = WordList("slavic-kinds-harm").parts
    private static let parts = WordList("slavic-kinds-parts").parts
    private static let ailing = WordList("slavic-kinds-ailing").parts
  }
}

extension SlavicSpot {
  /// A noun phrase where it stands: in the case that fits, or else in the likeliest one.
  ///
  /// - Parameter isName: a name stands beside the trade before it, nothing else does.
  func said(
    _ phrase: SlavicPhrase, own: SlavicSlots, plural: Bool = false, isName: Bool = false
  ) -> Replacement {
    if !isName, own.cases.contains(.genitive), isOfSomebody {
      return write(phrase.form(.genitive, plural: plural))
    }
    if context.countsPeople { return write(phrase.form(.genitive, plural: true)) }
    if context.mark == .sentence, own.cases.contains(.accusative), isBeforeSubject {
      return write(phrase.form(.accusative, plural: plural))
    }
    let isHad = context.tellsOfHaving && context.before.first?.text != "у"
    if isHad || own.cases == .nominative && context.preposition()?.index != 0 {
      let text = phrase.form(.nominative, plural: plural)
      return agreed(text, plural ? .plural : phrase.number) ?? write(text)
    }
    if let fitting = fit(phrase, own: own, plural: plural) { return fitting }
    let slots = context.slots(isPerson: phrase.isAnimate)
    var isPlural = plural
    var allowed = slots.cases(in: plural ? .plural : phrase.number)
    if allowed.isEmpty {
      isPlural = !slots.cases(in: .plural).isEmpty
      allowed = slots.cases
    }
    var joint = allowed.intersection(own.cases)
    if phrase.isAnimate, !isPlural, !allowed.intersection(own.cases(in: phrase.number)).isEmpty,
      context.mark == .word || !joint.contains(.nominative)
    {
      joint = allowed.intersection(own.cases(in: phrase.number))
    }
    if joint.isEmpty || isPlural && !plural { joint = allowed }
    let one = likeliest(joint, isAnimate: phrase.isAnimate)
    let text = phrase.form(one, plural: isPlural)
    guard one == .nominative else { return write(text) }
    return agreed(text, isPlural ? .plural : phrase.number) ?? write(text)
  }

  /// "солдат 47-й", "следователь ДКНБ": somebody's trade stands directly before.
  private var isOfSomebody: Bool {
    guard context.mark == .word, let before = context.before.first, !before.isCut else {
      return false
    }
    return [Cue.job, .rank].contains {
      Vocabulary.of(language).entry(of: before.text).value($0) != nil
    }
  }

  /// Of several cases, the one that is commonest where the span stands.
  private func likeliest(_ cases: CaseSet, isAnimate: Bool) -> GrammaticalCase {
    let order: [GrammaticalCase]
    if context.preposition() != nil {
      order =
        isAnimate
        ? [.instrumental, .genitive, .dative, .locative, .accusative]
        : [.locative, .genitive, .accusative, .dative, .instrumental]
    } else if let before = context.before.first?.text, context.mark == .word,
      SlavicPart.verb(before, language) != nil
    {
      order = [.accusative, .nominative, .genitive, .dative, .instrumental]
    } else {
      order = [.nominative, .accusative, .genitive, .dative, .instrumental]
    }
    return order.first { cases.contains(CaseSet($0)) } ?? .nominative
  }
}
