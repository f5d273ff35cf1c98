/// Courts and offices of state in English: "the Regional Court", "the Public Prosecutor" and "the
/// Ministry of Justice" say what sort of office it is, "Warsaw Regional Court" has a name, and none of
/// them is a street.
enum Courts {
  /// Whether the word at `index` is a court and not the end of a street's name.
  static func isCourt(_ passage: Passage, _ index: Int) -> Bool {
    guard passage.language == .english, nouns.contains(passage[index].key),
      let before = passage.preceding(index)
    else { return false }
    return before == index - 1
      && (sorts.contains(passage[before].key) || passage.has(before, .determiner))
  }

  /// Whether the word at `index` goes with the sort of court before it: "Supreme Court of …".
  static func isSorted(_ passage: Passage, _ index: Int) -> Bool {
    passage.language == .english && nouns.contains(passage[index].key) && index > 0
      && passage[index - 1].isWord && sorts.contains(passage[index - 1].key)
  }

  /// Whether a body consists of nothing but the sort of court it is: nobody is found by that.
  static func isUnnamed(_ passage: Passage, _ first: Int, _ last: Int) -> Bool {
    guard passage.language == .english else { return false }
    var hasNoun = false
    for index in first...last where passage[index].isWord {
      let key = passage[index].key
      if nouns.contains(key) {
        hasNoun = true
      } else if !sorts.contains(key), !passage.has(index, .determiner), !joints.contains(key) {
        return false
      }
    }
    return hasNoun
  }

  /// The last token of where an unnamed body sits: "District Court in Orsk".
  static func seat(_ passage: Passage, after last: Int) -> Int? {
    guard let preposition = passage.following(last), places.contains(passage[preposition].key),
      let name = passage.following(preposition), passage[name].shape == .title,
      !passage.isCountry(name), !passage.has(name, .determiner), !passage.has(name, .month)
    else { return nil }
    var end = name
    while let next = passage.following(end), next == end + 1, passage[next].shape == .title,
      !passage.isOrdinary(next), end - name < 3
    {
      end = next
    }
    return end
  }

  private static let places: Set<FoldedKey> = keys("in at")
  private static let nouns: Set<FoldedKey> = keys(
    "court courts tribunal tribunals cassation appeal appeals prosecutor prosecutors ministry ministries"
  )
  private static let joints: Set<FoldedKey> = keys("of the and for chamber senate bench division")
  private static let sorts: Set<FoldedKey> = keys(
    """
    district regional city county municipal provincial circuit state federal national central local
    supreme constitutional high higher superior appellate appeal appeals general plenary special
    administrative civil criminal commercial labour labor social tax fiscal audit family juvenile
    military martial security law disciplinary insolvency bankruptcy probate patent land sheriff crown
    magistrates magistrate assize assizes arbitration economic sharia religious revolutionary
    public principal chief deputy assistant foreign internal external home interior justice defence
    defense finance health education transport agriculture affairs economy culture labour science trade
    industry environment energy tourism
    court chamber european international first second instance trial
    """)

  private static func keys(_ words: String) -> Set<FoldedKey> {
    Set(words.split(whereSeparator: \.isWhitespace).map { FoldedKey(folded: String($0)) })
  }
}
