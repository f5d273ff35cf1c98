package import Audit
internal import Redaction
internal import Sealing

/// What stands in the open in `case.yaml`:
///
///     version: 2
///     origin: underseal/4jy6…
///     vkey: underseal/4jy6…+0a1b2c3d+AX…
///     recipients:
///       - age1pq1…
///     auditors: []
package struct CaseSettings: Sendable, Equatable {
  /// The first version's log names files without their places.
  static let version = 2

  /// Whether the case was last written by the first version.
  package let isOfFirstVersion: Bool
  /// What tells the case from all others.
  package let origin: String
  /// The key that began the log.
  package let vkey: VerifierKey
  /// The public keys whose owners can open everything: `age1…`.
  package var recipients: [String]
  /// The public keys whose owners can read what the log's entries say.
  package var auditors: [String]

  /// The file.
  var yaml: [UInt8] {
    func list(_ keys: [String]) -> String {
      keys.isEmpty ? " []\n" : "\n" + keys.map { "  - \($0)\n" }.joined()
    }
    return Array(
      """
      version: \(Self.version)
      origin: \(origin)
      vkey: \(vkey.text)
      recipients:\(list(recipients))auditors:\(list(auditors))
      """.utf8)
  }

  init(origin: String, vkey: VerifierKey, recipients: [String], auditors: [String]) {
    isOfFirstVersion = false
    self.origin = origin
    self.vkey = vkey
    self.recipients = recipients
    self.auditors = auditors
  }

  init(yaml: [UInt8]) throws {
    do {
      let map = try StrictYAML(file: CaseLayout.settings, quotesWords: true).root(yaml)
        .mapping("case", keys: ["version", "origin", "vkey", "recipients", "auditors"])
      isOfFirstVersion =
        try map.required("version").number("version", in: 1...Self.version) == 1
      origin = try map.required("origin").line("origin")
      vkey = try VerifierKey(try map.required("vkey").line("vkey"))
      recipients = try map.required("recipients").sequence("recipients").map {
        try $0.line("recipients")
      }
      auditors = try map["auditors"]?.sequence("auditors").map { try $0.line("auditors") } ?? []
    } catch {
      throw CaseRefusal(
        .badInput, "\(CaseLayout.settings) is damaged; restore the case from its last copy")
    }
    guard !recipients.isEmpty, vkey.name == origin else {
      throw CaseRefusal(
        .badInput, "\(CaseLayout.settings) is damaged; restore the case from its last copy")
    }
  }

  /// Whether everybody who can open the case has a key that a quantum computer does not break.
  package var isPostQuantum: Bool {
    get throws { try keys(recipients).allSatisfy { $0.strength == .postQuantum } }
  }

  /// The recipients as keys.
  func recipientKeys() throws -> [any RecipientKey] { try keys(recipients) }
  /// The auditors as keys.
  func auditorKeys() throws -> [any RecipientKey] { try keys(auditors) }

  private func keys(_ texts: [String]) throws -> [any RecipientKey] {
    try texts.map { try ItemKey.reader.recipient($0) }
  }
}
