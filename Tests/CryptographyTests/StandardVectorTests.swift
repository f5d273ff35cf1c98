import Testing

@testable import Cryptography

/// The examples that the standards print.
struct StandardVectorTests {
  @Test func digestIsThatOfFIPS180() throws {
    let digest = bytes("ba7816bf 8f01cfea 414140de 5dae2223 b00361a3 96177a9c b410ff61 f20015ad")
    #expect(try SHA256.digest(Array("abc".utf8)) == digest)
    var fed = try SHA256()
    try fed.update(Array("a".utf8))
    try fed.update([])
    try Array("bc".utf8).withUnsafeBytes { try fed.update($0) }
    #expect(try fed.finish() == digest)
  }

  @Test func digestOfNothingIsKnown() throws {
    let digest = bytes("e3b0c442 98fc1c14 9afbf4c8 996fb924 27ae41e4 649b934c a495991b 7852b855")
    #expect(try SHA256.digest([]) == digest)
  }

  /// RFC 4231, test case 2.
  @Test func authenticationCodeIsThatOfRFC4231() throws {
    let key = Secret(copying: Array("Jefe".utf8))
    let message = Array("what do ya want for nothing?".utf8)
    let code = bytes("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    #expect(try HMACSHA256.code(key: key, message: message) == code)
    #expect(try HMACSHA256.isValid(code, key: key, message: message))
    #expect(try !HMACSHA256.isValid(code.reversed(), key: key, message: message))
  }

  /// RFC 5869, A.1 and A.3.
  @Test func derivedKeysAreThoseOfRFC5869() throws {
    let key = Secret(copying: [UInt8](repeating: 0x0b, count: 22))
    let long = try HKDFSHA256.derive(
      from: key, salt: bytes("000102030405060708090a0b0c"), info: bytes("f0f1f2f3f4f5f6f7f8f9"),
      count: 42)
    #expect(
      bytes(of: long)
        == bytes(
          """
          3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865
          """))
    let plain = try HKDFSHA256.derive(from: key, salt: [], info: [], count: 42)
    #expect(
      bytes(of: plain)
        == bytes(
          """
          8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8
          """))
  }

  /// RFC 7914, section 12, the second and the third.
  @Test func passphraseKeysAreThoseOfRFC7914() throws {
    let first = try Scrypt.derive(
      from: Secret(copying: Array("password".utf8)), salt: Array("NaCl".utf8), logCost: 10, r: 8,
      p: 16, count: 64)
    #expect(
      bytes(of: first)
        == bytes(
          """
          fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162
          2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640
          """))
    let second = try Scrypt.derive(
      from: Secret(copying: Array("pleaseletmein".utf8)), salt: Array("SodiumChloride".utf8),
      logCost: 14, count: 64)
    #expect(
      bytes(of: second)
        == bytes(
          """
          7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2
          d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887
          """))
  }

  /// RFC 8439, section 2.8.2.
  @Test func ciphertextIsThatOfRFC8439() throws {
    let key = Secret(copying: (0x80...0x9f).map(UInt8.init))
    let nonce = bytes("070000004041424344454647")
    let message = Array(
      """
      Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the \
      future, sunscreen would be it.
      """.utf8)
    let additional = bytes("50515253c0c1c2c3c4c5c6c7")
    var sealed = message + [UInt8](repeating: 0, count: 16)
    var context = try ChaCha20Poly1305(key: key, .seal)
    try additional.withUnsafeBytes { additional in
      try sealed.withUnsafeMutableBytes { memory in
        let input = UnsafeRawBufferPointer(rebasing: memory.prefix(message.count))
        try context.seal(input, nonce: nonce, additional: additional, into: memory)
      }
    }
    #expect(Array(sealed.suffix(16)) == bytes("1ae10b594f09e26a7e902ecbd0600691"))
    #expect(Array(sealed.prefix(8)) == bytes("d31a8d34648e60db"))
  }

  /// RFC 7748, section 5.2.
  @Test func sharedSecretIsThatOfRFC7748() throws {
    let scalar = Secret(
      copying: bytes("a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4"))
    let point = bytes("e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c")
    #expect(
      bytes(of: try X25519.agree(scalar, with: point))
        == bytes("c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552"))
  }

  /// RFC 8032, section 7.1, test 1.
  @Test func signaturesAreThoseOfRFC8032() throws {
    let first = try Ed25519.SigningKey(
      seed: Secret(
        copying: bytes("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")))
    #expect(
      first.publicKey == bytes("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"))
    let signature = bytes(
      """
      e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155
      5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b
      """)
    #expect(try first.sign([]) == signature)
    #expect(try Ed25519.isValid(signature, of: [], publicKey: first.publicKey))
    #expect(try !Ed25519.isValid(signature, of: [0], publicKey: first.publicKey))
    #expect(try !Ed25519.isValid(signature.dropLast(), of: [], publicKey: first.publicKey))
  }
}
