import Redaction
import Testing

@Suite struct DoubtThresholdsTests {
  private func policy(_ lines: String) throws -> Policy {
    try Policy(
      yaml: "version: 1\nname: mine\naudience: us\nrules: []\n" + lines + "\n", file: "mine.yaml")
  }

  @Test func aNameIsHiddenEarlierThanATradeWhereAPolicySaysNothing() throws {
    let policy = try policy("")
    #expect(policy.maskFrom == .usualMask && policy.reviewFrom == .usualReview)
    #expect(policy.maskFrom[.person] < policy.maskFrom[.job])
    for kind in EntityKind.allCases { #expect(policy.reviewFrom[kind] < policy.maskFrom[kind]) }
  }

  @Test(arguments: ["0.4", ".4", "0.40", "00.4"]) func oneNumberIsForAllKinds(
    _ number: String
  ) throws {
    let policy = try policy("mask_from: \(number)")
    #expect(EntityKind.allCases.allSatisfy { policy.maskFrom[$0] == 0.4 })
  }

  @Test(arguments: [("0", 0.0), ("1", 1), ("1.0", 1), (".0", 0)]) func theEndsOfTheRangeAreInIt(
    _ number: String, _ value: Double
  ) throws {
    #expect(try policy("mask_from: \(number)").maskFrom[.place] == value)
  }

  @Test func otherIsForTheKindsThatAreNotNamed() throws {
    let policy = try policy("mask_from: {job: .7, other: .2}")
    #expect(policy.maskFrom[.job] == 0.7)
    for kind in EntityKind.allCases where kind != .job { #expect(policy.maskFrom[kind] == 0.2) }
  }

  @Test func withoutOtherTheKindsThatAreNotNamedHaveTheUsualNumber() throws {
    let policy = try policy("mask_from: {job: .7}\nreview_from: {job: .6}")
    for kind in EntityKind.allCases where kind != .job {
      #expect(policy.maskFrom[kind] == DoubtThresholds.usualMask[kind])
      #expect(policy.reviewFrom[kind] == DoubtThresholds.usualReview[kind])
    }
    #expect(policy.maskFrom[.job] == 0.7 && policy.reviewFrom[.job] == 0.6)
  }

  @Test func whatIsNotSaidOfReviewIsNowhereAboveWhatIsHidden() throws {
    let policy = try policy("mask_from: {person: .1, job: .05}")
    #expect(policy.reviewFrom[.person] == 0.1 && policy.reviewFrom[.job] == 0.05)
    #expect(policy.reviewFrom[.place] == DoubtThresholds.usualReview[.place])
  }

  @Test func whatIsAboveIsRefusedWithItsKind() throws {
    let error = try #require(throws: PolicyError.self) {
      try policy("mask_from: {person: .4, unit: .1}\nreview_from: .2")
    }
    #expect(error == .reviewAboveMask(FilePosition(file: "mine.yaml", line: 6), kind: .unit))
    #expect(error.description.contains("'review_from' of 'unit' is above its 'mask_from'"))
  }

  @Test func theSameNumberForBothIsNoFault() throws {
    let policy = try policy("mask_from: .3\nreview_from: .3")
    #expect(policy.reviewFrom == policy.maskFrom)
  }

  @Test(arguments: Policy.shippedNames) func aShippedPolicyHasANumberInRangeForEachKind(
    _ name: String
  ) throws {
    let policy = try #require(Policy.shipped(named: name))
    for kind in EntityKind.allCases {
      #expect((0...1).contains(policy.maskFrom[kind]))
      #expect(policy.reviewFrom[kind] <= policy.maskFrom[kind])
    }
  }
}
