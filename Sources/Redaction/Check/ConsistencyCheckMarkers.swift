extension ConsistencyCheck {
  /// The marker stands where the policy says, once, in the language and gender of the person.
  func checkMarkers(
    _ readings: [ReleasedReading], _ established: [Int: String], _ notes: inout ConsistencyNotes
  ) {
    for (document, reading) in readings.enumerated() {
      for person in people.people.indices where hasPseudonym(person) {
        let mentions = reading.pseudonyms.filter { $0.people == [person] && $0.isCertain }
        guard !mentions.isEmpty else { continue }
        if established[person] == nil {
          checkPlaces(mentions, person, document, reading, &notes)
        }
        for mention in mentions { checkWording(mention, person, document, reading, &notes) }
      }
      checkUncertain(reading, document, &notes)
      if policy.people.unlisted == .pseudonymize || policy.marker.show == .none { continue }
      for marker in reading.loneMarkers {
        notes.warn(
          .markerAlone, document, reading.markers[marker].span, "a marker with no name before it")
      }
    }
  }

  private func checkPlaces(
    _ mentions: [ReleasedReading.PseudonymMention], _ person: Int, _ document: Int,
    _ reading: ReleasedReading, _ notes: inout ConsistencyNotes
  ) {
    let id = people.people[person].id
    let marked = mentions.filter { $0.marker != nil }
    switch policy.marker.show {
    case .firstMention:
      guard let first = marked.first else {
        // Initials that two pseudonyms share, with the marker of one of them.
        let isShared = reading.pseudonyms.contains {
          $0.people.count > 1 && $0.people.contains(person) && $0.marker != nil
        }
        guard !isShared else { return }
        notes.find(
          .markerMissing, document, mentions[0].span, entity: id,
          "no marker after the first mention of \(id)")
        return
      }
      if first.span != mentions[0].span {
        notes.find(
          .markerLate, document, mentions[0].span, entity: id,
          "the marker of \(id) stands after a later mention, not after this first one")
      }
      for mention in marked.dropFirst() {
        notes.find(
          .markerRepeated, document, span(of: mention, reading), entity: id,
          "the marker of \(id) stands a second time")
      }
    case .every:
      for mention in mentions where mention.marker == nil {
        notes.find(
          .markerMissing, document, mention.span, entity: id, "no marker after a mention of \(id)")
      }
    case .note, .none:
      // It may be the witness's own: "Sergei (not his real name)" was perhaps said so.
      for mention in marked {
        notes.warn(
          .markerUnwanted, document, span(of: mention, reading), entity: id,
          "a marker after a mention of \(id), where the policy wants none")
      }
    }
  }

  private func span(
    of mention: ReleasedReading.PseudonymMention, _ reading: ReleasedReading
  ) -> TextSpan { mention.marker.map { reading.markers[$0].span } ?? mention.span }

  private func checkWording(
    _ mention: ReleasedReading.PseudonymMention, _ person: Int, _ document: Int,
    _ reading: ReleasedReading, _ notes: inout ConsistencyNotes
  ) {
    guard let index = mention.marker, let language = reading.markers[index].language else { return }
    let marker = reading.markers[index]
    let entry = people.people[person]
    let own = reading.text.language?.spoken
    if let own, own != language {
      notes.find(
        .markerLanguage, document, marker.span, entity: entry.id,
        "the marker of \(entry.id) is not in the language of the text")
    } else if !marker.genders.contains(entry.gender) {
      notes.find(
        .markerGender, document, marker.span, entity: entry.id,
        "the marker of \(entry.id) is not for the gender that the people file has")
    }
  }

  /// A pseudonym that is also a word: where no marker says so, no one can tell.
  private func checkUncertain(
    _ reading: ReleasedReading, _ document: Int, _ notes: inout ConsistencyNotes
  ) {
    guard policy.marker.show == .firstMention else { return }
    var seen: Set<Int> = []
    for mention in reading.pseudonyms where mention.isCertain { seen.formUnion(mention.people) }
    for mention in reading.pseudonyms where !mention.isCertain {
      guard mention.people.count == 1, let person = mention.people.first,
        seen.insert(person).inserted
      else { continue }
      let id = people.people[person].id
      notes.leave(
        "whether \(id) is spoken of in \(reading.text.id): the pseudonym is also a word there")
    }
  }

  /// Names that only the texts know as not real: those of people who are not on the people file.
  func checkMarkedNames(_ readings: [ReleasedReading], _ notes: inout ConsistencyNotes) {
    var strangers = 0
    for (document, reading) in readings.enumerated() {
      var seen: Set<FoldedKey> = []
      for name in reading.markedNames where !notes.has(document, name.span) {
        guard policy.people.unlisted == .pseudonymize else {
          notes.find(
            .secondPseudonym, document, name.span,
            "a name with a marker that is nobody's pseudonym on the people file")
          continue
        }
        strangers += 1
        let marker = reading.markers[name.marker]
        if let language = marker.language, let own = reading.text.language, own != .none,
          own != language
        {
          notes.find(
            .markerLanguage, document, marker.span, "the marker is not in the language of the text")
        }
        guard policy.marker.show == .firstMention else { continue }
        if !seen.insert(name.stem).inserted {
          notes.find(
            .markerRepeated, document, marker.span, "the marker of one name stands a second time")
        } else if let first = reading.capitals.first(where: { $0.key == name.key }),
          first.span.start < name.span.start
        {
          notes.warn(
            .markerLate, document, first.span,
            "the marker of this name stands after a later mention")
        }
      }
    }
    if strangers > 0 {
      notes.leave(
        "whether \(strangers) marked \(strangers == 1 ? "name is" : "names are") of people who are"
          + " not on the people file, or second pseudonyms of those who are: reports tell (--report)"
      )
    }
  }
}
