/// What the ending of a Russian or Ukrainian word says of its case, gender and number.
///
/// Endings are shared by many cases: the answer is all that are possible, never a guess.
enum SlavicAgreement {
  /// The slots of a word that agrees with the noun after it: an adjective, a pronoun, an ordinal;
  /// nil where the word can be told to be none, or is more likely something else.
  static func determiner(_ word: String, _ language: Language) -> SlavicSlots? {
    let table = language == .ukrainian ? ukrainian : russian
    if let known = table.closed[word] { return known.isEmpty ? nil : known }
    if let figures = ordinal(word, language) { return figures }
    var stem = word.utf8[...]
    let ending = table.adjective.endings.ending(of: word) { rest in
      stem = word.utf8.prefix(rest)
      return rest >= 4
    }
    guard let ending else { return nil }
    // "новій": of a hard stem it is a feminine alone.
    if language == .ukrainian, word.hasSuffix("ій"),
      isAdjective(Substring(stem), isSoft: false, language)
    {
      return SlavicSlots([.dative, .locative], [.feminine])
    }
    return isAdjective(Substring(stem), isSoft: table.soft[ending], language)
      ? table.adjective.slots[ending] : nil
  }

  /// Whether a stem has the genitive of an adjective: "соседн-его", but no "жен-ого".
  private static func isAdjective(
    _ stem: Substring, isSoft: Bool, _ language: Language
  ) -> Bool {
    if relational.end(stem) { return true }
    guard let words = Lexicon.embedded.words(of: language) else { return false }
    let before = words.walk(stem.utf8)
    let endings: [String] =
      language == .ukrainian ? [isSoft ? "ього" : "ого"] : ["ого", "его"]
    return endings.contains { words.walk(from: before, $0.utf8).isWord }
  }

  private static let relational = WordParts("летн річн літн ск цк ськ цьк зьк")

  /// The slots of a noun in any declension.
  static func noun(_ word: String, _ language: Language) -> SlavicSlots {
    guard let last = word.unicodeScalars.last, (0x430...0x45F).contains(last.value) else {
      return .all
    }
    if SlavicInflection.isBare(word, language) {
      return SlavicSlots([.nominative, .accusative], [.masculine])
    }
    let table = language == .ukrainian ? ukrainian : russian
    var stem = word.utf8[...]
    let ending = table.noun.endings.ending(of: word) { rest in
      stem = word.utf8.prefix(rest)
      return rest > 0
    }
    if let ending {
      let letters = word.utf8.suffix(word.utf8.count - stem.count)
      return refined(
        table.noun.slots[ending], Substring(stem), String(Substring(letters)), language)
    }
    // A consonant.
    return SlavicSlots([.nominative, .accusative], [.masculine]).union(
      SlavicSlots([.genitive, .accusative], [.plural]))
  }

  /// Without the readings that would need a nominative which no dictionary has.
  private static func refined(
    _ slots: SlavicSlots, _ stem: Substring, _ ending: String, _ language: Language
  ) -> SlavicSlots {
    guard let words = Lexicon.embedded.words(of: language) else { return slots }
    let before = words.walk(stem.utf8)
    func isWord(_ nominative: String) -> Bool { words.walk(from: before, nominative.utf8).isWord }
    // Of a word that no dictionary has nothing can be told.
    guard isWord(ending) else { return slots }
    switch ending {
    case "ия" where !isWord("ий") && !isWord("ие"), "ія" where !isWord("ій"),
      "а" where !isWord("") && !isWord("о") && !isWord("ом"),
      "я" where !isWord("ь") && !isWord("й") && !(isWord("е") && isWord("ем")):
      return SlavicSlots(.nominative, [.feminine])
    // "связиста", "бойца": no woman is called so.
    case "а" where isWord("ом") && !isWord(language == .ukrainian ? "ою" : "ой"),
      "у" where isWord("ом") && !isWord(language == .ukrainian ? "ою" : "ой"):
      return slots.subtracting(SlavicSlots(.all, [.feminine]))
    // "связисты": of a masculine the ending is a plural.
    case "ы" where isWord("") && !isWord("а"), "и" where isWord("") && !isWord("а"):
      return slots.intersection(plural)
    case _ where language == .ukrainian: return slots
    // "поле", "море"
    case "е" where !isWord("а") && !isWord("") && !isWord("й") && !isWord("ь"):
      return slots.union(SlavicSlots([.nominative, .accusative], [.neuter]))
    case "ой" where isWord("а"): return SlavicSlots(.instrumental, [.feminine])
    case "ей" where isWord("а") || isWord("я"):
      return SlavicSlots(.instrumental, [.feminine]).union(slots.intersection(plural))
    case "ом" where isWord("") || isWord("о"), "ем" where isWord("ь") || isWord("й") || isWord("е"):
      return SlavicSlots(.instrumental, [.masculine, .neuter])
    default: return slots
    }
  }

