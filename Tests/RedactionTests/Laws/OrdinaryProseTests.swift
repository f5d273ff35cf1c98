import Foundation
import Testing

@testable import Redaction

/// Pages with months, numbers, capitals, quotations and public figures, in which nobody can be found.
struct OrdinaryProseTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Ordinary")

  static let pages: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (files ?? []).filter { $0.hasSuffix(".txt") }.sorted()
  }()

  @Test func thereAreFivePagesOfEachLanguage() {
    for language in ["en", "fr", "ru", "uk"] {
      #expect(Self.pages.filter { $0.hasPrefix(language) }.count == 5, "\(language)")
    }
  }

  @Test(arguments: pages, Reader.allCases)
  func ordinaryProseComesOutAsItWentIn(_ name: String, reader: Reader) throws {
    let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
    let pipeline = Pipeline(
      policy: try #require(Policy.shipped(named: "press")), people: PeopleFile(), reader: reader)
    let language = try #require(Language(rawValue: String(name.prefix(2))))
    let testimony = Testimony(id: name, text: text, language: language)
    let plan = try #require(pipeline.plan([testimony]).first)
    #expect(plan.decisions.filter { $0.treatment != .keep }.map(\.reason) == [])
    #expect(plan.reviewed().apply().text == text)
  }
}
