#if PostQuantum
  import AgeVectors
  import Cryptography
  import HybridSealing
  import Sealing
  import Testing

  struct HybridTests {
    private let reader = KeyReader([.hybrid, .x25519])

    @Test(.enabled(if: !AgeVector.all.isEmpty, AgeVector.absence), arguments: AgeVector.hybrid)
    func vectorHolds(_ vector: AgeVector) throws {
      try vector.check(reader, piece: .max)
    }

    @Test(.enabled(if: !AgeVector.all.isEmpty, AgeVector.absence))
    func hybridVectorsAreFound() {
      #expect(AgeVector.hybrid.count == 19)
    }

    @Test func sealedFileOpens() throws {
      let identity = try HybridIdentity()
      let file = try Sealer.seal([1, 2, 3], to: [identity.recipient])
      #expect(try Opener.open(file, with: [identity]) == [1, 2, 3])
    }

    @Test func otherKeyDoesNotOpen() throws {
      let file = try Sealer.seal([1, 2, 3], to: [HybridIdentity().recipient])
      let other = try HybridIdentity()
      #expect(throws: SealingError.noIdentityMatches(isPassphrase: false)) {
        try Opener.open(file, with: [other])
      }
    }

    @Test func keysKeepTheirText() throws {
      let identity = try HybridIdentity()
      let text = identity.secretText().withCharacters { Array($0) }
      #expect(text.starts(with: Array("AGE-SECRET-KEY-PQ-1".utf8)))
      let read = try #require(reader.identities(text).first)
      #expect(read.recipient.text == identity.recipient.text)
      #expect(try reader.recipient(identity.recipient.text).text == identity.recipient.text)
    }

    @Test func strengthsAreNotMixed() throws {
      let recipients = [try HybridIdentity().recipient, try X25519Identity().recipient]
      #expect(throws: SealingError.mixedStrengths) { try Sealer.seal([1], to: recipients) }
    }

    /// The key that the specification prints.
    @Test func recipientIsThatOfTheSpecification() throws {
      let text = "AGE-SECRET-KEY-PQ-1XX76JRALNLXDMEW0CRK45QMCCH4X06SE84UN3VPM33W6HWDX0H3SK3ZQFR"
      let identity = try #require(reader.identities(Array(text.utf8)).first)
      #expect(identity.recipient.text.hasPrefix("age1pq1x34nzsvr0rxjsgdn8zgyhfe8j7ceq5r9rdelkj"))
      #expect(identity.recipient.text.hasSuffix("ty7saeq0d3fzv49zc0k"))
      #expect(identity.recipient.text.utf8.count == 1959)
    }
  }
#endif
