/// The people found in the texts of one call who are not on the people file: which mentions are of
/// one person, and under what pseudonym.
struct UnlistedPeople {
  /// Position of each person by the folded stems of the words of their names.
  private var personByWord: [FoldedKey: [Int]] = [:]
  private var personByGiven: [FoldedKey: Int] = [:]
  private(set) var people: [Found] = []

  /// The words of all their names, as they meet in every case.
  var nameWords: Set<FoldedKey> { Set(personByWord.keys) }

  struct Found {
    var gender: Gender?
    /// Whether all that says the gender is a form that may be the other's.
    var mayBeOther = false
    var role: String?
    var culture: NameCulture
    var pseudonym: PseudonymSpellings?
    /// The name that the text itself says is not the real one.
    var established: String?
  }

  /// The words that are surely names, to be looked for everywhere.
  private(set) var sureWords: Set<FoldedKey> = []

  /// Links the mentions of all testimonies, in order.
  ///
  /// - Parameter culture: where the name in a span is at home.
  mutating func link(_ mentions: [Mention], culture: (TextSpan) -> NameCulture) {
    for index in mentions.indices {
      guard case .unlisted(let found) = mentions[index].detail else { continue }
      let words = found.words
      guard !words.isEmpty else { continue }
      let known = self.person(of: found)
      let person = known ?? people.count
      if known == nil {
        people.append(
          Found(
            gender: found.gender, mayBeOther: found.mayBeOther, role: found.role,
            culture: culture(mentions[index].span)))
      }
      if people[person].gender == nil || people[person].mayBeOther && !found.mayBeOther,
        let gender = found.gender
      {
        people[person].gender = gender
        people[person].mayBeOther = found.mayBeOther
      }
      if people[person].role == nil { people[person].role = found.role }
      for word in words where personByWord[word]?.contains(person) != true {
        personByWord[word, default: []].append(person)
      }
      for word in found.given where personByGiven[word] == nil { personByGiven[word] = person }
      if found.isSure { for word in words { sureWords.insert(word) } }
    }
  }

  /// The person of a mention, by any of its words.
  ///
  /// A name of several words is told by its first name: relatives share the rest.
  func person(of found: UnlistedPerson) -> Int? {
    for word in found.given {
      if let person = personByGiven[word], !conflicts(person, found) { return person }
    }
    guard found.words.count == 1 || found.given.isEmpty else { return nil }
    for word in found.words {
      for person in personByWord[word] ?? [] where !conflicts(person, found) { return person }
    }
    return nil
  }

  /// Whether a mention speaks of a man and the person is a woman, or the other way round.
  private func conflicts(_ person: Int, _ found: UnlistedPerson) -> Bool {
    guard let known = people[person].gender, let said = found.gender,
      !people[person].mayBeOther, !found.mayBeOther
    else { return false }
    return known != said && known != .unknown && said != .unknown
  }

  /// Notes that the text itself calls a name no real one.
  mutating func establish(_ text: String, for found: UnlistedPerson) {
    if let person = person(of: found), people[person].established == nil {
      people[person].established = text
    }
  }

  /// Draws the pseudonyms: by order of appearance, never by name.
  mutating func draw(registry: PersonRegistry) {
    // Who sounds like nowhere is at home where most others are.
    var counts: [NameCulture: Int] = [:]
    for person in people where person.culture != .generic {
      counts[person.culture, default: 0] += 1
    }
    let usual =
      counts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key ?? .generic
    let seeds = people.map { ($0.gender, $0.culture == .generic ? usual : $0.culture) }
    let drawn = PseudonymDrawing.unlisted(
      seeds, names: personByWord.keys, registry: registry)
    for index in people.indices where people[index].established == nil {
      people[index].pseudonym = drawn[index]
    }
  }
}

/// A name seen once is that name everywhere: the words of one testimony that could be names, noted
/// while it is read, of which those are found that other mentions made sure.
struct SeenNames {
  private var words: [(span: TextSpan, key: FoldedKey)] = []
  /// The stems of words met before, by the word: names come again and again.
  private var stems: [FoldedKey: FoldedKey] = [:]

  /// "Роза, это твой портрет", "Мороз — это фамилия": called or explained, in Russian and Ukrainian.
  private static func isAddressed(_ passage: Passage, _ index: Int) -> Bool {
    guard passage.isSlavic, passage[index].shape == .title else { return false }
    if passage.isFollowed(index, by: "—") { return true }
    // "Петро миє"
    if let next = passage.following(index), passage.endsAsVerb(next) { return true }
    // "Надежда, мол, умирает последней": what is said, not called.
    return passage.isFollowed(index, by: ",")
      && !(index + 2 < passage.count && passage.has(index + 2, .conjunction))
  }

