/// Which of several overlapping mentions stands: direct before quasi, then leftmost-longest, and
/// what is left of a loser stays masked.
///
/// The classes, first wins: what the check of the output found · people of the people file, contacts and
/// identifiers · what is public ·
/// people found in the text · everything else · what nothing cleared. What lies wholly inside a
/// longer mention that is masked (a hospital named after somebody, the month of a date) goes with
/// it, save the people of the file and public figures. A first name of somebody of the file inside
/// a public figure's full name is the figure's.
enum OverlapResolution {
  static func resolve(
    _ mentions: [Mention], trim: (TextSpan) -> TextSpan? = { $0 },
    masks: (Mention) -> Bool = { !$0.isPublic }
  ) -> [Mention] {
    let candidates = mentions
    // By start, then by position: both in one number, offsets being of 32 bits.
    var keys = standing(mentions, masks).map {
      UInt64(candidates[$0].span.start) << 32 | UInt64($0)
    }
    keys.sort()
    let order = keys.map { Int($0 & 0xFFFF_FFFF) }
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
    // The phrases among them, by where they end: no two end at one place.
    var ends: [Int: Int] = [:]
    func keep(_ mention: Mention) {
      if phrases.contains(mention.kind), !mention.isPublic, !mention.stays {
        ends[mention.span.end] = kept.count
      }
      kept.append(mention)
    }
    var taken = TakenSpans()
    for mention in order {
      let parts = taken.free(in: mention.span)
      if parts == [mention.span] {
        taken.insert(mention.span)
        keep(mention)
        continue
      }
      if mention.isPublic { continue }
      for part in parts {
        guard let span = trim(part) else { continue }
        // "медсестра в больнице | в Кунгуре": what a trade took the body's noun of goes with the trade.
        if part.start > mention.span.start, phrases.contains(mention.kind),
          let at = ends.removeValue(forKey: part.start)
        {
          kept[at].span.end = span.end
          ends[span.end] = at
          taken.insert(TextSpan(part.start, span.end))
          continue
        }
        var rest = mention
        rest.span = span
        switch rest.detail {
        case .general, .said: break
        default: rest.detail = .none
        }
        taken.insert(span)
        keep(rest)
      }
    }
    return kept.sorted { $0.span < $1.span }
  }

  /// Kinds that are said by a noun and what goes with it.
  private static let phrases: Set<EntityKind> = [
    .job, .demographic, .organization, .unit, .event, .place,
  ]

  private static func rank(_ mention: Mention) -> Int {
    if mention.recognizer == Decision.byCheck { return -1 }
    if mention.isPublic { return 1 }
    switch mention.kind {
    case .contact:
      // "#волков": the pseudonym stands after the sign.
      if case .said(.hashtag) = mention.detail { return 2 }
      return 0
    case .identifier: return 0
    case .person:
      if case .person = mention.detail { return 0 }
      return 2
    case .other: return 4
    default: return 3
    }
  }

  /// The positions of the mentions that do not lie inside another one that speaks for them.
  private static func standing(_ mentions: [Mention], _ masks: (Mention) -> Bool) -> [Int] {
    var holders: [TextSpan] = []
    var figures: [TextSpan] = []
    var traits: [TextSpan] = []
    for mention in mentions {
      if mention.isPublic {
        if mention.kind == .person { figures.append(mention.span) }
      } else if isHolder(mention), masks(mention) {
        holders.append(mention.span)
      } else if mention.kind == .demographic, masks(mention) {
        traits.append(mention.span)
      }
    }
    holders.sort()
    traits.sort()
    figures.sort()
    return mentions.indices.filter { index in
      let span = mentions[index].span
      if case .person(let reference) = mentions[index].detail {
        // A first name of somebody of the file inside a public figure's longer name.
        return reference.isFull || !isStrictlyInside(span, figures)
      }
      if mentions[index].isPublic, mentions[index].kind == .person { return true }
      // «с аппаратом Илизарова на голени»: a saying clears its names, and not what it is part of.
      if mentions[index].isPublic, mentions[index].kind == .other,
        isStrictlyInside(span, traits)
      {
        return false
      }
      return !isStrictlyInside(span, holders)
    }
  }

