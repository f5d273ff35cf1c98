package import Audit
internal import Redaction
package import Sealing

/// A case at a glance, from what stands in the open.
package struct CaseStatus: Sendable {
  /// How far an item has come.
  package enum State: String, Sendable, CaseIterable {
    case sealed, planned, released, withdrawn, shredded
    /// Known only with an identity.
    case undecided, reviewed, approved, stale
  }

  /// One item.
  package struct Item: Sendable {
    /// The item's random name, 26 letters and digits of base 32.
    package let id: String
    /// How far it has come; without an identity, as far as that stands in the open.
    package var state: State
    /// The newest revision that is released, or was; 0 before the first.
    package var revision: Int
    /// The revision that is out while a later one is worked on; nil where that is not so.
    package var releasedBefore: Int?
    /// Why it has to be planned anew, where it is stale.
    package var staleness: Staleness?
    /// The name of the original, where an identity opened it.
    package var name: String?
  }

  /// What changed since an item was planned.
  package enum Staleness: String, Sendable {
    /// The people of the case.
    case people
    /// What the reader has learned.
    case reader
  }

  /// Every item that was ever added, by id.
  package var items: [Item] = []
  /// What `case.yaml` says: the recipients, and which policies may release.
  package var settings: CaseSettings
  /// What an audit of the log finds.
  package var log: LogVerification
  /// This machine's key, and whether it may write to the log.
  package var machine: VerifierKey?
  /// Whether that key is among those that sign.
  package var isEnrolled = false
  /// The registry's newest generation.
  package var generation = 0
  /// Whether this machine has seen the case before.
  package var hasSeenHead = false
}

extension CaseFolder {
  /// The case at a glance; with identities also how far each plan has come.
  package func status(
    _ trust: Trust = Trust(), with identities: [any Identity] = []
  ) throws -> CaseStatus {
    let verification = verify(trust)
    let log = CaseLog(verification)
    // What is not as it was signed is not opened; the verdict says what is wrong.
    let identities = verification.verdict == .intact ? identities : []
    var status = CaseStatus(settings: settings, log: verification)
    // Opened also where there is no item: who gives keys wants to know whether they open the case.
    let people =
      identities.isEmpty ? 0 : try registry(with: identities, log).registry.peopleGeneration
    for id in log.ids {
      var item = Self.item(id, log[id])
      if !identities.isEmpty { try look(into: &item, with: identities, log, people) }
      status.items.append(item)
    }
    status.generation = log.generation
    status.hasSeenHead = try state.pin(origin: settings.origin) != nil
    // Made here where there is none yet: whoever is to enrol this machine is told its key.
    let key = try? state.key(of: settings.origin, among: verification.signers).verifier
    status.machine = key
    status.isEnrolled = key.map(verification.signers.contains) ?? false
    return status
  }

  /// Adds what only an identity can tell.
  private func look(
    into item: inout CaseStatus.Item, with identities: [any Identity], _ log: CaseLog,
    _ people: Int
  ) throws {
    guard item.state != .shredded else { return }
    let key = try key(item.id, with: identities, log)
    item.name = try name(item.id, key)
    guard let plan = try plan(of: item.id, key, with: identities, log) else { return }
    if plan.isWithdrawn {
      item.state = .withdrawn
    } else if plan.released == nil {
      if item.state == .released { item.releasedBefore = item.revision }
      item.revision = plan.revision
      let policy = try read("\(CaseLayout.policies)/\(plan.policy).yaml", log).map {
        try Policy(yaml: $0, file: plan.policyName)
      }
      let isApproved = plan.approvals.count >= max(policy?.approvals ?? 1, settings.approvals)
      item.staleness =
        plan.generation != people ? .people : plan.isOfThisReader ? nil : .reader
      item.state =
        item.staleness != nil
        ? .stale : !plan.isReviewed ? .undecided : isApproved ? .approved : .reviewed
    }
  }

  /// What an original is called, from the first bytes of what was sealed.
  private func name(_ id: String, _ key: ItemKey) throws -> String? {
    guard let file = try? disk.head(of: CaseLayout.sealed(id), count: 1 << 17) else { return nil }
    var name: String?
    var opener = Opener(with: [key.identity], form: .binary)
    var tar = TarReader()
    let sink: Sink = { bytes in
      try tar.take(bytes) { part in
        if case .member(let member) = part, name == nil { name = member.name }
      }
    }
    try file.withUnsafeBytes { try opener.take($0, to: sink) }
    // A small item is one chunk, which is the last; of a large one more follows.
    if name == nil { try? opener.finish(to: sink) }
    return name
  }

  /// Pins the log: from now on its key is trusted on this machine, and its head remembered.
  package nonisolated func remember(_ log: LogVerification) throws {
    try self.log().remember(log)
  }

  /// What stands in the open about one item.
  private static func item(_ id: String, _ known: CaseLog.Item) -> CaseStatus.Item {
    let revision = known.newestRevision
    var item = CaseStatus.Item(id: id, state: .sealed, revision: revision)
    let newest = known.revisions[revision]?.state
    if !known.hasKey {
      item.state = .shredded
    } else if known.isWithdrawn || newest == .withdrawn {
      item.state = .withdrawn
    } else if newest == .present {
      item.state = .released
    } else if known.hasPlan {
      item.state = .planned
    }
    return item
  }
}

extension CaseFolder {
  /// The items that have a plan which is not released yet.
  package func planned(with identities: [any Identity]) throws -> [String] {
    let log = try verified()
    return try log.ids.filter { id in
      guard log[id].hasKey, log[id].hasPlan else { return false }
      let key = try key(id, with: identities, log)
      let plan = try plan(of: id, key, with: identities, log)
      return plan.map { !$0.isWithdrawn && $0.released == nil } ?? false
    }
  }
}
