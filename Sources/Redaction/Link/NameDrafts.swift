/// People as they are found, before the forms of their names are brought together.
struct NameDrafts {
  /// One person so far.
  struct Draft {
    /// Position in the people file, for those who are on it.
    var listed: Int?
    var forms: [String: Int] = [:]
    var documents: Set<Int> = []
    var first: (document: Int, line: Int)
    var gender: Gender?
    var role: String?
    /// The drafts that may be the same person.
    var mayBe: Set<Int> = []
    /// The draft this one was joined to.
    var joinedTo: Int?
    /// The name that explains its forms best, and its forms.
    var name = ""
    var nameForms = NameForms(name: "")
  }

  /// Who a mention is of.
  private enum Key: Hashable {
    case listed(Int)
    case found(Int)
  }

  private(set) var drafts: [Draft] = []
  private var index: [Key: Int] = [:]
  private var figures: [String: Int] = [:]

  /// Adds one mention of a person.
  mutating func add(
    _ mention: Mention, _ unlisted: UnlistedPeople, document: Int,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    let form = Self.form(bytes, mention.span)
    guard !form.isEmpty else { return }
    if mention.isPublic {
      if mention.recognizer == "public" { figures[form, default: 0] += 1 }
      return
    }
    let key: Key
    var role: String?
    var gender: Gender?
    switch mention.detail {
    case .person(let reference):
      guard reference.candidates.count == 1 else { return }
      key = .listed(reference.candidates[0])
    case .unlisted(let found):
      guard let person = unlisted.person(of: found) else { return }
      key = .found(person)
      role = found.role ?? unlisted.people[person].role
      gender = unlisted.people[person].gender
    default: return
    }
    let line = 1 + bytes[..<mention.span.start].count { $0 == 0x0A }
    let place = index[key] ?? drafts.count
    if place == drafts.count {
      index[key] = place
      drafts.append(Draft(first: (document, line)))
      if case .listed(let person) = key { drafts[place].listed = person }
    }
    drafts[place].forms[form, default: 0] += 1
    drafts[place].documents.insert(document)
    drafts[place].role = drafts[place].role ?? role
    drafts[place].gender = drafts[place].gender ?? gender
  }

  /// The words of a name on one line, invisible characters left out, "VOLKOV" as "Volkov".
  private static func form(_ bytes: UnsafeBufferPointer<UInt8>, _ span: TextSpan) -> String {
    var words: [String] = []
    for token in Tokenizer.tokens(of: bytes, in: span.start..<span.end) {
      let text = String(
        decoding: UnsafeBufferPointer(rebasing: bytes[Int(token.start)..<Int(token.end)]),
        as: UTF8.self
      ).unicodeScalars.filter { $0.properties.generalCategory != .format }
      var word = String(String.UnicodeScalarView(text))
      if token.isMark("."), let last = words.last, last.count == 1 {
        words[words.count - 1] += "."
        continue
      }
      guard token.isWord else { continue }
      if token.shape == .upper { word = word.prefix(1) + word.dropFirst().lowercased() }
      words.append(word)
    }
    return words.joined(separator: " ")
  }

  // MARK: Joining

  /// Brings the forms of one person together: surely, or as what may be.
  mutating func join() {
    for index in drafts.indices where drafts[index].listed == nil { settle(index) }
    let free = drafts.indices.filter { drafts[$0].listed == nil }
    let order = free.sorted {
      (drafts[$1].nameForms.parts.count, $0) < (drafts[$0].nameForms.parts.count, $1)
    }
    for (rank, index) in order.enumerated().reversed() {
      var sure: [Int] = []
      for other in order[..<rank] where drafts[other].joinedTo == nil {
        switch Self.link(drafts[other], drafts[index]) {
        case .sure: sure.append(other)
        case .maybe: note(index, other)
        case .none: break
        }
      }
      // The fuller name decides; of names as full as this one all have to be one another's.
      let count = drafts[index].nameForms.parts.count
      let fuller = sure.filter { drafts[$0].nameForms.parts.count > count }
      let isOne = sure.allSatisfy { one in
        sure.allSatisfy { $0 <= one || Self.link(drafts[one], drafts[$0]) == .sure }
      }
      if fuller.count == 1 || fuller.isEmpty && isOne, let best = fuller.first ?? sure.first {
        absorb(index, into: best)
      } else {
        for other in sure { note(index, other) }
      }
    }
  }

