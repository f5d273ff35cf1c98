/// Every case of a Ukrainian name, the vocative among them, singular and plural, with the forms of
/// the family. As with Russian, more is made than grammar allows.
enum UkrainianDeclension {
  /// The cases of a given name, a diminutive or a nickname, and the possessive made of it.
  static func noun(
    _ word: Letters, _ gender: Gender, possessive: Bool, _ source: FormSource,
    into sink: inout FormSink
  ) {
    let last = word.lastScalar
    let stem = word.dropping(1)
    switch last {
    case 0x430:  // а
      if Letter.isHushing(stem.lastScalar) {
        sink.add(stem, "і у ею о е", source)
      } else {
        sink.add(stem, "и у ою о", source)
        sink.add(softened(stem), "і", source)
      }
      if possessive { self.possessive(hushed(stem) + "ин", source, into: &sink) }
    case 0x44F:  // я
      if Letter.isVowel(stem.lastScalar) || stem.last == 0x27 {
        sink.add(stem, "ї ю єю є", source)
        if possessive { self.possessive(stem + "їн", source, into: &sink) }
      } else {
        sink.add(stem, "і ю ею е", source)
        if possessive { self.possessive(stem + "ин", source, into: &sink) }
      }
    case 0x439:  // й
      sink.add(stem, "я ю єві єм ї є", source)
      if word.endsWithAny("ий ій") { adjective(word, source, into: &sink) }
      if possessive { ownership(stem, "їв", "єв", source, into: &sink) }
    case 0x44C:  // ь
      for stem in stems(stem) {
        if gender != .female {
          sink.add(stem, "я ю еві ем і", source)
          if possessive { ownership(stem, "ів", "ев", source, into: &sink) }
        }
        if gender != .male {
          sink.add(stem, "і е", source)
          if let final = stem.units.last { sink.add(stem + final, "ю", source) }
        }
      }
      if gender != .male { sink.add(word, "ю", source) }
    case 0x43E:  // о
      sink.add(stem, "а у ові ом е", source)
      sink.add(softened(stem), "і", source)
      if Letter.isHushing(stem.lastScalar) { sink.add(stem, "еві ем", source) }
      if Letter.isVelar(stem.lastScalar) { sink.add(hushed(stem), "е", source) }
      if possessive { ownership(stem, "ів", "ов", source, into: &sink) }
    default:
      guard Letter.isCyrillicConsonant(last) else { return }
      for stem in stems(word) {
        if gender == .female {
          sink.add(stem, "і е 'ю ю", source)
          continue
        }
        sink.add(stem, Letter.isHushing(last) ? "а у ові ом еві ем і е" : "а у ові ом і е", source)
        if Letter.isVelar(last) { sink.add(hushed(stem), "е", source) }
        if last == 0x440 || last == 0x446 { sink.add(stem, "я ю еві ем", source) }
        if possessive { ownership(stem, "ів", "ов", source, into: &sink) }
      }
    }
  }

  /// The cases of a patronymic.
  static func patronymic(_ word: Letters, _ source: FormSource, into sink: inout FormSink) {
    if word.ends("ич") {
      sink.add(word, "а у еві ем і е", source)
      if word.endsWithAny("ович йович євич евич") {
        let stem = word.dropping(4)
        if word.ends("йович") {
          sink.add(word.dropping(5), "ївна ївни ївні ївну ївною ївно", .familyForm)
        } else {
          sink.add(stem, "івна івни івні івну івною івно", .familyForm)
        }
      }
    } else if word.ends("на") {
      sink.add(word.dropping(1), "и і у ою о", source)
    } else {
      noun(word, .unknown, possessive: false, source, into: &sink)
    }
  }

