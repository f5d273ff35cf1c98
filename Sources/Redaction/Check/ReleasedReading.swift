/// What stands in one released text, as far as names and markers go.
struct ReleasedReading {
  /// A listed person's real name, or what looks like it.
  struct NameMention {
    var people: [Int]
    var isFull: Bool
    var span: TextSpan
    /// The words of it that are forms of the name, each with how surely.
    var words: [(key: FoldedKey, source: FormSource)]
    /// Whether a marker follows directly, so that the name is perhaps none.
    var isMarked: Bool
  }

  /// A pseudonym of the case.
  struct PseudonymMention {
    var people: Set<Int>
    var span: TextSpan
    /// Whether it is a name where it stands, and no word at the head of a sentence.
    var isCertain: Bool
    /// The gender of the title before it.
    var title: Gender?
    /// It is in two alphabets, or has invisible characters.
    var isMixed: Bool
    /// It is in another alphabet than the text and its neighbours.
    var isForeign: Bool
    /// Position of the marker that follows it.
    var marker: Int?
  }

  /// A word that could be a misspelled name.
  struct Suspect {
    var person: Int
    var span: TextSpan
    /// The lists of names know it as another name.
    var isKnownName: Bool
  }

  /// "W-017".
  struct Code {
    var number: Int
    var span: TextSpan
  }

  /// A name with a marker that is no pseudonym of the file.
  struct MarkedName {
    var key: FoldedKey
    var stem: FoldedKey
    var span: TextSpan
    var marker: Int
  }

  let text: ReleasedText
  var markers: [FoundMarker]
  var names: [NameMention] = []
  /// Ordinary words that together are a name of the people file.
  var doubts: [(person: Int, span: TextSpan)] = []
  var pseudonyms: [PseudonymMention] = []
  var suspects: [Suspect] = []
  var codes: [Code] = []
  var markedNames: [MarkedName] = []
  /// Positions of markers that follow neither a pseudonym nor another name.
  var loneMarkers: [Int] = []
  /// The words with capitals, by key, for names that only the text knows.
  var capitals: [(key: FoldedKey, span: TextSpan)] = []

  init(_ text: ReleasedText, marker: MarkerReading) {
    self.text = text
    markers = text.bytes.withUnsafeBufferPointer { marker.markers(in: $0) }
  }

  /// Finds the real names of the people file.
  mutating func findNames(_ registry: PersonRegistry) {
    let recognizer = RosterRecognizer(registry: registry)
    each { reading, passage in
      var mentions: [Mention] = []
      recognizer.find(in: passage, into: &mentions)
      for mention in mentions {
        guard case .person(let reference) = mention.detail else { continue }
        var words: [(FoldedKey, FormSource)] = []
        for index in 0..<passage.count
        where passage[index].isWord && mention.span.contains(passage[index].span) {
          let key = passage[index].key
          let sources = registry.matches(key).filter {
            $0.role != .particle && reference.candidates.contains($0.person)
          }.map(\.source)
          if let best = sources.min() { words.append((key, best)) }
        }
        reading.names.append(
          NameMention(
            people: reference.candidates, isFull: reference.isFull, span: mention.span,
            words: words, isMarked: reading.marker(after: mention.span, in: passage) != nil))
      }
    }
  }

  /// Finds what else reads as one of these names, as the check of an output reads it.
  ///
  /// - Parameter kept: what the policy leaves readable, in order.
  mutating func findDisguises(_ registry: PersonRegistry, kept: [TextSpan]) {
    let seen = text.bytes.withUnsafeBufferPointer { bytes in
      var watch = NameWatch(registry, text.testimony.language)
      var words = ShownWords(bytes)
      while words.next() { watch.read(words) }
      return (watch.found, watch.doubts)
    }
    var known = TakenSpans()
    for name in names { known.insert(name.span) }
    for one in seen.0
    where known.free(in: one.span) == [one.span]
      && !kept.contains(where: { one.isOfSomebodyElse(in: $0) })
    {
      names.append(
        NameMention(
          people: [one.person], isFull: false, span: one.span,
          words: one.key.map { [($0, one.source)] } ?? [],
          isMarked: text.bytes.withUnsafeBufferPointer { MarkerText.follows($0, one.span.end) }))
    }
    names.sort { $0.span < $1.span }
    doubts = seen.1.filter { known.free(in: $0.span) == [$0.span] }.map { ($0.person, $0.span) }
  }

