/// What people decided about a testimony, as marks.
///
/// What is hidden becomes D where it leads to somebody by itself (people, contacts, identifiers, and
/// whatever belongs to a protected person), else Q. What stays becomes P where it is public, or where
/// a person said that it may stay; of the rest that stays nothing is said. Marks hold whole words of
/// one line, so a decision is widened to its words, and one over several lines becomes several marks.
extension AnnotatedDocument {
  /// - Parameters:
  ///   - decisions: in the order of the text, disjoint.
  ///   - people: who is protected, and who public, by id.
  package init(_ testimony: Testimony, decided decisions: [Decision], people: PeopleFile) {
    id = testimony.id
    language = testimony.language
    caseName = ""
    text = Array(String(decoding: testimony.bytes, as: UTF8.self).unicodeScalars)
    marks = []
    let status = Dictionary(
      people.people.map { ($0.id, $0.status) }, uniquingKeysWith: { first, _ in first })
    var names = MarkNames()
    for (decision, span) in zip(decisions, testimony.scalarSpans(decisions.map(\.span))) {
      guard let at = Self.sensitivity(of: decision, decision.entity.flatMap { status[$0] })
      else { continue }
      let kind = Kind(decision.kind)
      for range in pieces(of: span.start..<span.end) {
        let entity = names.name(kind, decision, WordScalars.folded(text[range], joined: true))
        add(Mark(range: range, kind: kind, entity: entity, sensitivity: at, line: 0))
      }
    }
    var (line, index) = (1, 0)
    for mark in marks.indices {
      line += text[index..<marks[mark].range.lowerBound].count { $0 == "\n" }
      index = marks[mark].range.lowerBound
      marks[mark].line = line
    }
  }

  private static func sensitivity(
    of decision: Decision, _ status: Person.Status?
  ) -> Sensitivity? {
    guard decision.treatment == .keep else {
      return decision.kind.isDirect || status == .protected ? .direct : .quasi
    }
    let isPublic = status == .public || decision.reason.contains(": public; ")
    let mayStay =
      decision.recognizer == "reviewer" && status == nil && decision.kind != .other
      && decision.kind != .number
    return isPublic || mayStay ? .public : nil
  }

  // MARK: Places

  /// The lines of a range, each without space and brackets at its ends, and with whole words.
  private func pieces(of range: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, text[end] != "\n" { end += 1 }
      var (low, high) = (start, end)
      while low < high, isEdge(low) { low += 1 }
      while low < high, isEdge(high - 1) { high -= 1 }
      if low < high { pieces.append(widened(low..<high)) }
      start = end + 1
    }
    return pieces
  }

  /// Whether nothing that is marked begins or ends with it.
  private func isEdge(_ index: Int) -> Bool {
    WordScalars.isSpace(text[index]) || text[index] == "[" || text[index] == "]"
  }

  private func widened(_ range: Range<Int>) -> Range<Int> {
    func isOfWord(_ index: Int) -> Bool {
      WordScalars.isWord(text[index]) || WordScalars.isCombining(text[index])
    }
    var (low, high) = (range.lowerBound, range.upperBound)
    while low > 0, isOfWord(low - 1) { low -= 1 }
    while high < text.count, isOfWord(high) { high += 1 }
    return low..<high
  }

  /// Adds a mark behind the others. Where widening made two meet, they are one, as telling as either.
  private mutating func add(_ mark: Mark) {
    guard var last = marks.last, last.range.upperBound > mark.range.lowerBound else {
      marks.append(mark)
      return
    }
    let all = Sensitivity.allCases
    if let a = all.firstIndex(of: mark.sensitivity), let b = all.firstIndex(of: last.sensitivity),
      a < b
    {
      (last.kind, last.entity, last.sensitivity) = (mark.kind, mark.entity, mark.sensitivity)
    }
    last.range =
      last.range.lowerBound..<max(last.range.upperBound, mark.range.upperBound)
    marks[marks.count - 1] = last
  }
}

extension AnnotatedDocument.Kind {
  /// The word for a kind. A number that stands for something is as an identifier; what has no kind is
  /// a detail of what happened.
  init(_ kind: EntityKind) {
    self =
      switch kind {
      case .person: .person
      case .place: .place
      case .unit: .unit
      case .date: .date
      case .age: .age
      case .organization: .organization
      case .job: .job
      case .contact: .contact
      case .identifier, .number: .identifier
      case .demographic: .demographic
      case .event, .other: .event
      }
  }
}

/// Gives each person and thing of a document one name, which marks of one kind share.
private struct MarkNames {
  /// Who or what is meant: an id of the people file, or the words.
  private struct Meant: Hashable {
    var kind: AnnotatedDocument.Kind
    var person: String?
    var words: [Character]
  }

  private var names: [Meant: String] = [:]
  private var taken: Set<String> = []

  mutating func name(
    _ kind: AnnotatedDocument.Kind, _ decision: Decision, _ words: [Character]
  ) -> String {
    let person = kind == .person ? decision.entity : nil
    let meant = Meant(kind: kind, person: person, words: person == nil ? words : [])
    if let name = names[meant] { return name }
    let stem = person.map(Self.plain) ?? kind.rawValue.lowercased() + "-"
    var number = 1
    var name = person == nil ? stem + "1" : stem
    while !taken.insert(name).inserted {
      number += 1
      name = person == nil ? "\(stem)\(number)" : "\(stem).\(number)"
    }
    names[meant] = name
    return name
  }

  /// An id in the letters that names in marks have.
  private static func plain(_ id: String) -> String {
    let scalars = id.lowercased().unicodeScalars.prefix(60).map { scalar -> Unicode.Scalar in
      switch scalar {
      case "a"..."z", "0"..."9", "-", ".", "_": scalar
      default: "-"
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
