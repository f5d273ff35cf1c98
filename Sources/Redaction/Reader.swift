/// Who reads a text: how what leads to somebody is found in it.
///
/// The same text, policy, people, version and reader give the same bytes, whatever machine reads and
/// however many threads there are. What was read by one is not what another would have read, so
/// reports, logs and plans name the reader and its weights:
///
///     "reader": {"kind": "deep", "weights": "sha256:9f86d081884c7d65…"}
public enum Reader: String, Sendable, CaseIterable {
  /// An encoder that has read annotated testimonies, and the rules round it. Finds most, and takes
  /// its time.
  case deep
  /// Rules and a linear model. Many times as fast and finds less: for archives.
  case fast

  /// The digest of everything that was learned from texts, as reports, logs and plans name it:
  /// "sha256:" and 64 hexadecimal digits.
  package static var weights: String {
    let digits = Array("0123456789abcdef".utf8)
    let text = ReaderWeights.digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return "sha256:" + String(decoding: text, as: UTF8.self)
  }

  /// Roughly how many bytes of text one core reads in a second, for saying beforehand how long work
  /// will take.
  package var bytesPerSecond: Int {
    switch self {
    case .deep: 35_000
    case .fast: 3_000_000
    }
  }
}
