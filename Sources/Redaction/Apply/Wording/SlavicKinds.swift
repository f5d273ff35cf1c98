/// What is said in Russian and Ukrainian of a trade or a trait of which no table knows more than its
/// kind: words that play the same part in the sentence as what stood there.
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

  private static let pronouns: WordSet = [
    "я", "он", "она", "мы", "они", "кто", "він", "вона", "ми", "вони", "хто", "що",
  ]

  /// Not who works, but where: a noun that names nobody, after a preposition of place.
  static func isWorkplace(_ spot: SlavicSpot) -> Bool {
    guard let before = spot.context.before.first?.text, spot.context.mark == .word,
      places.contains(before), let first = spot.words.first
    else { return false }
    return !agents.contains { first.contains($0) }
  }

  private static let places: WordSet = ["в", "во", "на", "из", "при", "у", "із", "з", "зі", "до"]
  private static let agents = [
    "тел", "ник", "ниц", "щик", "чик", "ист", "іст", "лог", "граф", "вод", "вед", "мастер", "майстер",
    "ар", "ач", "ер", "ор", "ец", "ець", "ец", "як", "вач", "яр",
  ]

  /// "заикался" → "имел особенность", "без руки" → "с особенностью".
  static func peculiarity(_ spot: SlavicSpot) -> Replacement? {
    let sort = TraitSort(spot.words)
    let part = SlavicPart(spot)
    let noun = sort.noun(spot.language)
    switch part {
    case .adverbial:
      return spot.write(spot.pick("при особых обстоятельствах", "за особливих обставин"))
    case .past(let number) where sort == .injury:
      let forms = spot.pick(
        "получил получила получило получили", "зазнав зазнала зазнало зазнали"
      ).split(separator: " ")
      return spot.write(
        withSubject(forms[Int(number.rawValue)] + spot.pick(" травму", " травми"), spot))
    case .past, .present, .infinitive:
      let have = SlavicVerb.have(spot.language).form(part) ?? ""
      return SlavicPhrase(noun, spot.language).map {
        spot.write(withSubject(have + " " + $0.form(.accusative), spot))
      }
    case .adjective, .phrase: return with(sort, spot)
    case .noun:
      if isPredicate(spot), sort != .kin { return with(sort, spot) }
      return SlavicPhrase(noun, spot.language).map {
        spot.said($0, own: spot.ownSlots(isAnimate: $0.isAnimate))
      }
    }
  }

  /// "с особенностью": beside a noun, or of somebody.
  private static func with(_ sort: TraitSort, _ spot: SlavicSpot) -> Replacement? {
    SlavicPhrase(sort == .kin ? TraitSort.other.noun(spot.language) : sort.noun(spot.language), spot.language)
      .map { phrase in
        let text = phrase.form(.instrumental)
        let with = spot.pick("с", "з")
        let fitting = SlavicPrepositions.fitting(with, before: text, spot.language, after: nil)
        return spot.write((fitting ?? with) + " " + text)
      }
  }

  /// "он немец": said of a pronoun.
  private static func isPredicate(_ spot: SlavicSpot) -> Bool {
    spot.context.mark == .word && spot.context.before.first.map { pronouns.contains($0.text) } ?? false
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

    private static let family = WordParts(
      """
      сын сына сыно дочь дочер дочк внук внуч брат сестр близнец двойн племянн дядя тетя мать отец отц
      вдов сирот родственн син сина онук онуч близнюк племінн дядьк тітк мати батьк батьк вдів удов
      свекр тещ
      """)
    private static let harm = WordParts(
      """
      потерял лишил отрезал оторв отруб сломал сломан перелом обгорел обожг ранен ранени контуз травм
      ожог ампут втрати загуби відріза відірв відруб зламал перелом обгорі обпек поранен контуз опік
      осколк вибил вибит
      """)
    private static let parts = WordParts(
      """
      ноги ногу ногой нога рука руки руку рукой пальц палец глаз глаза ухо ушей уха зубы зуба зубов кожа
      шрам борода бород волос лицо лица голос плеч спина спине щека щеке бровь бровей губа губы родин
      родим татуи татую ніздр лице лиця брова брови вухо вуха око очей очі шкір плеч спині щоці пальц
      зуби зубів лоба нігт
      """)
    private static let ailing = WordParts(
      """
      болезн болен больн диабет диагноз синдром астма гриж язва инсульт инфаркт аллерг операц лекарств
      паралич паркинсон терап кров давлен хвор діабет діагноз синдром астм грижа виразк інсульт алерг
      операц ліки тироксин целіак гіпот
      """)
  }
}

extension SlavicSpot {
  /// A noun phrase where it stands: in the case that fits, or else in the likeliest one.
  func said(_ phrase: SlavicPhrase, own: SlavicSlots, plural: Bool = false) -> Replacement {
    let isSubject = own.cases == .nominative || context.tellsOfHaving
    if isSubject, context.preposition()?.index != 0, own.cases.contains(.nominative) {
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
    if joint.isEmpty || isPlural && !plural { joint = allowed }
    let one = likeliest(joint, isAnimate: phrase.isAnimate)
    let text = phrase.form(one, plural: isPlural)
    guard one == .nominative else { return write(text) }
    return agreed(text, isPlural ? .plural : phrase.number) ?? write(text)
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
