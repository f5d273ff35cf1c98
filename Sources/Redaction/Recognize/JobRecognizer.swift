/// Trades and posts that single somebody out: a job with what narrows it.
///
/// "A soldier" or "the teacher" names half the world and is left; "the only sniper of the company",
/// "piano teacher", "midwife at Malalai hospital" are not.
struct JobRecognizer: Recognizer {
  let name = "job"

  func find(in passage: Passage, into mentions: inout [Mention]) {
    var index = 0
    while index < passage.count {
      assert(mayOpen(passage, index) || job(passage, index) == nil, "a quick no is a no")
      if mayOpen(passage, index), let (head, end, said) = job(passage, index) {
        let first = withPrefix(passage, head)
        let last = withSecondHalf(passage, end)
        mentions.append(
          mention(
            passage, first, last, .job, "a trade that singles out", confidence: 0.7,
            detail: .general(afterNationality(passage, first, said))))
        index = last + 1
      } else {
        index += 1
      }
    }
  }

  /// "sous-préfet", "вице-мэр": a prefix with its hyphen.
  private func withPrefix(_ passage: Passage, _ first: Int) -> Int {
    guard first >= 2, Passage.isHyphen(passage[first - 1]), !passage[first].gap,
      !passage[first - 1].gap, Self.prefixes.contains(passage[first - 2].key)
    else { return first }
    return first - 2
  }

  private static let prefixes = WordList("job-prefixes")

  /// "агроном-виноградарь": in Russian and Ukrainian the second half of a trade of two words.
  private func withSecondHalf(_ passage: Passage, _ last: Int) -> Int {
    guard passage.isSlavic, last + 2 < passage.count, Passage.isHyphen(passage[last + 1]),
      !passage[last + 1].gap, !passage[last + 2].gap, passage[last + 2].isCyrillic,
      passage[last + 2].shape == .lower, passage[last + 2].value > 2
    else { return last }
    return last + 2
  }

  /// "a Mauritanian shopkeeper": the article stands before the nationality already.
  private func afterNationality(_ passage: Passage, _ first: Int, _ said: String) -> String {
    guard passage.grammar.has(.stacksNouns), let before = passage.preceding(first),
      before == first - 1, passage.isCountry(before), let article = passage.preceding(before),
      passage.has(article, .determiner)
    else { return said }
    return English.split(said).rest
  }

  private func job(
    _ passage: Passage, _ index: Int, coordinated: Bool = false
  ) -> (Int, Int, String)? {
    guard passage[index].isWord else { return nil }
    if passage.grammar.has(.opensWithNoun) { return FrenchTrade.find(passage, index) }
    if let trade = Trade.find(passage, index) { return trade }
    // Where trades take no capital, one inside a sentence is a surname ("Коваль").
    if passage.isSlavic || passage[index].isCyrillic, passage[index].shape == .title,
      !passage[index].opensSentence
    {
      return nil
    }
    var cursor = index
    var modifiers = 0
    var head = passage.match(cursor, .job)
    var steps = 0
    while steps < 6 {
      // A modifier before the head: listed, or in English another job or a plain noun.
      if let head, let next = passage.following(head.last), passage.match(next, .job) == nil {
        break
      }
      if let found = head, let next = passage.following(found.last),
        let more = passage.match(next, .job),
        passage.grammar.has(.stacksNouns)
      {
        modifiers += 1
        cursor = next
        head = more
        steps += 1
        continue
      }
      if head != nil { break }
      guard let match = passage.match(cursor, .jobModifier) ?? plainModifier(passage, cursor),
        let next = passage.following(match.last)
      else { return nil }
      modifiers += 1
      cursor = next
      head = passage.match(cursor, .job)
      steps += 1
    }
    guard var found = head else { return nil }
    if passage.isSlavic, let rank = passage.match(index, .rank), rank.last == found.last {
      // "старший лейтенант" is a rank; with a name after it, the name is what is masked.
      modifiers = 0
      if let next = passage.following(found.last), passage[next].isCapitalized { return nil }
    }
    // "crane fitter and union delegate"
    if let and = passage.following(found.last), passage.has(and, .conjunction),
      passage[and].value <= 3,
      let next = passage.following(and),
      passage.match(next, .job) != nil || passage.match(next, .jobModifier) != nil,
      let (_, last, _) = job(passage, next, coordinated: true)
    {
      found = (last, found.value)
      modifiers += 1
    }
    if modifiers == 0, passage.isSlavic, found.last == index,
      passage.endsAsMasculinePlural(index), tail(passage, found.last).1 == false
    {
      // "историки любят говорить": all of a trade, nobody of it.
      return nil
    }
    if isVerb(passage, found.last) { return nil }
    let (last, hasTail) = tail(passage, found.last)
    // "Russian President Vladimir Putin", "Chairman Aung": a title goes with its name.
    if passage.has(found.last, .title)
      || passage.grammar.has(.stacksNouns) && found.last == index && passage[index].shape == .title,
      let next = passage.following(found.last),
      passage[next].isCapitalized
    {
      return nil
    }
    // A table marks a trade that is too broad by itself with "~".
    let isMarked = found.value.hasPrefix("~")
    let said = isMarked ? String(found.value.dropFirst()) : found.value
    if coordinated { return (index, last, said) }
    let isBroad =
      modifiers == 0 && (isMarked || !isNarrow(passage, index, isPhrase: found.last > index))
    guard !isBroad || hasTail && !Self.plain.contains(passage[found.last].key) else { return nil }
    if modifiers == 0, !hasTail, !isPredicated(passage, index) { return nil }
    return (index, last, said)
  }

