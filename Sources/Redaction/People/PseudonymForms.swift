/// The words under which the pseudonyms of a case stand in redacted texts: every case of the name,
/// of its diminutive and of its surname, in all four languages.
struct PseudonymForms: Sendable {
  /// Who is called so.
  private(set) var people: [FoldedKey: [Int]] = [:]

  /// Adds the forms of a person's pseudonym in a language.
  mutating func add(_ words: PseudonymWords, _ language: Language, person: Int) {
    for word in words.given.split(separator: " ") {
      add(String(word), .given, words.gender, language, person)
    }
    if let short = words.short { add(short, .given, words.gender, language, person) }
    if let surname = words.surname {
      for gender in [Gender.male, .female] {
        add(words.surname(gender, language) ?? surname, .surname, gender, language, person)
      }
      guard SlavicLanguage(language) == nil else { return }
      for ending in ["s", "es"] { note(Letters(letters: Array((surname + ending).utf8)), person) }
    }
  }

  /// Takes out the words that are forms of real names.
  mutating func remove(where isReal: (FoldedKey) -> Bool) {
    people = people.filter { !isReal($0.key) }
  }

  /// The forms of one word, folded.
  static func forms(
    _ word: String, _ role: NameRole, _ gender: Gender, _ language: Language
  ) -> [Letters] {
    let letters = Letters(letters: Array(word.utf8))
    guard let slavic = SlavicLanguage(language), Script(of: letters) == .cyrillic else {
      return [Fold.bytes(letters)]
    }
    let paradigm = slavic.paradigm(of: letters, role, gender)
    var out = [letters]
    for one in GrammaticalCase.allCases {
      out += paradigm.forms(one, .singular) + paradigm.forms(one, .plural)
    }
    if role == .given { out += PossessiveName.forms(of: letters, slavic) }
    return out.map(Fold.bytes)
  }

  private mutating func add(
    _ word: String, _ role: NameRole, _ gender: Gender, _ language: Language, _ person: Int
  ) {
    for form in Self.forms(word, role, gender, language) { note(form, person) }
  }

  private mutating func note(_ form: Letters, _ person: Int) {
    guard form.letterCount > 1 else { return }
    let key = FoldedKey(folded: Fold.bytes(form))
    if people[key]?.contains(person) != true { people[key, default: []].append(person) }
  }
}
