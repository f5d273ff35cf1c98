internal import ArgumentParser
internal import Sealing

/// `underseal open`: an age file in, what was sealed out.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Open a sealed file.",
    discussion: """
      Opens age files (age-encryption.org/v1), whoever made them. A file \
      appears under its name only when it was whole; a stream to stdout carries \
      what is authentic so far, and the exit status says whether that was all.

      A file that was sealed with a passphrase asks for it.
      """)

  @Argument(help: ArgumentHelp("The file to open; - or none for stdin.", valueName: "FILE"))
  var file: String?

  @OptionGroup var identities: IdentityOptions

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Where to write; - or none for stdout.", valueName: "FILE"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Try passphrases that are up to 2^N hard to try; 22 at most.", valueName: "N"))
  var maxWorkFactor = ScryptIdentity.usualLimit

  @Flag(help: "Replace a file that exists.")
  var force = false

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  func run() throws {
    guard (1...ScryptIdentity.highestLimit).contains(maxWorkFactor) else {
      throw Refusal(
        .usage, "--max-work-factor takes a number from 1 to \(ScryptIdentity.highestLimit)")
    }
    let isStdinTaken = file == nil || file == "-"
    if isStdinTaken, identities.identities.contains("-") || identities.passphraseFd == 0 {
      throw Refusal(.usage, "stdin cannot be the key and the file; name one of them")
    }
    let stream = try SealedStream(
      input: file, output: output, force: force, isQuiet: quiet, kept: identities.identities)
    var opener = Opener(with: try identities.loaded(limit: maxWorkFactor))
    try stream.run("opening") {
      try opener.take($0, to: $1)
    } finish: {
      try opener.finish(to: $0)
    }
  }
}
