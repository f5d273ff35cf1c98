/// Ages said more generally: "in his late twenties", "a young child", "an adult".
extension English {
  /// - Parameter owner: whose age it is: "his", "her", "my", "their".
  static func age(
    _ age: AgeExpression, level: GeneralizationLevel, owner: String, in around: Surroundings
  ) -> Replacement {
    let band = level == .general ? nil : decade(age.years)
    switch age.form {
    case .adjective:
      return adjective(age.years, level, around)
    case .verb(let instead):
      return finish(instead, around.span, around)
    case .at:
      guard let band else {
        return finish(age.years < 18 ? "as a child" : "as an adult", around.span, around)
      }
      return finish(
        band.isCount ? "in \(owner) \(band.text)" : "as \(band.text)", around.span, around)
    case .several:
      return finish(age.years < 18 ? "children" : "adults", around.span, around)
    case .phrase, .bare, .aside:
      guard let band else {
        return finish(age.years < 18 ? "a child" : "an adult", around.span, around)
      }
      guard band.isCount else {
        // "a girl of eight"
        if let before = around.before, before.text == "of" {
          let text = age.years < 6 ? "of preschool age" : "of school age"
          return finish(text, TextSpan(before.span.start, around.span.end), around)
        }
        // "at three"
        if let before = around.before, before.text.lowercased() == "at" {
          return finish("as " + band.text, TextSpan(before.span.start, around.span.end), around)
        }
        return finish(band.text, around.span, around)
      }
      var span = around.span
      // "aged about 70": the band is about right by itself.
      while let before = around.word(before: span.start),
        before.text == "aged" || roughly.contains(before.text.lowercased())
      {
        span = TextSpan(before.span.start, span.end)
      }
      var text = "in \(owner) \(band.text)"
      // "is only twenty" → "is only in her early twenties" reads well; "man of 44" loses its "of".
      if let before = around.word(before: span.start),
        before.text.lowercased() == "of" || before.text.lowercased() == "at"
      {
        span = TextSpan(before.span.start, span.end)
      }
      if case .aside = age.form { text = "in \(owner) \(band.text)" }
      return finish(text, span, around)
    }
  }

  /// "a 27-year-old soldier" → "a twenty-something soldier"; children are "young" or "teenage".
  private static func adjective(
    _ years: Int, _ level: GeneralizationLevel, _ around: Surroundings
  ) -> Replacement {
    guard around.isFollowedByWord else {
      return nounPhrase(years < 18 ? "a child" : "an adult", in: around)
    }
    return finish(adjective(years, level), around.span, around)
  }

  /// "young", "teenage", "forty-something", "elderly".
  static func adjective(_ years: Int, _ level: GeneralizationLevel) -> String {
    let text: String
    if level == .general {
      text = years < 18 ? "young" : "adult"
    } else {
      switch years {
      case ..<13: text = "young"
      case ..<20: text = "teenage"
      case ..<30: text = "twenty-something"
      case ..<40: text = "thirty-something"
      case ..<50: text = "forty-something"
      case ..<60: text = "fifty-something"
      default: text = "elderly"
      }
    }
    return text
  }

  /// "in her mid-forties"; of a child or a very old person, "who is a young child".
  static func band(_ years: Int, owner: String) -> String {
    let band = decade(years)
    return band.isCount ? "in \(owner) \(band.text)" : "who is \(band.text)"
  }

  /// "late twenties", or what is said of a child or a very old person.
  private static func decade(_ years: Int) -> (text: String, isCount: Bool) {
    switch years {
    case ..<2: return ("a baby", false)
    case ..<6: return ("a small child", false)
    case ..<10: return ("a young child", false)
    case ..<13: return ("a child", false)
    case ..<15: return ("early teens", true)
    case ..<17: return ("mid-teens", true)
    case ..<20: return ("late teens", true)
    case 90...: return ("very old", false)
    default:
      let part = years % 10 < 4 ? "early" : years % 10 < 7 ? "mid-" : "late"
      return (part + (part.hasSuffix("-") ? "" : " ") + tens[years / 10 - 2], true)
    }
  }

  private static let roughly = WordList("approximations", .english)
  private static let tens = WordList("ages-tens", .english).words
}
