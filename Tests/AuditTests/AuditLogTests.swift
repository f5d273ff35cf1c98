import Audit
import Foundation
import Testing

struct AuditLogTests {
  private static let time = "2026-03-01T09:30:00Z"

  @Test func logsOfEverySizeVerify() throws {
    let folder = try Folder()
    var size = 0
    for count in [1, 3, 250, 1, 260, 5, 0, 600, 256] {
      let head = try folder.append(count)
      size += count + 1 + (size == 0 ? 1 : 0)
      #expect(head.checkpoint.size == size)
      let result = folder.open().verify()
      #expect(result.verdict == .intact && result.isConfirmed, "\(result.findings)")
      #expect(result.leftovers == 0)
      let stranger = folder.stranger.verify()
      #expect(stranger.verdict == .intact && !stranger.isConfirmed)
    }
  }

  @Test func theRootIsThatOfTheEntriesAsPublished() throws {
    let folder = try Folder()
    for count in [5, 300, 40, 700] { try folder.append(count) }
    let published = try PublishedLog(folder)
    #expect(try published.isRight())
    #expect(published.entries.allSatisfy { $0.count == 64 })
  }

  @Test func proofsOfEntriesHold() throws {
    let folder = try Folder()
    try folder.append(700)
    let head = try folder.append(20)
    let keys = [head.key]
    for index in [0, 1, 255, 256, 700, 722] {
      let proof = try ProofFile(parsing: folder.open().proof(of: index, disclosure: nil).bytes)
      #expect(try proof.check(leaf: proof.extra, keys: keys) == head.checkpoint)
    }
    #expect(throws: AuditError.outOfRange) { try folder.open().proof(of: 723, disclosure: nil) }
  }

  @Test func whereverAnAppendIsKilledTheLogIsWholeOrOneBatchShort() throws {
    // Batches that begin a log, grow a partial tile, and fill one.
    for before in [[], [3], [3, 240]] {
      var step = 0
      var isDone = false
      while !isDone {
        let folder = try Folder()
        for count in before { try folder.append(count) }
        let seen = folder.open().verify().head?.size ?? 0
        let counter = StepCounter(stop: step)
        do {
          try folder.open(counter.announce).append(
            Folder.batch(20), at: Self.time, sealing: { $0 })
          isDone = true
        } catch AuditError.system("crash", 0) {}
        let result = folder.open().verify()
        if seen > 0 || result.head != nil {
          #expect(result.verdict == .intact, "step \(step): \(result.findings)")
          let size = result.head?.size ?? 0
          #expect([seen, seen + 21, seen + 22].contains(size), "step \(step)")
          #expect(try PublishedLog(folder).isRight())
        }
        // A smaller batch goes on from there; nothing of the interrupted one shows.
        try folder.append(2)
        let after = folder.open().verify()
        #expect(after.verdict == .intact && after.leftovers == 0, "step \(step): \(after.findings)")
        #expect(try PublishedLog(folder).isRight())
        step += 1
      }
      #expect(step > 20)
    }
  }

  @Test func anAppendOfADocumentSyncsAtMostFiveTimes() throws {
    let folder = try Folder()
    try folder.append(200)
    let counter = StepCounter(stop: .max)
    try folder.open(counter.announce).append(Folder.batch(200), at: Self.time, sealing: { $0 })
    #expect(counter.syncs <= 5)
  }

  @Test func anOlderCopyPutBackIsRolledBack() throws {
    let folder = try Folder()
    try folder.append(30)
    let copy = folder.files.map { ($0, folder[$0]) }
    let written = try #require(folder.open().verify().head)
    let head = try folder.append(30)
    let code = try head.checkpoint.code()
    for file in folder.files { folder[file] = nil }
    for (file, bytes) in copy { folder[file] = bytes }
    #expect(folder.open().verify().verdict == .rolledBack)
    #expect(throws: AuditError.rolledBack(size: 32, seen: 63)) { try folder.append(1) }
    // A code on paper is enough, on a machine that never saw the log.
    #expect(folder.stranger.verify(Trust(head: code)).verdict == .rolledBack)
    #expect(try folder.stranger.verify(Trust(head: written.code())).verdict == .intact)
  }

  @Test func aLogRebuiltUnderAnotherKeyIsNotIntact() throws {
    let folder = try Folder()
    let head = try folder.append(30)
    let other = try Folder()
    try other.append(30)
    for file in folder.files { folder[file] = nil }
    for file in other.files { folder[file] = other[file] }
    #expect(folder.open().verify().verdict == .altered)
    #expect(folder.stranger.verify(Trust(key: head.key.text)).verdict == .altered)
    #expect(try folder.stranger.verify(Trust(key: head.key.code())).verdict == .altered)
    #expect(!folder.stranger.verify().isConfirmed)
    #expect(throws: (any Error).self) { try folder.append(1) }
  }

  @Test func aKeyHandsOverToItsSuccessor() throws {
    let folder = try Folder()
    let first = try folder.append(3)
    let origin = first.checkpoint.origin
    let machine = MachineState(folder: folder.state)
    let successor = try SigningKey(name: "underseal")
    try folder.open().rotate(
      from: machine.key(of: origin, among: []), to: successor, at: Self.time)
    let result = folder.open().verify()
    #expect(result.verdict == .intact && result.isConfirmed && result.keys.count == 2)
    // Whoever trusts the first key trusts the log that it handed over.
    let stranger = folder.stranger.verify(Trust(key: first.key.text))
    #expect(stranger.verdict == .intact && stranger.isConfirmed)
    #expect(throws: AuditError.otherKey) { try folder.append(1) }
    #expect(throws: AuditError.otherKey) {
      try folder.open().rotate(
        from: machine.key(of: origin, among: []), to: successor, at: Self.time)
    }
  }

  @Test func theKeyIsMadeOnceAndNeverInsideALog() throws {
    let folder = try Folder()
    try folder.append(1)
    let file = folder.state + "/log.key"
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let before = FileManager.default.contents(atPath: file)
    try folder.append(1)
    #expect(FileManager.default.contents(atPath: file) == before)
    let inside = AuditLog(
      Disk(root: folder.path), state: MachineState(folder: folder.path + "/state"))
    #expect(throws: AuditError.keyInsideLog) {
      try inside.append(Folder.batch(1), at: Self.time)
    }
  }

  @Test func aShreddedOpeningIsToldFromARemovedOne() throws {
    let folder = try Folder()
    try folder.append(3)
    try folder.append(3)
    let path = AuditLog.opening(5)
    let digest = try Hash(of: try #require(folder[path]))
    folder[path] = nil
    #expect(folder.open().verify().verdict == .incomplete)
    try folder.open().append(
      AuditLog.Batch([], files: [.init(place: nil, digest: digest, state: .removed)]), at: Self.time
    )
    #expect(folder.open().verify().verdict == .intact)
  }

  @Test func folderWithoutALogIsUnreadable() throws {
    let folder = try Folder()
    #expect(folder.open().verify().verdict == .unreadable)
  }
}

/// Stops an append at a step, as a crash would, and counts.
final class StepCounter: @unchecked Sendable {
  private let stop: Int
  private var steps = 0
  private(set) var syncs = 0

  init(stop: Int) { self.stop = stop }

  var announce: @Sendable (Disk.Step) throws(AuditError) -> Void {
    { [self] step throws(AuditError) in
      if steps >= stop { throw .system("crash", 0) }
      steps += 1
      if step == .sync { syncs += 1 }
    }
  }
}
