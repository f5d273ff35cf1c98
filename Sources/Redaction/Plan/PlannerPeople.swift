/// What stands in the place of people.
extension Planner {
  mutating func person(
    _ mention: Mention, _ treatment: Treatment, _ around: Surroundings
  ) -> Replacement {
    let (mention, around) = withoutKin(mention, withStop(around))
    let subject = subject(of: mention)
    if treatment == .pseudonymize, let label = askedFor(before: around) {
      return Replacement(span: around.span, text: "[" + label.words(language) + "]")
    }
    if !subject.isTold, treatment == .pseudonymize {
      return Replacement(span: around.span, text: Brackets.person(language))
    }
    let isFirst = introduced.insert(subject.id).inserted
    if isFirst, subject.id < 0, treatment == .pseudonymize,
      let label = otherName(of: told.lastPerson, around)
    {
      // Where it stands alone later, it is said as a name.
      introduced.remove(subject.id)
      return Replacement(span: around.span, text: "[" + label.words(language) + "]")
    }
    told.lastPerson = (subject.id, mention.span.end, subject.gender)
    switch treatment {
    case .pseudonymize:
      return pseudonym(subject, isFirst: isFirst, around)
    case .generalize(.code):
      return Replacement(span: around.span, text: code(subject))
    case .generalize:
      // "they called him ⟦the commander⟧" would be a name that he never had.
      return policy.style(for: .person) == .prose && isNamed(around)
        ? Replacement(span: around.span, text: Brackets.person(language))
        : role(subject, isFirst: isFirst, around)
    default:
      return Replacement(span: around.span, text: Brackets.person(language))
    }
  }

  /// "with B. and her son": the stop of an initial goes with it, where it ends no sentence.
  private func withStop(_ around: Surroundings) -> Surroundings {
    let stop = around.span.end
    guard stop < around.end, bytes[stop] == UInt8(ascii: "."), around.original.count == 1 else {
      return around
    }
    var next = stop + 1
    while next < bytes.count,
      bytes[next] == UInt8(ascii: " ") || bytes[next] == 0xC2 || bytes[next] == 0xA0
    {
      next += 1
    }
    guard next < bytes.count else { return around }
    let scalar = UTF8Decoding.scalar(in: bytes, at: next).value
    let goesOn =
      ScalarClass(scalar) == .letter
      ? !ScalarClass.isCapital(scalar) : [0x3A, 0x2C, 0x3B, 0x29, 0x2014, 0x2013].contains(scalar)
    return goesOn
      ? Surroundings(
        bytes: bytes, span: TextSpan(around.span.start, stop + 1), start: around.start,
        end: around.end) : around
  }

  /// "his uncle Yusuf", where that is how the file calls him: the word for kin stays.
  private func withoutKin(
    _ mention: Mention, _ around: Surroundings
  ) -> (Mention, Surroundings) {
    guard !around.isCapitalized,
      let end = bytes[around.span.start..<around.span.end]
        .firstIndex(of: UInt8(ascii: " "))
    else { return (mention, around) }
    let word = around.text(around.span.start, end)
    guard Vocabulary.of(language).entry(of: word).has(.kinship) else { return (mention, around) }
    var mention = mention
    mention.span.start = end + 1
    return (
      mention,
      Surroundings(bytes: bytes, span: mention.span, start: around.start, end: around.end)
    )
  }

  struct Subject {
    var id: Int
    var gender: Gender
    var role: String?
    var pseudonym: String?
    /// Whether it is surely somebody, and no thing or word that was read as a name.
    var isTold = true
    /// The name that the text itself says is not the real one.
    var established: String?
    /// The pseudonym in every language, for those who are not on the file.
    var spellings: PseudonymSpellings?
    /// What the mention is made of.
    var reading: NameReading?
  }

  mutating func subject(of mention: Mention) -> Subject {
    switch mention.detail {
    case .person(let reference):
      guard reference.candidates.count == 1, let person = reference.candidates.first else {
        // Nobody can tell who of them is meant, so no pseudonym is said.
        return Subject(id: Int.max, gender: gender(of: reference), role: nil, pseudonym: nil)
      }
      let entry = registry.people.people[person]
      return Subject(
        id: person, gender: entry.gender, role: entry.role,
        pseudonym: established[person] ?? registry.pseudonym(of: person, in: language),
        established: established[person],
        reading: reading(mention.span, person: person))
    case .unlisted(let found):
      let position = unlisted.person(of: found)
      let person = position.map { unlisted.people[$0] }
      let gender = person?.gender ?? found.gender ?? .unknown
      let pseudonym = person?.established ?? person?.pseudonym?.spelling(in: language)
      return Subject(
        id: -1 - (position ?? Int(Int32.max)), gender: gender,
        role: found.role ?? person?.role, pseudonym: pseudonym, isTold: person?.isTold ?? true,
        established: person?.established, spellings: person?.pseudonym,
        reading: pseudonym == nil
          ? nil
          : reading(unlisted: mention.span, gender))
    default:
      return Subject(id: -2 - Int(Int32.max), gender: .unknown, role: nil, pseudonym: nil)
    }
  }

