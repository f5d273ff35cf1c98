/// What the tables know of a word as a part of a person's name.
struct NameFacts: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  static let givenMale = NameFacts(rawValue: 1 << 0)
  static let givenFemale = NameFacts(rawValue: 1 << 1)
  static let surname = NameFacts(rawValue: 1 << 2)
  /// A pet form of a given name (Саша, Лёха, Kolya).
  static let diminutive = NameFacts(rawValue: 1 << 3)
  /// A patronymic (Иванович, Petrovna).
  static let patronymic = NameFacts(rawValue: 1 << 4)
  /// Borne by many people where the source counts them.
  static let common = NameFacts(rawValue: 1 << 5)

  /// A given name of either gender.
  static let given: NameFacts = [.givenMale, .givenFemale]
}
