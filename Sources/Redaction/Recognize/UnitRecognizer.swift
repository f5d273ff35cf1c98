/// Military formations, bases and ships: by number, by name, by code.
struct UnitRecognizer: Recognizer {
  let name = "unit"

  func find(in passage: Passage, into mentions: inout [Mention]) {
    var index = 0
    while index < passage.count {
      assert(mayOpen(passage, index) || unit(passage, index) == nil, "a quick no is a no")
      if mayOpen(passage, index), let (first, last, said, why) = unit(passage, index) {
        mentions.append(
          mention(passage, first, last, .unit, why, confidence: 0.85, detail: .general(said)))
        index = max(index, last) + 1
      } else {
        index += 1
      }
    }
  }

  private typealias Found = (first: Int, last: Int, said: String, why: String)

  private func unit(_ passage: Passage, _ index: Int) -> Found? {
    guard passage[index].isWord || passage[index].isNumber, !isShelf(passage, index),
      index == 0 || passage[index].gap || passage[index - 1].kind == .mark
    else { return nil }
    return code(passage, index) ?? formation(passage, index) ?? shortCode(passage, index)
      ?? namedShip(passage, index)
  }

  /// "вторая полка": a feminine ordinal makes a shelf of what could be the genitive of a regiment.
  private func isShelf(_ passage: Passage, _ index: Int) -> Bool {
    guard passage.isSlavic, let number = passage.ordinal(index), passage[number.last].isWord,
      let next = passage.following(number.last), passage[next].key == Self.shelf
    else { return false }
    return passage.endsOrIs(number.last, Self.feminine)
  }

  private static let section = FoldedKey(folded: "section")
  private static let shelf = FoldedKey(folded: "полка")
  private static let feminine = SlavicEndings.parts("ая тья я")

  /// A quick no for most English words.
  private func mayOpen(_ passage: Passage, _ index: Int) -> Bool {
    passage.language != .english || passage[index].isNumber || passage[index].isCapitalized
      || passage[index].value <= 2 || passage.mayMatch(index, Self.openers)
  }

  /// What a lower-case English word that opens a unit is a sign of.
  private static var openers: UInt64 {
    Cue.unitCode.bit | Cue.unitNoun.bit | Cue.unitModifier.bit | Cue.ordinal.bit | Cue.cardinal.bit
      | Cue.ship.bit
  }

  /// "в/ч 51460", "v/ch 44127", "military unit No. 73819".
  private func code(_ passage: Passage, _ index: Int) -> Found? {
    var last: Int
    if let slash = slashed(passage, index) {
      last = slash
    } else if let match = passage.match(index, .unitCode), passage[index].value > 1 {
      last = match.last
    } else {
      return nil
    }
    var next = last + 1
    while next < passage.count,
      passage[next].isMark(".") || passage[next].isMark("№") || passage[next].isMark("#")
        || passage[next].isWord && passage.has(next, .identifierCue) && passage[next].value <= 6
    {
      next += 1
    }
    last = next - 1
    // "А1234", "А-1234".
    if next + 1 < passage.count, passage[next].shape == .initial, passage[next].isCyrillic {
      var number = next + 1
      if Passage.isHyphen(passage[number]), number + 1 < passage.count { number += 1 }
      if passage[number].isNumber, !passage[number].gap { next = number }
    }
    guard next < passage.count, passage[next].isNumber, (3...6).contains(passage[next].digits),
      passage.year(next) == nil || slashed(passage, index) != nil
    else { return nil }
    let value = passage.match(index, .unitCode)?.value ?? ""
    let said = value.isEmpty ? Self.plain(passage.language) : value
    let end = glued(passage, next)
    return (index, end, said, "a unit's number")
  }

