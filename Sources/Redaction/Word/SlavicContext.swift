/// What the words before a span say of the case that must stand there: a preposition, and what
/// agrees with the span between the two ("из нашей …", "в соседнем …").
///
/// It reads the original text, never the words of the span itself: those are `SlavicAgreement`.
struct SlavicContext {
  let language: Language
  /// The words of the same clause before the span, nearest first, folded.
  let before: [Word]
  /// What stands directly before the span, white space and opening quotation marks left out.
  let mark: Mark

  /// A word before the span.
  struct Word {
    /// Folded as the tables are: lower case, ё as е.
    var text: String
    var span: TextSpan
    var isCapitalized: Bool
    /// A comma or a dash stands between this word and the next one.
    var isCut: Bool
  }

  /// What a span follows.
  enum Mark {
    case word
    /// "Дата: …", "тел. …", the head of a line.
    case label
    /// A sentence begins.
    case sentence
    /// A comma, a dash, a bracket.
    case cut
  }

  init(_ around: Surroundings, _ language: Language, at offset: Int? = nil) {
    self.language = language
    let clause = SlavicClause(around, before: offset ?? around.span.start)
    before = clause.words
    mark = clause.mark
  }

  /// The cases that the place of a span allows, by what stands before it; all where nothing tells.
  ///
  /// - Parameter isPerson: «у брата» is at somebody's, «у Бучі» in a town; «с Иваном» is with
  ///   somebody, «с завода» from somewhere.
  static func cases(
    _ around: Surroundings, _ language: Language, isPerson: Bool = true
  ) -> CaseSet {
    SlavicContext(around, language).cases(isPerson: isPerson)
  }

  func cases(isPerson: Bool) -> CaseSet { slots(isPerson: isPerson).cases }

  /// The same with gender and number: "из нашей …" asks for a feminine genitive.
  func slots(isPerson: Bool) -> SlavicSlots {
    var allowed = SlavicSlots.all
    guard mark == .word else { return allowed }
    for index in before.indices.prefix(4) {
      if index > 0, before[index].isCut { break }
      if let governed = governed(by: index, isPerson: isPerson).map({ SlavicSlots($0) }) {
        let both = allowed.intersection(governed)
        return both.isEmpty ? governed : both
      }
      if Self.collective.contains(before[index].text) {
        return SlavicSlots(.genitive, [.plural])
      }
      guard let agreed = determiner(before[index].text) else { break }
      let both = allowed.intersection(agreed)
      if both.isEmpty { break }
      allowed = both
    }
    return allowed
  }

  /// «до підвалу …», «у ворот …»: behind a noun that a preposition governs stands what it belongs to, in
  /// the genitive.
  var belongsToNoun: Bool {
    guard mark == .word, before.count > 1, !before[1].isCut, !before[0].isCapitalized,
      prepositionLength(0) == nil, prepositionLength(1) != nil
    else { return false }
    return determiner(before[0].text) == nil
  }

  /// The slots of a word that agrees with the span; a year agrees with its own word: "2023-го".
  private func determiner(_ word: String) -> SlavicSlots? {
    if word.utf8.prefix(while: { $0 >= 0x30 && $0 <= 0x39 }).count > 3 { return nil }
    return SlavicAgreement.determiner(word, language)
  }

  /// The position in `before` of the preposition that governs the span, and how many words it has.
  func preposition() -> (index: Int, count: Int)? {
    guard mark == .word else { return nil }
    for index in before.indices.prefix(4) {
      if index > 0, before[index].isCut { return nil }
      if let count = prepositionLength(index) { return (index, count) }
      if determiner(before[index].text) == nil { return nil }
    }
    return nil
  }

  /// "у Лили …", "в неё …" with nothing but a name between: what is had stands in the nominative.
  var tellsOfHaving: Bool {
    before.prefix(3).contains { $0.text == "у" } && !before.prefix(3).contains(where: \.isCut)
  }

