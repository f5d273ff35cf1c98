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
  private let lexicon = Lexicon.embedded
  private let vocabulary: Vocabulary
  /// Those whose ordinary words are ordinary here.
  private let languages: [Language]
  private(set) var sightings: [Sighting] = []

  /// Letters that have been read and may go on to a name.
  private struct Trail {
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

  private var trails: [Trail] = []
  /// The trails before a tag, and where it ends.
  private var held: (end: Int, trails: [Trail])?
  /// The name that the last word is, whether or not it counts by itself.
  private var last: (span: TextSpan, matches: [Match], counts: Bool)?
  private var wasUpper = false

  init(_ registry: PersonRegistry, _ language: Language, _ manner: Manner = .text) {
    self.registry = registry
    self.language = language
    self.manner = manner
    vocabulary = Vocabulary.of(language)
    languages =
      switch language {
      case .none: Self.all
      // Ukrainian speech is full of Russian words.
      case .ukrainian: [.ukrainian, .russian]
      default: [language]
      }
  }

  private static let all: [Language] = Language.written

  private var forms: ProtectedForms { registry.protectedForms }

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

  private static func inOrder(_ sightings: [Sighting]) -> [Sighting] {
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

  // MARK: A word of its own

  /// True where the word is a form of a name and counts as one.
  private mutating func readWhole(_ words: ShownWords) -> Bool {
    var matches = forms.matches(words.key.hash, in: registry)
    if matches.isEmpty, let short = Self.unstretched(words) {
      matches = forms.matches(short.hash, in: registry)
    }
    defer {
      if matches.isEmpty { last = nil }
    }
    guard !matches.isEmpty else { return false }
    let best = matches.first { counts($0, words) }
    // "grace young": a first name and a surname of one person beside each other.
    let isBeside =
      last.map { before in
        words.gap.count <= 2 && words.gap.newlines <= 1 && !before.matches.isEmpty
          && (words.gap.count < 2 || words.gap.spaces > 0)
      } ?? false
    var isPair = false
    if isBeside, let before = last, words.count > 2,
      let (one, two) = pair(before.matches, matches)
    {
      isPair = true
      if !before.counts { see(before.span, one, nil) }
      see(words.span, two, words.key)
    }
    last = (words.span, matches, best != nil || isPair)
    if let best { see(words.span, best, words.isPlain || !words.isEncoded ? words.key : nil) }
    return best != nil || isPair
  }

  /// «Сергееей»: a word in which a letter stands three times or more, with that letter once.
  private static func unstretched(_ words: ShownWords) -> FoldedKey? {
    let letters = words.letters
    let width = letters.first.map { $0 < 0x80 ? 1 : 2 } ?? 1
    guard words.isAlphabetic, letters.count >= 6 * width else { return nil }
    var index = 0
    while index + 3 * width <= letters.count {
      if letters[index + width - 1] == letters[index + 2 * width - 1],
        letters[index + width - 1] == letters[index + 3 * width - 1]
      {
        break
      }
      index += width
    }
    guard index + 3 * width <= letters.count else { return nil }
    var out: [UInt8] = []
    for start in stride(from: 0, to: letters.count - width + 1, by: width) {
      let letter = letters[start..<start + width]
      if !out.suffix(width).elementsEqual(letter) { out += letter }
    }
    return FoldedKey(folded: out)
  }

  private func pair(_ first: [Match], _ second: [Match]) -> (Match, Match)? {
    for one in first where one.source != .familyForm && one.role != .alias {
      for two in second
      where two.person == one.person && two.part != one.part && two.source != .familyForm
        && (one.role == .given || two.role == .given)
      {
        return (one, two)
      }
    }
    return nil
  }

  private func counts(_ match: Match, _ words: ShownWords) -> Bool {
    // Scripts without capitals.
    guard words.isAlphabetic else { return words.count > 1 }
    if manner == .label {
      return words.count >= 3 && (match.source <= .transliteration || words.count >= 5)
    }
    let hasCapital =
      words.shape == .title || words.shape == .mixed || words.shape == .upper && !wasUpper
    let isOrdinary = isOrdinary(words)
    if words.shape != .lower {
      guard words.count >= 2 else { return false }
      if !isOrdinary { return match.source <= .caseEnding || !isNamedOtherwise(words, match) }
      // A word of two alphabets is nobody's ordinary word.
      if words.isMixed { return words.count >= 4 }
      return hasCapital && !words.opensSentence && !isGrammar(words) && !isNumbered(words)
        && (words.count >= 4 && match.source <= .transliteration
          || words.count >= 5 && match.source == .diminutive)
    }
    if isInHandle(words) { return words.count >= 4 && match.source <= .transliteration }
    guard words.count >= 4, match.source <= .transliteration || words.count >= 6 else {
      return false
    }
    return words.isMixed
      || !isOrdinary && !isOrdinaryAnywhere(words) && !isNamedOtherwise(words, match)
  }

  /// A country, or the word for its people.
  private func isNamedOtherwise(_ words: ShownWords, _ match: Match) -> Bool {
    match.source > .caseEnding && lexicon.country(words.key) != nil
  }

  /// "Mark 2": a thing, of which there are more.
  private func isNumbered(_ words: ShownWords) -> Bool {
    let next = words.span.end + 1
    return next < words.bytes.count && words.bytes[next - 1] == 0x20
      && words.bytes[next] &- 0x30 < 10
  }

  /// "#волков", "statement_volkov", "volkov87": inside a tag or a file's name nothing has a capital.
  private func isInHandle(_ words: ShownWords) -> Bool {
    let start = words.span.start
    guard start > 0 else { return false }
    switch words.bytes[start - 1] {
    case 0x23, 0x5F, 0x40: return true
    default: return false
    }
  }

  // MARK: Ordinary words

  private func isOrdinary(_ words: ShownWords) -> Bool { isOrdinary(words, languages) }

  private func isOrdinaryAnywhere(_ words: ShownWords) -> Bool { isOrdinary(words, Self.all) }

  private func isOrdinary(_ words: ShownWords, _ languages: [Language]) -> Bool {
    if words.isPlain || !words.isEncoded && !words.isMixed {
      return isOrdinary(words.span, words.bytes, languages)
    }
    return words.letters.withUnsafeBufferPointer { letters in
      languages.contains { lexicon.isOrdinary(letters, in: $0) }
    }
  }

  private func isOrdinary(
    _ span: TextSpan, _ bytes: UnsafeBufferPointer<UInt8>, _ languages: [Language]
  ) -> Bool {
    let word = UnsafeBufferPointer(rebasing: bytes[span.start..<span.end])
    return languages.contains { lexicon.isOrdinary(word, in: $0) }
  }

  /// Words of grammar, months, and the words for kin and ranks are what they say.
  private func isGrammar(_ words: ShownWords) -> Bool {
    let entry = vocabulary.find(words.key)
    return entry >= 0 && vocabulary.entries[Int(entry)].cues & Self.grammar != 0
  }

  private static let grammar: UInt64 = [
    Cue.month, .weekday, .season, .cardinal, .ordinal, .honorific, .rank, .title, .kinship,
    .pronoun, .possessive, .determiner, .preposition, .conjunction, .modal, .auxiliary,
  ].reduce(0) { $0 | $1.bit }

  // MARK: Within a word

  /// "nikolaibrandt", "freebrandt", «волковщина»: a name within a word that no dictionary has.
  private mutating func readInside(_ words: ShownWords) {
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
        isKnown = isKnown ?? (!words.isMixed && isOrdinaryAnywhere(words))
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
  private func inside(
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
  private func stands(
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
  private func isUnspaced(_ letters: ArraySlice<UInt8>) -> Bool {
    let scalar = String(decoding: letters.prefix(4), as: UTF8.self).unicodeScalars.first?.value ?? 0
    switch scalar {
    case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      return true
    default: return false
    }
  }

  // MARK: Over what stands between letters

  /// How many scalars may stand between the parts of a name.
  private static let widest = 4
  private static let most = 48

  /// Goes on after a tag that stood within a word.
  private mutating func resume(_ words: ShownWords) {
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
  private var jumped = false

  private mutating func readBroken(_ words: ShownWords) {
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
  private mutating func follow(_ words: ShownWords) {
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
  private static func sort(_ gap: ShownWords.Gap) -> (isBracket: Bool, isSign: Bool) {
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
  private func joker(_ trail: Trail, _ count: Int, onlyLike digit: UInt8?) -> [Trail] {
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

  private static let latin: [[UInt8]] = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { [$0] }
  private static let cyrillic: [[UInt8]] = "абвгдежзийклмнопрстуфхцчшщъыьэюяєіїґ".unicodeScalars.map
  {
    Array(String($0).utf8)
  }

  private static func looks(_ letter: [UInt8], like digit: UInt8) -> Bool {
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
  private mutating func readNumber(_ words: ShownWords) {
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

  private func isFollowed(_ words: ShownWords) -> Bool {
    words.span.end < words.bytes.count
      && ShownWords.kind(ShownWords.unit(words.bytes, words.span.end).scalar) == .letter
  }

  /// A trail that has come to a form of a name at the end of a word.
  private mutating func end(_ trail: Trail, _ words: ShownWords) {
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

  private mutating func see(
    _ span: TextSpan, _ match: Match, _ key: FoldedKey?, isDoubtful: Bool = false
  ) {
    sightings.append(
      Sighting(
        span: span, person: match.person, source: match.source, role: match.role, key: key,
        isDoubtful: isDoubtful))
  }
}
