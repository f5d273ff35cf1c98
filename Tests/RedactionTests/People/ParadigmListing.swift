import Foundation
import Testing

@testable import Redaction

/// Writes the paradigms of the names of a file, for Tests/Oracles/declension.py.
///
/// Input lines: language TAB role TAB gender TAB name; output lines: the same, then fourteen cells,
/// singular before plural, with "|" between variants.
struct ParadigmListing {
  private static let input = ProcessInfo.processInfo.environment["UNDERSEAL_DECLENSION_NAMES"]
  private static let output = ProcessInfo.processInfo.environment["UNDERSEAL_DECLENSION_FORMS"]

  @Test(.enabled(if: input != nil && output != nil, "no file of names to decline is named"))
  func paradigmsAreWritten() throws {
    guard let input = Self.input, let output = Self.output else { return }
    let text = try String(contentsOfFile: input, encoding: .utf8)
    var lines: [String] = []
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 4 else { continue }
      let language: SlavicLanguage = fields[0] == "uk" ? .ukrainian : .russian
      let role: NameRole =
        fields[1] == "surname" ? .surname : fields[1] == "patronymic" ? .patronymic : .given
      let paradigm = language.paradigm(
        of: Letters(letters: Array(fields[3].utf8)), role, Gender(rawValue: fields[2]) ?? .unknown)
      var cells: [String] = []
      for number in [GrammaticalNumber.singular, .plural] {
        for one in GrammaticalCase.allCases {
          cells.append(
            paradigm.forms(one, number).map { String(decoding: $0, as: UTF8.self) }
              .joined(separator: "|"))
        }
      }
      lines.append((fields + cells).joined(separator: "\t"))
    }
    try (lines.joined(separator: "\n") + "\n").write(
      toFile: output, atomically: true, encoding: .utf8)
    #expect(!lines.isEmpty)
  }
}
