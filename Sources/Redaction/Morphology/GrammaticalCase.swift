/// A grammatical case of Russian and Ukrainian.
enum GrammaticalCase: UInt8, Sendable, CaseIterable {
  case nominative, genitive, dative, accusative, instrumental
  /// The prepositional case of Russian, the locative of Ukrainian.
  case locative
  /// Ukrainian, and in Russian the short forms of address: "Сань!", "мам".
  case vocative
}

/// The cases that a word or a place in a sentence may be in.
struct CaseSet: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ one: GrammaticalCase) { rawValue = 1 << one.rawValue }

  static let nominative = CaseSet(.nominative)
  static let genitive = CaseSet(.genitive)
  static let dative = CaseSet(.dative)
  static let accusative = CaseSet(.accusative)
  static let instrumental = CaseSet(.instrumental)
  static let locative = CaseSet(.locative)
  static let vocative = CaseSet(.vocative)
  static let all = CaseSet(rawValue: 0x7F)

  /// The first of them in the order of the grammar, or nil.
  var first: GrammaticalCase? {
    isEmpty ? nil : GrammaticalCase(rawValue: UInt8(rawValue.trailingZeroBitCount))
  }

  /// The one case that is left, or nil.
  var only: GrammaticalCase? {
    rawValue.nonzeroBitCount == 1
      ? GrammaticalCase(rawValue: UInt8(rawValue.trailingZeroBitCount)) : nil
  }
}
