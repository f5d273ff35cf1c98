internal import ArgumentParser
internal import Custody
internal import Redaction
internal import Sealing

/// `underseal release`: the gate.
struct ReleaseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: "Release what is decided and approved, or say why not.",
    discussion: """
      Looks at every condition and lists it: the log, the original, the policy, \
      the people, each decision, the review, what shows in the text, its file \
      name, consistency with what is released, the approvals, the consent. Only \
      where all hold the text goes to released/ID/REVISION inside the case, with \
      release.json and a proof that 'underseal verify' checks anywhere.

      Without an ID it tries every item that is planned. --trial only looks.

      The whole text is shown first, as it will be published, doubtful places \
      marked: page by page on a terminal, which then asks; elsewhere --text \
      writes that of one item to a file.
      """)

  @Argument(help: ArgumentHelp("The folder of a case.", valueName: "CASE"))
  var folder: String

  @Argument(help: ArgumentHelp("The items.", valueName: "ID"))
  var ids: [String] = []

  @Flag(help: "Look at the conditions, and release nothing.")
  var trial = false

  @Option(
    help: ArgumentHelp("Write the text as it will be published to a file.", valueName: "FILE"))
  var text: String?

  @Flag(help: "With --text: replace a file that exists.")
  var force = false

  @OptionGroup var keys: IdentityOptions

  @Flag(help: "Write the conditions as JSON, a line for each item.")
  var json = false

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  func run() async throws {
    if let text {
      guard ids.count == 1 else { throw Refusal(.usage, "--text takes one text; name one item") }
      try OutputFile.check(text, force: force)
    }
    let identities = try keys.loaded()
    var isRefused = false
    try await withCase(folder) { opened in
      let all = ids.isEmpty ? try await opened.planned(with: identities) : ids
      for id in all {
        let shown = try await show(id, opened, identities)
        let report = try await opened.release(
          id, with: identities, at: AuditClock.now(), isTrial: trial || shown.isDeclined,
          shown: shown.text, text: CaseText.utf8)
        try StandardOutput.write(json ? Self.json(report) : Self.text(report))
        isRefused = isRefused || shown.isDeclined || report.checks.contains { !$0.holds }
        if !quiet { say(report) }
      }
      if all.isEmpty, !quiet { Console.say("nothing is planned that could be released") }
    }
    if isRefused { throw Ended(status: .refused) }
  }

  /// Shows the text as it will be, in a file or on a terminal; elsewhere nothing is shown.
  private func show(
    _ id: String, _ opened: CaseFolder, _ identities: [any Identity]
  ) async throws -> (text: PublishedText?, isDeclined: Bool) {
    guard text != nil || Console.isInputTerminal else { return (nil, false) }
    let shown = try await opened.published(id, with: identities, text: CaseText.utf8)
    guard let text else {
      return (shown, try !TextPage(shown).isAgreed(trial ? "Go on?" : "Release this text?"))
    }
    try TextPage(shown).write(to: text, force: force)
    if !quiet { Console.say(TextPage(shown).sentence(text)) }
    return (shown, false)
  }

  private func say(_ report: ReleaseReport) {
    let failed = report.checks.count { !$0.holds }
    if let place = report.folder {
      Console.say("\(report.item): released in \(printable(folder))/\(place)")
    } else if failed > 0 {
      Console.say("\(report.item): refused, \(counted(failed, "condition")) not met")
    } else {
      Console.say("\(report.item): every condition holds; without --trial it is released")
    }
  }

  private static func text(_ report: ReleaseReport) -> [UInt8] {
    var text = "\(report.item) revision \(report.revision)\n"
    for check in report.checks {
      text += check.objection.map { "  NO  \(check.name): \($0)\n" } ?? "  ok  \(check.name)\n"
    }
    if let folder = report.folder { text += "  \(folder)\n" }
    return Array(text.utf8)
  }

  private static func json(_ report: ReleaseReport) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("id", report.item)
      json.member("revision", report.revision)
      json.member("released", report.isReleased)
      if let folder = report.folder { json.member("folder", folder) }
      json.array("checks") { json in
        for check in report.checks {
          json.object { json in
            json.member("check", check.name)
            json.member("holds", check.holds)
            if let objection = check.objection { json.member("objection", objection) }
          }
        }
      }
    }
    return json.bytes + [0x0A]
  }
}