  private func prepositionLength(_ index: Int) -> Int? {
    let table = Self.prepositions(language)
    if index + 1 < before.count, !before[index].isCut,
      table[before[index + 1].text, before[index].text] != nil
    {
      return 2
    }
    return table[before[index].text] != nil ? 1 : nil
  }

  /// What a preposition of one word or two asks for.
  private func governed(by index: Int, isPerson: Bool) -> CaseSet? {
    let table = Self.prepositions(language)
    let word = before[index].text
    if index + 1 < before.count, let two = table[before[index + 1].text, word] { return two }
    guard let cases = table[word] else { return nil }
    switch (language, word) {
    case (.ukrainian, "у"), (.ukrainian, "в"), (.ukrainian, "ув"):
      return isPerson ? cases : cases.subtracting(.genitive)
    default: return cases
    }
  }

  static func prepositions(_ language: Language) -> WordTable<CaseSet> {
    language == .ukrainian ? ukrainian : russian
  }

  private static let russian = table([
    (
      """
      без безо из изо от ото до у для около возле подле после кроме вместо из-за из-под против ради
      среди посреди мимо вокруг близ вблизи вдоль внутри вне насчет напротив накануне помимо
      поверх относительно свыше ввиду вследствие касательно превыше
      """, .genitive
    ),
    ("к ко благодаря согласно вопреки навстречу вослед", .dative),
    ("через про сквозь спустя чрез", .accusative),
    ("над надо перед передо пред", .instrumental), ("при", .locative),
    ("между меж", [.instrumental, .genitive]),
    ("в во на", [.accusative, .locative]), ("о об обо", [.locative]),
    ("за под подо", [.accusative, .instrumental]), ("с со", [.genitive, .instrumental]),
    ("по", [.dative]),
    (
      """
      рядом+с вместе+с вместе+со рядом+со наравне+с вслед+за следом+за наряду+с одновременно+с
      связи+с согласии+с соответствии+с граница+с границы+с границу+с границе+с границей+с
      """, .instrumental
    ),
    (
      """
      недалеко+от неподалеку+от далеко+от вдали+от в+районе в+течение во+время из+числа в+сторону
      со+стороны в+окрестностях на+окраине на+территории в+составе с+территории родом+из за+счет
      по+поводу в+ходе в+адрес от+имени до+начала со+времен на+базе в+отношении в+случае
      """, .genitive
    ),
    ("по+имени по+фамилии по+прозвищу по+кличке", .nominative),
  ])

  private static let ukrainian = table([
    (
      """
      без від од до для біля коло після опісля крім окрім замість проти щодо задля заради з-під
      із-за з-за з-поміж поблизу протягом впродовж упродовж неподалік серед посеред навколо довкола
      довкруг поза напередодні внаслідок всередині усередині вздовж уздовж поверх стосовно відносно
      близько
      """, .genitive
    ),
    ("завдяки всупереч наперекір назустріч", .dative),
    ("через про крізь повз попри", .accusative), ("при", .locative),
    ("в у ув", [.accusative, .locative, .genitive]), ("на", [.accusative, .locative]),
    ("о об", [.locative]), ("по", [.locative]),
    ("під над перед понад поперед підо наді", [.accusative, .instrumental]),
    ("між поміж", [.instrumental]),
    ("за", [.accusative, .instrumental]), ("з із зі зо", [.genitive, .instrumental]),
    (
      """
      поруч+з поряд+з поруч+із поряд+із разом+з разом+із разом+зі поруч+зі згідно+з згідно+із слідом+за
      вслід+за кордоні+з кордон+з кордону+з кордоном+з зв'язку+з зв'язку+із поряд+зі згідно+зі
      """, .instrumental
    ),
    (
      """
      недалеко+від неподалік+від далеко+від в+районі у+районі під+час за+часів з+боку у+бік в+бік
      родом+з родом+із на+околиці на+території з+території у+складі в+складі на+чолі в+ході у+ході
      """, .genitive
    ),
    ("на+ім'я на+прізвище на+прізвисько", .nominative),
  ])

