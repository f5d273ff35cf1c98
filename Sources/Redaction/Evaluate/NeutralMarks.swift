/// Marks that are scored neither way: masking them is fine, and so is leaving them.
///
///     # KIND <tab> words as they stand in a mark, or * for every public mark of the kind
///     PLACE	Crimea
///     EVENT	*
package struct NeutralMarks: Sendable {
  private var marks: Set<String> = []

  /// No mark is neutral.
  package init() {}

  /// - Throws: the number of the line that has no tab.
  package init(_ bytes: [UInt8]) throws(AnnotationError) {
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      guard let text = String(validating: line, as: UTF8.self) else {
        throw .notUTF8(line: number + 1)
      }
      let trimmed = text.hasSuffix("\r") ? text.dropLast() : text[...]
      if trimmed.hasPrefix("#") || trimmed.allSatisfy(\.isWhitespace) { continue }
      let parts = trimmed.split(separator: "\t", omittingEmptySubsequences: false)
      guard parts.count == 2, AnnotatedDocument.Kind(rawValue: String(parts[0])) != nil else {
        throw .brokenMark(line: number + 1)
      }
      marks.insert(Self.key(String(parts[0]), Array(parts[1].unicodeScalars)))
    }
  }

  private static func key(_ kind: String, _ surface: [Unicode.Scalar]) -> String {
    kind + "\t" + String(WordScalars.folded(surface, joined: true))
  }

  /// What a mark counts as: nil where it is scored neither way.
  ///
  /// So is a date that is only a year.
  func sensitivity(
    of mark: AnnotatedDocument.Mark, in text: [Unicode.Scalar]
  ) -> AnnotatedDocument.Sensitivity? {
    let surface = Array(text[mark.range])
    if marks.contains(Self.key(mark.kind.rawValue, surface)) { return nil }
    if mark.sensitivity == .public, marks.contains(mark.kind.rawValue + "\t*") { return nil }
    if mark.kind == .date, mark.sensitivity != .direct, Self.isYear(surface) { return nil }
    return mark.sensitivity
  }

  /// "in 2019", "2019 году", "the 1990s": up to twelve other characters, the year, and little else.
  static func isYear(_ surface: [Unicode.Scalar]) -> Bool {
    guard let first = surface.firstIndex(where: isDigit), first <= 12, first + 4 <= surface.count,
      surface[first..<first + 4].allSatisfy(isDigit)
    else { return false }
    let century = String(String.UnicodeScalarView(surface[first..<first + 2]))
    guard ["18", "19", "20"].contains(century) else { return false }
    let rest = surface[(first + 4)...]
    if rest.count <= 4, !rest.contains(where: isDigit) { return true }
    let word = WordScalars.lower(surface, first + 4..<surface.count).drop(while: \.isWhitespace)
    guard ["год", "рок", "рік"].contains(where: { word.hasPrefix($0) }) else {
      return word == "р." || word == "г."
    }
    return word.unicodeScalars.allSatisfy(WordScalars.isWord)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .decimalNumber
  }
}
