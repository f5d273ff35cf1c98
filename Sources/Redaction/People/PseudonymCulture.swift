internal import CLexicon

/// Where a name is at home, as far as a pseudonym has to sound likewise.
///
/// What tells it, in this order: the name itself, people of the same surname, the other people of
/// the case, the places of the text, its language. What each culture is known by stands in
/// `Tables/cultures.tsv`, and its first names in `Tables/pseudonyms.tsv`.
enum NameCulture: String, Sendable, CaseIterable {
  case russian, ukrainian, belarusian, english, irish, french, quebecois, antillean, kanak, maori
  case spanish, latinamerican, iberian, italian, romanian, greek, german, polish, hungarian, roma
  case baltic, balkan, bulgarian, albanian, turkish, kurdish, persian, afghan, tajik, uzbek, kazakh
  case kyrgyz, uyghur, tatar, chechen, dagestani, azeri, tuvan, sakha, georgian, armenian, arabic
  case maghrebi, somali, amharic, tigrinya, hausa, yoruba, malian, african, congolese, eastafrican
  case malagasy, burmese, rohingya, bengali, indian, punjabi, tamil, tibetan, khmer, vietnamese
  case filipino, chinese, generic

  /// The cultures whose names would not astonish anybody here.
  var near: [NameCulture] { CultureTable.whole.facts[self]?.near ?? [] }

  /// Whether people are called by their father's name as well.
  var hasPatronymic: Bool { CultureTable.whole.facts[self]?.hasPatronymic ?? false }

  /// The culture itself, its neighbours, then all the others.
  var order: [NameCulture] {
    let first = [self] + near
    return first + NameCulture.allCases.filter { !first.contains($0) }
  }

  /// Where a name alone is at home.
  init(of name: String) {
    self = Self.chosen(of: Self.told(by: name), among: []) ?? .generic
  }

  /// Those where a country's people are mostly at home; nil of a country of none or of many.
  static func of(country code: String) -> NameCulture? { CultureTable.whole.byCountry[code] }

  /// Where people are at home who write a language.
  static func of(language: Language) -> NameCulture {
    CultureTable.whole.byTag[language.rawValue] ?? .generic
  }

  /// One of the cultures that a name tells; where it tells several or none, what is around the
  /// person decides, what comes first first.
  static func chosen(of told: [NameCulture], among around: [NameCulture]) -> NameCulture? {
    if told.count == 1 { return told[0] }
    return around.first { told.isEmpty || told.contains($0) }
      ?? around.first { one in told.contains { $0.near.contains(one) } } ?? told.first
  }

  /// Where each person of a file is at home.
  static func all(of people: [Person]) -> [NameCulture] {
    let told = people.map { Self.told(by: $0.name) }
    let surnames = people.map { Self.surname(of: $0.name) }
    let usual = Self.usual(told)
    return people.indices.map { index in
      if told[index].count == 1 { return told[index][0] }
      let kin = people.indices.filter {
        $0 != index && told[$0].count == 1 && surnames[$0] != nil
          && surnames[$0] == surnames[index]
      }
      return Self.chosen(of: told[index], among: kin.map { told[$0][0] } + usual) ?? .generic
    }
  }

  /// The cultures that names tell, the most frequent first; one that may be of two tells each by half.
  static func usual(_ told: some Sequence<[NameCulture]>) -> [NameCulture] {
    var counts: [NameCulture: Int] = [:]
    for cultures in told where (1...2).contains(cultures.count) {
      for one in cultures { counts[one, default: 0] += 2 / cultures.count }
    }
    return counts.keys.sorted { (counts[$1] ?? 0, $0.place) < (counts[$0] ?? 0, $1.place) }
  }

  private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// What relatives share: the last word of a name of several, as no case and no gender changes it.
  private static func surname(of name: String) -> Letters? {
    let words = NameWords(name).words.filter { $0.role != .particle && !$0.isInitial }
    guard words.count > 1, let last = words.last else { return nil }
    return NameStem.of(Fold.bytes(last.letters))
  }

