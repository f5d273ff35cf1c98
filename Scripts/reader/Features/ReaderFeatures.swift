internal import Foundation
internal import Redaction

/// Prints what reading sees of annotated documents, one JSON object a line, for the scripts that make
/// the weights:
///
///     reader-features [--hints-only] FOLDER…
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
    folders.removeAll { $0 == "--hints-only" }
    guard let policy = Policy.shipped(named: "press") else { fatalError("no policy") }
    for folder in folders.map({ URL(fileURLWithPath: $0) }) {
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      for file in files.filter({ $0.hasSuffix(".gold.txt") }).sorted() {
        let id = String(file.dropLast(".gold.txt".count))
        let bytes = Array(try Data(contentsOf: folder.appending(path: file)))
        var line = Line(id: id)
        if isRead(bytes) {
          let document = try AnnotatedDocument(annotated: bytes, name: id)
          let roster = folder.appending(path: document.caseName + ".roster.yaml")
          let people = try PeopleFile(
            yaml: Array(try Data(contentsOf: roster)), file: roster.lastPathComponent)
          line.read(document, policy, people, from: newlines(bytes), hintsOnly: hintsOnly)
        }
        FileHandle.standardOutput.write(Data((line.json + "\n").utf8))
      }
    }
  }

  /// Whether the language that the header names is one of those that are read.
  private static func isRead(_ bytes: [UInt8]) -> Bool {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").prefix(8)
    guard let line = lines.first(where: { $0.hasPrefix("lang:") }) else { return false }
    return Language(rawValue: line.dropFirst(5).trimmingCharacters(in: .whitespaces)) != nil
  }

  /// How many empty lines stand before the text; the parser leaves them out, corpus.py does not.
  private static func newlines(_ bytes: [UInt8]) -> Int {
    guard let end = String(decoding: bytes, as: UTF8.self).range(of: "\n---\n") else { return 0 }
    let text = String(decoding: bytes, as: UTF8.self)[end.upperBound...]
    return text.prefix { $0 == "\n" }.count
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
    _ document: AnnotatedDocument, _ policy: Policy, _ file: PeopleFile, from start: Int,
    hintsOnly: Bool
  ) {
    guard let language = document.language else { return }
    let text = String(String.UnicodeScalarView(document.text))
    let testimony = Testimony(id: id, text: text, language: language)
    let offsets = Offsets(text, from: start)
    let lessons = [PeopleFile(), file].map {
      Pipeline(policy: policy, people: $0).lesson(testimony, features: !hintsOnly)
    }
    (lists, people) = (offsets.hints(lessons[0]), offsets.hints(lessons[1]))
  }

  var json: String {
    "{\"id\": \"\(id)\", \"lists\": [\(lists.joined(separator: ", "))], "
      + "\"people\": [\(people.joined(separator: ", "))]\(rest)}"
  }
}

/// Offsets in scalars of offsets in bytes.
private struct Offsets {
  private var scalars: [Int] = []

  init(_ text: String, from start: Int) {
    var count = start - 1
    for byte in text.utf8 {
      if byte & 0xC0 != 0x80 { count += 1 }
      scalars.append(count)
    }
    scalars.append(count + 1)
  }

  func of(_ span: TextSpan) -> String { "\(scalars[span.start]), \(scalars[span.end])" }

  func hints(_ lesson: ReaderLesson) -> [String] {
    lesson.hints.map { "[\(of($0.span)), \"\($0.name)\"]" }
  }
}
