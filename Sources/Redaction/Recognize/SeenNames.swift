/// A name seen once is that name everywhere: the words of one testimony that could be names, noted
/// while it is read, of which those are found that other mentions made sure.
struct SeenNames {
  private var words: [(span: TextSpan, key: FoldedKey)] = []
  /// The stems of words met before, by the word: names come again and again.
  private var stems: [FoldedKey: FoldedKey] = [:]

  /// "Роза, это твой портрет", "Мороз — это фамилия": called or explained, in Russian and Ukrainian.
  private static func isAddressed(_ passage: Passage, _ index: Int) -> Bool {
    guard passage.isSlavic, passage[index].shape == .title else { return false }
    if passage.isFollowed(index, by: "—") { return true }
    // "Петро миє"
    if let next = passage.following(index), passage.endsAsVerb(next) { return true }
    // "Надежда, мол, умирает последней": what is said, not called.
    return passage.isFollowed(index, by: ",")
      && !(index + 2 < passage.count && passage.has(index + 2, .conjunction))
  }

  /// Whether an ordinary word at the head of a sentence may be a name all the same. English has
  /// few such words; elsewhere the lists of first names must know it.
  private func isName(_ passage: Passage, _ index: Int) -> Bool {
    if NamesThatAreWords.isWord(passage, index) { return false }
    if passage.grammar.has(.capitalizesMonths) {
      // "Will will confirm", but not "Will you confirm".
      guard passage.has(index, .modal) else { return true }
      return passage.following(index).map { passage.has($0, .modal) || passage.has($0, .auxiliary) }
        ?? false
    }
    guard !passage.nameFacts(index).intersection([.givenMale, .givenFemale]).isEmpty else {
      return false
    }
    // "Надежда, мол, умирает последней": what is said, not called.
    return
      !(passage.isFollowed(index, by: ",") && index + 2 < passage.count
      && passage.has(index + 2, .conjunction))
  }

  mutating func note(_ passage: Passage) {
    for index in 0..<passage.count where passage[index].isCapitalized {
      let token = passage[index]
      guard token.value >= 3, !passage.isAdjective(index),
        !passage.isExplained(index) || passage.has(index, .trait) || passage.has(index, .modal),
        !token.opensSentence || !passage.isOrdinary(index, in: passage.language)
          || Self.isAddressed(passage, index)
          || !passage.isGrammar(index) && isName(passage, index)
      else { continue }
      let stem = stems[token.key] ?? passage.nameStem(index)
      if stem != token.key { stems[token.key] = stem }
      words.append((token.span, stem))
    }
  }

  func find(_ sure: Set<FoldedKey>, into mentions: inout [Mention]) {
    for (span, key) in words where sure.contains(key) {
      let person = UnlistedPerson(words: [key], given: [], gender: nil, role: nil, isSure: false)
      mentions.append(
        Mention(
          span: span, kind: .person, recognizer: "seen", confidence: 0.7,
          why: "a name seen elsewhere in the case", detail: .unlisted(person)))
    }
  }
}

extension Passage {
  /// The key under which case forms of one Cyrillic name meet; for other words their own key.
  func nameStem(_ index: Int) -> FoldedKey {
    guard tokens[index].isCyrillic else { return tokens[index].key }
    let word = folded(index)
    return FoldedKey(folded: firstName(word) ?? NameStem.of(word))
  }
}

extension Passage {
  /// The stem of the first name of the table that a word could be a case form of: "Исламу" and
  /// "Ислам" meet in "ислам", where cutting the longest ending would part them.
  private func firstName(_ word: [UInt8]) -> [UInt8]? {
    for letters in 0...3 where word.count >= 2 * letters + 6 {
      let stem = word.dropLast(2 * letters)
      let key = FoldedKey(folded: stem)
      let isName = { (key: FoldedKey) in
        !self.lexicon.name(key).intersection(.given).isEmpty
      }
      if letters > 0, NameStem.vowels.contains(where: { isName(key.extended(by: $0)) }) {
        return Array(stem)
      }
      if isName(key) {
        let ending = Array(stem.suffix(2))
        return Array(NameStem.vowels.contains(ending) ? stem.dropLast(2) : stem)
      }
    }
    return nil
  }
}
