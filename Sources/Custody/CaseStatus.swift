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
    package let id: String
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

  package var items: [Item] = []
  package var settings: CaseSettings
  package var log: LogVerification
  /// This machine's key, and whether it may write to the log.
  package var machine: VerifierKey?
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
    let log = verify(trust)
    // What is not as it was signed is not opened; the verdict says what is wrong.
    let identities = log.verdict == .intact ? identities : []
    var status = CaseStatus(settings: settings, log: log)
    // Opened also where there is no item: who gives keys wants to know whether they open the case.
    let people =
      identities.isEmpty ? 0 : try registry(with: identities, log).registry.peopleGeneration
    for id in try ids() {
      var item = try item(id)
      if !identities.isEmpty { try look(into: &item, with: identities, log, people) }
      status.items.append(item)
    }
    status.generation = try newestGeneration() ?? 0
    status.hasSeenHead = try state.pin(origin: settings.origin) != nil
    // Made here where there is none yet: whoever is to enrol this machine is told its key.
    let machine = try state.existingKey() ?? (try? state.key())?.verifier
    let key = try machine.map {
      try VerifierKey(name: settings.origin, publicKey: $0.publicKey)
    }
    status.machine = key
    status.isEnrolled = key.map(log.signers.contains) ?? false
    return status
  }

  /// Adds what only an identity can tell.
  private func look(
    into item: inout CaseStatus.Item, with identities: [any Identity], _ log: LogVerification,
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
      let isApproved = plan.approvals.count >= policy?.approvals ?? 1
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

  /// The ids of all items, sorted.
  func ids() throws -> [String] {
    try disk.list(CaseLayout.sealed).compactMap(CaseLayout.id(ofFile:))
  }

  func newestGeneration() throws -> Int? {
    try disk.list(CaseLayout.registry).compactMap {
      $0.hasSuffix(".age") ? Int($0.dropLast(4)) : nil
    }.max()
  }

  /// What stands in the open about one item.
  func item(_ id: String) throws -> CaseStatus.Item {
    let revision = try newestRevision(id)
    var item = CaseStatus.Item(id: id, state: .sealed, revision: revision)
    if !disk.exists(CaseLayout.key(id)) {
      item.state = .shredded
    } else if revision > 0, let tombstone = try tombstone(id, revision) {
      item.state = tombstone == .withdrawn ? .withdrawn : .planned
    } else if revision > 0 {
      item.state = .released
    } else if disk.exists(CaseLayout.plan(id)) {
      item.state = .planned
    }
    return item
  }

  /// The newest revision of an item that has a folder in `released`; 0 where none has.
  func newestRevision(_ id: String) throws -> Int {
    try disk.list(CaseLayout.released(id)).compactMap { Int($0) }.max() ?? 0
  }
}

extension CaseFolder {
  /// The items that have a plan which is not released yet.
  package func planned(with identities: [any Identity]) throws -> [String] {
    let log = try verified()
    return try ids().filter { id in
      guard disk.exists(CaseLayout.key(id)), disk.exists(CaseLayout.plan(id)) else { return false }
      let key = try key(id, with: identities, log)
      let plan = try plan(of: id, key, with: identities, log)
      return plan.map { !$0.isWithdrawn && $0.released == nil } ?? false
    }
  }
}
