/// Reads a finished text for the names of a people file, letter by letter and without knowing what
/// the text is about: the second pair of eyes.
///
/// A name is seen as a word of its own, within a word that no dictionary has (`nikolaibrandt`,
/// «волковщина»), over what stands between its letters (`Niko-⏎lai`, `N i k o l a i`, `Niko<b>lai`),
/// and with figures and signs for letters (`N1kolai`). A word that is an ordinary one of the
/// language is a name only where its capital says so: what the check finds is masked, and ordinary
/// words must not be.
struct NameWatch {
  typealias Match = PersonRegistry.PartMatch

  /// A name that shows.
  struct Sighting {
    var span: TextSpan
    var person: Int
    var source: FormSource
    var role: NameRole
    /// The key of the word, where the name is a word of its own and written as such.
    var key: FoldedKey?
    /// Whether it is as well two ordinary words beside each other.
    var isDoubtful = false

    /// Whether it says little within a longer name: a first name, a form of a family, part of a word.
    var isPart: Bool { role == .given || source > .transliteration || key == nil }

    /// Whether it is such a part of what is kept in a span.
    func isOfSomebodyElse(in kept: TextSpan) -> Bool {
      isPart && kept.contains(span) && kept.count > span.count
    }
  }

  /// What is read: a text, or a label such as a file's name or an identifier, where capitals and
  /// ordinary words say nothing.
  enum Manner { case text, label }

  let registry: PersonRegistry
  let language: Language
  let manner: Manner
  let lexicon = Lexicon.embedded
  let vocabulary: Vocabulary
  /// Those whose ordinary words are ordinary here.
  let languages: [Language]
  var sightings: [Sighting] = []

  /// Letters that have been read and may go on to a name.
  struct Trail {
    var hash: UInt64
    var start: Int
    var letters: Int
    /// How many words they come from.
    var words = 1
    var isSingle: Bool
    /// Whether it is known that not all of its words are ordinary ones.
    var isOdd: Bool
    /// The words whose ordinariness is still open, where there are two.
    var first: TextSpan
    var isCapital: Bool
    var opensSentence: Bool
    /// What stands between them: nothing that parts words, a hyphen or the like, white space.
    var looseness = 0
    var jokers = 0
    var isCyrillic: Bool
  }

  var trails: [Trail] = []
  /// The trails before a tag, and where it ends.
  var held: (end: Int, trails: [Trail])?
  /// The name that the last word is, whether or not it counts by itself.
  var last: (span: TextSpan, matches: [Match], counts: Bool)?
  var wasUpper = false

  init(_ registry: PersonRegistry, _ language: Language, _ manner: Manner = .text) {
    self.registry = registry
    self.language = language
    self.manner = manner
    vocabulary = Vocabulary.of(language)
    languages =
      language == .none
      // Ukrainian speech is full of Russian words.
      ? Language.wellKnown : [language] + (language.spokenBeside.map { [$0] } ?? [])
  }

  var forms: ProtectedForms { registry.protectedForms }

  /// Everything in a text, in order.
  static func sightings(
    in bytes: UnsafeBufferPointer<UInt8>, _ registry: PersonRegistry, _ language: Language,
    _ manner: Manner = .text
  ) -> [Sighting] {
    guard !registry.protectedForms.isEmpty else { return [] }
    var watch = NameWatch(registry, language, manner)
    var words = ShownWords(bytes)
    while words.next() { watch.read(words) }
    return watch.found
  }

  /// What was surely seen, in order, what overlaps as one.
  var found: [Sighting] { Self.inOrder(sightings.filter { !$0.isDoubtful }) }

  /// What may be a name or two words, in order.
  var doubts: [Sighting] { Self.inOrder(sightings.filter(\.isDoubtful)) }

  static func inOrder(_ sightings: [Sighting]) -> [Sighting] {
    var out: [Sighting] = []
    for one in sightings.sorted(by: {
      ($0.span.start, -$0.span.end) < ($1.span.start, -$1.span.end)
    }) {
      if let last = out.last, last.span.overlaps(one.span) {
        if last.span.contains(one.span) { continue }
        out[out.count - 1].span.end = one.span.end
        continue
      }
      out.append(one)
    }
    return out
  }

