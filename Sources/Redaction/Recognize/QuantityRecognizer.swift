/// Sums, shares and stretches of time, where a policy does not keep quantities: a ruling, a payroll
/// or a hospital file can be searched for them.
///
/// "350,000 Polish zlotys (PLN)", "EUR 4,684.40", "twenty-four years' imprisonment", "40 %".
struct QuantityRecognizer: Recognizer {
  /// The name also marks mentions that speak for the nationality inside them.
  static let known = "quantity"
  let name = QuantityRecognizer.known

  func find(in passage: Passage, into mentions: inout [Mention]) {
    guard passage.grammar.has(.stacksNouns) else { return }
    var index = 0
    while index < passage.count {
      guard let found = quantity(passage, index) else {
        index += 1
        continue
      }
      mentions.append(
        mention(
          passage, found.first, found.last, .number, found.why, confidence: 0.8,
          detail: .general(found.said)))
      index = found.last + 1
    }
  }

  typealias Found = (first: Int, last: Int, said: String, why: String)

  private func quantity(_ passage: Passage, _ index: Int) -> Found? {
    // A number inside a longer run ("33/21.2.3", "v1.2") is no amount.
    guard index == 0 || passage[index].gap || passage[index - 1].kind != .number else { return nil }
    if let last = Money.end(passage, index) {
      let first = Self.withApproximation(passage, index)
      let end = withSecondSum(passage, first, last)
      return (first, end, Money.said, "a sum of money")
    }
    if let found = YearsAndHours.find(passage, index) { return found }
    guard let amount = Amount.read(passage, index) else { return nil }
    if let last = percent(passage, amount.last) {
      return (Self.withApproximation(passage, index), last, "a certain share", "a share")
    }
    return duration(passage, index, amount) ?? count(passage, index, amount)
  }

  // MARK: Things and people

  /// "seven other persons", "fifty-five hearings", "571 landowners": said with the noun, which has to
  /// stay in the plural.
  private func count(_ passage: Passage, _ index: Int, _ amount: Amount) -> Found? {
    guard amount.value >= 2, let next = passage.following(amount.last), next == amount.last + 1,
      passage.year(index) == nil, !isLabel(passage, index)
    else { return nil }
    var noun = next
    for _ in 0..<3 {
      guard noun < passage.count, passage[noun].isWord, passage[noun].shape == .lower,
        !passage.isGrammar(noun) || Self.more.contains(passage[noun].key)
      else { return nil }
      if Self.isPlural(passage, noun) {
        // "forty degrees" measures; "two citizens of Guinea" is said as a nationality.
        guard passage[noun].key != Self.degrees, !NationalityRecognizer.isNoun(passage, noun)
        else { return nil }
        if passage.has(noun, .quantity) {
          let said = Self.lengths.contains(passage[noun].key) ? "some distance" : "a certain amount"
          return (Self.withApproximation(passage, index), noun, said, "a measure")
        }
        let words = passage.text(next, noun)
        return (index, noun, "several " + words, "a count")
      }
      guard let further = passage.following(noun), further == noun + 1 else { return nil }
      noun = further
    }
    return nil
  }

  /// "Article 8 paragraphs", "2 May": a number that belongs to the word before it.
  private func isLabel(_ passage: Passage, _ index: Int) -> Bool {
    guard let before = passage.preceding(index) else {
      return index > 0 && !passage[index].gap
    }
    return passage[index].isNumber && passage[before].isCapitalized
      && !passage[before].opensSentence
  }

  private static func isPlural(_ passage: Passage, _ index: Int) -> Bool {
    plurals.contains(passage[index].key)
      || passage.endsInPlural(index) && passage.isOrdinary(index)
        && !passage.has(index, .timeUnit) && !passage.has(index, .month)
  }

  private static let lengths: Set<FoldedKey> = Set(
    "metres meters kilometres kilometers km miles feet yards centimetres centimeters".split(
      separator: " "
    ).map { FoldedKey(folded: String($0)) })
  private static let degrees = FoldedKey(folded: "degrees")
  private static let more = WordList("quantity-more")
  private static let plurals: Set<FoldedKey> = Set(
    "people men women children persons policemen policewomen brethren".split(separator: " ").map {
      FoldedKey(folded: String($0))
    })

  // MARK: Sums and shares

