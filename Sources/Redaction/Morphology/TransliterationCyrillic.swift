/// Latin names in Russian letters, as a newspaper or an interpreter would write them.
enum CyrillicSpelling {
  /// A run of Latin letters, where it may stand, and its spellings, the usual first.
  private struct Rule {
    enum Place { case anywhere, start, end, afterVowel, afterConsonant, beforeConsonant, soft }
    var letters: Letters
    var place: Place
    var options: [Letters]

    init(_ letters: StaticString, _ place: Place, _ options: StaticString) {
      self.letters = Array(
        UnsafeBufferPointer(start: letters.utf8Start, count: letters.utf8CodeUnitCount))
      self.place = place
      self.options = options.words
    }
  }

  /// The likeliest spellings of a folded Latin word; `accented` says that its last letter is é.
  static func spellings(of word: Letters, accented: Bool = false, limit: Int) -> [Letters] {
    var states: [(word: Letters, cost: Int)] = [([], 0)]
    var index = 0
    while index < word.count {
      let rule = match(word, index)
      var options = rule?.options ?? [[word[index]]]
      if accented, index == word.count - 1, word[index] == 0x65 { options = [Array("е".utf8)] }
      index += rule?.letters.count ?? 1
      var next: [(word: Letters, cost: Int)] = []
      for state in states {
        for (cost, option) in options.enumerated() {
          next.append((state.word + option, state.cost + cost))
        }
      }
      if next.count > limit {
        var kept: [(word: Letters, cost: Int)] = []
        var cost = 0
        while kept.count < limit, cost < 20 {
          for state in next where state.cost == cost && kept.count < limit { kept.append(state) }
          cost += 1
        }
        next = kept
      }
      states = next
    }
    states.sort { $0.cost < $1.cost }
    var out: [Letters] = []
    for state in states where !out.contains(state.word) && !state.word.isEmpty {
      out.append(state.word)
    }
    return out
  }

  private static func match(_ word: Letters, _ index: Int) -> Rule? {
    guard let rules = byFirst[word[index]] else { return nil }
    let before: UInt32 = index > 0 ? UInt32(word[index - 1]) : 0
    for rule in rules {
      let end = index + rule.letters.count
      guard end <= word.count, word[index..<end].elementsEqual(rule.letters) else { continue }
      let next: UInt32 = end < word.count ? UInt32(word[end]) : 0
      let fits =
        switch rule.place {
        case .anywhere: true
        case .start: index == 0
        case .end: next == 0
        case .afterVowel: Letter.isVowel(before)
        case .afterConsonant: before != 0 && !Letter.isVowel(before)
        case .beforeConsonant: next == 0 || !Letter.isVowel(next)
        case .soft: next == 0x65 || next == 0x69 || next == 0x79
        }
      if fits { return rule }
    }
    return nil
  }

  private static let byFirst: [UInt8: [Rule]] = Dictionary(grouping: rules, by: { $0.letters[0] })
    .mapValues { group in
      // Longest first; among equals as listed.
      group.enumerated().sorted {
        ($1.element.letters.count, $0.offset) < ($0.element.letters.count, $1.offset)
      }.map(\.element)
    }

