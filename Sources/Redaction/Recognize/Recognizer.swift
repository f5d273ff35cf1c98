/// Finds one sort of thing in a passage. Never throws, never decides: it says what it saw.
protocol Recognizer: Sendable {
  /// The name that decisions give.
  var name: String { get }
  /// Appends what it finds, in any order.
  func find(in passage: Passage, into mentions: inout [Mention])
}

extension Recognizer {
  /// A mention from the first byte of token `first` to the last byte of token `last`.
  func mention(
    _ passage: Passage, _ first: Int, _ last: Int, _ kind: EntityKind, _ why: String,
    confidence: Double = 0.9, detail: Mention.Detail = .none, isPublic: Bool = false
  ) -> Mention {
    Mention(
      span: TextSpan(Int(passage[first].start), Int(passage[last].end)), kind: kind,
      recognizer: name, confidence: confidence, why: why, detail: detail, isPublic: isPublic)
  }
}
