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
///     approvals: 1
///     policies:
///       - {name: "press", audience: "public", sha256: "be61…"}
package struct CaseSettings: Sendable, Equatable {
  /// The first version's log names files without their places.
  static let version = 2
  private static let keys = [
    "version", "origin", "vkey", "recipients", "auditors", "approvals", "policies",
  ]
  /// How many approvals a case may ask for.
  package static let approvalsRange = 1...9

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
  /// Which policies may release; none in the first version.
  package var policies: [PinnedPolicy] = []
  /// How many approvals there have to be at least, whatever a policy says.
  package var approvals = 1

  /// A policy that may release.
  package struct PinnedPolicy: Sendable, Equatable {
    /// Its name and its audience, as it says itself.
    package let name, audience: String
    /// The SHA-256 of its file, in hexadecimal digits.
    package let sha256: String
  }

  /// The policy of a name or digest, where it may release.
  func pinned(_ word: String) -> PinnedPolicy? {
    policies.first { $0.sha256 == word } ?? policies.first { $0.name == word }
  }

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
      recipients:\(list(recipients))auditors:\(list(auditors))approvals: \(approvals)
      policies:\(policies.isEmpty ? " []" : "")
      """.utf8) + policies.flatMap { Self.line($0) } + [0x0A]
  }

  private static func line(_ policy: PinnedPolicy) -> [UInt8] {
    func quoted(_ text: String) -> String {
      String(decoding: JSON.string(text).bytes, as: UTF8.self)
    }
    return Array(
      ("\n  - {name: \(quoted(policy.name)), audience: \(quoted(policy.audience)),"
        + " sha256: \(quoted(policy.sha256))}").utf8)
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
        .mapping("case", keys: Self.keys)
      isOfFirstVersion =
        try map.required("version").number("version", in: 1...Self.version) == 1
      origin = try map.required("origin").line("origin")
      vkey = try VerifierKey(try map.required("vkey").line("vkey"))
      recipients = try map.required("recipients").sequence("recipients").map {
        try $0.line("recipients")
      }
      auditors = try map["auditors"]?.sequence("auditors").map { try $0.line("auditors") } ?? []
      approvals = try map["approvals"]?.number("approvals", in: Self.approvalsRange) ?? 1
      policies =
        try map["policies"]?.sequence("policies").map { node in
          let policy = try node.mapping("policies", keys: ["name", "audience", "sha256"])
          return PinnedPolicy(
            name: try policy.required("name").line("name"),
            audience: try policy.required("audience").line("audience"),
            sha256: try policy.required("sha256").line("sha256"))
        } ?? []
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
