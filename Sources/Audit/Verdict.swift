/// What an audit of a log comes to.
package enum Verdict: String, Sendable, Comparable {
  /// Everything is there and as it was signed.
  case intact = "INTACT"
  /// Something that was signed is not there.
  case incomplete = "INCOMPLETE"
  /// The log is older than one that was seen before.
  case rolledBack = "ROLLED BACK"
  /// Something is not as it was signed, or signed by somebody else.
  case altered = "ALTERED"
  /// There is no log here that could be judged.
  case unreadable = "UNREADABLE"

  private var weight: Int {
    switch self {
    case .intact: 0
    case .incomplete: 1
    case .rolledBack: 2
    case .altered: 3
    case .unreadable: 4
    }
  }

  /// The worse is the greater, from intact to unreadable.
  package static func < (a: Verdict, b: Verdict) -> Bool { a.weight < b.weight }
}

/// One thing that an audit found.
package struct Finding: Hashable, Sendable {
  /// What the log is at best, where this is true of it.
  package let verdict: Verdict
  /// The file inside the log's folder.
  package let file: String
  /// The entry's index, where it is about one.
  package let entry: Int?
  /// What is wrong, as the end of a sentence.
  package let what: String

  /// A finding, which may be printed and logged.
  ///
  /// - Parameters:
  ///   - file: a path inside the log's folder.
  ///   - what: the end of a sentence, with no text, name or key in it.
  package init(_ verdict: Verdict, _ file: String, entry: Int? = nil, _ what: String) {
    self.verdict = verdict
    self.file = file
    self.entry = entry
    self.what = what
  }
}

/// What an audit takes for true.
package struct Trust: Sendable {
  /// A verifier key, or its short code; nil where only what the machine knows counts.
  package var key: String?
  /// The code of a head that was written down.
  package var head: String?

  /// With neither, what the machine has pinned is all that is trusted.
  package init(key: String? = nil, head: String? = nil) {
    self.key = key
    self.head = head
  }
}

/// The result of an audit.
package struct LogVerification: Sendable {
  /// What was found, at most a hundred things.
  package internal(set) var findings: [Finding] = []
  /// How many there were.
  package internal(set) var findingCount = 0
  /// What is left of an append that was interrupted, or goes on just now.
  package var leftovers = 0
  /// The head that was judged.
  package internal(set) var head: Checkpoint?
  /// The head as it was signed.
  package internal(set) var checkpoint: SignedNote?
  /// The keys of the log in their order.
  package internal(set) var keys: [VerifierKey] = []
  /// Those of them that may sign now.
  package internal(set) var signers: [VerifierKey] = []
  /// Whether a key that is pinned here, or was given, vouches for the signer.
  package internal(set) var isConfirmed = false
  /// Whether a head was seen here before, or given: without one an older copy of everything reads the
  /// same.
  package internal(set) var isSeen = false
  /// Where files that are named without a place came in, by digest, as far as they were not removed
  /// again, nor named with their place later.
  package internal(set) var belonging: [Hash: Int] = [:]
  /// What the log says of files that it names with their place, by that place.
  package var places: [String: Placed] = [:]
  /// How many entries are commitments, and how many files belong to the folder.
  package internal(set) var commitments = 0, files = 0

  private static let mostFindings = 100

  /// Adds a finding, which may make the verdict worse.
  package mutating func add(_ finding: Finding) {
    findingCount += 1
    if findings.count < Self.mostFindings { findings.append(finding) }
    worst = max(worst, finding.verdict)
  }

  private var worst = Verdict.intact

  /// The worst of all findings. A log with none, whose signer nobody vouches for, is intact as
  /// far as can be told: see `isConfirmed`.
  package var verdict: Verdict { worst }
}
