/// Russian names in every case, as grammars have it (Русская грамматика 1980; Калакуцкая,
/// Склонение фамилий и личных имён).
enum RussianParadigm {
  /// A given name or a diminutive.
  static func given(_ word: Letters, _ gender: Gender) -> NameParadigm {
    let last = word.lastScalar
    switch last {
    case 0x430: return inA(word)
    case 0x44F: return inYa(word)
    case 0x439:
      if word.endsWithAny("ый"), gender != .female { return adjective(word) }
      return gender == .female ? NameParadigm(indeclinable: word) : inShortI(word)
    case 0x44C:
      // Айгуль is a Turkic name that nothing declines.
      if gender != .male, word.ends("гуль") { return NameParadigm(indeclinable: word) }
      if gender == .female || gender == .unknown && Self.feminines.contains(word) {
        return third(word)
      }
      return soft(word)
    case 0x43E where gender != .female && word.endsWithAny("ло тро"):
      let stem = word.dropping(1)
      return NameParadigm(word, stem, "о а у а ом е =", plural: "ы ов ам ов ами ах =")
    default:
      guard Letter.isCyrillicConsonant(last), gender != .female else {
        return NameParadigm(indeclinable: word)
      }
      return hard(word, oblique: stem(word, isSurname: false))
    }
  }

  /// A patronymic, of either gender by its ending.
  static func patronymic(_ word: Letters) -> NameParadigm {
    if word.endsWithAny("ич ыч") { return hard(word, oblique: word) }
    guard word.ends("на") else { return NameParadigm(indeclinable: word) }
    let stem = word.dropping(1)
    var made = NameParadigm(
      word, stem, "а ы е у ой|ою е =", plural: "ы - ам - ами ах =")
    let open = word.dropping(2) + "ен"
    made.set([open], .genitive, .plural)
    made.set([open], .accusative, .plural)
    return made
  }

  /// A surname, in the plural of the family: that of a woman whose surname nothing declines is the
  /// plural of her husband's.
  static func surname(_ word: Letters, _ gender: Gender) -> NameParadigm {
    var made = ofOne(word, gender)
    if gender == .female, made.isIndeclinable, !isFixed(word) {
      let family = ofOne(word, .male)
      for one in GrammaticalCase.allCases {
        made.set(family.forms(one, .plural), one, .plural)
      }
    }
    return made
  }

  private static func ofOne(_ word: Letters, _ gender: Gender) -> NameParadigm {
    if isFixed(word) { return NameParadigm(indeclinable: word) }
    if word.endsWithAny("ов ев ёв ин ын"), !isForeign(word) {
      // "Анна Дарвин": a woman's name would end in -а.
      if gender == .female { return NameParadigm(indeclinable: word) }
      return NameParadigm(
        word, word, "- а у а ым е =", plural: "ы ых ым ых ыми ых =")
    }
    if gender != .male, word.endsWithAny("ова ева ёва ина ына"),
      gender == .female || !Self.nouns.contains(word)
    {
      let stem = word.dropping(1)
      return NameParadigm(
        word, stem, "а ой ой у ой|ою ой =", plural: "ы ых ым ых ыми ых =")
    }
    if gender != .male, word.endsWithAny("ая яя"), word.letterCount > 4 {
      return feminineAdjective(word)
    }
    switch word.lastScalar {
    case 0x430: return inA(word)
    case 0x44F: return inYa(word)
    case 0x439:
      if gender == .female { return NameParadigm(indeclinable: word) }
      return isAdjective(word) ? adjective(word) : inShortI(word)
    case 0x44C:
      return gender == .female ? NameParadigm(indeclinable: word) : soft(word)
    default:
      guard Letter.isCyrillicConsonant(word.lastScalar), gender != .female else {
        return NameParadigm(indeclinable: word)
      }
      return hard(word, oblique: stem(word, isSurname: true))
    }
  }

