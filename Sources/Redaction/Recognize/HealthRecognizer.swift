/// What a body or a mind suffers from, where a policy says traits in their most general word: the
/// names of diseases by the endings that medicine gives them, and broken or lost parts of the body.
///
/// "degenerative discopathy", "a psychotic illness", "fracture of the left kneecap".
struct HealthRecognizer: Recognizer {
  static let known = "health"
  let name = known

  func find(in passage: Passage, into mentions: inout [Mention]) {
    guard passage.grammar.has(.stacksNouns) else { return }
    for index in 0..<passage.count
    where passage[index].isWord && passage[index].value >= 4 && passage[index].shape == .lower {
      guard isCondition(passage, index) else { continue }
      mentions.append(
        mention(
          passage, start(passage, index), end(passage, index), .demographic,
          "a state of health", confidence: 0.7, detail: .general("a health condition")))
    }
  }

  private func isCondition(_ passage: Passage, _ index: Int) -> Bool {
    let key = passage[index].key
    if Self.names.contains(key) { return true }
    if Self.harms.contains(key) {
      return passage.following(index).map { Self.parting.contains(passage[$0].key) } ?? false
        && partOfBody(passage, index) != nil
    }
    if Self.broad.contains(key) {
      return passage.preceding(index).map {
        $0 == index - 1 && Self.describing.contains(passage[$0].key)
      } ?? false
    }
    guard !Self.ordinary.contains(key) else { return false }
    let word = passage.folded(index)
    return word.count >= 7 && Self.endings.contains { word.suffix($0.count).elementsEqual($0) }
  }

  /// Adjectives before the noun: "calcifying periarthritis", "severe post-traumatic stress disorder".
  private func start(_ passage: Passage, _ index: Int) -> Int {
    var first = index
    for _ in 0..<4 {
      var before = first - 1
      guard before >= 0 else { break }
      if before > 0, Passage.isHyphen(passage[before]), !passage[before].gap, !passage[first].gap,
        passage[before - 1].isWord
      {
        first = before - 1
        continue
      }
      if Passage.isHyphen(passage[before]), before > 0 { before -= 1 }
      guard passage[before].isWord, passage[before].shape == .lower, passage[before].value > 2,
        !passage.isGrammar(before), !Self.stops.contains(passage[before].key),
        !passage.has(before, .speech), passage.cardinal(before) == nil,
        Self.describing.contains(passage[before].key) || isAdjective(passage.folded(before))
      else { break }
      first = before
    }
    return first
  }

  /// "of the left kneecap", "in his left eye" after the noun.
  private func end(_ passage: Passage, _ index: Int) -> Int {
    var last = index
    while let part = partOfBody(passage, last) { last = part }
    return last
  }

  private func partOfBody(_ passage: Passage, _ index: Int) -> Int? {
    guard let preposition = passage.following(index),
      Self.parting.contains(passage[preposition].key)
    else { return nil }
    var cursor = preposition
    for _ in 0..<5 {
      guard let next = passage.following(cursor) else { return nil }
      if passage[next].isNumber { return ordinalPart(passage, cursor) }
      if Self.parts.contains(passage[next].key) { return next }
      guard passage[next].shape == .lower else { return nil }
      cursor = next
    }
    return nil
  }

  /// "the 4th sacral vertebra"
  private func ordinalPart(_ passage: Passage, _ index: Int) -> Int? {
    guard let number = passage.following(index), let ordinal = passage.ordinal(number) else {
      return nil
    }
    var cursor = ordinal.last
    for _ in 0..<3 {
      guard let next = passage.following(cursor), passage[next].isWord else { return nil }
      if Self.parts.contains(passage[next].key) { return next }
      cursor = next
    }
    return nil
  }

  private func isAdjective(_ word: [UInt8]) -> Bool {
    Self.adjectives.contains { word.suffix($0.count).elementsEqual($0) }
  }

  private static let endings = words(
    """
    itis osis pathy pathies algia plegia phrenia aemia uria trophy sclerosis ectomy plasia
    phobia rrhage rrhoea rrhea carcinoma lymphoma melanoma sarcoma myoma
    """)
  private static let adjectives = words(
    "ic ical al ary oid ous ive ing ed ent ant ar iform genic")
  private static func words(_ text: String) -> [[UInt8]] {
    text.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }
  }

  private static let ordinary = WordList("health-ordinary")

  private static let names = WordList("health-names")
  private static let broad = WordList("health-broad")
  private static let describing = WordList("health-describing")
  private static let harms = WordList("health-harms")
  private static let parting = WordList("health-prepositions")
  private static let parts = WordList("health-parts")
  private static let stops = WordList("health-stops")
}
