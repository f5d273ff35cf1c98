/// How far long work has come, drawn on a terminal now and then:
///
///     [########            ] 41 %  12400 records
struct Progress {
  private static let width = 20
  private static let clock = ContinuousClock()

  /// What 100 % is, in bytes, where it is known.
  let total: Int?
  private var shown = clock.now
  private let start = clock.now

  init(total: Int?) { self.total = total }

  /// ", 12 s left", as long as it goes on as it went; nothing before a second has passed.
  func timeLeft(_ done: Int) -> String {
    let seconds = (Self.clock.now - start) / .seconds(1)
    return Self.timeLeft(done, of: total ?? 0, after: seconds)
  }

  static func timeLeft(_ done: Int, of total: Int, after seconds: Double) -> String {
    guard seconds >= 1, 0 < done, done < total else { return "" }
    let left = seconds * Double(total - done) / Double(done)
    return ", \(duration(Int(min(left, 1e9).rounded(.up)))) left"
  }

  /// "12 s", "3 min", "2 h 5 min", of seconds.
  static func duration(_ seconds: Int) -> String {
    if seconds < 90 { return "\(seconds) s" }
    let minutes = (seconds + 30) / 60
    return minutes < 90 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
  }

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
