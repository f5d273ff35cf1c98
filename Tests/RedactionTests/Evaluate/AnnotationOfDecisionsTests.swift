import Testing

@testable import Redaction

/// What people decided, written as marks and read again.
struct AnnotationOfDecisionsTests {
  /// A text in which what is decided stands between ⟨ and ⟩, and the decisions in order.
  private func document(
    _ marked: String, _ decisions: [Decision], people: [Person] = [], id: String = "a"
  ) throws -> AnnotatedDocument {
    var bytes: [UInt8] = []
    var starts: [Int] = []
    var spans: [TextSpan] = []
    for character in marked {
      switch character {
      case "⟨": starts.append(bytes.count)
      case "⟩": spans.append(TextSpan(starts.removeLast(), bytes.count))
      default: bytes += Array(String(character).utf8)
      }
    }
    try #require(spans.count == decisions.count)
    let testimony = try Testimony(id: id, utf8: bytes, language: .english)
    let placed = zip(decisions, spans).map { decision, span in
      var decision = decision
      decision.span = span
      return decision
    }
    return AnnotatedDocument(
      testimony, decided: placed, people: PeopleFile(caseName: "", people: people))
  }

  private func decision(
    _ kind: EntityKind, _ treatment: Treatment = .mask, entity: String? = nil,
    by recognizer: String = "place", reason: String = "press: place; a village"
  ) -> Decision {
    Decision(
      span: TextSpan(0, 0), kind: kind, treatment: treatment, replacement: "x", entity: entity,
      recognizer: recognizer, confidence: 1, reason: reason)
  }

  private func body(_ document: AnnotatedDocument) -> String {
    let text = String(decoding: document.annotated, as: UTF8.self)
    return text.components("---\n").last ?? ""
  }

  /// The document as it is read again.
  private func again(_ document: AnnotatedDocument) throws -> AnnotatedDocument {
    try AnnotatedDocument(annotated: document.annotated, name: "x")
  }

