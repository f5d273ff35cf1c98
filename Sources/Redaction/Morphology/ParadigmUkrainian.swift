/// Ukrainian names in every case (Український правопис 2019, § 90–110).
enum UkrainianParadigm {
  /// A given name or a diminutive.
  static func given(_ word: Letters, _ gender: Gender) -> NameParadigm {
    switch word.lastScalar {
    case 0x430: return inA(word)
    case 0x44F: return inYa(word)
    case 0x439:
      guard gender != .female else { return NameParadigm(indeclinable: word) }
      return word.endsWithAny("ий") && !word.ends("лий") ? adjective(word) : inShortI(word)
    case 0x44C: return gender == .female || feminines.contains(word) ? third(word) : soft(word)
    case 0x43E:
      // Петро, Сашко, Данило; but Віто, Кейтаро.
      guard gender != .female, word.endsWithAny("ко тро ло рпо ьо сто хно") else {
        return NameParadigm(indeclinable: word)
      }
      return inO(word)
    default:
      guard Letter.isCyrillicConsonant(word.lastScalar) else {
        return NameParadigm(indeclinable: word)
      }
      if feminines.contains(word) { return third(word) }
      return gender == .female ? NameParadigm(indeclinable: word) : hard(word)
    }
  }

  /// A patronymic, of either gender by its ending.
  static func patronymic(_ word: Letters) -> NameParadigm {
    if word.endsWithAny("ич їч") {
      return NameParadigm(
        word, word, "- а у|еві а ем еві|у|і у", plural: "і ів ам ів ами ах =")
    }
    guard word.ends("на") else { return NameParadigm(indeclinable: word) }
    var made = NameParadigm(
      word, word.dropping(1), "а и і у ою і о", plural: "и - ам - ами ах =")
    let open = word.dropping(2) + "ен"
    made.set([open], .genitive, .plural)
    made.set([open], .accusative, .plural)
    return made
  }

  /// A surname, in the plural of the family.
  static func surname(_ word: Letters, _ gender: Gender) -> NameParadigm {
    let last = word.lastScalar
    if isFixed(word) { return NameParadigm(indeclinable: word) }
    if gender == .female {
      if word.endsWithAny("ова ева єва іна їна ьова") || word.ends("ина") && !nouns.contains(word) {
        return NameParadigm(
          word, word.dropping(1), "а ої ій у ою ій =", plural: "и их им их ими их =")
      }
      if word.endsWithAny("ська цька зька ша на та ла ва ра да ка га ха жа ча ба са"),
        isFeminineAdjective(word)
      {
        return feminineAdjective(word)
      }
      if word.ends("ня"), adjectivesInNya.contains(word) { return feminineAdjective(word) }
    }
    switch last {
    case 0x430: return inA(word)
    case 0x44F: return inYa(word)
    case 0x439:
      if gender == .female { return NameParadigm(indeclinable: word) }
      if word.ends("ий") { return adjective(word) }
      return isSoftAdjective(word) ? adjective(word) : inShortI(word)
    case 0x44C: return gender == .female ? NameParadigm(indeclinable: word) : soft(word)
    case 0x43E: return gender == .female ? NameParadigm(indeclinable: word) : inO(word)
    default:
      guard Letter.isCyrillicConsonant(last), gender != .female else {
        return NameParadigm(indeclinable: word)
      }
      if word.endsWithAny("ов ев єв ін їн ьов йов"), word.letterCount > 3 {
        return NameParadigm(
          word, word, "- а у|ові а им у|і е|-", plural: "и их им их ими их =")
      }
      // Мишин, Мишиним; but Волошин, Волошином.
      if word.ends("ин"), word.letterCount > 4, !peoples.contains(word) {
        return NameParadigm(
          word, word, "- а у|ові а им|ом у|і|ові е|-", plural: "и их им их ими их =")
      }
      if word.endsWithAny("ів їв"), word.letterCount > 3 {
        return NameParadigm(
          word, hardStem(word, isSurname: true), "- а у|ові а им|ом у|і|ові =",
          plural: "и их им их ими их =")
      }
      return hard(word, isSurname: true)
    }
  }

