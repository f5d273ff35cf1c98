/// Happenings that are told by the place or the people they befell: "the Zarya massacre", "siege of X".
struct EventRecognizer: Recognizer {
  let name = "event"

  func find(in passage: Passage, into mentions: inout [Mention]) {
    var index = 0
    while index < passage.count {
      defer { index += 1 }
      guard let match = passage.match(index, .event) else { continue }
      // "siege of X" · "обстрел X"
      if let next = passage.following(match.last) {
        var name = next
        if passage.has(name, .preposition) || passage.has(name, .determiner),
          let further = passage.following(name)
        {
          name = further
        }
        // "l'éboulement du puits 17"
        if passage.language == .french, passage[name].shape == .lower,
          passage.has(name, .jobPlace) || passage.has(name, .placeNoun)
            || passage.has(name, .unitNoun),
          let number = passage.following(name), passage[number].isNumber
        {
          add(passage, index, number, match.value, &mentions)
          continue
        }
        if passage[name].isCapitalized, !passage[name].opensSentence, passage[name].value >= 3 {
          var last = name
          while let more = passage.following(last), passage[more].isCapitalized { last = more }
          add(passage, index, last, match.value, &mentions)
          continue
        }
      }
      // "the X massacre"
      if passage.language == .english, let before = passage.preceding(index),
        passage[before].isCapitalized, !passage[before].opensSentence,
        !passage.isCountry(before), !passage.isExplained(before)
      {
        add(passage, before, match.last, match.value, &mentions)
      }
    }
  }

  private func add(
    _ passage: Passage, _ first: Int, _ last: Int, _ said: String, _ mentions: inout [Mention]
  ) {
    mentions.append(
      mention(
        passage, first, last, .event, "a happening with a name", confidence: 0.6,
        detail: .general(said)))
  }
}
