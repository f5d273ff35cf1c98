/// The people of a case, as a caseworker keeps them in YAML.
///
///     case: conscript
///     secret: 5Q2KAOCH7NX3MDV6RZ4WY2LTBE
///     people:
///       - id: p-2
///         name: Сергей Иванович Волков
///         gender: m
///         status: protected
///         pseudonym: Андрей
///         aliases: ["the Radio"]
///         role: witness
public struct PeopleFile: Sendable, Hashable {
  /// The name of the case; empty when the file has none. Drawn pseudonyms depend on it where there is
  /// no secret.
  public var caseName: String
  /// What keys the draw of pseudonyms: 128 random bits as 26 letters and digits (RFC 4648, base 32),
  /// that nobody outside the case knows; empty when the file has none.
  public var secret: String
  /// In the order of the file.
  public var people: [Person]
  /// Pseudonyms that somebody had once and nobody may get again; a people file does not hold them.
  package var retired: [String] = []

  /// A file in code, of which nothing is checked: ids and pseudonyms may stand twice.
  ///
  /// - Parameters:
  ///   - secret: 26 letters and digits of base 32, or empty; anything else keys nothing, and the
  ///     case's name does.
  public init(caseName: String = "", secret: String = "", people: [Person] = []) {
    self.caseName = caseName
    self.secret = secret
    self.people = people
  }
}

extension PeopleFile {
  /// Whether somebody needs a pseudonym that is drawn, and whoever knows the case's name can draw it
  /// again, for every name they guess.
  package var canBeDrawnAgain: Bool {
    secret.isEmpty && people.contains { $0.pseudonym == nil && $0.status != .public }
  }
}

extension PeopleFile: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// How many people there are, and no name.
  public var description: String { "PeopleFile(\(people.count) people)" }
  /// As `description`: no name either.
  public var debugDescription: String { description }
  /// The number of people alone, so that no dump prints a name.
  public var customMirror: Mirror { Mirror(self, children: ["count": people.count]) }
}
