internal import Audit
internal import Sealing

/// What an auditor's identity opens of a log, and the part of it that is asked for.
struct AuditEntries {
  /// Everything that was opened, in the order of the log.
  let lines: [Openings.Line]
  /// What does not fit the log.
  let findings: [Finding]

  /// What is to be listed.
  struct Filter {
    var document: String?
    var kind: String?
    var person: String?

    /// Whether a decision is among what is asked for.
    func takes(_ body: JSON) -> Bool {
      func fits(_ wanted: String?, _ key: String) -> Bool {
        wanted == nil || wanted == body[key]?.string
      }
      return fits(document, "document") && fits(kind, "kind") && fits(person, "person")
    }
  }

  /// Opens every file of openings below the head.
  init(_ log: AuditLog, size: Int, identities: [any Identity]) throws {
    var lines: [Openings.Line] = []
    var findings: [Finding] = []
    for (disk, path) in try Self.files(log, size: size) {
      guard let sealed = try disk.read(path) else { continue }
      let text = try SealedBytes.open(sealed, name: path, with: identities)
      do throws(AuditError) {
        lines += try Openings.parse(text)
      } catch {
        findings.append(Finding(.altered, path, "does not hold openings"))
      }
    }
    lines.sort { $0.index < $1.index }
    self.lines = lines
    self.findings = findings + log.check(lines, size: size)
  }

  /// The files of openings: those of the log, and in a case those that lie beside it.
  static func files(_ log: AuditLog, size: Int) throws -> [(Disk, String)] {
    let own = try log.openings().filter { $0 < size }.map { (log.disk, AuditLog.opening($0)) }
    guard let covered = log.covered else { return own }
    let beside = try covered.disk.files(below: AuditLog.openingsPath).filter {
      !($0.split(separator: "/").last ?? "").hasPrefix(".")
    }
    return own + beside.map { (covered.disk, $0) }
  }

  /// The decisions that a filter takes.
  func decisions(_ filter: Filter) -> [Openings.Line] {
    lines.filter { $0.disclosure.type == .decision && filter.takes($0.disclosure.body) }
  }

  /// The columns of tables: the title, and the member it shows.
  static let columns = [
    ("time", "at"), ("document", "document"), ("kind", "kind"), ("treatment", "treatment"),
    ("replacement", "replacement"), ("person", "person"), ("rule", "rule"), ("reason", "reason"),
    ("by", "by"),
  ]

  /// The text of a member, whatever it is.
  static func text(_ body: JSON, _ key: String) -> String {
    body[key]?.string ?? body[key]?.number.map { "\($0)" } ?? ""
  }

  /// The decisions as comma-separated values (RFC 4180), with the entry's index first.
  static func csv(_ lines: [Openings.Line]) -> [UInt8] {
    var text = (["entry"] + columns.map(\.0)).joined(separator: ",") + "\r\n"
    for line in lines {
      let fields = columns.map { field(Self.text(line.disclosure.body, $0.1)) }
      text += (["\(line.index)"] + fields).joined(separator: ",") + "\r\n"
    }
    return Array(text.utf8)
  }

  /// A field that begins as a formula does gets an apostrophe, so that no spreadsheet runs it.
  private static func field(_ text: String) -> String {
    var text = text
    if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) {
      text = "'" + text
    }
    guard text.contains(where: { ",\"\n\r\r\n".contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
