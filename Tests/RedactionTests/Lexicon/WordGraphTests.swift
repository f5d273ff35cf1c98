import CLexicon
import Foundation
import Testing

@testable import Redaction

/// SplitMix64: the same choices in every run.
private struct Choices {
  var state: UInt64
  mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }
}

/// Every word of a graph, read plainly from its bytes by what CLexicon.h says.
private struct PlainReading {
  private let bytes: [UInt8]
  private let letters: [String]
  let edges: Int

  init(_ graph: UndersealFile) {
    bytes = Array(UnsafeRawBufferPointer(start: graph.bytes, count: graph.count))
    let isCyrillic = bytes[12] == 1
    let range = isCyrillic ? 0x430...0x45F : 0x61...0x7A
    letters = range.map { String(Unicode.Scalar($0)!) } + (isCyrillic ? ["ґ", "'"] : [])
    edges = (bytes.count - 28) / 4
  }

  private func edge(_ index: Int) -> (letter: Int, last: Bool, end: Bool, target: Int) {
    let at = 28 + 4 * index
    let target = Int(bytes[at + 1]) | Int(bytes[at + 2]) << 8 | Int(bytes[at + 3]) << 16
    return (Int(bytes[at] & 63), bytes[at] & 64 != 0, bytes[at] & 128 != 0, target)
  }

  /// The number of words that can be read from a node, by node.
  func counted() -> Int {
    var known: [Int: Int] = [:]
    func count(_ start: Int) -> Int {
      if let found = known[start] { return found }
      var (sum, index) = (0, start)
      while true {
        let found = edge(index)
        sum += (found.end ? 1 : 0) + (found.target == 0 ? 0 : count(found.target))
        if found.last { break }
        index += 1
      }
      known[start] = sum
      return sum
    }
    return (0..<64).reduce(0) { sum, index in
      let found = edge(index)
      return sum + (found.end ? 1 : 0) + (found.target == 0 ? 0 : count(found.target))
    }
  }

  /// A word, found by taking one way after another at random.
  func word(_ choices: inout Choices) -> String {
    var word = ""
    var node = (0..<64).filter { edge($0).target != 0 || edge($0).end }
    while true {
      let found = edge(node[choices.next(node.count)])
      word += letters[found.letter - 1]
      if found.target == 0 || found.end && choices.next(3) == 0 { return word }
      var end = found.target
      while !edge(end).last { end += 1 }
      node = Array(found.target...end)
    }
  }

  func contains(_ word: String) -> Bool {
    var candidates = Array(0..<64)
    var isWord = false
    for scalar in word.unicodeScalars {
      guard let letter = letters.firstIndex(of: String(scalar)),
        let found = candidates.map(edge).first(where: { $0.letter == letter + 1 })
      else { return false }
      isWord = found.end
      candidates = []
      guard found.target != 0 else { continue }
      var end = found.target
      while !edge(end).last { end += 1 }
      candidates = Array(found.target...end)
    }
    return isWord
  }
}

@Suite struct WordGraphTests {
  private func graph(_ language: Language) throws -> UndersealFile {
    try #require(LanguageData.graph(language))
  }

  private func isIn(_ graph: WordGraph, _ word: String) -> Bool {
    Array(word.utf8).withUnsafeBufferPointer { graph.contains($0) }
  }

  @Test(arguments: Language.written)
  func everyGraphIsSoundAndHoldsAsManyWordsAsItSays(_ language: Language) throws {
    let kind = try graph(language)
    #expect(WordGraph.isSound(kind))
    let count = WordGraph(kind).count
    #expect(count > 100_000)
    #expect(PlainReading(kind).counted() == count)
  }

  /// Words by a walk at random, as they are, in capitals, and with one letter changed.
  @Test(arguments: Language.written)
  func lookupsAgreeWithAPlainReading(_ language: Language) throws {
    let kind = try graph(language)
    let (graph, plain) = (WordGraph(kind), PlainReading(kind))
    var choices = Choices(state: 7)
    for _ in 0..<400 {
      let word = plain.word(&choices)
      #expect(isIn(graph, word) && isIn(graph, word.uppercased()), "\(word)")
      #expect(graph.walk(word.utf8).isWord)
      var letters = Array(word)
      letters[choices.next(letters.count)] = Array(plain.word(&choices))[0]
      let changed = String(letters)
      #expect(isIn(graph, changed) == plain.contains(changed), "\(changed)")
      let (head, tail) = (changed.prefix(2), changed.dropFirst(2))
      #expect(
        graph.walk(from: graph.walk(head.utf8), tail.utf8).isWord == plain.contains(changed))
    }
  }

  /// Words put together of letters at random are hardly ever words, and never where they are none.
  @Test(arguments: Language.written)
  func lettersAtRandomAgreeWithAPlainReading(_ language: Language) throws {
    let kind = try graph(language)
    let (graph, plain) = (WordGraph(kind), PlainReading(kind))
    let alphabet = Array(!language.isSlavic ? "etaoinshrdlu" : "оеаинтсрвлкм")
    var choices = Choices(state: 11)
    var found = 0
    for _ in 0..<3_000 {
      let word = String((0..<(2 + choices.next(6))).map { _ in alphabet[choices.next(12)] })
      #expect(isIn(graph, word) == plain.contains(word), "\(word)")
      if plain.contains(word) { found += 1 }
    }
    #expect((20..<1_500).contains(found))
  }

  @Test(arguments: [
    (Language.french, "Été", true), (.french, "e\u{301}te\u{301}", true), (.french, "œuvre", true),
    (.french, "ŒUVRE", true), (.french, "ÉTÉQ", false), (.english, "ｗａｒ", true),
    (.english, "w\u{AD}ar", true), (.english, "w\u{430}r", true), (.english, "don't", false),
    (.english, "", false), (.russian, "Ещё", true), (.russian, "мо\u{438}\u{306}", true),
    (.russian, "вoйна", true), (.russian, "war", false), (.ukrainian, "п’ять", true),
    (.ukrainian, "П'ЯТЬ", true), (.ukrainian, "п\u{2BC}ять", true), (.ukrainian, "ґанок", true),
    (.ukrainian, "Ґанок", true), (.ukrainian, "ганокґ", false), (.ukrainian, "м'", false),
    (.ukrainian, "Їжак", true), (.russian, "вой\u{200B}на", true), (.russian, "", false),
  ])
  func spellingsAreFoldedOnTheWay(_ language: Language, _ word: String, _ isKnown: Bool) throws {
    #expect(isIn(try #require(Lexicon.embedded.words(of: language)), word) == isKnown)
    let folded = Fold.bytes(Array(word.utf8))
    #expect(Lexicon.embedded.words(of: language)?.walk(folded).isWord == isKnown)
  }
}
