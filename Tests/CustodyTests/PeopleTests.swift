import Audit
import Custody
import Foundation
import Redaction
import Sealing
import Testing

/// Who is who: generations, and pseudonyms that stay.
struct PeopleTests {
  static let people = [
    Person(id: "p-1", name: "Nikolai Brandt", gender: .male),
    Person(id: "p-2", name: "Marta Keller", gender: .female, aliases: ["Nadja Stern"]),
    Person(id: "p-3", name: "Viktor Sommer", gender: .male, status: .incidental),
  ]

  static func peopled(_ place: Workplace) async throws -> CaseFolder {
    let folder = try await place.create()
    try await folder.changePeople(with: [place.first], at: Workplace.time) { $0.people = people }
    return folder
  }

  private func pseudonyms(_ folder: CaseFolder, _ place: Workplace) async throws -> [String: String]
  {
    let registry = try await folder.registry(with: [place.second])
    return Dictionary(
      uniqueKeysWithValues: registry.people.people.compactMap { person in
        person.pseudonym.map { (person.id, $0) }
      })
  }

  @Test func pseudonymsAreDrawnOnceAndStayWhateverComes() async throws {
    let place = try Workplace(compat: true)
    let folder = try await Self.peopled(place)
    let first = try await pseudonyms(folder, place)
    #expect(Set(first.keys) == ["p-1", "p-2"])
    try await folder.changePeople(with: [place.first], at: Workplace.time) { file in
      for number in 10..<30 {
        file.people.append(Person(id: "p-\(number)", name: "Oskar Lindt\(number)", gender: .male))
      }
    }
    let second = try await pseudonyms(folder, place)
    #expect(second["p-1"] == first["p-1"] && second["p-2"] == first["p-2"])
    #expect(Set(second.values).count == second.count)
    #expect(try await folder.registry(with: [place.first]).generation == 3)
    #expect(folder.verify().verdict == .intact)
  }

  @Test func aPseudonymThatWasLostIsNeverGivenAgain() async throws {
    let place = try Workplace(compat: true)
    let folder = try await Self.peopled(place)
    let first = try await pseudonyms(folder, place)
    try await folder.changePeople(with: [place.first], at: Workplace.time) {
      $0.people.removeAll { $0.id == "p-1" }
    }
    // The same person again, under the same id, would draw the same one.
    try await folder.changePeople(with: [place.first], at: Workplace.time) {
      $0.people.append(Self.people[0])
    }
    let second = try await pseudonyms(folder, place)
    #expect(second["p-1"] != nil && second["p-1"] != first["p-1"])
    let lost = try #require(first["p-1"])
    await #expect(throws: CaseRefusal.self) {
      try await folder.changePeople(with: [place.first], at: Workplace.time) {
        $0.people[0].pseudonym = lost
      }
    }
  }

  @Test func mergingKeepsTheFirstAndAllNames() async throws {
    let place = try Workplace(compat: true)
    let folder = try await Self.peopled(place)
    let first = try await pseudonyms(folder, place)
    try await folder.changePeople(with: [place.first], at: Workplace.time) {
      try $0.merge("p-2", into: "p-1")
    }
    let registry = try await folder.registry(with: [place.first])
    #expect(registry.people.people.map(\.id) == ["p-1", "p-3"])
    #expect(registry.people.people[0].aliases == ["Marta Keller", "Nadja Stern"])
    #expect(registry.people.people[0].pseudonym == first["p-1"])
    #expect(registry.retired == [first["p-2"]])
  }

  @Test func splittingGivesTheOtherNameToSomebodyElse() async throws {
    let place = try Workplace(compat: true)
    let folder = try await Self.peopled(place)
    try await folder.changePeople(with: [place.first], at: Workplace.time) {
      try $0.split("p-2", "Nadja Stern", id: "p-9")
    }
    let registry = try await folder.registry(with: [place.first])
    let last = try #require(registry.people.people.last)
    #expect(last.id == "p-9" && last.name == "Nadja Stern" && last.pseudonym != nil)
    #expect(registry.people.people[1].aliases.isEmpty)
  }

  @Test func anOlderGenerationPutBackShows() async throws {
    let place = try Workplace(compat: true)
    let folder = try await Self.peopled(place)
    place["case/registry/2.age"] = nil
    #expect(folder.verify().verdict == .altered)
    place["case/registry/2.age"] = place["case/registry/1.age"]
    #expect(folder.verify().verdict == .altered)
    await #expect(throws: CaseRefusal.self) { try await folder.registry(with: [place.first]) }
  }

  @Test func nobodyElseReadsIt() async throws {
    let place = try Workplace(compat: true)
    let folder = try await Self.peopled(place)
    await #expect(throws: SealingError.self) {
      try await folder.registry(with: [X25519Identity()])
    }
    for file in place.files {
      for name in ["Brandt", "Keller", "Stern"] {
        #expect(place["case/" + file]?.range(of: Data(name.utf8)) == nil)
      }
    }
  }
}

