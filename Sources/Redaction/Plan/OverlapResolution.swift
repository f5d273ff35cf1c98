/// Which of several overlapping mentions stands: direct before quasi, then leftmost-longest, and
/// what is left of a loser stays masked.
///
/// The classes, first wins: people of the people file, contacts and identifiers · what is public ·
/// people found in the text · everything else · what nothing cleared. What lies wholly inside a
/// longer mention that is masked (a hospital named after somebody, the month of a date) goes with
/// it, save the people of the file and public figures. A first name of somebody of the file inside
/// a public figure's full name is the figure's.
enum OverlapResolution {
  static func resolve(
    _ mentions: [Mention], trim: (TextSpan) -> TextSpan? = { $0 },
    masks: (Mention) -> Bool = { !$0.isPublic }
  ) -> [Mention] {
    let candidates = withoutContained(withoutPartsOfFigures(mentions), masks)
    let order = candidates.indices.sorted {
      (candidates[$0].span.start, $0) < (candidates[$1].span.start, $1)
    }
    var kept: [Mention] = []
    kept.reserveCapacity(candidates.count)
    // Mentions that touch no others stand; those that overlap are settled among themselves.
    var first = 0
    while first < order.count {
      var last = first
      var end = candidates[order[first]].span.end
      while last + 1 < order.count, candidates[order[last + 1]].span.start < end {
        last += 1
        end = max(end, candidates[order[last]].span.end)
      }
      if first == last {
        kept.append(candidates[order[first]])
      } else {
        kept += settle(order[first...last].map { candidates[$0] }, trim)
      }
      first = last + 1
    }
    return kept
  }

  private static func settle(
    _ mentions: [Mention], _ trim: (TextSpan) -> TextSpan?
  ) -> [Mention] {
    let order = mentions.sorted { a, b in
      (rank(a), a.span.start, -a.span.count) < (rank(b), b.span.start, -b.span.count)
    }
    var kept: [Mention] = []
    var taken = TakenSpans()
    for mention in order {
      let parts = taken.free(in: mention.span)
      if parts == [mention.span] {
        taken.insert(mention.span)
        kept.append(mention)
        continue
      }
      if mention.isPublic { continue }
      for part in parts {
        guard let span = trim(part) else { continue }
        var rest = mention
        rest.span = span
        if case .general = rest.detail {} else { rest.detail = .none }
        taken.insert(span)
        kept.append(rest)
      }
    }
    return kept.sorted { $0.span < $1.span }
  }

  private static func rank(_ mention: Mention) -> Int {
    if mention.isPublic { return 1 }
    switch mention.kind {
    case .contact, .identifier: return 0
    case .person:
      if case .person = mention.detail { return 0 }
      return 2
    case .other: return 4
    default: return 3
    }
  }

  /// Drops public names and people found in the text that lie inside a longer masked mention.
  private static func withoutContained(
    _ mentions: [Mention], _ masks: (Mention) -> Bool
  ) -> [Mention] {
    let holders = mentions.filter { isHolder($0) && masks($0) }.sorted { $0.span < $1.span }
    guard !holders.isEmpty else { return mentions }
    var starts = holders.map(\.span.start)
    starts.append(Int.max)
    return mentions.filter { mention in
      if case .person = mention.detail { return true }
      if mention.isPublic, mention.kind == .person { return true }
      var low = 0
      var high = holders.count
      while low < high {
        let middle = (low + high) / 2
        if starts[middle] <= mention.span.start { low = middle + 1 } else { high = middle }
      }
      for index in stride(from: low - 1, through: max(0, low - 4), by: -1) where index >= 0 {
        let holder = holders[index]
        if holder.span.contains(mention.span), holder.span != mention.span { return false }
      }
      return true
    }
  }
}

extension OverlapResolution {
  /// A mention that speaks for all that lies inside it.
  fileprivate static func isHolder(_ mention: Mention) -> Bool {
    guard !mention.isPublic else { return false }
    switch mention.kind {
    case .organization, .unit, .event, .date, .place, .contact, .identifier, .age, .job: return true
    case .person, .demographic, .number, .other: return false
    }
  }

  /// Drops first names of people of the file that stand inside a public figure's longer name.
  fileprivate static func withoutPartsOfFigures(_ mentions: [Mention]) -> [Mention] {
    let figures = mentions.filter { $0.isPublic && $0.kind == .person }.map(\.span).sorted()
    guard !figures.isEmpty else { return mentions }
    return mentions.filter { mention in
      guard case .person(let reference) = mention.detail, !reference.isFull else { return true }
      var low = 0
      var high = figures.count
      while low < high {
        let middle = (low + high) / 2
        if figures[middle].end <= mention.span.start { low = middle + 1 } else { high = middle }
      }
      guard low < figures.count, figures[low].contains(mention.span) else { return true }
      return figures[low] == mention.span
    }
  }
}

/// Disjoint spans, kept sorted, of which the free rest can be asked.
struct TakenSpans {
  private var spans: [TextSpan] = []

  /// The parts of `span` that are not taken, in order.
  func free(in span: TextSpan) -> [TextSpan] {
    var parts: [TextSpan] = []
    var start = span.start
    var index = position(span.start)
    while index < spans.count, spans[index].start < span.end {
      if spans[index].start > start { parts.append(TextSpan(start, spans[index].start)) }
      start = max(start, spans[index].end)
      index += 1
    }
    if start < span.end { parts.append(TextSpan(start, span.end)) }
    return parts
  }

  mutating func insert(_ span: TextSpan) {
    if let last = spans.last, last.end <= span.start {
      spans.append(span)
    } else {
      spans.insert(span, at: position(span.start))
    }
  }

  /// The first taken span that ends after `offset`.
  private func position(_ offset: Int) -> Int {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
