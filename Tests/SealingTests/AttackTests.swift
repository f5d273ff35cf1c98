import Sealing
import Testing

/// What somebody can do to a sealed file without a key. What comes out is always a beginning of
/// what was sealed, and an error says that it is not all.
struct AttackTests {
  private let sample: SealedSample
  private let chunk = SealedSample.chunk

  init() throws { sample = try SealedSample(count: 3 * SealedSample.chunk + 1000) }

  private func expectRefused(
    _ file: [UInt8], chunks: Int, _ error: SealingError,
    _ place: SourceLocation = #_sourceLocation
  ) {
    let (released, found) = sample.open(file)
    #expect(found == error, sourceLocation: place)
    #expect(released.count == chunks * chunk, sourceLocation: place)
    #expect(released == Array(sample.plain.prefix(released.count)), sourceLocation: place)
  }

  @Test func untouchedFileOpens() {
    let (released, error) = sample.open(sample.file)
    #expect(error == nil)
    #expect(released == sample.plain)
  }

  @Test func truncationAtEveryEdgeIsSeen() {
    for number in 0...3 {
      let start = sample.range(ofChunk: number).lowerBound
      for cut in [start - 1, start, start + 1, start + 15, start + 16, start + 17] {
        let (released, error) = sample.open(Array(sample.file.prefix(cut)))
        #expect(error?.part == (cut < sample.firstChunk ? .header : .payload), "cut at \(cut)")
        #expect(released == Array(sample.plain.prefix(released.count)))
        #expect(released.count < sample.plain.count)
      }
    }
    #expect(sample.open(Array(sample.file.dropLast())).error == .damaged(chunk: 3))
  }

  @Test func truncatedHeaderIsSeen() {
    for cut in 0..<sample.payloadStart {
      let (released, error) = sample.open(Array(sample.file.prefix(cut)))
      #expect(error?.part == .header)
      #expect(released.isEmpty)
    }
  }

  @Test func everyBitOfTheHeaderCounts() {
    for index in 0..<sample.payloadStart {
      for bit in 0..<8 {
        var file = sample.file
        file[index] ^= 1 << bit
        let (released, error) = sample.open(file)
        #expect(error != nil, "byte \(index), bit \(bit)")
        #expect(released.isEmpty)
      }
    }
  }

  @Test func everyRegionOfThePayloadCounts() {
    for index in sample.payloadStart..<sample.firstChunk {
      var file = sample.file
      file[index] ^= 1
      expectRefused(file, chunks: 0, .damaged(chunk: 0))
    }
    for number in 0...3 {
      let range = sample.range(ofChunk: number)
      for index in [0, 1, range.count / 2, range.count - 17, range.count - 16, range.count - 1] {
        var file = sample.file
        file[range.lowerBound + index] ^= 0x80
        expectRefused(file, chunks: number, .damaged(chunk: number))
      }
    }
  }

  @Test func swappedChunksAreSeen() {
    var file = sample.file
    let (first, second) = (sample.range(ofChunk: 0), sample.range(ofChunk: 1))
    file.replaceSubrange(
      first.lowerBound..<second.upperBound,
      with: sample.file[second] + sample.file[first])
    expectRefused(file, chunks: 0, .damaged(chunk: 0))
  }

  @Test func doubledChunkIsSeen() {
    var file = sample.file
    file.insert(
      contentsOf: sample.file[sample.range(ofChunk: 1)],
      at: sample.range(ofChunk: 2).lowerBound)
    expectRefused(file, chunks: 2, .damaged(chunk: 2))
  }

  @Test func droppedChunkIsSeen() {
    var file = sample.file
    file.removeSubrange(sample.range(ofChunk: 1))
    expectRefused(file, chunks: 1, .damaged(chunk: 1))
  }

  @Test func missingFinalChunkIsSeen() {
    expectRefused(
      Array(sample.file[..<sample.range(ofChunk: 3).lowerBound]), chunks: 3, .truncated(chunk: 3))
  }

  @Test func trailingBytesAreSeen() throws {
    expectRefused(sample.file + [0], chunks: 3, .damaged(chunk: 3))
    let whole = try SealedSample(count: 2 * chunk)
    let (released, error) = whole.open(whole.file + [0])
    #expect(error == .trailingBytes)
    #expect(released == whole.plain)
  }

  @Test func secondFileBehindTheFirstIsSeen() throws {
    let (_, error) = sample.open(sample.file + sample.file)
    #expect(error?.part == .payload)
  }

  @Test func payloadOfAnotherFileIsSeen() throws {
    let other = try Sealer.seal(sample.plain, to: [sample.identity.recipient])
    let file = sample.file[..<sample.payloadStart] + other[sample.payloadStart...]
    expectRefused(Array(file), chunks: 0, .damaged(chunk: 0))
  }

  @Test func otherKeyOpensNothing() throws {
    let other = try X25519Identity()
    let (released, error) = attempt(sample.file, with: [other])
    #expect(error == .noIdentityMatches(isPassphrase: false))
    #expect(released.isEmpty)
  }

  /// Nothing in the format tells who sealed a file: that it opens is no proof of its origin.
  @Test func forgedFileOpens() throws {
    let forged = try Sealer.seal([1, 2, 3], to: [sample.identity.recipient])
    #expect(sample.open(forged).released == [1, 2, 3])
  }

  @Test func piecesOfAnySizeGiveTheSame() throws {
    for piece in [1, 7, 16, 65535, 65536, 65537, 65552, 65553, 200_000] {
      var released: [UInt8] = []
      var opener = Opener(with: [sample.identity])
      for start in stride(from: 0, to: sample.file.count, by: piece) {
        let part = Array(sample.file[start..<min(start + piece, sample.file.count)])
        try part.withUnsafeBytes { try opener.take($0) { released += $0 } }
      }
      try opener.finish { released += $0 }
      #expect(released == sample.plain)
    }
  }
}