  /// "TRY 2,384 (approximately EUR 1,300)": one sum, said twice.
  private func withSecondSum(_ passage: Passage, _ first: Int, _ last: Int) -> Int {
    guard last + 2 < passage.count, passage[last + 1].isMark("(") || passage[last + 1].isMark("[")
    else { return last }
    var inner = last + 2
    while inner < passage.count, inner < last + 4, Self.isApproximation(passage, inner) {
      inner += passage.isFollowed(inner, by: ".") ? 2 : 1
    }
    guard let end = Money.end(passage, inner), end + 1 < passage.count,
      passage[end + 1].isMark(")") || passage[end + 1].isMark("]")
    else { return last }
    return end + 1
  }

  /// Takes in "about" and "approximately" before an amount: "about a certain sum" says nothing more.
  private static func withApproximation(_ passage: Passage, _ index: Int) -> Int {
    guard index > 0, passage[index - 1].kind != .newline else { return index }
    let before = passage[index - 1].isMark(".") ? index - 2 : index - 1
    return before >= 0 && isApproximation(passage, before) ? before : index
  }

  private static func isApproximation(_ passage: Passage, _ index: Int) -> Bool {
    passage[index].isWord && approximations.contains(passage[index].key)
  }

  private static let approximations = WordList("approximations")

  /// "%", "per cent", "50 to 79 %".
  private func percent(_ passage: Passage, _ last: Int) -> Int? {
    var last = last
    if let joint = passage.following(last), Self.ranges.contains(passage[joint].key),
      let second = Amount.read(passage, joint + 1)
    {
      last = second.last
    }
    guard last + 1 < passage.count else { return nil }
    if passage[last + 1].isMark("%") { return last + 1 }
    guard let word = passage.following(last) else { return nil }
    if passage[word].key == Self.percentWord { return word }
    guard passage[word].key == Self.per, let cent = passage.following(word),
      passage[cent].key == Self.cent
    else { return nil }
    return cent
  }

  private static let ranges: Set<FoldedKey> = Set(["to", "and"].map { FoldedKey(folded: $0) })
  private static let percentWord = FoldedKey(folded: "percent")
  private static let per = FoldedKey(folded: "per")
  private static let cent = FoldedKey(folded: "cent")

  // MARK: Time

  /// "three years and nine months", "two-year", "24 hours"; an age is none.
  private func duration(_ passage: Passage, _ index: Int, _ amount: Amount) -> Found? {
    var last = amount.last
    var isHyphenated = false
    if last + 2 < passage.count, Passage.isHyphen(passage[last + 1]), !passage[last + 1].gap,
      !passage[last + 2].gap
    {
      isHyphenated = true
      last += 1
    } else if let half = Self.half(passage, last) {
      last = half
    }
    guard let noun = isHyphenated ? last + 1 : passage.following(last),
      let unit = TimeUnit.of(passage, noun), !isAge(passage, index, noun),
      amount.value != 1 || isHyphenated || isMeasured(passage, index)
        || passage.isPossessor(noun)
    else { return nil }
    last = noun
    if isHyphenated {
      return (index, last, "multi-" + unit.one, "a stretch of time")
    }
    while let more = next(passage, last) { last = more }
    let said = unit.several(amount.value)
    // "one year's imprisonment" → "several months' imprisonment"
    if last + 2 < passage.count, Passage.isApostrophe(passage[last + 1]), !passage[last + 1].gap,
      passage[last + 2].isWord, passage[last + 2].value == 1, !passage[last + 2].gap
    {
      return (index, last + 2, said + "'", "a stretch of time")
    }
    return (index, last, said, "a stretch of time")
  }

  /// "and nine months", ", nine months" after years.
  private func next(_ passage: Passage, _ last: Int) -> Int? {
    var start = last + 1
    if start < passage.count, passage[start].isMark(",") { start += 1 }
    if start < passage.count, passage[start].key == Self.and { start += 1 }
    guard start > last + 1, start < passage.count, let amount = Amount.read(passage, start),
      let noun = passage.following(amount.last), TimeUnit.of(passage, noun) != nil
    else { return nil }
    return noun
  }

  private static let and = FoldedKey(folded: "and")

  /// "and a half" after a number.
  private static func half(_ passage: Passage, _ last: Int) -> Int? {
    guard let and = passage.following(last), passage[and].key == Self.and,
      let a = passage.following(and), passage[a].value == 1,
      let half = passage.following(a), passage[half].key == Self.half
    else { return nil }
    return half
  }

  private static let half = FoldedKey(folded: "half")

