/// Somebody's other names: where a text says of a person that they bear another one ("née Orlova",
/// "known at home as Kolya"), the one pseudonym twice would say that they are the same.
extension Planner {
  /// The name that was said of somebody last, and where.
  struct SaidName {
    var span: TextSpan
    var text: String
    /// It was said as a label in the place of another name.
    var isOther = false
  }

  /// The label to say in the place of another name: nil where the mention is the same name again,
  /// or the text says nothing of its being another.
  mutating func otherName(
    _ subject: Subject, _ text: String, _ around: Surroundings
  ) -> String? {
    let last = saidNames[subject.id]
    saidNames[subject.id] = SaidName(span: around.span, text: text)
    guard let last, subject.established == nil, Self.sounds(text, like: last.text) else {
      return nil
    }
    let reading = subject.reading?.words ?? []
    let between = between(last.span, around.span)
    guard let between,
      isBeside(between)
        // "known at home as Kolya and at the front as Kedr": one more of those before.
        || (isNamed(around) || last.isOther && ends(between, in: Self.links))
          && !isSameName(last.span, around.span)
    else { return nil }
    saidNames[subject.id]?.isOther = true
    let isSurname = reading == [.surname] || ends(between, in: Self.births)
    return "[" + (isSurname ? Said.surname : .nickname).words(language) + "]"
  }

  /// Whether a mention is of nothing but a call sign or a nickname that the file has.
  private func isAlias(_ subject: Subject, _ around: Surroundings) -> Bool {
    guard subject.id >= 0, subject.id != Int.max else { return false }
    let words = Tokenizer.tokens(of: bytes, in: around.span.start..<around.span.end)
    let matches = words.filter(\.isWord).flatMap { registry.matches($0.key) }
      .filter { $0.person == subject.id }
    return !matches.isEmpty && matches.allSatisfy { $0.role == .alias }
  }

  /// The label for a call sign or a nickname of somebody of the file where the text tells that it is
  /// one: after a word for naming, before "because", beside the name itself. Else the pseudonym stands
  /// for it.
  mutating func nickname(_ subject: Subject, _ around: Surroundings) -> String? {
    guard isAlias(subject, around), subject.established == nil,
      isNamed(around) || isExplained(around) || isEquated(subject, around)
        || ends(text(max(0, around.span.start - 60), around.span.start), in: Self.certain)
    else { return nil }
    saidNames[subject.id] = nil
    let before = text(max(0, around.span.start - 60), around.span.start)
    let isSurname = ends(before, in: Self.births) || ends(before, in: Self.surnames)
    return "[" + (isSurname ? Said.surname : .nickname).words(language) + "]"
  }

  /// "…, because he never fell", « …, parce que c'est moi qui mesurais »: why somebody is called so.
  private func isExplained(_ around: Surroundings) -> Bool {
    let after = text(
      around.span.end,
      Surroundings.boundary(bytes, min(bytes.count, around.span.end + 24), forward: false))
    guard after.drop(while: { "»”\"’)".contains($0) }).first == "," else { return false }
    let words = after.split { !$0.isLetter }.prefix(2).map {
      FoldedKey(folded: Fold.string(String($0)))
    }
    guard let first = words.first else { return false }
    let because = Self.because[language]
    return because.contains(first)
      || words.count == 2 && because.contains(first.followed(by: words[1]))
  }

  private static let because = WordList.each("other-name-because")

  /// "Штурман — это Климентий Ярош": the same person's name after a dash.
  private func isEquated(_ subject: Subject, _ around: Surroundings) -> Bool {
    let end = Surroundings.boundary(
      bytes, min(bytes.count, around.span.end + 40), forward: false)
    let tokens = Tokenizer.tokens(of: bytes, in: around.span.end..<end)
    guard let dash = tokens.first, dash.kind == .mark,
      "—–-".unicodeScalars.contains(where: {
        $0.value == dash.value
      })
    else { return false }
    return tokens.dropFirst().prefix(3).contains { token in
      token.isWord && token.isCapitalized
        && registry.matches(token.key).contains { $0.person == subject.id && $0.role != .alias }
    }
  }

  /// What a stranger's name is where it is another one of who was named just before: "Anna (not her
  /// real name), née Orlova", «Олег, позывной «Север»»; else nil.
  func otherName(
    of last: (position: Int, end: Int, gender: Gender)?, _ around: Surroundings
  ) -> Said? {
    guard let last, let between = between(TextSpan(last.end, last.end), around.span),
      between.utf8.count <= 96, (1...7).contains(between.split { !$0.isLetter }.count),
      ends(between, in: Self.certain)
    else { return nil }
    return ends(between, in: Self.births) ? .surname : .nickname
  }

  private static let certain = WordList.each("other-name-certain")
  private static let births = WordList.each("birth-names")

