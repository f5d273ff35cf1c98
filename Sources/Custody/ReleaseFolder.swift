package import Audit

/// A folder that was released, or the note of one that no longer is, as anybody may hold it who
/// knows nothing else of the case.
package struct ReleaseFolder {
  /// What an outsider finds.
  package struct Result: Sendable {
    /// The id that `release.json` gives; empty where it cannot be read.
    package var item = ""
    /// Which release of the item it is, from 1; 0 where that cannot be read.
    package var revision = 0
    /// "released", "superseded" or "withdrawn".
    package var state = "released"
    /// What is wrong, as a check's name and a sentence.
    package var findings: [(check: String, what: String)] = []
    /// Whether a key that was given, or is known here, signed it.
    package var isConfirmed = false
    /// Whether the log commits to everything that is said, approvals included; the first version's
    /// did not.
    package var isBound = true
    /// The key that signed it.
    package var key: VerifierKey?
    /// How many entries the log had at the head that the proof leads to.
    package var size = 0
    /// How many approvals it names whose signatures verify.
    package var approvals = 0
  }

  /// What the case itself knows of the folder.
  struct Bond {
    /// What its log says lies there.
    let placed: Placed
    /// The keys of its log.
    let keys: [VerifierKey]
    /// Whether it has a log that names no places.
    let isOfFirstVersion: Bool
    /// Whether an act goes on, or was interrupted, of which files that count for nothing may lie
    /// there.
    var isActing = false
  }

  private let disk: Disk

  /// Nil where the folder is no release.
  package init?(_ path: String) {
    disk = Disk(root: path)
    guard disk.exists(ReleaseManifest.file) || disk.exists(Tombstone.file) else { return nil }
  }

  /// A folder inside a case.
  init(_ disk: Disk, _ folder: String) { self.disk = Disk(root: "\(disk.root)/\(folder)") }

  /// Holds every file against the others.
  ///
  /// - Parameter state: what this machine knows of logs.
  package func verify(_ trust: Trust = Trust(), state: MachineState?) -> Result {
    verify(trust, state: state, bond: nil)
  }

  func verify(_ trust: Trust, state: MachineState?, bond: Bond?) -> Result {
    var result = Result()
    do {
      if disk.exists(Tombstone.file) {
        try verifyTombstone(trust, state, bond, &result)
      } else if disk.exists(ReleaseManifest.file) {
        try verifyRelease(trust, state, bond, &result)
      } else {
        result.findings.append(("files", "there is no release in this folder"))
      }
    } catch {
      result.findings.append(("form", "a file is not in its form, or cannot be read"))
    }
    return result
  }

  // MARK: A text that is out

  private func verifyRelease(
    _ trust: Trust, _ state: MachineState?, _ bond: Bond?, _ result: inout Result
  ) throws {
    let bytes = try bytes(of: ReleaseManifest.file)
    let manifest = try ReleaseManifest(parsing: bytes)
    guard let (item, revision) = manifest.name, let file = manifest["file"]?.string,
      !file.contains("/"), let sha256 = manifest["sha256"]?.string, let log = manifest.log
    else { throw AuditError.malformed(.json, "no release") }
    (result.item, result.revision, result.key) = (item, revision, log.vkey)
    if try manifest.bytes() != bytes {
      result.findings.append(("form", "release.json says something that no release says"))
    }
    let names = [file, ReleaseManifest.file, ReleaseManifest.proofFile]
    let isActing = bond?.isActing == true
    let found = try disk.list("").filter { !isActing || !$0.hasPrefix(Disk.unfinished) }
    if !found.allSatisfy(names.contains) {
      result.findings.append(("files", "there is a file that does not belong to the release"))
    }
    if try disk.isFile(file), let text = try disk.read(file) {
      if hexadecimal(try Hash(of: text).bytes) != sha256 {
        result.findings.append(("text", "the text is not the one that was released"))
      }
    } else {
      result.findings.append(("text", "the text is missing"))
    }
    try checkBond(bond, try Hash(of: bytes), .present, log.vkey, &result)
    let proof = try ProofFile(parsing: self.bytes(of: ReleaseManifest.proofFile))
    let disclosure = try Disclosure(parsing: proof.extra)
    let body = disclosure.body
    let committed = body["file"]?.string
    result.isBound = committed != nil || bond?.isOfFirstVersion == false
    let digest = try manifest.digest()
    let says =
      disclosure.type == .release && body["document"] == manifest["item"]
      && body["revision"] == manifest["revision"] && body["sha256"] == manifest["sha256"]
      && body["digest"]?.string == digest && proof.index == log.entry
    if !says {
      result.findings.append(("proof", "the log's entry is about another release"))
    }
    if let committed, committed != hexadecimal(try Hash(of: bytes).bytes) {
      result.findings.append(("proof", "release.json is not the one that the log's entry names"))
    }
    try check(proof, leaf: disclosure.leaf().bytes, log.vkey, trust, state, &result)
    try checkApprovals(manifest, &result)
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

  // MARK: A text that no longer is

  private func verifyTombstone(
    _ trust: Trust, _ state: MachineState?, _ bond: Bond?, _ result: inout Result
  ) throws {
    let bytes = try bytes(of: Tombstone.file)
    guard let stone = Tombstone(bytes) else { throw AuditError.malformed(.json, "no tombstone") }
    (result.item, result.revision, result.state) = (
      stone.item, stone.revision, stone.state.rawValue
    )
    result.key = stone.vkey
    if try !disk.list("").allSatisfy([Tombstone.file, Tombstone.proofFile].contains) {
      result.findings.append(("files", "something lies beside the tombstone"))
    }
    let digest = try Hash(of: bytes)
    guard let key = stone.vkey else {
      result.isBound = false
      if bond?.isOfFirstVersion != true {
        result.findings.append(
          ("proof", "nothing proves this tombstone; ask for the folder as the case has it now"))
      }
      return
    }
    try checkBond(bond, digest, stone.state.leaf, key, &result)
    let leaf = Leaf.file(digest, stone.state.leaf).bytes
    let proof = try ProofFile(parsing: self.bytes(of: Tombstone.proofFile))
    if proof.extra != leaf {
      result.findings.append(("proof", "the proof is of another tombstone"))
    }
    try check(proof, leaf: leaf, key, trust, state, &result)
  }

  // MARK: What holds for both

  /// The bytes of a file that has to be there.
  private func bytes(of name: String) throws -> [UInt8] {
    guard try disk.isFile(name), let bytes = try disk.read(name) else {
      throw AuditError.missing(name)
    }
    return bytes
  }

  private func checkBond(
    _ bond: Bond?, _ digest: Hash, _ state: Leaf.State, _ key: VerifierKey,
    _ result: inout Result
  ) throws {
    guard let bond else { return }
    if bond.placed.state != state {
      let state =
        switch bond.placed.state {
        case .withdrawn: "is withdrawn"
        case .superseded: "is superseded"
        default: "is released"
        }
      result.findings.append(("state", "the log says that it \(state)"))
    } else if bond.placed.digest != digest {
      result.findings.append(("state", "it is not the one that the log names"))
    }
    if !bond.keys.contains(key) {
      result.findings.append(("signer", "the key is none of the case's log"))
    }
  }

  private func check(
    _ proof: ProofFile, leaf: [UInt8], _ key: VerifierKey, _ trust: Trust, _ state: MachineState?,
    _ result: inout Result
  ) throws {
    do {
      let head = try proof.check(leaf: leaf, keys: [key])
      result.size = head.size
      if head.origin != key.name {
        result.findings.append(("proof", "the proof is of another log"))
      }
    } catch {
      result.findings.append(("proof", "the proof does not lead to a signed head"))
    }
    if let given = trust.key {
      result.isConfirmed = try given == key.text || given == key.code()
      if !result.isConfirmed {
        result.findings.append(("signer", "another key signed than the one given"))
      }
    } else if let pin = try state?.pin(origin: key.name) {
      result.isConfirmed = pin.key == key
    }
  }
}

extension CaseFolder {
  /// Judges everything that is released or was, and whatever else lies where releases do; each
  /// folder as an outsider would, and against what the log says of it.
  package func verifyReleases(
    _ verification: LogVerification, _ trust: Trust = Trust()
  ) throws -> [ReleaseFolder.Result] {
    let log = CaseLog(verification)
    let isOfFirstVersion = settings.isOfFirstVersion
    var results: [ReleaseFolder.Result] = []
    for (item, known) in log.items.sorted(by: { $0.key < $1.key }) {
      for (revision, placed) in known.revisions.sorted(by: { $0.key < $1.key }) {
        let folder = ReleaseFolder(disk, CaseLayout.released(item, revision))
        var result = folder.verify(
          trust, state: state,
          bond: ReleaseFolder.Bond(
            placed: placed, keys: verification.keys, isOfFirstVersion: isOfFirstVersion))
        if !result.item.isEmpty, result.item != item || result.revision != revision {
          result.findings.append(("files", "another release lies in this folder"))
        }
        (result.item, result.revision) = (item, revision)
        results.append(result)
      }
    }
    for item in try disk.list(CaseLayout.released) {
      for name in try disk.list(CaseLayout.released(item))
      where Int(name).map({ log[item].revisions[$0] == nil }) ?? !name.hasPrefix(Disk.unfinished) {
        var result = ReleaseFolder.Result()
        (result.item, result.revision) = (item, Int(name) ?? 0)
        result.findings.append(("files", "the log has no such release"))
        results.append(result)
      }
    }
    return results
  }
}
