/// Why something is not done to a case, and what to do about it, in one sentence.
///
/// It holds ids, paths inside the case, counts and verdicts; never testimony text or names.
package struct CaseRefusal: Error, Equatable, Sendable {
  /// What sort of obstacle it is.
  package enum Reason: Sendable {
    /// The case, a check or a missing decision stands against it.
    case refused
    /// A file that was given is not in its form.
    case badInput
    /// There is no such case, item or person.
    case notThere
    /// Something is in the way.
    case inTheWay
    /// It is done and logged, and its files could not be put in their places yet.
    case unfinished
    /// The call makes no sense as it is.
    case usage
  }

  /// What sort of obstacle it is, from which the exit status follows.
  package let reason: Reason
  /// What stands in the way, and what to do about it.
  package let sentence: String

  /// The sentence holds neither testimony text nor names: it may be logged.
  package init(_ reason: Reason, _ sentence: String) {
    self.reason = reason
    self.sentence = sentence
  }
}
