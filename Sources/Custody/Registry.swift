internal import Audit
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

  init(people: PeopleFile) { self.people = people }

  init(_ json: JSON) throws {
    guard let generation = json["generation"]?.number, let yaml = json["people"]?.string,
      case .array(let retired)? = json["retired"]
    else { throw AuditError.malformed(.json, "no registry") }
    self.generation = generation
    people = try PeopleFile(yaml: yaml, file: "the registry")
    self.retired = retired.compactMap(\.string)
  }

  private var json: JSON {
    .object([
      .init("generation", generation), .init("people", people.yaml()),
      .init("retired", .array(retired.map { .string($0) })),
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
