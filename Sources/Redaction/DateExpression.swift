/// A date as it was written.
struct DateExpression: Equatable {
  var day: Int?
  var month: Int?
  var year: Int?
  /// A season named outright or through a feast.
  var season: String?
  /// "early", "mid" or "late" of what follows.
  var part: String?
  /// A feast: a day of its own, though it has no number.
  var isFeast = false
  /// A day of birth: not even its month and year are said.
  var isBirth = false
}

extension DateExpression {
  /// Whether it is a year or a season that stands alone; what a reader takes for a day or a month of
  /// somebody's story is more than that, and so is what says nothing that a grammar knows.
  func isBroad(byReader: Bool) -> Bool {
    guard day == nil, !isBirth, !isFeast, month == nil || year == nil else { return false }
    return !byReader || month == nil && (year != nil || season != nil && part == nil)
  }
}
