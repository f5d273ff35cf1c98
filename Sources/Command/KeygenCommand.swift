internal import ArgumentParser
internal import Cryptography
internal import Glibc
internal import Sealing

#if PostQuantum
  internal import HybridSealing
#endif

/// `underseal keygen`: a new private key, with its public half.
struct KeygenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keygen",
    abstract: "Make a key pair, or show the public half of one.",
    discussion: """
      Writes an identity file of age. The public key in it (age1…) is for \
      whoever seals; the rest of the file opens everything sealed for it, so \
      keep it offline, and a copy of it elsewhere. With -p the file asks for a \
      passphrase whenever it is used.

      \(kinds)
      """)

  #if PostQuantum
    private static let kinds = """
      Keys are post-quantum ones, which 'age' reads from version 1.3 on; \
      --compat makes X25519 keys, which every version reads.
      """
  #else
    private static let kinds = """
      Keys are X25519 ones, which every version of 'age' reads: this build has \
      no post-quantum keys.
      """
  #endif

  @Argument(
    help: ArgumentHelp("With -y: the identity file; - or none for stdin.", valueName: "FILE"))
  var file: String?

  @Flag(help: "Make an X25519 key, for readers with age before 1.3.")
  var compat = false

  @Flag(name: .customShort("y"), help: "Show the public keys of an identity file.")
  var isConverting = false

  @Flag(
    name: [.customShort("p"), .customLong("passphrase")],
    help: "Seal the identity file with a passphrase.")
  var hasPassphrase = false

  @Option(
    help: ArgumentHelp(
      "Read the passphrase from this file descriptor instead of asking for it.", valueName: "N"))
  var passphraseFd: Int32?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Where to write; - or none for stdout.", valueName: "FILE"))
  var output: String?

  @Flag(help: "Replace a file that exists.")
  var force = false

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  func run() throws {
    if isConverting { return try convert() }
    guard file == nil else {
      throw Refusal(.usage, "keygen makes a new key; to read one from a file, add -y")
    }
    let out = try toStdout ? nil : output.map { try OutputFile($0, force: force) }
    let identity = try Self.fresh(compat: compat, quiet: quiet)
    var bytes: [UInt8]
    if hasPassphrase {
      bytes = try Self.file(identity, passphrase: Passphrase(descriptor: passphraseFd).new())
    } else {
      bytes = Self.file(identity)
    }
    defer { wipe(&bytes) }
    if let out {
      try out.write(bytes)
      try out.finish()
    } else {
      try StandardOutput.write(bytes)
    }
    if !quiet, !toStdout || !Console.isOutputTerminal {
      Console.write("Public key: \(identity.recipient.text)\n")
    }
  }

  private var toStdout: Bool { output == nil || output == "-" || output == "/dev/stdout" }

  /// The file of an identity, in the open.
  static func file(_ identity: any IdentityKey) -> [UInt8] {
    var bytes = Array("# created: \(now)\n# public key: \(identity.recipient.text)\n".utf8)
    bytes.reserveCapacity(bytes.count + 128)
    identity.secretText().withCharacters { bytes += $0 }
    return bytes + [0x0A]
  }

  /// The same, sealed with a passphrase.
  static func file(
    _ identity: any IdentityKey, passphrase: consuming Secret
  ) throws -> [UInt8] {
    var bytes = file(identity)
    defer { wipe(&bytes) }
    return try seal(bytes, ScryptRecipient(passphrase: passphrase))
  }

  /// A new private key.
  static func fresh(compat: Bool, quiet: Bool = false) throws -> any IdentityKey {
    do throws(SealingError) {
      #if PostQuantum
        if !compat { return try HybridIdentity() }
      #else
        if !compat, !quiet {
          Console.say("this build has no post-quantum keys; the key is an X25519 one (--compat)")
        }
      #endif
      return try X25519Identity()
    } catch { throw error.refusal(about: "the key", isKeyFile: false) }
  }

  private static func seal(_ bytes: [UInt8], _ recipient: any Recipient) throws -> [UInt8] {
    do throws(SealingError) {
      return try Sealer.seal(bytes, to: [recipient], isArmored: true)
    } catch { throw error.refusal(about: "the key", isKeyFile: false) }
  }

  private func convert() throws {
    let passphrase = Passphrase(descriptor: passphraseFd)
    let keys = try KeyFile.identities(
      file ?? "-", passphrase: passphrase, limit: ScryptIdentity.usualLimit)
    let text = Array(keys.map { $0.recipient.text + "\n" }.joined().utf8)
    guard !toStdout, let output else { return try StandardOutput.write(text) }
    let out = try OutputFile(output, force: force)
    try out.write(text)
    try out.finish()
  }

  /// The time as age writes it: 2026-03-01T10:20:30Z.
  private static var now: String {
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    var text = [CChar](repeating: 0, count: 32)
    let count = strftime(&text, text.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    return String(decoding: text[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