  /// Takes the next word or number of the text.
  mutating func read(_ words: ShownWords) {
    resume(words)
    if words.isNumber {
      readNumber(words)
      last = nil
      return
    }
    guard words.count > 0 else { return }
    let whole = readWhole(words)
    if !whole { readInside(words) }
    readBroken(words)
    wasUpper = words.shape == .upper
  }

  // MARK: Within a word

  /// "nikolaibrandt", "freebrandt", «волковщина»: a name within a word that no dictionary has.
  mutating func readInside(_ words: ShownWords) {
    let letters = words.letters
    let shortest = words.isAlphabetic ? 5 : 2
    guard words.count >= shortest else { return }
    var isKnown: Bool?
    var start = 0
    while start < letters.count {
      defer {
        start += 1
        while start < letters.count, letters[start] & 0xC0 == 0x80 { start += 1 }
      }
      guard let (match, end) = inside(letters, from: start, words) else { continue }
      if words.isAlphabetic {
        isKnown =
          isKnown
          ?? (!words.isMixed && (isOrdinaryAnywhere(words) || isCountryOrTown(words)))
        if isKnown == true { return }
      }
      // The word goes whole, where it is one.
      guard words.count > ShownWords.overlap || isUnspaced(letters[start...]) else {
        return see(words.span, match, nil)
      }
      see(words.place(start..<end), match, nil)
    }
  }

  /// The longest name within a word from one letter on.
  func inside(
    _ letters: [UInt8], from start: Int, _ words: ShownWords
  ) -> (Match, end: Int)? {
    var hash = FoldedKey.seed
    var index = start
    var count = 0
    var best: (Match, end: Int)?
    let isAlphabetic = words.isAlphabetic
    while index < letters.count {
      hash = FoldedKey.step(hash, letters[index])
      index += 1
      while index < letters.count, letters[index] & 0xC0 == 0x80 {
        hash = FoldedKey.step(hash, letters[index])
        index += 1
      }
      count += 1
      if count < (isAlphabetic ? 3 : 2) { continue }
      guard forms.mayBegin(hash) else { break }
      guard forms.mayBe(hash) else { continue }
      // The whole word has been looked at.
      if start == 0, index == letters.count { break }
      let matches = forms.matches(hash, in: registry)
      guard
        let match = matches.first(where: {
          stands($0, count, start..<index, letters, isAlphabetic)
        })
      else { continue }
      best = (match, index)
    }
    return best
  }

  /// Whether letters within a word are enough to show somebody's name.
  func stands(
    _ match: Match, _ count: Int, _ range: Range<Int>, _ letters: [UInt8], _ isAlphabetic: Bool
  ) -> Bool {
    guard isAlphabetic else { return isUnspaced(letters[range.lowerBound...]) || count >= 3 }
    if count >= 5, match.source <= .transliteration { return true }
    guard match.source != .familyForm else { return false }
    let before = Array(letters[..<range.lowerBound])
    let after = Array(letters[range.upperBound...])
    // "annasmith"
    if before.isEmpty {
      let rest = FoldedKey(folded: after).hash
      return after.letterCount >= 3
        && forms.matches(rest, in: registry).contains {
          $0.person == match.person && $0.part != match.part && $0.source != .familyForm
        }
    }
    // "nlane": the initial of the first name before the surname.
    guard count >= 4, after.isEmpty, match.role == .surname || match.role == .other,
      before.letterCount == 1
    else { return false }
    let initial = FoldedKey(folded: before)
    return registry.people(withInitial: initial).contains(match.person)
  }

  /// Chinese, Japanese, Korean, Thai, Lao, Burmese and Khmer put no space between words.
  func isUnspaced(_ letters: ArraySlice<UInt8>) -> Bool {
    let scalar = String(decoding: letters.prefix(4), as: UTF8.self).unicodeScalars.first?.value ?? 0
    switch scalar {
    case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      return true
    default: return false
    }
  }

  /// How many scalars may stand between the parts of a name.
  static let widest = 4
  static let most = 48
  var jumped = false
}
