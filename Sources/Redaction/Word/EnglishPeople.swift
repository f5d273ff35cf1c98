/// People said by their role, and what stands around a name.
extension English {
  static let tails = WordList("people-tails")

  static func owner(_ gender: Gender) -> String {
    switch gender {
    case .male: "his"
    case .female: "her"
    case .unknown: "their"
    }
  }

  /// The possessive of whoever a word speaks of.
  static let owners: [String: String] = [
    "i": "my", "me": "my", "my": "my", "i'm": "my", "m": "my", "myself": "my", "he": "his",
    "him": "his", "his": "his",
    "she": "her", "her": "her", "hers": "her", "we": "our", "brother": "his", "father": "his",
    "husband": "his", "son": "his", "uncle": "his", "nephew": "his", "grandfather": "his",
    "man": "his",
    "boy": "his", "sister": "her", "mother": "her", "wife": "her", "daughter": "her", "aunt": "her",
    "niece": "her", "male": "his", "female": "her", "grandmother": "her", "woman": "her",
    "girl": "her", "you": "your",
  ]

  /// "a commander": the people file's role, or what is left to say.
  static func role(_ role: String?, _ gender: Gender) -> String {
    guard let role, !role.isEmpty else {
      switch gender {
      case .male: return "a man"
      case .female: return "a woman"
      case .unknown: return "a person"
      }
    }
    return split(role).article.isEmpty ? article(before: role) + " " + role : role
  }

  /// "Captain Dudnik" → "a commander"; later "the commander".
  static func rolePhrase(_ phrase: String, isFirst: Bool, in around: Surroundings) -> Replacement {
    var span = around.span
    // Titles and ranks before the name go with it.
    while let before = word(beforeTitle: span.start, around),
      titles.contains(before.text.lowercased())
    {
      span = TextSpan(before.span.start, span.end)
    }
    let wider = Surroundings(bytes: around.bytes, span: span, start: around.start, end: around.end)
    let text = isFirst ? phrase : "the " + split(phrase).rest
    return nounPhrase(text, in: wider)
  }

  private static func word(beforeTitle offset: Int, _ around: Surroundings) -> Surroundings.Word? {
    if let word = around.word(before: offset) { return word }
    // "Capt. Dudnik"
    guard offset >= 2, around.bytes[offset - 1] == 0x20, around.bytes[offset - 2] == 0x2E,
      offset - 2 > around.start
    else { return nil }
    var from = offset - 2
    while from > around.start, ScalarClass.asciiIsLetter(around.bytes[from - 1]) { from -= 1 }
    guard from < offset - 2 else { return nil }
    return Surroundings.Word(text: around.text(from, offset - 2), span: TextSpan(from, offset))
  }

  private static let titles = WordList("people-titles")

  /// "Mr Soroka" → "Denis": the plain courtesy titles do not go with a first name.
  static func withoutMister(_ span: TextSpan, _ around: Surroundings) -> TextSpan {
    guard let before = word(beforeTitle: span.start, around),
      ["mr", "mrs", "ms"].contains(before.text.lowercased()),
      // "Mr and Mrs Ross"
      around.word(before: before.span.start)?.text.lowercased() != "and"
    else { return span }
    return TextSpan(before.span.start, span.end)
  }

  /// The pseudonym with the article that fits it: "a certain Orlov", "an Orlov".
  static func withArticle(
    _ name: String, _ span: TextSpan, _ around: Surroundings
  ) -> (TextSpan, String) {
    guard let before = around.word(before: span.start),
      ["a", "an"].contains(before.text.lowercased()),
      article(before: name) != before.text.lowercased()
    else { return (span, name) }
    let wanted = article(before: name)
    let isCapital = before.text.prefix(1) == "A"
    return (
      TextSpan(before.span.start, span.end),
      (isCapital ? wanted.prefix(1).uppercased() + wanted.dropFirst() : wanted) + " " + name
    )
  }

  /// The apostrophe alone that makes a name in s an owner, as it fits the new name: "James' rifle"
  /// → "Otto's rifle".
  static func bareApostrophe(of name: String, after around: Surroundings) -> Replacement? {
    guard ["s", "S", "x", "z"].contains(where: { around.original.hasSuffix($0) }) else {
      return nil
    }
    for mark in ["'", "’"] where around.isFollowed(by: mark) {
      let end = around.span.end + mark.utf8.count
      guard end < around.end, !around.isWord(around.bytes[end]),
        !isQuoted(around.bytes, around.span.start)
      else { return nil }
      return Replacement(
        span: TextSpan(around.span.end, end),
        text: name.lowercased().hasSuffix("s") ? mark : mark + "s")
    }
    return nil
  }

