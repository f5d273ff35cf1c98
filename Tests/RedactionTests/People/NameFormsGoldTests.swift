import Foundation
import Testing

@testable import Redaction

/// The share of annotated mentions whose words the canonical name alone leads to.
struct NameFormsGoldTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/gold").standardizedFileURL

  private static var isPresent: Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: "README.md").path)
  }

  @Test(.enabled(if: isPresent, "the annotated testimonies are not here"))
  func annotatedMentionsAreCovered() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
    var people: [String: NameForms] = [:]
    for file in files where file.hasSuffix(".roster.yaml") {
      let text = try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
      let name = String(file.dropLast(".roster.yaml".count))
      for line in text.split(separator: "\n") where line.contains("{id:") {
        let fields = String(line)
        guard let id = Self.field("id: ", ",", fields),
          let full = Self.field("name: \"", "\"", fields)
        else { continue }
        let aliases = Self.field("aliases: [", "]", fields)?.split(separator: ",").map {
          $0.trimmingCharacters(in: CharacterSet(charactersIn: " \""))
        }
        people["\(name)/\(id)"] = NameForms(
          name: full, gender: Self.field("gender: ", ",", fields).flatMap(Gender.init) ?? .unknown,
          aliases: aliases ?? [])
      }
    }
    var seen = 0
    var covered = 0
    for file in files where file.hasSuffix(".gold.txt") {
      let text = try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
      let name = Self.field("\ncase: ", "\n", text) ?? ""
      for piece in text.components(separatedBy: "[[PERSON:").dropFirst() {
        guard let mark = piece.components(separatedBy: "]]").first,
          let bar = mark.firstIndex(of: "|"), let colon = mark.firstIndex(of: ":"),
          let forms = people["\(name)/\(mark[..<colon])"]
        else { continue }
        let parts = forms.parts + Array(forms.aliases.joined())
        let words = mark[mark.index(after: bar)...].split {
          " \u{A0}\n-.,\"“”«»".contains($0)
        }
        for word in words {
          let folded = Fold.string(String(word))
          if folded.unicodeScalars.count < 2 { continue }
          seen += 1
          if parts.contains(where: { $0.matches(folded: folded) }) { covered += 1 }
        }
      }
    }
    #expect(seen > 300)
    #expect(Double(covered) / Double(seen) >= 0.97, "\(covered) of \(seen)")
  }

  private static func field(_ start: String, _ end: String, _ text: String) -> String? {
    guard let from = text.range(of: start)?.upperBound else { return nil }
    let rest = text[from...]
    guard let to = rest.range(of: end)?.lowerBound else { return nil }
    return String(rest[..<to])
  }
}
