internal import ArgumentParser
internal import Audit
internal import Custody
internal import Sealing

/// `underseal rotate`: who can open a case, and which machines write to it.
struct RotateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate",
    abstract: "Change who can open a case, or let another machine write to it.",
    discussion: """
      Rewraps the keys of all items and touches nothing else. Whoever is \
      removed still opens every copy of the case that was made before.

      --enrol takes the key that 'underseal status' shows on the other machine; \
      both then write to the one case, one after the other, not at one time in \
      two copies.
      """)

  @Argument(help: ArgumentHelp("The folder of a case.", valueName: "CASE"))
  var folder: String

  @Option(help: ArgumentHelp("A public key that will open it. Can be repeated.", valueName: "KEY"))
  var add: [String] = []

  @Option(help: ArgumentHelp("A public key that no longer will.", valueName: "KEY"))
  var remove: [String] = []

  @Option(help: ArgumentHelp("The log key of another machine.", valueName: "VKEY"))
  var enrol: [String] = []

  @OptionGroup var keys: IdentityOptions

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  func run() async throws {
    guard !add.isEmpty || !remove.isEmpty || !enrol.isEmpty else {
      throw Refusal(.usage, "say what changes: --add KEY, --remove KEY or --enrol VKEY")
    }
    var added: [any RecipientKey] = []
    for text in add {
      do throws(SealingError) { added.append(try KeyFile.reader.recipient(text)) } catch {
        throw error.refusal(about: "the recipient given with --add", isKeyFile: false)
      }
    }
    let machines = try enrol.map { text in
      guard let key = try? VerifierKey(text) else {
        throw Refusal(.usage, "the key given with --enrol is none; copy it whole")
      }
      return key
    }
    let (fresh, gone) = (added, remove)
    let identities = fresh.isEmpty && gone.isEmpty ? [] : try keys.loaded()
    try await withCase(folder) { opened in
      for key in machines { try await opened.enrol(key, at: AuditClock.now()) }
      if !fresh.isEmpty || !gone.isEmpty {
        try await opened.rotate(
          adding: fresh, removing: gone, with: identities, at: AuditClock.now())
      }
      if quiet { return }
      for key in machines { Console.say("enrolled the machine \(try key.code())") }
      let settings = await opened.settings
      Console.say("\(counted(settings.recipients.count, "recipient")) can open the case now")
      if settings.recipients.count == 1 {
        Console.say("with one key, all is lost when that key is; add a second")
      }
      if !gone.isEmpty {
        Console.say("whoever was removed still opens every copy that was made before")
      }
    }
  }
}
