internal import CReader

/// What the encoder, and the letters of the words themselves, say of the general words that could
/// stand in the place of a span.
struct GeneralReading {
  /// So likely a word has to be for something of a kind; chosen on held-out documents of the corpus.
  /// Of traits and events what is next best is seldom false, of trades and places it often is.
  private static func enough(_ kind: EntityKind) -> Float {
    kind == .demographic || kind == .event ? 0.55 : 0.7
  }
  /// The same of what nobody may be called in vain.
  private static let certain: Float = 0.8
  private static let delicate: Set<Int> = ["ethnic", "religion", "orientation", "disability"]
    .reduce(into: []) { words, name in
      if let number = GeneralWords.names.firstIndex(of: name) { words.insert(number) }
    }
  /// Below this what the words of a kind together have is taken for nothing; chosen on judged
  /// testimonies. Somebody's work is seldom anything else.
  private static func least(_ kind: EntityKind) -> Float { kind == .job ? 0.5 : 0.7 }
  /// How sure it has to be of a kind for the kind's own word to be said of what no rule found; chosen
  /// likewise.
  private static func tellsKind(_ kind: EntityKind) -> Float {
    kind == .age || kind == .organization ? 0.97 : 0.9
  }
  /// The same of a word that stands for a whole clause.
  private static let clause: Float = 0.85
  private static let width = Int(READER_MEANING)

  /// What each piece of a passage means, in rows; empty where nothing read it but the linear model.
  var meaning: [Float] = []
  /// For each token its first piece and the one behind its last.
  private var pieces: [Range<Int>]

  init(tokens: Int) { pieces = [Range<Int>](repeating: 0..<0, count: tokens) }

  /// Notes that a piece is part of a token; the pieces of a token come in order.
  mutating func note(piece: Int, of token: Int) {
    let before = pieces[token]
    pieces[token] = (before.isEmpty ? piece : before.lowerBound)..<piece + 1
  }

  /// What a run of tokens of a kind is in the language of its text.
  enum Saying {
    /// "a hospital"
    case phrase(String)
    /// No word is likely enough.
    case kind
    /// What the kind is called would be false of it as well: what was read as an organisation is next
    /// to surely no body.
    case nothing
  }

  /// The head of a span tells, where a table has it, else what the reader says. Words that are said
  /// alike are one. That the kind is false is for the encoder alone to say.
  ///
  /// - Parameter least: how likely a word has to be at least.
  func saying(
    _ tokens: Range<Int>, of passage: Passage, as kind: EntityKind, least: Float = 0
  ) -> Saying {
    let general = GeneralWords.of(passage.language)
    let words = general.words(for: kind)
    guard !words.isEmpty else { return .kind }
    if least == 0, let phrase = general.phrase(of: passage, tokens, as: kind) {
      return .phrase(phrase)
    }
    let shares = shares(tokens, of: passage)
    var best: (phrase: String, share: Float, isDelicate: Bool) = ("", 0, false)
    for (phrase, numbers) in words {
      let share = numbers.reduce(0) { $0 + shares[$1] }
      if share > best.share {
        best = (phrase, share, numbers.contains(where: Self.delicate.contains))
      }
    }
    if best.share >= max(least, best.isDelicate ? Self.certain : Self.enough(kind)) {
      return .phrase(best.phrase)
    }
    // "2e RIMa": a formation is known by its number or its capitals.
    let isNumbered =
      kind == .unit
      && tokens.contains { passage[$0].isNumber || passage[$0].shape == .upper }
    guard !meaning.isEmpty, !isNumbered, let own = general.words(named: kind) else { return .kind }
    return own.reduce(0) { $0 + shares[$1] } < Self.least(kind) ? .nothing : .kind
  }

