/// People who are not on the people file: by title, rank, kin, "named", by the lists of names, by
/// initials, by the label of a speaker.
struct PersonRecognizer: Recognizer {
  static let known = "person"
  let name = known

  func find(in passage: Passage, into mentions: inout [Mention]) {
    var index = 0
    while index < passage.count {
      if passage[index].isCapitalized, let (found, last) = person(passage, index) {
        mentions.append(found)
        index = last + 1
      } else if passage[index].isCapitalized, let last = EnglishSaints.feast(passage, index) {
        mentions.append(
          mention(
            passage, index, last, .person, "a saint after whom something is called",
            confidence: 0.9, isPublic: true))
        index = last + 1
      } else if let last = small(passage, index) {
        mentions.append(
          mention(
            passage, index, last, .person, "a first name without a capital after a word for kin",
            confidence: 0.75,
            detail: .unlisted(somebody(passage, index, last, isSure: false))))
        index = last + 1
      } else {
        index += 1
      }
    }
  }

  /// «сусід гнат», "my cousin petro halushko": where the name of the tables is no other word.
  private func small(_ passage: Passage, _ index: Int) -> Int? {
    guard index > 0, passage[index].shape == .lower, passage[index].isWord, passage[index].gap,
      passage[index].value >= 4, passage.hasAny(index - 1, Self.beforeNames),
      !passage.nameFacts(index).isDisjoint(with: .given), passage.cues(of: index) == 0,
      !passage.isOrdinary(index)
    else { return nil }
    let next = index + 1
    let isSurname =
      next < passage.count && passage[next].isWord && passage[next].gap
      && passage[next].shape == .lower && passage[next].value >= 4
      && passage.cues(of: next) == 0 && !passage.isOrdinary(next) && !passage.endsAsVerb(next)
    return isSurname ? next : index
  }

  private static let beforeNames = offices | Cue.naming.bit

  private struct Evidence {
    var why: String
    var confidence: Double
    var gender: String = ""
    var role: String?
    var isSure: Bool
  }

  private func person(_ passage: Passage, _ index: Int) -> (Mention, Int)? {
    let (first, last, words) = run(passage, index)
    guard let last, !words.isEmpty else { return nil }
    if FrenchPlaceNames.continuesSaint(passage, index) { return nil }
    if passage.isSlavic, namesSomethingElse(passage, last, words) { return nil }
    // "Limpiezas Cantueso S.L.", "Verhaegen Audit SPRL"
    if words.count > 1,
      words.dropFirst().contains(where: { CompanyForms.end(passage, $0) != nil })
        || passage.following(last).map({ CompanyForms.end(passage, $0) != nil }) ?? false
    {
      return nil
    }
    if passage.language == .english {
      if EnglishSaints.nameThing(passage, index) { return nil }
      // "Parkinson's"
      if let illness = passage.match(index, .trait), illness.last > last { return nil }
      // "Al-Mahatta quarter", "a Baptist"
      if let next = passage.following(last), next == last + 1, passage[next].shape == .lower,
        passage.has(next, .placeNoun) || passage.has(next, .unitNoun), !passage.has(next, .verb)
      {
        return nil
      }
      // "Sang-e-Masha": the end of a compound is no name of its own.
      if index >= 2, Passage.isHyphen(passage[index - 1]), !passage[index].gap,
        !passage[index - 1].gap, passage[index - 2].shape == .lower, passage[index - 2].value <= 2
      {
        return nil
      }
      if words.count == 1, passage.has(index, .trait), index > 0,
        passage.has(index - 1, .determiner)
      {
        return nil
      }
    }
    guard let evidence = evidence(passage, first, last, words) else { return nil }
    let person = somebody(
      passage, words, gender: evidence.gender, role: evidence.role, isSure: evidence.isSure)
    return (
      mention(
        passage, first, last, .person, evidence.why, confidence: evidence.confidence,
        detail: .unlisted(person)), last
    )
  }

