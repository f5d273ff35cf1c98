import Audit
import Cryptography
import Foundation
import Testing

/// Verifiers that others wrote, where they are installed: Debian's golang-golang-x-mod-dev, and
/// metamorphic-log of PyPI, in `.build/third-party` or where python3 finds it.
struct ThirdPartyTests {
  private static let here = URL(filePath: #filePath).deletingLastPathComponent()
  private static let environment = [
    "PATH": "/usr/bin:/bin", "HOME": NSTemporaryDirectory(), "GO111MODULE": "off",
    "GOPATH": "/usr/share/gocode", "GOCACHE": NSTemporaryDirectory() + "underseal-go-cache",
    "GOFLAGS": "",
  ]

  private static let hasGo =
    FileManager.default.isExecutableFile(atPath: "/usr/bin/go")
    && FileManager.default.fileExists(atPath: "/usr/share/gocode/src/golang.org/x/mod/sumdb/note")

  private static let python: String? = {
    let own = here.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: ".build/third-party/bin/python").path()
    return [own, "/usr/bin/python3"].first { python in
      (try? run(python, ["-c", "import metamorphic_log"])) == 0
    }
  }()

  private static func run(_ program: String, _ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = environment
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// A log of 700 entries, with the files that the verifiers read beside it.
  private struct Published {
    let folder: Folder
    let vkey: String
    var arguments: [String] {
      [folder.log, vkey, folder.path + "/older", folder.path + "/proof"]
    }

    init() throws {
      folder = try Folder()
      try folder.append(300)
      let older = try #require(folder["checkpoint"])
      let head = try folder.append(397)
      vkey = head.key.text
      let size = head.checkpoint.size
      let proof = try folder.open().proof(of: 299, disclosure: nil)
      let reader = TileReader(Disk(root: folder.log), size: size)
      let hashes = try MerkleTree.consistencyProof(from: 302, to: size, reader)
      let lines = hashes.map { String(decoding: Base64.encode($0.bytes), as: UTF8.self) }
      for (name, bytes) in [
        ("older", older), ("proof", proof.bytes),
        ("consistency", Array(lines.joined(separator: "\n").utf8)),
      ] {
        try Data(bytes).write(to: URL(filePath: "\(folder.path)/\(name)"))
      }
    }
  }

  @Test(.enabled(if: hasGo, "Go or golang-golang-x-mod-dev is not installed"))
  func goSumdbAcceptsTheLogAndRefusesAFlippedBit() throws {
    let published = try Published()
    let program = published.folder.path + "/verify"
    let source = Self.here.appending(path: "ThirdParty/verify.go").path()
    #expect(try Self.run("/usr/bin/go", ["build", "-o", program, source]) == 0)
    #expect(try Self.run(program, published.arguments) == 0)
    for file in ["checkpoint", "tile/entries/001", "tile/0/002.p/188", "tile/0/000"] {
      let bytes = try #require(published.folder[file])
      var changed = bytes
      changed[changed.count / 2] ^= 4
      published.folder[file] = changed
      #expect(try Self.run(program, published.arguments) != 0, "\(file)")
      published.folder[file] = bytes
    }
  }

  @Test(.enabled(if: python != nil, "metamorphic-log is not installed"))
  func metamorphicLogAcceptsTheLogAndRefusesAFlippedBit() throws {
    let published = try Published()
    let python = try #require(Self.python)
    let script = Self.here.appending(path: "ThirdParty/verify.py").path()
    let arguments = [script] + published.arguments + [published.folder.path + "/consistency"]
    #expect(try Self.run(python, arguments) == 0)
    for file in ["log/checkpoint", "proof", "older", "consistency"] {
      let url = URL(filePath: "\(published.folder.path)/\(file)")
      let bytes = try Data(contentsOf: url)
      var changed = bytes
      changed[changed.count / 2] ^= 4
      try changed.write(to: url)
      #expect(try Self.run(python, arguments) != 0, "\(file)")
      try bytes.write(to: url)
    }
  }
}
