import Testing

@testable import Redaction

/// What a rule masks says no more than its kind, in every language and in either style.
struct MaskedTests {
  private static let texts: [(Language, String)] = [
    (.english, "We lived in Lyon until May 2021 with a nurse aged 47, near the Kyiv hospital."),
    (.french, "Nous vivions à Lyon jusqu'en mai 2021 avec une infirmière de 47 ans, près de Kyiv."),
    (.russian, "Мы жили в Лионе до мая 2021 года с медсестрой 47 лет, потом в Киеве."),
    (.ukrainian, "Ми жили в Ліоні до травня 2021 року з медсестрою 47 років, потім у Києві."),
  ]

  @Test(arguments: texts, ["prose", "brackets"])
  func aMaskSaysNoMoreThanTheKind(
    _ text: (language: Language, words: String), _ style: String
  ) throws {
    let kinds = ["place", "date", "age", "job", "organization"]
    let rules = kinds.map { "  - {kind: \($0), treatment: mask, style: \(style), why: A test.}" }
    let yaml = """
      version: 1
      name: masking
      audience: public
      people: {protected: pseudonymize, incidental: generalize, unlisted: pseudonymize, public: keep}
      rules:
      \(rules.joined(separator: "\n"))
      """
    let policy = try Policy(yaml: Array(yaml.utf8), file: "masking.yaml")
    let testimony = Testimony(id: "t", text: text.words, language: text.language)
    let plan = Pipeline(policy: policy, people: PeopleFile(), reader: .fast).plan([testimony])[0]
    let masked = plan.decisions.filter { $0.treatment == .mask }
    #expect(masked.count > 2)
    for decision in masked {
      let plain = "[" + Brackets.general(decision.kind, text.language) + "]"
      #expect(["[name]", plain, "in " + plain].contains(decision.replacement))
    }
  }
}
