internal import Yams

/// A YAML file in which every word is either understood or refused with its line.
///
///     people:                      one document, block or flow style
///       - {id: p-1, name: "…"}     no anchors, aliases or tags; no key twice
package struct StrictYAML {
  /// Longest file that is read, and the longest that a person writes by hand.
  package static let limit = 1 << 20, handwritten = 1 << 18

  /// The file as the user named it.
  let file: String
  /// Whether an error may repeat an unknown word (never for a people file).
  let quotesWords: Bool
  private let limit: Int
  /// The lines of the file as an editor counts them; a YAML reader counts some more.
  private var lines = 1

  /// A reader of one file, by the name that errors give it.
  ///
  /// - Parameters:
  ///   - quotesWords: whether errors may repeat a word of the file; never for a people file.
  ///   - limit: the longest file that is read, in bytes.
  package init(file: String, quotesWords: Bool, limit: Int = StrictYAML.limit) {
    self.file = file
    self.quotesWords = quotesWords
    self.limit = limit
  }

  /// The root of the one document in `bytes`.
  package func root(_ bytes: [UInt8]) throws(PolicyError) -> StrictNode {
    var yaml = self
    yaml.lines = 1 + (bytes.last == 0x0A ? bytes.dropLast() : bytes[...]).count { $0 == 0x0A }
    return try yaml.compose(bytes)
  }

  private func compose(_ bytes: [UInt8]) throws(PolicyError) -> StrictNode {
    guard bytes.count <= limit else { throw .tooLarge(position(1), limit: limit) }
    // A byte-order mark says nothing in UTF-8.
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .notUTF8(position(Self.lineOfBadUTF8(bytes)))
    }
    if let line = Self.lineOfAliasBomb(bytes) { throw .indirection(position(line)) }
    do {
      // `.basic` resolves no types, so that `no` and `1e5` stay what was typed; naming the
      // encoding keeps Yams from reading one out of the environment.
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      guard let node = try parser.singleRoot() else { throw PolicyError.nothing(position(1)) }
      // Nodes hold their anchors weakly: the parser has to live as long as they are looked for.
      let line = withExtendedLifetime(parser) { Self.lineOfIndirection(node) }
      if let line { throw PolicyError.indirection(position(line)) }
      return StrictNode(yaml: self, node: node)
    } catch let error as PolicyError {
      throw error
    } catch let error as YamlError {
      throw refused(error, bytes)
    } catch {
      throw .notYAML(position(1), problem: "it cannot be read")
    }
  }

  /// The position of a line of this file.
  func position(_ line: Int) -> FilePosition {
    FilePosition(file: file, line: max(1, min(line, lines)))
  }

  /// An unknown word as an error may show it: short, on one line, or not at all.
  func quotable(_ word: String) -> String? {
    guard quotesWords else { return nil }
    let shown = word.unicodeScalars.prefix(40).filter { $0.properties.generalCategory != .control }
    return String(String.UnicodeScalarView(shown))
  }

  private func refused(_ error: YamlError, _ bytes: [UInt8]) -> PolicyError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      if problem == "found undefined alias" { return .indirection(position(mark.line)) }
      return .notYAML(position(mark.line), problem: problem)
    case .duplicatedKeysInMapping(let keys, let context):
      return .duplicateKey(position(context.mark.line), key: keys.first.flatMap(quotable))
    case .reader:
      return .notYAML(position(Self.lineOfControl(bytes)), problem: "a control character")
    default:
      return .notYAML(position(1), problem: "it cannot be read")
    }
  }
}

extension StrictYAML {
  /// The line of the first byte that no UTF-8 sequence explains.
  private static func lineOfBadUTF8(_ bytes: [UInt8]) -> Int {
    var line = 1
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if String(validating: bytes[start..<end], as: UTF8.self) == nil { return line }
      start = end + 1
      line += 1
    }
    return line
  }

  private static func lineOfControl(_ bytes: [UInt8]) -> Int {
    let at = bytes.firstIndex { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D || $0 == 0x7F }
    return 1 + bytes[..<(at ?? 0)].count { $0 == 0x0A }
  }

  /// The line of the first alias of a file that has enough of them to grow beyond measure.
  ///
  /// Composing compares keys by value, so a few dozen nested aliases would never end. Sixteen
  /// cannot make more than some hundred nodes, and are refused afterwards by `lineOfIndirection`.
  private static func lineOfAliasBomb(_ bytes: [UInt8]) -> Int? {
    var line = 1
    var aliases = 0
    var anchors = 0
    var first = 1
    var opens = true
    for (i, byte) in bytes.enumerated() {
      let next = i + 1 < bytes.count ? bytes[i + 1] : 0x20
      if opens, next > 0x20 {
        if byte == UInt8(ascii: "&") { anchors += 1 }
        if byte == UInt8(ascii: "*") {
          if aliases == 0 { first = line }
          aliases += 1
        }
      }
      if byte == 0x0A { line += 1 }
      opens =
        byte <= 0x20 || isBreak(bytes, endingAt: i) || byte == UInt8(ascii: "[")
        || byte == UInt8(ascii: "{")
        || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
    }
    return aliases > 16 && anchors > 0 ? first : nil
  }

  /// Whether a line break of YAML beyond ASCII ends at a byte: U+0085, U+2028 or U+2029; or U+FEFF,
  /// after which a line begins too.
  private static func isBreak(_ bytes: [UInt8], endingAt i: Int) -> Bool {
    switch bytes[i] {
    case 0x85: i > 0 && bytes[i - 1] == 0xC2
    case 0xA8, 0xA9: i > 1 && bytes[i - 1] == 0x80 && bytes[i - 2] == 0xE2
    case 0xBF: i > 1 && bytes[i - 1] == 0xBB && bytes[i - 2] == 0xEF
    default: false
    }
  }

  /// The line of the first node that has an anchor or a tag.
  private static func lineOfIndirection(_ node: Node) -> Int? {
    let line = node.mark?.line ?? 1
    if node.anchor != nil { return line }
    switch node {
    case .scalar(let scalar):
      return scalar.tag.rawValue == "" || node.tag.rawValue == Tag.Name.str.rawValue ? nil : line
    case .sequence(let sequence):
      if node.tag.rawValue != Tag.Name.seq.rawValue { return line }
      return sequence.lazy.compactMap { lineOfIndirection($0) }.first
    case .mapping(let mapping):
      if node.tag.rawValue != Tag.Name.map.rawValue { return line }
      return mapping.lazy.compactMap { lineOfIndirection($0) ?? lineOfIndirection($1) }.first
    case .alias:
      return line
    }
  }
}
