import Foundation

@testable import Redaction

/// A file of sentences and what becomes of them, written for a caseworker to read:
///
///     policy: press
///     language: en
///     people:
///       case: orchard
///       people:
///         - {id: p-1, name: Marta Vello, gender: f, pseudonym: Ana}
///
///     # why this sentence is here
///     in: Marta Vello left at dawn.
///     out: Ana (not her real name) left at dawn.
///     decisions: person pseudonymize roster
///
/// `policy:`, `language:`, `people:` and `show:` hold from where they stand to the next of their
/// kind; `people: none` ends a list. In place of `out:` a block may say what each of several
/// policies makes of it (`press:`, `strict:` …). `reader:` says who reads: `deep`, `fast`, or `none`, the
/// rules alone, as where it does not stand. `show:` lists what an update adds to a block that
/// has nothing but its `in:`. A line indented by four spaces goes on from the one above, after a
/// line break; `\u{200B}` stands for the scalar, so that nothing invisible has to be typed.
struct GoldenFile {
  /// The path below the folder of golden files.
  let name: String
  let url: URL
  var lines: [Line] = []

  /// A line that says something, or one that is kept as it stands.
  enum Line {
    case verbatim(String)
    case field(String, value: String, line: Int)
  }

  /// One sentence with its settings.
  struct Block {
    var language: Language = .english
    var policy = "press"
    /// Who reads; nil for the rules alone.
    var reader: Reader?
    var people = ""
    var shown = ["out"]
    var line = 0
    /// Position in `lines` of the `in:`.
    var position = 0
    var input = ""
    /// Names of the fields, with what is expected and where each stands in `lines`.
    var expected: [(field: String, value: String, position: Int)] = []
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Golden")

  /// All files of a subfolder, by name.
  static func names(in subfolder: String) -> [String] {
    let files = try? FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: subfolder).path)
    let prefix = subfolder.isEmpty ? "" : subfolder + "/"
    return (files ?? []).filter { $0.hasSuffix(".txt") }.sorted().map { prefix + $0 }
  }

  private static let expectations = ["out", "decisions"] + Policy.shippedNames
  private static let settings = ["policy", "language", "people", "reader", "show"]

  init(_ name: String) throws {
    self.name = name
    url = Self.folder.appending(path: name)
    let text = try String(contentsOf: url, encoding: .utf8)
    var written = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while written.last?.isEmpty == true { written.removeLast() }
    for (index, line) in written.enumerated() {
      if line.hasPrefix("  "), case .field(let key, let value, let first) = lines.last {
        let indent = key == "people" ? 2 : 4
        lines[lines.count - 1] = .field(
          key, value: value + "\n" + line.dropFirst(indent), line: first)
      } else if let key = Self.key(of: line) {
        let value = line.dropFirst(key.count + 1).drop { $0 == " " }
        lines.append(.field(key, value: String(value), line: index + 1))
      } else {
        guard line.isEmpty || line.hasPrefix("#") else {
          throw GoldenError(file: name, line: index + 1)
        }
        lines.append(.verbatim(line))
      }
    }
  }

  private static func key(of line: String) -> String? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let key = String(line[..<colon])
    return key == "in" || settings.contains(key) || expectations.contains(key) ? key : nil
  }

  /// The sentences, each with the settings that hold where it stands.
  var blocks: [Block] {
    var blocks: [Block] = []
    var current = Block()
    for (position, line) in lines.enumerated() {
      guard case .field(let key, let value, let number) = line else { continue }
      switch key {
      case "language": current.language = Language(rawValue: value) ?? .none
      case "policy": current.policy = value
      case "reader": current.reader = Reader(rawValue: value)
      case "people": current.people = value == "none" ? "" : value
      case "show": current.shown = value.split(separator: " ").map(String.init)
      case "in":
        var block = current
        block.line = number
        block.position = position
        block.input = GoldenText.read(value)
        blocks.append(block)
      default:
        guard !blocks.isEmpty else { continue }
        blocks[blocks.count - 1].expected.append((key, GoldenText.read(value), position))
      }
    }
    return blocks
  }

  /// The text of the file, whose fields may have been changed.
  var text: String {
    lines.map { line in
      switch line {
      case .verbatim(let text): text
      case .field(let key, let value, _):
        key
          + ":"
          + (value.isEmpty || value.hasPrefix("\n") ? "" : " ")
          + value.replacing("\n", with: key == "people" ? "\n  " : "\n    ")
      }
    }.joined(separator: "\n") + "\n"
  }
}

/// A line of a golden file that says nothing known.
struct GoldenError: Error {
  var file: String
  var line: Int
}

/// Text with `\u{…}` for what cannot be seen.
enum GoldenText {
  static func read(_ written: String) -> String {
    var text = ""
    var rest = written[...]
    while let open = rest.firstRange(of: "\\u{") {
      text += rest[..<open.lowerBound]
      let digits = rest[open.upperBound...].prefix { $0 != "}" }
      if let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) {
        text.unicodeScalars.append(scalar)
      }
      rest = rest[digits.endIndex...].dropFirst()
    }
    return text + rest
  }

  static func written(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      if isHidden(scalar) {
        out += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control: scalar != "\n"
    case .format, .lineSeparator, .paragraphSeparator, .nonspacingMark: true
    case .spaceSeparator: scalar != " "
    default: false
    }
  }
}
