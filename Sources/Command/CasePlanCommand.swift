internal import ArgumentParser
internal import Custody
internal import Redaction

/// `underseal plan`: what would be done with the originals of a case.
struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Plan what is redacted, and store the plan sealed.",
    discussion: """
      Opens the originals in memory, redacts them with the people of the case, \
      and stores the decisions sealed. Without an ID it plans every item that \
      has no plan yet, or one from before the people or the reader changed. \
      Documents planned in one call are linked: a stranger found in one is the \
      same in the others.

      A plan names the reader and what it had learned. Where that is not what \
      this program's reader has learned, nothing is released before the item is \
      planned anew.

      Only policies that the case lets release ('underseal case policy') are for \
      more than drafts.

      What people decided before is kept where it still fits: where the same is \
      proposed, or where a person decided otherwise under the same policy. The \
      rest is undecided again. --consent alone changes no decision.
      """)

  @Argument(help: ArgumentHelp("The folder of a case.", valueName: "CASE"))
  var folder: String

  @Argument(help: ArgumentHelp("The items.", valueName: "ID"))
  var ids: [String] = []

  @Option(
    help: ArgumentHelp(
      "A policy by name, the case's copy where it has one, or a policy file. Default: what the item"
        + " was planned with, else press.",
      valueName: "NAME|PATH"))
  var policy: String?

  @Option(help: ArgumentHelp("The language of the texts; auto tells it.", valueName: "LANG"))
  var language = LanguageChoice.auto

  @Option(
    help: ArgumentHelp("What the person agreed to, where that is new.", valueName: "FILE"))
  var consent: String?

  @Option(
    help: ArgumentHelp(
      "What the released text will be called. Default: as before, else redacted.txt.",
      valueName: "NAME"))
  var name: String?

  @Flag(
    help: "Show what a new plan would put in the place of what, and store nothing. Confidential.")
  var diff = false

  @OptionGroup var reading: ReaderOption

  @OptionGroup var keys: IdentityOptions

  @Flag(help: "Write the plans as JSON, a line each. Confidential.")
  var json = false

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  func run() async throws {
    let identities = try keys.loaded()
    let policyName = policy ?? "press"
    let source = Array(try Sources.policySource(policyName).utf8)
    _ = try Sources.policy(policyName)
    var planning = CaseFolder.Planning(
      policy: (policyName, source), version: Underseal.version, text: CaseText.utf8)
    planning.keepsPolicy = policy == nil
    planning.isNamed = Policy.shippedNames.contains(policyName)
    planning.language = language.given
    planning.reader = reading.reader
    planning.jobs = Workers.usual
    planning.consent = try consent.map { try contents(of: $0, limit: 1 << 20) }
    planning.file = name
    let ready = planning
    try await withCase(folder) { opened in
      if diff {
        let differences = try await opened.planDifferences(ids, ready, with: identities)
        for difference in differences { try StandardOutput.write(Self.line(difference)) }
        if differences.isEmpty, !quiet { Console.say("a new plan would be the same") }
        return
      }
      let plans = try await opened.plan(ids, ready, with: identities, at: AuditClock.now())
      for plan in plans {
        if json {
          let shown = try await opened.reviewable(
            plan.item, with: identities, text: CaseText.utf8)
          try StandardOutput.write(CasePlanPage(shown).json())
        }
        if !quiet { Console.say(CasePlanPage.sentence(plan)) }
      }
      if plans.isEmpty, !quiet { Console.say("nothing is left to plan") }
    }
  }
}

extension PlanCommand {
  /// "ID line 3  person: Emil → Viktor".
  private static func line(_ difference: CaseFolder.PlanDifference) -> [UInt8] {
    func said(_ decision: Decision?) -> String {
      guard let decision else { return "(as it is)" }
      return decision.treatment == .keep ? "(kept)" : "»\(printable(decision.replacement))«"
    }
    let kind = (difference.after ?? difference.before)?.kind.rawValue ?? ""
    return Array(
      ("\(difference.item) line \(difference.line)  \(kind): \(said(difference.before))"
        + " → \(said(difference.after))\n").utf8)
  }
}

/// How the bytes of an original become text.
enum CaseText {
  static let utf8: @Sendable ([UInt8]) throws -> [UInt8] = { bytes in
    try InputText.utf8(bytes, name: "the original")
  }
}