  private static let rules: [Rule] = [
    Rule("shchev", .end, "щев щёв"), Rule("chtchev", .end, "щев щёв"),
    Rule("chev", .end, "чев чёв шев"), Rule("tchev", .end, "чев чёв"),
    Rule("shev", .end, "шев шёв"), Rule("shch", .anywhere, "щ"), Rule("schtsch", .anywhere, "щ"),
    Rule("chtch", .anywhere, "щ"),
    Rule("szcz", .anywhere, "щ"), Rule("tsch", .anywhere, "ч"), Rule("tch", .anywhere, "ч"),
    Rule("sch", .anywhere, "ш щ ск"), Rule("sh", .anywhere, "ш"), Rule("sz", .anywhere, "ш с"),
    Rule("cz", .anywhere, "ч ц"), Rule("ch", .anywhere, "ч ш х"), Rule("zh", .anywhere, "ж"),
    Rule("dzh", .anywhere, "дж"), Rule("dj", .anywhere, "дж"), Rule("dsch", .anywhere, "дж"),
    Rule("kh", .anywhere, "х к"), Rule("gh", .anywhere, "г х"), Rule("ph", .anywhere, "ф"),
    Rule("th", .anywhere, "т"), Rule("ck", .anywhere, "к"), Rule("ts", .anywhere, "ц тс"),
    Rule("tz", .anywhere, "ц тц"), Rule("qu", .anywhere, "к кв"), Rule("gu", .soft, "г"),
    Rule("gn", .anywhere, "нь гн"), Rule("gi", .anywhere, "ги джи жи"),
    Rule("ge", .anywhere, "ге же"),
    Rule("ce", .anywhere, "се це"), Rule("ci", .anywhere, "си ци"), Rule("cy", .anywhere, "си ци"),
    Rule("ce", .end, "с се це"), Rule("ge", .end, "ж дж ге"),
    Rule("ill", .afterVowel, "й ль"), Rule("eau", .anywhere, "о"), Rule("ou", .anywhere, "у оу"),
    Rule("oo", .anywhere, "у оо"), Rule("ee", .anywhere, "и ее"), Rule("au", .anywhere, "ау о"),
    Rule("oi", .anywhere, "уа ой ои"), Rule("eu", .anywhere, "ё эу еу"),
    Rule("ai", .end, "ай е аи"),
    Rule("ai", .anywhere, "ай е аи"), Rule("ei", .anywhere, "ей ей ай"),
    Rule("ea", .anywhere, "еа и"),
    Rule("en", .end, "ен"), Rule("en", .beforeConsonant, "ен ан"),
    Rule("em", .beforeConsonant, "ем ам"),
    Rule("sky", .end, "ский"), Rule("ski", .end, "ский ски"), Rule("skii", .end, "ский"),
    Rule("skiy", .end, "ский"), Rule("skij", .end, "ский"), Rule("skyi", .end, "ский"),
    Rule("skyy", .end, "ский"), Rule("skyj", .end, "ский"), Rule("ska", .end, "ска ская"),
    Rule("skaya", .end, "ская"), Rule("skaia", .end, "ская"), Rule("skaja", .end, "ская"),
    Rule("ow", .end, "ов оу"), Rule("ew", .end, "ев ью"), Rule("off", .end, "ов офф"),
    Rule("eff", .end, "ев"), Rule("iy", .end, "ий"), Rule("ij", .end, "ий"), Rule("ii", .end, "ий"),
    Rule("yi", .end, "ий ый"), Rule("yy", .end, "ый ий"), Rule("yj", .end, "ый ий"),
    Rule("aya", .end, "ая айя"), Rule("aia", .end, "ая айя"), Rule("aja", .end, "ая айя"),
    Rule("iya", .end, "ия"), Rule("ija", .end, "ия"), Rule("ia", .end, "ия я иа"),
    Rule("ia", .anywhere, "иа я"), Rule("iu", .anywhere, "ю иу"), Rule("io", .anywhere, "ио ё"),
    Rule("ie", .end, "и ие"), Rule("ie", .anywhere, "ие е ье"), Rule("iou", .anywhere, "ю"),
    Rule("you", .anywhere, "ю"), Rule("ya", .afterConsonant, "ья я"), Rule("ya", .anywhere, "я"),
    Rule("yu", .afterConsonant, "ю ью"), Rule("yu", .anywhere, "ю"),
    Rule("yo", .anywhere, "ё йо ьо"),
    Rule("ye", .afterConsonant, "ье е"), Rule("ye", .anywhere, "е йе"),
    Rule("yi", .anywhere, "и йи"),
    Rule("ja", .anywhere, "я джа жа ха"), Rule("ju", .anywhere, "ю джу жу ху"),
    Rule("jo", .anywhere, "джо жо ё хо"), Rule("je", .anywhere, "дже же е хе"),
    Rule("ji", .anywhere, "джи жи йи хи"), Rule("j", .beforeConsonant, "й ж дж"),
    Rule("j", .anywhere, "дж ж й х"), Rule("ll", .anywhere, "лл л ль"), Rule("lia", .end, "лия ля"),
    Rule("nia", .end, "ния ня"), Rule("l", .beforeConsonant, "л ль"), Rule("l", .anywhere, "л"),
    Rule("x", .start, "х ш кс"), Rule("x", .anywhere, "кс х"), Rule("w", .end, "в у"),
    Rule("w", .anywhere, "в у"),
    Rule("y", .start, "й и"), Rule("y", .afterVowel, "й"), Rule("y", .end, "и ий ы"),
    Rule("y", .anywhere, "ы и"), Rule("e", .start, "э е"), Rule("e", .end, "е - э а"),
    Rule("e", .afterVowel, "э е"), Rule("e", .anywhere, "е э"), Rule("i", .afterVowel, "и й"),
    Rule("i", .end, "и ий"), Rule("i", .anywhere, "и"), Rule("u", .anywhere, "у ю"),
    Rule("ha", .start, "ха га а"), Rule("he", .start, "хе ге э"), Rule("hi", .start, "хи ги и"),
    Rule("ho", .start, "хо го о"), Rule("hu", .start, "ху гу ю"), Rule("hy", .start, "хи ги и"),
    Rule("h", .start, "х г -"), Rule("h", .beforeConsonant, "- х"), Rule("h", .anywhere, "х г -"),
    Rule("c", .end, "к ц ч"), Rule("c", .anywhere, "к ц"), Rule("q", .anywhere, "к"),
    Rule("s", .end, "с -"), Rule("s", .anywhere, "с з"), Rule("ss", .anywhere, "сс с"),
    Rule("z", .anywhere, "з ц"), Rule("r", .end, "р рь"), Rule("r", .anywhere, "р"),
    Rule("t", .end, "т -"), Rule("t", .anywhere, "т"), Rule("d", .anywhere, "д"),
    Rule("a", .anywhere, "а"), Rule("b", .anywhere, "б"), Rule("f", .anywhere, "ф"),
    Rule("g", .anywhere, "г"), Rule("k", .anywhere, "к"), Rule("m", .anywhere, "м"),
    Rule("n", .anywhere, "н"), Rule("o", .anywhere, "о"), Rule("p", .anywhere, "п"),
    Rule("v", .anywhere, "в"), Rule("nn", .anywhere, "нн н"), Rule("tt", .anywhere, "тт т"),
    Rule("mm", .anywhere, "мм м"), Rule("pp", .anywhere, "пп п"), Rule("rr", .anywhere, "рр р"),
    Rule("ff", .anywhere, "фф ф"), Rule("cc", .anywhere, "кк к"), Rule("'", .anywhere, "ь -"),
  ]
}

