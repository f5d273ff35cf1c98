internal import CLexicon

/// Somebody who needs a pseudonym. The name is not here: the draw must not depend on it.
struct PersonSeed: Sendable {
  /// The person's id in the people file.
  var id: String
  var gender: Gender
  var culture: NameCulture
  /// The texts name them by surname alone, and do not say whether it is a man or a woman.
  var isSurname = false
  /// The pseudonym that the people file gives.
  var given: String?
}

/// What a draw gives: a pseudonym for each id, and what the caseworker should know.
struct PseudonymDraw: Sendable {
  var pseudonyms: [String: PseudonymSpellings] = [:]
  /// Ids whose given pseudonym comes near a real name or another pseudonym, and how near.
  var warnings: [String: Nearness] = [:]
  /// Ids whose drawn pseudonym shares its initial with a real name: every other was taken.
  var relaxed: Set<String> = []
}

/// Given names that pseudonyms are drawn from, and surnames that men and women bear alike.
struct PseudonymPool: Sendable {
  /// The pools that are built in.
  static var table: PseudonymPool { Recognition.isMissing(.pseudonyms) ? least : whole }

  /// One name, without which nobody could be given any.
  private static let least = Array("generic\tx\tAlex/Alex/Алекс/Алекс".utf8)
    .withUnsafeBufferPointer { PseudonymPool(parsing: $0) }
  private static let whole = PseudonymPool(
    parsing: UnsafeBufferPointer(
      start: clexicon_pseudonyms_start(), count: Int(clexicon_pseudonyms_count)))

  private struct Key: Hashable, Sendable {
    var culture: NameCulture
    var gender: Gender
  }

  private var pools: [Key: [PseudonymCandidate]] = [:]
  private var surnames: [NameCulture: [PseudonymCandidate]] = [:]
  private var bySpelling: [Letters: PseudonymSpellings] = [:]
  /// Where a folded first name is at home; a Cyrillic one by its stem as well.
  private var cultures: [Letters: [NameCulture]] = [:]
  /// How many candidates there are.
  private var count = 0

  /// Reads lines of culture TAB gender TAB en/fr/ru/uk, separated by spaces; the gender of surnames
  /// is "s".
  init(parsing bytes: UnsafeBufferPointer<UInt8>) {
    var ownSpellings: Set<Letters> = []
    for row in bytes.split(separator: 0x0A) {
      let fields = row.split(separator: 0x09).map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 3, let culture = NameCulture(rawValue: fields[0]) else { continue }
      let entries = fields[2].split(separator: " ").compactMap { entry -> PseudonymSpellings? in
        let four = entry.split(separator: "/").map(String.init)
        guard four.count == 4 else { return nil }
        return PseudonymSpellings(en: four[0], fr: four[1], ru: four[2], uk: four[3])
      }
      let ready = entries.map { entry in
        defer { count += 1 }
        return PseudonymCandidate(entry, number: count)
      }
      if fields[1] == "s" {
        surnames[culture, default: []] += ready
      } else {
        let gender = Gender(rawValue: fields[1]) ?? .unknown
        pools[Key(culture: culture, gender: gender), default: []] +=
          ready
      }
      for entry in ready {
        for spelling in entry.folded {
          // "Павел" is Павло in Ukrainian, whichever other people have a Павел too.
          let isOwn = Self.eastSlavic.contains(culture)
          if bySpelling[spelling] == nil || isOwn && !ownSpellings.contains(spelling) {
            bySpelling[spelling] = entry.spellings
            if isOwn { ownSpellings.insert(spelling) }
          }
          guard culture != .generic else { continue }
          for key in Set([spelling, NameStem.ofGiven(spelling)])
          where cultures[key]?.contains(culture) != true {
            cultures[key, default: []].append(culture)
          }
        }
      }
    }
    addUnisex()
  }

  /// Names that serve whoever of a culture is not said to be a man or a woman: those of both.
  private mutating func addUnisex() {
    for culture in NameCulture.allCases {
      let women = Set((pools[Key(culture: culture, gender: .female)] ?? []).map(\.english))
      let both = (pools[Key(culture: culture, gender: .male)] ?? []).filter {
        women.contains($0.english)
      }
      pools[Key(culture: culture, gender: .unknown), default: []] += both
    }
  }

  /// The cultures that give a first name, in whatever case it stands.
  func cultures(naming word: Letters) -> [NameCulture] {
    let folded = Fold.bytes(word)
    if let told = cultures[folded] { return told }
    // "Андреем" is Андрей, and not André; "Эльдаров" is a surname.
    var told: [NameCulture] = []
    if !folded.endsWithAny("ов ев єв їв") {
      Lemma.each(folded) { nominative in
        for culture in cultures[Letters(nominative)] ?? [] where !told.contains(culture) {
          told.append(culture)
        }
      }
    }
    return told.isEmpty ? cultures[NameStem.ofGiven(folded)] ?? [] : told
  }

  /// Whether a pseudonym can stand with a patronymic: not where it is known, and only from cultures
  /// that have none.
  func takesPatronymic(_ pseudonym: String) -> Bool {
    let known = cultures[Fold.bytes(Letters(pseudonym.utf8))] ?? []
    return known.isEmpty || known.contains(where: \.hasPatronymic)
  }

  /// The entry that has the folded word among its spellings.
  func entry(spelled word: Letters) -> PseudonymSpellings? { bySpelling[Fold.bytes(word)] }

  /// A pseudonym for everybody, none of them twice, none near a real name.
  ///
  /// A pure function of the key and of each id, gender and culture; real names only exclude.
  /// People are served in the order of their ids, given pseudonyms first. Where the own culture has
  /// nothing left, its neighbours serve, then every pool; only then a shared initial is allowed,
  /// then nearness to a diminutive; what equals a real name or a taken pseudonym never is.
  func draw(
    for people: [PersonSeed], key: PseudonymKey, realForms: some Sequence<NameForms>
  ) -> PseudonymDraw {
    draw(for: people, key: key, realNames: RealNames(realForms))
  }

