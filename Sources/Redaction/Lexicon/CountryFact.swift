/// What the tables know of a word that names a country, its people, or a part of the world.
struct CountryFact: Sendable, Hashable {
  let packed: UInt16

  init(packed: UInt16) { self.packed = packed }

  /// Index of the country, from 1; 0 for continents and parts of the world.
  var index: UInt8 { UInt8(truncatingIfNeeded: packed) }

  /// All readings of the word: "Russian" is a demonym and an adjective.
  var kinds: CountryWordKinds { CountryWordKinds(rawValue: UInt8(packed >> 8 & 0xF)) }
}

/// How a word stands for a country.
struct CountryWordKinds: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  /// Its name: Ukraine, Украиной.
  static let name = CountryWordKinds(rawValue: 1 << 0)
  /// Its people: Ukrainian, українцями.
  static let demonym = CountryWordKinds(rawValue: 1 << 1)
  /// Ukrainian, украинского, russe.
  static let adjective = CountryWordKinds(rawValue: 1 << 2)
  /// A continent or a part of the world, its people or its adjective: Europe, Middle East.
  static let continent = CountryWordKinds(rawValue: 1 << 3)
}

/// The forms in which a country's name is kept ready for a sentence.
enum CountryNameForm: Int, Sendable, CaseIterable {
  /// As a list has it: United States, France, Украина.
  case plain
  /// As a subject: the United States, la France, Украина.
  case subject
  /// With "of" or "from": en "the United States" (the preposition is left to the sentence),
  /// fr "des États-Unis", ru "Украины", uk "України".
  case genitive
  /// With "in": en "in Ukraine", fr "en Ukraine", ru "в Украине", uk "в Україні".
  case locative
}
