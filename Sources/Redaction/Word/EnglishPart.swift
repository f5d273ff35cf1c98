/// The part that words play in an English sentence, told by the words before them, by their first
/// word and by its ending.
enum EnglishPart: Equatable {
  /// With an article of its own or of the sentence, or with none.
  case noun(isPlural: Bool)
  /// "drove the bread van".
  case past
  /// "sells tyres", after "he".
  case present
  /// "sell tyres", after "I" or "to".
  case base
  /// "repairing boats".
  case gerund
  /// "repaired boats", after "has".
  case perfect
  /// "bald as an egg", "the only son", after "was".
  case predicate
  /// "with one arm", "of both halves".
  case phrase

  init(_ around: Surroundings) {
    let words = Self.words(around.original)
    let first = words.first ?? ""
    let before = Self.word(before: around)
    let isSaid = Self.tellsOfBeing(before)
    let noun = isSaid ? EnglishPart.predicate : .noun(isPlural: Self.isPlural(words))
    if English.articles.contains(first) || English.possessives.contains(first) {
      self = noun
    } else if Self.prepositions.contains(first) {
      self = .phrase
    } else if English.isPossessive(around) || Self.opensNoun(before) {
      self = noun
    } else if let verb = Self.verb(first, words, after: before, around) {
      self = verb
    } else {
      self = noun
    }
  }

  /// The verb that the first word is; nil where it is none.
  private static func verb(
    _ first: String, _ words: [String], after before: String, _ around: Surroundings
  ) -> EnglishPart? {
    if before == "to" || bare.contains(before) { return isNounEnding(first) ? nil : .base }
    if first.hasSuffix("ing"), first.utf8.count > 5 { return .gerund }
    if isPast(first) {
      if tellsOfBeing(before) { return .predicate }
      return haves.contains(before) ? .perfect : .past
    }
    if presents.contains(first) { return .present }
    switch before {
    case "he", "she", "who", "it": return first.hasSuffix("s") ? .present : nil
    case "i", "we", "they", "you": return words.count > 1 || isVerb(first) ? .base : nil
    default: break
    }
    // "Emil sells tyres"
    if first.hasSuffix("s"), !first.hasSuffix("ss"), words.count > 1, !tellsOfBeing(before),
      around.before?.text.first?.isUppercase == true, !around.isCapitalized
    {
      return .present
    }
    if tellsOfBeing(before), words.count > 3 || isAdjective(first) { return .predicate }
    return nil
  }

  /// The word before, adverbs left out, in small letters; empty after a mark.
  private static func word(before around: Surroundings) -> String {
    var offset = around.span.start
    for _ in 0..<3 {
      guard let word = around.word(before: offset) else { return "" }
      let text = word.text.lowercased()
      guard adverbs.contains(text) else { return text }
      offset = word.span.start
    }
    return ""
  }

  /// The words of a text, in small letters; apostrophes belong to them.
  static func words(_ text: String) -> [String] {
    var lower = text.lowercased()
    return lower.withUTF8 { bytes in
      var words: [String] = []
      var start: Int?
      var index = 0
      while index < bytes.count {
        let (scalar, width) = UTF8Decoding.scalar(in: bytes, at: index)
        if isPartOfWord(scalar) {
          start = start ?? index
        } else if let from = start {
          words.append(String(decoding: bytes[from..<index], as: UTF8.self))
          start = nil
        }
        index += width
      }
      if let from = start { words.append(String(decoding: bytes[from...], as: UTF8.self)) }
      return words
    }
  }

  private static func isPartOfWord(_ scalar: UInt32) -> Bool {
    switch scalar {
    // Apostrophes, and accents that are letters of their own.
    case 0x27, 0x2019, 0x300..<0x370: true
    default:
      switch ScalarClass(scalar) {
      case .letter, .digit: true
      default: false
      }
    }
  }

  /// Whether a word is the past of a verb by its ending, or one of the common irregular ones.
  static func isPast(_ word: String) -> Bool {
    if irregular.contains(word) { return true }
    return word.hasSuffix("ed") && word.utf8.count > 4 && !word.hasSuffix("eed")
  }

  /// Whether the noun is a plural: its head stands before the first preposition.
  static func isPlural(_ words: [String]) -> Bool {
    guard let head = words.prefix(while: { !prepositions.contains($0) && $0 != "who" }).last,
      let first = words.first, first != "a", first != "an", first != "one"
    else { return false }
    return head.hasSuffix("men") || head.hasSuffix("people")
      || head.hasSuffix("s") && !Self.singularEndings.end(head)
  }

  static func isAdjective(_ word: String) -> Bool {
    Self.adjectiveEndings.end(word)
      || adjectives.contains(word)
  }

  private static func isNounEnding(_ word: String) -> Bool {
    Self.nounEndings.end(word)
      && !Self.noNouns.contains(word)
  }

  private static func isVerb(_ word: String) -> Bool { verbs.contains(word) }
  static func tellsOfBeing(_ word: String) -> Bool { being.contains(word) }

  /// Whether a word between an article and a noun says more of the noun.
  static func describes(_ word: String) -> Bool { describing.contains(word) }

  private static func opensNoun(_ word: String) -> Bool {
    English.articles.contains(word) || English.possessives.contains(word)
      || English.demonstratives.contains(word) && word != "that" && word != "which"
        && word != "what"
      || describing.contains(word)
  }

  // MARK: Words

  static let prepositions = WordList("english-part-prepositions")
  private static let being = WordList("english-part-being")
  private static let haves = WordList("english-part-haves")
  private static let bare = WordList("part-bare")
  private static let adverbs = WordList("english-part-adverbs")
  private static let describing = WordList("part-describing")
  private static let presents = WordList("part-presents")
  private static let verbs = WordList("part-verbs")
  private static let adjectives = WordList("part-adjectives")
  private static let irregular = WordList("part-irregular")

  private static let singularEndings = WordList("part-singular-endings", .english).parts

  private static let adjectiveEndings = WordList("part-adjective-endings", .english).parts

  private static let nounEndings = WordList("part-noun-endings", .english).parts

  private static let noNouns = WordList("part-no-nouns", .english)
}
