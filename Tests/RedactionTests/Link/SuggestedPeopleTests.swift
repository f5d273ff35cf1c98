import Testing

@testable import Redaction

/// A people file to start from, made of what the texts have.
struct SuggestedPeopleTests {
  private func suggested(
    _ texts: [(String, Language, String)], people: PeopleFile = PeopleFile()
  ) throws -> SuggestedPeople {
    let policy = try #require(Policy.shipped(named: "press"))
    return Pipeline(rulesUnder: policy, people: people)
      .suggestedPeople(in: texts.map { Testimony(id: $0.0, text: $0.2, language: $0.1) })
  }

  private let letters: [(String, Language, String)] = [
    (
      "en.txt", .english,
      "My name is Stepan Burlakov.\n\nMy sister Ksenia wrote. Stepan was cold. Putin spoke."
    ),
    (
      "ru.txt", .russian,
      "Меня зовут Ксения Бурлакова.\nСпросили: «Где Степан Аркадьевич?» Степан был далеко."
    ),
  ]

  @Test func formsOfTwoAlphabetsAreOnePerson() throws {
    let found = try suggested(letters)
    let stepan = try #require(found.people.first { $0.forms.contains { $0.text == "Stepan" } })
    #expect(stepan.forms.contains { $0.text == "Степан Аркадьевич" })
    #expect(stepan.count == 4 && stepan.documents == ["en.txt", "ru.txt"])
    #expect(stepan.first?.document == "en.txt" && stepan.first?.line == 1)
    #expect(stepan.person.gender == .male && stepan.person.status == .protected)
    let ksenia = try #require(found.people.first { $0.forms.contains { $0.text == "Ksenia" } })
    #expect(ksenia.person.name == "Ксения Бурлакова" && ksenia.person.gender == .female)
    #expect(ksenia.first?.line == 3)
    #expect(found.people.count == 2)
  }

  @Test func publicFiguresAreLeftOutWithAReason() throws {
    let found = try suggested(letters)
    #expect(found.publicFigures.map(\.name) == ["Putin"])
    #expect(found.yaml().contains("# left out: Putin (1), on the list of what is public"))
  }

  @Test func theSuggestionIsAPeopleFile() throws {
    let found = try suggested(letters)
    let file = try PeopleFile(yaml: found.yaml(), file: "suggested.yaml")
    #expect(file.people == found.people.map(\.person))
  }

  @Test func relativesOfOneSurnameStayApart() throws {
    let found = try suggested([
      ("en.txt", .english, "I met Stepan Burlakov and Pavel Burlakov. Mr Burlakov was kind.")
    ])
    #expect(found.people.filter { $0.person.name.hasSuffix("Burlakov") }.count >= 2)
  }

  @Test func aDiminutiveAloneMayBeSomebody() throws {
    let found = try suggested([
      ("en.txt", .english, "I met Aleksandr Burlakov at the mill."),
      ("b.txt", .english, "My brother Sasha slept."),
    ])
    let full = try #require(found.people.first { $0.person.name == "Aleksandr Burlakov" })
    #expect(found.people.count == 2)
    for other in found.people where other.person.id != full.person.id {
      #expect(other.mayBe == [full.person.id])
    }
  }

  @Test func peopleOfTheFileStayAsTheyAre() throws {
    let people = PeopleFile(
      caseName: "mill",
      people: [
        Person(
          id: "p-2", name: "Степан Бурлаков", gender: .male, status: .incidental,
          pseudonym: "Вадим")
      ])
    let found = try suggested(letters, people: people)
    #expect(found.people[0].person == people.people[0])
    #expect(found.people[0].isListed && found.people[0].count >= 4)
    #expect(found.people.dropFirst().map(\.person.id) == ["p-1"])
    let file = try PeopleFile(yaml: found.yaml(), file: "suggested.yaml")
    #expect(file.caseName == "mill" && file.people.first == people.people[0])
  }

  @Test func nobodyIsAPeopleFileToo() throws {
    let found = try suggested([("en.txt", .english, "The water was cold.")])
    #expect(try PeopleFile(yaml: found.yaml(), file: "suggested.yaml").people.isEmpty)
  }
}
