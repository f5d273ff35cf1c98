import Testing

@testable import Redaction

/// Where a text is cut into passages must not show.
struct PassageLawsTests {
  private static let people = PeopleFile(
    caseName: "laws",
    people: [Person(id: "p-1", name: "Matvei Gorelov", gender: .male, pseudonym: "Pavel")])

  private static func redactedEnd(_ text: String) throws -> String {
    let policy = try #require(Policy.shipped(named: "press"))
    let run = LawRun(seed: 0, policy: policy, language: .english, text: text, people: people)
    return String(run.result.text.suffix(90))
  }

  @Test func passagesCoverTheTextInOrder() {
    for line in [10, 70_000, 140_000, 300_000] {
      let text = [UInt8](repeating: 0x61, count: line) + [0x0A] + Array("end".utf8)
      var last = 0
      text.withUnsafeBufferPointer { bytes in
        Passages.each(in: bytes, language: .none, reading: .tokens) { passage in
          for token in passage.tokens {
            #expect(Int(token.start) >= last)
            last = Int(token.end)
          }
        }
      }
      #expect(last == text.count, "\(line)")
    }
  }

  @Test func linesOfALongTextReadAsTheyDoAlone() throws {
    let sentence = "Matvei Gorelov called +44 7700 900 123 from Kremenchuk on 14 March 2023."
    let policy = try #require(Policy.shipped(named: "court"))
    let alone = LawRun(
      seed: 0, policy: policy, language: .english, text: sentence, people: Self.people)
    let count = 140_000 / (sentence.utf8.count + 1)
    let long = LawRun(
      seed: 0, policy: policy, language: .english,
      text: Array(repeating: sentence, count: count).joined(separator: "\n"), people: Self.people)
    let lines = long.result.text.split(separator: "\n")
    #expect(lines.count == count)
    #expect(lines.allSatisfy { $0 == alone.result.text })
  }

  /// A line longer than two passages is cut between sentences, so that nothing is cut in two.
  @Test(arguments: [
    ("Matvei Gorelov", "Pavel (not his real name)"), ("+44 7700 900 123", "a phone number"),
    ("14 March 2023", "early 2023"),
  ])
  func whatStandsAtTheCutOfAHugeLineIsOneThingStill(_ original: String, _ replacement: String)
    throws
  {
    let limit = 1 << 17
    for back in [6, 11] {
      let filler = String(repeating: "Nobody came that morning. ", count: limit / 26 + 1)
      let head = String(filler.prefix(limit - back - 9)) + "And then "
      let text = head + original + " and that was all of it."
      let end = try Self.redactedEnd(text)
      #expect(end.contains(replacement + " and that was all of it."), "\(back): \(end)")
    }
  }
}
