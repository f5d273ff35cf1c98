import Foundation
import Testing

@testable import Redaction

/// The inline annotation format: what is read, what is refused, and where.
struct AnnotationParsingTests {
  private static func parse(_ text: String) throws(AnnotationError) -> AnnotatedDocument {
    try AnnotatedDocument(annotated: Array(text.utf8), name: "letter")
  }

  @Test func marksAreTakenOutOfTheText() throws {
    let document = try Self.parse(
      """
      ---
      id: letter-1
      lang: fr
      case: port
      ---

      Ma sœur [[PERSON:p-2:D|Mirela]], [[AGE:a-1:Q|27 ans]].
      Le [[EVENT:e-1:P|siège]] dura.

      """)
    #expect(document.id == "letter-1")
    #expect(document.language == .french)
    #expect(document.caseName == "port")
    #expect(
      String(decoding: document.utf8, as: UTF8.self)
        == "Ma sœur Mirela, 27 ans.\nLe siège dura.\n")
    #expect(document.marks.map(\.range) == [8..<14, 16..<22, 27..<32])
    #expect(document.marks.map(\.kind) == [.person, .age, .event])
    #expect(document.marks.map(\.sensitivity) == [.direct, .quasi, .public])
    #expect(document.marks.map(\.line) == [7, 7, 8])
  }

  @Test func aDocumentNeedsNoHeader() throws {
    let document = try Self.parse("Then [[PERSON:p-1:D|Mirela]] ran.")
    #expect(document.id == "letter")
    #expect(document.language == nil)
    #expect(document.marks.map(\.range) == [5..<11])
  }

  @Test(arguments: [
    ("a\n[[PERSON:p-1:D|Mirela", AnnotationError.brokenMark(line: 2)),
    ("[[PERSON|Mirela]]", .brokenMark(line: 1)),
    ("[[PERSON:p-1:D|Mi[[rela]]", .brokenMark(line: 1)),
    ("[[", .brokenMark(line: 1)),
    ("[[PERSON:p-1:D|Mirela]", .brokenMark(line: 1)),
    ("Mirela]] ran", .strayClose(line: 1)),
    ("[[PERSONN:p-1:D|Mirela]]", .unknownKind(line: 1, nearest: "PERSON")),
    ("[[PERSON:p-1:X|Mirela]]", .unknownSensitivity(line: 1)),
    ("[[PERSON:P 1:D|Mirela]]", .badEntity(line: 1)),
    ("[[PERSON::D|Mirela]]", .badEntity(line: 1)),
    ("[[PERSON:p-1:D|]]", .badSurface(line: 1)),
    ("[[PERSON:p-1:D| Mirela]]", .badSurface(line: 1)),
    ("[[PERSON:p-1:D|Mi\nrela]]", .badSurface(line: 1)),
    ("a[[PERSON:p-1:D|Mirela]]", .insideWord(line: 1)),
    ("\n\n[[PERSON:p-1:D|Mirela]]s", .insideWord(line: 3)),
    ("[[PERSON:x-1:D|Mirela]]\n[[PLACE:x-1:Q|Otok]]", .twoKinds(line: 2, firstLine: 1)),
    ("---\nlang: en\nShe ran.", .headerWithoutEnd),
    ("---\nlang: en\n---\n\n \n", .nothing),
    ("", .nothing),
  ])
  func whatIsNoAnnotationIsRefusedWithItsLine(_ text: String, _ expected: AnnotationError) {
    #expect(throws: expected) { () throws(AnnotationError) in try Self.parse(text) }
  }

  @Test func aHeaderIsReadStrictlyWithTheLinesOfTheFile() {
    do {
      _ = try Self.parse("---\nlang: en\ngenres: letter\n---\nShe ran.")
      Issue.record("an unknown key was read")
    } catch {
      #expect(error.line == 3)
    }
    do {
      _ = try Self.parse("---\nlang: de\n---\nShe ran.")
      Issue.record("an unknown language was read")
    } catch {
      #expect(error.line == 2)
    }
  }

  @Test func bytesThatAreNoTextAreRefusedWithTheirLine() {
    #expect(throws: AnnotationError.notUTF8(line: 2)) { () throws(AnnotationError) in
      try AnnotatedDocument(annotated: [0x61, 0x0A, 0xFF], name: "letter")
    }
  }

  /// Changed at random, a file is refused or gives back what was written; nothing crashes.
  @Test func anythingIsReadAsWrittenOrRefused() throws {
    let sample = Array(
      """
      ---
      lang: en
      case: port
      ---
      My sister [[PERSON:p-2:D|Mirela]] left [[PLACE:pl-1:Q|Otočac]] on [[DATE:d-1:Q|4 May]].
      [[ID:id-1:D|AB 123]] is hers; [[PLACE:pl-2:P|Croatia]] was far.
      """.utf8)
    let marks = ["[[", "]]", "|", ":", "[", "]", "\n", "D", "[[PERSON:p-1:D|x]]", "---\n", "\r\n"]
    for seed in UInt64(1)...2000 {
      var random = SeededGenerator(seed: seed)
      var bytes = mutated(sample, using: &random)
      let at = Int.random(in: 0...bytes.count, using: &random)
      bytes.insert(contentsOf: marks.randomElement(using: &random)!.utf8, at: at)
      guard let document = try? AnnotatedDocument(annotated: bytes, name: "x") else { continue }
      let again = try AnnotatedDocument(annotated: Array(Self.written(document).utf8), name: "x")
      #expect(again.text == document.text, "seed \(seed)")
      #expect(again.marks.map(\.range) == document.marks.map(\.range), "seed \(seed)")
    }
  }

  private static func written(_ document: AnnotatedDocument) -> String {
    var text = "---\nid: x\n---\n"
    var index = 0
    func plain(to end: Int) {
      text += String(String.UnicodeScalarView(document.text[index..<end]))
    }
    for mark in document.marks {
      plain(to: mark.range.lowerBound)
      let words = String(String.UnicodeScalarView(document.text[mark.range]))
      text += "[[\(mark.kind.rawValue):\(mark.entity):\(mark.sensitivity.rawValue)|\(words)]]"
      index = mark.range.upperBound
    }
    plain(to: document.text.count)
    return text
  }

  /// The annotated testimonies beside the package, where they are there, have the offsets that
  /// were computed from them by other means.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "../shared/gold/docs.jsonl")))
  func annotatedTestimoniesHaveTheirOffsets() throws {
    let lines = try String(contentsOfFile: "../shared/gold/docs.jsonl", encoding: .utf8)
    for line in lines.split(separator: "\n") {
      let record = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let id = try #require(record["id"] as? String)
      let bytes = try Data(contentsOf: URL(filePath: "../shared/gold/\(id).gold.txt"))
      let document = try AnnotatedDocument(annotated: Array(bytes), name: id)
      #expect(document.utf8 == Array(try #require(record["text"] as? String).utf8))
      let mentions = try #require(record["mentions"] as? [[String: Any]])
      #expect(document.marks.map(\.range.lowerBound) == mentions.map { $0["start"] as? Int ?? -1 })
      #expect(document.marks.map(\.range.upperBound) == mentions.map { $0["end"] as? Int ?? -1 })
    }
  }
}
