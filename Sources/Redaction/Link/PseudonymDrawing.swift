/// Pseudonyms for the people of a file, and for those found only in the texts.
struct PseudonymDrawing {
  var people: PeopleFile
  var spellings: [PseudonymSpellings?]
  var warnings: [String]

  /// Draws what is missing for everybody who may need it: all but those who may be named.
  init(of file: PeopleFile, forms: [NameForms]) {
    var seeds: [PersonSeed] = []
    for person in file.people where person.status != .public || person.pseudonym != nil {
      seeds.append(
        PersonSeed(
          id: person.id, gender: NameGender(code: person.gender.rawValue),
          culture: NameCulture(of: person.name), given: person.pseudonym))
    }
    let draw = PseudonymPool.table.draw(for: seeds, caseName: file.caseName, realForms: forms)
    var people = file
    for index in people.people.indices where people.people[index].status == .protected {
      guard people.people[index].pseudonym == nil,
        let drawn = draw.pseudonyms[people.people[index].id]
      else { continue }
      let isCyrillic = people.people[index].name.unicodeScalars.contains {
        Fold.script($0.value) == .cyrillic
      }
      people.people[index].pseudonym = isCyrillic ? drawn.ru : drawn.en
    }
    self.people = people
    spellings = file.people.map { draw.pseudonyms[$0.id] }
    warnings = draw.warnings.keys.sorted().map { id in
      let nearness = draw.warnings[id] ?? .apart
      return "the pseudonym given to \(id) \(Self.words(nearness))"
    }
  }

  private static func words(_ nearness: Nearness) -> String {
    switch nearness {
    case .equal: "equals a real name, or another pseudonym, of the case"
    case .sharesInitial: "shares its initial with a real name of the case"
    default: "comes close to a real name of the case"
    }
  }

  /// Pseudonyms for people found in the texts, by order of appearance.
  static func unlisted(
    _ people: [(gender: Gender?, culture: NameCulture)], registry: PersonRegistry
  ) -> [PseudonymSpellings?] {
    guard !people.isEmpty else { return [] }
    let seeds = people.enumerated().map { index, person in
      PersonSeed(
        id: "u-\(index + 1)", gender: NameGender(code: person.gender?.rawValue),
        culture: person.culture, given: nil)
    }
    let draw = PseudonymPool.table.draw(
      for: seeds, caseName: registry.people.caseName, realNames: registry.takenNames)
    return seeds.map { draw.pseudonyms[$0.id] }
  }
}
