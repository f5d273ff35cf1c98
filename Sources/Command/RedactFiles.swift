internal import Redaction

/// One run of `redact` over whole texts: read all, plan all together, check all, write all.
struct RedactFiles {
  private let command: RedactCommand
  private let paths: [String]
  private var targets: OutputTargets

  init(_ command: RedactCommand) throws {
    self.command = command
    paths = command.files.isEmpty ? ["-"] : command.files
    if command.pass != nil {
      throw Refusal(.usage, "--pass names keys of records; use it together with --lines")
    }
    if paths.count > 1, paths.contains("-") {
      throw Refusal(.usage, "stdin (-) is one text; give it alone, or put it in a file")
    }
    targets = try OutputTargets(command, inputs: paths)
  }

  mutating func run() throws {
    let policy = try Sources.policyWithDigest(command.policy)
    let people = try command.peopleFile()
    var pipeline = Pipeline(
      policy: policy.policy, people: people, reader: command.reading.reader,
      jobs: command.work.threads)
    let warnings = try Sources.warnings(pipeline, people, name: command.people)
    let telling = try targets.rename(pipeline)
    try targets.check()
    let recording = try command.log.map {
      try AuditRecording(
        folder: $0, auditor: command.auditor, policy: (baseName(command.policy), policy.digest),
        reader: command.reading.reader)
    }
    let testimonies = try zip(paths, targets.names).map { path, name in
      try Sources.testimony(path, called: name, language: command.language)
    }
    if !command.quiet { Console.progress("planning \(counted(testimonies.count, "document")) …") }
    let total = testimonies.reduce(0) { $0 + $1.bytes.count }
    ReadingProgress.announce(
      total: total, reader: pipeline.reader, jobs: pipeline.jobs, quiet: command.quiet)
    pipeline.progress = ReadingProgress.shown(total: total, quiet: command.quiet)
    let plans = pipeline.plan(testimonies.map(\.testimony))
    pipeline.progress = nil
    let redacted = Workers.map(plans, jobs: command.work.threads) { plan in
      let redacted = plan.reviewed().apply()
      return (redacted, redacted.leaks())
    }
    Console.endProgress()
    if command.explain {
      for (document, text) in zip(redacted, testimonies) {
        Explanation(
          redacted: document.0,
          words: OriginalWords(testimony: text.testimony, bytes: text.bytes)
        ).show()
      }
    }
    if !command.quiet {
      for warning in warnings { Console.say("warning: \(warning)") }
      for warning in pipeline.warnings(after: plans) { Console.say("warning: \(warning)") }
    }
    for sentence in telling { Console.say("warning: \(sentence)") }
    try LeakReport.refuse(
      redacted.map { document, findings in
        (document.id, findings, findings.map(document.origin))
      })
    let origin = Record.Origin(
      policy: (policy.policy.name, policy.digest), reader: pipeline.reader)
    // What was decided is on record before anything is released.
    try recording?.write(redacted.map(\.0), quiet: command.quiet)
    try targets.write(
      redacted.map { Record(redacted: $0.0, origin: origin) },
      people: pipeline.people(after: plans))
    if !command.quiet { summarize(redacted.map(\.0)) }
  }

  private func summarize(_ redacted: [RedactedTestimony]) {
    var total = Tally()
    for document in redacted {
      var tally = Tally()
      tally.add(document)
      Console.say("\(printable(document.id)) (\(document.language.rawValue)): \(tally.sentence)")
      total = total + tally
    }
    if redacted.count > 1 {
      Console.say("\(counted(redacted.count, "document")): \(total.sentence)")
    }
    if let path = command.savePeople {
      Console.say(OutputTargets.warning(about: path, isSealed: !command.recipients.isEmpty))
    }
  }
}
