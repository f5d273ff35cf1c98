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
    let (registry, digest) = try self.registry(log.generation, key, log)
    return (registry, key, digest)
  }

  /// One generation.
  private func registry(
    _ generation: Int, _ key: ItemKey, _ log: CaseLog
  ) throws -> (registry: Registry, digest: Hash) {
    let path = CaseLayout.registry(generation)
    guard let sealed = try read(path, log) else {
      throw CaseRefusal(.refused, "the registry is missing; see 'underseal audit'")
    }
    let registry = try Registry(SealedRecord.open(sealed, with: [key.identity]))
    guard registry.generation == generation else {
      throw CaseRefusal(.refused, "\(path) is of another generation; see 'underseal audit'")
    }
    return (registry, try Hash(of: sealed))
  }

  /// Changes the registry: the next generation, logged before it counts.
  ///
  /// Pseudonyms that are missing are drawn; one that somebody had and has no more is never given
  /// again. Where somebody is dropped, older generations that hold their name are destroyed.
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
      (registry.people.caseName, registry.people.secret) = (before.caseName, before.secret)
      // A round through the file's own rules: ids, doubled pseudonyms, names with nothing in them.
      registry.people = try PeopleFile(yaml: registry.people.yaml(), file: "the registry")
      try registry.checkRetired()
      registry.retire(before)
      let warnings = try registry.draw(before)
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
      let dropped = registry.dropped(from: before)
      let erased =
        try dropped.isEmpty
        ? [] : log.generations.filter { try self.registry($0, key, log).registry.holds(dropped) }
      try erase(erased, "somebody was dropped from the registry", log, in: &act)
      try commit(act)
      return PeopleChange(
        generation: registry.generation, changed: changed, warnings: warnings,
        erased: erased.count)
    }
  }

  /// Adds to an act that generations of the registry are destroyed; that they were stays logged.
  func erase(
    _ generations: [Int], _ why: String, _ log: CaseLog, in act: inout CaseAct
  ) throws {
    guard !generations.isEmpty else { return }
    for generation in generations.sorted() {
      let path = CaseLayout.registry(generation)
      guard let placed = log.placed(path) else { continue }
      act.removed.append((path, placed.digest))
    }
    try act.log(
      .erase,
      [
        .init("generations", .array(generations.sorted().map { .number($0) })),
        .init("why", why),
      ])
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
  /// How many older generations were destroyed.
  package var erased = 0
}

extension Registry {
  /// Draws the pseudonyms that are missing; gives what is doubtful about the others.
  ///
  /// - Parameter before: the people as they were.
  /// - Throws: `CaseRefusal` where one that is given now is a name that it is to hide. One that
  ///   somebody had before stays until it is changed: the gate says what it meets.
  mutating func draw(_ before: PeopleFile) throws -> [String] {
    guard let policy = Policy.shipped(named: "press") else { return [] }
    // Names are drawn, and nothing is read.
    let pipeline = Pipeline(policy: policy, people: peopleFile, reader: .fast)
    let telling = pipeline.tellingPseudonyms.first { telling in
      let old = before.people.first { $0.id == telling.id }?.pseudonym
      return old == nil || old != people.people.first { $0.id == telling.id }?.pseudonym
    }
    if let telling {
      throw CaseRefusal(
        .refused,
        "the pseudonym given to \(telling.id) is a form of the name of \(telling.of), whom it is to hide;"
          + " choose another")
    }
    people.people = pipeline.people.people
    return pipeline.warnings
  }

  /// Who was in the registry and is in it no more, nor as another name of somebody else.
  func dropped(from before: PeopleFile) -> [Person] {
    let names = Set(people.people.flatMap { [$0.name] + $0.aliases })
    return before.people.filter { person in
      people.index(of: person.id) == nil && !names.contains(person.name)
    }
  }

  /// Whether one of some people is in it, or a name of theirs.
  func holds(_ dropped: [Person]) -> Bool {
    let (ids, names) = (Set(dropped.map(\.id)), Set(dropped.flatMap { [$0.name] + $0.aliases }))
    return people.people.contains { person in
      ids.contains(person.id) || !names.isDisjoint(with: [person.name] + person.aliases)
    }
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
