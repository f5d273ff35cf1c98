/// Street addresses: a house and a street, a flat, a plot, a named street with a number.
struct AddressRecognizer: Recognizer {
  let name = "address"

  func find(in passage: Passage, into mentions: inout [Mention]) {
    var index = 0
    while index < passage.count {
      assert(mayOpen(passage, index) || address(passage, index) == nil, "a quick no is a no")
      if let (last, sort) = quarters(passage, index) {
        mentions.append(
          mention(
            passage, index, last, .place, "a room by its number", confidence: 0.75,
            detail: .place(PlaceExpression(fact: nil, sort: sort, key: passage[last].key))))
        index = last + 1
      } else if mayOpen(passage, index), let (last, isNumbered) = address(passage, index) {
        if isNumbered, let number = loneNumber(passage, index, last) {
          mentions.append(
            mention(
              passage, number, last, .identifier, "a room by its number", confidence: 0.75,
              detail: .general("номер")))
        } else if isNumbered {
          mentions.append(
            mention(
              passage, withMisspelt(passage, index), last, .contact, "an address", confidence: 0.85,
              detail: .general("an address")))
        } else {
          mentions.append(
            mention(
              passage, index, last, .place, "a street by its name", confidence: 0.75,
              detail: .place(
                PlaceExpression(
                  fact: nil, sort: Self.street(passage.language), key: passage[index].key))))
        }
        index = last + 1
      } else {
        index += 1
      }
    }
  }

  /// "проспектт Миру, 47": in Russian and Ukrainian a word before the name that no dictionary has is a
  /// word for street that somebody misspelt.
  private func withMisspelt(_ passage: Passage, _ first: Int) -> Int {
    guard passage.isSlavic, let before = passage.preceding(first), before == first - 1,
      passage[first].isCapitalized, isUnknown(passage, before)
    else { return first }
    return before
  }

  private func isUnknown(_ passage: Passage, _ index: Int) -> Bool {
    let token = passage[index]
    return token.isWord && token.shape == .lower && token.isCyrillic && token.value >= 4
      && !passage.mayMatch(index, ~0) && !passage.isOrdinary(index)
      && passage.nameFacts(index).isEmpty
  }

  /// ", кварира 18": the same after the number of the house.
  private func misspelt(_ passage: Passage, _ index: Int) -> Element? {
    guard passage.isSlavic, index > 1, passage[index - 1].isMark(","), isUnknown(passage, index),
      index + 1 < passage.count, passage[index + 1].isNumber, passage[index + 1].digits <= 3
    else { return nil }
    return Element(last: houseNumber(passage, index + 1), isNumbered: true, isSure: true)
  }

  /// In Russian and Ukrainian "камера 14" alone: the noun stays in its case, the number goes.
  private func loneNumber(_ passage: Passage, _ first: Int, _ last: Int) -> Int? {
    guard passage.isSlavic, let noun = passage.match(first, .building), passage[noun.last].value > 3
    else { return nil }
    var number = noun.last + 1
    while number <= last, passage[number].isMark("№") || passage[number].isMark(".") { number += 1 }
    guard number <= last, passage[number].isNumber, houseNumber(passage, number) == last else {
      return nil
    }
    return number
  }

  /// In English "flat 46", "cell 18" alone: where somebody lives or is held.
  private func quarters(_ passage: Passage, _ index: Int) -> (last: Int, sort: String)? {
    guard passage.language == .english, passage[index].shape == .lower,
      Self.quarters.contains(passage[index].key), index == 0 || !passage[index - 1].isMark(","),
      index + 1 < passage.count
    else { return nil }
    var number = index + 1
    while number < passage.count, number < index + 3,
      passage[number].isMark(".") || passage[number].isMark("№")
        || passage.has(number, .identifierCue) && passage[number].value <= 6
    {
      number += 1
    }
    guard number < passage.count, passage[number].isNumber, passage[number].digits <= 4,
      continuation(passage, houseNumber(passage, number)).flatMap({ element(passage, $0) }) == nil,
      passage.following(number).map({
        !passage.has($0, .quantity) && !passage.has($0, .timeUnit) && !passage.has($0, .ageUnit)
      }) ?? true
    else { return nil }
    let noun = String(decoding: passage.folded(index), as: UTF8.self)
    return (
      houseNumber(passage, number),
      English.article(before: noun) + " " + (noun == "apt" ? "flat" : noun)
    )
  }

