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
      guard isSigned else { continue }
      mentions.append(
        mention(
          passage, index, index, .number, "a number after a number sign", confidence: 0.6,
          detail: .general("")))
    }
  }

  private static let signs: Set<FoldedKey> = Set(["no", "nr", "n"].map { FoldedKey(folded: $0) })
}
