import Synchronization
import Testing

@testable import Redaction

struct ReaderTests {
  @Test func theWeightsAreNamedByTheirDigest() {
    #expect(ReaderWeights.digest.count == 32)
    let digits = Reader.weights.dropFirst(7)
    #expect(Reader.weights.hasPrefix("sha256:") && digits.utf8.count == 64)
    #expect(digits.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
  }

  @Test func aPipelineReadsDeepUnlessAskedOtherwise() throws {
    let press = try #require(Policy.shipped(named: "press"))
    let pipeline = Pipeline(policy: press, people: PeopleFile())
    #expect(pipeline.reader == .deep && pipeline.jobs == 1)
    let other = Pipeline(policy: press, people: PeopleFile(), reader: .fast, jobs: 0)
    #expect(other.reader == .fast && other.jobs == 1)
  }

  @Test(arguments: Reader.allCases) func progressGoesUpToTheEnd(_ reader: Reader) throws {
    let press = try #require(Policy.shipped(named: "press"))
    var pipeline = Pipeline(policy: press, people: PeopleFile(), reader: reader, jobs: 2)
    let line = "We crossed the water before daybreak, and nobody spoke.\n"
    let texts = [3_000, 1, 0, 200].map {
      Testimony(id: "t", text: String(repeating: line, count: $0), language: .english)
    }
    let total = texts.reduce(0) { $0 + $1.count }
    let seen = Mutex<[Int]>([])
    pipeline.progress = { done, of in
      #expect(of == total)
      seen.withLock { $0.append(done) }
    }
    _ = pipeline.plan(texts)
    let done = seen.withLock { $0 }
    #expect(done == done.sorted() && done.last == total && done.count > 4)
  }
}
