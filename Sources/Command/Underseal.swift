internal import ArgumentParser

/// The command line.
@main
struct Underseal: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "underseal",
    abstract: "Redacts testimonies so that they can be published and the person not be found.",
    discussion: """
      Start with a text, and the people in it who were promised a pseudonym:

        underseal redact statement.txt --people people.yaml

      The redacted text is on stdout. Several documents of one case go together, \
      so that a person has one pseudonym in all of them:

        underseal redact a.txt b.txt --people people.yaml -o released/

      JSON Lines go in and out, in constant memory:

        underseal redact --lines < records.jsonl > redacted.jsonl

      A case keeps originals under seal for years, and lets only redacted text \
      out: init, add, people, plan, review, approve, release; 'underseal status \
      CASE' says what comes next.

      A people file is YAML:

        case: harbour
        people:
          - id: p-1
            name: Nikolai Brandt
            gender: m            # m or f
            status: protected    # protected, incidental or public
            pseudonym: Pavel     # drawn when left out

      What is done with each kind of thing, and why, is in the policy: see \
      'underseal policy list'. A pseudonymised text is not an anonymous one: \
      read every output before it is published.

      Exit status: 0 done, 1 refused, or a check found something, 2 consistent \
      and nobody vouches for the signer, 10 to 13 what \
      an audit found, 64 usage, \
      65 bad input, 66 no such input, 73 the output exists or cannot be made, \
      74 input or output broke, 77 no permission.
      """,
    version: "underseal \(version)",
    subcommands: [
      RedactCommand.self, SuggestCommand.self, VerifyCommand.self, PolicyCommand.self,
      KeygenCommand.self, SealCommand.self,
      OpenCommand.self, InspectCommand.self, AuditCommand.self, ProveCommand.self,
      CheckProofCommand.self, InitCommand.self, AddCommand.self, PeopleCommand.self,
      PlanCommand.self, ReviewCommand.self, ApproveCommand.self, ReleaseCommand.self,
      ReopenCommand.self, WithdrawCommand.self, RotateCommand.self, ShredCommand.self,
      StatusCommand.self, CaseCommand.self, EvaluateCommand.self,
    ])

  static func main() async {
    ProcessGuard.start()
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      end(with: error)
    }
  }

  private static func end(with error: any Error) -> Never {
    switch error {
    case let refusal as Refusal:
      Console.say(refusal.sentence)
      exit(refusal.status)
    case let ended as Ended: exit(ended.status)
    case is ReaderGone: ProcessGuard.endQuietly()
    default: endParsing(error)
    }
  }

  /// What ArgumentParser stopped at: a request for help, or a command line it cannot read.
  private static func endParsing(_ error: any Error) -> Never {
    guard exitCode(for: error) == .success else {
      let message = message(for: error).split(separator: "\n").first ?? "this cannot be read"
      let isQuestion = message.hasSuffix("?")
      let sentence = message.hasSuffix(".") ? message.dropLast() : message
      Console.say("\(sentence)\(isQuestion ? " See" : "; see") '\(commandTyped) --help'")
      exit(.usage)
    }
    do {
      let text = fullMessage(for: error)
      try StandardOutput.write(Array((text.hasSuffix("\n") ? text : text + "\n").utf8))
    } catch let error {
      end(with: error)
    }
    exit(.done)
  }

  /// The command that was meant, as far as it can be told.
  private static var commandTyped: String {
    let word = CommandLine.arguments.dropFirst().first
    let commands = configuration.subcommands.compactMap { $0.configuration.commandName }
    return commands.first { $0 == word }.map { "underseal \($0)" } ?? "underseal"
  }

  private static func exit(_ status: ExitStatus) -> Never {
    Underseal.exit(withError: status == .done ? nil : ExitCode(status.rawValue))
  }
}
