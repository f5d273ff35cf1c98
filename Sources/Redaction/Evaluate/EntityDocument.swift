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
    package var range: Range<Int>
    package var entity: String
    package var kind: String
    package var identifier: Identifier

    package init(range: Range<Int>, entity: String, kind: String, identifier: Identifier) {
      self.range = range
      self.entity = entity
      self.kind = kind
      self.identifier = identifier
    }
  }

  package var id: String
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
