/// Names in Russian and Ukrainian lines that are written without capitals: chats, hasty notes.
///
/// There a word is a name where no dictionary of the language lists it and a table of names or of
/// places does, or a word for kin, a rank or a label announces it.
struct LowerCaseRecognizer: Recognizer {
  let name = "lower case"

  func find(in passage: Passage, into mentions: inout [Mention]) {
    guard passage.isSlavic else { return }
    var start = 0
    while start < passage.count {
      guard passage[start].isBare else {
        start += 1
        continue
      }
      var end = start
      while end < passage.count, passage[end].isBare { end += 1 }
      read(passage, start..<end, into: &mentions)
      start = end
    }
  }

  private func read(_ passage: Passage, _ line: Range<Int>, into mentions: inout [Mention]) {
    var index = line.lowerBound
    while index < line.upperBound {
      guard isCandidate(passage, index) else {
        index += 1
        continue
      }
      if let place = place(passage, index) {
        mentions.append(place)
      } else if isPerson(passage, index) {
        var last = index
        while let next = passage.following(last), next == last + 1, isCandidate(passage, next),
          next < line.upperBound, !passage.nameFacts(next).isEmpty
        {
          last = next
        }
        mentions.append(person(passage, index, last))
        index = last
      } else if isNameless(passage, index) {
        mentions.append(
          mention(
            passage, first(passage, index), index, .other,
            "a word that nothing clears, without a capital",
            confidence: 0.4))
      }
      index += 1
    }
  }

  private func isCandidate(_ passage: Passage, _ index: Int) -> Bool {
    passage[index].isWord && passage[index].shape == .lower && passage[index].isCyrillic
      && passage[index].value >= 4 && !passage.mayMatch(index, ~0) && !passage.isOrdinary(index)
      && passage.lexicon.country(passage[index].key) == nil && !isGlued(passage, index)
  }

  /// A word of no table where names stand: at the head of a line or before a verb, after a preposition
  /// or a word for kin.
  private func isNameless(_ passage: Passage, _ index: Int) -> Bool {
    if passage.isFollowed(index, by: "?") { return true }
    if let next = passage.following(index), next == index + 1, passage.endsAsPastVerb(next) {
      return true
    }
    let first = first(passage, index)
    guard let before = passage.preceding(first) else {
      return first == 0 || !passage[first - 1].isMark(",")
    }
    return passage.has(before, .preposition) || passage.has(before, .kinship)
  }

  /// "кара-" before "балту".
  private func first(_ passage: Passage, _ index: Int) -> Int {
    guard index >= 2, Passage.isHyphen(passage[index - 1]), !passage[index].gap,
      !passage[index - 1].gap, passage[index - 2].isWord
    else { return index }
    return index - 2
  }

  /// Inside a tag, a handle, a file's name, a link.
  private func isGlued(_ passage: Passage, _ index: Int) -> Bool {
    index > 0 && !passage[index].gap && passage[index - 1].kind == .mark
      && ["#", "@", "_", "/", "."].contains { passage[index - 1].isMark($0) }
  }

  private func isPerson(_ passage: Passage, _ index: Int) -> Bool {
    if !passage.nameFacts(index).isEmpty || passage.isCuedAsPerson(index) != nil { return true }
    // "нурик: не звони"
    return passage.isFollowed(index, by: ":")
      && (passage.opensLine(index) || passage[index - 1].isMark("]"))
  }

  private func place(_ passage: Passage, _ index: Int) -> Mention? {
    guard let before = passage.preceding(index), passage.has(before, .placeCue),
      let key = Lemma.candidates(passage.folded(index)).first(where: {
        passage.lexicon.place($0).map { !$0.isOrdinaryWord } ?? false
      }), let fact = passage.lexicon.place(key),
      passage.nameFacts(index).isDisjoint(with: .given) || fact.size >= .city
    else { return nil }
    return mention(
      passage, index, index, .place, "in the table of places, without a capital", confidence: 0.6,
      detail: .place(PlaceExpression(fact: fact, sort: nil, key: key)))
  }

  private func person(_ passage: Passage, _ first: Int, _ last: Int) -> Mention {
    let words = Array(first...last).filter { passage[$0].isWord }
    let facts = passage.nameFacts(first)
    let gender: Gender? =
      facts.contains(.givenMale) == facts.contains(.givenFemale)
      ? nil : facts.contains(.givenMale) ? .male : .female
    let stems = words.map { passage.nameStem($0) }
    return mention(
      passage, first, last, .person, "a name without a capital", confidence: 0.5,
      detail: .unlisted(
        UnlistedPerson(
          words: stems, given: Array(stems.prefix(1)), gender: gender, role: nil, isSure: false)))
  }
}

extension Passage {
  /// Marks the lines without capitals: those that open a sentence with a small letter or have a
  /// capital in their label alone, and those that go on from such a line.
  mutating func markBareLines() {
    var start = 0
    var wasBare = false
    while start < count {
      var end = start
      while end < count, self[end].kind != .newline { end += 1 }
      wasBare = isBareLine(start..<end, after: wasBare)
      if wasBare { setBare(start..<end) }
      start = end + 1
    }
  }

  private func isBareLine(_ line: Range<Int>, after wasBare: Bool) -> Bool {
    var opens = false
    var hasLabel = false
    var words = 0
    for index in line where self[index].isWord {
      words += 1
      if self[index].isCapitalized {
        guard words == 1, isFollowed(index, by: ":") else { return false }
        hasLabel = true
      } else if self[index].opensSentence, self[index].value > 1 {
        opens = true
      }
    }
    return words > 0 && (opens || hasLabel && words > 1 || wasBare)
  }
}
