/// Street addresses with a number: a house and a street, a flat, a plot. A street without a number, and
/// what has neither the word for one nor a capital, is the reader's to see.
struct AddressRecognizer: Recognizer {
  let name = "address"

  func find(in passage: Passage, into mentions: inout [Mention]) {
    var index = 0
    while index < passage.count {
      if let last = address(passage, index) {
        mentions.append(
          mention(
            passage, index, last, .contact, "an address", confidence: 0.85,
            detail: .said(.address)))
        index = last
      }
      index += 1
    }
  }

  /// A part of an address: how far it runs, whether it holds a number, whether by itself it says that
  /// this is an address.
  private struct Element {
    var last: Int
    var isNumbered: Bool
    var isSure: Bool
  }

  private func address(_ passage: Passage, _ index: Int) -> Int? {
    guard passage[index].isWord || passage[index].isNumber,
      index == 0 || passage[index].gap || passage[index - 1].kind == .mark,
      var whole = element(passage, index)
    else { return nil }
    // No address has more parts than that; where one runs into the next, nothing reads on.
    for _ in 0..<8 {
      guard let next = continuation(passage, whole.last),
        let more = element(passage, next) ?? town(passage, next)
      else { break }
      // "Сердича 14 квартира 92": a name with its number and then a flat.
      whole.isSure =
        whole.isSure || more.isSure
        || whole.isNumbered && more.isNumbered && passage.match(next, .building) != nil
      whole.isNumbered = whole.isNumbered || more.isNumbered
      whole.last = more.last
    }
    return whole.isSure && whole.isNumbered ? whole.last : nil
  }

  /// The token that may go on with an address: after a comma, the stop of an abbreviation, or nothing.
  private func continuation(_ passage: Passage, _ last: Int) -> Int? {
    var next = last + 1
    guard next < passage.count else { return nil }
    if passage[next].isMark(",")
      || passage[next].isMark(".") && passage[last].isWord && passage.isAbbreviation(last)
    {
      next += 1
    }
    guard next < passage.count, passage[next].isWord || passage[next].isNumber else { return nil }
    return next
  }

  private func element(_ passage: Passage, _ index: Int) -> Element? {
    building(passage, index) ?? street(passage, index) ?? numberedStreet(passage, index)
      ?? namedNumber(passage, index)
  }

  /// "Flat 12B", "house no. 41", "кв. 92".
  private func building(_ passage: Passage, _ index: Int) -> Element? {
    guard let cue = passage.match(index, .building) else { return nil }
    var number = cue.last + 1
    while number < passage.count, number - cue.last <= 3,
      passage[number].isMark(".") || passage[number].isMark("№")
        || passage.has(number, .identifierCue) && passage[number].value <= 6
    {
      number += 1
    }
    guard number < passage.count, passage[number].isNumber, passage[number].digits <= 4,
      passage.ordinal(number) == nil
        || passage.suffix(of: number).map({ passage[$0].value == 1 }) == true,
      passage.following(number).map({ !passage.hasAny($0, Self.measures) }) ?? true
    else { return nil }
    let last = houseNumber(passage, number)
    // "room 5" alone is no address; "Flat 12B" is; "Section 24" is part of a law.
    let isSure =
      passage[index].isCapitalized && passage[index].key != Self.section
      || index > 0 && passage[index - 1].isMark(",") || cue.value == "sure"
      || passage.isFollowed(last, by: ",") || passage.has(index - 1, .contactCue)
    return Element(last: last, isNumbered: true, isSure: isSure)
  }

  private static let section = FoldedKey(folded: "section")
  private static let measures = Cue.quantity.bit | Cue.timeUnit.bit | Cue.month.bit

  /// A number with what is glued to it: "12B", "112-а", "14/2", "14 bis".
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

  private static let repeats = WordList("address-repeats")

  private func street(_ passage: Passage, _ index: Int) -> Element? {
    namedAfter(passage, index) ?? namedBefore(passage, index)
  }

  /// "rue des Cordeliers", "ул. Садовая, 27": the name comes after the word for a street.
  private func namedAfter(_ passage: Passage, _ index: Int) -> Element? {
    guard let cue = passage.match(index, .street),
      !passage.grammar.has(.putsStreetsLast)
        || cue.value == "before" && passage[index].isCapitalized
    else { return nil }
    var next = cue.last + 1
    if next < passage.count, passage[next].isMark(".") {
      // "ул. Садовая", but not "à leur place. Il …".
      guard passage.isAbbreviation(cue.last) else { return nil }
      next += 1
    }
    var last = cue.last
    for _ in 0..<8 {
      guard next < passage.count, let reached = streetWord(passage, next) else { break }
      if passage[next].isCapitalized || passage[next].isNumber { last = reached }
      next = reached + 1
    }
    return last > cue.last ? withNumber(passage, last) : nil
  }

