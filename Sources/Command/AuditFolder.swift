internal import Audit
internal import Custody
internal import Glibc

/// Where logs and the machine's own key are found.
enum AuditFolder {
  /// The log in a folder, or in the case that the folder is.
  static func log(_ path: String) throws -> AuditLog {
    guard !path.isEmpty, let status = FileStatus(path) else {
      throw Refusal(.noInput, "there is no folder \(printable(path)); check the name")
    }
    guard status.isFolder else {
      throw Refusal(.badInput, "\(printable(path)) is a file; name the folder of a log")
    }
    let inside = path.hasSuffix("/") ? path + "log" : path + "/log"
    let isCase = FileStatus(path + "/checkpoint") == nil && FileStatus(inside)?.isFolder == true
    guard isCase else { return AuditLog(Disk(root: path), state: try state()) }
    return CaseLayout.auditLog(of: path, state: try state())
  }

  /// The log that is to be written to a folder, which is made where it is not there.
  static func writable(_ path: String) throws -> AuditLog {
    guard !path.isEmpty else { throw Refusal(.usage, "--log needs the name of a folder") }
    // A case has a log of its own, which only its commands write to.
    try OutputFile.checkOutsideCase(path + (FileStatus(path)?.isFolder == true ? "/" : ""))
    if FileStatus(path).map({ !$0.isFolder }) == true {
      throw Refusal(.cannotCreate, "\(printable(path)) is a file; name a folder for the log")
    }
    return AuditLog(Disk(root: path), state: try state())
  }

  /// The user's state folder for this program: XDG_STATE_HOME, or what the XDG base directory
  /// specification puts in its place.
  static func state() throws -> MachineState { MachineState(folder: try stateFolder()) }

  /// The path of that folder, which is made when something is first kept in it.
  static func stateFolder() throws -> String {
    if let path = variable("XDG_STATE_HOME"), path.hasPrefix("/") { return path + "/underseal" }
    guard let home = variable("HOME"), home.hasPrefix("/") else {
      throw Refusal(.usage, "there is no home folder for the log's key; set HOME or XDG_STATE_HOME")
    }
    return home + "/.local/state/underseal"
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}

extension AuditError {
  /// What to do about an error, in one sentence.
  func refusal(about path: String) -> Refusal {
    let log = printable(path)
    return switch self {
    case .malformed(.signingKey, _), .malformed(.pin, _):
      Refusal(.badInput, "the key or a pin in the state folder is damaged; restore it from a copy")
    case .malformed(let format, let what):
      Refusal(.badInput, "\(log): the \(format.rawValue) is not in its form (\(what))")
    case .outOfRange: Refusal(.usage, "\(log) has no such entry; 'underseal audit' says how many")
    case .unknownSigner:
      Refusal(
        .refused,
        "nobody vouches for who signed \(log); give the log's key with --vkey, or open it"
          + " on a machine that has it pinned")
    case .wrongProof, .wrongSignature:
      Refusal(.refused, "\(log) does not prove what it says; ask for it again")
    case .missing(let file):
      Refusal(.refused, "\(log) lacks \(printable(file)); see 'underseal audit'")
    case .altered(let file):
      Refusal(.refused, "\(log) was altered (\(printable(file))); see 'underseal audit'")
    case .rolledBack(let size, let seen):
      Refusal(
        .refused,
        "\(log) has \(size) entries where \(seen) were seen: an older copy was put back; restore"
          + " the newest one, or name a new folder")
    case .otherKey:
      Refusal(.refused, "\(log) is signed by another machine's key; begin a log of your own")
    case .keyInsideLog:
      Refusal(
        .refused,
        "the state folder with the key lies inside \(log); name another folder for the log"
      )
    case .exposedKey:
      Refusal(
        .noPermission,
        "others can read the key of this machine, or change the folder with it; make it yours alone"
          + " with 'chmod -R go= FOLDER', where FOLDER is underseal in $XDG_STATE_HOME, or in"
          + " ~/.local/state; if somebody may have used it, go on from another machine")
    case .system(let file, let number):
      Refusal(
        number == EACCES || number == EPERM || number == EROFS ? .noPermission : .brokenStream,
        "\(log)\(file.isEmpty ? "" : "/" + printable(file)): \(reason(number)); \(remedy(number))")
    case .cryptography:
      Refusal(.brokenStream, "the cryptographic library failed; restart, and look for updates")
    }
  }
}
