/// Pseudonyms of the case that already stand in a text, in any of their forms: they are nobody's
/// name.
struct PseudonymRecognizer: Recognizer {
  static let known = "pseudonym"
  let name = known
  let registry: PersonRegistry

  func find(in passage: Passage, into mentions: inout [Mention]) {
    guard !registry.isEmpty else { return }
    var index = 0
    while index < passage.count {
      defer { index += 1 }
      guard passage[index].isCapitalized else { continue }
      let people = registry.people(pseudonym: passage[index].key)
      guard !people.isEmpty else { continue }
      let (first, last) = whole(passage, index, people)
      mentions.append(
        mention(
          passage, first, last, .person, "a pseudonym of the case", confidence: 1, isPublic: true))
      index = last
    }
  }

  /// The pseudonym with its other words, its patronymic and the initials before it.
  private func whole(_ passage: Passage, _ index: Int, _ people: [Int]) -> (Int, Int) {
    var first = index
    var last = index
    while let next = passage.following(last), next <= last + 2, passage[next].isCapitalized,
      registry.people(pseudonym: passage[next].key).contains(where: { people.contains($0) })
        || isPatronymic(passage, next, people)
    {
      last = next
    }
    while first >= 2, passage[first - 1].isMark("."), passage.isInitial(first - 2),
      isInitial(passage, first - 2, people)
    {
      first -= 2
    }
    return (first, last)
  }

  private func isPatronymic(_ passage: Passage, _ index: Int, _ people: [Int]) -> Bool {
    let word = passage.folded(index)
    guard word.count > 8 else { return false }
    let mayBeDrawn = PseudonymPatronymics.mayBeDrawn(passage[index].key)
    return people.contains { person in
      [passage.language, .russian, .ukrainian, .english].contains { language in
        guard let words = registry.pseudonymWords(of: person, in: language),
          mayBeDrawn || words.patronymic != nil,
          let patronymic = registry.patronymic(
            of: words, id: registry.people.people[person].id, in: language)
        else { return false }
        return PseudonymForms.forms(patronymic, .patronymic, words.gender, language).contains(word)
      }
    }
  }

  private func isInitial(_ passage: Passage, _ index: Int, _ people: [Int]) -> Bool {
    let letter = passage.folded(index)
    return people.contains { person in
      guard let words = registry.pseudonymWords(of: person, in: passage.language) else {
        return false
      }
      let own = [
        words.given,
        registry.patronymic(
          of: words, id: registry.people.people[person].id, in: passage.language) ?? "",
      ]
      return own.contains { Fold.bytes(Array($0.prefix(1).utf8)) == letter }
    }
  }
}
