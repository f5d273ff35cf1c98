/// Days of the month as French says them without their month: "le 14", "du 3 au 7", "vendredi 14".
enum FrenchDates {
  /// The second day of a range whose first day ends at `last`: "au 15", "et le 15", "ou 15".
  static func rangeEnd(_ passage: Passage, _ last: Int) -> Int? {
    guard let link = passage.following(last), link == last + 1, links.contains(passage[link].key),
      var day = passage.following(link)
    else { return nil }
    if articles.contains(passage[day].key), let next = passage.following(day) { day = next }
    return day
  }

  /// "le 14," · "vendredi 14" · "la nuit du 14 au 15": the token of the day that may stand alone at
  /// `index`, which is an article or a weekday.
  static func bare(_ passage: Passage, _ index: Int) -> Int? {
    if passage.has(index, .weekday) {
      return passage.following(index).flatMap { passage[$0].isNumber ? $0 : nil }
    }
    if passage[index].key == le {
      return passage.following(index).flatMap { isDay(passage, $0) ? $0 : nil }
    }
    guard passage[index].key == du, let before = passage.preceding(index),
      passage.has(before, .dayPart) || evenings.contains(passage[before].key)
    else { return nil }
    return passage.following(index).flatMap { isDay(passage, $0) ? $0 : nil }
  }

  private static func isDay(_ passage: Passage, _ index: Int) -> Bool {
    passage[index].isNumber && passage[index].digits <= 2
  }

  /// Whether "ne" at `index` is "né": with its accent, with a capital, or before "le" and a number.
  static func isBorn(_ passage: Passage, _ index: Int) -> Bool {
    let token = passage[index]
    if Int(token.end - token.start) > Int(token.value) || token.isCapitalized { return true }
    guard let next = passage.following(index), passage[next].key == le || passage[next].key == en,
      let number = passage.following(next)
    else { return false }
    return passage[number].isNumber
  }

  private static let le = FoldedKey(folded: "le")
  private static let du = FoldedKey(folded: "du")
  private static let en = FoldedKey(folded: "en")
  private static let links = keys("au a et ou puis jusqu")
  private static let articles = keys("le au")
  private static let evenings = keys("veille lendemain journee")

  private static func keys(_ words: String) -> Set<FoldedKey> {
    Set(words.split(whereSeparator: \.isWhitespace).map { FoldedKey(folded: String($0)) })
  }
}
