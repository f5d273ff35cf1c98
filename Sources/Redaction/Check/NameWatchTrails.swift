/// Names over what stands between their letters.
extension NameWatch {
  /// Goes on after a tag that stood within a word.
  mutating func resume(_ words: ShownWords) {
    if let end = words.gap.tagEnd { held = (end, trails) }
    guard let kept = held, words.span.start >= kept.end else { return }
    if words.span.start == kept.end {
      trails = kept.trails.map {
        var trail = $0
        trail.isOdd = true
        return trail
      }
      jumped = true
    }
    held = nil
  }

  mutating func readBroken(_ words: ShownWords) {
    follow(words)
    defer { jumped = false }
    let hash = words.key.hash
    var next: [Trail] = []
    for var trail in trails {
      let extended = words.letters.reduce(trail.hash, FoldedKey.step)
      guard forms.mayBegin(extended) else { continue }
      trail.hash = extended
      trail.letters += words.count
      trail.words += 1
      trail.isSingle = trail.isSingle && words.count == 1
      if trail.words > 2 { trail.isOdd = trail.isOdd || trail.looseness < 2 }
      if forms.mayBe(extended) { end(trail, words) }
      next.append(trail)
    }
    if words.letters.count <= 64, forms.mayBegin(hash) {
      next.append(
        Trail(
          hash: hash, start: words.span.start, letters: words.count, isSingle: words.count == 1,
          isOdd: words.isMixed || words.isEncoded, first: words.span,
          isCapital: words.shape != .lower, opensSentence: words.opensSentence,
          isCyrillic: words.letters[0] >= 0x80))
    }
    if next.count > Self.most { next.removeFirst(next.count - Self.most) }
    trails = next
  }

  /// Lets go of what is too far back, and reads a sign between two letters as any letter.
  mutating func follow(_ words: ShownWords) {
    guard !trails.isEmpty || !jumped else { return }
    if jumped { return }
    let gap = words.gap
    if gap.count > Self.widest || gap.newlines > 1 {
      trails.removeAll(keepingCapacity: true)
      return
    }
    guard gap.count > 0, !trails.isEmpty else { return }
    let (isBracket, isSign) = Self.sort(gap)
    var jokers: [Trail] = []
    for index in trails.indices {
      if gap.isTight, gap.count <= 2, isSign {
        jokers += joker(trails[index], gap.count, onlyLike: nil)
      }
      if isBracket, gap.isTight {
        trails[index].isOdd = true
      } else {
        trails[index].looseness = max(trails[index].looseness, gap.isTight ? 1 : 2)
      }
    }
    trails += jokers.prefix(Self.most)
  }

  /// Whether what stands between two words is brackets, markup or the like, which part no words; and
  /// whether it may stand for letters.
  static func sort(_ gap: ShownWords.Gap) -> (isBracket: Bool, isSign: Bool) {
    func isBracket(_ mark: UInt32) -> Bool {
      switch mark {
      case 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D, 0x2A, 0x7E, 0x60, 0x7C, 0x3C, 0x3E, 0x22: true
      default: mark >= 0x2190
      }
    }
    func isSign(_ mark: UInt32) -> Bool {
      switch mark {
      case 0x40, 0x24, 0x21, 0x3F, 0x2A, 0x7C, 0xFFFD, 0x23, 0x2B: true
      default: false
      }
    }
    let isTwo = gap.count > 1
    return (
      isBracket(gap.marks.0) && (!isTwo || isBracket(gap.marks.1)),
      isSign(gap.marks.0) && (!isTwo || gap.marks.1 == gap.marks.0)
    )
  }

