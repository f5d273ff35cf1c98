/// What every reader knows: countries, and the figures, bodies and events of the shipped lists.
///
/// What is found is not masked where the policy keeps it; nationalities are cleared outright.
struct PublicRecognizer: Recognizer {
  static let known = "public"
  let name = known

  func find(in passage: Passage, into mentions: inout [Mention]) {
    let forms = PublicForms.of(passage.language)
    let begin = mentions.count
    var named: [PublicForms.Word] = []
    var index = 0
    while index < passage.count {
      guard passage[index].isWord else {
        index += 1
        continue
      }
      if let found = forms.match(passage, index), found.kind == .person,
        namesPlace(passage, found.first, found.last)
      {
        mentions.append(
          mention(
            passage, found.first, found.last, .place, "a place called after a public figure",
            confidence: 0.9,
            detail: .place(PlaceExpression(fact: nil, sort: nil, key: passage[index].key))))
        index = found.last + 1
      } else if let found = forms.match(passage, index),
        !isSomebodyElse(passage, index, found.last, found.kind)
      {
        if let surname = found.surname, !named.contains(surname) { named.append(surname) }
        mentions.append(
          mention(
            passage, found.first, found.last, found.kind, "on the list of what is public",
            confidence: 0.9, isPublic: true))
        index = found.last + 1
      } else if passage[index].isCapitalized, let match = passage.match(index, .publicBody) {
        mentions.append(
          mention(
            passage, index, match.last, .organization, "a known body", confidence: 0.8,
            isPublic: true))
        index = match.last + 1
      } else if passage[index].isCapitalized {
        // Outside English and French capitals a nationality is an ordinary word already.
        index = country(passage, index, into: &mentions) ?? index + 1
      } else {
        index += 1
      }
    }
    if !named.isEmpty { findAgain(named, in: passage, from: begin, into: &mentions) }
  }

  /// The bare surnames of the figures that the passage names in full or by their office.
  private func findAgain(
    _ named: [PublicForms.Word], in passage: Passage, from begin: Int,
    into mentions: inout [Mention]
  ) {
    let covered = mentions[begin...].map(\.span)
    var next = 0
    for index in 0..<passage.count where passage[index].isCapitalized {
      let span = passage[index].span
      while next < covered.count, covered[next].end <= span.start { next += 1 }
      guard next >= covered.count || !covered[next].overlaps(span),
        named.contains(where: { $0.matches(passage, index) }),
        !isSomebodyElse(passage, index, index, .person)
      else { continue }
      mentions.append(
        mention(
          passage, index, index, .person, "a public figure whom the text names in full",
          confidence: 0.9, isPublic: true))
    }
  }

  /// "My cousin Mubarak", "Mubarak Saleh", "le sergent Traoré": a surname alone after a word for kin,
  /// a rank or a first name, or with another name after it, is somebody of the story, whatever
  /// figure bears it too.
  private func isSomebodyElse(
    _ passage: Passage, _ index: Int, _ last: Int, _ kind: EntityKind
  ) -> Bool {
    guard kind == .person, index == last else { return false }
    // "Mr K. Stoltenberg": whoever has an initial is not the figure known by the surname alone.
    if index >= 2, passage[index - 1].isMark("."), passage.isInitial(index - 2),
      passage[index - 2].gap || index == 2
    {
      return true
    }
    // "секретарь Траоре А. Д.": whoever has initials stands in a record.
    if passage.isSlavic, let next = passage.following(last), passage.isInitial(next),
      passage.isFollowed(next, by: "."), !passage[next].opensSentence
    {
      return true
    }
    if let next = passage.following(last), next == last + 1, passage[next].shape == .title,
      !passage[next].opensSentence, !passage.isExplained(next), !passage.isOrdinary(next)
    {
      return true
    }
    guard index > 0 else { return false }
    if passage.has(index - 1, .kinship) { return true }
    if passage.has(index - 1, .rank), !passage.has(index - 1, .title) { return true }
    if let before = passage.preceding(index), before == index - 1,
      passage.has(before, .naming)
        || passage[before].shape == .title && !passage.isExplained(before)
          && (!passage.nameFacts(before).intersection(.given).isEmpty
            || !passage[before].opensSentence && !passage.isOrdinary(before))
    {
      return true
    }
    guard passage.grammar.has(.opensWithNoun) else { return false }
    return passage.isCuedAsPerson(index).map { $0.role != nil && !$0.gender.isEmpty } ?? false
      || passage.preceding(index).map { passage.has($0, .naming) } ?? false
  }

