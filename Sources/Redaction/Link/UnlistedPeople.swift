/// The people found in the texts of one call who are not on the people file: which mentions are of
/// one person, and under what pseudonym.
struct UnlistedPeople {
  /// Position of each person by the folded stems of the words of their names.
  private var personByWord: [FoldedKey: [Int]] = [:]
  private var personByGiven: [FoldedKey: Int] = [:]
  private(set) var people: [Found] = []

  /// The words of all their names, as they meet in every case.
  var nameWords: Set<FoldedKey> { Set(personByWord.keys) }

  struct Found {
    var gender: Gender?
    /// Whether all that says the gender is a form that may be the other's.
    var mayBeOther = false
    var role: String?
    /// Where the name can be at home; none where it does not say.
    var cultures: [NameCulture]
    /// Whether any mention is a surname alone, and whether any tells a first name beside it.
    var isSurname = false
    var hasGiven = false
    /// Whether anything but a doubtful reading says that it is somebody.
    var isTold = false
    var pseudonym: PseudonymSpellings?
    /// Which of two who bear one name.
    var generation: Generation?
    /// The words of the first mention, as far as they tell who else is meant.
    var spelled = SpelledName()
    /// The testimony of the first mention.
    var text = 0
    /// The name that the text itself says is not the real one.
    var established: String?
  }

  /// The words that are surely names, to be looked for everywhere.
  private(set) var sureWords: Set<FoldedKey> = []

  /// A word that no rule takes for a name gets a pseudonym where the reader is so sure; chosen on
  /// testimonies whose replacements were judged. Below, it is mostly a thing or a word.
  private static let enough = 0.9

  /// Links the mentions of all testimonies, in order.
  ///
  /// - Parameters:
  ///   - text: which of the testimonies it is.
  ///   - name: the name in a span.
  ///   - cultures: where the name in a span can be at home.
  mutating func link(
    _ mentions: [Mention], text: Int, name: (TextSpan) -> String,
    cultures: (TextSpan) -> [NameCulture]
  ) {
    for index in mentions.indices {
      guard case .unlisted(let found) = mentions[index].detail else { continue }
      let words = found.words
      guard !words.isEmpty else { continue }
      var known = self.person(of: found)
      if known == nil {
        let spelled = SpelledName(name(mentions[index].span), found.gender)
        known = person(spelled: spelled, found, text)
        if known == nil {
          people.append(
            Found(
              gender: found.gender, mayBeOther: found.mayBeOther, role: found.role,
              cultures: cultures(mentions[index].span), generation: found.generation,
              spelled: spelled, text: text))
        }
      }
      let person = known ?? people.count - 1
      if people[person].gender == nil || people[person].mayBeOther && !found.mayBeOther,
        let gender = found.gender
      {
        people[person].gender = gender
        people[person].mayBeOther = found.mayBeOther
      }
      if found.isSurname { people[person].isSurname = true }
      if !mentions[index].isReadAlone || mentions[index].confidence >= Self.enough {
        people[person].isTold = true
      }
      if found.words.count > 1, !found.given.isEmpty { people[person].hasGiven = true }
      if people[person].role == nil { people[person].role = found.role }
      for word in words where personByWord[word]?.contains(person) != true {
        personByWord[word, default: []].append(person)
      }
      for word in found.given where personByGiven[word] == nil { personByGiven[word] = person }
      if found.isSure { for word in words { sureWords.insert(word) } }
    }
  }

  /// The person of a mention, by any of its words.
  ///
  /// A name of several words is told by its first name: relatives share the rest.
  func person(of found: UnlistedPerson) -> Int? {
    for word in found.given {
      if let person = personByGiven[word], !conflicts(person, found) { return person }
    }
    guard found.words.count == 1 || found.given.isEmpty else { return nil }
    for word in found.words {
      for person in personByWord[word] ?? [] where !conflicts(person, found) { return person }
    }
    return nil
  }

  /// The one person of a testimony whose name another one is short for, or the same in another
  /// language: "Katherine Osgood" of "Kate", «Дмитро Заєць» of «Дмитрий Заец».
  private func person(spelled: SpelledName, _ found: UnlistedPerson, _ text: Int) -> Int? {
    guard !spelled.isEmpty else { return nil }
    let same = people.indices.filter {
      people[$0].text == text && !conflicts($0, found) && people[$0].spelled.isSame(as: spelled)
    }
    return same.count == 1 ? same.first : nil
  }

  /// Whether a mention speaks of a man and the person is a woman, or the other way round.
  private func conflicts(_ person: Int, _ found: UnlistedPerson) -> Bool {
    if let known = people[person].generation, let said = found.generation, known != said {
      return true
    }
    guard let known = people[person].gender, let said = found.gender,
      !people[person].mayBeOther, !found.mayBeOther
    else { return false }
    return known != said && known != .unknown && said != .unknown
  }

  /// Notes that the text itself calls a name no real one.
  mutating func establish(_ text: String, for found: UnlistedPerson) {
    if let person = person(of: found), people[person].established == nil {
      people[person].established = text
    }
  }

  /// Draws the pseudonyms: by order of appearance, never by name.
  ///
  /// - Parameter around: where the texts are at home.
  mutating func draw(registry: PersonRegistry, around: [NameCulture]) {
    // Who sounds like nowhere, or like many places, is at home where their relatives are, where
    // most others are, or where the texts are.
    let usual = NameCulture.usual(
      people.map(\.cultures) + NameCulture.all(of: registry.people.people).map { [$0] })
    var kin = [[NameCulture]](repeating: [], count: people.count)
    for sharing in personByWord.values where sharing.count > 1 {
      let told = sharing.map { people[$0].cultures }.filter { $0.count == 1 }
      for person in sharing { kin[person] += told.joined() }
    }
    let seeds = people.indices.map { index in
      let near = NameCulture.usual(kin[index].map { [$0] })
      return (
        people[index].gender,
        NameCulture.chosen(of: people[index].cultures, among: near + usual + around) ?? .generic,
        people[index].isSurname && !people[index].hasGiven
      )
    }
    let drawn = PseudonymDrawing.unlisted(
      seeds, names: personByWord.keys, registry: registry)
    for index in people.indices where people[index].established == nil {
      people[index].pseudonym = drawn[index]
    }
  }
}

extension NameCulture {
  /// Where texts are at home: by the countries of their places, the most frequent first, then by
  /// their languages.
  static func around(
    _ testimonies: [Testimony], _ found: [[Mention]], _ lexicon: Lexicon
  ) -> [NameCulture] {
    let places = found.joined().compactMap { mention -> [NameCulture]? in
      guard case .place(let place) = mention.detail, let fact = place.fact, !fact.isAmbiguous
      else { return nil }
      return of(country: lexicon.countryCode(fact.country)).map { [$0] }
    }
    return usual(places) + usual(testimonies.map { [of(language: $0.language)] })
  }
}