  private static func table(_ rows: [(words: String, cases: CaseSet)]) -> WordTable<CaseSet> {
    var table: [String: CaseSet] = [:]
    for row in rows {
      for word in row.words.split(whereSeparator: \.isWhitespace) {
        table[String(word.map { $0 == "+" ? " " : $0 })] = row.cases
      }
    }
    return WordTable(table)
  }
}

/// The words before an offset, back to where the clause begins: at most ten.
struct SlavicClause {
  private(set) var words: [SlavicContext.Word] = []
  private(set) var mark = SlavicContext.Mark.word

  init(_ around: Surroundings, before offset: Int) {
    let bytes = around.bytes
    var index = offset
    var isCut = false
    var isFirst = true
    let floor = max(0, offset - 240)
    while words.count < 10 {
      // What stands between this word and the one after it.
      var breaks = 0
      var end: UInt32?
      while index > floor {
        let (scalar, start) = Self.scalar(bytes, endingAt: index)
        if Self.isWord(scalar) { break }
        switch scalar {
        case 0x20, 0x09, 0x0D, 0xA0, 0x202F: break
        case 0x0A: breaks += 1
        // Opening quotation marks belong to what follows.
        case _ where isFirst && Self.opensQuote(scalar): break
        default: if end == nil { end = scalar }
        }
        index = start
      }
      let isEdge = index <= floor
      if isFirst {
        mark = Self.mark(end, breaks, isEdge, around, index)
        isFirst = false
        if mark != .word { return }
      } else if let end {
        if end == 0x2C || end == 0x2013 || end == 0x2014 {
          isCut = true
        } else if end == 0x2E, around.isAbbreviation(before: index) {
          isCut = false
        } else {
          return
        }
      }
      if isEdge || breaks > 1 { return }
      let to = index
      while index > floor {
        let (scalar, start) = Self.scalar(bytes, endingAt: index)
        guard Self.isWord(scalar) || Self.isHyphen(scalar) && index < to else { break }
        index = start
      }
      // A dash in front of a word is no part of it.
      while index < to, Self.isHyphen(UTF8Decoding.scalar(in: bytes, at: index).value) {
        index += UTF8Decoding.scalar(in: bytes, at: index).width
      }
      guard index < to else { return }
      words.append(
        SlavicContext.Word(
          text: Fold.string(UnsafeBufferPointer(rebasing: bytes[index..<to])),
          span: TextSpan(index, to),
          isCapitalized: ScalarClass.isCapital(UTF8Decoding.scalar(in: bytes, at: index).value),
          isCut: isCut))
      isCut = false
    }
  }

  private static func mark(
    _ end: UInt32?, _ breaks: Int, _ isEdge: Bool, _ around: Surroundings, _ index: Int
  ) -> SlavicContext.Mark {
    if let end {
      switch end {
      case 0x2E where around.isAbbreviation(before: index): return .label
      case 0x2E, 0x21, 0x3F, 0x2026: return .sentence
      case 0x3A, 0x3D: return .label
      default: return breaks > 0 ? .sentence : .cut
      }
    }
    if breaks > 1 || isEdge { return .sentence }
    return .word
  }

  /// The scalar that ends at an offset, and where it begins.
  static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, endingAt offset: Int
  ) -> (value: UInt32, start: Int) {
    var start = offset - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return (UTF8Decoding.scalar(in: bytes, at: start).value, start)
  }

  private static func isWord(_ scalar: UInt32) -> Bool {
    let sort = ScalarClass(scalar)
    return sort == .letter || sort == .digit || scalar == 0x27 || scalar == 0x2019
      || scalar == 0x2BC || Fold.isInvisible(scalar) || Fold.isCombining(scalar)
  }

  private static func opensQuote(_ scalar: UInt32) -> Bool {
    scalar == 0xAB || scalar == 0x22 || scalar == 0x201E || scalar == 0x201C
  }

  private static func isHyphen(_ scalar: UInt32) -> Bool {
    scalar == 0x2D || scalar == 0x2010 || scalar == 0x2011
  }
}
