internal import Audit
package import Redaction
package import Sealing

extension CaseFolder {
  /// The registry as it is now.
  package func registry(with identities: [any Identity]) throws -> Registry {
    try registry(with: identities, try verified()).registry
  }

  /// The newest generation, with the key that seals it and its digest.
  func registry(
    with identities: [any Identity], _ log: CaseLog
  ) throws -> (registry: Registry, key: ItemKey, digest: Hash) {
    let key = try key(CaseLayout.registryKey, with: identities, log)
    let generation = log.generation
    let path = CaseLayout.registry(generation)
    guard let sealed = try read(path, log) else {
      throw CaseRefusal(.refused, "the registry is missing; see 'underseal audit'")
    }
    let registry = try Registry(SealedRecord.open(sealed, with: [key.identity]))
    guard registry.generation == generation else {
      throw CaseRefusal(.refused, "\(path) is of another generation; see 'underseal audit'")
    }
    return (registry, key, try Hash(of: sealed))
  }

  /// Changes the registry: the next generation, logged before it counts.
  ///
  /// Pseudonyms that are missing are drawn; one that somebody had and has no more is never given
  /// again.
  @discardableResult
  package func changePeople(
    with identities: [any Identity], at time: String,
    _ change: @Sendable (inout PeopleFile) throws -> Void
  ) throws -> PeopleChange {
    try locked {
      let log = try verified()
      var (registry, key, _) = try self.registry(with: identities, log)
      let before = registry.people
      try change(&registry.people)
      registry.people.caseName = before.caseName
      // A round through the file's own rules: ids, doubled pseudonyms, names with nothing in them.
      registry.people = try PeopleFile(yaml: registry.people.yaml(), file: "the registry")
      try registry.checkRetired()
      registry.retire(before)
      let warnings = registry.draw()
      let changed = before.people.compactMap { old -> String? in
        let new = registry.people.people.first { $0.id == old.id }
        guard let was = old.pseudonym, let new, let now = new.pseudonym, was != now else {
          return nil
        }
        return old.id
      }
      if registry.people == before {
        return PeopleChange(generation: registry.generation, changed: [], warnings: warnings)
      }
      registry.peopleGeneration = registry.generation + 1
      var act = CaseAct(at: time)
      act.openings = (CaseLayout.caseOpenings, try stamp())
      try stageNext(&registry, key, in: &act)
      try commit(act)
      return PeopleChange(
        generation: registry.generation, changed: changed, warnings: warnings)
    }
  }
}

extension CaseFolder {
  /// Adds the next generation of the registry to an act.
  func stageNext(_ registry: inout Registry, _ key: ItemKey, in act: inout CaseAct) throws {
    registry.generation += 1
    let digest = try stage(
      try registry.sealed(to: key), CaseLayout.registry(registry.generation), in: &act)
    try act.log(.registry, registry.entry(digest))
  }
}

/// What came of a change to the registry.
package struct PeopleChange: Sendable {
  /// The newest generation.
  package let generation: Int
  /// Ids of people whose pseudonym is another than before.
  package let changed: [String]
  /// What is doubtful about given pseudonyms: ids and reasons, no names.
  package let warnings: [String]
}

extension Registry {
  /// Draws the pseudonyms that are missing; gives what is doubtful about the others.
  mutating func draw() -> [String] {
    guard let policy = Policy.shipped(named: "press") else { return [] }
    // Names are drawn, and nothing is read.
    let pipeline = Pipeline(policy: policy, people: peopleFile, reader: .fast)
    people.people = pipeline.people.people
    return pipeline.warnings
  }

  /// Keeps the pseudonyms that somebody had before and nobody has now; throws none away.
  mutating func retire(_ before: PeopleFile) {
    let now = Set(people.people.compactMap { $0.pseudonym?.lowercased() })
    for pseudonym in before.people.compactMap(\.pseudonym)
    where !now.contains(pseudonym.lowercased()) && !retired.contains(pseudonym) {
      retired.append(pseudonym)
    }
  }

  /// Throws where somebody is given a pseudonym that is out of use.
  func checkRetired() throws {
    let out = Set(retired.map { $0.lowercased() })
    for person in people.people {
      guard let pseudonym = person.pseudonym, out.contains(pseudonym.lowercased()) else { continue }
      throw CaseRefusal(
        .refused,
        "the pseudonym given to \(person.id) stood for somebody before, and readers may know it;"
          + " choose another")
    }
  }
}

extension PeopleFile {
  /// The person of an id; nil where there is none.
  package func index(of id: String) -> Int? { people.firstIndex { $0.id == id } }

  /// An id that nobody has: `p-1`, `p-2` …
  package func freshID() -> String {
    var number = people.count + 1
    while index(of: "p-\(number)") != nil { number += 1 }
    return "p-\(number)"
  }

  /// Makes one person of two: the second's names become other names of the first, whose pseudonym
  /// stays.
  package mutating func merge(_ second: String, into first: String) throws {
    guard let a = index(of: first), let b = index(of: second), a != b else {
      throw CaseRefusal(.notThere, "merge takes the ids of two people; 'people list' shows them")
    }
    let other = people[b]
    for name in [other.name] + other.aliases
    where name != people[a].name && !people[a].aliases.contains(name) {
      people[a].aliases.append(name)
    }
    if people[a].gender == .unknown { people[a].gender = other.gender }
    if people[a].role == nil { people[a].role = other.role }
    if other.status == .protected { people[a].status = .protected }
    people.remove(at: b)
  }

  /// Makes two people of one: a name that was another name of the first becomes somebody's own.
  package mutating func split(_ first: String, _ name: String, id: String) throws {
    guard let index = index(of: first) else {
      throw CaseRefusal(.notThere, "nobody has the id \(first); 'people list' shows them")
    }
    guard let alias = people[index].aliases.firstIndex(of: name) else {
      throw CaseRefusal(.refused, "that is no other name of \(first); 'people list' shows them")
    }
    people[index].aliases.remove(at: alias)
    people.append(Person(id: id, name: name, status: people[index].status))
  }
}