  /// The surname of the other gender, the word itself where both are one.
  static func surname(_ word: Letters, as gender: Gender) -> Letters {
    if gender == .female {
      if word.endsWithAny("ов ев єв ін їн ьов йов"), word.letterCount > 3 { return word + "а" }
      if word.ends("ий") { return word.dropping(2) + "а" }
      if isSoftAdjective(word) { return word.dropping(2) + "я" }
      return word
    }
    guard gender == .male, word.letterCount > 3 else { return word }
    if word.endsWithAny("ова ева єва іна їна") { return word.dropping(1) }
    if word.endsWithAny("ська цька зька") { return word.dropping(1) + "ий" }
    return word
  }

  // MARK: Declensions

  /// Микола, Ольга, Маша, Сорока.
  private static func inA(_ word: Letters) -> NameParadigm {
    let stem = word.dropping(1)
    guard !stem.isEmpty, !Letter.isVowel(stem.lastScalar) else {
      return NameParadigm(indeclinable: word)
    }
    if Letter.isHushing(stem.lastScalar), stem.lastScalar != 0x446 {
      return NameParadigm(
        word, stem, "а і і у ею і о|е", plural: "і - ам - ами ах =")
    }
    var made = NameParadigm(
      word, stem, "а и і у ою і о", plural: "и - ам - ами ах =")
    if Letter.isVelar(stem.lastScalar) {
      let soft = [softened(stem) + "і"]
      made.set(soft, .dative, .singular)
      made.set(soft, .locative, .singular)
    }
    if stem.lastScalar == 0x43A {
      let root = stem.dropping(1)
      let before = root.lastScalar
      if Letter.isCyrillicConsonant(before) || before == 0x44C || before == 0x439 {
        let open = before == 0x44C ? root.dropping(1) + "ьок" : root + "ок"
        made.set([open], .genitive, .plural)
        made.set([open], .accusative, .plural)
      }
    }
    return made
  }

  /// Надя, Марія, Ілля, Мар'я.
  private static func inYa(_ word: Letters) -> NameParadigm {
    let stem = word.dropping(1)
    if Letter.isVowel(stem.lastScalar) || stem.last == 0x27 || stem.lastScalar == 0x439 {
      return NameParadigm(
        word, stem, "я ї ї ю єю ї є", plural: "ї й ям й ями ях =")
    }
    let before = stem.lastScalar
    // Надю, Галю; Ілле, Наталіє.
    return before == 0x446 || word.ends("лля")
      ? NameParadigm(word, stem, "я і і ю ею і е|ю", plural: "і ь ям ь ями ях =")
      : NameParadigm(word, stem, "я і і ю ею і ю|е", plural: "і ь|ей ям ь|ей ями ях =")
  }

  /// Андрій, Палій, Гай.
  private static func inShortI(_ word: Letters) -> NameParadigm {
    let stem = word.endsWithAny(birds) ? word.dropping(2) + "'" : word.dropping(1)
    if word.endsWithAny("оловей") {
      return NameParadigm(
        word, word.dropping(2) + "'", "- я ю|єві я єм єві|ю|ї ю", plural: "ї їв ям їв ями ях =")
    }
    return NameParadigm(
      word, stem, "- я ю|єві я єм єві|ю|ї ю", plural: "ї їв ям їв ями ях =")
  }

  /// Коваль, Кравець, Кисіль.
  private static func soft(_ word: Letters) -> NameParadigm {
    NameParadigm(
      word, softStem(word), "- я ю|еві я ем еві|ю|і ю", plural: "і ів ям ів ями ях =")
  }

  /// Любов, Нінель.
  private static func third(_ word: Letters) -> NameParadigm {
    let stem = word.lastScalar == 0x44C ? word.dropping(1) : word
    let last = stem.lastScalar
    var made = NameParadigm(
      word, stem, "- і і = ю і е", plural: "і ей ям ей ями ях =")
    let instrumental: Letters
    if last == 0x432 || last == 0x444 || last == 0x43F || last == 0x431 || last == 0x43C {
      instrumental = stem + "'ю"
    } else if Letter.isVowel(stem.scalarBeforeLast) {
      instrumental = stem + Array(stem.units.last ?? []) + Array("ю".utf8)
    } else {
      instrumental = stem + "ю"
    }
    made.set([instrumental], .instrumental, .singular)
    return made
  }

