internal import Audit
internal import Cryptography
internal import Redaction

/// Reads what a run is governed by: the policy and the people.
enum Sources {
  /// The largest policy or people file that is opened, in bytes.
  private static let largest = 16 << 20

  /// The policy of that name, or in that file.
  static func policy(_ name: String) throws -> Policy {
    do {
      return try loadPolicy(name)
    } catch let error as PolicyError {
      throw Refusal(.badInput, "\(error)")
    }
  }

  /// The policy of that name, or in that file, with the digest of what was read: "sha256:9f86…".
  static func policyWithDigest(_ name: String) throws -> (policy: Policy, digest: String) {
    // Read once: what is a pipe has nothing to give the second time.
    let yaml =
      try Policy.shippedSource(named: name).map { Array($0.utf8) } ?? policyBytes(name)
    do {
      let file = Policy.shippedNames.contains(name) ? "\(name).yaml" : printable(name)
      let policy = try Policy(yaml: yaml, file: file)
      return (policy, "sha256:\(try AuditRecording.digest(yaml))")
    } catch let error as PolicyError {
      throw Refusal(.badInput, "\(error)")
    }
  }

  /// The same, with the error of a file that does not load as it is.
  static func loadPolicy(_ name: String) throws -> Policy {
    if let policy = Policy.shipped(named: name) { return policy }
    return try Policy(yaml: policyBytes(name), file: printable(name))
  }

  /// What is in a file that is no policy's name.
  private static func policyBytes(_ name: String) throws -> [UInt8] {
    guard isPath(name) else {
      let names = Policy.shippedNames.joined(separator: ", ")
      throw Refusal(
        .usage, "there is no policy '\(printable(name))'; name a file, or one of \(names)")
    }
    return try contents(of: name, limit: largest)
  }

  /// The people of a file; nobody where there is none. A sealed file is opened with `keys`;
  /// it is refused where it would be `savedOpenly`.
  static func people(
    _ path: String?, keys: IdentityOptions, savedOpenly: Bool
  ) throws -> PeopleFile {
    guard let path else { return PeopleFile() }
    do {
      var yaml = try contents(of: path, limit: largest)
      defer { wipe(&yaml) }
      if SealedBytes.isSealed(yaml) {
        guard !savedOpenly else {
          throw Refusal(
            .refused, "\(printable(path)) is sealed, so --save-people needs -r KEY or -R FILE too")
        }
        yaml = try SealedBytes.open(yaml, name: printable(path), with: keys.loaded())
      }
      return try PeopleFile(yaml: yaml, file: printable(path))
    } catch let error as PolicyError {
      throw Refusal(.badInput, "\(error)")
    }
  }

  /// The same people, with a secret that keys the draw of pseudonyms; a new one where there is none.
  static func withSecret(_ file: PeopleFile) throws -> PeopleFile {
    guard file.secret.isEmpty else { return file }
    var file = file
    file.secret = Base64.base32(try SecureRandom.bytes(16)).uppercased()
    return file
  }

  /// What is doubtful about the people of a file, to be said before anything is done with them.
  ///
  /// - Throws: `Refusal` where a given pseudonym is a name that it is to hide, or the policy's marker
  ///   shows one.
  static func warnings(_ pipeline: Pipeline, _ file: PeopleFile, name: String?) throws -> [String] {
    if let telling = pipeline.tellingPseudonyms.first {
      throw Refusal(
        .badInput,
        "\(printable(name ?? "the people file")): the pseudonym given to \(printable(telling.id)) is a form of"
          + " the name of \(printable(telling.of)), whom it is to hide; choose another, or leave it out"
      )
    }
    if let shown = pipeline.personShownByMarker {
      throw Refusal(
        .badInput,
        "the policy's marker.wording shows the name of \(printable(shown)), whom it is to hide; change it"
          + " in the policy")
    }
    let draw =
      "the people file has no secret: whoever knows its case name can draw its pseudonyms again, for"
      + " every name they guess; --save-people writes a file with one"
    return pipeline.warnings + (file.canBeDrawnAgain ? [draw] : [])
  }

  /// A text to read, with its bytes; refused where its language cannot be told.
  ///
  /// - Parameter called: what it is called in what is written of it; the last part of the path where nil.
  static func testimony(
    _ path: String, called id: String? = nil, language: LanguageChoice
  ) throws -> (testimony: Testimony, bytes: [UInt8]) {
    let name = path == "-" ? "stdin" : printable(path)
    let bytes = try InputText.utf8(contents(of: path, limit: Testimony.largest), name: name)
    do {
      // Read as no language first: a text that is not UTF-8 is refused before its language is.
      var testimony = try Testimony(
        id: id ?? OutputTargets.name(of: path), utf8: bytes, language: .none)
      guard let language = language.language(of: bytes) else {
        throw Refusal(
          .refused,
          "the language of \(name) is not supported, or cannot be told; \(LanguageChoice.advice)")
      }
      if language != .none {
        testimony = try Testimony(id: testimony.id, utf8: bytes, language: language)
      }
      return (testimony, bytes)
    } catch let error as TestimonyError {
      throw Refusal(.badInput, error.sentence(about: name))
    }
  }

  /// The text of a policy file, for counting its lines.
  static func policySource(_ name: String) throws -> String {
    if let source = Policy.shippedSource(named: name) { return source }
    return String(decoding: try contents(of: name, limit: largest), as: UTF8.self)
  }

  /// A name with a folder or a suffix is a file's; so is any word that is a file.
  private static func isPath(_ name: String) -> Bool {
    name.contains("/") || name.contains(".") || FileStatus(name) != nil
  }
}