  /// Whether an ordinary word at the head of a sentence may be a name all the same. English has
  /// few such words; elsewhere the lists of first names must know it.
  private func isName(_ passage: Passage, _ index: Int) -> Bool {
    if NamesThatAreWords.isWord(passage, index) { return false }
    if passage.language == .english {
      // "Will will confirm", but not "Will you confirm".
      guard passage.has(index, .modal) else { return true }
      return passage.following(index).map { passage.has($0, .modal) || passage.has($0, .auxiliary) }
        ?? false
    }
    guard !passage.nameFacts(index).intersection([.givenMale, .givenFemale]).isEmpty else {
      return false
    }
    // "Надежда, мол, умирает последней": what is said, not called.
    return
      !(passage.isFollowed(index, by: ",") && index + 2 < passage.count
      && passage.has(index + 2, .conjunction))
  }

  mutating func note(_ passage: Passage) {
    for index in 0..<passage.count where passage[index].isCapitalized {
      let token = passage[index]
      guard token.value >= 3, !passage.isAdjective(index),
        !passage.isExplained(index) || passage.has(index, .trait) || passage.has(index, .modal),
        !token.opensSentence || !passage.isOrdinary(index, in: passage.language)
          || Self.isAddressed(passage, index)
          || !passage.isGrammar(index) && isName(passage, index)
      else { continue }
      let stem = stems[token.key] ?? passage.nameStem(index)
      if stem != token.key { stems[token.key] = stem }
      words.append((token.span, stem))
    }
  }

  func find(_ sure: Set<FoldedKey>, into mentions: inout [Mention]) {
    for (span, key) in words where sure.contains(key) {
      let person = UnlistedPerson(words: [key], given: [], gender: nil, role: nil, isSure: false)
      mentions.append(
        Mention(
          span: span, kind: .person, recognizer: "seen", confidence: 0.7,
          why: "a name seen elsewhere in the case", detail: .unlisted(person)))
    }
  }
}

extension Passage {
  /// The key under which case forms of one Cyrillic name meet; for other words their own key.
  func nameStem(_ index: Int) -> FoldedKey {
    guard tokens[index].isCyrillic else { return tokens[index].key }
    let word = folded(index)
    return FoldedKey(folded: firstName(word) ?? NameStem.of(word))
  }
}

extension Passage {
  /// The stem of the first name of the table that a word could be a case form of: "Исламу" and
  /// "Ислам" meet in "ислам", where cutting the longest ending would part them.
  private func firstName(_ word: [UInt8]) -> [UInt8]? {
    for letters in 0...3 where word.count >= 2 * letters + 6 {
      let stem = word.dropLast(2 * letters)
      let key = FoldedKey(folded: stem)
      let isName = { (key: FoldedKey) in
        !self.lexicon.name(key).intersection(.given).isEmpty
      }
      if letters > 0, NameStem.vowels.contains(where: { isName(key.extended(by: $0)) }) {
        return Array(stem)
      }
      if isName(key) {
        let ending = Array(stem.suffix(2))
        return Array(NameStem.vowels.contains(ending) ? stem.dropLast(2) : stem)
      }
    }
    return nil
  }
}

/// The part of a Cyrillic name that no case changes.
enum NameStem {
  static func of(_ folded: [UInt8]) -> [UInt8] {
    var rest = folded.count
    let ending = endings.ending(of: folded) { before in
      rest = before
      return before >= 6
    }
    return ending == nil ? folded : Array(folded.prefix(rest))
  }

  /// What a first name may end in in the nominative.
  static let vowels = ["а", "я", "й", "ь", "о"].map { Array($0.utf8) }

  private static let endings = WordParts(
    [
      "ового", "овому", "ського", "ському", "ского", "скому", "ською", "ской", "ским", "ским",
      "ский",
      "ская", "ський", "ська", "ого", "ому", "ами", "ями", "ові", "еві", "єві", "ою", "ею", "єю",
      "ой",
      "ей", "ом", "ем", "єм", "ым", "им", "ам", "ям", "ах", "ях", "ии", "ію", "ію",
      "ия",
      "ию",
      "а", "я", "у", "ю", "е", "и", "і", "ї", "ы", "о", "ь", "й",
    ].map { Array($0.utf8) }.sorted { $0.count > $1.count })
}

extension [UInt8] {
  func hasSuffix(_ other: [UInt8]) -> Bool {
    count >= other.count && self[(count - other.count)...].elementsEqual(other)
  }
}
