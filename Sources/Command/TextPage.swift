internal import Custody
internal import Glibc

/// The whole text as it will be published, shown to whoever approves or releases it: page by page on
/// a terminal, or in a file.
struct TextPage {
  /// What stands around a doubtful place in a file.
  static let open = "⟦", close = "⟧"

  private let text: PublishedText

  init(_ text: PublishedText) { self.text = text }

  /// Writes it to a file that is made for it, for nobody else to read.
  func write(to path: String, force: Bool) throws {
    let file = try OutputFile(path, force: force)
    try file.write(text.marked(Self.open, Self.close))
    try file.finish()
  }

  /// What is said about a file that was written.
  func sentence(_ path: String) -> String {
    "\(printable(path)): the text of \(text.item) as it will be published"
      + (text.doubtful.isEmpty
        ? ""
        : ", with \(Self.open) \(Self.close) around \(counted(text.doubtful.count, "doubtful place"))")
  }

  /// Shows it on the terminal and asks; false where the answer is not yes.
  ///
  /// - Parameter question: what yes means, as the end of a question.
  func isAgreed(_ question: String) throws -> Bool {
    let marked = text.marked("\u{2}", "\u{3}")
    let lines = marked.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      // What the text holds is shown, and never carried out by the terminal.
      line.split(separator: 2, omittingEmptySubsequences: false).enumerated().map { index, part in
        let parts = part.split(separator: 3, maxSplits: 1, omittingEmptySubsequences: false)
        let shown = parts.map { printable($0) }
        guard index > 0, shown.count == 2 else { return shown.joined() }
        return OriginalWords.color(7, "\(Self.open)\(shown[0])\(Self.close)") + shown[1]
      }.joined()
    }
    try Terminal.write(
      "\(text.item) revision \(text.revision), as it will be published; "
        + "\(counted(text.doubtful.count, "doubtful place"))\n\n")
    var shown = 0
    let height = Terminal.height - 2
    for line in lines {
      try Terminal.write(line + "\n")
      // A long line takes more than one row.
      shown += 1 + line.count / max(1, Terminal.width)
      if shown >= height {
        guard try Terminal.ask("-- more: [Enter], [q] stops -- ") != "q" else { return false }
        shown = 0
      }
    }
    return ["y", "yes"].contains(try Terminal.ask("\n\(question) [y/n]: ").lowercased())
  }
}