  /// "Gagarin Avenue", «вулиця Лесі Українки», « rue Victor Hugo »: what is called after a figure
  /// tells where it is.
  private func namesPlace(_ passage: Passage, _ first: Int, _ last: Int) -> Bool {
    if passage.grammar.has(.stacksNouns) {
      return passage.following(last).map {
        $0 == last + 1 && passage[$0].isCapitalized
          && passage.hasAny($0, Cue.street.bit | Cue.placeNoun.bit | Cue.building.bit)
      } ?? false
    }
    guard var before = passage.preceding(first) else { return false }
    // "rue du Général de Gaulle"
    for _ in 0..<3
    where passage.hasAny(
      before, Cue.title.bit | Cue.rank.bit | Cue.preposition.bit | Cue.determiner.bit)
    {
      guard passage.grammar.has(.opensWithNoun), let further = passage.preceding(before) else {
        break
      }
      before = further
    }
    return passage.has(before, .street)
  }

  private func country(
    _ passage: Passage, _ index: Int, into mentions: inout [Mention]
  ) -> Int? {
    let longest = passage.lexicon.longestCountry(
      startingWith: passage[index].key, in: passage.language)
    guard longest > 0 else { return nil }
    var key = passage[index].key
    var last = index
    var best: (fact: CountryFact, last: Int)?
    for word in 1...longest {
      if let fact = passage.lexicon.country(key, in: passage.language) { best = (fact, last) }
      guard word < longest, let next = passage.following(last), passage[next].isWord else { break }
      key = key.followed(by: passage[next].key)
      last = next
    }
    guard let best else { return nil }
    // A people that is a minority where it lives is a trait, not a nationality.
    if passage.has(index, .trait), !best.fact.kinds.contains(.name) { return nil }
    let isName = best.fact.kinds.contains(.name) || best.fact.kinds.contains(.continent)
    if best.last == index, passage.isPeopleAsName(index) { return nil }
    if best.last == index, passage[index].shape == .upper, passage[index].value <= 3,
      !passage.grammar.has(.abbreviatesCountries)
    {
      return nil
    }
    var found = mention(
      passage, index, best.last, isName ? .place : .demographic,
      isName ? "a country" : "a nationality", confidence: 0.95, isPublic: true)
    if isName {
      found.detail = .place(
        PlaceExpression(
          fact: PlaceFact(packed: UInt32(best.fact.index) | 7 << 12), sort: nil, key: key))
    }
    mentions.append(found)
    return best.last + 1
  }
}

/// The forms of the shipped lists in one language, ready to be looked up.
struct PublicForms: Sendable {
  private struct Form: Sendable {
    /// The words of a saying before its first capital: "автомат Калашникова".
    var before: [Word] = []
    var words: [Word]
    var kind: EntityKind
    /// The next word of a saying, across a comma: "every Tom, Dick and Harry".
    func listed(_ passage: Passage, _ index: Int) -> Int? {
      kind == .other && passage.isFollowed(index, by: ",") && index + 2 < passage.count
        && passage[index + 2].isWord ? index + 2 : nil
    }
    /// The surname of a figure, where the form holds more than it.
    var surname: Word? { kind == .person && words.count > 1 ? words.last : nil }
  }
  /// A word of a form.
  struct Word: Sendable, Equatable {
    var key: FoldedKey
    /// The folded bytes that any ending may follow; nil where the word must stand as it is.
    var stem: [UInt8]?
    /// A stem whose endings may begin as derivations do: an adjective, or an open word of the list.
    var isAdjectival = true
    /// Found in capitals only: the air force, and not the boy Raf.
    var isAcronym = false
    /// Found with a capital only: Murphy's law, but not a bloody mary.
    var isTitle = false