  /// "people judge their rulers": a trade that is a verb too, before an article or a possessive.
  private func isVerb(_ passage: Passage, _ index: Int) -> Bool {
    guard passage.grammar.has(.stacksNouns), Self.verbs.contains(passage[index].key),
      let next = passage.following(index), let before = passage.preceding(index)
    else { return false }
    return (passage.has(next, .possessive) || passage.has(next, .determiner))
      && !passage.has(before, .determiner) && !passage.has(before, .possessive)
  }

  private static let verbs = WordList("job-verbs")

  /// In English any noun or adjective narrows a job it stands before ("dental nurse"), after an
  /// article; but the commonest adjectives narrow nothing.
  private func plainModifier(_ passage: Passage, _ index: Int) -> (last: Int, value: String)? {
    guard passage.grammar.has(.stacksNouns), passage[index].shape == .lower,
      passage.isOrdinary(index),
      let next = passage.following(index), let head = passage.match(next, .job),
      !Self.plain.contains(passage[head.last].key), let article = passage.preceding(index),
      passage.has(article, .determiner) || passage.has(article, .auxiliary),
      !passage.isGrammar(index), !Self.vague.contains(passage[index].key),
      passage.cardinal(index) == nil,
      !passage.has(index, .speech), passage.ordinal(index) == nil
    else { return nil }
    return (index, "")
  }

  private static let vague = WordList("job-vague")

  /// A quick no for most English words.
  private func mayOpen(_ passage: Passage, _ index: Int) -> Bool {
    !passage.grammar.has(.stacksNouns) || passage.mayMatch(index, Self.openers)
      || mayNarrow(passage, index)
  }

  /// What an English word that opens a job is a sign of.
  private static var openers: UInt64 { Cue.job.bit | Cue.jobModifier.bit | Cue.jobVerb.bit }
  private static var jobs: UInt64 { Cue.job.bit }

  /// A quick no: whether `plainModifier` may say yes.
  private func mayNarrow(_ passage: Passage, _ index: Int) -> Bool {
    guard passage[index].isWord, passage[index].shape == .lower,
      let next = passage.following(index)
    else { return false }
    return passage.mayMatch(next, Self.jobs)
  }

