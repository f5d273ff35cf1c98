extension ConsistencyCheck {
  /// Two people never share a pseudonym, and none is a real name of the case.
  func checkPseudonyms(_ readings: [ReleasedReading], _ notes: inout ConsistencyNotes) {
    checkShared(readings, &notes)
    for person in people.people.indices where hasPseudonym(person) {
      checkNearness(of: person, readings, &notes)
      checkGenderOfPseudonym(of: person, &notes)
    }
    for (document, reading) in readings.enumerated() {
      for mention in reading.pseudonyms where mention.isCertain && mention.people.count == 1 {
        let entry = people.people[mention.people.first ?? 0]
        if mention.isMixed {
          notes.find(
            .script, document, mention.span, entity: entry.id,
            "the pseudonym of \(entry.id) mixes two alphabets, or hides a character")
        } else if mention.isForeign {
          // The name may have stood so in the original.
          notes.warn(
            .script, document, mention.span, entity: entry.id,
            "the pseudonym of \(entry.id) is not in the alphabet of the text")
        }
        if let title = mention.title, entry.gender != .unknown, title != entry.gender {
          notes.find(
            .gender, document, mention.span, entity: entry.id,
            "the title before the pseudonym of \(entry.id) is for another gender")
        }
      }
    }
  }

  private func checkShared(_ readings: [ReleasedReading], _ notes: inout ConsistencyNotes) {
    var owners: [[UInt8]: Int] = [:]
    for person in people.people.indices where hasPseudonym(person) {
      for spelling in registry.pseudonyms[person]?.folded ?? [] {
        guard let other = owners[spelling], other != person else {
          owners[spelling] = person
          continue
        }
        let ids = (people.people[other].id, people.people[person].id)
        let sentence = "\(ids.0) and \(ids.1) have one pseudonym"
        note(.sharedPseudonym, of: person, readings, isFinding: true, sentence, &notes)
        break
      }
    }
  }

  private func checkNearness(
    of person: Int, _ readings: [ReleasedReading], _ notes: inout ConsistencyNotes
  ) {
    guard let spellings = registry.pseudonyms[person] else { return }
    let id = people.people[person].id
    let candidate = PseudonymCandidate(spellings)
    let names = RealNames(registry.forms)
    let nearness = names.nearness(of: candidate)
    guard nearness != .apart else { return }
    if candidate.folded.contains(where: { names.names.contains(FoldedKey(folded: $0)) }) {
      let sentence = "the pseudonym of \(id) is a real name of the case"
      note(.pseudonymIsName, of: person, readings, isFinding: true, sentence, &notes)
      return
    }
    let how =
      switch nearness {
      case .equal: "is a form of a real name of the case"
      case .close: "comes close to a real name of the case"
      default: "shares its initial with a real name of the case"
      }
    let isDrawn = wasDrawn(person, candidate)
    note(
      .pseudonymNearName, of: person, readings, isFinding: isDrawn,
      "the pseudonym of \(id) \(how)" + (isDrawn ? ", though it was drawn; draw it again" : ""),
      &notes)
  }

  /// Whether a pseudonym of the file is one that was drawn before a name came that it is near to:
  /// drawn again without those names it is the same, and with them it is not.
  private func wasDrawn(_ person: Int, _ candidate: PseudonymCandidate) -> Bool {
    guard people.people[person].pseudonym != nil else { return false }
    var seeds: [PersonSeed] = []
    let cultures = NameCulture.all(of: people.people)
    for index in people.people.indices {
      let entry = people.people[index]
      guard entry.status != .public || entry.pseudonym != nil else { continue }
      seeds.append(
        PersonSeed(
          id: entry.id, gender: entry.gender,
          culture: cultures[index],
          given: index == person ? nil : registry.people.people[index].pseudonym))
    }
    let id = people.people[person].id
    func draws(_ forms: [NameForms]) -> Bool {
      let draw = PseudonymPool.table.draw(
        for: seeds, key: PseudonymKey(people), realForms: forms)
      guard let drawn = draw.pseudonyms[id] else { return false }
      return !Set(drawn.folded).isDisjoint(with: candidate.folded)
    }
    let apart = registry.forms.filter { RealNames([$0]).nearness(of: candidate) == .apart }
    return draws(apart) && !draws(registry.forms)
  }

  private func checkGenderOfPseudonym(of person: Int, _ notes: inout ConsistencyNotes) {
    let entry = people.people[person]
    guard let spellings = registry.pseudonyms[person],
      PseudonymDrawing.isOfOtherGender(spellings, than: entry.gender)
    else { return }
    notes.warn(
      .gender, entity: entry.id, "the pseudonym of \(entry.id) is a name of the other gender")
  }

  /// Notes something about a person's pseudonym where it first stands; as a warning where it does
  /// not stand in these texts.
  private func note(
    _ check: ConsistencyFinding.Check, of person: Int, _ readings: [ReleasedReading],
    isFinding: Bool, _ sentence: String, _ notes: inout ConsistencyNotes
  ) {
    let id = people.people[person].id
    for (document, reading) in readings.enumerated() {
      guard let first = reading.pseudonyms.first(where: { $0.people.contains(person) }) else {
        continue
      }
      if isFinding {
        notes.find(check, document, first.span, entity: id, sentence)
      } else {
        notes.warn(check, document, first.span, entity: id, sentence)
      }
      return
    }
    notes.warn(check, entity: id, sentence + "; it is not in these texts")
  }
}
