/// Figures that are written without the word for them: in Russian and Ukrainian «09» of a month, a
/// brigade by its ordinal alone, a number plate in small letters; in English "the Ninety-Ninth".
struct BareFigureRecognizer: Recognizer {
  let name = "bare figure"

  func find(in passage: Passage, into mentions: inout [Mention]) {
    guard passage.isSlavic else {
      if passage.language == .english { spelled(passage, into: &mentions) }
      return
    }
    var isMilitary: Bool?
    var index = 0
    while index < passage.count {
      if let found = quotedDay(passage, index) ?? plate(passage, index) {
        mentions.append(found)
        while index < passage.count, Int(passage[index].start) < found.span.end { index += 1 }
        continue
      }
      if let last = arm(passage, index) {
        mentions.append(
          mention(
            passage, index, last, .unit, "the number and arm of a formation without the word",
            confidence: 0.6,
            detail: .general(passage.language == .russian ? "воинская часть" : "військова частина"))
        )
        index = last
      } else if let last = formation(passage, index),
        passage.hasStem(Self.soldiers, within: 3, before: index)
          || {
            isMilitary = isMilitary ?? Self.isMilitary(passage)
            return isMilitary == true
          }()
      {
        mentions.append(
          mention(
            passage, index, last, .unit, "the number of a formation without the word",
            confidence: 0.6,
            detail: .general(passage.language == .russian ? "воинская часть" : "військова частина"))
        )
        index = last
      }
      index += 1
    }
  }

  /// "from the Ninety-Ninth": in English an ordinal in words with a capital inside a sentence and no
  /// noun after it is a division or a brigade.
  private func spelled(_ passage: Passage, into mentions: inout [Mention]) {
    for index in 0..<passage.count where passage[index].shape == .title {
      guard !passage[index].opensSentence, !passage[index].isBare, index > 0,
        passage[index - 1].key == Self.the,
        let number = passage.ordinal(index), number.value >= 10,
        passage.following(number.last).map({
          passage.isGrammar($0) || passage.has($0, .speech) || passage.has($0, .verb)
        }) ?? true
      else { continue }
      mentions.append(
        mention(
          passage, index - 1, number.last, .unit, "the number of a formation without the word",
          confidence: 0.6, detail: .general("a military unit")))
    }
  }

  private static let the = FoldedKey(folded: "the")

  /// "«09» июня 2016 г."
  private func quotedDay(_ passage: Passage, _ index: Int) -> Mention? {
    guard Passage.isQuote(passage[index]), index + 3 < passage.count, passage[index + 1].isNumber,
      passage[index + 1].digits <= 2, (1...31).contains(passage[index + 1].value),
      Passage.isQuote(passage[index + 2]), let month = passage.value(index + 3, .month)
    else { return nil }
    var last = index + 3
    var date = DateExpression(day: Int(passage[index + 1].value), month: Int(month))
    if let next = passage.following(last), let year = passage.year(next) {
      date.year = year
      last = next
      if let word = passage.following(last), passage.value(word, .dateModifier) == "year" {
        last = passage[word].value <= 2 && passage.isFollowed(word, by: ".") ? word + 1 : word
      }
    }
    return mention(
      passage, index, last, .date, "a day in quotation marks and a month", confidence: 0.9,
      detail: .date(date))
  }

  /// "о777ок65": the pattern of a plate in whatever letters.
  private func plate(_ passage: Passage, _ index: Int) -> Mention? {
    guard passage[index].isWord, passage[index].value == 1, passage[index].shape == .lower,
      index + 3 < passage.count, passage[index + 1].isNumber, passage[index + 1].digits == 3,
      passage[index + 2].isWord, passage[index + 2].value == 2, passage[index + 3].isNumber,
      (2...3).contains(passage[index + 3].digits),
      (1...3).allSatisfy({ !passage[index + $0].gap })
    else { return nil }
    return mention(
      passage, index, index + 3, .identifier, "the pattern of a number plate", confidence: 0.9,
      detail: .general("a number plate"))
  }

  /// "47-я", "дев'яносто третя", "из сто десятой": a feminine ordinal from ten up that stands alone.
  private func formation(_ passage: Passage, _ index: Int) -> Int? {
    guard let number = passage.ordinal(index), number.value >= 10, number.value < 1000,
      passage.endsOrIs(number.last, Self.feminine) || isFeminineSuffix(passage, index, number.last),
      number.last + 1 >= passage.count || !passage[number.last + 1].isWord
        || passage.isGrammar(number.last + 1) || passage.endsAsVerb(number.last + 1),
      index == 0 || !passage.hasAny(index - 1, Self.others)
    else { return nil }
    return number.last
  }

  /// "35-й морській", "81-ї аеромобільної": a feminine ordinal in figures and the adjective of an arm,
  /// with the word for the formation left out.
  private func arm(_ passage: Passage, _ index: Int) -> Int? {
    guard passage[index].isNumber, let number = passage.ordinal(index), number.value < 1000,
      isFeminineSuffix(passage, index, number.last), let next = passage.following(number.last),
      let arm = passage.match(next, .unitModifier), !arm.value.isEmpty,
      passage.endsAsAdjective(arm.last),
      arm.last + 1 >= passage.count || !passage[arm.last + 1].isWord
        || passage.isGrammar(arm.last + 1) || passage.endsAsVerb(arm.last + 1)
    else { return nil }
    return arm.last
  }

  /// "-я", "-ю", "-й", "-ї" glued to figures.
  private func isFeminineSuffix(_ passage: Passage, _ index: Int, _ last: Int) -> Bool {
    passage[index].isNumber && last > index && passage[last].isWord
      && Self.suffixes.contains(passage[last].key)
  }

  /// Whether the passage speaks of soldiers at all.
  private static func isMilitary(_ passage: Passage) -> Bool {
    var count = 0
    for index in 0..<passage.count where passage[index].isWord {
      if passage.hasAny(index, Cue.unitNoun.bit) || passage.has(index, .rank)
        || passage.hasStem(soldiers, within: 1, before: index + 1)
      {
        count += 1
        if count > 1 { return true }
      }
    }
    return false
  }

  private static let others =
    Cue.street.bit | Cue.building.bit | Cue.body.bit | Cue.identifierCue.bit | Cue.month.bit
  private static let suffixes: Set<FoldedKey> = Set(
    [
      "я", "ая", "ю", "ую", "й", "ой", "ої", "ї", "та", "ту", "тій", "ша", "га", "ма", "ій", "а",
      "у",
    ]
    .map { FoldedKey(folded: $0) })
  private static let feminine = SlavicEndings.parts(
    "ая ую ья ью сьома сьому восьма сята надцята цята терта третя шоста друга перша ята шосту третю яту"
  )
  private static let soldiers = SlavicEndings.of(
    "позывн позивн воева воюв фронт солдат боєц бойц бригад окоп штурм полон мобилиз мобіліз плен")
}