  /// The same, where the real names are known already.
  func draw(
    for people: [PersonSeed], key: PseudonymKey, realNames: RealNames
  ) -> PseudonymDraw {
    var draw = PseudonymDraw()
    var taken = realNames
    let ordered = people.sorted { Array($0.id.utf8).lexicographicallyPrecedes(Array($1.id.utf8)) }
    for person in ordered {
      guard let given = person.given else { continue }
      let spellings = PseudonymSpellings(given: given)
      let nearness = taken.nearness(of: PseudonymCandidate(spellings))
      if nearness != .apart { draw.warnings[person.id] = nearness }
      draw.pseudonyms[person.id] = spellings
    }
    for person in ordered {
      if let given = draw.pseudonyms[person.id] { taken.take(PseudonymCandidate(given)) }
    }
    var found = Found(count)
    for person in ordered where draw.pseudonyms[person.id] == nil {
      let (pseudonym, nearness) = one(for: person, key, taken, &found)
      draw.pseudonyms[person.id] = pseudonym.spellings
      if nearness != .apart { draw.relaxed.insert(person.id) }
      taken.take(pseudonym)
    }
    return draw
  }

  private func one(
    for person: PersonSeed, _ key: PseudonymKey, _ taken: RealNames, _ found: inout Found
  ) -> (PseudonymCandidate, Nearness) {
    let seed = key.seed([person.id, person.culture.rawValue, person.gender.letter])
    var fallback: (PseudonymCandidate, Nearness)?
    for culture in person.culture.order {
      let pool =
        person.isSurname ? surnames[culture] ?? [] : candidates(culture, person.gender)
      // Names are only ever taken, so a pseudonym never comes farther away again.
      var order = Self.order(pool, seed) {
        found.nearness[$0.number] < fallback?.1 ?? .equal
      }[...]
      // The first or second candidate mostly serves: the rest is put in order only for those who
      // need it.
      var tries = 0
      while !order.isEmpty {
        if tries < 4 { order.swapAt(order.startIndex, Self.first(of: order)) }
        if tries == 4 { order.sort { ($0.hash, $0.index) < ($1.hash, $1.index) } }
        tries += 1
        let candidate = pool[order.removeFirst().index]
        guard found.nearness[candidate.number] < fallback?.1 ?? .equal else { continue }
        let nearness = taken.nearness(of: candidate)
        found.nearness[candidate.number] = nearness
        if nearness <= found.best(in: self, taken) { return (candidate, nearness) }
        if nearness < .equal, nearness < fallback?.1 ?? .equal {
          fallback = (candidate, nearness)
        }
      }
    }
    if let fallback { return fallback }
    // More people than names: a numbered name is still nobody's.
    let pool = candidates(.generic, .unknown)
    let base = Self.order(pool, seed) { _ in true }.sorted {
      ($0.hash, $0.index) < ($1.hash, $1.index)
    }
    while true {
      for place in base {
        let one = pool[place.index].spellings
        let numbered = PseudonymCandidate(
          PseudonymSpellings(
            en: "\(one.en) \(found.number)", fr: "\(one.fr) \(found.number)",
            ru: "\(one.ru) \(found.number)",
            uk: "\(one.uk) \(found.number)"))
        if !taken.equals(numbered) { return (numbered, .close) }
      }
      found.number += 1
    }
  }

  /// What the draws for one case have found so far.
  private struct Found {
    /// How near each candidate was when it was last looked at.
    var nearness: [Nearness]
    /// Below it every numbered name is taken.
    var number = 2
    private var least: Nearness?

    init(_ candidates: Int) { nearness = Array(repeating: .apart, count: candidates) }

    /// The least nearness that any pseudonym can have: where every initial is a real name's, none
    /// is apart.
    mutating func best(in pool: PseudonymPool, _ taken: RealNames) -> Nearness {
      if let least { return least }
      let isApart = pool.pools.values.contains { candidates in
        candidates.contains { $0.initials.allSatisfy { !taken.initials.contains($0) } }
      }
      least = isApart ? .apart : .sharesInitial
      return isApart ? .apart : .sharesInitial
    }
  }

  private static let eastSlavic: Set<NameCulture> = [.russian, .ukrainian, .belarusian]

  /// So many names make a pool of their own.
  private static let enough = 8

  func candidates(_ culture: NameCulture, _ gender: Gender) -> [PseudonymCandidate] {
    let pool = pools[Key(culture: culture, gender: gender)] ?? []
    guard gender == .unknown, culture != .generic, pool.count < Self.enough else { return pool }
    // A surname is a man's and a woman's, and at home where they are.
    return pool + (surnames[culture] ?? pools[Key(culture: .generic, gender: .unknown)] ?? [])
  }

  /// A candidate's position in its pool, and where the seed puts it.
  private struct Place {
    var hash: UInt64
    var index: Int
  }

  private static func order(
    _ pool: [PseudonymCandidate], _ seed: UInt64, where fits: (PseudonymCandidate) -> Bool
  ) -> [Place] {
    pool.indices.compactMap { index in
      guard fits(pool[index]) else { return nil }
      var hash = seed
      for byte in pool[index].english { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
      hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
      return Place(hash: hash ^ (hash >> 31), index: index)
    }
  }

  private static func first(of places: ArraySlice<Place>) -> Int {
    var best = places.startIndex
    for position in places.indices.dropFirst()
    where (places[position].hash, places[position].index) < (places[best].hash, places[best].index)
    {
      best = position
    }
    return best
  }
}
