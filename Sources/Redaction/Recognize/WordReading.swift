/// What a reader says of one token: how surely it leads to somebody, and as what.
struct WordReading {
  /// That it is to be hidden, from 0 to 1.
  var hidden: Float = 0
  /// That it names what is public, from 0 to 1.
  var isPublic: Float = 0
  /// That a new name begins with it, and does not go on with what stands before, from 0 to 1.
  var begins: Float = 0
  /// The likeliest kind, should it lead to somebody.
  var kind = EntityKind.other
  /// That it is of that kind, from 0 to 1.
  var ofKind: Float = 0

  /// Of a name the reader's word that it is a public one does not count: that is for lists to say, and
  /// a stranger may bear a figure's name.
  mutating func doubtPublicName() {
    guard kind == .person else { return }
    hidden = min(1, hidden + isPublic)
    isPublic = 0
  }

  /// A month or a weekday is seldom somebody's name: "if January is warm".
  mutating func doubtName() {
    if kind == .person { hidden /= 2 }
  }

  /// Whether it is to be hidden from a probability on: it has to be no less likely than that it is
  /// public; for contacts and papers a quarter as likely is enough.
  func isHidden(from mask: KindLimits) -> Bool {
    hidden >= mask[kind] && hidden >= isPublic * (kind.isDirect ? 0.25 : 1)
  }
}

/// A run of tokens that a reader takes for one thing.
struct ReadSpan {
  /// Indices of the first and last token.
  var first: Int
  var last: Int
  var kind: EntityKind
  /// The highest probability in it, from 0 to 1.
  var confidence: Float
  /// The highest probability that a word in it is of its kind, from 0 to 1.
  var ofKind: Float
  /// Below what the policy hides: it stays, and is shown for review.
  var stays = false
}

extension ReadSpan {
  /// From here on a word that stands beside a hidden one is hidden with it: a name is hidden whole.
  /// Chosen on held-out documents of the corpus.
  static let reach: Float = 0.35

  /// A span that is drawn out over more tokens is cut: nothing is called by so many words, and what is
  /// made of a name takes longer than the name.
  private static let longest = 64

  /// The spans of a passage: each opens where a word reaches what the policy asks of its kind, and is
  /// drawn out as far as the words beside it are doubtful; no span crosses a line.
  static func find(
    in passage: Passage, _ words: [WordReading], mask: DoubtThresholds, review: DoubtThresholds
  ) -> [ReadSpan] {
    var spans: [ReadSpan] = []
    let mask = KindLimits(mask)
    let review = KindLimits(review)
    let leads = leading(passage, words, mask)
    var index = 0
    while index < words.count {
      let word = words[index]
      guard passage[index].kind != .mark, passage[index].kind != .newline,
        word.hidden >= review[word.kind]
      else {
        index += 1
        continue
      }
      let hides = word.isHidden(from: mask)
      if !hides, leads[index] {
        // What comes after opens a span that is drawn out to here.
        index += 1
        continue
      }
      let floor = hides ? reach : review[word.kind]
      var first = index
      if hides {
        let barrier = spans.last.map { $0.stays ? $0.first : $0.last + 1 } ?? 0
        while first > barrier, goesOn(passage, words, first - 1, to: first, reach) { first -= 1 }
        while let last = spans.last, last.stays, last.last >= first { spans.removeLast() }
      }
      var last = index
      while last + 1 < words.count, last - first < longest,
        goesOn(passage, words, last, to: last + 1, floor)
      {
        if !hides, words[last + 1].isHidden(from: mask) { break }
        last += 1
      }
      if hides { last = acrossParticles(passage, words, last) ?? last }
      index = last + 1
      while first < last, !isText(passage[first]) { first += 1 }
      while last > first, !isText(passage[last]) { last -= 1 }
      for clause in clauses(passage, words, first, last) {
        spans.append(ReadSpan(clause.lowerBound, clause.upperBound, words, stays: !hides))
      }
    }
    return spans
  }

  private init(_ first: Int, _ last: Int, _ words: [WordReading], stays: Bool) {
    let head = words[first]
    // "taught chemistry at the mission school": what somebody does comes first and governs the rest.
    let governs = head.kind.isDoing && head.ofKind >= 0.5
    kind = governs ? head.kind : Self.heaviest(words[first...last])
    confidence = 0
    ofKind = 0
    for word in words[first...last] {
      confidence = max(confidence, word.hidden)
      if word.kind == kind { ofKind = max(ofKind, word.ofKind) }
    }
    self.first = first
    self.last = last
    self.stays = stays
  }