  @Test func whatIsHiddenIsDirectOrQuasi() throws {
    let document = try document(
      "⟨Mirela⟩ left ⟨Otok⟩ with ⟨her mother's coat⟩; ⟨mirela@post.example⟩, ⟨7⟩.",
      [
        decision(.person, .pseudonymize, entity: "p-1"), decision(.place),
        decision(.event, entity: "p-1"), decision(.contact), decision(.number),
      ], people: [Person(id: "p-1", name: "Mirela", status: .protected)])
    #expect(
      body(document) == """
        [[PERSON:p-1:D|Mirela]] left [[PLACE:place-1:Q|Otok]] with \
        [[EVENT:event-1:D|her mother's coat]]; [[CONTACT:contact-1:D|mirela@post.example]], \
        [[ID:id-1:Q|7]].

        """)
    let read = try again(document)
    #expect(read.marks.map(\.range) == document.marks.map(\.range))
    #expect(read.id == "a" && read.language == .english)
  }

  @Test func whatStaysIsPublicOrNothing() throws {
    let people = [
      Person(id: "p-1", name: "Mirela", status: .protected),
      Person(id: "p-2", name: "Ana", status: .public),
    ]
    let document = try document(
      "⟨Croatia⟩ and ⟨Ana⟩, the ⟨soldier⟩ in ⟨May⟩; ⟨Hope⟩ and ⟨Rustle⟩.",
      [
        decision(.place, .keep, reason: "press: public; a country"),
        decision(.person, .keep, entity: "p-2", reason: "press: public people"),
        decision(.job, .keep, reason: "press: job; common"),
        decision(.date, .keep, by: "reviewer", reason: "reviewer: everybody knows"),
        decision(.person, .keep, entity: "p-1", by: "reviewer", reason: "reviewer: a word"),
        decision(.other, .keep, by: "reviewer", reason: "reviewer: a dog"),
      ], people: people)
    #expect(
      body(document) == """
        [[PLACE:place-1:P|Croatia]] and [[PERSON:p-2:P|Ana]], the soldier in [[DATE:date-1:P|May]]; \
        Hope and Rustle.

        """)
  }

  @Test func theSameWordsAreOneThingAndAnIdIsOnePerson() throws {
    let document = try document(
      "⟨Otok⟩, ⟨Brod⟩, ⟨OTOK⟩; ⟨Ivo⟩ and ⟨I. Horvat⟩; ⟨Ivo⟩.",
      [
        decision(.place), decision(.place), decision(.place),
        decision(.person, entity: "P 7"), decision(.person, entity: "P 7"), decision(.person),
      ])
    #expect(
      document.marks.map(\.entity) == ["place-1", "place-2", "place-1", "p-7", "p-7", "person-1"])
  }

  @Test func idsThatLookAlikeInMarksStayApart() throws {
    let document = try document(
      "⟨Ivo⟩ ⟨Jan⟩ ⟨Otok⟩",
      [
        decision(.person, entity: "place-1"), decision(.person, entity: "PLACE-1"),
        decision(.place),
      ])
    #expect(document.marks.map(\.entity) == ["place-1", "place-1.2", "place-2"])
    #expect(try again(document).marks.count == 3)
  }

  @Test func marksHoldWholeWordsOfOneLine() throws {
    let document = try document(
      "x⟨nikolai⟩brandt wrote. ⟨ New\nStreet 5,\n\nOtok \n⟩ and é⟨l⟩ève, ⟨Iv⟩⟨o⟩.",
      [
        decision(.person, entity: "p-1"), decision(.place), decision(.job),
        decision(.place), decision(.person, entity: "p-2"),
      ])
    #expect(
      body(document) == """
        [[PERSON:p-1:D|xnikolaibrandt]] wrote.  [[PLACE:place-1:Q|New]]
        [[PLACE:place-2:Q|Street 5,]]

        [[PLACE:place-3:Q|Otok]]\u{20}
         and [[JOB:job-1:Q|élève]], [[PERSON:p-2:D|Ivo]].

        """)
    _ = try again(document)
  }

  @Test func bracketsOfTheTextAreNoMarks() throws {
    let document = try document(
      "[[PERSON:x:D|no]] [⟨Otok⟩] ⟨[Brod]⟩ [[⟨Ivo [[1]] ⟩]]",
      [decision(.place), decision(.place), decision(.person)])
    let read = try again(document)
    let words = read.marks.map { String(String.UnicodeScalarView(read.text[$0.range])) }
    #expect(words == ["Otok", "Brod", "Ivo [ [1"])
    #expect(
      String(String.UnicodeScalarView(read.text)).hasPrefix(
        "[ [PERSON:x:D|no] ] [ Otok ] [ Brod ] [ [ Ivo"))
  }

  @Test func anIdWithQuotesIsWritten() throws {
    let document = try document("⟨Otok⟩", [decision(.place)], id: "a \"b\"\\: \n#c")
    #expect(try again(document).id == "a b: #c")
  }

  /// Whatever is decided about whatever text, what is written is read again with the same words.
  @Test func everyPlanIsReadAgain() throws {
    let policy = try #require(Policy.shipped(named: "press"))
    for seed in UInt64(1)...60 {
      var source = RandomTestimony(seed: seed)
      let lines = RandomTestimony.sentences[source.language] ?? []
      let text = (0..<12).map { _ in
        let line = lines.randomElement(using: &source.random) ?? ""
        let person = source.people.people.randomElement(using: &source.random)?.name ?? ""
        let end = ["\n", " ", "[[", "]]", "\r\n", "[", "]", "\u{301}", ""]
        return line.replacing("@", with: person) + (end.randomElement(using: &source.random) ?? "")
      }.joined()
      let testimony = Testimony(id: "seed", text: text, language: source.language)
      let plan = Pipeline(policy: policy, people: source.people, reader: .fast).plan([testimony])[0]
      let document = AnnotatedDocument(testimony, decided: plan.decisions, people: source.people)
      let read = try #require(
        try? AnnotatedDocument(annotated: document.annotated, name: "x"), "seed \(seed)")
      #expect(read.marks.count == document.marks.count, "seed \(seed)")
      #expect(read.marks.map(\.entity) == document.marks.map(\.entity))
      func letters(_ document: AnnotatedDocument) -> [[Unicode.Scalar]] {
        document.marks.map { document.text[$0.range].filter { $0 != " " } }
      }
      #expect(letters(read) == letters(document), "seed \(seed)")
    }
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