  /// "at Malalai hospital", "of the company", "in the salt office": what narrows a job after it.
  private func tail(_ passage: Passage, _ index: Int) -> (Int, Bool) {
    if passage.isSlavic, let last = slavicTail(passage, index) { return (last, true) }
    guard let of = passage.following(index), Self.tailWords.contains(passage[of].key),
      passage[of].isCapitalized == false
    else { return (index, false) }
    var cursor = of
    var last = index
    var isNarrowed = false
    for _ in 0..<7 {
      guard let next = passage.following(cursor) else { break }
      // A formation or a body with a name is masked by itself, and narrows all the same.
      if passage[next].isNumber || passage[next].isCapitalized { return (last, true) }
      if cursor == of, passage[of].key == Self.of, passage[next].shape == .lower,
        passage.isOrdinary(next), !passage.has(next, .determiner), !passage.has(next, .possessive),
        !passage.has(next, .pronoun)
      {
        // "student of agronomy".
        last = next
        isNarrowed = true
        cursor = next
        continue
      }
      if let match = passage.match(next, .jobPlace) ?? passage.match(next, .body)
        ?? passage.match(next, .unitNoun)
      {
        last = match.last
        isNarrowed = true
        cursor = match.last
        guard let after = passage.following(cursor),
          Self.tailWords.contains(passage[after].key) || passage.match(after, .body) != nil
        else { break }
        continue
      }
      let continues =
        passage.has(next, .determiner) || passage.has(next, .possessive)
        || passage.match(next, .jobModifier) != nil || passage.match(next, .unitModifier) != nil
        || passage.ordinal(next) != nil
        || passage.isOrdinary(next)
          && !passage.has(next, .pronoun) && !passage.has(next, .auxiliary)
          && !passage.has(next, .conjunction) && !passage.has(next, .preposition)
      guard continues else { break }
      cursor = next
    }
    return (last, isNarrowed)
  }

  /// "химии", "второй роты", "в районном акимате", "по ремонту швейных машин": without a
  /// preposition, or after one that is in the table of tails.
  private func slavicTail(_ passage: Passage, _ index: Int) -> Int? {
    guard var next = passage.following(index),
      passage[next].shape == .lower || passage[next].isNumber
    else { return nil }
    if passage.has(next, .preposition) {
      guard Self.slavicTails.contains(passage[next].key), let after = passage.following(next) else {
        return nil
      }
      next = after
    }
    var last: Int?
    for _ in 0..<6 {
      if let match = passage.match(next, .jobPlace) ?? passage.match(next, .body)
        ?? passage.match(next, .unitNoun)
      {
        // A body with a name is masked by itself; its number goes with the trade.
        let after = match.last + 1
        if after < passage.count, passage[after].isMark("«") { return last ?? index }
        last = match.last
        if after + 1 < passage.count, passage[after].isMark("№"), passage[after + 1].isNumber {
          return after + 1
        }
      } else if let ordinal = passage.ordinal(next) {
        next = ordinal.last
      } else if passage.match(next, .unitModifier) == nil,
        passage.match(next, .jobModifier) == nil,
        !passage.endsAsAdjective(next)
          || passage.has(next, .pronoun) || passage.has(next, .preposition)
      {
        break
      }
      guard let more = passage.following(max(next, last ?? next)),
        passage[more].shape == .lower
          || passage[more].isNumber
      else { break }
      next = more
    }
    return last
  }

  private static let slavicTails = WordList("job-slavic-tails")
  private static let of = FoldedKey(folded: "of")

  private static let plain = WordList("job-plain")

  private static let tailWords = WordList("job-tail-words")

  /// A job that few have even without more, as the table marks it: any but the broad ones.
  private func isNarrow(_ passage: Passage, _ index: Int, isPhrase: Bool) -> Bool {
    !Self.broad.contains(passage[index].key) && (isPhrase || !passage.has(index, .broadJob))
  }

  private static let broad = WordList("job-broad")

  /// Whether somebody is said to be it: after "was a", "as a", a comma, "worked as".
  private func isPredicated(_ passage: Passage, _ index: Int) -> Bool {
    guard index > 0 else { return false }
    if passage[index - 1].isMark(",") || passage[index - 1].isMark("(") { return true }
    guard let before = passage.preceding(index) else { return passage[index].opensSentence }
    if !passage.grammar.has(.stacksNouns) { return true }
    if passage.has(before, .determiner) {
      guard let verb = passage.preceding(before) else {
        return before > 0 && passage[before - 1].isMark(",") || passage[before].opensSentence
      }
      return passage.has(verb, .auxiliary) || Self.predicates.contains(passage[verb].key)
    }
    return passage.has(before, .auxiliary) || Self.predicates.contains(passage[before].key)
      || passage.has(before, .possessive)
  }

  private static let predicates = WordList("job-predicates")
}
