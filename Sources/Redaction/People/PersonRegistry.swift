/// The people of a case, and every form under which each may appear.
public struct PersonRegistry: Sendable {
  /// The people, with every pseudonym that was drawn.
  private(set) var people: PeopleFile
  /// What is doubtful about the given pseudonyms: ids and reasons, no names.
  let warnings: [String]
  /// The pseudonym of each person in each language, in the order of the people.
  private(set) var pseudonyms: [PseudonymSpellings?]

  /// One part of one person's name.
  struct PartMatch: Sendable {
    var person: Int
    /// Position of the part in the name.
    var part: Int
    var role: NameRole
    var source: FormSource
  }

  /// A person's alias of one word or several, each in every form.
  struct Alias: Sendable {
    var person: Int
    var words: [Set<FoldedKey>]
  }

  /// The forms of each person's name.
  let forms: [NameForms]
  /// What no pseudonym of somebody else may come near: the real names and the pseudonyms of the file.
  private(set) var takenNames: RealNames
  /// The people whose pseudonym stood in the people file.
  let givenPseudonyms: Set<Int>
  /// Ids of people whose given pseudonym is a form of a real name, or another pseudonym.
  private let equalPseudonyms: Set<String>
  private var pseudonymForms = PseudonymForms()
  /// The pseudonyms word by word.
  private var pseudonymWords: [Int: [Language: PseudonymWords]] = [:]
  private static let languages = Language.written
  /// What the check of the output looks for.
  let protectedForms: ProtectedForms
  private var index: NameFormIndex
  private var aliases: [FoldedKey: [Alias]] = [:]
  /// Folded initials, by the people whose name has a part that begins so.
  private var initials: [FoldedKey: Set<Int>] = [:]
  /// Letters that begin each part of each person, for names in initials only.
  private(set) var initialsOfPerson: [[Set<FoldedKey>]] = []
  /// The generation that each name of the file ends with: "Jr.", "III".
  let generations: [FoldedKey?]

  init(_ file: PeopleFile) {
    var share = NamePartShare()
    let forms = file.people.map { entry in
      NameForms(
        name: entry.name, gender: entry.gender, aliases: entry.aliases,
        reusing: &share)
    }
    self.forms = forms
    generations = file.people.map { Generations.of($0.name) }
    protectedForms = ProtectedForms(
      forms, watched: file.people.map { $0.status != .public })
    index = NameFormIndex(share.parts)
    givenPseudonyms = Set(file.people.indices.filter { file.people[$0].pseudonym != nil })
    let drawn = PseudonymDrawing(of: file, parts: share.parts)
    people = drawn.people
    pseudonyms = drawn.spellings
    warnings = drawn.warnings
    equalPseudonyms = drawn.equal
    var taken = drawn.realNames
    for spelling in pseudonyms {
      guard let spelling else { continue }
      taken.take(PseudonymCandidate(PseudonymSpellings(given: spelling.en)))
    }
    takenNames = taken
    for (person, forms) in forms.enumerated() { add(forms, of: person) }
    makeWords()
  }

  /// Writes out the pseudonyms word by word.
  private mutating func makeWords() {
    pseudonymForms = PseudonymForms()
    pseudonymWords = [:]
    for person in people.people.indices where pseudonyms[person] != nil {
      for language in Self.languages {
        guard let words = madeWords(of: person, in: language) else { continue }
        pseudonymWords[person, default: [:]][language] = words
        pseudonymForms.add(words, language, person: person)
      }
    }
    let real = index
    pseudonymForms.remove { real.contains($0) }
  }

  /// Whose pseudonym is a name of the texts: of those drawn, and of those given.
  ///
  /// - Parameter names: the words of names that the texts give others.
  func pseudonyms(borneIn names: Set<FoldedKey>) -> (drawn: [Int], given: Set<Int>) {
    guard !names.isEmpty else { return ([], []) }
    var borne = RealNames([NameForms]())
    borne.take(stems: names)
    var drawn: [Int] = []
    var given: Set<Int> = []
    for (person, spellings) in pseudonyms.enumerated() {
      guard let spellings, borne.equals(PseudonymCandidate(spellings)) else { continue }
      if givenPseudonyms.contains(person) { given.insert(person) } else { drawn.append(person) }
    }
    return (drawn, given)
  }

  /// The same people, of whom some are drawn another pseudonym: away from these names as well, and
  /// from every pseudonym of the file.
  func redrawn(_ anew: [Int], avoiding names: Set<FoldedKey>) -> PersonRegistry {
    var taken = takenNames
    taken.take(stems: names)
    let cultures = NameCulture.all(of: people.people)
    let seeds = anew.map { person in
      let entry = people.people[person]
      return PersonSeed(
        id: entry.id, gender: entry.gender,
        culture: cultures[person], given: nil)
    }
    let draw = PseudonymPool.table.draw(for: seeds, key: PseudonymKey(people), realNames: taken)
    var out = self
    for person in anew {
      guard let drawn = draw.pseudonyms[people.people[person].id] else { continue }
      let saved = PseudonymDrawing.spelling(of: drawn, like: people.people[person].name)
      if people.people[person].status == .protected { out.people.people[person].pseudonym = saved }
      let spellings = PseudonymSpellings(given: saved)
      out.pseudonyms[person] = spellings
      out.takenNames.take(PseudonymCandidate(spellings))
    }
    out.makeWords()
    return out
  }

