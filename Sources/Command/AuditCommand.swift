internal import ArgumentParser
internal import Audit

/// `underseal audit`: is a log as it was signed, and what does it say?
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Check a log of decisions, and list them with the auditor's key.",
    discussion: """
      Checks every entry and file of the log in DIR against its signed head: \
      INTACT (exit status 0), ALTERED (10), ROLLED BACK (11), INCOMPLETE (12), \
      UNREADABLE (13). It needs no secret and writes nothing to the log.

      Whose log it is, the machine that wrote it knows; anywhere else give the \
      key, or its short code, with --vkey. Without either, a log that is whole \
      is called consistent, its signer not confirmed (2). A head that was written \
      down (--head) shows whether an older copy was put back.

      With -i the decisions are opened and listed. --report holds them against \
      a report of 'redact': every replacement has its entry, every entry its \
      replacement; exit status 1 where not.
      """)

  @Argument(help: ArgumentHelp("The folder of a log, or a case.", valueName: "DIR"))
  var folder: String

  @OptionGroup var keys: IdentityOptions

  @OptionGroup var trusted: TrustOptions

  @Option(help: ArgumentHelp("List decisions about this document only.", valueName: "ID"))
  var document: String?

  @Option(help: ArgumentHelp("List decisions of this kind only: person, place, …"))
  var kind: String?

  @Option(
    help: ArgumentHelp("List decisions about this person of the people file.", valueName: "ID"))
  var person: String?

  @Option(
    help: ArgumentHelp(
      "Hold the log against a report of 'redact'. Can be repeated.", valueName: "FILE"))
  var report: [String] = []

  @Option(
    help: ArgumentHelp("Write a page that anybody can read and check.", valueName: "FILE"))
  var html: String?

  @Option(help: ArgumentHelp("Write the decisions as a table.", valueName: "FILE"))
  var csv: String?

  @Flag(help: "Replace files that exist.")
  var force = false

  @Flag(help: "Write the result as one JSON object.")
  var json = false

  @Flag(help: "Say nothing but the verdict.")
  var quiet = false

  func run() throws {
    let isOpened = !keys.identities.isEmpty
    let needs: [(String?, String)] = [
      (document, "--document"), (kind, "--kind"), (person, "--person"), (csv, "--csv"),
      (report.first, "--report"),
    ]
    if !isOpened, let option = needs.first(where: { $0.0 != nil })?.1 {
      throw Refusal(.usage, "\(option) is about opened decisions; add -i IDENTITY")
    }
    for path in [html, csv].compactMap({ $0 }) { try OutputFile.check(path, force: force) }
    do {
      try audit(try AuditFolder.log(folder), isOpened: isOpened)
    } catch let error as AuditError {
      throw error.refusal(about: folder)
    }
  }

  private func audit(_ log: AuditLog, isOpened: Bool) throws {
    var result = AuditResult(log.verify(trusted.trust))
    if isOpened, let size = result.log.head?.size, result.log.verdict != .unreadable {
      let entries = try AuditEntries(log, size: size, identities: keys.loaded())
      result.add(entries.findings)
      result.decisions = entries.decisions(
        AuditEntries.Filter(document: document, kind: kind, person: person))
      result.openedCount = entries.lines.count
      for path in report {
        let report = try AuditReport.read(path)
        result.differences += try report.differences(from: entries.lines).map {
          "\(printable(path)): \($0)"
        }
      }
    }
    // What is remembered helps later; a machine that cannot remember can still judge.
    try? log.remember(result.log)
    var files: [OutputFile] = []
    if let html {
      files.append(try written(AuditPage(result, log: log, folder: folder).bytes(), to: html))
    }
    if let csv { files.append(try written(AuditEntries.csv(result.decisions ?? []), to: csv)) }
    try StandardOutput.write(json ? result.json() : result.text(quiet: quiet))
    for file in files { try file.finish() }
    if !quiet { for sentence in result.remarks { Console.say(sentence) } }
    if result.status != .done { throw Ended(status: result.status) }
  }

  private func written(_ bytes: [UInt8], to path: String) throws -> OutputFile {
    let file = try OutputFile(path, force: force)
    try file.write(bytes)
    return file
  }
}
