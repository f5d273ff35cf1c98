import Redaction
import Testing

@testable import Command

struct ProgressTests {
  @Test func timeIsLeftAsLongAsItGoesOnAsItWent() {
    #expect(Progress.timeLeft(1_000, of: 4_000, after: 2) == ", 6 s left")
    #expect(Progress.timeLeft(1, of: 1_000, after: 1) == ", 17 min left")
    #expect(Progress.timeLeft(1, of: 10_001, after: 1) == ", 2 h 47 min left")
  }

  @Test func nothingIsSaidTooSoonOrAtTheEnd() {
    #expect(Progress.timeLeft(1_000, of: 4_000, after: 0.9) == "")
    #expect(Progress.timeLeft(0, of: 4_000, after: 5) == "")
    #expect(Progress.timeLeft(4_000, of: 4_000, after: 5) == "")
    #expect(Progress.timeLeft(4_000, of: 0, after: 5) == "")
    #expect(Progress.timeLeft(1, of: .max, after: 1e12).hasSuffix(" left"))
  }

  @Test(arguments: [(0, "0.0"), (49_999, "0.0"), (1_234_567, "1.2"), (9_950_000, "10.0")])
  func bytesAreSaidInMegabytes(_ bytes: Int, _ text: String) {
    #expect(ReadingProgress.megabytes(bytes) == text)
  }

  @Test func aLongReadingIsAnnouncedWithWhatIsFaster() {
    #expect(ReadingProgress.announcement(total: 1_000_000, reader: .deep, jobs: 2) == nil)
    #expect(ReadingProgress.announcement(total: 1_000_000_000, reader: .fast, jobs: 1) == nil)
    let said = ReadingProgress.announcement(total: 12_600_000, reader: .deep, jobs: 2)
    #expect(
      said == "reading 12.6 MB takes about 3 min; --reader fast takes about 2 s and finds less")
  }
}
