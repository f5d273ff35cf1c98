import Testing

@testable import Redaction

/// Check digits: computed numbers that hold, and the same with another last digit.
struct ChecksumTests {
  static let snils = ["52601815961", "08301661336", "18609139090", "99603082440", "93786579796"]
  static let inn = [
    "455979711409", "304974650717", "156321223371", "7177774123", "7547280386", "7707083893",
  ]
  static let ukrainian = ["2997528825", "2018263301", "3348395487", "3205798683", "3838483729"]
  static let nir = ["247075916203845", "167023334315609", "185057800608491", "272021347111841"]

  private func digits(_ text: String) -> ArraySlice<UInt8> { Array(text.utf8)[...] }

  private func holds(_ numbers: [String], _ check: (ArraySlice<UInt8>) -> Bool) {
    for number in numbers {
      #expect(check(digits(number)), "\(number)")
      let last = (Int(number.suffix(1)) ?? 0) + 1
      #expect(!check(digits(number.dropLast() + "\(last % 10)")), "\(number) changed")
      #expect(!check(digits(String(number.dropLast()))), "\(number) cut")
    }
  }

  @Test func aSNILSHasItsCheck() { holds(Self.snils, Checksum.isSNILS) }
  @Test func anINNHasItsCheck() { holds(Self.inn, Checksum.isINN) }
  @Test func aUkrainianTaxNumberHasItsCheck() {
    holds(Self.ukrainian, Checksum.isUkrainianTaxNumber)
  }
  @Test func aNIRHasItsCheck() { holds(Self.nir, Checksum.isNIR) }
}
