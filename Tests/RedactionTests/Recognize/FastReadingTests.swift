import Testing

@testable import Redaction

struct FastReadingTests {
  private func passages(_ text: String, _ body: (Passage) -> Void) {
    Array(text.utf8).withUnsafeBufferPointer {
      Passages.each(in: $0, language: .english, reading: .facts, body)
    }
  }

  /// Work for a token is bounded, whatever the text: by so many rows, and by what is near.
  @Test(arguments: ["x", "N ", "Anna-Maria Petrova ", "Pаvеl ", "1,"])
  func aTokenHasFewFeatures(_ pattern: String) {
    passages(String(repeating: pattern, count: 5_000)) { passage in
      let features = LinearFeatures(passage, [], mayStand: { _ in false })
      for token in passage.tokens.indices {
        var numbers: [UInt32] = []
        features.text(token, into: &numbers)
        features.rules(token, into: &numbers)
        #expect((40...200).contains(numbers.count))
        #expect(numbers.allSatisfy { $0 < LinearFeatures.range })
      }
    }
  }

  @Test func aTokenSeesFourNeighboursAndNoMore() {
    var first: [UInt32] = []
    for end in ["slowly", "quickly"] {
      passages("He walked home with his old brother and all of them \(end)") { passage in
        var numbers: [UInt32] = []
        LinearFeatures(passage, [], mayStand: { _ in false }).text(5, into: &numbers)
        if first.isEmpty { first = numbers }
        #expect(numbers == first)
      }
    }
  }

  /// What is made of a name takes longer than the name.
  @Test func noSpanThatIsReadIsEndless() {
    passages(String(repeating: "Pаvеl ", count: 2_000)) { passage in
      var word = WordReading()
      (word.hidden, word.kind) = (0.9, .person)
      let spans = ReadSpan.find(
        in: passage, [WordReading](repeating: word, count: passage.count), mask: .usualMask,
        review: .usualReview)
      #expect(spans.allSatisfy { $0.last - $0.first <= 64 })
      #expect(spans.reduce(0) { $0 + $1.last - $1.first + 1 } == passage.count)
    }
  }

  @Test func whatWasFoundIsSeen() {
    passages("He met Anna there") { passage in
      let mention = Mention(
        span: passage[2].span, kind: .person, recognizer: "person", confidence: 0.9, why: "")
      let without = FastReading.words(
        of: passage, LinearFeatures(passage, [], mayStand: { _ in false }))
      let with = FastReading.words(
        of: passage, LinearFeatures(passage, [mention], mayStand: { _ in false }))
      #expect(with[2].hidden > without[2].hidden && with[2].kind == .person)
    }
  }

  @Test func theSameIsReadWithAnyNumberOfJobs() throws {
    let press = try #require(Policy.shipped(named: "press"))
    let text = "My sister Mirela, a midwife, left Otok on 4 May 2021.\n"
    let testimony = Testimony(
      id: "t", text: String(repeating: text, count: 40), language: .english)
    let decisions = [1, 2, 7].map {
      Pipeline(policy: press, people: PeopleFile(), reader: .fast, jobs: $0).plan([testimony])[0]
        .decisions
    }
    #expect(decisions[0].count > 40)
    #expect(decisions.allSatisfy { $0.map(\.span) == decisions[0].map(\.span) })
  }
}
