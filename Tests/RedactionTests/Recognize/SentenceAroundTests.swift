import Testing

@testable import Redaction

struct SentenceAroundTests {
  /// The sentence round the first place where some words stand.
  private func sentence(
    _ words: String, in text: String, _ language: Language = .english, reach: Int = 240
  ) throws -> String {
    let bytes = Array(text.utf8)
    let start = try #require(
      bytes.indices.first { bytes[$0...].starts(with: Array(words.utf8)) })
    let span = TextSpan(start, start + words.utf8.count)
    let found = Testimony(id: "a", text: text, language: language)
      .sentence(around: span, reach: reach)
    #expect(found.contains(span))
    return try #require(String(validating: bytes[found.start..<found.end], as: UTF8.self))
  }

  @Test(arguments: [
    (
      "Rustle", "We left. We fed Rustle there, and slept. Then it rained.",
      "We fed Rustle there, and slept."
    ),
    ("We", "We left. They stayed.", "We left."),
    ("stayed", "We left. They stayed.", "They stayed."),
    (
      "Dr. Orlov", "So it was. He asked Dr. Orlov twice! Nobody spoke.", "He asked Dr. Orlov twice!"
    ),
    ("came", "He said: «Go». «She came». It rained.", "«She came»."),
    ("line", "A head\n\nOne line here.\n\nAnother.", "One line here."),
    ("alone", "alone", "alone"),
  ]) func theSentenceIsWhole(_ words: String, _ text: String, _ expected: String) throws {
    #expect(try sentence(words, in: text) == expected)
  }

  @Test func aSentenceOfTheTextsOwnAlphabet() throws {
    let text = "Шёл дождь. Мы видели Степана у реки. Потом стемнело."
    #expect(try sentence("Степана", in: text, .russian) == "Мы видели Степана у реки.")
  }

  @Test func whatIsLongIsCutBetweenWords() throws {
    let text =
      String(repeating: "и вот ", count: 200) + "Степан" + String(repeating: " да", count: 200)
    let found = try sentence("Степан", in: text, .russian, reach: 31)
    #expect(found.utf8.count <= 62 + 12)
    #expect(found.contains("вот Степан да"))
    #expect(!found.hasPrefix(" ") && !found.hasSuffix(" "))
  }

  @Test func aWordWithoutEndIsCutBetweenLetters() throws {
    let text = String(repeating: "ж", count: 500) + "Ы" + String(repeating: "ж", count: 500)
    let found = try sentence("Ы", in: text, .russian, reach: 33)
    #expect(found.utf8.count <= 2 * 67 + 2)
  }
}
