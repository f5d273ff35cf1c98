internal import Redaction

/// What was done in one document or many, in numbers.
struct Tally {
  private var kinds: [EntityKind: Int] = [:]
  private var kept = 0
  private var review = 0

  mutating func add(_ redacted: RedactedTestimony) {
    for decision in redacted.decisions {
      if decision.treatment == .keep { kept += 1 } else { kinds[decision.kind, default: 0] += 1 }
    }
    review += redacted.review.count
  }

  static func + (a: Tally, b: Tally) -> Tally {
    var sum = a
    sum.kinds.merge(b.kinds, uniquingKeysWith: +)
    sum.kept += b.kept
    sum.review += b.review
    return sum
  }

  /// "replaced 9 (person 5, place 4), kept 2; 1 to look at".
  var sentence: String {
    let replaced = kinds.values.reduce(0, +)
    let each = EntityKind.allCases.compactMap { kind in kinds[kind].map { "\(kind.rawValue) \($0)" }
    }
    return "replaced \(replaced)" + (each.isEmpty ? "" : " (\(each.joined(separator: ", ")))")
      + ", kept \(kept); \(review) to look at"
  }
}