  /// The surname of the other gender: Волков, Волкова; Зарецкий, Зарецкая. The word itself where
  /// both are one.
  static func surname(_ word: Letters, as gender: Gender) -> Letters {
    guard !isFixed(word), !isForeign(word) else { return word }
    if gender == .female {
      if word.endsWithAny("ов ев ёв ин ын") { return word + "а" }
      guard word.lastScalar == 0x439, isAdjective(word) else { return word }
      if word.ends("ний") { return word.dropping(2) + "яя" }
      return word.dropping(2) + "ая"
    }
    if gender == .male {
      if word.endsWithAny("ова ева ёва ина ына"), word.letterCount > 4, !Self.nouns.contains(word) {
        return word.dropping(1)
      }
      guard word.letterCount > 4 else { return word }
      if word.ends("яя") { return word.dropping(2) + "ий" }
      if word.ends("ая") {
        let stem = word.dropping(2)
        let last = stem.lastScalar
        return Letter.isVelar(last) || Letter.isHushing(last) ? stem + "ий" : stem + "ый"
      }
    }
    return word
  }

  // MARK: Declensions

  /// Никита, Ольга, Маша, Капица, Сорока.
  private static func inA(_ word: Letters) -> NameParadigm {
    let stem = word.dropping(1)
    let before = stem.lastScalar
    guard !Letter.isVowel(before), !stem.isEmpty else { return NameParadigm(indeclinable: word) }
    var made: NameParadigm
    if before == 0x446 {
      made = NameParadigm(
        word, stem, "а ы е у ей|ею|ой е =", plural: "ы - ам - ами ах =")
    } else if Letter.isHushing(before) {
      made = NameParadigm(
        word, stem, "а и е у ей|ею|ой е =", plural: "и -|ей ам -|ей ами ах =")
    } else if Letter.isVelar(before) {
      made = NameParadigm(
        word, stem, "а и е у ой|ою е =", plural: "и - ам - ами ах =")
    } else {
      made = NameParadigm(
        word, stem, "а ы е у ой|ою е =", plural: "ы - ам - ами ах =")
    }
    openPlural(stem, into: &made)
    // "Саш!", "Никит!"
    made.add(stem, .vocative)
    return made
  }

  /// The genitive plural of a stem in two consonants: Наташка, Наташек; Сорока has none.
  private static func openPlural(_ stem: Letters, into made: inout NameParadigm) {
    guard stem.lastScalar == 0x43A else { return }
    let root = stem.dropping(1)
    let before = root.lastScalar
    let open: Letters
    if before == 0x44C || before == 0x439 {
      open = root.dropping(1) + "ек"
    } else if Letter.isHushing(before) {
      open = root + "ек"
    } else if Letter.isCyrillicConsonant(before) {
      open = root + "ок"
    } else {
      return
    }
    made.set([open], .genitive, .plural)
    made.set([open], .accusative, .plural)
  }

  /// Надя, Мария, Наталья, Илья, Аглая.
  private static func inYa(_ word: Letters) -> NameParadigm {
    let stem = word.dropping(1)
    if fixedInYa.contains(word) { return NameParadigm(indeclinable: word) }
    if word.ends("ия") {
      return NameParadigm(
        word, stem, "я и и ю ей|ею и =", plural: "и й ям й ями ях =")
    }
    if stem.lastScalar == 0x44C {
      let open = stem.dropping(1) + "ий"
      var made = NameParadigm(
        word, stem, "я и е ю ей|ею|ёй|ёю е =", plural: "и ей ям ей ями ях =")
      made.set([open], .genitive, .plural)
      made.set([open], .accusative, .plural)
      return made
    }
    if Letter.isVowel(stem.lastScalar) {
      return NameParadigm(
        word, stem, "я и е ю ей|ею е =", plural: "и й ям й ями ях =")
    }
    var made = NameParadigm(
      word, stem, "я и е ю ей|ею|ёй е =", plural: "и ь|ей ям ь|ей ями ях =")
    made.add(stem + "ь", .vocative)
    return made
  }

  /// Андрей, Николай, Юрий, Соловей, Цой.
  private static func inShortI(_ word: Letters) -> NameParadigm {
    if word.ends("ий"), word.letterCount > 3 {
      return NameParadigm(
        word, word.dropping(1), "- я ю я ем и =", plural: "и ев ям ев ями ях =")
    }
    if word.endsWithAny(birds) {
      return NameParadigm(
        word, word.dropping(2) + "ь", "- я ю я ём|ем е =", plural: "и ёв|ев ям ёв|ев ями ях =")
    }
    return NameParadigm(
      word, word.dropping(1), "- я ю я ем е =", plural: "и ев ям ев ями ях =")
  }

