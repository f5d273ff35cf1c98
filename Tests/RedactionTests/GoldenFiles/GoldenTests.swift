import Foundation
import Testing

@testable import Redaction

/// Sentences and what becomes of them, read from `Golden/*.txt` and `Golden/ladders/*.txt`.
///
/// With UNDERSEAL_UPDATE_GOLDEN=1 in the environment the expectations are written anew, and the
/// change is reviewed as a change of the files. `Golden/wanted` holds what should come out and does
/// not yet; what has come true there fails until an update moves it to the file of the same name. A
/// golden block whose words are wanted otherwise keeps its `decisions:` alone.
@Suite(.serialized)
struct GoldenTests {
  private static let isUpdate =
    ProcessInfo.processInfo.environment["UNDERSEAL_UPDATE_GOLDEN"] == "1"

  @Test(arguments: GoldenFile.names(in: "") + GoldenFile.names(in: "ladders"))
  func textsComeOutAsTheFilesSay(_ name: String) throws {
    var file = try GoldenFile(name)
    var added: [(position: Int, line: GoldenFile.Line)] = []
    for block in file.blocks {
      #expect(!block.expected.isEmpty || Self.isUpdate, "\(name):\(block.line) expects nothing")
      for (field, value, position) in block.expected {
        let found = try GoldenRun.result(block, field)
        if Self.isUpdate {
          file.lines[position] = .field(field, value: GoldenText.written(found), line: 0)
        } else if found != value {
          Self.differs(name, block, field, expected: value, found: found)
        }
      }
      guard Self.isUpdate, block.expected.isEmpty else { continue }
      for field in block.shown {
        let value = GoldenText.written(try GoldenRun.result(block, field))
        added.append((block.position + 1, .field(field, value: value, line: 0)))
      }
    }
    guard Self.isUpdate else { return }
    for addition in added.reversed() { file.lines.insert(addition.line, at: addition.position) }
    try file.text.write(to: file.url, atomically: true, encoding: .utf8)
  }

  @Test(arguments: GoldenFile.names(in: "wanted") + GoldenFile.names(in: "wanted/ladders"))
  func whatIsWantedIsKnownToBeMissing(_ name: String) throws {
    let file = try GoldenFile(name)
    var come: [GoldenFile.Block] = []
    for block in file.blocks {
      let isMet = try block.expected.allSatisfy {
        try GoldenRun.result(block, $0.field) == $0.value
      }
      if isMet { come.append(block) }
      if isMet, !Self.isUpdate {
        let move = "move it with UNDERSEAL_UPDATE_GOLDEN=1"
        Self.record("\(name):\(block.line) has come true: \(move)", name, block)
      }
      guard !isMet, !Self.isUpdate else { continue }
      withKnownIssue {
        for (field, value, _) in block.expected {
          let found = try GoldenRun.result(block, field)
          if found != value { Self.differs(name, block, field, expected: value, found: found) }
        }
      }
    }
    if Self.isUpdate, !come.isEmpty { try GoldenRun.move(come, from: file) }
  }

  @Test(
    arguments: ["", "ladders", "wanted", "wanted/ladders"].flatMap { GoldenFile.names(in: $0) })
  func nothingMaskedShowsInAGoldenOutput(_ name: String) throws {
    for block in try GoldenFile(name).blocks {
      for field in block.expected.map(\.field) where field != "decisions" {
        let redacted = try GoldenRun.redacted(block, field)
        let leaks = redacted.leaks().map { "\($0.check.rawValue) \($0.kind.rawValue)" }
        #expect(leaks.isEmpty, "\(name):\(block.line) \(field)")
      }
    }
  }

  private static func differs(
    _ name: String, _ block: GoldenFile.Block, _ field: String, expected: String, found: String
  ) {
    record(
      """
      \(name):\(block.line) [\(block.language.rawValue)] \(field)
         in: \(GoldenText.written(block.input))
       want: \(GoldenText.written(expected))
        got: \(GoldenText.written(found))
       diff: \(WordDifference.between(expected, found))
      """, name, block)
  }

