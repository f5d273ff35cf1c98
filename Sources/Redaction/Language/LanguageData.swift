internal import CLexicon

/// What the binary holds of a language: the folder of its code in Sources/Languages.
enum LanguageData {
  /// A text file of the folder.
  enum File { case facts, words, lists, said, general, heads }

  /// The ordinary words, as `WordGraph` reads them; nil where there is no folder.
  static func graph(_ language: Language) -> UndersealFile? { folder(language)?.graph }

  /// A file of the folder in UTF-8; empty where the language has none.
  static func file(_ file: File, of language: Language) -> UnsafeBufferPointer<UInt8> {
    guard let folder = folder(language) else { return UnsafeBufferPointer(start: nil, count: 0) }
    let found =
      switch file {
      case .facts: folder.facts
      case .words: folder.words
      case .lists: folder.lists
      case .said: folder.said
      case .general: folder.general
      case .heads: folder.heads
      }
    return UnsafeBufferPointer(
      start: found.bytes.assumingMemoryBound(to: UInt8.self), count: found.count)
  }

  /// The lines of a file that say something, with their numbers from 1, cut at tabs.
  static func lines(
    _ file: File, of language: Language
  ) -> [(number: Int, columns: [String])] {
    self.file(file, of: language)
      .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated().filter { !$1.isEmpty && $1.first != UInt8(ascii: "#") }
      .map { number, line in
        (
          number + 1,
          line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
        )
      }
  }

  private static func folder(_ language: Language) -> UndersealLanguage? {
    var position = 0
    while let data = underseal_language(position)?.pointee {
      if String(cString: data.code) == language.rawValue { return data }
      position += 1
    }
    return nil
  }
}
