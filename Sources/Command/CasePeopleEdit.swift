internal import Custody
internal import Redaction
internal import Synchronization

/// One change to the people of a case, read and checked before the case is opened.
final class CasePeopleEdit: Sendable {
  private let verb: PeopleCommand.Verb
  private let operands: [String]
  private let id: String?
  private let gender: Gender?
  private let status: Person.Status?
  private let role: String?
  private let pseudonym: String?
  /// The names that were read; the first is the name.
  private let names: [String]
  private let imported: PeopleFile?
  private let madeID = Mutex<String?>(nil)

  /// The id of a person who was added.
  var made: String? { madeID.withLock { $0 } }

  init(_ command: PeopleCommand) throws {
    verb = command.verb
    operands = command.operands
    id = command.id
    role = command.role
    pseudonym = command.pseudonym
    gender = try command.gender.map { text in
      if text == "-" { return .unknown }
      guard let gender = Gender(rawValue: text), gender != .unknown else {
        throw Refusal(.usage, "--gender is m or f, or - for not known")
      }
      return gender
    }
    status = try command.status.map { text in
      guard let status = Person.Status(rawValue: text) else {
        throw Refusal(.usage, "--status is protected, incidental or public")
      }
      return status
    }
    let asks = verb == .add || verb == .split || verb == .set && command.names
    names = asks ? try Self.readNames(verb) : []
    imported =
      verb == .import
      ? try Sources.people(operands[0], keys: command.keys, savedOpenly: false) : nil
  }

  private static func readNames(_ verb: PeopleCommand.Verb) throws -> [String] {
    if Console.isInputTerminal {
      let name = try Terminal.ask(verb == .split ? "The name that is another's: " : "Name: ")
      guard verb != .split else { return [name] }
      var names = [name]
      while true {
        let other = try Terminal.ask("Other name that no rule could derive (empty: no more): ")
        if other.isEmpty { return names }
        names.append(other)
      }
    }
    let text = String(decoding: try contents(of: "-", limit: 1 << 16), as: UTF8.self)
    let names = text.split(whereSeparator: \.isNewline).map(String.init)
    guard !names.isEmpty else {
      throw Refusal(.badInput, "stdin holds no name; write it on the first line")
    }
    return names
  }

  /// Changes the people.
  func apply(_ file: inout PeopleFile) throws {
    switch verb {
    case .list, .export: break
    case .add:
      let id = id ?? file.freshID()
      guard file.index(of: id) == nil else {
        throw CaseRefusal(.refused, "\(id) is somebody's id already; give another with --id")
      }
      file.people.append(
        Person(
          id: id, name: names[0], gender: gender ?? .unknown, status: status ?? .protected,
          pseudonym: pseudonym, aliases: Array(names.dropFirst()), role: role))
      madeID.withLock { $0 = id }
    case .set:
      let index = try index(operands[0], file)
      if let gender { file.people[index].gender = gender }
      if let status { file.people[index].status = status }
      if let role { file.people[index].role = role == "-" ? nil : role }
      if let pseudonym { file.people[index].pseudonym = pseudonym }
      if !names.isEmpty {
        file.people[index].name = names[0]
        file.people[index].aliases = Array(names.dropFirst())
      }
    case .merge: try file.merge(operands[1], into: operands[0])
    case .split:
      let id = id ?? file.freshID()
      try file.split(operands[0], names[0], id: id)
      madeID.withLock { $0 = id }
    case .drop: file.people.remove(at: try index(operands[0], file))
    case .import: try take(imported?.people ?? [], into: &file)
    }
  }

  private func index(_ id: String, _ file: PeopleFile) throws -> Int {
    guard let index = file.index(of: id) else {
      throw CaseRefusal(.notThere, "nobody has the id \(printable(id)); 'people list' shows them")
    }
    return index
  }

  /// People of a file take the place of those with their id; a pseudonym that was drawn stays
  /// unless the file gives another.
  private func take(_ people: [Person], into file: inout PeopleFile) throws {
    for var person in people {
      if let index = file.index(of: person.id) {
        person.pseudonym = person.pseudonym ?? file.people[index].pseudonym
        file.people[index] = person
      } else {
        file.people.append(person)
      }
    }
  }
}
