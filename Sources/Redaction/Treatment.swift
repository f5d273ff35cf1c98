/// What is done with a mention, in the words of ISO/IEC 20889.
public enum Treatment: Sendable, Hashable {
  /// Seen, and left as it stands.
  case keep
  /// Removed, a neutral word standing in its place.
  case suppress
  /// Covered because nothing cleared it.
  case mask
  /// Replaced with the pseudonym of its person.
  case pseudonymize
  /// Replaced with something that says less.
  case generalize(GeneralizationLevel)

  /// The words for treatments in policies, reports and plans.
  package enum Word: String, Sendable, CaseIterable {
    case keep, suppress, mask, pseudonymize, generalize
  }

  /// The word for it, which says nothing of a level.
  package var word: Word {
    switch self {
    case .keep: .keep
    case .suppress: .suppress
    case .mask: .mask
    case .pseudonymize: .pseudonymize
    case .generalize: .generalize
    }
  }

  /// The treatment that a word and, where it has levels, a level stand for.
  package init(_ word: Word, level: GeneralizationLevel) {
    switch word {
    case .keep: self = .keep
    case .suppress: self = .suppress
    case .mask: self = .mask
    case .pseudonymize: self = .pseudonymize
    case .generalize: self = .generalize(level)
    }
  }

  /// The `treatment` of a report line.
  public var name: String { word.rawValue }
}

/// How far a generalisation goes; each kind accepts the levels listed in `levels(for:)`.
public enum GeneralizationLevel: String, Sendable, CaseIterable {
  /// Place: "a town in northern France". Person, job, organisation, contact, identifier,
  /// demographic, event: said in general words.
  case described
  /// Place: "northern France".
  case region
  /// Place: "France".
  case country
  /// Unit: "a motor rifle brigade".
  case branch
  /// Unit: "a military unit". Job: "a worker". Age: "an adult". The most general word there is.
  case general
  /// Date: the month is the finest thing said.
  case month
  /// Date: "early 2023".
  case season
  /// Date: "2023".
  case year
  /// Age: "in his late twenties".
  case band
  /// Person: the role, "a commander".
  case role
  /// Person: a code of the case, "W-017".
  case code

  /// The levels a policy may ask of a kind.
  public static func levels(for kind: EntityKind) -> [GeneralizationLevel] {
    switch kind {
    case .place: [.described, .region, .country]
    case .unit: [.branch, .general]
    case .date: [.month, .season, .year]
    case .age: [.band, .general]
    case .job, .organization, .demographic: [.described, .general]
    case .person: [.role, .code]
    case .contact, .identifier, .event, .number, .other: [.described]
    }
  }
}
