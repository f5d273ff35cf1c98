/// What the linear model looks at: of each token some sixty numbers, each of which stands for one
/// thing that is so ("the word is this", "the rules took the word before for a place").
///
/// Training prints the same numbers, so whatever is changed here wants new weights. Every token is
/// looked at with a few of its neighbours and no further, so that time grows with the text alone.
struct LinearFeatures {
  /// A feature is a number below this.
  static let range = 1 << 20

  /// A token as its neighbours see it, in hashes that say nothing but whether two are the same.
  private struct Sight {
    /// The folded word, the value of a small number, the mark.
    var word: UInt64 = 0
    /// Kind, capitals, length, where it stands.
    var shape: UInt64 = 0
    /// What the tables know of the word.
    var facts: UInt64 = 0
    /// What the vocabulary takes it for.
    var cues: UInt64 = 0
    /// Its first and last letters, two to five of them.
    var heads: (UInt64, UInt64, UInt64) = (0, 0, 0)
    var tails: (UInt64, UInt64, UInt64) = (0, 0, 0)
    /// The first word of its line.
    var line: UInt64 = 0
    /// What the rules found here: the strongest of it, and another kind below that.
    var rule: UInt64 = 0
    var other: UInt64 = 0
  }

  private var sights: [Sight]
  private let language: UInt64

  /// Two tokens before the first one and behind the last one stand for what is beyond.
  private static let margin = 4

  /// - Parameters:
  ///   - found: what the recognizers found in the passage.
  ///   - mayStand: whether what was found is public.
  init(_ passage: Passage, _ found: [Mention], mayStand: (Mention) -> Bool) {
    language = UInt64(
      (passage.grammar.has(.isNew) ? Language.none : passage.language).index)
    sights = [Sight](repeating: Sight(), count: passage.count + 2 * Self.margin)
    var line: UInt64 = 1
    var begins = true
    for index in passage.tokens.indices {
      sights[index + Self.margin] = Self.sight(passage, index)
      if passage[index].kind == .newline {
        begins = true
        line = 2
      } else if begins {
        begins = false
        line = sights[index + Self.margin].word
        sights[index + Self.margin].shape ^= 1 << 20
      }
      sights[index + Self.margin].line = line
    }
    paint(found, on: passage, mayStand)
  }

  // MARK: What is seen of a token by itself

  private static func sight(_ passage: Passage, _ index: Int) -> Sight {
    let token = passage[index]
    var sight = Sight()
    let base = UInt64(token.kind.rawValue) | UInt64(token.shape.rawValue) << 2
    sight.shape = base | (token.gap ? 1 << 5 : 0) | 1 << 6
    switch token.kind {
    case .newline: sight.word = 3
    case .mark: sight.word = 1 << 32 | UInt64(token.value)
    case .number:
      sight.shape |= UInt64(min(token.digits, 7)) << 7
      switch token.value {
      case _ where token.digits < 3: sight.word = 2 << 32 | UInt64(token.value)
      case 1900..<2040 where token.digits == 4: sight.word = 3 << 32 | UInt64(token.value / 10)
      default: sight.word = 4 << 32 | UInt64(token.digits)
      }
    case .word:
      sight.word = token.key.hash
      sight.shape |= UInt64(min(token.value, 7)) << 7
      if token.opensSentence { sight.shape |= 1 << 12 }
      if token.isBare { sight.shape |= 1 << 13 }
      sight.cues = passage.cues(of: index)
      let lexicon = passage.lexicon
      var facts = passage.isOrdinary(index) ? 1 : 0 as UInt64
      if token.isCapitalized {
        facts |= UInt64(passage.nameFacts(index).rawValue) << 4
        if passage.isCountry(index) { facts |= 2 }
      } else {
        facts |= UInt64(lexicon.name(token.key).rawValue) << 4
      }
      if lexicon.place(token.key) != nil { facts |= 4 }
      sight.facts = facts | 8
      affixes(of: passage.bytes[Int(token.start)..<Int(token.end)], &sight)
    }
    return sight
  }

  /// The first two to four and the last two to four letters, in lower case.
  private static func affixes(of word: Slice<UnsafeBufferPointer<UInt8>>, _ sight: inout Sight) {
    // Sixteen bits a letter; what the last four were, and the first four.
    var head: UInt64 = 0
    var tail: UInt64 = 0
    var count = 0
    let bytes = UnsafeBufferPointer(rebasing: word)
    var index = 0
    while index < bytes.count {
      let (raw, width) = UTF8Decoding.scalar(in: bytes, at: index)
      index += width
      let folded = Fold.simple(raw)
      tail = tail << 16 | UInt64(truncatingIfNeeded: (folded == 0 ? raw : folded) & 0xFFFF)
      count += 1
      if count == 2 { sight.heads.0 = tail }
      if count == 3 { sight.heads.1 = tail }
      if count == 4 { head = tail }
      // A long word is looked at by its ends.
      if count == 8, bytes.count > 64 {
        index = bytes.count - 24
        while bytes[index] & 0xC0 == 0x80 { index += 1 }
      }
    }
    sight.heads.2 = head
    sight.tails = (tail & 0xFFFF_FFFF, tail & 0xFFFF_FFFF_FFFF, tail)
    if count < 3 { (sight.heads.1, sight.tails.1) = (0, 0) }
    if count < 4 { (sight.heads.2, sight.tails.2) = (0, 0) }
  }

  // MARK: What the rules found

