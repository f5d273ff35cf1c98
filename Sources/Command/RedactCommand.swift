internal import ArgumentParser
internal import Redaction

/// `underseal redact`: text in, redacted text out.
struct RedactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact",
    abstract: "Redact texts under a policy.",
    discussion: """
      Reads UTF-8 text (and UTF-16 with a byte order mark) and writes it with \
      people renamed, and what leads to them said in general words. Several \
      files are one case: a person found in one is the same person in the others.

      Before anything is written, the result is searched for what it must not \
      show, however it is written. What shows is masked as well; where that does \
      not help, nothing is written and the exit status is 1. Control characters \
      are left out.

      With --lines each line is a record {"id": …, "lang": …, "text": …} that \
      stands alone; "text" is required, and other keys are dropped unless named \
      in --pass. A line that cannot be read gives {"line": N, "error": …} in its \
      place, and exit status 65 at the end.
      """)

  @Argument(help: ArgumentHelp("Files to redact; - or none for stdin.", valueName: "FILE"))
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      "A policy by name (see 'underseal policy list'), or a policy file.", valueName: "NAME|PATH"))
  var policy = "press"

  @Option(help: ArgumentHelp("The people of the case (YAML, may be sealed).", valueName: "FILE"))
  var people: String?

  @Option(
    help: ArgumentHelp(
      "The language of the texts; auto tells it from each. With none, all is masked that cannot"
        + " be cleared.", valueName: "LANG"))
  var language = LanguageChoice.auto

  @Option(
    name: .customShort("o"),
    help: ArgumentHelp(
      "Where to write: a file for one text, a folder for several (made if need be).",
      valueName: "OUT|DIR"))
  var output: String?

  @Flag(help: "Replace files that exist.")
  var force = false

  @Option(
    help: ArgumentHelp(
      "Write every decision as JSON; a folder for several texts. Confidential.",
      valueName: "FILE"))
  var report: String?

  @Option(
    help: ArgumentHelp(
      "The same without positions in the original and people's ids.", valueName: "FILE"))
  var reportPublic: String?

  @Flag(
    help: ArgumentHelp(
      "Show every decision on stderr: the original, what replaced it, why, what found it and how"
        + " sure that was, from 0 to 1; and the sentences a person should look at."))
  var explain = false

  @Option(
    help: ArgumentHelp(
      "Write the people file back with the pseudonyms that were drawn; sealed with -r.",
      valueName: "FILE"))
  var savePeople: String?

  @Option(
    help: ArgumentHelp("Write every decision to an append-only log.", valueName: "DIR"))
  var log: String?

  @Option(
    help: ArgumentHelp(
      "With --log: the public key whose owner can open the decisions.", valueName: "RECIPIENT"))
  var auditor: String?

  @OptionGroup var keys: IdentityOptions

  @OptionGroup var recipients: RecipientOptions

  @Flag(help: "Read and write JSON Lines, in constant memory.")
  var lines = false

  @Option(
    help: ArgumentHelp(
      "With --lines: other keys to pass on, as they are and unredacted.", valueName: "KEY,…"))
  var pass: String?

  @OptionGroup var reading: ReaderOption

  @OptionGroup var work: JobsOption

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  @Flag(help: "Write one JSON report a line on stdout, \"text\" included, instead of the text.")
  var json = false

  func run() throws {
    try work.check()
    if savePeople != nil && people == nil {
      throw Refusal(.usage, "--save-people writes a people file back; name one with --people")
    }
    if auditor != nil && log == nil {
      throw Refusal(.usage, "--auditor opens the decisions of a log; name one with --log")
    }
    if lines && log != nil {
      throw Refusal(.usage, "--log takes the decisions of whole texts; leave out --lines")
    }
    if savePeople == nil, !recipients.isEmpty {
      throw Refusal(.usage, "-r and -R seal a people file; name one with --save-people")
    }
    if files.isEmpty || files == ["-"], Console.isInputTerminal, Console.isTerminal, !quiet {
      Console.say("reading from the terminal; end with Ctrl-D")
    }
    if lines {
      try RedactLines(self).run()
    } else {
      var run = try RedactFiles(self)
      try run.run()
    }
  }

  /// The people of the case.
  func peopleFile() throws -> PeopleFile {
    let file = try Sources.people(
      people, keys: keys, savedOpenly: savePeople != nil && recipients.isEmpty)
    return savePeople == nil ? file : try Sources.withSecret(file)
  }

  /// A people file as it is saved: sealed where there are recipients.
  func saved(_ people: PeopleFile) throws -> [UInt8] {
    let yaml = Array(people.yaml().utf8)
    return recipients.isEmpty ? yaml : try SealedBytes.seal(yaml, to: recipients.loaded())
  }
}
