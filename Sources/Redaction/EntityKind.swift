/// What a mention names. The raw values are the `kind` of contracts: reports, policies, logs.
public enum EntityKind: String, Sendable, CaseIterable, Codable {
  case person, place, unit, date, age, organization, job, contact, identifier
  case demographic, event, number, other

  /// A direct identifier leads to the person by itself; every other kind only in combination.
  public var isDirect: Bool {
    switch self {
    case .person, .contact, .identifier: true
    default: false
    }
  }
}
