internal import Redaction

/// Where the results of a run go: worked out before anything is read, written when all is done.
struct OutputTargets {
  private let command: RedactCommand
  private let inputs: [String]
  /// What each document is called.
  private(set) var names: [String]
  /// Whether the text goes to stdout.
  private let isStream: Bool
  /// The files of each document, in the order of the inputs.
  private var texts: [String] = []
  private var reports: [String] = []
  private var publicReports: [String] = []

  init(_ command: RedactCommand, inputs: [String]) throws {
    self.command = command
    self.inputs = inputs
    names = inputs.map(Self.name)
    let hasOutput = command.output != nil && !Self.isStdout(command.output)
    if inputs.count > 1 {
      if !hasOutput && !command.json {
        throw Refusal(.usage, "several texts need a folder to go to; add -o DIR")
      }
      var seen: Set<String> = []
      for name in names where !seen.insert(name).inserted {
        throw Refusal(.usage, "two inputs are called \(printable(name)); redact them in two runs")
      }
    }
    isStream = !hasOutput
    try makePaths()
  }

  private mutating func makePaths() throws {
    texts = isStream ? [] : try Self.paths(command.output, names, suffix: "")
    reports = try Self.paths(command.report, names, suffix: ".json")
    publicReports = try Self.paths(command.reportPublic, names, suffix: ".json")
  }

  /// Calls documents whose file's name shows somebody of the people file by their number, so that
  /// nothing that is written is called so; gives what a person has to be told.
  mutating func rename(_ pipeline: Pipeline) throws -> [String] {
    var told: [String] = []
    for index in names.indices where inputs[index] != "-" {
      guard let id = pipeline.person(shownBy: names[index]) else { continue }
      let ending = names[index].lastIndex(of: ".").map { String(names[index][$0...]) } ?? ""
      let isPlain = ending.utf8.count <= 6 && pipeline.person(shownBy: ending) == nil
      var name: String
      var number = index + 1
      repeat {
        name = "document-\(number)\(isPlain ? ending : "")"
        number += inputs.count
      } while names.contains(name)
      names[index] = name
      told.append(
        "the file name of text \(index + 1) shows the name of \(id); what is written calls it \(name)"
      )
    }
    let isNamed = [command.output, command.report, command.reportPublic].compactMap { $0 }.contains
    {
      pipeline.person(shownBy: baseName($0.hasSuffix("/") ? String($0.dropLast()) : $0)) != nil
    }
    if isNamed {
      told.append(
        "the name of an output shows somebody of the people file; publish it under another")
    }
    try makePaths()
    return told
  }

  /// The document's name: the last part of its path.
  static func name(of path: String) -> String { path == "-" ? "stdin" : baseName(path) }

  private static func isStdout(_ path: String?) -> Bool { path == "-" || path == "/dev/stdout" }

  /// One path for each document; in a folder when there are several, or a folder is meant.
  private static func paths(
    _ target: String?, _ names: [String], suffix: String
  ) throws -> [String] {
    guard let target else { return [] }
    guard !target.isEmpty else { throw Refusal(.usage, "an output has an empty name; name a file") }
    guard target != "-" else {
      throw Refusal(.usage, "a report goes to a file; --json writes it to stdout")
    }
    let status = FileStatus(target)
    if names.count > 1, let status, !status.isFolder {
      throw Refusal(
        .cannotCreate, "\(printable(target)) is a file; name a folder for several texts")
    }
    guard names.count > 1 || status?.isFolder == true || target.hasSuffix("/") else {
      return [target]
    }
    let folder = target.hasSuffix("/") ? target : target + "/"
    return names.map { folder + $0 + suffix }
  }

  /// Refuses what would be lost or mixed up, before any work is done.
  func check() throws {
    let people = command.savePeople.map { [$0] } ?? []
    if people == ["-"] { throw Refusal(.usage, "--save-people takes a file, not stdout") }
    let all = texts + reports + publicReports + people
    var seen: Set<String> = []
    for path in all where !seen.insert(path).inserted {
      throw Refusal(.usage, "two outputs would be \(printable(path)); give each its own name")
    }
    let sources = inputs.compactMap { FileStatus($0) }.filter(\.isRegular)
    let kept = [command.people, command.policy].compactMap { $0.flatMap { FileStatus($0) } }
    for path in all {
      try OutputFile.check(path, force: command.force)
      guard let status = FileStatus(path) else { continue }
      if sources.contains(status) || kept.contains(status) && !people.contains(path) {
        throw Refusal(.usage, "\(printable(path)) is an input of this run; write to another file")
      }
    }
  }

  /// Writes everything, and gives the files their names only when all of it is written.
  func write(_ records: [Record], people: PeopleFile) throws {
    for path in [command.output, command.report, command.reportPublic].compactMap({ $0 }) {
      if records.count > 1 || path.hasSuffix("/"), !Self.isStdout(path) { try makeFolder(path) }
    }
    var files: [OutputFile] = []
    func add(_ path: String, _ bytes: [UInt8]) throws {
      let file = try OutputFile(path, force: command.force)
      try file.write(bytes)
      files.append(file)
    }
    for (path, record) in zip(texts, records) { try add(path, record.redacted.bytes) }
    for (path, record) in zip(reports, records) { try add(path, record.line(for: .confidential)) }
    for (path, record) in zip(publicReports, records) { try add(path, record.line(for: .public)) }
    if let path = command.savePeople { try add(path, command.saved(people)) }
    if command.json {
      for record in records { try StandardOutput.write(record.line(for: .confidential)) }
    } else if isStream {
      for record in records { try StandardOutput.write(record.redacted.bytes) }
    }
    for file in files { try file.finish() }
  }

  /// What has to be said of a people file with every name and pseudonym in it.
  static func warning(about path: String, isSealed: Bool) -> String {
    "\(printable(path)) links every name to its pseudonym: it is the most dangerous file of the"
      + " case; keep it \(isSealed ? "" : "sealed (-r KEY), ")offline and apart from what is published"
  }
}
