extension Policy {
  /// Reads a policy; `file` is its name for errors.
  ///
  ///     version: 1
  ///     name: press
  ///     audience: public
  ///     people: {protected: pseudonymize, incidental: generalize, unlisted: pseudonymize, public: keep}
  ///     rules:
  ///       - {kind: place, treatment: generalize, level: described, keep: [countries], why: "…"}
  ///     mask_from: {person: .2, other: .5}
  ///     review_from: .15
  ///
  /// A key, kind, treatment, level or list that is not known does not load.
  public init(yaml bytes: [UInt8], file: String) throws(PolicyError) {
    let root = try StrictYAML(file: file, quotesWords: true, limit: StrictYAML.handwritten)
      .root(bytes)
    if root.isAbsent { throw .nothing(root.position) }
    let map = try root.mapping("policy", keys: Self.keys)
    _ = try map.required("version").number("version", in: 1...Self.formatVersion)
    name = try map.required("name").line("name")
    audience = try map.required("audience").line("audience")
    description = try map["description"]?.text("description")
    let style: ReplacementStyle = try map["style"]?.word("style") ?? .prose

    rules = []
    var lines: [EntityKind: Int] = [:]
    for node in try map.required("rules").sequence("rules") {
      let rule = try PolicyRule(node, style: style)
      if let first = lines[rule.kind] {
        throw .duplicateRule(node.position, kind: rule.kind, firstLine: first)
      }
      lines[rule.kind] = node.line
      rules.append(rule)
    }
    people = try PeopleTreatment(map["people"], rule: rules.first { $0.kind == .person })
    marker = try map["marker"].map(PseudonymMarker.init(_:)) ?? PseudonymMarker()
    maskFrom =
      try map["mask_from"].map { node throws(PolicyError) in
        try DoubtThresholds(node, "mask_from", usual: .usualMask)
      } ?? .usualMask
    reviewFrom = try DoubtThresholds(review: map["review_from"], mask: maskFrom)
    unknown = try map["unknown"]?.word("unknown") ?? .mask
    keep = try map["keep"]?.words("keep", among: Kept.allCases) ?? []
    approvals = try map["approvals"]?.number("approvals", in: 0...9) ?? 1
    examples = []
    for node in try map["examples"]?.sequence("examples") ?? [] {
      examples.append(try PolicyExample(node))
    }
  }

  /// Reads a policy from a string.
  public init(yaml: String, file: String) throws(PolicyError) {
    try self.init(yaml: Array(yaml.utf8), file: file)
  }

  private static let keys = [
    "version", "name", "audience", "description", "people", "marker", "style", "rules",
    "mask_from", "review_from", "unknown", "keep", "approvals", "examples",
  ]
}

extension PolicyRule {
  /// What a rule of a kind may do: a pseudonym is for people.
  private static func allowed(for kind: EntityKind) -> [Treatment.Word] {
    kind == .person
      ? Treatment.Word.allCases : Treatment.Word.allCases.filter { $0 != .pseudonymize }
  }

  init(_ node: StrictNode, style usual: ReplacementStyle) throws(PolicyError) {
    let map = try node.mapping(
      "rules", keys: ["kind", "treatment", "level", "keep", "style", "why"])
    kind = try map.required("kind").word("kind")
    why = try map.required("why").text("why")
    treatment = try Self.treatment(map, kind)
    style = try map["style"]?.word("style") ?? usual
    keep = try map["keep"]?.words("keep", among: Kept.allowed(for: kind)) ?? []
  }

  private static func treatment(
    _ map: StrictMapping, _ kind: EntityKind
  ) throws(PolicyError) -> Treatment {
    if kind == .person, map["treatment"] == nil {
      if let level = map["level"] {
        throw .misplaced(level.position, key: "level", reason: "only 'generalize' has levels")
      }
      return .suppress
    }
    let word = try map.required("treatment")
      .word("treatment", among: allowed(for: kind))
    if word == .generalize {
      let levels = GeneralizationLevel.levels(for: kind)
      return .generalize(try map.required("level").word("level", among: levels))
    }
    if let level = map["level"] {
      throw .misplaced(level.position, key: "level", reason: "only 'generalize' has levels")
    }
    return Treatment(word, level: .described)
  }
}

extension PeopleTreatment {
  /// What `people` leaves out is done as the rule for `person` says, or suppressed.
  init(_ node: StrictNode?, rule: PolicyRule?) throws(PolicyError) {
    let map = try node?.mapping(
      "people", keys: ["protected", "incidental", "unlisted", "public"])
    let usual = PersonTreatment(rule?.treatment ?? .suppress)
    protected = try map?["protected"]?.word("protected") ?? usual
    incidental = try map?["incidental"]?.word("incidental") ?? usual
    unlisted = try map?["unlisted"]?.word("unlisted") ?? usual
    `public` = try map?["public"]?.word("public") ?? usual
  }
}

extension PersonTreatment {
  fileprivate init(_ treatment: Treatment) {
    self =
      switch treatment {
      case .keep: .keep
      case .suppress, .mask: .suppress
      case .pseudonymize: .pseudonymize
      case .generalize(.code): .code
      case .generalize: .generalize
      }
  }
}

extension PseudonymMarker {
  init(_ node: StrictNode) throws(PolicyError) {
    let map = try node.mapping("marker", keys: ["show", "wording"])
    self.init(show: try map["show"]?.word("show") ?? .firstMention)
    guard let wordings = map["wording"] else { return }
    let languages = Language.written
    let words = try wordings.mapping("wording", keys: languages.map(\.rawValue))
    for language in languages {
      guard let entry = words[language.rawValue] else { continue }
      wording[language] = try Wording(entry)
    }
  }
}

extension PseudonymMarker.Wording {
  /// One text for everybody, or one for each gender.
  fileprivate init(_ node: StrictNode) throws(PolicyError) {
    if let text = try? node.line("wording") {
      self.init(male: text, female: text, unknown: text)
      return
    }
    let map = try node.mapping("wording", keys: Gender.allCases.map(\.rawValue))
    self.init(
      male: try map.required("m").line("m"), female: try map.required("f").line("f"),
      unknown: try map.required("unknown").line("unknown"))
  }
}

extension PolicyExample {
  fileprivate init(_ node: StrictNode) throws(PolicyError) {
    let map = try node.mapping("examples", keys: ["text", "becomes", "language"])
    text = try map.required("text").text("text")
    becomes = try map.required("becomes").text("becomes")
    let languages = Language.written
    language = try map["language"]?.word("language", among: languages)
  }
}
