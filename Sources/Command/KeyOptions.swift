internal import ArgumentParser
internal import Cryptography
internal import Sealing

#if PostQuantum
  internal import HybridSealing
#endif

/// The options of every command that opens sealed things.
struct IdentityOptions: ParsableArguments {
  @Option(
    name: [.customShort("i"), .customLong("identity")],
    help: ArgumentHelp(
      "A file with private keys; may itself be sealed with a passphrase. Can be repeated.",
      valueName: "FILE"))
  var identities: [String] = []

  @Option(
    help: ArgumentHelp(
      "Read the passphrase from this file descriptor instead of asking for it.", valueName: "N"))
  var passphraseFd: Int32?

  /// The private keys of all files named, and a passphrase where `hasPassphrase`.
  func loaded(limit: Int = ScryptIdentity.usualLimit) throws -> [any Identity] {
    let passphrase = Passphrase(descriptor: passphraseFd)
    return try keys(passphrase, limit: limit) + [
      ScryptIdentity(limit: limit) { try passphrase.existing(for: "the file") }
    ]
  }

  /// The private keys of all files named.
  func keys(
    _ passphrase: Passphrase, limit: Int = ScryptIdentity.usualLimit
  ) throws -> [any IdentityKey] {
    try identities.flatMap { try KeyFile.identities($0, passphrase: passphrase, limit: limit) }
  }
}

/// The options of every command that seals.
struct RecipientOptions: ParsableArguments {
  @Option(
    name: [.customShort("r"), .customLong("recipient")],
    help: ArgumentHelp("A public key that will open it: age1…. Can be repeated.", valueName: "KEY"))
  var recipients: [String] = []

  @Option(
    name: [.customShort("R"), .customLong("recipients-file")],
    help: ArgumentHelp(
      "A file of public keys, one a line. Can be repeated.", valueName: "FILE"))
  var recipientFiles: [String] = []

  var isEmpty: Bool { recipients.isEmpty && recipientFiles.isEmpty }

  /// All recipients named.
  func loaded() throws -> [any Recipient] {
    var found: [any Recipient] = []
    for text in recipients {
      do throws(SealingError) {
        found.append(try KeyFile.reader.recipient(text))
      } catch { throw error.refusal(about: "the recipient given with -r", isKeyFile: false) }
    }
    for file in recipientFiles { found += try KeyFile.recipients(file) as [any Recipient] }
    return found
  }
}

/// Files of keys.
enum KeyFile {
  /// The largest file of keys that is opened, in bytes.
  private static let largest = 16 << 20

  #if PostQuantum
    static let reader = KeyReader([.hybrid, .x25519])
  #else
    static let reader = KeyReader([.x25519])
  #endif

  /// The recipients of a file; "-" is stdin.
  static func recipients(_ path: String) throws -> [any RecipientKey] {
    let bytes = try contents(of: path, limit: largest)
    let name = path == "-" ? "stdin" : printable(path)
    do throws(SealingError) {
      let found = try reader.recipients(bytes)
      guard !found.isEmpty else { throw .noRecipients }
      return found
    } catch { throw error.refusal(about: name, isKeyFile: true) }
  }

  /// The identities of a file; where that is an age file, its passphrase is asked for.
  static func identities(
    _ path: String, passphrase: Passphrase, limit: Int
  ) throws -> [any IdentityKey] {
    var bytes = try contents(of: path, limit: largest)
    defer { wipe(&bytes) }
    let name = path == "-" ? "stdin" : printable(path)
    if SealedBytes.isSealed(bytes) {
      let identity = ScryptIdentity(limit: limit) { try passphrase.existing(for: name) }
      var opened = try SealedBytes.open(bytes, name: name, with: [identity])
      wipe(&bytes)
      swap(&bytes, &opened)
    }
    do throws(SealingError) {
      let found = try reader.identities(bytes)
      guard !found.isEmpty else { throw .malformedKey(line: 1) }
      return found
    } catch { throw error.refusal(about: name, isKeyFile: true) }
  }
}
