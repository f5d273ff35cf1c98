/// What a body is called at home, in brackets after its English name: "a district court (Sąd
/// Rejonowy)", "the constitutional court (Verfassungsgerichtshof)".
enum ForeignNames {
  /// The last token of the mention with such a name taken in; `last` where there is none.
  static func end(_ passage: Passage, after last: Int) -> Int {
    guard passage.grammar.has(.stacksNouns), last + 2 < passage.count,
      passage[last + 1].isMark("("),
      passage[last + 1].gap
    else { return last }
    var (foreign, own) = (0, 0)
    var index = last + 2
    while index < passage.count, index - last < 18 {
      let token = passage[index]
      if token.isMark(")") { return foreign > own ? index : last }
      guard token.isWord || Passage.isHyphen(token) || Passage.joins(token) || token.isMark(".")
      else { return last }
      if token.isWord, token.value >= 3 {
        if passage.has(index, .determiner) || passage.has(index, .pronoun) { return last }
        if !isAccented(passage, index), passage.isOrdinary(index) || passage.isCountry(index) {
          own += 1
        } else {
          foreign += 1
        }
      }
      index += 1
    }
    return last
  }

  private static func isAccented(_ passage: Passage, _ index: Int) -> Bool {
    passage.bytes[Int(passage[index].start)..<Int(passage[index].end)].contains { $0 >= 0x80 }
  }
}
