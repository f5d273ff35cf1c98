internal import Audit
package import Redaction

/// Work in progress on one item: what the machine proposes, what people decided, and the log
/// entries that say so. It is sealed to the item's own identity.
package struct SealedPlan: Sendable {
  /// A decision, the entry that records it, and who made it.
  package struct Entry: Sendable {
    /// What is done with one span, as the machine proposed or a person ruled.
    package var decision: Decision
    /// The index of its entry in the log; nil until it is logged.
    package var index: Int?
    /// Who decided; nil for the machine.
    package var name: String?
  }

  /// A person's word that the text may go out as it is.
  struct Approval: Sendable {
    let name: String
    /// The key that signed; its own, not the machine's.
    let vkey: VerifierKey
    /// The signed note over the release's digest.
    let note: String
  }

  /// Which item it is for, by its id.
  package let item: String
  /// Which release it is for, from 1.
  package var revision: Int
  /// The language that the original was read in.
  package let language: Language
  /// The SHA-256 of the original, and of the policy's file, in hexadecimal digits.
  let original, policy: String
  let policyName: String
  /// The registry's generation, in which the people changed last, that the pseudonyms are of.
  package let generation: Int
  /// The program's version, which decided.
  let version: String
  /// Who read the original; nil where the plan is older than that there were several.
  package var reader: Reader?
  /// The digest of what the reader had learned; empty where there is no reader.
  package var weights: String
  /// What the released text will be called.
  var file: String
  /// In order, disjoint.
  package var decisions: [Entry]
  /// The pseudonyms, as the registry has them, of the people in it, by id.
  var pseudonyms: [String: String] = [:]
  /// What a person should look at.
  package var review: [Decision]
  /// Who said yes to every proposal.
  var acceptedBy: [String] = []
  var approvals: [Approval] = []
  /// A consent that was recorded after the item was added.
  var consent: Consent?
  /// Everything that was logged about this revision, in order.
  var lines: [Openings.Line] = []
  /// The digest of the text that was released; nil before.
  var released: String?
  /// Set where the item was withdrawn: then nothing else counts.
  package var isWithdrawn = false

  /// Who decided anything.
  package var deciders: Set<String> { Set(decisions.compactMap(\.name) + acceptedBy) }

  /// What somebody has to look at and nobody has yet, what would do most harm first.
  package var doubtful: [Decision] {
    review.filter { item in
      !decisions.contains { $0.name != nil && $0.decision.span.overlaps(item.span) }
    }
    .sorted(by: Decision.isRiskier)
  }

  /// What is proposed besides, and nobody has said yes to.
  package var proposals: [Decision] {
    guard acceptedBy.isEmpty else { return [] }
    let doubtful = doubtful
    return decisions.filter { entry in
      entry.name == nil && !doubtful.contains { $0.span.overlaps(entry.decision.span) }
    }.map(\.decision)
  }

  /// Everything that is undecided until somebody says yes, or something else.
  package var undecided: [Decision] { doubtful + proposals }

  /// Who decided about a place, in person or by accepting all that was proposed; nil for nobody.
  func decider(of entry: Entry) -> String? { entry.name ?? acceptedBy.last }

  /// Whether a person has decided, and nothing is left.
  package var isReviewed: Bool { !deciders.isEmpty && undecided.isEmpty }

  /// Whether the reader of this program is the one that read the original. What another one read is
  /// not what this one would read, so the item is planned anew.
  package var isOfThisReader: Bool { reader != nil && weights == Reader.weights }

  /// Notes the pseudonyms of the people in it.
  mutating func notePseudonyms(_ people: PeopleFile) {
    let mentioned = Set(decisions.compactMap(\.decision.entity))
    for person in people.people where mentioned.contains(person.id) {
      pseudonyms[person.id] = person.pseudonym
    }
  }

  /// The entry of the log that stands at an index, as far as it is about this revision.
  func line(_ index: Int?) -> Openings.Line? {
    index.flatMap { index in lines.first { $0.index == index } }
  }
}

extension SealedPlan {
  var json: JSON {
    if isWithdrawn {
      return .object([
        .init("item", item), .init("revision", revision), .init("withdrawn", .bool(true)),
      ])
    }
    var members: [JSON.Member] = [
      .init("item", item), .init("revision", revision), .init("lang", language.rawValue),
      .init("original", original), .init("policy", policy), .init("policyName", policyName),
      .init("generation", generation), .init("version", version), .init("file", file),
      .init("decisions", .array(decisions.map(Self.json))),
      .init("review", .array(review.map { Self.json(Entry(decision: $0)) })),
      .init("acceptedBy", .array(acceptedBy.map { .string($0) })),
      .init(
        "approvals",
        .array(
          approvals.map {
            .object([
              .init("name", $0.name), .init("vkey", $0.vkey.text), .init("note", $0.note),
            ])
          })),
      .init(
        "lines",
        .array(
          lines.map {
            .array([
              .number($0.index), .string(String(decoding: $0.disclosure.text, as: UTF8.self)),
            ])
          })),
    ]
    members.append(
      .init(
        "pseudonyms",
        .object(pseudonyms.sorted { $0.key < $1.key }.map { .init($0.key, $0.value) })))
    if let reader = readerMember { members.append(reader) }
    if let consent { members.append(.init("consent", consent.json)) }
    if let released { members.append(.init("released", released)) }
    return .object(members)
  }