  /// Who is meant by a span of tokens that is known to be a name, perhaps with a title before it.
  func somebody(_ passage: Passage, _ first: Int, _ last: Int, isSure: Bool) -> UnlistedPerson {
    let all = (first...last).filter { passage[$0].isWord }
    let capitals = all.filter { passage[$0].isCapitalized }
    let named = capitals.isEmpty ? all : capitals
    let words = Array(named.drop { passage.isTitle($0) && passage.nameFacts($0).isEmpty })
    guard let opening = words.first else {
      return somebody(passage, named, gender: "", role: nil, isSure: false)
    }
    let cue = passage.isCuedAsPerson(opening)
    return somebody(
      passage, words, gender: cue?.gender ?? "", role: cue?.role.flatMap { $0.isEmpty ? nil : $0 },
      isSure: isSure
        && words.allSatisfy {
          passage[$0].isCapitalized && passage[$0].value > 2 && !passage.isOrdinary($0)
        })
  }

  /// The person whose name these words are.
  private func somebody(
    _ passage: Passage, _ words: [Int], gender said: String, role: String?, isSure: Bool
  ) -> UnlistedPerson {
    var gender: Gender? = said == "m" ? .male : said == "f" ? .female : nil
    if passage.isSlavic, let first = words.first,
      let own = genderOfForm(passage, first, words)
    {
      gender = own
    }
    var mayBeOther = false
    if gender == nil {
      for word in words {
        let facts = passage.nameFacts(word)
        if facts.contains(.givenMale) != facts.contains(.givenFemale) {
          gender = facts.contains(.givenMale) ? .male : .female
          mayBeOther = gender == .female && isCaseOfMan(passage, word)
          break
        }
      }
    }
    return UnlistedPerson(
      words: words.filter { !passage.isInitial($0) }.map { passage.nameStem($0) },
      given: given(passage, words).map { passage.nameStem($0) }, gender: gender,
      mayBeOther: mayBeOther, role: role, isSure: isSure)
  }

  /// Whether a woman's name is a man's too, in another case: "Ильнура", "Александру".
  private func isCaseOfMan(_ passage: Passage, _ word: Int) -> Bool {
    let letters = passage.folded(word)
    guard passage.isSlavic, letters.count > 4, letters.endsWithAny("а у") else { return false }
    return passage.lexicon.name(FoldedKey(folded: letters.dropLast(2))).contains(.givenMale)
  }

  /// «кума Галина», «супруга Ольга» read like the genitive of a man's word; «Айгуль» and «…кызы» are
  /// a woman's whatever stands before.
  private func genderOfForm(_ passage: Passage, _ first: Int, _ words: [Int]) -> Gender? {
    for word in words {
      let letters = passage.folded(word)
      if letters.endsWithAny("гуль гюль гул кызы гызы кизи") { return .female }
      if letters.endsWithAny("оглы улы уулу угли огли") { return .male }
    }
    guard let before = passage.preceding(first), Self.eitherGender.contains(passage[before].key),
      passage.lexicon.name(passage[first].key).intersection([.givenMale, .givenFemale])
        == .givenFemale
    else { return nil }
    return .female
  }

  private static let eitherGender: Set<FoldedKey> = Set(
    ["кума", "супруга"].map { FoldedKey(folded: $0) })

  /// The words that are first names; the first word where no table knows.
  private func given(_ passage: Passage, _ words: [Int]) -> [Int] {
    let full = words.filter { !passage.isInitial($0) }
    let known = full.filter {
      !passage.nameFacts($0).intersection([.givenMale, .givenFemale, .diminutive]).isEmpty
    }
    return known.isEmpty ? Array(full.prefix(1)) : known
  }

