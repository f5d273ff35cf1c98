/// Names in quotation marks in Russian and Ukrainian: works, ships, camps, firms, ringleaders' gangs.
///
/// «на «Гомсельмаше»», «лагерь «Спутник»»: after a preposition or a word for a thing that bears a
/// name, and again wherever the same name is quoted.
struct QuotedNameRecognizer: Recognizer {
  let name = "quoted"

  func find(in passage: Passage, into mentions: inout [Mention]) {
    guard passage.isSlavic else { return }
    var known: Set<FoldedKey> = []
    var loose: [(first: Int, last: Int)] = []
    for index in 0..<passage.count where isOpening(passage[index]) {
      guard let last = quoted(passage, index) else { continue }
      let key = passage.nameStem(index + 1)
      if let nickname = nickname(passage, index, last) {
        mentions.append(nickname)
      } else if let said = said(passage, index) {
        known.insert(key)
        mentions.append(found(passage, said.withNoun ? index - 1 : index, last, said))
      } else {
        loose.append((index, last))
      }
    }
    for (first, last) in loose where known.contains(passage.nameStem(first + 1)) {
      mentions.append(found(passage, first, last, (.organization, body(passage), false)))
    }
  }

  /// The kind of the name, the general word for it, and whether that word stands for the noun before
  /// the quotation mark too.
  private typealias Said = (kind: EntityKind, word: String, withNoun: Bool)

  private func found(_ passage: Passage, _ first: Int, _ last: Int, _ said: Said) -> Mention {
    let detail: Mention.Detail =
      said.kind == .place
      ? .place(PlaceExpression(fact: nil, sort: said.word, key: passage[last - 1].key))
      : .general(said.word)
    return mention(
      passage, first, last, said.kind, "a name in quotation marks", confidence: 0.7, detail: detail)
  }

  /// The closing mark of a quoted name that opens at `index`: a capital first, a few words, and no
  /// mark of a sentence inside.
  private func quoted(_ passage: Passage, _ index: Int) -> Int? {
    let first = index + 1
    guard first < passage.count, passage[first].isCapitalized, !passage[first].gap,
      passage[first].value > 1, !passage.isGrammar(first)
    else { return nil }
    for cursor in first..<min(first + 10, passage.count) {
      if isClosing(passage[cursor]), !passage[cursor].gap { return cursor }
      guard
        passage[cursor].isWord || passage[cursor].isNumber || Passage.joins(passage[cursor])
          || passage[cursor].isMark(".") && passage[cursor - 1].shape == .initial
      else { return nil }
    }
    return nil
  }

  /// "Алан Джиоев, «Пупс», бывший борец": one word in quotation marks as an aside after a name.
  private func nickname(_ passage: Passage, _ quote: Int, _ last: Int) -> Mention? {
    guard last == quote + 2, quote >= 2, passage[quote - 1].isMark(","),
      passage.isFollowed(last, by: ","), passage[quote - 2].shape == .title,
      !passage[quote - 2].opensSentence, !passage.nameFacts(quote - 2).isEmpty,
      !passage.has(quote + 1, .network), !passage.has(quote + 1, .ordinary)
    else { return nil }
    let stem = passage.nameStem(quote + 1)
    return mention(
      passage, quote + 1, quote + 1, .person, "a nickname after a name", confidence: 0.6,
      detail: .unlisted(
        UnlistedPerson(words: [stem], given: [stem], gender: nil, role: nil, isSure: true)))
  }

  /// What the name is of, by the word before the quotation mark.
  private func said(_ passage: Passage, _ quote: Int) -> Said? {
    guard quote > 0, passage[quote - 1].isWord, passage[quote].gap else { return nil }
    let before = quote - 1
    let first = quote + 1
    if passage.has(first, .network) || passage.has(first, .ordinary)
      || passage.match(first, .publicBody) != nil || passage.isCountry(first)
      || PublicForms.of(passage.language).match(passage, first) != nil
    {
      return nil
    }
    if let sort = passage.value(before, .placeNoun), passage[before].value > 2 {
      return (.place, sort, true)
    }
    if passage[before].key == Self.me {
      return (
        .contact, passage.language == .russian ? "имя пользователя" : "ім'я користувача", false
      )
    }
    if CompanyForms.opens(passage, before) {
      return (.organization, passage.language == .russian ? "компания" : "компанія", false)
    }
    if let ship = passage.value(before, .ship) { return (.unit, ship, true) }
    if Self.bearers.contains(passage[before].key)
      || passage.hasStem(Self.bearing, within: 1, before: quote)
    {
      return (.organization, body(passage), passage[before].shape == .lower)
    }
    if Self.prepositions.contains(passage[before].key) {
      // "из «Войны и мира»": works are told by the word for them, or cited by their readers.
      return passage.hasStem(Self.works, within: 4, before: before)
        ? nil : (.organization, body(passage, works: passage[before].key == Self.on), false)
    }
    return nil
  }

  private func body(_ passage: Passage, works: Bool = false) -> String {
    if passage.language == .russian { return works ? "завод" : "организация" }
    return works ? "підприємство" : "організація"
  }

  private func isOpening(_ token: Token) -> Bool {
    token.isMark("«") || token.isMark("„") || token.isMark("“") || token.isMark("\"")
  }

  private func isClosing(_ token: Token) -> Bool {
    token.isMark("»") || token.isMark("“") || token.isMark("”") || token.isMark("\"")
  }

  private static let on = FoldedKey(folded: "на")
  private static let me = FoldedKey(folded: "я")
  private static let prepositions: Set<FoldedKey> = Set(
    """
    в во на из с со у от для при под около возле до за із зі з від біля коло під
    """.split(whereSeparator: \.isWhitespace).map { FoldedKey(folded: String($0)) })
  private static let bearers: Set<FoldedKey> = Set(
    """
    цру чоп чвк тц трц жк снт днт аэс сто азс кфх фх срм срт бмрт мрс тх срті пвк жбк осбб
    """.split(whereSeparator: \.isWhitespace).map { FoldedKey(folded: String($0)) })
  private static let bearing = SlavicEndings.of(
    """
    плантац ферм агро птахоферм сельхоз лагер табор табір пансион пансіон турбаз нашив шеврон банд
    группиров угрупован казино клуб приют притул хутор сет мереж рынок ринок рынк базар станц чат
    общежит гуртож санатор садик садок сад школ кафе бар бару ресторан отел готел заправк автосалон
    автомойк секц кружок гурток студ хор ансамбл пекарн крамниц магазин бригад отряд загін загон
    батальон рот взвод операц цех участ пост дач коттедж котедж поселк посёлок бизнес бізнес завод
    фабрик шахт рудник карьер копальн судн трауле сейнер баркас шхун яхт катер паром танкер
    """)
  private static let works = SlavicEndings.of(
    "кни фильм песн роман рассказ сериал стих спектак пьес книж фільм пісн оповід вірш серіал опер")
}
