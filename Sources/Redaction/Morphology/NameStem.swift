/// The part of a Cyrillic name that no case changes.
enum NameStem {
  static func of(_ folded: [UInt8]) -> [UInt8] {
    var rest = folded.count
    let ending = endings.ending(of: folded) { before in
      rest = before
      return before >= 6
    }
    return ending == nil ? folded : Array(folded.prefix(rest))
  }

  /// The same of a first name in any script.
  static func ofGiven(_ folded: [UInt8]) -> [UInt8] {
    Script(of: folded) == .cyrillic ? of(folded) : folded
  }

  /// What a first name may end in in the nominative.
  static let vowels = WordList("name-stem-vowels").foldedBytes

  private static let endings = WordParts(
    WordList("name-stem-endings").words.sorted { $0.utf8.count > $1.utf8.count })
}

extension [UInt8] {
  func hasSuffix(_ other: [UInt8]) -> Bool {
    count >= other.count && self[(count - other.count)...].elementsEqual(other)
  }
}
