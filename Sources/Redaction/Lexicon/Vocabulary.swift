/// What a word can be a sign of. The raw values are the first column of the vocabulary tables.
enum Cue: UInt8, CaseIterable {
  // Time
  case month, weekday, season, dateModifier, dayPart, feast, ageUnit, ageCue, timeUnit, ageBand
  // Numbers
  case cardinal, ordinal, quantity
  // People
  case honorific, rank, title, kinship, naming, speech, pronoun, possessive, givenCue
  // Places
  case placeNoun, placeCue, street, building, direction
  // Formations and bodies
  case unitNoun, unitModifier, unitCode, ship, body, publicBody
  // Trades, traits, happenings
  case job, broadJob, jobModifier, jobPlace, jobVerb, trait, traitCue, event
  // Numbers that identify, ways to reach
  case identifierCue, contactCue, network
  // Grammar
  case determiner, preposition, conjunction, modal, auxiliary, ordinary, label, verb
}

extension Cue {
  /// The cue as one bit of a set of cues.
  var bit: UInt64 { 1 << UInt64(rawValue) }
}

/// The cue words of one language, by folded key; read from Sources/Languages/XX/words.tsv.
///
/// The table has one entry a line: cue, forms, value, separated by tabs. Forms are separated by
/// commas, may be several words, and may hold endings in braces, separated by slashes:
///
///     month	январ{ь/я/ю/ем/е}	1
///     unitNoun	motor rifle brigade, motor rifle brigades	a motor rifle brigade
///
/// The value `acronym` wants the word in capitals.
/// A line of `@name	/a/у/ом/е` names a set of endings, used as `{@name}`. `#` begins a comment.
struct Vocabulary: Sendable {
  /// What the table says of one word or sequence of words.
  struct Entry {
    var cues: UInt64 = 0
    var values: [(cue: Cue, value: String)] = []
    /// The longest sequence of words that begins with this one; 0 or 1: none.
    var longest: UInt8 = 0
    /// The cues of which the word is a sign only where it stands in capitals: "ISIS", and not Isis.
    var inCapitals: UInt64 = 0

    func has(_ cue: Cue) -> Bool { cues & (1 << UInt64(cue.rawValue)) != 0 }
    func hasAny(_ bits: UInt64) -> Bool { cues & bits != 0 }
    func value(_ cue: Cue) -> String? {
      for index in values.indices where values[index].cue == cue { return values[index].value }
      return nil
    }
  }

  private(set) var entries: [Entry] = []
  private var index = KeyIndex()

  /// The position in `entries` of a word or sequence, or -1.
  @inline(__always)
  func find(_ key: FoldedKey) -> Int32 { index.find(key) }

  /// What the table says of a word or sequence; nothing of one that it does not have.
  func entry(_ key: FoldedKey) -> Entry {
    let found = find(key)
    return found < 0 ? Entry() : entries[Int(found)]
  }

  /// The same of a word as it is written.
  func entry(of word: some StringProtocol) -> Entry {
    entry(FoldedKey(folded: Fold.string(String(word))))
  }

  /// The vocabulary of a language; empty for `.none`.
  static func of(_ language: Language) -> Vocabulary {
    if let missing = Recognition.missing, case .vocabulary(language, _) = missing.part {
      return missing.vocabulary ?? Vocabulary()
    }
    return all[language]
  }

  private static let all = PerLanguage { Vocabulary(table: LanguageData.file(.words, of: $0)) }

  init() {}

  private typealias Text = Slice<UnsafeBufferPointer<UInt8>>

