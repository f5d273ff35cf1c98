internal import ArgumentParser
internal import Redaction

/// `policy check PATH…`: does a policy load, and do its examples come out as they say?
struct PolicyCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Load policies and run their examples.",
    discussion: """
      Each example of a policy is redacted under it, with no people file, and has \
      to become what it says. Exit status: 0 all do, 1 an example comes out \
      otherwise, 65 a policy does not load.
      """)

  @Argument(help: ArgumentHelp("Policy files, or names of policies.", valueName: "PATH"))
  var paths: [String]

  @OptionGroup var reading: ReaderOption

  @Flag(help: "As JSON.")
  var json = false

  @Flag(help: "Say nothing but what is wrong.")
  var quiet = false

  /// One thing that is wrong with a policy.
  struct Finding {
    enum Check: String { case load, example }
    var check: Check
    var policy: String
    var line: Int
    var sentence: String
    /// What an example came out as.
    var became: String?
  }

  func run() throws {
    var findings: [Finding] = []
    for path in paths {
      let found = try check(path)
      findings += found
      for finding in found where !json {
        Console.say("\(finding.policy):\(finding.line): \(finding.sentence)")
      }
    }
    if json { try StandardOutput.write(Self.report(findings)) }
    if findings.contains(where: { $0.check == .load }) { throw Ended(status: .badInput) }
    if !findings.isEmpty { throw Ended(status: .refused) }
  }

  private func check(_ path: String) throws -> [Finding] {
    let policy: Policy
    do {
      policy = try Sources.loadPolicy(path)
    } catch let error as PolicyError {
      let position = error.position
      return [
        Finding(
          check: .load, policy: position.file, line: position.line, sentence: error.sentence)
      ]
    }
    let lines = ExampleLines(in: try Sources.policySource(path))
    let pipeline = Pipeline(policy: policy, people: PeopleFile(), reader: reading.reader)
    var findings: [Finding] = []
    for (index, example) in policy.examples.enumerated() {
      guard let (sentence, became) = Self.problem(with: example, pipeline) else { continue }
      findings.append(
        Finding(
          check: .example, policy: printable(path), line: lines[index],
          sentence: "example \(index + 1) \(sentence)", became: became))
    }
    if findings.isEmpty && !quiet && !json {
      Console.say("\(printable(path)): \(counted(policy.examples.count, "example")), all come out")
    }
    return findings
  }

  /// What is wrong with an example, and what it became; nil when it comes out.
  private static func problem(
    with example: PolicyExample, _ pipeline: Pipeline
  ) -> (sentence: String, became: String?)? {
    guard let language = example.language ?? Language.detected(in: Array(example.text.utf8)) else {
      return ("is in a language that cannot be told; add 'language:' to it", nil)
    }
    let testimony = Testimony(id: "example", text: example.text, language: language)
    guard let plan = pipeline.plan([testimony]).first else { return nil }
    let text = plan.reviewed().apply().text
    guard Array(text.utf8) != Array(example.becomes.utf8) else { return nil }
    return ("becomes '\(printable(text))', not '\(printable(example.becomes))'", text)
  }

  private static func report(_ findings: [Finding]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.array("findings") { json in
        for finding in findings {
          json.object { json in
            json.member("check", finding.check.rawValue)
            json.member("policy", finding.policy)
            json.member("line", finding.line)
            json.member("message", finding.sentence)
            if let became = finding.became { json.member("became", became) }
          }
        }
      }
    }
    return json.bytes + [0x0A]
  }
}

/// The line on which each example of a policy file begins.
private struct ExampleLines {
  private var lines: [Int] = []
  private var first = 1

  init(in source: String) {
    var indent: Int?
    var isInside = false
    for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      let depth = line.prefix { $0 == " " }.count
      let rest = line.dropFirst(depth)
      if depth == 0, !rest.hasPrefix("-"), !rest.isEmpty, !rest.hasPrefix("#") {
        isInside = rest.hasPrefix("examples:")
        if isInside { first = index + 1 }
      } else if isInside, rest.hasPrefix("- "), depth == indent ?? depth {
        indent = depth
        lines.append(index + 1)
      }
    }
  }

  /// Of the example at `index`, counted from 0; of all of them where they stand on one line.
  subscript(index: Int) -> Int { index < lines.count ? lines[index] : first }
}
