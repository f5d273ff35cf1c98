/// Russian and Ukrainian acronyms with an ending: «в МИДе», «из ОМОНа».
enum SlavicAcronym {
  /// The key of the capitals alone, where the word is capitals with the ending of a case.
  static func stem(_ index: Int, _ passage: Passage) -> FoldedKey? {
    let token = passage[index]
    guard token.isCyrillic else { return nil }
    let word = passage.bytes[Int(token.start)..<Int(token.end)]
    var capitals = 0
    var offset = word.startIndex
    while offset + 1 < word.endIndex, isCapital(word[offset], word[offset + 1]) {
      capitals += 1
      offset += 2
    }
    guard capitals >= 3, endings.contains(where: { word[offset...].elementsEqual($0) }) else {
      return nil
    }
    return FoldedKey(folded: Fold.bytes(Array(word[..<offset])))
  }

  private static func isCapital(_ first: UInt8, _ second: UInt8) -> Bool {
    ScalarClass.isCapital(UInt32(first & 0x1F) << 6 | UInt32(second & 0x3F))
  }

  private static let endings = WordList("acronym-endings").foldedBytes
}