  /// The cultures that a name can be of, all as likely: none where it says nothing.
  ///
  /// A first name speaks for the cultures that give it, a word that is none by its ending, its
  /// beginning or as a whole. Surnames in -ов are borne wherever people have patronymics.
  static func told(by name: String) -> [NameCulture] {
    let table = CultureTable.whole
    let words = NameWords(name).words.filter { $0.role != .particle && !$0.isInitial }
    var votes: [NameCulture: Int] = [:]
    func vote(_ cultures: some Sequence<NameCulture>, _ weight: Int) {
      for culture in Set(cultures) { votes[culture, default: 0] += weight }
    }
    var isPatronymic = false
    for word in words {
      let letters = word.letters
      if word.role == .patronymic {
        isPatronymic = true
        vote(table.withPatronymic, 1)
      }
      let given =
        word.role == .patronymic
        ? [] : PseudonymPool.table.cultures(naming: letters) + table.cultures(naming: letters)
      if !given.isEmpty {
        vote(given, 4)
      } else if word.role != .surname, let listed = listed(letters, name) {
        vote(listed, 4)
      } else {
        for (culture, weight) in table.signs(of: Fold.bytes(letters)) { vote([culture], weight) }
      }
      if Orthography.isTurkic(letters) { vote([.kazakh, .kyrgyz, .tatar], 1) }
    }
    if isPatronymic { votes = votes.filter { $0.key.hasPatronymic } }
    guard let most = votes.values.max() else { return [] }
    let told = allCases.filter { votes[$0] == most }
    // Андрій and Андрей are spelled where they are at home.
    if told.contains(.ukrainian), words.contains(where: { Orthography.isUkrainian($0.letters) }) {
      return [.ukrainian]
    }
    return told
  }

  /// The cultures of a first name that has diminutives.
  private static func listed(_ word: Letters, _ name: String) -> [NameCulture]? {
    let table = Diminutives.table
    // A Cyrillic word is first of all a name of those who write so.
    let lines = table.lines(named: word, .unknown)
    let own = lines.filter { Script(of: word) == .cyrillic && isOfPatronymics(table.lines[$0]) }
    for index in own.isEmpty ? lines : own {
      let line = table.lines[index]
      let tag = String(decoding: line.culture, as: UTF8.self)
      guard let told = CultureTable.whole.byTag[tag] else { continue }
      // Margaret and Маргарита share a line: only one of them is Slavic.
      return told != .russian || isSlavic(word, line) ? [told] : western(name)
    }
    return nil
  }

  private static func isOfPatronymics(_ line: Diminutives.Line) -> Bool {
    CultureTable.whole.byTag[String(decoding: line.culture, as: UTF8.self)]?.hasPatronymic ?? false
  }

  private static func isSlavic(_ word: Letters, _ line: Diminutives.Line) -> Bool {
    if Script(of: word) == .cyrillic { return true }
    let keys = CyrillicSpelling.spellings(of: word, limit: 12).map(Diminutives.key)
    return line.names.contains { Script(of: $0) == .cyrillic && keys.contains(Diminutives.key($0)) }
  }

  /// Joseph is at home in many places: without a mark on a letter, whatever is around decides.
  private static func western(_ name: String) -> [NameCulture] {
    let marks = Set(name.lowercased().unicodeScalars.map(\.value))
    if !marks.isDisjoint(with: [0xE8, 0xE7, 0xEA, 0xEF, 0xEB, 0xE0]) { return [.french] }
    if !marks.isDisjoint(with: [0xF1, 0xED, 0xF3, 0xFA, 0xE1]) { return [.spanish] }
    return marks.contains(0xE9) ? [.french] : [.english, .french]
  }
}

/// What each culture is known by.
private struct CultureTable: Sendable {
  struct Facts: Sendable {
    var near: [NameCulture]
    var hasPatronymic: Bool
  }

