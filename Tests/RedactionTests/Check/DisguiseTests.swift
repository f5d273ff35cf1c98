import Testing

@testable import Redaction

/// A name that is spelled, tagged, joined or shouted is still that name.
struct DisguiseTests {
  private func redacted(_ text: String, _ language: Language) throws -> String {
    let people = PeopleFile(
      caseName: "disguise",
      people: [
        Person(
          id: "p-1", name: "Sergei Ivanovich Volkov", gender: .male, status: .protected,
          pseudonym: "Anton")
      ])
    let policy = try #require(Policy.shipped(named: "press"))
    let testimony = Testimony(id: "t", text: text, language: language)
    let plan = Pipeline(rulesUnder: policy, people: people).plan([testimony])[0]
    let output = plan.reviewed().apply()
    #expect(output.leaks().isEmpty)
    return output.text
  }

  @Test(arguments: [
    (
      "We met V O L K O V. We met S-E-R-G-E-I too.",
      "We met ANTON (not his real name). We met ANTON too."
    ),
    ("They shouted VOLKOV’S name.", "They shouted ANTON’S (not his real name) name."),
    ("Then Volkov-Petrov left.", "Then Anton (not his real name) left."),
    ("It was Ser-\ngei again.", "It was Anton (not his real name) again."),
  ])
  func englishDisguisesAreSeenThrough(_ text: String, _ wanted: String) throws {
    #expect(try redacted(text, .english) == wanted)
  }

  @Test(arguments: [
    ("С Волковым говорили.", "С Антоном (имя изменено) говорили."),
    ("Пишут: #волков жив.", "Пишут: #Антон (имя изменено) жив."),
  ])
  func russianDisguisesAreSeenThrough(_ text: String, _ wanted: String) throws {
    #expect(try redacted(text, .russian) == wanted)
  }
}