/// The same name in the other Cyrillic orthographies.
enum Orthography {
  /// Whether the spelling can only be Ukrainian (or Belarusian).
  static func isUkrainian(_ word: Letters) -> Bool {
    word.containsLetter { $0 == 0x454 || $0 == 0x456 || $0 == 0x457 || $0 == 0x491 || $0 == 0x27 }
      || word.ends("йович")
  }

  /// Whether the spelling can only be Russian.
  static func isRussian(_ word: Letters) -> Bool {
    word.containsLetter { $0 == 0x44B || $0 == 0x44D || $0 == 0x44A || $0 == 0x451 }
  }

  /// Whether a letter is one of Kazakh, Kyrgyz, Tatar … only.
  static func isTurkic(_ word: Letters) -> Bool {
    word.containsLetter { $0 >= 0x492 && $0 < 0x530 }
  }

  /// Kazakh, Kyrgyz and Tatar letters in Russian ones.
  static func russianFromTurkic(_ word: Letters) -> [Letters] {
    let plain = word.replacing("қ", "к").replacing("ғ", "г").replacing("ң", "н")
      .replacing("ұ", "у").replacing("ү", "у").replacing("һ", "х").replacing("і", "и")
    let first = plain.replacing("ә", "а").replacing("ө", "о")
    let second = plain.replacing("ә", "я").replacing("ө", "е")
    let third = plain.replacing("ә", "э").replacing("ө", "у")
    return [first, second, third].reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// What a Russian spelling may be in Kazakh, Kyrgyz or Tatar letters: one or two of the letters
  /// that Russian lacks put back (Кайрат, Қайрат; Асель, Әсел).
  static func turkic(fromRussian word: Letters) -> [Letters] {
    let pairs: [(StaticString, StaticString)] = [
      ("х", "қ"), ("к", "қ"), ("г", "ғ"), ("у", "ұ"), ("у", "ү"), ("о", "ө"), ("а", "ә"),
      ("н", "ң"), ("х", "һ"), ("и", "і"),
    ]
    var out: [Letters] = []
    let bare = word.replacing("ь", "")
    for (index, first) in pairs.enumerated() {
      let one = bare.replacing(first.0, first.1)
      guard one != bare else { continue }
      out.append(one)
      for second in pairs[(index + 1)...] {
        let two = one.replacing(second.0, second.1)
        if two != one { out.append(two) }
      }
    }
    return out
  }

  /// A Russian spelling written the Ukrainian way.
  static func ukrainian(fromRussian word: Letters) -> [Letters] {
    var base = word.replacing("ы", "и\u{1}").replacing("э", "е").replacing("ъ", "'")
    base = base.replacing("ье", "'є").replacing("ья", "'я").replacing("ью", "'ю")
    for (soft, hard) in hushedYo { base = base.replacing(soft, hard) }
    base = base.replacing("ё", isSoftYo(word) ? "ьо" : "йо")
    let hard = endings(base)
    let soft = hard.replacing("и\u{1}", "\u{1}").replacing("и", "і").replacing("\u{1}", "и")
    let kept = hard.replacing("и\u{1}", "и")
    var out: [Letters] = []
    // і is the usual letter for и, except in the adjective ending -ий.
    for one in [
      adjectival(soft), kept, soft.replacing("'", ""),
      soft.replacing("'я", "я").replacing("ев", "єв"),
      soft.begins("е") ? "є" + soft.dropping(first: 1) : soft,
      kept.begins("е") ? "є" + kept.dropping(first: 1) : kept, soft.replacing("іе", "іє"),
      // Горєлов, Звєрєв: a Russian е is written є as well.
      soft.replacing("е", "є"),
    ] {
      let fixed = one.replacing("іи", "ії").replacing("ии", "иї").replacing("аі", "аї").replacing(
        "оі", "ої"
      ).replacing(
        "еі", "еї")
      if !out.contains(fixed) { out.append(fixed) }
    }
    if let short = soft.replacingEnd("ей", "ій"), !out.contains(short) { out.append(short) }
    if word.ends("иевич") {
      let own = base.replacing("и\u{1}", "\u{1}").replacing("и", "і").replacing("\u{1}", "и")
      out.append(own.replacing("іе", "іє").replacing("віч", "вич"))
    }
    // Кравец, Кравець; Заяц, Заєць; Илья, Ілля.
    for (ending, other) in softEndings {
      if let one = soft.replacingEnd(ending, other) ?? kept.replacingEnd(ending, other),
        !out.contains(one)
      {
        out.insert(one, at: 0)
      }
    }
    return out
  }

  /// Горбачёв, Горбачов.
  private static let hushedYo: [(StaticString, StaticString)] = [
    ("чё", "чо"), ("щё", "що"), ("шё", "шо"), ("жё", "жо"),
  ]

  private static let softEndings: [(StaticString, StaticString)] = [
    ("оец", "оєць"), ("аец", "аєць"), ("іец", "ієць"), ("иец", "ієць"), ("ец", "ець"),
    ("аяц", "аєць"), ("л'я", "лля"),
  ]

  private static func isSoftYo(_ word: Letters) -> Bool { !word.begins("ё") }

  private static func endings(_ word: Letters) -> Letters {
    word.replacingEnd("ский", "ський") ?? word.replacingEnd("цкий", "цький")
      ?? word.replacingEnd("ская", "ська") ?? word.replacingEnd("цкая", "цька")
      ?? word.replacingEnd("овна", "івна") ?? word.replacingEnd("иевна", "іївна")
      ?? word.replacingEnd("еевна", "іївна") ?? word.replacingEnd("евна", "ївна")
      ?? word.replacingEnd("еевич", "ійович") ?? word.replacingEnd("иевич", "ійович")
      ?? word.replacingEnd("евич", "йович") ?? word.replacingEnd("и\u{1}й", "ий")
      ?? word.replacingEnd("ая", "а") ?? word
  }

  private static func adjectival(_ word: Letters) -> Letters {
    word.replacingEnd("ській", "ський") ?? word.replacingEnd("цькій", "цький") ?? word
  }

  /// A Ukrainian or Belarusian spelling written the Russian way.
  static func russian(fromUkrainian word: Letters) -> [Letters] {
    let ended =
      word.replacingEnd("ський", "ский") ?? word.replacingEnd("цький", "цкий")
      ?? word.replacingEnd("ська", "ская") ?? word.replacingEnd("цька", "цкая")
      ?? word.replacingEnd("іївна", "иевна") ?? word.replacingEnd("ївна", "евна")
      ?? word.replacingEnd("івна", "овна") ?? word.replacingEnd("ійович", "иевич")
      ?? word.replacingEnd("йович", "евич") ?? word.replacingEnd("ій", "ий") ?? word
    let plain = ended.replacing("ґ", "г").replacing("є", "е").replacing("ьо", "ё")
      .replacing("йо", "ё").replacing("ї", "и").replacing("ў", "в")
    var out: [Letters] = []
    func add(_ word: Letters) { if !out.contains(word) { out.append(word) } }
    add(plain.replacing("і", "и").replacing("'", "ь"))
    add(plain.replacing("и", "ы").replacing("і", "и").replacing("'", "ъ").replacing("ый", "ий"))
    add(plain.replacing("і", "и").replacing("'", ""))
    if let open = plain.replacingEnd("ів", "ов") {
      add(open.replacing("і", "и").replacing("'", "ь"))
    }
    // Closed-syllable і is о or е in Russian: Сокіл, Сокол; Кисіль, Кисель.
    let isSoft = plain.lastScalar == 0x44C
    let closed = isSoft ? plain.dropping(1) : plain
    if closed.letterCount > 3, closed.scalarBeforeLast == 0x456, let last = closed.units.last {
      let root = closed.dropping(2).replacing("и", "ы").replacing("і", "и").replacing("'", "ь")
      let soft = closed.dropping(2).replacing("і", "и").replacing("'", "ь")
      for one in [soft, root] {
        add(isSoft ? one + "е" + last + "ь" : one + "о" + last)
        add(isSoft ? one + "о" + last + "ь" : one + "е" + last)
      }
    }
    if let hard = plain.replacingEnd("єць", "ец") ?? plain.replacingEnd("ець", "ец") {
      add(hard.replacing("и", "ы").replacing("і", "и").replacing("'", "ь"))
      add(hard.replacing("і", "и").replacing("'", "ь"))
      if let hare = hard.replacingEnd("аец", "аяц") { add(hare) }
    }
    // Стецько, Стецко; Еліна, Элина; Залужний, Залужный.
    let usual = plain.replacing("і", "и").replacing("'", "ь")
    if plain.replacing("ць", "ц") != plain {
      add(plain.replacing("ць", "ц").replacing("і", "и").replacing("'", "ь"))
    }
    if usual.begins("е") { add("э" + usual.dropping(first: 1)) }
    if let adjective = plain.replacingEnd("ий", "ый"), !Letter.isVelar(plain.dropping(2).lastScalar)
    {
      add(adjective.replacing("і", "и"))
      add(adjective.replacing("и", "ы").replacing("і", "и"))
    }
    if let double = plain.replacingEnd("лля", "лья") { add(double.replacing("і", "и")) }
    if let full = plain.replacingEnd("ий", "ей") { add(full.replacing("і", "и")) }
    return out
  }
}
