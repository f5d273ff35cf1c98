import Audit
import Custody
import Foundation
import Sealing
import Testing

/// The case folder itself: made, opened, judged.
struct CaseTests {
  @Test func aNewCaseIsIntactAndEmpty() async throws {
    let place = try Workplace()
    _ = try await place.create()
    let status = try await place.open().status()
    #expect(status.log.verdict == .intact)
    #expect(status.log.isConfirmed)
    #expect(status.items.isEmpty)
    #expect(status.generation == 1)
    #expect(status.isEnrolled && status.hasSeenHead)
    #expect(try status.settings.isPostQuantum)
  }

  @Test func oneRecipientIsNotEnoughUnlessSaidSo() async throws {
    let place = try Workplace()
    await #expect(throws: CaseRefusal.self) {
      try await CaseFolder.create(
        place.folder, stateFolder: place.state,
        CaseFolder.Beginning(recipients: [place.first.recipient]), at: Workplace.time)
    }
    _ = try await CaseFolder.create(
      place.folder, stateFolder: place.state,
      CaseFolder.Beginning(recipients: [place.first.recipient], isSingle: true),
      at: Workplace.time)
  }

  @Test func aKeyThatDoesNotOpenTheTestItemIsRefused() async throws {
    let place = try Workplace()
    let stranger = try X25519Identity()
    await #expect(throws: CaseRefusal.self) {
      try await CaseFolder.create(
        place.folder, stateFolder: place.state,
        CaseFolder.Beginning(
          recipients: [place.first.recipient, place.second.recipient], identities: [stranger]),
        at: Workplace.time)
    }
    #expect(place.files.isEmpty)
  }

  @Test func aFolderThatIsNotEmptyStaysAsItIs() async throws {
    let place = try Workplace()
    try FileManager.default.createDirectory(
      atPath: place.folder, withIntermediateDirectories: true)
    place["case/notes.txt"] = Data("mine".utf8)
    await #expect(throws: CaseRefusal.self) { try await place.create() }
    #expect(place["case/notes.txt"] == Data("mine".utf8))
    #expect(place.files == ["notes.txt"])
  }

  @Test func noFileOrFolderTellsATime() async throws {
    let place = try Workplace()
    _ = try await place.create()
    for path in [place.folder] + place.files.map({ "\(place.folder)/\($0)" }) {
      let date = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
      #expect((date ?? .now).timeIntervalSince1970 < 1_000, "\(path)")
    }
  }

  @Test(arguments: ["case.yaml", "keys/registry.age", "registry/1.age"])
  func everyFileIsMissedWhenItIsGone(_ file: String) async throws {
    let place = try Workplace()
    let folder = try await place.create()
    place["case/" + file] = nil
    let result = folder.verify()
    #expect(result.verdict == .altered)
    #expect(result.findings.contains { $0.file == file && $0.what == "is missing" })
  }

  @Test func aLogWithoutItsHeadIsIncomplete() async throws {
    let place = try Workplace()
    let folder = try await place.create()
    place["case/log/checkpoint"] = nil
    #expect(folder.verify().verdict == .incomplete)
  }

  @Test(arguments: ["case.yaml", "keys/registry.age", "registry/1.age"])
  func everyFileThatIsChangedShows(_ file: String) async throws {
    let place = try Workplace()
    let folder = try await place.create()
    place["case/" + file]?.append(0x20)
    let result = folder.verify()
    #expect(result.verdict == .altered)
    #expect(result.findings.contains { $0.file == file })
  }

  @Test func aFileThatTheLogDoesNotNameShows() async throws {
    let place = try Workplace()
    let folder = try await place.create()
    place["case/sealed/aaaaaaaaaaaaaaaaaaaaaaaaaa.age"] = Data("x".utf8)
    #expect(folder.verify().verdict == .altered)
  }
}