  private mutating func note(_ index: Int, _ other: Int) {
    drafts[index].mayBe.insert(other)
    drafts[other].mayBe.insert(index)
  }

  private mutating func absorb(_ index: Int, into other: Int) {
    drafts[index].joinedTo = other
    let gone = drafts[index]
    drafts[other].forms.merge(gone.forms, uniquingKeysWith: +)
    drafts[other].documents.formUnion(gone.documents)
    if gone.first < drafts[other].first { drafts[other].first = gone.first }
    drafts[other].gender = drafts[other].gender ?? gone.gender
    drafts[other].role = drafts[other].role ?? gone.role
    drafts[other].mayBe.formUnion(gone.mayBe.subtracting([other]))
    settle(other)
  }

  private enum Link { case sure, maybe, none }

  /// Whether two drafts, the second with no more words than the first, are one person.
  private static func link(_ full: Draft, _ short: Draft) -> Link {
    if let a = full.gender, let b = short.gender, a != b, a != .unknown, b != .unknown {
      return .none
    }
    let parts = full.nameForms.parts.filter { $0.role != .particle }
    let words = short.nameForms.parts.filter { $0.role != .particle && $0.canonical.utf8.count > 2 }
    guard !words.isEmpty else { return .none }
    let hasPatronymic = parts.contains { $0.role == .patronymic }
    var taken: Set<Int> = []
    var worst = FormSource.canonical
    for word in words {
      let key = FoldedKey(folded: word.canonical)
      var best: (part: Int, source: FormSource)?
      for (position, part) in parts.enumerated() where !taken.contains(position) {
        let source = part.forms.entries.first { $0.key == key }?.source
        if let source, source < best?.source ?? .diminutive || best == nil {
          best = (position, source)
        }
      }
      guard let best else {
        // "Stepan Burlakov", "Степан Аркадьевич": a patronymic that the other name leaves out.
        guard word.role == .patronymic, !hasPatronymic else { return .none }
        continue
      }
      taken.insert(best.part)
      worst = max(worst, best.source)
    }
    guard !taken.isEmpty else { return .none }
    switch worst {
    case .familyForm: return .none
    case .diminutive: return taken.count > 1 ? .sure : .maybe
    default:
      // Two Cyrillic names of one word that only an ending tells apart were kept apart for a reason.
      let isCyrillic = [full.name, short.name].allSatisfy {
        Script(of: Array($0.utf8)) == .cyrillic
      }
      return !isCyrillic || parts.count > 1 ? .sure : .maybe
    }
  }

  /// Finds the name that explains most of the forms: the fullest, in the nominative.
  private mutating func settle(_ index: Int) {
    let forms = drafts[index].forms.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let longest = forms.map { Self.words($0.key).count }.max() ?? 1
    let full = forms.map(\.key).filter { Self.words($0).count == longest }.prefix(6)
    let gender = drafts[index].gender ?? .unknown
    var best: (score: Int, name: String, forms: NameForms)?
    for name in full.flatMap(Self.nominatives) {
      let made = NameForms(name: name, gender: gender)
      let score = forms.reduce(0) { sum, form in
        let isCovered = Self.words(form.key).allSatisfy { word in
          word.utf8.count <= 3 || made.parts.contains { $0.matches(folded: Fold.string(word)) }
        }
        return sum + (isCovered ? form.value * 2 : 0)
      }
      if score > best?.score ?? -1 { best = (score, name, made) }
    }
    guard let best else { return }
    drafts[index].name = best.name
    drafts[index].nameForms = best.forms
    if drafts[index].gender == nil { drafts[index].gender = Self.gender(of: best.name) }
  }

  private static func words(_ name: String) -> [String] {
    name.split(separator: " ").map(String.init)
  }

