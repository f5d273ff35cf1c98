/// Pseudonyms of the case that already stand in a text: they are nobody's name.
struct PseudonymRecognizer: Recognizer {
  let name = "pseudonym"
  let registry: PersonRegistry

  func find(in passage: Passage, into mentions: inout [Mention]) {
    guard !registry.isEmpty else { return }
    for index in 0..<passage.count
    where passage[index].isCapitalized && registry.isPseudonym(passage[index].key) {
      mentions.append(
        mention(
          passage, index, index, .person, "a pseudonym of the case", confidence: 1, isPublic: true))
    }
  }
}
