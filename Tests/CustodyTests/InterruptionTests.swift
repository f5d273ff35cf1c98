import Audit
import Custody
import Foundation
import Sealing
import Testing

/// What an interrupted act leaves, and what somebody puts into the folder.
struct InterruptionTests {
  @Test func whatWasStagedAndNeverLoggedCountsForNothingAndGoes() async throws {
    let place = try Workplace(compat: true)
    let folder = try await place.create()
    let id = try await AddTests.add("text", to: folder, place)
    place["case/sealed/.unfinished-aaaaaaaaaaaaaaaaaaaaaaaaaa.age"] = Data("half".utf8)
    place["case/keys/.unfinished-\(id).age"] = Data("other".utf8)
    place["case/lock"] = Data("an act goes on\n".utf8)
    #expect(folder.verify().verdict == .intact)
    let again = try place.open()
    #expect(!place.files.contains { $0.contains(".unfinished") })
    #expect(try await again.status().items.map(\.id) == [id])
    #expect(try await AddTests.reopen(id, again, with: [place.first]).bytes == Array("text".utf8))
  }

  @Test func whatWasLoggedAndHasNoNameYetGetsIt() async throws {
    let place = try Workplace(compat: true)
    let folder = try await place.create()
    let id = try await AddTests.add("text", to: folder, place)
    for name in ["sealed", "keys"] {
      try FileManager.default.moveItem(
        atPath: "\(place.folder)/\(name)/\(id).age",
        toPath: "\(place.folder)/\(name)/.unfinished-\(id).age")
    }
    place["case/lock"] = Data("an act goes on\n".utf8)
    #expect(folder.verify().verdict == .intact)
    let again = try place.open()
    #expect(try await AddTests.reopen(id, again, with: [place.first]).bytes == Array("text".utf8))
    #expect(again.verify().verdict == .intact)
  }

  @Test func aKeyThatWasToGoGoes() async throws {
    let place = try Workplace(compat: true)
    let folder = try await place.create()
    let id = try await AddTests.add("text", to: folder, place)
    let path = "case/keys/\(id).age"
    let key = place[path]
    try await folder.shred(id, why: "asked", at: Workplace.time)
    place[path] = key
    place["case/keys/.dropped-\(id).age"] = Data()
    place["case/lock"] = Data("an act goes on\n".utf8)
    _ = try place.open()
    #expect(place[path] == nil)
    #expect(folder.verify().verdict == .intact)
  }

  @Test func aKeyThatWasNotToGoStays() async throws {
    let place = try Workplace(compat: true)
    let folder = try await place.create()
    let id = try await AddTests.add("text", to: folder, place)
    place["case/keys/.dropped-\(id).age"] = Data()
    place["case/lock"] = Data("an act goes on\n".utf8)
    _ = try place.open()
    #expect(place["case/keys/\(id).age"] != nil)
    #expect(place["case/keys/.dropped-\(id).age"] == nil)
    #expect(folder.verify().verdict == .intact)
  }

  @Test func anotherFileUnderTheNameOfOneThatIsUnfinishedIsNotTaken() async throws {
    let place = try Workplace(compat: true)
    let folder = try await place.create()
    let id = try await AddTests.add("text", to: folder, place)
    place["case/sealed/\(id).age"]?.append(0)
    #expect(folder.verify().verdict == .altered)
    // A mark beside it hides nothing: the file that was logged is missing.
    place["case/sealed/.unfinished-\(id).age"] = Data("x".utf8)
    #expect(folder.verify().verdict == .altered)
    await #expect(throws: (any Error).self) {
      try await AddTests.reopen(id, folder, with: [place.first])
    }
  }

  @Test func linksInPlaceOfFilesLeadNowhere() async throws {
    let place = try Workplace(compat: true)
    let folder = try await place.create()
    place["target.txt"] = Data("mine".utf8)
    try FileManager.default.createSymbolicLink(
      atPath: "\(place.folder)/keys/.unfinished-registry.age",
      withDestinationPath: place.path + "/target.txt")
    try await folder.rotate(
      adding: [X25519Identity().recipient], removing: [], with: [place.first], at: Workplace.time)
    #expect(place["target.txt"] == Data("mine".utf8))
    #expect(folder.verify().verdict == .intact)
  }

  @Test func twoWritersAreOneAfterTheOther() async throws {
    let place = try Workplace(compat: true)
    _ = try await place.create()
    place["in.txt"] = Data("text".utf8)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          let folder = try place.open()
          for _ in 0..<3 {
            _ = try await folder.add(
              CaseFolder.Original(path: place.path + "/in.txt", name: "a.txt"), at: Workplace.time)
          }
        }
      }
      try await group.waitForAll()
    }
    let folder = try place.open()
    #expect(try await folder.status().items.count == 12)
    #expect(folder.verify().verdict == .intact)
  }

  @Test func aCaseThatCannotBeWrittenCanBeRead() async throws {
    let place = try Workplace(compat: true)
    let folder = try await place.create()
    try await AddTests.add("text", to: folder, place)
    let before = place.files
    #expect(try await place.open().status().log.verdict == .intact)
    #expect(place.files == before)
  }

  @Test func rotatingLetsOneInAndAnotherOut() async throws {
    let place = try Workplace(compat: true)
    let folder = try await place.create()
    let id = try await AddTests.add("text", to: folder, place)
    let sealed = place["case/sealed/\(id).age"]
    let third = try X25519Identity()
    try await folder.rotate(
      adding: [third.recipient], removing: [place.first.recipient.text], with: [place.first],
      at: Workplace.time)
    #expect(place["case/sealed/\(id).age"] == sealed)
    #expect(try await AddTests.reopen(id, folder, with: [third]).bytes == Array("text".utf8))
    await #expect(throws: (any Error).self) {
      try await AddTests.reopen(id, folder, with: [place.first])
    }
    await #expect(throws: CaseRefusal.self) {
      try await folder.rotate(
        adding: [], removing: [third.recipient.text, place.second.recipient.text], with: [third],
        at: Workplace.time)
    }
    #expect(folder.verify().verdict == .intact)
  }
}