  /// Whether a span lies inside one of the sorted spans, and is not that span.
  private static func isStrictlyInside(_ span: TextSpan, _ sorted: [TextSpan]) -> Bool {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle].start <= span.start { low = middle + 1 } else { high = middle }
    }
    for index in stride(from: low - 1, through: max(0, low - 4), by: -1) where index >= 0 {
      if sorted[index].contains(span), sorted[index] != span { return true }
    }
    return false
  }

  /// The mentions that speak for all that lies inside them: "Turkish" goes with "Turkish liras".
  private static func isHolder(_ mention: Mention) -> Bool {
    switch mention.kind {
    case .organization, .unit, .event, .date, .place, .contact, .identifier, .age, .job: true
    case .number: mention.recognizer == QuantityRecognizer.known
    case .demographic: mention.recognizer == NationalityRecognizer.known
    case .person, .other: false
    }
  }
}

extension OverlapResolution {
  /// Gives the rest of a name whose other part is on the people file to that person:
  /// "Volkov-Petrov", where only Volkov is known. Comes before `resolve`.
  ///
  /// - Parameter isRelative: whether the name in which a part of somebody of the file stands is that
  ///   of somebody else: "Anna Volkova", where only Sergei Volkov is known.
  /// - Parameter isStranger: whether a first name of one and a surname of another make the name of
  ///   a third.
  /// - Parameter isPart: whether what stands beside a name can belong to it.
  static func absorbing(
    _ mentions: [Mention], trim: (TextSpan) -> TextSpan?,
    isPart: (_ rest: TextSpan, _ name: TextSpan) -> Bool = { _, _ in true },
    isRelative: (UnlistedPerson, Mention) -> Bool = { _, _ in false },
    isStranger: (Mention, Mention) -> Bool = { _, _ in false }
  ) -> [Mention] {
    let known = mentions.indices.filter {
      if case .person = mentions[$0].detail { true } else { false }
    }.sorted { mentions[$0].span < mentions[$1].span }
    guard !known.isEmpty else { return mentions }
    var mentions = mentions
    var others: Set<Int> = []
    var figures = TakenSpans()
    for span in mentions.filter(\.isPublic).map(\.span).sorted() { figures.insert(span) }
    for index in mentions.indices {
      guard case .unlisted(let found) = mentions[index].detail else { continue }
      let span = mentions[index].span
      var low = 0
      var high = known.count
      while low < high {
        let middle = (low + high) / 2
        if mentions[known[middle]].span.end <= span.start {
          low = middle + 1
        } else {
          high = middle
        }
      }
      if low + 1 < known.count, span.start == mentions[known[low]].span.start,
        span.end == mentions[known[low + 1]].span.end,
        mentions[known[low]].span.end + 1 == mentions[known[low + 1]].span.start,
        isStranger(mentions[known[low]], mentions[known[low + 1]])
      {
        others.formUnion(known[low...low + 1])
        continue
      }
      // Exactly one of them inside: two names beside each other stay two.
      guard low < known.count, mentions[known[low]].span.overlaps(span),
        low + 1 == known.count || !mentions[known[low + 1]].span.overlaps(span)
      else { continue }
      let inner = mentions[known[low]].span
      if span.contains(inner), span != inner,
        isRelative(found, mentions[known[low]]),
        figures.free(in: span) == [span]
      {
        others.insert(known[low])
        continue
      }
      // "General Min Aung Hlaing": a first name of the file in the name of a public figure.
      if figures.free(in: inner).isEmpty { continue }
      // A single letter is the ending of a possessive.
      if inner.start > span.start, let rest = trim(TextSpan(span.start, inner.start)),
        rest.count > 1, isPart(rest, inner)
      {
        mentions[known[low]].span.start = rest.start
      }
      if inner.end < span.end, let rest = trim(TextSpan(inner.end, span.end)) {
        if rest.count > 1, isPart(rest, inner) { mentions[known[low]].span.end = rest.end }
      }
      mentions[index].span = mentions[known[low]].span
    }
    return others.isEmpty
      ? mentions : mentions.indices.filter { !others.contains($0) }.map { mentions[$0] }
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
