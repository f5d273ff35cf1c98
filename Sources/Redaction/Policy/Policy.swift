/// What is done with everything that is found, for one audience, with a reason for each rule.
///
/// A policy is written in YAML by an editor; see `Policies/press.yaml`. What it does not speak of
/// is not let through: a kind without a rule is suppressed, an unknown word is masked.
public struct Policy: Sendable, Hashable {
  /// The version of the policy format that is read here.
  public static let formatVersion = 1

  /// The word by which commands and reports call the policy.
  public var name: String
  /// Who will read the redacted text.
  public var audience: String
  /// What the policy is for, in a sentence or two.
  public var description: String?
  /// What is done with people, by what was promised to them.
  public var people: PeopleTreatment
  /// How a reader learns that a name is not the real one.
  public var marker: PseudonymMarker
  /// At most one rule for each kind.
  public var rules: [PolicyRule]
  /// How sure recognition has to be that something leads to somebody before it is hidden.
  public var maskFrom: DoubtThresholds
  /// How sure it has to be before what stays is shown for review; nowhere above `maskFrom`.
  public var reviewFrom: DoubtThresholds
  /// What is done with a word that nothing clears.
  public var unknown: UnknownWords
  /// What stays readable whatever its kind, because it is public.
  public var keep: [Kept]
  /// How many people have to approve a release, besides whoever decided about the text.
  public var approvals: Int
  /// Sentences that show what the policy does.
  public var examples: [PolicyExample]

  /// A policy in code; `reviewFrom` is lowered to `maskFrom` where it is above.
  public init(
    name: String, audience: String, description: String? = nil, people: PeopleTreatment,
    marker: PseudonymMarker = PseudonymMarker(), rules: [PolicyRule],
    maskFrom: DoubtThresholds = .usualMask, reviewFrom: DoubtThresholds = .usualReview,
    unknown: UnknownWords = .mask, keep: [Kept] = [], approvals: Int = 1,
    examples: [PolicyExample] = []
  ) {
    self.name = name
    self.audience = audience
    self.description = description
    self.people = people
    self.marker = marker
    self.rules = rules
    self.maskFrom = maskFrom
    self.reviewFrom = reviewFrom.limited(to: maskFrom)
    self.unknown = unknown
    self.keep = keep
    self.approvals = approvals
    self.examples = examples
  }

  /// The rule of a kind, where there is one.
  public func rule(for kind: EntityKind) -> PolicyRule? {
    rules.first { $0.kind == kind }
  }

  /// What is done with a kind other than `person`: suppressed when it has no rule.
  public func treatment(for kind: EntityKind) -> Treatment {
    position(of: kind).map { rules[$0].treatment } ?? .suppress
  }

  /// Whether what is public in this sense stays readable in mentions of a kind.
  public func keeps(_ kept: Kept, for kind: EntityKind) -> Bool {
    keep.contains(kept) || position(of: kind).map { rules[$0].keep.contains(kept) } == true
  }

  /// Whether amounts that are only amounts, sums and stretches of time, stay as they are.
  var keepsQuantities: Bool {
    treatment(for: .number) == .keep || keeps(.quantities, for: .number)
  }

  /// Whether the state that somebody is a citizen of stays as it is, as common traits do.
  var keepsCommonTraits: Bool {
    treatment(for: .demographic) != .generalize(.general) || keeps(.common, for: .demographic)
  }

  /// Whether a name that is made of ordinary words alone passes, as its words do.
  var clearsOrdinaryNames: Bool { unknown != .mask || keepsCommonTraits }

  /// How replacements of a kind stand in the text.
  public func style(for kind: EntityKind) -> ReplacementStyle {
    position(of: kind).map { rules[$0].style } ?? .prose
  }

  private func position(of kind: EntityKind) -> Int? {
    rules.firstIndex { $0.kind == kind }
  }
}

/// What is done with people, by what was promised to them.
public struct PeopleTreatment: Sendable, Hashable {
  /// People to whom a pseudonym was promised.
  public var protected: PersonTreatment
  /// People who were promised nothing but lead to someone.
  public var incidental: PersonTreatment
  /// People who are found in the text and stand in no people file.
  public var unlisted: PersonTreatment
  /// People who may be named.
  public var `public`: PersonTreatment

  /// What is done with each of the four, all of which have to be said.
  public init(
    protected: PersonTreatment, incidental: PersonTreatment, unlisted: PersonTreatment,
    public: PersonTreatment
  ) {
    self.protected = protected
    self.incidental = incidental
    self.unlisted = unlisted
    self.public = `public`
  }

  /// What is done with a listed person of a status.
  public subscript(status: Person.Status) -> PersonTreatment {
    switch status {
    case .protected: protected
    case .incidental: incidental
    case .public: `public`
    }
  }
}

/// What can be done with a person.
public enum PersonTreatment: String, Sendable, Hashable, CaseIterable {
  /// Another name stands in place of the name.
  case pseudonymize
  /// The role stands in place of the name: "a commander".
  case generalize
  /// A code of the case stands in place of the name: "W-017".
  case code
  /// The name stays.
  case keep
  /// A neutral word stands in place of the name.
  case suppress

  /// The treatment of the person's mentions.
  public var treatment: Treatment {
    switch self {
    case .pseudonymize: .pseudonymize
    case .generalize: .generalize(.role)
    case .code: .generalize(.code)
    case .keep: .keep
    case .suppress: .suppress
    }
  }
}

/// What is done with a word that nothing clears.
public enum UnknownWords: String, Sendable, Hashable, CaseIterable {
  /// Covered.
  case mask
  /// Left, and shown to the reviewer.
  case review
  /// Left; the planner lists it for review all the same.
  case keep
}

/// A sentence and what the policy makes of it.
public struct PolicyExample: Sendable, Hashable {
  /// The sentence before.
  public var text: String
  /// The sentence after, exactly.
  public var becomes: String
  /// The language of the text, told from it when absent.
  public var language: Language?

  /// A sentence with what is expected of it; nothing is tried yet.
  public init(text: String, becomes: String, language: Language? = nil) {
    self.text = text
    self.becomes = becomes
    self.language = language
  }
}