  /// The name itself, and as its first name could stand in the nominative.
  private static func nominatives(_ name: String) -> [String] {
    let words = words(name)
    guard let first = words.first, Script(of: Array(first.utf8)) == .cyrillic,
      Lexicon.embedded.name(FoldedKey(folded: Fold.string(first))).isEmpty
    else { return [name] }
    for end in 1...3 where first.count > end + 2 {
      for ending in ["", "а", "я", "й", "ь", "о"] {
        let nominative = first.dropLast(end) + ending
        let facts = Lexicon.embedded.name(FoldedKey(folded: Fold.string(String(nominative))))
        if !facts.intersection(.given).isEmpty {
          return [([String(nominative)] + words.dropFirst()).joined(separator: " "), name]
        }
      }
    }
    return [name]
  }

  /// The gender that a first name or a patronymic speaks for.
  private static func gender(of name: String) -> Gender? {
    for word in words(name) {
      let folded = Fold.string(word)
      if folded.hasSuffix("вич") || folded.hasSuffix("vich") { return .male }
      if folded.hasSuffix("вна") || folded.hasSuffix("vna") { return .female }
      let facts = Lexicon.embedded.name(FoldedKey(folded: folded)).intersection(.given)
      if facts == .givenMale { return .male }
      if facts == .givenFemale { return .female }
    }
    return nil
  }

  // MARK: The result

  /// The drafts as people, each with an id of its own.
  func suggestions(
    documents: [String], file: PeopleFile, registry: PersonRegistry
  ) -> SuggestedPeople {
    var ids = Set(file.people.map(\.id))
    var number = 0
    var id: [Int: String] = [:]
    let kept = drafts.indices.filter { drafts[$0].joinedTo == nil }
    for index in kept {
      if let listed = drafts[index].listed {
        id[index] = file.people[listed].id
        continue
      }
      repeat { number += 1 } while ids.contains("p-\(number)")
      id[index] = "p-\(number)"
      ids.insert("p-\(number)")
    }
    var people = kept.map { index -> SuggestedPeople.Suggestion in
      let draft = drafts[index]
      return SuggestedPeople.Suggestion(
        person: draft.listed.map { file.people[$0] } ?? Self.person(draft, id[index] ?? ""),
        isListed: draft.listed != nil,
        forms: draft.forms.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
          (text: $0.key, count: $0.value)
        },
        documents: draft.documents.sorted().map { documents[$0] },
        first: (documents[draft.first.document], draft.first.line), role: draft.role,
        mayBe: Set(draft.mayBe.compactMap { id[root($0)] }).subtracting([id[index] ?? ""]).sorted())
    }
    let found = Set(people.filter(\.isListed).map(\.person.id))
    people += file.people.filter { !found.contains($0.id) }.map {
      SuggestedPeople.Suggestion(
        person: $0, isListed: true, forms: [], documents: [], first: nil, role: nil, mayBe: [])
    }
    let order = Dictionary(
      file.people.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: min)
    let listed = people.filter(\.isListed).sorted {
      order[$0.person.id, default: 0] < order[$1.person.id, default: 0]
    }
    return SuggestedPeople(
      caseName: file.caseName, secret: file.secret, people: listed + people.filter { !$0.isListed },
      publicFigures: figures.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
        SuggestedPeople.PublicFigure(
          name: $0.key, count: $0.value, reason: "on the list of what is public")
      })
  }

  private func root(_ index: Int) -> Int {
    var index = index
    while let next = drafts[index].joinedTo { index = next }
    return index
  }

  /// A draft as the people file has people: what the rules do not make of its name is an alias.
  private static func person(_ draft: Draft, _ id: String) -> Person {
    var aliases: [String] = []
    for form in draft.forms.keys.sorted() {
      let isMade = words(form).allSatisfy { word in
        word.utf8.count <= 3
          || draft.nameForms.parts.contains { $0.matches(folded: Fold.string(word)) }
      }
      if !isMade { aliases.append(form) }
    }
    return Person(
      id: id, name: draft.name, gender: draft.gender ?? .unknown, status: .protected,
      aliases: aliases)
  }
}
