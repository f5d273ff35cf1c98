/// Bodies with a name or a number: "Malalai hospital", "School No. 5", "городская больница № 23",
/// and acronyms that nothing clears.
struct OrganizationRecognizer: Recognizer {
  let name = "organization"

  func find(in passage: Passage, into mentions: inout [Mention]) {
    var index = 0
    while index < passage.count {
      assert(mayOpen(passage, index) || body(passage, index) == nil, "a quick no is a no")
      if mayOpen(passage, index), let (first, named, said, why) = body(passage, index) {
        let last = ForeignNames.end(passage, after: named)
        mentions.append(
          mention(
            passage, first, last, .organization, why, confidence: 0.75, detail: .general(said)))
        index = last + 1
      } else {
        index += 1
      }
    }
  }

  private typealias Found = (first: Int, last: Int, said: String, why: String)

  private func body(_ passage: Passage, _ index: Int) -> Found? {
    guard passage[index].isWord else { return nil }
    return company(passage, index) ?? named(passage, index) ?? numbered(passage, index)
      ?? acronym(passage, index)
  }

  /// A quick no for most English words.
  private func mayOpen(_ passage: Passage, _ index: Int) -> Bool {
    passage.language != .english || passage[index].isCapitalized
      || passage.mayMatch(index, Self.openers)
  }

  /// What a lower-case English word that opens the name of a body is a sign of.
  private static var openers: UInt64 { Cue.body.bit | Cue.bodyModifier.bit }

  /// "Agrostav a.s.", "Limpiezas Cantueso S.L.", «ООО "Ромашка"»: a name and a legal form.
  private func company(_ passage: Passage, _ index: Int) -> Found? {
    guard passage[index].isCapitalized else { return nil }
    if CompanyForms.opens(passage, index) {
      if index + 2 < passage.count, isOpeningQuote(passage[index + 1]) {
        var cursor = index + 2
        while cursor < passage.count, cursor - index < 12, passage[cursor].kind != .newline {
          if isClosingQuote(passage[cursor]), !passage[cursor].gap {
            return (index, cursor, Self.saidForCompany(passage.language), "a firm")
          }
          cursor += 1
        }
      }
      guard let next = passage.following(index), next == index + 1, passage[next].shape == .title
      else { return nil }
      var last = next
      while let more = passage.following(last), passage[more].isCapitalized,
        !passage[more].opensSentence, more - index < 6
      {
        last = more
      }
      return (index, last, Self.saidForCompany(passage.language), "a firm")
    }
    guard !passage.isGrammar(index), !passage[index].opensSentence || !passage.isOrdinary(index)
    else { return nil }
    var cursor = index
    for _ in 0..<5 {
      var next = cursor + 1
      if next < passage.count, passage[next].isMark(",") || passage[next].isMark("&") { next += 1 }
      if next < passage.count, var end = CompanyForms.end(passage, next) {
        // "at Sogexa Ltd. He …": the stop ends the sentence too.
        if passage[end].isMark("."),
          end + 1 >= passage.count || passage[end + 1].kind == .newline
            || passage[end + 1].isCapitalized && passage.isOrdinary(end + 1)
        {
          end -= 1
        }
        return (index, end, Self.saidForCompany(passage.language), "a firm")
      }
      guard let word = passage.following(cursor) ?? (next > cursor + 1 ? next : nil),
        word < passage.count, passage[word].isCapitalized
      else { return nil }
      cursor = word
    }
    return nil
  }

  private static func saidForCompany(_ language: Language) -> String {
    switch language {
    case .french: "une entreprise"
    case .russian: "компания"
    case .ukrainian: "компанія"
    case .english, .none: "a company"
    }
  }

