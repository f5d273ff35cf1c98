import Testing

@testable import Redaction

/// The index of all forms, against a plain search through them.
@Suite struct NameFormIndexTests {
  private let people = PeopleFile(
    caseName: "index",
    people: [
      Person(id: "a", name: "Ольга Дорнова", gender: .female, aliases: ["Кобра", "Owl"]),
      Person(id: "b", name: "Ольга Вельская", gender: .female),
      Person(id: "c", name: "Emil van der Holt", gender: .male, aliases: ["Cobra"]),
      Person(id: "d", name: "Дорнов Егор Олегович", gender: .male),
    ])

  /// What `matches` says, from the definition: every part of every person that has the form.
  private func plain(_ registry: PersonRegistry, _ key: FoldedKey) -> Set<[Int]> {
    var out: Set<[Int]> = []
    for (person, forms) in registry.forms.enumerated() {
      for (place, part) in forms.parts.enumerated() {
        for form in part.forms.entries where form.key == key {
          out.insert([person, place, Int(form.source.rawValue)])
        }
      }
      for alias in forms.aliases where alias.count == 1 {
        if alias[0].forms.entries.contains(where: { $0.key == key }) {
          out.insert([person, -1, Int(FormSource.alias.rawValue)])
        }
      }
    }
    return out
  }

  @Test func everyFormIsFoundWithAllWhoHaveIt() {
    let registry = PersonRegistry(people)
    var shared = 0
    for forms in registry.forms {
      for part in forms.parts + forms.aliases.joined() {
        for form in part.forms.entries {
          let found = registry.matches(form.key)
          let places = found.map { [$0.person, $0.part, Int($0.source.rawValue)] }
          #expect(Set(places) == plain(registry, form.key))
          #expect(found.map(\.person) == found.map(\.person).sorted())
          if Set(found.map(\.person)).count > 1 { shared += 1 }
        }
      }
    }
    #expect(shared > 100)
  }

  @Test func aWordThatIsNobodysIsNotFound() {
    let registry = PersonRegistry(people)
    var source = SeededGenerator(seed: 71)
    var absent = 0
    for _ in 0..<20_000 {
      let letters = (0..<Int.random(in: 2...6, using: &source)).map { _ in
        UInt8.random(in: 0x61...0x7A, using: &source)
      }
      let key = FoldedKey(folded: letters)
      let expected = plain(registry, key)
      #expect(registry.matches(key).isEmpty == expected.isEmpty)
      if expected.isEmpty { absent += 1 }
    }
    #expect(absent > 15_000)
  }
}