  /// Finds the pseudonyms, then which markers belong to which name.
  ///
  /// - Parameter others: what else the text names in public, in order.
  mutating func findPseudonyms(_ known: KnownPseudonyms, others: [TextSpan]) {
    let recognizer = RosterRecognizer(registry: known.registry)
    each { reading, passage in
      var mentions: [Mention] = []
      recognizer.find(in: passage, into: &mentions)
      var taken: Set<Int> = []
      for mention in mentions {
        guard case .person(let reference) = mention.detail,
          let first = (0..<passage.count).first(where: {
            Int(passage[$0].start) == mention.span.start
          }), let source = known.source(of: passage[first].key), source != .familyForm
        else { continue }
        let marker = reading.marker(after: mention.span, in: passage)
        if marker == nil, others.contains(where: { $0.overlaps(mention.span) }) { continue }
        if let marker { taken.insert(marker) }
        reading.pseudonyms.append(
          PseudonymMention(
            people: known.people(of: reference), span: mention.span,
            isCertain: !mention.needsReview || marker != nil
              || mention.needsReview
                && reference.candidates.count > 1 && !passage[first].opensSentence,
            title: reading.title(before: first, in: passage),
            isMixed: passage[first].isDisguised, isForeign: reading.isForeign(first, in: passage),
            marker: marker))
      }
      reading.keepNearestMarkers()
      reading.assignMarkers(in: passage, taken, known)
      reading.pseudonyms.sort { $0.span < $1.span }
      for index in 0..<passage.count where passage[index].isCapitalized {
        reading.capitals.append((passage[index].key, passage[index].span))
      }
    }
  }

  /// Finds words that are nearly names, and codes.
  mutating func findSuspects(
    _ near: NearNames, registry: PersonRegistry, known: KnownPseudonyms, others: [TextSpan]
  ) {
    each { reading, passage in
      for index in 0..<passage.count where passage[index].isWord {
        if let code = reading.code(at: index, in: passage) { reading.codes.append(code) }
        guard passage[index].value >= UInt32(NearNames.shortest),
          !others.contains(where: { $0.overlaps(passage[index].span) }),
          let suspect = reading.suspect(index, in: passage, near, registry, known)
        else { continue }
        reading.suspects.append(suspect)
      }
    }
  }

  private mutating func each(_ body: (inout ReleasedReading, Passage) -> Void) {
    let text = text
    text.bytes.withUnsafeBufferPointer { bytes in
      Passages.each(in: bytes, language: text.testimony.language, reading: .facts) { passage in
        body(&self, passage)
      }
    }
  }
}

extension ReleasedReading {
  /// Whether a span stands alone in [square brackets], as replacements do.
  func isBracketed(_ span: TextSpan) -> Bool {
    let bytes = text.bytes
    let near = bytes[max(0, span.start - 12)..<span.start]
    let after = bytes[span.end..<min(bytes.count, span.end + 32)]
    guard let open = near.lastIndex(of: UInt8(ascii: "[")),
      let close = after.firstIndex(of: UInt8(ascii: "]"))
    else { return false }
    return !near[open...].contains(UInt8(ascii: "]"))
      && !after[..<close].contains(UInt8(ascii: "["))
  }

  // MARK: Markers

  /// The marker that follows a name: a possessive, quotation marks, brackets, and up to three words
  /// of the same name may stand between.
  private func marker(after span: TextSpan, in passage: Passage) -> Int? {
    guard let marker = markers.firstIndex(where: { $0.span.start >= span.end }),
      markers[marker].span.start - span.end <= 80
    else { return nil }
    var words = 0
    for index in Self.first(from: span.end, in: passage)..<passage.count {
      let token = passage[index]
      guard Int(token.start) < markers[marker].span.start else { break }
      switch token.kind {
      case .word where token.value == 1 && !token.isCapitalized: continue
      // "Aidos Sasha (not his real name)": the marker of the second.
      case .word where !passage.nameFacts(index).isDisjoint(with: .given): return nil
      case .word where token.isCapitalized && !passage.isOrdinary(index): words += 1
      case .mark where Passage.isQuote(token) || Passage.joins(token): continue
      case .mark where token.isMark("]") || token.isMark(")"): continue
      case .mark where token.isMark(".") && index > 0 && passage.isInitial(index - 1): continue
      case .newline: continue
      default: return nil
      }
      if words > 3 { return nil }
    }
    return marker
  }

  /// Of two names before one marker it belongs to the later.
  private mutating func keepNearestMarkers() {
    var seen: Set<Int> = []
    for index in pseudonyms.indices.reversed() {
      if let marker = pseudonyms[index].marker, !seen.insert(marker).inserted {
        pseudonyms[index].marker = nil
      }
    }
  }

