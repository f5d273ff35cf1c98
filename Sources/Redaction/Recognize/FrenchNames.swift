/// What French grammar says of a capital: an article before it, a verb after it.
enum FrenchNames {
  /// "la Gécamines", "l'Union", "du Parquet": an article stands directly before a name of a thing,
  /// seldom before somebody's.
  static func followsArticle(_ passage: Passage, _ index: Int) -> Bool {
    passage.preceding(index).map { articles.contains(passage[$0].key) } ?? false
  }

  /// A noun of French does not open a sentence without an article: an ordinary word that does, and
  /// that a finite verb follows, is somebody's name ("Gloire a survécu", "Innocent n'est pas venu").
  static func opensAsSubject(_ passage: Passage, _ index: Int) -> Bool {
    guard passage[index].opensSentence, passage[index].shape == .title, passage[index].value >= 4,
      !passage.isExplained(index), !isOpener(passage, index), var next = verb(passage, index)
    else { return false }
    // "ne", "n'", "s'", "m'", "l'" before the verb.
    if clitics.contains(passage[next].key) {
      guard let further = passage.following(next) else { return false }
      next = further
    }
    return finite.contains(passage[next].key) && !isAccented(passage, next)
  }

  /// The capital that goes on with a name behind a joint of another language, or "&", at `index`.
  static func joined(_ passage: Passage, _ index: Int) -> Int? {
    guard passage[index].isMark("&") || joints.contains(passage[index].key),
      index + 1 < passage.count, passage[index + 1].isCapitalized
    else { return nil }
    return index + 1
  }

  private static let joints = WordList("names-joints")

  /// "à", which folds to the verb "a".
  static func isAccented(_ passage: Passage, _ index: Int) -> Bool {
    passage[index].key == a && Int(passage[index].end - passage[index].start) > 1
  }

  /// Whether one word is a place, whatever verb comes after it: "le village de X a brûlé", "Marioupol
  /// est tombée". A verb of speaking makes it somebody again.
  static func isPlace(_ passage: Passage, _ index: Int) -> Bool {
    guard let next = passage.following(index), next == index + 1, passage[next].isWord,
      !passage.has(next, .naming)
    else { return false }
    guard passage.nameFacts(index).intersection([.givenMale, .givenFemale]).isEmpty else {
      return false
    }
    let head = FrenchPlaceNames.head(passage, index)
    if let of = passage.preceding(head), links.contains(passage[of].key),
      let noun = passage.preceding(of), passage.has(noun, .placeNoun),
      passage[noun].shape == .lower
    {
      return true
    }
    guard let fact = passage.lexicon.place(passage[index].key), !fact.isOrdinaryWord else {
      return false
    }
    return fact.size == .region || fact.size >= .city && fact.populationClass >= 10
  }

  /// The word after the name, an aside in brackets left out.
  private static func verb(_ passage: Passage, _ index: Int) -> Int? {
    guard index + 1 < passage.count, passage[index + 1].isMark("(") else {
      return passage.following(index).flatMap { $0 == index + 1 ? $0 : nil }
    }
    var close = index + 2
    while close < passage.count, close - index < 16, !passage[close].isMark(")") { close += 1 }
    guard close + 1 < passage.count, passage[close].isMark(")"), passage[close + 1].isWord else {
      return nil
    }
    return close + 1
  }

  /// Infinitives and adverbs may open a sentence as a noun may not.
  private static func isOpener(_ passage: Passage, _ index: Int) -> Bool {
    let token = passage[index]
    let end = passage.folded(index).suffix(4)
    return end.suffix(2) == Array("er".utf8)[...] || end.suffix(2) == Array("ir".utf8)[...]
      || end == Array("ment".utf8)[...] || passage.has(index, .speech) || passage.has(index, .label)
      || passage.has(index, .kinship) || token.value > 14
  }

  /// "à Gao", but not "dit à Fatou": a place is meant, unless what comes before is said or given to
  /// somebody.
  static func isTowards(_ passage: Passage, _ index: Int) -> Bool {
    let token = passage[index]
    guard token.key == a, Int(token.end - token.start) > 1 else { return false }
    var cursor = index
    for _ in 0..<3 {
      guard let previous = passage.preceding(cursor) else { return true }
      if datives.contains(passage[previous].key) { return false }
      cursor = previous
    }
    return true
  }

  /// "Innocent, lui, …", "Gloire, 12 ans, …": a first name that is an ordinary word too, before an
  /// aside about somebody.
  static func opensWithAside(_ passage: Passage, _ index: Int) -> Bool {
    guard passage[index].opensSentence, passage.isFollowed(index, by: ","),
      !passage.nameFacts(index).intersection(.given).isEmpty, index + 2 < passage.count
    else { return false }
    let next = index + 2
    return asides.contains(passage[next].key) || passage[next].isNumber
      || passage.has(next, .possessive) || passage.has(next, .job)
      || passage.cardinal(next).map { $0.value > 2 } ?? false
  }

  private static let a = FoldedKey(folded: "a")
  /// "le maire de Goma", "la chute de Goma": what has a place.
  static func isOfPlace(_ passage: Passage, _ index: Int, _ before: Int) -> Bool {
    guard links.contains(passage[before].key),
      let fact = passage.lexicon.place(passage[index].key), fact.size >= .town,
      !fact.isOrdinaryWord
    else { return false }
    if let noun = passage.preceding(before), owned.contains(passage[noun].key) { return true }
    // "de Besançon, où", "de Gao, au nord du Mali"
    if passage.isFollowed(index, by: ","), index + 2 < passage.count,
      within.contains(passage[index + 2].key)
    {
      return true
    }
    return fact.size >= .city && fact.size != .region && fact.populationClass >= 10
      && passage.nameFacts(index).intersection([.givenMale, .givenFemale]).isEmpty
      && passage.preceding(before).map { !passage.has($0, .kinship) } ?? true
  }

  private static let within = WordList("names-after-towns")
  private static let owned = WordList("names-town-nouns")
  private static let links = WordList("names-before-towns")
  private static let asides = WordList("names-asides")
  private static let datives = WordList("names-datives")
  private static let articles = WordList("names-articles")
  private static let clitics = WordList("names-clitics")
  private static let finite = WordList("names-finite")
}