  private static let section = FoldedKey(folded: "section")
  private static let quarters: Set<FoldedKey> = Set(
    "flat apartment apt room cell ward hut barrack tent dormitory container cabin".split(
      separator: " "
    ).map { FoldedKey(folded: String($0)) })

  /// An element of an address: how far it runs, whether it holds a number, whether by itself it
  /// says that this is an address.
  private struct Element {
    var last: Int
    var isNumbered: Bool
    var isSure: Bool
    var isStreet = false
  }

  private static func street(_ language: Language) -> String {
    switch language {
    case .english, .none: "a street"
    case .french: "une rue"
    case .russian: "улица"
    case .ukrainian: "вулиця"
    }
  }

  private func address(_ passage: Passage, _ index: Int) -> (last: Int, isNumbered: Bool)? {
    guard passage[index].isWord || passage[index].isNumber,
      index == 0 || passage[index].gap || passage[index - 1].kind == .mark,
      let first = element(passage, index)
    else { return nil }
    var last = first.last
    var numbered = first.isNumbered
    var sure = first.isSure
    var elements = 1
    while let next = continuation(passage, last) {
      guard
        let element = postalTown(passage, next) ?? element(passage, next) ?? tail(passage, next)
          ?? misspelt(passage, next)
      else { break }
      // "Сердича 14 квартира 92": a name with its number and then a flat.
      if numbered, element.isNumbered, passage.match(next, .building) != nil { sure = true }
      last = element.last
      numbered = numbered || element.isNumbered
      sure = sure || element.isSure
      elements += 1
    }
    if sure, !numbered, elements == 1, first.isStreet { return (last, false) }
    guard sure && numbered else { return nil }
    return (last, true)
  }

  /// A quick no for most English words.
  private func mayOpen(_ passage: Passage, _ index: Int) -> Bool {
    passage.language != .english || passage[index].isNumber || passage[index].isCapitalized
      || passage.mayMatch(index, Self.openers)
  }

  /// What a lower-case English word that opens an address is a sign of.
  private static var openers: UInt64 { Cue.building.bit | Cue.street.bit | Cue.identifierCue.bit }

  /// The token after a comma or a full stop (or "and", or nothing) that may go on with the address.
  private func continuation(_ passage: Passage, _ last: Int) -> Int? {
    var next = last + 1
    guard next < passage.count else { return nil }
    if passage[next].isMark(",") || passage[next].isMark(".") && isAbbreviation(passage, last) {
      next += 1
    } else if passage[next].kind == .mark {
      return nil
    }
    guard next < passage.count, passage[next].isWord || passage[next].isNumber else { return nil }
    return next
  }

  private func isAbbreviation(_ passage: Passage, _ index: Int) -> Bool {
    passage[index].isWord && passage.isAbbreviation(index)
  }

  private func element(_ passage: Passage, _ index: Int) -> Element? {
    building(passage, index) ?? gridStreet(passage, index) ?? street(passage, index)
      ?? numberedStreet(passage, index)
      ?? namedNumber(passage, index) ?? signedNumber(passage, index)
  }

