internal import Cryptography

/// Seals bytes that come in pieces into one age file, in constant memory.
public struct Sealer: ~Copyable {
  private var stream: StreamSealer
  private var armor: ArmorWriter?
  /// What goes out before the first chunk.
  private var head: [UInt8]

  /// A file that each of the recipients will be able to open.
  ///
  /// - Throws: `noRecipients`, `mixedStrengths` or `passphraseNotAlone` for recipients that do not
  ///   go together.
  public init(to recipients: [any Recipient], isArmored: Bool = false) throws(SealingError) {
    try Self.check(recipients)
    let fileKey = try FileKey()
    var stanzas: [Stanza] = []
    for recipient in recipients { stanzas += try recipient.wrap(fileKey) }
    let header = try Header(stanzas: stanzas, fileKey: fileKey)
    guard header.signed.count < HeaderParser.largest - 64 else {
      throw .headerTooLarge(limit: HeaderParser.largest)
    }
    let nonce = try orFail { () throws(CryptographyError) in
      try SecureRandom.bytes(Payload.nonceCount)
    }
    stream = try StreamSealer(key: fileKey.payloadKey(nonce: nonce))
    armor = isArmored ? ArmorWriter() : nil
    head = header.encoded + nonce
  }

  /// Throws where recipients may not stand in one file.
  private static func check(_ recipients: [any Recipient]) throws(SealingError) {
    guard let first = recipients.first else { throw .noRecipients }
    guard recipients.count <= Header.mostKeys else {
      throw .tooManyRecipients(limit: Header.mostKeys)
    }
    if recipients.count > 1, recipients.contains(where: { $0.strength == .passphrase }) {
      throw .passphraseNotAlone
    }
    guard recipients.allSatisfy({ $0.strength == first.strength }) else { throw .mixedStrengths }
  }

  /// Seals further bytes; whole chunks go out.
  public mutating func take(_ bytes: UnsafeRawBufferPointer, to sink: Sink) throws {
    try begin(sink)
    guard var armor else { return try stream.take(bytes, to: sink) }
    try stream.take(bytes) { sealed in try armor.take(sealed).withUnsafeBytes(sink) }
    self.armor = armor
  }

  /// Seals the last chunk; without it nobody can open the file to its end.
  public mutating func finish(to sink: Sink) throws {
    try begin(sink)
    guard var armor else { return try stream.finish(to: sink) }
    try stream.finish { sealed in try armor.take(sealed).withUnsafeBytes(sink) }
    try armor.finish().withUnsafeBytes(sink)
  }

  private mutating func begin(_ sink: Sink) throws {
    guard !head.isEmpty else { return }
    let head = head
    self.head = []
    let text = head.withUnsafeBytes { armor?.take($0) }
    try (text ?? head).withUnsafeBytes(sink)
  }
}
