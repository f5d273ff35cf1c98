/// Forms that several people of the case share: who of them is meant, and why.
///
/// Nothing is given to one of them blindly. What tells them apart, the surest first: a word that says
/// the gender, the label of a speaker, the nearest mention that is certain in the same paragraph, or
/// that the text names only one of them. Else nobody is said, and a person is asked to look.
extension Planner {
  /// The mentions, those of shared forms with the one person who is meant where that can be told.
  mutating func settled(_ mentions: [Mention]) -> [Mention] {
    guard
      mentions.contains(where: {
        if case .person(let reference) = $0.detail { return reference.candidates.count > 1 }
        return false
      })
    else { return mentions }
    let certain = mentions.compactMap { mention -> (span: TextSpan, person: Int)? in
      guard case .person(let reference) = mention.detail, reference.candidates.count == 1 else {
        return nil
      }
      return (mention.span, reference.candidates[0])
    }
    var labels: [[UInt8]: Int] = [:]
    var out = mentions
    for index in out.indices {
      guard case .person(var reference) = out[index].detail, reference.candidates.count > 1 else {
        continue
      }
      let span = out[index].span
      let around = Surroundings(bytes: bytes, span: span, start: 0, end: bytes.count)
      let label = isLabel(around) ? Array(bytes[span.start..<span.end]) : nil
      guard
        let (person, why) = meant(
          reference.candidates, around, certain, label.flatMap { labels[$0] })
      else { continue }
      // What was promised to one of them is not lost on a guess.
      guard
        why == Self.byGender
          || !reference.candidates.contains(where: { promise($0) < promise(person) })
      else { continue }
      if let label, labels[label] == nil { labels[label] = person }
      reference.candidates = [person]
      reference.chosenBy = why
      out[index].detail = .person(reference)
    }
    return out
  }

  private static let byGender = "the one whose gender fits"

  private mutating func meant(
    _ candidates: [Int], _ around: Surroundings, _ certain: [(span: TextSpan, person: Int)],
    _ label: Int?
  ) -> (Int, String)? {
    if let label, candidates.contains(label) { return (label, "the speaker of that label") }
    if let family = family(candidates, around.span) { return (family, "the family as a whole") }
    let fitting = agreeing(candidates, around)
    if fitting.count == 1 { return (fitting[0], Self.byGender) }
    let named = certain.filter { fitting.contains($0.person) }
    if isLabel(around) {
      let witnesses = fitting.filter { registry.people.people[$0].role == "witness" }
      if witnesses.count == 1 { return (witnesses[0], "the witness, who speaks") }
      if let first = named.first { return (first.person, "the one named first, who speaks") }
    }
    let (from, to) = paragraph(around.span)
    if let nearest = named.last(where: { $0.span.start >= from && $0.span.end <= around.span.start }
    ) {
      return (nearest.person, "the one named last in the paragraph")
    }
    if let next = named.first(where: { $0.span.start >= around.span.end && $0.span.end <= to }) {
      return (next.person, "the one named next in the paragraph")
    }
    let people = Set(named.map(\.person))
    if people.count == 1, let only = people.first {
      return (only, "the only one of them whom the text names")
    }
    return nil
  }

  /// "Волковы", "the Volkovs": nobody by himself. The one to whom most is promised stands for all.
  private mutating func family(_ candidates: [Int], _ span: TextSpan) -> Int? {
    for person in candidates {
      let reading = reading(span, person: person)
      if reading.isLatinPlural { continue }
      if language.isSaidInFrench, reading.words == [.surname], isFrenchPlural(span) { continue }
      guard reading.words == [.surname], let slots = reading.slots, slots.masculine.isEmpty,
        slots.feminine.isEmpty, !slots.plural.isEmpty
      else { return nil }
    }
    return candidates.min { (promise($0), $0) < (promise($1), $1) }
  }

  /// "les Morel"
  private func isFrenchPlural(_ span: TextSpan) -> Bool {
    let around = Surroundings(bytes: bytes, span: span, start: 0, end: bytes.count)
    return ["les", "des", "aux"].contains(around.before?.text.lowercased() ?? "")
  }

  // MARK: Gender

  /// Those of the people whose gender a title, a word of kin or a verb fits.
  private mutating func agreeing(_ candidates: [Int], _ around: Surroundings) -> [Int] {
    guard let gender = saidGender(around) ?? verbGender(candidates, around) else {
      return candidates
    }
    let fitting = candidates.filter {
      let known = registry.people.people[$0].gender
      return known == gender || known == .unknown
    }
    return fitting.isEmpty ? candidates : fitting
  }

