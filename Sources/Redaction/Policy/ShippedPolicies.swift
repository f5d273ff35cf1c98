internal import CPolicies

extension Policy {
  /// The names of the policies that come with the library, the usual one first.
  public static let shippedNames = ["press", "archive", "court", "partner", "strict"]

  /// A policy that comes with the library, or nil when there is none of that name.
  public static func shipped(named name: String) -> Policy? {
    guard shippedNames.contains(name) else { return nil }
    do {
      return try Policy(yaml: EmbeddedFile.bytes(name), file: "\(name).yaml")
    } catch {
      preconditionFailure("a shipped policy does not load: \(error)")
    }
  }

  /// The YAML of a shipped policy, or nil when there is none of that name.
  public static func shippedSource(named name: String) -> String? {
    guard shippedNames.contains(name) else { return nil }
    return String(decoding: EmbeddedFile.bytes(name), as: UTF8.self)
  }
}

/// The YAML files that are compiled into the library.
enum EmbeddedFile {
  /// The bytes of `Policies/<name>.yaml` or `Policies/Lists/<name>.yaml`; empty when not embedded.
  static func bytes(_ name: String) -> [UInt8] {
    let file = underseal_policy_file(name)
    return Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }
}
