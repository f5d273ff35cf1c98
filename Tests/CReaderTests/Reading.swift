import CReader

/// The pieces of a text.
func pieces(of text: [UInt8]) -> [reader_piece] {
  let count = reader_pieces(text, text.count, nil, 0)
  var found = [reader_piece](repeating: reader_piece(), count: count)
  precondition(reader_pieces(text, text.count, &found, count) == count)
  return found
}

/// The probabilities of pieces; nil where the reader refuses.
func probabilities(
  of pieces: [reader_piece], hints: [UInt8]? = nil, threads: UInt32 = 1
) -> [Float]? {
  var read = [Float](repeating: -1, count: pieces.count * Int(READER_LABELS))
  let result = reader_read(pieces, hints, pieces.count, threads, &read, nil, nil, nil)
  return result == READER_DONE ? read : nil
}

/// Hints that look like some.
func hints(for pieces: [reader_piece]) -> [UInt8] {
  pieces.indices.map { $0 % 7 == 3 ? UInt8($0 % reader_hints()) : 0 }
}

/// Random numbers that are the same in every run (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}

extension [UInt8] {
  /// Text of some sentences that together have at least so many pieces.
  static func sentences(pieces: Int) -> [UInt8] {
    let names = ["Олена Ткач", "Jean Moreau", "Сергей Иванович", "Anna Reed", "м. Буча", "Lyon"]
    var text: [UInt8] = []
    var n = 0
    while reader_pieces(text, text.count, nil, 0) < pieces {
      text += Array("\(names[n % 6]), \(n * 37 % 91), le 3 мая 20\(10 + n % 14); ".utf8)
      n += 1
    }
    return text
  }
}
