/// A stretch told by its first and last year, an hour of the clock, a term for life.
///
/// "from 1960 to 1979", "between 1993 and 1999", "at 12.45 p.m.", "life imprisonment".
enum YearsAndHours {
  static func find(_ passage: Passage, _ index: Int) -> QuantityRecognizer.Found? {
    if passage[index].isNumber {
      return hour(passage, index).map { (index, $0, "a certain hour", "an hour of the clock") }
    }
    guard passage[index].isWord else { return nil }
    if let last = span(passage, index) {
      let said = passage[index].key == from ? "for several years" : "over several years"
      return (index, last, said, "a stretch of years")
    }
    guard passage[index].key == life, let next = passage.following(index),
      terms.contains(passage[next].key)
    else { return nil }
    let said = passage[next].key == sentence ? "a prison term" : "imprisonment"
    return (index, next, said, "a term of imprisonment")
  }

  /// Two years with the words that join them, when they are two years apart or more.
  private static func span(_ passage: Passage, _ index: Int) -> Int? {
    let joints = passage[index].key == from ? until : passage[index].key == between ? and : nil
    guard let joints, let first = passage.following(index),
      let start = passage.year(first), let joint = passage.following(first),
      joints.contains(passage[joint].key), let last = passage.following(joint),
      let end = passage.year(last), end >= start + 2
    else { return nil }
    return last
  }

  /// "12.45 p.m.", "6.30 a.m.", "at 18:47": an hour and minutes, with what says so.
  private static func hour(_ passage: Passage, _ index: Int) -> Int? {
    guard passage[index].value <= 24, passage[index].digits <= 2 else { return nil }
    var last = index
    if last + 2 < passage.count, passage[last + 1].isMark(".") || passage[last + 1].isMark(":"),
      !passage[last + 1].gap, !passage[last + 2].gap, passage[last + 2].isNumber,
      passage[last + 2].digits == 2, passage[last + 2].value < 60
    {
      last += 2
    }
    if let half = half(passage, last) { return half }
    guard last > index, passage[last - 1].isMark(":"), let before = passage.preceding(index),
      clock.contains(passage[before].key)
    else { return nil }
    return last
  }

  /// "a.m.", "pm", "hours" after a number.
  private static func half(_ passage: Passage, _ last: Int) -> Int? {
    guard let word = passage.following(last) ?? glued(passage, last) else { return nil }
    if halves.contains(passage[word].key) { return word }
    guard passage[word].value == 1, letters.contains(passage[word].key), word + 2 < passage.count,
      passage[word + 1].isMark("."), passage[word + 2].key == m, !passage[word + 2].gap
    else { return nil }
    // The stop that is the abbreviation's alone.
    if word + 4 < passage.count, passage[word + 3].isMark("."),
      passage[word + 4].isWord, passage[word + 4].shape == .lower
    {
      return word + 3
    }
    return word + 2
  }

  private static func glued(_ passage: Passage, _ last: Int) -> Int? {
    last + 1 < passage.count && passage[last + 1].isWord ? last + 1 : nil
  }

  private static let from = FoldedKey(folded: "from")
  private static let between = FoldedKey(folded: "between")
  private static let life = FoldedKey(folded: "life")
  private static let m = FoldedKey(folded: "m")
  private static let until = WordList("years-and-hours-until")
  private static let and: WordList = ["and"]
  private static let halves: WordList = ["am", "pm"]
  private static let letters: WordList = ["a", "p"]
  private static let clock = WordList("years-and-hours-clock")
  private static let sentence = FoldedKey(folded: "sentence")
  private static let terms: WordList = ["imprisonment", "sentence"]
}
