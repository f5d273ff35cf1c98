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
  func small(_ passage: Passage, _ index: Int) -> Int? {
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

  static let beforeNames = offices | Cue.naming.bit

  struct Evidence {
    var why: String
    var confidence: Double
    var gender: String = ""
    var role: String?
    var isSure: Bool
  }

  func person(_ passage: Passage, _ index: Int) -> (Mention, Int)? {
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
    if passage.grammar.has(.stacksNouns) {
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
    // « la Perche »
    let isQuoted =
      passage.grammar.has(.elides) && first > 1 && passage.has(first - 1, .determiner)
      && Passage.isQuote(passage[first - 2]) && last + 1 < passage.count
      && Passage.isQuote(passage[last + 1])
    return (
      mention(
        passage, isQuoted ? first - 1 : first, last, .person, evidence.why,
        confidence: evidence.confidence, detail: .unlisted(person)), last
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
  func somebody(
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
    if let said = words.last.flatMap({ genderOfKin(passage, after: $0) }) {
      gender = said
      mayBeOther = false
    }
    if gender == nil, passage.isSlavic, let last = words.last {
      gender = passage.genderOfVerb(after: last)
      mayBeOther = gender != nil
    }
    return UnlistedPerson(
      words: words.filter { !passage.isInitial($0) }.map { passage.nameStem($0) },
      given: given(passage, words).map { passage.nameStem($0) },
      isGivenKnown: words.contains { isGiven(passage, $0) }, gender: gender,
      isSurname: isSurname(passage, words), mayBeOther: mayBeOther, role: role,
      generation: passage.generation(words), isSure: isSure)
  }

  /// «Шубина, его жена, …»: the word for kin after a comma.
  private func genderOfKin(_ passage: Passage, after last: Int) -> Gender? {
    guard passage.isFollowed(last, by: ","), last + 2 < passage.count else { return nil }
    let kin = passage.has(last + 2, .possessive) ? last + 3 : last + 2
    switch passage.value(kin, .kinship) {
    case "m" where passage[kin].shape == .lower: return .male
    case "f" where passage[kin].shape == .lower: return .female
    default: return nil
    }
  }

  private func isSurname(_ passage: Passage, _ words: [Int]) -> Bool {
    guard words.count == 1, let word = words.first else { return false }
    // "my sister X"
    if word > 0, passage.has(word - 1, .kinship), !passage.hasAny(word - 1, Self.ofOffice) {
      return false
    }
    let facts = passage.nameFacts(word)
    return facts.isDisjoint(with: .given)
      && (facts.contains(.surname) || passage.preceding(word).map(passage.isTitle) == true)
  }

  /// Whether a woman's name is a man's too, in another case: "Ильнура", "Александру".
  func isCaseOfMan(_ passage: Passage, _ word: Int) -> Bool {
    let letters = passage.folded(word)
    guard passage.isSlavic, letters.count > 4, letters.endsWithAny("а у") else { return false }
    return passage.lexicon.name(FoldedKey(folded: letters.dropLast(2))).contains(.givenMale)
  }

  /// «кума Галина», «супруга Ольга» read like the genitive of a man's word; «Айгуль» and «…кызы» are
  /// a woman's whatever stands before.
  func genderOfForm(_ passage: Passage, _ first: Int, _ words: [Int]) -> Gender? {
    for word in words {
      let letters = passage.folded(word)
      if letters.endsWithAny("гуль гюль гул кызы гызы кизи") { return .female }
      if letters.endsWithAny("оглы улы уулу угли огли") { return .male }
    }
    // «Шубин»: in Russian no woman's.
    if passage.language == .russian, words.count == 1, isSurname(passage, words),
      passage.folded(first).endsWithAny("ов ев ин ын")
    {
      return .male
    }
    guard let before = passage.preceding(first), Self.eitherGender.contains(passage[before].key),
      passage.lexicon.name(passage[first].key).intersection([.givenMale, .givenFemale])
        == .givenFemale
    else { return nil }
    return .female
  }

  static let eitherGender: Set<FoldedKey> = Set(
    ["кума", "супруга"].map { FoldedKey(folded: $0) })

  /// The words that are first names; the first word where no table knows.
  func given(_ passage: Passage, _ words: [Int]) -> [Int] {
    let full = words.filter { !passage.isInitial($0) }
    let known = full.filter { isGiven(passage, $0) }
    return known.isEmpty ? Array(full.prefix(1)) : known
  }

  private func isGiven(_ passage: Passage, _ word: Int) -> Bool {
    !passage.nameFacts(word).intersection([.givenMale, .givenFemale, .diminutive]).isEmpty
  }

  /// The run of name words and initials that begins at `index`.
  func run(_ passage: Passage, _ index: Int) -> (first: Int, last: Int?, words: [Int]) {
    var words: [Int] = []
    var last: Int?
    var cursor = index
    while cursor < passage.count, words.count < 6 {
      if passage.isInitial(cursor) {
        // "M. Soroka"
        if passage.grammar.has(.opensWithNoun), words.isEmpty, passage.has(cursor, .honorific) {
          break
        }
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
  func smallHalf(_ passage: Passage, _ hyphen: Int) -> Int? {
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

  private static let ofOffice = Cue.rank.bit | Cue.title.bit | Cue.job.bit
  static let offices: UInt64 =
    Cue.rank.bit | Cue.title.bit | Cue.honorific.bit | Cue.kinship.bit

  func nextIsName(_ passage: Passage, _ index: Int) -> Bool {
    passage.following(index).map {
      isNameWord(passage, $0, opening: false) && passage[$0].shape != .initial
    } ?? false
  }

  static let particles = WordList("person-particles")
}

extension Passage {
  /// Whether a verb of speech or action comes after the name that ends at `last`.
  func isFollowedBySpeech(_ last: Int) -> Bool {
    guard let next = following(last), next == last + 1 else { return false }
    if grammar.has(.opensWithNoun), FrenchNames.isAccented(self, next) { return false }
    return has(next, .speech) || has(next, .auxiliary)
  }
}
