/// Ages as Russian and Ukrainian tell them, where no preposition or verb shows them.
extension AgeRecognizer {
  typealias SlavicAge = (age: AgeExpression, first: Int, last: Int)

  /// "ему шёл седьмой год", "на сороковом году", "тридцатилетний", "лет двадцати".
  func slavic(_ passage: Passage, _ index: Int) -> SlavicAge? {
    guard passage.isSlavic else { return nil }
    guard passage[index].isWord else { return about(passage, index) }
    return yearOfLife(passage, index) ?? oneWord(passage, index) ?? inverted(passage, index)
      ?? beforeOwner(passage, index) ?? ofOnesOwn(passage, index) ?? about(passage, index)
  }

  /// "свекровь 74 лет", "девочку тринадцати лет": years in the genitive after a word for somebody.
  func isOwned(_ passage: Passage, _ index: Int, _ last: Int) -> Bool {
    guard Self.genitives.contains(passage[last].key), let owner = passage.preceding(index) else {
      return false
    }
    return passage.has(owner, .kinship) || passage.has(owner, .job)
      || passage.hasStem(SlavicAges.somebody, within: 1, before: index)
  }

  /// "6." at the head of a line; "семеро", "сімох": a place in a list, a number of people.
  func isCount(_ passage: Passage, _ index: Int) -> Bool {
    if passage[index].isNumber {
      return passage.opensLine(index) && passage.isFollowed(index, by: ".")
    }
    return passage.endsOrIs(index, SlavicAges.heads)
  }

  /// "(бухгалтер, около 45)": the number of an aside that is said to be about right.
  func about(_ passage: Passage, _ index: Int) -> SlavicAge? {
    guard let number = passage.cardinal(index), (3...105).contains(number.value), index >= 2,
      Self.roughly.contains(passage[index - 1].key),
      passage[index - 2].isMark(",") || passage[index - 2].isMark("("),
      number.last + 1 < passage.count,
      passage[number.last + 1].isMark(")") || passage[number.last + 1].isMark(",")
    else { return nil }
    return (AgeExpression(years: number.value, form: .bare), index, number.last)
  }

  private static let genitives: Set<FoldedKey> = Set(
    ["лет", "років"].map { FoldedKey(folded: $0) })
  private static let roughly = WordList("ages-roughly")

  /// "семьдесят первый год", after a dative or a verb of age; the year before it is the age.
  private func yearOfLife(_ passage: Passage, _ index: Int) -> SlavicAge? {
    guard let ordinal = passage.ordinal(index), (1...110).contains(ordinal.value),
      let next = passage.following(ordinal.last), passage.match(next, .ageUnit) != nil,
      hasSubject(passage, before: index)
    else { return nil }
    return (AgeExpression(years: ordinal.value - 1, form: .phrase), index, next)
  }

  /// "тридцатилетнего": the number and the years in one word.
  private func oneWord(_ passage: Passage, _ index: Int) -> SlavicAge? {
    guard passage[index].isCyrillic, passage[index].value >= 9 else { return nil }
    let word = passage.folded(index)
    guard let years = SlavicNumerals.years(of: word) else { return nil }
    return (AgeExpression(years: years, form: .adjective), index, index)
  }

  /// "парень лет двадцати", "лет сорока пяти на вид".
  private func inverted(_ passage: Passage, _ index: Int) -> SlavicAge? {
    guard passage.match(index, .ageUnit)?.value.isEmpty == true,
      passage[index].value == 3 || passage[index].value == 5,
      let next = passage.following(index)
    else { return nil }
    var start = next
    if passage.has(start, .preposition), let after = passage.following(start) { start = after }
    guard let number = passage.cardinal(start), (3...110).contains(number.value),
      passage.preceding(index).map({ passage.cardinal($0) == nil && passage.ordinal($0) == nil })
        ?? true
    else { return nil }
    if let after = passage.following(number.last),
      passage.has(after, .quantity)
        || passage.has(after, .timeUnit) || passage.has(after, .ageBand)
    {
      return nil
    }
    return (AgeExpression(years: number.value, form: .phrase), index, number.last)
  }

  /// "Двадцать шесть ему", "сорок років їй": the person after the number.
  private func beforeOwner(_ passage: Passage, _ index: Int) -> SlavicAge? {
    guard let number = passage.cardinal(index), (5...110).contains(number.value),
      let next = passage.following(number.last)
    else { return nil }
    let unit = passage.match(next, .ageUnit)
    guard let owner = unit.map({ passage.following($0.last) }) ?? next,
      passage.has(owner, .pronoun),
      passage.value(owner, .ageCue)?.isEmpty == true
    else { return nil }
    let form: AgeExpression.Form = unit == nil ? .bare : .phrase
    return (AgeExpression(years: number.value, form: form), index, unit?.last ?? number.last)
  }

  /// "тридцать с лишним", "под сорок", "меньше десяти": said vaguely already.
  func isVague(_ passage: Passage, _ index: Int, _ last: Int) -> Bool {
    if let with = passage.following(last), passage[with].value == 1,
      let more = passage.following(with), Self.more.contains(passage[more].key)
    {
      return true
    }
    guard let before = passage.preceding(index) else { return false }
    if Self.about.contains(passage[before].key) { return true }
    return Self.upTo.contains(passage[before].key)
      && passage.preceding(before).map { Self.ageNouns.contains(passage[$0].key) } == true
  }

  private static let more = WordList("ages-and-more")
  private static let about = WordList("ages-about")
  private static let upTo: WordList = ["до"]
  private static let ageNouns = WordList("ages-age-nouns")

