import Audit
import Custody
import Foundation
import Sealing
import Testing

/// A case that the first version made, whose log names files without their places.
///
/// `Fixtures/case-1.tar` holds it with the machine's state and its key: an item released twice, one
/// released and withdrawn, one planned, three generations of the registry.
struct FirstVersionTests {
  static let released = "hjout6jqado3y724hcxuoej5ae", withdrawn = "hvlg2zadwfq4danbmk4y7nyute"
  static let planned = "f7eupjmvbcl5a5otq6i33g7d5u"

  /// The case, unpacked, with the key that opens it.
  struct Unpacked {
    let place: Workplace
    let folder: CaseFolder
    let identity: any IdentityKey

    init() throws {
      place = try Workplace(compat: true)
      let archive = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures/case-1.tar")
      let tar = Process()
      tar.executableURL = URL(filePath: "/usr/bin/env")
      tar.arguments = ["tar", "-xf", archive.path(), "-C", place.path]
      try tar.run()
      tar.waitUntilExit()
      let keys = try KeyReader([.x25519]).identities(Array(place["key.txt"] ?? Data()))
      identity = try #require(keys.first)
      folder = try CaseFolder(
        opening: place.folder, stateFolder: place.path + "/state/underseal")
    }

    func verified(_ path: String) throws -> ReleaseFolder.Result {
      let folder = try #require(ReleaseFolder("\(place.folder)/\(path)"))
      return folder.verify(state: MachineState(folder: place.path + "/state/underseal"))
    }

    func release(_ id: String) async throws {
      try await folder.review(
        id, [], accepting: true, as: "Anna", with: [identity], at: Workplace.time)
      try await folder.approve(id, as: "Boris", with: [identity], at: Workplace.time)
    }
  }

  @Test func isReadAsItIs() async throws {
    let old = try Unpacked()
    let status = try await old.folder.status(with: [old.identity])
    #expect(status.log.verdict == .intact && status.log.isConfirmed)
    #expect(status.generation == 3 && status.isEnrolled)
    #expect(status.items.map(\.id) == [Self.planned, Self.released, Self.withdrawn])
    #expect(status.items.map(\.state).suffix(2) == [.released, .withdrawn])
    #expect(status.items.map(\.revision) == [1, 2, 1])
    let results = try await old.folder.verifyReleases(old.folder.verify())
    #expect(results.map(\.state) == ["superseded", "released", "withdrawn"])
    #expect(results.allSatisfy { $0.findings.isEmpty && !$0.isBound })
  }

  @Test func itsReleaseIsConsistentAndItsApprovalsAreNotBound() throws {
    let old = try Unpacked()
    let result = try old.verified("released/\(Self.released)/2")
    #expect(result.findings.isEmpty && result.isConfirmed && !result.isBound)
    #expect(result.approvals == 1)
    // Its tombstones prove nothing to a stranger.
    let stone = try old.verified("released/\(Self.withdrawn)/1")
    #expect(stone.findings.map(\.check) == ["proof"])
  }

  @Test func theNextWriteBindsEveryFile() async throws {
    let old = try Unpacked()
    try await old.folder.shred(Self.planned, why: "asked", at: Workplace.time)
    let log = old.folder.verify()
    #expect(log.findings.isEmpty && log.belonging.isEmpty)
    let named = Set(log.places.filter { $0.value.isThere }.keys)
    let kept = old.place.files.filter { !$0.hasPrefix("log/") && !$0.hasPrefix("released/") }
    #expect(kept.allSatisfy { named.contains($0) || $0.hasPrefix("policy/") })
    #expect(named.filter { $0.hasPrefix("released/") }.count == 3)
    let results = try await old.folder.verifyReleases(log)
    #expect(results.allSatisfy { $0.findings.isEmpty && $0.isBound })
    #expect(try old.verified("released/\(Self.withdrawn)/1").findings.isEmpty)
    #expect(!String(decoding: old.place["case/case.yaml"] ?? Data(), as: UTF8.self).isEmpty)
    // From here on a file that has another name shows.
    let registry = "case/registry/"
    old.place[registry + "3a.age"] = old.place[registry + "3.age"]
    old.place[registry + "3.age"] = nil
    #expect(old.folder.verify().verdict == .altered)
  }

  @Test(
    arguments: [
      ("registry/3.age", "registry/3a.age"), ("registry/3.age", "registry/4.age"),
      ("plans/\(withdrawn).age", "plans/x\(withdrawn).age"),
      ("keys/\(released).age", "keys/q.age"), ("sealed/\(planned).age", "sealed/zz"),
      ("registry/1.age", "registry/.unfinished-1.age"),
    ])
  func aFileWithANameThatNoneHasShowsBeforeToo(_ names: (String, String)) throws {
    let old = try Unpacked()
    old.place["case/" + names.1] = old.place["case/" + names.0]
    old.place["case/" + names.0] = nil
    #expect(old.folder.verify().verdict == .altered)
  }

  @Test(arguments: [true, false])
  func aWithdrawalThatWasInterruptedIsFinishedWhereItWasLogged(_ isLogged: Bool) throws {
    let old = try Unpacked()
    let folder = "released/\(Self.released)/2"
    let plan = old.place["case/plans/\(Self.released).age"] ?? Data()
    let act =
      isLogged ? hexadecimal(try Hash(of: Array(plan)).bytes) : String(repeating: "0", count: 64)
    old.place["case/\(folder)/.unfinished-tombstone.json"] = Data(
      (#"{"v":1,"item":"\#(Self.released)","revision":2,"state":"withdrawn","sha256":"","act":"\#(act)"}"#
        + "\n").utf8)
    old.place["case/lock"] = Data("an act goes on\n".utf8)
    _ = try CaseFolder(opening: old.place.folder, stateFolder: old.place.path + "/state/underseal")
    let left = old.place.files.filter { $0.hasPrefix(folder) }
    #expect(
      left
        == (isLogged ? ["tombstone.json"] : ["redacted.txt", "release.json", "release.tlog-proof"])
        .map { "\(folder)/\($0)" })
  }

  @Test func aWithdrawnItemStaysWithdrawn() async throws {
    let old = try Unpacked()
    let before = try await old.folder.status(with: [old.identity]).items[2].state
    try await old.folder.shred(Self.planned, why: "asked", at: Workplace.time)
    let after = try await old.folder.status(with: [old.identity]).items[2].state
    #expect(before == .withdrawn && after == .withdrawn)
    await #expect(throws: CaseRefusal.self) { try await old.release(Self.withdrawn) }
  }
}
