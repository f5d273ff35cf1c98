import Foundation
import Testing

@testable import Cryptography

/// Every case of Project Wycheproof for the algorithms that are used. The files are looked for
/// beside the project, and the tests are skipped where they are not.
struct WycheproofTests {
  @Test(.enabled(if: Vectors.arePresent, Vectors.absence))
  func keyAgreementHolds() throws {
    try Vectors.run("x25519", count: 518) { test, _ in
      let key = Secret(copying: bytes(test["private"]))
      do throws(CryptographyError) {
        let shared = try X25519.agree(key, with: bytes(test["public"]))
        return bytes(of: shared) == bytes(test["shared"])
      } catch {
        // Acceptable to refuse, and only where the result would be zeros.
        return bytes(test["shared"]).allSatisfy { $0 == 0 } && error == .lowOrderPoint
      }
    }
  }

  @Test(.enabled(if: Vectors.arePresent, Vectors.absence))
  func authenticatedEncryptionHolds() throws {
    try Vectors.run("chacha20_poly1305", count: 325) { test, _ in
      let key = Secret(copying: bytes(test["key"]))
      let (nonce, message) = (bytes(test["iv"]), bytes(test["msg"]))
      let (additional, sealed) = (bytes(test["aad"]), bytes(test["ct"]) + bytes(test["tag"]))
      guard nonce.count == 12 else { return test["result"] as? String == "invalid" }
      var opened = [UInt8](repeating: 0, count: message.count)
      var opening = try ChaCha20Poly1305(key: key, .open)
      let isValid = try additional.withUnsafeBytes { additional in
        try sealed.withUnsafeBytes { sealed in
          try opened.withUnsafeMutableBytes { opened in
            try opening.open(sealed, nonce: nonce, additional: additional, into: opened)
          }
        }
      }
      guard test["result"] as? String == "valid" else { return !isValid }
      var made = [UInt8](repeating: 0, count: sealed.count)
      var sealing = try ChaCha20Poly1305(key: key, .seal)
      try additional.withUnsafeBytes { additional in
        try message.withUnsafeBytes { message in
          try made.withUnsafeMutableBytes { made in
            try sealing.seal(message, nonce: nonce, additional: additional, into: made)
          }
        }
      }
      return isValid && opened == message && made == sealed
    }
  }

  @Test(.enabled(if: Vectors.arePresent, Vectors.absence))
  func derivationHolds() throws {
    try Vectors.run("hkdf_sha256", count: 86) { test, _ in
      let key = Secret(copying: bytes(test["ikm"]))
      let count = test["size"] as? Int ?? 0
      do {
        let derived = try HKDFSHA256.derive(
          from: key, salt: bytes(test["salt"]), info: bytes(test["info"]), count: count)
        return test["result"] as? String == "valid" && bytes(of: derived) == bytes(test["okm"])
      } catch {
        return test["result"] as? String == "invalid"
      }
    }
  }

  @Test(.enabled(if: Vectors.arePresent, Vectors.absence))
  func authenticationHolds() throws {
    try Vectors.run("hmac_sha256", count: 174) { test, group in
      let key = Secret(copying: bytes(test["key"]))
      let code = try HMACSHA256.code(key: key, message: bytes(test["msg"]))
      let kept = Array(code.prefix((group["tagSize"] as? Int ?? 0) / 8))
      return (kept == bytes(test["tag"])) == (test["result"] as? String == "valid")
    }
  }

  @Test(.enabled(if: Vectors.arePresent, Vectors.absence))
  func signaturesHold() throws {
    try Vectors.run("ed25519", count: 151) { test, group in
      let key = (group["publicKey"] as? [String: Any])?["pk"]
      let isValid = try Ed25519.isValid(
        bytes(test["sig"]), of: bytes(test["msg"]), publicKey: bytes(key))
      return isValid == (test["result"] as? String == "valid")
    }
  }
}

/// Reads the files of vectors.
private enum Vectors {
  static let absence: Comment = "../shared/vectors/wycheproof is not there"
  private static let folder = URL(filePath: #filePath)
    .appending(path: "../../../../shared/vectors/wycheproof").standardized

  static let arePresent = FileManager.default.fileExists(atPath: folder.path())

  typealias Object = [String: Any]

  /// Asks `holds` for each case, and that there are as many as there should be.
  static func run(
    _ name: String, count: Int, _ holds: (_ test: Object, _ group: Object) throws -> Bool
  ) throws {
    let file = folder.appending(path: "\(name)_test.json")
    let all = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? Object
    var done = 0
    for group in all?["testGroups"] as? [Object] ?? [] {
      for test in group["tests"] as? [Object] ?? [] {
        done += 1
        #expect(try holds(test, group), "\(name) \(test["tcId"] ?? "")")
      }
    }
    #expect(done == count)
  }
}

private func bytes(_ value: Any?) -> [UInt8] { bytes(value as? String ?? "") }