  /// A word of a street's name, or what stands between two, and where it ends: "8 mai", "Jean-Jaurès".
  private func streetWord(_ passage: Passage, _ index: Int) -> Int? {
    let token = passage[index]
    if token.isWord {
      return token.isCapitalized || passage.has(index, .preposition)
        || passage.has(index, .determiner) ? index : nil
    }
    if token.isNumber, token.digits <= 2 {
      return passage.following(index).flatMap { passage.has($0, .month) ? $0 : nil }
    }
    let isInitial = token.isMark(".") && passage[index - 1].shape == .initial
    return Passage.joins(token) || isInitial ? index : nil
  }

  /// "Baker Street": the name comes before the word for a street.
  private func namedBefore(_ passage: Passage, _ index: Int) -> Element? {
    guard passage.grammar.has(.putsStreetsLast) || passage.isSlavic && passage[index].isCyrillic,
      passage[index].isCapitalized, !passage.isGrammar(index)
    else { return nil }
    var cursor = index
    for _ in 0..<4 {
      guard let next = passage.following(cursor) else { return nil }
      if passage.has(next, .street), passage.isSlavic || passage[next].isCapitalized {
        return withNumber(passage, next)
      }
      guard passage[next].isCapitalized, !passage.isGrammar(next) else { return nil }
      cursor = next
    }
    return nil
  }

  private func withNumber(_ passage: Passage, _ last: Int) -> Element {
    var next = last + 1
    if next < passage.count, passage[next].isMark(",") || Passage.isHyphen(passage[next]) {
      next += 1
    }
    guard next < passage.count, passage[next].isNumber, passage[next].digits <= 4,
      passage.year(next) == nil
    else { return Element(last: last, isNumbered: false, isSure: true) }
    return Element(last: houseNumber(passage, next), isNumbered: true, isSure: true)
  }

  /// "14 Baker Street", "14, rue des Cordeliers".
  private func numberedStreet(_ passage: Passage, _ index: Int) -> Element? {
    guard passage[index].isNumber, passage[index].digits <= 4 else { return nil }
    var next = houseNumber(passage, index) + 1
    if next < passage.count, passage[next].isMark(",") { next += 1 }
    guard next < passage.count, passage[next].isWord,
      let last = street(passage, next)?.last ?? bareStreet(passage, next)
    else { return nil }
    return Element(last: last, isNumbered: true, isSure: true)
  }

  /// "14, rue des cordeliers": behind the number of a house a French street needs no capital.
  private func bareStreet(_ passage: Passage, _ index: Int) -> Int? {
    guard passage.grammar.has(.lowercasesStreets), let cue = passage.match(index, .street) else {
      return nil
    }
    var next = cue.last + 1
    while next < passage.count,
      passage.has(next, .preposition) || passage.has(next, .determiner)
        || passage[next].kind == .mark && Passage.joins(passage[next])
    {
      next += 1
    }
    return next < passage.count && passage[next].isWord && next > cue.last + 1 ? next : nil
  }

  /// "at Osen 22", «на Садовой, 15»: a capital and a small number where a clause ends; «Сердича, 14»
  /// only beside another part of an address.
  private func namedNumber(_ passage: Passage, _ index: Int) -> Element? {
    guard passage[index].isWord, passage[index].shape == .title, passage[index].value >= 3,
      !passage.hasAny(index, Self.numbered)
    else { return nil }
    let comma = passage.isFollowed(index, by: ",")
    guard !passage.isOrdinary(index) || comma && passage.isSlavic && !passage[index].opensSentence
    else { return nil }
    let number = comma ? index + 2 : index + 1
    guard number < passage.count, passage[number].isNumber, passage[number].digits <= 3,
      passage[number].gap
    else { return nil }
    let last = houseNumber(passage, number)
    let opens =
      index > 0
      && (passage.has(index - 1, .preposition)
        || !comma && (passage[index - 1].isMark(",") || passage.has(index - 1, .conjunction)))
    let ends =
      last + 1 >= passage.count || passage[last + 1].kind != .word
      || passage.has(last + 1, .conjunction)
    return Element(
      last: last, isNumbered: true, isSure: opens && ends && (!comma || passage.isSlavic))
  }

  private static let numbered =
    Cue.month.bit | Cue.unitNoun.bit | Cue.ordinary.bit | Cue.identifierCue.bit

  /// A town or an estate after the street: "93210 Saint-Denis"; "plot 38, Zarya allotments".
  private func town(_ passage: Passage, _ index: Int) -> Element? {
    var first = index
    if passage[index].isNumber, (4...6).contains(passage[index].digits),
      let next = passage.following(index)
    {
      first = next
    }
    guard first > index || passage[index - 1].isMark(","), passage[first].isCapitalized,
      !passage.isCountry(first)
    else { return nil }
    var last = first
    while let next = passage.following(last), next - first < 6, passage[next].isCapitalized {
      last = next
    }
    if let next = passage.following(last),
      passage.has(next, .placeNoun) || passage.has(next, .street)
    {
      last = next
    }
    return Element(last: last, isNumbered: first > index, isSure: false)
  }
}
