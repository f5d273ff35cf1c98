internal import Audit
internal import Cryptography
package import Redaction
internal import Sealing

/// Who is who in a case: the most dangerous thing in it. Every change is a new generation.
package struct Registry: Sendable {
  /// Counts from 1.
  package var generation = 1
  /// The people, with their pseudonyms.
  package var people: PeopleFile
  /// Whose pseudonym was released before it changed: nobody else gets it.
  package var retired: [String] = []
  /// The generation in which the people changed last; plans of an older one are stale.
  package var peopleGeneration = 1
  /// Who approved in this case, and the key that is each one's own: one name, one key, whatever the
  /// item and whatever the machine.
  var approvers: [Approver] = []

  /// A name that approves, and its key.
  struct Approver: Sendable, Equatable {
    let name: String
    let publicKey: [UInt8]
  }

  init(people: PeopleFile) { self.people = people }

  /// Ties a name to a key from now on; false where it is tied to it already.
  ///
  /// - Throws: `CaseRefusal` where either belongs to another.
  mutating func tie(_ name: String, to publicKey: [UInt8]) throws -> Bool {
    for approver in approvers {
      let isName = CaseFolder.isSame(approver.name, name)
      let isKey = approver.publicKey == publicKey
      guard isName == isKey else {
        throw CaseRefusal(
          .refused,
          isName
            ? "who approves under this name signed with another key before; give that one with"
              + " --key FILE"
            : "this key is another approver's: each signs with a key of their own, always the same")
      }
      if isName { return false }
    }
    approvers.append(Approver(name: name, publicKey: publicKey))
    return true
  }

  init(_ json: JSON) throws {
    guard let generation = json["generation"]?.number, let yaml = json["people"]?.string,
      case .array(let retired)? = json["retired"]
    else { throw AuditError.malformed(.json, "no registry") }
    self.generation = generation
    people = try PeopleFile(yaml: yaml, file: "the registry")
    self.retired = retired.compactMap(\.string)
    guard let peopleGeneration = json["peopleGeneration"]?.number,
      case .array(let approvers)? = json["approvers"]
    else { throw AuditError.malformed(.json, "no registry") }
    self.peopleGeneration = peopleGeneration
    self.approvers = try approvers.map { json in
      guard let name = json["name"]?.string, let key = json["key"]?.string,
        let bytes = Base64.decode(key.utf8)
      else { throw AuditError.malformed(.json, "no approver") }
      return Approver(name: name, publicKey: bytes)
    }
  }

  private var json: JSON {
    .object([
      .init("generation", generation), .init("people", people.yaml()),
      .init("retired", .array(retired.map { .string($0) })),
      .init("peopleGeneration", peopleGeneration),
      .init(
        "approvers",
        .array(
          approvers.map {
            .object([
              .init("name", $0.name),
              .init("key", String(decoding: Base64.encode($0.publicKey), as: UTF8.self)),
            ])
          })),
    ])
  }

  func sealed(to key: ItemKey) throws -> [UInt8] {
    try SealedRecord.seal(json, to: [key.identity.recipient])
  }

  /// What the log says of it.
  func entry(_ digest: Hash) -> [JSON.Member] {
    [.init("generation", generation), .init("file", hexadecimal(digest.bytes))]
  }

  /// The people as a pipeline takes them: no pseudonym that was once used is drawn again.
  package var peopleFile: PeopleFile {
    var file = people
    file.retired = retired
    return file
  }
}
