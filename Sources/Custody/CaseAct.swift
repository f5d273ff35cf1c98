internal import Audit

/// What is done to a case at once: entries of the log, files that come and files that go. Either
/// all of it is done, or, after an interruption, none.
struct CaseAct {
  /// The time of the act, in UTC to the second.
  let time: String
  /// What is said about it.
  var entries: [Disclosure] = []
  /// Files that were staged, with what the log will say of them; each takes the place of what lies
  /// there.
  var staged: [(path: String, digest: Hash, state: Leaf.State)] = []
  /// Files that go, with the digests they have.
  var removed: [(path: String, digest: Hash)] = []
  /// What the log says besides of files that are put in place otherwise, or stay as they are.
  var placed: [AuditLog.Batch.File] = []
  /// Items whose folders of releases change.
  var released: [String] = []
  /// Whose openings the entries go to, and under which number.
  var openings: (id: String, number: Int)?
  /// Lines that were logged before and stand in the same file of openings.
  var earlier: [Openings.Line] = []

  init(at time: String) { self.time = time }

  /// Adds an entry; every entry says when. What is shown to strangers with its proof says the day
  /// alone.
  mutating func log(_ type: EntryType, _ members: [JSON.Member]) throws {
    let time = type == .release ? String(time.prefix(10)) : time
    entries.append(try Disclosure(type, [.init("at", .string(time))] + members))
  }

  /// Everything that the log says of files.
  var files: [AuditLog.Batch.File] {
    placed
      + removed.map {
        .init(place: CaseLayout.place(of: $0.path), digest: $0.digest, state: .removed)
      }
      + staged.map {
        .init(place: CaseLayout.place(of: $0.path), digest: $0.digest, state: $0.state)
      }
  }
}

extension JSON.Member {
  init(_ key: String, _ text: String) { self.init(key, .string(text)) }
  init(_ key: String, _ number: Int) { self.init(key, .number(number)) }
}
