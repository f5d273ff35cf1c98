import CReader
import Testing

/// How text is split into pieces.
struct PieceTests {
  @Test func aTextOfNothingHasNoPieces() {
    #expect(reader_pieces([], 0, nil, 0) == 0)
  }

  @Test func boundsAreThoseOfTheWordsWithoutTheirSpaces() {
    let text = Array("  Ira   came\n".utf8)
    let covered = Set(pieces(of: text).flatMap { $0.start..<$0.end })
    #expect(covered.isSuperset(of: [2, 3, 4, 8, 9, 10, 11]))
    #expect(covered.isDisjoint(with: [5, 6, 7]))
  }

  @Test func noMoreIsWrittenThanThereIsRoomFor() {
    let text = Array("One two three four five".utf8)
    let all = pieces(of: text)
    var some = [reader_piece](repeating: reader_piece(piece: 7, start: 7, end: 7), count: 3)
    #expect(reader_pieces(text, text.count, &some, 2) == all.count)
    #expect(some[0].piece == all[0].piece && some[1].end == all[1].end && some[2].piece == 7)
  }

  @Test func aNULIsACharacterLikeOthers() {
    let found = pieces(of: Array("a\0b".utf8))
    #expect(found.map(\.end).max() == 3)
    #expect(found.contains { $0.start <= 1 && $0.end == 2 })
  }

  /// Each byte that is not UTF-8 is a U+FFFD, which the normalisation takes for a space.
  @Test func whatIsNotUTF8StandsBetweenWords() {
    let texts: [[UInt8]] = [[0xFF], [0xE2, 0x96], [0xC0, 0x80], [0xED, 0xA0], [0xF4, 0x90]]
    let spaced = pieces(of: Array("a b".utf8)).map(\.piece)
    for wrong in texts {
      #expect(pieces(of: [0x61] + wrong + [0x62]).map(\.piece) == spaced)
      #expect(pieces(of: wrong).count == 1)
    }
  }

  /// A word is split the same way whatever stands before it.
  @Test func aWordIsSplitTheSameWayWhereverItStands() {
    let word = " Зеленодольськ,".utf8
    let alone = pieces(of: Array(word)).map(\.piece)
    let behind = pieces(of: .sentences(pieces: 500).dropLast() + word).map(\.piece)
    #expect(behind.suffix(alone.count) == alone[...])
  }

  @Test(arguments: [1, 2, 3])
  func randomTextIsCoveredBetweenCharacters(seed: UInt64) {
    var random = Seeded(state: seed)
    for _ in 0..<300 {
      let text = Self.text(from: &random)
      let bytes = Array(text.utf8)
      var bounds: Set<UInt32> = [UInt32(bytes.count)]
      var uncovered: Set<UInt32> = []
      var place: UInt32 = 0
      for scalar in text.unicodeScalars {
        bounds.insert(place)
        let size = UInt32(UTF8.width(scalar))
        if !Self.mayVanish(scalar) { uncovered.formUnion(place..<place + size) }
        place += size
      }
      var last: UInt32 = 0
      for piece in pieces(of: bytes) {
        #expect(bounds.contains(piece.start) && bounds.contains(piece.end))
        #expect(piece.start < piece.end && piece.start >= last)
        last = piece.start
        uncovered.subtract(piece.start..<piece.end)
      }
      #expect(uncovered.isEmpty)
    }
  }

  @Test func oneWordOfAMegabyteTakesNoLongerThanOthers() {
    let word = [UInt8](repeating: 0x78, count: 1 << 20)
    let found = pieces(of: word)
    #expect(found.first?.start == 0 && found.last?.end == 1 << 20)
    let marks = Array(String(repeating: "e\u{301}", count: 1 << 16).utf8)
    #expect(pieces(of: marks).last?.end == UInt32(marks.count))
  }

  /// Spaces, and what the normalisation takes for one or for nothing.
  private static func mayVanish(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: true
    default: scalar.properties.isWhitespace || scalar.value == 0x2581 || Self.spacing(scalar)
    }
  }

  /// Whether the compatibility form of a character begins with or is a space: U+00A8 and its like.
  private static func spacing(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || [0xFFFD, 0xFFA0, 0x3164].contains(scalar.value)
  }

  /// Some scalars of all planes, most of them of ours.
  private static func text(from random: inout Seeded) -> String {
    var scalars = String.UnicodeScalarView()
    let ranges: [ClosedRange<UInt32>] = [
      0...0x7F, 0x20...0x7E, 0xA0...0x17F, 0x300...0x36F, 0x400...0x4FF, 0x2000...0x206F,
      0x3040...0x30FF, 0xAC00...0xACFF, 0xFE00...0xFFFF, 0x1F600...0x1F64F, 0x80...0x10FFFF,
    ]
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      let range = ranges[Int.random(in: 0..<ranges.count, using: &random)]
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
