/// The part that words play in an English sentence, told by the words before them, by their first word
/// and by its ending.
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

  static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }.map(
      String.init)
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
      || head.hasSuffix("s") && !["ss", "us", "is", "'s", "’s"].contains { head.hasSuffix($0) }
  }

  static func isAdjective(_ word: String) -> Bool {
    ["ful", "less", "ish", "ous", "ive", "ic", "able", "ible", "al"].contains { word.hasSuffix($0) }
      || adjectives.contains(word)
  }

  private static func isNounEnding(_ word: String) -> Bool {
    ["er", "or", "ist", "man", "ion", "ness", "ment", "ship"].contains { word.hasSuffix($0) }
      && !["bear", "offer", "enter", "water", "deliver", "mirror", "mention"].contains(word)
  }

  private static func isVerb(_ word: String) -> Bool { verbs.contains(word) }
  private static func tellsOfBeing(_ word: String) -> Bool { being.contains(word) }

  private static func opensNoun(_ word: String) -> Bool {
    English.articles.contains(word) || English.possessives.contains(word)
      || English.demonstratives.contains(word) && word != "that" && word != "which"
        && word != "what" || describing.contains(word)
  }

  // MARK: Words

  private static func set(_ words: String) -> Set<String> {
    Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  static let prepositions = set(
    """
    in on at by for from of to with without about after before during since until till under over near
    into onto between against among around across behind beside inside outside like off past through
    as because
    """)
  private static let being = set(
    """
    is was are were am be been being i'm he's she's they're we're you're hes shes im became become
    becomes remained remains seems seemed looked looks born isn't wasn't
    """)
  private static let haves = set("has have had having i've he'd she'd they've we've hasn't haven't hadn't")
  private static let bare = set(
    """
    can could will would shall should may might must do does did not didn't don't doesn't can't cannot
    couldn't won't wouldn't let us let's helped help
    """)
  private static let adverbs = set(
    """
    always also often still now then once never just usually sometimes already ever mostly only even
    really secretly quietly later first
    """)
  private static let describing = set(
    """
    only first former young old same new other late own little big last next best oldest youngest
    two three four five six seven eight nine ten several many few most more
    """)
  private static let presents = set("has goes does")
  private static let verbs = set("work drive teach stammer stutter limp squint lisp sew bake fish")
  private static let adjectives = set(
    "deaf blind bald lame mute ill sick pregnant tall short stout fat thin red small big left-handed")
  private static let irregular = set(
    """
    drove taught sold kept made wrote sang dug cut ran led wove bred grew built fought flew rode swam
    caught bought brought bound rebound wound drew threw shot spun ground lost stood sat wore had fed
    swept shod held sent set put took gave told said spoke rang read lent left slept paid went came
    did became began broke tore burnt bore laid hung struck shook fell felt found forged swung strung
    woke stole hid bit froze rose beat blew chose knew met sank shone shut split stuck understood was
    """)
}
