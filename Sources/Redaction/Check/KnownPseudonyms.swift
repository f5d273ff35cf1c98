/// The pseudonyms of a case as names of their own: found in every grammatical case, alphabet and
/// possessive, by what finds real names.
struct KnownPseudonyms {
  /// People who are called by the pseudonyms.
  let registry: PersonRegistry
  /// The position in the people file of each of them.
  private let owners: [Int]

  /// - Parameters:
  ///   - pseudonyms: by position in the people file, in every spelling.
  ///   - gender: of each person of the people file.
  init(_ pseudonyms: [Int: [String]], gender: (Int) -> Gender) {
    var owners: [Int] = []
    var people: [Person] = []
    for (person, spellings) in pseudonyms.sorted(by: { $0.key < $1.key }) {
      for spelling in spellings {
        owners.append(person)
        people.append(
          Person(
            id: "\(people.count)", name: spelling, gender: gender(person), status: .public))
      }
    }
    self.owners = owners
    registry = PersonRegistry(PeopleFile(people: people))
  }

  /// The people whose pseudonym a mention of `registry` may be.
  func people(of reference: PersonReference) -> Set<Int> {
    Set(reference.candidates.map { owners[$0] })
  }

  /// How surely a folded word is a pseudonym; nil where it is none.
  func source(of key: FoldedKey) -> FormSource? {
    registry.matches(key).filter { $0.role != .particle }.map(\.source).min()
  }

  /// The people whose pseudonym begins with a folded letter.
  func people(withInitial key: FoldedKey) -> Set<Int> {
    Set(registry.people(withInitial: key).map { owners[$0] })
  }

  /// The people whose pseudonym a folded word may be.
  func people(_ key: FoldedKey) -> Set<Int> {
    Set(registry.matches(key).filter { $0.role != .particle }.map { owners[$0.person] })
  }
}
