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
/// keep their order; a list may be empty in a language, and must stand in every one that uses it.
struct WordList: Sendable {
  /// As the file spells them, in its order; of all languages one after another, each word once.
  let words: [String]
  private let spelled: Set<FoldedKey>
  private let folded: Set<FoldedKey>

  /// - Parameter name: a list that stands in the file of one language at least; any other is our own
  ///   mistake.
  init(_ name: String, _ languages: [Language] = Language.allCases) {
    let found = languages.compactMap { Self.all[$0]?[name] }
    precondition(!found.isEmpty, "no list \(name) in Sources/Languages")
    self.init(found.joined())
  }

  init(_ name: String, _ language: Language) { self.init(name, [language]) }

  private init(_ entries: some Sequence<String>) {
    var spelled: Set<FoldedKey> = []
    words = entries.filter { spelled.insert(FoldedKey(folded: $0)).inserted }
    self.spelled = spelled
    folded = Set(words.map { FoldedKey(folded: Fold.string($0)) })
  }

  /// Whether it has a word, whatever its case and accents.
  @inline(__always)
  func contains(_ key: FoldedKey) -> Bool { folded.contains(key) }

  /// Whether it has a word, byte for byte as the file spells it.
  func contains(_ word: some StringProtocol) -> Bool {
    spelled.contains(FoldedKey(folded: word.utf8))
  }

  /// Its entries as beginnings, endings or middles of words.
  var parts: WordParts { WordParts(words) }

  /// The lists of each language, by name.
  static let all: [Language: [String: [String]]] = Dictionary(
    uniqueKeysWithValues: Language.allCases.compactMap { language in
      LanguageData.lists(language).map { (language, read($0, language)) }
    })

  /// Reads a file of lists. A line that says nothing sensible is our own mistake.
  private static func read(
    _ text: UnsafeBufferPointer<UInt8>, _ language: Language
  ) -> [String: [String]] {
    var lists: [String: [String]] = [:]
    var name: String?
    var number = 0
    for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let place = "Sources/Languages/\(language.rawValue)/lists.txt:\(number)"
      var line = String(decoding: line, as: UTF8.self)[...]
      guard let first = line.first, first != "#" else { continue }
      if first == "@" {
        let end = line.firstIndex(of: "\t") ?? line.endIndex
        let opened = String(line[line.index(after: line.startIndex)..<end])
        precondition(
          lists.updateValue([], forKey: opened) == nil, "\(place): \(opened) stands twice")
        name = opened
        line = line[end...]
      }
      guard let name else { preconditionFailure("\(place): no list has begun") }
      lists[name]! += line.split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
    }
    return lists
  }
}

extension Substring {
  /// Without white space around it.
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