  private static let plural = SlavicSlots(.all, [.plural])

  /// What a word of a living being cannot be, though its ending could of a thing: "солдат" is no
  /// accusative, "офицеры" neither.
  static func inanimateAccusative(_ word: String, _ language: Language) -> SlavicSlots {
    guard let last = word.last else { return [] }
    switch last {
    case "ы", "и", "і", "ї", "е", "є":
      return SlavicSlots(.accusative, [.plural])
    case "у", "ю": return SlavicSlots(.genitive, [.masculine])
    case "а", "я", "о": return []
    default: return SlavicSlots(.accusative, [.masculine, .plural])
    }
  }

  /// "64-ю", "36-й", "3-го": a number in figures with the end of its ordinal.
  static func ordinal(_ word: String, _ language: Language) -> SlavicSlots? {
    guard let first = word.utf8.first, first >= 0x30, first <= 0x39,
      let hyphen = word.firstIndex(of: "-"),
      word[..<hyphen].allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    let ending = String(word[word.index(after: hyphen)...])
    return (language == .ukrainian ? ukrainian : russian).figures[ending]
  }

  private struct Table {
    var adjective: Endings
    var noun: Endings
    var closed: WordTable<SlavicSlots>
    var figures: WordTable<SlavicSlots>
    /// Which endings of adjectives are those of a soft stem.
    var soft: [Bool]

    init(
      adjective: [(String, SlavicSlots)], noun: [(String, SlavicSlots)],
      closed: WordTable<SlavicSlots>, figures: WordTable<SlavicSlots>, soft: Set<String>
    ) {
      self.adjective = Endings(adjective)
      self.noun = Endings(noun)
      self.closed = closed
      self.figures = figures
      self.soft = adjective.map { soft.contains($0.0) }
    }
  }

  /// Endings, longest first, and what each says.
  private struct Endings {
    var endings: WordParts
    var slots: [SlavicSlots]

    init(_ rows: [(String, SlavicSlots)]) {
      endings = WordParts(rows.map(\.0))
      slots = rows.map(\.1)
    }
  }

