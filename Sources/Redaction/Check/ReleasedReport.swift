/// What `redact --report` said of one document.
public struct ReleasedReport: Sendable {
  /// One decision, with its place in the text that the report holds.
  public struct Entry: Sendable, Equatable {
    /// In Unicode scalars of the original; a public report has none.
    public var input: TextSpan?
    /// In Unicode scalars of the report's text.
    public var output: TextSpan
    /// What the words were taken for.
    public var kind: EntityKind
    /// The treatment's name in reports: keep, suppress, mask, pseudonymize, generalize.
    public var treatment: String
    /// What stands in the report's text there; empty where the words were kept.
    public var replacement: String
    /// The people file's id; a public report has none.
    public var entity: String?
    /// "press: protected people": the policy, and why.
    public var reason: String

    /// A decision as a line of a report gives it; spans count Unicode scalars.
    public init(
      input: TextSpan?, output: TextSpan, kind: EntityKind, treatment: String,
      replacement: String, entity: String?, reason: String
    ) {
      self.input = input
      self.output = output
      self.kind = kind
      self.treatment = treatment
      self.replacement = replacement
      self.entity = entity
      self.reason = reason
    }
  }

  /// The name of the report's file, for messages.
  public let name: String
  /// The document's name.
  public let id: String
  /// The redacted text as it was when the report was written.
  public let text: [UInt8]
  /// In order of position, disjoint.
  public let entries: [Entry]

  /// - Precondition: entries are in order and inside the text.
  public init(name: String, id: String, text: [UInt8], entries: [Entry]) {
    self.name = name
    self.id = id
    self.text = text
    self.entries = entries
  }

  /// The policy that the decisions name; nil where they name none, or several.
  public var policyName: String? {
    let names = Set(
      entries.compactMap { entry in
        entry.reason.firstIndex(of: ":").map { String(entry.reason[..<$0]) }
      })
    return names.count == 1 ? names.first : nil
  }

  /// Whether the report has neither positions in the original nor people's ids.
  public var isPublic: Bool { entries.allSatisfy { $0.input == nil && $0.entity == nil } }

  /// Where the entries stand in the report's text, in UTF-8 offsets.
  func byteSpans() -> [TextSpan] {
    var scalar = 0
    var offset = 0
    func bytes(upTo wanted: Int) -> Int {
      while scalar < wanted, offset < text.count {
        offset += 1
        while offset < text.count, text[offset] & 0xC0 == 0x80 { offset += 1 }
        scalar += 1
      }
      return offset
    }
    return entries.map { entry in
      let start = bytes(upTo: entry.output.start)
      return TextSpan(start, bytes(upTo: entry.output.end))
    }
  }
}
