/// What is done with the mentions of one kind, and why.
public struct PolicyRule: Sendable, Hashable {
  /// Whose mentions it is about; a policy has at most one rule for each.
  public var kind: EntityKind
  /// For `person`, what is done with those of whom the policy's `people` says nothing.
  public var treatment: Treatment
  /// What stays readable all the same, because it leads to nobody.
  public var keep: [Kept]
  /// How the replacement stands in the text.
  public var style: ReplacementStyle
  /// The reason, in the words of whoever answers for the policy.
  public var why: String

  /// A rule in code; whether the level and `keep` fit the kind is checked only where a file is
  /// read.
  public init(
    kind: EntityKind, treatment: Treatment, keep: [Kept] = [], style: ReplacementStyle = .prose,
    why: String
  ) {
    self.kind = kind
    self.treatment = treatment
    self.keep = keep
    self.style = style
    self.why = why
  }
}

/// How a replacement stands in the text.
public enum ReplacementStyle: String, Sendable, Hashable, CaseIterable {
  /// As part of the sentence: "a hospital".
  case prose
  /// Set apart, so that a reader sees what was changed: "[hospital]".
  case brackets
}

/// What a policy may leave readable because it is public or common.
public enum Kept: String, Sendable, Hashable, CaseIterable {
  /// Heads of state and people of that rank: `Policies/Lists/public-figures.yaml`.
  case publicFigures = "public-figures"
  /// The UN, courts, governments, armies as such: `Policies/Lists/public-bodies.yaml`.
  case publicBodies = "public-bodies"
  /// Dates every reader knows: `Policies/Lists/public-dates.yaml`.
  case publicDates = "public-dates"
  /// Wars, coups and decrees by their names: `Policies/Lists/public-events.yaml`.
  case publicEvents = "public-events"
  /// Countries and continents.
  case countries
  /// Regions of a country as large as Siberia, where millions live.
  case regions
  /// Capitals of countries; read, and without effect so far.
  case capitals
  /// A year, or a season of a year, that stands alone.
  case years
  /// What so many people share that it leads to none: "soldier", "teacher", "Christian".
  case common
  /// Numbers that only say how much or how long.
  case quantities

  /// What a rule of a kind may keep.
  public static func allowed(for kind: EntityKind) -> [Kept] {
    switch kind {
    case .person: [.publicFigures]
    case .place: [.countries, .regions, .capitals]
    case .unit: [.publicBodies, .common]
    case .date: [.publicDates, .years]
    case .organization: [.publicBodies, .common]
    case .event: [.publicEvents, .publicDates]
    case .job, .demographic: [.common]
    case .number, .age: [.quantities]
    case .contact: [.publicBodies]
    case .identifier, .other: []
    }
  }
}
