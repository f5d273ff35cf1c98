import Foundation
import Testing

@testable import Redaction

/// What came out of `redact` for the same people and policy gives no finding.
struct ConsistencyLawsTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../..").standardizedFileURL
  private static let gold = root.appending(path: "../shared/gold").standardizedFileURL
  private static var isPresent: Bool {
    FileManager.default.fileExists(atPath: gold.appending(path: "README.md").path)
  }

  /// The findings about what redacting the texts gives, with the words they are about.
  private static func findings(
    _ testimonies: [Testimony], _ people: PeopleFile, _ policy: Policy, rulesAlone: Bool = false
  ) throws -> [String] {
    let pipeline =
      rulesAlone
      ? Pipeline(rulesUnder: policy, people: people) : Pipeline(policy: policy, people: people)
    let redacted = pipeline.plan(testimonies).map { $0.reviewed().apply() }
    let check =
      rulesAlone
      ? ConsistencyCheck(rulesUnder: policy, people: people)
      : ConsistencyCheck(policy: policy, people: people)
    let texts = try redacted.map {
      try ReleasedText(id: $0.id, utf8: $0.bytes, language: $0.language)
    }
    let alone = check.check(texts).findings
    let held = check.check(texts, reports: redacted.map(report)).findings
    return (alone + held).map { finding in
      let text = redacted.first { $0.id == finding.document }?.text ?? ""
      let scalars = Array(text.unicodeScalars)
      var words = String.UnicodeScalarView()
      if let span = finding.span {
        words.append(
          contentsOf: scalars[max(0, span.start - 30)..<min(scalars.count, span.end + 30)])
      }
      return "\(policy.name) \(finding.document ?? "") \(finding.check.rawValue): \(String(words))"
    }
  }

  private static func report(_ redacted: RedactedTestimony) -> ReleasedReport {
    ReleasedReport(
      name: redacted.id + ".json", id: redacted.id, text: redacted.bytes,
      entries: zip(redacted.decisions, redacted.scalarSpans()).map { decision, spans in
        ReleasedReport.Entry(
          input: spans.input, output: spans.output, kind: decision.kind,
          treatment: decision.treatment.name, replacement: decision.replacement,
          entity: decision.entity, reason: decision.reason)
      })
  }

  private static let policies = Policy.shippedNames.compactMap { Policy.shipped(named: $0) }

  @Test(arguments: policies)
  func redactedSamplesAreConsistent(_ policy: Policy) throws {
    let folder = Self.root.appending(path: "Tests/Samples")
    let people = try PeopleFile(
      yaml: Array(Data(contentsOf: folder.appending(path: "people.yaml"))), file: "people.yaml")
    let testimonies = try [
      ("letter-ru.txt", Language.russian), ("note-fr.txt", .french), ("statement-en.txt", .english),
    ].map { name, language in
      try Testimony(
        id: name, utf8: Array(Data(contentsOf: folder.appending(path: name))), language: language)
    }
    let found = try Self.findings(testimonies, people, policy)
    #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
  }

  @Test func redactedInventedTextsAreConsistent() throws {
    var found: [String] = []
    for run in LawRun.plain where !run.text.contains("(not her real name)") {
      found += try Self.findings(
        [Testimony(id: run.testDescription, text: run.text, language: run.language)],
        PeopleFile(caseName: run.pipeline.people.caseName, people: run.people), run.policy,
        rulesAlone: true)
    }
    #expect(found.isEmpty, "\(found.count)\n\(found.joined(separator: "\n"))")
  }

  @Test(.enabled(if: isPresent, "the annotated testimonies are not here"), arguments: policies)
  func redactedAnnotatedTestimoniesAreConsistent(_ policy: Policy) throws {
    struct Document: Decodable {
      let id, lang, text: String
      let `case`: String
    }
    let lines = try String(contentsOf: Self.gold.appending(path: "docs.jsonl"), encoding: .utf8)
    let documents = try lines.split(separator: "\n").map {
      try JSONDecoder().decode(Document.self, from: Data($0.utf8))
    }
    var found: [String] = []
    for (name, documents) in Dictionary(grouping: documents, by: \.case) {
      let people = try PeopleFile(
        yaml: Array(Data(contentsOf: Self.gold.appending(path: "\(name).roster.yaml"))),
        file: "\(name).roster.yaml")
      found += try Self.findings(
        documents.map {
          Testimony(id: $0.id, text: $0.text, language: Language(rawValue: $0.lang) ?? .none)
        }, people, policy)
    }
    #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
  }
}
