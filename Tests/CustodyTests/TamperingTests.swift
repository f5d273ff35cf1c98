import Audit
import Custody
import Foundation
import Redaction
import Sealing
import Testing

/// Whatever somebody without a key does to the files of a case, `audit` sees it.
struct TamperingTests {
  /// A case in which everything has happened: an item released twice, one withdrawn, one shredded,
  /// one withdrawn before it was released, one planned; with openings, and every file it ever had.
  final class Whole: @unchecked Sendable {
    let place: Workplace
    let folder: CaseFolder
    let auditor: any IdentityKey
    private(set) var ids: [String] = []
    /// Every content that a path ever had, oldest first.
    private(set) var history: [String: [Data]] = [:]

    init() async throws {
      place = try Workplace(compat: true)
      auditor = try X25519Identity()
      folder = try await place.create(auditors: [auditor.recipient])
      remember()
      try await folder.changePeople(with: [place.first], at: Workplace.time) {
        $0.people.append(Person(id: "p-1", name: "Nikolai Brandt", gender: .male))
        $0.people.append(Person(id: "p-2", name: "Marta Keller", gender: .female))
      }
      for text in ["Nikolai Brandt", "Marta Keller", "Nobody", "Marta", "Nikolai"] {
        ids.append(try await AddTests.add("\(text) was there, and it rained.", to: folder, place))
        remember()
      }
      for id in [ids[0], ids[1], ids[0]] { try await release(id) }
      try await folder.withdraw(ids[1], why: "asked", at: Workplace.time)
      remember()
      try await folder.shred(ids[2], why: "asked", at: Workplace.time)
      try await folder.withdraw(ids[3], why: "asked", at: Workplace.time)
      remember()
      try await plan(ids[4])
      remember()
    }

    private func plan(_ id: String) async throws {
      let source = Policy.shippedSource(named: "press") ?? ""
      var planning = CaseFolder.Planning(policy: ("press", Array(source.utf8)), version: "0")
      planning.reader = .fast
      let ready = planning
      _ = try await folder.plan([id], ready, with: [place.first], at: Workplace.time)
      remember()
    }

    private func release(_ id: String) async throws {
      try await plan(id)
      try await folder.review(
        id, [], accepting: true, as: "Anna", with: [place.first], at: Workplace.time)
      remember()
      try await folder.approve(id, as: "Boris", with: [place.first], at: Workplace.time)
      remember()
      let report = try await folder.release(id, with: [place.first], at: Workplace.time)
      #expect(report.isReleased)
      remember()
    }

    private func remember() {
      for file in place.files {
        guard let now = place["case/" + file], history[file]?.last != now else { continue }
        history[file, default: []].append(now)
      }
    }
  }

  /// Numbers that are the same in every run (SplitMix64).
  struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  /// One thing that was done to the files of a case: what they were before, and what is there now.
  private static func tamper(
    _ whole: Whole, _ numbers: inout Numbers
  ) -> (what: String, before: [String: Data?]) {
    let files = whole.place.files
    let file = files.randomElement(using: &numbers)!
    let folder = file.split(separator: "/").dropLast().joined(separator: "/")
    var before: [String: Data?] = [:]
    func put(_ data: Data?, _ path: String) {
      if before[path] == nil { before[path] = .some(whole.place["case/" + path]) }
      let parent = "\(whole.place.folder)/\(path)".split(separator: "/").dropLast()
      try? FileManager.default.createDirectory(
        atPath: "/" + parent.joined(separator: "/"), withIntermediateDirectories: true)
      whole.place["case/" + path] = data
    }
    let data = whole.place["case/" + file]!
    let name = file.split(separator: "/").last.map(String.init)!
    let names = [
      "\(folder)/x\(name)", "\(folder)/.\(name)", "\(folder)/.unfinished-\(name)",
      "\(folder)/.dropped-\(name)", "\(folder)/9.age", "\(name)", "keys/\(name)", "sealed/\(name)",
      "plans/\(name)", "released/\(name)", "log/\(name)", "log/tile/\(name)", "registry/4.age",
      "log/tile/3/000.p/3",
    ]
    let target = names.randomElement(using: &numbers)!
    let other = files.randomElement(using: &numbers)!
    switch Int.random(in: 0..<6, using: &numbers) {
    case 0:
      put(nil, file)
      put(data, target)
      return ("\(file) renamed to \(target)", before)
    case 1:
      put(nil, file)
      return ("\(file) deleted", before)
    case 2:
      put(data, target)
      return ("\(file) copied to \(target)", before)
    case 3:
      put(data, other)
      return ("\(file) copied over \(other)", before)
    case 4:
      put(whole.place["case/" + other], file)
      put(data, other)
      return ("\(file) swapped with \(other)", before)
    default:
      // An older file under its own name, or under that of one of its kind.
      let old = whole.history.keys.sorted().randomElement(using: &numbers)!
      let kind = old.split(separator: "/").first
      let targets = [old] + files.filter { $0.split(separator: "/").first == kind }
      let place = targets.randomElement(using: &numbers)!
      put(whole.history[old]!.randomElement(using: &numbers)!, place)
      return ("an older \(old) put at \(place)", before)
    }
  }

