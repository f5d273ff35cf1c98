/// How a command ended, as the calling shell sees it; the numbers from 64 on are those of
/// sysexits.h.
enum ExitStatus: Int32 {
  case done = 0
  /// Refused, or a check found something.
  case refused = 1
  /// `audit`, `verify`: all fits together, and nobody vouches for who signed, or not for all of it.
  case unconfirmed = 2
  /// Verdicts of `audit`: something is not as signed; an older copy; something missing; no log.
  case altered = 10
  case rolledBack = 11
  case incomplete = 12
  case unreadable = 13
  case usage = 64
  case badInput = 65
  case noInput = 66
  case cannotCreate = 73
  case brokenStream = 74
  case noPermission = 77
}

/// Why a command stops: what to do about it, in one sentence, and the exit status.
///
/// It holds file names, line numbers, counts and ids; never testimony text or names of people.
struct Refusal: Error {
  let status: ExitStatus
  let sentence: String

  init(_ status: ExitStatus, _ sentence: String) {
    self.status = status
    self.sentence = sentence
  }
}

/// The reader of stdout has gone away; nobody is left to tell.
struct ReaderGone: Error {}

/// Everything was said already; the command ends with this status.
struct Ended: Error {
  let status: ExitStatus
}
