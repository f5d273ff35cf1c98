/// Places below the country: from the table of places, and after the words that announce one.
struct PlaceRecognizer: Recognizer {
  let name = "place"

  func find(in passage: Passage, into mentions: inout [Mention]) {
    var index = 0
    while index < passage.count {
      if passage[index].isCapitalized, let found = place(passage, index) {
        mentions.append(found.0)
        index = found.1 + 1
      } else {
        index += 1
      }
    }
  }

  private func place(_ passage: Passage, _ index: Int) -> (Mention, Int)? {
    if EnglishSaints.nameThing(passage, index) { return nil }
    if let natural = withNounFirst(passage, index) { return natural }
    guard
      !passage.isExplained(index)
        || passage.has(index, .rank) == false
          && passage.lexicon.longestPlace(startingWith: passage[index].key) > 1
    else { return nil }
    if let found = FrenchPlaceNames.contracted(passage, index) {
      let expression = PlaceExpression(fact: found.fact, sort: nil, key: found.key)
      return (
        mention(
          passage, index, index, .place, "in the table of places, with its article",
          confidence: 0.8, detail: .place(expression)), index
      )
    }
    let noun = nounBefore(passage, index)
    let isCued = isCued(passage, index)
    let pair = passage.isSlavic ? SlavicPlaceForms.twoWords(passage, index) : nil
    if let (fact, last, key) = tabled(passage, index), pair == nil || last > index,
      accepts(passage, index, last, fact, isCued: isCued || noun != nil),
      !passage.grammar.has(.opensWithNoun) || last > index || !passage.isExplained(index)
    {
      if isCued, let longer = longerName(passage, last) {
        // "Tal Afar" where the table knows only a Tal: another place.
        let expression = PlaceExpression(fact: nil, sort: noun, key: key)
        return (
          mention(
            passage, index, longer, .place, "after a word of place", confidence: 0.7,
            detail: .place(expression)), longer
        )
      }
      let (close, sort) = withNoun(passage, compound(passage, last))
      let end = FrenchPlaceNames.withDepartment(
        passage, FrenchPlaceNames.ofSaint(passage, index, close))
      // "barrio La Paz": a quarter that bears a city's name is not that city.
      let isOther = (sort ?? noun).map { Self.small.contains($0) && fact.size >= .city } ?? false
      let expression = PlaceExpression(
        fact: isOther ? nil : fact, sort: sort ?? noun,
        key: sort == nil ? key : key.followed(by: Self.nounKey))
      if passage.grammar.has(.opensWithNoun), sort == nil, let facility = facility(passage, index) {
        return (
          mention(
            passage, facility.first, end, .place, "beside a word for a place", confidence: 0.8,
            detail: .place(PlaceExpression(fact: nil, sort: facility.sort, key: key))), end
        )
      }
      var found = mention(
        passage, FrenchPlaceNames.withNoun(passage, index), end, .place, "in the table of places",
        confidence: fact.isOrdinaryWord ? 0.7 : 0.9, detail: .place(expression))
      found.needsReview = fact.isAmbiguous && fact.isOrdinaryWord
      return (found, end)
    }
    if let (last, sort) = pair.map({ ($0, noun) }) ?? SlavicPlaceForms.byForm(passage, index) {
      let key =
        pair == nil ? passage[index].key : passage[index].key.followed(by: passage[last].key)
      return (
        mention(
          passage, index, last, .place, "the form of a place's name", confidence: 0.7,
          detail: .place(PlaceExpression(fact: nil, sort: sort, key: key))), last
      )
    }
    // "the village of X", "X district", "near X".
    guard isPlaceName(passage, index) else { return nil }
    var last = index
    while let next = passage.following(last), passage[next].shape == .title,
      !passage.isExplained(next), next - index < 5
    {
      last = next
    }
    last = compound(passage, last)
    let (end, sort) = withNoun(passage, last)
    if let sort = noun ?? sort {
      var first = facility(passage, index)?.first ?? index
      // "Al-Jabal neighbourhood"
      while first >= 2, Passage.isHyphen(passage[first - 1]), !passage[first].gap,
        passage[first - 2].isCapitalized, !passage[first - 1].gap
      {
        first -= 2
      }
      if first == index { first = FrenchPlaceNames.withNoun(passage, index) }
      return (
        mention(
          passage, first, end, .place, "beside a word for a place", confidence: 0.8,
          detail: .place(PlaceExpression(fact: nil, sort: sort, key: passage[index].key))), end
      )
    }
    guard isCued, !passage[index].opensSentence, passage[index].shape != .initial,
      passage.nameFacts(
        isHalf(passage, index) && passage[index].value <= 3 ? index + 2 : index
      )
      .intersection([.givenMale, .givenFemale, .patronymic]).isEmpty,
      !passage.isOrdinary(index) || isNamedCrossing(passage, index, last)
        || passage.isSlavic
          && (isHalf(passage, index) || passage[index].shape == .title && passage[index].value >= 4)
        || passage.grammar.has(.opensWithNoun) && last > index
          && FrenchPlaceNames.isSaint(passage, index),
      !passage.isPossessor(last)
    else { return nil }
    return (
      mention(
        passage, index, last, .place, "after a word of place", confidence: 0.6,
        detail: .place(PlaceExpression(fact: nil, sort: nil, key: passage[index].key))), last
    )
  }