    func fits(_ token: Token) -> Bool {
      (!isAcronym || token.shape == .upper) && (!isTitle || token.isCapitalized)
    }

    func matches(_ passage: Passage, _ index: Int) -> Bool {
      guard fits(passage[index]) else { return false }
      if let stem {
        return PublicForms.continues(passage.folded(index), stem, isAdjectival)
      }
      return passage[index].key == key
    }
  }

  private var byKey: [FoldedKey: [Form]] = [:]
  /// Surnames of figures, public only after a title: "President Ghani".
  private var titled: Set<FoldedKey> = []
  private var filter = KeyFilter(bits: 1 << 14)
  /// By the first three letters of an open first word.
  private var byStart: [FoldedKey: [Form]] = [:]

  static func of(_ language: Language) -> PublicForms {
    if let reduced = Recognition.missing?.publicForms[language] { return reduced }
    return all[language.spoken]
  }

  private static let all = PerLanguage { PublicForms($0) }

  init(_ language: Language, without missing: PublicList.Kind? = nil) {
    let declines = language.isSlavic
    for list in PublicList.shipped where list.kind != missing {
      let kind: EntityKind? =
        switch list.kind {
        case .figure: .person
        case .body: .organization
        case .event: .event
        case .phrase: .other
        case .date: nil
        }
      guard let kind else { continue }
      for entry in list.entries {
        if entry.kind == .figure {
          for name in entry.names(in: language) {
            if let surname = Vocabulary.words(name).last { titled.insert(surname) }
          }
        }
        for form in entry.forms(in: language) {
          add(form, kind, declines: declines)
        }
      }
    }
  }

  private mutating func add(_ form: PublicForm, _ kind: EntityKind, declines: Bool) {
    var words: [Word] = []
    for word in form.words {
      let parts = Self.parts(word.text)
      for (index, part) in parts.enumerated() {
        let isLast = index == parts.count - 1
        let isCyrillic = (part.first ?? 0) >= 0xD0
        var stem: [UInt8]?
        var isAdjectival = true
        if word.isOpen && isLast {
          stem = part
        } else if declines, isCyrillic, kind == .person, part.count >= 8 {
          stem = Self.stem(part)
          isAdjectival = part.count - (stem?.count ?? 0) > 2
        }
        words.append(
          Word(
            key: FoldedKey(folded: part), stem: stem, isAdjectival: isAdjectival,
            isAcronym: word.isAcronym,
            isTitle: kind == .other && index == 0 && word.text.first?.isUppercase == true))
      }
    }
    let head = kind == .other ? words.firstIndex { $0.isTitle } ?? 0 : 0
    guard words.count > head else { return }
    let first = words[head]
    let made = Form(
      before: words[..<head].reversed(), words: Array(words[head...]), kind: kind)
    if let stem = first.stem {
      byStart[FoldedKey(folded: stem.prefix(Self.startLength)), default: []].append(made)
    } else {
      byKey[first.key, default: []].append(made)
      filter.insert(first.key)
    }
  }

  private static let startLength = 6

  /// A nominative without the letters that its endings replace.
  private static func stem(_ word: [UInt8]) -> [UInt8] {
    if adjectival.ending(of: word) != nil { return word.dropLast(4) }
    if vowels.ending(of: word) != nil { return word.dropLast(2) }
    return word
  }

  private static let adjectival = WordParts("ий ый ой ая ій")
  private static let vowels = WordParts("а я й ь о е и і")

