internal import Audit
internal import Cryptography

/// What `underseal audit` has to say.
struct AuditResult {
  let log: LogVerification
  private(set) var findings: [Finding]
  private(set) var verdict: Verdict
  /// The decisions that were asked for; nil where no identity was given.
  var decisions: [Openings.Line]?
  /// How many entries were opened.
  var openedCount = 0
  /// Where the log and a report differ.
  var differences: [String] = []

  init(_ log: LogVerification) {
    self.log = log
    findings = log.findings
    verdict = log.verdict
  }

  mutating func add(_ more: [Finding]) {
    findings += more
    verdict = more.map(\.verdict).reduce(verdict, max)
  }

  var status: ExitStatus {
    switch verdict {
    case .intact where !differences.isEmpty: .refused
    case .intact: log.isConfirmed ? .done : .unconfirmed
    case .altered: .altered
    case .rolledBack: .rolledBack
    case .incomplete: .incomplete
    case .unreadable: .unreadable
    }
  }

  /// The verdict in a word; INTACT only where somebody vouches for the signer.
  var word: String {
    verdict == .intact && !log.isConfirmed ? "CONSISTENT" : verdict.rawValue
  }

  var sentence: String {
    switch verdict {
    case .intact where log.isConfirmed: "every entry is as it was signed by the key you trust"
    case .intact: "every entry is as it was signed; signer not confirmed"
    case .altered: "something is not as it was signed, or signed by somebody else"
    case .rolledBack: "the log is older than one that was seen before"
    case .incomplete: "something that was signed is missing"
    case .unreadable: "there is no log here that could be judged"
    }
  }

  /// What is said on stderr.
  var remarks: [String] {
    var remarks: [String] = []
    if verdict == .intact, !log.isConfirmed {
      remarks.append(
        "warning: nobody vouches for the signer; compare the key's code with the one its owner wrote"
          + " down, and give it with --vkey")
    }
    if verdict == .intact, log.isConfirmed, !log.isSeen {
      remarks.append(
        "no head was seen here before: an older copy of the whole would read the same; give the head that"
          + " was written down with --head")
    }
    if log.leftovers > 0 {
      remarks.append(
        "\(counted(log.leftovers, "file")) of an act that was interrupted or goes on just now, or was made to"
          + " look so; the next command finishes or undoes it")
    }
    return remarks
  }

  private static func place(_ finding: Finding) -> String {
    printable(finding.file) + (finding.entry.map { ", entry \($0)" } ?? "")
  }

  /// The summary, as titles and values.
  var summary: [(String, String)] {
    guard let head = log.head else { return [] }
    var rows = [("log", printable(head.origin)), ("entries", "\(head.size)")]
    if let code = try? head.code() { rows.append(("head", code)) }
    if let key = log.keys.last {
      if let code = try? key.code() { rows.append(("key", code)) }
      rows.append(("vkey", key.text))
    }
    if let decisions {
      rows.append(("opened", "\(openedCount) entries, \(decisions.count) decisions listed"))
    }
    return rows
  }

  /// For people.
  func text(quiet: Bool) -> [UInt8] {
    var text = "\(word): \(sentence)\n"
    for finding in findings {
      text += "\(finding.verdict.rawValue) \(Self.place(finding)) \(finding.what)\n"
    }
    if log.findingCount > log.findings.count {
      text += "… and \(log.findingCount - log.findings.count) more\n"
    }
    for difference in differences { text += "REPORT \(difference)\n" }
    if quiet { return Array(text.utf8) }
    for (title, value) in summary {
      text += title + String(repeating: " ", count: 10 - title.count) + value + "\n"
    }
    for line in decisions ?? [] {
      let body = line.disclosure.body
      let fields = AuditEntries.columns.map { printable(AuditEntries.text(body, $0.1)) }
      text += (["\(line.index)"] + fields).joined(separator: "\t") + "\n"
    }
    return Array(text.utf8)
  }

  /// For programs.
  func json() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("verdict", word)
      json.member("sentence", sentence)
      json.member("confirmed", log.isConfirmed)
      if let head = log.head {
        json.member("origin", head.origin)
        json.member("size", head.size)
        json.member("root", utf8: Base64.encode(head.root.bytes))
        if let code = try? head.code() { json.member("head", code) }
      }
      if let key = log.keys.last {
        json.member("vkey", key.text)
        if let code = try? key.code() { json.member("key", code) }
      }
      json.array("findings") { json in
        for finding in findings {
          json.object { json in
            json.member("verdict", finding.verdict.rawValue)
            json.member("file", finding.file)
            if let entry = finding.entry { json.member("entry", entry) }
            json.member("what", finding.what)
          }
        }
      }
      json.array("differences") { json in for difference in differences { json.element(difference) }
      }
      if let decisions {
        json.array("decisions") { json in
          for line in decisions {
            json.object { json in
              json.member("entry", line.index)
              json.member("body", written: line.disclosure.body.bytes)
            }
          }
        }
      }
    }
    return json.bytes + [0x0A]
  }
}
