import Testing

@testable import Redaction

/// What counts as covered, as neutral, as a hole.
struct MeasureTests {
  private static func mark(
    _ text: String, _ kind: AnnotatedDocument.Kind,
    _ sensitivity: AnnotatedDocument.Sensitivity = .quasi
  ) -> (AnnotatedDocument.Mark, [Unicode.Scalar]) {
    let scalars = Array(text.unicodeScalars)
    return (
      AnnotatedDocument.Mark(
        range: scalars.indices, kind: kind, entity: "x", sensitivity: sensitivity, line: 1), scalars
    )
  }

  @Test(arguments: [
    ("Mirela's", AnnotatedDocument.Kind.person, "Mirela"),
    ("Dr. Kovač", .person, "Kovač"),
    ("Mme Kovač", .person, "Kovač"),
    ("Mrs", .person, "Mrs"),
    ("Mark", .person, "Mark"),
    ("4 May, 21:40", .date, "4May"),
    ("le 3 mars à 9 h 30", .date, "le3marsà"),
    ("4 May at 7 p.m.", .date, "4Mayat"),
    ("21:40", .identifier, "2140"),
    ("21:40", .date, "2140"),
  ])
  func titlesPossessivesAndClocksAreNotAskedFor(
    _ text: String, _ kind: AnnotatedDocument.Kind, _ asked: String
  ) {
    let (mark, scalars) = Self.mark(text, kind)
    let letters = AskedLetters.of(mark, in: scalars).map { scalars[$0] }
    #expect(String(String.UnicodeScalarView(letters)) == asked)
  }

  @Test(arguments: [
    ("2019", true), ("in 2019", true), ("в 2019 году", true), ("2019 р.", true), ("1990s", true),
    ("у 2022-му", true), ("осенью 2019 года", true), ("4 May 2019", false), ("May", false),
    ("in the summer of 2019", false), ("2119", false), ("2019 in the morning", false),
  ])
  func aYearAloneIsScoredNeitherWay(_ text: String, _ isYear: Bool) {
    #expect(NeutralMarks.isYear(Array(text.unicodeScalars)) == isYear)
    let (mark, scalars) = Self.mark(text, .date)
    #expect((NeutralMarks().sensitivity(of: mark, in: scalars) == nil) == isYear)
  }