  /// The run of name words and initials that begins at `index`.
  private func run(_ passage: Passage, _ index: Int) -> (first: Int, last: Int?, words: [Int]) {
    var words: [Int] = []
    var last: Int?
    var cursor = index
    while cursor < passage.count, words.count < 6 {
      if passage.isInitial(cursor) {
        // "M. Soroka"
        if passage.language == .french, words.isEmpty, passage.has(cursor, .honorific) { break }
        guard passage.isFollowed(cursor, by: ".") || !words.isEmpty || nextIsName(passage, cursor)
        else { break }
        // "I", "a": letters that are words; an initial needs its stop or a capitalised neighbour.
        if !passage.isFollowed(cursor, by: "."),
          passage.has(cursor, .ordinary) || passage.isExplained(cursor)
        {
          break
        }
        last = passage.isFollowed(cursor, by: ".") ? cursor + 1 : cursor
        words.append(cursor)
        cursor = (last ?? cursor) + 1
        // "прапорщик Куаныш Т. Надзирательница …": after the initial a sentence begins.
        if words.count > 1, cursor < passage.count, passage[cursor].shape == .title,
          passage.isOrdinary(cursor), passage.nameFacts(cursor).isEmpty
        {
          last = words.last
          break
        }
      } else if isNameWord(passage, cursor, opening: words.isEmpty) {
        words.append(cursor)
        last = cursor
        cursor += 1
      } else if !words.isEmpty, Self.particles.contains(passage[cursor].key),
        passage[cursor].isWord,
        let next = passage.following(cursor), isNameWord(passage, next, opening: false)
      {
        cursor = next
        continue
      } else {
        break
      }
      if let half = smallHalf(passage, cursor) {
        last = half
        cursor = half + 1
      }
      guard cursor < passage.count else { break }
      // To the next word: white space, a hyphen, a quoted nickname.
      if Passage.isHyphen(passage[cursor]) || Passage.isApostrophe(passage[cursor]),
        cursor + 1 < passage.count, !passage[cursor].gap, passage[cursor + 1].isCapitalized,
        !passage[cursor + 1].gap
      {
        cursor += 1
      } else if passage[cursor].kind == .newline, cursor + 1 < passage.count,
        passage[cursor + 1].isCapitalized, !passage[cursor + 1].opensSentence,
        !(passage.isSlavic
          && (passage.has(cursor + 1, .label) || passage.isFollowed(cursor + 1, by: ":")))
      {
        cursor += 1
      } else if Passage.isQuote(passage[cursor]), passage[cursor].gap, cursor + 3 < passage.count,
        passage[cursor + 1].isCapitalized, Passage.isQuote(passage[cursor + 2]),
        passage[cursor + 3].isCapitalized, isNameWord(passage, cursor + 3, opening: false)
      {
        words.append(cursor + 1)
        words.append(cursor + 3)
        last = cursor + 3
        cursor += 4
      }
    }
    while let end = words.last, passage.isInitial(end), words.count == 1 {
      words.removeLast()
      last = nil
    }
    return (index, last, words)
  }

  /// "Guo-xiong": the second half of a name in Latin letters, with a small letter, where it is no word;
  /// "Отара-пасечника": in Cyrillic a trade that goes with the name.
  private func smallHalf(_ passage: Passage, _ hyphen: Int) -> Int? {
    let half = hyphen + 1
    guard hyphen < passage.count, Passage.isHyphen(passage[hyphen]), half < passage.count,
      !passage[hyphen].gap, !passage[half].gap, passage[half].shape == .lower,
      passage[half].value >= 2, !passage.isFollowed(half, by: "-")
    else { return nil }
    let isPart =
      passage[half].isCyrillic
      ? passage.has(half, .job) : !passage.isOrdinary(half) && passage.cues(of: half) == 0
    return isPart ? half : nil
  }

  private static let offices: UInt64 =
    Cue.rank.bit | Cue.title.bit | Cue.honorific.bit | Cue.kinship.bit

  private func nextIsName(_ passage: Passage, _ index: Int) -> Bool {
    passage.following(index).map {
      isNameWord(passage, $0, opening: false) && passage[$0].shape != .initial
    } ?? false
  }

  private static let particles = WordList("person-particles")

