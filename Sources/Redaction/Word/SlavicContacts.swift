/// Numbers, addresses and accounts: said as what they are, or left out after their own label.
enum SlavicContacts {
  static func replacement(
    _ thing: Said, _ spot: SlavicSpot
  ) -> Replacement? {
    let words = words(thing, spot.language)
    let around = spot.around
    // "<name@host>", "тел.: …", "№ …"
    if isEnclosed(spot) { return Replacement(span: around.span, text: words.withheld) }
    if isNumberSign(around) {
      return Replacement(span: around.span, text: spot.pick("(скрыт)", "(приховано)"))
    }
    if spot.context.mark == .sentence, around.isFollowedByWord {
      return SlavicPhrase(words.noun, spot.language)
        .flatMap { $0.form(in: [.nominative, .accusative]) }.map { spot.write($0) }
    }
    if spot.context.mark == .label || spot.context.mark == .sentence {
      return spot.write(words.withheld)
    }
    if spot.context.mark == .cut {
      if thing == .address {
        return spot.write(spot.pick("по одному из адресов", "за однією з адрес"))
      }
      return spot.write(words.withheld)
    }
    guard let before = spot.context.before.first else { return nil }
    // "по номеру …", "номер моего дела …": the thing is said already.
    if said(by: before.text, thing, spot) {
      return Replacement(span: around.span, text: words.aside)
    }
    if thing == .address, let preposition = street(before.text, spot) { return preposition }
    if SlavicContext.prepositions(spot.language)[before.text] != nil {
      guard let noun = SlavicPhrase(words.noun, spot.language) else { return nil }
      return spot.fit(noun, own: .all)
    }
    if networks(before.text, spot) {
      return Replacement(span: around.span, text: "(" + words.withheld + ")")
    }
    if SlavicAgreement.determiner(before.text, spot.language) != nil { return nil }
    return Replacement(span: around.span, text: "(" + words.withheld + ")")
  }

  /// As a noun phrase; as a remark in the place of the thing; as a remark after its own noun.
  private static func words(
    _ thing: Said, _ language: Language
  ) -> (noun: String, withheld: String, aside: String) {
    let isUkrainian = language == .ukrainian
    switch thing {
    case .phone:
      return isUkrainian
        ? ("номер телефону", "номер приховано", "(приховано)")
        : ("номер телефона", "номер скрыт", "(скрыт)")
    case .email:
      return isUkrainian
        ? ("адреса електронної пошти", "адресу приховано", "(приховано)")
        : ("адрес электронной почты", "адрес скрыт", "(скрыт)")
    case .web:
      return isUkrainian
        ? ("адреса в інтернеті", "адресу приховано", "(приховано)")
        : ("адрес в интернете", "адрес скрыт", "(скрыт)")
    case .address:
      return isUkrainian
        ? ("адреса", "адресу приховано", "(приховано)") : ("адрес", "адрес скрыт", "(скрыт)")
    case .handle:
      return isUkrainian
        ? ("ім'я користувача", "ім'я приховано", "(приховано)")
        : ("имя пользователя", "имя скрыто", "(скрыто)")
    case .account: return numbered("счёта", "рахунку", isUkrainian)
    case .card: return numbered("карты", "картки", isUkrainian)
    case .plate: return numbered("машины", "автомобіля", isUkrainian)
    case .file: return numbered("дела", "справи", isUkrainian)
    case .document: return numbered("документа", "документа", isUkrainian)
    case .coordinates:
      return isUkrainian
        ? ("координати", "координати приховано", "(приховано)")
        : ("координаты", "координаты скрыты", "(скрыты)")
    case .contact, .hashtag:
      return isUkrainian
        ? ("контакт", "контакт приховано", "(приховано)")
        : ("контакт", "контакт скрыт", "(скрыт)")
    default: return numbered("", "", isUkrainian)
    }
  }

  private static func numbered(
    _ russian: String, _ ukrainian: String, _ isUkrainian: Bool
  ) -> (noun: String, withheld: String, aside: String) {
    let noun = isUkrainian ? ukrainian : russian
    return (
      noun.isEmpty ? "номер" : "номер " + noun, isUkrainian ? "номер приховано" : "номер скрыт",
      isUkrainian ? "(приховано)" : "(скрыт)"
    )
  }

  /// Beginnings of the words that say the thing itself.
  private static func nouns(_ thing: Said) -> [String] {
    switch thing {
    case .email, .web, .address: ["адрес"]
    case .handle: ["имя", "имен", "ник", "ім'я", "імен", "нік"]
    case .coordinates: ["координат"]
    default: ["номер"]
    }
  }

  /// Whether the thing's own noun stands shortly before: "номер моего обращения …".
  private static func said(by before: String, _ thing: Said, _ spot: SlavicSpot) -> Bool {
    let near = spot.context.before.prefix(4).prefix { !$0.isCut }
    return near.contains { word in nouns(thing).contains { word.text.hasPrefix($0) } }
  }

  /// "на Сердича, 14" → "на одной из улиц".
  private static func street(_ before: String, _ spot: SlavicSpot) -> Replacement? {
    guard Self.prepositions.contains(before),
      let cases = spot.cases(own: .all, number: .feminine, isAnimate: false)
    else { return nil }
    let one: String
    // "дом на …": where, unless a verb says where to.
    let isWhere = cases == [.accusative, .locative]
    switch isWhere ? .locative : cases.only {
    case .locative, .dative: one = spot.pick("одной", "одній")
    case .genitive: one = spot.pick("одной", "однієї")
    case .accusative: one = "одну"
    default: return nil
    }
    guard let preposition = spot.context.before.first else { return nil }
    let text = one + spot.pick(" из улиц", " з вулиць")
    if ["в", "во", "у"].contains(before), preposition.span.start >= spot.around.start {
      return spot.write("на " + text, from: preposition.span.start)
    }
    return spot.write(text)
  }

  private static func networks(_ word: String, _ spot: SlavicSpot) -> Bool {
    Vocabulary.of(spot.language).entry(of: word).value(.network) != nil
      || Vocabulary.of(spot.language).entry(of: word).value(.contactCue) != nil
  }

  private static func isEnclosed(_ spot: SlavicSpot) -> Bool {
    guard let mark = spot.around.markBefore else { return false }
    return mark == UInt8(ascii: "<") || mark == UInt8(ascii: "(")
  }

  private static func isNumberSign(_ around: Surroundings) -> Bool {
    var index = around.span.start
    while index > 0, around.bytes[index - 1] == 0x20 { index -= 1 }
    guard index > 0 else { return false }
    let (scalar, _) = SlavicClause.scalar(around.bytes, endingAt: index)
    return scalar == 0x2116 || scalar == 0x23
  }

  private static let prepositions = WordList("contacts-prepositions")
}