  /// "у свои двадцять сім": the years that somebody has.
  func ofOnesOwn(_ passage: Passage, _ index: Int) -> SlavicAge? {
    guard let number = passage.cardinal(index), (3...110).contains(number.value),
      !isVague(passage, index, number.last), let own = passage.preceding(index),
      Self.own.contains(passage[own].key), let at = passage.preceding(own),
      passage[at].value <= 2, passage.has(at, .preposition)
    else { return nil }
    let unit = passage.following(number.last).flatMap { passage.match($0, .ageUnit) }
    return (
      AgeExpression(years: number.value, form: unit == nil ? .bare : .phrase), index,
      unit?.last ?? number.last
    )
  }

  private static let own: WordList = ["свои", "свої"]

  /// "в девятнадцать", where no hour can be meant: a number in words above twelve that ends a clause.
  func slavicAt(_ passage: Passage, _ index: Int, _ last: Int, _ value: Int) -> Bool {
    guard passage[index].isWord, value >= 13, let before = passage.preceding(index),
      passage[before].value <= 2, passage.has(before, .placeCue)
    else { return false }
    // "превращают пять страниц в пятьдесят": one number into another.
    var cursor = before
    for _ in 0..<3 {
      guard let previous = passage.preceding(cursor) else { return true }
      if passage.cardinal(previous) != nil { return false }
      cursor = previous
    }
    return true
  }

  /// Whether somebody the number could be the age of stands before `index`: a word of age, or a
  /// name or a word for kin in the dative, with only weak words between.
  func hasSubject(_ passage: Passage, before index: Int) -> Bool {
    var cursor = index
    for _ in 0..<6 {
      guard let previous = passage.preceding(cursor) else { return false }
      cursor = previous
      if let cue = passage.value(previous, .ageCue) {
        // "дав йому вісім": years of a sentence.
        if cue.isEmpty { return !(previous > 0 && passage.has(previous - 1, .ageBand)) }
        continue
      }
      // "дочке Асель восемь": a name that does not decline, after the word for kin that does.
      if passage[previous].isCapitalized, let kin = passage.preceding(previous),
        passage.has(kin, .kinship)
      {
        continue
      }
      if passage.has(previous, .month) || passage.has(previous, .season) { continue }
      if passage[previous].isCapitalized, passage.endsAsDative(previous),
        passage[previous].value > 2,
        !passage.isOrdinary(previous) || !passage[previous].opensSentence
          || !passage.nameFacts(previous).intersection(.given).isEmpty,
        !passage.isExplained(previous) || passage.has(previous, .kinship)
      {
        return true
      }
      if passage.has(previous, .kinship), passage.endsAsDative(previous) { return true }
      return false
    }
    return false
  }
}

private enum SlavicAges {
  static let somebody = WordList("ages-somebody").foldedBytes
  static let heads = WordList("ages-counts-of-people").foldedParts
}

/// Numerals as the first part of a word: "двадцатипяти", "сорока", "шістнадцяти".
enum SlavicNumerals {
  private static let parts: [(bytes: [UInt8], value: Int)] = [
    ("одно", 1), ("одного", 1), ("двух", 2), ("дво", 2), ("трех", 3), ("трьох", 3), ("три", 3),
    ("четырех", 4),
    ("чотирьох", 4), ("чотири", 4), ("пяти", 5), ("п'яти", 5), ("шести", 6), ("семи", 7),
    ("восьми", 8),
    ("девяти", 9), ("дев'яти", 9), ("десяти", 10), ("одиннадцати", 11), ("двенадцати", 12),
    ("тринадцати", 13), ("четырнадцати", 14), ("пятнадцати", 15), ("шестнадцати", 16),
    ("семнадцати", 17), ("восемнадцати", 18), ("девятнадцати", 19), ("двадцати", 20),
    ("тридцати", 30), ("сорока", 40), ("пятидесяти", 50), ("шестидесяти", 60), ("семидесяти", 70),
    ("восьмидесяти", 80), ("девяносто", 90), ("двохсот", 200), ("одинадцяти", 11),
    ("дванадцяти", 12), ("тринадцяти", 13), ("чотирнадцяти", 14), ("п'ятнадцяти", 15),
    ("шістнадцяти", 16), ("сімнадцяти", 17), ("вісімнадцяти", 18), ("дев'ятнадцяти", 19),
    ("двадцяти", 20), ("тридцяти", 30), ("п'ятдесяти", 50), ("шістдесяти", 60),
    ("сімдесяти", 70), ("вісімдесяти", 80), ("дев'яносто", 90),
  ].map { (Array($0.0.utf8), $0.1) }.sorted { $0.0.count > $1.0.count }

  private static let stems = ["летн", "річн"].map { Array($0.utf8) }

  /// The years of an adjective such as "двадцативосьмилетняя".
  static func years(of word: [UInt8]) -> Int? {
    for stem in stems {
      guard let start = position(of: stem, in: word), word.count - start - stem.count <= 6,
        start > 0
      else { continue }
      return value(word[..<start])
    }
    return nil
  }

  private static func position(of stem: [UInt8], in word: [UInt8]) -> Int? {
    guard word.count > stem.count else { return nil }
    return stride(from: word.count - stem.count, through: 0, by: -2).first {
      word[$0..<($0 + stem.count)].elementsEqual(stem)
    }
  }

  private static func value(_ text: ArraySlice<UInt8>) -> Int? {
    for part in parts where text.starts(with: part.bytes) {
      let rest = text.dropFirst(part.bytes.count)
      if rest.isEmpty { return part.value }
      if part.value >= 20, part.value % 10 == 0, let more = value(rest), more < 10 {
        return part.value + more
      }
    }
    return nil
  }
}