  @Test func neutralMarksAreReadByKindAndWords() throws {
    let neutral = try NeutralMarks(Array("# note\nPLACE\tCrimea\nEVENT\t*\n".utf8))
    let (place, crimea) = Self.mark("CRIMEA", .place)
    #expect(neutral.sensitivity(of: place, in: crimea) == nil)
    let (event, siege) = Self.mark("the siege", .event, .public)
    #expect(neutral.sensitivity(of: event, in: siege) == nil)
    let (private_, raid) = Self.mark("the raid", .event, .quasi)
    #expect(neutral.sensitivity(of: private_, in: raid) == .quasi)
    #expect(throws: AnnotationError.brokenMark(line: 2)) { () throws(AnnotationError) in
      try NeutralMarks(Array("PLACE\tCrimea\nnothing\n".utf8))
    }
  }

  private static func document(_ annotated: String) throws -> AnnotatedDocument {
    var document = try AnnotatedDocument(annotated: Array(annotated.utf8), name: "x")
    document.language = .english
    return document
  }

  /// The document with the words replaced as the list says, in order.
  private static func redacted(
    _ document: AnnotatedDocument, _ replacements: [(String, String)]
  ) -> RedactedDocument {
    var output: [Unicode.Scalar] = []
    var made: [RedactedDocument.Replacement] = []
    var index = 0
    for (words, replacement) in replacements {
      let form = Array(words.unicodeScalars)
      while Array(document.text[index...].prefix(form.count)) != form {
        output.append(document.text[index])
        index += 1
      }
      let start = output.count
      output += replacement.unicodeScalars
      made.append(
        RedactedDocument.Replacement(
          source: index..<index + form.count, output: start..<output.count))
      index += form.count
    }
    output += document.text[index...]
    return RedactedDocument(replacements: made, text: output, leaks: false)
  }

  @Test func marksAndWordsAreCounted() throws {
    let document = try Self.document(
      "[[PERSON:p-1:D|Mirela Kovač]] met [[PERSON:p-2:D|Jan]] in [[PLACE:a:P|Rome]] on Monday.")
    let score = DocumentScore(
      document,
      Self.redacted(
        document, [("Mirela", "Ana"), ("Jan", "Ivo"), ("in Rome", "there"), ("Monday", "a day")]),
      neutral: NeutralMarks())
    #expect(score.total.direct == .init(part: 1, whole: 2))
    #expect(score.total.public == .init(part: 0, whole: 1))
    #expect(score.total.exposed == 1)
    // "in" is a small word, and not counted; "Rome" and "Monday" were not to be covered.
    #expect(score.total.words == .init(part: 2, whole: 4))
    #expect(score.misses.map(\.sensitivity) == [.direct, .public])
    #expect(score.kinds[.place]?.public == .init(part: 0, whole: 1))
  }

  @Test(
    arguments: [
      ("", ReplacementFaults.Hole.blank), (" ", .blank), ("saw a man", .doubledWord),
      ("house in", .doubledWord), ("hour", .article), ("unit", nil), ("house", nil),
    ] as [(String, ReplacementFaults.Hole?)])
  func whatDoesNotFitIsAHole(_ replacement: String, _ hole: ReplacementFaults.Hole?) throws {
    let before = replacement == "saw a man" ? "She saw" : "She saw a"
    let document = try Self.document("\(before) [[ORG:o:Q|Lidl]] in the town.")
    let holes = ReplacementFaults.holes(
      document, Self.redacted(document, [("Lidl", replacement)]))
    #expect(holes.map(\.hole) == (hole.map { [$0] } ?? []))
  }

  @Test func aDirectMarkThatStillShowsIsFound() throws {
    let document = try Self.document(
      "[[PERSON:p-1:D|Mirela]] ran. [[PERSON:p-1:D|Mirela]] fell. [[PERSON:p-2:D|Rose]] saw a rose."
    )
    let redacted = Self.redacted(document, [("Mirela", "Ana")])
    #expect(ReplacementFaults.shown(document, redacted).map(\.entity) == ["p-1"])
  }

  @Test func anEntityIsMaskedWhereAllItsMentionsAre() throws {
    let text = Array("Ms Kovač of Otok. Kovač's boat.".unicodeScalars)
    func mention(_ range: Range<Int>, _ entity: String, _ word: EntityDocument.Identifier)
      -> EntityDocument.Mention
    { EntityDocument.Mention(range: range, entity: entity, kind: "X", identifier: word) }
    let document = try #require(
      EntityDocument(
        id: "x", text: text,
        annotators: [
          [
            mention(0..<8, "a", .direct), mention(12..<16, "b", .quasi),
            mention(18..<25, "a", .direct), mention(26..<30, "c", .none),
          ]
        ]))
    let plain = try Self.document(String(String.UnicodeScalarView(text)))
    var score = EntityScore()
    score.add(document, Self.redacted(plain, [("Kovač", "A"), ("boat", "thing")]))
    #expect(score.directEntities == .init(part: 0, whole: 1))
    #expect(score.directMentions == .init(part: 1, whole: 2))
    #expect(score.quasiEntities == .init(part: 0, whole: 1))
    #expect(score.precise == .init(part: 1, whole: 2))
    #expect(score.identifying == .init(part: 2, whole: 2))
    #expect(score.exposed == 1)
    var whole = EntityScore()
    whole.add(document, Self.redacted(plain, [("Kovač", "A"), ("Otok", "B"), ("Kovač", "A")]))
    #expect(whole.entities == .init(part: 2, whole: 2))
    #expect(EntityDocument(id: "y", text: text, annotators: [[mention(0..<99, "a", .none)]]) == nil)
  }
}
