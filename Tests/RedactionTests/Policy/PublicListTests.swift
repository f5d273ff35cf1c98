import Testing

@testable import Redaction

@Suite struct PublicListTests {
  private func list(_ kind: PublicList.Kind) throws -> PublicList {
    try #require(PublicList.shipped.first { $0.kind == kind })
  }

  @Test func everyListLoadsAndGivesReasons() throws {
    #expect(PublicList.shipped.map(\.kind) == [.figure, .body, .date, .event, .phrase])
    for list in PublicList.shipped {
      #expect(list.entries.allSatisfy { $0.why.count > 2 })
    }
    #expect(try list(.figure).entries.count > 500)
    #expect(try list(.body).entries.count > 150)
    #expect(try list(.date).entries.count > 200)
    #expect(try list(.event).entries.count > 60)
    #expect(try list(.phrase).entries.count > 200)
  }

  @Test(arguments: [
    "public-figures", "public-bodies", "public-dates", "public-events", "public-phrases",
  ])
  func theQuickReadingOfAShippedListIsTheStrictOne(_ name: String) throws {
    let bytes = EmbeddedFile.bytes(name)
    let quick = try #require(PublicList(lines: bytes))
    #expect(quick == (try PublicList(yaml: bytes, file: name)))
  }

  @Test(arguments: [
    "- {en: [A], why: a: b}", "- {en: [A, ], why: a}", "- {en: [A], why: \"a\\n\"}",
    "- {en: [A], why: a} # b", "- {en: [A], why: a", "- {en: [A]}", "- {en: [A], whi: a}",
    "- {en: [A],\n  why: a}", "- {en: [[A]], why: a}", "- {en: [A], why: &a b}", "en: [A]",
  ])
  func theQuickReadingLeavesWhatIsNotPlainToTheStrictOne(_ entry: String) {
    let text = "version: 1\nkind: body\nentries:\n  \(entry)\n"
    #expect(PublicList(lines: Array(text.utf8)) == nil)
  }

  @Test func everyFigureHasAGenderAndANameInEachScript() throws {
    for entry in try list(.figure).entries {
      #expect(entry.gender != .unknown)
      for language in [Language.english, .french, .russian, .ukrainian] {
        #expect(!entry.names(in: language).isEmpty)
      }
      for language in [Language.russian, .ukrainian] {
        let scalars = entry.names(in: language).joined().unicodeScalars
        #expect(scalars.contains { (0x400...0x4FF).contains($0.value) }, "\(entry.why)")
        #expect(!scalars.contains { $0.properties.isLowercase && $0.value < 0x250 }, "\(entry.why)")
      }
    }
  }

  @Test func latinNamesHaveNoLookAlikeLetters() throws {
    for list in PublicList.shipped {
      for entry in list.entries {
        let latin = (entry.names[.english] ?? []) + (entry.names[.french] ?? [])
        #expect(!latin.joined().unicodeScalars.contains { (0x370...0x52F).contains($0.value) })
        let cyrillic = (entry.names[.russian] ?? []) + (entry.names[.ukrainian] ?? [])
        for word in cyrillic.flatMap({ $0.split(separator: " ") }) {
          let scripts = Set(
            word.unicodeScalars.filter(\.properties.isAlphabetic).map { $0.value > 0x3FF })
          #expect(scripts.count < 2, "\(word)")
        }
      }
    }
  }

  @Test func aSurnameStandsAloneOnlyWhereTheListSaysSo() throws {
    let figures = try list(.figure).entries
    func words(_ name: String, _ language: Language) throws -> [[String]] {
      let entry = try #require(figures.first { $0.names(in: .english).contains(name) })
      return entry.forms(in: language).map { $0.words.map(\.text) }
    }
    #expect(try words("Angela Merkel", .french) == [["Angela", "Merkel"], ["Merkel"]])
    #expect(try words("Angela Merkel", .russian) == [["Ангела", "Меркель"], ["Меркель"]])
    #expect(try words("Gordon Brown", .english) == [["Gordon", "Brown"]])
  }

  @Test func aStarOpensAWordToCaseEndings() throws {
    let bodies = try list(.body).entries
    let court = try #require(bodies.first { $0.names(in: .english).contains("Supreme Court") })
    let form = try #require(court.forms(in: .russian).first)
    #expect(form.words.map(\.text) == ["Верховн", "суд"])
    #expect(form.words.map(\.isOpen) == [true, true])
    let union = try #require(bodies.first { $0.names(in: .english).contains("NATO") })
    #expect(union.forms(in: .english)[0].words[0].isAcronym)
    #expect(!form.words[0].isAcronym)
  }

  @Test func noEntryStandsInAListTwice() throws {
    for list in PublicList.shipped {
      for language in Language.allCases {
        let names = list.entries.flatMap { Set(($0.names[language] ?? []).map { $0.lowercased() }) }
        #expect(Set(names).count == names.count)
      }
    }
    let dates = try list(.date).entries.compactMap(\.date)
    #expect(Set(dates).count == dates.count)
    let known = PublicDate(day: 24, month: 2, year: 2022)
    #expect(dates.contains(known))
  }

  @Test(
    arguments: [
      ("kind: figure\nentries:\n- {en: [A B], gender: x, why: ok ok}", 4, nil),
      ("kind: figure\nentries:\n- {en: [A B], gendr: m, why: ok ok}", 4, "gender"),
      ("kind: figure\nentries:\n- {en: [A B], gender: m, alone: yes, why: ok ok}", 4, nil),
      ("kind: figure\nentries:\n- {ru: [А Б], gender: m, why: ok ok}", 4, nil),
      ("kind: figure\nentries:\n- {en: [], gender: m, why: ok ok}", 4, nil),
      ("kind: figure\nentries:\n- {en: [A B], gender: m}", 4, nil),
      ("kind: figures\nentries: []", 2, "figure"),
      ("kind: body\nentries:\n- {en: [A], why: a a}\n- {en: [B, a], why: b b}", 5, nil),
      ("kind: body\nentries:\n- {en: [A], gender: m, why: a a}", 4, nil),
      ("kind: date\nentries:\n- {day: 31, month: 4, year: 2000, why: a a}", 4, nil),
      ("kind: date\nentries:\n- {day: 1, month: 13, why: a a}", 4, nil),
      ("kind: date\nentries:\n- {day: 1, month: 4, en: [x], why: a a}", 4, nil),
    ] as [(String, Int, String?)]) func aFaultyEntryIsRefused(
      _ text: String, _ line: Int, _ nearest: String?
    ) throws
  {
    let error = try #require(throws: PolicyError.self) {
      try PublicList(yaml: "version: 1\n" + text + "\n", file: "list.yaml")
    }
    #expect(error.position.line == line, "\(error)")
    if let nearest { #expect(error.nearest == nearest) }
  }
}
