/// The people of a case, as a caseworker keeps them in YAML.
///
///     case: conscript
///     people:
///       - id: p-2
///         name: Сергей Иванович Волков
///         gender: m
///         status: protected
///         pseudonym: Андрей
///         aliases: ["the Radio"]
///         role: witness
public struct PeopleFile: Sendable, Hashable {
  /// The name of the case; empty when the file has none. Drawn pseudonyms depend on it.
  public var caseName: String
  /// In the order of the file.
  public var people: [Person]
  /// Pseudonyms that somebody had once and nobody may get again; a people file does not hold them.
  package var retired: [String] = []

  public init(caseName: String = "", people: [Person] = []) {
    self.caseName = caseName
    self.people = people
  }
}

extension PeopleFile: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// How many people there are, and no name.
  public var description: String { "PeopleFile(\(people.count) people)" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: ["count": people.count]) }
}