  @Test func noRenameDeletionCopySwapOrOlderFileGoesUnseen() async throws {
    let whole = try await Whole()
    #expect(whole.folder.verify().verdict == .intact)
    var tried = 0
    for seed in 0..<1_400 as Range<UInt64> {
      var numbers = Numbers(state: seed)
      let (what, before) = Self.tamper(whole, &numbers)
      let isChanged = before.contains { whole.place["case/" + $0.key] != $0.value }
      if isChanged {
        tried += 1
        let result = whole.folder.verify()
        #expect(result.verdict != .intact, "\(seed): \(what)")
        #expect(!result.findings.isEmpty, "\(seed): \(what)")
      }
      for (path, data) in before { whole.place["case/" + path] = data }
    }
    #expect(tried >= 1_000)
    #expect(whole.folder.verify().verdict == .intact)
  }

  @Test func noByteOfAReleaseFolderIsFlippedUnseen() async throws {
    let whole = try await Whole()
    let state = MachineState(folder: whole.place.state)
    let key = await whole.folder.settings.vkey.text
    for revision in [1, 2] {
      let path = "released/\(whole.ids[0])/\(revision)"
      let folder = try #require(ReleaseFolder("\(whole.place.folder)/\(path)"))
      func isVerified() -> Bool {
        let result = folder.verify(Trust(key: key), state: state)
        return result.findings.isEmpty && result.isBound && result.isConfirmed
      }
      #expect(isVerified())
      for file in whole.place.files where file.hasPrefix(path + "/") {
        let old = whole.place["case/" + file]!
        for index in old.indices {
          var new = old
          new[index] ^= 1 << (index % 8)
          whole.place["case/" + file] = new
          #expect(!isVerified(), "\(file), byte \(index)")
        }
        whole.place["case/" + file] = old
      }
      #expect(isVerified())
    }
  }

  @Test func whatIsGoneIsToldApart() async throws {
    let whole = try await Whole()
    let status = try await whole.folder.status()
    let states = Dictionary(uniqueKeysWithValues: status.items.map { ($0.id, $0.state) })
    #expect(
      whole.ids.map { states[$0] } == [.released, .withdrawn, .shredded, .withdrawn, .planned])
    let results = try await whole.folder.verifyReleases(status.log)
    #expect(Set(results.map(\.state)) == ["superseded", "released", "withdrawn"])
    // What was destroyed and lies there again has a word of its own.
    let key = "keys/\(whole.ids[2]).age"
    whole.place["case/" + key] = whole.history[key]?.last
    #expect(
      whole.folder.verify().findings.map(\.what) == ["was shredded, and lies there again"])
  }

  @Test func aLinkInPlaceOfAFileShows() async throws {
    let whole = try await Whole()
    let (file, moved) = ("\(whole.place.folder)/case.yaml", whole.place.path + "/moved")
    try FileManager.default.moveItem(atPath: file, toPath: moved)
    try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: moved)
    #expect(whole.folder.verify().findings.map(\.file) == ["case.yaml"])
  }

  @Test func aFullLockHidesNothingThatTheNextCommandDoesNotPutRight() async throws {
    let whole = try await Whole()
    let file = "registry/2.age"
    let data = whole.place["case/" + file]
    whole.place["case/lock"] = Data("an act goes on\n".utf8)
    whole.place["case/registry/.unfinished-2.age"] = data
    whole.place["case/" + file] = nil
    let result = whole.folder.verify()
    #expect(result.verdict == .intact && result.leftovers == 1)
    _ = try whole.place.open()
    #expect(whole.place["case/" + file] == data)
    #expect(whole.folder.verify().leftovers == 0)
  }
}