  /// The trail with letters that a form may have where a sign stands.
  func joker(_ trail: Trail, _ count: Int, onlyLike digit: UInt8?) -> [Trail] {
    guard trail.jokers + count <= 3 else { return [] }
    var out = [trail]
    for _ in 0..<count {
      var next: [Trail] = []
      for one in out {
        let alphabet = one.isCyrillic ? Self.cyrillic : Self.latin
        for letter in alphabet
        where digit.map({ Self.looks(letter, like: $0) }) ?? true {
          var longer = one
          longer.hash = letter.reduce(one.hash, FoldedKey.step)
          longer.letters += 1
          longer.jokers += 1
          longer.isOdd = true
          if forms.mayBegin(longer.hash) { next.append(longer) }
        }
      }
      out = Array(next.prefix(Self.most))
    }
    return out
  }

  static let latin: [[UInt8]] = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { [$0] }
  static let cyrillic: [[UInt8]] = "абвгдежзийклмнопрстуфхцчшщъыьэюяєіїґ".unicodeScalars.map {
    Array(String($0).utf8)
  }

  static func looks(_ letter: [UInt8], like digit: UInt8) -> Bool {
    let letters =
      switch digit {
      case 0x30: "oо"
      case 0x31: "ilіl"
      case 0x33: "eзеэ"
      case 0x34: "aач"
      case 0x35: "s"
      case 0x36: "bб"
      case 0x37: "tт"
      case 0x38: "bв"
      case 0x39: "gд"
      default: ""
      }
    return letters.unicodeScalars.contains { Array(String($0).utf8) == letter }
  }

  /// Figures within a word, or at its ends, read as letters.
  mutating func readNumber(_ words: ShownWords) {
    let isTight = words.gap.count == 0
    guard words.count <= 2 else {
      trails.removeAll(keepingCapacity: true)
      return
    }
    var next: [Trail] = []
    if isTight {
      for trail in trails {
        var ends = [trail]
        for digit in words.letters {
          ends = ends.flatMap { joker($0, 1, onlyLike: digit) }
        }
        // "Nikola1": the last letter.
        if !isFollowed(words) {
          for end in ends where forms.mayBe(end.hash) { self.end(end, words) }
        }
        var longer = [trail]
        for _ in words.letters { longer = longer.flatMap { joker($0, 1, onlyLike: nil) } }
        next += longer
      }
    }
    // «8олков»: the first letter.
    if words.count == 1, next.isEmpty {
      for isCyrillic in [false, true] {
        let trail = Trail(
          hash: FoldedKey.seed, start: words.span.start, letters: 0, words: 0, isSingle: false,
          isOdd: true, first: words.span, isCapital: true, opensSentence: false,
          isCyrillic: isCyrillic)
        next += joker(trail, 1, onlyLike: words.letters[0])
      }
    }
    trails = Array(next.prefix(Self.most))
  }

  func isFollowed(_ words: ShownWords) -> Bool {
    words.span.end < words.bytes.count
      && ShownWords.kind(ShownWords.unit(words.bytes, words.span.end).scalar) == .letter
  }

  /// A trail that has come to a form of a name at the end of a word.
  mutating func end(_ trail: Trail, _ words: ShownWords) {
    guard trail.words + trail.jokers > 1, trail.letters >= (trail.isSingle ? 4 : 5),
      trail.jokers == 0 || trail.letters - trail.jokers >= 3 && trail.looseness < 2
    else { return }
    let matches = forms.matches(trail.hash, in: registry)
    guard
      let match = matches.first(where: {
        $0.source <= .transliteration || trail.isSingle || trail.letters >= 6
      })
    else { return }
    let isSure =
      manner == .label || trail.isSingle || trail.isOdd
      || !isOrdinary(words) || !isOrdinary(trail.first, words.bytes, languages)
      || trail.looseness > 0 && trail.isCapital && !trail.opensSentence && trail.words == 2
        && !isGrammar(words)
    see(TextSpan(trail.start, words.span.end), match, nil, isDoubtful: !isSure)
  }

  mutating func see(
    _ span: TextSpan, _ match: Match, _ key: FoldedKey?, isDoubtful: Bool = false
  ) {
    sightings.append(
      Sighting(
        span: span, person: match.person, source: match.source, role: match.role, key: key,
        isDoubtful: isDoubtful))
  }
}
