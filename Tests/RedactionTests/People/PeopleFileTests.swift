import Redaction
import Testing

/// A people file that does not load, and the line to look at.
struct RefusedPeople: CustomTestStringConvertible, Sendable {
  var lines: String
  var line: Int
  var nearest: String?
  var testDescription: String { lines }

  init(_ lines: String, line: Int, nearest: String? = nil) {
    self.lines = lines
    self.line = line
    self.nearest = nearest
  }

  /// Every value that is somebody's is made of this word, which no error may hold.
  static let secret = "Quirrelova"

  static let all = [
    RefusedPeople("", line: 1),
    RefusedPeople("case: \(secret)", line: 1),
    RefusedPeople("people: \(secret)", line: 1),
    RefusedPeople("people:\n- \(secret)", line: 2),
    RefusedPeople("people:\n- {id: p-1}", line: 2),
    RefusedPeople("people:\n- {name: \"\"}", line: 2),
    RefusedPeople("people:\n- {name: [\(secret)]}", line: 2),
    RefusedPeople("people:\n- {nam: \(secret)}", line: 2, nearest: "name"),
    RefusedPeople("people:\n- {\(secret): x}", line: 2),
    RefusedPeople("poeple: []\n", line: 1, nearest: "people"),
    RefusedPeople("people:\n- name: \(secret)\n  gender: male", line: 3, nearest: "m"),
    RefusedPeople("people:\n- name: A \(secret)\n  gender: \(secret)", line: 3),
    RefusedPeople("people:\n- name: A\n  status: protcted", line: 3, nearest: "protected"),
    RefusedPeople("people:\n- name: \"…—!\"", line: 2),
    RefusedPeople("people:\n- name: \"123\"", line: 2),
    RefusedPeople("people:\n- {name: \(secret), aliases: [\"?!\"]}", line: 2),
    RefusedPeople("people:\n- {name: \(secret), aliases: [~]}", line: 2),
    RefusedPeople("people:\n- {name: \(secret), aliases: \(secret)}", line: 2),
    RefusedPeople("people:\n- {name: \"\(secret)\\n\(secret)\"}", line: 2),
    RefusedPeople("people:\n- {name: \(secret), id: \(secret) \(secret)}", line: 2),
    RefusedPeople(
      "people:\n- {id: a, name: \(secret)}\n- {id: b, name: \(secret)}\n"
        + "- {id: a, name: \(secret)}", line: 4),
    RefusedPeople(
      "people:\n- {id: a, name: B, pseudonym: \(secret)}\n"
        + "- {id: b, name: C, pseudonym: \(secret.lowercased())}", line: 3),
    RefusedPeople("people:\n- {name: \(secret), name: \(secret)}", line: 2),
    RefusedPeople("people:\n- {name: &n \(secret)}\n- {name: *n}", line: 2),
    RefusedPeople("people:\n- {name: \(secret)", line: 2),
    RefusedPeople("people: []\n\(secret): \(secret)", line: 2),
    RefusedPeople("people: []\n\(secret)", line: 2),
  ]
}

