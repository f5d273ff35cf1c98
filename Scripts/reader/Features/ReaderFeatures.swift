internal import Foundation
internal import Redaction

/// Prints what reading sees of annotated documents, one JSON object a line, for the scripts that make
/// the weights:
///
///     reader-features [--hints-only] FOLDER…
///     reader-features --general FILE     what the general words look at in the phrases of general.tsv
///
///     {"id": "en1-07", "lists": [[4, 9, "public"]], "people": [[0, 3, "person"], [4, 9, "public"]],
///      "tokens": [[0, 3], …], "features": [[17, 23], …], "rules": {"lists": [[5], …], "people": …}}
///
/// A folder holds ID.gold.txt and, beside it, CASE.roster.yaml. Offsets are in Unicode scalars. `lists`
/// is what is certain without the people file, `people` what is with it; later ones paint over earlier.
/// `features` are those of the text, `rules` those of what the recognizers found in it, without and
/// with the people file. Of a language that is not read there is nothing but the id and no hints.
@main
struct ReaderFeatures {
  static func main() throws {
    var folders = Array(CommandLine.arguments.dropFirst())
    let hintsOnly = folders.contains("--hints-only")
    folders.removeAll { ["--hints-only", "--general"].contains($0) }
    if let file = folders.first, CommandLine.arguments.contains("--general") {
      return try general(file)
    }
    guard let policy = Policy.shipped(named: "press") else { fatalError("no policy") }
    for folder in folders.map({ URL(fileURLWithPath: $0) }) {
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      for file in files.filter({ $0.hasSuffix(".gold.txt") }).sorted() {
        let id = String(file.dropLast(".gold.txt".count))
        let document = Document(try String(contentsOf: folder.appending(path: file), encoding: .utf8))
        var line = Line(id: id)
        if let language = document.language {
          let roster = folder.appending(path: document.caseName + ".roster.yaml")
          line.read(
            document.text, language, policy, try people(of: roster), hintsOnly: hintsOnly)
        }
        FileHandle.standardOutput.write(Data((line.json + "\n").utf8))
      }
    }
  }

  /// A line of numbers for each line of a file: language, kind, phrase.
  private static func general(_ path: String) throws {
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard columns.count > 2, let language = Language(rawValue: columns[0]) else {
        fatalError("not a line of general words: \(line)")
      }
      let numbers = ReaderLesson.generalFeatures(columns[2], language)
      FileHandle.standardOutput.write(Data("\(numbers)\n".utf8))
    }
  }

  /// Those of a roster; it may list nobody.
  private static func people(of roster: URL) throws -> PeopleFile {
    let bytes = Array(try Data(contentsOf: roster))
    do throws(PolicyError) {
      return try PeopleFile(yaml: bytes, file: roster.lastPathComponent)
    } catch .missing(_, key: "people") {
      return PeopleFile()
    }
  }
}

/// An annotated document as corpus.py reads it: nothing is trimmed, and what is no mark is text.
private struct Document {
  /// Nil where it is none of those that are read.
  var language: Language?
  var caseName = ""
  var text = ""

  init(_ file: String) {
    let parts = file.dropFirst(4).split(separator: "\n---\n", maxSplits: 1)
    guard parts.count == 2 else { return }
    for line in parts[0].split(separator: "\n") {
      if line.hasPrefix("lang: ") { language = Language(rawValue: String(line.dropFirst(6))) }
      if line.hasPrefix("case: ") { caseName = String(line.dropFirst(6)) }
    }
    let mark = /\[\[[A-Z]+:[A-Za-z0-9_.\-]+:[DQP]\|(?<words>.*?)\]\]/.matchingSemantics(.unicodeScalar)
    text = String(parts[1]).replacing(mark) { $0.words }
  }
}

/// One document's line.
private struct Line {
  let id: String
  var lists: [String] = []
  var people: [String] = []
  var rest = ""

  init(id: String) { self.id = id }

  mutating func read(
    _ text: String, _ language: Language, _ policy: Policy, _ file: PeopleFile, hintsOnly: Bool
  ) {
    let testimony = Testimony(id: id, text: text, language: language)
    let offsets = Offsets(text)
    let lessons = [PeopleFile(), file].map {
      Pipeline(policy: policy, people: $0).lesson(testimony, features: !hintsOnly)
    }
    (lists, people) = (offsets.hints(lessons[0]), offsets.hints(lessons[1]))
    if hintsOnly { return }
    let tokens = lessons[0].tokens.map { "[\(offsets.of($0))]" }.joined(separator: ",")
    rest = ", \"tokens\": [\(tokens)], \"features\": \(lessons[0].features), "
    rest += "\"found\": {\"lists\": \(offsets.found(lessons[0])), "
    rest += "\"people\": \(offsets.found(lessons[1]))}, "
    rest += "\"rules\": {\"lists\": \(lessons[0].rules), \"people\": \(lessons[1].rules)}"
    rest.replace(", ", with: ",")
  }

  var json: String {
    "{\"id\": \"\(id)\", \"lists\": [\(lists.joined(separator: ", "))], "
      + "\"people\": [\(people.joined(separator: ", "))]\(rest)}"
  }
}

/// Offsets in scalars of offsets in bytes.
private struct Offsets {
  private var scalars: [Int] = []

  init(_ text: String) {
    var count = -1
    for byte in text.utf8 {
      if byte & 0xC0 != 0x80 { count += 1 }
      scalars.append(count)
    }
    scalars.append(count + 1)
  }

  func of(_ span: TextSpan) -> String { "\(scalars[span.start]), \(scalars[span.end])" }

  func found(_ lesson: ReaderLesson) -> String {
    let all = lesson.found.map {
      "[\(of($0.span)), \($0.precedence), \"\($0.kind)\", \($0.isPublic)]"
    }
    return "[\(all.joined(separator: ", "))]"
  }

  func hints(_ lesson: ReaderLesson) -> [String] {
    lesson.hints.map { "[\(of($0.span)), \"\($0.name)\"]" }
  }
}
