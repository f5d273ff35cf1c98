internal import ArgumentParser
internal import Custody

/// `underseal withdraw`: a released text is taken back.
struct WithdrawCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Take a released text back, when consent is withdrawn.",
    discussion: """
      Removes the copy in the case and leaves a note that something was there; \
      nothing of the item is released again before somebody consents anew. What \
      others hold already, this cannot reach. Needs no private key.
      """)

  @Argument(help: ArgumentHelp("The folder of a case.", valueName: "CASE"))
  var folder: String

  @Argument(help: ArgumentHelp("The item.", valueName: "ID"))
  var id: String

  @Option(help: ArgumentHelp("The reason.", valueName: "TEXT"))
  var why: String

  @Flag(
    help: ArgumentHelp(
      "Destroy the key of the original too, and older generations of the registry: nobody opens"
        + " them again."))
  var shred = false

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  func run() async throws {
    guard why.contains(where: \.isLetter) else {
      throw Refusal(.usage, "say why it is withdrawn: --why TEXT")
    }
    try await withCase(folder) { opened in
      try await opened.withdraw(id, why: why, isShredded: shred, at: AuditClock.now())
      if quiet { return }
      Console.say("\(id): withdrawn; copies that others hold have to be asked back")
      if shred { Console.say(ShredCommand.limits) }
    }
  }
}

/// `underseal shred`: an original is destroyed.
struct ShredCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shred",
    abstract: "Destroy the key of an original: nobody opens it again.",
    discussion: """
      What is sealed stays as it is, unreadable, and the log shows that its key \
      was destroyed on purpose. Needs no private key; cannot be undone.
      """)

  @Argument(help: ArgumentHelp("The folder of a case.", valueName: "CASE"))
  var folder: String

  @Argument(help: ArgumentHelp("The item.", valueName: "ID"))
  var id: String

  @Option(help: ArgumentHelp("The reason.", valueName: "TEXT"))
  var why = "not said"

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  static let limits =
    "the key was overwritten and removed here; copies of the case, backups, and what an SSD keeps"
    + " aside may still hold it, and whoever has one of those and a private key can open it"

  func run() async throws {
    try await withCase(folder) { opened in
      try await opened.shred(id, why: why, at: AuditClock.now())
      if !quiet { Console.say("\(id): shredded; \(Self.limits)") }
    }
  }
}
