import Testing

@testable import Redaction

/// What holds for every text, over seeded mixtures of sentences and noise.
struct RedactionLawsTests {
  @Test func decisionsAreOrderedDisjointAndOnScalars() {
    for run in LawRun.noisy {
      let bytes = Array(run.text.utf8)
      var last = 0
      for decision in run.result.decisions {
        #expect(decision.span.start >= last && decision.span.count > 0, "\(run.testDescription)")
        for offset in [decision.span.start, decision.span.end] {
          #expect(
            offset == bytes.count || bytes[offset] & 0xC0 != 0x80, "\(run.testDescription)")
        }
        last = decision.span.end
      }
      #expect(last <= bytes.count, "\(run.testDescription)")
      #expect(run.result.review.allSatisfy { $0.span.end <= bytes.count })
      #expect(run.result.review.map(\.span.start) == run.result.review.map(\.span.start).sorted())
    }
  }

  @Test func whatLiesOutsideTheDecisionsIsUntouched() {
    for run in LawRun.noisy {
      let bytes = Array(run.text.utf8)
      var expected: [UInt8] = []
      var last = 0
      for (decision, place) in zip(run.result.decisions, run.result.outputSpans) {
        expected += bytes[last..<decision.span.start]
        #expect(place.start == expected.count, "\(run.testDescription)")
        expected +=
          decision.treatment == .keep
          ? Array(bytes[decision.span.start..<decision.span.end]) : Array(decision.replacement.utf8)
        #expect(place.end == expected.count, "\(run.testDescription)")
        last = decision.span.end
      }
      expected += bytes[last...]
      #expect(run.result.bytes == expected, "\(run.testDescription)")
      #expect(String(validating: run.result.bytes, as: UTF8.self) != nil)
    }
  }

  @Test func aPolicyThatKeepsAllIsTheIdentityButForControlCharacters() {
    for run in LawRun.noisy where run.policy.name == "press" {
      let kept = LawRun(
        seed: run.seed, policy: .keepsAll, language: run.language, text: run.text,
        people: run.pipeline.people)
      var expected = Array(run.text.utf8)
      for (span, replacement) in ControlCharacters.found(in: expected).reversed() {
        expected.replaceSubrange(span.start..<span.end, with: replacement.utf8)
      }
      #expect(kept.result.bytes == expected, "\(run.testDescription)")
    }
  }

  @Test func theSameTextGivesTheSameBytes() {
    for run in LawRun.noisy where run.policy.name == "press" || run.policy.name == "strict" {
      let again = LawRun(seed: run.seed, policy: run.policy, isNoisy: true)
      #expect(again.result.bytes == run.result.bytes, "\(run.testDescription)")
      #expect(again.result.decisions == run.result.decisions, "\(run.testDescription)")
      #expect(again.result.review == run.result.review, "\(run.testDescription)")
    }
  }

  @Test func scalarOffsetsAgreeWithCounting() {
    func count(_ bytes: [UInt8], _ span: TextSpan) -> TextSpan {
      func scalars(_ end: Int) -> Int {
        String(decoding: bytes[..<end], as: UTF8.self).unicodeScalars.count
      }
      return TextSpan(scalars(span.start), scalars(span.end))
    }
    for run in LawRun.noisy {
      let input = Array(run.text.utf8)
      let result = run.result
      for (index, spans) in result.scalarSpans().enumerated() {
        #expect(spans.input == count(input, result.decisions[index].span))
        #expect(spans.output == count(result.bytes, result.outputSpans[index]))
      }
      for (index, spans) in result.reviewScalarSpans().enumerated() {
        #expect(spans.input == count(input, result.review[index].span))
        #expect(spans.output.end <= result.text.unicodeScalars.count)
      }
    }
  }
}
