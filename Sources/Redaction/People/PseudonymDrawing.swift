/// Pseudonyms for the people of a file, and for those found only in the texts.
struct PseudonymDrawing {
  var people: PeopleFile
  var spellings: [PseudonymSpellings?]
  var warnings: [String]
  /// Ids of people whose given pseudonym is a form of a real name, or another pseudonym.
  var equal: Set<String>
  /// The names of the case.
  var realNames: RealNames

  /// Draws what is missing for everybody who may need it: all but those who may be named.
  ///
  /// `parts` are those of all names and aliases of the file, each once.
  init(of file: PeopleFile, parts: [NamePart]) {
    var seeds: [PersonSeed] = []
    for (person, culture) in zip(file.people, NameCulture.all(of: file.people))
    where person.status != .public || person.pseudonym != nil {
      seeds.append(
        PersonSeed(
          id: person.id, gender: person.gender,
          culture: culture, given: person.pseudonym))
    }
    realNames = RealNames(parts: parts)
    var names = realNames
    for pseudonym in file.retired {
      names.take(PseudonymCandidate(PseudonymSpellings(given: pseudonym)))
    }
    // A table that nobody needs is not read.
    let draw =
      seeds.isEmpty
      ? PseudonymDraw()
      : PseudonymPool.table.draw(for: seeds, key: PseudonymKey(file), realNames: names)
    var people = file
    var spellings: [PseudonymSpellings?] = []
    for index in people.people.indices {
      let person = people.people[index]
      guard let drawn = draw.pseudonyms[person.id] else {
        spellings.append(nil)
        continue
      }
      // What is saved is one spelling; the others follow from it, so that a saved people file gives
      // the same pseudonyms again.
      let saved = person.pseudonym ?? Self.spelling(of: drawn, like: person.name)
      if person.status == .protected { people.people[index].pseudonym = saved }
      spellings.append(PseudonymSpellings(given: saved))
    }
    self.people = people
    self.spellings = spellings
    equal = Set(draw.warnings.filter { $0.value == .equal }.keys)
    warnings =
      draw.warnings.keys.sorted().map { id in
        let nearness = draw.warnings[id] ?? .apart
        return "the pseudonym given to \(id) \(Self.words(nearness))"
      }
      + zip(file.people, spellings).compactMap { person, spellings in
        guard person.pseudonym != nil, let spellings,
          Self.isOfOtherGender(spellings, than: person.gender)
        else { return nil }
        return "the pseudonym given to \(person.id) is a name of the other gender"
      }
  }

  /// Whether the lists know a pseudonym as a first name of the other gender alone.
  static func isOfOtherGender(_ spellings: PseudonymSpellings, than gender: Gender) -> Bool {
    guard gender != .unknown else { return false }
    let known = spellings.folded.reduce(into: NameFacts()) {
      $0.formUnion(Lexicon.embedded.name(FoldedKey(folded: $1.prefix { $0 != 0x20 })))
    }.intersection(.given)
    return !known.isEmpty && known.isDisjoint(with: gender == .male ? .givenMale : .givenFemale)
  }

  /// A drawn pseudonym in the alphabet of the person's name.
  static func spelling(of drawn: PseudonymSpellings, like name: String) -> String {
    let letters = name.unicodeScalars
    guard letters.contains(where: { Fold.script($0.value) == .cyrillic }) else { return drawn.en }
    return letters.contains { "іїєґІЇЄҐ".unicodeScalars.contains($0) } ? drawn.uk : drawn.ru
  }

  private static func words(_ nearness: Nearness) -> String {
    switch nearness {
    case .equal: "equals a real name, or another pseudonym, of the case"
    case .sharesInitial: "shares its initial with a real name of the case"
    default: "comes close to a real name of the case"
    }
  }

  /// Pseudonyms for people found in the texts, by order of appearance; none is a name of the texts.
  static func unlisted(
    _ people: [(gender: Gender?, culture: NameCulture, isSurname: Bool)],
    names: some Sequence<FoldedKey>,
    registry: PersonRegistry
  ) -> [PseudonymSpellings?] {
    guard !people.isEmpty else { return [] }
    let seeds = people.enumerated().map { index, person in
      PersonSeed(
        id: "u-\(index + 1)", gender: person.gender ?? .unknown,
        culture: person.culture,
        isSurname: person.isSurname, given: nil)
    }
    var taken = registry.takenNames
    taken.take(stems: names)
    let draw = PseudonymPool.table.draw(
      for: seeds, key: PseudonymKey(registry.people), realNames: taken)
    return seeds.map { draw.pseudonyms[$0.id] }
  }
}