  /// A letter and a slash: "в/ч", "v/ch", "в.ч.".
  private func slashed(_ passage: Passage, _ index: Int) -> Int? {
    guard passage[index].isWord, passage[index].value <= 2, index + 2 < passage.count,
      passage[index + 1].isMark("/") || passage[index + 1].isMark("."),
      !passage[index + 1].gap, passage[index + 2].isWord, passage[index + 2].value <= 2,
      Self.slashes.contains(passage[index].key.followed(by: passage[index + 2].key))
    else { return nil }
    return index + 2
  }

  private static let slashes: Set<FoldedKey> = Set(
    [("в", "ч"), ("v", "ch"), ("w", "tsch"), ("v", "h"), ("a", "u"), ("м", "ч")].map {
      FoldedKey(folded: $0.0).followed(by: FoldedKey(folded: $0.1))
    })

  private static func plain(_ language: Language) -> String {
    switch language {
    case .english, .none: "a military unit"
    case .french: "une unité militaire"
    case .russian: "воинская часть"
    case .ukrainian: "військова частина"
    }
  }

  private func glued(_ passage: Passage, _ index: Int) -> Int {
    guard index + 2 < passage.count, !passage[index + 1].gap, Passage.isHyphen(passage[index + 1]),
      !passage[index + 2].gap, passage[index + 2].isWord, passage[index + 2].value == 1
    else { return index }
    return index + 2
  }

  /// Numbers and modifiers around the word for a formation, and what it is part of.
  private func formation(_ passage: Passage, _ index: Int) -> Found? {
    guard var found = oneFormation(passage, index) ?? part(passage, index) else { return nil }
    // "3rd Battalion, 64th Brigade": one chain, of which the most general word is said.
    while true {
      var next = found.last + 1
      guard next < passage.count else { break }
      if passage[next].isMark(",") || passage[next].isMark("/") { next += 1 }
      while next < passage.count, passage.has(next, .preposition) || passage.has(next, .determiner)
      {
        next += 1
      }
      guard next < passage.count, next - found.last <= 4, let more = oneFormation(passage, next)
      else {
        break
      }
      found = (found.first, more.last, more.said, found.why)
    }
    return found
  }

  /// "рота зв'язку 118-ї бригади": a formation without a number, of one that has one.
  private func part(_ passage: Passage, _ index: Int) -> Found? {
    guard passage.isSlavic, let noun = passage.match(index, .unitNoun) else { return nil }
    var last = noun.last
    while let next = passage.following(last), let match = genitive(passage, next) {
      last = match.last
    }
    guard let next = passage.following(last), passage.ordinal(next) != nil,
      let whole = oneFormation(passage, next)
    else { return nil }
    return (index, whole.last, whole.said, whole.why)
  }

