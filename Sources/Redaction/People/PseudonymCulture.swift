/// Where a name is at home, as far as a pseudonym has to sound likewise.
enum NameCulture: String, Sendable, CaseIterable {
  case russian, ukrainian, belarusian, english, irish, french, spanish, arabic, afghan
  case centralasian, caucasus, georgian, armenian, burmese, eritrean, african, eastafrican
  case chinese, balkan, generic

  /// The culture itself, its neighbours, then all the others.
  var order: [NameCulture] {
    let near: [NameCulture] =
      switch self {
      case .russian: [.belarusian, .ukrainian]
      case .ukrainian: [.belarusian, .russian]
      case .belarusian: [.russian, .ukrainian]
      case .english: [.irish, .generic]
      case .irish: [.english, .generic]
      case .french: [.african, .spanish, .generic]
      case .african: [.french, .eastafrican]
      case .eastafrican: [.african, .eritrean, .arabic]
      case .eritrean: [.eastafrican, .arabic]
      case .spanish: [.french, .generic]
      case .arabic: [.afghan, .caucasus]
      case .afghan: [.arabic, .centralasian]
      case .centralasian: [.caucasus, .afghan]
      case .caucasus: [.centralasian, .arabic]
      case .georgian: [.armenian, .caucasus]
      case .armenian: [.georgian, .caucasus]
      case .burmese: [.chinese]
      case .chinese: [.burmese]
      case .balkan, .generic: [.generic, .english, .french]
      }
    let first = [self] + near
    return first + NameCulture.allCases.filter { !first.contains($0) }
  }

  /// The culture that the script, the endings and the given name of a canonical name speak for.
  init(of name: String) {
    let words = NameWords(name).words.filter { $0.role != .particle && !$0.isInitial }
    for word in words {
      if let told = Self.ending(word.letters) {
        self = told
        return
      }
    }
    let table = Diminutives.table
    for word in words where word.role != .surname {
      for index in table.lines(named: word.letters, .unknown) {
        if let told = Self.tags[String(decoding: table.lines[index].culture, as: UTF8.self)] {
          guard told == .russian else {
            self = told
            return
          }
          // Margaret and Маргарита share a line: only one of them is Slavic.
          self =
            Self.isSlavic(word.letters, table.lines[index])
            ? Self.slavic(words) : Self.western(name, words)
          return
        }
      }
    }
    self =
      words.contains { Script(of: $0.letters) == .cyrillic }
      ? Self.slavic(words) : Self.sound(words)
  }

  private static func slavic(_ words: [NameWords.Word]) -> NameCulture {
    let isUkrainian = words.contains {
      Orthography.isUkrainian($0.letters) || $0.letters.endsWithAny("івна івна енко чук нюк шин")
    }
    return isUkrainian ? .ukrainian : .russian
  }

  private static func isSlavic(_ word: Letters, _ line: Diminutives.Line) -> Bool {
    if Script(of: word) == .cyrillic { return true }
    let keys = CyrillicSpelling.spellings(of: word, limit: 12).map(Diminutives.key)
    return line.names.contains { Script(of: $0) == .cyrillic && keys.contains(Diminutives.key($0)) }
  }

  private static func western(_ name: String, _ words: [NameWords.Word]) -> NameCulture {
    let told = sound(words)
    if told != .generic { return told }
    let marks = Set(name.unicodeScalars.map(\.value))
    if !marks.isDisjoint(with: [0xE8, 0xE7, 0xEA, 0xEF, 0xEB, 0xE0]) { return .french }
    if !marks.isDisjoint(with: [0xF1, 0xED, 0xF3, 0xFA, 0xE1]) { return .spanish }
    return marks.contains(0xE9) ? .french : .english
  }

  private static func ending(_ word: Letters) -> NameCulture? {
    if Orthography.isTurkic(word) { return .centralasian }
    if word.endsWithAny("швили дзе дзэ швілі shvili dze") { return .georgian }
    if word.endsWithAny("янц янян арян осян ссян nyan ryan osyan ssian") { return .armenian }
    if word.endsWithAny("евіч овіч enka ейка аўна оўна") { return .belarusian }
    if word.endsWithAny("енко чук їв ївна enko chuk івна ївна йович ський ська ych") {
      return .ukrainian
    }
    if word.endsWithAny("ovic evic ajic") { return .balkan }
    if word.endsWithAny(
      "баев баева беков бекова бекович галиев ханов ханова лиев лиева uly улы кызы қызы жанов жанова baev bekov"
    ) {
      return .centralasian
    }
    return nil
  }

  private static let onlyBurmese = WordList("culture-burmese")

  /// What only the sound of a Latin name can tell.
  private static func sound(_ words: [NameWords.Word]) -> NameCulture {
    for word in words {
      let letters = word.letters
      if onlyBurmese.contains(String(decoding: letters, as: UTF8.self)) {
        return .burmese
      }
      if letters.begins("gebre") || letters.begins("tesf") || letters.begins("wolde")
        || letters.endsWithAny("awit mariam hiwot afewerki")
      {
        return .eritrean
      }
      if letters.begins("mb") || letters.begins("nd") || letters.begins("nk")
        || letters.begins("ng")
        || letters.endsWithAny("enga anga unga mba mbo ngo nda dou")
      {
        return .african
      }
      if letters.endsWithAny("ullah zai uddin shah yar wali") { return .afghan }
      if letters.begins("mw") || letters.endsWithAny("ngi oki iru") { return .eastafrican }
      if letters.endsWithAny("ez es oso illo") { return .spanish }
      if letters.endsWithAny("ova eva ov ev in ina skaya sky") { return .russian }
    }
    return .generic
  }

  private static let tags: [String: NameCulture] = [
    "ru": .russian, "uk": .ukrainian, "be": .belarusian, "en": .english, "fr": .french,
    "es": .spanish, "ka": .georgian, "hy": .armenian, "az": .caucasus, "kk": .centralasian,
    "ar": .arabic, "ti": .eritrean, "sr": .balkan, "zh": .chinese, "sw": .eastafrican,
    "pl": .generic, "de": .generic,
  ]
}
