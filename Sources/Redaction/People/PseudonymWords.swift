/// A pseudonym in one language, word by word: what stands for a given name, for its diminutive, for
/// a patronymic and for a surname.
struct PseudonymWords: Sendable, Hashable {
  /// The words as they are written.
  var given: String
  /// The diminutive that the tables know of the name.
  var short: String?
  /// Given with the name, or drawn.
  var patronymic: String?
  var surname: String?
  /// The gender that the name itself has; unknown where both are called so.
  var gender: Gender

  /// The words of a pseudonym as it was given or drawn.
  ///
  /// - Parameter personGender: of the person it stands for, where the name does not tell.
  init(_ text: String, personGender: Gender) {
    var words = text.split(separator: " ").map(String.init)
    let letters = words.map { Letters(letters: Array($0.utf8)) }
    if words.count > 2,
      let index = letters.indices.dropFirst().first(where: {
        NameWords.isPatronymic(letters[$0])
      })
    {
      patronymic = words.remove(at: index)
    }
    given = words.first ?? text
    gender = Self.gender(of: Letters(letters: Array(given.utf8)), personGender)
    guard words.count == 2, words[1].unicodeScalars.allSatisfy(\.properties.isAlphabetic) else {
      if words.count > 1 { given = words.joined(separator: " ") }
      return
    }
    surname = words[1]
  }

  /// The gender of a given name by the table, else by what it is given for, else by its ending.
  static func gender(of name: Letters, _ person: Gender) -> Gender {
    let table = Diminutives.table
    let genders = Set(table.lines(of: name).map { table.lines[$0].gender })
    if genders.count == 1, let only = genders.first { return only }
    if person != .unknown { return person }
    guard Script(of: name) == .cyrillic else { return .unknown }
    switch name.lastScalar {
    case 0x430, 0x44F: return .female
    case 0x439, 0x44C, 0x43E: return .male
    default: return Letter.isCyrillicConsonant(name.lastScalar) ? .male : .unknown
    }
  }

  /// The diminutives of a given name, those that show it best first.
  static func shorts(of name: Letters, _ gender: Gender, _ language: Language) -> [Letters] {
    let table = Diminutives.table
    var found: [Letters] = []
    for index in table.lines(named: name, gender) {
      for short in table.lines[index].short where isOf(language, short) && !found.contains(short) {
        found.append(short)
      }
    }
    let units = name.units.prefix(2)
    func rank(_ word: Letters) -> Int {
      let isSoft = word.lastScalar == 0x430 || word.lastScalar == 0x44F
      guard isSoft || Script(of: word) == .latin, word.letterCount > 2 else { return 2 }
      return zip(units, word.units).allSatisfy { $0.elementsEqual($1) } ? 0 : 1
    }
    return found.enumerated().sorted {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }
    .map(\.element)
  }

  /// Whether a word can stand in a text of the language.
  private static func isOf(_ language: Language, _ word: Letters) -> Bool {
    guard let slavic = SlavicLanguage(language) else { return Script(of: word) == .latin }
    return Script(of: word) == .cyrillic
      && !slavic.pick(Orthography.isUkrainian(word), Orthography.isRussian(word))
  }

  /// The surname as a man, a woman or a family bears it: "Орлов" of a woman is "Орлова".
  func surname(_ gender: Gender, _ language: Language) -> String? {
    guard let surname else { return nil }
    let word = Letters(letters: Array(surname.utf8))
    guard Script(of: word) == .cyrillic, let slavic = SlavicLanguage(language) else {
      return surname
    }
    let fitted =
      slavic.pick(
        RussianParadigm.surname(word, as: gender), UkrainianParadigm.surname(word, as: gender))
    return fitted == word ? surname : Self.capitalized(fitted)
  }

  /// The word with a capital.
  static func capitalized(_ word: Letters) -> String {
    let text = String(decoding: word, as: UTF8.self)
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}

/// The patronymics that are drawn for pseudonyms: fathers' names with both forms, in Russian and in
/// Ukrainian.
enum PseudonymPatronymics {
  /// One father's name.
  struct Father: Sendable {
    var russian: (masculine: Letters, feminine: Letters)
    var ukrainian: (masculine: Letters, feminine: Letters)

    /// The patronymic in a language.
    func patronymic(_ gender: Gender, _ language: Language) -> String {
      let pair = SlavicLanguage(language)?.pick(russian, ukrainian) ?? russian
      let word = gender == .female ? pair.feminine : pair.masculine
      return PseudonymWords.capitalized(
        language.isSlavic
          ? word : LatinSpelling.spelling(of: word, ukrainian: false, in: language))
    }
  }

  static let fathers: [Father] = {
    var out: [Father] = []
    list.forEachWord { entry in
      let words = entry.split(separator: 0x2F).map { Array($0) }
      guard words.count == 4 else { return }
      out.append(Father(russian: (words[0], words[1]), ukrainian: (words[2], words[3])))
    }
    return out
  }()

  /// The one that a case and a person draw: a function of the ids alone, real names only exclude.
  static func draw(key: PseudonymKey, id: String, keepingFrom taken: RealNames) -> Father? {
    let seed = key.seed([id, "father"])
    let first = Int(seed % UInt64(fathers.count))
    var fallback: Father?
    for step in fathers.indices {
      let father = fathers[(first + step) % fathers.count]
      switch nearness(father, taken) {
      case .apart: return father
      case .sharesInitial: fallback = fallback ?? father
      default: continue
      }
    }
    return fallback
  }

  private static func nearness(_ father: Father, _ taken: RealNames) -> Nearness {
    let words = [
      father.russian.masculine, father.russian.feminine, father.ukrainian.masculine,
      father.ukrainian.feminine,
    ]
    return words.map { taken.nearness(of: $0) }.max() ?? .apart
  }

  /// Whether a folded word is a form of a patronymic that can be drawn, in any language.
  static func mayBeDrawn(_ key: FoldedKey) -> Bool { forms.contains(key) }

  private static let forms: Set<FoldedKey> = {
    var out: Set<FoldedKey> = []
    for father in fathers {
      for gender in [Gender.male, .female] {
        for language in Language.written {
          let word = father.patronymic(gender, language)
          for form in PseudonymForms.forms(word, .patronymic, gender, language) {
            out.insert(FoldedKey(folded: form))
          }
        }
      }
    }
    return out
  }()

  private static let list: StaticString =
    "борисович/борисовна/борисович/борисівна вадимович/вадимовна/вадимович/вадимівна романович/романовна/романович/романівна антонович/антоновна/антонович/антонівна максимович/максимовна/максимович/максимівна степанович/степановна/степанович/степанівна фёдорович/фёдоровна/федорович/федорівна викторович/викторовна/вікторович/вікторівна олегович/олеговна/олегович/олегівна богданович/богдановна/богданович/богданівна маркович/марковна/маркович/марківна глебович/глебовна/глібович/глібівна германович/германовна/германович/германівна захарович/захаровна/захарович/захарівна иванович/ивановна/іванович/іванівна семёнович/семёновна/семенович/семенівна тарасович/тарасовна/тарасович/тарасівна андреевич/андреевна/андрійович/андріївна тимофеевич/тимофеевна/тимофійович/тимофіївна юрьевич/юрьевна/юрійович/юріївна павлович/павловна/павлович/павлівна петрович/петровна/петрович/петрівна данилович/даниловна/данилович/данилівна николаевич/николаевна/миколайович/миколаївна кириллович/кирилловна/кирилович/кирилівна денисович/денисовна/денисович/денисівна эдуардович/эдуардовна/едуардович/едуардівна яковлевич/яковлевна/якович/яківна"
}