  /// An issue that stands at the block's line of its file.
  private static func record(_ text: String, _ name: String, _ block: GoldenFile.Block) {
    Issue.record(
      Comment(rawValue: text),
      sourceLocation: SourceLocation(
        fileID: "RedactionTests/GoldenTests.swift",
        filePath: GoldenFile.folder.appending(path: name).path, line: block.line, column: 1))
  }
}

/// What the pipeline makes of a block.
enum GoldenRun {
  static func redacted(_ block: GoldenFile.Block, _ field: String) throws -> RedactedTestimony {
    let name = Policy.shippedNames.contains(field) ? field : block.policy
    let policy = try #require(Policy.shipped(named: name))
    let people =
      block.people.isEmpty
      ? PeopleFile(caseName: "golden", people: [])
      : try PeopleFile(yaml: block.people, file: "people")
    let testimony = Testimony(id: "golden", text: block.input, language: block.language)
    let pipeline =
      block.reader.map { Pipeline(policy: policy, people: people, reader: $0) }
      ?? Pipeline(rulesUnder: policy, people: people)
    return pipeline.plan([testimony])[0].reviewed().apply()
  }

  static func result(_ block: GoldenFile.Block, _ field: String) throws -> String {
    let redacted = try redacted(block, field)
    guard field == "decisions" else { return redacted.text }
    return redacted.decisions.map { "\($0.kind.rawValue) \($0.treatment.name) \($0.recognizer)" }
      .joined(separator: ", ")
  }

  /// Takes blocks whose wish came true out of a wanted file, to the file of the same name.
  static func move(_ blocks: [GoldenFile.Block], from wanted: GoldenFile) throws {
    var wanted = wanted
    var target = try GoldenFile(String(wanted.name.dropFirst("wanted/".count)))
    for block in blocks {
      let fields = [block.position] + block.expected.map(\.position)
      target.lines += [
        .verbatim(""),
        .field("policy", value: block.policy, line: 0),
        .field("language", value: block.language.rawValue, line: 0),
        .field("people", value: block.people.isEmpty ? "none" : block.people, line: 0),
        .field("reader", value: block.reader?.rawValue ?? "none", line: 0),
        .verbatim(""),
      ]
      target.lines += fields.map { wanted.lines[$0] }
    }
    var gone = Set(blocks.flatMap { [$0.position] + $0.expected.map(\.position) })
    for block in blocks {
      var above = block.position - 1
      while above >= 0, case .verbatim(let text) = wanted.lines[above], !text.isEmpty {
        gone.insert(above)
        above -= 1
      }
      if above >= 0, case .verbatim = wanted.lines[above] { gone.insert(above) }
    }
    wanted.lines = wanted.lines.enumerated().filter { !gone.contains($0.offset) }.map(\.element)
    try target.text.write(to: target.url, atomically: true, encoding: .utf8)
    try wanted.text.write(to: wanted.url, atomically: true, encoding: .utf8)
  }
}

/// Where two texts part: what both begin and end with, and what lies between in each.
enum WordDifference {
  static func between(_ a: String, _ b: String) -> String {
    let a = a.split(separator: " ", omittingEmptySubsequences: false)
    let b = b.split(separator: " ", omittingEmptySubsequences: false)
    var head = 0
    while head < a.count, head < b.count, a[head] == b[head] { head += 1 }
    var tail = 0
    while tail < a.count - head, tail < b.count - head,
      a[a.count - 1 - tail] == b[b.count - 1 - tail]
    { tail += 1 }
    let before = a[..<head].suffix(3).joined(separator: " ")
    let after = a[(a.count - tail)...].prefix(3).joined(separator: " ")
    let was = a[head..<(a.count - tail)].joined(separator: " ")
    let now = b[head..<(b.count - tail)].joined(separator: " ")
    return GoldenText.written("\(before) {- \(was) -}{+ \(now) +} \(after)")
  }
}
