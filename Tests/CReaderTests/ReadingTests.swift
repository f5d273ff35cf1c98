import CReader
import Testing

/// What is read from pieces. Serialized, since a kernel is forced for the whole process.
@Suite(.serialized)
struct ReadingTests {
  /// Runs some code on each kernel that this machine has, and names it.
  private func onEachPath(_ body: (String) throws -> Void) rethrows {
    defer { reader_force_path(-1) }
    var path: Int32 = 0
    while case let result = reader_force_path(path), result >= 0 {
      if result == 0 { try body(String(cString: reader_path())) }
      path += 1
    }
  }

  /// 1, 2, a few and a window's all but one, exactly, and one more.
  @Test(arguments: [1, 2, 30, 253, 254, 255])
  func everyPathMakesTheSameBits(count: Int) throws {
    let found = Array(pieces(of: .sentences(pieces: count)).prefix(count))
    let expected = try #require(probabilities(of: found, hints: hints(for: found)))
    onEachPath { path in
      let read = probabilities(of: found, hints: hints(for: found))
      #expect(read?.map(\.bitPattern) == expected.map(\.bitPattern), "\(path)")
    }
  }

  @Test func everyNumberOfThreadsMakesTheSameBits() throws {
    let found = pieces(of: .sentences(pieces: 700))
    let expected = try #require(probabilities(of: found))
    for threads: UInt32 in [0, 2, 3, 1000] {
      #expect(probabilities(of: found, threads: threads) == expected)
    }
  }

  @Test func theLabelsOfAPieceAddUpToOne() throws {
    let read = try #require(probabilities(of: pieces(of: .sentences(pieces: 300))))
    for piece in 0..<read.count / Int(READER_LABELS) {
      let labels = read[piece * Int(READER_LABELS)..<(piece + 1) * Int(READER_LABELS)]
      #expect(labels.allSatisfy { (0...1).contains($0) })
      #expect(abs(labels.reduce(0, +) - 1) < 1e-5)
    }
  }

  /// The first 190 pieces stand in the first window alone where a second full one follows.
  @Test func whatFollowsTheFirstWindowDoesNotChangeItsBeginning() throws {
    let found = pieces(of: .sentences(pieces: 700))
    let long = try #require(probabilities(of: found))
    let short = try #require(probabilities(of: Array(found.prefix(444))))
    #expect(short.prefix(190 * Int(READER_LABELS)) == long.prefix(190 * Int(READER_LABELS)))
  }

  @Test func aHintCounts() throws {
    let found = pieces(of: Array("Anna Reed came from Lyon".utf8))
    let none = probabilities(of: found)
    #expect(none == probabilities(of: found, hints: found.map { _ in 0 }))
    #expect(none != probabilities(of: found, hints: found.map { _ in 1 }))
  }

  @Test func piecesAndHintsThatTheWeightsDoNotKnowAreRefused() {
    let stray = [reader_piece(piece: .max, start: 0, end: 1)]
    #expect(probabilities(of: stray) == nil)
    let found = pieces(of: Array("Lyon".utf8))
    #expect(probabilities(of: found, hints: found.map { _ in UInt8(reader_hints()) }) == nil)
    #expect(probabilities(of: []) == [])
  }

  @Test(arguments: [1, 2])
  func theCallerIsToldOfEachWindowAndMayStop(threads: UInt32) {
    let found = pieces(of: .sentences(pieces: 700))
    var read = [Float](repeating: 0, count: found.count * Int(READER_LABELS))
    var told: [Int] = []
    let result = withUnsafeMutablePointer(to: &told) { told in
      reader_read(
        found, nil, found.count, threads, &read, nil,
        { told, done, _ in
          told!.assumingMemoryBound(to: [Int].self).pointee.append(done)
          return done == 2 ? 1 : 0
        }, told)
    }
    #expect(result == READER_STOPPED)
    #expect(told == [1, 2])
  }

  /// What a span means depends on no kernel and changes no probability beside it; what follows from it
  /// and from the words is a distribution over the general words that there are.
  @Test func generalWordsAreShares() throws {
    let found = pieces(of: .sentences(pieces: 300))
    var words = 0
    while reader_general(words) != nil { words += 1 }
    #expect((40...Int(READER_GENERAL)).contains(words))
    var first: [Float]?
    onEachPath { path in
      var read = [Float](repeating: -1, count: found.count * Int(READER_LABELS))
      var meaning = [Float](repeating: -1, count: found.count * Int(READER_MEANING))
      #expect(reader_read(found, nil, found.count, 2, &read, &meaning, nil, nil) == READER_DONE)
      #expect(read == probabilities(of: found), "\(path)")
      #expect(first == nil || first == meaning, "\(path)")
      first = meaning
    }
    let meaning = try #require(first)
    for (span, features) in [(0..<1, []), (3..<7, [1, 7, .max]), (0..<300, [0]), (0..<0, [])]
      as [(Range<Int>, [UInt32])]
    {
      let own = Array(
        meaning[span.lowerBound * Int(READER_MEANING)..<span.upperBound * Int(READER_MEANING)])
      var shares = [Float](repeating: -1, count: Int(READER_GENERAL))
      reader_general_shares(own, span.count, features, features.count, &shares)
      #expect(abs(shares.reduce(0, +) - 1) < 1e-5)
      #expect(shares.allSatisfy { (0...1).contains($0) })
      #expect(shares[words...].allSatisfy { $0 == 0 })
    }
  }

  @Test func labelsAreNamedAndTheWeightsHaveADigest() {
    #expect(String(cString: reader_label(0)!) == "O")
    #expect(String(cString: reader_label(24)!) == "I-PUB")
    #expect(reader_label(25) == nil)
    #expect((0..<32).contains { reader_digest()[$0] != 0 })
    #expect(reader_force_path(99) == -1)
  }
}
