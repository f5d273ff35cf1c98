extension SuggestedPeople {
  /// The people as a people file that `redact` reads as it is; what was found of each stands in
  /// comments, with no more of the texts than the names.
  public func yaml() -> String {
    var out =
      "# Everybody found in the texts. Correct it: join those who are one person, take out\n"
    out += "# who is none, and say who is protected, incidental or public.\n"
    if caseName.isEmpty { out += "# case: a word of your own\n" }
    if !secret.isEmpty {
      out += "# The secret keys the draw of pseudonyms: keep it as safe as the names.\n"
    }
    let file = PeopleFile(caseName: caseName, secret: secret, people: people.map(\.person))
    if people.isEmpty {
      out += file.yaml()
    } else {
      let plain = file.yaml()
      var number = -1
      for line in plain.split(separator: "\n") {
        if line.hasPrefix("  - id:") {
          number += 1
          out += comments(people[number])
        }
        out += line + "\n"
      }
    }
    for figure in publicFigures {
      out += "# left out: \(Self.comment(figure.name)) (\(figure.count)), \(figure.reason)\n"
    }
    return out
  }

  private func comments(_ suggestion: Suggestion) -> String {
    guard let first = suggestion.first else { return "  # not found in these texts\n" }
    let forms = suggestion.forms.map { "\(Self.comment($0.text)) (\($0.count))" }
    let documents = suggestion.documents.map(Self.comment).joined(separator: ", ")
    var out =
      "  # \(suggestion.count) in \(documents); first in \(Self.comment(first.document)), line"
      + " \(first.line)\n"
    out += "  # as \(forms.joined(separator: ", "))\n"
    if let role = suggestion.role, !role.isEmpty { out += "  # \(Self.comment(role)), it seems\n" }
    if !suggestion.mayBe.isEmpty {
      out += "  # may be the same person as \(suggestion.mayBe.joined(separator: " or "))\n"
    }
    return out
  }

  /// Text that cannot end a comment.
  private static func comment(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.properties.generalCategory {
          case .control, .lineSeparator, .paragraphSeparator, .format: " "
          default: scalar
          }
        }))
  }
}
