internal import ArgumentParser
internal import Redaction

/// `underseal verify`: are the pseudonyms of released texts consistent, and does anything show?
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check released texts: are the pseudonyms consistent, does anything show?",
    discussion: """
      Reads redacted texts as a reader gets them, edited by hand or not, with the \
      people file of the case and the policy. One person has one pseudonym \
      everywhere, no two people share one, none is a real name of the case; no \
      form of a protected name shows; the marker stands once, at the first \
      mention, in the right language and gender.

      With the reports of 'redact' it also tells whether a pseudonym stands for \
      another person than it was given to, and whether places, units, dates and \
      ages are said alike everywhere, no more exactly than was decided.

      A folder that was released from a case is checked alone, by anybody: the \
      text, its approvals, and the proof that a log has it. With a case it \
      checks the log and everything that is released. --vkey names the log's key.

      What is found has a document and a place: line and column for people, \
      Unicode scalars with --json. Exit status 1 when something was found; what \
      could not be checked is said on stderr.
      """)

  @Argument(
    help: ArgumentHelp(
      "Redacted texts; - for stdin. Or a case, or a folder released from one.",
      valueName: "RELEASED"))
  var released: [String]

  @Option(help: ArgumentHelp("The people of the case (YAML, may be sealed).", valueName: "FILE"))
  var people: String?

  @Option(
    help: ArgumentHelp(
      "The policy the texts were redacted under: a name, or a file.", valueName: "NAME|PATH"))
  var policy = "press"

  @Option(
    help: ArgumentHelp(
      "A report of 'redact' (may be sealed), or a folder of them. Can be repeated.",
      valueName: "FILE"))
  var report: [String] = []

  @Option(
    help: ArgumentHelp("The language of the texts; auto tells it from each.", valueName: "LANG"))
  var language = LanguageChoice.auto

  @Option(
    help: ArgumentHelp("A case or release: the log's key, or its code.", valueName: "KEY"))
  var vkey: String?

  @OptionGroup var reading: ReaderOption

  @OptionGroup var keys: IdentityOptions

  @Flag(help: "Write the result as one JSON object.")
  var json = false

  @Flag(help: "Write only what was found.")
  var quiet = false

  func run() async throws {
    if let folder = released.first(where: { FileStatus($0)?.isFolder == true }) {
      if released.count == 1, people == nil, try await CaseVerification(self, folder).run() {
        return
      }
      throw Refusal(
        .usage,
        "\(printable(folder)) is no case and no folder released from one; name the texts in it, and the"
          + " people file with --people")
    }
    guard people != nil else {
      throw Refusal(.usage, "who must not show is in the people file; name it with --people")
    }
    try VerifyTexts(self).run()
  }
}

/// One run of `verify` over released texts.
struct VerifyTexts {
  private let command: VerifyCommand
  private let texts: [String]
  private let reports: [String]

  init(_ command: VerifyCommand) throws {
    self.command = command
    // "--report reports/*.json released/*": the shell makes texts of all reports but the first.
    let isReport = { (path: String) in !command.report.isEmpty && path.hasSuffix(".json") }
    texts = command.released.filter { !isReport($0) }
    reports = command.report + command.released.filter(isReport)
    guard !texts.isEmpty else {
      throw Refusal(.usage, "there is no text among the files; name what 'redact' wrote")
    }
    for (index, path) in texts.enumerated() where texts[..<index].contains(path) {
      throw Refusal(.usage, "\(printable(path)) is named twice")
    }
  }

  func run() throws {
    let check = ConsistencyCheck(
      policy: try Sources.policy(command.policy),
      people: try Sources.people(command.people, keys: command.keys, savedOpenly: false),
      reader: command.reading.reader)
    let reports = try Sources.reports(self.reports, keys: command.keys)
    let read = try texts.map(text)
    let result = check.check(read.map(\.text), reports: reports)
    let report = VerifyResult(result, texts: read.map { ($0.text.id, $0.bytes) })
    try StandardOutput.write(command.json ? report.json() : report.text(quiet: command.quiet))
    if !command.quiet {
      for (document, bytes) in read where document.language == nil && !bytes.isEmpty {
        Console.say(
          "the language of \(printable(document.id)) cannot be told: give --language; without it,"
            + " fewer forms of a name are known")
      }
      for sentence in result.unchecked { Console.say("not checked: \(printable(sentence))") }
    }
    if !result.findings.isEmpty { throw Ended(status: .refused) }
  }

  private func text(_ path: String) throws -> (text: ReleasedText, bytes: [UInt8]) {
    let name = path == "-" ? "stdin" : printable(path)
    let bytes = try InputText.utf8(contents(of: path, limit: Testimony.largest), name: name)
    let short = OutputTargets.name(of: path)
    let isShared = texts.count { OutputTargets.name(of: $0) == short } > 1
    let id = isShared ? path : short
    do {
      // Read as no language first: a text that is not UTF-8 is refused before its language is told.
      let text = try ReleasedText(id: id, utf8: bytes, language: nil)
      guard let language = command.language.language(of: bytes) else { return (text, bytes) }
      return (try ReleasedText(id: id, utf8: bytes, language: language), bytes)
    } catch {
      throw Refusal(.badInput, error.sentence(about: name))
    }
  }
}

extension Sources {
  /// The largest report that is opened, in bytes.
  private static let largestReport = 1 << 28

  /// The reports in files and folders; sealed ones are opened with `keys`.
  static func reports(_ paths: [String], keys: IdentityOptions) throws -> [ReleasedReport] {
    try paths.flatMap { path in
      guard FileStatus(path)?.isFolder == true else { return [path] }
      let files = try fileNames(in: path).filter { $0.hasSuffix(".json") }
      return files.map { path.hasSuffix("/") ? path + $0 : path + "/" + $0 }
    }.flatMap { path in
      var bytes = try contents(of: path, limit: largestReport)
      if SealedBytes.isSealed(bytes) {
        bytes = try SealedBytes.open(bytes, name: printable(path), with: keys.loaded())
      }
      return try ReportFile.reports(in: bytes, name: printable(path))
    }
  }
}
