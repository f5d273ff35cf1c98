/// The parts that recognition is put together of, each of which can be left out for as long as a
/// closure runs: that is how the tests see what would be lost without it.
///
///     Recognition.$missing.withValue(.init(.recognizer("age"))) { … }
///
/// Nothing but a test leaves anything out, and nobody outside the module can.
struct Recognition: Sendable {
  /// A recognizer, or a table it reads.
  enum Part: Sendable, Hashable {
    /// By the name that decisions give.
    case recognizer(String)
    /// The ordinary words of a language.
    case words(Language)
    case names, places, countries
    case diminutives, pseudonyms
    /// What every reader knows, of one kind.
    case list(PublicList.Kind)
    /// The words of a language that are signs of a cue.
    case vocabulary(Language, Cue)
  }

  /// What the current task does without; nil everywhere but in tests.
  @TaskLocal static var missing: Recognition?

  let part: Part
  /// The vocabulary that a missing cue leaves.
  let vocabulary: Vocabulary?
  /// What a missing list leaves, by language.
  let publicForms: [Language: PublicForms]

  init(_ part: Part) {
    self.part = part
    vocabulary =
      if case .vocabulary(let language, let cue) = part {
        Vocabulary.of(language).without(cue)
      } else {
        nil
      }
    publicForms =
      if case .list(let kind) = part {
        Dictionary(
          uniqueKeysWithValues: Language.allCases.map { ($0, PublicForms($0, without: kind)) })
      } else {
        [:]
      }
  }

  static func isMissing(_ part: Part) -> Bool { missing?.part == part }
}
