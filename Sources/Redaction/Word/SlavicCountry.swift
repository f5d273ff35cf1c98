/// A country's name in its cases, as far as its forms in the table tell.
struct SlavicCountry {
  let genitive: String
  private let plain: String
  private let locative: String
  /// The preposition for being there: "в", "на", "у".
  let preposition: String

  init(_ index: UInt8, _ language: Language, _ lexicon: Lexicon) {
    plain = lexicon.countryName(index, in: language, form: .plain)
    genitive = lexicon.countryName(index, in: language, form: .genitive)
    let located = lexicon.countryName(index, in: language, form: .locative)
    preposition = String(located.prefix { $0 != " " })
    locative = String(located.drop { $0 != " " }.dropFirst())
  }

  func form(_ one: GrammaticalCase) -> String? {
    guard !plain.isEmpty else { return nil }
    switch one {
    case .nominative, .vocative: return plain
    case .genitive: return genitive
    case .locative: return locative
    case .accusative:
      // One word; a feminine shows its accusative, of other names it is the nominative.
      if plain.contains(" ") { return plain == genitive ? plain : nil }
      if plain.hasSuffix("а") { return plain == genitive ? plain : plain.dropLast() + "у" }
      if plain.hasSuffix("я") { return plain == genitive ? plain : plain.dropLast() + "ю" }
      return plain
    case .dative, .instrumental: return plain == genitive ? plain : nil
    }
  }
}
