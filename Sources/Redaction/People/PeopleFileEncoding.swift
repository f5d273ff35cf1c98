extension PeopleFile {
  /// The file as YAML that a caseworker can edit, always the same for the same people.
  ///
  /// Reading it back gives the same people; keys that say nothing are left out.
  public func yaml() -> String {
    var out = ""
    if !caseName.isEmpty { out += "case: \(YAMLText.written(caseName))\n" }
    if !secret.isEmpty { out += "secret: \(secret)\n" }
    guard !people.isEmpty else { return out + "people: []\n" }
    out += "people:\n"
    for person in people {
      out += "  - id: \(YAMLText.written(person.id))\n"
      out += "    name: \(YAMLText.written(person.name))\n"
      if person.gender != .unknown { out += "    gender: \(person.gender.rawValue)\n" }
      out += "    status: \(person.status.rawValue)\n"
      if let pseudonym = person.pseudonym {
        out += "    pseudonym: \(YAMLText.written(pseudonym))\n"
      }
      if !person.aliases.isEmpty {
        out += "    aliases: [\(person.aliases.map(YAMLText.written).joined(separator: ", "))]\n"
      }
      if let role = person.role { out += "    role: \(YAMLText.written(role))\n" }
    }
    return out
  }
}

/// How a piece of text is written in YAML: bare where every YAML reader agrees, else quoted.
enum YAMLText {
  /// The text as a plain or double-quoted scalar that reads back as itself.
  static func written(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
  }

  /// Letters, with single spaces, hyphens, apostrophes and full stops between them, and none of
  /// the words that YAML takes for a boolean or for nothing.
  private static func isPlain(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, first.properties.isAlphabetic, let last = scalars.last,
      last.properties.isAlphabetic || last == "." || isDigit(last)
    else { return false }
    var before = first
    for scalar in scalars {
      let joins = scalar == " " || scalar == "-" || scalar == "'" || scalar == "." || scalar == "_"
      guard scalar.properties.isAlphabetic || joins || isDigit(scalar) else { return false }
      if scalar == " ", before == " " { return false }
      before = scalar
    }
    let words = ["true", "false", "yes", "no", "on", "off", "null", "y", "n", "nan", "inf"]
    return !words.contains(text.lowercased())
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\r": out += "\\r"
      default:
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse,
          .spaceSeparator where scalar != " ":
          out += escaped(scalar)
        default:
          out.unicodeScalars.append(scalar)
        }
      }
    }
    return out + "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    let hex = String(scalar.value, radix: 16, uppercase: true)
    return "\\U" + String(repeating: "0", count: 8 - hex.count) + hex
  }
}
