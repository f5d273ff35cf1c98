internal import Audit
internal import Redaction

/// What a person agreed to:
///
///     audience: public          # or a list; the word of the policy, or "any"
///     what: the whole statement, under a pseudonym
///     until: 2030-12-31         # the last day; left out: until withdrawn
///     by: M. K.                 # who recorded it
package struct Consent: Sendable, Equatable {
  /// For which audiences, in the words of policies; "any" for all.
  package let audiences: [String]
  /// What was agreed to, in the words of whoever recorded it.
  package let what: String
  /// The last day, as "2030-12-31"; nil where it holds until it is withdrawn.
  package let until: String?
  /// Who recorded it.
  package let by: String

  /// Reads the file; `file` is its name for errors.
  package init(yaml: [UInt8], file: String) throws {
    let map = try StrictYAML(file: file, quotesWords: false, limit: StrictYAML.handwritten)
      .root(yaml)
      .mapping("consent", keys: ["audience", "what", "until", "by"])
    let audience = try map.required("audience")
    if let list = try? audience.sequence("audience") {
      audiences = try list.map { try $0.line("audience", plain: true) }
    } else {
      audiences = [try audience.line("audience", plain: true)]
    }
    what = try map.required("what").text("what", plain: true)
    by = try map.required("by").line("by", plain: true)
    until = try map["until"]?.line("until", plain: true)
    if let until, !Self.isDay(until) {
      let position = map["until"]?.position ?? FilePosition(file: file, line: 1)
      throw PolicyError.wrongType(position, key: "until", expected: "a day, as 2030-12-31")
    }
  }

  private static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      1...12 ~= month
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let last = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    return 1...last ~= day
  }

  /// Whether it covers a release to an audience on a day, and why not.
  func objection(to audience: String, on day: String) -> String? {
    if !audiences.contains(audience), !audiences.contains("any") {
      return "it is not for this audience (\(audience))"
    }
    if let until, day > until { return "it lapsed on \(until)" }
    return nil
  }
}

extension Consent {
  var json: JSON {
    var members: [JSON.Member] = [
      .init("audience", .array(audiences.map { .string($0) })), .init("what", what),
      .init("by", by),
    ]
    if let until { members.append(.init("until", until)) }
    return .object(members)
  }

  /// The SHA-256 of what it says, in hexadecimal digits; by it the log names one that came later.
  func digest() throws -> String { hexadecimal(try Hash(of: json.bytes).bytes) }

  init?(_ json: JSON) {
    guard case .array(let words)? = json["audience"], let what = json["what"]?.string,
      let by = json["by"]?.string
    else { return nil }
    audiences = words.compactMap(\.string)
    self.what = what
    self.by = by
    until = json["until"]?.string
  }
}