  /// Whether a word could be a part of a name where it stands.
  private func isNameWord(_ passage: Passage, _ index: Int, opening: Bool) -> Bool {
    guard index < passage.count else { return false }
    let token = passage[index]
    if passage.isSlavic, SlavicSomebody.isCountry(passage, index) { return false }
    guard token.isCapitalized, token.value >= 2, token.shape != .initial else { return false }
    if token.shape == .upper, isHeading(passage, index) { return false }
    if opening, NamesThatAreWords.isWord(passage, index) { return false }
    // "Case No. 318", "File 12"
    if passage.has(index, .identifierCue), let next = passage.following(index),
      passage[next].isNumber || passage.has(next, .identifierCue)
    {
      return false
    }
    if passage.isSlavic {
      // "Тема:", "Дата:" at the head of a line; "РОВД".
      if passage.has(index, .label), passage.isFollowed(index, by: ":") || passage.opensLine(index)
      {
        return false
      }
      if token.shape == .upper, passage.has(index, .body) { return false }
      // "ГКНБ Токтосунов": the capitals of a body before a name.
      if token.shape == .upper, token.value <= 5, passage.following(index) == index + 1,
        passage[index + 1].shape == .title, passage.nameFacts(index).isEmpty
      {
        return false
      }
      if opening, token.opensSentence, isBeforeInitials(passage, index) { return true }
    }
    if opening, isSignature(passage, index) { return true }
    if passage.isExplained(index) {
      // "позивний «Лютий»": what is quoted after a naming word is a name, whatever else it means.
      if opening, passage.isSlavic, index > 0,
        Passage.isQuote(passage[index - 1])
          || passage.has(index - 1, .pronoun) || passage.has(index - 1, .naming),
        Passage.isQuote(passage[index - 1])
          || !passage[index].opensSentence && passage[index].shape == .title,
        passage.isCuedAsPerson(index) != nil
      {
        return true
      }
      // "Wali Jan", "May Thu": an abbreviation of the calendar after a first name, with no number.
      if passage.language == .english, !opening, token.shape == .title, token.value <= 4,
        passage.has(index, .month) || passage.has(index, .weekday),
        let before = passage.preceding(index), before == index - 1,
        !passage.nameFacts(before).intersection(.given).isEmpty,
        passage.following(index).map({ !passage[$0].isNumber }) ?? true
      {
        return true
      }
      // "Étienne Maréchal": a trade or a rank with a capital after a first name is a surname.
      if !opening, token.shape == .title, !token.opensSentence,
        let before = passage.preceding(index),
        before == index - 1, !passage.isGrammar(index), !passage.isCountry(index),
        !passage.has(index, .month), !passage.has(index, .weekday),
        !passage.has(index, .publicBody),
        !passage.nameFacts(before).intersection(.given).isEmpty
      {
        return true
      }
      // "ses enfants Grâce et Trésor": a word of grammar with a capital after a word for kin.
      if passage.language == .french, opening, token.shape == .title, !token.opensSentence,
        !passage.nameFacts(index).intersection([.givenMale, .givenFemale]).isEmpty,
        passage.has(index - 1, .kinship) || FrenchPeople.owner(passage, index) != nil
      {
        return true
      }
      // "my aunt Mercedes", "Ford said": a name that is a make or a firm too.
      if passage.language == .english, token.shape == .title, passage.has(index, .ordinary),
        !passage.nameFacts(index).isEmpty, !passage.hasAny(index, Self.offices),
        opening
          ? passage.isCuedAsPerson(index) != nil || passage.isFollowedBySpeech(index)
          : !passage.nameFacts(index - 1).intersection(.given).isEmpty
      {
        return true
      }
      // "Will", "May", "Mark", "Grace": names that are words of grammar too, not at a sentence's head.
      if let next = passage.following(index), passage.has(next, .pronoun) { return false }
      return !token.opensSentence && !passage.nameFacts(index).intersection(.given).isEmpty
        && (passage.has(index, .modal)
          && !(passage.has(index, .month) && isCalendar(passage, index))
          || Self.monthNames.contains(passage[index].key) && !isCalendar(passage, index))
        && passage.language == .english
    }
    if token.opensSentence, passage.isOrdinary(index), opening {
      if passage.isSlavic, isWholeSentence(passage, index) || isNameBySlavicSyntax(passage, index) {
        return true
      }
      return passage.isCuedAsPerson(index) != nil || isLabel(passage, index)
        || followedBySurname(passage, index)
        || passage.language == .french
          && (FrenchNames.opensAsSubject(passage, index)
            || FrenchNames.opensWithAside(passage, index))
    }
    return true
  }

