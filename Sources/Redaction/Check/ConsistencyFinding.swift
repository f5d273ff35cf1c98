/// One place of a released text where what was promised is not kept, or may not be.
public struct ConsistencyFinding: Sendable, Equatable {
  /// What was looked for; the raw values are the `check` of reports.
  public enum Check: String, Sendable, CaseIterable {
    /// A form of the name of somebody to whom a pseudonym is promised.
    case protectedName = "protected-name"
    /// A form of another listed name that the policy does not keep.
    case listedName = "listed-name"
    /// A word one letter away from such a name.
    case nearName = "near-name"
    /// A pseudonym that is the real name of somebody of the case.
    case pseudonymIsName = "pseudonym-is-name"
    /// A pseudonym that comes close to a real name, or shares its initial.
    case pseudonymNearName = "pseudonym-near-name"
    /// One pseudonym for two people.
    case sharedPseudonym = "shared-pseudonym"
    /// Another pseudonym for a person who has one, or one that is nobody's.
    case secondPseudonym = "second-pseudonym"
    /// Somebody else's pseudonym where the report has this person.
    case swappedPseudonym = "swapped-pseudonym"
    /// A code that is nobody's.
    case unknownCode = "unknown-code"
    case markerMissing = "marker-missing"
    /// The marker stands after a later mention than the first.
    case markerLate = "marker-late"
    case markerRepeated = "marker-repeated"
    /// A marker where the policy wants none.
    case markerUnwanted = "marker-unwanted"
    /// The marker speaks of a man where the person is a woman, or the other way round.
    case markerGender = "marker-gender"
    case markerLanguage = "marker-language"
    /// A marker with no name before it.
    case markerAlone = "marker-alone"
    /// What stands around the pseudonym speaks of another gender than the person's.
    case gender
    /// The pseudonym is not in the alphabet of the text, or mixes two.
    case script
    /// Something that the policy would blur, as it was or as good as.
    case notBlurred = "not-blurred"
    /// A character that commands a terminal, or the order in which letters show.
    case controlCharacter = "control-character"
    /// More exact than what the report says was released.
    case moreExact = "more-exact"
    /// One fact said in two ways.
    case twoLevels = "two-levels"
    /// The texts were redacted under different policies.
    case otherPolicy = "other-policy"
  }

  /// Which promise is in question.
  public let check: Check
  /// Nil only in warnings about the case as a whole.
  public let document: String?
  /// In Unicode scalars of the document.
  public let span: TextSpan?
  /// The people file's id of the person, where there is one.
  public let entity: String?
  /// What is wrong, in words that quote neither text nor name.
  public let sentence: String
}

/// What a check of released texts comes to.
public struct ConsistencyResult: Sendable {
  /// What must be put right: in order of the documents, then of position.
  public internal(set) var findings: [ConsistencyFinding] = []
  /// What a person should look at; it may be right.
  public internal(set) var warnings: [ConsistencyFinding] = []
  /// What could not be checked, and why, one sentence each.
  public internal(set) var unchecked: [String] = []
}
