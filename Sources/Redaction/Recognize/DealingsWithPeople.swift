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

  private static let direct = WordList("dealings-with-people-direct")
  private static let joints = WordList("dealings-with-people-joints")
  private static let through = WordList("dealings-with-people-through")
}