  /// "at Coomb Cross": in English two ordinary words with capitals right after "at", "in" or "near".
  private func isNamedCrossing(_ passage: Passage, _ index: Int, _ last: Int) -> Bool {
    guard passage.grammar.has(.stacksNouns), last > index, let before = passage.preceding(index),
      before == index - 1, Self.within.contains(passage[before].key)
    else { return false }
    return (index...last).allSatisfy {
      !passage[$0].isWord
        || passage[$0].shape == .title && !passage.has($0, .body)
          && !passage.has($0, .ordinary) && passage.match($0, .publicBody) == nil
    }
  }

  private static let within = WordList("place-within")

  /// "Río Pescado", "Lake Issyk": a word for a place with a capital, and a name.
  private func withNounFirst(_ passage: Passage, _ index: Int) -> (Mention, Int)? {
    guard passage[index].shape == .title, let sort = passage.value(index, .placeNoun),
      !passage[index].opensSentence, let next = passage.following(index), next == index + 1,
      passage[next].shape == .title, !passage.isExplained(next), passage.grammar.has(.stacksNouns)
    else { return nil }
    var last = next
    while let more = passage.following(last), more == last + 1, passage[more].shape == .title,
      !passage.isExplained(more)
    {
      last = more
    }
    return (
      mention(
        passage, index, last, .place, "a word for a place and a name", confidence: 0.8,
        detail: .place(PlaceExpression(fact: nil, sort: sort, key: passage[next].key))), last
    )
  }

  /// The longest name in the table that begins at `index`.
  private func tabled(_ passage: Passage, _ index: Int) -> (PlaceFact, Int, FoldedKey)? {
    var best: (PlaceFact, Int, FoldedKey)?
    let longest = passage.lexicon.longestPlace(startingWith: passage[index].key)
    var key = passage[index].key
    var last = index
    if longest > 0 {
      for word in 1...longest {
        if let fact = passage.lexicon.place(key), passage[last].isCapitalized {
          best = (fact, last, key)
        }
        guard word < longest, let next = passage.following(last), passage[next].isWord else {
          break
        }
        key = key.followed(by: passage[next].key)
        last = next
      }
    }
    if best == nil, passage[index].isCyrillic {
      for key in Lemma.candidates(passage.folded(index)).dropFirst() {
        if let fact = passage.lexicon.place(key), !fact.isOrdinaryWord, !fact.isAlternateName {
          return (fact, index, key)
        }
      }
    }
    return best
  }

