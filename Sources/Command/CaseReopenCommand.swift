internal import ArgumentParser
internal import Custody
internal import Glibc

/// `underseal reopen`: an original is taken out of the case.
struct ReopenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen",
    abstract: "Take an original out of a case, and say why.",
    discussion: "That it was opened, and the reason, is logged before.")

  @Argument(help: ArgumentHelp("The folder of a case.", valueName: "CASE"))
  var folder: String

  @Argument(help: ArgumentHelp("The item.", valueName: "ID"))
  var id: String

  @Option(help: ArgumentHelp("The reason.", valueName: "TEXT"))
  var why: String

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Where to write it; - for stdout.", valueName: "FILE"))
  var output: String

  @OptionGroup var keys: IdentityOptions

  @Flag(help: "Replace a file that exists.")
  var force = false

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  func run() async throws {
    guard why.contains(where: \.isLetter) else {
      throw Refusal(.usage, "an original is opened for a reason; say it with --why TEXT")
    }
    let isStream = output == "-"
    if !isStream { try OutputFile.check(output, force: force) }
    let identities = try keys.loaded()
    try await withCase(folder) { opened in
      let target = CaseTarget(isStream ? nil : try OutputFile(output, force: force))
      _ = try await opened.reopen(id, why: why, with: identities, at: AuditClock.now()) {
        try target.write($0)
      }
      try target.finish()
    }
    if !quiet, !isStream {
      Console.say("\(printable(output)) is in the open; shred it when it is no longer needed")
    }
  }
}

/// Where an original goes: a file, or stdout.
struct CaseTarget: @unchecked Sendable {
  private let file: OutputFile?

  init(_ file: OutputFile?) { self.file = file }

  func write(_ bytes: UnsafeRawBufferPointer) throws {
    if let file { try file.write(bytes) } else { try StandardOutput.write(bytes) }
  }

  func finish() throws { try file?.finish() }
}
