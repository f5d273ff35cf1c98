/// Holds released texts against the reports of their redaction: what became of each decision when
/// the text was edited, and whether one thing is said alike everywhere.
struct ReportCheck {
  let check: ConsistencyCheck
  let known: KnownPseudonyms
  let established: [Int: String]

  /// One decision, where it stands in the released text now.
  private struct Place {
    /// Which report, and the document it is about.
    var report: Int
    var id: String
    var document: Int
    var entry: ReleasedReport.Entry
    var span: TextSpan
    var isSame: Bool
    /// What it said, and says now.
    var was: SaidContent
    var says: SaidContent
  }

  func check(
    _ texts: [ReleasedText], _ plans: [RedactionPlan], _ reports: [ReleasedReport],
    _ notes: inout ConsistencyNotes
  ) {
    let blurs = EntityKind.allCases.filter { check.policy.treatment(for: $0) != .keep }
    if reports.isEmpty, !Set(blurs).isDisjoint(with: Self.facts) {
      notes.leave(
        "whether places, units, dates and ages are said alike everywhere, and whether each pseudonym"
          + " stands for the person it was given to: that needs the reports of 'redact' (--report)")
    }
    var places: [Place] = []
    var owned: [Set<Int>] = []
    for (number, (report, document)) in Self.pairs(reports, texts).enumerated() {
      guard let document else {
        notes.leave("\(report.name): no text given here is the one it reports on")
        continue
      }
      checkPolicy(report, document, texts[document], &notes)
      guard let found = self.places(report, number, document, texts[document]) else {
        notes.leave(
          "\(report.name): too little of its text is left in \(texts[document].id) to compare them")
        continue
      }
      if !found.isEmpty, found.allSatisfy({ $0.entry.entity == nil }),
        found.contains(where: { $0.entry.kind == .person }), report.isPublic
      {
        notes.leave(
          "whether each pseudonym in \(texts[document].id) stands for the person it was given to: its"
            + " report is a public one")
      }
      for place in found {
        checkPerson(place, texts[document], &notes)
        checkFact(place, plans[document], &notes)
      }
      owned.append([document])
      places += found
    }
    let covered = owned.reduce(into: Set<Int>()) { $0.formUnion($1) }
    if !reports.isEmpty {
      for document in texts.indices where !covered.contains(document) {
        notes.leave("\(texts[document].id): no report was given for it")
      }
    }
    checkLevels(places, &notes)
    checkVersions(places, &notes)
  }

  /// The kinds of which two sayings tell more than one.
  private static let facts: Set<EntityKind> = [.place, .unit, .date, .age]

  /// Each report with its text: the one it holds, else the only one of its name, else the only one.
  private static func pairs(
    _ reports: [ReleasedReport], _ texts: [ReleasedText]
  ) -> [(ReleasedReport, Int?)] {
    var free = Set(texts.indices)
    var pairs = [Int?](repeating: nil, count: reports.count)
    for (index, report) in reports.enumerated() {
      guard let text = free.sorted().first(where: { texts[$0].bytes == report.text }) else {
        continue
      }
      pairs[index] = text
      free.remove(text)
    }
    for (index, report) in reports.enumerated() where pairs[index] == nil {
      let named = free.filter {
        texts[$0].id == report.id || texts[$0].id.hasSuffix("/" + report.id)
      }
      let only = texts.count == 1 && reports.count == 1 ? free : named
      guard let text = only.min() else { continue }
      pairs[index] = text
      free.remove(text)
    }
    // Two reports on one text, as when it was redacted under two policies.
    for (index, report) in reports.enumerated() where pairs[index] == nil {
      pairs[index] = texts.firstIndex { $0.id == report.id || $0.id.hasSuffix("/" + report.id) }
    }
    return Array(zip(reports, pairs))
  }

  private func checkPolicy(
    _ report: ReleasedReport, _ document: Int, _ text: ReleasedText,
    _ notes: inout ConsistencyNotes
  ) {
    guard let name = report.policyName, name != check.policy.name else { return }
    notes.find(
      .otherPolicy, document, TextSpan(0, min(text.bytes.count, 1)),
      "redacted under the policy '\(name)', checked under '\(check.policy.name)'")
  }

  private func places(
    _ report: ReleasedReport, _ number: Int, _ document: Int, _ text: ReleasedText
  ) -> [Place]? {
    guard let alignment = TextAlignment(from: report.text, to: text.bytes) else { return nil }
    let language = text.language ?? .none
    let spans = report.byteSpans()
    return zip(report.entries, spans).compactMap { entry, span in
      guard entry.treatment != Treatment.keep.name, let place = alignment.place(of: span) else {
        return nil
      }
      return Place(
        report: number, id: report.id, document: document, entry: entry, span: place.span,
        isSame: place.isSame,
        was: SaidContent(entry.replacement.utf8, language: language),
        says: SaidContent(text.bytes[place.span.start..<place.span.end], language: language))
    }
  }

  // MARK: People

