internal import CLexicon

/// What the binary holds of a language: the folder of its code in Sources/Languages.
enum LanguageData {
  /// Cue words, as `Vocabulary` reads them; nil of a language that has no folder.
  static func words(_ language: Language) -> UnsafeBufferPointer<UInt8>? {
    found(language).map { text($0.words, $0.words_count) }
  }

  /// Named lists, as `WordList` reads them; nil of a language that has no folder.
  static func lists(_ language: Language) -> UnsafeBufferPointer<UInt8>? {
    found(language).map { text($0.lists, $0.lists_count) }
  }

  private static func found(_ language: Language) -> UndersealLanguage? {
    var position = 0
    while let data = underseal_language(position)?.pointee {
      if let code = data.code, String(cString: code) == language.rawValue { return data }
      position += 1
    }
    return nil
  }

  private static func text(_ start: UnsafeRawPointer?, _ count: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: start?.assumingMemoryBound(to: UInt8.self), count: count)
  }
}