  /// What is said of something of which words and tables tell no more than its kind; and not even
  /// that where no rule and only a doubtful reading says of which kind it is.
  ///
  /// - Parameter sure: how sure it is of its kind; 1 where a rule is.
  func said(
    _ detail: Mention.Detail, _ tokens: Range<Int>, of passage: Passage, as kind: EntityKind,
    sure: Float
  ) -> Mention.Detail {
    let isDoubtful = sure < Self.tellsKind(kind)
    let general = GeneralWords.of(passage.language)
    switch detail {
    case .general(""):
      // A trait of many words is a clause, and no noun can stand for it.
      if kind == .demographic, tokens.count > 4 {
        guard case .phrase(let phrase) = saying(tokens, of: passage, as: kind, least: Self.clause)
        else { return .unsaid }
        return .general(phrase)
      }
      switch saying(tokens, of: passage, as: kind) {
      case .phrase(let phrase): return .general(phrase)
      case .kind: return isDoubtful ? .unsaid : detail
      case .nothing: return .unsaid
      }
    case .general(let said) where general.isPlain(said, kind):
      // Of a bookkeeper a rule may know no more than that she works, of burns that they show.
      return .general(general.phrase(of: passage, tokens, as: kind) ?? said)
    case .place(var place) where place.sort == nil:
      if place.fact != nil {
        // "Forster Street" is not Forster.
        place.sort = general.phrase(of: passage, tokens, as: kind)
      } else if case .phrase(let phrase) = saying(tokens, of: passage, as: kind) {
        place.sort = phrase
      } else if isDoubtful {
        return .unsaid
      }
      return .place(place)
    case .date where detail.isEmptyDate && sure < 1:
      // A town at the head of a letter, read as a date.
      return tokens.contains { passage.hasAny($0, Self.times) } ? detail : .unsaid
    case .said(.number) where isDoubtful: return .unsaid
    case .age(let age) where isDoubtful && age.form == .bare: return .unsaid
    case .none where kind == .age: return .unsaid
    default: return detail
    }
  }

  private static let times =
    Cue.timeUnit.bit | Cue.weekday.bit | Cue.dateModifier.bit | Cue.feast.bit | Cue.season.bit

  /// How likely each general word is for a run of tokens.
  private func shares(_ tokens: Range<Int>, of passage: Passage) -> [Float] {
    let own = tokens.lazy.map { pieces[$0] }.filter { !$0.isEmpty }
    let first = own.first?.lowerBound ?? 0
    let count = (own.map(\.upperBound).max() ?? 0) - first
    let features = GeneralFeatures.numbers(of: passage, tokens)
    var shares = [Float](repeating: 0, count: Int(READER_GENERAL))
    meaning.withUnsafeBufferPointer {
      reader_general_shares(
        $0.baseAddress.map { $0 + first * Self.width }, count, features, features.count, &shares)
    }
    return shares
  }
}

/// What the general words look at in the words of a span: each of them, the first and the last, and
/// what three to six letters stand beside each other. Training prints the same numbers.
enum GeneralFeatures {
  /// A span of more words is known by its first ones, and a word of more letters likewise.
  private static let (mostWords, mostLetters) = (12, 32)
  private enum Sort: UInt64 {
    case letters
    case word
    case first
    case last
  }

  static func numbers(of passage: Passage, _ tokens: Range<Int>) -> [UInt32] {
    var numbers: [UInt32] = []
    let words = tokens.filter { passage[$0].isWord }.prefix(mostWords)
    for index in words {
      // Bounds of the word are letters of their own.
      var letters: [UInt32] = [1]
      let word = UnsafeBufferPointer(
        rebasing: passage.bytes[Int(passage[index].start)..<Int(passage[index].end)])
      var offset = 0
      while offset < word.count, letters.count <= mostLetters {
        let (scalar, width) = UTF8Decoding.scalar(in: word, at: offset)
        let plain = Fold.simple(scalar)
        letters.append(plain == 0 ? scalar : plain)
        offset += width
      }
      letters.append(2)
      numbers.append(hash(.word, letters[...]))
      for start in letters.indices {
        for length in 3...6 where start + length <= letters.count {
          numbers.append(hash(.letters, letters[start..<start + length]))
        }
      }
      if index == words.first { numbers.append(hash(.first, letters[...])) }
      if index == words.last { numbers.append(hash(.last, letters[...])) }
    }
    return numbers
  }

