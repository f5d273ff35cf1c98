internal import ArgumentParser
internal import Custody
internal import Redaction
internal import Sealing

/// `underseal people`: who is who in a case.
struct PeopleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "people",
    abstract: "List and change who is who in a case.",
    discussion: """
        underseal people CASE list -i IDENTITY
        underseal people CASE add -i IDENTITY --gender f --role witness < name.txt
        underseal people CASE set p-2 -i IDENTITY --status incidental
        underseal people CASE merge p-2 p-7 -i IDENTITY     p-7 is p-2 after all
        underseal people CASE split p-2 -i IDENTITY         a name of p-2 is another person's
        underseal people CASE drop p-7 -i IDENTITY
        underseal people CASE import people.yaml -i IDENTITY
        underseal people CASE export people.age -i IDENTITY -r KEY

      Names never stand on a command line: 'add', 'set --names' and 'split' \
      read them from stdin or ask for them; the name is the first line, other \
      names follow, one a line. Every change is a new generation of the \
      registry and an entry of the log. A pseudonym is drawn once; it changes \
      only with --pseudonym, and whoever loses one, nobody else gets it.
      """)

  /// What is done.
  enum Verb: String, ExpressibleByArgument, CaseIterable {
    case list, add, set, merge, split, drop, `import`, export
  }

  @Argument(help: ArgumentHelp("The folder of a case.", valueName: "CASE"))
  var folder: String

  @Argument(help: "list, add, set, merge, split, drop, import or export.")
  var verb: Verb

  @Argument(help: ArgumentHelp("Ids of people, or a people file.", valueName: "ID|FILE"))
  var operands: [String] = []

  @Option(help: ArgumentHelp("add, split: the id to give.", valueName: "ID"))
  var id: String?

  @Option(help: "m or f; - for not known.")
  var gender: String?

  @Option(help: "protected, incidental or public.")
  var status: String?

  @Option(help: "witness, relative, official, perpetrator …; - for none.")
  var role: String?

  @Option(help: ArgumentHelp("The pseudonym to use from now on.", valueName: "NAME"))
  var pseudonym: String?

  @Flag(help: "set: read new names from stdin.")
  var names = false

  @OptionGroup var keys: IdentityOptions

  @OptionGroup var recipients: RecipientOptions

  @Flag(help: "export: replace a file that exists; or write it in the open.")
  var force = false

  @Flag(help: "list: write one JSON object.")
  var json = false

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  func run() async throws {
    let count = ["merge": 2, "set": 1, "split": 1, "drop": 1, "import": 1, "export": 1]
    if verb == .add, !operands.isEmpty {
      throw Refusal(
        .usage, "people add reads the name from stdin, so that none stands on a command line")
    }
    guard operands.count == count[verb.rawValue] ?? 0 else {
      throw Refusal(
        .usage, "people \(verb.rawValue) takes \(counted(count[verb.rawValue] ?? 0, "operand"))")
    }
    let identities = try keys.loaded()
    let edit = try CasePeopleEdit(self)
    try await withCase(folder) { opened in
      switch verb {
      case .list: try await list(opened, identities)
      case .export: try await export(opened, identities)
      default:
        let change = try await opened.changePeople(
          with: identities, at: AuditClock.now(), edit.apply)
        if let id = edit.made { try StandardOutput.write(Array("\(id)\n".utf8)) }
        if !quiet { say(change) }
      }
    }
  }

  private func say(_ change: PeopleChange) {
    for warning in change.warnings { Console.say("warning: \(warning)") }
    for id in change.changed {
      Console.say(
        "\(id) has another pseudonym now; what was released under the old one needs a new revision")
    }
    Console.say("the registry is at generation \(change.generation)")
    if change.erased > 0 {
      Console.say(
        "\(counted(change.erased, "older generation")) with the name overwritten and removed here; copies of"
          + " the case and backups may still hold it")
    }
  }

  private func list(_ opened: CaseFolder, _ identities: [any Identity]) async throws {
    let registry = try await opened.registry(with: identities)
    guard json else {
      var text = ""
      for person in registry.people.people {
        let fields = [
          person.id, person.status.rawValue, person.gender.rawValue, person.pseudonym ?? "",
          person.role ?? "", ([person.name] + person.aliases).joined(separator: " / "),
        ]
        text += fields.map { printable($0) }.joined(separator: "\t") + "\n"
      }
      return try StandardOutput.write(Array(text.utf8))
    }
    var json = JSONWriter()
    json.object { json in
      json.member("generation", registry.generation)
      json.array("people") { json in
        for person in registry.people.people {
          json.object { json in
            json.member("id", person.id)
            json.member("name", person.name)
            json.member("status", person.status.rawValue)
            if person.gender != .unknown { json.member("gender", person.gender.rawValue) }
            if let pseudonym = person.pseudonym { json.member("pseudonym", pseudonym) }
            if let role = person.role { json.member("role", role) }
            json.array("aliases") { json in for alias in person.aliases { json.element(alias) } }
          }
        }
      }
    }
    try StandardOutput.write(json.bytes + [0x0A])
  }

  private func export(_ opened: CaseFolder, _ identities: [any Identity]) async throws {
    let path = operands[0]
    let registry = try await opened.registry(with: identities)
    var bytes = Array(registry.people.yaml().utf8)
    if !recipients.isEmpty { bytes = try SealedBytes.seal(bytes, to: recipients.loaded()) }
    if path == "-" { return try StandardOutput.write(bytes) }
    let file = try OutputFile(path, force: force)
    try file.write(bytes)
    try file.finish()
    if !quiet {
      Console.say(OutputTargets.warning(about: path, isSealed: !recipients.isEmpty))
    }
  }
}
