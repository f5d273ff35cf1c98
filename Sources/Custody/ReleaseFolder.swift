package import Audit

/// A folder that was released, as anybody may hold it who knows nothing else of the case.
package struct ReleaseFolder {
  /// What an outsider finds.
  package struct Result: Sendable {
    package var item = ""
    package var revision = 0
    /// "released", "superseded" or "withdrawn".
    package var state = "released"
    /// What is wrong, as a check's name and a sentence.
    package var findings: [(check: String, what: String)] = []
    /// Whether a key that was given, or is known here, signed it.
    package var isConfirmed = false
    /// The key that signed it.
    package var key: VerifierKey?
    package var size = 0
    package var approvals = 0
  }

  private let disk: Disk
  private let state: MachineState

  /// Nil where the folder is no release.
  package init?(_ path: String, state: MachineState) {
    disk = Disk(root: path)
    self.state = state
    guard disk.exists(ReleaseManifest.file) || disk.exists(Tombstone.file) else { return nil }
  }

  /// Holds every file against the others.
  package func verify(_ trust: Trust = Trust()) -> Result {
    var result = Result()
    do { try verify(trust, &result) } catch {
      result.findings.append(("form", "a file is not in its form, or cannot be read"))
    }
    return result
  }

  private func verify(_ trust: Trust, _ result: inout Result) throws {
    if let bytes = try disk.read(Tombstone.file) {
      guard let stone = Tombstone(bytes) else { throw AuditError.malformed(.json, "no tombstone") }
      (result.item, result.revision, result.state) =
        (stone.item, stone.revision, stone.state.rawValue)
      if try disk.list("") != [Tombstone.file] {
        result.findings.append(("files", "something lies beside the tombstone"))
      }
      return
    }
    guard let bytes = try disk.read(ReleaseManifest.file) else {
      throw AuditError.missing(ReleaseManifest.file)
    }
    let manifest = try ReleaseManifest(parsing: bytes)
    guard let (item, revision) = manifest.name, let file = manifest["file"]?.string,
      !file.contains("/"), let sha256 = manifest["sha256"]?.string, let log = manifest.log
    else { throw AuditError.malformed(.json, "no release") }
    (result.item, result.revision, result.key) = (item, revision, log.vkey)
    let expected = [file, ReleaseManifest.file, ReleaseManifest.proofFile]
    for name in try disk.list("") where !expected.contains(name) {
      result.findings.append(("files", "there is a file that does not belong to the release"))
    }
    if let text = try disk.digest(file) {
      if hexadecimal(text.bytes) != sha256 {
        result.findings.append(("text", "the text is not the one that was released"))
      }
    } else {
      result.findings.append(("text", "the text is missing"))
    }
    try checkProof(manifest, log, trust, &result)
    try checkApprovals(manifest, &result)
  }

  private func checkProof(
    _ manifest: ReleaseManifest, _ log: (vkey: VerifierKey, entry: Int), _ trust: Trust,
    _ result: inout Result
  ) throws {
    guard let bytes = try disk.read(ReleaseManifest.proofFile) else {
      return result.findings.append(("proof", "the proof is missing"))
    }
    let proof = try ProofFile(parsing: bytes)
    let disclosure = try Disclosure(parsing: proof.extra)
    let body = disclosure.body
    let digest = try manifest.digest()
    let says =
      disclosure.type == .release && body["document"] == manifest["item"]
      && body["revision"] == manifest["revision"] && body["sha256"] == manifest["sha256"]
      && body["digest"]?.string == digest && proof.index == log.entry
    if !says {
      result.findings.append(("proof", "the log's entry is about another release"))
    }
    do {
      let head = try proof.check(leaf: disclosure.leaf().bytes, keys: [log.vkey])
      result.size = head.size
      if head.origin != log.vkey.name {
        result.findings.append(("proof", "the proof is of another log"))
      }
    } catch {
      result.findings.append(("proof", "the proof does not lead to a signed head"))
    }
    if let given = trust.key {
      result.isConfirmed = try given == log.vkey.text || given == log.vkey.code()
      if !result.isConfirmed {
        result.findings.append(("signer", "another key signed than the one given"))
      }
    } else if let pin = try state.pin(origin: log.vkey.name) {
      result.isConfirmed = pin.key == log.vkey
    }
  }

  private func checkApprovals(_ manifest: ReleaseManifest, _ result: inout Result) throws {
    let text = try manifest.note()
    var keys: Set<VerifierKey> = []
    for approval in manifest.approvals {
      let note = try SignedNote(parsing: Array(approval.note.utf8))
      if note.text == text, (try? note.verify(with: [approval.vkey])) != nil {
        keys.insert(approval.vkey)
      } else {
        result.findings.append(("approvals", "an approval is of another release"))
      }
    }
    result.approvals = keys.count
  }
}

extension CaseFolder {
  /// Judges everything that is released, each folder as an outsider would.
  package func verifyReleases(_ trust: Trust = Trust()) throws -> [ReleaseFolder.Result] {
    var results: [ReleaseFolder.Result] = []
    for item in try disk.list(CaseLayout.released) {
      for name in try disk.list(CaseLayout.released(item))
      where !name.hasPrefix(Disk.unfinished) {
        let path = "\(CaseLayout.released(item))/\(name)"
        guard let folder = ReleaseFolder("\(disk.root)/\(path)", state: state) else {
          var result = ReleaseFolder.Result()
          (result.item, result.revision) = (item, Int(name) ?? 0)
          result.findings.append(("files", "there is no release in this folder"))
          results.append(result)
          continue
        }
        var result = folder.verify(trust)
        if result.item != item || "\(result.revision)" != name {
          result.findings.append(("files", "another release lies in this folder"))
        }
        (result.item, result.revision) = (item, Int(name) ?? 0)
        results.append(result)
      }
    }
    return results
  }
}
