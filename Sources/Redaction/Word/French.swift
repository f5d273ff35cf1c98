/// French: articles, contractions, elision and agreement around a replacement.
enum French: Wording {
  /// What was said so far in one text, so that a thing is told again by the same words.
  struct Memory {
    /// What each thing was called when it was first spoken of.
    var said: [FoldedKey: FrenchNoun] = [:]
    /// Where each was last spoken of.
    var ends: [FoldedKey: Int] = [:]
    /// The end of the last place that was left: "de Caen".
    var departure = -1
  }

  /// What stands in the place of a mention in prose; nil where prose would need grammar that the
  /// place does not tell.
  static func replacement(
    for mention: Mention, _ treatment: Treatment, _ around: Surroundings, next: Mention?,
    _ told: inout Told
  ) -> Replacement? {
    let level: GeneralizationLevel
    switch treatment {
    case .generalize(let said): level = said
    case .suppress, .mask: return nil
    default: level = .described
    }
    let frame = FrenchFrame(around)
    switch mention.detail {
    case .place(let expression):
      return place(expression, level, frame, next: next, &told)
    case .date(let date):
      var date = date
      if !date.isBirth, isBirthday(frame) { date.isBirth = true }
      return self.date(date, level, frame)
        ?? frame.fit(joined(frame.preposition, "cette période"))
    case .age(let age): return self.age(age, level, frame) ?? someAge(frame)
    case .general(let phrase):
      switch mention.kind {
      case .contact: return contact(nil, frame)
      case .identifier, .number: return number(nil, frame)
      case .demographic: return trait(phrase, frame) ?? peculiarity(frame)
      case .job: return job(phrase, level, frame, told.lastPerson?.gender)
      case .unit where level == .general:
        return thing("une unité militaire", mention.kind, frame, &told)
      default:
        return thing(phrase.isEmpty ? plain(mention.kind) : phrase, mention.kind, frame, &told)
      }
    case .said(.nationality): return nil
    case .said(let what):
      return mention.kind == .contact ? contact(what, frame) : number(what, frame)
    default: return mention.kind == .age ? someAge(frame) : nil
    }
  }

  /// What is said of a kind of which nothing else is known.
  private static func plain(_ kind: EntityKind) -> String {
    switch kind {
    case .unit: "une unité militaire"
    case .event: "un événement"
    default: "une organisation"
    }
  }

  /// An age that no grammar can parse.
  private static func someAge(_ frame: FrenchFrame) -> Replacement? {
    guard frame.determiner == nil, frame.preposition == nil, !frame.isClosed else { return nil }
    return frame.fit("d'un certain âge")
  }

  static let naming = WordList("french-naming")
}
