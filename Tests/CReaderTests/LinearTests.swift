import CReader
import Cryptography
import Testing

/// The linear model: what it adds up, and what it makes of that.
struct LinearTests {
  private static let width = Int(READER_ADDED)

  /// The sums of tokens with these features.
  private func added(_ tokens: [[UInt32]]) -> [Float] {
    var ends: [UInt32] = []
    for token in tokens { ends.append((ends.last ?? 0) + UInt32(token.count)) }
    var added = [Float](repeating: -1, count: tokens.count * Self.width)
    reader_linear(tokens.flatMap { $0 }, ends, tokens.count, &added)
    return added
  }

  private func probabilities(_ added: [Float]) -> [Float] {
    let tokens = added.count / Self.width
    var scratch = added
    var said = [Float](repeating: -1, count: tokens * Int(READER_LABELS))
    reader_linear_labels(added, tokens, &scratch, &said)
    return said
  }

  /// Tokens with as many features as real ones; some are beyond the table.
  private func tokens(_ count: Int) -> [[UInt32]] {
    var random = Seeded(state: 7)
    return (0..<count).map { _ in
      (0..<60).map { _ in UInt32.random(in: 0..<1_100_000, using: &random) }
    }
  }

  /// The oracle: every feature by itself, added one by one.
  @Test func sumsAreThoseOfTheFeaturesAlone() {
    for token in tokens(40) {
      var expected = [Float](repeating: 0, count: Self.width)
      for feature in token {
        for (label, weight) in added([[feature]]).enumerated() { expected[label] += weight }
      }
      for (sum, slow) in zip(added([token]), expected) { #expect(abs(sum - slow) < 1e-4) }
    }
  }

  @Test func tokensDoNotChangeEachOthersSums() {
    let some = tokens(300)
    #expect(added(some) == some.flatMap { added([$0]) })
    #expect(added([[], [UInt32.max]]) == [Float](repeating: 0, count: 2 * Self.width))
  }

  @Test func labelsAddUpToOneAndSeeThreeTokensFar() {
    let sums = added(tokens(20))
    let said = probabilities(sums)
    let labels = Int(READER_LABELS)
    for token in 0..<20 {
      let own = said[token * labels..<(token + 1) * labels]
      #expect(own.allSatisfy { (0...1).contains($0) } && abs(own.reduce(0, +) - 1) < 1e-5)
    }
    var other = sums
    for label in 0..<labels { other[label] += label == 3 ? 9 : 0 }
    #expect(probabilities(other).dropFirst(4 * labels) == said.dropFirst(4 * labels))
  }

  /// After other weights were put in, `seal` of Scripts/reader/weights.py has to be called.
  @Test func theDigestOfAllModelsIsTheOneOfTheirDigests() throws {
    let digests: [UInt8] = [reader_digest(), reader_linear_digest(), reader_general_digest()]
      .flatMap {
        Array(UnsafeBufferPointer(start: $0, count: 32))
      }
    #expect(
      try SHA256.digest(digests)
        == Array(UnsafeBufferPointer(start: reader_digest_of_all(), count: 32)))
  }
}
