/// Faith of a minority, ethnic group, health, body, family pattern.
struct TraitRecognizer: Recognizer {
  let name = "trait"

  func find(in passage: Passage, into mentions: inout [Mention]) {
    var index = 0
    while index < passage.count {
      if let match = passage.match(index, .trait),
        !passage.isSlavic || !passage[index].isCapitalized || passage[index].opensSentence,
        !isPartOfName(passage, index, match.last),
        isMeant(passage, index, match.value) || passage.isSlavic && match.last > index
      {
        mentions.append(
          mention(
            passage, start(passage, index), end(passage, withSign(passage, match.last)),
            .demographic,
            "a trait that singles out", confidence: 0.7,
            detail: .general(
              Looks.isLanguage(passage, index, match.last)
                ? "a minority language"
                : withSign(passage, match.last) > match.last ? "ill" : match.value)))
        index = match.last + 1
      } else if let last = FrenchFamily.find(passage, index) {
        mentions.append(
          mention(
            passage, index, last, .demographic, "how many children somebody has", confidence: 0.7,
            detail: .general("parent")))
        index = last + 1
      } else if let last = Looks.find(passage, index) {
        mentions.append(
          mention(
            passage, index, last, .demographic, "how a body looks", confidence: 0.7,
            detail: .general(
              Looks.isHeight(passage, last) ? "a certain height" : Looks.noun(passage, last))))
        index = last + 1
      } else {
        index += 1
      }
    }
  }

  private static let halves = WordList("trait-halves")
  /// "HIV+"
  private func withSign(_ passage: Passage, _ last: Int) -> Int {
    guard last + 1 < passage.count, passage[last + 1].isMark("+"), !passage[last + 1].gap else {
      return last
    }
    return last + 1
  }

  /// English writes peoples and faiths with a capital: "even" and "lak" are no peoples.
  private func isMeant(_ passage: Passage, _ index: Int, _ value: String) -> Bool {
    if passage.isGrammar(index) { return false }
    guard passage.grammar.has(.capitalizesPeoples) else { return true }
    if value.hasPrefix("of an ethnic") || value.hasPrefix("of a religious") {
      return passage[index].isCapitalized
        && (!passage[index].opensSentence || !passage.isOrdinary(index))
        && passage.isCuedAsPerson(index) == nil
    }
    return true
  }

  /// "seven months pregnant", "врождённая глухота": a number or an adjective before the trait.
  private func start(_ passage: Passage, _ index: Int) -> Int {
    var first = index
    for _ in 0..<3 {
      guard let before = passage.preceding(first), passage[before].isWord,
        passage.match(before, .traitCue) != nil
          || passage.cardinal(before).map({ $0.value > 1 || !passage.grammar.has(.hasOneAsArticle) }
          ) ?? false
          || passage.has(before, .trait)
      else { break }
      first = before
    }
    if let before = passage.preceding(first), let number = passage.cardinal(before),
      number.value > 1 || !passage.grammar.has(.hasOneAsArticle)
    {
      first = before
    }
    // "half Ossetian", "part-Nubian"
    if passage.grammar.has(.stacksNouns), first > 0 {
      let before = Passage.isHyphen(passage[first - 1]) ? first - 2 : first - 1
      if before >= 0, Self.halves.contains(passage[before].key), passage[before].isWord {
        first = before
      }
    }
    // "swallow tattoo": what the mark shows.
    if passage.grammar.has(.stacksNouns), Looks.pictures.contains(passage[index].key),
      let before = passage.preceding(first), passage[before].shape == .lower,
      passage.isOrdinary(before), !Looks.isGrammar(passage, before)
    {
      first = before
    }
    return first
  }

  /// "tattoo on left wrist", "prosthesis below the left knee": where the mark is.
  private func end(_ passage: Passage, _ index: Int) -> Int {
    // "une balle dans la cuisse gauche"
    if passage.grammar.has(.putsAdjectivesLast), let side = passage.following(index),
      Self.sides.contains(passage[side].key)
    {
      return side
    }
    guard let preposition = passage.following(index), passage.has(preposition, .preposition) else {
      return index
    }
    var cursor = preposition
    for _ in 0..<5 {
      guard let next = passage.following(cursor), passage[next].isWord else { break }
      if passage.match(next, .trait) != nil || Self.bodyParts.contains(passage[next].key) {
        // "sur l'épaule droite"
        guard passage.grammar.has(.putsAdjectivesLast), let side = passage.following(next),
          Self.sides.contains(passage[side].key)
        else { return next }
        return side
      }
      // "enceinte de sept mois"
      if passage.grammar.has(.putsAdjectivesLast), let count = passage.cardinal(next),
        count.value > 1,
        let unit = passage.following(count.last), passage.has(unit, .timeUnit)
      {
        return unit
      }
      guard
        passage.has(next, .determiner) || passage.has(next, .possessive)
          || passage.has(next, .pronoun) || Self.sides.contains(passage[next].key)
      else { break }
      cursor = next
    }
    return index
  }

  /// A trait word inside a name ("Little Sisters of the Blind") or a title is not a trait.
  private func isPartOfName(_ passage: Passage, _ first: Int, _ last: Int) -> Bool {
    guard let next = passage.following(last) else { return false }
    return passage[first].isCapitalized && passage.match(next, .body) != nil
  }

  private static let bodyParts = WordList("trait-body-parts")
  private static let sides: Set<FoldedKey> = Set(
    "left right gauche droit droite gauches droits левом правом левой правой левого правого лівому правому лівій правій"
      .split(separator: " ").map { FoldedKey(folded: String($0)) })
}