  /// "his mother Volkova", "пан Левченко", "Mme Petit", "Volkov's father".
  private func saidGender(_ around: Surroundings) -> Gender? {
    guard let before = around.before else {
      // "Mr. Volkov"
      guard around.markBefore == 0x2E, around.span.start > 2 else { return nil }
      var end = around.span.start
      while end > 0, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x2E { end -= 1 }
      var start = end
      while start > 0, around.isWord(bytes[start - 1]) { start -= 1 }
      return Self.genderWords[around.text(start, end).lowercased()]
    }
    return Self.genderWords[before.text.lowercased()]
  }

  /// "Саша сказала", "был просто Сорока": past tense of Russian and Ukrainian.
  private mutating func verbGender(_ candidates: [Int], _ around: Surroundings) -> Gender? {
    guard let slavic = SlavicLanguage(language) else { return nil }
    let isSubject = candidates.contains { person in
      guard let slots = reading(around.span, person: person).slots else { return true }
      return slots.masculine.contains(.nominative) || slots.feminine.contains(.nominative)
    }
    guard isSubject else { return nil }
    var cursor = around.span.end
    for _ in 0..<3 {
      guard let word = around.word(after: cursor) else { break }
      if let gender = Self.pastGender(word.text.lowercased(), slavic) { return gender }
      cursor = word.span.end
    }
    cursor = around.span.start
    for _ in 0..<2 {
      guard let word = around.word(before: cursor) else { break }
      if let gender = Self.pastGender(word.text.lowercased(), slavic) { return gender }
      cursor = word.span.start
    }
    return nil
  }

  private static func pastGender(_ word: String, _ language: SlavicLanguage) -> Gender? {
    if pastOfMen.contains(word) { return .male }
    if pastOfWomen.contains(word) { return .female }
    guard word.utf8.count >= 10 else { return nil }
    if feminineEndings.end(word) { return .female }
    return masculineEndings[language.language].end(word) ? .male : nil
  }

  private static let pastOfMen = WordList("shared-past-men")
  private static let pastOfWomen = WordList("shared-past-women")
  private static let feminineEndings = WordList("shared-past-endings-women").parts
  private static let masculineEndings = WordList.each("shared-past-endings-men").map(\.parts)

  private static let genderWords: [String: Gender] = {
    var out: [String: Gender] = [:]
    for word in """
    mr mister sir father son brother uncle grandfather husband boy monsieur père fils frère oncle
    mari отец отца отцу отцом сын сына сыну сыном брат брата брату братом дядя дяди дяде дядю муж
    мужа мужу мужем дед деда деду господин господина гражданин батько батька батькові син сина
    синові братові дядько дядька чоловік чоловіка чоловікові дід діда пан пана панові
    """.split(whereSeparator: \.isWhitespace) { out[String(word)] = .male }
    for word in """
    mrs ms miss madam mother daughter sister aunt grandmother wife girl madame mme mlle
    mademoiselle mère fille sœur tante femme мать матери матерью мама мамы маме маму дочь дочери
    сестра сестры сестре сестру тётя тёти тёте тётю жена жены жене жену женой бабушка госпожа
    гражданка мати матір матері донька доньки доньці доньку сестрі тітка тітки тітці тітку дружина
    дружини дружині дружину пані
    """.split(whereSeparator: \.isWhitespace) { out[String(word)] = .female }
    return out
  }()

  // MARK: Places

  /// "VOLKOV: …" at the head of a line.
  private func isLabel(_ around: Surroundings) -> Bool {
    around.isFollowed(by: ":")
      && (around.span.start == 0 || bytes[around.span.start - 1] == 0x0A)
  }

  /// The lines around a span up to a blank one.
  private func paragraph(_ span: TextSpan) -> (Int, Int) {
    var from = span.start
    while from > 1, !(bytes[from - 1] == 0x0A && bytes[from - 2] == 0x0A) { from -= 1 }
    var to = span.end
    while to + 1 < bytes.count, !(bytes[to] == 0x0A && bytes[to + 1] == 0x0A) { to += 1 }
    return (from <= 1 ? 0 : from, to + 1 >= bytes.count ? bytes.count : to)
  }
}
