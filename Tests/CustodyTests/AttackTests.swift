import Audit
import Cryptography
import Custody
import Foundation
import Redaction
import Testing

/// More ways to get something out, or to be taken for somebody else, by whoever has the folder.
struct AttackTests {
  private typealias Ready = GateTests.Ready

  /// Another item of the same case, decided by Anna.
  private func second(_ ready: Ready) async throws {
    ready.id = try await AddTests.add(GateTests.text, to: ready.folder, ready.place)
    try await ready.plan()
    try await ready.review()
  }

  // MARK: Who approves

  @Test func anApproversKeyUnderAnotherNameOfAnotherItem() async throws {
    let ready = try await Ready()
    let key = try SigningKey(name: "approver").line()
    try await ready.review(as: "Boris")
    try await ready.approve(as: "Anna", key: key)
    try await second(ready)
    // Anna decided about this one: her key does not become Cora's.
    await ready.refusal("another approver's") { try await ready.approve(as: "Cora", key: key) }
    #expect(try await ready.objections()["approvals"]?.contains("0 of 1") == true)
  }

  @Test func anApproversNameWithAnotherKeyOfAnotherItem() async throws {
    let ready = try await Ready()
    try await ready.review(as: "Dora")
    try await ready.approve(as: "Boris", key: try SigningKey(name: "approver").line())
    try await second(ready)
    await ready.refusal("signed with another key before") { try await ready.approve(as: "Boris") }
    await ready.refusal("signed with another key before") {
      try await ready.approve(as: "BORIS", key: try SigningKey(name: "approver").line())
    }
  }

  @Test func anApproversNameOnAnotherMachine() async throws {
    let ready = try await Ready().ready()
    let other = ready.place.path + "/other"
    let machine = try MachineState(folder: other)
      .key(of: await ready.folder.settings.origin, among: []).verifier
    try await ready.folder.enrol(machine, at: Workplace.time)
    try await second(ready)
    let elsewhere = try ready.place.open(state: other)
    await ready.refusal("signed with another key before") {
      try await elsewhere.approve(
        ready.id, as: "Boris", with: [ready.place.first], at: Workplace.time)
    }
  }

  @Test func theMachinesOwnKeyAsAnApprovers() async throws {
    let ready = try await Ready()
    try await ready.review()
    let key = try MachineState(folder: ready.place.state).key().line()
    await ready.refusal("a person's key") { try await ready.approve(key: key) }
  }

  @Test func approvingDoesNotMakePlansOld() async throws {
    let ready = try await Ready()
    try await ready.review()
    let first = ready.id
    try await second(ready)
    try await ready.approve()
    ready.id = first
    try await ready.approve()
    #expect(try await ready.release().isReleased)
    #expect(ready.folder.verify().verdict == .intact)
  }

  // MARK: The policy

  @Test func aPolicyThatKeepsWhomAnotherNameWasPromised() async throws {
    let source = (Policy.shippedSource(named: "press") ?? "")
      .replacing("protected: pseudonymize", with: "protected: keep")
    let ready = try await Ready(policy: source).ready()
    #expect(try await ready.objections()["policy"]?.contains("protected people") == true)
  }

  @Test(arguments: [("name: press", "name: brandt"), ("audience: public", "audience: keller")])
  func aPolicyWhoseNameOrAudienceNamesSomebody(_ words: (String, String)) async throws {
    let source = (Policy.shippedSource(named: "press") ?? "").replacing(words.0, with: words.1)
    let consent = "audience: any\nwhat: all\nby: M. K.\n"
    let ready = try await Ready(consent: consent, policy: source).ready()
    #expect(try await ready.objections()["metadata"]?.contains("names a person") == true)
  }

  // MARK: Other names for files

