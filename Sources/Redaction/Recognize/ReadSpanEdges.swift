/// The edges of what a reader saw, drawn so that something can be said in its place: pieces of one
/// thing are one span, no preposition hangs at its end, and quotation marks are closed.
extension ReadSpan {
  /// The spans of a passage with such edges; those that hold nothing but grammar are gone.
  static func whole(_ spans: [ReadSpan], in passage: Passage) -> [ReadSpan] {
    var whole: [ReadSpan] = []
    for span in spans {
      guard phrases.contains(span.kind) else {
        if let last = whole.last, last.kind == .person, span.kind == .person,
          last.stays == span.stays, span.first == last.last + 1
        {
          // "Joost" "van der" "Kolk": words of names that touch are one name.
          whole[whole.count - 1].last = span.last
          whole[whole.count - 1].confidence = max(last.confidence, span.confidence)
        } else if !span.stays || !span.isGrammar(in: passage) {
          whole.append(span)
        }
        continue
      }
      guard let trimmed = span.trimmed(in: passage) else { continue }
      if var last = whole.last, last.goesOn(to: trimmed, in: passage) {
        last.last = trimmed.last
        last.confidence = max(last.confidence, trimmed.confidence)
        whole[whole.count - 1] = last
      } else {
        whole.append(trimmed)
      }
    }
    return whole.map { $0.quoted(in: passage) }
  }

  /// The kinds that are said by phrases; names of people and places are as long as they are.
  private static let phrases: Set<EntityKind> = [
    .job, .demographic, .event, .unit, .organization, .date, .age,
  ]
  /// Those of which a small word may stand inside: "sealing" of "the arcade".
  private static let long: Set<EntityKind> = [.job, .demographic, .event, .unit]

  /// Whether `next` says more of the same thing: nothing, or one small word, between.
  private func goesOn(to next: ReadSpan, in passage: Passage) -> Bool {
    guard kind == next.kind, stays == next.stays, next.first > last else { return false }
    if next.first == last + 1 { return true }
    // "n'a"
    if next.first == last + 2, passage[last + 1].kind == .mark, !passage[last + 1].gap,
      !passage[next.first].gap
    {
      return true
    }
    return Self.long.contains(kind) && next.first == last + 2
      && passage[last + 1].shape == .lower && passage.hasAny(last + 1, Self.hanging)
  }

  /// Whether it holds nothing but small words.
  private func isGrammar(in passage: Passage) -> Bool {
    (first...last).allSatisfy {
      passage[$0].kind == .mark
        || passage[$0].shape == .lower && passage.hasAny($0, Self.hanging)
    }
  }

  /// Without the small words at its ends that belong to what stands beside it.
  private func trimmed(in passage: Passage) -> ReadSpan? {
    var span = self
    func isGrammar(_ index: Int) -> Bool {
      passage[index].kind == .mark
        || passage[index].shape == .lower && passage.hasAny(index, Self.hanging)
    }
    while span.last >= span.first, isGrammar(span.last) { span.last -= 1 }
    guard span.last >= span.first else { return nil }
    while span.first < span.last, passage[span.first].shape == .lower,
      passage.has(span.first, .conjunction), !passage.hasAny(span.first, Self.joining)
    {
      span.first += 1
    }
    if span.first == span.last, passage[span.first].shape == .lower,
      passage.has(span.first, .auxiliary)
    {
      return nil
    }
    return span
  }

  private static let joining = cues(.preposition, .determiner)
  private static let hanging = cues(.preposition, .determiner, .conjunction)

  private static func cues(_ cues: Cue...) -> UInt64 { cues.reduce(0) { $0 | $1.bit } }

  // MARK: Quotation marks

  /// With the quotation mark that closes or opens what stands inside, and with both where they hold
  /// the whole: «Путь Абая» is said without them.
  private func quoted(in passage: Passage) -> ReadSpan {
    guard Self.named.contains(kind), !stays else { return self }
    var span = self
    let before = first > 0 ? passage[first - 1] : nil
    let after = last + 1 < passage.count ? passage[last + 1] : nil
    for (open, close) in Self.quotes {
      let opened = (first...last).count { passage[$0].isMark(open) }
      let closed = (first...last).count { passage[$0].isMark(close) }
      let opens = before?.isMark(open) ?? false
      let closes = after?.isMark(close) ?? false
      if opened > closed, closes { span.last += 1 }
      if closed > opened, opens { span.first -= 1 }
      if opened == closed, opens, closes {
        span.first -= 1
        span.last += 1
      }
      if span.first != first || span.last != last { break }
    }
    return span
  }

  private static let named: Set<EntityKind> = [.organization, .unit, .event]
  private static let quotes: [(Unicode.Scalar, Unicode.Scalar)] = [
    ("«", "»"), ("“", "”"), ("„", "“"),
  ]
}
