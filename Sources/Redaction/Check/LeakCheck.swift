/// Something of the original that still shows in a redacted text.
public struct LeakFinding: Sendable, Equatable {
  public enum Check: String, Sendable {
    /// A form of a protected person's name.
    case protectedName = "protected-name"
    /// The same words that a decision replaced, standing elsewhere.
    case maskedOriginal = "masked-original"
  }
  public let check: Check
  public let kind: EntityKind
  /// Where it stands in the redacted text, in UTF-8 offsets.
  public let span: TextSpan
  /// The people file's id of the person, where there is one.
  public let entity: String?
}

extension RedactedTestimony {
  /// Searches the output again for every form of every protected name, and for the words of every
  /// masked original. Anything found means that the output must not be released.
  public func leaks() -> [LeakFinding] {
    let source = reviewed.plan.testimony.bytes
    let registry = reviewed.plan.registry
    return bytes.withUnsafeBufferPointer { output in
      source.withUnsafeBufferPointer { source in
        let originals = MaskedOriginals(
          decisions: decisions, source: source, language: language, registry: registry)
        var findings = found(in: output, registry, originals, nil)
        // What we wrote may change how much of a text is in capitals: it is read as its original was.
        if findings.contains(where: { $0.check == .protectedName }),
          let casing = Passages.casing(of: source, language: language)
        {
          findings = found(in: output, registry, originals, casing)
        }
        return findings.filter { finding in
          !isOurs(finding)
        }.sorted { $0.span < $1.span }
      }
    }
  }

  private func found(
    in output: UnsafeBufferPointer<UInt8>, _ registry: PersonRegistry,
    _ originals: MaskedOriginals, _ casing: Casing.Style?
  ) -> [LeakFinding] {
    var findings: [LeakFinding] = []
    let reading: Passage.Reading = registry.isEmpty ? .tokens : .cues
    Passages.each(in: output, language: language, reading: reading, casing: casing) { passage in
      names(in: passage, registry, &findings)
      originals.find(in: passage, &findings)
    }
    return findings
  }

  private func names(
    in passage: Passage, _ registry: PersonRegistry, _ findings: inout [LeakFinding]
  ) {
    var mentions: [Mention] = []
    RosterRecognizer(registry: registry).find(in: passage, into: &mentions)
    for mention in mentions {
      guard case .person(let reference) = mention.detail, let person = reference.candidates.first,
        registry.people.people[person].status == .protected, isMasked(person)
      else { continue }
      findings.append(
        LeakFinding(
          check: .protectedName, kind: .person, span: mention.span,
          entity: registry.people.people[person].id))
    }
  }

  /// Whether the plan masks this person at all: a policy may keep people as they are.
  private func isMasked(_ person: Int) -> Bool {
    reviewed.plan.masksProtectedPeople
  }

  /// A pseudonym that the text itself had established stands where it stood; and what the policy
  /// leaves readable may hold a word that is masked elsewhere.
  private func isOurs(_ finding: LeakFinding) -> Bool {
    var low = 0
    var high = outputSpans.count
    while low < high {
      let middle = (low + high) / 2
      if outputSpans[middle].end <= finding.span.start { low = middle + 1 } else { high = middle }
    }
    guard low < outputSpans.count, outputSpans[low].contains(finding.span) else { return false }
    return decisions[low].treatment == .pseudonymize
      || decisions[low].treatment == .keep && finding.check == .maskedOriginal
  }
}

/// The words of what was replaced, to be looked for in the output.
struct MaskedOriginals {
  private struct Original {
    /// Of several that begin in one place, the first decided is told of.
    var order: Int
    var kind: EntityKind
    var isCapitalized: Bool
  }

  /// How many words are compared at most: of something very long its beginning gives it away.
  private static let longest = 64

  /// By the key of all their words.
  private var originals: [FoldedKey: Original] = [:]
  /// The keys of what originals of more words begin with.
  private var beginnings: Set<FoldedKey> = []
  private var filter = KeyFilter(bits: 1 << 16)

