internal import ArgumentParser
internal import Audit

/// `underseal check-proof`: does an entry stand in a log, and what does it say?
struct CheckProofCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-proof",
    abstract: "Check the proof of one entry of a log.",
    discussion: """
      The key that must have signed the log's head is the one pinned on this \
      machine, or the one given with --vkey. Exit status 0 where the proof holds.
      """)

  @Argument(help: ArgumentHelp("The proof; - for stdin.", valueName: "FILE"))
  var file: String

  @Option(help: ArgumentHelp("The key that must have signed.", valueName: "KEY"))
  var vkey: String?

  @Flag(help: "Write the result as one JSON object.")
  var json = false

  func run() throws {
    do {
      let proof = try ProofFile(parsing: contents(of: file, limit: 1 << 20))
      let disclosure = try? Disclosure(parsing: proof.extra)
      let leaf = try disclosure?.leaf().bytes ?? Leaf(parsing: proof.extra).bytes
      let head = try proof.check(leaf: leaf, keys: try keys(proof))
      try StandardOutput.write(text(proof, head, disclosure))
    } catch let error as AuditError {
      throw error.refusal(about: file)
    }
  }

  private func keys(_ proof: ProofFile) throws -> [VerifierKey] {
    if let vkey { return [try VerifierKey(vkey)] }
    let head = try Checkpoint(text: proof.checkpoint.text)
    return try AuditFolder.state().pin(origin: head.origin).map { [$0.key] } ?? []
  }

  private func text(
    _ proof: ProofFile, _ head: Checkpoint, _ disclosure: Disclosure?
  ) -> [UInt8] {
    guard json else {
      var text = "PROVED: entry \(proof.index) of \(head.size) in \(printable(head.origin))\n"
      if let disclosure, case .object(let members) = disclosure.body {
        text += "type\t\(disclosure.type.rawValue)\n"
        for member in members {
          text +=
            printable(member.key) + "\t"
            + printable(AuditEntries.text(disclosure.body, member.key)) + "\n"
        }
      } else {
        text += "what the entry says is not part of this proof\n"
      }
      return Array(text.utf8)
    }
    var json = JSONWriter()
    json.object { json in
      json.member("proved", true)
      json.member("entry", proof.index)
      json.member("origin", head.origin)
      json.member("size", head.size)
      if let disclosure {
        json.member("type", disclosure.type.rawValue)
        json.member("body", written: disclosure.body.bytes)
      }
    }
    return json.bytes + [0x0A]
  }
}
