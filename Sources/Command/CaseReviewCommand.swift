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

      FILE has the same form; a decision takes the place of what is proposed there, \
      and what no decision is about stays undecided until somebody says --accept:

        {"by": "Anna", "decisions": [
          {"start": 31, "end": 37},                            as proposed
          {"start": 40, "end": 46, "treatment": "keep", "why": "a dog"},
          {"start": 60, "end": 71, "treatment": "generalize", "replacement": "a town"},
          {"start": 80, "end": 86, "entity": "p-2", "everywhere": true}]}

      Every decision is an entry of the log.

      What was decided can be measured by, and learned from:

        underseal review CASE --export-gold FILE -r RECIPIENT -i IDENTITY
        underseal evaluate FILE -i KEY

      FILE is sealed to the recipients and nothing of it stands in the clear: an \
      archive with one annotated document for each item that is decided, \
      ID.gold.txt, as 'evaluate' reads them ('evaluate --help' shows one). Stock \
      tools open it too: age -d -i KEY FILE | tar x. What is hidden is D (people, \
      contacts, identifiers, what belongs to a protected person) or Q; what stays \
      is P where it is public or a person let it stay. What the policy lets stand \
      has no mark. In the text "[[" becomes "[ [". The log says that it left.
      """)

  @Argument(help: ArgumentHelp("The folder of a case.", valueName: "CASE"))
  var folder: String

  @Argument(
    help: ArgumentHelp(
      "The items; with --accept, --terminal or --export-gold, all where none is named.",
      valueName: "ID"))
  var ids: [String] = []

  @Option(help: ArgumentHelp("Take decisions from a file.", valueName: "FILE"))
  var decisions: String?

  @Flag(help: "Go through what is undecided, one by one, on the terminal.")
  var terminal = false

  @Flag(help: "Accept everything that is not decided yet as proposed.")
  var accept = false

  @Flag(
    help: ArgumentHelp(
      "Show every decision on stderr: the original, what is to replace it, why, what found it and"
        + " how sure that was; and the sentences somebody has to look at."))
  var explain = false

  @Option(name: .customLong("as"), help: ArgumentHelp("Who decides.", valueName: "NAME"))
  var name: String?

  @Option(
    help: ArgumentHelp(
      "Write what was decided as annotated documents, sealed to -r and -R.", valueName: "FILE"))
  var exportGold: String?

  @OptionGroup var recipients: RecipientOptions

  @OptionGroup var keys: IdentityOptions

  @Flag(help: "With --export-gold: replace a file that exists.")
  var force = false

  @Flag(help: "Say nothing but what was asked for.")
  var quiet = false

  func run() async throws {
    if [accept, terminal, decisions != nil, exportGold != nil].count(where: { $0 }) > 1 {
      throw Refusal(
        .usage,
        "--accept, --decisions, --terminal and --export-gold are steps of their own; take one at a"
          + " time")
    }
    if explain, accept || terminal || decisions != nil || exportGold != nil {
      throw Refusal(.usage, "--explain goes with the plan that is shown; give it by itself")
    }
    if let exportGold { return try await export(exportGold) }
    guard recipients.isEmpty, !force else {
      throw Refusal(.usage, "-r, -R and --force go with --export-gold FILE")
    }
    let file = try decisions.map(CaseDecisionsFile.read)
    guard ids.count < 2 || accept || terminal else {
      throw Refusal(.usage, "these decisions are about one item; name one")
    }
    if let named = file?.id, let id = ids.first, named != id {
      throw Refusal(.refused, "the decisions are about another item than \(printable(id))")
    }
    let id = ids.first ?? file?.id
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
        for id in try await all(opened, identities) {
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
        for id in try await all(opened, identities) {
          say(
            try await opened.review(
              id, [], accepting: true, as: name, with: identities, at: AuditClock.now(),
              text: CaseText.utf8))
        }
      } else if let id {
        let shown = try await opened.reviewable(id, with: identities, text: CaseText.utf8)
        try StandardOutput.write(CasePlanPage(shown).json())
        if explain { Console.write(OriginalWords(shown).list(shown.plan)) }
        say(shown.plan)
      }
    }
  }

  /// The items that were named, or all that have a plan.
  private func all(
    _ opened: CaseFolder, _ identities: [any Identity]
  ) async throws -> [String] {
    ids.isEmpty ? try await opened.planned(with: identities) : ids
  }

  /// Writes what was decided, sealed, to a file outside the case.
  private func export(_ path: String) async throws {
    guard !recipients.isEmpty else {
      throw Refusal(
        .usage, "what is exported is text of the originals, and is sealed; add -r KEY or -R FILE")
    }
    guard name == nil else { throw Refusal(.usage, "--as goes with a decision; leave it out") }
    let readers = try recipients.loaded()
    try OutputFile.check(path, force: force)
    let identities = try keys.loaded()
    try await withCase(folder) { opened in
      let file = try OutputFile(path, force: force)
      let archive = try await opened.annotations(
        ids, with: identities, at: AuditClock.now(), text: CaseText.utf8)
      try file.write(SealedBytes.seal(archive.bytes, to: readers))
      try file.finish()
      if !quiet {
        Console.say(
          "\(printable(path)): \(counted(archive.items.count, "document")) with what was decided,"
            + " sealed; 'underseal evaluate \(printable(path)) -i KEY' measures by it")
      }
    }
  }

  private func say(_ plan: SealedPlan) {
    if !quiet { Console.say(CasePlanPage.sentence(plan)) }
  }
}