  private func oneFormation(_ passage: Passage, _ index: Int) -> Found? {
    guard index < passage.count else { return nil }
    var cursor = index
    var isNumbered = false
    var isNamed = false
    var modifiers: [String] = []
    // What stands before the word: numbers, modifiers, capitalised names.
    if let number = passage.ordinal(cursor),
      passage[cursor].isNumber || !passage[cursor].isWord || number.value < 1000
    {
      isNumbered = true
      cursor = number.last
    } else if passage[cursor].isNumber, passage[cursor].digits <= 4, passage.year(cursor) == nil,
      !passage.isDecimal(cursor)
    {
      // "2-96 Infantry", "64 brigade".
      isNumbered = true
      if cursor + 2 < passage.count,
        Passage.isHyphen(passage[cursor + 1]) || passage[cursor + 1].isMark("/"),
        passage[cursor + 2].isNumber
      {
        cursor += 2
      }
    } else if passage.match(cursor, .unitNoun) != nil || passage.match(cursor, .unitModifier) != nil
      || passage.match(cursor, .unitCode) != nil
    {
      cursor -= 1
    } else if passage[cursor].shape == .title, passage[cursor].value >= 3,
      passage.language == .english,
      !passage.has(cursor, .determiner), !passage.has(cursor, .preposition),
      !passage.has(cursor, .pronoun), !passage.isCountry(cursor)
    {
      isNamed =
        !passage[cursor].opensSentence
        || !passage.isOrdinary(cursor)
    } else {
      return nil
    }
    var noun: (last: Int, value: String)?
    var steps = 0
    while steps < 9 {
      steps += 1
      guard let next = cursor < index ? index : passage.following(cursor) else { break }
      if let match = passage.match(next, .unitNoun), !isModifierHere(passage, next, match.last),
        !match.value.hasPrefix("^") || passage[next].isCapitalized
      {
        noun = (
          match.last, match.value.hasPrefix("^") ? String(match.value.dropFirst()) : match.value
        )
        cursor = match.last
        break
      }
      if let match = passage.match(next, .unitModifier) {
        if !match.value.isEmpty { modifiers.append(match.value) }
        cursor = match.last
      } else if cursor < index, let match = passage.match(next, .unitCode),
        passage[next].isCapitalized
      {
        isNumbered = true
        cursor = match.last
      } else if passage[next].isCapitalized, passage[next].shape == .title, steps < 5,
        !passage.isCountry(next)
      {
        isNamed = true
        cursor = next
      } else if let number = passage.ordinal(next) {
        isNumbered = true
        cursor = number.last
      } else {
        break
      }
    }
    if noun == nil, isNumbered, let said = modifiers.first, passage.language == .english,
      passage[cursor].isCapitalized, cursor > index
    {
      // "the 47th Mechanized", "77th Airmobile": the word for the formation is left out.
      return (
        index, cursor, English.article(before: said) + " " + said + " unit",
        "a formation's number and arm"
      )
    }
    guard let noun else { return nil }
    var last = noun.last
    while passage.isSlavic, let next = passage.following(last),
      isNumbered || passage[next].shape != .upper, let match = genitive(passage, next)
    {
      // "36-та бригада морської піхоти"
      if !match.value.isEmpty { modifiers.append(match.value) }
      last = match.last
    }
    // What stands after it: "Battalion 618", "Company B", "FOB Shank".
    var next = last + 1
    while next < passage.count,
      passage[next].isMark(".") || passage[next].isMark("№")
        || passage[next].isWord && passage.has(next, .identifierCue) && passage[next].value <= 6
    {
      next += 1
    }
    if next < passage.count, passage[next].isNumber, passage[next].digits <= 6,
      passage.year(next) == nil, passage[next].kind == .number,
      !passage.isSlavic || passage.suffix(of: next) == nil,
      passage.following(next).map({ !passage.has($0, .quantity) && !passage.has($0, .timeUnit) })
        ?? true
    {
      last = next
      isNumbered = true
    } else if passage.following(last) == last + 1, passage[last + 1].isCapitalized,
      !passage[last + 1].opensSentence, Self.namedAfter.contains(passage[noun.last].key)
    {
      last += 1
      isNamed = true
      while passage.following(last) == last + 1, passage[last + 1].shape == .title { last += 1 }
    } else if passage.following(last) == last + 1, passage[last + 1].shape == .initial,
      passage[last + 1].value == 1, passage[noun.last].isCapitalized
    {
      last += 1
      isNumbered = true
    }
    if passage.isSlavic, let end = slavicName(passage, after: last) {
      return (index, end, describe(noun.value, modifiers, passage.language), "a formation's name")
    }
    if passage.language == .french { last = FrenchUnits.end(passage, last, &modifiers) }
    if !isNumbered, passage.isSlavic, let end = honoured(passage, last) {
      last = end
      isNumbered = true
    }
    guard isNumbered || isNamed else { return nil }
    // "the Fourth Section": a court, an institute or a law has sections too.
    if passage.language == .english, passage[noun.last].key == Self.section, modifiers.isEmpty,
      last == noun.last, passage.ordinal(index) != nil || passage[index].isWord,
      !isPartOfUnit(passage, last)
    {
      return nil
    }
    if !isNumbered, !Self.bases.contains(passage[noun.last].key), modifiers.isEmpty,
      !passage[noun.last].isCapitalized
    {
      return nil
    }
    return (
      index, last, describe(noun.value, modifiers, passage.language), "a formation's number or name"
    )
  }

