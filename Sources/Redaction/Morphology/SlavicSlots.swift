/// The gender of a singular, or the plural: what adjectives and past tenses agree with.
enum SlavicNumber: UInt8, Sendable, CaseIterable {
  case masculine, feminine, neuter, plural
}

/// Combinations of case with gender and number that a word or a place in a sentence may have.
struct SlavicSlots: OptionSet, Sendable, Hashable {
  let rawValue: UInt32

  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The cases in each of the numbers; seven bits a number.
  init(_ cases: CaseSet, _ numbers: [SlavicNumber] = SlavicNumber.allCases) {
    rawValue = numbers.reduce(0) { $0 | UInt32(cases.rawValue) << (7 * UInt32($1.rawValue)) }
  }

  static let all = SlavicSlots(.all)

  func cases(in number: SlavicNumber) -> CaseSet {
    CaseSet(rawValue: UInt8(rawValue >> (7 * UInt32(number.rawValue)) & 0x7F))
  }

  /// The cases in any number.
  var cases: CaseSet {
    SlavicNumber.allCases.reduce(CaseSet([])) { $0.union(cases(in: $1)) }
  }

  /// The numbers that have a case left.
  var numbers: [SlavicNumber] { SlavicNumber.allCases.filter { !cases(in: $0).isEmpty } }
}