  /// Whether a single quotation mark that opens stands before in the line.
  private static func isQuoted(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    var index = offset - 1
    while index >= 0, bytes[index] != 0x0A, offset - index < 200 {
      let opens = index == 0 || bytes[index - 1] == 0x20 || bytes[index - 1] == 0x0A
      if bytes[index] == 0x27, opens { return true }
      if index + 2 < bytes.count, bytes[index] == 0xE2, bytes[index + 1] == 0x80,
        bytes[index + 2] == 0x98
      {
        return true
      }
      index -= 1
    }
    return false
  }

  /// The possessive ending directly after a span.
  static func possessive(after around: Surroundings) -> Replacement? {
    for ending in ["’s", "'s", "’S", "'S"] where around.isFollowed(by: ending) {
      let end = around.span.end + ending.utf8.count
      guard end <= around.end, end == around.bytes.count || !around.isWord(around.bytes[end]) else {
        return nil
      }
      return Replacement(span: TextSpan(around.span.end, end), text: ending)
    }
    return nil
  }

  /// A place phrase in the place of a name; "the" before the name goes.
  static func place(_ phrase: String, _ around: Surroundings) -> Replacement {
    if let before = around.before, articles.contains(before.text.lowercased()) {
      return finish(phrase, TextSpan(before.span.start, around.span.end), around)
    }
    // "Addis Ababa's Gotera quarter"
    return finish(isPossessive(around) ? split(phrase).rest : phrase, around.span, around)
  }

  /// A described thing in the place of a mention.
  static func general(
    _ phrase: String, _ kind: EntityKind, _ level: GeneralizationLevel, in around: Surroundings
  ) -> Replacement {
    switch kind {
    case .number where !phrase.isEmpty: return quantity(phrase, in: around)
    case .identifier, .number: return number(phrase, in: around)
    case .contact where isNamedContact(around):
      return Replacement(span: around.span, text: "(withheld)")
    case .demographic: return trait(phrase, in: around)
    case .unit where level == .general: return nounPhrase("a military unit", in: around)
    case .job: return job(phrase, level, in: around)
    default:
      guard !phrase.isEmpty else {
        return plain(kind).map { nounPhrase($0, in: around) } ?? withheld(kind, in: around)
      }
      return nounPhrase(phrase, in: around)
    }
  }

  /// "phone 555", "his mobile, 555", "my number is 555": what it is has been said.
  private static func isNamedContact(_ around: Surroundings) -> Bool {
    var offset = around.span.start
    while offset > around.start, around.bytes[offset - 1] == 0x20 { offset -= 1 }
    if offset > around.start, [0x2C, 0x3A].contains(around.bytes[offset - 1]) { offset -= 1 }
    guard var word = around.wordEnding(at: offset) else { return false }
    if ["is", "was"].contains(word.text), let noun = around.word(before: word.span.start) {
      word = noun
    }
    return contactWords.contains(word.text.lowercased())
  }

  private static let contactWords = WordList("people-contact-words")

  /// Sums and stretches of time: "a total of 375 liras" → "a certain sum"; "those two months" →
  /// "those several months".
  private static func quantity(_ phrase: String, in around: Surroundings) -> Replacement {
    // "a total of a certain sum"
    if phrase == Money.said, let of = around.before, of.text == "of",
      let noun = around.word(before: of.span.start),
      ["total", "sum", "amount"].contains(noun.text),
      let article = around.word(before: noun.span.start), articles.contains(article.text)
    {
      return finish(phrase, TextSpan(article.span.start, around.span.end), around)
    }
    return plainPhrase(phrase, in: around)
  }

  /// A noun phrase with its article wherever none stands directly before it.
  private static func plainPhrase(_ phrase: String, in around: Surroundings) -> Replacement {
    let before = around.before?.text.lowercased() ?? ""
    guard
      articles.contains(before) || possessives.contains(before)
        || demonstratives.contains(before) && before != "which" && before != "what"
        || isPossessive(around)
    else { return finish(phrase, around.span, around) }
    return nounPhrase(phrase, in: around)
  }

