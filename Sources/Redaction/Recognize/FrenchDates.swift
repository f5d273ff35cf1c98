/// Days of the month as French says them without their month: "le 14", "du 3 au 7", "vendredi 14".
enum FrenchDates {
  /// The second day of a range whose first day ends at `last`: "au 15", "et le 15", "ou 15".
  static func rangeEnd(_ passage: Passage, _ last: Int) -> Int? {
    guard let link = passage.following(last), link == last + 1, links.contains(passage[link].key),
      var day = passage.following(link)
    else { return nil }
    if articles.contains(passage[day].key), let next = passage.following(day) { day = next }
    // "le 16 à 14 h"
    if let unit = passage.following(day), passage.has(unit, .timeUnit) { return nil }
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
    guard passage[index].isNumber, passage[index].digits <= 2 else { return false }
    // "le 5/6/23", "le 3.4": the beginning of something longer.
    return index + 2 >= passage.count || passage[index + 1].gap
      || !(passage[index + 1].isMark("/") || passage[index + 1].isMark(".")
        || Passage.isHyphen(passage[index + 1]))
      || !passage[index + 2].isNumber
      || passage[index + 2].gap
  }

  /// "le 12/09", "[12/09, 23:41]": a day and a month in figures, without a year.
  static func dayAndMonth(_ passage: Passage, _ index: Int) -> DateExpression? {
    guard index > 0, index + 2 < passage.count, passage[index].isNumber,
      passage[index].digits <= 2, passage[index + 1].isMark("/"), !passage[index + 1].gap,
      passage[index + 2].isNumber, !passage[index + 2].gap, passage[index + 2].digits == 2,
      (1...31).contains(passage[index].value), (1...12).contains(passage[index + 2].value),
      index + 3 >= passage.count || passage[index + 3].gap || !passage[index + 3].isMark("/")
    else { return nil }
    let before = passage[index - 1]
    guard
      before.isMark("[") || before.isMark("(") || before.isMark(":")
        || days.contains(before.key) || passage.has(index - 1, .weekday)
    else { return nil }
    return DateExpression(
      day: Int(passage[index].value), month: Int(passage[index + 2].value))
  }

  private static let days = WordList("dates-before-days")

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
  private static let links = WordList("dates-links")
  private static let articles: WordList = ["le", "au"]
  private static let evenings = WordList("dates-before-du")
}