  private func accepts(
    _ passage: Passage, _ index: Int, _ last: Int, _ fact: PlaceFact, isCued: Bool
  ) -> Bool {
    let isSingle = last == index
    let token = passage[index]
    if token.shape == .initial { return false }
    // "La Croix-Rouge a …" opens a sentence with its article.
    if passage.grammar.has(.opensWithNoun), token.opensSentence, passage.has(index, .determiner) {
      return false
    }
    // "j'écris à Paul": a first name, unless a city has it.
    if passage.grammar.has(.opensWithNoun), isSingle, fact.size < .town || fact.size == .region,
      !passage.nameFacts(index).intersection([.givenMale, .givenFemale]).isEmpty
    {
      return false
    }
    // A part of a compound is no place of its own.
    if index >= 2, Passage.isHyphen(passage[index - 1]), !passage[index].gap { return false }
    if passage.isCuedAsPerson(index) != nil { return false }
    var score = isCued ? 2 : 0
    if !isSingle { score += 2 }
    if fact.size >= .city { score += 1 }
    if fact.size == .region || fact.isCapital { score += 1 }
    if fact.populationClass >= 8 { score += 1 }
    let facts = passage.nameFacts(index)
    let ordinary = passage.isOrdinary(index)
    // "двоє дітей — Мілана й Марк": no place opens a clause in the genitive.
    if passage.isSlavic, isSingle, !isCued, token.opensSentence, fact.isInflected { score -= 4 }
    if isSingle {
      if ordinary { score -= token.opensSentence ? 4 : 1 } else { score += 1 }
      if !facts.intersection(.given).isEmpty { score -= 2 }
      if facts.contains(.surname), fact.populationClass < 8 { score -= 1 }
      if fact.isAlternateName { score -= 1 }
      if token.shape == .upper, token.value <= 4 { score -= 2 }
      if passage.has(index, .ordinary) { score -= 3 }
      // "Rule 59", "Chamber 3": a word and its number.
      if ordinary, passage.grammar.has(.stacksNouns), let next = passage.following(last),
        next == last + 1, passage[next].isNumber
      {
        score -= 3
      }
    }
    if passage.grammar.has(.opensWithNoun), fact.size >= .town,
      let before = passage.preceding(index),
      FrenchNames.isTowards(passage, before)
    {
      score += 1
    }
    if let next = passage.following(last), !isCued, passage[next].isCapitalized, isSingle,
      !passage[next].opensSentence, !passage.isExplained(next), next == last + 1
    {
      // A capitalised word after it: rather a name of somebody or of a body.
      score -= 1
    }
    if let next = passage.following(last), passage.has(next, .speech), !isCued { score -= 1 }
    // "Tower 3", "Block 12": an ordinary word with its number.
    if isSingle, ordinary || passage.has(index, .building), last + 1 < passage.count,
      passage[last + 1].isNumber, passage[last + 1].digits <= 3
    {
      score -= 3
    }
    return score >= 1
  }

  /// Whether a preposition of place, or a list of places, stands before.
  private func isCued(_ passage: Passage, _ index: Int) -> Bool {
    guard var before = passage.preceding(index) else {
      // "Caen, Paris, Lyon": a comma after a place.
      guard index >= 2, passage[index - 1].isMark(","), passage[index - 2].isCapitalized else {
        return false
      }
      return tabled(passage, index - 2).map { $0.0.size >= .town && !$0.0.isOrdinaryWord } ?? false
    }
    if passage.has(before, .determiner) || passage.has(before, .direction),
      let further = passage.preceding(before)
    {
      before = further
    }
    return passage.has(before, .placeCue)
  }

  /// The word for a place before a name: "the village of X", "село X", "г. X".
  private func nounBefore(_ passage: Passage, _ index: Int) -> String? {
    var before = FrenchPlaceNames.head(passage, index) - 1
    guard before >= 0 else { return nil }
    if passage[before].isMark("."), before > 0 {
      if passage[before - 1].value > 3 { return nil }  // "dans la forêt. Mangeant …"
      before -= 1
    }
    if passage.grammar.has(.opensWithNoun), before > 0, Passage.isApostrophe(passage[before]) {
      before -= 1
    }
    if passage.grammar.has(.opensWithNoun), passage.has(before, .determiner),
      let further = passage.preceding(before), passage.has(further, .preposition)
    {
      before = further
    }
    if passage.grammar.has(.stacksNouns)
      ? passage[before].key == Self.of
      : passage.has(before, .preposition) && passage[before].value <= 3
        && !FrenchNames.isAccented(passage, before),
      let noun = passage.preceding(before)
    {
      before = noun
    }
    // "с." and "г." are words for a place, "с" and "г" are not.
    if passage.isSlavic, passage[before].value <= 2, !passage.isFollowed(before, by: ".") {
      return nil
    }
    if passage.has(before, .naming), let noun = passage.preceding(before) {
      return passage.value(noun, .placeNoun)
    }
    // "2024 р.", "2019 г.": there it is the year.
    if passage.isSlavic, before > 0, passage[before - 1].isNumber { return nil }
    return passage.value(before, .placeNoun)
  }

