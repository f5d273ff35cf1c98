import Redaction
import Testing

@Suite struct ShippedPolicyTests {
  @Test(arguments: Policy.shippedNames) func everyShippedPolicyHasARuleWithAReasonForEachKind(
    _ name: String
  ) throws {
    let policy = try #require(Policy.shipped(named: name))
    #expect(policy.name == name)
    #expect(!policy.audience.isEmpty)
    #expect(Set(policy.rules.map(\.kind)) == Set(EntityKind.allCases))
    #expect(policy.rules.allSatisfy { $0.why.count > 15 })
    #expect(!policy.examples.isEmpty)
    let source = try #require(Policy.shippedSource(named: name))
    #expect(source.hasPrefix("# yaml-language-server: $schema=schema.json\n"))
  }

  @Test func anUnknownNameIsNoShippedPolicy() {
    #expect(Policy.shipped(named: "pres") == nil)
    #expect(Policy.shipped(named: "public-figures") == nil)
    #expect(Policy.shippedSource(named: "") == nil)
  }

  @Test func theShippedPoliciesDoWhatTheTableSays() throws {
    let table: [(String, EntityKind, Treatment)] = [
      ("press", .place, .generalize(.described)), ("strict", .place, .generalize(.country)),
      ("archive", .place, .generalize(.described)), ("court", .place, .keep),
      ("partner", .place, .keep), ("press", .unit, .generalize(.branch)),
      ("strict", .unit, .generalize(.general)), ("press", .date, .generalize(.season)),
      ("strict", .date, .generalize(.year)), ("archive", .date, .generalize(.month)),
      ("press", .age, .generalize(.band)), ("strict", .age, .generalize(.general)),
      ("court", .contact, .suppress), ("partner", .identifier, .suppress),
      ("press", .contact, .generalize(.described)), ("archive", .demographic, .keep),
      ("strict", .demographic, .generalize(.general)), ("court", .job, .keep),
    ]
    for (name, kind, treatment) in table {
      #expect(Policy.shipped(named: name)?.treatment(for: kind) == treatment, "\(name) \(kind)")
    }
    let press = try #require(Policy.shipped(named: "press"))
    let strict = try #require(Policy.shipped(named: "strict"))
    let court = try #require(Policy.shipped(named: "court"))
    #expect(press.people[.protected] == .pseudonymize)
    #expect(press.people[.incidental].treatment == .generalize(.role))
    #expect(press.people.unlisted == .pseudonymize)
    #expect(strict.people.unlisted == .generalize)
    #expect(court.people[.protected].treatment == .generalize(.code))
    #expect(court.people.unlisted == .keep)
    #expect(press.people[.public] == .keep)
    #expect(Policy.shipped(named: "archive")?.style(for: .unit) == .brackets)
    #expect(press.style(for: .unit) == .prose)
    #expect(press.keeps(.countries, for: .place) && strict.keeps(.countries, for: .place))
    #expect(!strict.keeps(.regions, for: .place))
  }

  @Test func theMarkerAgreesWithThePerson() throws {
    let marker = try #require(Policy.shipped(named: "press")).marker
    #expect(marker.show == .firstMention)
    #expect(marker.text(.english, .female) == "(not her real name)")
    #expect(marker.text(.english, .unknown) == "(not their real name)")
    #expect(marker.text(.french, .male) == "(le prénom a été modifié)")
    #expect(marker.text(.ukrainian, .male) == "(ім'я змінено)")
  }
}

@Suite struct PolicyDefaultTests {
  @Test func whatAPolicyDoesNotSayIsNotLetThrough() throws {
    let policy = try Policy(
      yaml: "version: 1\nname: bare\naudience: nobody\nrules: []\n", file: "bare.yaml")
    #expect(EntityKind.allCases.allSatisfy { policy.treatment(for: $0) == .suppress })
    #expect(policy.people.protected == .suppress && policy.people.public == .suppress)
    #expect(policy.unknown == .mask && policy.keep.isEmpty)
    #expect(policy.marker.show == .firstMention)
  }

  @Test func theRuleForPersonSpeaksForThoseWhomPeopleLeavesOut() throws {
    let policy = try Policy(
      yaml: """
        version: 1
        name: some
        audience: us
        people: {public: keep}
        rules:
          - {kind: person, treatment: generalize, level: code, why: codes are enough}
        """, file: "some.yaml")
    #expect(policy.people.protected == .code)
    #expect(policy.people.public == .keep)
  }

  @Test func aMarkerCanBeWordedForEachGenderOrForAll() throws {
    let policy = try Policy(
      yaml: """
        version: 1
        name: worded
        audience: us
        marker:
          show: every
          wording: {en: {m: "(his alias)", f: "(her alias)", unknown: "(alias)"}, ru: (имя другое)}
        rules: []
        """, file: "worded.yaml")
    #expect(policy.marker.text(.english, .female) == "(her alias)")
    #expect(policy.marker.text(.russian, .female) == "(имя другое)")
    #expect(policy.marker.text(.ukrainian, .female) == "(ім'я змінено)")
  }

  @Test(arguments: Treatment.Word.allCases)
  func everyTreatmentHasAWordOfItsOwn(_ word: Treatment.Word) {
    let treatment = Treatment(word, level: .described)
    #expect(treatment.word == word)
    #expect(Treatment.Word(rawValue: treatment.name) == word)
  }
}
