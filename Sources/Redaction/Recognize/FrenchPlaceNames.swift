/// What French does to the names of places: "au Puy" (Le Puy), "souk d'al-Hal", "Firminy (42)".
enum FrenchPlaceNames {
  /// The fact about a place whose article has run together with the preposition before `index`: "au
  /// Havre", "du Mans", "aux Lilas".
  static func contracted(_ passage: Passage, _ index: Int) -> (fact: PlaceFact, key: FoldedKey)? {
    guard passage.grammar.has(.opensWithNoun), passage[index].shape == .title,
      let before = passage.preceding(index), before == index - 1
    else { return nil }
    let article: FoldedKey
    if singular.contains(passage[before].key) {
      article = le
    } else if plural.contains(passage[before].key) {
      article = les
    } else {
      return nil
    }
    let key = article.followed(by: passage[index].key)
    guard let fact = passage.lexicon.place(key), fact.size != .region else { return nil }
    // "au Bon": an ordinary word that names a hamlet somewhere.
    guard !passage.isOrdinary(index) || fact.size >= .town else { return nil }
    return (fact, key)
  }

  /// The first token of a name that begins with an Arabic article in small letters: "al" of
  /// "al-Hal"; else `index`.
  static func head(_ passage: Passage, _ index: Int) -> Int {
    guard passage.grammar.has(.opensWithNoun), index >= 2, Passage.isHyphen(passage[index - 1]),
      !passage[index].gap, !passage[index - 1].gap, passage[index - 2].shape == .lower,
      articles.contains(passage[index - 2].key)
    else { return index }
    return index - 2
  }

  /// The same, and the noun that stands directly before the name: "colline Nyabaranda".
  static func withNoun(_ passage: Passage, _ index: Int) -> Int {
    let head = head(passage, index)
    guard passage.grammar.has(.opensWithNoun), head > 0, passage[head].gap,
      passage[head - 1].shape == .lower, passage.has(head - 1, .placeNoun)
    else { return head }
    return head - 1
  }

  /// The end of a place that its department's number follows: "Firminy (42)", "Ajaccio (2A)".
  static func withDepartment(_ passage: Passage, _ last: Int) -> Int {
    guard passage.grammar.has(.opensWithNoun), last + 3 < passage.count,
      passage[last + 1].isMark("("),
      passage[last + 2].isNumber, (2...3).contains(passage[last + 2].digits)
    else { return last }
    if passage[last + 3].isMark(")") { return last + 3 }
    // "(2A)", "(2B)"
    guard passage[last + 3].shape == .initial, !passage[last + 3].gap, last + 4 < passage.count,
      passage[last + 4].isMark(")")
    else { return last }
    return last + 4
  }

  /// "San Vicente del Caguán", "Sainte-Rose", "Santa Cruz" after a word of place: no person.
  static func isSaint(_ passage: Passage, _ index: Int) -> Bool {
    saints.contains(passage[index].key)
  }

  /// The end of a saint's place that goes on: "San Vicente del Mirador".
  static func ofSaint(_ passage: Passage, _ first: Int, _ last: Int) -> Int {
    guard passage.grammar.has(.opensWithNoun), isSaint(passage, first),
      let of = passage.following(last),
      of == last + 1, joints.contains(passage[of].key), let name = passage.following(of),
      name == of + 1, passage[name].shape == .title, !passage.isCountry(name)
    else { return last }
    return name
  }

  private static let joints = WordList("place-names-joints")

  /// "Luc" of "à Saint-Luc": no first name.
  static func continuesSaint(_ passage: Passage, _ index: Int) -> Bool {
    passage.grammar.has(.opensWithNoun) && index >= 2 && Passage.isHyphen(passage[index - 1])
      && !passage[index].gap && passage[index - 2].isCapitalized && isSaint(passage, index - 2)
  }

  /// "Um" of "à Um Rakuba": two letters, and more of the name.
  static func isShortHalf(_ passage: Passage, _ index: Int) -> Bool {
    passage.grammar.has(.opensWithNoun) && passage[index].value == 2
      && passage[index].shape == .title
      && passage.following(index).map { $0 == index + 1 && passage[$0].shape == .title } == true
  }

  private static let le = FoldedKey(folded: "le")
  private static let les = FoldedKey(folded: "les")
  private static let singular: WordList = ["au", "du"]
  private static let plural: WordList = ["aux", "des"]
  private static let articles = WordList("place-names-articles")
  private static let saints = WordList("place-names-saints")
}