@Suite struct PeopleFileTests {
  @Test func aPeopleFileIsReadWithAllItsKeys() throws {
    let file = try PeopleFile(
      yaml: """
        case: harbour
        people:
          - id: p-2                 # stable
            name: Пётр Ильич Громыхайло
            gender: m
            status: incidental
            pseudonym: Андрей
            aliases: [Serge, "the Radio", 77]
            role: witness
          - {name: No, gender: f, status: public, pseudonym: ~}
        """, file: "people.yaml")
    #expect(file.caseName == "harbour")
    #expect(
      file.people == [
        Person(
          id: "p-2", name: "Пётр Ильич Громыхайло", gender: .male, status: .incidental,
          pseudonym: "Андрей", aliases: ["Serge", "the Radio", "77"], role: "witness"),
        Person(id: "p-1", name: "No", gender: .female, status: .public),
      ])
  }

  @Test func aPersonOfWhomNothingIsSaidIsProtected() throws {
    let file = try PeopleFile(yaml: "people: [{name: Ann}]", file: "p")
    #expect(file.people == [Person(id: "p-1", name: "Ann", gender: .unknown, status: .protected)])
    #expect(file.caseName.isEmpty)
  }

  @Test func idsAreGivenInOrderAroundThoseThatAreTaken() throws {
    let file = try PeopleFile(
      yaml: "people: [{name: A}, {name: B, id: p-3}, {name: C}, {name: D}, {name: A, id: p-1}]",
      file: "p")
    #expect(file.people.map(\.id) == ["p-2", "p-3", "p-4", "p-5", "p-1"])
  }

  @Test(arguments: RefusedPeople.all) func aFaultIsRefusedWithoutAnyName(
    _ people: RefusedPeople
  ) throws {
    let error = try #require(throws: PolicyError.self) {
      try PeopleFile(yaml: people.lines + "\n", file: "people.yaml")
    }
    #expect(error.position.line == people.line, "\(error)")
    if let nearest = people.nearest { #expect(error.nearest == nearest) }
    for text in [error.description, String(reflecting: error)] {
      #expect(!text.lowercased().contains(RefusedPeople.secret.lowercased()))
    }
  }

  @Test func twoPeopleWithOnePseudonymAreNamedByTheirIds() {
    let text = "people: [{name: A, pseudonym: Éva}, {id: x, name: B, pseudonym: E\u{301}VA}]"
    #expect(
      throws: PolicyError.samePseudonym(
        FilePosition(file: "p", line: 1), id: "x", otherID: "p-1")
    ) { try PeopleFile(yaml: text, file: "p") }
  }

  @Test func printingPeopleGivesNobodyAway() {
    let person = Person(id: "p-9", name: "Hidden", pseudonym: "Covered", aliases: ["Veiled"])
    let file = PeopleFile(caseName: "c", people: [person])
    var dumped = ""
    dump(file, to: &dumped)
    dump(person, to: &dumped)
    let printed = "\(person) \(file) \(String(reflecting: person)) \(String(reflecting: file))"
    for name in ["Hidden", "Covered", "Veiled"] {
      #expect(!(printed + dumped).contains(name))
    }
  }

  @Test func changedBytesNeverDoMoreThanThrow() {
    let source = Array(
      PeopleFile(caseName: "c", people: (1...6).map { Self.person($0, seed: 7) }).yaml().utf8)
    var random = SeededGenerator(seed: 1_989)
    var loaded = 0
    for _ in 0..<1500 {
      let changed = mutated(source, using: &random)
      do throws(PolicyError) {
        _ = try PeopleFile(yaml: changed, file: "fuzz")
        loaded += 1
      } catch {
        #expect((1...(1 + changed.count { $0 == 0x0A })).contains(error.position.line), "\(error)")
      }
    }
    #expect(loaded > 0 && loaded < 1500)
  }

  @Test(arguments: 0..<60) func whatIsWrittenReadsBackAsTheSame(_ seed: Int) throws {
    let file = PeopleFile(
      caseName: seed % 3 == 0 ? "" : Self.text(seed: seed),
      people: (0..<(seed % 9)).map {
        var person = Self.person($0, seed: seed)
        // What is not seen has no place in a pseudonym.
        person.pseudonym?.unicodeScalars.removeAll { $0.properties.generalCategory == .format }
        return person
      })
    let yaml = file.yaml()
    let back = try PeopleFile(yaml: yaml, file: "round")
    #expect(back == file, "\(yaml)")
    #expect(back.yaml() == yaml)
    let names = [back, file].map { $0.people.map { Array($0.name.utf8) } }
    #expect(names[0] == names[1])
  }

  @Test func ordinaryNamesAreWrittenBare() {
    let person = Person(
      id: "p-1", name: "Jean-Luc O'Hara", gender: .male, aliases: ["the Radio", "no"])
    #expect(
      PeopleFile(caseName: "harbour", people: [person]).yaml() == """
        case: harbour
        people:
          - id: p-1
            name: Jean-Luc O'Hara
            gender: m
            status: protected
            aliases: [the Radio, "no"]

        """)
    #expect(PeopleFile().yaml() == "people: []\n")
  }

  private static func text(seed: Int) -> String {
    var random = SeededGenerator(seed: UInt64(seed) &* 31)
    return text(using: &random)
  }

  private static func text(using random: inout SeededGenerator) -> String {
    let pieces = [
      "yes", "no", "null", "~", "1e5", "0x1F", ".inf", "Ivo", "Дарья", "Мар'яна", "Éloïse",
      "e\u{301}",
      "\"", "'", ": ", " #", "#", "-", "- ", "?", "&a", "*b", "!c", "%", "@", "`", "\\", "\\n", "{",
      "}",
      "[", "]", ",", " ", "\u{A0}", "\u{200B}", "\u{202E}", "\u{2028}", "\u{FEFF}", "😀", "𝒜", "|",
      ">",
      "<<", "=", "true", "Off", "2001-01-01", "小明", "عمر", "--- ", "...",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      text += pieces.randomElement(using: &random)!
    }
    // A reader takes a byte order mark at the start of a value for what its name says.
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    return text + (Bool.random(using: &random) ? "x" : "Ж")
  }

  private static func person(_ number: Int, seed: Int) -> Person {
    var random = SeededGenerator(seed: UInt64(seed * 1000 + number))
    let bare = ["yes", "Null", "No", "Ada Lin", "on", "Y"]
    return Person(
      id: "p-\(number)",
      name: Int.random(in: 0..<4, using: &random) == 0
        ? bare.randomElement(using: &random)! : text(using: &random),
      gender: Gender.allCases.randomElement(using: &random)!,
      status: Person.Status.allCases.randomElement(using: &random)!,
      pseudonym: Bool.random(using: &random) ? "Ps\(number) Éloïse-\(number)" : nil,
      aliases: (0..<Int.random(in: 0...3, using: &random)).map { _ in text(using: &random) },
      role: Bool.random(using: &random) ? text(using: &random) : nil)
  }
}
