@testable import Cryptography

/// The bytes of hexadecimal digits; anything else between them is skipped.
func bytes(_ hexadecimal: String) -> [UInt8] {
  let digits = hexadecimal.compactMap(\.hexDigitValue)
  return stride(from: 0, to: digits.count - 1, by: 2).map {
    UInt8(digits[$0] << 4 | digits[$0 + 1])
  }
}

/// The bytes of a secret, for comparing.
func bytes(of secret: borrowing Secret) -> [UInt8] { secret.withUnsafeBytes { Array($0) } }
