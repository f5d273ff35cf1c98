import Foundation
import Testing

/// A test of the command line, as a short script with the files it needs.
///
///     # what it is about
///     exec underseal redact in.txt        ends with status 0; '! exec' with any other
///     sh 'underseal redact in.txt | cat'  the same through a shell
///     status 65                           of the last command
///     stdin FILE                          what the next command reads
///     stdout 'text'                       the last command wrote it; '! stdout' did not
///     empty stdout                        … wrote nothing
///     cmp stdout FILE                     the same bytes; either may be a file
///     exists FILE, mode FILE 600          what is on the disk; '! exists' is not
///     bytes FILE 61 ff                    makes a file of these bytes
///     repeat FILE 3 'text'                makes a file of text three times
///     chmod 000 FILE, mkdir DIR
///     -- name --                          a file: the lines that follow
struct Script: CustomTestStringConvertible, Sendable {
  let name: String
  private let lines: [(number: Int, words: [String])]
  private let files: [(name: String, text: String)]

  var testDescription: String { name }

  static let all: [Script] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Scripts")
    let found = try? FileManager.default.contentsOfDirectory(atPath: folder.path())
    let names = (found ?? []).filter { $0.hasSuffix(".txt") && $0 != absent }
    return names.sorted().compactMap { file in
      (try? String(contentsOf: folder.appending(path: file), encoding: .utf8)).map {
        Script(name: String(file.dropLast(4)), text: $0)
      }
    }
  }()

  /// The script about what this build does not do.
  #if PostQuantum
    private static let absent = "seal-classic.txt"
  #else
    private static let absent = "seal-hybrid.txt"
  #endif

  init(name: String, text: String) {
    self.name = name
    var lines: [(Int, [String])] = []
    var files: [(name: String, text: String)] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.hasPrefix("-- "), line.hasSuffix(" --"), line.utf8.count > 6 {
        files.append((String(line.dropFirst(3).dropLast(3)), ""))
      } else if !files.isEmpty {
        files[files.count - 1].text += line + "\n"
      } else if !line.isEmpty, !line.hasPrefix("#") {
        lines.append((index + 1, Self.words(String(line))))
      }
    }
    // The text ends with a line end, after which nothing follows.
    if !files.isEmpty { files[files.count - 1].text.removeLast() }
    self.lines = lines
    self.files = files
  }

  /// Runs every line in a folder of its own.
  func run() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "underseal-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for file in files {
      try Data(file.text.utf8).write(to: folder.appending(path: file.name))
    }
    var shell = ScriptShell(folder: folder)
    for line in lines {
      try shell.run(line.words, at: "\(name).txt:\(line.number)")
    }
  }

  /// The words of a line; '…' is one word, in which '' is a quote.
  private static func words(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var isQuoted = false
    var rest = line[...]
    while let character = rest.popFirst() {
      if character == "'", isQuoted, rest.first == "'" {
        word?.append(rest.removeFirst())
      } else if character == "'" {
        isQuoted.toggle()
        word = word ?? ""
      } else if character == " ", !isQuoted {
        if let word { words.append(word) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return words
  }
}