  /// The cases of a surname of either gender, and of the family.
  static func surname(_ word: Letters, _ source: FormSource, into sink: inout FormSink) {
    let family = source == .canonical ? FormSource.familyForm : source
    if let base = masculine(word) {
      if base.endsWithAny("ий ій") {
        adjective(base, family, into: &sink)
        return
      }
      sink.add(base, " а у ові им ом е і ої ій ою и их ими", base == word ? source : family)
      for open in ["ов", "ев", "єв"] as [StaticString] {
        let closed: StaticString? = word.ends("ів") ? "ів" : word.ends("їв") ? "їв" : nil
        guard let closed, let stem = word.replacingEnd(closed, open) else { continue }
        sink.add(stem, "а у ові им ом і е ої ій ою и их ими", source)
      }
      return
    }
    noun(word, .unknown, possessive: false, source, into: &sink)
    let last = word.lastScalar
    let stem = word.dropping(1)
    switch last {
    case 0x430:
      sink.add(stem, "и і ої ій их ими ам ами ах", family)
      sink.add(stem, family)
      if let open = stem.replacingEnd("йк", "йок") ?? stem.replacingEnd("к", "ок") {
        sink.add(open, family)
      }
    case 0x44F: sink.add(stem, "і ї ям ями ях ей й", family)
    case 0x439: sink.add(stem, "ї їв ям ями ях", family)
    case 0x44C: for stem in stems(stem) { sink.add(stem, "і ів ям ями ях ей", family) }
    case 0x43E: sink.add(stem, "и ів ам ами ах", family)
    default:
      guard Letter.isCyrillicConsonant(last) else { return }
      for stem in stems(word) {
        sink.add(stem, "и і ів ам ами ах", family)
        if last == 0x440 { sink.add(stem, "ям ями ях", family) }
      }
    }
  }

  /// The masculine of a surname that has two genders (Бойківська → Бойківський), or nil.
  static func masculine(_ word: Letters) -> Letters? {
    guard word.letterCount > 3 else { return nil }
    if word.endsWithAny("ов ев єв ин ін їн ів їв") { return word }
    if word.endsWithAny("ова ева єва іна їна ина") { return word.dropping(1) }
    if word.endsWithAny("ський цький зький ий") { return word }
    if word.endsWithAny("ська цька зька") { return word.dropping(1) + "ий" }
    return nil
  }

  private static func adjective(_ word: Letters, _ source: FormSource, into sink: inout FormSink) {
    let stem = word.dropping(2)
    sink.add(stem, "ий ого ому им ім а ої ій у ою і их ими", source)
    if word.ends("ій") { sink.add(stem, "ій ього ьому їм ім я ьої ю ьою", source) }
  }

  private static func possessive(_ word: Letters, _ source: FormSource, into sink: inout FormSink) {
    sink.add(word, " а у е і ого ому им ім ої ій ою их ими", source)
  }

  private static func ownership(
    _ stem: Letters, _ closed: StaticString, _ open: StaticString, _ source: FormSource,
    into sink: inout FormSink
  ) {
    sink.add(stem, closed, source)
    sink.add(stem + open, "а у е і ого ому им ім ої ій ою их ими", source)
  }

  /// г к х before і: з ц с (Ольга, Ользі).
  private static func softened(_ stem: Letters) -> Letters {
    switch stem.lastScalar {
    case 0x433, 0x491: stem.dropping(1) + "з"
    case 0x43A: stem.dropping(1) + "ц"
    case 0x445: stem.dropping(1) + "с"
    default: stem
    }
  }

  /// г к х before е and in possessives: ж ч ш (Ольжин, козаче).
  private static func hushed(_ stem: Letters) -> Letters {
    switch stem.lastScalar {
    case 0x433, 0x491: stem.dropping(1) + "ж"
    case 0x43A: stem.dropping(1) + "ч"
    case 0x445: stem.dropping(1) + "ш"
    default: stem
    }
  }

  /// The stems of the oblique cases: fleeting vowels, and і of a closed syllable opened to о, е.
  private static func stems(_ word: Letters) -> [Letters] {
    var out = [word]
    if word == Array("лев".utf8) {
      return [word, Array("лева".utf8).dropping(1), Array("льв".utf8)]
    }
    guard word.letterCount > 3 else { return out }
    let last = word.lastScalar
    let vowel = word.scalarBeforeLast
    let root = word.dropping(2)
    let final = Array(word.units.last ?? [])
    switch vowel {
    case 0x456:  // і
      out.append(root + "о" + final)
      out.append(root + "е" + final)
    case 0x435, 0x43E:  // е о
      guard [0x43A, 0x446, 0x43B, 0x43D, 0x440].contains(last) else { break }
      guard Letter.isCyrillicConsonant(root.lastScalar) else {
        if root.last == 0x8C || Letter.isVowel(root.lastScalar) { out.append(root + final) }
        break
      }
      out.append(root + final)
      if root.lastScalar == 0x43B { out.append(root + "ь" + final) }
      if root.letterCount == 2, let first = root.units.first, let second = root.units.last,
        Letter.isCyrillicConsonant(root.scalarBeforeLast)
      {
        out.append(Array(first) + "е" + second + final)  // Швець, Шевця
      }
    case 0x454: out.append(root + "й" + final)  // Боєць, Заєць
    default: break
    }
    return out
  }
}