  /// "СОРОКА: Лев." A sentence of one word that is a first name, whatever else it may mean.
  private func isWholeSentence(_ passage: Passage, _ index: Int) -> Bool {
    passage[index].shape == .title && passage.isFollowed(index, by: ".")
      && !passage.nameFacts(index).intersection(.given).isEmpty && !passage.isExplained(index)
      && passage.lexicon.name(passage[index].key).intersection(.given).isEmpty == false
  }

  /// "Мороз Я. В.": a surname before initials, whatever else the word may mean.
  private func isBeforeInitials(_ passage: Passage, _ index: Int) -> Bool {
    guard let next = passage.following(index), passage.isInitial(next), next + 1 < passage.count
    else {
      return false
    }
    return passage[next + 1].isMark(".") && next + 2 < passage.count && passage.isInitial(next + 2)
  }

  private func followedBySurname(_ passage: Passage, _ index: Int) -> Bool {
    guard !passage.nameFacts(index).intersection(.given).isEmpty,
      let next = passage.following(index)
    else {
      return false
    }
    if passage.isSlavic, next == index + 1, !SlavicNameHead.goes(passage, index, with: next) {
      return false
    }
    if passage[next].isCapitalized, !passage.isExplained(next),
      next == index + 1 || Passage.isHyphen(passage[next - 1]) && !passage[next].gap
    {
      return true
    }
    return passage.has(next, .speech) && !passage.has(next, .modal) && next == index + 1
  }

  /// "Маркові, онукові, …": a first name, and after the comma the word for kin; "Петро миє": a first
  /// name and a verb; "Мельник Василь": a surname and a first name.
  private func isNameBySlavicSyntax(_ passage: Passage, _ index: Int) -> Bool {
    guard passage.isSlavic else { return false }
    let facts = passage.nameFacts(index)
    if facts.contains(.surname), let next = passage.following(index), next == index + 1,
      passage[next].shape == .title, !passage.nameFacts(next).intersection(.given).isEmpty,
      SlavicNameHead.goes(passage, index, with: next)
    {
      return true
    }
    guard !facts.intersection(.given).isEmpty else { return false }
    if let next = passage.following(index), next == index + 1 {
      return passage.endsAsVerb(next)
        && !passage.lexicon.name(passage[index].key).intersection(.given).isEmpty
    }
    guard passage.isFollowed(index, by: ",") else { return false }
    var next = index + 2
    if next < passage.count, passage.has(next, .possessive) { next += 1 }
    return next < passage.count && passage.has(next, .kinship) && !passage[next].isCapitalized
  }

  private static let monthNames = WordList("person-month-names")

  private func isCalendar(_ passage: Passage, _ index: Int) -> Bool {
    // "a wet May"
    if let adjective = passage.preceding(index), passage[adjective].shape == .lower,
      let article = passage.preceding(adjective), passage.has(article, .determiner)
    {
      return true
    }
    if let before = passage.preceding(index),
      passage.has(before, .preposition) || passage[before].isNumber
        || passage.has(before, .dateModifier)
        || passage.ordinal(before) != nil || passage.has(before, .month)
    {
      return true
    }
    return passage.following(index).map { passage[$0].isNumber } ?? false
  }

  /// Capitals in a line of capitals whose words are ordinary.
  private func isHeading(_ passage: Passage, _ index: Int) -> Bool {
    passage.isOrdinary(index) && !isLabel(passage, index)
  }

  private func isLabel(_ passage: Passage, _ index: Int) -> Bool {
    guard passage.opensLine(index) || index > 0 && passage[index - 1].isMark("]"),
      passage[index].value > 2
    else { return false }
    guard !passage.has(index, .label),
      passage.language != .french || passage.match(index, .label) == nil
    else { return false }
    var last = index
    while let next = passage.following(last), passage[next].isCapitalized, next - index < 4 {
      last = next
    }
    guard passage.isFollowed(last, by: ":") else { return false }
    return passage[index].shape == .upper
      || !passage.isOrdinary(index) && !passage.has(index, .identifierCue)
  }

