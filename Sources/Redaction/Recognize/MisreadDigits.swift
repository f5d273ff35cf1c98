/// "С0РОКА", "8ера": figures that stand for the Cyrillic letters they look like, as machines that read
/// paper and people who hide from filters write them.
extension RosterRecognizer {
  /// A name of the people file that begins at `index` with such figures in it.
  func misread(_ passage: Passage, _ index: Int) -> (Mention, Int)? {
    let next = index + 1
    guard passage.isSlavic, next < passage.count, !passage[next].gap,
      passage[next].isNumber || passage[next].isWord,
      index == 0 || passage[index].gap || !passage[index - 1].isWord
    else { return nil }
    var letters: [UInt8] = []
    var last = index
    var figures = 0
    for cursor in index..<min(index + 6, passage.count) {
      let token = passage[cursor]
      guard cursor == index || !token.gap else { break }
      if token.isWord {
        guard token.isCyrillic else { break }
        letters += passage.folded(cursor)
      } else if token.isNumber, token.digits == 1, let letter = Self.lookalikes[token.value] {
        letters += letter
        figures += 1
      } else {
        break
      }
      last = cursor
    }
    guard figures > 0, last > index, letters.count >= 8 else { return nil }
    let matches = registry.matches(FoldedKey(folded: letters)).filter { $0.role != .particle }
    guard !matches.isEmpty else { return nil }
    return (
      made(
        passage, index, last, Set(matches.map(\.person)), "a name with figures for letters",
        isFull: false, review: true, confidence: 0.8), last
    )
  }

  private static let lookalikes: [UInt32: [UInt8]] = [
    0: Array("о".utf8), 3: Array("з".utf8), 4: Array("ч".utf8), 6: Array("б".utf8),
    8: Array("в".utf8),
  ]
}
