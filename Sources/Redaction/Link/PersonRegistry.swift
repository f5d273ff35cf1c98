/// The people of a case, and every form under which each may appear.
public struct PersonRegistry: Sendable {
  let people: PeopleFile
  let warnings: [String]

  init(_ people: PeopleFile) {
    self.people = people
    warnings = []
  }
}
