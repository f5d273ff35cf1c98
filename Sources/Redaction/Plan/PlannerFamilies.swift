/// Pseudonyms in English and French, of a family too: where the pseudonym has no surname to be put
/// in the plural, the family is somebody's.
extension Planner {
  func latin(
    _ words: PseudonymWords, _ subject: Subject, _ reading: NameReading, _ around: Surroundings
  ) -> NameInPlace {
    if reading.words == [.surname] {
      if language.isSaidInEnglish, let family = englishFamily(words, reading, around) {
        return family
      }
      if language.isSaidInFrench, let family = frenchFamily(words, around) { return family }
    }
    let text = compose(words, reading, spelled: language) { word, _ in word }
    return NameInPlace(text: text, start: around.span.start)
  }

  /// "the Volkovs" → "the Orlovs", else "the family of Andrei"; "the Volkov family" → "Andrei's
  /// family"; "both Volkovs" → "both relatives of Andrei".
  private func englishFamily(
    _ words: PseudonymWords, _ reading: NameReading, _ around: Surroundings
  ) -> NameInPlace? {
    let before = around.before
    let start = around.span.start
    let hasArticle = before?.text.lowercased() == "the"
    guard reading.isLatinPlural else {
      guard words.surname == nil, hasArticle, let before, let after = around.after,
        Self.englishBelongings.contains(after.text)
      else { return nil }
      return NameInPlace(text: words.given + "'s", start: before.span.start, isFamily: true)
    }
    if let surname = words.surname {
      let ending = ["s", "x", "z", "ch", "sh"].contains { surname.hasSuffix($0) } ? "es" : "s"
      return NameInPlace(text: surname + ending, start: start, isFamily: true)
    }
    if let before, Self.counts.contains(before.text.lowercased()) {
      return NameInPlace(text: "relatives of " + words.given, start: start, isFamily: true)
    }
    let isOwner = around.isFollowed(by: "'") || around.isFollowed(by: "’")
    guard hasArticle, !isOwner, let before else {
      return NameInPlace(
        text: words.given + "'s family", start: hasArticle ? before?.span.start ?? start : start,
        isFamily: true)
    }
    return NameInPlace(
      text: (before.text == "The" ? "The" : "the") + " family of " + words.given,
      start: before.span.start, isFamily: true)
  }

  private static let englishBelongings = WordList("planner-families-english-belongings")
  private static let counts = WordList("planner-families-counts")

  /// « les Volkov » → « les proches d'Andreï », « la famille Volkov » → « la famille d'Andreï »;
  /// with a surname it takes the place of the other.
  private func frenchFamily(_ words: PseudonymWords, _ around: Surroundings) -> NameInPlace? {
    let before = around.before?.text.lowercased() ?? ""
    let start = around.span.start
    let owner = (FrenchElision.opensWithVowel(words.given) ? "d'" : "de ") + words.given
    if ["les", "des", "aux"].contains(before) {
      if let surname = words.surname { return NameInPlace(text: surname, start: start) }
      return NameInPlace(text: "proches " + owner, start: start, isFamily: true)
    }
    let noun = before.split { $0 == "'" || $0 == "’" }.last.map(String.init) ?? before
    guard words.surname == nil, Self.frenchBelongings.contains(noun) else { return nil }
    return NameInPlace(text: owner, start: start, isFamily: true)
  }

  private static let frenchBelongings = WordList("planner-families-french-belongings")
}