  private static func parts(_ text: String) -> [[UInt8]] {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      Tokenizer.tokens(of: buffer, in: 0..<buffer.count).filter { $0.isWord || $0.isNumber }.map {
        Fold.bytes(UnsafeBufferPointer(rebasing: buffer[Int($0.start)..<Int($0.end)]))
      }
    }
  }

  /// What a form names in a passage.
  struct Match {
    var first: Int
    var last: Int
    var kind: EntityKind
    /// That of a figure who is named in full or by an office.
    var surname: Word?
  }

  /// The longest form whose first capital stands at `index`.
  func match(_ passage: Passage, _ index: Int) -> Match? {
    var best: Match?
    let token = passage[index]
    if token.isCapitalized, passage.has(index - 1, .title), titled.contains(token.key) {
      best = Match(first: index, last: index, kind: .person, surname: Word(key: token.key))
    }
    func consider(_ form: Form) {
      // «Соні» is a make, and Соня in her dative.
      if form.kind == .other, form.words.count == 1, form.before.isEmpty,
        !passage.nameFacts(index).isEmpty
      {
        return
      }
      guard form.words[0].fits(token), let first = first(of: form, passage, index),
        let last = rest(of: form, passage, index), last >= best?.last ?? 0
      else { return }
      best = Match(first: first, last: last, kind: form.kind, surname: form.surname)
    }
    for form in filter.mayContain(token.key) ? byKey[token.key] ?? [] : []
    where form.kind == .event || token.isCapitalized {
      consider(form)
    }
    if token.isCapitalized, token.isCyrillic, !byStart.isEmpty {
      let folded = passage.folded(index)
      for form in byStart[FoldedKey(folded: folded.prefix(Self.startLength))] ?? [] {
        guard let stem = form.words[0].stem,
          Self.continues(folded, stem, form.words[0].isAdjectival)
        else { continue }
        consider(form)
      }
    }
    return best
  }

  /// Where a form begins whose first capital stands at `index`.
  private func first(of form: Form, _ passage: Passage, _ index: Int) -> Int? {
    var first = index
    for word in form.before {
      guard let before = passage.preceding(first), word.matches(passage, before) else { return nil }
      first = before
    }
    return first
  }

  private func rest(of form: Form, _ passage: Passage, _ index: Int) -> Int? {
    var last = index
    for word in form.words.dropFirst() {
      guard let next = passage.following(last) ?? form.listed(passage, last) else { return nil }
      if passage[next].isNumber {
        guard FoldedKey(folded: passage.folded(next)) == word.key else { return nil }
      } else if !word.matches(passage, next) {
        return nil
      }
      last = next
    }
    return last
  }

  /// Whether a word is the stem with an ending of at most four letters.
  static func continues(_ word: [UInt8], _ stem: [UInt8], _ isAdjectival: Bool) -> Bool {
    guard word.count >= stem.count, word.count <= stem.count + 8, word.starts(with: stem) else {
      return false
    }
    // "Ленинский" is no case form of "Ленин", nor "контакт" of "Конте".
    return isAdjectival || endings.contains(Array(word.dropFirst(stem.count)))
  }

  private static let endings: Set<[UInt8]> = Set(
    """
    а я у ю о е є и ы і ї й ь ом ем єм ём ым им ім ой ей ою ею єю ого его ому ему ий ый ій ая ую яя юю
    ю ья ье ью ию ии ия ием ією ією ю ові еві єві ам ям ами ями ах ях ов ев ів їв ых их ыми ими
    ої її ій ою
    """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) } + [[]])
}

extension Passage {
  /// The folded bytes of a token.
  func folded(_ index: Int) -> [UInt8] {
    let token = tokens[index]
    return Fold.bytes(UnsafeBufferPointer(rebasing: bytes[Int(token.start)..<Int(token.end)]))
  }
}