  /// "aged 22 years", "22 years old", "22 years of age": an age, found elsewhere.
  private func isAge(_ passage: Passage, _ index: Int, _ noun: Int) -> Bool {
    if passage.match(noun, .ageUnit).map({ $0.last > noun }) ?? false { return true }
    if noun + 2 < passage.count, Passage.isHyphen(passage[noun + 1]),
      passage[noun + 2].key == Self.old
    {
      return true
    }
    guard let before = passage.preceding(index) else { return false }
    if Self.aged.contains(passage[before].key) { return true }
    return passage[before].key == Self.of
      && passage.preceding(before).map { Self.aged.contains(passage[$0].key) } ?? false
  }

  private static let old = FoldedKey(folded: "old")
  private static let of = FoldedKey(folded: "of")
  private static let aged: Set<FoldedKey> = Set(["aged", "age"].map { FoldedKey(folded: $0) })

  /// "one day he left" is no measure; "for one day", "one year's imprisonment" is.
  private func isMeasured(_ passage: Passage, _ index: Int) -> Bool {
    guard let before = passage.preceding(index) else { return false }
    return passage.has(before, .preposition)
  }
}

/// An amount in digits, grouped or not, or in words.
struct Amount {
  /// What it comes to, where that is read; 2 stands for any larger number.
  var value: Int
  var last: Int

  /// The amount that begins at `index`: "350,000", "314.44", "five hundred", "5/48".
  static func read(_ passage: Passage, _ index: Int) -> Amount? {
    guard index >= 0, index < passage.count else { return nil }
    if passage[index].isNumber {
      var last = index
      while last + 2 < passage.count, !passage[last + 1].gap, !passage[last + 2].gap,
        passage[last + 1].isMark(",") || passage[last + 1].isMark(".")
          || passage[last + 1].isMark("'"),
        passage[last + 2].isNumber, last - index < 16
      {
        last += 2
      }
      // "350 000"
      while last + 1 < passage.count, passage[last + 1].isNumber, passage[last + 1].gap,
        passage[last + 1].digits == 3, passage[index].digits <= 3, last - index < 16
      {
        last += 1
      }
      let value = last == index ? Int(passage[index].value) : 2
      return Amount(value: value, last: scaled(passage, last))
    }
    guard let number = passage.cardinal(index) else { return nil }
    let last = scaled(passage, number.last)
    return Amount(value: last > number.last ? 2 : number.value, last: last)
  }

  /// "five hundred", "2 million", "three hundred and twenty thousand".
  private static func scaled(_ passage: Passage, _ last: Int) -> Int {
    var last = last
    for _ in 0..<6 {
      guard let next = passage.following(last) else { return last }
      if scales.contains(passage[next].key) {
        last = next
      } else if scales.contains(passage[last].key), passage[next].isWord,
        let more = passage.cardinal(passage[next].key == and ? next + 1 : next),
        !passage[more.last].isNumber
      {
        last = more.last
      } else {
        return last
      }
    }
    return last
  }

  private static let scales: Set<FoldedKey> = Set(
    "hundred thousand million billion trillion bn".split(separator: " ").map {
      FoldedKey(folded: String($0))
    })
  private static let and = FoldedKey(folded: "and")
}

/// Units in which time is counted.
private enum TimeUnit: Int {
  case second, minute, hour, day, week, month, year

  static func of(_ passage: Passage, _ index: Int) -> TimeUnit? { words[passage[index].key] }

  private static let words: [FoldedKey: TimeUnit] = {
    var words: [FoldedKey: TimeUnit] = [:]
    for unit in [TimeUnit.second, .minute, .hour, .day, .week, .month, .year] {
      words[FoldedKey(folded: unit.one)] = unit
      words[FoldedKey(folded: unit.one + "s")] = unit
    }
    words[FoldedKey(folded: "nights")] = .day
    words[FoldedKey(folded: "decades")] = .year
    return words
  }()

  var one: String {
    switch self {
    case .second: "second"
    case .minute: "minute"
    case .hour: "hour"
    case .day: "day"
    case .week: "week"
    case .month: "month"
    case .year: "year"
    }
  }

  /// "several years"; a single one is said in the unit below it, of which it holds several.
  func several(_ count: Int) -> String {
    let unit = count == 1 ? TimeUnit(rawValue: rawValue - 1) ?? self : self
    return "several " + unit.one + "s"
  }
}

extension Passage {
  /// The text from the first byte of one token to the last of another.
  fileprivate func text(_ first: Int, _ last: Int) -> String {
    String(
      decoding: UnsafeBufferPointer(
        rebasing: bytes[Int(tokens[first].start)..<Int(tokens[last].end)]), as: UTF8.self)
  }
}
