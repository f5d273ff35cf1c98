internal import Sealing

/// Sealed files that are small enough to be opened in memory.
enum SealedBytes {
  /// Whether bytes begin as an age file does, in either form.
  static func isSealed(_ bytes: [UInt8]) -> Bool {
    let start = bytes.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    return bytes.starts(with: Array("age-encryption.org/".utf8))
      || start.starts(with: Array("-----BEGIN AGE ENCRYPTED FILE-----".utf8))
  }

  /// What is in a sealed file.
  static func open(
    _ bytes: [UInt8], name: String, with identities: [any Identity]
  ) throws -> [UInt8] {
    do {
      return try Opener.open(bytes, with: identities)
    } catch let error as SealingError {
      throw error.refusal(about: name, isKeyFile: false)
    }
  }

  /// Bytes in a sealed file.
  static func seal(_ bytes: [UInt8], to recipients: [any Recipient]) throws -> [UInt8] {
    do throws(SealingError) {
      return try Sealer.seal(bytes, to: recipients, isArmored: false)
    } catch { throw error.refusal(about: "the file", isKeyFile: false) }
  }
}

extension SealingError {
  /// What to do about an error, in one sentence that quotes nothing of the file.
  func refusal(about name: String, isKeyFile: Bool) -> Refusal {
    switch self {
    case .noRecipients where isKeyFile:
      Refusal(.badInput, "\(name) holds no public key; put one age1… on each line")
    case .noRecipients:
      Refusal(.usage, "nobody could open it; add -r KEY, -R FILE or -p")
    case .mixedStrengths:
      Refusal(
        .refused,
        "post-quantum (age1pq1…) and classic (age1…) recipients are not mixed in one file, which"
          + " would be as weak as the weakest; take one kind for all")
    case .passphraseNotAlone:
      Refusal(.usage, "a passphrase stands alone; leave out -p, or all recipients")
    case .malformedKey(let line) where isKeyFile:
      Refusal(.badInput, "\(name), line \(line): this is no key; check that it is complete")
    case .malformedKey:
      Refusal(.usage, "\(name) is no public key; check that it is complete")
    case .unsupportedKey(let line):
      Refusal(
        isKeyFile ? .badInput : .usage,
        (isKeyFile ? "\(name), line \(line): keys" : "\(name): keys")
          + " of this kind are not supported here; use age1… keys, as 'underseal keygen' makes")
    case .malformedArmor(let line):
      Refusal(.badInput, "\(name), line \(line): the text form is damaged; fetch the file again")
    case .notSealed:
      Refusal(.badInput, "\(name) is not a sealed (age) file; check the name")
    case .unsupportedVersion:
      Refusal(.badInput, "\(name) is of a later age version; open it with a current 'age'")
    case .malformedHeader(let line):
      Refusal(.badInput, "\(name), header line \(line): damaged; fetch the file again")
    case .headerTooLarge(let limit):
      Refusal(.badInput, "\(name) has a header of more than \(limit) bytes; it is not opened")
    case .tooManyRecipients(let limit):
      Refusal(.badInput, "\(name) is sealed to more than \(limit) keys; it is not opened")
    case .malformedStanza(let number):
      Refusal(.badInput, "\(name), recipient \(number): damaged; fetch the file again")
    case .costTooHigh(let found, let limit):
      Refusal(
        .refused,
        "\(name) asks for passphrase work of 2^\(found), more than 2^\(limit); if you trust where"
          + " it comes from, add --max-work-factor \(found)")
    case .noIdentityMatches(isPassphrase: true):
      Refusal(.refused, "the passphrase does not open \(name); check it and try again")
    case .noIdentityMatches(isPassphrase: false):
      Refusal(.refused, "none of the identities opens \(name); give the right one with -i")
    case .wrongHeaderCode, .missingNonce:
      Refusal(.badInput, "\(name) was changed after it was sealed; fetch it again")
    case .truncated(let chunk):
      Refusal(.badInput, "\(name) is cut off (at chunk \(chunk)); fetch it again")
    case .damaged(let chunk):
      Refusal(
        .badInput, "\(name) was changed after it was sealed (chunk \(chunk)); fetch it again")
    case .trailingBytes, .emptyFinalChunk:
      Refusal(.badInput, "something was added to the end of \(name); fetch it again")
    case .failed:
      Refusal(.brokenStream, "the cryptographic library failed; restart, and look for updates")
    }
  }
}
