import Foundation
import Testing

@testable import Redaction

/// The forms of identifiers, each with sentences that hold one and sentences that do not.
struct IdentifierFormsTests {
  struct Line: CustomTestStringConvertible, Sendable {
    var form: String
    var language: Language
    var text: String
    /// The identifier's letters and digits, by offset; empty where there is none.
    var identifier: Range<Int>
    var testDescription: String { "\(form): \(text)" }
  }

  static let lines = ["contacts.txt", "numbers.txt"].flatMap(read)

  private static func read(_ name: String) -> [Line] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let file = folder.appending(path: "Identifiers").appending(path: name)
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    var form = ""
    var lines: [Line] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("## ") { form = String(line.dropFirst(3)) }
      guard line.hasPrefix("+ ") || line.hasPrefix("- ") else { continue }
      let written = line.dropFirst(5)
      let before = written.prefix { $0 != "⟦" }
      let inside = written.dropFirst(before.count + 1).prefix { $0 != "⟧" }
      let start = line.hasPrefix("+") ? before.utf8.count : 0
      let count = line.hasPrefix("+") ? inside.utf8.count : 0
      lines.append(
        Line(
          form: form, language: Language(rawValue: String(line.dropFirst(2).prefix(2))) ?? .none,
          text: String(written).replacing("⟦", with: "").replacing("⟧", with: ""),
          identifier: start..<start + count))
    }
    return lines
  }

  @Test func everyFormHasTenOfEach() {
    let forms = Dictionary(grouping: Self.lines, by: \.form)
    #expect(forms.count == 19)
    for (form, lines) in forms {
      #expect(lines.filter { !$0.identifier.isEmpty }.count >= 10, "\(form)")
      #expect(lines.filter(\.identifier.isEmpty).count >= 10, "\(form)")
    }
  }

  @Test(arguments: lines)
  func identifiersAreMaskedWholeAndNumbersAreNot(_ line: Line) throws {
    let pipeline = Pipeline(
      rulesUnder: try #require(Policy.shipped(named: "press")), people: PeopleFile())
    let testimony = Testimony(id: "form", text: line.text, language: line.language)
    let plan = try #require(pipeline.plan([testimony]).first)
    let masked = plan.decisions.filter { $0.treatment != .keep }
    guard !line.identifier.isEmpty else {
      #expect(masked.map(\.reason) == [])
      return
    }
    let bytes = Array(line.text.utf8)
    for offset in line.identifier where bytes[offset] >= 0x80 || isWord(bytes[offset]) {
      let isCovered = masked.contains { $0.span.start <= offset && offset < $0.span.end }
      #expect(isCovered || isMark(line.text, at: offset), "at byte \(offset)")
    }
  }

  private func isWord(_ byte: UInt8) -> Bool {
    ScalarClass.asciiIsLetter(byte) || byte >= 0x30 && byte <= 0x39
  }

  /// Whether the character at a byte is no letter and no digit.
  private func isMark(_ text: String, at offset: Int) -> Bool {
    let index = text.utf8.index(text.startIndex, offsetBy: offset)
    let character = text.indices.last { $0 <= index }.map { text[$0] }
    return !(character?.isLetter ?? false) && !(character?.isNumber ?? false)
  }
}
