import Redaction
import Testing

@testable import Command

/// Reports are read strictly: an unknown shape is an error with its line, and quotes nothing.
struct ReportFileTests {
  private static let decision = """
    {"start": 3, "end": 9, "outStart": 3, "outEnd": 8, "kind": "person", "treatment": \
    "pseudonymize", "replacement": "Vadim", "entity": "p-1", "recognizer": "roster", \
    "confidence": 1.0, "reason": "press: protected people"}
    """

  private static func report(_ decisions: String, review: String = "") -> String {
    """
    {"id": "a.txt", "lang": "en", "text": "So Vadim left.", "decisions": [\(decisions)], \
    "review": [\(review)]}

    """
  }

  private func read(_ text: String) throws -> Int {
    try ReportFile.reports(in: Array(text.utf8), name: "r.json").map(\.entries.count).reduce(0, +)
  }

  @Test func whatRedactWritesIsRead() throws {
    #expect(try read(Self.report(Self.decision)) == 1)
    #expect(try read(Self.report("", review: Self.decision)) == 0)
    #expect(try read(Self.report(Self.decision) + Self.report(Self.decision)) == 2)
    // Written again by another program, over several lines.
    #expect(try read(Self.report(Self.decision).replacing(", ", with: ",\n")) == 1)
  }

  @Test func aPublicReportHasNoOriginalPlace() throws {
    let decision = Self.decision.replacing("\"start\": 3, \"end\": 9, ", with: "")
      .replacing("\"entity\": \"p-1\", ", with: "")
    let reports = try ReportFile.reports(in: Array(Self.report(decision).utf8), name: "r.json")
    #expect(reports.map(\.isPublic) == [true])
    #expect(reports[0].policyName == "press")
  }

  @Test(arguments: [
    ("", "r.json:1: the file is empty"),
    ("So Vadim left.\n", "r.json:1: not JSON"),
    ("[]\n", "r.json:1: not an object"),
    ("{\"id\": 1}\n", "no \"text\""),
    ("{\"line\": 3, \"error\": \"no\"}", "could not be redacted"),
    (report("3"), "not an object"),
    (report(decision) + "{", "r.json:2: not JSON"),
    (report(decision + "," + decision), "not in order"),
    (report(decision.replacing("\"person\"", with: "\"persona\"")), "unknown kind"),
    (report(decision.replacing("pseudonymize", with: "rename")), "unknown treatment"),
    (report(decision.replacing("\"outEnd\": 8", with: "\"outEnd\": 99")), "after the text"),
    (report(decision.replacing("\"outEnd\": 8", with: "\"outEnd\": 2")), "no span"),
    (report(decision.replacing("\"outEnd\": 8", with: "\"outEnd\": 7")), "is not what stands"),
    (report(decision.replacing("\"outEnd\": 8", with: "\"outEnd\": 8e0")), "no span"),
    (report(decision.replacing("\"end\": 9, ", with: "")), "no span"),
    (report(decision.replacing("reason", with: "reasons")), "a key that reports do not have"),
    (report(decision.replacing("\"entity\": \"p-1\"", with: "\"entity\": 1")), "not a string"),
    (report(decision.replacing("1.0", with: "\"sure\"")), "not a number"),
    (report(decision.replacing("Vadim", with: "Stepan")), "is not what stands"),
    ("{\"id\": \"a\", \"id\": \"b\"}", "a key stands twice"),
  ])
  func anUnknownShapeIsAnErrorWithItsLine(_ text: String, _ wanted: String) {
    do {
      _ = try read(text)
      Issue.record("it was read")
    } catch let error as Refusal {
      #expect(error.status == .badInput)
      #expect(error.sentence.contains(wanted), "\(error.sentence)")
      #expect(!error.sentence.contains("Vadim") && !error.sentence.contains("Stepan"))
    } catch {
      Issue.record("\(error)")
    }
  }

  /// Bytes changed, dropped and doubled at random: read or refused, never a crash.
  @Test func damagedReportsAreReadOrRefused() {
    let sound = Array(Self.report(Self.decision, review: Self.decision).utf8)
    var state: UInt64 = 7
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for _ in 0..<4000 {
      var bytes = sound
      for _ in 0...random(4) {
        let index = random(bytes.count)
        switch random(4) {
        case 0: bytes[index] = UInt8(random(256))
        case 1: bytes.remove(at: index)
        case 2: bytes.insert(Array("{}[]\",:0-\\u".utf8)[random(11)], at: index)
        default: bytes.removeSubrange(index..<min(bytes.count, index + random(20)))
        }
        if bytes.isEmpty { bytes = sound }
      }
      do {
        _ = try ReportFile.reports(in: bytes, name: "r.json")
      } catch {
        #expect(error is Refusal)
      }
    }
  }
}
