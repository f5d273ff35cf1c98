/// People whom French grammar gives away: who has a voice, a letter or a mother, who stands in a list
/// of first names.
enum FrenchPeople {
  /// "un SMS de Hayan", "la mère de Sadia", "la mort d'Oumar": what only somebody has, before a name
  /// that is no town's.
  static func owner(_ passage: Passage, _ index: Int) -> Passage.PersonCue? {
    guard passage.grammar.has(.opensWithNoun), passage[index].shape == .title else { return nil }
    if isAged(passage, index) { return Passage.PersonCue(gender: "", role: nil, first: index) }
    guard let of = passage.preceding(index), links.contains(passage[of].key),
      let noun = passage.preceding(of), passage[noun].shape != .title,
      owned.contains(passage[noun].key)
    else { return nil }
    if let fact = passage.lexicon.place(passage[index].key), fact.size >= .city,
      fact.populationClass >= 10
    {
      return nil
    }
    return Passage.PersonCue(gender: "", role: nil, first: noun)
  }

  /// "Lamar, Sidra et Tala": an unknown name beside a first name in a list.
  static func isListed(_ passage: Passage, _ first: Int, _ last: Int) -> Bool {
    guard passage[first].shape == .title else { return false }
    if let comma = joint(passage, first - 1), isFirstName(passage, comma - 1) { return true }
    if let comma = joint(passage, last + 1), isFirstName(passage, comma + 1) { return true }
    return false
  }

  /// What the words around a run of unknown capitals say of it, where they say that it is somebody.
  static func evidence(_ passage: Passage, _ first: Int, _ last: Int) -> String? {
    guard passage[first].shape == .title else { return nil }
    if hasParticle(passage, first, last) { return "a name with a word for whose child it is" }
    if isAged(passage, last) || isAgedAside(passage, last) { return "an age behind it" }
    if isListed(passage, first, last) { return "beside a first name in a list" }
    return isApposition(passage, first, last) ? "an apposition to somebody" : nil
  }

  /// "Perpétue Niyonkuru": inside a sentence a word with a capital before a name that no table knows
  /// as anything else.
  static func isOddFirstName(_ passage: Passage, _ first: Int, _ last: Int) -> Bool {
    guard last == first + 1, !passage[first].opensSentence, passage[first].shape == .title,
      passage[last].shape == .title, passage[first].value >= 4, !passage.isOrdinary(last),
      !passage.isExplained(last), !passage.isExplained(first),
      passage.lexicon.place(passage[last].key) == nil,
      passage.match(first, .body) == nil, !passage.has(first, .placeNoun),
      !passage.has(first, .street), !passage.has(first, .unitNoun),
      !FrenchNames.followsArticle(passage, first)
    else { return false }
    return passage.preceding(first).map { !passage.has($0, .placeCue) } ?? true
  }

  /// "Alhousseini ag Intalla", "Moktar ould Daddah".
  private static func hasParticle(_ passage: Passage, _ first: Int, _ last: Int) -> Bool {
    first + 1 < last
      && (first + 1..<last).contains {
        passage[$0].shape == .lower && particles.contains(passage[$0].key)
      }
  }

  private static let particles = WordList("people-particles")

  /// "Alhousseini, 52 ans, éleveur".
  private static func isAgedAside(_ passage: Passage, _ index: Int) -> Bool {
    guard index + 3 < passage.count, passage[index + 1].isMark(","), passage[index + 2].isNumber,
      passage[index + 2].digits <= 2, passage.has(index + 3, .ageUnit),
      passage.lexicon.place(passage[index].key).map({ $0.size < .city }) ?? true
    else { return false }
    return index + 4 >= passage.count || passage[index + 4].kind != .word
  }

  /// "le second, Preecha, a dit": between commas behind the word for somebody.
  private static func isApposition(_ passage: Passage, _ first: Int, _ last: Int) -> Bool {
    guard first >= 3, passage[first - 1].isMark(","), last + 1 < passage.count,
      passage[last + 1].isMark(","), passage[first - 2].shape == .lower,
      passage[first - 2].isWord,
      passage.preceding(first - 2).map({
        passage.has($0, .determiner) || passage.has($0, .possessive)
      }) == true,
      !passage.has(first - 2, .placeNoun), passage.match(first - 2, .body) == nil,
      !passage.has(first - 2, .unitNoun), !passage.has(first - 2, .ship),
      !passage.has(first - 2, .timeUnit), !passage.has(first - 2, .dayPart)
    else { return false }
    return passage.lexicon.place(passage[first].key).map { $0.size < .town } ?? true
  }

  /// "Dieumerci (11 mois)", "Grâce (6 ans)": an age in brackets behind it.
  private static func isAged(_ passage: Passage, _ index: Int) -> Bool {
    guard index + 4 < passage.count, passage[index + 1].isMark("("), passage[index + 2].isNumber,
      passage[index + 2].digits <= 2, passage[index + 3].isWord
    else { return false }
    return passage.has(index + 3, .ageUnit) || passage[index + 3].key == months
  }

  private static let months = FoldedKey(folded: "mois")

  private static func joint(_ passage: Passage, _ index: Int) -> Int? {
    guard index > 0, index + 1 < passage.count else { return nil }
    return passage[index].isMark(",") || conjunctions.contains(passage[index].key) ? index : nil
  }

  private static func isFirstName(_ passage: Passage, _ index: Int) -> Bool {
    passage[index].shape == .title && !passage.isExplained(index) && !passage.isOrdinary(index)
      && !passage.nameFacts(index).isEmpty
      && (passage.lexicon.place(passage[index].key).map { $0.size < .city } ?? true)
  }

  private static let links: WordList = ["de", "d"]
  private static let conjunctions = WordList("people-conjunctions")
  private static let owned = WordList("people-owned")
}