  /// Position of the first token that begins at or after an offset.
  private static func first(from offset: Int, in passage: Passage) -> Int {
    var low = 0
    var high = passage.count
    while low < high {
      let middle = (low + high) / 2
      if Int(passage[middle].start) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What stands before the markers that no pseudonym of the file takes.
  private mutating func assignMarkers(
    in passage: Passage, _ taken: Set<Int>, _ known: KnownPseudonyms
  ) {
    guard let head = passage.tokens.first, let end = passage.tokens.last else { return }
    for marker in markers.indices where !taken.contains(marker) {
      let start = markers[marker].span.start
      guard start >= Int(head.start), start < Int(end.end) else { continue }
      var index = Self.first(from: start, in: passage) - 1
      if let initials = initials(before: index, in: passage, known) {
        var mention = initials
        mention.marker = marker
        pseudonyms.append(mention)
        continue
      }
      while index >= 0, passage[index].kind != .word || passage[index].value == 1,
        passage[index].kind != .number, !passage[index].isMark(",")
      { index -= 1 }
      if index >= 0, passage[index].isCapitalized, start - Int(passage[index].end) <= 12 {
        markedNames.append(
          MarkedName(
            key: passage[index].key, stem: passage.nameStem(index), span: passage[index].span,
            marker: marker))
      } else {
        loneMarkers.append(marker)
      }
    }
  }

  /// The initials of a pseudonym that end at a token: "D. M."
  private func initials(
    before last: Int, in passage: Passage, _ known: KnownPseudonyms
  ) -> PseudonymMention? {
    var first = last + 1
    while first >= 2, passage[first - 1].isMark("."), passage.isInitial(first - 2) { first -= 2 }
    guard first <= last else { return nil }
    let people = known.people(withInitial: passage[first].key)
    guard !people.isEmpty else { return nil }
    return PseudonymMention(
      people: people, span: TextSpan(Int(passage[first].start), Int(passage[last].end)),
      isCertain: true, title: nil, isMixed: false, isForeign: false, marker: nil)
  }

  // MARK: Titles, alphabets, codes

  /// The gender of the title directly before a word: "Mr", "Madame", "г-жа", "пані".
  private func title(before index: Int, in passage: Passage) -> Gender? {
    guard let cue = passage.isCuedAsPerson(index), passage.value(cue.first, .honorific) != nil
    else { return nil }
    // "Sr", "п.": a sister or a señor, a lady or a gentleman.
    let title = passage[cue.first]
    guard title.value > 2 || Self.clear.contains(title.key) else { return nil }
    return Gender(rawValue: cue.gender)
  }

  private static let clear: WordList = ["mr", "ms"]

  /// Whether the word at `index` is in another alphabet than its text and neighbours.
  private func isForeign(_ index: Int, in passage: Passage) -> Bool {
    let token = passage[index]
    guard let language = text.language, language != .none else { return false }
    let isCyrillicText = language.isSlavic
    guard token.isCyrillic != isCyrillicText else { return false }
    var neighbours: [Bool] = []
    for step in [-1, 1] {
      var other = index + step
      while other >= 0, other < passage.count, !passage[other].isWord { other += step }
      if other >= 0, other < passage.count { neighbours.append(passage[other].isCyrillic) }
    }
    // Words of that alphabet on both sides: something is quoted.
    return neighbours.isEmpty || neighbours.contains(isCyrillicText)
  }

  private func code(at index: Int, in passage: Passage) -> Code? {
    guard passage[index].shape == .initial, passage[index].end - passage[index].start == 1,
      passage.bytes[Int(passage[index].start)] == UInt8(ascii: "W"), index + 2 < passage.count,
      passage[index + 1].isMark("-"), !passage[index + 1].gap, passage[index + 2].isNumber,
      !passage[index + 2].gap, passage[index + 2].digits >= 3
    else { return nil }
    return Code(
      number: Int(passage[index + 2].value),
      span: TextSpan(Int(passage[index].start), Int(passage[index + 2].end)))
  }

  // MARK: Near names

  private func suspect(
    _ index: Int, in passage: Passage, _ near: NearNames, _ registry: PersonRegistry,
    _ known: KnownPseudonyms
  ) -> Suspect? {
    let token = passage[index]
    guard registry.matches(token.key).isEmpty, known.source(of: token.key) == nil,
      !Language.wellKnown.contains(where: { passage.isOrdinary(index, in: $0) }),
      !passage.isCountry(index)
    else { return nil }
    let word = passage.folded(index)
    guard token.isCapitalized || token.isDisguised,
      passage.lexicon.place(token.key) == nil, let person = near.person(near: word)
    else { return nil }
    return Suspect(
      person: person, span: token.span,
      isKnownName: !passage.nameFacts(index).isEmpty)
  }
}
