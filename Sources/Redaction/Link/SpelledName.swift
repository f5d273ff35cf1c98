/// The words of a stranger's name, for what the table of first names says of them: which names it is
/// short for, and which it is in another language.
struct SpelledName {
  /// The lines of the table that have the first name as a full one, and as a short one.
  private var full: Set<Int> = []
  private var short: Set<Int> = []
  private var script = Script.other
  /// How the words that are no first name sound.
  private var surnames: Set<Letters> = []

  init() {}

  init(_ name: String, _ gender: Gender?) {
    let table = Diminutives.table
    let words = name.split { !$0.isLetter && $0 != "'" && $0 != "’" }.map {
      Letters(letters: Array(Fold.string(String($0)).utf8))
    }
    for word in words where word.letterCount > 1 && !NameWords.isPatronymic(word) {
      guard full.isEmpty, short.isEmpty else {
        add(surname: word)
        continue
      }
      consider(word, gender ?? .unknown, table)
      Lemma.each(word) { consider(Letters(letters: Array($0)), gender ?? .unknown, table) }
      if isEmpty { add(surname: word) } else { script = Script(of: word) }
    }
  }

  private mutating func consider(_ word: Letters, _ gender: Gender, _ table: Diminutives) {
    full.formUnion(table.lines(named: word, gender))
    short.formUnion(table.lines(shortened: word, gender))
  }

  private mutating func add(surname word: Letters) {
    for one in RealNames.latin(word) { surnames.insert(RealNames.skeleton(one)) }
  }

  /// Whether it has no first name of the table.
  var isEmpty: Bool { full.isEmpty && short.isEmpty }

  /// Whether both can be the name of one person. Two short names of one are not; two full ones are
  /// where the surname is the same, or the alphabet another.
  func isSame(as other: SpelledName) -> Bool {
    let hasSurnames = !surnames.isEmpty && !other.surnames.isEmpty
    if hasSurnames, surnames.isDisjoint(with: other.surnames) { return false }
    if !full.isDisjoint(with: other.full) { return hasSurnames || script != other.script }
    return !full.isDisjoint(with: other.short) || !short.isDisjoint(with: other.full)
  }
}
