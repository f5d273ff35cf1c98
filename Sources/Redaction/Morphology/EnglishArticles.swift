/// English: what a word asks of the words beside it.
enum English {
  /// "a" or "an", by the sound a word begins with.
  static func article(before word: some StringProtocol) -> String {
    startsWithVowelSound(word) ? "an" : "a"
  }

  static func startsWithVowelSound(_ word: some StringProtocol) -> Bool {
    // A quick no for most consonants.
    if let first = word.utf8.first, first | 0x20 >= 0x62, first | 0x20 <= 0x7A {
      switch first | 0x20 {
      case 0x65, 0x68, 0x69, 0x6F, 0x75: break
      default: return false
      }
    }
    let lower = word.lowercased()
    for start in vowels where lower.hasPrefix(start) {
      return true
    }
    for start in consonants where lower.hasPrefix(start) {
      return false
    }
    if lower.hasPrefix("8") || lower.hasPrefix("11") || lower.hasPrefix("18") { return true }
    return lower.first.map { "aeiou".contains($0) } ?? false
  }

  private static let vowels = WordList("articles-vowels").words
  private static let consonants = WordList("articles-consonants").words

  /// "a hospital" → ("a", "hospital"); the article is empty where there is none.
  static func split(_ phrase: String) -> (article: String, rest: String) {
    for article in ["a", "an", "the"] {
      let length = article.utf8.count
      if phrase.utf8.starts(with: article.utf8), phrase.utf8.dropFirst(length).first == 0x20 {
        return (article, String(Substring(phrase.utf8.dropFirst(length + 1))))
      }
    }
    return ("", phrase)
  }

  static func capitalized(_ text: String) -> String {
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }
}