  /// "Flat 12B", "house no. 41", "кв. 92".
  private func building(_ passage: Passage, _ index: Int) -> Element? {
    guard let cue = passage.match(index, .building) ?? streetWithNumber(passage, index) else {
      return nil
    }
    var next = cue.last + 1
    while next < passage.count, passage[next].isMark(".") || passage[next].isMark("№") { next += 1 }
    if next < passage.count, passage.has(next, .identifierCue), passage[next].value <= 6 {
      next += 1
      if next < passage.count, passage[next].isMark(".") { next += 1 }
    }
    if passage.language == .french, next < passage.count, passage[next].shape == .initial,
      passage[next].value == 1,
      passage.isFollowed(next, by: ",") || index > 0 && passage[index - 1].isMark(",")
    {
      return Element(last: next, isNumbered: true, isSure: false)
    }
    guard next < passage.count, passage[next].isNumber, passage[next].digits <= 4,
      passage.ordinal(next) == nil
        || passage.suffix(of: next).map({ passage[$0].value == 1 }) == true
    else { return nil }
    if let after = passage.following(next),
      passage.has(after, .quantity) || passage.has(after, .timeUnit)
        // "К 1 сентября"
        || passage.isSlavic && passage.has(after, .month)
    {
      return nil
    }
    // "room 5" alone is no address; "Flat 12B" is; "Section 24" is part of a law.
    let isSure =
      passage[index].isCapitalized && passage[index].key != Self.section
      || index > 0 && passage[index - 1].isMark(",")
      || cue.value == "sure" || passage.isFollowed(houseNumber(passage, next), by: ",")
      || passage.has(index - 1, .contactCue)
    return Element(last: houseNumber(passage, next), isNumbered: true, isSure: isSure)
  }

  /// "calle 4 between carreras 7 and 8": streets that have numbers for names.
  private func gridStreet(_ passage: Passage, _ index: Int) -> Element? {
    guard Self.grid.contains(passage[index].key), let number = passage.following(index),
      passage[number].isNumber, passage[number].digits <= 3
    else { return nil }
    var last = houseNumber(passage, number)
    // "# 4-27"
    if last + 2 < passage.count, passage[last + 1].isMark("#"), passage[last + 2].isNumber {
      last = houseNumber(passage, last + 2)
    }
    var cursor = last
    for _ in 0..<8 {
      guard let next = passage.following(cursor),
        Self.crossing.contains(passage[next].key) || Self.grid.contains(passage[next].key)
          || passage[next].isNumber && passage[next].digits <= 3
      else { break }
      cursor = next
      if passage[next].isNumber { last = houseNumber(passage, next) }
    }
    return Element(last: last, isNumbered: true, isSure: true, isStreet: true)
  }

  private static let grid: Set<FoldedKey> = Set(
    ["calle", "carrera", "carreras", "calles", "avenida", "transversal", "diagonal", "cra", "kra"]
      .map { FoldedKey(folded: $0) })
  private static let crossing: Set<FoldedKey> = Set(
    ["between", "and", "with", "at", "entre", "y", "con", "et"].map { FoldedKey(folded: $0) })

  private func streetWithNumber(_ passage: Passage, _ index: Int) -> (last: Int, value: String)? {
    guard let street = passage.match(index, .street),
      passage[index].isCapitalized || passage[index].isBare || passage.language == .french,
      let next = passage.following(street.last), passage[next].isNumber
    else { return nil }
    return street
  }

  /// A number with what is glued to it: "12B", "112-а", "14/2".
  private func houseNumber(_ passage: Passage, _ index: Int) -> Int {
    var last = index
    // No house has more parts than that; where one number runs into the next, nothing reads on.
    while last + 1 < passage.count, !passage[last + 1].gap, last - index < 12 {
      let next = passage[last + 1]
      if next.isWord && next.value == 1 || next.isNumber {
        last += 1
      } else if Passage.isHyphen(next) || next.isMark("/"), last + 2 < passage.count,
        !passage[last + 2].gap,
        passage[last + 2].isNumber || passage[last + 2].isWord && passage[last + 2].value <= 2
      {
        last += 2
      } else {
        break
      }
    }
    if last + 1 < passage.count, Self.repeats.contains(passage[last + 1].key) { last += 1 }
    return last
  }

