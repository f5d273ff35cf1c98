internal import Yams

/// A value of a strict YAML file, read by asking for the one shape it may have.
package struct StrictNode {
  let yaml: StrictYAML
  let node: Node

  /// The line the value starts on.
  var line: Int { node.mark?.line ?? 1 }
  /// The position of the value.
  package var position: FilePosition { yaml.position(line) }

  /// Nothing was written after the key, or `~`, or `null`.
  package var isAbsent: Bool {
    guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  /// Whether keys with values stand here.
  var isMapping: Bool {
    if case .mapping = node { true } else { false }
  }

  /// The entries of a mapping that has only keys of `keys`.
  package func mapping(_ key: String, keys: [String]) throws(PolicyError) -> StrictMapping {
    guard case .mapping(let mapping) = node else {
      throw .wrongType(position, key: key, expected: "keys with values")
    }
    var entries: [String: StrictNode] = [:]
    for (name, value) in mapping {
      let at = StrictNode(yaml: yaml, node: name)
      guard case .scalar(let scalar) = name else {
        throw .wrongType(at.position, key: key, expected: "keys that are words")
      }
      guard keys.contains(scalar.string) else {
        throw .unknownKey(
          at.position, word: yaml.quotable(scalar.string),
          nearest: NearestWord.to(scalar.string, among: keys))
      }
      entries[scalar.string] = StrictNode(yaml: yaml, node: value)
    }
    return StrictMapping(position: position, entries: entries)
  }

  /// The items of a list.
  package func sequence(_ key: String) throws(PolicyError) -> [StrictNode] {
    guard case .sequence(let sequence) = node else {
      throw .wrongType(position, key: key, expected: "a list")
    }
    return sequence.map { StrictNode(yaml: yaml, node: $0) }
  }

  /// Text that is not empty. Unquoted numbers and booleans are refused unless `plain` allows them.
  package func text(_ key: String, plain: Bool = false) throws(PolicyError) -> String {
    guard case .scalar(let scalar) = node else {
      throw .wrongType(position, key: key, expected: "text")
    }
    let spaces: [Unicode.Scalar] = [" ", "\t", "\n", "\r", "\u{A0}"]
    guard !isAbsent, scalar.string.unicodeScalars.contains(where: { !spaces.contains($0) }) else {
      throw .missing(position, key: key)
    }
    if !plain, scalar.style == .plain, Self.isTyped(scalar.string) {
      throw .wrongType(position, key: key, expected: "text; put it in quotes")
    }
    return scalar.string
  }

  /// Text on one line, without control characters.
  package func line(_ key: String, plain: Bool = false) throws(PolicyError) -> String {
    let text = try text(key, plain: plain)
    guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      throw .wrongType(position, key: key, expected: "text on one line")
    }
    return text
  }

  /// One of the words of an enum.
  func word<Word: CaseIterable & RawRepresentable<String>>(
    _ key: String, _: Word.Type = Word.self
  ) throws(PolicyError) -> Word {
    try word(key, among: Array(Word.allCases))
  }

  /// One of the words given.
  func word<Word: RawRepresentable<String>>(
    _ key: String, among valid: [Word]
  ) throws(PolicyError) -> Word {
    let text = try text(key, plain: true)
    guard let found = valid.first(where: { $0.rawValue == text }) else {
      throw .unknownWord(
        position, key: key, word: yaml.quotable(text),
        nearest: NearestWord.to(text, among: valid.map(\.rawValue)))
    }
    return found
  }

  /// A list of different words.
  func words<Word: RawRepresentable<String> & Equatable>(
    _ key: String, among valid: [Word]
  ) throws(PolicyError) -> [Word] {
    var found: [Word] = []
    for item in try sequence(key) {
      let word = try item.word(key, among: valid)
      if found.contains(word) { throw .duplicateKey(item.position, key: word.rawValue) }
      found.append(word)
    }
    return found
  }

  /// A whole number within `range`, unquoted.
  package func number(_ key: String, in range: ClosedRange<Int>) throws(PolicyError) -> Int {
    guard case .scalar(let scalar) = node, scalar.style == .plain, scalar.string.utf8.count < 9,
      scalar.string.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(scalar.string), range.contains(number)
    else {
      let (low, high) = (range.lowerBound, range.upperBound)
      throw .wrongType(
        position, key: key, expected: low == high ? "\(low)" : "a number from \(low) to \(high)")
    }
    return number
  }

  /// A number from 0 to 1 in plain digits, unquoted: 0.25, .25, 1.
  func fraction(
    _ key: String, expected: String = "a number from 0 to 1"
  ) throws(PolicyError) -> Double {
    guard case .scalar(let scalar) = node, scalar.style == .plain, scalar.string.utf8.count < 12,
      scalar.string.utf8.allSatisfy({ $0 == 0x2E || (0x30...0x39).contains($0) }),
      scalar.string.utf8.last != 0x2E, let number = Double("0" + scalar.string),
      (0...1).contains(number)
    else { throw .wrongType(position, key: key, expected: expected) }
    return number
  }

  /// `true` or `false`, unquoted.
  func truth(_ key: String) throws(PolicyError) -> Bool {
    if case .scalar(let scalar) = node, scalar.style == .plain {
      if scalar.string == "true" { return true }
      if scalar.string == "false" { return false }
    }
    throw .wrongType(position, key: key, expected: "true or false")
  }

  /// Whether YAML tools would read a plain word as a number, a boolean or nothing.
  private static func isTyped(_ word: String) -> Bool {
    if ["true", "false", "yes", "no", "on", "off"].contains(word.lowercased()) { return true }
    guard let first = word.utf8.first, word.utf8.count < 40 else { return false }
    return (0x30...0x39).contains(first) || first == 0x2D || first == 0x2B || first == 0x2E
      ? Double(word) != nil : false
  }
}

/// The entries of a mapping, all of whose keys are known.
package struct StrictMapping {
  let position: FilePosition
  let entries: [String: StrictNode]

  /// The value of a key that may be left out.
  package subscript(key: String) -> StrictNode? {
    guard let value = entries[key], !value.isAbsent else { return nil }
    return value
  }

  /// The value of a key that has to be there.
  package func required(_ key: String) throws(PolicyError) -> StrictNode {
    guard let value = entries[key] else { throw .missing(position, key: key) }
    if value.isAbsent { throw .missing(value.position, key: key) }
    return value
  }
}
