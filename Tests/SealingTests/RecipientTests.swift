import Cryptography
import Sealing
import Testing

/// Who can open what.
struct RecipientTests {
  @Test(arguments: [0, 1, 65535, 65536, 65537, 131_072, 1_200_000])
  func filesOfEverySizeOpen(_ count: Int) throws {
    let sample = try SealedSample(count: count)
    #expect(sample.open(sample.file).released == sample.plain)
    #expect(sample.open(sample.file).error == nil)
    let armored = try Sealer.seal(
      sample.plain, to: [sample.identity.recipient], isArmored: true)
    #expect(sample.open(armored).released == sample.plain)
    #expect(sample.open(armored).error == nil)
  }

  @Test func everyRecipientOpens() throws {
    let identities = try (0..<5).map { _ in try X25519Identity() }
    let file = try Sealer.seal([1, 2, 3], to: identities.map(\.recipient))
    for identity in identities { #expect(try Opener.open(file, with: [identity]) == [1, 2, 3]) }
    let stranger = try X25519Identity()
    #expect(try Opener.open(file, with: [stranger, identities[4]]) == [1, 2, 3])
  }

  @Test func passphraseOpens() throws {
    let recipient = ScryptRecipient(passphrase: secret("wet sand"), logCost: 4)
    let file = try Sealer.seal([1, 2, 3], to: [recipient])
    let right = ScryptIdentity { secret("wet sand") }
    #expect(try Opener.open(file, with: [right]) == [1, 2, 3])
    let wrong = ScryptIdentity { secret("wet sane") }
    #expect(throws: SealingError.noIdentityMatches(isPassphrase: true)) {
      try Opener.open(file, with: [wrong])
    }
  }

  @Test func passphraseIsAskedForOnlyWhereItIsNeeded() throws {
    let sample = try SealedSample(count: 3)
    let asked = ScryptIdentity {
      Issue.record("it was asked for")
      return secret("")
    }
    #expect(try Opener.open(sample.file, with: [asked, sample.identity]) == sample.plain)
  }

  @Test func recipientsThatDoNotGoTogetherAreRefused() throws {
    let key = try X25519Identity().recipient
    let passphrase = ScryptRecipient(passphrase: secret("x"), logCost: 1)
    #expect(throws: SealingError.noRecipients) { try Sealer.seal([], to: []) }
    #expect(throws: SealingError.passphraseNotAlone) {
      try Sealer.seal([], to: [key, passphrase])
    }
    #expect(throws: SealingError.passphraseNotAlone) {
      try Sealer.seal([], to: [passphrase, passphrase])
    }
  }

  @Test func equalFilesAreSealedDifferently() throws {
    let identity = try X25519Identity()
    let files = try (0..<2).map { _ in try Sealer.seal([1, 2, 3], to: [identity.recipient]) }
    #expect(files[0] != files[1])
    #expect(files[0].count == files[1].count)
  }

  @Test func keyFilesAreReadLineByLine() throws {
    let keys = try (0..<2).map { _ in try X25519Identity() }
    let reader = KeyReader([.x25519])
    let text = "# a comment\r\n\n\(keys[0].recipient.text)\r\n\(keys[1].recipient.text)"
    let read = try reader.recipients(Array(text.utf8))
    #expect(read.map(\.text) == keys.map(\.recipient.text))
    #expect(throws: SealingError.malformedKey(line: 3)) {
      try reader.recipients(Array("#\n\(keys[0].recipient.text)\nage1broken".utf8))
    }
    #expect(throws: SealingError.unsupportedKey(line: 1)) {
      try reader.recipients(Array("ssh-ed25519 AAAA".utf8))
    }
    #expect(throws: SealingError.unsupportedKey(line: 1)) {
      try reader.identities(Array("AGE-PLUGIN-YUBIKEY-1QQQQ".utf8))
    }
    #expect(throws: SealingError.malformedKey(line: 1)) {
      try reader.recipients(Array(" \(keys[0].recipient.text)".utf8))
    }
  }

  @Test func inspectionNeedsNoKey() throws {
    for (count, isArmored) in [(0, false), (65536, false), (200_000, true)] {
      let identity = try X25519Identity()
      let file = try Sealer.seal(
        [UInt8](repeating: 1, count: count), to: [identity.recipient, identity.recipient],
        isArmored: isArmored)
      var inspector = Inspector()
      try file.withUnsafeBytes { try inspector.take($0) }
      let seen = try inspector.finish()
      #expect(seen.kinds == ["X25519", "X25519"])
      #expect(seen.plainCount == count)
      #expect(seen.fileCount == file.count)
      #expect(seen.isArmored == isArmored)
      #expect(seen.isPostQuantum == false)
    }
  }
}
