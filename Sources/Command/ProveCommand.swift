internal import ArgumentParser
internal import Audit

/// `underseal prove`: one entry of a log, to be shown to somebody.
struct ProveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prove",
    abstract: "Write the proof that one entry stands in a log.",
    discussion: """
      The proof is a file of c2sp.org/tlog-proof, which needs nothing of the log \
      to be checked. With -i it also says what the entry says; it says nothing of \
      any other entry.
      """)

  @Argument(help: ArgumentHelp("The folder of a log, or a case.", valueName: "DIR"))
  var folder: String

  @Argument(help: ArgumentHelp("The entry's index, as 'underseal audit' lists it.", valueName: "N"))
  var entry: Int

  @Option(
    name: .customShort("o"),
    help: ArgumentHelp("Where to write; stdout when left out.", valueName: "FILE"))
  var output: String?

  @OptionGroup var keys: IdentityOptions

  @Flag(help: "Replace a file that exists.")
  var force = false

  func run() throws {
    if let output, output != "-" { try OutputFile.check(output, force: force) }
    do {
      let log = try AuditFolder.log(folder)
      let proof = try log.proof(of: entry, disclosure: try disclosure(log))
      guard let output, output != "-" else { return try StandardOutput.write(proof.bytes) }
      let file = try OutputFile(output, force: force)
      try file.write(proof.bytes)
      try file.finish()
    } catch let error as AuditError {
      throw error.refusal(about: folder)
    }
  }

  /// What the entry says, out of the openings of its batch.
  private func disclosure(_ log: AuditLog) throws -> Disclosure? {
    guard !keys.identities.isEmpty else { return nil }
    let identities = try keys.loaded()
    for (disk, path) in try AuditEntries.files(log, size: entry + 1) {
      guard let sealed = try disk.read(path) else { continue }
      let text = try SealedBytes.open(sealed, name: path, with: identities)
      if let line = try Openings.parse(text).first(where: { $0.index == entry }) {
        return line.disclosure
      }
    }
    throw Refusal(.refused, "entry \(entry) has no openings; prove it without -i")
  }
}
