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
          passage, first, last, .person, "a pseudonym of the case", confidence: 1,
          detail: .unlisted(PersonRecognizer().somebody(passage, first, last, isSure: true)),
          isPublic: true))
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
      Language.written.contains { language in
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

  /// Takes a name that was drawn as somebody's pseudonym for the name of a bystander, unless the text
  /// says of it somewhere that it is not a real one. One that the people file gives is a pseudonym
  /// wherever it stands, but where the text has it with a surname that is nobody's of the file.
  ///
  /// - Parameter isMarked: whether texts under the policy say of each pseudonym that it is one.
  func settle(_ mentions: inout [Mention], in bytes: UnsafeBufferPointer<UInt8>, isMarked: Bool) {
    let found = mentions.indices.filter { mentions[$0].recognizer == Self.known }
    guard !found.isEmpty else { return }
    var people: [Int: [Int]] = [:]
    var named: Set<Int> = []
    for index in found {
      let span = mentions[index].span
      let own = Tokenizer.tokens(of: bytes, in: span.start..<span.end)
        .flatMap { registry.people(pseudonym: $0.key) }
      people[index] = own
      if MarkerText.follows(bytes, span.end) { named.formUnion(own) }
    }
    // "Martha Quill", where somebody is to be called Martha.
    var borne: Set<Int> = []
    for mention in mentions {
      guard case .unlisted(let somebody) = mention.detail, somebody.words.count > 1,
        !mention.isPublic
      else { continue }
      let words = Tokenizer.tokens(of: bytes, in: mention.span.start..<mention.span.end)
        .filter { $0.isWord && $0.value > 1 }.map { Set(registry.people(pseudonym: $0.key)) }
      guard words.contains(where: \.isEmpty) else { continue }
      for owners in words { borne.formUnion(owners) }
    }
    for index in found {
      let own = people[index] ?? []
      if !isMarked || !named.isDisjoint(with: own)
        || !registry.givenPseudonyms.subtracting(borne).isDisjoint(with: own)
      {
        mentions[index].detail = .none
      } else {
        mentions[index].recognizer = PersonRecognizer.known
        mentions[index].isPublic = false
        mentions[index].confidence = 0.9
        mentions[index].why = "a name that is drawn for somebody of the people file"
        mentions[index].needsReview = true
      }
    }
  }
}
