import Testing

@testable import Redaction

/// What a people file, a policy or two reports get wrong, whatever the texts say.
struct ConsistencyCaseTests {
  private func result(
    _ change: (inout PeopleFile) -> Void, policy change2: (inout Policy) -> Void = { _ in },
    texts: [ReleasedText]? = nil, reports: [ReleasedReport] = []
  ) throws -> ConsistencyResult {
    var people = InventedRelease.people
    change(&people)
    var policy = try #require(Policy.shipped(named: "press"))
    change2(&policy)
    return ConsistencyCheck(policy: policy, people: people)
      .check(try texts ?? InventedRelease.texts(), reports: reports)
  }

  @Test func onePseudonymInTwoAlphabetsIsOnePseudonym() throws {
    let findings = try result { $0.people[2].pseudonym = "Vadim" }.findings
    #expect(findings.contains { $0.check == .sharedPseudonym && $0.document == "en" })
  }

  @Test func aPseudonymIsNobodysRealNameProtectedOrNot() throws {
    let texts = try InventedRelease.texts(changing: "en") { $0.replacing("Nazar", with: "Egor") }
    let findings = try result({ $0.people[2].pseudonym = "Егор" }, texts: texts).findings
    let found = try #require(findings.first { $0.check == .pseudonymIsName })
    #expect(found.document == "en" && found.entity == "p-3" && found.span?.count == 4)
  }

  @Test func aGivenPseudonymNearANameIsAWarning() throws {
    let texts = try InventedRelease.texts(changing: "en") { $0.replacing("Nazar", with: "Bogdan") }
    let result = try result({ $0.people[2].pseudonym = "Bogdan" }, texts: texts)
    #expect(result.warnings.contains { $0.check == .pseudonymNearName && $0.entity == "p-3" })
    #expect(!result.findings.contains { $0.check == .pseudonymNearName })
  }

  /// Somebody whose name comes near was added to a people file with drawn pseudonyms.
  @Test func aDrawnPseudonymNearANameIsAFinding() throws {
    let drawn = Pipeline(
      policy: try #require(Policy.shipped(named: "press")),
      people: PeopleFile(
        caseName: "mill", people: [Person(id: "p-9", name: "Юсуф Рахимов", gender: .male)])
    ).people.people[0]
    let pseudonym = try #require(drawn.pseudonym)
    var people = PeopleFile(caseName: "mill", people: [drawn])
    people.people.append(
      Person(id: "p-10", name: String(pseudonym.prefix(1)) + "ершков", gender: .male))
    let text = try ReleasedText(
      id: "ru", utf8: Array("Потом пришёл \(pseudonym) (имя изменено) и сел.".utf8),
      language: .russian)
    let policy = try #require(Policy.shipped(named: "press"))
    let findings = ConsistencyCheck(policy: policy, people: people).check([text]).findings
    #expect(findings.map(\.check) == [.pseudonymNearName])
    #expect(findings.first?.entity == "p-9")
  }

  @Test func aPolicyMayWantAMarkerEveryTime() throws {
    let findings = try result({ _ in }, policy: { $0.marker.show = .every }).findings
    #expect(findings.allSatisfy { $0.check == .markerMissing })
    #expect(findings.contains { $0.document == "en" && $0.entity == "p-3" })
  }

  @Test func aPolicyMayWordTheMarkerOtherwise() throws {
    let own = PseudonymMarker.Wording(
      male: "[name withheld]", female: "[name withheld]", unknown: "[name withheld]")
    let texts = try InventedRelease.texts(changing: "en") {
      $0.replacing("(not his real name)", with: "[name withheld]")
        .replacing("(not her real name)", with: "[name withheld]")
    }
    let result = try result(
      { _ in }, policy: { $0.marker.wording[.english] = own }, texts: texts)
    #expect(result.findings.isEmpty)
  }

  @Test func aReportOfAnotherPolicyIsFound() throws {
    let findings = try result(
      { _ in }, reports: [InventedRelease.report(policy: "archive")]
    ).findings
    #expect(findings.map(\.check) == [.otherPolicy])
    #expect(findings.first?.document == "en")
  }

  @Test func oneFactSaidInTwoWaysInTwoReleasesIsFound() throws {
    let first = InventedRelease.report()
    let scalars = Array(String(decoding: first.text, as: UTF8.self).unicodeScalars)
    let place = try #require(first.entries.first { $0.kind == .date })
    var changed = String.UnicodeScalarView(scalars[..<place.output.start])
    changed.append(contentsOf: "in 2022".unicodeScalars)
    changed.append(contentsOf: scalars[place.output.end...])
    var entry = place
    entry.replacement = "in 2022"
    entry.output = TextSpan(place.output.start, place.output.start + 7)
    let text = Array(String(changed).utf8)
    let second = ReleasedReport(name: "b.json", id: "en", text: text, entries: [entry])
    let texts =
      try InventedRelease.texts() + [
        ReleasedText(id: "archive/en", utf8: text, language: .english)
      ]
    let findings = try result({ _ in }, texts: texts, reports: [first, second]).findings
    #expect(findings.map(\.check) == [.twoLevels])
    #expect(findings.first?.document == "archive/en")
    #expect(findings.first?.span == entry.output)
  }

  @Test func whatCouldNotBeCheckedIsSaid() throws {
    let alone = try result { _ in }
    #expect(alone.unchecked.contains { $0.contains("--report") })
    let report = InventedRelease.report()
    let other = ReleasedReport(name: "x.json", id: "x", text: Array("Nothing.".utf8), entries: [])
    let both = try result({ _ in }, reports: [report, other])
    #expect(both.unchecked.contains { $0.hasPrefix("x.json: ") })
    #expect(both.unchecked.contains { $0.hasPrefix("ru: ") })
    #expect(both.findings.isEmpty)
  }

  @Test func aPersonTheTextItselfGivesAnotherNameIsNotAFinding() throws {
    let people = PeopleFile(
      caseName: "own", people: [Person(id: "p-1", name: "Oleh", gender: .male)])
    let text = try ReleasedText(
      id: "en", utf8: Array("Oleh (not his real name) went home. Oleh slept.".utf8),
      language: .english)
    let policy = try #require(Policy.shipped(named: "press"))
    let result = ConsistencyCheck(policy: policy, people: people).check([text])
    #expect(result.findings.isEmpty)
    #expect(result.warnings.map(\.check) == [.pseudonymIsName])
  }

  @Test func editsThatSayNoMoreAreNoFindings() throws {
    let texts = try InventedRelease.texts(changing: "en") {
      $0.replacing("in my mid-twenties", with: "and in the mid twenties", maxReplacements: 1)
        .replacing("near a town", with: "near some place")
        .replacing("She said", with: "Then she said to me")
        .replacing("and Nazar could", with: "and he could")
    }
    #expect(
      try result({ _ in }, texts: texts, reports: [InventedRelease.report()]).findings.isEmpty)
  }
}