  /// Capitalised words, then the word for a body, then "of …" with capitals: English order; or the
  /// word for a body, then capitalised words: the other languages' order.
  private func named(_ passage: Passage, _ index: Int) -> Found? {
    // "the UN Commission", "the EU mission": public by what stands before.
    if index > 0, passage[index].gap, passage.has(index - 1, .publicBody),
      passage[index - 1].isCapitalized
    {
      return nil
    }
    if passage.language == .english {
      if let saint = ofSaint(passage, index) { return saint }
      guard isNameWord(passage, index) else { return nil }
      var cursor = index
      var best: (last: Int, value: String)?
      var steps = 0
      while steps < 8 {
        if cursor > index, let match = body(passage, at: cursor) { best = match }
        // "Yekatit 12 Hospital"
        if cursor > index || passage[cursor].shape == .title,
          let number = passage.following(cursor),
          number == cursor + 1, passage[number].isNumber, passage[number].digits <= 3,
          let word = following(passage, number), passage[word].isCapitalized,
          body(passage, at: word) != nil
        {
          cursor = word
          steps += 1
          continue
        }
        guard let next = following(passage, cursor),
          passage[next].isCapitalized && !isStop(passage, next) || body(passage, at: next) != nil
            || passage.match(next, .bodyModifier) != nil
            || (passage[next].value == 1 && Passage.isApostrophe(passage[next - 1]))
        else { break }
        cursor = next
        steps += 1
      }
      if let best, best.last > index {
        let last = tail(passage, best.last)
        if Courts.isUnnamed(passage, index, last) {
          guard let seat = Courts.seat(passage, after: last) else { return nil }
          return (index, seat, best.value, "a body by its place")
        }
        return (
          withNationality(passage, index), last, best.value,
          "a body with a name"
        )
      }
    }
    if passage.isSlavic, let found = adjectival(passage, index) ?? elliptic(passage, index) {
      return found
    }
    guard let match = body(passage, at: index), !Courts.isSorted(passage, index) else {
      return nil
    }
    if let quoted = quoted(passage, after: match.last) {
      return (index, quoted, match.value, "a body with a name in quotation marks")
    }
    var last = match.last
    var cursor = match.last
    var isNamed = false
    for _ in 0..<8 {
      var next = cursor + 1
      if next < passage.count, isOpeningQuote(passage[next]) { next += 1 }
      guard next < passage.count,
        passage[next].isWord || Passage.joins(passage[next]) || passage[next].isMark("&")
      else { break }
      if cursor == match.last, isNominativeName(passage, next) { break }
      if passage.language == .french {
        // "une cellule à Saidnaya": where it stands, not what it is called.
        if cursor == match.last, FrenchNames.isAccented(passage, next) { break }
        // "lycée Queen of Sheba", "cabinet Lemaître & Dubosc"
        if let joined = FrenchNames.joined(passage, next), passage[cursor].isCapitalized {
          cursor = joined
          last = joined
          continue
        }
      }
      if passage.isSlavic, PublicForms.of(passage.language).match(passage, next)?.kind == .person {
        break
      }
      if passage[next].isCapitalized,
        !passage[next].opensSentence || isOpeningQuote(passage[next - 1])
      {
        isNamed = isNamed || isNameWord(passage, next) || isOpeningQuote(passage[next - 1])
        last = next
      } else if !Passage.joins(passage[next]), !isOf(passage, next), !isJoint(passage, next),
        !passage.has(next, .determiner),
        passage.match(next, .bodyModifier) == nil
      {
        break
      }
      cursor = next
    }
    guard isNamed,
      passage.language != .english || isOf(passage, match.last + 1)
        || passage[index].isCapitalized
    else { return nil }
    if last + 1 < passage.count, isClosingQuote(passage[last + 1]) { last += 1 }
    // "суд Октябрьского района"
    if passage.isSlavic, passage.endsAsRelational(last), let noun = passage.following(last),
      passage.has(noun, .placeNoun), passage[noun].value > 2
    {
      last = noun
    }
    return (index, last, match.value, "a body with a name")
  }

  /// "church of San Roque", "the parish of St Dympna".
  private func ofSaint(_ passage: Passage, _ index: Int) -> Found? {
    guard let match = body(passage, at: index), let of = passage.following(match.last),
      passage[of].key == Self.of, let saint = passage.following(of),
      EnglishSaints.titles.contains(passage[saint].key), passage[saint].shape == .title,
      var last = following(passage, saint), passage[last].shape == .title
    else { return nil }
    while let next = passage.following(last), passage[next].shape == .title,
      !passage[next].opensSentence
    {
      last = next
    }
    return (index, last, match.value, "a body with a saint's name")
  }

