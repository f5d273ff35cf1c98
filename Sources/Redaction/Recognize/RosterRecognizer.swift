/// The people of the people file, under every form of their names.
struct RosterRecognizer: Recognizer {
  /// The name that decisions give.
  static let known = "roster"
  let name = known
  let registry: PersonRegistry
  /// Whether a surname that a relative bears may be told from its owner's: only where who is on no file
  /// is hidden too.
  var tellsRelatives = false

  func find(in passage: Passage, into mentions: inout [Mention]) {
    guard !registry.isEmpty else { return }
    var index = 0
    while index < passage.count {
      if passage[index].isWord,
        let (found, last) = person(passage, index) ?? misread(passage, index)
      {
        mentions.append(found)
        index = last + 1
      } else if passage[index].isNumber, passage[index].digits == 1,
        let (found, last) = misread(passage, index)
      {
        mentions.append(found)
        index = last + 1
      } else {
        index += 1
      }
    }
  }

  func person(_ passage: Passage, _ index: Int) -> (Mention, Int)? {
    // Initials have one letter or two; any other word opens a name only if it is a form of one.
    if passage[index].value > 2, !registry.mayKnow(passage[index].key),
      !opensCompound(passage, index)
    {
      return split(passage, index) ?? broken(passage, index) ?? joined(passage, index)
    }
    // "Wil1": more of a word than the letters before its figure.
    if index + 1 < passage.count, passage[index + 1].isNumber, !passage[index + 1].gap,
      let found = misread(passage, index)
    {
      return found
    }
    return longer(longer(alias(passage, index), name(passage, index)), split(passage, index))
      ?? spelled(passage, index) ?? broken(passage, index) ?? onlyInitials(passage, index)
  }

  /// "sergeivolkov": a login, a file name.
  func joined(_ passage: Passage, _ index: Int) -> (Mention, Int)? {
    guard passage[index].value >= 6, !passage.isOrdinary(index),
      let person = registry.joined(passage.folded(index))
    else { return nil }
    return (
      made(passage, index, index, [person], "two names written as one word", isFull: true), index
    )
  }

  func longer(_ a: (Mention, Int)?, _ b: (Mention, Int)?) -> (Mention, Int)? {
    guard let a, let b else { return a ?? b }
    return b.1 > a.1 ? b : a
  }

  func made(
    _ passage: Passage, _ first: Int, _ last: Int, _ people: Set<Int>, _ why: String,
    isFull: Bool, review: Bool = false, confidence: Double = 1
  ) -> Mention {
    var found = mention(
      passage, first, last, .person, why, confidence: confidence,
      detail: .person(PersonReference(candidates: people.sorted(), isFull: isFull)))
    found.needsReview = review
    return found
  }

  // MARK: Names

  /// How many initials stand before a name; before more, one is found from a later one on.
  static let mostInitials = 6

