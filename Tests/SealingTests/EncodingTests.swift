import Cryptography
import Testing

@testable import Sealing

struct EncodingTests {
  /// RFC 4648, section 10.
  @Test func base64IsThatOfTheStandard() {
    for (plain, text) in [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ] {
      let bytes = Array(plain.utf8)
      #expect(Base64.encode(bytes) == Array(text.utf8))
      #expect(Base64.decode(Array(text.utf8)) == bytes)
      let bare = Array(text.utf8.filter { $0 != UInt8(ascii: "=") })
      #expect(Base64.encode(bytes, .unpadded) == bare)
      #expect(Base64.decode(bare, .unpadded) == bytes)
    }
  }

  @Test func otherFormsOfBase64AreRefused() {
    for text in ["Zh", "Zg==", "Zm9=", "Z", "Zm 9", "Zm9v\n", "Zm-v", "Zm_v", "Zm9vZ"] {
      #expect(Base64.decode(Array(text.utf8), .unpadded) == nil, "\(text)")
    }
    for text in ["Zg", "Zg=", "Zh==", "Zm9=", "====", "Zg==Zg==", "Zg===", "=", "Zm9v===="] {
      #expect(Base64.decode(Array(text.utf8)) == nil, "\(text)")
    }
  }

  /// The key pair of the specification's examples.
  @Test func bech32IsThatOfTheSpecification() throws {
    let text = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj"
    let key = try #require(Bech32.decode(Array(text.utf8), prefix: "age"))
    #expect(Bech32.encode(prefix: "age", key) == Array(text.utf8))
    let secret = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX"
    let identity = try #require(KeyReader([.x25519]).identities(Array(secret.utf8)).first)
    #expect(identity.recipient.text == text)
    #expect(identity.secretText().withCharacters { Array($0) } == Array(secret.utf8))
  }

  @Test func everyLetterOfAKeyCounts() {
    let text = Array("age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj".utf8)
    for index in text.indices {
      for other in Array("qpz1A b".utf8) where other != text[index] {
        var changed = text
        changed[index] = other
        #expect(Bech32.decode(changed, prefix: "age") == nil)
      }
      #expect(Bech32.decode(Array(text.dropLast(text.count - index)), prefix: "age") == nil)
    }
    let mixed = text.prefix(20) + text.dropFirst(20).map { $0 & 0xDF }
    #expect(Bech32.decode(mixed, prefix: "age") == nil)
    #expect(Bech32.decode(text.map { $0 >= 0x61 ? $0 & 0xDF : $0 }, prefix: "age") == nil)
  }

  @Test func armorGoesBothWays() throws {
    for count in [0, 1, 47, 48, 49, 96, 1000] {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
      for piece in [1, 13, 48, 5000] {
        var writer = ArmorWriter()
        var text: [UInt8] = []
        for start in stride(from: 0, to: count, by: piece) {
          text += Array(bytes[start..<min(start + piece, count)]).withUnsafeBytes {
            writer.take($0)
          }
        }
        text += writer.finish()
        var reader = ArmorReader()
        var back: [UInt8] = []
        for byte in text { back += try [byte].withUnsafeBytes { try reader.take($0) } }
        try reader.finish()
        #expect(back == bytes)
      }
    }
  }

  @Test func payloadSizesAreThoseOfTheFormat() {
    #expect(Payload.plainCount(sealed: 0) == nil)
    #expect(Payload.plainCount(sealed: 15) == nil)
    #expect(Payload.plainCount(sealed: 16) == 0)
    #expect(Payload.plainCount(sealed: 65552) == 65536)
    #expect(Payload.plainCount(sealed: 65552 + 16) == nil)
    #expect(Payload.plainCount(sealed: 65552 + 17) == 65537)
  }
}
