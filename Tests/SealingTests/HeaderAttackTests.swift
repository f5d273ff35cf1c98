import Cryptography
import Testing

@testable import Sealing

/// What somebody can do to a header.
struct HeaderAttackTests {
  private let identity: X25519Identity
  private let header: Header
  private let payload: [UInt8]

  init() throws {
    let sample = try SealedSample(count: 10)
    identity = sample.identity
    payload = Array(sample.file[sample.payloadStart...])
    var parser = HeaderParser()
    header = try #require(
      try sample.file.withUnsafeBytes { bytes in try parser.take(bytes).header })
  }

  private func error(of file: [UInt8]) -> SealingError? {
    attempt(file, with: [identity]).error
  }

  /// A file with other stanzas and the old code.
  private func file(_ stanzas: [Stanza]) -> [UInt8] {
    Header.version + stanzas.flatMap(\.encoded) + Header.end + [0x20]
      + Base64.encode(header.code, .unpadded) + [0x0A] + payload
  }

  /// What a recipient makes of a fresh file key.
  private static func stanzas(_ recipient: any Recipient) throws -> [Stanza] {
    let fileKey = try FileKey()
    return try recipient.wrap(fileKey)
  }

  @Test func sameStanzasAreTheSameFile() {
    #expect(error(of: file(header.stanzas)) == nil)
  }

  @Test func addedStanzaIsSeen() {
    let grease = Stanza(kind: "grease", arguments: ["x"], body: [1])
    #expect(error(of: file(header.stanzas + [grease])) == .wrongHeaderCode)
    #expect(error(of: file([grease] + header.stanzas)) == .wrongHeaderCode)
    #expect(error(of: file(header.stanzas + header.stanzas)) == .wrongHeaderCode)
  }

  @Test func removedStanzaIsSeen() throws {
    let other = try X25519Identity()
    let both = try Sealer.seal([1], to: [identity.recipient, other.recipient])
    var parser = HeaderParser()
    let header = try #require(try both.withUnsafeBytes { try parser.take($0).header })
    let text =
      Header.version + header.stanzas[0].encoded + Header.end + [0x20]
      + Base64.encode(header.code, .unpadded) + [0x0A]
    #expect(error(of: text + payload) == .wrongHeaderCode)
  }

  @Test func emptyHeaderIsRefused() {
    #expect(error(of: file([])) == .malformedHeader(line: 2))
  }

  @Test func lowOrderPointsAreRefused() throws {
    let points = [
      [UInt8](repeating: 0, count: 32), [1] + [UInt8](repeating: 0, count: 31),
      [0xEC] + [UInt8](repeating: 0xFF, count: 30) + [0x7F],
    ]
    for point in points {
      let stanza = Stanza(
        kind: "X25519", arguments: [Stanza.argument(point)],
        body: [UInt8](repeating: 0, count: 32))
      #expect(error(of: file([stanza])) == .malformedStanza(1))
    }
    let recipient = try #require(X25519Recipient(publicKey: points[0]))
    #expect(throws: SealingError.malformedKey(line: 1)) { try Self.stanzas(recipient) }
  }

  @Test func hugeWorkIsNotBegun() throws {
    for (cost, expected) in [
      ("21", SealingError.costTooHigh(found: 21, limit: 20)),
      ("63", .costTooHigh(found: 63, limit: 20)), ("99999999999999999999", .malformedStanza(1)),
      ("010", .malformedStanza(1)), ("+9", .malformedStanza(1)), ("0", .malformedStanza(1)),
    ] {
      let stanza = Stanza(
        kind: "scrypt",
        arguments: [Stanza.argument([UInt8](repeating: 1, count: 16)), cost],
        body: [UInt8](repeating: 0, count: 32))
      let passphrase = ScryptIdentity {
        Issue.record("it was asked for")
        return secret("x")
      }
      #expect(attempt(file([stanza]), with: [passphrase]).error == expected)
    }
  }

  @Test func passphraseBesideAKeyIsRefused() throws {
    let stanzas = try Self.stanzas(ScryptRecipient(passphrase: secret("x"), logCost: 1))
    for mixed in [stanzas + header.stanzas, header.stanzas + stanzas, stanzas + stanzas] {
      #expect(error(of: file(mixed))?.part == .header)
    }
  }

  @Test func manyStanzasAreReadAndIgnored() {
    let grease = Stanza(kind: "grease", arguments: [], body: [])
    let many = [Stanza](repeating: grease, count: 100_000)
    #expect(error(of: file(many)) == .noIdentityMatches(isPassphrase: false))
  }

  @Test func moreKeysThanAnybodyHasAreNotTried() throws {
    let one = try Self.stanzas(X25519Identity().recipient)
    let few = [[Stanza]](repeating: one, count: 1024).flatMap { $0 }
    #expect(error(of: file(few)) == .noIdentityMatches(isPassphrase: false))
    #expect(error(of: file(few + one)) == .tooManyRecipients(limit: 1024))
    let recipient = try X25519Identity().recipient
    #expect(throws: SealingError.tooManyRecipients(limit: 1024)) {
      _ = try Sealer(to: [any Recipient](repeating: recipient, count: 1025))
    }
  }

  @Test func endlessHeaderIsCutShort() throws {
    let grease = Stanza(kind: "grease", arguments: [], body: [UInt8](repeating: 7, count: 48000))
    let text = Array(grease.encoded)
    var opener = Opener(with: [identity])
    try Header.version.withUnsafeBytes { try opener.take($0) { _ in } }
    #expect(throws: SealingError.headerTooLarge(limit: 16 << 20)) {
      for _ in 0..<400 { try text.withUnsafeBytes { try opener.take($0) { _ in } } }
    }
  }

  @Test func lineWithoutEndIsCutShort() throws {
    var opener = Opener(with: [identity])
    let noise = [UInt8](repeating: UInt8(ascii: "a"), count: 4096)
    #expect(throws: SealingError.notSealed) {
      try noise.withUnsafeBytes { try opener.take($0) { _ in } }
    }
    var other = Opener(with: [identity])
    try Header.origin.withUnsafeBytes { try other.take($0) { _ in } }
    #expect(throws: SealingError.malformedHeader(line: 1)) {
      try noise.withUnsafeBytes { try other.take($0) { _ in } }
    }
  }

  @Test func laterVersionIsNamed() {
    #expect(error(of: Array("age-encryption.org/v2\n".utf8)) == .unsupportedVersion)
  }
}
