import Audit
import Custody
import Foundation
import Testing

/// Files in a case that are none of its kind: folders, links, pipes, holes, names that look alike.
/// Each shows, and takes nobody's time; the same case without it is whole.
struct StrangeFileTests {
  private static let manager = FileManager.default

  /// A case with one released item.
  private final class Released: @unchecked Sendable {
    let ready: GateTests.Ready
    let release: String

    init() async throws {
      ready = try await GateTests.Ready().ready()
      release = try #require(try await ready.release().folder)
      #expect(ready.folder.verify().verdict == .intact)
    }

    func path(_ file: String) -> String { "\(ready.place.folder)/\(file)" }

    var elsewhere: String { ready.place.path + "/elsewhere" }

    /// Moves something out of the case and puts a link in its place.
    func link(_ file: String) throws {
      try manager.moveItem(atPath: path(file), toPath: elsewhere)
      try manager.createSymbolicLink(atPath: path(file), withDestinationPath: elsewhere)
    }
  }

  // MARK: The lock

  @Test(arguments: ["folder", "link", "pipe", "text", "second name of an original", "hole"])
  func aLockThatIsNone(_ kind: String) async throws {
    let released = try await Released()
    let (ready, lock) = (released.ready, released.path("lock"))
    let original = "case/sealed/\(ready.id).age"
    let kept = ready.place[original]
    try? Self.manager.removeItem(atPath: lock)
    ready.place["secret.txt"] = Data("an original that somebody hides here".utf8)
    let text = ready.place.path + "/secret.txt"
    switch kind {
    case "folder": try Self.manager.createDirectory(atPath: lock, withIntermediateDirectories: true)
    case "link": try Self.manager.createSymbolicLink(atPath: lock, withDestinationPath: text)
    case "pipe": #expect(mkfifo(lock, 0o600) == 0)
    case "text": try Self.manager.copyItem(atPath: text, toPath: lock)
    case "hole":
      ready.place["case/lock"] = Data()
      #expect(truncate(lock, 1 << 40) == 0)
    default:
      try Self.manager.linkItem(atPath: ready.place.path + "/" + original, toPath: lock)
    }
    #expect(ready.folder.verify().findings.map(\.file) == ["lock"])
    // Reading goes on; whoever writes would empty it.
    _ = try await ready.place.open().status()
    await ready.refusal("'lock'", leaving: ready.released) { try await ready.plan() }
    #expect(ready.place[original] == kept)
    #expect(ready.place["secret.txt"]?.isEmpty == false)
    try Self.manager.removeItem(atPath: lock)
    try await ready.plan()
    #expect(ready.folder.verify().verdict == .intact)
  }

  // MARK: Links

  @Test(
    arguments: [
      "released", "released/ID", "released/ID/1", "log/tile", "log/tile/0", "log/checkpoint",
      "log/keys", "case.yaml", "keys", "keys/ID.age",
    ])
  func aLinkToWhatWasMovedOut(_ file: String) async throws {
    let released = try await Released()
    try released.link(file.replacing("ID", with: released.ready.id))
    let result = released.ready.folder.verify()
    #expect(result.verdict == .altered, "\(result.findings)")
  }

  // MARK: Holes

  @Test(arguments: [
    "sealed/ID.age", "keys/ID.age", "case.yaml", "sealed/more", "released/ID/1/more",
  ])
  func aFileWithAHoleOfATebibyte(_ file: String) async throws {
    let released = try await Released()
    let path = released.path(file.replacing("ID", with: released.ready.id))
    if !Self.manager.fileExists(atPath: path) {
      #expect(Self.manager.createFile(atPath: path, contents: Data()))
    }
    #expect(truncate(path, 1 << 40) == 0)
    #expect(released.ready.folder.verify().verdict == .altered)
  }

  /// What is overwritten before it goes is what was written, and not a disk full of nothing.
  @Test func aShreddedKeyThatCameBackWithAHoleGoesAtOnce() async throws {
    let released = try await Released()
    let ready = released.ready
    let key = "keys/\(ready.id).age"
    let kept = ready.place["case/" + key]
    try await ready.folder.shred(ready.id, why: "asked", at: Workplace.time)
    ready.place["case/" + key] = kept
    #expect(truncate(released.path(key), 1 << 40) == 0)
    #expect(ready.folder.verify().verdict == .altered)
    ready.place["case/lock"] = Data("an act goes on\n".utf8)
    _ = try ready.place.open()
    #expect(!Self.manager.fileExists(atPath: released.path(key)))
    #expect(ready.folder.verify().verdict == .intact)
  }

  // MARK: Pipes, and names that look alike

  @Test(arguments: ["sealed/ID.age", "case.yaml", "log/checkpoint", "registry/2.age", "plans/more"])
  func aPipeKeepsNobodyWaiting(_ file: String) async throws {
    let released = try await Released()
    let path = released.path(file.replacing("ID", with: released.ready.id))
    try? Self.manager.removeItem(atPath: path)
    #expect(mkfifo(path, 0o600) == 0)
    #expect(released.ready.folder.verify().verdict != .intact)
  }

  @Test(
    arguments: [
      "keys/ID.age ", "keys/ ID.age", "keys/ID.AGE", "KEYS/ID.age", "keys/ＩＤ.age",
      "keys/ID.age\u{301}",
      "registry/02.age", "registry/２.age", "released/ID/01/redacted.txt",
      "released/ID/1 /redacted.txt",
      "caf\u{E9}", "cafe\u{301}", ".DS_Store",
    ])
  func aNameThatLooksLikeAnother(_ file: String) async throws {
    let released = try await Released()
    let path = "case/" + file.replacing("ID", with: released.ready.id)
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    try Self.manager.createDirectory(
      atPath: "\(released.ready.place.path)/\(folder)", withIntermediateDirectories: true)
    released.ready.place[path] = released.ready.place["case/keys/\(released.ready.id).age"]
    #expect(released.ready.folder.verify().verdict == .altered)
  }

  // MARK: What a machine keeps

  @Test(arguments: [("log.key", 0o644), ("log.key", 0o620), ("", 0o777), ("", 0o730)])
  func aKeyThatIsNotThisMachinesAlone(_ file: String, _ mode: Int) async throws {
    let place = try Workplace(compat: true)
    let folder = try await place.create()
    let path = "\(place.state)/\(file)"
    try Self.manager.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    await #expect(throws: AuditError.exposedKey) {
      try await AddTests.add("text", to: folder, place)
    }
    let own = file.isEmpty ? 0o755 : 0o600
    try Self.manager.setAttributes([.posixPermissions: own], ofItemAtPath: path)
    try await AddTests.add("text", to: folder, place)
    #expect(folder.verify().verdict == .intact)
  }
}