  /// "the 2nd Section of 5 Platoon", "2nd Section, 5th Platoon": a section of something military.
  private func isPartOfUnit(_ passage: Passage, _ last: Int) -> Bool {
    var next = last + 1
    guard next < passage.count, passage[next].isMark(",") || passage[next].isWord else {
      return false
    }
    if passage[next].isMark(",") { next += 1 }
    while next < passage.count, next - last <= 3,
      passage.has(next, .preposition) || passage.has(next, .determiner)
    {
      next += 1
    }
    return next < passage.count && oneFormation(passage, next) != nil
  }

  /// "полка ППСП", "батальон «Восток»": capitals or a name in quotation marks after the noun.
  private func slavicName(_ passage: Passage, after last: Int) -> Int? {
    guard last + 1 < passage.count, passage[last + 1].gap else { return nil }
    if passage[last + 1].shape == .upper, passage[last + 1].isWord, passage[last + 1].value <= 6,
      passage.match(last + 1, .publicBody) == nil, !passage.isCountry(last + 1),
      !passage.isOrdinary(last + 1) || passage.has(last + 1, .unitModifier)
    {
      return last + 1
    }
    guard
      passage[last + 1].isMark("«") || passage[last + 1].isMark("\"")
        || passage[last + 1].isMark("“")
    else { return nil }
    var cursor = last + 2
    while cursor < passage.count, cursor - last < 10, passage[cursor].kind != .newline {
      if passage[cursor].isMark("»") || passage[cursor].isMark("\"") && !passage[cursor].gap
        || passage[cursor].isMark("”")
      {
        return cursor
      }
      cursor += 1
    }
    return nil
  }

  /// A modifier that follows its noun: "… of marines", "… named after X".
  private func genitive(_ passage: Passage, _ index: Int) -> (last: Int, value: String)? {
    if let match = passage.match(index, .unitModifier),
      match.last > index
        || passage.following(match.last).map({ passage.match($0, .unitNoun) == nil }) ?? true
    {
      return match
    }
    guard Self.inHonour.contains(passage[index].key) else { return nil }
    var cursor = passage.isFollowed(index, by: ".") ? index + 1 : index
    var last: Int?
    for _ in 0..<5 {
      guard let next = passage.following(cursor) ?? (cursor == index + 1 ? cursor + 1 : nil),
        next < passage.count, passage[next].isWord, passage[next].isCapitalized || last == nil
      else { break }
      if passage[next].isCapitalized { last = next }
      cursor = next
    }
    return last.map { ($0, "") }
  }

  private static let inHonour: Set<FoldedKey> = Set(
    ["імені", "ім", "имени", "им"].map { FoldedKey(folded: $0) })

  /// Somebody's name in the genitive after the noun: "полк Калиновського".
  private func honoured(_ passage: Passage, _ index: Int) -> Int? {
    let next = index + 1
    guard next < passage.count, passage[next].gap, passage[next].shape == .title,
      !passage[next].opensSentence, !passage.isExplained(next),
      passage.lexicon.name(passage[next].key).intersection([.givenMale, .givenFemale]).isEmpty
    else { return nil }
    var last = next
    while passage.following(last) == last + 1, passage[last + 1].shape == .title { last += 1 }
    return last
  }

  /// "infantry" in "infantry brigade" is no formation of its own.
  private func isModifierHere(_ passage: Passage, _ index: Int, _ last: Int) -> Bool {
    guard passage.match(index, .unitModifier) != nil, let next = passage.following(last) else {
      return false
    }
    return passage.match(next, .unitNoun) != nil || passage.match(next, .unitModifier) != nil
  }

