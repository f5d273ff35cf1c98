/// Everybody found in the texts of a case, forms grouped into people: a people file to start from.
///
/// Grouping is a proposal. Forms of two alphabets are one person where exactly one person of the
/// texts can be meant; what is less sure stays apart and says whom it may be.
public struct SuggestedPeople: Sendable {
  /// One person, as far as the texts tell.
  public struct Suggestion: Sendable {
    /// As it would stand in the people file; of somebody who is on it already, as it stands.
    public internal(set) var person: Person
    /// Whether the people file that was given has the person.
    public internal(set) var isListed: Bool
    /// The forms that stand in the texts, with how often, the most frequent first.
    public internal(set) var forms: [(text: String, count: Int)]
    /// The documents, in the order they were given.
    public internal(set) var documents: [String]
    /// The document and the line, counted from 1, where the person is first spoken of.
    public internal(set) var first: (document: String, line: Int)?
    /// What the person is to the story, where the texts say so: "an officer".
    public internal(set) var role: String?
    /// The ids of people who may be the same person.
    public internal(set) var mayBe: [String]

    /// How often the person is spoken of by name.
    public var count: Int { forms.reduce(0) { $0 + $1.count } }
  }

  /// A name that was left out, because the lists of what is public have it.
  public struct PublicFigure: Sendable {
    /// As the texts have it.
    public internal(set) var name: String
    /// How often it stands there.
    public internal(set) var count: Int
    /// Why it is public, in words of ours.
    public internal(set) var reason: String
  }

  /// The name of the case, where a people file gave one.
  public internal(set) var caseName: String
  /// What keys the draw of pseudonyms, where a people file or whoever asked gave one.
  public internal(set) var secret: String
  /// Those of the people file first, then by order of appearance.
  public internal(set) var people: [Suggestion]
  /// The most frequent first, so that a person can object.
  public internal(set) var publicFigures: [PublicFigure]
}

extension Pipeline {
  /// Everybody found in the testimonies, those of the pipeline's people file included.
  public func suggestedPeople(in testimonies: [Testimony]) -> SuggestedPeople {
    let (unlisted, found) = linkedMentions(in: testimonies)
    var drafts = NameDrafts()
    for (document, testimony) in testimonies.enumerated() {
      testimony.bytes.withUnsafeBufferPointer { bytes in
        let resolved = OverlapResolution.resolve(
          OverlapResolution.absorbing(
            found[document], trim: { TextSpan.words(of: $0, in: bytes) },
            isRelative: { isRelative($0, $1, in: bytes) },
            isStranger: { isStranger($0, $1, in: bytes) }),
          trim: { TextSpan.words(of: $0, in: bytes) }, masks: { _ in true })
        for mention in resolved where mention.kind == .person {
          drafts.add(mention, unlisted, document: document, bytes)
        }
      }
    }
    drafts.join()
    return drafts.suggestions(documents: testimonies.map(\.id), file: people, registry: registry)
  }
}
