/// Something of the original that still shows in a redacted text.
public struct LeakFinding: Sendable, Equatable {
  public enum Check: String, Sendable {
    /// A form of a protected person's name.
    case protectedName = "protected-name"
    /// The same words that a decision replaced, standing elsewhere.
    case maskedOriginal = "masked-original"
  }
  public let check: Check
  public let kind: EntityKind
  /// Where it stands in the redacted text, in UTF-8 offsets.
  public let span: TextSpan
  /// The people file's id of the person, where there is one.
  public let entity: String?
}
