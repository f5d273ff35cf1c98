internal import ArgumentParser
internal import Audit
internal import Custody

/// `underseal status`: a case at a glance.
struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show a case at a glance, and what to do next.",
    discussion: """
      Needs no secret and writes nothing to the case. With -i it also says what \
      the originals are called and how far each plan has come, and shows that \
      the keys open the case.
      """)

  @Argument(help: ArgumentHelp("The folder of a case.", valueName: "CASE"))
  var folder: String

  @OptionGroup var keys: IdentityOptions

  @OptionGroup var trusted: TrustOptions

  @Flag(help: "Write the result as one JSON object.")
  var json = false

  @Flag(help: "Say nothing but what was asked for.")
  var quiet = false

  func run() async throws {
    let identities = keys.identities.isEmpty ? [] : try keys.loaded()
    var verdict = ExitStatus.done
    try await withCase(folder) { opened in
      let status = try await opened.status(trusted.trust, with: identities)
      let page = CaseStatusPage(status: status, folder: folder)
      try StandardOutput.write(json ? try page.json() : try page.text())
      if !quiet { for sentence in page.advice { Console.say(sentence) } }
      try? opened.remember(status.log)
      // Whoever looks for the first time cannot know the key yet, and is told so.
      verdict = status.log.verdict == .intact ? .done : AuditResult(status.log).status
    }
    if verdict != .done { throw Ended(status: verdict) }
  }
}
