internal import ArgumentParser
internal import Redaction

/// `underseal policy`: the policies that come with the program, and checks of one's own.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "List, show and check policies.",
    discussion: """
      A policy says what is done with each kind of thing, and why, in YAML. To write your own:

        underseal policy show press > mine.yaml    start from one that exists
        underseal policy check mine.yaml           does it load and do as it says?
        underseal redact statement.txt --policy mine.yaml
      """,
    subcommands: [List.self, Show.self, PolicyCheck.self])

  /// `policy list`
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "The policies that come with the program.")

    @Flag(help: "As JSON.")
    var json = false

    func run() throws {
      let policies = Policy.shippedNames.compactMap { Policy.shipped(named: $0) }
      if json {
        var json = JSONWriter()
        json.object { json in
          json.array("policies") { json in
            for policy in policies {
              json.object { json in
                json.member("name", policy.name)
                json.member("audience", policy.audience)
                json.member("description", Self.line(policy))
              }
            }
          }
        }
        try StandardOutput.write(json.bytes + [0x0A])
        return
      }
      func padded(_ word: String, _ width: Int) -> String {
        word + String(repeating: " ", count: max(1, width + 2 - word.count))
      }
      let nameWidth = policies.map(\.name.count).max() ?? 0
      let audienceWidth = policies.map(\.audience.count).max() ?? 0
      for policy in policies {
        let text = padded(policy.name, nameWidth) + padded(policy.audience, audienceWidth)
        try StandardOutput.write(Array("\(text)\(Self.line(policy))\n".utf8))
      }
    }

    /// The first sentence of a description.
    static func line(_ policy: Policy) -> String {
      let words = (policy.description ?? "").split(whereSeparator: \.isWhitespace)
      let end = words.firstIndex { $0.hasSuffix(".") } ?? words.index(before: words.endIndex)
      return words.isEmpty ? "" : words[...end].joined(separator: " ")
    }
  }

  /// `policy show NAME`
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "The YAML of a policy, to read or to start from.")

    @Argument(help: ArgumentHelp("See 'underseal policy list'.", valueName: "NAME"))
    var name: String

    func run() throws {
      guard let source = Policy.shippedSource(named: name) else {
        let names = Policy.shippedNames.joined(separator: ", ")
        throw Refusal(.usage, "there is no policy '\(printable(name))'; choose one of \(names)")
      }
      try StandardOutput.write(Array(source.utf8))
    }
  }
}
