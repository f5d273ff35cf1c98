/// The people of the people file, under every form of their names.
struct RosterRecognizer: Recognizer {
  let name = "roster"
  let registry: PersonRegistry

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

  private func person(_ passage: Passage, _ index: Int) -> (Mention, Int)? {
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
  private func joined(_ passage: Passage, _ index: Int) -> (Mention, Int)? {
    guard passage[index].value >= 6, !passage.isOrdinary(index),
      let person = registry.joined(passage.folded(index))
    else { return nil }
    return (
      made(passage, index, index, [person], "two names written as one word", isFull: true), index
    )
  }

  private func longer(_ a: (Mention, Int)?, _ b: (Mention, Int)?) -> (Mention, Int)? {
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
  private static let mostInitials = 6

  private func name(_ passage: Passage, _ index: Int) -> (Mention, Int)? {
    var first = index
    var start = index
    var people: Set<Int>?
    // Initials before the name: "A. Junusova", "K. Z. LATT".
    // "M. Petit" is no initial in French.
    let isTitle = passage.language == .french && passage.has(index, .honorific)
    // "С Волковым": a preposition is no initial, which would have its full stop.
    // "exposure A Junusova": inside a sentence "a" has no capital.
    let isGrammar =
      passage.isGrammar(index) && !passage.isFollowed(index, by: ".")
      && !(passage[index].key == Self.article && !passage[index].opensSentence
        && !passage[index].isBare && passage.language == .english)
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
    if people.count > 1, passage.language == .french, let gender = titled(passage, start) {
      let fitting = people.filter { registry.people.people[$0].gender == gender }
      if !fitting.isEmpty { people = fitting }
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
    end = headless(passage, end, people) ?? withSurname(passage, end)
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
    return (
      made(
        passage, start, end, people, "a form of a name on the people file", isFull: isFull,
        review: people.count > 1 && !isFull
          || !isCertain && passage[first].opensSentence && !isFull,
        confidence: isCertain || isFull ? 1 : 0.8), end
    )
  }

  /// "Warren J. Kolb": the part of the name that stands after the initial at `index`.
  private func afterMiddleInitial(_ passage: Passage, _ index: Int, _ people: Set<Int>) -> Int? {
    guard passage.isInitial(index) else { return nil }
    let next = passage.isFollowed(index, by: ".") ? index + 2 : index + 1
    guard next < passage.count, passage[next].isWord, passage[next].value > 1,
      passage[next].isCapitalized, isPart(passage, next, people)
    else { return nil }
    return next
  }

  /// An initial after a name: with its full stop; in Russian and Ukrainian a small letter too where
  /// nothing has capitals, and a capital without the stop where another follows or the line ends.
  private func isInitial(_ passage: Passage, _ index: Int, after end: Int) -> Bool {
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
  private func isUnstopped(_ passage: Passage, _ index: Int, after end: Int) -> Bool {
    guard passage.isInitial(index) || passage[index].isBare, index == end + 1, passage[index].gap
    else { return false }
    let isSecond = passage[index - 1].isWord && passage[index - 1].value == 1
    guard !registry.people(withInitial: passage[index].key).isEmpty || isSecond else {
      return false
    }
    if isSecond || !Self.letterWords.contains(passage[index].key) { return true }
    return isLetter(passage, index + 1) && passage[index + 1].gap
  }

  private static let article = FoldedKey(folded: "a")

  private static let letterWords = WordList("roster-letter-words")

  /// The gender that a title before a name gives: "M. Petit", "Mme Petit".
  private func titled(_ passage: Passage, _ index: Int) -> Gender? {
    switch passage.isCuedAsPerson(index)?.gender {
    case "m": .male
    case "f": .female
    default: nil
    }
  }

  /// Takes in what belongs to a surname before it: "Van der", "O'".
  private func withParticles(_ passage: Passage, _ start: Int, _ people: Set<Int>) -> Int {
    var first = start
    if first >= 2, !passage[first].gap, Passage.isApostrophe(passage[first - 1]),
      !passage[first - 1].gap, passage[first - 2].shape == .initial,
      // « D'Odile, rien »: what French leaves out a vowel of belongs to the sentence.
      passage.language != .french || hasPart(people, passage[first - 2].key)
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

  private func hasPart(_ people: Set<Int>, _ key: FoldedKey) -> Bool {
    people.contains { person in
      registry.forms[person].parts.contains { FoldedKey(folded: $0.canonical) == key }
    }
  }

  /// "#волков", "statement_volkov": inside a tag or a file's name nothing has a capital.
  private func isPartOfHandle(_ passage: Passage, _ index: Int) -> Bool {
    guard index > 0, !passage[index].gap, passage[index].value >= 4 else { return false }
    return ["#", "_", "@"].contains { passage[index - 1].isMark($0) }
  }

  /// An initial before a name; a small one with its full stop where capitals tell nothing.
  private func opensWithInitial(_ passage: Passage, _ index: Int) -> Bool {
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
  private func isInitialPair(_ passage: Passage, _ index: Int) -> Bool {
    index < passage.count && passage[index].isWord && passage[index].value == 2
      && passage[index].shape == .title && passage.isFollowed(index, by: ".")
      && !registry.people(withInitial: passage[index].key).isEmpty
  }

  private func afterStop(_ passage: Passage, _ index: Int) -> Int? {
    passage[index].isMark(".") && index + 1 < passage.count && passage[index + 1].isWord
      ? index + 1 : nil
  }

  /// Of people who share a form, those of whom it is the first name, then those of whose name it is
  /// the plainest form: "Gromov" is rather Pavel Gromov than a form of Gromova.
  private func likeliest(
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

  private static func rank(_ match: PersonRegistry.PartMatch) -> Int {
    let role = match.role == .given ? 0 : 1
    switch match.source {
    case .canonical, .alias: return role
    case .diminutive: return 2 + role
    case .caseEnding: return 4 + role
    case .transliteration: return 6 + role
    case .familyForm: return 8
    }
  }

  private func afterComma(_ passage: Passage, _ index: Int) -> Int? {
    passage.isFollowed(index, by: ",") && index + 2 < passage.count ? index + 2 : nil
  }

  /// Where the name may go on: the next word, one after a hyphen, a comma, or a quotation mark.
  private func continuation(_ passage: Passage, _ index: Int, _ people: Set<Int>) -> Int? {
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

  private func isPart(_ passage: Passage, _ index: Int, _ people: Set<Int>) -> Bool {
    parts(passage, index).contains { people.contains($0.person) }
  }

  /// Whether a form may be the name where it stands: an ordinary word needs its capital.
  private func acceptable(
    _ passage: Passage, _ index: Int, _ match: PersonRegistry.PartMatch, opened: Bool
  ) -> Bool {
    let token = passage[index]
    if match.role == .particle || match.role == .alias {
      return opened && token.isCapitalized || opened && match.role == .particle
    }
    if token.shape == .lower {
      if token.isDisguised || isPartOfHandle(passage, index) || isWhole(passage, index, match) {
        return true
      }
      // Where nothing has a capital, an ordinary word may be the name all the same.
      if token.isBare, token.value >= 3, !isEverydayWord(passage, index, match.person) {
        return match.source <= .caseEnding || token.value >= 4 && match.source != .familyForm
          || match.role == .given && match.source == .transliteration
      }
      return token.value >= 4 && !passage.isOrdinary(index)
        && (match.source <= .caseEnding || match.source == .transliteration)
        && !passage.isCountry(index) && !isKnownLowerWord(passage, index)
    }
    if opened { return true }
    if token.shape == .initial || token.value < 2 { return false }
    if match.source != .canonical {
      if isInsideCompound(passage, index) { return false }
      // "Мать" is a mother, though it could be short for a name.
      if match.source >= .transliteration,
        passage.has(index, .kinship) || passage.has(index, .rank)
          || passage.has(index, .title) || passage.has(index, .honorific)
      {
        return false
      }
      // "Мой", "Mon", "And" at the head of a sentence: a word of grammar is no diminutive.
      if token.opensSentence, passage.isOrdinary(index), passage.isGrammar(index) { return false }
    }
    return !isGrammar(passage, index) && !passage.isAdjective(index)
      && !NamesThatAreWords(registry: registry).isWord(passage, index, match)
  }

  /// «серёжа волков», "grace young": a first name and a surname of one person beside each other are the
  /// name, whatever else each may mean.
  private func isWhole(
    _ passage: Passage, _ index: Int, _ match: PersonRegistry.PartMatch
  ) -> Bool {
    let role: NameRole = match.role == .given ? .surname : .given
    guard match.role == .given || match.role == .surname, match.source != .familyForm,
      passage[index].value >= 3
    else { return false }
    return [passage.preceding(index), passage.following(index)].contains { beside in
      // "Will Potter will testify"
      guard let beside, abs(beside - index) == 1, passage[beside].value >= 3,
        passage[beside].shape == .lower || !passage.isGrammar(index) && !passage.has(index, .modal)
      else { return false }
      return parts(passage, beside).contains {
        $0.person == match.person && $0.role == role && $0.source != .familyForm
      }
    }
  }

  /// Grammar, kin, ranks and numbers: in lines without capitals they are what they say.
  private func isEverydayWord(_ passage: Passage, _ index: Int, _ person: Int) -> Bool {
    if passage.has(index, .modal), isNameNotModal(passage, index, person) { return false }
    if passage.has(index, .cardinal), let next = passage.following(index),
      passage.hasAny(next, Self.counted) || passage[next].isNumber
    {
      return true
    }
    return passage.isGrammar(index) || passage.hasAny(index, Self.everyday)
  }

  /// "will will confirm", "they took will to", "will tuohy": no verb that a modal could go with.
  private func isNameNotModal(_ passage: Passage, _ index: Int, _ person: Int) -> Bool {
    guard let next = passage.following(index) else { return false }
    if isPart(passage, next, [person]), passage[next].value > 1 { return true }
    if passage.has(next, .modal) || passage.has(next, .auxiliary) {
      return !Self.infinitives.contains(passage[next].key)
    }
    guard passage.has(next, .preposition) || passage.has(next, .conjunction),
      let before = passage.preceding(index)
    else { return false }
    return passage.has(before, .speech) || passage.has(before, .preposition)
  }

  private static let infinitives = WordList("roster-infinitives")

  private static let counted =
    Cue.quantity.bit | Cue.timeUnit.bit | Cue.ageUnit.bit | Cue.cardinal.bit | Cue.month.bit

  private static let everyday =
    Cue.kinship.bit | Cue.rank.bit | Cue.title.bit | Cue.honorific.bit
    | Cue.ordinal.bit | Cue.modal.bit | Cue.month.bit | Cue.timeUnit.bit | Cue.speech.bit

  /// The last part of a compound whose other parts are no names: "Kart-e-Parwan".
  private func isInsideCompound(_ passage: Passage, _ index: Int) -> Bool {
    index >= 2 && !passage[index].gap && Passage.isHyphen(passage[index - 1])
      && passage[index - 2].shape == .lower
  }

  /// A lower-case word that another language of the four has in its dictionary.
  private func isKnownLowerWord(_ passage: Passage, _ index: Int) -> Bool {
    Language.allCases.contains { passage.isOrdinary(index, in: $0) }
      || passage.has(index, .preposition) || passage.has(index, .pronoun)
  }

  /// "May I", "Will you", "in May": the word is grammar or the calendar, not the name.
  private func isGrammar(_ passage: Passage, _ index: Int) -> Bool {
    if passage.has(index, .modal), passage[index].opensSentence, let next = passage.following(index)
    {
      return passage.has(next, .pronoun) || passage.has(next, .determiner)
        || passage.has(next, .possessive) || Self.deity.contains(passage[next].key)
    }
    if passage.has(index, .month), passage.language == .english {
      if let next = passage.following(index), passage[next].isNumber { return true }
      guard let before = passage.preceding(index) else { return false }
      return passage[before].isNumber && passage[before].digits <= 2
        || passage.ordinal(before) != nil
        || passage.has(before, .dateModifier) || Self.calendar.contains(passage[before].key)
    }
    // « Grâce m'a donné de l'eau »: without its « à » it is no preposition.
    if passage.language == .french, passage[index].key == Self.grace {
      return NamesThatAreWords.isWord(passage, index)
    }
    if passage.has(index, .pronoun) || passage.has(index, .determiner)
      || passage.has(index, .preposition)
      || passage.has(index, .conjunction)
    {
      return passage[index].opensSentence || passage[index].shape == .lower
    }
    return false
  }

  private static let grace = FoldedKey(folded: "grace")
  private static let deity = WordList("roster-blessing-subjects")
  private static let calendar = WordList("roster-calendar")

  /// "Roman huk": another part of the name that has lost its first letter and with it its capital.
  private func headless(_ passage: Passage, _ last: Int, _ people: Set<Int>) -> Int? {
    guard let next = passage.following(last), next == last + 1, passage[next].gap,
      passage[next].shape == .lower, passage[next].value >= 3, !isKnownLowerWord(passage, next)
    else { return nil }
    let rest = passage.folded(next)
    let isRest = people.contains { person in
      registry.forms[person].parts.contains {
        let letters = Array($0.canonical.utf8)
        return letters.count <= rest.count + 2 && letters.count > rest.count
          && letters.suffix(rest.count).elementsEqual(rest)
      }
    }
    return isRest ? next : nil
  }

  /// Takes in a surname that the people file does not have: "Vera Lutz" where it has only Vera.
  private func withSurname(_ passage: Passage, _ last: Int) -> Int {
    if let end = misreadPart(passage, last) { return end }
    guard let next = passage.following(last), next == last + 1, passage[next].gap,
      passage[next].isCapitalized, passage[next].value >= 2, !passage[next].opensSentence,
      !passage.isExplained(next), !passage.isOrdinary(next),
      registry.matches(passage[next].key).isEmpty,
      passage[last].shape == passage[next].shape || passage[last].isMark("."),
      passage.nameFacts(next).contains(.surname) || passage.lexicon.place(passage[next].key) == nil
    else { return last }
    return next
  }

  // MARK: Aliases, spelled-out and broken names, initials

  private func alias(_ passage: Passage, _ index: Int) -> (Mention, Int)? {
    for alias in registry.aliases(passage[index].key) {
      var last = index
      var fits = true
      for word in alias.words.dropFirst() {
        guard let next = passage.following(last), word.contains(passage[next].key) else {
          fits = false
          break
        }
        last = next
      }
      guard fits,
        passage[index].isCapitalized || !passage.isOrdinary(index) || alias.words.count > 1
      else {
        continue
      }
      if alias.words.count == 1, passage[index].opensSentence, passage.isOrdinary(index),
        isGrammar(passage, index)
      {
        continue
      }
      return (
        made(passage, index, last, [alias.person], "an alias on the people file", isFull: true),
        last
      )
    }
    return nil
  }

  /// How many letters a name has that is spelled out; a longer one is nobody's.
  private static let mostLetters = 40

  /// "S-E-R-G-E-I", "S e r g e i": single letters with the same thing between them.
  private func spelled(_ passage: Passage, _ index: Int) -> (Mention, Int)? {
    guard passage[index].value == 1,
      index == 0 || passage[index].gap || passage[index - 1].kind != .word
    else { return nil }
    var (count, last, cursor) = (0, index, index)
    var separator: UInt32?
    while cursor < passage.count, passage[cursor].isWord, passage[cursor].value == 1 {
      // A run that goes on longer than any name says none here, and is not folded to find that out.
      if count == Self.mostLetters { return nil }
      (count, last) = (count + 1, cursor)
      cursor += 1
      guard cursor < passage.count else { break }
      // One thing between all letters: the same mark, or white space alone.
      let isMark = passage[cursor].kind == .mark
      let between = isMark ? passage[cursor].value : 0
      if let separator, separator != between { break }
      separator = between
      if isMark { cursor += 1 }
    }
    guard count >= 3 else { return nil }
    let letters = stride(from: index, through: last, by: separator == 0 ? 1 : 2)
    let matches = registry.matches(FoldedKey(folded: letters.flatMap { passage.folded($0) }))
    guard !matches.isEmpty else { return nil }
    return (
      made(
        passage, index, last, Set(matches.map(\.person)), "a name letter by letter", isFull: false),
      last
    )
  }

  /// A name broken by a hyphen at the end of a line.
  private func broken(_ passage: Passage, _ index: Int) -> (Mention, Int)? {
    guard passage[index].isCapitalized, let next = passage.restOfBroken(index) else { return nil }
    let matches = registry.matches(FoldedKey(folded: passage.folded(index) + passage.folded(next)))
    guard !matches.isEmpty else { return nil }
    return (
      made(
        passage, index, next, Set(matches.map(\.person)), "a name broken at a line's end",
        isFull: false),
      next
    )
  }

  /// "Bogda n": a name with a space in it, where one of the halves is no word.
  private func split(_ passage: Passage, _ index: Int) -> (Mention, Int)? {
    let next = index + 1
    guard passage[index].isCapitalized || passage[index].isBare, next < passage.count,
      passage[next].isWord, passage[next].gap, passage[index].value + passage[next].value >= 4,
      passage[index].isCyrillic == passage[next].isCyrillic,
      passage[next].shape == .lower || passage[next].shape == passage[index].shape,
      !passage.isGrammar(next) || passage[next].value == 1
    else { return nil }
    let key = passage[index].key.extended(by: passage.folded(next))
    let matches = registry.matches(key).filter {
      $0.role != .particle && $0.source <= .transliteration
    }
    guard !matches.isEmpty,
      [index, next].contains(where: {
        passage[$0].value == 1
          ? !passage.isGrammar($0) : passage.cues(of: $0) == 0 && !isKnownLowerWord(passage, $0)
      })
    else { return nil }
    return (
      made(
        passage, index, next, Set(matches.map(\.person)), "a name with a space in it",
        isFull: false, review: true, confidence: 0.8), next
    )
  }

  /// "L.I.S.", "L. S.": initials that are exactly those of one person's name.
  private func onlyInitials(_ passage: Passage, _ index: Int) -> (Mention, Int)? {
    guard isLetter(passage, index), passage.isFollowed(index, by: "."),
      index == 0 || passage[index].gap || !passage[index - 1].isMark(".")
    else { return nil }
    var keys: [FoldedKey] = []
    var cursor = index
    var last = index
    while isLetter(passage, cursor), passage.isFollowed(cursor, by: "."), keys.count < 5 {
      keys.append(passage[cursor].key)
      last = cursor + 1
      cursor += 2
    }
    guard keys.count >= 2, !passage[index].isBare || !isShortened(passage, index...last) else {
      return nil
    }
    let people = registry.initialsOfPerson.indices.filter { person in
      let parts = registry.initialsOfPerson[person]
      guard parts.count >= 2, keys.count <= parts.count else { return false }
      if keys.count == parts.count { return isPermutation(keys, of: parts) }
      // Two initials of three: first name and surname.
      return parts[0].contains(keys[0]) && parts[parts.count - 1].contains(keys[keys.count - 1])
    }
    guard !people.isEmpty else { return nil }
    return (
      made(
        passage, index, last, Set(people), "the initials of a person of the people file",
        isFull: true,
        review: people.count > 1, confidence: 0.8), last
    )
  }

  /// An initial, or where capitals tell nothing a single letter.
  private func isLetter(_ passage: Passage, _ index: Int) -> Bool {
    passage.isInitial(index)
      || index < passage.count && passage[index].isBare && passage[index].isWord
        && passage[index].value == 1
  }

  /// "e.g.", "и т. д.": letters that are no initials.
  private func isShortened(_ passage: Passage, _ range: ClosedRange<Int>) -> Bool {
    let letters = range.filter { passage[$0].isWord }.flatMap { passage.folded($0) }
    return Self.shortened.contains(FoldedKey(folded: letters))
  }

  private static let shortened = WordList("roster-shortened")

  private func isPermutation(_ keys: [FoldedKey], of parts: [Set<FoldedKey>]) -> Bool {
    guard let key = keys.first else { return parts.isEmpty }
    for index in parts.indices where parts[index].contains(key) {
      var rest = parts
      rest.remove(at: index)
      if isPermutation(Array(keys.dropFirst()), of: rest) { return true }
    }
    return false
  }
}
