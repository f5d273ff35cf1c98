import Foundation
import Testing

@testable import Redaction

/// A name as the subject of a sentence, wherever it stands in it, is hidden or shown for review: what
/// no dictionary has is never let go in silence.
struct SubjectLawTests {
  private static let sentences: [Language: [String]] = [
    .english: [
      "% left before dawn.", "% and her mother left at noon.", "Then % opened the gate.",
      "We waited by the road. % never came.", "“% knows the way,” he said.",
      "In the cellar % sang to us.",
    ],
    .french: [
      "% est partie avant l'aube.", "% et sa mère sont parties à midi.",
      "Puis % a ouvert la porte.", "Nous avons attendu. % n'est jamais venu.",
      "« % connaît le chemin », a-t-il dit.", "Dans la cave, % chantait pour nous.",
    ],
    .russian: [
      "% ушла до рассвета.", "% и её мать ушли в полдень.", "Потом % открыл ворота.",
      "Мы ждали у дороги. % не пришёл.", "«% знает дорогу», — сказал он.", "В подвале % пела нам.",
    ],
    .ukrainian: [
      "% пішла до світанку.", "% і її мати пішли опівдні.", "Потім % відчинив ворота.",
      "Ми чекали біля дороги. % не прийшов.", "«% знає дорогу», — сказав він.",
      "У підвалі % співала нам.",
    ],
  ]

  @Test(arguments: Reader.allCases, [Language.english, .french, .russian, .ukrainian])
  func noNameIsLetGoInSilence(_ reader: Reader, _ language: Language) throws {
    var random = SeededGenerator(seed: 20_260_731)
    let sentences = try #require(Self.sentences[language])
    let names = try Self.invented(language, count: 150, &random) + Self.known(language)
    let texts = names.map { name in
      (name, sentences.randomElement(using: &random)!.replacing("%", with: name))
    }
    let pipeline = Pipeline(
      policy: try #require(Policy.shipped(named: "press")), people: PeopleFile(), reader: reader)
    var left: [String] = []
    for (name, text) in texts {
      let plan = pipeline.plan([Testimony(id: "t", text: text, language: language)])[0]
      let range = try #require(text.firstRange(of: name))
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      let span = TextSpan(start, start + name.utf8.count)
      // What a list calls public stays: "Said" is a town.
      let decided = plan.decisions.filter { $0.treatment != .keep || $0.recognizer == "public" }
      if !(decided + plan.review).contains(where: { $0.span.overlaps(span) }) { left.append(text) }
    }
    #expect(left.isEmpty, "\(left.joined(separator: "\n"))")
  }

  /// Words that nobody has: syllables, with a capital, in no dictionary of the language.
  private static func invented(
    _ language: Language, count: Int, _ random: inout SeededGenerator
  ) -> [String] {
    let isLatin = language == .english || language == .french
    let consonants =
      isLatin
      ? "b d f g k l m n p r s t v z br tr kl sh".split(separator: " ")
      : "б д г к л м н п р с т в з бр тр кл ш".split(separator: " ")
    let vowels = isLatin ? "a e i o u ai".split(separator: " ") : "а е и о у".split(separator: " ")
    var names: [String] = []
    while names.count < count {
      var word = ""
      for _ in 0..<Int.random(in: 2...3, using: &random) {
        word += consonants.randomElement(using: &random)! + vowels.randomElement(using: &random)!
      }
      word = word.capitalized + (isLatin ? "n" : "н")
      if isNoWord(word, language) { names.append(word) }
    }
    return names
  }

  /// First names of all cultures that pseudonyms are drawn from, where they are no word.
  private static func known(_ language: Language) throws -> [String] {
    let laws = URL(filePath: #filePath).deletingLastPathComponent()
    let table = laws.appending(path: "../../../Sources/CLexicon/Tables/pseudonyms.tsv").standardized
    let column = try #require([.english, .french, .russian, .ukrainian].firstIndex(of: language))
    let lines = try String(contentsOf: table, encoding: .utf8).split(separator: "\n")
    // Those of the gender "s" are surnames.
    let given = lines.map { $0.split(separator: "\t") }.filter { $0[1] != "s" }
    let entries = given.flatMap { $0[2].split(separator: " ") }
    let names = entries.map { String($0.split(separator: "/")[column]) }
    return names.enumerated().filter { $0.offset % 9 == 0 }.map(\.element)
      .filter { isNoWord($0, language) }
  }

  private static func isNoWord(_ word: String, _ language: Language) -> Bool {
    word.allSatisfy(\.isLetter)
      && Array(word.utf8).withUnsafeBufferPointer { bytes in
        Tokenizer.tokens(of: bytes, in: 0..<bytes.count).allSatisfy {
          !Lexicon.embedded.isOrdinary($0, of: bytes, in: language)
            // Ukrainian speech is full of Russian words.
            && (language != .ukrainian
              || !Lexicon.embedded.isOrdinary($0, of: bytes, in: .russian))
        }
      }
  }
}
