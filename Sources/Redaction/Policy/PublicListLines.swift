extension PublicList {
  /// Reads a list whose every entry stands on a line of its own in flow style; nil where it holds
  /// anything else. A YAML reader takes some thirty times as long, too long for the start of a
  /// program; it stays the judge of what a list may say.
  ///
  ///     kind: figure
  ///     entries:
  ///       - {en: [Vladimir Putin], ru: [Владимир Путин], gender: m, alone: true, why: "…"}
  init?(lines bytes: [UInt8]) {
    var kind: Kind?
    entries = []
    for line in bytes.split(separator: 0x0A) {
      var line = FlowLine(line)
      if line.isBlank || line.takes("#") { continue }
      if let found = kind {
        if line.takes("entries:") { continue }
        guard line.takes("- {"), let entry = PublicEntry(&line, found) else { return nil }
        entries.append(entry)
      } else if line.takes("kind: ") {
        guard let found = Kind(rawValue: line.rest) else { return nil }
        kind = found
      } else if !line.takes("version: 1") {
        return nil
      }
    }
    guard let kind else { return nil }
    self.kind = kind
  }
}

extension PublicEntry {
  /// The rest of a line after "- {".
  fileprivate init?(_ line: inout FlowLine, _ kind: PublicList.Kind) {
    self.kind = kind
    (names, gender, alone, why) = ([:], .unknown, false, "")
    var (day, month, year): (Int?, Int?, Int?)
    repeat {
      guard let key = line.key() else { return nil }
      switch key {
      case "gender":
        guard let found = line.scalar().flatMap(Gender.init(rawValue:)) else { return nil }
        gender = found
      case "alone":
        guard line.scalar() == "true" else { return nil }
        alone = true
      case "why":
        guard let found = line.scalar() else { return nil }
        why = found
      case "day": day = line.scalar().flatMap { Int($0) }
      case "month": month = line.scalar().flatMap { Int($0) }
      case "year": year = line.scalar().flatMap { Int($0) }
      default:
        guard let language = Language(rawValue: key), let found = line.list() else { return nil }
        names[language] = found
      }
    } while line.takes(", ")
    guard line.takes("}"), line.isBlank, !why.isEmpty else { return nil }
    if kind == .date {
      guard let month else { return nil }
      date = PublicDate(day: day, month: month, year: year)
    }
  }
}

/// What is left of a line of a YAML file, taken from its start.
private struct FlowLine {
  private var bytes: ArraySlice<UInt8>

  init(_ line: ArraySlice<UInt8>) { bytes = line.drop { $0 == 0x20 } }

  var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 } }
  var rest: String { String(decoding: bytes, as: UTF8.self) }

  mutating func takes(_ text: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard bytes.starts(with: wanted) else { return false }
    bytes.removeFirst(wanted.count)
    return true
  }

  /// A key and its colon.
  mutating func key() -> String? {
    guard let colon = bytes.firstIndex(of: 0x3A) else { return nil }
    let found = String(decoding: bytes[..<colon], as: UTF8.self)
    bytes = bytes[colon...]
    return takes(": ") ? found : nil
  }

  /// A value in quotes without a backslash, or a plain one without a mark that YAML would read.
  mutating func scalar() -> String? {
    let isQuoted = takes("\"")
    let end = bytes.firstIndex {
      isQuoted
        ? $0 == 0x22 || $0 == 0x5C
        : $0 == 0x2C || $0 == 0x5B || $0 == 0x5D || $0 == 0x7B || $0 == 0x7D || $0 == 0x22
          || $0 == 0x23 || $0 == 0x3A || $0 == 0x26
    }
    guard let end, end > bytes.startIndex else { return nil }
    let found = String(decoding: bytes[..<end], as: UTF8.self)
    bytes = bytes[end...]
    return !isQuoted || takes("\"") ? found : nil
  }

  /// Values in brackets.
  mutating func list() -> [String]? {
    guard takes("[") else { return nil }
    var found: [String] = []
    repeat {
      guard let item = scalar() else { return nil }
      found.append(item)
    } while takes(", ")
    return takes("]") ? found : nil
  }
}
