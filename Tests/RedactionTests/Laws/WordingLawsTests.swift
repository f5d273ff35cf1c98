import Testing

@testable import Redaction

/// What a replacement says is not itself taken for something to replace.
struct WordingLawsTests {
  @Test(arguments: ["wording-fr.txt"])
  func whatWasSaidMoreGenerallyStaysAsItIs(_ name: String) throws {
    for block in try GoldenFile(name).blocks {
      let once = try GoldenRun.redacted(block, "out").text
      var again = block
      again.input = once
      let twice = try GoldenRun.redacted(again, "out").text
      #expect(twice == once, "\(name):\(block.line)")
    }
  }
}
