/// Why something could not be sealed or opened. It holds positions, counts and limits, never
/// keys, names or text, so that it may be logged.
public enum SealingError: Error, Equatable, Sendable {
  /// Nobody is named who could open the file.
  case noRecipients
  /// Recipients that a quantum computer could break stand beside ones that it could not; the file
  /// would be as weak as the weakest.
  case mixedStrengths
  /// A passphrase is the only recipient of its file, or it is refused.
  case passphraseNotAlone
  /// Not a key of a known kind, or not written as it must be; lines count from 1.
  case malformedKey(line: Int)
  /// A key of a kind that cannot be used here: of a plugin, SSH, or left out of the build.
  case unsupportedKey(line: Int)

  /// The ASCII armor is not in its one canonical form; lines count from 1.
  case malformedArmor(line: Int)
  /// The bytes are not those of an age file.
  case notSealed
  /// An age file of another version than v1.
  case unsupportedVersion
  /// The header is not in its one canonical form; lines count from 1.
  case malformedHeader(line: Int)
  /// The header goes on for longer than `limit` bytes.
  case headerTooLarge(limit: Int)
  /// The file is sealed to more than `limit` keys, each of which would have to be tried.
  case tooManyRecipients(limit: Int)
  /// A stanza of a known kind is not as its kind must be; stanzas count from 1.
  case malformedStanza(Int)
  /// The passphrase was made 2^`found` hard to try; more than 2^`limit` is not attempted.
  case costTooHigh(found: Int, limit: Int)
  /// None of the identities opens the file; `isPassphrase` where only a passphrase could.
  case noIdentityMatches(isPassphrase: Bool)
  /// The file ends before the nonce that follows the header.
  case missingNonce
  /// The header was changed after it was sealed.
  case wrongHeaderCode

  /// The file ends before its final chunk; chunks count from 0.
  case truncated(chunk: Int)
  /// A chunk was changed, moved, or sealed under another key; chunks count from 0.
  case damaged(chunk: Int)
  /// Bytes follow the final chunk.
  case trailingBytes
  /// The final chunk is empty and not the only one.
  case emptyFinalChunk

  /// The cryptographic library failed, which no input should make it do.
  case failed

  /// The part of a file that an error is about.
  public enum Part: Sendable {
    case request, armor, header, match, code, payload
  }

  /// The part of the file that is wrong, or the request.
  public var part: Part {
    switch self {
    case .noRecipients, .mixedStrengths, .passphraseNotAlone, .malformedKey, .unsupportedKey,
      .failed:
      .request
    case .malformedArmor: .armor
    case .notSealed, .unsupportedVersion, .malformedHeader, .headerTooLarge, .tooManyRecipients,
      .malformedStanza, .costTooHigh, .missingNonce:
      .header
    case .noIdentityMatches: .match
    case .wrongHeaderCode: .code
    case .truncated, .damaged, .trailingBytes, .emptyFinalChunk: .payload
    }
  }
}
