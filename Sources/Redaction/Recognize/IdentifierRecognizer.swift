/// Numbers that stand for one person or one paper: passports, cards, case numbers, plates,
/// accounts, coordinates.
struct IdentifierRecognizer: Recognizer {
  static let known = "identifier"
  let name = known

  func find(in passage: Passage, into mentions: inout [Mention]) {
    var index = 0
    while index < passage.count {
      if mayBegin(passage, index), let found = identifier(passage, index) {
        mentions.append(found)
        while index < passage.count, Int(passage[index].start) < found.span.end { index += 1 }
      } else {
        index += 1
      }
    }
  }

  func identifier(_ passage: Passage, _ index: Int) -> Mention? {
    if let found = spelled(passage, index) { return found }
    if let found = GroupedCodes.find(passage, index) {
      return identifier(passage, index, found.last, found.why, found.said, 0.95)
    }
    if let found = account(passage, index) { return found }
    if let found = coordinates(passage, index) { return found }
    if let found = plate(passage, index) { return found }
    if let found = code(passage, index) { return found }
    if let found = afterCue(passage, index) { return found }
    return digits(passage, index)
  }

  /// A quick no for most words: an identifier begins with a number, with a capital, or with letters
  /// that a number or a mark is glued to.
  func mayBegin(_ passage: Passage, _ index: Int) -> Bool {
    let token = passage[index]
    if token.isNumber { return true }
    guard token.isWord else { return false }
    if token.isCapitalized || token.isBare { return token.value <= 8 }
    return index + 1 < passage.count && !passage[index + 1].gap && token.value <= 8
      && passage[index + 1].kind != .newline
  }

  func identifier(
    _ passage: Passage, _ first: Int, _ last: Int, _ why: String, _ said: Said,
    _ confidence: Double
  ) -> Mention {
    // The register goes with its number, as it tells the country: "СНИЛС 123-…", "ЄРДР 12023…";
    // in English only a register of people: "DNI 26.…", not "IMEI".
    let isRegister =
      first > 0 && passage[first].gap
      && (passage[first - 1].shape == .upper || passage[first - 1].isBare)
      && passage.has(first - 1, .identifierCue)
      && (!passage.grammar.has(.stacksNouns) || Self.registers.contains(passage[first - 1].key))
    return mention(
      passage, isRegister ? first - 1 : first, last, .identifier, why, confidence: confidence,
      detail: .said(said))
  }

  /// "I was Forty-Seven": a number in words with a capital where no sentence opens is a name.
  func spelled(_ passage: Passage, _ index: Int) -> Mention? {
    guard passage.grammar.has(.capitalizesHeadings), passage[index].shape == .title,
      !passage[index].opensSentence,
      let number = passage.cardinal(index),
      passage[number.last].isCapitalized || number.last == index,
      number.value > 12 || number.last > index, isPredicate(passage, index)
    else { return nil }
    return identifier(
      passage, index, number.last, "a number that stands for a name", .number, 0.7)
  }

  func isPredicate(_ passage: Passage, _ index: Int) -> Bool {
    passage.preceding(index).map {
      passage.has($0, .auxiliary) || passage.has($0, .naming) || passage.has($0, .title)
    } ?? false
  }

  // MARK: Accounts and cards, by their checksums

  func account(_ passage: Passage, _ index: Int) -> Mention? {
    guard index == 0 || passage[index].gap || passage[index - 1].kind == .mark else { return nil }
    let isCode =
      passage[index].isWord && passage[index].value == 2
      && (passage[index].shape == .upper || passage[index].isBare)
    guard
      isCode
        || (passage[index].isNumber
          && (passage[index].digits >= 4
            || passage[index].digits == 1 && Self.checked[passage.language].contains(.nir)))
    else { return nil }
    var characters: [UInt8] = []
    var ends: [(count: Int, last: Int)] = []
    var cursor = index
    while cursor < passage.count, characters.count < 40 {
      let token = passage[cursor]
      if token.kind == .word || token.kind == .number {
        guard token.kind == .number || (token.isCapitalized || token.isBare) && !token.isCyrillic
        else { break }
        characters += plain(passage, token)
        ends.append((characters.count, cursor))
      } else if !Passage.isHyphen(token) {
        break
      }
      cursor += 1
    }
    for end in ends.reversed() {
      let text = characters[..<end.count]
      if isCode, (15...34).contains(text.count), Checksum.isIBAN(text) {
        return identifier(
          passage, index, end.last, "an IBAN with a valid checksum", .account, 1)
      }
      if !isCode, text.allSatisfy({ $0 < 0x3A }), cueBefore(passage, index) == nil,
        let why = registered(passage, text, end.last)
      {
        return identifier(passage, index, end.last, why, .document, 1)
      }
      if !isCode, (13...19).contains(text.count), text.allSatisfy({ $0 < 0x3A }),
        Checksum.passesLuhn(text)
      {
        return identifier(
          passage, index, end.last, "a card number with a valid checksum", .card, 1)
      }
    }
    return nil
  }