  private static let russian = Table(
    adjective: rows(
      """
      ый=mN,mA ий=mN,mA ой=mN,mA,fG,fD,fI,fL ого=mG,mA,nG его=mG,mA,nG ому=mD,nD ему=mD,nD
      ым=mI,nI,pD им=mI,nI,pD ом=mL,nL,mI,nI ем=mL,nL,mI,nI ая=fN яя=fN ую=fA юю=fA ей=fG,fD,fI,fL,pG,pA
      ою=fI ею=fI ое=nN,nA ее=nN,nA ые=pN,pA ие=pN,pA,nN,nA ых=pG,pL,pA их=pG,pL,pA ыми=pI ими=pI
      """),
    noun: rows(
      """
      ами=pI ями=pI ам=pD ям=pD ах=pL ях=pL ого=mG,mA,nG его=mG,mA,nG ому=mD,nD ему=mD,nD
      ыми=pI ими=pI ых=pG,pL,pA их=pG,pL,pA ым=mI,nI,pD,mN,mA ым=mI,nI,pD,mN,mA им=mI,nI,pD,mN,mA
      ом=mI,nI,mL,nL,mN,mA ем=mI,nI,mL,nL,mN,mA ём=mI,nI,mL,nL ьей=fI
      ой=fI,mN,mA ей=fI,mN,mA,pG,pA ою=fI ею=fI ью=fI,fA ую=fA юю=fA ая=fN яя=fN
      ое=nN,nA ый=mN,mA ий=mN,mA,pG,nG,fG ые=pN,pA ие=pN,pA,nN,nA
      ии=fG,fD,fL,pN,pA,mL,nL ия=fN,mG,nG,mA ию=fA,mD,nD ие=nN,nA,pN,pA
      ов=pG,pA,mN,mA ев=pG,pA,mN,mA
      а=fN,mG,mA,nG,pN,pA,nN я=fN,mG,mA,nG,pN,pA,nN,nG у=fA,mD,nD,mL,mG ю=fA,mD,nD,mL,mG
      ье=nN,nA,nL ще=nN,nA,nL,mL е=fD,fL,mL,nL ы=fG,pN,pA и=fG,fD,fL,pN,pA,mL о=nN,nA,nG,nD,nI,nL
      ь=mN,mA,fN,fA,pG,pA й=mN,mA,pG,pA э=all
      """),
    closed: closed(
      """
      мой=mN,mA моя=fN моё=nN,nA мои=pN,pA моего=mG,mA,nG моему=mD,nD моим=mI,nI,pD моем=mL,nL
      моей=fG,fD,fI,fL мою=fA моею=fI моих=pG,pL,pA моими=pI
      твой=mN,mA твоя=fN твое=nN,nA твои=pN,pA твоего=mG,mA,nG твоему=mD,nD твоим=mI,nI,pD
      твоем=mL,nL твоей=fG,fD,fI,fL твою=fA твоих=pG,pL,pA твоими=pI
      свой=mN,mA своя=fN свое=nN,nA свои=pN,pA своего=mG,mA,nG своему=mD,nD своим=mI,nI,pD своем=mL,nL
      своей=fG,fD,fI,fL свою=fA своею=fI своих=pG,pL,pA своими=pI мое=nN,nA
      наш=mN,mA наша=fN наше=nN,nA наши=pN,pA нашего=mG,mA,nG нашему=mD,nD нашим=mI,nI,pD нашем=mL,nL
      нашей=fG,fD,fI,fL нашу=fA нашею=fI наших=pG,pL,pA нашими=pI
      ваш=mN,mA ваша=fN ваше=nN,nA ваши=pN,pA вашего=mG,mA,nG вашему=mD,nD вашим=mI,nI,pD вашем=mL,nL
      вашей=fG,fD,fI,fL вашу=fA ваших=pG,pL,pA вашими=pI
      этот=mN,mA эта=fN это= эти=pN,pA этого=mG,mA,nG этому=mD,nD этим=mI,nI,pD этом=mL,nL
      этой=fG,fD,fI,fL эту=fA этих=pG,pL,pA этими=pI
      тот=mN,mA та=fN те=pN,pA того=mG,mA,nG тому=mD,nD тем=mI,nI,pD том=mL,nL той=fG,fD,fI,fL ту=fA
      тех=pG,pL,pA теми=pI
      весь=mN,mA вся=fN все=nN,nA,pN,pA всего=mG,mA,nG всему=mD,nD всем=mI,nI,mL,nL,pD всей=fG,fD,fI,fL
      всю=fA всех=pG,pL,pA всеми=pI
      один=mN,mA одна=fN одно=nN,nA одного=mG,mA,nG одному=mD,nD одним=mI,nI,pD одном=mL,nL
      одной=fG,fD,fI,fL одну=fA сам=mN сама=fN сами=pN самого=mG,mA,nG самому=mD,nD самим=mI,nI,pD
      самом=mL,nL самой=fG,fD,fI,fL саму=fA
      чей=mN,mA чья=fN чье=nN,nA чьи=pN,pA чьего=mG,mA,nG чьей=fG,fD,fI,fL чью=fA
      его=all ее=all их=all самого=mG,mA,nG какой=mN,mA,fG,fD,fI,fL какой-то=mN,mA,fG,fD,fI,fL
      какая-то=fN какую-то=fA какого-то=mG,mA,nG каком-то=mL,nL каким-то=mI,nI,pD
      двух=pG,pL,pA двум=pD двумя=pI трех=pG,pL,pA трем=pD тремя=pI обоих=pG,pL,pA обеих=pG,pL,pA
      мало= много= очень= рая= стая= зная= мая= края= трамвая= соловьев= ему= нему= этому= чему=
      """),
    figures: closed(
      """
      й=mN,mA,fG,fD,fI,fL ый=mN,mA ой=mN,mA,fG,fD,fI,fL ий=mN,mA я=fN ая=fN ю=fA ую=fA
      го=mG,mA,nG ого=mG,mA,nG му=mD,nD ому=mD,nD м=mI,nI,mL,nL,pD ым=mI,nI,pD ом=mL,nL
      е=nN,nA,pN,pA ое=nN,nA ые=pN,pA х=pG,pL,pA ых=pG,pL,pA ми=pI ыми=pI ей=fG,fD,fI,fL
      """),
    soft: [])