  private func evidence(
    _ passage: Passage, _ first: Int, _ last: Int, _ words: [Int]
  ) -> Evidence? {
    if let cue = passage.isCuedAsPerson(first),
      cue.role == nil || !isBodyAfterOffice(passage, first, words)
    {
      let role = cue.role.flatMap { $0.isEmpty ? nil : $0 }
      return Evidence(
        why: "after a title, a rank or a word for kin", confidence: 0.9, gender: cue.gender,
        role: role,
        isSure: true)
    }
    if isLabel(passage, first) {
      return Evidence(why: "the label of a speaker", confidence: 0.8, isSure: true)
    }
    if isThing(passage, words) || words.count == 1 && passage.isAdjective(first) { return nil }
    if passage.language == .french {
      if words.count == 1, FrenchNames.followsArticle(passage, first) { return nil }
      if words.count == 1, FrenchNames.isPlace(passage, first) { return nil }
      if passage.isOrdinary(first),
        FrenchNames.opensAsSubject(passage, first) || FrenchNames.opensWithAside(passage, first)
      {
        return Evidence(
          why: "a noun that opens a sentence as a name", confidence: 0.6, isSure: true)
      }
    }
    let facts = words.map { passage.nameFacts($0) }
    if words.contains(where: { passage.isInitial($0) }) {
      let full = words.filter { !passage.isInitial($0) }
      if full.isEmpty {
        if let next = passage.following(last), passage.has(next, .identifierCue) { return nil }
        return words.count >= 2 && isDotted(passage, words)
          ? Evidence(why: "initials", confidence: 0.6, isSure: false) : nil
      }
      // "G.R. Case No. 318"
      if passage.language == .english, let end = full.last, passage.has(end, .identifierCue) {
        return nil
      }
      // "Building C. There were …": a letter that ends a sentence.
      if passage.language == .english,
        full.allSatisfy({ passage.isOrdinary($0) && passage.nameFacts($0).isEmpty })
      {
        return nil
      }
      return Evidence(why: "a name with initials", confidence: 0.85, isSure: true)
    }
    if facts.contains(where: { $0.contains(.patronymic) }) {
      return Evidence(why: "a patronymic", confidence: 0.9, isSure: true)
    }
    let isPlace = isPlaceWord(passage, first, last) || isPlaceName(passage, words)
    if passage[first].shape == .upper, words.count == 1, passage[first].value <= 4 { return nil }
    if let given = facts.first,
      !given.intersection([.givenMale, .givenFemale, .diminutive]).isEmpty
    {
      if words.count > 1, !isPlace {
        return Evidence(why: "a first name and more", confidence: 0.85, isSure: true)
      }
      if isPlace { return nil }
      let ordinary = passage.isOrdinary(first)
      if ordinary, passage[first].opensSentence, !passage.isFollowedBySpeech(last),
        !isSignature(passage, first)
      {
        // "СОРОКА: Лев." A sentence of one word that is a first name.
        guard passage.isSlavic,
          isWholeSentence(passage, first) || isNameBySlavicSyntax(passage, first)
        else { return nil }
      }
      return Evidence(
        why: "a first name", confidence: ordinary ? 0.6 : 0.8, isSure: !ordinary)
    }
    if facts.contains(where: { !$0.intersection([.givenMale, .givenFemale]).isEmpty }),
      words.count > 1,
      !isPlace
    {
      return Evidence(why: "a name with a first name in it", confidence: 0.75, isSure: true)
    }
    if isPlace { return nil }
    if facts.contains(where: { $0.contains(.surname) }), !passage.isOrdinary(first) {
      return Evidence(why: "a surname", confidence: 0.65, isSure: true)
    }
    if passage.isSlavic, let why = SlavicSomebody.why(passage, first, last) {
      return Evidence(why: why, confidence: 0.6, isSure: true)
    }
    if passage.language == .french, FrenchPeople.isOddFirstName(passage, first, last) {
      return Evidence(why: "a capital before a surname", confidence: 0.6, isSure: true)
    }
    guard !passage.isOrdinary(first) else { return nil }
    if words.count == 1, isAcronym(passage, first) { return nil }
    if passage.language == .french, let why = FrenchPeople.evidence(passage, first, last) {
      return Evidence(why: why, confidence: 0.6, isSure: true)
    }
    if passage.isFollowedBySpeech(last), !passage.has(first, .ordinary) {
      return Evidence(why: "an unknown word that speaks or acts", confidence: 0.6, isSure: true)
    }
    if passage.language == .english, passage[first].shape == .title,
      DealingsWithPeople.precede(passage, first),
      passage.lexicon.place(passage[first].key) == nil
    {
      return Evidence(
        why: "an unknown word after what is done to people", confidence: 0.6, isSure: true)
    }
    if passage.isPossessor(last) {
      return Evidence(why: "an unknown word that owns something", confidence: 0.5, isSure: false)
    }
    return nil
  }

