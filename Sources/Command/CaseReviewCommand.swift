internal import ArgumentParser
internal import Custody
internal import Redaction
internal import Sealing

/// `underseal review`: a person decides.
struct ReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Decide about what was planned.",
    discussion: """
      Without an option it shows the plan of ID as JSON, positions in Unicode \
      scalars of the original; "review" is what somebody has to look at.

        underseal review CASE ID --accept --as NAME -i IDENTITY
        underseal review CASE ID --decisions FILE -i IDENTITY
        underseal review CASE ID --terminal --as NAME -i IDENTITY

      FILE has the same form; a decision takes the place of what is proposed there:

        {"by": "Anna", "decisions": [
          {"start": 31, "end": 37},                            as proposed
          {"start": 40, "end": 46, "treatment": "keep", "why": "a dog"},
          {"start": 60, "end": 71, "treatment": "generalize", "replacement": "a town"},
          {"start": 80, "end": 86, "entity": "p-2", "everywhere": true}]}

      Every decision is an entry of the log.
      """)

  @Argument(help: ArgumentHelp("The folder of a case.", valueName: "CASE"))
  var folder: String

  @Argument(
    help: ArgumentHelp(
      "The item; with --accept or --terminal, all where none is named.", valueName: "ID"))
  var id: String?

  @Option(help: ArgumentHelp("Take decisions from a file.", valueName: "FILE"))
  var decisions: String?

  @Flag(help: "Go through what is undecided, one by one, on the terminal.")
  var terminal = false

  @Flag(help: "Accept everything that is not decided yet as proposed.")
  var accept = false

  @Option(name: .customLong("as"), help: ArgumentHelp("Who decides.", valueName: "NAME"))
  var name: String?

  @OptionGroup var keys: IdentityOptions

  @Flag(help: "Say nothing but what was asked for.")
  var quiet = false

  func run() async throws {
    if [accept, terminal, decisions != nil].count(where: { $0 }) > 1 {
      throw Refusal(
        .usage, "--accept, --decisions and --terminal are steps of their own; take one at a time")
    }
    let file = try decisions.map(CaseDecisionsFile.read)
    if let named = file?.id, let id, named != id {
      throw Refusal(.refused, "the decisions are about another item than \(printable(id))")
    }
    let id = id ?? file?.id
    if id == nil, !accept, !terminal {
      throw Refusal(.usage, "name the item to review; 'underseal status' lists them")
    }
    let name = name ?? file?.by
    if accept || terminal || file != nil, name == nil {
      throw Refusal(.usage, "say who decides: --as NAME")
    }
    let identities = try keys.loaded()
    try await withCase(folder) { opened in
      if terminal, let name {
        for id in try await all(id, opened, identities) {
          let shown = try await opened.reviewable(id, with: identities, text: CaseText.utf8)
          var session = CaseTerminalReview(shown)
          let rulings = try session.run()
          guard !rulings.isEmpty || session.isAccepting else {
            say(shown.plan)
            continue
          }
          say(
            try await opened.review(
              id, rulings, accepting: session.isAccepting, as: name, with: identities,
              at: AuditClock.now(), text: CaseText.utf8))
        }
      } else if let file, let id, let name {
        let shown = try await opened.reviewable(id, with: identities, text: CaseText.utf8)
        say(
          try await opened.review(
            id, try file.rulings(on: shown.text), as: name, with: identities,
            at: AuditClock.now(), text: CaseText.utf8))
      } else if accept, let name {
        for id in try await all(id, opened, identities) {
          say(
            try await opened.review(
              id, [], accepting: true, as: name, with: identities, at: AuditClock.now(),
              text: CaseText.utf8))
        }
      } else if let id {
        let shown = try await opened.reviewable(id, with: identities, text: CaseText.utf8)
        try StandardOutput.write(CasePlanPage(shown).json())
        say(shown.plan)
      }
    }
  }

  /// The item that was named, or all that have a plan.
  private func all(
    _ id: String?, _ opened: CaseFolder, _ identities: [any Identity]
  ) async throws -> [String] {
    if let id { return [id] }
    return try await opened.planned(with: identities)
  }

  private func say(_ plan: SealedPlan) {
    if !quiet { Console.say(CasePlanPage.sentence(plan)) }
  }
}
