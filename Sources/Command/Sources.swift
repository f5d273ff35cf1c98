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

  /// The same, with the error of a file that does not load as it is.
  static func loadPolicy(_ name: String) throws -> Policy {
    if let policy = Policy.shipped(named: name) { return policy }
    guard isPath(name) else {
      let names = Policy.shippedNames.joined(separator: ", ")
      throw Refusal(
        .usage, "there is no policy '\(printable(name))'; name a file, or one of \(names)")
    }
    return try Policy(yaml: contents(of: name, limit: largest), file: printable(name))
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
