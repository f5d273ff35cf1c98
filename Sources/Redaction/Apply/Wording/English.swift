/// English: articles, prepositions, plurals and capitals around a replacement.
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
    for start in ["hour", "honest", "honour", "honor", "heir"] where lower.hasPrefix(start) {
      return true
    }
    for start in ["uni", "use", "eu", "one", "ukr", "ural"] where lower.hasPrefix(start) {
      return false
    }
    if lower.hasPrefix("8") || lower.hasPrefix("11") || lower.hasPrefix("18") { return true }
    return lower.first.map { "aeiou".contains($0) } ?? false
  }

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

  static let articles: Set<String> = ["a", "an", "the"]
  static let possessives: Set<String> = [
    "my", "his", "her", "their", "our", "your", "its", "whose",
  ]
  static let demonstratives: Set<String> = [
    "this", "that", "these", "those", "some", "any", "each", "every", "no", "same", "which", "what",
  ]
}

/// A replacement, and the span it stands for: a little more than the mention where grammar wants it.
struct Replacement: Equatable {
  var span: TextSpan
  var text: String
}

extension English {
  /// A noun phrase with its article in the place of a mention: "the Mtskheta court" → "a court",
  /// "our column commander" → "our officer".
  static func nounPhrase(_ phrase: String, in around: Surroundings) -> Replacement {
    let (article, rest) = split(phrase)
    guard !article.isEmpty, let before = around.before else {
      return finish(phrase, around.span, around)
    }
    let word = before.text.lowercased()
    if word == "the", around.isFollowedByCapital {
      // "the president of this organization Olga": the name that follows keeps its article.
      return finish(rest, around.span, around)
    }
    if articles.contains(word) {
      return finish(phrase, TextSpan(before.span.start, around.span.end), around)
    }
    if possessives.contains(word) || demonstratives.contains(word) || isPossessive(around)
      || isDescribed(around)
    {
      return finish(rest, around.span, around)
    }
    return finish(phrase, around.span, around)
  }

  /// "the only Ghanaian …", "a former state …": words that describe, and an article before them.
  private static func isDescribed(_ around: Surroundings) -> Bool {
    var offset = around.span.start
    for step in 0..<3 {
      guard let word = around.word(before: offset) else { return false }
      let text = word.text.lowercased()
      if articles.contains(text) || possessives.contains(text) { return step > 0 }
      guard text.utf8.count > 2, !joining.contains(text) || text == "only",
        !text.hasSuffix("ly") || text == "only", !text.hasSuffix("ing"),
        text.utf8.allSatisfy({ $0 >= 0x80 || $0 >= 0x61 && $0 <= 0x7A })
      else { return false }
      offset = word.span.start
    }
    return false
  }

  /// Whether "Tagirov's" or "regiment's" stands directly before the span.
  static func isPossessive(_ around: Surroundings) -> Bool {
    let start = around.span.start
    guard start >= 3 else { return false }
    let tail = around.text(max(0, start - 5), start)
    return tail.hasSuffix("'s ") || tail.hasSuffix("’s ")
  }

  /// Gives the text the capital, and the article before it the form, that the place asks for.
  static func finish(_ text: String, _ span: TextSpan, _ around: Surroundings) -> Replacement {
    var text = text
    var span = span
    if let before = around.word(before: span.start),
      before.text == "a" || before.text == "an"
        || before.text == "A" || before.text == "An"
    {
      let fitting = article(before: text)
      if before.text.lowercased() != fitting {
        span = TextSpan(before.span.start, span.end)
        text = (before.text.first == "A" ? capitalized(fitting) : fitting) + " " + text
      }
    } else if startsWithCapital(span, around),
      around.opensSentence(at: span.start) || startsWithGrammar(span, around)
    {
      text = capitalized(text)
    }
    return Replacement(span: span, text: text)
  }

  /// "A: On the night of the 3rd": a word that only the head of a sentence gives a capital.
  private static func startsWithGrammar(_ span: TextSpan, _ around: Surroundings) -> Bool {
    let first = around.text(span.start, min(span.end, span.start + 8)).prefix { $0 != " " }
    return grammar.contains(String(first))
  }

  private static let grammar: Set<String> = [
    "In", "On", "At", "By", "From", "Since", "Until", "During", "The", "A", "An", "My", "Our",
    "About",
    "Around", "Before", "After", "Last", "This",
  ]

  private static func startsWithCapital(_ span: TextSpan, _ around: Surroundings) -> Bool {
    guard span.count > 0 else { return false }
    let first = UTF8Decoding.scalar(in: around.bytes, at: span.start).value
    return ScalarClass.isCapital(first) || ScalarClass(first) == .digit
  }
}
