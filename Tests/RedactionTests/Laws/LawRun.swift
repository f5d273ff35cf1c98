import Testing

@testable import Redaction

/// One invented text under one policy, run once for all laws.
struct LawRun: Sendable, CustomTestStringConvertible {
  let seed: UInt64
  let policy: Policy
  let language: Language
  let text: String
  /// With the pseudonyms that were drawn.
  let pipeline: Pipeline
  let plan: RedactionPlan
  let result: RedactedTestimony

  var people: [Person] { pipeline.people.people }
  var testDescription: String { "seed \(seed) \(policy.name)" }

  init(seed: UInt64, policy: Policy, isNoisy: Bool) {
    var source = RandomTestimony(seed: seed)
    self.init(
      seed: seed, policy: policy, language: source.language,
      text: isNoisy ? source.noisy(sentences: 8) : source.text(sentences: 8), people: source.people)
  }

  init(seed: UInt64, policy: Policy, language: Language, text: String, people: PeopleFile) {
    self.seed = seed
    self.policy = policy
    self.language = language
    self.text = text
    pipeline = Pipeline(rulesUnder: policy, people: people)
    plan = pipeline.plan([Testimony(id: "law", text: text, language: language)])[0]
    result = plan.reviewed().apply()
  }

  /// Part of the output, for a message.
  func shown(_ span: TextSpan) -> String {
    GoldenText.written(String(decoding: result.bytes[span.start..<span.end], as: UTF8.self))
  }

  private static let policies = Policy.shippedNames.compactMap { Policy.shipped(named: $0) }
  static let noisy = (UInt64(1)...16).flatMap { seed in
    policies.map { LawRun(seed: seed, policy: $0, isNoisy: true) }
  }
  static let plain = (UInt64(101)...116).flatMap { seed in
    policies.map { LawRun(seed: seed, policy: $0, isNoisy: false) }
  }
}