  /// Reads a table. A line that says nothing sensible is our own mistake.
  init(table: UnsafeBufferPointer<UInt8>) {
    let cues = Dictionary(
      uniqueKeysWithValues: Cue.allCases.map { (FoldedKey(folded: "\($0)"), $0) })
    var endings: [FoldedKey: [Text]] = [:]
    var form: [UInt8] = []
    for line in table.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      let columns = line.split(separator: UInt8(ascii: "\t"))
      guard columns.count >= 2 else {
        precondition(columns.isEmpty, "a vocabulary line has too few columns: \(Self.said(line))")
        continue
      }
      if columns[0].first == UInt8(ascii: "@") {
        endings[FoldedKey(folded: columns[0].dropFirst())] = Self.choices(columns[1])
        continue
      }
      guard let cue = cues[FoldedKey(folded: columns[0])] else {
        preconditionFailure("unknown cue in the vocabulary: \(Self.said(columns[0]))")
      }
      let value = columns.count > 2 ? Self.said(columns[2]) : ""
      for forms in columns[1].split(separator: UInt8(ascii: ",")) {
        form.removeAll(keepingCapacity: true)
        expand(forms, endings, after: &form) { vocabulary, form in
          vocabulary.add(form, cue, value)
        }
      }
    }
  }

  private static func said(_ text: Text) -> String { String(decoding: text, as: UTF8.self) }

  private static func choices(_ text: Text) -> [Text] {
    text.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
  }

  /// "бригад{а/ы}" → "бригада", "бригады".
  private mutating func expand(
    _ text: Text, _ endings: [FoldedKey: [Text]], after form: inout [UInt8],
    _ body: (inout Vocabulary, [UInt8]) -> Void
  ) {
    let length = form.count
    defer { form.removeLast(form.count - length) }
    guard let open = text.firstIndex(of: UInt8(ascii: "{")),
      let close = text.firstIndex(of: UInt8(ascii: "}"))
    else {
      form += text
      return body(&self, form)
    }
    form += text[..<open]
    let inside = text[(open + 1)..<close]
    var choices = Self.choices(inside)
    if inside.first == UInt8(ascii: "@") {
      guard let named = endings[FoldedKey(folded: inside.dropFirst())] else {
        preconditionFailure("unknown endings in the vocabulary: \(Self.said(inside))")
      }
      choices = named
    }
    let stem = form.count
    for choice in choices {
      form += choice
      expand(text[(close + 1)...], endings, after: &form, body)
      form.removeLast(form.count - stem)
    }
  }

  private mutating func add(_ form: [UInt8], _ cue: Cue, _ value: String) {
    let words = form.withUnsafeBufferPointer { Self.words($0) }
    guard let first = words.first else { return }
    let key = words.dropFirst().reduce(first) { $0.followed(by: $1) }
    insert(key) { entry in
      entry.cues |= cue.bit
      if value == "acronym" { entry.inCapitals |= cue.bit }
      if !entry.values.contains(where: { $0.cue == cue }) { entry.values.append((cue, value)) }
    }
    if words.count > 1 {
      insert(first) { $0.longest = max($0.longest, UInt8(min(words.count, 255))) }
    }
  }

  private mutating func insert(_ key: FoldedKey, _ change: (inout Entry) -> Void) {
    let position = index.find(key)
    if position >= 0 {
      change(&entries[Int(position)])
    } else {
      index.insert(key, Int32(entries.count))
      entries.append(Entry())
      change(&entries[entries.count - 1])
    }
  }

  /// The vocabulary without the words for a cue.
  func without(_ cue: Cue) -> Vocabulary {
    var vocabulary = self
    for position in entries.indices where entries[position].has(cue) {
      vocabulary.entries[position].cues &= ~cue.bit
      vocabulary.entries[position].values.removeAll { $0.cue == cue }
    }
    return vocabulary
  }

  /// The keys of the words of a form, split as the tokenizer splits text.
  static func words(_ form: String) -> [FoldedKey] {
    Array(form.utf8).withUnsafeBufferPointer { words($0) }
  }

  private static func words(_ form: UnsafeBufferPointer<UInt8>) -> [FoldedKey] {
    Tokenizer.tokens(of: form, in: 0..<form.count).filter(\.isWord).map(\.key)
  }
}