  /// The end of a hyphenated compound that begins with the name: "Kart-e-Parwan".
  private func compound(_ passage: Passage, _ last: Int) -> Int {
    var end = last
    // No name of a place has more parts than that.
    while end + 2 < passage.count, Passage.isHyphen(passage[end + 1]), !passage[end + 1].gap,
      !passage[end + 2].gap, passage[end + 2].isWord, end - last < 32
    {
      end += 2
    }
    return end
  }

  /// The end of a name of which the table knows only the beginning.
  private func longerName(_ passage: Passage, _ last: Int) -> Int? {
    var end = last
    while end + 1 < passage.count, passage[end + 1].shape == .title, passage[end + 1].gap,
      !passage[end + 1].opensSentence, !passage.isCountry(end + 1),
      !passage.has(end + 1, .placeNoun),
      !passage.has(end + 1, .month), !passage.has(end + 1, .weekday),
      !passage.isOrdinary(end + 1)
        || passage.has(end + 1, .trait),
      passage.match(end + 1, .body) == nil
    {
      end += 1
    }
    return end > last ? end : nil
  }

  private static let small = WordList("place-small")
  private static let of = FoldedKey(folded: "of")
  private static let state = FoldedKey(folded: "state")
  private static let nounKey = FoldedKey(folded: "region")

  /// In French a market, a bridge, a camp, a quarter takes its name after it: the word belongs to
  /// the place, which is not the town of that name ("marché de Manille").
  private func facility(_ passage: Passage, _ index: Int) -> (first: Int, sort: String)? {
    guard passage.grammar.has(.opensWithNoun) else { return nil }
    var before = FrenchPlaceNames.head(passage, index)
    for _ in 0..<3 {
      guard let previous = passage.preceding(before), !FrenchNames.isAccented(passage, previous)
      else { return nil }
      before = previous
      if let sort = passage.value(before, .placeNoun) {
        guard Self.facilities.contains(sort) else { return nil }
        // "camp de réfugiés de", "poste frontière de".
        while let wider = passage.preceding(before), passage[wider].shape == .lower,
          let match = passage.match(wider, .placeNoun), match.last >= before
        {
          before = wider
        }
        return (before, sort)
      }
      guard passage.has(before, .preposition) || passage.has(before, .determiner),
        passage[before].value <= 3
      else { return nil }
    }
    return nil
  }

  private static let facilities = WordList("place-facilities")

  /// Takes in "region" of "Moscow region".
  private func withNoun(_ passage: Passage, _ last: Int) -> (Int, String?) {
    // "Bolívar state": by itself the word has other meanings.
    if passage.grammar.has(.stacksNouns), let next = passage.following(last), next == last + 1,
      passage[next].key == Self.state, passage[next].shape == .lower,
      passage.following(next).map({ !passage.has($0, .body) && !passage.has($0, .job) }) ?? true
    {
      return (next, "a region")
    }
    guard let next = passage.following(last), let noun = passage.match(next, .placeNoun),
      passage[next].gap,
      !passage.isSlavic || passage.endsAsRelational(last)
        || passage.endsAsAdjective(last)
          && passage[next].value > 2
    else { return (last, nil) }
    return (noun.last, noun.value)
  }

  /// "Ак" of "Ак-Талаа".
  private func isHalf(_ passage: Passage, _ index: Int) -> Bool {
    index + 2 < passage.count && Passage.isHyphen(passage[index + 1]) && !passage[index + 1].gap
      && passage[index + 2].isCapitalized && !passage[index + 2].gap
  }

  private func isPlaceName(_ passage: Passage, _ index: Int) -> Bool {
    let token = passage[index]
    return (token.shape == .title || token.shape == .mixed || token.shape == .upper)
      && (token.value >= 3 || passage.isSlavic && isHalf(passage, index)
        || FrenchPlaceNames.isShortHalf(passage, index))
      && !passage.isExplained(index)
      && (passage.isCuedAsPerson(index) == nil || isDistrict(passage, index))
  }

  /// "судья Шугнанского района": a title before it makes no name of the adjective.
  private func isDistrict(_ passage: Passage, _ index: Int) -> Bool {
    passage.isSlavic && passage.endsAsRelational(index)
      && passage.following(index).map { passage.has($0, .placeNoun) } == true
  }
}