  func name(_ passage: Passage, _ index: Int) -> (Mention, Int)? {
    var first = index
    var start = index
    var people: Set<Int>?
    // Initials before the name: "A. Junusova", "K. Z. LATT".
    // "M. Petit" is no initial in French.
    let isTitle = passage.grammar.has(.elides) && passage.has(index, .honorific)
    // "С Волковым": a preposition is no initial, which would have its full stop.
    // "exposure A Junusova": inside a sentence "a" has no capital.
    let isGrammar =
      passage.isGrammar(index) && !passage.isFollowed(index, by: ".")
      && !(passage[index].key == Self.article && !passage[index].opensSentence
        && !passage[index].isBare && passage.grammar.has(.capitalizesHeadings))
      && !(passage.isSlavic && passage.isInitial(index + 1))
    if !isTitle, !isGrammar, opensWithInitial(passage, index) {
      var cursor = index
      var initials: Set<Int>?
      var count = 0
      while count < Self.mostInitials, opensWithInitial(passage, cursor) {
        count += 1
        let owners = registry.people(withInitial: passage[cursor].key)
        // A second initial may be of a patronymic that the people file does not have.
        if let known = initials {
          let both = known.intersection(owners)
          if !both.isEmpty { initials = both }
        } else {
          initials = owners
        }
        guard let known = initials, !known.isEmpty else { return nil }
        cursor += passage.isFollowed(cursor, by: ".") ? 2 : 1
        guard cursor < passage.count else { return nil }
        if Passage.isHyphen(passage[cursor]) { cursor += 1 }
        guard cursor < passage.count else { return nil }
      }
      first = cursor
      start = index
      people = initials
      guard passage[first].isCapitalized || passage[first].isBare else { return nil }
    }
    var found: Set<Int> = []
    var last: Int?
    var cursor = first
    var isCertain = false
    var forms: [[PersonRegistry.PartMatch]] = []
    while cursor < passage.count, passage[cursor].isWord {
      var all = parts(passage, cursor)
      var end = cursor
      if all.isEmpty, let both = compound(passage, cursor) { (all, end) = both }
      let fitting = all.filter { match in
        (people?.contains(match.person) ?? true)
          && acceptable(passage, cursor, match, opened: last != nil || first != start)
      }
      guard !fitting.isEmpty else { break }
      if fitting.allSatisfy({ $0.role == .particle }), last == nil { break }
      people = Set(fitting.map(\.person))
      forms.append(fitting)
      found.formUnion(fitting.map(\.part))
      if !passage.isOrdinary(cursor) { isCertain = true }
      last = end
      guard let next = continuation(passage, end, people ?? []) else { break }
      cursor = afterMiddleInitial(passage, next, people ?? []) ?? next
    }
    if let end = last, let son = passage.following(end), son <= end + 2,
      NameParticles.closing.contains(passage[son].key)
    {
      last = son
    }
    guard var end = last, var people, !people.isEmpty else { return nil }
    if people.count > 1, passage.grammar.has(.elides), let gender = titled(passage, start) {
      let fitting = people.filter { registry.people.people[$0].gender == gender }
      if !fitting.isEmpty { people = fitting }
    }
    if people.count > 1, passage.isSlavic {
      people = agreeing(passage, start, last ?? end, people)
    }
    if people.count > 1 { people = likeliest(people, forms) }
    // Initials after the name: "Dieudonné K.", "Мороз Я. В."
    while let initial = passage.following(end) ?? afterComma(passage, end)
      ?? afterStop(passage, end),
      initial <= end + 2, isInitial(passage, initial, after: end)
    {
      let owners = people.intersection(registry.people(withInitial: passage[initial].key))
      // A second initial may be of a patronymic that the people file does not have.
      guard !owners.isEmpty || end > last ?? end else { break }
      if !owners.isEmpty { people = owners }
      end = passage.isFollowed(initial, by: ".") ? initial + 1 : initial
      found.insert(-initial)
    }
    let isSurname = forms.allSatisfy { $0.allSatisfy { $0.role == .surname } }
    end = headless(passage, end, people) ?? withSurname(passage, end, after: isSurname)
    start = withArticle(passage, withParticles(passage, start, people), people)
    let isFull = found.count > 1 || end > (last ?? end) || start < first
    if let (generation, close) = Generations.after(passage, end) {
      end = close
      let same = people.filter { registry.generations[$0].map { $0 == generation } ?? true }
      // "Warren Kolb Sr." where the son is on the file: somebody else, of the same name.
      guard !same.isEmpty else {
        return (
          mention(
            passage, start, end, .person, "the name of another generation", confidence: 1,
            detail: .unlisted(PersonRecognizer().somebody(passage, start, end, isSure: true))), end
        )
      }
      people = same
    }
    if tellsRelatives, found.count == 1, let person = people.first, people.count == 1,
      forms.count == 1, forms[0].allSatisfy({ $0.person != person || $0.role == .surname }),
      let gender = relative(passage, start, last ?? end, of: person)
    {
      var somebody = PersonRecognizer().somebody(passage, start, end, isSure: false)
      somebody.gender = gender
      return (
        mention(
          passage, start, end, .person, "the surname of a relative", confidence: 1,
          detail: .unlisted(somebody)), end
      )
    }
    return (
      made(
        passage, start, end, people, "a form of a name on the people file", isFull: isFull,
        review: people.count > 1 && !isFull
          || !isCertain && passage[first].opensSentence && !isFull,
        confidence: isCertain || isFull ? 1 : 0.8), end
    )
  }

