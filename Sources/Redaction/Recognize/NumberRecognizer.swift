/// Short numbers that stand for a thing: "polling station No. 37", "pit no. 17".
struct NumberRecognizer: Recognizer {
  let name = "number"

  func find(in passage: Passage, into mentions: inout [Mention]) {
    for index in 0..<passage.count {
      guard passage[index].isNumber, passage[index].digits <= 4, index > 0 else { continue }
      var sign = index - 1
      if passage[sign].isMark("."), sign > 0 { sign -= 1 }
      let isSigned =
        passage[sign].isMark("№")
        || passage[sign].isWord && Self.signs.contains(passage[sign].key)
          && passage.isFollowed(sign, by: ".")
      guard isSigned, !PublishedNumbers.precede(passage, sign) else { continue }
      mentions.append(
        mention(
          passage, index, index, .number, "a number after a number sign", confidence: 0.6,
          detail: .general("")))
      if passage.language == .english { findMore(passage, after: index, into: &mentions) }
    }
  }

  /// "nos. 260, 268, 45, 119/5 and 425": the numbers that follow in the list.
  private func findMore(_ passage: Passage, after first: Int, into mentions: inout [Mention]) {
    var last = Self.endOfNumber(passage, first)
    if last > first { mentions[mentions.count - 1].span.end = Int(passage[last].end) }
    while last + 2 < passage.count {
      var next = last + 1
      if passage[next].isMark(",") { next += 1 }
      if passage[next].key == Self.and { next += 1 }
      guard next > last + 1, next < passage.count, passage[next].isNumber, passage[next].gap,
        passage[next].digits <= 6, passage.year(next) == nil,
        passage.following(Self.endOfNumber(passage, next)).map({
          !passage.has($0, .month) && !passage.has($0, .timeUnit) && !passage.has($0, .quantity)
        }) ?? true
      else { return }
      last = Self.endOfNumber(passage, next)
      mentions.append(
        mention(
          passage, next, last, .number, "a number in a list of numbers", confidence: 0.6,
          detail: .general("")))
    }
  }

  /// "121/2/3", "164.9"
  private static func endOfNumber(_ passage: Passage, _ index: Int) -> Int {
    var last = index
    while last + 2 < passage.count, last - index < 8, !passage[last + 1].gap,
      !passage[last + 2].gap, passage[last + 1].isMark("/") || passage[last + 1].isMark("."),
      passage[last + 2].isNumber
    {
      last += 2
    }
    return last
  }

  private static let and = FoldedKey(folded: "and")
  private static let signs: Set<FoldedKey> = Set(
    ["no", "nos", "nr", "n"].map { FoldedKey(folded: $0) })
}
