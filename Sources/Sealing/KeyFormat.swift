package import Cryptography

/// A kind of key, and how its text becomes a recipient or an identity.
public struct KeyFormat: Sendable {
  /// How the text of a public key begins, before the `1` of Bech32: "age".
  package let recipientPrefix: String
  /// The same of a private key: "AGE-SECRET-KEY-".
  package let identityPrefix: String
  /// A public key from its bytes; nil where they are none of this kind.
  package let recipient: @Sendable ([UInt8]) -> (any RecipientKey)?
  /// A private key from its bytes; nil where they are none of this kind.
  package let identity: @Sendable (consuming Secret) -> (any IdentityKey)?

  /// A kind of key that a `KeyReader` can be told of.
  ///
  /// - Parameters:
  ///   - recipientPrefix: the human-readable part of Bech32 (BIP 173), in lower case.
  ///   - identityPrefix: the same of a private key, in upper case.
  package init(
    recipientPrefix: String, identityPrefix: String,
    recipient: @escaping @Sendable ([UInt8]) -> (any RecipientKey)?,
    identity: @escaping @Sendable (consuming Secret) -> (any IdentityKey)?
  ) {
    self.recipientPrefix = recipientPrefix
    self.identityPrefix = identityPrefix
    self.recipient = recipient
    self.identity = identity
  }

  /// The text of a public key.
  package static func text(prefix: String, _ key: [UInt8]) -> String {
    String(decoding: Bech32.encode(prefix: prefix, key), as: UTF8.self)
  }

  /// age's X25519 keys.
  public static let x25519 = KeyFormat(
    recipientPrefix: X25519Recipient.prefix, identityPrefix: X25519Identity.prefix,
    recipient: { X25519Recipient(publicKey: $0) }, identity: { try? X25519Identity(key: $0) })
}

/// Reads keys as text, one or a file of them: a key a line, `#` before a comment.
public struct KeyReader: Sendable {
  private let formats: [KeyFormat]

  /// A reader of keys of these kinds.
  public init(_ formats: [KeyFormat]) { self.formats = formats }

  /// The recipient of one text: `age1…`.
  public func recipient(_ text: String) throws(SealingError) -> any RecipientKey {
    try recipient(Array(text.utf8)[...], line: 1)
  }

  /// The recipients of a file.
  public func recipients(_ file: [UInt8]) throws(SealingError) -> [any RecipientKey] {
    var found: [any RecipientKey] = []
    for (number, line) in lines(file) { found.append(try recipient(line, line: number)) }
    return found
  }

  /// The identities of a file: `AGE-SECRET-KEY-…`.
  public func identities(_ file: [UInt8]) throws(SealingError) -> [any IdentityKey] {
    var found: [any IdentityKey] = []
    for (number, line) in lines(file) { found.append(try identity(line, line: number)) }
    return found
  }

  /// The lines that are not empty and no comments, with their numbers.
  private func lines(_ file: [UInt8]) -> [(Int, ArraySlice<UInt8>)] {
    file.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().compactMap {
      let line = $1.last == 0x0D ? $1.dropLast() : $1
      return line.isEmpty || line.first == UInt8(ascii: "#") ? nil : ($0 + 1, line)
    }
  }

  private func recipient(
    _ text: ArraySlice<UInt8>, line: Int
  ) throws(SealingError) -> any RecipientKey {
    for format in formats {
      if let key = Bech32.decode(text, prefix: format.recipientPrefix),
        let recipient = format.recipient(key)
      {
        return recipient
      }
    }
    throw problem(
      text, line: line, prefixes: formats.map(\.recipientPrefix),
      others: ["age1", "ssh-", "github:"])
  }

  private func identity(
    _ text: ArraySlice<UInt8>, line: Int
  ) throws(SealingError) -> any IdentityKey {
    for format in formats {
      if var bytes = Bech32.decode(text, prefix: format.identityPrefix) {
        defer { wipe(&bytes) }
        if let identity = format.identity(Secret(copying: bytes)) { return identity }
      }
    }
    throw problem(
      text, line: line, prefixes: formats.map(\.identityPrefix),
      others: ["AGE-SECRET-KEY-", "AGE-PLUGIN-", "-----BEGIN "])
  }

  /// Whether a key is written wrong, or of a kind that is known to exist elsewhere.
  private func problem(
    _ text: ArraySlice<UInt8>, line: Int, prefixes: [String], others: [String]
  ) -> SealingError {
    let isKnown = prefixes.contains { text.starts(with: Array(($0 + "1").utf8)) }
    let isOther = others.contains { text.starts(with: Array($0.utf8)) }
    // "age1" begins a plugin's recipient as well as one of ours: a plugin's has a name and a 1.
    let names = text.drop { $0 != UInt8(ascii: "1") }.dropFirst()
    let isPlugin = names.contains(UInt8(ascii: "1"))
    guard isOther, !isKnown || isPlugin else { return .malformedKey(line: line) }
    return .unsupportedKey(line: line)
  }
}