  /// What stands between two mentions of one sentence, without the marker of the first.
  private func between(_ last: TextSpan, _ span: TextSpan) -> String? {
    let start = MarkerText.span(bytes, after: last.end)?.end ?? last.end
    guard start < span.start, span.start - start <= 160 else { return nil }
    let between = text(start, span.start)
    return between.contains { ".!?:;\n".contains($0) } ? nil : between
  }

  /// "Mihrigul Tursuntay, Tursuntay was my father", "Pasha, Pavlik": no word between.
  private func isBeside(_ between: String) -> Bool {
    !between.contains(where: \.isLetter) && between.contains { ",(«\"“„/".contains($0) }
  }

  /// Whether the last words of what stands between two mentions, up to three, are on a list.
  private func ends(_ between: String, in list: ByLanguage<WordList>) -> Bool {
    let words = between.split { !$0.isLetter }.suffix(3).map {
      FoldedKey(folded: Fold.string(String($0)))
    }
    return words.indices.contains { first in
      list[language].contains(words[(first + 1)...].reduce(words[first]) { $0.followed(by: $1) })
    }
  }

  /// What a form asks for directly before a name, where it is no first name: "Surname: Orlova",
  /// «Прізвище — Гук», "his surname was Volkov".
  func askedFor(before around: Surroundings) -> Said? {
    var offset = around.span.start
    while offset > 0, !around.isWord(bytes[offset - 1]), bytes[offset - 1] != 0x0A,
      around.span.start - offset < 8
    {
      offset -= 1
    }
    guard !around.original.contains(" "), var word = around.wordEnding(at: offset) else {
      return nil
    }
    if around.span.start - offset < 2 {
      if answers(word, around) { return .surname }
      guard Self.copulas[language].contains(FoldedKey(folded: Fold.string(word.text))),
        let first = around.word(before: word.span.start)
      else { return nil }
      word = first
    }
    let key = FoldedKey(folded: Fold.string(word.text))
    if Self.surnames[language].contains(key) { return .surname }
    if Self.patronymics[language].contains(key) { return .person }
    return nil
  }

  /// "They asked for my surname, and I said Orlova": the verb of an answer before a name, and what was
  /// asked for before that.
  private func answers(_ verb: Surroundings.Word, _ around: Surroundings) -> Bool {
    let vocabulary = Vocabulary.of(language)
    guard vocabulary.entry(of: verb.text).has(.speech) else { return false }
    var start = verb.span.start
    while start > 0, verb.span.start - start < 80, !Self.stops.contains(bytes[start - 1]) {
      start -= 1
    }
    for word in text(start, verb.span.start).split(whereSeparator: { !$0.isLetter }).reversed() {
      let key = FoldedKey(folded: Fold.string(String(word)))
      if Self.surnames[language].contains(key) { return true }
      guard vocabulary.entry(key).hasAny(Self.small) else { return false }
    }
    return false
  }

  private static let stops = Set(".!?;:\n".utf8)
  private static let small = Cue.pronoun.bit | Cue.conjunction.bit | Cue.auxiliary.bit

  private static let copulas = WordList.each("copulas")
  private static let surnames = WordList.each("surname-labels")
  private static let patronymics = WordList.each("patronymic-labels")

  /// Whether a word for naming stands before: "known as", "née", «зовут».
  func isNamed(_ around: Surroundings) -> Bool {
    var offset = around.span.start
    while offset > 0, !around.isWord(bytes[offset - 1]), around.span.start - offset < 8 {
      offset -= 1
    }
    guard let before = around.wordEnding(at: offset) else { return false }
    let key = FoldedKey(folded: Fold.string(before.text))
    if Self.links[language].contains(key) { return true }
    if Self.greetings[language].contains(key) { return false }
    let further = around.word(before: before.span.start).map { first in
      FoldedKey(folded: Fold.string(first.text)).followed(by: key)
    }
    let vocabulary = Vocabulary.of(language)
    return vocabulary.entry(key).has(.naming)
      || further.map { vocabulary.entry($0).has(.naming) } ?? false
  }

  private static let links = WordList.each("other-name-links")
  private static let greetings = WordList.each("before-names")

  /// Whether both mentions share a word, in whatever form.
  private func isSameName(_ first: TextSpan, _ second: TextSpan) -> Bool {
    let stems = { (span: TextSpan) in
      Set(
        Fold.string(self.text(span.start, span.end)).split { !$0.isLetter }.map {
          self.language.isSlavic ? $0.prefix(4) : $0
        })
    }
    return !stems(first).isDisjoint(with: stems(second))
  }

  /// Whether two spellings are forms of one name.
  private static func sounds(_ one: String, like other: String) -> Bool {
    let (one, other) = (Fold.string(one), Fold.string(other))
    let length = min(4, one.count, other.count)
    return length > 1 && one.prefix(length) == other.prefix(length)
  }

  private func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