  private func checkPerson(
    _ place: Place, _ text: ReleasedText, _ notes: inout ConsistencyNotes
  ) {
    let entry = place.entry
    guard entry.kind == .person, entry.treatment == Treatment.pseudonymize.name else { return }
    let shown = text.bytes[place.span.start..<place.span.end]
    guard let id = entry.entity else {
      guard entry.reason.contains("not on the people file"),
        let person = pseudonyms(in: shown).first
      else { return }
      let other = check.people.people[person].id
      notes.find(
        .sharedPseudonym, place.document, place.span, entity: other,
        "somebody who is not on the people file has the pseudonym of \(other)")
      return
    }
    guard let person = check.people.people.firstIndex(where: { $0.id == id }) else {
      notes.leave("\(id), of whom a report speaks: the people file does not have them")
      return
    }
    guard check.hasPseudonym(person) else { return }
    let now = pseudonyms(in: shown)
    if now.contains(person) {
      guard !place.isSame, isCyrillic(shown) != isCyrillic(Array(entry.replacement.utf8)[...])
      else { return }
      notes.find(
        .script, place.document, place.span, entity: id,
        "the pseudonym of \(id) is in another alphabet than the report has")
      return
    }
    if !saysName(shown) { return }
    if let other = now.first {
      notes.find(
        .swappedPseudonym, place.document, place.span, entity: id,
        "the pseudonym of \(check.people.people[other].id) where the report has \(id)")
    } else if !notes.has(place.document, place.span) {
      notes.find(
        .secondPseudonym, place.document, place.span, entity: id,
        "a name that is not the pseudonym of \(id), where the report has \(id)")
    }
  }

  /// The people whose pseudonyms stand in a piece of text.
  private func pseudonyms(in bytes: ArraySlice<UInt8>) -> Set<Int> {
    words(bytes).filter { $0.isCapitalized }.reduce(into: []) {
      $0.formUnion(known.people($1.key))
    }
  }

  /// Whether a piece of text says a name at all: a pronoun or a role may stand there as well, and
  /// initials or a patronymic alone are no pseudonym.
  private func saysName(_ bytes: ArraySlice<UInt8>) -> Bool {
    let lexicon = Lexicon.embedded
    return Array(bytes).withUnsafeBufferPointer { bytes in
      Tokenizer.tokens(of: bytes, in: 0..<bytes.count).contains { word in
        word.isCapitalized && word.value >= 3
          && !Language.wellKnown.contains { lexicon.isOrdinary(word, of: bytes, in: $0) }
          && !lexicon.name(word.key).contains(.patronymic)
      }
    }
  }

  /// Whether the first name in a piece of text is in Cyrillic.
  private func isCyrillic(_ bytes: ArraySlice<UInt8>) -> Bool? {
    words(bytes).first(where: \.isCapitalized)?.isCyrillic
  }

  private func words(_ bytes: ArraySlice<UInt8>) -> [Token] {
    Array(bytes).withUnsafeBufferPointer { bytes in
      Tokenizer.tokens(of: bytes, in: 0..<bytes.count).filter(\.isWord)
    }
  }

  // MARK: Facts

  /// What a decision blurred is not said more exactly now.
  private func checkFact(
    _ place: Place, _ plan: RedactionPlan, _ notes: inout ConsistencyNotes
  ) {
    let kind = place.entry.kind
    guard kind != .person, !place.isSame, !place.says.isEmpty,
      !place.says.saysNoMore(than: place.was), !notes.has(place.document, place.span)
    else { return }
    notes.find(
      .moreExact, place.document, place.span,
      "\(ConsistencyCheck.article(kind)) is said in words that say more than the report has")
  }

  /// What was said in the same words everywhere still is: of two sayings the finer one tells.
  private func checkLevels(_ places: [Place], _ notes: inout ConsistencyNotes) {
    var groups: [Said: [Place]] = [:]
    for place in places where Self.facts.contains(place.entry.kind) {
      groups[Said(kind: place.entry.kind, content: place.was), default: []].append(place)
    }
    for place in places
    where !place.isSame && !place.says.isEmpty && place.says != place.was
      && place.says.saysNoMore(than: place.was)
    {
      let group = groups[Said(kind: place.entry.kind, content: place.was)] ?? []
      guard group.contains(where: { $0.says == place.was }) else { continue }
      notes.find(
        .twoLevels, place.document, place.span,
        "\(ConsistencyCheck.article(place.entry.kind)) is said less exactly here than where the same"
          + " words stand elsewhere")
    }
  }

  private struct Said: Hashable {
    var kind: EntityKind
    var content: SaidContent
  }

  /// Two reports on one document: what stood at one place of the original is said alike.
  private func checkVersions(_ places: [Place], _ notes: inout ConsistencyNotes) {
    struct Origin: Hashable {
      var id: String
      var input: TextSpan
    }
    var first: [Origin: Place] = [:]
    for place in places where Self.facts.contains(place.entry.kind) {
      guard let input = place.entry.input else { continue }
      let origin = Origin(id: place.id, input: input)
      guard let other = first[origin] else {
        first[origin] = place
        continue
      }
      guard other.report != place.report, other.was != place.was else { continue }
      notes.find(
        .twoLevels, place.document, place.span,
        "\(ConsistencyCheck.article(place.entry.kind)) is said in two ways in two releases of one"
          + " document")
    }
  }
}