/// A pseudonym that is a name of the case.
struct TellingPseudonymTests {
  @Test func oneThatIsGivenIsRefused() async throws {
    let place = try Workplace(compat: true)
    let folder = try await PeopleTests.peopled(place)
    for pseudonym in ["Kolya", "Marta", "Keller"] {
      await #expect(throws: CaseRefusal.self) {
        try await folder.changePeople(with: [place.first], at: Workplace.time) {
          $0.people[0].pseudonym = pseudonym
        }
      }
    }
    #expect(try await folder.registry(with: [place.first]).generation == 2)
  }

  @Test func oneThatSomebodyHadStaysWhenItsBearerComes() async throws {
    let place = try Workplace(compat: true)
    let folder = try await PeopleTests.peopled(place)
    let pseudonym = try #require(
      try await folder.registry(with: [place.first]).people.people[0].pseudonym)
    let change = try await folder.changePeople(with: [place.first], at: Workplace.time) {
      $0.people.append(Person(id: "p-8", name: "\(pseudonym) Lindner"))
    }
    #expect(change.warnings.contains { $0.contains("p-1") })
  }
}

/// Who is to be forgotten is in no file that anybody can still open.
struct ErasureTests {
  /// The generations that are there, and which of them hold a name, opened as stock age would.
  private func holding(
    _ name: String, _ place: Workplace
  ) throws -> (there: [String], holding: [String]) {
    let key = try Opener.open(
      Array(place["case/keys/registry.age"] ?? Data()), with: [place.first])
    let identity = try #require(try KeyReader([.x25519]).identities(key).first)
    let there = place.files.filter { $0.hasPrefix("registry/") }
    let holding = try there.filter { file in
      let text = try Opener.open(Array(place["case/" + file] ?? Data()), with: [identity])
      return String(decoding: text, as: UTF8.self).contains(name)
    }
    return (there, holding)
  }

  private func drop(_ id: String, _ folder: CaseFolder, _ place: Workplace) async throws
    -> PeopleChange
  {
    try await folder.changePeople(with: [place.first], at: Workplace.time) { file in
      file.people.removeAll { $0.id == id }
    }
  }

  @Test func whoIsDroppedIsInNoGeneration() async throws {
    let place = try Workplace(compat: true)
    let folder = try await PeopleTests.peopled(place)
    try await folder.changePeople(with: [place.first], at: Workplace.time) {
      $0.people[1].role = "witness"
    }
    #expect(try holding("Marta Keller", place).holding == ["registry/2.age", "registry/3.age"])
    let change = try await drop("p-2", folder, place)
    #expect(change.erased == 2)
    let after = try holding("Marta Keller", place)
    #expect(after.there == ["registry/1.age", "registry/4.age"] && after.holding.isEmpty)
    // That they were, and that they went on purpose, is in the log.
    let log = folder.verify()
    #expect(log.verdict == .intact)
    #expect(log.places["registry/3.age"]?.state == .removed)
  }

  @Test func aGenerationThatIsErasedAndPutBackShows() async throws {
    let place = try Workplace(compat: true)
    let folder = try await PeopleTests.peopled(place)
    let old = place["case/registry/2.age"]
    _ = try await drop("p-2", folder, place)
    place["case/registry/2.age"] = old
    let findings = folder.verify().findings
    #expect(findings.map(\.what) == ["was erased, and lies there again"])
    // Removing one by hand is no erasure.
    place["case/registry/2.age"] = nil
    #expect(folder.verify().verdict == .intact)
    place["case/registry/1.age"] = nil
    #expect(folder.verify().findings.map(\.what) == ["is missing"])
  }

  @Test func whoeverIsMergedIsNotForgotten() async throws {
    let place = try Workplace(compat: true)
    let folder = try await PeopleTests.peopled(place)
    let change = try await folder.changePeople(with: [place.first], at: Workplace.time) {
      try $0.merge("p-2", into: "p-1")
    }
    #expect(change.erased == 0)
    #expect(try holding("Marta Keller", place).there.count == 3)
  }

  @Test func aWithdrawalWithItsOriginalErasesWhatWentBefore() async throws {
    let place = try Workplace(compat: true)
    let folder = try await PeopleTests.peopled(place)
    let id = try await AddTests.add("text", to: folder, place)
    try await folder.withdraw(id, why: "asked", at: Workplace.time)
    #expect(try holding("Marta Keller", place).there.count == 2)
    try await folder.withdraw(id, why: "asked", isShredded: true, at: Workplace.time)
    #expect(try holding("Marta Keller", place).there == ["registry/2.age"])
    _ = try await drop("p-2", folder, place)
    #expect(try holding("Marta Keller", place).holding.isEmpty)
    #expect(folder.verify().verdict == .intact)
  }
}