  /// "Warren J. Kolb": the part of the name that stands after the initial at `index`.
  func afterMiddleInitial(_ passage: Passage, _ index: Int, _ people: Set<Int>) -> Int? {
    guard passage.isInitial(index) else { return nil }
    let next = passage.isFollowed(index, by: ".") ? index + 2 : index + 1
    guard next < passage.count, passage[next].isWord, passage[next].value > 1,
      passage[next].isCapitalized, isPart(passage, next, people)
    else { return nil }
    return next
  }

  /// An initial after a name: with its full stop; in Russian and Ukrainian a small letter too where
  /// nothing has capitals, and a capital without the stop where another follows or the line ends.
  func isInitial(_ passage: Passage, _ index: Int, after end: Int) -> Bool {
    guard passage[index].isWord else { return false }
    if isInitialPair(passage, index) { return true }
    guard passage[index].value == 1 else { return false }
    let isStopped = passage.isFollowed(index, by: ".")
    if passage.isInitial(index) || passage[index].isBare, isStopped { return true }
    guard passage.isSlavic else { return isUnstopped(passage, index, after: end) }
    if passage[index].isBare, !passage.isInitial(index) {
      return isUnstopped(passage, index, after: end)
    }
    guard passage.isInitial(index) || passage[index].isBare, index == end + 1,
      !registry.people(withInitial: passage[index].key).isEmpty || passage.isInitial(index - 1)
    else { return false }
    let next = index + 1
    return next >= passage.count || passage[next].kind == .newline
      || passage[next].isWord && passage[next].value == 1 && passage.isInitial(index)
        && passage.isInitial(next)
      || passage.isInitial(index - 1)
  }

  /// "ZHUK R A": outside Russian and Ukrainian a letter without its full stop, which is no word of
  /// the language.
  func isUnstopped(_ passage: Passage, _ index: Int, after end: Int) -> Bool {
    guard passage.isInitial(index) || passage[index].isBare, index == end + 1, passage[index].gap
    else { return false }
    let isSecond = passage[index - 1].isWord && passage[index - 1].value == 1
    guard !registry.people(withInitial: passage[index].key).isEmpty || isSecond else {
      return false
    }
    if isSecond || !Self.letterWords.contains(passage[index].key) { return true }
    return isLetter(passage, index + 1) && passage[index + 1].gap
  }

  static let article = FoldedKey(folded: "a")

  static let letterWords = WordList("roster-letter-words")

  /// The gender that a title before a name gives: "M. Petit", "Mme Petit".
  func titled(_ passage: Passage, _ index: Int) -> Gender? {
    switch passage.isCuedAsPerson(index)?.gender {
    case "m": .male
    case "f": .female
    default: nil
    }
  }

  /// Takes in what belongs to a surname before it: "Van der", "O'".
  func withParticles(_ passage: Passage, _ start: Int, _ people: Set<Int>) -> Int {
    var first = start
    if first >= 2, !passage[first].gap, Passage.isApostrophe(passage[first - 1]),
      !passage[first - 1].gap, passage[first - 2].shape == .initial,
      // « D'Odile, rien »: what French leaves out a vowel of belongs to the sentence.
      !passage.grammar.has(.elides) || hasPart(people, passage[first - 2].key)
    {
      first -= 2
    }
    // "St. Aubyn": the full stop is of the particle.
    while let before = passage.preceding(first)
      ?? (first >= 2 && passage[first - 1].isMark(".") ? first - 2 : nil), first - before <= 2,
      passage[before].isWord,
      registry.matches(passage[before].key).contains(where: {
        $0.role == .particle && people.contains($0.person)
      })
    {
      first = before
    }
    return first
  }

  func hasPart(_ people: Set<Int>, _ key: FoldedKey) -> Bool {
    people.contains { person in
      registry.forms[person].parts.contains { FoldedKey(folded: $0.canonical) == key }
    }
  }

  /// "#волков", "statement_volkov": inside a tag or a file's name nothing has a capital.
  func isPartOfHandle(_ passage: Passage, _ index: Int) -> Bool {
    guard index > 0, !passage[index].gap, passage[index].value >= 4 else { return false }
    return ["#", "_", "@"].contains { passage[index - 1].isMark($0) }
  }