  /// "passport 47 09 552817" → "passport (number withheld)"; standing alone, "a file number".
  private static func number(_ phrase: String, in around: Surroundings) -> Replacement {
    if let mark = around.markBefore,
      mark == UInt8(ascii: ":") || mark == UInt8(ascii: "#")
        || isNumberSign(around)
    {
      return Replacement(span: around.span, text: "(number withheld)")
    }
    if around.markBefore == UInt8(ascii: "."), around.isAbbreviation(before: dotBefore(around)) {
      return Replacement(span: around.span, text: "(withheld)")
    }
    guard let before = around.before?.text.lowercased() else {
      return phrase.isEmpty
        ? Replacement(span: around.span, text: "(number withheld)")
        : finish(phrase, around.span, around)
    }
    if ["number", "no", "nr"].contains(before) {
      return Replacement(span: around.span, text: "(withheld)")
    }
    if articles.contains(before)
      || Self.beforeNumber.contains(before)
    {
      return nounPhrase(phrase.isEmpty ? "a number" : phrase, in: around)
    }
    return Replacement(span: around.span, text: "(number withheld)")
  }

  private static func dotBefore(_ around: Surroundings) -> Int {
    var index = around.span.start
    while index > 0, around.bytes[index - 1] == 0x20 { index -= 1 }
    return index - 1
  }

  private static func isNumberSign(_ around: Surroundings) -> Bool {
    let tail = around.text(max(0, around.span.start - 1), around.span.start)
    let before =
      around.span.start >= 4
      ? around.text(
        Surroundings.boundary(around.bytes, around.span.start - 4, forward: true), around.span.start
      ) : tail
    return before.contains("№")
  }

  /// Traits as they fit: "is half Ossetian" → "is from an ethnic group".
  private static func trait(_ phrase: String, in around: Surroundings) -> Replacement {
    if !phrase.hasPrefix("of "), let said = trait(phrase, in: around) { return said }
    switch phrase {
    case "of an ethnic group", "of a religious group", "of a sexual minority":
      let article = around.before.flatMap { articles.contains($0.text.lowercased()) ? $0 : nil }
      if let after = around.after, tribes.contains(after.text.lowercased()), let article {
        // "from the Masalit people" → "from a minority people"
        return finish("a minority", TextSpan(article.span.start, around.span.end), around)
      }
      if phrase == "of an ethnic group", around.before?.text == "in" {
        // "read this paper to me in Fante"
        return finish("a minority language", around.span, around)
      }
      if let after = around.after, isNoun(after.text) {
        return finish("minority", around.span, around)
      }
      if article != nil || isDescribed(around) {
        return nounPhrase("a member of \(phrase.dropFirst(3))", in: around)
      }
      return finish("from \(phrase.dropFirst(3))", around.span, around)
    case "a health condition", "a certain height": return plainPhrase(phrase, in: around)
    default:
      return split(phrase).article.isEmpty
        ? finish(phrase, around.span, around)
        : nounPhrase(phrase, in: around)
    }
  }

  private static let tribes = WordList("people-tribes")

  /// Whether a word after a trait is what the trait describes: anything in small letters that is
  /// not grammar.
  private static func isNoun(_ word: String) -> Bool {
    guard let first = word.utf8.first, first >= 0x61, first <= 0x7A else { return false }
    return word.utf8.count > 2 && !joining.contains(word) && !word.hasSuffix("ed")
      && !word.hasSuffix("ly")
  }

  static let joining = WordList("people-joining")

  /// A thing of a kind that is not said at all.
  static func withheld(_ kind: EntityKind, in around: Surroundings) -> Replacement {
    let text: String =
      switch kind {
      case .person: "[name]"
      case .place: "[place]"
      case .unit: "[unit]"
      case .date: "[date]"
      case .age: "[age]"
      case .organization: "[organisation]"
      case .job: "[occupation]"
      case .contact: "[contact details]"
      case .identifier, .number: "[number]"
      case .demographic: "[personal detail]"
      case .event: "[event]"
      case .other: "[name]"
      }
    return finish(text, around.span, around)
  }

  private static let beforeNumber = WordList("people-before-number", .english)
}