  /// Игорь, Коваль, Корень.
  private static func soft(_ word: Letters) -> NameParadigm {
    var oblique = word.dropping(1)
    if word.endsWithAny(softFleeting), word.letterCount > 3 {
      oblique = oblique.dropping(2) + Array(oblique.units.last ?? [])
      // Уголь, Угля; Коготь, Когтя.
    }
    return NameParadigm(
      word, oblique, "- я ю я ем|ём е =", plural: "и ей ям ей ями ях =")
  }

  /// Любовь, Асель.
  private static func third(_ word: Letters) -> NameParadigm {
    NameParadigm(
      word, word.dropping(1), "ь и и ь ью и =", plural: "и ей ям ей ями ях =")
  }

  /// Иван, Мороз, Кравец, Гуревич.
  private static func hard(_ word: Letters, oblique: Letters) -> NameParadigm {
    let last = word.lastScalar
    if last == 0x446 {
      return oblique == word
        ? NameParadigm(word, word, "- а у а ем|ом е =", plural: "ы ев|ов ам ев|ов ами ах =")
        : NameParadigm(word, oblique, "- а у а ем|ом е =", plural: "ы ев|ов ам ев|ов ами ах =")
    }
    if Letter.isHushing(last) {
      return NameParadigm(
        word, oblique, "- а у а ем|ом е =", plural: "и ей ам ей ами ах =")
    }
    if Letter.isVelar(last) {
      return NameParadigm(
        word, oblique, "- а у а ом е =", plural: "и ов ам ов ами ах =")
    }
    return NameParadigm(
      word, oblique, "- а у а ом е =", plural: "ы ов ам ов ами ах =")
  }

  /// Зарецкий, Рыжий, Нижний, Чёрный, Толстой.
  private static func adjective(_ word: Letters) -> NameParadigm {
    let stem = word.dropping(2)
    let last = stem.lastScalar
    if word.ends("ой"), Letter.isHushing(last) || Letter.isVelar(last) {
      return NameParadigm(
        word, stem, "ой ого ому ого им ом =", plural: "ие их им их ими их =")
    }
    if Letter.isVelar(last) {
      return NameParadigm(
        word, stem, "ий ого ому ого им ом =", plural: "ие их им их ими их =")
    }
    if word.ends("ий") {
      return NameParadigm(
        word, stem, "ий его ему его им ем =", plural: "ие их им их ими их =")
    }
    return NameParadigm(
      word, stem, "ый ого ому ого ым ом =", plural: "ые ых ым ых ыми ых =")
  }

  private static func feminineAdjective(_ word: Letters) -> NameParadigm {
    let stem = word.dropping(2)
    let last = stem.lastScalar
    if word.ends("яя") {
      return NameParadigm(
        word, stem, "яя ей ей юю ей|ею ей =", plural: "ие их им их ими их =")
    }
    if Letter.isHushing(last) {
      return NameParadigm(
        word, stem, "ая ей ей ую ей|ею ей =", plural: "ие их им их ими их =")
    }
    if Letter.isVelar(last) {
      return NameParadigm(
        word, stem, "ая ой ой ую ой|ою ой =", plural: "ие их им их ими их =")
    }
    return NameParadigm(
      word, stem, "ая ой ой ую ой|ою ой =", plural: "ые ых ым ых ыми ых =")
  }

  // MARK: Which declension

  /// Whether a surname in -й is an adjective: Луговской, but Цой; Рыжий, but Палий.
  static func isAdjective(_ word: Letters) -> Bool {
    guard word.letterCount > 3 else { return false }
    if word.ends("ый") { return true }
    let before = word.dropping(2).lastScalar
    if word.ends("ий") {
      return Letter.isVelar(before) || Letter.isHushing(before)
        || before == 0x43D && word.endsWithAny("жний шний чний дний тний рний сний синий иний")
    }
    return word.ends("ой") && word.letterCount > 4
      && word.endsWithAny("ской цкой той лой ной вой рой дой кой гой хой шой жой бой сой")
      && !word.endsWithAny("трой крой стой")
  }

