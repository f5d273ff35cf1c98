internal import Redaction

/// One run of `redact --lines`: JSON Lines in, JSON Lines out, in order and in constant memory.
struct RedactLines {
  private let command: RedactCommand
  private let input: String
  private let passed: [String]

  init(_ command: RedactCommand) throws {
    self.command = command
    guard command.savePeople != "-" else {
      throw Refusal(.usage, "--save-people takes a file, not stdout")
    }
    guard command.files.count < 2 else {
      throw Refusal(.usage, "--lines reads one file, or stdin; name one")
    }
    if command.report != nil || command.reportPublic != nil || command.explain {
      throw Refusal(
        .usage, "with --lines each record holds its decisions; leave out --report and --explain")
    }
    input = command.files.first ?? "-"
    let keys = command.pass?.split(separator: ",").map(String.init) ?? []
    for key in keys where ["text", "decisions", "review", "line", "error"].contains(key) {
      throw Refusal(.usage, "--pass cannot name '\(key)', which the output has of its own")
    }
    passed = keys.enumerated().filter { index, key in
      key != "id" && key != "lang" && !keys[..<index].contains(key)
    }.map(\.element)
  }

  func run() throws {
    let listed = try command.peopleFile()
    let pipeline = Pipeline(
      policy: try Sources.policy(command.policy), people: listed,
      reader: command.reading.reader)
    let warnings = try Sources.warnings(pipeline, listed, name: command.people)
    let output = try outputFile()
    let people = try command.savePeople.map { try OutputFile($0, force: command.force) }
    let file = input == "-" ? FileDescriptor(0) : try openForReading(input)
    var reader = LineReader(file, name: input == "-" ? "stdin" : printable(input))
    if !command.quiet {
      for warning in warnings { Console.say("warning: \(warning)") }
    }
    if let total = FileStatus(input)?.size {
      ReadingProgress.announce(
        total: total, reader: pipeline.reader, jobs: command.work.threads, quiet: command.quiet)
    }
    let context = LineRecord.Context(
      pipeline: pipeline, language: command.language, passed: passed)
    var counts = Counts()
    var progress = Progress(total: FileStatus(input)?.size)
    while let lines = try reader.next() {
      let records = Workers.map(lines, jobs: command.work.threads) { LineRecord($0, context) }
      let bytes = records.flatMap(\.output)
      if let output { try output.write(bytes) } else { try StandardOutput.write(bytes) }
      counts.add(records)
      if !command.quiet {
        let left = progress.timeLeft(reader.position)
        progress.show(reader.position, counted(counts.records, "record") + left)
      }
    }
    Console.endProgress()
    try output?.finish()
    try people?.write(command.saved(pipeline.people))
    try people?.finish()
    try conclude(counts)
  }

  /// The file of `-o`, checked against the input; nil for stdout.
  private func outputFile() throws -> OutputFile? {
    guard let path = command.output, path != "-", path != "/dev/stdout" else { return nil }
    if let status = FileStatus(path), status.isRegular, status == FileStatus(input) {
      throw Refusal(.usage, "\(printable(path)) is the input of this run; write to another file")
    }
    return try OutputFile(path, force: command.force)
  }

  private func conclude(_ counts: Counts) throws {
    if !command.quiet {
      Console.say("\(counted(counts.records, "record")): \(counts.tally.sentence)")
      if let path = command.savePeople {
        Console.say(OutputTargets.warning(about: path, isSealed: !command.recipients.isEmpty))
      }
    }
    var problems: [String] = []
    if counts.unreadable > 0 {
      problems.append("\(counted(counts.unreadable, "line")) could not be read")
    }
    if counts.refused > 0 { problems.append("\(counted(counts.refused, "record")) refused") }
    guard !problems.isEmpty else { return }
    throw Refusal(
      counts.refused > 0 ? .refused : .badInput,
      problems.joined(separator: " and ") + "; the output says why in the place of each")
  }

  private struct Counts {
    var records = 0
    var unreadable = 0
    var refused = 0
    var tally = Tally()

    mutating func add(_ batch: [LineRecord]) {
      for record in batch where record.outcome != .blank {
        records += 1
        if record.outcome == .unreadable { unreadable += 1 }
        if record.outcome == .refused { refused += 1 }
        tally = tally + record.tally
      }
    }
  }
}