  private mutating func paint(
    _ found: [Mention], on passage: Passage, _ mayStand: (Mention) -> Bool
  ) {
    let keys = found.map { ($0.precedence.rawValue, $0.span.count, $0.span.start) }
    let order = found.indices.sorted {
      keys[$0] == keys[$1]
        ? found[$0].kind.rawValue < found[$1].kind.rawValue : keys[$0] < keys[$1]
    }
    for mention in order.lazy.map({ found[$0] }) {
      let kind = UInt64(EntityKind.allCases.firstIndex(of: mention.kind) ?? 0)
      let sureness: UInt64 = mention.confidence < 0.5 ? 0 : mention.confidence < 0.8 ? 1 : 2
      let code =
        1 | kind << 1 | UInt64(mention.precedence.rawValue) << 5 | (mayStand(mention) ? 1 << 8 : 0)
        | sureness << 9
      let tokens = passage.tokens(of: mention.span)
      for index in tokens {
        let at = index + Self.margin
        if sights[at].rule != 0 { sights[at].other = sights[at].rule & 0x1FF }
        sights[at].rule = code | (index == tokens.lowerBound ? 1 << 12 : 0)
      }
    }
  }

  // MARK: The numbers

  private static func hash(_ template: UInt64, _ a: UInt64, _ b: UInt64 = 0) -> UInt32 {
    var h = (a ^ template &* 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
    h ^= h >> 31
    h = (h ^ b &* 0xD6E8_FEB8_6659_FD93) &* 0x94D0_49BB_1331_11EB
    h ^= h >> 29
    return UInt32(truncatingIfNeeded: (h &* 0xBF58_476D_1CE4_E5B9) >> 44)
  }

  /// A token has no more features of a sort: some forty, and one for each cue of three words.
  private static let most = 256

  /// Features of the text round a token.
  func text(_ token: Int, into out: inout [UInt32]) {
    sights.withUnsafeBufferPointer { sights in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.most) { list in
        var count = 0
        let at = sights.baseAddress! + (token + Self.margin)
        let here = at[0]
        let before = at[-1]
        let after = at[1]
        func add(_ template: UInt64, _ a: UInt64, _ b: UInt64 = 0) {
          list[count] = Self.hash(template, a, b)
          count += 1
        }
        add(1, here.shape, language)
        add(2, here.word)
        add(3, before.word)
        add(4, after.word)
        add(5, at[-2].word)
        add(6, at[2].word)
        add(7, before.word, here.word)
        add(8, here.word, after.word)
        add(9, before.word, after.word)
        for far in [-3, -4] { add(10, at[far].word) }
        for far in [3, 4] { add(11, at[far].word) }
        if here.word != here.line { add(12, here.line) }
        if here.heads.0 != 0 {
          add(13, here.heads.0, 2)
          add(14, here.tails.0, 2)
        }
        if here.heads.1 != 0 {
          add(13, here.heads.1, 3)
          add(14, here.tails.1, 3)
          add(15, here.tails.1, here.shape & 0x101F)
        }
        if here.heads.2 != 0 {
          add(13, here.heads.2, 4)
          add(14, here.tails.2, 4)
        }
        if before.tails.1 != 0 { add(16, before.tails.1) }
        if after.tails.1 != 0 { add(17, after.tails.1) }
        if before.heads.2 != 0 { add(18, before.heads.2) }
        if after.heads.2 != 0 { add(19, after.heads.2) }
        add(20, before.shape)
        add(21, after.shape)
        add(22, before.shape & 0x1F, here.shape & 0x107F | (after.shape & 0x1F) << 16)
        add(23, at[-2].shape & 0x1F, before.shape & 0x1F)
        add(24, after.shape & 0x1F, at[2].shape & 0x1F)
        add(25, here.facts, here.shape & 0x101F)
        add(26, before.facts)
        add(27, after.facts)
        add(28, before.facts, here.facts)
        add(29, here.facts, after.facts)
        add(30, here.facts, language)
        add(31, before.cues, here.cues)
        add(32, here.cues, after.cues)
        add(33, here.cues, here.facts)
        add(34, at[-2].cues, language)
        add(35, at[2].cues, language)
        for (place, side) in [(UInt64(0), here), (1, before), (2, after)] {
          var bits = side.cues
          while bits != 0 {
            add(36 + place, UInt64(bits.trailingZeroBitCount), language)
            bits &= bits - 1
          }
        }
        out.append(contentsOf: UnsafeBufferPointer(rebasing: list[..<count]))
      }
    }
  }

  /// Features of what the rules found round a token.
  func rules(_ token: Int, into out: inout [UInt32]) {
    sights.withUnsafeBufferPointer { sights in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.most) { list in
        var count = 0
        let at = sights.baseAddress! + (token + Self.margin)
        let here = at[0]
        func add(_ template: UInt64, _ a: UInt64, _ b: UInt64 = 0) {
          list[count] = Self.hash(template, a, b)
          count += 1
        }
        add(50, here.rule)
        add(51, here.rule, language)
        add(52, at[-1].rule, here.rule)
        add(53, here.rule, at[1].rule)
        add(54, here.rule & 0x11FF, here.shape & 0x101F)
        add(55, here.rule & 0x11FF, here.facts)
        add(56, here.rule & 0x11FF, here.cues)
        add(57, here.rule & 0x1FF, here.other)
        add(58, at[-2].rule & 0x1FF, at[-1].rule & 0x11FF)
        add(59, at[2].rule & 0x11FF, at[1].rule & 0x11FF)
        if here.rule != 0 {
          add(60, here.rule & 0x1FF, here.word)
        } else {
          add(61, at[-1].rule & 0x1FF, here.word)
        }
        out.append(contentsOf: UnsafeBufferPointer(rebasing: list[..<count]))
      }
    }
  }
}
