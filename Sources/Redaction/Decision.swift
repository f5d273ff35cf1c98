/// What was decided about one span of a testimony: what the audit log records, one entry each.
///
/// No original text stands in it.
public struct Decision: Sendable, Equatable {
  /// Where, in UTF-8 offsets of the testimony.
  public var span: TextSpan
  /// What the words were taken for.
  public var kind: EntityKind
  /// What is done with them.
  public var treatment: Treatment
  /// What stands in its place; for `.keep`, the empty string.
  public var replacement: String
  /// The people file's id of the person, where there is one.
  public var entity: String?
  /// Which recognizer found it.
  public var recognizer: String
  /// From 0 to 1.
  public var confidence: Double
  /// The rule that decided, and why: "press: protected people".
  public var reason: String

  /// The recognizer of what the check of the output found more to hide.
  static let byCheck = "check"

  /// A decision; nothing of it is checked against a text.
  public init(
    span: TextSpan, kind: EntityKind, treatment: Treatment, replacement: String,
    entity: String? = nil, recognizer: String, confidence: Double, reason: String
  ) {
    self.span = span
    self.kind = kind
    self.treatment = treatment
    self.replacement = replacement
    self.entity = entity
    self.recognizer = recognizer
    self.confidence = confidence
    self.reason = reason
  }
}
