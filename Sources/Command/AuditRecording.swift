internal import Audit
internal import Cryptography
internal import Custody
internal import Redaction
internal import Sealing

/// Writes the decisions of a run to a log before its texts are released (`redact --log`).
struct AuditRecording {
  private let log: AuditLog
  private let path: String
  private let auditors: [any Recipient]
  private let policy: (name: String, digest: String)
  private let reader: Reader

  /// - Throws: `Refusal` where the log's folder or the auditor's key cannot be used.
  init(folder: String, auditor: String?, policy: (name: String, digest: String), reader: Reader)
    throws
  {
    path = folder
    log = try AuditFolder.writable(folder)
    auditors =
      try auditor.map { text throws -> [any Recipient] in
        do throws(SealingError) {
          return [try KeyFile.reader.recipient(text)]
        } catch {
          throw error.refusal(about: "the recipient given with --auditor", isKeyFile: false)
        }
      } ?? []
    self.policy = policy
    self.reader = reader
  }

  /// Appends each document's decisions under one checkpoint; all are on the disk afterwards.
  func write(_ documents: [RedactedTestimony], quiet: Bool) throws {
    do {
      var head: AuditLog.Head?
      var isNew = false
      for (index, document) in documents.enumerated() {
        let time = AuditClock.now()
        var entries = index == 0 ? [try policyEntry(time)] : []
        entries += try Self.entries(of: document, at: time)
        let seal: (([UInt8]) throws -> [UInt8])? =
          auditors.isEmpty ? nil : { try SealedBytes.seal($0, to: auditors) }
        head = try log.append(AuditLog.Batch(entries), at: time, sealing: seal)
        isNew = isNew || head?.isNew == true
      }
      if let head, !quiet { try say(head, isNew: isNew) }
    } catch let error as AuditError {
      throw error.refusal(about: path)
    }
  }

  private func say(_ head: AuditLog.Head, isNew: Bool) throws {
    if isNew {
      Console.say(
        "\(printable(path)): a new log; its key is \(try head.key.code()), \(head.key.text)")
    }
    Console.say(
      "\(printable(path)): \(counted(head.checkpoint.size, "entry", "entries")); write down the"
        + " head: \(try head.checkpoint.code())")
    if auditors.isEmpty {
      Console.say(
        "no --auditor is named, so nothing is kept that could open the entries: the log shows that"
          + " there were decisions, not which")
    }
  }

  private func policyEntry(_ time: String) throws -> Disclosure {
    try Disclosure(
      .policy,
      [
        .init("at", .string(time)), .init("name", .string(policy.name)),
        .init("sha256", .string(String(policy.digest.dropFirst("sha256:".count)))),
        .init("reader", .string(reader.rawValue)), .init("weights", .string(Reader.weights)),
      ])
  }

  /// One entry for each decision, and one for the release of the text.
  static func entries(
    of document: RedactedTestimony, at time: String
  ) throws -> [Disclosure] {
    var entries = try zip(document.decisions, document.scalarSpans()).map { decision, span in
      try entry(decision, span, document.id, time)
    }
    entries.append(
      try Disclosure(
        .release,
        [
          .init("at", .string(time)), .init("document", .string(document.id)),
          .init("lang", .string(document.language.rawValue)),
          .init("sha256", .string(try digest(document.bytes))),
          .init("decisions", .number(document.decisions.count)),
        ]))
    return entries
  }

  private static func entry(
    _ decision: Decision, _ span: (input: TextSpan, output: TextSpan), _ document: String,
    _ time: String
  ) throws -> Disclosure {
    try Disclosure(
      .decision,
      [.init("at", .string(time))]
        + DecisionEntry.members(
          decision, input: span.input, output: span.output, document: document))
  }

  /// SHA-256 in hexadecimal digits, as `sha256sum` writes it.
  static func digest(_ bytes: [UInt8]) throws -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = try SHA256.digest(bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}

/// "1 entry", "2 entries".
func counted(_ count: Int, _ one: String, _ many: String) -> String {
  "\(count) \(count == 1 ? one : many)"
}
