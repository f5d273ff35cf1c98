/// The places of a text that were said already, and in which words.
struct SaidPlaces {
  private var phrases: [FoldedKey: English.PlacePhrase] = [:]
  /// How many places are said by each sort.
  private var sorts: [String: Int] = [:]

  subscript(_ key: FoldedKey) -> English.PlacePhrase? {
    get { phrases[key] }
    set {
      if let old = phrases[key] { sorts[old.sort, default: 1] -= 1 }
      if let newValue { sorts[newValue.sort, default: 0] += 1 }
      phrases[key] = newValue
    }
  }

  /// Whether another place than that of `key` is said by this sort.
  func isShared(_ sort: String, besides key: FoldedKey) -> Bool {
    sorts[sort] ?? 0 > (phrases[key]?.sort == sort ? 1 : 0)
  }
}
