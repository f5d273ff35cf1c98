extension PeopleFile {
  /// Reads a people file; `file` is its name for errors, which never hold a name of a person.
  public init(yaml bytes: [UInt8], file: String) throws(PolicyError) {
    let root = try StrictYAML(file: file, quotesWords: false).root(bytes)
    if root.isAbsent { throw .nothing(root.position) }
    let map = try root.mapping("people file", keys: ["case", "secret", "people"])
    caseName = try map["case"]?.line("case", plain: true) ?? ""
    secret = try Self.secret(map["secret"])
    let nodes = try map.required("people").sequence("people")

    var entries: [PersonEntry] = []
    var names = 0
    for node in nodes {
      let entry = try PersonEntry(node)
      names += ([entry.person.name] + entry.person.aliases).reduce(0) { $0 + Self.weight(of: $1) }
      guard names <= Self.mostNames else {
        throw .wrongType(
          node.position, key: "people",
          expected: "at most \(Self.mostNames) names and aliases; split the case")
      }
      entries.append(entry)
    }
    people = try Self.identified(entries)
    try Self.checkPseudonyms(people, entries)
  }

  private static func secret(_ node: StrictNode?) throws(PolicyError) -> String {
    guard let node else { return "" }
    let text = try node.line("secret", plain: true)
    guard PseudonymKey.bytes(text) != nil else {
      throw .wrongType(
        node.position, key: "secret",
        expected:
          "26 letters and digits that the program draws; leave it out, and --save-people writes"
          + " one")
    }
    return text
  }

  /// More names than any case has people.
  private static let mostNames = 20_000

  /// How many names a name counts for: the forms of one of many words are as many as those of several.
  private static func weight(of name: String) -> Int { max(1, PersonEntry.words(of: name) - 3) }

  /// Reads a people file from a string.
  public init(yaml: String, file: String) throws(PolicyError) {
    try self.init(yaml: Array(yaml.utf8), file: file)
  }

  /// Gives `p-1`, `p-2` … in the order of the file to those who have no id, around given ones.
  private static func identified(_ entries: [PersonEntry]) throws(PolicyError) -> [Person] {
    var lines: [String: Int] = [:]
    for entry in entries {
      guard let id = entry.id else { continue }
      if let first = lines[id] {
        throw .sameIdentifier(entry.position, id: id, firstLine: first)
      }
      lines[id] = entry.position.line
    }
    var number = 0
    var people: [Person] = []
    for entry in entries {
      var person = entry.person
      if entry.id == nil {
        repeat { number += 1 } while lines["p-\(number)"] != nil
        person.id = "p-\(number)"
      }
      if let key = entry.unfindable {
        throw .nothingToFind(entry.position, key: key, id: person.id)
      }
      people.append(person)
    }
    return people
  }

  private static func checkPseudonyms(
    _ people: [Person], _ entries: [PersonEntry]
  ) throws(PolicyError) {
    var owners: [String: String] = [:]
    for (person, entry) in zip(people, entries) {
      guard let pseudonym = person.pseudonym else { continue }
      let folded = pseudonym.lowercased()
      if let other = owners[folded] {
        throw .samePseudonym(entry.position, id: person.id, otherID: other)
      }
      owners[folded] = person.id
    }
  }
}

/// One person as written, before ids are assigned.
private struct PersonEntry {
  var position: FilePosition
  var id: String?
  var person: Person
  /// The key whose value has nothing to search for.
  var unfindable: String?

  private enum WrittenGender: String, CaseIterable { case m, f }

  init(_ node: StrictNode) throws(PolicyError) {
    let map = try node.mapping(
      "people", keys: ["id", "name", "gender", "status", "pseudonym", "aliases", "role"])
    position = node.position
    id = try Self.identifier(map["id"])
    let gender: WrittenGender? = try map["gender"]?.word("gender")
    person = Person(
      id: id ?? "", name: try Self.name(map.required("name"), "name"),
      gender: gender.flatMap { Gender(rawValue: $0.rawValue) } ?? .unknown,
      status: try map["status"]?.word("status") ?? .protected,
      pseudonym: try Self.pseudonym(map["pseudonym"]),
      aliases: [], role: try map["role"]?.line("role", plain: true))
    for alias in try map["aliases"]?.sequence("aliases") ?? [] {
      person.aliases.append(try Self.name(alias, "aliases"))
    }
    guard person.aliases.count <= Self.mostAliases else {
      throw .wrongType(position, key: "aliases", expected: "at most \(Self.mostAliases) names")
    }
    if !Self.isFindable(person.name, digits: false) {
      unfindable = "name"
    } else if let pseudonym = person.pseudonym, !Self.isFindable(pseudonym, digits: true) {
      unfindable = "pseudonym"
    } else if !person.aliases.allSatisfy({ Self.isFindable($0, digits: true) }) {
      unfindable = "alias"
    }
  }

  private static let mostLetters = 200, mostWords = 16, mostAliases = 200

  static func words(of name: String) -> Int {
    name.unicodeScalars.split { !$0.properties.isAlphabetic }.count
  }

  /// A name that somebody can have: the forms of a longer one would never end.
  private static func name(_ node: StrictNode, _ key: String) throws(PolicyError) -> String {
    let text = try node.line(key, plain: true)
    guard text.utf8.count <= 6 * mostLetters, text.unicodeScalars.count <= mostLetters,
      words(of: text) <= mostWords
    else {
      throw .wrongType(
        node.position, key: key,
        expected: "a name of at most \(mostLetters) letters and \(mostWords) words")
    }
    return text
  }

  /// A pseudonym holds nothing that is not seen, and no markup: what it says would depend on who
  /// shows it.
  private static func pseudonym(_ node: StrictNode?) throws(PolicyError) -> String? {
    guard let node else { return nil }
    let text = try name(node, "pseudonym")
    guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .format }) else {
      throw .wrongType(
        node.position, key: "pseudonym", expected: "a name without signs that are not seen")
    }
    guard text.unicodeScalars.allSatisfy(isPlain) else {
      throw .wrongType(
        node.position, key: "pseudonym",
        expected: "a name of letters, figures, spaces, hyphens, apostrophes and full stops")
    }
    return text
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .spaceSeparator, .dashPunctuation:
      true
    default: "'’‘ʼ.·\u{5F3}\u{30FB}".unicodeScalars.contains(scalar)
    }
  }

  /// An id is a word of letters, digits, `-`, `_` and `.`, at most 64 long.
  private static func identifier(_ node: StrictNode?) throws(PolicyError) -> String? {
    guard let node else { return nil }
    let id = try node.line("id", plain: true)
    let isWord = id.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || "-_.".unicodeScalars.contains($0)
    }
    guard isWord, id.unicodeScalars.count <= 64 else {
      throw .wrongType(node.position, key: "id", expected: "one word of letters, digits, - _ or .")
    }
    return id
  }

  private static func isFindable(_ name: String, digits: Bool) -> Bool {
    name.unicodeScalars.contains {
      $0.properties.isAlphabetic || digits && $0.properties.numericType != nil
    }
  }
}