  /// "Брестской областной больницы", "Ленинский РУВД": an adjective made of a name, then the body.
  private func adjectival(_ passage: Passage, _ index: Int) -> Found? {
    guard passage[index].isCapitalized, passage[index].isCyrillic else { return nil }
    var cursor = index
    var steps = 0
    // "Урус-Мартановский"
    while cursor + 2 < passage.count, Passage.isHyphen(passage[cursor + 1]),
      passage[cursor + 2].isCapitalized, !passage[cursor + 2].gap
    {
      cursor += 2
    }
    guard passage.endsAsRelational(cursor) || passage.endsAsAdjective(cursor),
      passage.lexicon.country(passage[index].key) == nil,
      !passage.has(index, .ordinary), passage.match(index, .publicBody) == nil,
      passage.ordinal(index) == nil, !passage.has(index, .pronoun),
      !passage.has(index, .possessive),
      !passage[index].opensSentence || !passage.isOrdinary(index)
        || passage.endsAsRelational(cursor) && passage.match(index, .bodyModifier) == nil
    else { return nil }
    while steps < 5, let next = passage.following(cursor) {
      steps += 1
      if let match = body(passage, at: next) {
        let numbered = number(passage, after: match.last) ?? quoted(passage, after: match.last)
        return (index, numbered ?? match.last, match.value, "a body with a name")
      }
      guard let modifier = passage.match(next, .bodyModifier) else { return nil }
      cursor = modifier.last
    }
    return nil
  }

  /// "уволили с тракторного": the adjective of a works without its noun, closing a clause.
  private func elliptic(_ passage: Passage, _ index: Int) -> Found? {
    guard let said = passage.value(index, .bodyModifier), !said.isEmpty,
      let before = passage.preceding(index), passage.has(before, .preposition),
      index + 1 >= passage.count || passage[index + 1].kind == .mark
        || passage[index + 1].kind == .newline
    else { return nil }
    return (index, index, said, "the adjective of a works")
  }

  /// "в третьем роддоме", "236-й госпиталь": a body told by its ordinal number.
  private func ranked(_ passage: Passage, _ index: Int, _ last: Int) -> Found? {
    var next = passage.following(last)
    for _ in 0..<3 {
      guard let at = next else { return nil }
      if let match = passage.match(at, .body) {
        guard Self.ranked.contains(match.value) else { return nil }
        return (index, match.last, match.value, "a body with a number")
      }
      guard let modifier = passage.match(at, .bodyModifier) else { return nil }
      next = passage.following(modifier.last)
    }
    return nil
  }

  private static let ranked: Set<String> = ["больница", "лікарня", "школа", "тюрьма", "в'язниця"]

  /// The closing mark of a name in quotation marks right after `index`.
  private func quoted(_ passage: Passage, after index: Int) -> Int? {
    guard passage.language != .english, index + 2 < passage.count,
      isOpeningQuote(passage[index + 1]),
      passage[index + 1].gap, !passage[index + 2].gap
    else { return nil }
    var cursor = index + 2
    while cursor < passage.count, cursor - index < 12, passage[cursor].kind != .newline {
      if isClosingQuote(passage[cursor]), !passage[cursor].gap { return cursor }
      cursor += 1
    }
    return nil
  }

  /// "у школі Олена": a first name in the nominative is no part of a body's name; in Russian and
  /// Ukrainian that stands in the genitive.
  private func isNominativeName(_ passage: Passage, _ index: Int) -> Bool {
    passage.isSlavic && passage[index].isCapitalized && passage[index].gap
      && !Passage.isQuote(passage[index - 1])
      && !passage.lexicon.name(passage[index].key).intersection([.givenMale, .givenFemale]).isEmpty
  }

  /// A word that can be a name's: a capital that grammar and the calendar do not explain.
  private func isNameWord(_ passage: Passage, _ index: Int) -> Bool {
    let token = passage[index]
    guard token.isCapitalized, token.value >= 2, !passage.has(index, .determiner),
      !passage.has(index, .pronoun), !passage.has(index, .preposition),
      !passage.has(index, .conjunction), !passage.has(index, .month), !passage.has(index, .weekday),
      !passage.has(index, .auxiliary), !passage.has(index, .modal)
    else { return false }
    if passage.isCountry(index) || passage.has(index, .publicBody)
      || passage.has(index, .rank) || passage.has(index, .kinship) || passage.has(index, .network)
    {
      return false
    }
    if passage.has(index, .honorific) || passage.has(index, .title) {
      // "St Dympna's School", but not "Father Cronin's school".
      return EnglishSaints.titles.contains(passage[index].key)
    }
    if token.opensSentence { return !passage.isOrdinary(index) }
    return true
  }