  /// Surnames that nothing declines: Черных, Петренко, Дурново, Гюго, Дюма.
  static func isFixed(_ word: Letters) -> Bool {
    switch word.lastScalar {
    case 0x43E, 0x435, 0x438, 0x443, 0x44E, 0x44D, 0x44B, 0x451: return true
    case 0x445: return word.endsWithAny("ых их") && word.letterCount > 3
    case 0x430, 0x44F: return fixedInYa.contains(word)
    default: return false
    }
  }

  /// A foreign surname that only looks like one in -ов or -ин: Дарвин, Дарвином.
  static func isForeign(_ word: Letters) -> Bool {
    guard word.endsWithAny("ов ев ин ын") else { return false }
    if foreign.contains(word) { return true }
    return word.letterCount <= 3
  }

  // MARK: Fleeting vowels

  /// The stem of the oblique cases.
  private static func stem(_ word: Letters, isSurname: Bool) -> Letters {
    if let known = exceptions[word] { return known }
    let root = word.dropping(2)
    let before = root.lastScalar
    guard root.containsLetter(Letter.isVowel) else { return word }
    let isOpen = Letter.isVowel(before)
    let isSingle =
      Letter.isCyrillicConsonant(before) && (isOpen || Letter.isVowel(root.scalarBeforeLast))
    if word.endsWithAny("ец") {
      if isOpen { return root + "йц" }
      if before == 0x43B { return root + "ьц" }
      return isSingle || word.endsWithAny("дец нец стец") && !Letter.isHushing(before)
        ? root + "ц" : word
    }
    if word.ends("яц") { return isOpen ? root + "йц" : word }
    if word.ends("ёк") { return isOpen ? root + "йк" : root + "ьк" }
    if word.ends("ок") {
      return isSingle && !isOpen && isSurname || word.endsWithAny("чок шок жок нок")
        ? root + "к" : word
    }
    if word.endsWithAny("чек шек"), !isSurname { return root + "к" }
    return word
  }

  private static let exceptions: [Letters: Letters] = table(
    "лев:льв павел:павл пётр:петр петр:петр орёл:орл орел:орл козёл:козл козел:козл осёл:осл щегол:щегл дятел:дятл котёл:котл посол:посл пепел:пепл хохол:хохл узел:узл костёр:костр ветер:ветр бобёр:бобр бубен:бубн овен:овн ковёр:ковр швец:швец жнец:жнец"
  )

  /// "a:b c:d" as pairs.
  static func table(_ list: StaticString) -> [Letters: Letters] {
    var out: [Letters: Letters] = [:]
    list.forEachWord { pair in
      let two = pair.split(separator: 0x3A)
      if two.count == 2 { out[Array(two[0])] = Array(two[1]) }
    }
    return out
  }

  static func set(_ list: StaticString) -> Set<Letters> {
    var out: Set<Letters> = []
    list.forEachWord { out.insert(Array($0)) }
    return out
  }

  private static let birds: StaticString = "оловей оробей уравей репей ручей"
  private static let softFleeting: StaticString =
    "корень гребень перстень камень день пень коготь ноготь локоть деготь лапоть уголь огонь"
  private static let feminines = set(
    "любовь нинель адель рахиль юдифь эсфирь руфь асель айгуль изабель мишель шинель гузель жизель николь юдель эмель"
  )
  private static let foreign = set(
    "дарвин чаплин гершвин грин франклин мартин кальвин кевин эрвин мервин гудвин годвин болдуин болдвин цеппелин болейн маклин лафлин колин джустин остин гобен хопкин тернин росвин бюлов флотов гуров керуин ирвин корвин крэнстин мелвин роулин черчлин чарлин грифин гриффин гарвин дельвин каллин конклин латин лоурин мюллин стерлин тэмплин фоллин хардин харлин"
  )
  /// Surnames in -ина, -ова that are nouns of both genders.
  private static let nouns = set("калина малина осина лозина щетина сорокина година дружина перина")
  private static let fixedInYa = set(
    "дюма золя петипа труайя гавальда тома бабеля люка беля ла руа")
}
