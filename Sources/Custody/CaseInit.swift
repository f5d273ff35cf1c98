internal import Audit
internal import Cryptography
internal import Glibc
internal import Redaction
package import Sealing

extension CaseFolder {
  /// What a new case needs.
  package struct Beginning: Sendable {
    /// Whose keys will open everything.
    package var recipients: [any RecipientKey]
    /// Who can read what the log's entries say; may be nobody.
    package var auditors: [any RecipientKey]
    /// Whether one recipient is enough; what is lost with its key is lost for good.
    package var isSingle: Bool
    /// Identities that are tried on a test item; none where they are not at hand.
    package var identities: [any Identity]
    /// Which policies may release; those that come with the program where nil.
    package var policies: [PolicySource]?
    /// How many approvals there have to be at least.
    package var approvals = 1

    /// What has to be said of a new case; policies and approvals are the usual ones until they are
    /// set.
    package init(
      recipients: [any RecipientKey], auditors: [any RecipientKey] = [], isSingle: Bool = false,
      identities: [any Identity] = []
    ) {
      self.recipients = recipients
      self.auditors = auditors
      self.isSingle = isSingle
      self.identities = identities
    }
  }

  /// Makes a case folder, which must not be there yet, or be empty.
  package static func create(
    _ path: String, stateFolder: String, _ beginning: Beginning, at time: String
  ) async throws -> CaseFolder {
    let path = trimmed(path)
    try checkBeginning(
      path, keys: beginning.recipients.count, isSingle: beginning.isSingle)
    try check(beginning)
    let disk = Disk(root: path)
    try clear(disk)
    let state = MachineState(folder: stateFolder)
    let recipients = beginning.recipients.map(\.text)
    let key = try ItemKey.fresh(for: beginning.recipients)
    let wrapped = try key.wrapped(to: beginning.recipients)
    try tryOut(wrapped, beginning.identities)
    try disk.makeFolder("")
    try state.checkOutside(disk)
    let origin = try AuditLog.freshOrigin()
    let vkey = try state.key(of: origin, among: []).verifier
    let settings = CaseSettings(
      origin: origin, vkey: vkey, recipients: recipients,
      auditors: beginning.auditors.map(\.text))
    let folder = CaseFolder(path: path, stateFolder: stateFolder, settings: settings)
    try await folder.begin(
      key, wrapped, beginning.policies ?? shippedPolicies, beginning.approvals, at: time)
    return folder
  }

  /// The policies that come with the program, but for those that no case lets release.
  package static var shippedPolicies: [PolicySource] {
    Policy.shippedNames.compactMap { name in
      let isPromiseKept = Policy.shipped(named: name)?.people.protected != .keep
      guard isPromiseKept, let source = Policy.shippedSource(named: name) else { return nil }
      return (name, Array(source.utf8))
    }
  }

  /// Writes the first files: an empty registry, its key, the policies that may release, the settings.
  private func begin(
    _ key: ItemKey, _ wrapped: [UInt8], _ policies: [PolicySource], _ approvals: Int,
    at time: String
  ) throws {
    try locked {
      try announceChange()
      for name in CaseLayout.folders { try disk.makeFolder(name) }
      let registry = Registry(
        people: PeopleFile(
          caseName: try Self.randomID(), secret: try Self.randomID().uppercased()))
      var act = CaseAct(at: time)
      act.openings = (CaseLayout.caseOpenings, 0)
      try act.log(
        .openCase,
        [
          .init("origin", settings.origin),
          .init("recipients", .array(settings.recipients.map { .string($0) })),
          .init("auditors", .array(settings.auditors.map { .string($0) })),
        ])
      try stage(wrapped, CaseLayout.key(CaseLayout.registryKey), in: &act)
      let digest = try stage(
        try registry.sealed(to: key), CaseLayout.registry(registry.generation), in: &act)
      try act.log(.registry, registry.entry(digest))
      var settings = settings
      settings.approvals = approvals
      for policy in policies { try stage(policy, &settings, nil, in: &act) }
      try stage(settings.yaml, CaseLayout.settings, in: &act)
      try commit(act, origin: settings.origin)
    }
  }

  /// Throws where a case cannot begin in a folder, or not with that many keys; nothing is made, and
  /// nobody has to think of a passphrase for nothing.
  package static func checkBeginning(_ path: String, keys: Int, isSingle: Bool) throws {
    _ = try leftovers(Disk(root: trimmed(path)))
    guard keys > 0 else {
      throw CaseRefusal(
        .usage, "a case needs somebody who can open it; add -r KEY, 'underseal keygen' makes one")
    }
    guard keys > 1 || isSingle else {
      throw CaseRefusal(
        .usage,
        "with one key, all is lost when that key is: name a second with -r, kept elsewhere, or say"
          + " --single")
    }
  }

  private static func check(_ beginning: Beginning) throws {
    let recipients = beginning.recipients
    guard let first = recipients.first else { return }
    guard Set(recipients.map(\.text)).count == recipients.count else {
      throw CaseRefusal(.usage, "a recipient is named twice; name each key once")
    }
    guard recipients.allSatisfy({ $0.strength == first.strength }) else {
      throw SealingError.mixedStrengths
    }
    if let auditor = beginning.auditors.first,
      beginning.auditors.contains(where: { $0.strength != auditor.strength })
    {
      throw SealingError.mixedStrengths
    }
  }

  /// Opens a test item once with each identity, before anybody believes the keys.
  private static func tryOut(_ wrapped: [UInt8], _ identities: [any Identity]) throws {
    for identity in identities {
      do {
        _ = try ItemKey.unwrap(wrapped, with: [identity])
      } catch SealingError.noIdentityMatches {
        throw CaseRefusal(
          .refused,
          "a test item was sealed, and a given identity does not open it: it belongs to no recipient;"
            + " check which keys you have")
      }
    }
  }

  /// A folder is taken where it is empty, or an interrupted `init` left it without a log.
  private static func clear(_ disk: Disk) throws {
    guard try leftovers(disk) else { return }
    guard let lock = try openLock(disk), flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      throw CaseRefusal(.inTheWay, "another 'underseal init' is at work in the folder; wait for it")
    }
    defer { close(lock) }
    for name in CaseLayout.folders { try disk.removeTree(name) }
    try disk.remove(CaseLayout.unfinished(CaseLayout.settings))
    ftruncate(lock, 0)
  }

  /// Whether an interrupted `init` left something; throws where anything else is there.
  private static func leftovers(_ disk: Disk) throws -> Bool {
    let names = try disk.list("")
    guard !names.isEmpty else { return false }
    let taken = CaseRefusal(
      .inTheWay, "the folder is there and not empty; name a new one for the case")
    let known =
      CaseLayout.folders + [
        CaseLayout.lock, CaseLayout.unfinished(CaseLayout.settings),
      ]
    guard names.contains(CaseLayout.lock), names.allSatisfy(known.contains),
      !disk.exists("\(CaseLayout.log)/checkpoint")
    else { throw taken }
    return true
  }

  /// 128 random bits as an id.
  static func randomID() throws -> String { Base64.base32(try SecureRandom.bytes(16)) }
}