  /// "rue des Cordeliers", "ул. Садовая, 27", "Baker Street 14".
  private func street(
    _ passage: Passage, _ index: Int, isNumbered: Bool = false
  ) -> Element? {
    if let cue = passage.match(index, .street),
      passage.language != .english || cue.value == "before",
      !(passage.language == .english && passage[index].key == Self.via
        && !passage[index].isCapitalized)
    {
      var next = cue.last + 1
      if next < passage.count, passage[next].isMark(".") {
        // "ул. Садовая", but not "à leur place. Il …".
        guard passage.isAbbreviation(cue.last) else { return nil }
        next += 1
      }
      var last = cue.last
      var words = 0
      while next < passage.count, words < 6 {
        let token = passage[next]
        if token.isWord,
          token.isCapitalized || words < 5 && isParticle(passage, next)
            || isBareStreetName(passage, next, after: cue.last, isNumbered)
            || passage.isSlavic && token.isBare && words < 2 && token.value > 2
              && !passage.has(next, .building)
        {
          if token.isCapitalized || token.isBare && !isParticle(passage, next) { last = next }
          words += 1
        } else if token.isNumber, passage.suffix(of: next) != nil, words == 0 {
          next = passage.suffix(of: next) ?? next
        } else if passage.language == .french, isDateInName(passage, next) {
          last = next + (Passage.isHyphen(passage[next + 1]) ? 2 : 1)
          if last + 2 < passage.count, passage.year(last + 2) != nil, !passage[last + 2].gap {
            last += 2
          } else if last + 1 < passage.count, passage.year(last + 1) != nil {
            last += 1
          }
          break
        } else if words > 0, token.isWord, !token.gap, Passage.joins(passage[next - 1]),
          last > cue.last
        {
          last = next
        } else if !(Passage.joins(token) && words > 0)
          && !(token.isMark(".") && words > 0
            && passage[next - 1].shape == .initial)
        {
          break
        }
        next += 1
      }
      guard last > cue.last else { return nil }
      // "на улице темно": without capitals only a number makes it a street.
      if passage.isSlavic, !isNumbered, passage[last].isBare, passage[last].shape == .lower,
        !withNumber(passage, last).isNumbered,
        !(last + 2 < passage.count && passage.has(last + 1, .building)
          || last + 2 < passage.count && passage.has(last + 2, .building))
      {
        return nil
      }
      return withNumber(passage, last)
    }
    // "Baker Street": the name first.
    guard passage.language == .english || passage[index].isCyrillic, passage[index].isCapitalized,
      !(passage.isSlavic && passage[index].opensSentence && passage.isOrdinary(index))
    else { return nil }
    var cursor = index
    for _ in 0..<4 {
      guard let next = passage.following(cursor) else { return nil }
      // "my Google Drive"
      if cursor == index, passage[next].key == Self.drive, passage.has(index, .ordinary) {
        return nil
      }
      if passage.has(next, .street), passage[next].isCapitalized || passage[next].isCyrillic {
        if Courts.isCourt(passage, next) { return nil }
        // "у Маріуполі проспект Миру": the name comes after.
        if passage.isSlavic, !passage.endsAsAdjective(cursor) || isPlace(passage, cursor),
          passage.following(next).map({ passage[$0].isCapitalized }) ?? false
        {
          return nil
        }
        return withNumber(passage, next)
      }
      guard passage[next].isCapitalized, !passage.isGrammar(next), !passage.isGrammar(index) else {
        return nil
      }
      cursor = next
    }
    return nil
  }

  /// "14, rue des cordeliers": after the number of a house and the word for street, in a French text
  /// without capitals, the first word that is not grammar.
  private func isBareStreetName(
    _ passage: Passage, _ index: Int, after cue: Int, _ isNumbered: Bool
  ) -> Bool {
    guard isNumbered, passage.language == .french, passage[index].isBare,
      passage[index].value >= 3, !passage.isGrammar(index)
    else { return false }
    return (cue + 1..<index).allSatisfy { isParticle(passage, $0) || passage[$0].kind == .mark }
  }

