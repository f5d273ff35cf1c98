internal import Audit

/// What is done to a case at once: entries of the log, files that come and files that go. Either
/// all of it is done, or, after an interruption, none.
struct CaseAct {
  /// The time of the act, in UTC to the second.
  let time: String
  /// What is said about it.
  var entries: [Disclosure] = []
  /// Files that were staged, with their digests; one may take the place of one in `removed`.
  var staged: [(path: String, digest: Hash)] = []
  /// Files that go, with the digests they have.
  var removed: [(path: String, digest: Hash)] = []
  /// Whose openings the entries go to, and under which number.
  var openings: (id: String, number: Int)?
  /// Lines that were logged before and stand in the same file of openings.
  var earlier: [Openings.Line] = []

  init(at time: String) { self.time = time }

  /// Adds an entry; every entry says when.
  mutating func log(_ type: EntryType, _ members: [JSON.Member]) throws {
    entries.append(try Disclosure(type, [.init("at", .string(time))] + members))
  }
}

extension JSON.Member {
  init(_ key: String, _ text: String) { self.init(key, .string(text)) }
  init(_ key: String, _ number: Int) { self.init(key, .number(number)) }
}
