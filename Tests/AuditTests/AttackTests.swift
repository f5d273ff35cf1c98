import Audit
import Cryptography
import Foundation
import Testing

/// What somebody with write access to the folder may try.
struct AttackTests {
  private static let time = "2026-03-01T09:30:00Z"

  private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      return mixed ^ mixed >> 31
    }
  }

  @Test func noneOfAThousandMutationsPassesAsIntact() throws {
    let folder = try Folder()
    var older: [String: [UInt8]] = [:]
    for count in [40, 230, 30, 260, 7] {
      older = Dictionary(
        uniqueKeysWithValues: folder.files.compactMap { file in
          folder[file].map { (file, $0) }
        })
      try folder.append(count)
    }
    let rebuilt = try Folder()
    for count in [40, 230, 30, 260, 7] { try rebuilt.append(count) }
    let files = folder.files
    let original = Dictionary(
      uniqueKeysWithValues: files.compactMap { file in
        folder[file].map { (file, $0) }
      })
    #expect(folder.open().verify().verdict == .intact)
    var random = Seeded(state: 20_260_301)
    var kinds: [Verdict: Int] = [:]
    for round in 0..<1_200 {
      var changed: Set<String> = []
      var what = ""
      let file = files.randomElement(using: &random) ?? ""
      let bytes = original[file] ?? []
      switch round % 8 {
      case 0, 1, 2, 3:
        var other = bytes
        let place = Int.random(in: 0..<other.count, using: &random)
        other[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        folder[file] = other
        changed = [file]
        what = "bit \(place) of \(file)"
      case 4:
        let second = files.randomElement(using: &random) ?? ""
        guard original[second] != bytes else { continue }
        folder[file] = original[second]
        folder[second] = bytes
        changed = [file, second]
        what = "\(file) and \(second) swapped"
      case 5:
        folder[file] = nil
        changed = [file]
        what = "\(file) dropped"
      case 6:
        let source = round % 16 == 6 ? older[file] : rebuilt[file]
        guard let source, source != bytes else { continue }
        folder[file] = source
        changed = [file]
        what = "\(file) of another copy"
      default:
        folder[file] = Bool.random(using: &random) ? Array(bytes.dropLast()) : bytes + [0x20]
        changed = [file]
        what = "\(file) cut or lengthened"
      }
      let verdict = folder.open().verify().verdict
      kinds[verdict, default: 0] += 1
      #expect(verdict != .intact, "\(what)")
      for file in changed { folder[file] = original[file] }
    }
    #expect(folder.open().verify().verdict == .intact)
    #expect(kinds[.intact, default: 0] == 0)
    #expect(kinds[.altered, default: 0] > 500 && kinds[.incomplete, default: 0] > 50)
  }

  @Test func wholeCopiesOfAnotherTimeOrKeyAreNotIntact() throws {
    let folder = try Folder()
    try folder.append(100)
    let older = folder.files.map { ($0, folder[$0]) }
    try folder.append(300)
    let newest = folder.files.map { ($0, folder[$0]) }
    let rebuilt = try Folder()
    try rebuilt.append(100)
    try rebuilt.append(300)
    for (copy, verdict) in [
      (older, Verdict.rolledBack),
      (rebuilt.files.map { ($0, rebuilt[$0]) }, .altered),
    ] {
      for file in folder.files { folder[file] = nil }
      for (file, bytes) in copy { folder[file] = bytes }
      #expect(folder.open().verify().verdict == verdict)
    }
    for file in folder.files { folder[file] = nil }
    for (file, bytes) in newest { folder[file] = bytes }
    #expect(folder.open().verify().verdict == .intact)
  }

  @Test func aLogOfTheSameMachineInAnothersPlaceIsNotIntact() throws {
    let folder = try Folder()
    try folder.append(10)
    let second = AuditLog(
      Disk(root: folder.path + "/second"), state: MachineState(folder: folder.state))
    try second.append(Folder.batch(10), at: Self.time, sealing: { $0 })
    #expect(second.verify().verdict == .intact)
    try FileManager.default.removeItem(atPath: folder.log)
    try FileManager.default.copyItem(atPath: folder.path + "/second", toPath: folder.log)
    #expect(folder.open().verify().verdict == .altered)
  }

  @Test func aHeadOfAnySizeAndAPipeInAFilesPlaceAreJudgedAtOnce() throws {
    let folder = try Folder()
    try folder.append(10)
    let key = try SigningKey(name: "underseal/x")
    let head = Checkpoint(
      origin: key.verifier.name, size: 1 << 49, root: try Hash(of: []))
    let checkpoint = folder["checkpoint"]
    folder["checkpoint"] = try head.signed(with: key).bytes
    #expect(folder.open().verify().verdict == .altered)
    folder["checkpoint"] = checkpoint
    folder["keys"] = nil
    #expect(mkfifo(folder.log + "/keys", 0o600) == 0)
    #expect(folder.open().verify().verdict == .unreadable)
  }

  @Test(arguments: [
    "checkpoint", "keys", "openings/0.age", "tile/entries/000", "tile/entries/001.p/46",
    "tile/0/000", "tile/0/001.p/46", "tile/1/000.p/1",
  ])
  func aFileThatIsDroppedLeavesTheLogIncomplete(_ file: String) throws {
    let folder = try Folder()
    try folder.append(300)
    #expect(folder[file] != nil)
    folder[file] = nil
    #expect(folder.open().verify().verdict == .incomplete)
    #expect(folder.stranger.verify().verdict == .incomplete)
  }

  @Test func entriesEditedWithAllHashesMadeToFitAreFound() throws {
    // The attacker has everything but the key: a log of their own entries under our checkpoint.
    let folder = try Folder()
    try folder.append(100)
    let other = try Folder()
    try other.append(100)
    for file in other.files where file.hasPrefix("tile") || file.hasPrefix("openings") {
      folder[file] = other[file]
    }
    let result = folder.open().verify()
    #expect(result.verdict == .altered)
    #expect(result.findings.contains { $0.file == "checkpoint" })
  }

  @Test func twoHeadsOfOneSizeAreFound() throws {
    let folder = try Folder()
    let empty = try Folder()
    try empty.append(1)
    for file in empty.files { folder[file] = empty[file] }
    // The same machine signs two histories from one point on.
    let twin = AuditLog(
      Disk(root: folder.log), state: MachineState(folder: empty.path + "/twin"))
    try FileManager.default.createDirectory(
      atPath: empty.path + "/twin", withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: empty.state + "/log.key", toPath: empty.path + "/twin/log.key")
    try twin.append(Folder.batch(5), at: Self.time, sealing: { $0 })
    try empty.append(5)
    let judged = AuditLog(Disk(root: folder.log), state: MachineState(folder: empty.state))
    #expect(judged.verify().verdict == .altered)
  }

  @Test func noNameOfADictionaryLeadsToALeaf() throws {
    let folder = try Folder()
    let names = ["Nikolai", "Brandt", "Nikolai Brandt", "Pavel", "Anton Merz", "Odesa", "p-1"]
    let bodies: [[JSON.Member]] = names.flatMap { name in
      [
        [.init("at", .string(Self.time)), .init("replacement", .string(name))],
        [.init("replacement", .string(name))],
      ]
    }
    let disclosures = try bodies.map { try Disclosure(.decision, $0) }
    try folder.open().append(AuditLog.Batch(disclosures), at: Self.time)
    let entries = Set(try PublishedLog(folder).entries)
    #expect(entries.count == bodies.count + 1)
    var guesses: [[UInt8]] = names.map { Array($0.utf8) }
    for body in bodies {
      let object = JSON.object(body)
      guesses.append(object.bytes)
      guesses.append(JSON.array([.string("decision"), object]).bytes)
      guesses.append(JSON.array([.string(""), .string("decision"), object]).bytes)
    }
    guesses += guesses.map { Base64.encode($0, .url) }
    for guess in guesses {
      #expect(try !entries.contains(Leaf.commitment(Hash(of: guess)).bytes))
    }
    for file in folder.files {
      let bytes = Data(folder[file] ?? [])
      for name in names where name.utf8.count > 3 {
        #expect(bytes.range(of: Data(name.utf8)) == nil)
      }
    }
  }

  @Test func equalDecisionsGiveUnrelatedLeaves() throws {
    let body: [JSON.Member] = [.init("at", .string(Self.time)), .init("kind", .string("person"))]
    let leaves = try (0..<200).map { _ in try Disclosure(.decision, body).leaf().bytes }
    #expect(Set(leaves).count == 200)
    #expect(leaves.allSatisfy { $0.count == Leaf.count })
    // No two share more than a few places of the 43 that differ at all.
    for (a, b) in zip(leaves, leaves.dropFirst()) {
      #expect(zip(a, b).dropFirst(12).prefix(43).filter { $0 == $1 }.count < 12)
    }
  }

  @Test func leavesReadOnlyTheirOwnForm() throws {
    let leaf = try Disclosure(.decision, []).leaf()
    #expect(try Leaf(parsing: leaf.bytes) == leaf)
    for place in leaf.bytes.indices where !(12..<55 ~= place) && place != 8 {
      var bytes = leaf.bytes
      bytes[place] ^= 1
      #expect(throws: AuditError.self) { try Leaf(parsing: bytes) }
    }
    #expect(throws: AuditError.self) { try Leaf(parsing: leaf.bytes + [0x20]) }
  }

  @Test func disclosuresReadOnlyWhatTheyWrite() throws {
    let disclosure = try Disclosure(
      .decision, [.init("replacement", .string("a \"b\"\n\u{1F}ї")), .init("start", .number(-3))])
    #expect(try Disclosure(parsing: disclosure.text) == disclosure)
    for text in [
      "[\"2GLC42sKQveCfGfryNRN9w\",\"decision\",{\"a\": 1}]",
      "[\"2GLC42sKQveCfGfryNRN9\",\"decision\",{}]", "[\"2GLC42sKQveCfGfryNRN9w\",\"other\",{}]",
      "[\"2GLC42sKQveCfGfryNRN9w\",\"decision\",{\"a\":1,\"a\":2}]",
      "[\"2GLC42sKQveCfGfryNRN9w\",\"decision\",{\"a\":01}]",
      "[\"2GLC42sKQveCfGfryNRN9w\",\"decision\",{\"a\":\"\\u0041\"}]",
      "[\"2GLC42sKQveCfGfryNRN9w\",\"decision\",{}] ", "[[[[[[[[[[[[", "{}", "",
    ] {
      #expect(throws: AuditError.self, "\(text)") {
        try Disclosure(parsing: Base64.encode(Array(text.utf8), .url))
      }
    }
  }

  @Test func openingsAreOfALengthThatTellsLittle() throws {
    let short = try Disclosure(.decision, [.init("replacement", .string("a"))])
    let long = try Disclosure(.decision, [.init("replacement", .string("a longer replacement"))])
    let texts = [short, long].map { Openings.text([Openings.Line(index: 7, disclosure: $0)]) }
    #expect(texts.allSatisfy { $0.count == 4096 })
    #expect(try Openings.parse(texts[0]).map(\.disclosure) == [short])
  }

  @Test func pathsOfTilesAreOnlyTheOnesOfTheFormat() {
    #expect(Tile(level: 0, index: 1_234_067, width: 256).path == "tile/0/x001/x234/067")
    #expect(Tile(level: 1, index: 0, width: 17).path == "tile/1/000.p/17")
    #expect(Tile(level: Tile.entries, index: 3, width: 256).path == "tile/entries/003")
    for tile in [
      Tile(level: 0, index: 1_234_067, width: 256), Tile(level: 2, index: 1_000, width: 1),
      Tile(level: Tile.entries, index: 999, width: 255),
    ] {
      #expect(Tile(path: tile.path) == tile)
    }
    for path in [
      "tile/0/1", "tile/00/001", "tile/0/x000/001", "tile/0/001.p/256", "tile/0/001.p/0",
      "tile/64/001", "tile/0/001.p/01", "tile/0/x001", "tile/0/001/002", "tile/0", "tile/-1/001",
      "tile/0/+01",
    ] {
      #expect(Tile(path: path) == nil, "\(path)")
    }
  }

  // MARK: Small inputs that take long

  @Test(
    arguments: [
      { (count: Int) in "{" + (0..<count).map { "\"k\($0)\":1" }.joined(separator: ",") + "}" },
      { (count: Int) in "[" + (0..<count).map { "\($0)" }.joined(separator: ",") + "]" },
      { (count: Int) in "\"" + String(repeating: "\\n", count: count) + "\"" },
      { (count: Int) in String(repeating: "[", count: count) },
    ] as [@Sendable (Int) -> String])
  func jsonIsReadInLinearTime(_ text: @Sendable (Int) -> String) {
    func seconds(_ count: Int) -> Double {
      let bytes = Array(text(count).utf8)
      var (start, end) = (timespec(), timespec())
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start)
      _ = try? JSON(parsing: bytes)
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end)
      return Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) / 1e9
    }
    _ = seconds(1_000)
    let (once, fourfold) = (seconds(20_000), seconds(80_000))
    #expect(fourfold < 10 * max(once, 0.001), "\(once), \(fourfold)")
  }
}
