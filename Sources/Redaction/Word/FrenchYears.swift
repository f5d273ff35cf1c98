/// Ages said more generally: "âgé de 27 ans" → "âgé d'une vingtaine d'années".
extension French {
  static func age(
    _ age: AgeExpression, _ level: GeneralizationLevel, _ frame: FrenchFrame
  ) -> Replacement? {
    if case .adjective = age.form { return nil }
    if case .verb = age.form { return nil }
    guard !frame.isClosed else { return nil }
    if level == .general {
      let isUnder = age.years < 18 || age.years == 18 && frame.before == "moins"
      let said = isUnder ? "moins de dix-huit ans" : "plus de dix-huit ans"
      if case .possessive? = frame.determiner { return birthday(frame, age.years) }
      guard frame.determiner == nil else { return nil }
      if frame.preposition == .de, ["plus", "moins", "près"].contains(frame.before) {
        var wider = frame
        wider.take(frame.before)
        return wider.fit(said)
      }
      return frame.fit(joined(frame.preposition, said))
    }
    switch frame.determiner {
    case .possessive?: return birthday(frame, age.years)
    case nil: break
    default: return nil
    }
    if frame.preposition == nil, frame.before.isEmpty || labels.contains(frame.before) {
      return frame.fit(aside(age.years))
    }
    switch frame.preposition {
    case .à where frame.before == "jusqu": return phase(age.years).map { frame.fit(joined(.à, $0)) }
    case .à where age.years < 8: return frame.fit("dans la petite enfance")
    case .à: return frame.fit("à " + count(age.years))
    case .de where frame.before == "âge": return atAge(age.years, frame)
    case .de:
      var wider = frame
      if frame.before == "plus" || frame.before == "moins" || frame.before == "près" {
        wider.take(frame.before)
      }
      guard wider.start == frame.start else { return wider.fit(count(age.years)) }
      return frame.fit(joined(.de, count(age.years)))
    case nil:
      if ["dès", "avant", "depuis", "après"].contains(frame.before) {
        return phase(age.years).map { frame.fit($0) }
      }
      var wider = frame
      if frame.before == "environ" || frame.before == "vers" { wider.take(frame.before) }
      let isTowards = frame.before == "vers"
      return wider.fit((isTowards ? "à " : "") + count(age.years))
    default: return nil
    }
  }

  private static let labels = WordList("years-before-asides")

  /// "à l'âge de seize ans" → "à une quinzaine d'années".
  private static func atAge(_ years: Int, _ frame: FrenchFrame) -> Replacement? {
    var wider = frame
    wider.take("âge")
    guard wider.takeArticle() else { return nil }
    switch wider.preposition {
    case .à where wider.before == "jusqu": return phase(years).map { wider.fit(joined(.à, $0)) }
    case .à where years < 8: return wider.fit("dans la petite enfance")
    case .à: return wider.fit("à " + count(years))
    case nil where ["dès", "avant", "depuis", "après"].contains(wider.before):
      return phase(years).map { wider.fit($0) }
    default: return nil
    }
  }

  /// A number of years, roughly.
  private static func count(_ years: Int) -> String {
    switch years {
    case ..<2: return "quelques mois"
    case ..<8: return "quelques années"
    case ..<13: return "une dizaine d'années"
    case ..<18: return "une quinzaine d'années"
    case ..<30: return "une vingtaine d'années"
    case ..<70: return "une " + tens[years / 10 - 3] + " d'années"
    case ..<80: return "plus de soixante-dix ans"
    case ..<90: return "plus de quatre-vingts ans"
    default: return "plus de quatre-vingt-dix ans"
    }
  }

  private static let tens = ["trentaine", "quarantaine", "cinquantaine", "soixantaine"]

  /// In an aside: "Véra, la vingtaine, …".
  private static func aside(_ years: Int) -> String {
    switch years {
    case 18..<30: "la vingtaine"
    case 30..<70: "la " + tens[years / 10 - 3]
    default: count(years)
    }
  }

  /// A time of life; nil where there is no word for it.
  private static func phase(_ years: Int) -> String? {
    years < 13 ? "l'enfance" : years < 18 ? "l'adolescence" : nil
  }

  /// "il fêtera ses 21 ans" → "il fêtera son anniversaire".
  private static func birthday(_ frame: FrenchFrame, _ years: Int) -> Replacement? {
    guard case .possessive(let written) = frame.determiner else { return nil }
    let owner = FrenchDeterminer.possessive(written)
    if ["dès", "depuis", "avant", "jusqu"].contains(frame.before) {
      guard years < 18 else { return nil }
      let noun = FrenchNoun(years < 13 ? "enfance" : "adolescence", feminine: true)
      return frame.fit(noun.said(owner, after: frame.preposition))
    }
    let isFeast =
      frame.isPreceded(by: feasts, within: 4)
      || frame.preposition == .de
        && ["jour", "veille", "lendemain", "fête"].contains(frame.before)
    let noun = FrenchNoun(
      isFeast || frame.preposition == .à ? "anniversaire" : "âge", feminine: false)
    return frame.fit(noun.said(owner, after: frame.preposition))
  }

  private static let feasts = WordList("years-celebrating")
}
