import Audit
import Custody
import Foundation
import Redaction
import Sealing
import Testing

/// What lies in `released/`, for the case, and for an outsider who holds one folder and the code of
/// the log's key; each attack beside the folder as it was.
struct ReleasedTests {
  private typealias Ready = GateTests.Ready

  /// A case with a release, and a copy of its folder.
  private struct Out {
    let ready: Ready
    let path: String
    let code: String

    init() async throws {
      ready = try await Ready().ready()
      let folder = try #require(try await ready.release().folder)
      path = "\(ready.place.folder)/\(folder)"
      code = try await ready.folder.settings.vkey.code()
      try keep("kept")
    }

    func keep(_ name: String) throws {
      try FileManager.default.copyItem(atPath: path, toPath: "\(ready.place.path)/\(name)")
    }

    func restore(_ name: String) throws {
      try FileManager.default.removeItem(atPath: path)
      try FileManager.default.copyItem(atPath: "\(ready.place.path)/\(name)", toPath: path)
    }

    /// What an outsider with the code of the key finds; "none" where it is no release at all.
    var outside: Set<String> {
      let stranger = MachineState(folder: ready.place.path + "/nowhere")
      let result = ReleaseFolder(path)?.verify(Trust(key: code), state: stranger)
      return Set(result?.findings.map(\.check) ?? ["none"])
    }

    /// Whether the case finds nothing, in its audit and in its releases alike.
    func isWhole() async throws -> Bool {
      let log = ready.folder.verify()
      let releases = try await ready.folder.verifyReleases(log)
      let isWhole = releases.allSatisfy(\.findings.isEmpty)
      #expect((log.verdict == .intact) == isWhole)
      return log.verdict == .intact && isWhole
    }

    func edit(_ file: String, _ change: (String) -> String) throws {
      let url = URL(filePath: "\(path)/\(file)")
      let text = try String(contentsOf: url, encoding: .utf8)
      let changed = change(text)
      #expect(changed != text)
      try Data(changed.utf8).write(to: url)
    }
  }

