/// Small words that belong to a name and are none by themselves, whichever spelling a text has:
/// "Khalid El-Harbi" is Khalid al-Harbi, "Leyla Vagif kyzy" Leyla Vagif qizi.
enum NameParticles {
  static let between = WordList("name-particles-between")

  static let articles = WordList("name-particles-articles")

  static let opening = WordList("name-particles-opening")

  static let closing = WordList("name-particles-closing")

  static let joined = WordList("name-particles-joined").parts

  /// How many bytes of a folded word are before such an ending; nil where it has none.
  static func stem(of word: [UInt8]) -> Int? {
    var length: Int?
    _ = joined.ending(of: word) { before in
      guard before >= 3 else { return false }
      length = before
      return true
    }
    return length
  }
}

extension RosterRecognizer {
  /// The part of a name after one or two particles that begin at `index`.
  func bridged(_ passage: Passage, _ index: Int, _ people: Set<Int>) -> Int? {
    var cursor = index
    for _ in 0..<2 {
      guard cursor < passage.count, passage[cursor].isWord,
        NameParticles.between.contains(passage[cursor].key)
      else { return nil }
      cursor += 1
      if cursor < passage.count, Passage.joins(passage[cursor]), !passage[cursor].gap {
        cursor += 1
      }
      guard cursor < passage.count, passage[cursor].isWord else { return nil }
      if passage[cursor].isCapitalized, isNamePart(passage, cursor, people) { return cursor }
    }
    return nil
  }

  private func isNamePart(_ passage: Passage, _ index: Int, _ people: Set<Int>) -> Bool {
    parts(passage, index).contains { $0.role != .particle && people.contains($0.person) }
  }

  /// The parts of names that the word at `index` may be, by itself or with "-oglu", "-kyzy" in it.
  func parts(_ passage: Passage, _ index: Int) -> [PersonRegistry.PartMatch] {
    let found = registry.matches(passage[index].key)
    guard found.isEmpty else { return found }
    if ForeignScriptRecognizer.isForeign(passage, index) { return withAffixes(passage, index) }
    guard passage[index].isCapitalized, passage[index].value >= 7 else { return found }
    let word = passage.folded(index)
    guard let stem = NameParticles.stem(of: word) else { return [] }
    return registry.matches(FoldedKey(folded: word[..<stem])).filter { match in
      registry.forms[match.person].parts.contains { $0.role == .particle }
    }
  }

  /// What a word of another script is without a case ending or vowel sign of up to three letters, or a
  /// preposition of one or two that is written on: «გელამ», «ליוסף».
  private func withAffixes(_ passage: Passage, _ index: Int) -> [PersonRegistry.PartMatch] {
    let letters = Array(String(decoding: passage.folded(index), as: UTF8.self).unicodeScalars)
    for before in 0...2 {
      for after in 0...3 where before + after > 0 && letters.count >= before + after + 3 {
        var stem = String.UnicodeScalarView()
        stem.append(contentsOf: letters[before..<letters.count - after])
        let found = registry.matches(FoldedKey(folded: String(stem)))
        if !found.isEmpty { return found }
      }
    }
    return []
  }

  /// Two words that are one in the name: "Karim-zadeh", "Abdul Rahman", "Wolde Mariam".
  func compound(
    _ passage: Passage, _ index: Int
  ) -> (parts: [PersonRegistry.PartMatch], last: Int)? {
    guard passage[index].isCapitalized, passage[index].value > 2, index + 1 < passage.count else {
      return nil
    }
    var next = index + 1
    let isHyphen = Passage.isHyphen(passage[next]) && !passage[next].gap
    if isHyphen { next += 1 }
    guard next < passage.count, passage[next].isWord, passage[next].value > 2,
      isHyphen ? !passage[next].gap : passage[next].isCapitalized
    else { return nil }
    let found = registry.matches(passage[index].key.extended(by: passage.folded(next)))
    return found.isEmpty ? nil : (found, next)
  }

  /// Whether a word that is no form by itself is one with its ending cut off, or with the next word.
  func opensCompound(_ passage: Passage, _ index: Int) -> Bool {
    passage[index].isCapitalized
      && (compound(passage, index) != nil || !parts(passage, index).isEmpty)
      || ForeignScriptRecognizer.isForeign(passage, index) && !parts(passage, index).isEmpty
  }

  /// Takes in articles before a name: "ul-Harbi", "El Harbi".
  func withArticle(_ passage: Passage, _ start: Int, _ people: Set<Int>) -> Int {
    if start >= 2, !passage[start].gap, Passage.isHyphen(passage[start - 1]),
      !passage[start - 1].gap, NameParticles.articles.contains(passage[start - 2].key)
    {
      return start - 2
    }
    guard start >= 1, passage[start].gap, passage[start - 1].isWord,
      NameParticles.opening.contains(passage[start - 1].key),
      people.contains(where: { registry.forms[$0].parts.contains { $0.role == .particle } })
    else { return start }
    return start - 1
  }
}

extension Generations {
  /// The token after a name that tells the generation, and where it ends with its full stop.
  static func after(_ passage: Passage, _ last: Int) -> (generation: FoldedKey, last: Int)? {
    var next = last + 1
    if next < passage.count, passage[next].isMark(",") || Passage.isHyphen(passage[next]) {
      next += 1
    }
    guard next < passage.count, passage[next].isWord, let generation = words[passage[next].key],
      passage[next].isCapitalized
    else { return nil }
    // The full stop that closes a sentence is not of the word.
    let stop = next + 1
    let goesOn =
      stop + 1 < passage.count && passage[stop + 1].kind != .newline
      && !passage[stop + 1].isCapitalized
    return (generation, passage.isFollowed(next, by: ".") && goesOn ? stop : next)
  }
}
