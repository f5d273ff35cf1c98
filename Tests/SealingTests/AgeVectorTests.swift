import AgeVectors
import Sealing
import Testing

/// The CCTV age test kit: each file opens, or fails, as it says, and gives out what it says.
/// Files with a post-quantum key are opened by the tests of `HybridSealing`.
struct AgeVectorTests {
  private static let classic = AgeVector.all.filter { $0.isKnown && !$0.isHybrid }

  @Test(.enabled(if: !AgeVector.all.isEmpty, AgeVector.absence))
  func allVectorsAreRead() {
    #expect(AgeVector.all.count == 143)
    #expect(AgeVector.all.allSatisfy { $0.isKnown && (!$0.file.isEmpty || $0.name == "empty") })
  }

  @Test(.enabled(if: !AgeVector.all.isEmpty, AgeVector.absence), arguments: classic)
  func vectorHolds(_ vector: AgeVector) throws {
    try vector.check(KeyReader([.x25519]), piece: .max)
  }

  @Test(
    .enabled(if: !AgeVector.all.isEmpty, AgeVector.absence),
    arguments: classic.filter { $0.file.count < 4096 })
  func vectorHoldsByteByByte(_ vector: AgeVector) throws {
    try vector.check(KeyReader([.x25519]), piece: 1)
  }
}