  static let whole = CultureTable(
    parsing: UnsafeBufferPointer(
      start: clexicon_cultures_start(), count: Int(clexicon_cultures_count)))

  private(set) var facts: [NameCulture: Facts] = [:]
  private(set) var byCountry: [String: NameCulture] = [:]
  private(set) var byTag: [String: NameCulture] = [:]
  private(set) var withPatronymic: [NameCulture] = []
  private var wholes: [Letters: [NameCulture]] = [:]
  private var endings: [Letters: [NameCulture]] = [:]
  private var beginnings: [Letters: [NameCulture]] = [:]
  private var given: [Letters: [NameCulture]] = [:]
  /// Endings that tell no more than that somebody may have a patronymic.
  private var weak: Set<Letters> = []
  private var longest = 0

  /// Reads lines of culture TAB neighbours TAB countries TAB tag TAB "patronymic" TAB signs TAB first
  /// names. A sign is a word, an ending (-дзе), a beginning (mb-), or an ending that many peoples
  /// share (~ов). A country is that of the first culture which names it. The first names are those
  /// that tell a culture and make no pseudonym: they are words of a language, or spelled in two ways.
  init(parsing bytes: UnsafeBufferPointer<UInt8>) {
    for row in bytes.split(separator: 0x0A) {
      let fields = row.split(separator: 0x09, omittingEmptySubsequences: false).map {
        $0.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      }
      guard fields.count == 7, let culture = fields[0].first.flatMap(NameCulture.init(rawValue:))
      else { continue }
      facts[culture] = Facts(
        near: fields[1].compactMap(NameCulture.init(rawValue:)), hasPatronymic: !fields[4].isEmpty)
      for code in fields[2] where byCountry[code] == nil { byCountry[code] = culture }
      if let tag = fields[3].first { byTag[tag] = culture }
      if !fields[4].isEmpty { withPatronymic.append(culture) }
      for sign in fields[5] { add(Array(sign.utf8), of: culture) }
      for name in fields[6] {
        let folded = Fold.bytes(Array(name.utf8))
        for key in Set([folded, NameStem.ofGiven(folded)]) {
          given[key, default: []].append(culture)
        }
      }
    }
  }

  private mutating func add(_ sign: [UInt8], of culture: NameCulture) {
    let isEnding = sign.first == 0x2D
    let isBeginning = sign.last == 0x2D
    let isWeak = sign.first == 0x7E
    let letters = Fold.bytes(
      sign.dropFirst(isEnding || isWeak ? 1 : 0).dropLast(isBeginning ? 1 : 0))
    longest = max(longest, letters.count)
    if isWeak {
      weak.insert(letters)
    } else if isEnding {
      endings[letters, default: []].append(culture)
    } else if isBeginning {
      beginnings[letters, default: []].append(culture)
    } else {
      wholes[letters, default: []].append(culture)
    }
  }

  /// The cultures that give a first name which makes no pseudonym.
  func cultures(naming word: Letters) -> [NameCulture] {
    let folded = Fold.bytes(word)
    return given[folded] ?? given[NameStem.ofGiven(folded)] ?? []
  }

  /// The cultures whose signs a folded word bears, and how surely: the whole word, else its longest
  /// ending, else its longest beginning.
  func signs(of word: Letters) -> [(culture: NameCulture, weight: Int)] {
    if let told = wholes[word] { return told.map { ($0, 3) } }
    let lengths = (1...max(1, min(longest, word.count - 1))).reversed()
    for length in lengths {
      let ending = Letters(word.suffix(length))
      if let told = endings[ending] { return told.map { ($0, 3) } }
      if weak.contains(ending) { return withPatronymic.map { ($0, 1) } }
    }
    for length in lengths {
      if let told = beginnings[Letters(word.prefix(length))] { return told.map { ($0, 2) } }
    }
    return []
  }
}