  /// Takes in the nationality before a name: "the Kazakh Bureau of …".
  private func withNationality(_ passage: Passage, _ index: Int) -> Int {
    guard index > 0, passage[index].gap, passage[index - 1].isCapitalized,
      !passage[index - 1].opensSentence, passage.isCountry(index - 1)
    else { return index }
    return index - 1
  }

  /// A capitalised word that no name of a body goes on with.
  private func isStop(_ passage: Passage, _ index: Int) -> Bool {
    passage.has(index, .rank) || passage[index].opensSentence || passage.has(index, .kinship)
      || passage.has(index, .pronoun)
  }

  /// The word for a body at `index`; a value that begins with ^ asks for a capital.
  private func body(_ passage: Passage, at index: Int) -> (last: Int, value: String)? {
    guard let match = passage.match(index, .body) else { return nil }
    guard match.value.hasPrefix("^") else { return match }
    // "the Kashen mine": between an article and a common word a capital makes the name.
    let isNamed =
      passage.preceding(index).map { before in
        passage[before].isCapitalized
          && passage.preceding(before).map { passage.has($0, .determiner) } == true
      } ?? false
    guard passage[index].isCapitalized || isNamed && passage.language == .english else {
      return nil
    }
    return (match.last, String(match.value.dropFirst()))
  }

  private static let saint = FoldedKey(folded: "st")

  /// The following word, a full stop after "St" allowed.
  private func following(_ passage: Passage, _ index: Int) -> Int? {
    if let next = passage.following(index) { return passage[next].isWord ? next : nil }
    guard passage[index].key == Self.saint, passage.isFollowed(index, by: "."),
      index + 2 < passage.count, passage[index + 2].isWord
    else { return nil }
    return index + 2
  }

  private func isOf(_ passage: Passage, _ index: Int) -> Bool {
    index < passage.count && passage[index].isWord && passage[index].value <= 3
      && passage.has(index, .preposition)
      && !(passage.isSlavic && Self.whereabouts.contains(passage[index].key))
  }

  /// After these Russian and Ukrainian tell where the body is, and no more of its name.
  private static let whereabouts: Set<FoldedKey> = Set(
    [
      "в", "во", "у", "из", "з", "із", "зі", "с", "со", "к", "ко", "под", "під", "від", "от", "до",
      "за",
    ]
    .map { FoldedKey(folded: $0) })

  /// "of Saint Mary", "for Human Rights", "No. 5" after the word for a body.
  private func tail(_ passage: Passage, _ index: Int) -> Int {
    if let number = number(passage, after: index) { return number }
    guard let of = passage.following(index), isOf(passage, of),
      passage[of].key == Self.of || isTask(passage, of),
      let name = passage.following(of), isNameWord(passage, name)
    else { return index }
    var last = name
    while let next = passage.following(last),
      passage[next].isCapitalized || isJoint(passage, next)
    {
      last = passage[next].isCapitalized ? next : next + 1
    }
    return last
  }

  private static let of = FoldedKey(folded: "of")

  /// "Office for Veterans", "Commission on Human Rights": what an English body is there for.
  private func isTask(_ passage: Passage, _ index: Int) -> Bool {
    guard passage.language == .english, Self.tasks.contains(passage[index].key),
      let name = passage.following(index)
    else { return false }
    return passage[name].isCapitalized && passage.isOrdinary(name)
  }

  private static let tasks: Set<FoldedKey> = Set(["for", "on"].map { FoldedKey(folded: $0) })

  /// "Veterans and Persecuted Persons": "and" or "of" between ordinary words with capitals.
  private func isJoint(_ passage: Passage, _ index: Int) -> Bool {
    guard passage.language == .english, Self.joints.contains(passage[index].key),
      let name = passage.following(index), name == index + 1
    else { return false }
    return passage[name].shape == .title && passage.isOrdinary(name)
      && passage.nameFacts(name).isEmpty && !isStop(passage, name) && !passage.isCountry(name)
      && !passage.has(name, .honorific) && !passage.has(name, .title)
      && passage.match(name, .body) == nil
  }

  private static let joints: Set<FoldedKey> = Set(["and", "of"].map { FoldedKey(folded: $0) })

