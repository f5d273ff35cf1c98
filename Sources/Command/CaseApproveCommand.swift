internal import ArgumentParser
internal import Audit
internal import Cryptography
internal import Custody

/// `underseal approve`: somebody else says yes.
struct ApproveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: "Approve the release of an item as it is decided now.",
    discussion: """
      The approval is signed with the approver's own key over the digest of \
      the release; whoever decided about the text cannot approve it. The key is \
      made at first use and kept by this machine for that name; --key names a \
      file of the approver's own instead, which is made where it is not there.

      The whole text is shown first, as it will be published, doubtful places \
      marked: page by page on a terminal, which then asks; elsewhere --text \
      writes it to a file, and --trial approves nothing yet.
      """)

  @Argument(help: ArgumentHelp("The folder of a case.", valueName: "CASE"))
  var folder: String

  @Argument(help: ArgumentHelp("The item.", valueName: "ID"))
  var id: String

  @Option(name: .customLong("as"), help: ArgumentHelp("Who approves.", valueName: "NAME"))
  var name: String

  @Option(help: ArgumentHelp("A file with the approver's own signing key.", valueName: "FILE"))
  var key: String?

  @Option(
    help: ArgumentHelp("Write the text as it will be published to a file.", valueName: "FILE"))
  var text: String?

  @Flag(help: "Show the text, and approve nothing.")
  var trial = false

  @Flag(help: "With --text: replace a file that exists.")
  var force = false

  @OptionGroup var keys: IdentityOptions

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  func run() async throws {
    if let text { try OutputFile.check(text, force: force) }
    let identities = try keys.loaded()
    try await withCase(folder) { opened in
      let line = try key.map(Self.line)
      let shown = try await opened.published(id, with: identities, text: CaseText.utf8)
      if let text {
        try TextPage(shown).write(to: text, force: force)
        if !quiet { Console.say(TextPage(shown).sentence(text)) }
      } else if Console.isInputTerminal {
        guard try TextPage(shown).isAgreed("Approve this text as \(printable(name))?") else {
          throw Refusal(.refused, "\(id): not approved")
        }
      } else if trial {
        throw Refusal(.usage, "there is no terminal to show the text on; name a file with --text")
      }
      if trial { return }
      let signer = try await opened.approve(
        id, as: name, key: line, shown: shown, with: identities, at: AuditClock.now(),
        text: CaseText.utf8)
      if !quiet {
        Console.say("\(id): approved with the key \(try signer.code())")
      }
    }
  }

  /// The key in a file, which is made where there is none.
  private static func line(_ path: String) throws -> [UInt8] {
    if FileStatus(path) == nil {
      let file = try OutputFile(path, force: false)
      try file.write(SigningKey(name: "approver").line() + [0x0A])
      try file.finish()
    }
    let bytes = try contents(of: path, limit: 4096)
    return bytes.last == 0x0A ? bytes.dropLast() : bytes
  }
}
