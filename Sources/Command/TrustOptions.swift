internal import ArgumentParser
internal import Audit

/// The options of every command that judges a log: what is known of it from elsewhere.
struct TrustOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The key that must have signed: a vkey, or its code.", valueName: "KEY"))
  var vkey: String?

  @Option(help: ArgumentHelp("A head that was written down.", valueName: "CODE"))
  var head: String?

  /// What the log is judged by.
  var trust: Trust { Trust(key: vkey, head: head) }
}