  /// "следователь ДКНБ": the capitals of a body after a rank or an office.
  private func isBodyAfterOffice(_ passage: Passage, _ first: Int, _ words: [Int]) -> Bool {
    passage.isSlavic && words.count == 1 && passage[first].shape == .upper
      && passage[first].value <= 5 && !passage[first].isBare && passage.nameFacts(first).isEmpty
  }

  /// A line of one word that is a first name, at the end of an English or a French text: who wrote it.
  private func isSignature(_ passage: Passage, _ index: Int) -> Bool {
    guard !passage.isSlavic, index > 20, passage[index].shape == .title,
      passage.opensLine(index), passage.count - index <= 12,
      index + 1 >= passage.count || passage[index + 1].kind == .newline,
      index >= 2, passage[index - 2].kind == .newline || passage[index - 2].isMark(",")
    else { return false }
    return !passage.nameFacts(index).isDisjoint(with: [.givenMale, .givenFemale, .diminutive])
  }

  /// "Урус-Мартановского района", "Брестской больницы": an adjective before a word for a place or
  /// a body; "под Кременной Баира": a place, after which a name begins.
  private func namesSomethingElse(_ passage: Passage, _ last: Int, _ words: [Int]) -> Bool {
    if SlavicPlaceForms.isPlace(passage, words) { return true }
    if passage.endsAsRelational(last), let next = passage.following(last),
      passage[next].shape == .lower || passage.has(next, .body),
      passage.has(next, .placeNoun) || passage.has(next, .body)
        || passage.has(next, .street) || passage.has(next, .unitNoun)
        || passage.match(next, .body) != nil
    {
      return true
    }
    if let first = words.first, let noun = passage.preceding(first), noun == first - 1,
      passage.has(noun, .placeNoun), !passage.has(noun, .kinship), passage[noun].value > 3,
      passage.nameFacts(first).intersection(.patronymic).isEmpty
    {
      return true
    }
    guard words.count > 1, let first = words.first, let before = passage.preceding(first),
      passage.has(before, .placeCue), !Self.ofPeople.contains(passage[before].key),
      passage.nameFacts(first).intersection([.givenMale, .givenFemale]).isEmpty,
      !passage.nameFacts(words[1]).intersection(.given).isEmpty
    else { return false }
    return passage.endsAsAdjective(first) || passage.lexicon.place(passage[first].key) != nil
  }

  /// "P.S.", "U.S.": initials that are nobody's.
  private static let abbreviations = WordList("person-abbreviations")

  /// Whether the words name a street, a river, a body: after an article or a word of place, or when
  /// the first of them is the word for it.
  private func isThing(_ passage: Passage, _ words: [Int]) -> Bool {
    guard passage.language == .english, words.count > 1, let first = words.first else {
      return false
    }
    if passage.has(first, .placeNoun), passage.nameFacts(first).intersection(.given).isEmpty {
      return true
    }
    // "Savieckaja Street"
    if let last = words.last, passage.has(last, .street),
      passage.nameFacts(first).intersection(.given).isEmpty
        || words.count == 2 && !passage.nameFacts(last).contains(.surname)
    {
      return true
    }
    guard let before = passage.preceding(first),
      passage.has(before, .placeCue) || passage.has(before, .determiner)
    else { return false }
    return words.dropFirst().contains {
      passage.has($0, .street) || passage.has($0, .placeNoun) || passage.has($0, .body)
    }
  }