  private static let ukrainian = Table(
    adjective: rows(
      """
      ого=mG,mA,nG ього=mG,mA,nG ому=mD,nD,mL,nL ьому=mD,nD,mL,nL ими=pI іми=pI їми=pI
      ої=fG ьої=fG ою=fI ьою=fI ий=mN,mA ій=mN,mA,fD,fL им=mI,nI,pD ім=mI,nI,pD,mL,nL
      их=pG,pL,pA іх=pG,pL,pA їх=pG,pL,pA а=fN я=fN у=fA ю=fA е=nN,nA є=nN,nA і=pN,pA ї=pN,pA
      """),
    noun: rows(
      """
      ами=pI ями=pI ам=pD ям=pD нням=nI,pD ттям=nI,pD ах=pL ях=pL ові=mD,mL,nD,nL еві=mD,mL,nD,nL єві=mD,mL ими=pI іми=pI
      ого=mG,mA,nG ього=mG,mA,nG ому=mD,nD,mL,nL ьому=mD,nD,mL,nL их=pG,pL,pA іх=pG,pL,pA
      ової=fG ської=fG цької=fG ної=fG ської=fG
      ою=fI ею=fI єю=fI ю=fA,mD,nD,mL,mG,fI,mV ом=mI,nI ем=mI,nI єм=mI,nI им=mI,nI,pD,mN ім=mI,nI,pD,mL,nL,mN
      ської=fG ську=fA,mD,mL ська=fN ське=nN,nA ські=pN,pA ський=mN,mA ській=fD,fL
      ій=mN,mA,fD,fL,pG ий=mN,mA ів=pG,pA,mN,mA їв=pG,pA,mN,mA ов=mN,mA
      ії=fG,fD,fL,pN,pA,mL ї=fG,fD,fL,pN,pA,mL
      ні=fD,fL,mL,nL,pN,pA,fG і=fD,fL,mL,nL,pN,pA,fG и=fG,pN,pA у=fA,mD,nD,mL,mG,nL,mV
      а=fN,mG,mA,nG,pN,pA я=fN,mG,mA,nG,pN,pA,nN,nA е=nN,nA,mV є=nN,nA,mV,fV о=nN,nA,fV,mN
      ь=mN,mA,fN,fA,pG,pA й=mN,mA,pG,pA
      """),
    closed: closed(
      """
      мій=mN,mA моя=fN моє=nN,nA мої=pN,pA мого=mG,mA,nG моєму=mD,nD,mL,nL моїм=mI,nI,pD,mL,nL
      моєї=fG моїй=fD,fL мою=fA моєю=fI моїх=pG,pL,pA моїми=pI
      твій=mN,mA твоя=fN твоє=nN,nA твої=pN,pA твого=mG,mA,nG твоєму=mD,nD,mL,nL твоїм=mI,nI,pD
      твоєї=fG твоїй=fD,fL твою=fA твоєю=fI
      свій=mN,mA своя=fN своє=nN,nA свої=pN,pA свого=mG,mA,nG своєму=mD,nD,mL,nL своїм=mI,nI,pD,mL,nL
      своєї=fG своїй=fD,fL свою=fA своєю=fI своїх=pG,pL,pA своїми=pI
      наш=mN,mA наша=fN наше=nN,nA наші=pN,pA нашого=mG,mA,nG нашому=mD,nD,mL,nL нашим=mI,nI,pD
      нашім=mL,nL нашої=fG нашій=fD,fL нашу=fA нашою=fI наших=pG,pL,pA нашими=pI
      ваш=mN,mA ваша=fN ваше=nN,nA ваші=pN,pA вашого=mG,mA,nG вашому=mD,nD,mL,nL вашим=mI,nI,pD
      вашої=fG вашій=fD,fL вашу=fA вашою=fI ваших=pG,pL,pA вашими=pI
      цей=mN,mA ця=fN це= ці=pN,pA цього=mG,mA,nG цьому=mD,nD,mL,nL цим=mI,nI,pD цієї=fG цій=fD,fL
      цю=fA цією=fI цих=pG,pL,pA цими=pI
      той=mN,mA та= те=nN,nA ті=pN,pA того=mG,mA,nG тому= тим=mI,nI,pD тієї=fG тій=fD,fL ту=fA
      тією=fI тих=pG,pL,pA тими=pI
      весь=mN,mA увесь=mN,mA вся=fN уся=fN все= усе= всі=pN,pA усі=pN,pA всього=mG,mA,nG
      всьому=mD,nD,mL,nL всім=mI,nI,pD всієї=fG усієї=fG всій=fD,fL усій=fD,fL всю=fA усю=fA всією=fI
      всіх=pG,pL,pA усіх=pG,pL,pA всіма=pI
      один=mN,mA одна=fN одне=nN,nA одного=mG,mA,nG одному=mD,nD,mL,nL одним=mI,nI,pD однієї=fG
      одній=fD,fL одну=fA однією=fI чий=mN,mA чия=fN чиє=nN,nA чиї=pN,pA
      його=all її=all їхній=mN,mA,fD,fL їхня=fN їхню=fA їхнього=mG,mA,nG їхньої=fG їхньому=mD,nD,mL,nL
      їхнім=mI,nI,pD їхньою=fI їхнє=nN,nA їхні=pN,pA
      якийсь=mN,mA якась=fN якусь=fA якогось=mG,mA,nG якоїсь=fG якомусь=mD,nD,mL,nL якійсь=fD,fL
      двох=pG,pL,pA двом=pD двома=pI трьох=pG,pL,pA трьом=pD трьома=pI обох=pG,pL,pA
      мої=pN,pA коли= мені= йому= тобі= собі= їй= зараз=
      """),
    figures: closed(
      """
      й=mN,mA,fD,fL ий=mN,mA ій=fD,fL,mN,mA та=fN га=fN ша=fN ма=fN тя=fN а=fN я=fN
      ту=fA гу=fA шу=fA му=fA,mD,mL тю=fA у=fA ю=fA ї=fG ої=fG тої=fG го=mG,mA,nG ого=mG,mA,nG
      ому=mD,nD,mL,nL м=mI,nI,pD им=mI,nI,pD ою=fI тою=fI те=nN,nA ше=nN,nA е=nN,nA
      ті=pN,pA ші=pN,pA і=pN,pA х=pG,pL,pA их=pG,pL,pA ми=pI ими=pI
      """),
    soft: ["ій", "ього", "ьому", "ім", "я", "ьої", "ю", "ьою", "є", "іх", "іми"])

