internal import Glibc

/// The time as entries of the log give it.
enum AuditClock {
  /// Now, in UTC to the second: "2026-03-01T09:30:00Z".
  static func now() -> String {
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    let fields = [parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec]
    let two = fields.map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(parts.tm_year + 1900)-\(two[0])-\(two[1])T\(two[2]):\(two[3]):\(two[4])Z"
  }
}