  /// "The SEBIN came": capitals among small letters that no table of names knows.
  private func isAcronym(_ passage: Passage, _ index: Int) -> Bool {
    guard passage[index].shape == .upper, passage[index].value <= 7 else { return false }
    return [passage.preceding(index), passage.following(index)].contains {
      $0.map { passage[$0].shape == .lower } ?? false
    }
  }

  private func isDotted(_ passage: Passage, _ words: [Int]) -> Bool {
    words.allSatisfy { passage.isFollowed($0, by: ".") }
      && !Self.abbreviations.contains(
        words.dropFirst().reduce(passage[words[0]].key) { $0.followed(by: passage[$1].key) })
  }

  /// Whether a place is meant: after "in", "near"; after "to" with a word of going before it.
  private func isPlaceWord(_ passage: Passage, _ first: Int, _ last: Int) -> Bool {
    guard let before = passage.preceding(first), passage.has(before, .placeCue) else {
      return false
    }
    if passage.isSlavic { return isSlavicPlace(passage, first, last, before) }
    if passage.isPossessor(last) { return false }
    if passage.language == .french,
      FrenchNames.isOfPlace(passage, first, before) || FrenchPlaceNames.isSaint(passage, first)
    {
      return true
    }
    if !Self.inside.contains(passage[before].key), passage.isFollowedBySpeech(last) { return false }
    if passage.language == .french, FrenchNames.isTowards(passage, before) {
      return first == last
        && passage.lexicon.place(passage[first].key).map {
          passage.nameFacts(first).intersection([.givenMale, .givenFemale]).isEmpty
            || $0.size >= .town && $0.size != .region
        } ?? false
    }
    if Self.ofPeople.contains(passage[before].key) {
      guard first == last, passage.lexicon.place(passage[first].key) != nil,
        let way = passage.preceding(before)
      else { return false }
      return Self.going.contains(passage[way].key)
    }
    if first == last { return passage.lexicon.place(passage[first].key) != nil }
    return Self.inside.contains(passage[before].key)
  }

  /// "в Йошкар-Оле", "из Талгара", "до Петропавловска".
  private func isSlavicPlace(_ passage: Passage, _ first: Int, _ last: Int, _ before: Int) -> Bool {
    if first < last {
      return last == first + 2 && Passage.isHyphen(passage[first + 1]) && !passage[last].gap
    }
    if Self.ofPeople.contains(passage[before].key), passage[before].key != Self.upTo {
      return false
    }
    guard
      passage.nameFacts(first).intersection([.givenMale, .givenFemale]).isEmpty
        || passage.lexicon.place(passage[first].key).map({ $0.size >= .city }) == true
    else { return false }
    return passage.lexicon.place(passage[first].key) != nil
      || Lemma.candidates(passage.folded(first)).contains { passage.lexicon.place($0) != nil }
  }

  private static let upTo = FoldedKey(folded: "до")

  /// Whether the words are, by the table, the name of a place of some size.
  private func isPlaceName(_ passage: Passage, _ words: [Int]) -> Bool {
    guard let first = words.first else { return false }
    let key = words.dropFirst().reduce(passage[first].key) { $0.followed(by: passage[$1].key) }
    // "the San Cristóbal line"
    if words.count > 1, EnglishSaints.titles.contains(passage[first].key),
      !passage.isFollowedBySpeech(first),
      passage.lexicon.place(key) != nil
    {
      return true
    }
    guard let fact = passage.lexicon.place(key), !fact.isAlternateName else { return false }
    return words.count > 1
      || fact.size >= .city && fact.populationClass >= 11 && !passage.isFollowedBySpeech(first)
  }

  private static let going = WordList("person-going")
  private static let inside = WordList("person-inside")

  private static let ofPeople = WordList("person-of-people")
}

extension Passage {
  /// Whether a verb of speech or action comes after the name that ends at `last`.
  func isFollowedBySpeech(_ last: Int) -> Bool {
    guard let next = following(last), next == last + 1 else { return false }
    if language == .french, FrenchNames.isAccented(self, next) { return false }
    return has(next, .speech) || has(next, .auxiliary)
  }
}
