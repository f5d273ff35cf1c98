/// Nouns of a language and the general word of the reader that each stands under (`heads.tsv` of its
/// folder): whatever else is said of a plasterer, it is somebody who builds.
struct HeadWords {
  private var words: [FoldedKey: Int] = [:]

  private static let all = PerLanguage { HeadWords($0) }

  static func of(_ language: Language) -> HeadWords { all[language] }

  /// Reads lines of the reader's word TAB nouns with commas between. A word that the reader does not
  /// know any more is passed over.
  private init(_ language: Language) {
    for (number, columns) in LanguageData.lines(.heads, of: language) {
      guard columns.count == 2 else {
        preconditionFailure("heads.tsv of \(language.rawValue), line \(number): word, nouns")
      }
      guard let word = GeneralWords.names.firstIndex(of: columns[0]) else { continue }
      for noun in columns[1].split(separator: ",") {
        let parts = Fold.string(String(noun)).split { $0 == " " || $0 == "-" }
        let keys = parts.map { FoldedKey(folded: String($0)) }
        guard let first = keys.first else { continue }
        words[keys.dropFirst().reduce(first) { $0.followed(by: $1) }] = word
      }
    }
  }

  /// The reader's word for a span, by its head: the last noun in a language that stacks them, where a
  /// name's noun has a capital too ("Mill Street"), else the first, in small letters; what a
  /// preposition opens is no head.
  func word(of passage: Passage, _ tokens: Range<Int>) -> Int? {
    var found: Int?
    var isOpen = false
    for index in tokens where passage[index].isWord {
      if isOpen, passage.has(index, .preposition) { break }
      isOpen = true
      guard
        passage[index].shape == .lower
          || passage.grammar.has(.stacksNouns) && index > tokens.lowerBound
          || passage[index].opensSentence || passage[index].shape == .upper,
        let word = word(passage, index)
      else { continue }
      found = word
      if !passage.grammar.has(.stacksNouns) { break }
    }
    return found
  }

  private func word(_ passage: Passage, _ index: Int) -> Int? {
    let key = passage[index].key
    if index + 2 < passage.count, Passage.isHyphen(passage[index + 1]), !passage[index + 2].gap {
      return words[key.followed(by: passage[index + 2].key)]
    }
    if let word = words[key] { return word }
    guard passage.isSlavic else { return nil }
    return Lemma.candidates(passage.folded(index)).lazy.compactMap { words[$0] }.first
  }
}
