/// English verbs that are done to people: what unknown capital follows them is somebody.
enum DealingsWithPeople {
  /// Whether "hit", "asked", "spoke to", "ask for" stands right before `index`.
  static func precede(_ passage: Passage, _ index: Int) -> Bool {
    guard let before = passage.preceding(index), before == index - 1, passage[index].gap else {
      return false
    }
    if direct.contains(passage[before].key) { return true }
    guard joints.contains(passage[before].key), let verb = passage.preceding(before) else {
      return false
    }
    return through.contains(passage[verb].key)
  }

  private static let direct = keys(
    """
    hit beat slapped kicked punched told asked met married kissed hugged loved raped shot killed
    murdered buried arrested tortured interrogated blamed thanked helped hid warned begged phoned rang
    texted befriended betrayed trusted recruited interviewed reminded persuaded convinced comforted
    nursed bathed fed raised adopted divorced remember remembered miss missed
    """)
  private static let joints = keys("for to with from about at")
  private static let through = keys(
    """
    ask asked asking wait waited waiting care cared cry cried pray prayed speak spoke spoken speaking
    talk talked talking write wrote written writing listen listened listening lied lie apologised
    apologized shouted yelled screamed whispered waved smiled worried worry heard hear dreamed thinking
    quarrelled argued agreed danced slept lived fell engaged separated
    """)

  private static func keys(_ words: String) -> Set<FoldedKey> {
    Set(words.split(whereSeparator: \.isWhitespace).map { FoldedKey(folded: String($0)) })
  }
}
