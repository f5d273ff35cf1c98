import Foundation
import Glibc
import Testing

/// Carries out the lines of one script in its folder.
struct ScriptShell {
  let folder: URL
  private var input: URL?
  private var status: Int32 = 0
  private var stdout = Data()
  private var stderr = Data()

  /// The folder of the built program: that of the test bundle.
  static let programs = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent()

  init(folder: URL) { self.folder = folder }

  private enum Problem: Error { case unknownLine(String) }

  mutating func run(_ line: [String], at place: String) throws {
    let isNegated = line.first == "!"
    let words = isNegated ? Array(line.dropFirst()) : line
    let place: Comment = "\(place)"
    func check(_ holds: Bool, _ seen: Data = Data()) {
      #expect(holds != isNegated, "\(place) \(String(decoding: seen.prefix(2000), as: UTF8.self))")
    }
    switch (words[0], words.count) {
    case ("exec", 2...):
      try execute(Self.programs.appending(path: words[1]), Array(words[2...]))
      check(status == 0, stderr)
    case ("sh", 2):
      try execute(URL(filePath: "/bin/sh"), ["-c", words[1]])
      check(status == 0, stderr)
    case ("status", 2): #expect("\(status)" == words[1], place)
    case ("stdin", 2): input = folder.appending(path: words[1])
    case ("stdout", 2): check(stdout.contains(words[1]), stdout)
    case ("stderr", 2): check(stderr.contains(words[1]), stderr)
    case ("empty", 2): check(try contents(words[1]).isEmpty, try contents(words[1]))
    case ("cmp", 3):
      let (first, second) = (try contents(words[1]), try contents(words[2]))
      check(first == second, first)
    case ("exists", 2): check(FileManager.default.fileExists(atPath: path(words[1])))
    case ("mode", 3):
      let mode = try FileManager.default.attributesOfItem(atPath: path(words[1]))[.posixPermissions]
      #expect((mode as? Int).map { String($0, radix: 8) } == words[2], place)
    case ("bytes", 2...):
      let bytes = words[2...].compactMap { UInt8($0, radix: 16) }
      try Data(bytes).write(to: folder.appending(path: words[1]))
    case ("repeat", 4):
      let text = String(repeating: words[3].replacing("\\n", with: "\n"), count: Int(words[2]) ?? 0)
      try Data(text.utf8).write(to: folder.appending(path: words[1]))
    case ("chmod", 3):
      try FileManager.default.setAttributes(
        [.posixPermissions: Int(words[1], radix: 8) ?? 0], ofItemAtPath: path(words[2]))
    case ("mkdir", 2):
      try FileManager.default.createDirectory(
        atPath: path(words[1]), withIntermediateDirectories: true)
    default: throw Problem.unknownLine("\(place)")
    }
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path() }

  private func contents(_ name: String) throws -> Data {
    switch name {
    case "stdout": stdout
    case "stderr": stderr
    default: try Data(contentsOf: folder.appending(path: name))
    }
  }

  /// Output goes to files, which cannot fill up as a pipe can.
  private mutating func execute(_ program: URL, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var environment = [
      "PATH": "\(Self.programs.path()):/usr/bin:/bin", "LC_ALL": "C.UTF-8",
    ]
    environment["UNDERSEAL_KILLS"] = ProcessInfo.processInfo.environment["UNDERSEAL_KILLS"]
    process.environment = environment
    let (out, err) = (folder.appending(path: ".stdout"), folder.appending(path: ".stderr"))
    for file in [out, err] { try Data().write(to: file) }
    process.standardInput =
      try input.map { try FileHandle(forReadingFrom: $0) } ?? FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    try Self.withoutBlockedSignals { try process.run() }
    process.waitUntilExit()
    input = nil
    status = process.terminationStatus
    stdout = try Data(contentsOf: out)
    stderr = try Data(contentsOf: err)
  }
}

extension ScriptShell {
  /// Starts a child that may receive signals: the threads tests run on block them, a child inherits
  /// that, and a shell that never hears of its children's end waits for ever.
  private static func withoutBlockedSignals(_ body: () throws -> Void) rethrows {
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try body()
  }
}

extension Data {
  fileprivate func contains(_ text: String) -> Bool { range(of: Data(text.utf8)) != nil }
}
