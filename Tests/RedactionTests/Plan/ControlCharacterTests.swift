import Testing

@testable import Redaction

/// What commands a terminal, or turns the order of letters, stays behind.
struct ControlCharacterTests {
  private static let withheld: [UInt32] =
    (0..<0x20).filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D } + (0x7F...0x9F)
    + (0x202A...0x202E) + (0x2066...0x206F) + (0xFFF9...0xFFFB) + (0xE0000...0xE007F)

  private func redacted(_ text: String, people: [Person] = []) throws -> RedactedTestimony {
    let policy = try #require(Policy.shipped(named: "press"))
    let pipeline = Pipeline(
      rulesUnder: policy, people: PeopleFile(caseName: "controls", people: people))
    return pipeline.plan([Testimony(id: "t", text: text, language: .english)])[0].reviewed().apply()
  }

  @Test func noneReachesAReleasedText() throws {
    for value in Self.withheld {
      let scalar = try #require(Unicode.Scalar(value))
      for text in [
        "\(scalar)We were cold.", "We were\(scalar) cold.", "We were cold.\(scalar)",
        "In Paris\(scalar) we met Anna\(scalar) Petrova.", "Vladimir\(scalar) Putin spoke.",
      ] {
        let output = try redacted(text)
        #expect(!output.text.unicodeScalars.contains(scalar), "U+\(String(value, radix: 16))")
        #expect(output.leaks().isEmpty)
        #expect(output.decisions.contains { $0.recognizer == ControlCharacters.recognizer })
      }
    }
  }

  @Test(arguments: [
    ("a\tb\nc\r\nd", "a\tb\nc\r\nd"), ("one\rtwo", "one\ntwo"), ("one\u{0C}two", "one\ntwo"),
    ("one\u{85}two\u{0B}", "one\ntwo\n"), ("\u{1B}[31mred\u{1B}[0m", "[31mred[0m"),
    ("\u{200F}שלום\u{200E} \u{61C}", "\u{200F}שלום\u{200E} \u{61C}"), ("\u{0}\u{1}\u{2}", ""),
    ("\r\r\n", "\n\r\n"),
  ])
  func linesAndTabsStay(_ text: String, _ wanted: String) {
    var bytes = Array(text.utf8)
    for (span, replacement) in ControlCharacters.found(in: bytes).reversed() {
      bytes.replaceSubrange(span.start..<span.end, with: replacement.utf8)
    }
    #expect(String(decoding: bytes, as: UTF8.self) == wanted)
  }

  /// The report counts each as an edit, and its places are right.
  @Test func placesInReportsAreRight() throws {
    let people = [
      Person(
        id: "p-1", name: "Matvei Drozdetsky", gender: .male, status: .protected,
        pseudonym: "Anton")
    ]
    let text = "\u{1B}]0;x\u{7}Then \u{202E}Drozdetsky\u{202C} wept.\u{9B}2J"
    let output = try redacted(text, people: people)
    let input = Array(text.unicodeScalars)
    let said = Array(output.text.unicodeScalars)
    #expect(output.text == "]0;xThen Anton (not his real name) wept.2J")
    for (decision, spans) in zip(output.decisions, output.scalarSpans()) {
      #expect(
        Array(said[spans.output.start..<spans.output.end])
          == Array(decision.replacement.unicodeScalars))
      if decision.recognizer == ControlCharacters.recognizer {
        #expect(
          input[spans.input.start..<spans.input.end].allSatisfy { Self.withheld.contains($0.value) }
        )
      }
    }
    #expect(output.decisions.count { $0.recognizer == ControlCharacters.recognizer } == 5)
  }

  /// Beside the fast path over bytes, the rule over scalars.
  @Test func theFastPathFindsWhatTheRuleSays() {
    var source = SeededGenerator(seed: 14)
    let alphabet: [UInt32] = [
      0x61, 0x0D, 0x0A, 0x1B, 0x85, 0x9B, 0x202E, 0x2067, 0x200E, 0xE0041, 0x1F600, 0xE9, 0x2026,
      0xFFF9,
    ]
    for _ in 0..<400 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0..<12, using: &source) {
        scalars.append(Unicode.Scalar(alphabet.randomElement(using: &source) ?? 0x61) ?? "a")
      }
      let text = String(scalars)
      var expected: [Int] = []
      var offset = 0
      let all = Array(scalars)
      for (index, scalar) in all.enumerated() {
        let isEnd = scalar.value == 0x0D && index + 1 < all.count && all[index + 1].value == 0x0A
        if Self.withheld.contains(scalar.value) || scalar.value == 0x0D && !isEnd {
          expected += Array(offset..<offset + String(scalar).utf8.count)
        }
        offset += String(scalar).utf8.count
      }
      let found = ControlCharacters.found(in: Array(text.utf8)).flatMap {
        Array($0.span.start..<$0.span.end)
      }
      #expect(found == expected, "\(text.debugDescription)")
    }
  }
}
