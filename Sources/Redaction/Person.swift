/// The grammatical gender under which a person is spoken of.
public enum Gender: String, Sendable, Hashable, CaseIterable {
  case male = "m"
  case female = "f"
  /// Not given: English says "they".
  case unknown

  /// One letter, e for either: what keys the draw of a pseudonym.
  var letter: String { self == .unknown ? "e" : rawValue }
}

/// A person of the case, as the caseworker wrote them down.
public struct Person: Sendable, Hashable {
  /// What was promised to a person.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// A pseudonym is promised.
    case protected
    /// Nothing is promised, but the person leads to someone: a neighbour, a commander, the accused.
    case incidental
    /// The person may be named.
    case `public`
  }

  /// Stable within the case; the only name of the person that reports and errors use.
  public var id: String
  /// The canonical name, from which every other form is derived.
  public var name: String
  /// By which other words agree with the name, and a pseudonym is drawn.
  public var gender: Gender
  /// What was promised, from which the policy's treatment follows.
  public var status: Status
  /// The promised pseudonym; absent until it is drawn.
  public var pseudonym: String?
  /// Forms that no rule could derive: call signs, nicknames, maiden names.
  public var aliases: [String]
  /// witness, relative, official, perpetrator …: words the generalisation.
  public var role: String?

  /// A person; whether the id is unique is for the people file to say.
  public init(
    id: String, name: String, gender: Gender = .unknown, status: Status = .protected,
    pseudonym: String? = nil, aliases: [String] = [], role: String? = nil
  ) {
    self.id = id
    self.name = name
    self.gender = gender
    self.status = status
    self.pseudonym = pseudonym
    self.aliases = aliases
    self.role = role
  }
}

extension Person: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The id and the status, never the name: a log line that prints a person gives nobody away.
  public var description: String { "Person(\(id), \(status.rawValue))" }
  /// As `description`: no name either.
  public var debugDescription: String { description }
  /// The id alone, so that no dump prints a name.
  public var customMirror: Mirror { Mirror(self, children: ["id": id]) }
}