  /// "ого=mG,mA,nG": an ending, and number and case of what has it; the order is kept.
  private static func rows(_ text: String) -> [(String, SlavicSlots)] {
    text.split(whereSeparator: \.isWhitespace).map { row in
      let sides = row.split(separator: "=", omittingEmptySubsequences: false)
      return (String(sides[0]), slots(sides[1]))
    }.enumerated().sorted {
      ($0.element.0.count, -$0.offset) > ($1.element.0.count, -$1.offset)
    }.map(\.element)
  }

  /// Whole words; one with nothing after "=" is no determiner.
  private static func closed(_ text: String) -> WordTable<SlavicSlots> {
    WordTable(Dictionary(rows(text), uniquingKeysWith: { $0.union($1) }))
  }

  private static func slots(_ text: Substring) -> SlavicSlots {
    if text == "all" { return .all }
    var slots = SlavicSlots([])
    for part in text.split(separator: ",") {
      guard let number = numbers[part.first ?? " "], let one = cases[part.last ?? " "] else {
        preconditionFailure("a slot is a number and a case: \(part)")
      }
      slots.formUnion(SlavicSlots(CaseSet(one), [number]))
    }
    return slots
  }

  private static let numbers: [Character: SlavicNumber] = [
    "m": .masculine, "f": .feminine, "n": .neuter, "p": .plural,
  ]
  private static let cases: [Character: GrammaticalCase] = [
    "N": .nominative, "G": .genitive, "D": .dative, "A": .accusative, "I": .instrumental,
    "L": .locative, "V": .vocative,
  ]
}
