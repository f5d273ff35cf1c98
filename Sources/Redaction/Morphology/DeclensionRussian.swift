/// Every case of a Russian name, singular and plural, with the forms of the family. More is made
/// than grammar allows where the stem leaves a doubt: a form too many is a word that never occurs,
/// a form too few shows a person.
enum RussianDeclension {
  /// The cases of a given name, a diminutive or a nickname, and the possessive made of it.
  static func noun(
    _ word: Letters, _ gender: Gender, possessive: Bool, _ source: FormSource,
    into sink: inout FormSink
  ) {
    let last = word.lastScalar
    let stem = word.dropping(1)
    switch last {
    case 0x430:  // а
      let before = stem.lastScalar
      if Letter.isHushing(before) {
        sink.add(stem, "и е у ей ею ой ою", source)
      } else if Letter.isVelar(before) {
        sink.add(stem, "и е у ой ою", source)
      } else {
        sink.add(stem, "ы е у ой ою", source)
      }
      if stem.letterCount > 2 { sink.add(stem, source) }
    case 0x44F:  // я
      if word.ends("ия") {
        sink.add(stem, "и ю ей ею е", source)
      } else {
        sink.add(stem, "и е ю ей ею ёй", source)
        if stem.letterCount > 1, Letter.isCyrillicConsonant(stem.lastScalar) {
          sink.add(stem + "ь", source)
        }
      }
    case 0x439:  // й
      sink.add(stem, word.ends("ий") ? "я ю ем и е" : "я ю ем е и", source)
      if word.endsWithAny("ый ой ий") { adjective(word, source, into: &sink) }
    case 0x44C:  // ь
      for stem in stems(stem) {
        if gender != .female { sink.add(stem, "я ю ем ём е и", source) }
        if gender != .male { sink.add(stem, "и ью ей", source) }
      }
      if gender != .male { sink.add(word, "ю", source) }
    case 0x43E:  // о
      sink.add(stem, "а у ом е", source)
    default:
      guard Letter.isCyrillicConsonant(last) else { return }
      if gender == .female, !word.endsWithAny("ов") { return }
      for stem in stems(word) {
        sink.add(stem, Letter.isHushing(last) ? "а у ем ом е" : "а у ом е", source)
      }
    }
    if possessive, last == 0x430 || last == 0x44F {
      sink.add(stem + "ин", " а у ы о ым ой ою ом ых ыми ого ому", source)
    }
  }

  /// The cases of a patronymic, with the short forms of speech (Иваныч, Николавна).
  static func patronymic(_ word: Letters, _ source: FormSource, into sink: inout FormSink) {
    if word.endsWithAny("ич ыч") {
      sink.add(word, "а у ем е и ей ам ами ах", source)
      if let short = word.replacingEnd("иевич", "ьевич") { sink.add(short, " а у ем е", source) }
      if let spoken = word.replacingEnd("ович", "ыч") ?? word.replacingEnd("евич", "ич") {
        sink.add(spoken, " а у ем е", source)
      }
      let stem = word.dropping(2)
      if word.endsWithAny("ович евич") {
        sink.add(stem, "на ны не ну ной ною ен нам нами нах", .familyForm)
      }
    } else if word.ends("на") {
      let stem = word.dropping(1)
      sink.add(stem, "ы е у ой ою", source)
      if let short = word.replacingEnd("овна", "на") ?? word.replacingEnd("евна", "вна") {
        sink.add(short.dropping(1), "а ы е у ой ою", source)
      }
    } else {
      noun(word, .unknown, possessive: false, source, into: &sink)
    }
  }

