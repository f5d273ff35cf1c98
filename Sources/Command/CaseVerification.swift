internal import Audit
internal import Custody

/// `underseal verify` of a case, or of a folder that was released from one.
struct CaseVerification {
  private let command: VerifyCommand
  private let folder: String

  init(_ command: VerifyCommand, _ folder: String) {
    self.command = command
    self.folder = folder
  }

  /// False where the folder is neither.
  func run() async throws -> Bool {
    let trust = Trust(key: command.vkey)
    let state = try AuditFolder.state()
    if let release = ReleaseFolder(folder) {
      let result = release.verify(trust, state: state)
      try write([result], log: nil)
      let isFine = result.findings.isEmpty
      if isFine, !result.isConfirmed, !command.quiet {
        Console.say(
          "nobody vouches for the log's key; ask whoever released it for its code, and give it with"
            + " --vkey")
      }
      if isFine, !result.isBound, !command.quiet {
        Console.say(
          "the log of this older release does not commit to its approvals: nobody can tell whether they are"
            + " those that were given")
      }
      let isVouchedFor = result.isConfirmed && result.isBound
      if !isFine || !isVouchedFor { throw Ended(status: isFine ? .unconfirmed : .refused) }
      return true
    }
    guard FileStatus(folder + "/" + CaseLayout.settings) != nil else { return false }
    var status = ExitStatus.done
    try await withCase(folder) { opened in
      let log = opened.verify(trust)
      let results = try await opened.verifyReleases(log, trust)
      try write(results, log: AuditResult(log))
      try? opened.remember(log)
      let isFine = results.allSatisfy(\.findings.isEmpty)
      status = log.verdict == .intact && !isFine ? .refused : AuditResult(log).status
      if status == .done, !results.allSatisfy(\.isBound) { status = .unconfirmed }
    }
    if status != .done { throw Ended(status: status) }
    return true
  }

  private func write(_ results: [ReleaseFolder.Result], log: AuditResult?) throws {
    try StandardOutput.write(command.json ? json(results, log) : text(results, log))
  }

  private func text(_ results: [ReleaseFolder.Result], _ log: AuditResult?) -> [UInt8] {
    var text = log.map { "\($0.word): \($0.sentence)\n" } ?? ""
    for result in results {
      let name = "\(printable(result.item)) revision \(result.revision)"
      for finding in result.findings {
        text += "\(name): \(finding.check): \(finding.what)\n"
      }
      guard result.findings.isEmpty else { continue }
      switch result.state {
      case "released":
        text +=
          "\(result.isBound ? "VERIFIED" : "CONSISTENT"): \(name): the text is the one that was released, "
        text +=
          result.isBound ? "with \(counted(result.approvals, "approval"))" : "approvals not bound"
        text += result.isConfirmed ? "\n" : "; signer not confirmed\n"
        if log == nil, let key = result.key, let code = try? key.code() {
          text += "key       \(code)\n"
        }
      default:
        text += "\(result.state.uppercased()): \(name)"
        text += result.isBound ? "" : "; not bound"
        text += result.isConfirmed || log != nil ? "\n" : "; signer not confirmed\n"
      }
    }
    return Array(text.utf8)
  }

  private func json(_ results: [ReleaseFolder.Result], _ log: AuditResult?) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      if let log { json.member("verdict", log.word) }
      json.member("consistent", results.allSatisfy(\.findings.isEmpty))
      json.member("bound", results.allSatisfy(\.isBound))
      json.array("items") { json in
        for result in results {
          json.object { json in
            json.member("id", result.item)
            json.member("state", result.state)
            json.member("revision", result.revision)
            json.member("confirmed", result.isConfirmed)
            json.member("approvals", result.approvals)
          }
        }
      }
      json.array("findings") { json in
        for finding in log?.findings ?? [] {
          Self.finding(finding.verdict.rawValue, finding.file, finding.what, to: &json)
        }
        for result in results {
          for finding in result.findings {
            Self.finding(finding.check, result.item, finding.what, to: &json)
          }
        }
      }
    }
    return json.bytes + [0x0A]
  }

  private static func finding(
    _ check: String, _ document: String, _ what: String, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("check", check)
      json.member("document", document)
      json.member("message", what)
    }
  }
}
