import Testing

@testable import Redaction

/// Overlaps against a slow reading of the same rules.
struct OverlapResolutionTests {
  private static func mention(_ start: Int, _ end: Int, _ kind: EntityKind) -> Mention {
    Mention(
      span: TextSpan(start, end), kind: kind, recognizer: "law", confidence: 1, why: "a law")
  }

  private static func listed(_ start: Int, _ end: Int, isFull: Bool = true) -> Mention {
    var mention = mention(start, end, .person)
    mention.detail = .person(PersonReference(candidates: [0], isFull: isFull))
    return mention
  }

  private static func spans(_ mentions: [Mention]) -> [TextSpan] { mentions.map(\.span) }

  @Test func theLongerOfTwoThatBeginTogetherStands() {
    let resolved = OverlapResolution.resolve([
      Self.mention(3, 6, .job), Self.mention(3, 9, .demographic),
    ])
    #expect(Self.spans(resolved) == [TextSpan(3, 9)])
  }

  @Test func whatIsLeftOfALoserStaysMasked() {
    let resolved = OverlapResolution.resolve([
      Self.mention(0, 10, .demographic), Self.listed(4, 8),
    ])
    #expect(Self.spans(resolved) == [TextSpan(0, 4), TextSpan(4, 8), TextSpan(8, 10)])
    #expect(resolved.map(\.kind) == [.demographic, .person, .demographic])
  }

  @Test func somebodyOfTheFileStandsInsideAnOrganization() {
    let resolved = OverlapResolution.resolve([
      Self.mention(0, 20, .organization), Self.listed(4, 8),
    ])
    #expect(resolved.contains { $0.span == TextSpan(4, 8) && $0.kind == .person })
  }

  @Test func somebodyUnlistedGoesWithTheOrganizationNamedAfterThem() {
    let resolved = OverlapResolution.resolve([
      Self.mention(0, 20, .organization), Self.mention(4, 8, .person),
    ])
    #expect(Self.spans(resolved) == [TextSpan(0, 20)])
  }

  @Test func aFirstNameInsideAPublicFiguresNameIsTheFigures() {
    var figure = Self.mention(0, 14, .person)
    figure.isPublic = true
    let resolved = OverlapResolution.resolve([figure, Self.listed(0, 8, isFull: false)])
    #expect(Self.spans(resolved) == [TextSpan(0, 14)])
  }

  @Test func manyShortHoldersDoNotHideALongOne() {
    // A long holder first, then many short ones before the mention that lies only in the long one.
    var mentions = [Self.mention(0, 100, .organization)]
    for start in stride(from: 1, to: 41, by: 4) {
      mentions.append(Self.mention(start, start + 2, .date))
    }
    mentions.append(Self.mention(90, 95, .number))
    #expect(Self.spans(OverlapResolution.resolve(mentions)) == [TextSpan(0, 100)])
  }

  @Test func agreesWithTheNaiveReading() {
    for seed in UInt64(1)...400 {
      var random = SeededGenerator(seed: seed)
      let mentions = (0..<Int.random(in: 0...14, using: &random)).map { _ in
        Self.random(using: &random)
      }
      let found = OverlapResolution.resolve(mentions)
      let expected = NaiveOverlap.resolve(mentions)
      #expect(Self.spans(found) == Self.spans(expected), "seed \(seed)")
      #expect(found.map(\.kind) == expected.map(\.kind), "seed \(seed)")
      for (a, b) in zip(found, found.dropFirst()) {
        #expect(a.span.end <= b.span.start, "seed \(seed)")
      }
    }
  }

  @Test func freeSpansAgreeWithPainting() {
    for seed in UInt64(1)...200 {
      var random = SeededGenerator(seed: seed)
      var taken = TakenSpans()
      var painted = [Bool](repeating: false, count: 64)
      for _ in 0..<20 {
        let start = Int.random(in: 0..<60, using: &random)
        let span = TextSpan(start, Int.random(in: (start + 1)...64, using: &random))
        let free = taken.free(in: span)
        #expect(free == NaiveOverlap.free(span, painted), "seed \(seed)")
        for part in free {
          taken.insert(part)
          for index in part.start..<part.end { painted[index] = true }
        }
      }
    }
  }

  private static func random(using random: inout SeededGenerator) -> Mention {
    let start = Int.random(in: 0..<40, using: &random)
    var mention = mention(
      start, start + Int.random(in: 1...16, using: &random),
      EntityKind.allCases.randomElement(using: &random)!)
    if mention.kind == .person, Bool.random(using: &random) {
      mention.detail = .person(
        PersonReference(candidates: [0], isFull: Bool.random(using: &random)))
    } else {
      mention.isPublic = Int.random(in: 0..<5, using: &random) == 0
    }
    return mention
  }
}

/// The rules of `OverlapResolution`, read word by word, one byte at a time.
enum NaiveOverlap {
  static func resolve(_ mentions: [Mention]) -> [Mention] {
    let order = mentions.filter { stands($0, among: mentions) }.enumerated().sorted { a, b in
      (rank(a.element), a.element.span.start, -a.element.span.count, a.offset)
        < (rank(b.element), b.element.span.start, -b.element.span.count, b.offset)
    }.map(\.element)
    var painted = [Bool](repeating: false, count: 1 + (mentions.map(\.span.end).max() ?? 0))
    var kept: [Mention] = []
    for mention in order {
      let parts = free(mention.span, painted)
      if mention.isPublic, parts != [mention.span] { continue }
      for part in parts {
        for index in part.start..<part.end { painted[index] = true }
        if part.start > mention.span.start, phrases.contains(mention.kind),
          let before = kept.firstIndex(where: {
            phrases.contains($0.kind) && !$0.isPublic && $0.span.end == part.start
          })
        {
          kept[before].span.end = part.end
          continue
        }
        var rest = mention
        rest.span = part
        kept.append(rest)
      }
    }
    return kept.sorted { $0.span < $1.span }
  }

  private static let phrases: [EntityKind] = [
    .job, .demographic, .organization, .unit, .event, .place,
  ]

  static func free(_ span: TextSpan, _ painted: [Bool]) -> [TextSpan] {
    var parts: [TextSpan] = []
    var start: Int?
    for index in span.start...span.end {
      let isFree = index < span.end && !painted[index]
      if isFree, start == nil { start = index }
      if !isFree, let from = start {
        parts.append(TextSpan(from, index))
        start = nil
      }
    }
    return parts
  }

  private static func stands(_ mention: Mention, among all: [Mention]) -> Bool {
    func isInside(_ other: Mention) -> Bool {
      other.span.contains(mention.span) && other.span != mention.span
    }
    if case .person(let reference) = mention.detail {
      return reference.isFull || !all.contains { $0.isPublic && $0.kind == .person && isInside($0) }
    }
    if mention.isPublic, mention.kind == .person { return true }
    if mention.isPublic, mention.kind == .other,
      all.contains(where: { $0.kind == .demographic && !$0.isPublic && isInside($0) })
    {
      return false
    }
    return !all.contains { other in
      let speaks: Bool =
        switch other.kind {
        case .person, .demographic, .number, .other: false
        default: !other.isPublic
        }
      return speaks && isInside(other)
    }
  }

  private static func rank(_ mention: Mention) -> Int {
    if mention.isPublic { return 1 }
    if mention.kind == .contact || mention.kind == .identifier { return 0 }
    if case .person = mention.detail { return 0 }
    if mention.kind == .person { return 2 }
    return mention.kind == .other ? 4 : 3
  }
}