  /// Петро, Сашко, Шевченко, Цимбало.
  private static func inO(_ word: Letters) -> NameParadigm {
    let stem = word.dropping(1)
    if Letter.isVowel(stem.lastScalar) { return NameParadigm(indeclinable: word) }
    let before = stem.lastScalar
    if before == 0x44C {
      return NameParadigm(
        word, stem.dropping(1), "ьо я ю|еві я ем еві|ю|і ю", plural: "і ів ям ів ями ях =")
    }
    if Letter.isVelar(before) {
      return NameParadigm(
        word, stem, "о а у|ові а ом ові|у у", plural: "и ів ам ів ами ах =")
    }
    return NameParadigm(
      word, stem, "о а у|ові а ом ові|у|і е", plural: "и ів ам ів ами ах =")
  }

  /// Іван, Федір, Гончар, Ткач.
  private static func hard(_ word: Letters, isSurname: Bool = false) -> NameParadigm {
    let last = word.lastScalar
    if isSoftR(word, isSurname: isSurname) {
      return NameParadigm(
        word, word, "- я ю|еві я ем еві|ю|і ю", plural: "і ів ям ів ями ях =")
    }
    let oblique = hardStem(word, isSurname: isSurname)
    if last == 0x446 || last == 0x436 {
      return last == 0x446
        ? NameParadigm(
          word, oblique, "- а у|ові а ом|ем ові|у|і е", plural: "и ів ам ів ами ах =")
        : NameParadigm(
          word, oblique, "- а у|еві а ем еві|у|і е|у", plural: "і ів ам ів ами ах =")
    }
    if Letter.isHushing(last) {
      return NameParadigm(
        word, oblique, "- а у|еві а ем еві|у|і у|е", plural: "і ів ам ів ами ах =")
    }
    if Letter.isVelar(last) {
      return NameParadigm(
        word, oblique, "- а у|ові а ом ові|у у|е", plural: "и ів ам ів ами ах =")
    }
    return NameParadigm(
      word, oblique, "- а у|ові а ом ові|у|і е", plural: "и ів ам ів ами ах =")
  }

  private static func adjective(_ word: Letters) -> NameParadigm {
    let stem = word.dropping(2)
    if word.ends("ій") {
      return NameParadigm(
        word, stem, "ій ього ьому ього ім ьому|ім =", plural: "і іх ім іх іми іх =")
    }
    return NameParadigm(
      word, stem, "ий ого ому ого им ому|ім =", plural: "і их им их ими их =")
  }

  private static func feminineAdjective(_ word: Letters) -> NameParadigm {
    word.ends("я")
      ? NameParadigm(
        word, word.dropping(1), "я ьої ій ю ьою ій =", plural: "і іх ім іх іми іх =")
      : NameParadigm(
        word, word.dropping(1), "а ої ій у ою ій =", plural: "і их им их ими их =")
  }

  /// Whether a woman's surname in -а is an adjective: Руда, Зарицька.
  private static func isFeminineAdjective(_ word: Letters) -> Bool {
    word.endsWithAny("ська цька зька дна чна жна вана енька ївна") || adjectives.contains(word)
  }

  /// Surnames that nothing declines.
  static func isFixed(_ word: Letters) -> Bool {
    switch word.lastScalar {
    case 0x435, 0x438, 0x443, 0x44E, 0x456, 0x457, 0x454: return true
    case 0x445: return word.endsWithAny("их") && word.letterCount > 4
    case 0x43E: return fixed.contains(word) || Letter.isVowel(word.scalarBeforeLast)
    case 0x430: return Letter.isVowel(word.scalarBeforeLast)
    default: return false
    }
  }

  /// Нижній, Верхній; but Стогній.
  private static func isSoftAdjective(_ word: Letters) -> Bool {
    word.endsWithAny("жній чній дній тній сній шній хній нній рній синій")
  }

  // MARK: Stems

  private static func isSoftR(_ word: Letters, isSurname: Bool) -> Bool {
    guard word.lastScalar == 0x440 else { return false }
    return softR.contains(word)
  }

