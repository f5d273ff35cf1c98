import Audit
import Custody
import Foundation
import Sealing
import Testing

/// Originals go in, and come out again for a reason.
struct AddTests {
  static let consent = """
    audience: public
    what: the whole statement
    until: 2030-12-31
    by: M. K.
    """

  @discardableResult
  static func add(
    _ text: String, to folder: CaseFolder, _ place: Workplace, name: String = "statement.txt"
  ) async throws -> String {
    place["in.txt"] = Data(text.utf8)
    return try await folder.add(
      CaseFolder.Original(
        path: place.path + "/in.txt", name: name, consent: Array(consent.utf8)),
      at: Workplace.time)
  }

  static func reopen(
    _ id: String, _ folder: CaseFolder, with identities: [any Identity]
  ) async throws -> (name: String, bytes: [UInt8]) {
    let found = Collected()
    let reopened = try await folder.reopen(
      id, why: "to look", with: identities, at: Workplace.time
    ) { found.bytes += $0 }
    return (reopened.name, found.bytes)
  }

  private final class Collected: @unchecked Sendable { var bytes: [UInt8] = [] }

  @Test(arguments: ["", "a", "Меня зовут никто.", String(repeating: "long ", count: 300_000)])
  func whatIsAddedComesOutAsItWas(_ text: String) async throws {
    let place = try Workplace(compat: true)
    let folder = try await place.create()
    let id = try await Self.add(text, to: folder, place, name: "Показание № 1.txt")
    for identity in [place.first, place.second] {
      let (name, bytes) = try await Self.reopen(id, folder, with: [identity])
      #expect(name == "Показание № 1.txt")
      #expect(bytes == Array(text.utf8))
    }
    #expect(folder.verify().verdict == .intact)
  }

  @Test(arguments: [
    "meta.json", "consent.yaml", String(repeating: "ж", count: 300), "a b'c\"d.txt",
  ])
  func everyNameThatAFileMayHaveIsKept(_ name: String) async throws {
    let place = try Workplace(compat: true)
    let folder = try await place.create()
    let id = try await Self.add("text", to: folder, place, name: name)
    #expect(try await Self.reopen(id, folder, with: [place.first]).name == name)
  }

  @Test(arguments: ["", ".", "..", "a/b", "a\nb"])
  func aNameThatIsNoFilesIsRefused(_ name: String) async throws {
    let place = try Workplace(compat: true)
    let folder = try await place.create()
    await #expect(throws: CaseRefusal.self) {
      try await Self.add("text", to: folder, place, name: name)
    }
  }

  @Test func neitherNameNorLengthNorTimeShows() async throws {
    let place = try Workplace(compat: true)
    let folder = try await place.create()
    try await Self.add("short", to: folder, place, name: "zolotaya.txt")
    try await Self.add(String(repeating: "x", count: 60_000), to: folder, place, name: "b.txt")
    let sealed = place.files.filter { $0.hasPrefix("sealed/") }
    #expect(sealed.count == 2)
    #expect(Set(sealed.map { place["case/" + $0]?.count }).count == 1)
    for file in place.files {
      #expect(!file.contains("zolotaya"))
      #expect(place["case/" + file]?.range(of: Data("zolotaya".utf8)) == nil)
      let path = "\(place.folder)/\(file)"
      let date = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
      #expect((date ?? .now).timeIntervalSince1970 < 1_000)
    }
  }

  @Test func aSealedFileThatWasSwappedIsNotOpened() async throws {
    let place = try Workplace(compat: true)
    let folder = try await place.create()
    let id = try await Self.add("text", to: folder, place)
    // Whoever has the public key of an item can seal another original to it.
    let other = try await Self.add("other", to: folder, place)
    place["case/sealed/\(id).age"] = place["case/sealed/\(other).age"]
    await #expect(throws: (any Error).self) {
      try await Self.reopen(id, folder, with: [place.first])
    }
    #expect(folder.verify().verdict == .altered)
  }

  @Test func settingsThatNameAnotherRecipientStopEverything() async throws {
    let place = try Workplace(compat: true)
    let folder = try await place.create()
    let stranger = try X25519Identity().recipient.text
    let yaml = String(decoding: place["case/case.yaml"] ?? Data(), as: UTF8.self)
    place["case/case.yaml"] = Data(
      yaml.replacing(place.first.recipient.text, with: stranger).utf8)
    await #expect(throws: CaseRefusal.self) { try await Self.add("text", to: folder, place) }
    #expect(place.files.filter { $0.hasPrefix("sealed/") }.isEmpty)
  }

  @Test func aConsentMayLastUntilALeapDay() throws {
    let yaml = "audience: public\nwhat: x\nby: y\nuntil: 2028-02-29\n"
    #expect(try Consent(yaml: Array(yaml.utf8), file: "consent.yaml").until == "2028-02-29")
  }

  @Test func aConsentFileThatIsNotOneIsRefusedBeforeAnythingIsSealed() async throws {
    let place = try Workplace(compat: true)
    let folder = try await place.create()
    place["in.txt"] = Data("text".utf8)
    for consent in [
      "audience: public", "audience: public\nwhat: x\nby: y\nuntil: soon",
      "audience: public\nwhat: x\nby: y\nuntil: 2099-02-31",
      "audience: public\nwhat: x\nby: y\nuntil: 2027-02-29", "x: y",
    ] {
      await #expect(throws: (any Error).self) {
        try await folder.add(
          CaseFolder.Original(
            path: place.path + "/in.txt", name: "a.txt", consent: Array(consent.utf8)),
          at: Workplace.time)
      }
    }
    #expect(try await folder.status().items.isEmpty)
    #expect(folder.verify().verdict == .intact)
  }
}
