/// Trades in French, where what narrows a trade comes after it: "greffier au tribunal de Bouar",
/// "professeur de piano", "infirmière militaire"; and trades said with a verb: "vend du manioc".
enum FrenchTrade {
  /// The tokens of the trade that begins at `index`, and the general word for it.
  static func find(_ passage: Passage, _ index: Int) -> (Int, Int, String)? {
    if let stated = stated(passage, index) { return stated }
    guard
      passage[index].shape == .lower || passage[index].opensSentence
        || passage[index].shape == .upper
    else { return nil }
    if let verb = withVerb(passage, index) { return verb }
    guard var found = one(passage, index) else { return nil }
    // "creuseur, chef d'équipe au puits 17"
    while let next = continuation(passage, found.1), let more = one(passage, next) {
      found.1 = more.1
    }
    return found
  }

  private static func continuation(_ passage: Passage, _ last: Int) -> Int? {
    guard last + 2 < passage.count,
      passage[last + 1].isMark(",")
        || passage.has(last + 1, .conjunction) && passage[last + 1].value == 2
    else { return nil }
    return passage[last + 2].isWord && passage[last + 2].shape == .lower ? last + 2 : nil
  }

  private static func one(_ passage: Passage, _ index: Int) -> (Int, Int, String)? {
    var cursor = index
    var isOnly = false
    for _ in 0..<2 where leading.contains(passage[cursor].key) {
      isOnly = isOnly || only.contains(passage[cursor].key)
      guard let next = passage.following(cursor) else { return nil }
      cursor = next
    }
    guard var head = passage.match(cursor, .job), !isLabel(passage, cursor) else { return nil }
    if studies.contains(head.value) { return (index, head.last, head.value) }
    guard !isPlural(passage, index) else { return nil }
    // "sergent-chef Traoré", "l'adjudant-chef": a rank of several words is a plain head.
    if let rank = passage.match(cursor, .rank), rank.last > cursor, rank.last >= head.last {
      if passage.following(rank.last).map({ passage[$0].isCapitalized }) ?? false { return nil }
      head.last = rank.last
      return isOnly ? (index, head.last, head.value) : nil
    }
    if cursor == head.last, let next = passage.following(head.last), next == head.last + 1,
      passage[next].isCapitalized,
      passage.has(cursor, .honorific) || passage.has(cursor, .rank) || passage.has(cursor, .title)
    {
      return nil
    }
    let tail = tail(passage, head.last)
    let isBroad = head.last == cursor && broad.contains(passage[cursor].key)
    if isBroad {
      guard isOnly || tail.isStrong || tail.isWeak && !plain.contains(passage[cursor].key)
      else { return nil }
    } else if !isOnly, !tail.isStrong, !tail.isWeak, !isSaidOfSomebody(passage, index) {
      return nil
    }
    return (index, tail.last, head.value)
  }

  private struct Tail {
    var last: Int
    /// What is taught, driven, sold: it is part of the trade.
    var isStrong = false
    /// Where it is done.
    var isWeak = false
  }

  /// Adjectives and complements after the word for a trade.
  private static func tail(_ passage: Passage, _ index: Int) -> Tail {
    var tail = Tail(last: index)
    for _ in 0..<5 {
      guard let next = passage.following(tail.last), passage[next].isWord else { break }
      if let match = passage.match(next, .jobModifier),
        !links.contains(passage[next].key)
          || match.last > next, passage[next].shape == .lower
      {
        tail.last = match.last
        tail.isStrong = true
        continue
      }
      guard links.contains(passage[next].key), passage[next].shape == .lower,
        var noun = passage.following(next)
      else { break }
      if passage.has(noun, .determiner) || passage.has(noun, .possessive),
        let further = passage.following(noun), passage.match(noun, .jobPlace) == nil
      {
        noun = further
      }
      if let match = passage.match(noun, .jobPlace) ?? passage.match(noun, .body)
        ?? passage.match(noun, .unitNoun),
        passage[noun].shape == .lower || passage.match(noun, .body) != nil
      {
        tail.last = named(passage, match.last)
        tail.isWeak = true
        tail.isStrong = tail.isStrong || passage.has(noun, .jobModifier)
      } else if let match = passage.match(noun, .jobModifier), passage[noun].shape == .lower {
        tail.last = match.last
        tail.isStrong = true
      } else {
        if passage[noun].isCapitalized, !passage.isCountry(noun), !passage.has(noun, .ordinary),
          passage.match(noun, .publicBody) == nil
        {
          tail.isWeak = true
        }
        break
      }
    }
    return tail
  }

