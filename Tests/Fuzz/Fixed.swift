import Cryptography

@testable import Sealing

/// The keys that inputs are opened with.
enum Fixed {
  static let identity = try! X25519Identity(
    key: Secret(copying: [UInt8](repeating: 9, count: 32)))
  static let passphrase = ScryptIdentity(limit: 2) { Secret(copying: [1]) }
}
