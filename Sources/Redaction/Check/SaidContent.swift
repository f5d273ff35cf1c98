/// What a blurred expression says, without the words that only fit it into its sentence: "in a town
/// in western Armenia" says town, western, Armenia.
struct SaidContent: Hashable {
  /// Folded words in their stems, and numbers.
  let words: Set<String>
  /// The words that say nothing in particular: "a place", "that year".
  private static let general = Set(
    """
    place somewhere elsewhere location spot area time day date moment year month season name person
    man woman people someone somebody withheld number age adult unit military contact details
    document organisation organization occupation job worker work thing something event detail
    lieu endroit part ailleurs moment jour date année an mois saison nom personne homme femme gens
    quelqu'un numéro âge adulte unité militaire coordonnées organisation profession travail
    событие événement quelque
    место мест где-то время день дата год месяц имя человек люди мужчина женщина кто-то номер возраст
    взрослый часть воинская военная контакт организация работа
    місце десь час день дата рік місяць ім'я людина люди чоловік жінка хтось номер вік доросла
    частина військова контакт організація робота подія
    """.split(whereSeparator: \.isWhitespace).map { stem(Array(String($0).utf8)) })

  /// Words of one sense that are often put for one another.
  private static let same: [String: String] = {
    var same: [String: String] = [:]
    for line in [
      "early beginning start début commencement начало начале початок початку",
      "mid middle milieu mi середина середине середину середині",
      "late end fin конец конце кінець кінці",
    ] {
      let words = line.split(separator: " ").map { stem(Array($0.utf8)) }
      for word in words { same[word] = words[0] }
    }
    return same
  }()

  init(_ bytes: some Collection<UInt8>, language: Language) {
    let bytes = Array(bytes)
    let vocabulary = Vocabulary.of(language)
    words = bytes.withUnsafeBufferPointer { buffer in
      var words: Set<String> = []
      for token in Tokenizer.tokens(of: buffer, in: 0..<buffer.count) {
        if token.isNumber {
          words.insert("\(token.value)")
        } else if token.isWord, !Self.isGrammar(token.key, vocabulary) {
          let folded = Fold.bytes(buffer[Int(token.start)..<Int(token.end)])
          guard folded.count > 1 else { continue }
          let stem = Self.stem(folded)
          words.insert(Self.same[stem] ?? stem)
        }
      }
      return words
    }
  }

  /// Whether nothing is said that `other` does not say, general words left aside.
  func saysNoMore(than other: SaidContent) -> Bool {
    words.subtracting(Self.general).isSubset(of: other.words)
  }

  var isEmpty: Bool { words.isEmpty }

  private static func stem(_ word: [UInt8]) -> String {
    let folded = Fold.bytes(word)
    return String(decoding: NameStem.of(folded), as: UTF8.self)
  }

  private static let grammar: UInt64 = [
    Cue.determiner, .pronoun, .preposition, .conjunction, .auxiliary, .possessive,
  ].reduce(0) { $0 | 1 << UInt64($1.rawValue) }

  private static func isGrammar(_ key: FoldedKey, _ vocabulary: Vocabulary) -> Bool {
    vocabulary.entry(key).hasAny(grammar) || articles.contains(key)
  }

  private static let articles: Set<FoldedKey> = Set(
    "a an the another le la les un une des du de d l".split(separator: " ").map {
      FoldedKey(folded: String($0))
    })
}
