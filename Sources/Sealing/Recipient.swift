/// Somebody who will be able to open a file.
public protocol Recipient: Sendable {
  /// Wraps the file key; no one else learns it.
  func wrap(_ fileKey: borrowing FileKey) throws(SealingError) -> [Stanza]

  /// Who else may stand beside this recipient.
  var strength: RecipientStrength { get }
}

/// What a recipient's protection rests on. A file has recipients of one strength only.
public enum RecipientStrength: Sendable {
  /// Elliptic curves, which a large quantum computer would break.
  case classic
  /// A key agreement that is believed to withstand one.
  case postQuantum
  /// A passphrase; it stands alone in its file.
  case passphrase
}

/// A recipient that is a public key with a text form.
public protocol RecipientKey: Recipient {
  /// The key as it is given to others: `age1…`.
  var text: String { get }
}
