internal import ArgumentParser
internal import Custody
internal import Glibc

/// `underseal add`: originals go under seal.
struct AddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Seal originals into a case.",
    discussion: """
      Each file is sealed under a random id, which is written to stdout. It \
      needs no private key: a laptop that holds public keys only can add, and \
      cannot open what it added.

      A consent file says what the person agreed to, and the release of a text \
      is refused without one:

        audience: public        # the word of the policy, a list of them, or any
        what: the whole statement, under a pseudonym
        until: 2030-12-31       # the last day; left out: until it is withdrawn
        by: M. K.               # who recorded it
      """)

  @Argument(help: ArgumentHelp("The folder of a case.", valueName: "CASE"))
  var folder: String

  @Argument(help: ArgumentHelp("Files to seal; - for stdin.", valueName: "FILE"))
  var files: [String] = []

  @Option(
    help: ArgumentHelp("What the person agreed to; sealed with each file.", valueName: "FILE"))
  var consent: String?

  @Option(
    help: ArgumentHelp(
      "What the file is called inside the seal; for one file.", valueName: "NAME"))
  var name: String?

  @Flag(help: "Overwrite and remove each file when it is sealed.")
  var shred = false

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  func run() async throws {
    guard !files.isEmpty else { throw Refusal(.usage, "name the files to add, or - for stdin") }
    if name != nil, files.count > 1 {
      throw Refusal(.usage, "--name is for one file; add the others in another call")
    }
    if shred,
      let path = files.first(where: { $0 == "-" || !isPlainFile($0) && FileStatus($0) != nil })
    {
      throw Refusal(.usage, "\(printable(path)) is no file that could be shredded")
    }
    // Every name is looked at before anything is sealed.
    for path in files where path != "-" { try openForReading(path).close() }
    let consent = try consent.map { try contents(of: $0, limit: 1 << 20) }
    try await withCase(folder) { opened in
      for path in files {
        let called = name ?? (path == "-" ? "stdin" : baseName(path))
        let id = try await opened.add(
          CaseFolder.Original(path: path, name: called, consent: consent), at: AuditClock.now())
        try StandardOutput.write(Array("\(id)\n".utf8))
        if shred { try opened.shredPlain(path, of: id) }
        if !quiet {
          Console.say("sealed \(printable(path)) as \(id)" + (shred ? ", and removed it" : ""))
        }
      }
    }
    if quiet { return }
    if shred {
      Console.say(
        "what was removed was overwritten once; an SSD, a journal, a backup or the program that wrote"
          + " it may have kept a copy, which only an encrypted disk protects")
    } else {
      Console.say(
        "the plain files are still where they were; --shred removes them when they are sealed")
    }
  }
}