  /// і of a closed syllable opened, e and o that flee.
  private static func hardStem(_ word: Letters, isSurname: Bool) -> Letters {
    if let known = exceptions[word] { return known }
    let root = word.dropping(2)
    guard root.containsLetter(Letter.isVowel) || word.endsWithAny(opening) else { return word }
    if isSurname, word.ends("ів") {
      return root + (isSoftBefore(root) ? "ев" : "ов")
    }
    if isSurname, word.ends("їв") { return root + "єв" }
    let last = Array(word.units.last ?? [])
    if isSurname, word.endsWithAny(opening) { return root + "о" + ArraySlice(last) }
    if word.endsWithAny("ьок") { return root.dropping(1) + "ьк" }
    if word.endsWithAny("йок") { return root + "к" }
    if word.ends("ок"), Letter.isCyrillicConsonant(root.lastScalar),
      Letter.isVowel(root.scalarBeforeLast) || word.endsWithAny("чок шок жок")
    {
      return root + "к"
    }
    return word
  }

  private static func softStem(_ word: Letters) -> Letters {
    if let known = exceptions[word] { return known }
    let bare = word.dropping(1)
    let root = bare.dropping(2)
    if word.ends("ець"), root.containsLetter(Letter.isVowel) {
      return root.lastScalar == 0x43B ? root + "ьц" : root + "ц"
    }
    if word.ends("єць") { return root + "йц" }
    if word.endsWithAny("сіль ебідь едвідь едмідь амінь орінь емінь хміль січень") {
      return root + "е" + ArraySlice(Array(bare.units.last ?? []))
    }
    return bare
  }

  private static func isSoftBefore(_ root: Letters) -> Bool {
    root.ends("л") && root.endsWithAny("вал кал") || Letter.isHushing(root.lastScalar)
  }

  static func softened(_ stem: Letters) -> Letters {
    switch stem.lastScalar {
    case 0x433, 0x491: stem.dropping(1) + "з"
    case 0x43A: stem.dropping(1) + "ц"
    case 0x445: stem.dropping(1) + "с"
    default: stem
    }
  }

  /// г к х before и of a possessive: ж ч ш (Ольжин).
  static func hushed(_ stem: Letters) -> Letters {
    switch stem.lastScalar {
    case 0x433, 0x491: stem.dropping(1) + "ж"
    case 0x43A: stem.dropping(1) + "ч"
    case 0x445: stem.dropping(1) + "ш"
    default: stem
    }
  }

  private static let exceptions = RussianParadigm.table(
    "лев:лев федір:федор антін:антон яків:яков прокіп:прокоп сидір:сидор тиміш:тимош нестір:нестор никін:никон пилип:пилип павел:павл швець:шевц жнець:женц сокіл:сокол орел:орл козел:козл осел:осл явір:явор грім:гром дзвін:дзвон кінь:кон віл:вол кіт:кот ріг:рог дрізд:дрозд ніс:нос боєць:бійц купець:купц щеголь:щегл бобер:бобр день:дн пень:пн корінь:корен прохір:прохор плетінь:плетен"
  )
  private static let opening: StaticString = "ніс віл кіт бік біг окіл ріг явір"
  private static let birds: StaticString = "оловей оробей уравей"
  private static let softR = RussianParadigm.set(
    "ігор лазар кобзар бондар токар косар писар лікар шинкар чигир")
  private static let feminines = RussianParadigm.set(
    "любов нінель адель рахіль юдиф есфір руф асель айгуль ізабель мішель гузель жізель ніколь")
  private static let fixed = RussianParadigm.set("отто бруно гюго дурново живаго")
  private static let adjectives = RussianParadigm.set(
    "руда чорна біла мала велика довга товста сліпа кривенька лиха суха глуха німа красна зелена гнатовська вербова польова степова лісова тиха стара молода гладка бура ряба сива головата горбата клята нова"
  )
  private static let peoples = RussianParadigm.set(
    "русин волошин литвин турчин грузин сербин татарин болгарин селянин господин турин мордвин осетин молдавин"
  )
  private static let nouns = RussianParadigm.set(
    "калина малина осина лозина щетина сорочина перина дружина година долина стежина вишина ялина хвилина картина скотина людина тканина частина полонина рибина хмарина крутина мотовилина"
  )
  private static let adjectivesInNya = RussianParadigm.set("синя верхня нижня вечірня сусідня")
}
