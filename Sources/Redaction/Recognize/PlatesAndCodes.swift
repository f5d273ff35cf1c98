/// Number plates, and codes of letters and figures.
extension IdentifierRecognizer {
  /// Letters and digits in the patterns of number plates, in either script.
  func plate(_ passage: Passage, _ index: Int) -> Mention? {
    guard index == 0 || passage[index].gap || passage[index - 1].kind == .mark,
      passage[index].isNumber ? passage[index].digits <= 4 : passage[index].value <= 3
    else { return nil }
    // A quick no: two parts at least.
    var next = index + 1
    while next < passage.count, Passage.isHyphen(passage[next]) { next += 1 }
    guard next < passage.count,
      passage[next].isNumber || isPlateLetters(passage, next)
    else { return nil }
    var shape: [UInt8] = []
    var cursor = index
    var last = index
    while cursor < passage.count, shape.count < 12 {
      let token = passage[cursor]
      switch token.kind {
      case .word:
        guard isPlateLetters(passage, cursor), token.shape != .title || token.isBare else {
          cursor = passage.count
          continue
        }
        shape += [UInt8(ascii: "A"), UInt8(token.value)]
        last = cursor
      case .number:
        shape += [UInt8(ascii: "9"), token.digits]
        last = cursor
      case .mark where Passage.isHyphen(token): break
      default:
        cursor = passage.count
        continue
      }
      cursor += 1
    }
    for length in stride(from: shape.count, through: 6, by: -2)
    where Self.plates.contains(Array(shape[..<length])) {
      last = index
      var parts = length / 2 - 1
      while parts > 0 {
        last += 1
        if passage[last].isWord || passage[last].isNumber { parts -= 1 }
      }
      guard passage.isLastOfRun(last) || passage[last + 1].kind == .mark else { continue }
      return identifier(
        passage, index, last, "the pattern of a number plate", .plate, 0.9)
    }
    return nil
  }

  /// Up to three letters that may stand on a plate: in capitals, or where nothing has capitals no word.
  func isPlateLetters(_ passage: Passage, _ index: Int) -> Bool {
    let token = passage[index]
    guard token.isWord, token.value <= 3 else { return false }
    if token.isBare, token.shape != .upper {
      return token.value == 1
        || passage.cues(of: index) == 0
          && !passage.lexicon.isOrdinary(token, of: passage.bytes, in: passage.language)
    }
    return token.isCapitalized
  }

  static let plates: Set<[UInt8]> = {
    let patterns = [
      "A3 93 A1", "A1 93 A2 92", "A1 93 A2 93", "93 A3 92", "A2 94 A2", "A2 93 A2", "94 A2 91",
      "A1 94 A2", "A2 94 A1", "A3 94 A1", "A3 94 A2",
      "A2 92 A3", "92 A2 93", "92 A1 93 A2", "91 A3 93", "A1 94 92", "94 A2 92",
    ]
    return Set(
      patterns.map { pattern in
        pattern.split(separator: " ").flatMap { part -> [UInt8] in
          let bytes = Array(part.utf8)
          return [bytes[0], bytes[1] - 0x30]
        }
      })
  }()

  // MARK: Codes

  /// Letters, digits and separators in one run: "KZ/DES/2023-0147", "P01483376", "20-1-0846/114".
  func code(_ passage: Passage, _ index: Int) -> Mention? {
    guard index == 0 || passage[index].gap || isOpening(passage[index - 1]) else { return nil }
    var last = index
    var digits = 0
    var letters = 0
    var capitals = 0
    var separators = 0
    var slashes = 0
    var numbers = 0
    var longest = 0
    var cursor = index
    scan: while cursor < passage.count, cursor == index || !passage[cursor].gap {
      let token = passage[cursor]
      switch token.kind {
      case .number:
        digits += Int(token.digits)
        longest = max(longest, Int(token.digits))
        numbers += 1
        last = cursor
      case .word:
        letters += Int(token.value)
        if token.shape != .lower || token.isBare { capitals += 1 }
        last = cursor
      case .mark:
        switch Unicode.Scalar(token.value) {
        case "/", "-", "‑", ".", "_", "(", ")", "\\":
          if cursor + 1 < passage.count, passage[cursor + 1].gap { break scan }
          separators += 1
          if token.isMark("/") { slashes += 1 }
        default: break scan
        }
      case .newline: break scan
      }
      cursor += 1
    }
    guard last > index, digits >= 3 else { return nil }
    if isDateLike(passage, index, last) { return nil }
    let mixed = letters > 0 && capitals > 0
    let enough =
      (mixed && digits >= 4 && (separators >= 1 || longest >= 5))
      || (mixed && slashes >= 1 && digits >= 3)
      || (letters == 0 && separators >= 2 && digits >= 7)
      || (letters == 0 && slashes >= 1 && digits >= 6 && longest >= 3)
      || (mixed && longest >= 6)
      // "7XKM2P9A", "pp5531208"
      || (mixed && numbers >= 3 && letters >= 3 && letters + digits >= 7 && slashes == 0)
      || ((1...3).contains(letters) && separators == 0 && numbers == 1 && longest >= 6
        && passage[index].isWord)
    guard enough else { return nil }
    if letters > 0, separators == 1, numbers == 1, passage[index].isWord,
      passage[index].value >= 2, longest <= 4
    {
      // "LIB-618", "COVID-19", "T-72": a name with a number, left to others.
      return nil
    }
    if passage[index].isNumber, letters > 0, capitals == 0 { return nil }
    return identifier(passage, index, last, "letters and digits in one code", .file, 0.85)
  }

  /// A mark that may stand directly before a number or a code.
  func isOpening(_ token: Token) -> Bool {
    switch Unicode.Scalar(token.value) {
    case "(", "[", "\"", "“", "«", "„", "№", "#", ":", "=", "<", "'", "‘": token.kind == .mark
    default: token.kind == .newline
    }
  }

  func isDateLike(_ passage: Passage, _ first: Int, _ last: Int) -> Bool {
    if Roman.month(passage, first + 2) != nil, passage[first].isNumber { return true }
    guard last - first == 4, passage[first].isNumber, passage[first + 2].isNumber,
      passage[last].isNumber
    else {
      guard last - first == 2, let year = passage.year(first) else { return false }
      // "1960-х років"
      if passage.isSlavic, year % 10 == 0, passage[last].isWord { return true }
      guard passage[last].isNumber else { return false }
      // "2014-2016", "2016/17".
      return passage.year(last) != nil
        || passage[last].digits == 2 && Int(passage[last].value) == (year + 1) % 100
    }
    let a = passage[first].value
    let b = passage[first + 2].value
    let c = passage[last].value
    return (a <= 31 && b <= 12 && (c <= 99 || (1850...2099).contains(c)))
      || (a <= 12 && b <= 31 && (1850...2099).contains(c))
      || ((1850...2099).contains(a) && b <= 12 && c <= 31)
  }
}