  /// "30-Juin", "8 mai": a day after which a street is named.
  private func isDateInName(_ passage: Passage, _ index: Int) -> Bool {
    guard passage[index].isNumber, passage[index].digits <= 2, index + 2 < passage.count else {
      return false
    }
    return passage.following(index).map { passage.has($0, .month) } ?? false
  }

  /// "93210 Saint-Denis": a postal code and its town, as the end of an address.
  private func postalTown(_ passage: Passage, _ index: Int) -> Element? {
    guard passage.language == .french, passage[index].isNumber,
      (4...5).contains(passage[index].digits), let town = passage.following(index),
      passage[town].isCapitalized
    else { return nil }
    var last = town
    while let next = passage.following(last),
      next == last + 1 || Passage.isHyphen(passage[next - 1]),
      passage[next].isCapitalized, !passage[next].opensSentence, next - town < 7
    {
      last = next
    }
    return Element(last: last, isNumbered: true, isSure: false)
  }

  private func withNumber(_ passage: Passage, _ last: Int) -> Element {
    var next = last + 1
    if next < passage.count, passage[next].isMark(",") { next += 1 }
    // "мкр. Аксай-4"
    if passage.isSlavic, next + 1 < passage.count, Passage.isHyphen(passage[next]),
      !passage[next].gap, !passage[next + 1].gap, passage[next + 1].isNumber
    {
      next += 1
    }
    if next < passage.count, passage[next].isNumber, passage[next].digits <= 4,
      passage.year(next) == nil
    {
      return Element(last: houseNumber(passage, next), isNumbered: true, isSure: true)
    }
    return Element(last: last, isNumbered: false, isSure: true, isStreet: true)
  }

  /// "No. 14-22" after a street: the number of the house.
  private func signedNumber(_ passage: Passage, _ index: Int) -> Element? {
    guard passage.has(index, .identifierCue), passage[index].value <= 3, index > 0,
      passage[index - 1].isNumber, index + 2 < passage.count, passage[index + 1].isMark("."),
      passage[index + 2].isNumber
    else { return nil }
    return Element(last: houseNumber(passage, index + 2), isNumbered: true, isSure: false)
  }

  /// "14 Baker Street", "14, rue des Cordeliers".
  private func numberedStreet(_ passage: Passage, _ index: Int) -> Element? {
    guard passage[index].isNumber, passage[index].digits <= 4 else { return nil }
    var next = houseNumber(passage, index) + 1
    if next < passage.count, passage[next].isMark(",") { next += 1 }
    // "58th Bulvar Street"
    if passage.language == .english, passage.ordinal(index) != nil,
      let suffix = passage.suffix(of: index), !passage[suffix].gap
    {
      next = suffix + 1
    }
    guard next < passage.count, passage[next].isWord,
      let street = street(passage, next, isNumbered: true)
    else { return nil }
    return Element(last: street.last, isNumbered: true, isSure: true)
  }

  /// "Osen 22", "Сердича, 14": a capitalised word and a small number, where an address may stand.
  private func namedNumber(_ passage: Passage, _ index: Int) -> Element? {
    if let found = cuedName(passage, index) { return found }
    guard passage[index].isWord,
      passage[index].shape == .title || passage[index].isBare && !passage.isOrdinary(index),
      passage[index].value >= 3,
      !passage.has(index, .month), !passage.has(index, .unitNoun), !passage.has(index, .ordinary),
      !passage.has(index, .identifierCue),
      !passage.isOrdinary(index) || isListedName(passage, index)
    else { return nil }
    var next = index + 1
    let comma = next < passage.count && passage[next].isMark(",")
    if comma { next += 1 }
    guard next < passage.count, passage[next].isNumber, passage[next].digits <= 3,
      passage[next].gap
    else { return nil }
    let last = houseNumber(passage, next)
    if passage.suffix(of: next) != nil, last == next { return nil }
    let before = index > 0 ? passage[index - 1] : nil
    if comma {
      // "Сердича, 14, квартира 92": sure only with another element.
      return Element(last: last, isNumbered: true, isSure: false)
    }
    let isPlaced =
      before.map {
        $0.isMark(",") || passage.has(index - 1, .conjunction)
          || passage.language == .english && $0.key == Self.at
      } ?? false
    let ends =
      last + 1 >= passage.count || passage[last + 1].kind != .word
      || passage.has(last + 1, .conjunction)
    return Element(last: last, isNumbered: true, isSure: isPlaced && ends && !comma)
  }