  @Test func theNewestRegistryUnderAnotherName() async throws {
    let ready = try await Ready().ready()
    let newest = try #require(
      ready.place.files.filter { $0.hasPrefix("registry/") }.sorted().last)
    let data = ready.place["case/" + newest]
    ready.place["case/registry/3a.age"] = data
    ready.place["case/" + newest] = nil
    #expect(
      ready.folder.verify().findings.map(\.what).contains("is missing; it lies at registry/3a.age"))
    for _ in 0..<2 {
      await ready.refusal("is missing") { try await ready.plan() }
      await ready.refusal("does not verify") { _ = try await ready.release() }
    }
    ready.place["case/registry/3a.age"] = nil
    ready.place["case/" + newest] = data
    #expect(try await ready.release().isReleased)
  }

  @Test func theNoticeOfAWithdrawalUnderAnotherName() async throws {
    let ready = try await Ready().ready()
    #expect(try await ready.release().isReleased)
    try await ready.folder.withdraw(ready.id, why: "asked", at: Workplace.time)
    let gone = ready.released
    await ready.refusal("only with a new consent", leaving: gone) { try await ready.plan() }
    let notice = "case/plans/\(ready.id).age"
    ready.place["case/plans/x\(ready.id).age"] = ready.place[notice]
    ready.place[notice] = nil
    #expect(ready.folder.verify().verdict == .altered)
    await ready.refusal("is missing", leaving: gone) { try await ready.plan() }
    let status = try await ready.place.open().status()
    #expect(status.items.map(\.state.rawValue) == ["withdrawn"])
  }

  // MARK: The clock

  @Test func aClockThatWasSetBackBeforeTheConsentLapsed() async throws {
    let consent = "audience: public\nwhat: all\nuntil: 2026-02-28\nby: M. K.\n"
    let ready = try await Ready(consent: consent).ready()
    #expect(try await ready.objections()["consent"]?.contains("lapsed") == true)
    let before = try await ready.objections(at: "2026-02-27T09:00:00Z")["consent"]
    #expect(before?.contains("clock") == true)
  }

  // MARK: What lies where a release will be

  @Test func aFolderThatWasPreparedForTheRelease() async throws {
    let ready = try await Ready().ready()
    let target = "\(ready.place.folder)/released/\(ready.id)/1"
    try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
    let path = "case/released/\(ready.id)/1/redacted.txt"
    ready.place[path] = Data("My name is Nikolai Brandt.".utf8)
    await #expect(throws: CaseRefusal.self) { _ = try await ready.release() }
    #expect(
      try await ready.folder.verifyReleases(ready.folder.verify()).contains { !$0.findings.isEmpty }
    )
    try FileManager.default.removeItem(atPath: target)
    #expect(try await ready.release().isReleased)
    #expect(
      try await ready.folder.verifyReleases(ready.folder.verify()).allSatisfy(\.findings.isEmpty))
  }

  @Test func aLinkWhereTheReleaseWillBe() async throws {
    let ready = try await Ready().ready()
    let elsewhere = ready.place.path + "/elsewhere"
    try FileManager.default.createDirectory(atPath: elsewhere, withIntermediateDirectories: true)
    let link = "\(ready.place.folder)/released/\(ready.id)"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: elsewhere)
    await #expect(throws: CaseRefusal.self) { _ = try await ready.release() }
    #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere).isEmpty)
    try FileManager.default.removeItem(atPath: link)
    #expect(try await ready.release().isReleased)
  }

  @Test(arguments: ["released", "plans", "keys", "log", "sealed"])
  func aLinkInPlaceOfAFolder(_ name: String) async throws {
    let ready = try await Ready().ready()
    let (folder, moved) = ("\(ready.place.folder)/\(name)", "\(ready.place.path)/moved")
    try FileManager.default.moveItem(atPath: folder, toPath: moved)
    try FileManager.default.createSymbolicLink(atPath: folder, withDestinationPath: moved)
    #expect(throws: CaseRefusal.self) { _ = try ready.place.open() }
  }

  @Test func aReleasedTextThatWasEditedStopsTheNext() async throws {
    let ready = try await Ready().ready()
    let folder = try #require(try await ready.release().folder)
    try await second(ready)
    try await ready.approve()
    ready.place["case/\(folder)/redacted.txt"] = Data("Nothing of note.".utf8)
    await #expect(throws: CaseRefusal.self) { _ = try await ready.release() }
    #expect(ready.folder.verify().findings.contains { $0.file == folder })
  }

  @Test func aReleaseThatWasRemovedByHandKeepsItsNumber() async throws {
    let ready = try await Ready().ready()
    let folder = try #require(try await ready.release().folder)
    let kept = ready.place.path + "/kept"
    try FileManager.default.moveItem(atPath: "\(ready.place.folder)/\(folder)", toPath: kept)
    #expect(ready.folder.verify().verdict == .altered)
    await #expect(throws: CaseRefusal.self) {
      try await ready.plan()
      _ = try await ready.ready()
    }
    try FileManager.default.moveItem(atPath: kept, toPath: "\(ready.place.folder)/\(folder)")
    try await ready.plan()
    _ = try await ready.ready()
    let report = try await ready.release()
    #expect(report.isReleased && report.revision == 2)
  }

  @Test func aTextWithoutItsDescriptionIsTakenBackToo() async throws {
    let ready = try await Ready().ready()
    let folder = try #require(try await ready.release().folder)
    ready.place["case/\(folder)/release.json"] = nil
    try await ready.folder.withdraw(ready.id, why: "asked", at: Workplace.time)
    #expect(ready.released == ["\(folder)/tombstone.json", "\(folder)/tombstone.tlog-proof"])
    #expect(ready.folder.verify().verdict == .intact)
  }

  // MARK: What is destroyed

  @Test func aKeyWithASecondNameIsNotCalledShredded() async throws {
    let ready = try await Ready()
    let key = "\(ready.place.folder)/keys/\(ready.id).age"
    try FileManager.default.linkItem(atPath: key, toPath: ready.place.path + "/kept.age")
    await ready.refusal("second name") {
      try await ready.folder.shred(ready.id, why: "asked", at: Workplace.time)
    }
    try FileManager.default.removeItem(atPath: key)
    try FileManager.default.createSymbolicLink(
      atPath: key, withDestinationPath: ready.place.path + "/kept.age")
    await ready.refusal("missing") {
      try await ready.folder.withdraw(
        ready.id, why: "asked", isShredded: true, at: Workplace.time)
    }
    #expect(ready.folder.verify().findings.map(\.what) == ["is a link, and not the file itself"])
  }

  // MARK: Two cases

  @Test func anItemOfAnotherCase() async throws {
    let ready = try await Ready().ready()
    let other = try await Ready().ready()
    for name in ["sealed", "keys", "plans"] {
      ready.place["case/\(name)/\(ready.id).age"] = other.place["case/\(name)/\(other.id).age"]
    }
    #expect(ready.folder.verify().verdict != .intact)
    await ready.refusal("the log does not verify") { _ = try await ready.release() }
    for name in ["sealed", "keys", "plans"] {
      ready.place["case/\(name)/\(other.id).age"] = other.place["case/\(name)/\(other.id).age"]
    }
    await ready.refusal("the log does not verify") { _ = try await ready.release() }
  }

  @Test func theLogOfAnotherCase() async throws {
    let ready = try await Ready().ready()
    let other = try await Ready().ready()
    let log = "\(ready.place.folder)/log"
    try FileManager.default.removeItem(atPath: log)
    try FileManager.default.copyItem(atPath: "\(other.place.folder)/log", toPath: log)
    #expect(ready.folder.verify().verdict != .intact)
    await ready.refusal("the log does not verify") { _ = try await ready.release() }
  }

  @Test func twoItemsOfOneCaseSwapped() async throws {
    let ready = try await Ready().ready()
    let first = ready.id
    try await second(ready)
    for name in ["sealed", "keys", "plans"] {
      let (a, b) = ("case/\(name)/\(first).age", "case/\(name)/\(ready.id).age")
      (ready.place[a], ready.place[b]) = (ready.place[b], ready.place[a])
    }
    #expect(ready.folder.verify().findings.count == 6)
    for id in [first, ready.id] {
      ready.id = id
      await ready.refusal("does not verify") { _ = try await ready.release() }
      await ready.refusal("not the file that the log names") {
        _ = try await AddTests.reopen(id, ready.folder, with: [ready.place.first])
      }
    }
  }
}
