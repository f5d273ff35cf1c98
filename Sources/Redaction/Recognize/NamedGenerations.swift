/// What the words beside a name say of who bears it, father or son.
extension Passage {
  /// "old Tom Bracken", "Tom Bracken, the son", "Bracken Sr.", «Дроздов-младший».
  func generation(_ words: [Int]) -> Generation? {
    guard let first = words.first, let last = words.last else { return nil }
    if let before = preceding(first), before == first - 1, let found = generation(at: before) {
      return found
    }
    var next = last + 1
    while next < count, next <= last + 3,
      Self.isHyphen(tokens[next]) || tokens[next].isMark(",") || has(next, .determiner)
    {
      next += 1
    }
    guard next < count, tokens[next].isWord else { return nil }
    if Self.elders[language].contains(tokens[next].key) { return .elder }
    return Self.youngers[language].contains(tokens[next].key) ? .younger : nil
  }

  private func generation(at index: Int) -> Generation? {
    if Self.old[language].contains(tokens[index].key) { return .elder }
    return Self.young[language].contains(tokens[index].key) ? .younger : nil
  }

  private static let elders = WordList.each("generation-elder")
  private static let youngers = WordList.each("generation-younger")
  private static let old = WordList.each("generation-old")
  private static let young = WordList.each("generation-young")
}
