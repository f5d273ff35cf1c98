internal import CReader

/// The linear model: what it says of each token of a passage.
enum FastReading {
  /// So many tokens are read at a time; what comes out does not depend on it.
  private static let batch = 256
  private static let labels = Int(READER_LABELS)

  /// One reading for each token.
  static func words(of passage: Passage, _ features: LinearFeatures) -> [WordReading] {
    var words = [WordReading](repeating: WordReading(), count: passage.count)
    var numbers: [UInt32] = []
    var ends: [UInt32] = []
    numbers.reserveCapacity(batch * 96)
    ends.reserveCapacity(batch)
    var said = [Float](repeating: 0, count: batch * labels)
    var first = 0
    while first < words.count {
      let last = min(first + batch, words.count)
      numbers.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
      for token in first..<last {
        features.text(token, into: &numbers)
        features.rules(token, into: &numbers)
        ends.append(UInt32(numbers.count))
      }
      reader_linear(numbers, ends, last - first, &said)
      for token in first..<last {
        let from = (token - first) * labels
        DeepReading.note(said[from..<from + labels], isFirst: true, in: &words[token])
      }
      first = last
    }
    return words
  }
}