  /// An initial before a name; a small one with its full stop where capitals tell nothing.
  func opensWithInitial(_ passage: Passage, _ index: Int) -> Bool {
    if passage.isInitial(index) || isInitialPair(passage, index) { return true }
    guard index < passage.count, passage[index].isBare, passage[index].isWord,
      passage[index].value == 1
    else { return false }
    if passage.isFollowed(index, by: ".") { return true }
    // "w j sahak"
    return !passage.isGrammar(index) && index + 1 < passage.count && passage[index + 1].isWord
      && passage[index + 1].gap
  }

  /// Two letters that stand as an initial: "Zh. Petrov", "Ю.".
  func isInitialPair(_ passage: Passage, _ index: Int) -> Bool {
    index < passage.count && passage[index].isWord && passage[index].value == 2
      && passage[index].shape == .title && passage.isFollowed(index, by: ".")
      && !registry.people(withInitial: passage[index].key).isEmpty
  }

  func afterStop(_ passage: Passage, _ index: Int) -> Int? {
    passage[index].isMark(".") && index + 1 < passage.count && passage[index + 1].isWord
      ? index + 1 : nil
  }

  /// Of people who share a form, those of whom it is the first name, then those of whose name it is
  /// the plainest form: "Gromov" is rather Pavel Gromov than a form of Gromova.
  func likeliest(
    _ people: Set<Int>, _ forms: [[PersonRegistry.PartMatch]]
  ) -> Set<Int> {
    guard forms.count == 1, let only = forms.first else { return people }
    var best = Int.max
    var likeliest: Set<Int> = []
    for match in only where people.contains(match.person) {
      let rank = Self.rank(match)
      guard rank <= best else { continue }
      if rank < best { likeliest.removeAll(keepingCapacity: true) }
      best = rank
      likeliest.insert(match.person)
    }
    return best < .max ? likeliest : people
  }

  static func rank(_ match: PersonRegistry.PartMatch) -> Int {
    let role = match.role == .given ? 0 : 1
    switch match.source {
    case .canonical, .alias: return role
    case .diminutive: return 2 + role
    case .caseEnding: return 4 + role
    case .transliteration: return 6 + role
    case .familyForm: return 8
    }
  }

  func afterComma(_ passage: Passage, _ index: Int) -> Int? {
    passage.isFollowed(index, by: ",") && index + 2 < passage.count ? index + 2 : nil
  }

  /// Where the name may go on: the next word, one after a hyphen, a comma, or a quotation mark.
  func continuation(_ passage: Passage, _ index: Int, _ people: Set<Int>) -> Int? {
    var next = index + 1
    guard next < passage.count else { return nil }
    if passage[next].kind == .mark {
      guard
        Passage.joins(passage[next]) || passage[next].isMark(",") || Passage.isQuote(passage[next])
          || passage[next].isMark("(") || passage[next].isMark(")")
      else { return nil }
      let isComma = passage[next].isMark(",")
      next += 1
      if next < passage.count, passage[next].kind == .mark, Passage.isQuote(passage[next]) {
        next += 1
      }
      if !isComma, let bridge = bridged(passage, next, people) { return bridge }
      guard next < passage.count, passage[next].isCapitalized || passage[next].isBare else {
        return nil
      }
      // "SOROKA, Lev Igorevich": a comma only between a surname and the rest of the same name.
      if isComma {
        guard
          passage[index].shape == .upper
            || passage.following(next).map({ isPart(passage, $0, people) }) == true
        else { return nil }
      }
      return isPart(passage, next, people) ? next : nil
    }
    if passage[next].kind == .newline {
      next += 1
      if next < passage.count, passage[next].kind == .newline, passage[next - 1].value == 0x0D {
        next += 1
      }
      guard next < passage.count, passage[next].isWord, !passage[next].opensSentence else {
        return nil
      }
    }
    guard next < passage.count, passage[next].isWord else { return nil }
    return isPart(passage, next, people) ? next : bridged(passage, next, people) ?? next
  }
}