  private func describe(_ noun: String, _ modifiers: [String], _ language: Language) -> String {
    if language == .french { return FrenchUnits.described(noun, modifiers.first) }
    if language == .russian || language == .ukrainian {
      return Slavic.formation(noun, modifiers, language)
    }
    guard let kept = modifiers.first, language == .english, noun.utf8.contains(0x20) else {
      return noun
    }
    let bare = noun.drop { $0 != " " }.dropFirst()
    if bare.hasPrefix(kept) || Self.holds(bare, "base")
      || Self.holds(bare, "unit") && Self.holds(bare, kept)
    {
      return noun
    }
    return English.article(before: kept) + " " + kept + " " + bare
  }

  /// Whether the bytes of `part` stand in a text.
  private static func holds(_ text: Substring, _ part: String) -> Bool {
    let part = part.utf8
    guard part.count <= text.utf8.count else { return false }
    var rest = text.utf8
    while rest.count >= part.count {
      if rest.starts(with: part) { return true }
      rest.removeFirst()
    }
    return false
  }

  private static let namedAfter: Set<FoldedKey> = Set(
    [
      "fob", "base", "camp", "outpost", "barracks", "garrison", "fort", "caserne", "garnison",
      "bataillon",
      "regiment", "brigade", "katiba", "commando", "peloton", "escadron",
    ].map { FoldedKey(folded: $0) })
  private static let bases: Set<FoldedKey> = Set(
    ["base", "airbase", "airfield", "barracks", "garrison", "fob", "outpost", "fleet", "flotilla"]
      .map {
        FoldedKey(folded: $0)
      })

  /// "LIB-618", "BTG-3".
  private func shortCode(_ passage: Passage, _ index: Int) -> Found? {
    guard passage[index].shape == .upper, let code = passage.match(index, .unitCode),
      code.last + 2 < passage.count, Passage.isHyphen(passage[code.last + 1]),
      passage[code.last + 2].isNumber, !passage[code.last + 2].gap
    else { return nil }
    return (index, code.last + 2, code.value, "a unit's code")
  }

  /// "the Pyotr Ladygin, a landing ship".
  private func shipAfter(_ passage: Passage, _ index: Int) -> Found? {
    guard passage.language == .english, passage[index].isCapitalized,
      let the = passage.preceding(index), passage.has(the, .determiner), !passage.isExplained(index)
    else { return nil }
    var last = index
    while let next = passage.following(last), passage[next].isCapitalized, next - index < 5 {
      last = next
    }
    guard passage.isFollowed(last, by: ","), let article = passage.following(last + 1),
      passage.has(article, .determiner)
    else { return nil }
    var noun = article
    for _ in 0..<3 {
      guard let next = passage.following(noun) else { return nil }
      if passage.match(next, .ship) != nil { return (index, last, "a vessel", "a ship's name") }
      noun = next
    }
    return nil
  }

  /// "landing ship Pyotr Ladygin", "крейсер «…»".
  private func namedShip(_ passage: Passage, _ index: Int) -> Found? {
    if let named = shipAfter(passage, index) { return named }
    guard let ship = passage.match(index, .ship) else { return nil }
    var next = ship.last + 1
    if next < passage.count, passage[next].kind == .mark, !passage[next].isMark(","),
      !passage[next].isMark(".")
    {
      next += 1
    }
    guard next < passage.count, passage[next].isCapitalized, passage[next].shape != .initial,
      next == ship.last + 1 || passage[ship.last + 1].isMark("«")
        || passage[ship.last + 1].isMark("“")
        || passage[ship.last + 1].isMark("\""),
      passage.language != .english || !passage[index].opensSentence
    else { return nil }
    var last = next
    while let more = passage.following(last), passage[more].isCapitalized { last = more }
    return (next, last, ship.value, "a ship's name")
  }
}
