/// English: articles, prepositions, plurals and capitals around a replacement.
extension English {
  static let articles = WordList("english-articles")
  static let possessives = WordList("english-possessives")
  static let demonstratives = WordList("english-demonstratives")
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
  static func isDescribed(_ around: Surroundings) -> Bool {
    var offset = around.span.start
    for step in 0..<3 {
      guard let word = around.word(before: offset) else { return false }
      let text = word.text.lowercased()
      if articles.contains(text) || possessives.contains(text) { return step > 0 }
      // "a Kyrgyz nurse"; but "a week later Ekber wrote"
      guard text.utf8.count > 2, !joining.contains(text) || text == "only",
        !text.hasSuffix("ly") || text == "only", !text.hasSuffix("ing"),
        !times.contains(text),
        word.text.utf8.dropFirst().allSatisfy({ $0 >= 0x80 || $0 >= 0x61 && $0 <= 0x7A })
      else { return false }
      offset = word.span.start
    }
    return false
  }

  private static let times = WordList("english-times")

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
    if hasArticle(before: span, around), articles.contains(split(text).article) {
      text = split(text).rest
    } else if let before = around.word(before: span.start),
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

  /// "the whole road to …": an adjective stands before, with an article of its own.
  private static func hasArticle(before span: TextSpan, _ around: Surroundings) -> Bool {
    guard let adjective = around.word(before: span.start),
      EnglishPart.describes(adjective.text.lowercased()),
      let article = around.word(before: adjective.span.start)?.text.lowercased()
    else { return false }
    return articles.contains(article) || possessives.contains(article)
  }

  /// "A: On the night of the 3rd": a word that only the head of a sentence gives a capital.
  private static func startsWithGrammar(_ span: TextSpan, _ around: Surroundings) -> Bool {
    let first = around.text(span.start, min(span.end, span.start + 8)).prefix { $0 != " " }
    return grammar.contains(String(first))
  }

  private static let grammar = WordList("english-grammar")

  private static func startsWithCapital(_ span: TextSpan, _ around: Surroundings) -> Bool {
    guard span.count > 0 else { return false }
    let first = UTF8Decoding.scalar(in: around.bytes, at: span.start).value
    return ScalarClass.isCapital(first) || ScalarClass(first) == .digit
  }
}