  /// The register that a number's check digits tell, in the languages of its country.
  func registered(
    _ passage: Passage, _ digits: ArraySlice<UInt8>, _ last: Int
  ) -> String? {
    if let next = passage.following(last), passage.has(next, .quantity) { return nil }
    return Self.checked[passage.language].first { $0.accepts(digits) }?.why
  }

  /// The plain ASCII letters and digits of a token, capitals.
  func plain(_ passage: Passage, _ token: Token) -> [UInt8] {
    Fold.bytes(UnsafeBufferPointer(rebasing: passage.bytes[Int(token.start)..<Int(token.end)])).map
    {
      $0 >= 0x61 && $0 <= 0x7A ? $0 - 32 : $0
    }
  }

  // MARK: Coordinates

  func coordinates(_ passage: Passage, _ index: Int) -> Mention? {
    guard passage[index].isNumber || Self.isCompass(passage, index) else { return nil }
    guard index == 0 || passage[index].gap || passage[index - 1].kind == .mark else { return nil }
    var cursor = index
    var last = index
    var degrees = 0
    var fractions = 0
    var decimals = 0
    var words = 0
    while cursor < passage.count, cursor - index < 32 {
      let token = passage[cursor]
      switch token.kind {
      case .number: last = cursor
      case .word:
        guard Self.isCompass(passage, cursor) else {
          cursor = passage.count
          continue
        }
        words += 1
        last = cursor
      case .newline:
        cursor = passage.count
        continue
      case .mark:
        switch Unicode.Scalar(token.value) {
        case "°", "º":
          degrees += 1
          last = cursor
        case "′", "'", "’", "″", "\"", "”", "“": if degrees > 0 { last = cursor }
        case "."
        where cursor + 1 < passage.count && !passage[cursor + 1].gap
          && passage[cursor + 1].isNumber:
          decimals += 1
          if passage[cursor + 1].digits >= 3, !(cursor >= 2 && passage[cursor - 2].isMark(".")) {
            fractions += 1
          }
        case "."
        where degrees > 0 && cursor > 0 && passage[cursor - 1].isWord
          && passage[cursor - 1].isCyrillic:
          last = cursor
        case ",", "/", ";", "-", "−", "+": break
        default:
          cursor = passage.count
          continue
        }
      }
      cursor += 1
    }
    // "4.31 N 2.55 W"
    let isPair = decimals == 2 && words == 2 && !passage[last].isNumber
    guard degrees >= 1 && last > index + 1 || fractions >= 2 || isPair else { return nil }
    if degrees == 1, fractions == 0, words == 0 { return nil }
    return identifier(passage, index, last, "coordinates", .coordinates, 0.95)
  }

  static func isCompass(_ passage: Passage, _ index: Int) -> Bool {
    let token = passage[index]
    guard token.isWord, token.value <= 4 else { return false }
    return compass.contains(token.key)
      && (token.shape == .initial || token.isCyrillic || token.isBare)
  }

  static let compass = WordList("identifier-compass")

  // MARK: After a cue

  /// "passport 47 09 552817", "no. Ta 487213", "№ 0418-Б/2276".
  func afterCue(_ passage: Passage, _ index: Int) -> Mention? {
    guard let cue = cueBefore(passage, index), !isPublished(passage, index),
      Roman.month(passage, index + 2) == nil
    else { return nil }
    var last = -1
    var digits = 0
    var cursor = index
    var groups = 0
    scan: while cursor < passage.count {
      let token = passage[cursor]
      switch token.kind {
      case .number:
        if passage.year(cursor) != nil, digits == 0, endsRun(passage, cursor) { break scan }
        digits += Int(token.digits)
        groups += 1
        last = cursor
      case .word:
        guard token.value <= 3, token.shape == .upper || token.shape == .initial || !token.gap,
          !passage.has(cursor, .determiner)
        else {
          if cursor == index, token.value <= 3, token.shape == .title || isSeries(passage, cursor) {
            break
          }
          break scan
        }
        if digits > 0 { last = cursor }
      case .mark:
        switch Unicode.Scalar(token.value) {
        case "/", "-", "‑", ".", "№", "_", "(", ")":
          if cursor + 1 >= passage.count { break scan }
          if passage[cursor + 1].gap, digits > 0 { break scan }
        default: break scan
        }
      case .newline: break scan
      }
      cursor += 1
      if cursor - index > 14 { break }
    }
    guard last >= index, digits >= (cue == "№" ? 5 : 4) else { return nil }
    if groups == 1, let next = passage.following(last), passage.has(next, .quantity) { return nil }
    return identifier(passage, index, last, "after a word for a paper or a file", .document, 0.9)
  }

