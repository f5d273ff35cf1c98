internal import ArgumentParser
internal import Custody
internal import Redaction

/// `underseal case`: what holds for a case as a whole.
struct CaseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case",
    abstract: "Say what holds for a case as a whole.",
    subcommands: [CasePolicyCommand.self])
}

/// `underseal case policy`: which policies may release.
struct CasePolicyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "Say which policies may release from a case, and how many approvals that takes.",
    discussion: """
      A case keeps its own copy of every policy that may release; one of the \
      same name takes the place of the older copy. 'plan --policy press' means \
      that copy, whatever the program brings; with another policy drafts are \
      made, and 'release' refuses them. Without an option it lists them.

        underseal case policy CASE press             adopt the program's newer one
        underseal case policy CASE ours.yaml         let one of your own release
        underseal case policy CASE --remove court
        underseal case policy CASE --approvals 2

      Every change is an entry of the log, and needs no private key.
      """)

  @Argument(help: ArgumentHelp("The folder of a case.", valueName: "CASE"))
  var folder: String

  @Argument(help: ArgumentHelp("Policies by name, or policy files.", valueName: "NAME|PATH"))
  var policies: [String] = []

  @Option(
    help: ArgumentHelp("A policy that no longer may. Can be repeated.", valueName: "NAME"))
  var remove: [String] = []

  @Option(
    help: ArgumentHelp("How many approvals there have to be at least.", valueName: "N"))
  var approvals: Int?

  @Flag(help: "Write the list as one JSON object.")
  var json = false

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  func run() async throws {
    let sources = try policies.map(Self.source)
    if let approvals { try Self.check(approvals) }
    try await withCase(folder) { opened in
      if !sources.isEmpty || !remove.isEmpty || approvals != nil {
        try await opened.pin(
          sources, removing: remove, approvals: approvals, at: AuditClock.now())
      }
      let settings = await opened.settings
      if json {
        try StandardOutput.write(Self.json(settings))
      } else if !quiet {
        try StandardOutput.write(Self.text(settings))
      }
    }
  }

  static func check(_ approvals: Int) throws {
    let range = CaseSettings.approvalsRange
    guard range.contains(approvals) else {
      throw Refusal(
        .usage, "--approvals takes a number from \(range.lowerBound) to \(range.upperBound)")
    }
  }

  /// A policy that comes with the program, or one in a file, as it is written there.
  static func source(_ name: String) throws -> CaseFolder.PolicySource {
    _ = try Sources.policy(name)
    return (name, Array(try Sources.policySource(name).utf8))
  }

  private static func text(_ settings: CaseSettings) -> [UInt8] {
    var text = ""
    for policy in settings.policies {
      text += "\(printable(policy.name))  \(printable(policy.audience))  \(policy.sha256)\n"
    }
    return Array((text + "approvals \(settings.approvals)\n").utf8)
  }

  private static func json(_ settings: CaseSettings) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("approvals", settings.approvals)
      json.array("policies") { json in
        for policy in settings.policies {
          json.object { json in
            json.member("name", policy.name)
            json.member("audience", policy.audience)
            json.member("sha256", policy.sha256)
          }
        }
      }
    }
    return json.bytes + [0x0A]
  }
}
