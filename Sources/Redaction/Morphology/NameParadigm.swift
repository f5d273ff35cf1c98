/// What a form of a name may be: its cases as a masculine, as a feminine, and in the plural.
///
/// "Волкова" is the genitive and accusative of a man's name and the nominative of a woman's.
struct FormSlots: Sendable, Hashable {
  var masculine: CaseSet = []
  var feminine: CaseSet = []
  var plural: CaseSet = []

  static let none = FormSlots()

  var isEmpty: Bool { masculine.isEmpty && feminine.isEmpty && plural.isEmpty }

  /// What both may be.
  func intersection(_ other: FormSlots) -> FormSlots {
    FormSlots(
      masculine: masculine.intersection(other.masculine),
      feminine: feminine.intersection(other.feminine), plural: plural.intersection(other.plural))
  }

  /// The cases in the singular of a gender, or of either where that one and the plural have none; nil
  /// where there are none.
  func singular(_ gender: Gender) -> CaseSet? {
    let either = masculine.union(feminine)
    var cases =
      switch gender {
      case .male: masculine
      case .female: feminine
      case .unknown: either
      }
    if cases.isEmpty, plural.isEmpty { cases = either }
    return cases.isEmpty ? nil : cases
  }

  /// What either may be.
  func union(_ other: FormSlots) -> FormSlots {
    FormSlots(
      masculine: masculine.union(other.masculine), feminine: feminine.union(other.feminine),
      plural: plural.union(other.plural))
  }
}

/// The number of a noun.
enum GrammaticalNumber: Sendable, Hashable { case singular, plural }

/// The forms of one name in one gender: seven cases of the singular and of the plural. A cell holds
/// the form to write first, then others that are right as well.
struct NameParadigm: Sendable, Equatable {
  private(set) var singular = [[Letters]](repeating: [], count: 7)
  private(set) var plural = [[Letters]](repeating: [], count: 7)
  /// The same in every case.
  private(set) var isIndeclinable = false

  /// A name that no case changes.
  init(indeclinable word: Letters) {
    singular = [[Letters]](repeating: [word], count: 7)
    plural = singular
    isIndeclinable = true
  }

  /// A name by its nominative stem and the stem of all other cases, with their endings.
  ///
  /// - Parameters:
  ///   - endings: nominative, genitive, dative, accusative, instrumental, locative and vocative,
  ///     separated by spaces; "|" between variants, "-" for none; "=" takes the nominative.
  ///   - plurals: the same for the plural, where the stem is always the oblique one.
  init(_ word: Letters, _ oblique: Letters, _ endings: StaticString, plural plurals: StaticString) {
    Self.fill(&singular, word, oblique, endings)
    Self.fill(&plural, nil, oblique, plurals)
  }

  /// The form of a case to write.
  func form(_ which: GrammaticalCase, _ number: GrammaticalNumber = .singular) -> Letters {
    let cells = number == .singular ? singular : plural
    return cells[Int(which.rawValue)].first ?? singular[0].first ?? []
  }

  /// All forms of a case.
  func forms(_ which: GrammaticalCase, _ number: GrammaticalNumber) -> [Letters] {
    (number == .singular ? singular : plural)[Int(which.rawValue)]
  }

  /// Adds a variant to a cell of the singular.
  mutating func add(_ form: Letters, _ which: GrammaticalCase) {
    singular[Int(which.rawValue)].append(form)
  }

  /// A double name, both halves of which are declined: Римский-Корсаков.
  func joined(to other: NameParadigm) -> NameParadigm {
    var both = self
    for one in GrammaticalCase.allCases {
      for number in [GrammaticalNumber.singular, .plural] {
        both.set([form(one, number) + [0x2D] + other.form(one, number)], one, number)
      }
    }
    both.isIndeclinable = isIndeclinable && other.isIndeclinable
    return both
  }

  /// Puts other forms in a cell.
  mutating func set(_ forms: [Letters], _ which: GrammaticalCase, _ number: GrammaticalNumber) {
    if number == .singular {
      singular[Int(which.rawValue)] = forms
    } else {
      plural[Int(which.rawValue)] = forms
    }
  }

  /// The cases in which a folded word, where ё is е, is a form of the name.
  func cases(of folded: Letters) -> (singular: CaseSet, plural: CaseSet) {
    (Self.cases(of: folded, in: singular), Self.cases(of: folded, in: plural))
  }

  private static func cases(of folded: Letters, in cells: [[Letters]]) -> CaseSet {
    var found: CaseSet = []
    for one in GrammaticalCase.allCases
    where cells[Int(one.rawValue)].contains(where: { $0.isSpelled(folded) }) {
      found.insert(CaseSet(one))
    }
    return found
  }

  private static func fill(
    _ cells: inout [[Letters]], _ word: Letters?, _ oblique: Letters, _ endings: StaticString
  ) {
    var column = 0
    var nominative: [Letters] = []
    endings.forEachWord { cell in
      guard column < 7 else { return }
      if cell.elementsEqual([0x3D]) {
        cells[column] = nominative
      } else {
        for ending in cell.split(separator: 0x7C, omittingEmptySubsequences: false) {
          let bare = ending.elementsEqual([0x2D])
          if column == 0, let word {
            cells[0].append(word)
          } else {
            cells[column].append(bare ? oblique : oblique + Array(ending))
          }
        }
        if column == 0 { nominative = cells[0] }
      }
      column += 1
    }
  }
}

extension Letters {
  /// Whether the word is the folded one, a ё of its own standing for е.
  func isSpelled(_ folded: Letters) -> Bool {
    guard count == folded.count else { return false }
    var index = 0
    while index < count {
      if self[index] != folded[index] {
        guard index + 1 < count, self[index] == 0xD1, self[index + 1] == 0x91,
          folded[index] == 0xD0, folded[index + 1] == 0xB5
        else { return false }
        index += 1
      }
      index += 1
    }
    return true
  }
}

/// The two languages whose names are declined here.
enum SlavicLanguage: Sendable, Hashable {
  case russian, ukrainian

  /// The language itself.
  var language: Language { self == .russian ? .russian : .ukrainian }

  /// The language of a text, where it is one of the two.
  init?(_ language: Language) {
    switch language {
    case .russian: self = .russian
    case .ukrainian: self = .ukrainian
    default: return nil
    }
  }

  /// What is said or known in the one, or in the other.
  func pick<Value>(
    _ russian: @autoclosure () -> Value, _ ukrainian: @autoclosure () -> Value
  ) -> Value {
    self == .russian ? russian() : ukrainian()
  }

  /// The labelled forms of a name in its nominative.
  ///
  /// - Parameters:
  ///   - role: a given name, a patronymic or a surname; anything else is declined as a given name.
  ///   - gender: of the person; where it is unknown the ending tells.
  func paradigm(of word: Letters, _ role: NameRole, _ gender: Gender) -> NameParadigm {
    if let hyphen = word.firstIndex(of: 0x2D), hyphen > 0, hyphen + 1 < word.count {
      let first = paradigm(of: Array(word[..<hyphen]), role, gender)
      return first.joined(to: paradigm(of: Array(word[(hyphen + 1)...]), role, gender))
    }
    return switch (self, role) {
    case (.russian, .surname): RussianParadigm.surname(word, gender)
    case (.russian, .patronymic): RussianParadigm.patronymic(word)
    case (.russian, _): RussianParadigm.given(word, gender)
    case (.ukrainian, .surname): UkrainianParadigm.surname(word, gender)
    case (.ukrainian, .patronymic): UkrainianParadigm.patronymic(word)
    case (.ukrainian, _): UkrainianParadigm.given(word, gender)
    }
  }
}
