/// The dates of events that every reader knows, from the shipped lists.
struct PublicDates: Sendable {
  static var shipped: PublicDates { Recognition.isMissing(.list(.date)) ? PublicDates([]) : whole }

  private static let whole = PublicDates(PublicList.shipped)

  private var full: Set<Int> = []
  private var yearless: Set<Int> = []

  private init(_ lists: [PublicList]) {
    for list in lists where list.kind == .date {
      for entry in list.entries {
        guard let date = entry.date, let day = date.day else { continue }
        if let year = date.year { full.insert((year * 12 + date.month) * 31 + day) }
        if entry.alone || date.year == nil { yearless.insert(date.month * 31 + day) }
      }
    }
  }

  /// Whether a written date is one of them.
  func contains(_ date: DateExpression) -> Bool {
    guard let day = date.day, let month = date.month, !date.isBirth else { return false }
    if let year = date.year { return full.contains((year * 12 + month) * 31 + day) }
    return yearless.contains(month * 31 + day)
  }
}