  @Test func approvalsOriginAndMembersAreCommittedTo() async throws {
    let out = try await Out()
    #expect(out.outside.isEmpty)
    #expect(try await out.isWhole())
    let changes: [(String) -> String] = [
      { $0.replacing(/"approvals":\[.*\],"origin"/) { _ in "\"approvals\":[],\"origin\"" } },
      { $0.replacing(/"origin":"[^"]*"/) { _ in "\"origin\":\"anything\"" } },
      { $0.replacing("}\n", with: ",\"comment\":\"added\"}\n") },
      { $0.replacing("\"digest\"", with: "\"comment\":\"added\",\"digest\"") },
      { $0.replacing("\"audience\":\"public\"", with: "\"audience\":\"any\"") },
    ]
    for (number, change) in changes.enumerated() {
      try out.edit("release.json", change)
      #expect(!out.outside.isEmpty, "\(number)")
      #expect(try await !out.isWhole(), "\(number)")
      try out.restore("kept")
    }
    #expect(try await out.isWhole())
  }

  @Test func approvalsOfAStrangersOwnDoNotCount() async throws {
    let out = try await Out()
    let bytes = try Data(contentsOf: URL(filePath: "\(out.path)/release.json"))
    let json = String(decoding: bytes, as: UTF8.self)
    let note = try #require(json.firstMatch(of: /"note":"(.*?)"\}/)?.output.1)
    let text = note.replacing("\\n", with: "\n")
    var forged = try SignedNote(text: SignedNote(parsing: Array(text.utf8)).text)
    let key = try SigningKey(name: "approver")
    try forged.sign(with: key)
    let line = String(decoding: forged.bytes, as: UTF8.self).replacing("\n", with: "\\n")
    let approval = ",{\"vkey\":\"\(key.verifier.text)\",\"note\":\"\(line)\"}],\"origin\""
    try out.edit("release.json") { $0.replacing("],\"origin\"", with: approval) }
    #expect(out.outside == ["proof"])
    #expect(try await !out.isWhole())
  }

  @Test func aWithdrawnTextPutBackShows() async throws {
    let out = try await Out()
    try await out.ready.folder.withdraw(out.ready.id, why: "asked", at: Workplace.time)
    #expect(out.outside.isEmpty)
    #expect(try await out.isWhole())
    try out.keep("stone")
    // In the place of the tombstone, and beside it.
    try out.restore("kept")
    #expect(try await !out.isWhole())
    try out.restore("stone")
    try FileManager.default.copyItem(
      atPath: "\(out.ready.place.path)/kept/redacted.txt", toPath: "\(out.path)/redacted.txt")
    #expect(out.outside == ["files"])
    #expect(try await !out.isWhole())
  }

  @Test func aTombstoneWithoutItsEntryShows() async throws {
    let out = try await Out()
    let id = out.ready.id
    for stone in [
      #"{"v":1,"item":"\#(id)","revision":1,"state":"withdrawn","sha256":"","act":""}"#,
      #"{"v":1,"item":"\#(id)","revision":1,"state":"withdrawn","sha256":"","vkey":"\#(await out.ready.folder.settings.vkey.text)"}"#,
    ] {
      for file in try FileManager.default.contentsOfDirectory(atPath: out.path) {
        try FileManager.default.removeItem(atPath: "\(out.path)/\(file)")
      }
      try Data("\(stone)\n".utf8).write(to: URL(filePath: "\(out.path)/tombstone.json"))
      #expect(!out.outside.isEmpty)
      #expect(try await !out.isWhole())
      // A proof of something else in the log does not help.
      try FileManager.default.copyItem(
        atPath: "\(out.ready.place.path)/kept/release.tlog-proof",
        toPath: "\(out.path)/tombstone.tlog-proof")
      #expect(!out.outside.isEmpty)
      #expect(try await !out.isWhole())
      try out.restore("kept")
    }
    #expect(try await out.isWhole())
  }

  @Test func anEmptiedFolderAndATextThatNobodyReleasedShow() async throws {
    let out = try await Out()
    let released = "\(out.ready.place.folder)/released"
    try FileManager.default.removeItem(atPath: "\(released)/\(out.ready.id)")
    #expect(try await !out.isWhole())
    try FileManager.default.createDirectory(
      atPath: out.path, withIntermediateDirectories: true)
    try Data("My name is Nikolai Brandt.".utf8).write(to: URL(filePath: out.path + "/redacted.txt"))
    #expect(try await !out.isWhole())
    try out.restore("kept")
    #expect(try await out.isWhole())
    try FileManager.default.copyItem(
      atPath: out.path, toPath: "\(released)/\(out.ready.id)/2")
    #expect(try await !out.isWhole())
  }

  @Test func nothingTiesTwoCasesOfOneMachine() async throws {
    let place = try Workplace(compat: true)
    var releases: [String] = []
    for name in ["one", "two"] {
      let folder = try await CaseFolder.create(
        "\(place.path)/\(name)", stateFolder: place.state,
        CaseFolder.Beginning(recipients: [place.first.recipient], isSingle: true),
        at: Workplace.time)
      place["in.txt"] = Data("We crossed the water, \(name).".utf8)
      let id = try await folder.add(
        CaseFolder.Original(
          path: place.path + "/in.txt", name: "a.txt", consent: Array(AddTests.consent.utf8)),
        at: Workplace.time)
      var planning = CaseFolder.Planning(
        policy: CaseFolder.shippedPolicies[0], version: "0")
      planning.reader = .fast
      let ready = planning
      _ = try await folder.plan([id], ready, with: [place.first], at: Workplace.time)
      try await folder.review(
        id, [], accepting: true, as: "Anna", with: [place.first], at: Workplace.time)
      try await folder.approve(id, as: "Boris", with: [place.first], at: Workplace.time)
      let report = try await folder.release(id, with: [place.first], at: Workplace.time)
      let out = "\(place.path)/\(name)/\(try #require(report.folder))"
      let proof = try ProofFile(
        parsing: Array(Data(contentsOf: URL(filePath: out + "/release.tlog-proof"))))
      let entry = try Disclosure(parsing: proof.extra)
      #expect(entry.body["at"]?.string == String(Workplace.time.prefix(10)))
      releases.append(try String(contentsOfFile: out + "/release.json", encoding: .utf8))
    }
    // Words that both hold are the same for every case: no key, id or name is among them.
    func words(_ text: String) -> Set<Substring> {
      Set(text.split { !$0.isLetter && !$0.isNumber && $0 != "+" && $0 != "/" })
    }
    let shared = words(releases[0]).intersection(words(releases[1]))
    let policy = releases[0].firstMatch(of: /"policySha256":"([0-9a-f]+)"/)?.output.1 ?? ""
    let weights = releases[0].firstMatch(of: /"weights":"sha256:([0-9a-f]+)"/)?.output.1 ?? ""
    #expect(shared.filter { $0.count > 20 }.allSatisfy { [policy, weights].contains($0) })
    #expect(!releases[0].contains("Boris") && !releases[0].contains("Anna"))
  }
}
