/// A noun with what stands around it, given in the nominative and said in any case: adjectives
/// before the noun decline with it, what follows the noun stays ("отдел полиции").
struct SlavicPhrase: Equatable {
  let language: Language
  /// The gender, or the plural, of the whole.
  let number: SlavicNumber
  let isAnimate: Bool
  private let adjectives: [String]
  private let head: String
  /// A head that declines as an adjective: "рабочий", "слідчий".
  private let isAdjectival: Bool
  private let tail: String

  /// Nil where the head's declension is not known.
  init?(_ nominative: String, _ language: Language) {
    self.language = language
    let words = nominative.split(separator: " ").map(String.init)
    var index = 0
    while index < words.count, SlavicNoun.named(words[index], language) == nil {
      guard SlavicAdjective.number(words[index], language) != nil else { return nil }
      index += 1
    }
    if index < words.count, let noun = SlavicNoun.named(words[index], language) {
      adjectives = Array(words[..<index])
      head = words[index]
      tail = words[(index + 1)...].map { " " + $0 }.joined()
      number = noun.number
      isAnimate = noun.isAnimate
      isAdjectival = false
    } else {
      // Only adjectives: somebody.
      guard let last = words.last, words.count <= 2,
        let number = SlavicAdjective.number(last, language)
      else { return nil }
      adjectives = Array(words.dropLast())
      head = last
      tail = ""
      self.number = number
      isAnimate = true
      isAdjectival = true
    }
  }

  func form(_ one: GrammaticalCase, plural: Bool = false) -> String {
    let number = plural ? SlavicNumber.plural : number
    let before = adjectives.map {
      (SlavicAdjective.form($0, one, number, isAnimate: isAnimate, language) ?? $0) + " "
    }.joined()
    let head =
      isAdjectival
      ? SlavicAdjective.form(head, one, number, isAnimate: isAnimate, language) ?? head
      : SlavicNoun.named(head, language)?.form(one, plural: plural) ?? head
    return before + head + tail
  }

  /// The one form that all cases of a set have in common; nil where they differ.
  func form(in cases: CaseSet, plural: Bool = false) -> String? {
    var found: String?
    for one in GrammaticalCase.allCases where one != .vocative && cases.contains(CaseSet(one)) {
      let form = form(one, plural: plural)
      if let found, found != form { return nil }
      found = form
    }
    return found
  }

  /// The same with more words after it: "город" and "на севере Украины".
  func followed(by words: String) -> SlavicPhrase {
    words.isEmpty ? self : SlavicPhrase(self, tail: tail + " " + words, adjectives: adjectives)
  }

  /// The same with an adjective before it: "другой город". The adjective is given in the masculine.
  func preceded(by adjective: String) -> SlavicPhrase {
    SlavicPhrase(self, tail: tail, adjectives: [adjective] + adjectives)
  }

  private init(_ other: SlavicPhrase, tail: String, adjectives: [String]) {
    language = other.language
    number = other.number
    isAnimate = other.isAnimate
    head = other.head
    isAdjectival = other.isAdjectival
    self.tail = tail
    self.adjectives = adjectives
  }
}
