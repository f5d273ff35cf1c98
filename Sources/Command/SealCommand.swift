internal import ArgumentParser
internal import Sealing

/// `underseal seal`: any file in, an age file out.
struct SealCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seal",
    abstract: "Seal a file so that only its recipients can open it.",
    discussion: """
      Writes an age file (age-encryption.org/v1), which stock 'age' opens too:

        underseal keygen -o key.txt
        underseal seal -r age1… -o statement.txt.age statement.txt
        underseal open -i key.txt -o statement.txt statement.txt.age

      -i in place of -r seals for the public half of a private key. Neither the size nor the name of a file is hidden by sealing it, and \
      anyone who knows a public key can seal a file for it.
      """)

  @Argument(help: ArgumentHelp("The file to seal; - or none for stdin.", valueName: "FILE"))
  var file: String?

  @OptionGroup var recipients: RecipientOptions

  @OptionGroup var identities: IdentityOptions

  @Flag(name: [.customShort("p"), .customLong("passphrase")], help: "Seal with a passphrase.")
  var hasPassphrase = false

  @Flag(name: [.customShort("a"), .customLong("armor")], help: "Write the text form.")
  var isArmored = false

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Where to write; - or none for stdout.", valueName: "FILE"))
  var output: String?

  @Flag(help: "Replace a file that exists.")
  var force = false

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  func run() throws {
    let isStdinTaken = file == nil || file == "-"
    if isStdinTaken, (recipients.recipientFiles + identities.identities).contains("-") {
      throw Refusal(.usage, "stdin cannot be the keys and the file; name one of them")
    }
    if output == nil, !isArmored, Console.isOutputTerminal {
      throw Refusal(.usage, "a sealed file is not for the terminal; add -o FILE, or -a, or -o -")
    }
    let stream = try SealedStream(
      input: file, output: output, force: force, isQuiet: quiet,
      kept: recipients.recipientFiles + identities.identities)
    var sealer: Sealer
    let everyone = try everyone(isStdinTaken)
    do throws(SealingError) {
      sealer = try Sealer(to: everyone, isArmored: isArmored)
    } catch { throw error.refusal(about: "the recipients", isKeyFile: false) }
    try stream.run("sealing") {
      try sealer.take($0, to: $1)
    } finish: {
      try sealer.finish(to: $0)
    }
  }

  /// The recipients of the file: those named, and the public halves of identities.
  private func everyone(_ isStdinTaken: Bool) throws -> [any Recipient] {
    let passphrase = Passphrase(descriptor: identities.passphraseFd)
    let named = try recipients.loaded()
    guard hasPassphrase else {
      return try named + identities.keys(passphrase).map { $0.recipient as any Recipient }
    }
    guard named.isEmpty, identities.identities.isEmpty else {
      throw SealingError.passphraseNotAlone.refusal(about: "", isKeyFile: false)
    }
    if isStdinTaken, identities.passphraseFd == 0 {
      throw Refusal(.usage, "stdin cannot be the passphrase and the file; name one of them")
    }
    return [ScryptRecipient(passphrase: try passphrase.new())]
  }
}
