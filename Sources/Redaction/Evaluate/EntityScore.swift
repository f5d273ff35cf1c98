/// Entity recall and token precision by the definitions of Pilán and others (2022): an entity is
/// masked where all of its mentions that need it are.
package struct EntityScore: Sendable {
  /// So many of so many.
  package typealias Share = ProtectionScore.Share

  /// How many documents were taken in.
  package var documents = 0
  /// Documents with an entity that identifies directly and is not masked.
  package var exposed = 0
  /// Of the entities that identify by themselves, those that are masked whole.
  package var directEntities = Share()
  /// The same of those that identify together with others.
  package var quasiEntities = Share()
  /// Of the mentions of entities that identify by themselves, those that are covered.
  package var directMentions = Share()
  /// The same of those that identify together with others.
  package var quasiMentions = Share()
  /// Of the words in mentions of entities to be masked, those that are covered.
  package var tokens = Share()
  /// Masked tokens that lie in a mention to be masked, and in any mention.
  package var precise = Share()
  /// Masked tokens that lie in mentions of any sort, whether or not they need masking.
  package var identifying = Share()
  /// Masked spans that lie in a mention to be masked.
  package var preciseSpans = Share()
  /// Of all tokens, those that are masked.
  package var masked = Share()
  /// Entities and their mentions by kind.
  package var kinds: [String: (entities: Share, mentions: Share)] = [:]
  /// In the order in which documents were taken in.
  package private(set) var misses: [Miss] = []

  /// A mention that needs masking and is not masked.
  package struct Miss: Sendable {
    /// The position of the document, from 0.
    package var document: Int
    /// The kind of the entity's first mention.
    package var kind: String
    /// Whether the entity identifies by itself.
    package var isDirect: Bool
    /// Where it stands, in Unicode scalars of the document.
    package var range: Range<Int>
  }

  /// A score of nothing.
  package init() {}

  /// Entities of both kinds together.
  package var entities: Share { Self.sum(directEntities, quasiEntities) }
  /// Their mentions.
  package var mentions: Share { Self.sum(directMentions, quasiMentions) }
  /// The harmonic mean of entity recall and token precision.
  package var f1: Double {
    guard let recall = entities.value, let precision = precise.value, recall > 0, precision > 0
    else { return 0 }
    return 2 * recall * precision / (recall + precision)
  }

  private static func sum(_ a: Share, _ b: Share) -> Share {
    Share(part: a.part + b.part, whole: a.whole + b.whole)
  }

  private struct Entity {
    var isDirect: Bool
    var kind: String
    var mentions: [EntityDocument.Mention] = []
    var needsMasking: Bool { mentions.contains { $0.identifier != .none } }
  }

  /// Takes one document in.
  package mutating func add(_ document: EntityDocument, _ redacted: RedactedDocument) {
    let text = document.text
    let masked = redacted.covered(count: text.count)
    var isExposed = false
    for mentions in document.annotators {
      for entity in Self.entities(mentions) where entity.needsMasking {
        if count(entity, text, masked), entity.isDirect { isExposed = true }
      }
    }
    documents += 1
    if isExposed { exposed += 1 }
    countPrecision(document, redacted, masked)
  }

  /// An annotator's entities in the order of their first mentions, which say what they are.
  private static func entities(_ mentions: [EntityDocument.Mention]) -> [Entity] {
    var places: [String: Int] = [:]
    var entities: [Entity] = []
    for mention in mentions {
      if places[mention.entity] == nil {
        places[mention.entity] = entities.count
        entities.append(Entity(isDirect: mention.identifier == .direct, kind: mention.kind))
      }
      if let place = places[mention.entity] { entities[place].mentions.append(mention) }
    }
    return entities
  }

  /// Counts an entity; returns whether it shows.
  private mutating func count(
    _ entity: Entity, _ text: [Unicode.Scalar], _ masked: [Bool]
  ) -> Bool {
    var isMasked = true
    var found = Share()
    for mention in entity.mentions {
      let isCovered = Self.isCovered(mention.range, text, masked)
      found.count(isCovered)
      for token in WordScalars.words(text, in: mention.range) {
        tokens.count(Self.isCovered(token, text, masked))
      }
      if mention.identifier != .none, !isCovered {
        isMasked = false
        misses.append(
          Miss(
            document: documents, kind: entity.kind, isDirect: entity.isDirect, range: mention.range)
        )
      }
    }
    if entity.isDirect {
      directEntities.count(isMasked)
      directMentions = Self.sum(directMentions, found)
    } else {
      quasiEntities.count(isMasked)
      quasiMentions = Self.sum(quasiMentions, found)
    }
    var kind = kinds[entity.kind] ?? (Share(), Share())
    kind.entities.count(isMasked)
    kind.mentions = Self.sum(kind.mentions, found)
    kinds[entity.kind] = kind
    return !isMasked
  }

  private mutating func countPrecision(
    _ document: EntityDocument, _ redacted: RedactedDocument, _ covered: [Bool]
  ) {
    let text = document.text
    for token in WordScalars.words(text, in: text.indices) {
      masked.count(token.allSatisfy { covered[$0] })
    }
    let spans = redacted.replacements.map { $0.source.clamped(to: text.indices) }
    let cut = Set(spans.flatMap { WordScalars.words(text, in: $0) })
    for mentions in document.annotators {
      var isMention = [Bool](repeating: false, count: text.count)
      for mention in mentions { for index in mention.range { isMention[index] = true } }
      let toMask = mentions.filter { $0.identifier != .none }.map(\.range)
      func isInside(_ range: Range<Int>) -> Bool {
        toMask.contains { $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound }
      }
      for token in cut {
        precise.count(isInside(token))
        identifying.count(token.allSatisfy { isMention[$0] })
      }
      for span in redacted.replacements { preciseSpans.count(isInside(span.source)) }
    }
  }

  // MARK: Covered

  /// Whether what has to be covered of a mention is: not punctuation, spaces, titles, small words.
  private static func isCovered(
    _ range: Range<Int>, _ text: [Unicode.Scalar], _ masked: [Bool]
  ) -> Bool {
    guard range.contains(where: { !masked[$0] }) else { return true }
    var skipped = Set<Int>()
    for word in WordScalars.words(text, in: range) {
      let lower = WordScalars.lower(text, word)
      let isPossessive =
        lower == "s" && word.lowerBound > range.lowerBound
        && (text[word.lowerBound - 1] == "'" || text[word.lowerBound - 1] == "’")
      if small.contains(lower) || isPossessive { skipped.formUnion(word) }
    }
    return range.allSatisfy { masked[$0] || skipped.contains($0) || marks.contains(text[$0]) }
  }

  private static let marks = Set(",.-;:/&()[]–'\" ’“”".unicodeScalars)
  private static let small: Set<String> = Set(
    """
    mr mrs ms and or from until to about after as at before between by during for in into of on over
    since with the a an no nr
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
