/// What a part of a name is in the whole.
enum NameRole: Sendable, Hashable {
  case given, patronymic, surname
  /// A part that may be a given name as well as a surname.
  case other
  /// de, bin, von …: belongs to a name only beside another part of it.
  case particle
  /// A word of an alias.
  case alias
}

/// Why a form stands for a part of a name, the surest first.
enum FormSource: UInt8, Sendable, Comparable {
  case canonical, alias, caseEnding, transliteration, familyForm, diminutive

  static func < (a: FormSource, b: FormSource) -> Bool { a.rawValue < b.rawValue }
}

/// One folded word that stands for a part of a name.
struct NameForm: Sendable, Hashable {
  /// The folded word; it never holds a space or a hyphen.
  var text: String
  /// The key of the folded word.
  var key: FoldedKey
  var source: FormSource
}

/// The forms of one part of a name, none twice; the canonical word is the first.
struct NameFormList: Sendable, Sequence {
  /// The forms with their keys.
  var entries: [NameForm]

  /// The folded words alone.
  var keys: [String] { entries.map(\.text) }

  /// How many forms there are.
  var count: Int { entries.count }

  /// The folded words with their sources.
  func makeIterator() -> AnyIterator<(text: String, source: FormSource)> {
    var inner = entries.makeIterator()
    return AnyIterator { inner.next().map { ($0.text, $0.source) } }
  }
}

/// A nominative that stands for a part of a name, in one language.
struct NameLemma: Sendable, Hashable {
  var word: Letters
  var language: SlavicLanguage
  /// A diminutive, not the name itself.
  var isShort: Bool
}

/// One word of a name, and every folded word that stands for it.
struct NamePart: Sendable {
  var role: NameRole
  /// The word as the people file has it, folded.
  var canonical: String
  /// A part of which only the initial is known ("Серик Д.") has none.
  var forms: NameFormList
  /// The folded initials that stand for the part, Latin and Cyrillic: "ж", "zh", "j" …
  var initials: [String]
  /// The nominatives of which the Cyrillic forms are cases.
  var lemmas: [NameLemma] = []
  /// Its place among the distinct parts of the case.
  var place = 0

  /// Whether the folded word is one of the forms.
  func matches(folded word: String) -> Bool {
    let key = FoldedKey(folded: word)
    return forms.entries.contains { $0.key == key }
  }
}

/// Collects forms; the first source of a form stays.
struct FormSink {
  private(set) var forms: [NameForm] = []
  /// An open-addressing set of the keys; 0 is free.
  private var slots: [UInt64]
  private var buffer: Letters = []

  init() {
    slots = Array(repeating: 0, count: 2048)
    forms.reserveCapacity(512)
    buffer.reserveCapacity(64)
  }

  /// Adds one form.
  mutating func add(_ word: some Collection<UInt8>, _ source: FormSource) {
    buffer.removeAll(keepingCapacity: true)
    buffer.append(contentsOf: word)
    commit(source)
  }

  /// Adds `stem` with each of the endings, which are separated by spaces; "" is an ending too.
  mutating func add(_ stem: Letters, _ endings: StaticString, _ source: FormSource) {
    guard !stem.isEmpty else { return }
    let bytes = UnsafeBufferPointer(start: endings.utf8Start, count: endings.utf8CodeUnitCount)
    var start = 0
    while start <= bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x20 { end += 1 }
      buffer.removeAll(keepingCapacity: true)
      buffer.append(contentsOf: stem)
      for index in start..<end { buffer.append(bytes[index]) }
      commit(source)
      start = end + 1
    }
  }

  /// One letter is an initial, never a form; ё is folded here.
  private mutating func commit(_ source: FormSource) {
    guard buffer.count > 1, buffer.count > 2 || buffer[0] < 0x80 else { return }
    for index in 1..<buffer.count where buffer[index] == 0x91 && buffer[index - 1] == 0xD1 {
      buffer[index - 1] = 0xD0
      buffer[index] = 0xB5
    }
    let key = FoldedKey(folded: buffer)
    guard insert(key.hash) else { return }
    forms.append(NameForm(text: String(decoding: buffer, as: UTF8.self), key: key, source: source))
  }

  private mutating func insert(_ hash: UInt64) -> Bool {
    if forms.count * 2 >= slots.count {
      var wider = [UInt64](repeating: 0, count: slots.count * 4)
      for old in slots where old != 0 { Self.place(old, in: &wider) }
      slots = wider
    }
    var index = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[index] != 0 {
      if slots[index] == hash { return false }
      index = (index + 1) & (slots.count - 1)
    }
    slots[index] = hash
    return true
  }

  private static func place(_ hash: UInt64, in slots: inout [UInt64]) {
    var index = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[index] != 0 { index = (index + 1) & (slots.count - 1) }
    slots[index] = hash
  }
}
