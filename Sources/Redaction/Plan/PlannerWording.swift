/// What stands in the place of everything but people.
extension Planner {
  mutating func replacement(
    for mention: Mention, _ treatment: Treatment, _ around: Surroundings, next: Mention?
  ) -> Replacement {
    if mention.kind == .person { return person(mention, treatment, around) }
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
}
