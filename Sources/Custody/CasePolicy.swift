internal import Audit
internal import Redaction

extension CaseFolder {
  /// A policy as it is given: what it is called there, and its YAML.
  package typealias PolicySource = (name: String, yaml: [UInt8])

  /// Says which policies may release from here on: a policy takes the place of one of its name.
  ///
  /// - Parameters:
  ///   - added: policies that may.
  ///   - removed: names of policies that no longer may.
  ///   - approvals: how many approvals there have to be at least; as before where nil.
  package func pin(
    _ added: [PolicySource], removing removed: [String] = [], approvals: Int? = nil,
    at time: String
  ) throws {
    try locked {
      let log = try verified()
      var act = CaseAct(at: time)
      act.openings = (CaseLayout.caseOpenings, try stamp())
      var changed = settings
      changed.approvals = approvals ?? changed.approvals
      for name in removed {
        guard changed.policies.contains(where: { $0.name == name }) else {
          throw CaseRefusal(
            .refused, "no policy of that name may release; 'underseal status' lists those that may")
        }
        changed.policies.removeAll { $0.name == name }
        try act.log(
          .pin, [.init("name", name), .init("sha256", ""), .init("approvals", changed.approvals)])
      }
      for source in added { try stage(source, &changed, log, in: &act) }
      if act.entries.isEmpty {
        try act.log(
          .pin, [.init("name", ""), .init("sha256", ""), .init("approvals", changed.approvals)])
      }
      try stage(changed.yaml, CaseLayout.settings, in: &act)
      try commit(act)
    }
  }

  /// Adds a policy that may release to an act, and to the settings.
  ///
  /// - Parameter log: what the case has already; nil for a new one.
  func stage(
    _ source: PolicySource, _ settings: inout CaseSettings, _ log: CaseLog?, in act: inout CaseAct
  ) throws {
    let policy = try Policy(yaml: source.yaml, file: source.name)
    guard policy.people.protected != .keep else {
      throw CaseRefusal(
        .refused,
        "\(policy.name) keeps the names of protected people, to whom another was promised; no such"
          + " policy may release")
    }
    let digest = try Hash(of: source.yaml)
    let path = CaseLayout.policy(digest)
    if log?.placed(path)?.isThere != true { try stage(source.yaml, path, in: &act) }
    let pinned = CaseSettings.PinnedPolicy(
      name: policy.name, audience: policy.audience, sha256: hexadecimal(digest.bytes))
    settings.policies.removeAll { $0.name == pinned.name }
    settings.policies.append(pinned)
    try act.log(
      .pin,
      [
        .init("name", pinned.name), .init("sha256", pinned.sha256),
        .init("approvals", settings.approvals),
      ])
  }

  /// The case's copy of a policy that may release, by name; nil where none of that name may.
  func pinned(_ name: String, _ log: CaseLog) throws -> PolicySource? {
    guard let pinned = settings.policies.first(where: { $0.name == name }) else { return nil }
    return (name, try copy(of: pinned.sha256, log))
  }

  /// The case's copy of the policy of a digest.
  func copy(of sha256: String, _ log: CaseLog) throws -> [UInt8] {
    let path = "\(CaseLayout.policies)/\(sha256).yaml"
    guard let yaml = try read(path, log), hexadecimal(try Hash(of: yaml).bytes) == sha256
    else { throw CaseRefusal(.refused, "\(path) is missing; see 'underseal audit'") }
    return yaml
  }
}
