/// Saints after whom an English text calls a church, a feast or an order: nobody that anyone has met.
enum EnglishSaints {
  /// "church of San Agatón", "the feast of St Mary": nobody that anyone has met.
  static func nameThing(_ passage: Passage, _ index: Int) -> Bool {
    var saint = index
    if !titles.contains(passage[index].key) {
      guard let before = passage.preceding(index), titles.contains(passage[before].key) else {
        return false
      }
      saint = before
    }
    guard passage.grammar.has(.stacksNouns), let link = passage.preceding(saint),
      passage[link].key == of, let noun = passage.preceding(link)
    else { return false }
    return passage.has(noun, .body) || feasts.contains(passage[noun].key)
  }

  /// The saint and the name, where a feast or an order is called so.
  static func feast(_ passage: Passage, _ index: Int) -> Int? {
    guard titles.contains(passage[index].key), nameThing(passage, index),
      let link = passage.preceding(index), let noun = passage.preceding(link),
      feasts.contains(passage[noun].key),
      var last = passage.following(index) ?? afterStop(passage, index),
      passage[last].shape == .title
    else { return nil }
    while let next = passage.following(last), next == last + 1, passage[next].shape == .title,
      !passage.isExplained(next)
    {
      last = next
    }
    return last
  }

  private static func afterStop(_ passage: Passage, _ index: Int) -> Int? {
    passage.isFollowed(index, by: ".") && index + 2 < passage.count && passage[index + 2].isWord
      ? index + 2 : nil
  }

  private static let of = FoldedKey(folded: "of")
  static let titles = WordList("saints-titles")
  private static let feasts = WordList("saints-feasts")
}
