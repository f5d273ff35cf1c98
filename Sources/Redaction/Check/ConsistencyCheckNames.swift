extension ConsistencyCheck {
  /// No form of a name that is to be masked shows, nor one a letter away.
  func checkNames(
    _ readings: [ReleasedReading], _ known: KnownPseudonyms, _ established: [Int: String],
    _ notes: inout ConsistencyNotes
  ) {
    for (document, reading) in readings.enumerated() {
      for name in reading.names {
        guard let person = name.people.first(where: isMasked),
          !isPseudonym(name, reading, known), !isEstablished(name, established)
        else { continue }
        let entry = people.people[person]
        let id = name.people.count == 1 ? entry.id : nil
        if name.people.contains(where: {
          isMasked($0) && people.people[$0].status == .protected
        }) {
          notes.find(
            .protectedName, document, name.span, entity: id,
            "a form of the name of \(said(name.people)) shows")
        } else {
          notes.find(
            .listedName, document, name.span, entity: id,
            "a form of the name of \(said(name.people)) shows, which the policy does not keep")
        }
      }
      for suspect in reading.suspects where !notes.has(document, suspect.span) {
        let id = people.people[suspect.person].id
        if suspect.isKnownName {
          guard policy.people.unlisted != .keep else { continue }
          notes.warn(
            .nearName, document, suspect.span, entity: id,
            "another name, one letter away from a form of the name of \(id)")
        } else {
          notes.find(
            .nearName, document, suspect.span, entity: id,
            "one letter away from a form of the name of \(id)")
        }
      }
    }
    for (document, reading) in readings.enumerated() {
      for doubt in reading.doubts where isMasked(doubt.person) && !notes.has(document, doubt.span) {
        let id = people.people[doubt.person].id
        notes.warn(
          .protectedName, document, doubt.span, entity: id,
          "ordinary words that together are a form of the name of \(id)")
      }
      if let id = pipeline.person(shownBy: Self.fileName(reading.text.id)) {
        notes.find(
          .protectedName, document, TextSpan(0, 0), entity: id,
          "the file's name shows a form of the name of \(id); publish it under another")
      }
      for control in ControlCharacters.found(in: reading.text.bytes) {
        notes.find(
          .controlCharacter, document, control.span,
          "a control character, which may change what is seen; take it out")
      }
    }
    for person in established.keys.sorted() {
      notes.warn(
        .pseudonymIsName, entity: people.people[person].id,
        "the texts call the name that \(people.people[person].id) has in the people file no real"
          + " one; it was kept as a pseudonym")
    }
  }

  /// The last part of a path.
  private static func fileName(_ id: String) -> String {
    String(id.split(separator: "/").last ?? "")
  }

  /// "p-1", or "p-1 or p-2".
  private func said(_ candidates: [Int]) -> String {
    candidates.prefix(3).map { people.people[$0].id }.joined(separator: " or ")
  }

  /// Whether each word that looks like the name is as surely a pseudonym.
  private func isPseudonym(
    _ name: ReleasedReading.NameMention, _ reading: ReleasedReading, _ known: KnownPseudonyms
  ) -> Bool {
    if name.words.isEmpty {
      return reading.pseudonyms.contains { $0.span.contains(name.span) }
    }
    return name.words.allSatisfy { word in
      guard let source = known.source(of: word.key) else { return false }
      return source == .canonical || source <= word.source
    }
  }

  private func isEstablished(
    _ name: ReleasedReading.NameMention, _ established: [Int: String]
  ) -> Bool {
    name.people.contains { established[$0] != nil } && !name.isFull
  }

  /// What the policy would blur stands there: read again, the texts give nothing to do.
  func checkBlurring(
    _ readings: [ReleasedReading], _ plans: [RedactionPlan], _ notes: inout ConsistencyNotes
  ) {
    let strangers = Set(readings.flatMap { $0.markedNames.map(\.key) })
    for (document, reading) in readings.enumerated() {
      let pseudonyms =
        reading.pseudonyms.map(\.span)
        + reading.capitals.filter { strangers.contains($0.key) }.map(\.span)
      for decision in plans[document].decisions where decision.treatment != .keep {
        let span = decision.span
        guard !notes.has(document, span), !pseudonyms.contains(where: span.overlaps),
          !saysTheSame(decision, reading), namesSomething(span, reading)
        else { continue }
        // What no rule knows is read in words that are not the person's any more; what stands in
        // brackets was written by whoever redacted the text.
        let isOnlyRead =
          decision.recognizer == ReaderRecognizer.known || reading.isBracketed(span)
        switch decision.kind {
        case .contact where !isOnlyRead, .place where !isOnlyRead,
          .unit where !isOnlyRead || hasFigures(span, reading):
          notes.find(
            .notBlurred, document, span,
            "\(Self.article(decision.kind)) that the policy would say in other words")
        case .person, .other:
          guard policy.people.unlisted != .keep, !reading.isBracketed(span) else { continue }
          notes.warn(
            .notBlurred, document, span, "perhaps a name of somebody who is not on the people file")
        case .age where !isOnlyRead && hasFigures(span, reading):
          notes.find(
            .notBlurred, document, span, "an age that the policy would say in other words")
        case .age, .date, .identifier, .organization, .contact, .place, .unit:
          guard !reading.isBracketed(span) else { continue }
          notes.warn(
            .notBlurred, document, span,
            "perhaps \(Self.article(decision.kind)) that the policy would say in other words")
        case .job, .demographic, .event, .number: continue
        }
      }
    }
  }

  private func hasFigures(_ span: TextSpan, _ reading: ReleasedReading) -> Bool {
    reading.text.bytes[span.start..<span.end].contains { $0 &- 0x30 < 10 }
  }

  /// Whether a span holds more than words that a description has too, countries among them: a name, a
  /// number, an address.
  private func namesSomething(_ span: TextSpan, _ reading: ReleasedReading) -> Bool {
    let language = reading.text.testimony.language
    return reading.text.bytes.withUnsafeBufferPointer { bytes in
      Tokenizer.tokens(of: bytes, in: span.start..<span.end).contains { token in
        token.isNumber || token.isMark("@")
          || token.isCapitalized
            && !Lexicon.embedded.isOrdinary(token, of: bytes, in: language)
            && Lexicon.embedded.country(token.key, in: language) == nil
      }
    }
  }

  /// Whether the words that the policy would put there are those that stand there.
  private func saysTheSame(_ decision: Decision, _ reading: ReleasedReading) -> Bool {
    let language = reading.text.testimony.language
    let shown = reading.text.bytes[decision.span.start..<decision.span.end]
    let said = SaidContent(shown, language: language)
    return !said.isEmpty
      && said == SaidContent(Array(decision.replacement.utf8), language: language)
  }

  static func article(_ kind: EntityKind) -> String {
    switch kind {
    case .unit: "a unit"
    case .age, .organization, .identifier, .event, .other: "an \(kind.rawValue)"
    default: "a \(kind.rawValue)"
    }
  }

  /// Codes are those of people of the file.
  func checkCodes(_ readings: [ReleasedReading], _ notes: inout ConsistencyNotes) {
    let treatments = Person.Status.allCases.map { policy.people[$0] } + [policy.people.unlisted]
    guard treatments.contains(.code) else { return }
    for (document, reading) in readings.enumerated() {
      for code in reading.codes where code.number > 0 {
        if code.number > people.people.count {
          guard policy.people.unlisted != .code else { continue }
          notes.find(.unknownCode, document, code.span, "a code that nobody of the people file has")
        } else if case let entry = people.people[code.number - 1],
          policy.people[entry.status] != .code
        {
          notes.find(
            .unknownCode, document, code.span, entity: entry.id,
            "the code of \(entry.id), to whom the policy gives none")
        }
      }
    }
  }
}