  init(
    decisions: [Decision], source: UnsafeBufferPointer<UInt8>, language: Language,
    registry: PersonRegistry
  ) {
    let lexicon = Lexicon.embedded
    // What the policy leaves readable somewhere is no secret elsewhere.
    var kept: Set<[FoldedKey]> = []
    for index in decisions.indices where decisions[index].treatment == .keep {
      kept.insert(Self.tokens(decisions[index].span, source).map(Self.key))
    }
    var seen: Set<[FoldedKey]> = []
    for index in decisions.indices
    where decisions[index].treatment != .keep && Self.isName(decisions[index].kind) {
      let tokens = Self.tokens(decisions[index].span, source)
      let keys = tokens.map { Self.key($0) }
      guard !keys.isEmpty, !kept.contains(keys), seen.insert(keys).inserted else { continue }
      let letters = tokens.reduce(0) { $0 + ($1.isWord ? Int($1.value) : Int($1.digits)) }
      guard letters >= 4 else { continue }
      // Words that are all ordinary say nothing by standing somewhere else.
      let isOrdinary = tokens.allSatisfy {
        $0.isWord && lexicon.isOrdinary($0, of: source, in: language)
          || $0.isWord && registry.isPseudonym($0.key)
      }
      guard !isOrdinary else { continue }
      if tokens.allSatisfy(\.isNumber), letters < 6 { continue }
      var key = keys[0]
      for next in keys.prefix(Self.longest).dropFirst() {
        beginnings.insert(key)
        key = key.followed(by: next)
      }
      if originals[key] == nil {
        originals[key] = Original(
          order: index, kind: decisions[index].kind, isCapitalized: tokens[0].isCapitalized)
      }
      filter.insert(keys[0])
    }
  }

  private static func isName(_ kind: EntityKind) -> Bool {
    switch kind {
    case .person, .contact, .identifier, .place, .unit, .organization, .other: true
    default: false
    }
  }

  private static func tokens(_ span: TextSpan, _ bytes: UnsafeBufferPointer<UInt8>) -> [Token] {
    Tokenizer.tokens(of: bytes, in: span.start..<span.end).filter { $0.isWord || $0.isNumber }
  }

  /// A word's folded key, a number's digits.
  private static func key(_ token: Token) -> FoldedKey {
    token.isWord ? token.key : FoldedKey(hash: UInt64(token.value) &+ UInt64(token.digits) << 40)
  }

  func find(in passage: Passage, _ findings: inout [LeakFinding]) {
    guard !originals.isEmpty else { return }
    for index in 0..<passage.count where passage[index].isWord || passage[index].isNumber {
      guard filter.mayContain(Self.key(passage[index])),
        let (original, last) = original(passage, index)
      else { continue }
      findings.append(
        LeakFinding(
          check: .maskedOriginal, kind: original.kind,
          span: TextSpan(Int(passage[index].start), Int(passage[last].end)), entity: nil))
    }
  }

  /// The original that begins at a token, and its last token.
  private func original(_ passage: Passage, _ index: Int) -> (Original, last: Int)? {
    var best: (original: Original, last: Int)?
    var key = Self.key(passage[index])
    var last = index
    for _ in 0..<Self.longest {
      if let found = originals[key],
        !found.isCapitalized || passage.isWrittenWithCapital(index),
        found.order < best?.original.order ?? Int.max
      {
        best = (found, last)
      }
      guard beginnings.contains(key), let next = next(passage, last) else { break }
      key = key.followed(by: Self.key(passage[next]))
      last = next
    }
    return best
  }

  /// The word or number after a token, two marks between at most.
  private func next(_ passage: Passage, _ index: Int) -> Int? {
    var next = index + 1
    while next < passage.count, passage[next].kind == .mark, next - index <= 2 { next += 1 }
    guard next < passage.count, passage[next].isWord || passage[next].isNumber else { return nil }
    return next
  }
}
