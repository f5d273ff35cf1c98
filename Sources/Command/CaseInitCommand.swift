internal import ArgumentParser
internal import Audit
internal import Cryptography
internal import Custody
internal import Sealing

/// `underseal init`: a case folder.
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a case folder, in which originals lie sealed.",
    discussion: """
      Name the public keys whose owners will be able to open the case, two at \
      least, kept in different places; --single accepts one. --vault makes a key \
      of its own, sealed with a passphrase, and writes it where you say: best \
      to a stick that is then kept apart.

        underseal init case --vault /media/stick-a/vault.txt --vault /media/stick-b/vault.txt

      A machine that holds public keys only can add originals and never open \
      them. With -i the keys are tried on a test item before they are believed.
      """)

  @Argument(help: ArgumentHelp("The folder to make.", valueName: "CASE"))
  var folder: String

  @OptionGroup var recipients: RecipientOptions

  @Option(
    help: ArgumentHelp(
      "Make a key, sealed with a passphrase, in this file. Can be repeated.", valueName: "FILE"))
  var vault: [String] = []

  @Flag(help: "With --vault: X25519 keys, for readers with age before 1.3.")
  var compat = false

  @Flag(help: "One recipient is enough: what is sealed is lost when that key is.")
  var single = false

  @Option(
    help: ArgumentHelp(
      "The public key whose owner can read what the log says. Can be repeated.",
      valueName: "RECIPIENT"))
  var auditor: [String] = []

  @Option(
    help: ArgumentHelp(
      "A policy that may release, by name or as a file. Can be repeated. Default: those that come with"
        + " the program.", valueName: "NAME|PATH"))
  var policy: [String] = []

  @Option(
    help: ArgumentHelp("How many approvals a release needs at least.", valueName: "N"))
  var approvals = 1

  @OptionGroup var keys: IdentityOptions

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  func run() async throws {
    guard !folder.isEmpty else { throw Refusal(.usage, "the case needs a name; name a folder") }
    var all: [any RecipientKey] = []
    for text in recipients.recipients { all.append(try Self.recipient(text, "-r")) }
    for file in recipients.recipientFiles { all += try KeyFile.recipients(file) }
    let auditors = try auditor.map { try Self.recipient($0, "--auditor") }
    let passphrase = Passphrase(descriptor: keys.passphraseFd)
    var identities: [any Identity] = try keys.keys(passphrase)
    let paths = try asked(all.isEmpty)
    try CasePolicyCommand.check(approvals)
    let policies = try policy.map(CasePolicyCommand.source)
    try await refusingCase(folder) {
      try CaseFolder.checkBeginning(folder, keys: all.count + paths.count, isSingle: single)
      let vaults = try CaseVaults(paths, compat: compat).make(keys.passphraseFd)
      all += vaults.map(\.recipient)
      identities += vaults as [any Identity]
      var beginning = CaseFolder.Beginning(
        recipients: all, auditors: auditors, isSingle: single, identities: identities)
      beginning.policies = policies.isEmpty ? nil : policies
      beginning.approvals = approvals
      let made = try await CaseFolder.create(
        folder, stateFolder: try AuditFolder.stateFolder(), beginning, at: AuditClock.now())
      if !quiet { try await say(made, vaults: paths, areTried: !identities.isEmpty) }
    }
  }

  /// The vault files: those named, or, with nothing else to go by, those asked for.
  private func asked(_ isNobodyNamed: Bool) throws -> [String] {
    guard vault.isEmpty, isNobodyNamed, Console.isInputTerminal else { return vault }
    Console.write(
      single
        ? """
        A case is opened with a private key. One is made now, sealed with a passphrase; best on a
        stick that is kept away from this computer. Whoever has it and its passphrase can open
        everything; when either is lost, nobody ever can.

        """
        : """
        A case is opened with private keys. Two are made now, each sealed with a passphrase; best
        on two sticks, kept in two places, away from this computer. Whoever has one of them and
        its passphrase can open everything; when both are lost, nobody ever can.

        """)
    var paths: [String] = []
    for number in single ? ["the"] : ["the first", "the second"] {
      paths.append(try Terminal.ask("File for \(number) key: "))
    }
    return paths
  }

  private static func recipient(_ text: String, _ option: String) throws -> any RecipientKey {
    do throws(SealingError) {
      return try KeyFile.reader.recipient(text)
    } catch { throw error.refusal(about: "the recipient given with \(option)", isKeyFile: false) }
  }

  private func say(_ made: CaseFolder, vaults: [String], areTried: Bool) async throws {
    let settings = await made.settings
    let status = try await made.status()
    let name = printable(folder)
    Console.say(
      "\(name): a new case for \(counted(settings.recipients.count, "recipient"))"
        + (try settings.isPostQuantum
          ? ", with post-quantum keys" : ", with X25519 keys, which are not post-quantum"))
    Console.say(
      areTried
        ? "a test item was sealed and opened: the keys given work"
        : "the keys were not tried; 'underseal status \(name) -i IDENTITY' tries them")
    for path in vaults {
      Console.say(
        "keep \(printable(path)) and its passphrase apart from this computer, and a copy of both")
    }
    Console.say(
      "whoever has one private key can open everything; without any of them nobody ever can")
    if settings.auditors.isEmpty {
      Console.say(
        "no --auditor is named: the log will show that something was decided, not what")
    }
    if let head = status.log.head, let key = status.log.keys.last {
      Console.say("write down the key of the log: \(try key.code())")
      Console.say("write down its head, now and then: \(try head.code())")
    }
  }
}