  func gender(of reference: PersonReference) -> Gender {
    let genders = Set(reference.candidates.map { registry.people.people[$0].gender })
    return genders.count == 1 ? genders.first ?? .unknown : .unknown
  }

  func code(_ subject: Subject) -> String {
    guard subject.id != Int.max else { return "W-000" }
    let number = subject.id >= 0 ? subject.id + 1 : registry.people.people.count - subject.id
    let digits = String(number)
    return "W-" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }

  mutating func pseudonym(
    _ subject: Subject, isFirst: Bool, _ around: Surroundings
  ) -> Replacement {
    guard let name = wording(subject, around) else {
      // Of two whom the name fits "a man" would say somebody new.
      return subject.id == Int.max
        ? Replacement(span: around.span, text: Brackets.person(language))
        : role(subject, isFirst: isFirst, around)
    }
    if let label = nickname(subject, around) ?? otherName(subject, name.text, around) {
      if isFirst { introduced.remove(subject.id) }
      return Replacement(span: around.span, text: label)
    }
    var text = name.text
    if policy.style(for: .person) == .brackets { text = "[\(text)]" }
    var span = TextSpan(name.start, around.span.end)
    if language.isSaidInEnglish, !name.isFamily {
      span = English.withoutMister(span, around)
      if policy.style(for: .person) != .brackets {
        (span, text) = English.withArticle(text, span, around)
      }
    }
    if language.isSaidInFrench, policy.style(for: .person) != .brackets {
      (span, text) = FrenchElision.fit(text, span, around)
    }
    let own = MarkerText.span(bytes, after: around.span.end)
    if shows(isFirst), own == nil {
      addMarker(to: &text, &span, subject.gender, around)
    } else if let own, !isFirst {
      dropMarker(own, from: &text, &span, around)
    } else if language.isSaidInEnglish, own == nil,
      let possessive = English.bareApostrophe(of: text, after: around)
    {
      span = TextSpan(span.start, possessive.span.end)
      text += possessive.text
    }
    return Replacement(span: span, text: text)
  }

  private func addMarker(
    to text: inout String, _ span: inout TextSpan, _ gender: Gender, _ around: Surroundings
  ) {
    // "Sergei's (not his real name) car": the marker after the possessive.
    if language.isSaidInEnglish,
      let possessive = English.possessive(after: around)
        ?? English.bareApostrophe(of: text, after: around)
    {
      span = TextSpan(span.start, possessive.span.end)
      text += possessive.text
    }
    text += " " + policy.marker.text(language, gender)
  }

  /// What the text's own marker says has been said before.
  private func dropMarker(
    _ own: TextSpan, from text: inout String, _ span: inout TextSpan, _ around: Surroundings
  ) {
    guard policy.marker.show == .firstMention, own.end <= around.end else { return }
    text += String(
      decoding: UnsafeBufferPointer(rebasing: bytes[around.span.end..<own.start]), as: UTF8.self)
    span = TextSpan(span.start, own.end)
  }

  // MARK: Pseudonyms that stand in the text

  /// The person of whose pseudonym a mention is, where it can be but one.
  func owner(ofPseudonym mention: Mention) -> Int? {
    guard mention.recognizer == "pseudonym" else { return nil }
    let words = Tokenizer.tokens(of: bytes, in: mention.span.start..<mention.span.end)
    guard let word = words.first(where: { $0.isWord && $0.value > 1 }) else { return nil }
    let people = registry.people(pseudonym: word.key)
    return people.count == 1 ? people.first : nil
  }

  /// Sets the marker of a pseudonym that the text itself has and marks: after the first mention,
  /// and there alone. Nil where all is as it should be.
  mutating func remarked(_ mention: Mention, _ around: Surroundings) -> Replacement? {
    guard policy.marker.show == .firstMention, policy.people.protected == .pseudonymize,
      let person = owner(ofPseudonym: mention), markedInText.contains(person)
    else { return nil }
    let isFirst = introduced.insert(person).inserted
    let own = MarkerText.span(bytes, after: around.span.end)
    var text = around.original
    var span = around.span
    if isFirst, own == nil {
      addMarker(to: &text, &span, registry.people.people[person].gender, around)
    } else if !isFirst, let own {
      dropMarker(own, from: &text, &span, around)
    }
    return span == around.span && text == around.original
      ? nil : Replacement(span: span, text: text)
  }

  func shows(_ isFirst: Bool) -> Bool {
    switch policy.marker.show {
    case .firstMention: isFirst
    case .every: true
    case .note, .none: false
    }
  }

  func role(_ subject: Subject, isFirst: Bool, _ around: Surroundings) -> Replacement {
    if language.isSaidInEnglish, policy.style(for: .person) == .brackets {
      let words = English.split(English.role(subject.role, subject.gender)).rest
      return Replacement(span: around.span, text: "[\(words)]")
    }
    var told = told
    told.namedIn = subject.reading?.slots?.singular(subject.gender)
    if policy.style(for: .person) == .prose,
      let said = language.wording?.role(
        subject.role, subject.gender, isFirst: isFirst, around, told)
    {
      return said
    }
    return Replacement(span: around.span, text: Brackets.person(language))
  }
}
