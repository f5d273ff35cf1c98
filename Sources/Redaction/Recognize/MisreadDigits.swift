/// "С0РОКА", "Wil1": figures that stand for the letters they look like, as machines that read paper and
/// people who hide from filters write them.
extension RosterRecognizer {
  /// A name of the people file that begins at `index` with such figures in it.
  func misread(_ passage: Passage, _ index: Int) -> (Mention, Int)? {
    let next = index + 1
    guard next < passage.count, !passage[next].gap,
      passage[next].isNumber || passage[next].isWord,
      index == 0 || passage[index].gap || !passage[index - 1].isWord,
      let run = mixed(passage, index)
    else { return nil }
    let (letters, last) = run
    guard letters.count >= (passage[last].isCyrillic || passage[index].isCyrillic ? 8 : 4) else {
      return nil
    }
    let matches = registry.matches(FoldedKey(folded: letters)).filter { $0.role != .particle }
    guard !matches.isEmpty else { return nil }
    return (
      made(
        passage, index, last, Set(matches.map(\.person)), "a name with figures for letters",
        isFull: false, review: true, confidence: 0.8), last
    )
  }

  /// The word with figures in it that goes on with a name: "Роза Льв0вна".
  func misreadPart(_ passage: Passage, _ last: Int) -> Int? {
    guard last + 1 < passage.count, passage[last + 1].gap, passage[last + 1].isCapitalized,
      passage[last + 1].shape == .title, let run = mixed(passage, last + 1)
    else { return nil }
    return run.last
  }

  /// A run of letters of one script with single figures among them, as the letters it is read for.
  private func mixed(_ passage: Passage, _ index: Int) -> (letters: [UInt8], last: Int)? {
    var letters: [UInt8] = []
    var last = index
    var figures = 0
    var words = 0
    let isCyrillic =
      passage[index].isWord ? passage[index].isCyrillic : passage.isSlavic
    let lookalikes = isCyrillic ? Self.cyrillic : Self.latin
    for cursor in index..<min(index + 6, passage.count) {
      let token = passage[cursor]
      guard cursor == index || !token.gap else { break }
      if token.isWord {
        guard token.isCyrillic == isCyrillic else { break }
        letters += passage.folded(cursor)
        words += 1
      } else if token.isNumber, token.digits == 1, let letter = lookalikes[token.value] {
        letters += letter
        figures += 1
      } else {
        break
      }
      last = cursor
    }
    return figures > 0 && words > 0 && last > index ? (letters, last) : nil
  }

  private static let latin: [UInt32: [UInt8]] = [
    0: Array("o".utf8), 1: Array("l".utf8), 3: Array("e".utf8), 5: Array("s".utf8),
    8: Array("b".utf8),
  ]
  private static let cyrillic: [UInt32: [UInt8]] = [
    0: Array("о".utf8), 3: Array("з".utf8), 4: Array("ч".utf8), 6: Array("б".utf8),
    8: Array("в".utf8),
  ]
}
