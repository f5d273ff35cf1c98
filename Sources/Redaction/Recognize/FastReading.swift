internal import CReader

/// The linear model: what it says of each token of a passage.
enum FastReading {
  /// So many tokens are read at a time; what comes out does not depend on it.
  private static let batch = 256
  private static let labels = Int(READER_LABELS)
  private static let width = Int(READER_ADDED)

  /// One reading for each token.
  static func words(of passage: Passage, _ features: LinearFeatures) -> [WordReading] {
    var words = [WordReading](repeating: WordReading(), count: passage.count)
    var numbers: [UInt32] = []
    var ends: [UInt32] = []
    numbers.reserveCapacity(batch * 96)
    ends.reserveCapacity(batch)
    var added = [Float](repeating: 0, count: words.count * width)
    for first in stride(from: 0, to: words.count, by: batch) {
      let tokens = first..<min(first + batch, words.count)
      numbers.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
      for token in tokens {
        features.text(token, into: &numbers)
        features.rules(token, into: &numbers)
        ends.append(UInt32(numbers.count))
      }
      added.withUnsafeMutableBufferPointer {
        guard let base = $0.baseAddress else { return }
        reader_linear(numbers, ends, tokens.count, base + first * width)
      }
    }
    var scratch = added
    var said = [Float](repeating: 0, count: words.count * labels)
    reader_linear_labels(added, words.count, &scratch, &said)
    for token in words.indices {
      DeepReading.note(
        said[token * labels..<(token + 1) * labels], isFirst: true, in: &words[token])
    }
    return words
  }
}
