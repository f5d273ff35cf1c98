/// Every form of the names that must not show, by its letters alone: what the check of the output
/// looks for.
///
/// The forms are those of the people file (`NameForms`); kept here is only what it takes to follow a
/// text letter by letter: a quick no for what begins no form, and one for what is none.
struct ProtectedForms: Sendable {
  typealias Match = PersonRegistry.PartMatch

  /// Whether there is nobody to look for.
  let isEmpty: Bool
  private var beginnings: KeyFilter
  private var whole: KeyFilter
  /// Forms whose letters alone are not how the index of names has them: «мар'яна», aliases of more
  /// words, names in scripts other than Latin and Cyrillic.
  private var others: [FoldedKey: [Match]] = [:]
  private let watched: [Bool]

  init() {
    isEmpty = true
    beginnings = KeyFilter(bits: 64)
    whole = KeyFilter(bits: 64)
    watched = []
  }

  /// - Parameters:
  ///   - forms: of each person of the file, in its order.
  ///   - watched: whether the person's name must not show.
  init(_ forms: [NameForms], watched: [Bool]) {
    self.watched = watched
    isEmpty = !watched.contains(true)
    var count = 0
    var seen: Set<Int> = []
    for (person, forms) in forms.enumerated() where watched[person] {
      for part in forms.parts where seen.insert(part.place).inserted { count += part.forms.count }
    }
    var bits = 1 << 12
    while bits < 16 * count { bits *= 2 }
    beginnings = KeyFilter(bits: bits)
    whole = KeyFilter(bits: bits / 2)
    seen = []
    for (person, forms) in forms.enumerated() where watched[person] {
      for (position, part) in forms.parts.enumerated() where part.role != .particle {
        let isNew = seen.insert(part.place).inserted
        for form in part.forms.entries {
          let match = Match(person: person, part: position, role: part.role, source: form.source)
          add(Array(form.text.utf8), form.key, match, isNew: isNew)
        }
      }
      for alias in forms.aliases { add(alias: alias, of: person) }
    }
  }

  private mutating func add(_ text: [UInt8], _ key: FoldedKey, _ match: Match, isNew: Bool) {
    // Plain letters, as nearly all are.
    if text.allSatisfy({ $0 &- 0x61 < 26 })
      || text.indices.allSatisfy({
        $0 & 1 == 0 ? text[$0] == 0xD0 || text[$0] == 0xD1 : text[$0] & 0xC0 == 0x80
      })
    {
      if isNew { insert(text) }
      return
    }
    let letters = Self.letters(of: text)
    guard !letters.isEmpty else { return }
    insert(letters)
    let alone = FoldedKey(folded: letters)
    if alone != key { others[alone, default: []].append(match) }
  }

  /// An alias: a word in every form, or all its words as they stand, an article aside.
  private mutating func add(alias: [NamePart], of person: Int) {
    let words = alias.drop { alias.count > 1 && Self.articles.contains($0.canonical) }
    if words.count == 1, let word = words.first {
      for form in word.forms.entries {
        add(
          Array(form.text.utf8), form.key,
          Match(person: person, part: -1, role: .alias, source: form.source), isNew: true)
      }
      return
    }
    let letters = words.flatMap { Self.letters(of: Array($0.canonical.utf8)) }
    guard letters.count > 3 else { return }
    insert(letters)
    others[FoldedKey(folded: letters), default: []].append(
      Match(person: person, part: -1, role: .alias, source: .alias))
  }

  private static let articles = WordList("alias-articles")

  /// The letters that a reader of the output takes from a form.
  private static func letters(of text: [UInt8]) -> [UInt8] {
    text.withUnsafeBufferPointer { bytes in
      var words = ShownWords(bytes)
      var letters: [UInt8] = []
      while words.next() { letters += words.letters }
      return letters
    }
  }

  private mutating func insert(_ letters: [UInt8]) {
    var hash = FoldedKey.seed
    for (index, byte) in letters.enumerated() {
      hash = FoldedKey.step(hash, byte)
      let next = index + 1
      if next == letters.count || letters[next] & 0xC0 != 0x80 {
        beginnings.insert(FoldedKey(hash: hash))
      }
    }
    whole.insert(FoldedKey(hash: hash))
  }

  /// A quick no: whether some form begins with the letters of a hash.
  @inline(__always)
  func mayBegin(_ hash: UInt64) -> Bool { beginnings.mayContain(FoldedKey(hash: hash)) }

  /// A quick no: whether the letters of a hash may be a form.
  @inline(__always)
  func mayBe(_ hash: UInt64) -> Bool { whole.mayContain(FoldedKey(hash: hash)) }

  /// The parts of watched names that the letters of a hash are.
  func matches(_ hash: UInt64, in registry: PersonRegistry) -> [Match] {
    guard mayBe(hash) else { return [] }
    let key = FoldedKey(hash: hash)
    let known = registry.matches(key).filter { watched[$0.person] && $0.role != .particle }
    guard !others.isEmpty, let more = others[key] else { return known }
    return known + more
  }
}
