internal import Audit
internal import Redaction
internal import Sealing

// MARK: Taking back

extension CaseFolder {
  /// Adds the tombstone of a revision to an act, which takes the text's place when the act is done.
  func bury(
    _ id: String, _ revision: Int, _ state: Tombstone.State, _ log: CaseLog, in act: inout CaseAct
  ) throws {
    guard log[id].revisions[revision] != nil else { return }
    // A text whose release.json is damaged or gone is taken back all the same.
    let tombstone = Tombstone(
      item: id, revision: revision, state: state,
      sha256: (try? textDigest(id, revision, log)) ?? "",
      vkey: try self.log().signer(of: settings.origin))
    let folder = CaseLayout.released(id, revision)
    try announceChange()
    let writer = Disk(root: disk.root, stamp: try stamp())
    let path = CaseLayout.unfinished("\(folder)/\(Tombstone.file)")
    try writer.write(tombstone.bytes, to: path, isSynced: true)
    try disk.sync(folder: folder)
    act.placed.append(
      .init(place: folder, digest: try Hash(of: tombstone.bytes), state: state.leaf))
    if !act.released.contains(id) { act.released.append(id) }
  }

  /// Takes a released text back: the copy here is removed, and nothing is released of the item
  /// until somebody consents anew. Needs no identity, so that it can be done at once, and not even
  /// that all files of the case are there.
  ///
  /// - Parameter isShredded: whether the original is destroyed too, and older generations of the
  ///   registry, which may hold names that are to be forgotten.
  package func withdraw(
    _ id: String, why: String, isShredded: Bool = false, at time: String
  ) throws {
    try locked {
      let log = try verified(checksNames: false)
      try checkIsItem(id, log)
      let revision = log[id].newestRevision
      var act = CaseAct(at: time)
      act.openings = (CaseLayout.caseOpenings, try stamp())
      try act.log(
        .withdraw, [.init("item", id), .init("revision", revision), .init("why", why)])
      var notice = try SealedPlan(
        item: id, revision: revision, language: .none, original: "", policy: "", policyName: "",
        generation: 0, version: "", reader: nil, weights: "", file: "", decisions: [], review: [])
      notice.isWithdrawn = true
      try stage(
        try SealedRecord.seal(notice.json, to: settings.recipientKeys()), CaseLayout.plan(id),
        .withdrawn, in: &act)
      if isShredded {
        try addShred(id, why, log, to: &act)
        // Who the names of are not told without a key: of older generations none stays.
        try erase(
          log.generations.filter { $0 < log.generation }, "an item was withdrawn and shredded", log,
          in: &act)
      }
      for (number, placed) in log[id].revisions.sorted(by: { $0.key < $1.key })
      where placed.state == .present {
        try bury(id, number, .withdrawn, log, in: &act)
      }
      try commit(act)
    }
  }

  /// Destroys what opens an item; what is sealed stays, and nobody opens it again.
  package func shred(_ id: String, why: String, at time: String) throws {
    try locked {
      let log = try verified(checksNames: false)
      try checkIsItem(id, log)
      var act = CaseAct(at: time)
      act.openings = (CaseLayout.caseOpenings, try stamp())
      // That it was withdrawn stays known.
      if let plan = log[id].plan, plan.state == .present {
        act.removed.append((CaseLayout.plan(id), plan.digest))
      }
      try addShred(id, why, log, to: &act)
      try commit(act)
    }
  }

  /// Throws where the case has no such item.
  func checkIsItem(_ id: String, _ log: CaseLog) throws {
    guard log[id].isSealed else {
      throw CaseRefusal(.notThere, "there is no item \(id); 'underseal status' lists them")
    }
  }

  private func addShred(
    _ id: String, _ why: String, _ log: CaseLog, to act: inout CaseAct
  ) throws {
    let path = CaseLayout.key(id)
    guard log[id].hasKey, let digest = log.placed(path)?.digest else {
      throw CaseRefusal(.refused, "\(id) is shredded already")
    }
    _ = try read(path, log)
    guard disk.isAlone(path) else {
      throw CaseRefusal(
        .refused,
        "\(path) is a link or has a second name, under which the key would stay; put the file itself"
          + " there, and remove the other")
    }
    act.removed.append((path, digest))
    try act.log(.shred, [.init("item", id), .init("why", why)])
  }
}
