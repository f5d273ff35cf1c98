/// The letters and digits of a mark that have to be covered.
enum AskedLetters {
  /// Their offsets. Not asked for: an English possessive's "s", a title at the beginning, the clock
  /// time of a date.
  static func of(_ mark: AnnotatedDocument.Mark, in text: [Unicode.Scalar]) -> [Int] {
    let range = mark.range
    var skipped = Set<Int>()
    if isPossessive(text, range) { skipped.formUnion(range.upperBound - 2..<range.upperBound) }
    skipped.formUnion(title(text, range))
    if mark.kind == .date { for clock in clocks(text, range) { skipped.formUnion(clock) } }
    let letters = range.filter { WordScalars.isAlphanumeric(text[$0]) }
    let asked = letters.filter { !skipped.contains($0) }
    return asked.isEmpty ? letters : asked
  }

  private static func isPossessive(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    guard range.count >= 2 else { return false }
    let s = text[range.upperBound - 1]
    let mark = text[range.upperBound - 2]
    return (s == "s" || s == "S") && (mark == "'" || mark == "’")
  }

  /// "Mr. ", "Dr " at the beginning.
  private static func title(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int> {
    var end = range.lowerBound
    while end < range.upperBound, WordScalars.isWord(text[end]) { end += 1 }
    guard titles.contains(WordScalars.lower(text, range.lowerBound..<end)) else {
      return range.lowerBound..<range.lowerBound
    }
    if end < range.upperBound, text[end] == "." { end += 1 }
    let gap = end
    while end < range.upperBound, WordScalars.isSpace(text[end]) { end += 1 }
    return end > gap ? range.lowerBound..<end : range.lowerBound..<range.lowerBound
  }

  private static let titles = WordList("asked-titles")

  /// "21:40", "9 h 30", "7 a.m."
  private static func clocks(_ text: [Unicode.Scalar], _ range: Range<Int>) -> [Range<Int>] {
    let stretch = Array(text[range])
    var found: [Range<Int>] = []
    var index = 0
    while index < stretch.count {
      if let end = clock(stretch, index) {
        found.append(range.lowerBound + index..<range.lowerBound + end)
        index = end
      } else {
        index += 1
      }
    }
    return found
  }

  private static func clock(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
    guard isDigit(text, start), start == 0 || !WordScalars.isWord(text[start - 1]) else {
      return nil
    }
    for digits in [2, 1] where digits == 1 || isDigit(text, start + 1) {
      for gap in [1, 0] where gap == 0 || isSpace(text, start + digits) {
        if let end = afterHours(text, start + digits + gap) { return end }
      }
    }
    return nil
  }

  private static func afterHours(_ text: [Unicode.Scalar], _ index: Int) -> Int? {
    guard index < text.count else { return nil }
    let letter = text[index].properties.lowercaseMapping
    if letter == ":" || letter == "." || letter == "h" {
      for gap in [1, 0] where gap == 0 || isSpace(text, index + 1) {
        let minutes = index + 1 + gap
        if isDigit(text, minutes), isDigit(text, minutes + 1) { return minutes + 2 }
      }
    }
    if letter == "h", !isWord(text, index + 1) { return index + 1 }
    guard letter == "a" || letter == "p" else { return nil }
    for stop in [1, 0] where stop == 0 || index + 1 < text.count && text[index + 1] == "." {
      let m = index + 1 + stop
      if m < text.count, text[m].properties.lowercaseMapping == "m", !isWord(text, m + 1) {
        // The stop after "p.m." is no letter and need not be taken along.
        return m + 1
      }
    }
    return nil
  }

  private static func isDigit(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    index < text.count && text[index].properties.generalCategory == .decimalNumber
  }
  private static func isSpace(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    index < text.count && WordScalars.isSpace(text[index])
  }
  private static func isWord(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    index < text.count && WordScalars.isWord(text[index])
  }
}
