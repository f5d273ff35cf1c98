/// The words of what was replaced as a name, a contact, an identifier, a unit, a place, a body or
/// something unknown, to be looked for in the output: of one text, or of several.
///
/// Words of trades, traits, ages and dates are not among them, nor are words that are all ordinary,
/// and what is kept somewhere is no secret elsewhere.
struct MaskedOriginals {
  fileprivate struct Original {
    /// Of several that begin in one place, the first decided is told of.
    var order: Int
    var kind: EntityKind
    /// Whether the first word must have a capital: it is ordinary without.
    var needsCapital: Bool
  }

  /// Where the words of one stand.
  struct Finding {
    var span: TextSpan
    var kind: EntityKind
  }

  /// How many words are compared at most: of something very long its beginning gives it away.
  private static let longest = 64

  /// By the key of all their words.
  fileprivate var originals: [FoldedKey: Original] = [:]
  /// The keys of what originals of more words begin with.
  fileprivate var beginnings: Set<FoldedKey> = []
  fileprivate var filter = KeyFilter(bits: 1 << 16)
  private var kept: Set<FoldedKey> = []
  private var seen: Set<FoldedKey> = []

  var isEmpty: Bool { originals.isEmpty }

  /// A word or number of an original.
  private struct Word {
    var key: FoldedKey
    var span: TextSpan
    var isNumber: Bool
    var count: Int
    var isCapital: Bool
  }

  /// Takes in what the decisions of a text replaced.
  mutating func add(_ text: RedactedTestimony) {
    let plan = text.reviewed.plan
    plan.testimony.bytes.withUnsafeBufferPointer { source in
      for decision in text.decisions where decision.treatment == .keep {
        let key = Self.key(Self.words(decision.span, source))
        kept.insert(key)
        originals[key] = nil
      }
      for decision in text.decisions
      where decision.treatment != .keep && Self.isName(decision.kind) {
        add(Self.words(decision.span, source), decision.kind, source, plan)
      }
    }
  }

  private mutating func add(
    _ words: [Word], _ kind: EntityKind, _ source: UnsafeBufferPointer<UInt8>, _ plan: RedactionPlan
  ) {
    let whole = Self.key(words)
    guard !words.isEmpty, !kept.contains(whole), seen.insert(whole).inserted else { return }
    let letters = words.reduce(0) { $0 + $1.count }
    guard letters >= 4, letters >= 6 || !words.allSatisfy(\.isNumber) else { return }
    // Words that are all ordinary say nothing by standing somewhere else.
    let isOrdinary = words.allSatisfy {
      !$0.isNumber
        && (Self.isOrdinary($0, source, [plan.testimony.language])
          || plan.registry.isPseudonym($0.key))
    }
    guard !isOrdinary else { return }
    var key = words[0].key
    for next in words.prefix(Self.longest).dropFirst() {
      beginnings.insert(key)
      key = key.followed(by: next.key)
    }
    if originals[key] == nil {
      let isKnown = words.allSatisfy {
        $0.isNumber || Self.isOrdinary($0, source, Language.wellKnown)
      }
      // A word that nobody knows is not sure to be a name: without its capital it is another.
      let isUnsure = kind == .other && words.count == 1
      originals[key] = Original(
        order: originals.count, kind: kind,
        needsCapital: words[0].isCapital && (isKnown || isUnsure))
    }
    filter.insert(words[0].key)
  }

  private static func isOrdinary(
    _ word: Word, _ source: UnsafeBufferPointer<UInt8>, _ languages: [Language]
  ) -> Bool {
    let bytes = UnsafeBufferPointer(rebasing: source[word.span.start..<word.span.end])
    return languages.contains { Lexicon.embedded.isOrdinary(bytes, in: $0) }
  }

  private static func isName(_ kind: EntityKind) -> Bool {
    switch kind {
    case .person, .contact, .identifier, .place, .unit, .organization, .other: true
    default: false
    }
  }

  private static func words(_ span: TextSpan, _ source: UnsafeBufferPointer<UInt8>) -> [Word] {
    var words = ShownWords(UnsafeBufferPointer(rebasing: source[span.start..<span.end]))
    var out: [Word] = []
    while words.next() {
      guard words.count > 0 else { continue }
      out.append(
        Word(
          key: key(words),
          span: TextSpan(span.start + words.span.start, span.start + words.span.end),
          isNumber: words.isNumber, count: words.count, isCapital: words.shape != .lower))
    }
    return out
  }

  private static func key(_ words: [Word]) -> FoldedKey {
    guard let first = words.first else { return FoldedKey(hash: 0) }
    return words.prefix(longest).dropFirst().reduce(first.key) { $0.followed(by: $1.key) }
  }

  fileprivate static func key(_ words: ShownWords) -> FoldedKey { words.key }

  /// Begins to look for the originals in a text.
  func search() -> Search { Search(originals: self) }

  /// One reading of a text.
  struct Search {
    fileprivate let originals: MaskedOriginals
    private var open: [(key: FoldedKey, start: Int, isCapital: Bool)] = []
    private var hits: [(span: TextSpan, original: Original)] = []

    fileprivate init(originals: MaskedOriginals) { self.originals = originals }

    /// Takes the next word or number of the text.
    mutating func read(_ words: ShownWords) {
      guard words.count > 0, !originals.isEmpty else { return }
      if !open.isEmpty {
        if words.gap.newlines > 1 || words.gap.count - words.gap.spaces > 2 {
          open.removeAll(keepingCapacity: true)
        } else {
          let key = words.key
          let before = open
          open.removeAll(keepingCapacity: true)
          for one in before { take(one.key.followed(by: key), one.start, one.isCapital, words) }
        }
      }
      let key = words.key
      guard originals.filter.mayContain(key) else { return }
      take(key, words.span.start, words.shape != .lower, words)
    }

    private mutating func take(
      _ key: FoldedKey, _ start: Int, _ isCapital: Bool, _ words: ShownWords
    ) {
      if let found = originals.originals[key], isCapital || !found.needsCapital {
        hits.append((TextSpan(start, words.span.end), found))
      }
      if originals.beginnings.contains(key) { open.append((key, start, isCapital)) }
    }

    /// What was found: of what begins in one place, the first decided.
    var found: [Finding] {
      var out: [(span: TextSpan, original: Original)] = []
      for hit in hits.sorted(by: {
        ($0.span.start, $0.original.order) < ($1.span.start, $1.original.order)
      }) where out.last?.span.start != hit.span.start {
        out.append(hit)
      }
      return out.map { Finding(span: $0.span, kind: $0.original.kind) }
    }
  }
}
