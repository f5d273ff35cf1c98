/// Russian and Ukrainian names that are words: what they govern, and the phrases they stand in.
struct SlavicNamesThatAreWords {
  let passage: Passage
  let index: Int

  var isWord: Bool {
    guard let next = passage.following(index), next == index + 1 else { return false }
    let key = passage[index].key
    if let after = passage.following(next), after == next + 1 {
      let link = passage[next].key
      if Forms.faith.contains(key), Forms.into.contains(link), isOf(after, Forms.believed) {
        return true
      }
      if Forms.hope.contains(key), Forms.onto.contains(link), isOf(after, Forms.hopedFor) {
        return true
      }
      if Forms.love.contains(key), Forms.towards.contains(link), isOf(after, Forms.beloved) {
        return !follows(after, Forms.motions)
      }
      if Forms.novel.contains(key), Forms.about.contains(link), follows(after, Forms.ofBooks) {
        return !follows(after, Forms.speech)
      }
      // «Вера и надежда», «Любовь и ненависть»
      if Forms.abstract.contains(key), Forms.and.contains(link), passage[after].shape == .lower,
        Forms.abstract.contains(passage[after].key)
      {
        return true
      }
    }
    if Forms.glory.contains(key), Forms.praised.contains(passage[next].key) { return true }
    if Forms.rose.contains(key), Forms.ofWinds.contains(passage[next].key) { return true }
    return isExhausted(next) || isNeuter(next) || diesLast(next)
  }

  /// «Надежды почти не осталось», «Веры вже не лишилося»: of a person it is not said so.
  private func isExhausted(_ next: Int) -> Bool {
    guard Forms.genitives.contains(passage[index].key) else { return false }
    var cursor = next
    for _ in 0..<4 {
      guard cursor + 1 < passage.count, passage[cursor].isWord else { return false }
      if Forms.not.contains(passage[cursor].key) {
        return Forms.remained.contains(passage[cursor + 1].key)
      }
      cursor += 1
    }
    return false
  }

  /// «Поле горело»: no person is neuter.
  private func isNeuter(_ next: Int) -> Bool {
    guard passage[next].shape == .lower, passage[next].value > 3,
      passage.ends(index, Forms.neuterNouns)
    else { return false }
    return passage.ends(next, Forms.neuterVerbs) && !Forms.impersonal.contains(passage[next].key)
  }

  /// «Надежда умирает последней»
  private func diesLast(_ next: Int) -> Bool {
    Forms.abstract.contains(passage[index].key) && Forms.dies.contains(passage[next].key)
      && passage.following(next).map { Forms.last.contains(passage[$0].key) } == true
  }

  /// Whether the noun at `index`, or the one after an adjective there, is one of a list.
  private func isOf(_ index: Int, _ nouns: WordList) -> Bool {
    if nouns.contains(passage[index].key) { return true }
    guard passage.endsAsAdjective(index), let noun = passage.following(index), noun == index + 1
    else { return false }
    return nouns.contains(passage[noun].key)
  }

  /// Whether a word with one of the stems comes before the sentence ends.
  private func follows(_ index: Int, _ stems: [[UInt8]]) -> Bool {
    for cursor in index..<min(index + 12, passage.count) {
      if cursor > index, passage[cursor].opensSentence { return false }
      guard passage[cursor].isWord else { continue }
      let word = passage.folded(cursor)
      if stems.contains(where: { word.starts(with: $0) }) { return true }
    }
    return false
  }

  private enum Forms {
    static let faith = WordList("names-that-are-words-faith")
    static let hope = WordList("names-that-are-words-hope")
    static let love = WordList("names-that-are-words-love")
    static let novel = WordList("names-that-are-words-novel")
    static let rose = WordList("names-that-are-words-rose")
    static let glory: WordList = ["слава", "славу"]
    static let abstract = WordList("names-that-are-words-abstract")
    static let genitives = WordList("names-that-are-words-genitives")
    static let into = WordList("names-that-are-words-into")
    static let onto: WordList = ["на"]
    static let towards = WordList("slavic-names-that-are-words-towards")
    static let about = WordList("names-that-are-words-about")
    static let and = WordList("names-that-are-words-and")
    static let not: WordList = ["не"]
    static let remained = WordList("names-that-are-words-remained")
    static let praised = WordList("names-that-are-words-praised")
    static let ofWinds: WordList = ["ветров", "вітрів"]
    static let dies = WordList("names-that-are-words-dies")
    static let last = WordList("names-that-are-words-last")
    static let impersonal = WordList("names-that-are-words-impersonal")
    static let believed = WordList("names-that-are-words-believed")
    static let hopedFor = WordList("names-that-are-words-hoped-for")
    static let beloved = WordList("names-that-are-words-beloved")
    static let neuterNouns = WordParts("о е")
    static let neuterVerbs = WordList("names-that-are-words-neuter-verbs").foldedParts
    static let motions = WordList("names-that-are-words-motions").foldedBytes
    static let ofBooks = WordList("names-that-are-words-of-books").foldedBytes
    static let speech = WordList("names-that-are-words-speech").foldedBytes
  }
}
