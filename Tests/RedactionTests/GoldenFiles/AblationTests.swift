import Testing

@testable import Redaction

/// Every recognizer and every table is there for something: without it some golden sentence comes
/// out otherwise.
@Suite struct AblationTests {
  @Test(arguments: Part.all)
  func someGoldenSentenceNeedsIt(_ part: Recognition.Part) throws {
    let missing = Recognition(part)
    let block = try Sentence.likely(for: part).first { sentence in
      try Recognition.$missing.withValue(missing) {
        try sentence.block.expected.contains {
          try GoldenRun.result(sentence.block, $0.field) != $0.value
        }
      }
    }
    #expect(block != nil, "no golden sentence changes without \(part)")
  }

  @Test func nothingIsMissingOutsideTheTest() {
    #expect(Recognition.missing == nil)
    #expect(Part.recognizers.count > 15)
  }
}

/// What can be left out.
private enum Part {
  /// Those of any shipped policy.
  static let recognizers = Policy.shippedNames.reduce(into: [String]()) { names, policy in
    let pipeline = Pipeline(
      rulesUnder: Policy.shipped(named: policy)!, people: PeopleFile(caseName: "golden", people: [])
    )
    for recognizer in pipeline.recognizers where !names.contains(recognizer.name) {
      names.append(recognizer.name)
    }
  }

  static let languages = Language.allCases.filter { $0 != .none }

  static let all: [Recognition.Part] =
    recognizers.map { .recognizer($0) } + languages.map { .words($0) }
    + [.names, .places, .countries, .diminutives, .pseudonyms]
    + PublicList.Kind.allCases.map { .list($0) }
    + languages.flatMap { language in
      Cue.allCases.filter { cue in
        Vocabulary.of(language).entries.contains { $0.has(cue) }
      }.map { .vocabulary(language, $0) }
    }
}

/// A golden sentence, and what its words are signs of.
private struct Sentence {
  var file: String
  var block: GoldenFile.Block
  var cues: UInt64

  static let all: [Sentence] = (GoldenFile.names(in: "") + GoldenFile.names(in: "ladders"))
    .flatMap { name in
      ((try? GoldenFile(name))?.blocks ?? []).map { block in
        Sentence(file: name, block: block, cues: cues(of: block))
      }
    }

  /// Those that may need a part, the likeliest first.
  static func likely(for part: Recognition.Part) -> [Sentence] {
    switch part {
    case .recognizer("bare figure"):
      first("slavic.txt", of: all.filter { [.russian, .ukrainian].contains($0.block.language) })
    case .recognizer(let name): first("\(name).txt", of: all)
    case .words(let language): all.filter { $0.block.language == language }
    case .vocabulary(let language, let cue):
      first(
        "cues.txt", of: all.filter { $0.block.language == language && $0.cues & cue.bit != 0 })
    case .diminutives: all.filter { !$0.block.people.isEmpty }
    case .names, .pseudonyms: first("person.txt", of: all)
    case .places: first("place.txt", of: all)
    case .countries, .list: first("public.txt", of: all)
    }
  }

  private static func first(_ file: String, of sentences: [Sentence]) -> [Sentence] {
    sentences.filter { $0.file == file } + sentences.filter { $0.file != file }
  }

  private static func cues(of block: GoldenFile.Block) -> UInt64 {
    var found: UInt64 = 0
    Array(block.input.utf8).withUnsafeBufferPointer { bytes in
      Passages.each(in: bytes, language: block.language, reading: .cues) { passage in
        for cue in Cue.allCases
        where (0..<passage.count).contains(where: { passage.mayMatch($0, cue.bit) }) {
          found |= cue.bit
        }
      }
    }
    return found
  }
}
