/// How far long work has come, drawn on a terminal now and then:
///
///     [########            ] 41 %  12400 records
struct Progress {
  private static let width = 20
  private static let clock = ContinuousClock()

  /// What 100 % is, in bytes, where it is known.
  let total: Int?
  private var shown = clock.now

  init(total: Int?) { self.total = total }

  /// Draws the bar, if the last time was a while ago.
  mutating func show(_ done: Int, _ what: String) {
    let now = Self.clock.now
    guard now - shown > .milliseconds(200) else { return }
    shown = now
    guard let total, total > 0 else {
      Console.progress(what + " …")
      return
    }
    let part = min(Double(done) / Double(total), 1)
    let filled = Int(part * Double(Self.width))
    let bar =
      String(repeating: "#", count: filled) + String(repeating: " ", count: Self.width - filled)
    Console.progress("[\(bar)] \(Int(part * 100)) %  \(what)")
  }
}
