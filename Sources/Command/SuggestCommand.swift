internal import ArgumentParser
internal import Redaction

/// `underseal suggest`: a people file to start from.
struct SuggestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "Write a people file to start from: everyone found in the texts.",
    discussion: """
      Groups the names in the texts into people, over files, languages and \
      alphabets, and writes them as a people file for you to correct: join those \
      who are one person, take out who is none, say who is protected, incidental \
      or public. Counts, documents and forms stand in comments. Names on the \
      lists of what is public are left out, and named in a comment.

      With --people, the people of that file stay as they are and new ones come \
      after them.
      """)

  @Argument(help: ArgumentHelp("Texts of one case; - for stdin.", valueName: "FILE"))
  var files: [String]

  @Option(help: ArgumentHelp("A people file to go on from (may be sealed).", valueName: "FILE"))
  var people: String?

  @Option(
    help: ArgumentHelp("The language of the texts; auto tells it from each.", valueName: "LANG"))
  var language = LanguageChoice.auto

  @Option(
    name: .customShort("o"),
    help: ArgumentHelp(
      "Where to write, for nobody else to read; sealed with -r.", valueName: "FILE"))
  var output: String?

  @Flag(help: "Replace a file that exists.")
  var force = false

  @OptionGroup var reading: ReaderOption

  @OptionGroup var keys: IdentityOptions

  @OptionGroup var recipients: RecipientOptions

  @Flag(help: "Write one JSON object instead of YAML.")
  var json = false

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  func run() throws {
    if !recipients.isEmpty, output == nil {
      throw Refusal(.usage, "-r and -R seal a file; name it with -o")
    }
    if let output { try OutputFile.check(output, force: force) }
    // Only the recognizers are asked; what a policy would do with a name is of no account.
    let pipeline = Pipeline(
      policy: try Sources.policy("press"),
      people: try Sources.withSecret(
        Sources.people(people, keys: keys, savedOpenly: false)),
      reader: reading.reader, jobs: Workers.usual)
    let texts = try files.map { try Sources.testimony($0, language: language).testimony }
    let suggested = pipeline.suggestedPeople(in: texts)
    let bytes = json ? SuggestedPeopleJSON.bytes(suggested) : Array(suggested.yaml().utf8)
    if let output {
      let file = try OutputFile(output, force: force)
      try file.write(
        recipients.isEmpty ? bytes : SealedBytes.seal(bytes, to: recipients.loaded()))
      try file.finish()
    } else {
      try StandardOutput.write(bytes)
    }
    if quiet { return }
    for warning in pipeline.warnings { Console.say("warning: \(warning)") }
    let new = suggested.people.count { !$0.isListed }
    Console.say(
      "\(new == 1 ? "1 person" : "\(new) people") found who \(new == 1 ? "is" : "are") on no people"
        + " file; all are protected until you say otherwise")
    if let output {
      Console.say(
        "\(printable(output)) holds every name: it is the most dangerous file of the case; keep it"
          + " \(recipients.isEmpty ? "sealed (-r KEY), " : "")offline and apart from what is published"
      )
    }
  }
}

/// Suggested people as JSON: `{"case": …, "people": [{"id", "name", …}], "public": […]}`.
enum SuggestedPeopleJSON {
  static func bytes(_ suggested: SuggestedPeople) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      if !suggested.caseName.isEmpty { json.member("case", suggested.caseName) }
      json.array("people") { json in
        for suggestion in suggested.people { write(suggestion, to: &json) }
      }
      json.array("public") { json in
        for figure in suggested.publicFigures {
          json.object { json in
            json.member("name", figure.name)
            json.member("count", figure.count)
            json.member("reason", figure.reason)
          }
        }
      }
    }
    return json.bytes + [0x0A]
  }

  private static func write(_ suggestion: SuggestedPeople.Suggestion, to json: inout JSONWriter) {
    let person = suggestion.person
    json.object { json in
      json.member("id", person.id)
      json.member("name", person.name)
      if person.gender != .unknown { json.member("gender", person.gender.rawValue) }
      json.member("status", person.status.rawValue)
      if !person.aliases.isEmpty {
        json.array("aliases") { json in for alias in person.aliases { json.element(alias) } }
      }
      json.member("listed", suggestion.isListed)
      json.member("count", suggestion.count)
      json.array("forms") { json in
        for form in suggestion.forms {
          json.object { json in
            json.member("text", form.text)
            json.member("count", form.count)
          }
        }
      }
      json.array("documents") { json in for id in suggestion.documents { json.element(id) } }
      if let first = suggestion.first {
        json.object("first") { json in
          json.member("document", first.document)
          json.member("line", first.line)
        }
      }
      if let role = suggestion.role { json.member("role", role) }
      json.array("mayBe") { json in for id in suggestion.mayBe { json.element(id) } }
    }
  }
}