  /// The name or number of the place of work: "paroisse Saint-Kizito", "puits 17".
  private static func named(_ passage: Passage, _ index: Int) -> Int {
    var last = index
    var cursor = index
    // "une société de ciment"
    if let of = passage.following(index), Self.of.contains(passage[of].key),
      let what = passage.following(of), passage[what].shape == .lower, passage.isOrdinary(what),
      !passage.isGrammar(what), passage.match(what, .placeNoun) == nil
    {
      last = what
      cursor = what
    }
    for _ in 0..<8 {
      guard let next = passage.following(cursor) else { break }
      if passage[next].isWord, passage[next].value == 1, passage.has(next, .identifierCue),
        next + 2 < passage.count, passage[next + 1].isMark("°"), passage[next + 2].isNumber
      {
        // "hôpital n° 4"
        last = next + 2
        break
      }
      if passage[next].isNumber, passage[next].digits <= 3 || cursor != index {
        last = next
      } else if passage[next].isCapitalized, !passage[next].opensSentence,
        !passage.isCountry(next), passage.match(next, .publicBody) == nil
      {
        last = next
      } else if !(passage.has(next, .preposition) && passage[next].value <= 3)
        && !passage.has(next, .determiner)
      {
        break
      }
      cursor = next
    }
    return last
  }

  // MARK: What makes it somebody's

  /// "est soudeur", "comme soudeur", ", soudeur", "cette couturière".
  private static func isSaidOfSomebody(_ passage: Passage, _ index: Int) -> Bool {
    guard index > 0 else { return true }
    let mark = passage[index - 1]
    if mark.kind == .newline { return true }
    if mark.kind == .mark, !Passage.joins(mark) {
      return mark.isMark(",") || mark.isMark("(") || mark.isMark(":")
    }
    guard let before = passage.preceding(index) else { return true }
    if this.contains(passage[before].key) { return true }
    if passage.has(before, .auxiliary) || predicates.contains(passage[before].key) { return true }
    guard passage.has(before, .determiner) else { return false }
    if before > 0, passage[before - 1].isMark(",") { return true }
    guard let verb = passage.preceding(before) else { return false }
    return (passage.has(verb, .auxiliary) && passage[verb].value > 1)
      || predicates.contains(passage[verb].key)
  }

  private static func isPlural(_ passage: Passage, _ index: Int) -> Bool {
    guard let before = passage.preceding(index) else { return false }
    if plurals.contains(passage[before].key) || passage[before].isNumber { return true }
    return passage.cardinal(before).map { $0.value > 1 } ?? false
  }

  private static func isLabel(_ passage: Passage, _ index: Int) -> Bool {
    guard let match = passage.match(index, .label) else { return false }
    return passage.isFollowed(match.last, by: ":")
  }

  /// "Profession : soudeur sur le port": what stands on the line.
  private static func stated(_ passage: Passage, _ index: Int) -> (Int, Int, String)? {
    guard index >= 2, passage[index - 1].isMark(":"), labels.contains(passage[index - 2].key),
      passage[index].isWord
    else { return nil }
    var last = index
    while last + 1 < passage.count, last - index < 12, passage[last + 1].kind != .newline,
      passage[last + 1].kind != .mark || Passage.joins(passage[last + 1])
    {
      last += 1
    }
    return (index, last, passage.match(index, .job)?.value ?? "une profession")
  }

  /// "vend des beignets", "réparait des vélos".
  private static func withVerb(_ passage: Passage, _ index: Int) -> (Int, Int, String)? {
    guard let verb = passage.match(index, .jobVerb), passage[index].shape == .lower,
      let subject = passage.preceding(index), !passage.has(subject, .determiner),
      passage.has(subject, .pronoun) || passage.has(subject, .kinship)
        || passage[subject].isCapitalized,
      let article = passage.following(verb.last), partitives.contains(passage[article].key)
    else { return nil }
    var noun = passage.following(article)
    if let la = noun, passage.has(la, .determiner) { noun = passage.following(la) }
    guard let noun, passage[noun].shape == .lower, passage.isOrdinary(noun),
      !passage.has(noun, .pronoun), !passage.has(noun, .preposition)
    else { return nil }
    var last = noun
    if let of = passage.following(last), links.contains(passage[of].key),
      let more = passage.following(of), let match = passage.match(more, .jobModifier),
      passage[more].shape == .lower, passage.match(more, .placeNoun) == nil,
      passage.match(more, .jobPlace) == nil
    {
      last = match.last
    }
    // "vendait du poisson fumé"
    while let next = passage.following(last), next == last + 1, passage[next].shape == .lower,
      passage.isOrdinary(next), !passage.isGrammar(next),
      Array(passage.bytes[Int(passage[next].start)..<Int(passage[next].end)])
        .endsWithAny("é ée és ées")
    {
      last = next
    }
    return (index, last, verb.value)
  }

  // MARK: Words

  private static let studies: Set<String> = ["une formation", "des études"]
  private static let links = WordList("trade-links")
  private static let partitives = WordList("trade-partitives")
  private static let this = WordList("trade-this")
  private static let labels = WordList("trade-labels")
  private static let leading = WordList("trade-leading")
  private static let only = WordList("trade-only")
  private static let plurals = WordList("trade-plurals")
  private static let predicates = WordList("trade-predicates")
  private static let broad = WordList("trade-broad")
  /// Heads so plain that where it is done singles nobody out either.
  private static let of: WordList = ["de", "d"]
  private static let plain = WordList("trade-plain")
}