  private static func hash(_ sort: Sort, _ letters: ArraySlice<UInt32>) -> UInt32 {
    // FNV-1a over scalars.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ sort.rawValue
    for letter in letters { hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3 }
    hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
    return UInt32(truncatingIfNeeded: hash >> 32)
  }
}

/// The general words of a language (`general.tsv` of its folder): what each serves for, its name in
/// the reader's weights, and the phrase that is said. A name that the reader does not know is for
/// words that lie below it, listed behind a fourth tab: "settlement" of town and village.
struct GeneralWords {
  /// The names of the reader's words, in its order.
  static let names: [String] = {
    var names: [String] = []
    while let name = reader_general(names.count) { names.append(String(cString: name)) }
    return names
  }()

  private static let all = PerLanguage { GeneralWords($0) }

  static func of(_ language: Language) -> GeneralWords { all[language] }

  /// What the words of a line serve for.
  enum Sort: String, CaseIterable {
    case job, body, place, unit, trait, event
  }

  /// For each sort the phrases, and which words of the reader are said so.
  private var phrases: [Sort: [(phrase: String, words: [Int])]] = [:]
  /// What a body, a place or a formation may be: a school is read as each of the first two.
  private var things: [(phrase: String, words: [Int])] = []
  private var own: [EntityKind: [Int]] = [:]

  private init(_ language: Language) {
    for (number, columns) in LanguageData.lines(.general, of: language) {
      guard columns.count == 3 || columns.count == 4, let sort = Sort(rawValue: columns[0]) else {
        preconditionFailure("general.tsv of \(language.rawValue), line \(number): sort, word, said")
      }
      let below = columns.count == 4 ? columns[3].split(separator: " ") : [Substring(columns[1])]
      let words = below.compactMap { Self.names.firstIndex(of: String($0)) }
      guard !words.isEmpty else { continue }
      if let known = phrases[sort]?.firstIndex(where: { $0.phrase == columns[2] }) {
        phrases[sort]?[known].words += words
      } else {
        phrases[sort, default: []].append((columns[2], words))
      }
    }
    things = [Sort.body, .place, .unit].flatMap { phrases[$0] ?? [] }
    for (kind, sort) in [(EntityKind.job, Sort.job), (.organization, .body), (.unit, .unit)] {
      own[kind] = phrases[sort].map { Set($0.flatMap(\.words)).sorted() }
    }
  }

  /// Whether a phrase says of something of a kind little more than its kind: of somebody's work that it
  /// is work, or in an army; of a trait that it can be seen.
  func isPlain(_ phrase: String, _ kind: EntityKind) -> Bool {
    guard kind == .job || kind == .demographic else { return false }
    return words(for: kind).first { $0.phrase == phrase }?.words
      .contains(where: Self.plain.contains) ?? false
  }

  private static let plain = ["worker", "factoryworker", "soldier", "mark"]
    .compactMap(names.firstIndex(of:))

  /// What may stand for something of a kind whose head a table has.
  func phrase(of passage: Passage, _ tokens: Range<Int>, as kind: EntityKind) -> String? {
    HeadWords.of(passage.language).word(of: passage, tokens).flatMap { head in
      words(for: kind).first { $0.words.contains(head) }?.phrase
    }
  }

  /// The reader's words for what the name of a kind says of it; nil of a kind whose name says nothing
  /// that could be false.
  func words(named kind: EntityKind) -> [Int]? { own[kind] }

  /// The phrases that may stand for something of a kind, each with the words of the reader that are
  /// said so.
  func words(for kind: EntityKind) -> [(phrase: String, words: [Int])] {
    switch kind {
    case .job: phrases[.job] ?? []
    case .place, .organization, .unit: things
    case .demographic: phrases[.trait] ?? []
    case .event: phrases[.event] ?? []
    default: []
    }
  }
}
