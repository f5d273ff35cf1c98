import Foundation
import Testing

/// The folders of Sources/Redaction stand in one line: each knows the types of those before it, and
/// no other. Swift has no imports between folders, so this reads the sources.
struct FolderTests {
  /// From first to last; "" holds the nouns that lie in no folder.
  private static let line = [
    "Text", "Language", "", "Lexicon", "Morphology", "Policy", "People", "Recognize", "Link",
    "Word", "Plan",
    "Check",
    "Evaluate",
  ]

  /// The joint that puts the folders together.
  private static let joint = "Pipeline.swift"

  /// What still points the wrong way: file and type. Nothing may be added.
  private static let known: Set<String> = [
    // The extension of a type that lies in another one: "PseudonymMarker.Wording".
    "PolicyDecoding.swift Wording",
    // What a test leaves out is asked for where the tables are read.
    "Recognition.swift PublicForms", "Recognition.swift PublicList",
  ]

  private struct Source {
    var file: String
    var folder: Int
    /// Types declared in no other type.
    var declared: Set<String>
    /// Every capitalised word outside comments and strings.
    var words: Set<String>
  }

  private static func sources() throws -> [Source] {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/Redaction").standardizedFileURL
    let files = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    return try files.filter { $0.hasSuffix(".swift") && $0 != joint }.map { path in
      let parts = path.split(separator: "/")
      let folder = try #require(
        line.firstIndex(of: parts.count > 1 ? String(parts[0]) : ""), "no place for \(path)")
      var declared: Set<String> = []
      var nested: Set<String> = []
      var words: Set<String> = []
      let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
      for line in text.split(separator: "\n") {
        var before: Substring = ""
        for word in plain(line).split(whereSeparator: {
          !$0.isLetter && !$0.isNumber && !"_.".contains($0)
        }) {
          if ["struct", "enum", "class", "protocol", "typealias"].contains(before) {
            // A private type of the file is found by nobody else.
            if line.first == " " || line.hasPrefix("private") {
              nested.insert(String(word))
            } else {
              declared.insert(String(word))
            }
          } else if let first = word.split(separator: ".", omittingEmptySubsequences: false).first,
            first.first?.isUppercase == true
          {
            // Of "Person.Status" the first decides.
            words.insert(String(first))
          }
          before = word
        }
      }
      return Source(
        file: String(parts.last ?? ""), folder: folder, declared: declared,
        words: words.subtracting(nested))
    }
  }

  /// A line without its strings and its comment.
  private static func plain(_ line: Substring) -> String {
    var plain = ""
    var isString = false
    var last: Character = " "
    for character in line {
      if character == "\"", last != "\\" { isString.toggle() }
      if !isString, character == "/", last == "/" { break }
      if !isString { plain.append(character) }
      last = character
    }
    return plain
  }

  @Test func eachFolderKnowsThoseBeforeIt() throws {
    let sources = try Self.sources()
    var homes: [String: Int] = [:]
    for source in sources { for type in source.declared { homes[type] = source.folder } }
    #expect(homes.count > 250)
    var found: Set<String> = []
    for source in sources {
      for word in source.words {
        if let home = homes[word], home > source.folder { found.insert("\(source.file) \(word)") }
      }
    }
    #expect(found.subtracting(Self.known).sorted() == [])
    #expect(Self.known.subtracting(found).sorted() == [], "mended: take it off the list")
  }
}
