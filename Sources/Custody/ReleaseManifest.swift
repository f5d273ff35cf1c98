internal import Audit

/// What a release says of itself, in `release.json`: the members that approvals sign, then the
/// digest of those, the approvals, and where the log has it.
///
///     {"v":1,"item":"…","revision":1,"file":"redacted.txt","sha256":"…","lang":"en",
///      "policy":"press","policySha256":"…","audience":"public","version":"0.1.0",
///      "reader":{"kind":"deep","weights":"sha256:…"},
///      "decisions":24,"replaced":{"person":9,…},"kept":3,"supersedes":"…",
///      "digest":"…","approvals":[{"vkey":"…","note":"…"}],
///      "origin":"…","vkey":"…","entry":57,"proof":"release.tlog-proof"}
package struct ReleaseManifest: Sendable {
  /// The names of the manifest and of the proof, in the folder of a release.
  package static let file = "release.json", proofFile = "release.tlog-proof"
  /// What is proved, until there is the proof.
  static let entryFile = ".unfinished-entry"

  /// What approvals sign.
  let members: [JSON.Member]
  var approvals: [(vkey: VerifierKey, note: String)] = []
  /// The log, a key of it, and the index of the entry.
  var log: (vkey: VerifierKey, entry: Int)?

  init(_ members: [JSON.Member]) { self.members = members }

  /// The SHA-256 of what approvals sign.
  func digest() throws -> String { hexadecimal(try Hash(of: JSON.object(members).bytes).bytes) }

  subscript(_ key: String) -> JSON? { JSON.object(members)[key] }

  /// The item and the revision.
  package var name: (item: String, revision: Int)? {
    guard let item = self["item"]?.string, let revision = self["revision"]?.number else {
      return nil
    }
    return (item, revision)
  }

  /// What an approver signs.
  func note() throws -> [UInt8] {
    Array(
      "underseal release\n\(self["item"]?.string ?? "") \(self["revision"]?.number ?? 0)\n\(try digest())\n"
        .utf8)
  }

  func bytes() throws -> [UInt8] {
    var all = members
    all.append(.init("digest", try digest()))
    all.append(
      .init(
        "approvals",
        .array(
          approvals.map {
            .object([.init("vkey", $0.vkey.text), .init("note", $0.note)])
          })))
    if let log {
      all += [
        .init("origin", log.vkey.name), .init("vkey", log.vkey.text), .init("entry", log.entry),
        .init("proof", Self.proofFile),
      ]
    }
    return JSON.object(all).bytes + [0x0A]
  }

  /// Reads the file; throws where it is not in its form.
  init(parsing bytes: [UInt8]) throws(AuditError) {
    guard bytes.last == 0x0A,
      case .object(let all) = try JSON(parsing: Array(bytes.dropLast())),
      let end = all.firstIndex(where: { $0.key == "digest" }), all[0].key == "v",
      all[0].value.number == 1
    else { throw .malformed(.json, "no release") }
    members = Array(all[..<end])
    let json = JSON.object(all)
    guard case .array(let approvals)? = json["approvals"], let key = json["vkey"]?.string,
      let entry = json["entry"]?.number, let digest = json["digest"]?.string
    else { throw .malformed(.json, "no release") }
    for approval in approvals {
      guard let vkey = approval["vkey"]?.string, let note = approval["note"]?.string else {
        throw .malformed(.json, "no approval")
      }
      self.approvals.append((try VerifierKey(vkey), note))
    }
    log = (try VerifierKey(key), entry)
    guard hexadecimal(try Hash(of: JSON.object(members).bytes).bytes) == digest else {
      throw .malformed(.json, "the digest is another")
    }
  }
}
