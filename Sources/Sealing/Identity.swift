package import Cryptography

/// Something that can open files: a private key or a passphrase.
public protocol Identity: Sendable {
  /// The file key, from the stanzas that are for this identity; nil where none is.
  ///
  /// - Throws: `SealingError` where a stanza of its kind is malformed, and whatever an identity
  ///   that has to ask somebody runs into.
  func unwrap(_ stanzas: [Stanza]) throws -> FileKey?
}

/// An identity that is a private key with a text form.
public protocol IdentityKey: Identity {
  /// The public half.
  var recipient: any RecipientKey { get }

  /// The key as an identity file holds it: `AGE-SECRET-KEY-…`.
  func secretText() -> SecretText
}

/// A private key in its text form; wiped when it is gone.
public struct SecretText: ~Copyable, Sendable {
  /// The characters in ASCII, upper case.
  package let secret: Secret

  /// The Bech32 form (BIP 173) of a key, in upper case as age writes private keys.
  package init(prefix: String, key: borrowing Secret) {
    var bytes = key.withUnsafeBytes { Array($0) }
    var text = Bech32.encode(prefix: prefix, bytes)
    secret = Secret(copying: text)
    wipe(&bytes)
    wipe(&text)
  }

  /// Lends out the characters (ASCII) for one call.
  public borrowing func withCharacters<R, E: Error>(
    _ body: (UnsafeRawBufferPointer) throws(E) -> R
  ) throws(E) -> R {
    try secret.withUnsafeBytes(body)
  }
}