  /// The kind for which most is said by words that are to be hidden.
  private static func heaviest(_ words: ArraySlice<WordReading>) -> EntityKind {
    guard let kind = words.first?.kind, words.contains(where: { $0.kind != kind }) else {
      return words.first?.kind ?? .other
    }
    return EntityKind.allCases.map { kind in
      (kind, words.reduce(0) { $1.kind == kind ? $0 + $1.hidden : $0 })
    }.max { $0.1 < $1.1 }?.0 ?? .other
  }

  /// The parts of a span between commas where its kind changes: «диабет, | носила передачи».
  private static func clauses(
    _ passage: Passage, _ words: [WordReading], _ first: Int, _ last: Int
  ) -> [ClosedRange<Int>] {
    var clauses: [ClosedRange<Int>] = []
    var begin = first
    for comma in first...last
    where passage[comma].isMark(",") && comma > begin && comma < last
      && isText(passage[comma - 1]) && isText(passage[comma + 1])
      && words[comma - 1].kind != words[comma + 1].kind
      && words[comma + 1].kind.isDoing
    {
      clauses.append(begin...comma - 1)
      begin = comma + 1
    }
    return clauses + [begin...last]
  }

  private static func isText(_ token: Token) -> Bool { token.isWord || token.isNumber }

  /// Whether the token at `next` belongs to the same thing as the one before it, at `index`.
  private static func goesOn(
    _ passage: Passage, _ words: [WordReading], _ index: Int, to next: Int, _ floor: Float
  ) -> Bool {
    guard passage[index].kind != .newline, passage[next].kind != .newline,
      words[index].hidden >= floor, words[next].hidden >= floor,
      !isSomebodyDoing(passage, words, index, next)
    else { return false }
    return words[next].begins < 0.5 || !passage[next].gap && words[index].kind == words[next].kind
  }

  /// "Joost | van der | Kolk": the end of a name whose particles are doubtful.
  private static func acrossParticles(
    _ passage: Passage, _ words: [WordReading], _ last: Int
  ) -> Int? {
    func isName(_ index: Int) -> Bool {
      index < words.count && words[index].kind == .person && passage[index].isCapitalized
        && words[index].hidden >= reach
    }
    guard isName(last) else { return nil }
    var next = last + 1
    // "Иван да Марья": grammar joins two names.
    while next < words.count, next - last <= 3, passage[next].isWord, !passage.isGrammar(next),
      NameParticles.between.contains(passage[next].key)
    {
      next += 1
    }
    return next > last + 1 && isName(next) ? next : nil
  }

  /// "Daniel | mends clocks": a name, and what the person does.
  private static func isSomebodyDoing(
    _ passage: Passage, _ words: [WordReading], _ index: Int, _ next: Int
  ) -> Bool {
    words[index].kind == .person && passage[index].isCapitalized && !passage[next].isCapitalized
      && words[next].kind.isDoing
  }

  /// Of each word, whether a span opens behind it and is drawn out to it.
  private static func leading(
    _ passage: Passage, _ words: [WordReading], _ mask: KindLimits
  ) -> [Bool] {
    var leads = [Bool](repeating: false, count: words.count)
    for index in words.indices.dropLast().reversed()
    where goesOn(passage, words, index, to: index + 1, reach) {
      leads[index] =
        leads[index + 1]
        || isText(passage[index + 1]) && words[index + 1].isHidden(from: mask)
    }
    return leads
  }
}

extension EntityKind {
  /// What is said of somebody by what they do, are or lived through.
  fileprivate var isDoing: Bool { self == .job || self == .demographic || self == .event }
}

/// The thresholds of a policy as they are asked for of every word.
struct KindLimits {
  private var limits = [Float](repeating: 0, count: EntityKind.allCases.count + 1)

  init(_ thresholds: DoubtThresholds) {
    for kind in EntityKind.allCases { limits[Self.position(kind)] = Float(thresholds[kind]) }
  }

  subscript(kind: EntityKind) -> Float { limits[Self.position(kind)] }

  private static func position(_ kind: EntityKind) -> Int { Int(DeepReading.Hint(kind).rawValue) }
}
