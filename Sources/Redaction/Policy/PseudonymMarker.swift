/// How a reader learns that a name is not the real one: "(not his real name)".
public struct PseudonymMarker: Sendable, Hashable {
  /// Where the marker stands.
  public enum Show: String, Sendable, Hashable, CaseIterable {
    /// After the first mention of each person in each document.
    case firstMention = "first-mention"
    /// After every mention.
    case every
    /// Nowhere in the text: whoever publishes it writes a note about the whole of it.
    case note
    case none
  }

  /// The marker's words, by the gender of the person.
  public struct Wording: Sendable, Hashable {
    /// For a man, with its brackets.
    public var male: String
    /// For a woman, with its brackets.
    public var female: String
    /// Where the gender is not given, with its brackets.
    public var unknown: String

    /// The texts as they will stand behind a name and a space.
    public init(male: String, female: String, unknown: String) {
      self.male = male
      self.female = female
      self.unknown = unknown
    }

    /// The words for a person of a gender.
    public subscript(gender: Gender) -> String {
      switch gender {
      case .male: male
      case .female: female
      case .unknown: unknown
      }
    }
  }

  /// Behind which mentions it stands.
  public var show: Show
  /// Wordings that replace the usual one of a language.
  public var wording: [Language: Wording]

  /// A marker that has the usual words in every language that `wording` leaves out.
  public init(show: Show = .firstMention, wording: [Language: Wording] = [:]) {
    self.show = show
    self.wording = wording
  }

  /// The marker for a person, with its brackets.
  public func text(_ language: Language, _ gender: Gender) -> String {
    (wording[language] ?? Self.usual(language))[gender]
  }

  /// The wording of a language when the policy has none of its own.
  public static func usual(_ language: Language) -> Wording {
    let words = usualWords[language.spoken].words
    // One text for everybody, or one each for a man, a woman, and somebody.
    return words.count == 3
      ? Wording(male: words[0], female: words[1], unknown: words[2])
      : Wording(male: words.joined(), female: words.joined(), unknown: words.joined())
  }

  private static let usualWords = WordList.each("usual-marker")
}
