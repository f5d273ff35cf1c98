/// A named list of words, of one language or of all: what the code asks for by name and a language
/// knows as data.
///
/// Sources/Languages/XX/lists.txt holds the lists of a language, each said in a comment:
///
///     # What stands before a number that is only about right.
///     @approximations	about, around, some,
///       more or less
///
/// A list goes on until the next begins. Its entries are separated by commas, may hold spaces, and
/// keep their order; a language that has no such words leaves the list out.
struct WordList: Sendable {
  /// As the file spells them, in its order; of all languages one after another, each word once.
  let words: [String]
  /// The keys of the words, folded; of several words in an entry, of the sequence.
  let keys: Set<FoldedKey>
  private let spelled: Set<FoldedKey>

  /// - Parameter name: a list that stands in the file of one language at least; any other is our own
  ///   mistake.
  init(_ name: String, _ languages: [Language] = Language.wellKnown) {
    let found = languages.compactMap { Self.all[$0]?[name] }
    precondition(!found.isEmpty, "no list \(name) in Sources/Languages")
    self.init(found.joined())
  }

  init(_ name: String, _ language: Language) { self.init(name, [language]) }

  /// The list of each language by itself; empty where it has none of that name.
  static func each(_ name: String) -> ByLanguage<WordList> {
    ByLanguage { WordList(all[$0]?[name] ?? []) }
  }

  private init(_ entries: some Sequence<String>) {
    var spelled: Set<FoldedKey> = []
    words = entries.filter { spelled.insert(FoldedKey(folded: $0)).inserted }
    self.spelled = spelled
    keys = Set(
      words.compactMap { entry in
        let keys = entry.split(separator: " ").map { FoldedKey(folded: Fold.string(String($0))) }
        return keys.first.map { keys.dropFirst().reduce($0) { $0.followed(by: $1) } }
      })
  }

  /// Whether it has a word, whatever its case and accents.
  @inline(__always)
  func contains(_ key: FoldedKey) -> Bool { keys.contains(key) }

  /// Whether it has a word, byte for byte as the file spells it.
  func contains(_ word: some StringProtocol) -> Bool {
    spelled.contains(FoldedKey(folded: word.utf8))
  }

  /// Whether it has one of the words, as the file spells it.
  func hasAny(of words: some Sequence<some StringProtocol>) -> Bool {
    words.contains { contains($0) }
  }

  /// Its entries as beginnings, endings or middles of words.
  var parts: WordParts { WordParts(words) }

  /// The same, folded.
  var foldedParts: WordParts { WordParts(foldedBytes) }

  /// The folded bytes of each entry.
  var foldedBytes: [[UInt8]] { words.map { Array(Fold.string($0).utf8) } }

  /// The lists of each language, by name.
  static let all: [Language: [String: [String]]] = Dictionary(
    uniqueKeysWithValues: Language.allCases.map {
      ($0, read(LanguageData.file(.lists, of: $0), $0))
    })

  /// Reads a file of lists. A line that says nothing sensible is our own mistake.
  private static func read(
    _ text: UnsafeBufferPointer<UInt8>, _ language: Language
  ) -> [String: [String]] {
    var lists: [String: [String]] = [:]
    var name = ""
    var number = 0
    for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      var line = line
      let place = "Sources/Languages/\(language.rawValue)/lists.txt:\(number)"
      if first == UInt8(ascii: "@") {
        let end = line.firstIndex(of: UInt8(ascii: "\t")) ?? line.endIndex
        name = String(decoding: line[..<end].dropFirst(), as: UTF8.self)
        precondition(lists[name] == nil, "\(place): \(name) stands twice")
        lists[name] = []
        line = line[end...]
      }
      precondition(!name.isEmpty, "\(place): no list has begun")
      for entry in line.split(separator: UInt8(ascii: ",")) {
        let word = trimmed(entry)
        if !word.isEmpty { lists[name]?.append(String(decoding: word, as: UTF8.self)) }
      }
    }
    return lists
  }

  /// Without white space around it.
  private static func trimmed(
    _ entry: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    var entry = entry.drop { $0 == 0x20 || $0 == 0x09 }
    while entry.last == 0x20 || entry.last == 0x09 { entry.removeLast() }
    return entry
  }
}

extension WordList: ExpressibleByArrayLiteral {
  init(arrayLiteral words: String...) { self.init(words) }
}

extension Language {
  /// The language whose words are heard in it everywhere.
  var spokenBeside: Language? { Self.besides[self] }

  private static let besides = WordList.each("spoken-beside").map {
    $0.words.first.flatMap(Language.init(rawValue:))
  }
}
