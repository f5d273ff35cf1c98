import Testing

@testable import Redaction

/// The order in which a person is asked to look.
@Suite struct DecisionRiskTests {
  private func decision(
    _ kind: EntityKind, _ treatment: Treatment = .mask, _ confidence: Double = 0.5,
    at start: Int = 0
  ) -> Decision {
    Decision(
      span: TextSpan(start, start + 1), kind: kind, treatment: treatment, replacement: "",
      recognizer: "test", confidence: confidence, reason: "test")
  }

  @Test func whatStaysComesBeforeWhatIsMaskedAndNamesBeforePlacesAndDates() {
    let ordered = [
      decision(.date, .keep), decision(.person, .mask, 0.4, at: 9),
      decision(.person, .mask, 0.4, at: 12), decision(.person, .mask, 0.8), decision(.other),
      decision(.place), decision(.age),
    ]
    var source = SeededGenerator(seed: 3)
    for _ in 0..<50 {
      #expect(ordered.shuffled(using: &source).sorted(by: Decision.isRiskier) == ordered)
    }
  }

  @Test func everyKindHasItsRank() {
    for a in EntityKind.allCases {
      for b in EntityKind.allCases where a != b {
        let (first, second) = (decision(a), decision(b, at: 1))
        #expect(Decision.isRiskier(first, second) != Decision.isRiskier(second, first))
      }
    }
  }
}
