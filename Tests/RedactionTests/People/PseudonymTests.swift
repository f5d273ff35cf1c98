import Testing

@testable import Redaction

struct PseudonymTests {
  /// A small generator, so that a failing case can be run again.
  private struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private static let names: [(String, Gender)] = [
    ("Борис Лосев", .male), ("Зоя Жигарева", .female), ("Ярина Петренко", .female),
    ("Федір Рудий", .male), ("Khin Moe", .female), ("Gaston Ferrand", .male),
    ("Davit Lomtadze", .male), ("Айдос Тлеуов", .male), ("Hamid Noorzai", .male),
    ("Nuala Quill", .unknown), ("Ernesto Olmedo", .male), ("Mbuyi Lubanzi", .female),
    ("Сацита Ильясова", .female), ("Gebrehiwot", .male), ("Robin Ash", .unknown),
  ]

  private func seeds(_ people: [(String, Gender)]) -> [PersonSeed] {
    people.enumerated().map {
      PersonSeed(id: "p-\($0)", gender: $1.1, culture: NameCulture(of: $1.0), given: nil)
    }
  }

  @Test(arguments: 0..<12)
  func pseudonymsAreUniqueAndKeepAwayFromRealNames(_ run: Int) {
    var random = Random(state: UInt64(run) &* 77 &+ 5)
    let people = Array(Self.names.shuffled(using: &random).prefix(3 + run))
    let forms = people.map { NameForms(name: $0.0, gender: $0.1) }
    let draw = PseudonymPool.table.draw(
      for: seeds(people), key: PseudonymKey(caseName: "case \(run)"), realForms: forms)
    #expect(draw.pseudonyms.count == people.count)
    #expect(Set(draw.pseudonyms.values.map { Fold.string($0.en) }).count == people.count)
    #expect(Set(draw.pseudonyms.values.map { Fold.string($0.ru) }).count == people.count)
    let real = RealNames(forms)
    for (id, pseudonym) in draw.pseudonyms {
      let nearness = real.nearness(of: PseudonymCandidate(pseudonym))
      #expect(nearness < .close)
      if !draw.relaxed.contains(id) { #expect(nearness == .apart) }
    }
  }

  @Test func theOrderOfThePeopleChangesNothing() {
    let people = seeds(Self.names)
    let forms = Self.names.map { NameForms(name: $0.0, gender: $0.1) }
    let pool = PseudonymPool.table
    let a = pool.draw(for: people, key: PseudonymKey(caseName: "c"), realForms: forms)
    let b = pool.draw(
      for: people.reversed(), key: PseudonymKey(caseName: "c"), realForms: forms.reversed())
    #expect(a.pseudonyms == b.pseudonyms)
    #expect(
      a.pseudonyms
        != pool.draw(for: people, key: PseudonymKey(caseName: "d"), realForms: forms).pseudonyms)
  }

  @Test func theNameOnlyExcludes() {
    let seed = PersonSeed(id: "p-1", gender: .male, culture: .russian, given: nil)
    let pool = PseudonymPool.table
    let none = [NameForms]()
    let free = pool.draw(for: [seed], key: PseudonymKey(caseName: "c"), realForms: none).pseudonyms[
      "p-1"]
    var same = 0
    for name in ["Аркадий Щукин", "Захар Щукин", "Эрнест Хохлов", "Юлиан Щукин"] {
      let drawn = pool.draw(
        for: [seed], key: PseudonymKey(caseName: "c"), realForms: [NameForms(name: name)])
      if drawn.pseudonyms["p-1"] == free { same += 1 }
    }
    #expect(same >= 2)
  }

  @Test func aGivenPseudonymStandsAndIsSpelledForEachAlphabet() {
    let spelled = PseudonymSpellings(given: "Андрей")
    #expect(spelled.spelling(in: .russian) == "Андрей")
    #expect(spelled.spelling(in: .english) == "Andrei")
    #expect(spelled.spelling(in: .french) == "Andreï")
    let latin = PseudonymSpellings(given: "Timur")
    #expect(latin.spelling(in: .english) == "Timur")
    #expect(latin.spelling(in: .russian) == "Тимур")
    #expect(PseudonymSpellings(given: "Щедрила").spelling(in: .english) == "Shchedrila")
  }

  @Test func aGivenPseudonymNearARealNameWarns() {
    let forms = [NameForms(name: "Тимур Горин", gender: .male)]
    func warning(_ given: String) -> Nearness? {
      let seed = PersonSeed(id: "p-1", gender: .male, culture: .russian, given: given)
      return PseudonymPool.table.draw(
        for: [seed], key: PseudonymKey(caseName: "c"), realForms: forms
      ).warnings["p-1"]
    }
    #expect(warning("Timur") == .equal)
    #expect(warning("Тимурр") == .close)
    #expect(warning("Gleb") == .sharesInitial)
    #expect(warning("Павел") == nil)
  }

  @Test func morePeopleThanNamesStillGetOneEach() {
    let seeds = (0..<120).map {
      PersonSeed(id: "p-\($0)", gender: .female, culture: .burmese, given: nil)
    }
    let draw = PseudonymPool.table.draw(
      for: seeds, key: PseudonymKey(caseName: "c"), realForms: [NameForms]())
    #expect(Set(draw.pseudonyms.values.map(\.en)).count == 120)
    #expect(Set(draw.pseudonyms.values.map(\.uk)).count == 120)
  }

  @Test func culturesAreTold() {
    let told: [(String, NameCulture)] = [
      ("Борис Лосев", .russian), ("Оксана Гримченко", .ukrainian), ("Levan Lomtadze", .georgian),
      ("Тигран Саркисян", .armenian), ("Бауыржан Тлеуов", .kazakh),
      ("Магомед Эльдаров", .chechen),
      ("Kyaw Htet", .burmese), ("Gebrehiwot Abraha", .tigrinya), ("Joaquín Olmedo", .spanish),
      ("Margaret Quill", .english), ("Mbuyi Lubanzi", .congolese),
    ]
    for (name, culture) in told { #expect(NameCulture(of: name) == culture) }
  }

  @Test(arguments: [
    ("m", "Марина", true), ("f", "Марина", false), ("m", "Marina Orlova", true),
    ("f", "Viktor", true), ("m", "Viktor", false), ("m", "Sasha", false), ("m", "the Baker", false),
  ])
  func aGivenPseudonymOfTheOtherGenderIsUsedWithAWarning(
    _ gender: String, _ pseudonym: String, _ isWarned: Bool
  ) throws {
    let people = try PeopleFile(
      yaml: """
        case: c
        people:
          - {id: p-1, name: Otto Brandt, gender: \(gender), pseudonym: \(pseudonym)}
        """, file: "people")
    let registry = PersonRegistry(people)
    #expect(registry.warnings.contains { $0.contains("other gender") } == isWarned)
    #expect(registry.people.people[0].pseudonym == pseudonym)
  }
}
