internal import Cryptography
internal import Sealing

/// Private keys that `init` makes and writes where it is told, each sealed with a passphrase.
struct CaseVaults {
  private let paths: [String]
  private let compat: Bool

  init(_ paths: [String], compat: Bool) throws {
    self.paths = paths
    self.compat = compat
    guard !paths.contains(""), Set(paths).count == paths.count else {
      throw Refusal(.usage, "each key has a file of its own; name as many files as there are keys")
    }
    // Before anybody thinks of a passphrase.
    for path in paths {
      let folder = OutputFile.folder(of: path)
      guard FileStatus(folder)?.isFolder == true else {
        throw Refusal(
          .cannotCreate, "there is no folder \(printable(folder)); put the stick in, or make it")
      }
      guard FileStatus(path) == nil else {
        throw Refusal(
          .cannotCreate, "\(printable(path)) is there already; name a new file for the key")
      }
      try OutputFile.check(path, force: false)
    }
  }

  /// Makes them all, when there is a passphrase for each; a file appears only when it is whole.
  func make(_ passphraseFd: Int32?) throws -> [any IdentityKey] {
    guard !paths.isEmpty else { return [] }
    let source = Passphrase(descriptor: passphraseFd)
    var passphrase: Secret?
    var made: [any IdentityKey] = []
    var files: [OutputFile] = []
    for path in paths {
      if Console.isTerminal { Console.say("for \(printable(path)):") }
      // A descriptor gives one passphrase, which is read once.
      let own = try passphrase?.duplicate() ?? source.new()
      if passphraseFd != nil { passphrase = own.duplicate() }
      let identity = try KeygenCommand.fresh(compat: compat)
      let file = try OutputFile(path, force: false)
      try file.write(try KeygenCommand.file(identity, passphrase: own))
      files.append(file)
      made.append(identity)
    }
    for file in files { try file.finish() }
    return made
  }
}