  /// "School No. 5", "больница № 23", "lycée 14".
  private func numbered(_ passage: Passage, _ index: Int) -> Found? {
    if passage.isSlavic, let ordinal = passage.ordinal(index),
      let found = ranked(passage, index, ordinal.last)
    {
      return found
    }
    var cursor = index
    var steps = 0
    while passage.match(cursor, .body) == nil, passage.match(cursor, .bodyModifier) != nil,
      steps < 4
    {
      guard let match = passage.match(cursor, .bodyModifier),
        let next = passage.following(match.last)
      else { return nil }
      cursor = next
      steps += 1
    }
    guard let match = body(passage, at: cursor), let last = number(passage, after: match.last)
    else {
      return nil
    }
    return (index, last, match.value, "a body with a number")
  }

  private func number(_ passage: Passage, after index: Int) -> Int? {
    var next = index + 1
    var isCued = false
    while next < passage.count,
      passage[next].isMark("№") || passage[next].isMark(".") && isCued
        || (passage[next].isMark("°") || passage[next].isMark("º")) && isCued
        || passage[next].isMark("#")
        || passage[next].isWord && passage.has(next, .identifierCue) && passage[next].value <= 6
    {
      isCued = true
      next += 1
    }
    // "ВК-17", "СИЗО-1": capitals and a number.
    if passage.isSlavic, next + 1 < passage.count, passage[index].shape == .upper,
      Passage.isHyphen(passage[next]), !passage[next].gap
    {
      isCued = true
      next += 1
    }
    guard isCued, next < passage.count, passage[next].isNumber, passage[next].digits <= 4 else {
      return nil
    }
    return next
  }

  /// Capitals that are no word, no cleared acronym and no heading.
  private func acronym(_ passage: Passage, _ index: Int) -> Found? {
    let token = passage[index]
    guard token.shape == .upper, (3...6).contains(token.value), !isShouted(passage, index),
      !Money.isCodeOfSum(passage, index),
      !passage.has(index, .ordinary), passage.match(index, .publicBody) == nil,
      !passage.isOrdinary(index), !passage.has(index, .identifierCue), !passage.has(index, .trait),
      passage.nameFacts(index).isEmpty, !passage.has(index, .unitCode),
      !passage.isCountry(index), !Roman.isNumeral(passage, index),
      index + 1 >= passage.count || passage[index + 1].gap
        || !Passage.isHyphen(passage[index + 1])
          && !passage[index + 1].isMark("/")
    else { return nil }
    return (index, index, Self.saidForAcronym(passage.language), "capitals that are no known word")
  }

  private static func saidForAcronym(_ language: Language) -> String {
    switch language {
    case .french: "une organisation"
    case .russian: "организация"
    case .ukrainian: "організація"
    case .english, .none: "an organisation"
    }
  }

  /// Whether the words around are capitals too, or the word is a label at the head of a line.
  private func isShouted(_ passage: Passage, _ index: Int) -> Bool {
    if passage.opensLine(index), passage.isFollowed(index, by: ":") { return true }
    for near in [passage.following(index), passage.preceding(index)] {
      if let near, passage[near].shape == .upper, passage[near].value > 3 { return true }
    }
    return false
  }

  private func isOpeningQuote(_ token: Token) -> Bool {
    token.isMark("«") || token.isMark("“") || token.isMark("„") || token.isMark("\"")
  }
  private func isClosingQuote(_ token: Token) -> Bool {
    token.isMark("»") || token.isMark("”") || token.isMark("“") || token.isMark("\"")
  }
}

/// Roman numerals.
enum Roman {
  /// The month that a Roman numeral between the figures of a date stands for: "11.IX.2023".
  static func month(_ passage: Passage, _ index: Int) -> Int? {
    guard index >= 2, index < passage.count, passage[index].isWord, isNumeral(passage, index),
      passage[index - 1].kind == .mark, !passage[index].gap, passage[index - 2].isNumber
    else { return nil }
    let word = String(
      decoding: passage.bytes[Int(passage[index].start)..<Int(passage[index].end)], as: UTF8.self)
    return months.firstIndex(of: word).map { $0 + 1 }
  }

  private static let months = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
  ]

  static func isNumeral(_ passage: Passage, _ index: Int) -> Bool {
    let token = passage[index]
    guard token.shape == .upper || token.shape == .initial else { return false }
    return passage.bytes[Int(token.start)..<Int(token.end)].allSatisfy {
      switch $0 {
      case 0x49, 0x56, 0x58, 0x4C, 0x43: true
      default: false
      }
    }
  }
}