  /// The cases of a surname of either gender, and of the family.
  static func surname(_ word: Letters, _ source: FormSource, into sink: inout FormSink) {
    let family = source == .canonical ? FormSource.familyForm : source
    if let base = masculine(word) {
      if base.endsWithAny("ов ев ёв ин ын") {
        sink.add(base, " а у ым ом е ой ою ы ых ыми", base == word ? source : family)
        return
      }
      adjective(base, family, into: &sink)
      return
    }
    if word.endsWithAny("ых их") { return }
    noun(word, .unknown, possessive: false, source, into: &sink)
    let last = word.lastScalar
    let stem = word.dropping(1)
    switch last {
    case 0x430:  // а
      sink.add(stem, "ы и ам ами ах", family)
      sink.add(stem, family)
      if let open = stem.replacingEnd("йк", "ек") ?? stem.replacingEnd("ьк", "ек")
        ?? stem.replacingEnd("к", "ок")
      {
        sink.add(open, family)
      }
    case 0x44F: sink.add(stem, "и ям ями ях ей й", family)
    case 0x439: sink.add(stem, "и ев ям ями ях", family)
    case 0x44C: for stem in stems(stem) { sink.add(stem, "и ей ям ями ях", family) }
    case 0x43E: sink.add(stem, "и ов ам ами ах", family)
    default:
      guard Letter.isCyrillicConsonant(last) else { return }
      for stem in stems(word) {
        let plural: StaticString =
          last == 0x446
          ? "ы ев ов ам ами ах"
          : Letter.isVelar(last) || Letter.isHushing(last) ? "и ов ей ам ами ах" : "ы ов ам ами ах"
        sink.add(stem, plural, family)
      }
    }
  }

  /// The masculine of a surname that has two genders (Волкова → Волков), or nil.
  static func masculine(_ word: Letters) -> Letters? {
    guard word.letterCount > 3 else { return nil }
    if word.endsWithAny("ов ев ёв ин ын") { return word }
    if word.endsWithAny("ова ева ёва ина ына") { return word.dropping(1) }
    if word.endsWithAny("ский цкий ской цкой ый ой ний жий чий ший щий кий гий хий") { return word }
    if let hard = word.replacingEnd("ская", "ский") ?? word.replacingEnd("цкая", "цкий") {
      return hard
    }
    if word.endsWithAny("кая гая хая жая чая шая щая") { return word.dropping(2) + "ий" }
    if word.ends("ая") { return word.dropping(2) + "ый" }
    if word.ends("яя") { return word.dropping(2) + "ий" }
    return nil
  }

  private static func adjective(_ word: Letters, _ source: FormSource, into sink: inout FormSink) {
    let stem = word.dropping(2)
    let last = stem.lastScalar
    if Letter.isVelar(last) || Letter.isHushing(last) {
      sink.add(stem, "ий ой ого его ому ему им ом ем ая ую ой ою ие их ими", source)
    } else if word.ends("ий") {
      sink.add(stem, "ий его ему им ем яя юю ей ею ие их ими", source)
    } else {
      sink.add(stem, "ый ой ого ому ым ом ая ую ой ою ые ых ыми", source)
    }
  }

  /// The stems of the oblique cases: with and without the fleeting vowel.
  private static func stems(_ word: Letters) -> [Letters] {
    var out = [word]
    if word == Array("лев".utf8) { return [word, Array("льв".utf8)] }
    guard word.letterCount > 3 else { return out }
    if let short = word.replacingEnd("яц", "йц") { return [word, short] }
    let last = word.lastScalar
    let vowel = word.scalarBeforeLast
    guard vowel == 0x435 || vowel == 0x451 || vowel == 0x43E else { return out }
    let root = word.dropping(2)
    let final = Array(word.units.last ?? [])
    guard Letter.isCyrillicConsonant(root.lastScalar) || Letter.isVowel(root.lastScalar) else {
      return out
    }
    // ок, ек, ёк, ец, ел, ёл, ень, ень, ер, от, ел: Дубок, Кравец, Павел, Орёл, Корень, Любовь
    switch last {
    case 0x43A, 0x446, 0x43B, 0x43D, 0x440, 0x432:
      if Letter.isVowel(root.lastScalar) {
        out.append(root + "й" + final)
      } else {
        out.append(root + final)
        if vowel != 0x43E { out.append(root + "ь" + final) }
      }
    default: break
    }
    return out
  }
}

func + (word: Letters, ending: ArraySlice<UInt8>) -> Letters { word + Array(ending) }
