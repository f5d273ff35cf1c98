/// A document annotated by entities, as the Text Anonymization Benchmark has them (Pilán and others
/// 2022): several annotators, each with mentions of entities.
package struct EntityDocument: Sendable {
  /// What an annotator says of a mention.
  package enum Identifier: String, Sendable {
    case direct = "DIRECT"
    case quasi = "QUASI"
    case none = "NO_MASK"
  }

  /// One mention.
  package struct Mention: Sendable {
    /// Where it stands, in Unicode scalars of the document.
    package var range: Range<Int>
    /// Whose mention it is: the same for all mentions of one entity by one annotator.
    package var entity: String
    /// The benchmark's word for its kind, such as "PERSON" or "LOC".
    package var kind: String
    /// Whether it has to be masked, and why.
    package var identifier: Identifier

    /// A mention by one annotator.
    package init(range: Range<Int>, entity: String, kind: String, identifier: Identifier) {
      self.range = range
      self.entity = entity
      self.kind = kind
      self.identifier = identifier
    }
  }

  /// The document's name in the benchmark.
  package var id: String
  /// By scalars, since the benchmark counts offsets in them.
  package var text: [Unicode.Scalar]
  /// The text as UTF-8.
  package var utf8: [UInt8] { Array(String(String.UnicodeScalarView(text)).utf8) }
  /// The mentions of each annotator, in the order of the file.
  package var annotators: [[Mention]]

  /// Nil where a mention stands outside the text.
  package init?(id: String, text: [Unicode.Scalar], annotators: [[Mention]]) {
    guard annotators.joined().allSatisfy({ $0.range.upperBound <= text.count }) else { return nil }
    self.id = id
    self.text = text
    self.annotators = annotators
  }
}
