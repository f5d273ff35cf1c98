import Testing

@testable import Cryptography

/// What holds for every key.
struct PropertyTests {
  @Test func bothSidesAgree() throws {
    let a = try SecureRandom.secret(32)
    let b = try SecureRandom.secret(32)
    let one = try X25519.agree(a, with: X25519.publicKey(of: b))
    let other = try X25519.agree(b, with: X25519.publicKey(of: a))
    #expect(bytes(of: one) == bytes(of: other))
  }

  @Test func lowOrderPointIsRefused() throws {
    let key = try SecureRandom.secret(32)
    #expect(throws: CryptographyError.lowOrderPoint) {
      _ = try X25519.agree(key, with: [UInt8](repeating: 0, count: 32))
    }
  }

  @Test func changedCiphertextOpensToNothing() throws {
    let key = try SecureRandom.secret(32)
    let nonce = [UInt8](repeating: 7, count: 12)
    let sealed = try ChaCha20Poly1305.seal(Secret(copying: [1, 2, 3]), key: key, nonce: nonce)
    if let opened = try ChaCha20Poly1305.open(sealed, key: key, nonce: nonce) {
      #expect(bytes(of: opened) == [1, 2, 3])
    } else {
      Issue.record("what was sealed does not open")
    }
    for index in sealed.indices {
      var changed = sealed
      changed[index] ^= 1
      let refused = try ChaCha20Poly1305.open(changed, key: key, nonce: nonce) == nil
      #expect(refused)
    }
  }

  @Test func refusedPlaintextIsWiped() throws {
    let key = try SecureRandom.secret(32)
    let nonce = [UInt8](repeating: 7, count: 12)
    var sealed = try ChaCha20Poly1305.seal(Secret(copying: [1, 2, 3]), key: key, nonce: nonce)
    sealed[18] ^= 1
    var output: [UInt8] = [9, 9, 9]
    var context = try ChaCha20Poly1305(key: key, .open)
    let isValid = try sealed.withUnsafeBytes { sealed in
      try output.withUnsafeMutableBytes { try context.open(sealed, nonce: nonce, into: $0) }
    }
    #expect(!isValid)
    #expect(output == [0, 0, 0])
  }

  @Test func wrongLengthsAreErrors() throws {
    #expect(throws: CryptographyError.wrongLength(expected: 32, found: 31)) {
      try X25519.publicKey(of: Secret(copying: [UInt8](repeating: 1, count: 31)))
    }
    #expect(throws: CryptographyError.wrongLength(expected: 32, found: 5)) {
      _ = try ChaCha20Poly1305(key: Secret(copying: [1, 2, 3, 4, 5]), .seal)
    }
    let key = try SecureRandom.secret(32)
    #expect(throws: CryptographyError.wrongLength(expected: 12, found: 11)) {
      try ChaCha20Poly1305.seal(
        Secret(copying: []), key: key, nonce: [UInt8](repeating: 0, count: 11))
    }
    #expect(throws: CryptographyError.costOutOfRange) {
      _ = try Scrypt.derive(from: Secret(copying: [1]), salt: [], logCost: 40, count: 32)
    }
  }

  @Test func secretsFillBeyondTheSecureHeap() {
    func hold(_ depth: Int) -> Int {
      let secret = Secret(copying: [UInt8](repeating: UInt8(depth % 256), count: 4096))
      let below = depth == 0 ? 0 : hold(depth - 1)
      return below + (bytes(of: secret).allSatisfy { $0 == UInt8(depth % 256) } ? 1 : 0)
    }
    #expect(hold(299) == 300)
  }

  @Test func randomBytesDiffer() throws {
    #expect(try SecureRandom.bytes(32) != SecureRandom.bytes(32))
    #expect(try SecureRandom.bytes(0) == [])
  }

  @Test func comparingSeesEveryByte() {
    #expect(isEqualInConstantTime([1, 2, 3], [1, 2, 3]))
    #expect(!isEqualInConstantTime([1, 2, 3], [1, 2, 4]))
    #expect(!isEqualInConstantTime([1, 2, 3], [1, 2]))
    #expect(isEqualInConstantTime([], []))
  }
}