  /// "Миру, 47": in Russian and Ukrainian a capital inside a sentence, before a comma and a number.
  private func isListedName(_ passage: Passage, _ index: Int) -> Bool {
    passage.isSlavic && passage[index].shape == .title && !passage[index].opensSentence
      && !passage[index].isBare && passage.isFollowed(index, by: ",")
  }

  /// "на Набережной, 15": in Russian and Ukrainian a name after "on" or "from", a comma and a
  /// number that closes the clause.
  private func cuedName(_ passage: Passage, _ index: Int) -> Element? {
    guard passage.isSlavic, passage[index].shape == .title, !passage[index].opensSentence,
      let before = passage.preceding(index), passage.has(before, .preposition),
      !passage.has(before, .placeCue), passage[before].value <= 2,
      passage.isFollowed(index, by: ","), index + 2 < passage.count, passage[index + 2].isNumber,
      passage[index + 2].digits <= 3
    else { return nil }
    let last = houseNumber(passage, index + 2)
    let ends = last + 1 >= passage.count || passage[last + 1].kind != .word
    return Element(last: last, isNumbered: true, isSure: ends)
  }

  /// A further capitalised part: "House 41, Street 9, Khoshal Khan"; "plot 38, Zarya allotments".
  private func tail(_ passage: Passage, _ index: Int) -> Element? {
    let isListed = index > 0 && passage[index - 1].isMark(",")
    guard passage[index].isCapitalized, isListed || namesEstate(passage, index) else { return nil }
    var last = index
    while let next = passage.following(last), next - index < 6,
      passage[next].isCapitalized
        || passage[next].isBare && !passage.nameFacts(next).isEmpty && !passage.isGrammar(next)
    {
      last = next
    }
    if let next = passage.following(last),
      passage.has(next, .placeNoun) || passage.has(next, .street)
        || Self.estates.contains(passage[next].key)
    {
      last = next
    }
    guard !passage.isCountry(index) else { return nil }
    return Element(last: last, isNumbered: false, isSure: false)
  }

  /// "plot 38 Zarya allotments": a name and the word for what it names, with no comma before it.
  private func namesEstate(_ passage: Passage, _ index: Int) -> Bool {
    passage.following(index).map { Self.estates.contains(passage[$0].key) } ?? false
  }

  private func isPlace(_ passage: Passage, _ index: Int) -> Bool {
    Lemma.candidates(passage.folded(index)).contains { passage.lexicon.place($0) != nil }
  }

  private static let via = FoldedKey(folded: "via")
  private static let at = FoldedKey(folded: "at")
  private static let drive = FoldedKey(folded: "drive")
  private static let repeats: Set<FoldedKey> = Set(
    ["bis", "ter", "quater"].map { FoldedKey(folded: $0) })

  private func isParticle(_ passage: Passage, _ index: Int) -> Bool {
    passage.has(index, .preposition) || passage.has(index, .determiner)
  }

  private static let estates: Set<FoldedKey> = Set(
    [
      "allotments", "estate", "estates", "allotment", "gardens", "dachas", "flats", "towers",
      "mansions",
      "buildings", "compound", "camp",
    ].map { FoldedKey(folded: $0) })
}