  /// "Law no. 3713"
  func isPublished(_ passage: Passage, _ index: Int) -> Bool {
    var sign = index - 1
    if sign > 0, passage[sign].isMark(".") { sign -= 1 }
    return sign > 0 && PublishedNumbers.precede(passage, sign)
  }

  /// The letters of a series where nothing has capitals: "military id am 2847193".
  func isSeries(_ passage: Passage, _ index: Int) -> Bool {
    guard passage[index].isBare, passage[index].value >= 2, index + 1 < passage.count,
      passage[index + 1].isNumber, passage[index + 1].digits >= 5
    else { return false }
    return !passage.isGrammar(index) && !passage.has(index, .identifierCue)
      || passage[index].key == Self.am
  }

  static let am = FoldedKey(folded: "am")

  private static let checked = WordList.each("identifier-checked").map { list in
    list.words.compactMap(Checksum.Register.init(rawValue:))
  }

  static let registers = WordList("identifier-registers")

  /// Whether a number ends its run, a mark of punctuation after it allowed.
  func endsRun(_ passage: Passage, _ index: Int) -> Bool {
    passage.isLastOfRun(index)
      || passage[index + 1].kind == .mark
        && (index + 2 >= passage.count || passage[index + 2].gap
          || passage[index + 2].kind == .newline)
  }

  func cueBefore(_ passage: Passage, _ index: Int) -> String? {
    guard
      index == 0 || passage[index].gap || passage[index - 1].isMark("№")
        || passage[index - 1].isMark("#") || passage[index - 1].isMark(":")
    else { return nil }
    var cursor = index - 1
    var steps = 0
    while cursor >= 0, steps < 6 {
      let token = passage[cursor]
      if token.isMark("№") || token.isMark("#") { return "№" }
      if token.kind == .newline { return nil }
      if token.isWord {
        if passage.has(cursor, .identifierCue) {
          return passage.value(cursor, .identifierCue) ?? ""
        }
        // One or two words may stand between: "passport of", "paper, protocol number".
        if steps > 3 { return nil }
      } else if token.kind == .mark, token.isMark(",") && steps > 0 || token.isMark(";") {
        return nil
      } else if token.isNumber {
        return nil
      }
      cursor -= 1
      steps += 1
    }
    return nil
  }

  // MARK: Bare digits

  /// Six digits or more that are no quantity, or groups of digits that are no thousands.
  func digits(_ passage: Passage, _ index: Int) -> Mention? {
    guard passage[index].isNumber, index == 0 || passage[index].gap || isOpening(passage[index - 1])
    else { return nil }
    if passage.year(index) != nil, let next = passage.following(index), passage[next].isNumber,
      passage[next].digits <= 2
    {
      return nil
    }
    var last = index
    var digits = Int(passage[index].digits)
    var isThousands = passage[index].digits <= 3
    while last + 1 < passage.count, passage[last + 1].isNumber, passage[last + 1].gap {
      last += 1
      digits += Int(passage[last].digits)
      if passage[last].digits != 3 { isThousands = false }
    }
    if last + 1 < passage.count, !passage[last + 1].gap,
      passage[last + 1].isMark(".")
        || passage[last + 1].isMark(","), last + 2 < passage.count, !passage[last + 2].gap,
      passage[last + 2].isNumber
    {
      // "26.118.430": a number in groups, which only a cue makes an identifier.
      return nil
    }
    guard digits >= 6 else { return nil }
    if last > index && isThousands { return nil }
    if last > index, (index...last).allSatisfy({ passage.year($0) != nil }) { return nil }
    if let next = passage.following(last),
      passage.has(next, .quantity) || passage.has(next, .timeUnit)
    {
      return nil
    }
    if digits < 7, last == index, isRound(passage[index].value) { return nil }
    return identifier(passage, index, last, "a long number that is no quantity", .number, 0.7)
  }

  func isRound(_ value: UInt32) -> Bool { value % 1000 == 0 }
}
