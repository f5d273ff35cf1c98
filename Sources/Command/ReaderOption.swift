internal import ArgumentParser
internal import Redaction

/// `--reader`, of every command that looks for what leads to somebody.
struct ReaderOption: ParsableArguments {
  @Option(
    name: .customLong("reader"),
    help: ArgumentHelp(
      "Who reads: deep finds most; fast, rules and a small model, is many times as fast and finds"
        + " less.", valueName: "deep|fast"))
  private var choice = ReaderChoice.deep

  var reader: Reader { choice.reader }
}

/// The readers, as they are called on the command line.
enum ReaderChoice: String, ExpressibleByArgument, CaseIterable {
  case deep, fast

  var reader: Reader {
    switch self {
    case .deep: .deep
    case .fast: .fast
    }
  }
}

/// `--jobs`, of the commands that share their work between threads.
struct JobsOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many threads work; the result is the same. Default: one for each core.",
      valueName: "N"))
  var jobs: Int?

  /// `--jobs`, or what the machine has.
  var threads: Int { jobs ?? Workers.usual }

  /// Refuses a number of threads that makes no sense.
  func check() throws {
    guard let jobs, !(1...1024).contains(jobs) else { return }
    throw Refusal(.usage, "--jobs takes a number from 1 to 1024")
  }
}