  /// Whose given pseudonym is a form of the name of somebody protected, and whose name that is, by
  /// id.
  var tellingPseudonyms: [(id: String, of: String)] {
    givenPseudonyms.sorted().map { people.people[$0] }.compactMap { person in
      guard let pseudonym = person.pseudonym else { return nil }
      // One of several words names somebody by itself.
      let words = pseudonym.split { !$0.isLetter }.map(String.init)
      guard equalPseudonyms.contains(person.id) || words.count > 1 else { return nil }
      let candidates = ([pseudonym] + words).map {
        PseudonymCandidate(PseudonymSpellings(given: $0))
      }
      let named = people.people.indices.first { index in
        guard people.people[index].status == .protected else { return false }
        let names = RealNames([forms[index]])
        return candidates.contains(where: names.equals)
      }
      return named.map { (person.id, people.people[$0].id) }
    }
  }

  private mutating func add(_ forms: NameForms, of person: Int) {
    var letters: [Set<FoldedKey>] = []
    for (position, part) in forms.parts.enumerated() {
      index.add(.init(person: person, part: position, role: part.role), to: part.place)
      guard part.role != .particle else { continue }
      let own = Set(part.initials.map { FoldedKey(folded: $0) })
      letters.append(own)
      for initial in own { initials[initial, default: []].insert(person) }
    }
    initialsOfPerson.append(letters)
    for alias in forms.aliases { add(alias: alias, of: person) }
  }

  private mutating func add(alias: [NamePart], of person: Int) {
    var words = alias.map { part in
      Set(part.forms.entries.map(\.key) + [FoldedKey(folded: part.canonical)])
    }
    while words.count > 1, let first = words.first,
      first.contains(where: { Self.articles.contains($0) })
    {
      words.removeFirst()
    }
    if words.count == 1 {
      index.add(words[0], .init(person: person, part: -1, role: .alias))
    }
    for key in words.first ?? [] {
      aliases[key, default: []].append(Alias(person: person, words: words))
    }
  }

  /// The pseudonym of a person as a text of the language writes it: one that was given stands as
  /// given where the alphabet is the text's.
  func pseudonym(of person: Int, in language: Language) -> String? {
    pseudonyms[person]?.spelling(in: language)
  }

  /// The same word by word, with the diminutive that goes with it.
  func pseudonymWords(of person: Int, in language: Language) -> PseudonymWords? {
    pseudonymWords[person]?[language.spoken]
  }

  private func madeWords(of person: Int, in language: Language) -> PseudonymWords? {
    guard let text = pseudonym(of: person, in: language) else { return nil }
    let entry = people.people[person]
    return words(
      text, id: entry.id, entry.gender, language)
  }

  /// The patronymic that goes with a pseudonym: given with it, or drawn.
  func patronymic(of words: PseudonymWords, id: String, in language: Language) -> String? {
    if let given = words.patronymic { return given }
    guard words.gender != .unknown, PseudonymPool.table.takesPatronymic(words.given) else {
      return nil
    }
    return PseudonymPatronymics.draw(
      key: PseudonymKey(people), id: id, keepingFrom: takenNames)?.patronymic(
        words.gender, language)
  }

  /// A pseudonym word by word, for a person of the file or one found in the texts.
  func words(
    _ text: String, id: String, _ gender: Gender, _ language: Language
  ) -> PseudonymWords {
    var words = PseudonymWords(text, personGender: gender)
    // "Kenneth 2", "the Baker": a name that is more than one has no diminutive.
    guard words.given.utf8.allSatisfy({ $0 != 0x20 }) else { return words }
    let given = Letters(letters: Array(words.given.utf8))
    let own = [Fold.bytes(given)]
    words.short = PseudonymWords.shorts(of: given, words.gender, language).first {
      // «Майка» would be a vest.
      !Fold.bytes($0).withUnsafeBufferPointer { Lexicon.embedded.isOrdinary($0, in: language) }
        && takenNames.isApart($0, besides: own)
    }.map(PseudonymWords.capitalized)
    return words
  }

  /// Whether a folded word is a pseudonym of the case, and no real name of it.
  func isPseudonym(_ key: FoldedKey) -> Bool { pseudonymForms.people[key] != nil }

  /// The people of whose pseudonym a folded word is a form.
  func people(pseudonym key: FoldedKey) -> [Int] { pseudonymForms.people[key] ?? [] }

  private static let articles = WordList("alias-articles")

  /// A quick no: whether a folded word may be a form of a name or the first word of an alias.
  @inline(__always)
  func mayKnow(_ key: FoldedKey) -> Bool {
    index.mayKnow(key) || !aliases.isEmpty && aliases[key] != nil
  }

  /// The person two of whose names make up a folded word: "sergeivolkov".
  func joined(_ word: [UInt8]) -> Int? {
    guard (8...64).contains(word.count) else { return nil }
    for cut in 3...word.count - 3 where word[cut] & 0xC0 != 0x80 {
      let first = FoldedKey(folded: word[..<cut])
      guard mayKnow(first) else { continue }
      let firsts = matches(first)
      guard !firsts.isEmpty else { continue }
      for second in matches(FoldedKey(folded: word[cut...])) {
        if let first = firsts.first(where: {
          $0.person == second.person && $0.part != second.part
        }) {
          return first.person
        }
      }
    }
    return nil
  }

  /// The parts of names that a folded word may be.
  @inline(__always)
  func matches(_ key: FoldedKey) -> [PartMatch] { index.matches(key) }

  /// The aliases that begin with a folded word.
  @inline(__always)
  func aliases(_ key: FoldedKey) -> [Alias] { aliases.isEmpty ? [] : aliases[key] ?? [] }

  /// The people one of whose names begins with this folded letter.
  func people(withInitial key: FoldedKey) -> Set<Int> { initials[key] ?? [] }

  var isEmpty: Bool { people.people.isEmpty }
}