  /// `"reader": {"kind": "deep", "weights": "sha256:9f86…"}`, where the plan names one.
  var readerMember: JSON.Member? {
    reader.map {
      .init("reader", .object([.init("kind", $0.rawValue), .init("weights", weights)]))
    }
  }

  private static func json(_ entry: Entry) -> JSON {
    let decision = entry.decision
    var members: [JSON.Member] = [
      .init("start", decision.span.start), .init("end", decision.span.end),
      .init("kind", decision.kind.rawValue), .init("treatment", decision.treatment.name),
      .init("replacement", decision.replacement), .init("recognizer", decision.recognizer),
      .init("confidence", Int((decision.confidence * 1000).rounded())),
      .init("reason", decision.reason),
    ]
    if case .generalize(let level) = decision.treatment {
      members.append(.init("level", level.rawValue))
    }
    if let entity = decision.entity { members.append(.init("entity", entity)) }
    if let index = entry.index { members.append(.init("entry", index)) }
    if let name = entry.name { members.append(.init("name", name)) }
    return .object(members)
  }

  init(_ json: JSON) throws {
    func text(_ key: String) throws -> String {
      guard let text = json[key]?.string else { throw Self.damaged }
      return text
    }
    func list(_ key: String) throws -> [JSON] {
      guard case .array(let list)? = json[key] else { throw Self.damaged }
      return list
    }
    item = try text("item")
    guard let revision = json["revision"]?.number else { throw Self.damaged }
    self.revision = revision
    if json["withdrawn"] == .bool(true) {
      (language, original, policy, policyName) = (.none, "", "", "")
      (generation, version, file, decisions, review) = (0, "", "", [], [])
      (reader, weights) = (nil, "")
      isWithdrawn = true
      return
    }
    guard let language = Language(rawValue: try text("lang")),
      let generation = json["generation"]?.number
    else { throw Self.damaged }
    self.language = language
    self.generation = generation
    original = try text("original")
    policy = try text("policy")
    policyName = try text("policyName")
    version = try text("version")
    file = try text("file")
    reader = json["reader"]?["kind"]?.string.flatMap(Reader.init(rawValue:))
    weights = json["reader"]?["weights"]?.string ?? ""
    decisions = try list("decisions").map(Self.entry)
    review = try list("review").map { try Self.entry($0).decision }
    acceptedBy = try list("acceptedBy").compactMap(\.string)
    approvals = try list("approvals").map { json in
      guard let name = json["name"]?.string, let vkey = json["vkey"]?.string,
        let note = json["note"]?.string
      else { throw Self.damaged }
      return Approval(name: name, vkey: try VerifierKey(vkey), note: note)
    }
    lines = try list("lines").map { json in
      guard case .array(let pair) = json, pair.count == 2, let index = pair[0].number,
        let text = pair[1].string
      else { throw Self.damaged }
      return Openings.Line(index: index, disclosure: try Disclosure(parsing: Array(text.utf8)))
    }
    guard case .object(let names)? = json["pseudonyms"] else { throw Self.damaged }
    for name in names { pseudonyms[name.key] = name.value.string }
    consent = json["consent"].flatMap(Consent.init)
    released = json["released"]?.string
  }

  private static func entry(_ json: JSON) throws -> Entry {
    guard let start = json["start"]?.number, let end = json["end"]?.number, 0 <= start,
      start <= end, let kind = json["kind"]?.string.flatMap(EntityKind.init(rawValue:)),
      let word = json["treatment"]?.string,
      let treatment = treatment(word, level: json["level"]?.string),
      let replacement = json["replacement"]?.string,
      let recognizer = json["recognizer"]?.string, let confidence = json["confidence"]?.number,
      let reason = json["reason"]?.string
    else { throw damaged }
    let decision = Decision(
      span: TextSpan(start, end), kind: kind, treatment: treatment, replacement: replacement,
      entity: json["entity"]?.string, recognizer: recognizer,
      confidence: Double(confidence) / 1000, reason: reason)
    return Entry(decision: decision, index: json["entry"]?.number, name: json["name"]?.string)
  }

  /// The treatment of a word, as reports write it.
  package static func treatment(_ word: String, level: String?) -> Treatment? {
    Treatment.Word(rawValue: word).map {
      Treatment($0, level: level.flatMap(GeneralizationLevel.init(rawValue:)) ?? .described)
    }
  }

  private static var damaged: CaseRefusal {
    CaseRefusal(.refused, "a plan is not in its form; plan the item again")
  }
}
