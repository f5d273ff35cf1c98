/// What stands in the place of everything but people.
extension Planner {
  mutating func replacement(
    for mention: Mention, _ treatment: Treatment, _ around: Surroundings, next: Mention?
  ) -> Replacement {
    if mention.kind == .person { return person(mention, treatment, around) }
    if isUnsaid(mention, treatment) {
      return aside(around) ?? Replacement(span: around.span, text: Brackets.omission)
    }
    if policy.style(for: mention.kind) == .prose, let wording = language.wording {
      let kept = next.flatMap { self.treatment(of: $0) == .keep ? $0 : nil }
      if let said = wording.replacement(for: mention, treatment, around, next: kept, &told) {
        return said
      }
    }
    var isLocated = false
    if case .place(let place) = mention.detail { isLocated = told.isLocated(place) }
    return Brackets.replacement(
      for: mention, treatment, language: language, lexicon: lexicon, isLocated: isLocated,
      in: around)
  }

  /// "a pharmacy in ⟦a town⟧, La Candelita, two streets down": what stands between two commas, or a comma
  /// and the end of the sentence, goes with the first.
  private func aside(_ around: Surroundings) -> Replacement? {
    var start = around.span.start
    while start > around.start, bytes[start - 1] == UInt8(ascii: " ") { start -= 1 }
    let end = around.span.end
    guard start > around.start, start < around.span.start, bytes[start - 1] == UInt8(ascii: ","),
      end < around.end, ",.;".utf8.contains(bytes[end]),
      // "a man, fifty-two, and his wife" stays a row of things; a figure's point is no full stop.
      end + 1 >= bytes.count || bytes[end + 1] == UInt8(ascii: " ") || bytes[end + 1] == 0x0A
    else { return nil }
    return Replacement(
      span: TextSpan(start - 1, end + 1), text: String(UnicodeScalar(bytes[end])))
  }

  /// What a reader takes for a formation, and no word or number of which says so, or what it takes for
  /// a kind that it is not: a vehicle, a boat, a hotel. It is no "military unit".
  private func isUnsaid(_ mention: Mention, _ treatment: Treatment) -> Bool {
    guard language.wording != nil, case .generalize(let level) = treatment,
      policy.style(for: mention.kind) == .prose
    else { return false }
    if case .unsaid = mention.detail { return true }
    guard level == .described, mention.kind == .unit, case .general("") = mention.detail else {
      return false
    }
    let name = String(decoding: bytes[mention.span.start..<mention.span.end], as: UTF8.self)
    return !name.contains(where: \.isNumber)
      && !name.split(separator: " ").contains { $0.count > 1 && $0 == $0.uppercased() }
  }
}
