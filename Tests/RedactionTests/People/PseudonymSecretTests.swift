import Foundation
import Testing

@testable import Redaction

/// What a pseudonym tells about the name it stands for, to whoever has everything but the secret.
struct PseudonymSecretTests {
  private static let firsts = [
    "Андрей", "Борис", "Виктор", "Григорий", "Денис", "Евгений", "Захар", "Игорь", "Кирилл",
    "Леонид",
    "Максим", "Николай", "Олег", "Павел", "Роман", "Сергей", "Тимофей", "Фёдор", "Юрий", "Яков",
  ]
  private static let lasts = [
    "Абрамов", "Белов", "Волков", "Громов", "Данилов", "Ершов", "Жуков", "Зимин", "Ильин", "Крылов",
    "Лаптев", "Морозов", "Носов", "Орлов", "Панин", "Рыбин", "Соколов", "Титов", "Уваров", "Фомин",
    "Хохлов", "Чернов", "Шубин", "Юдин", "Яшин",
  ]

  private static func person(_ name: String) -> Person {
    Person(id: "p-1", name: name, gender: .male)
  }

  /// A secret of its own for each number.
  static func secret(_ number: UInt64) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    var state = number
    return String(
      (0..<26).map { place in
        state = PseudonymKey.sipHash(state, UInt64(place), [])
        return letters[Int(state % 32)]
      })
  }

  private func drawn(_ name: String, secret: String, caseName: String = "harbour") -> String {
    let file = PeopleFile(caseName: caseName, secret: secret, people: [Self.person(name)])
    return PseudonymDrawing(of: file, parts: NameForms(name: name).parts)
      .people.people[0].pseudonym ?? ""
  }

  @Test func sipHashGivesItsReferenceValues() {
    let (k0, k1): (UInt64, UInt64) = (0x0706_0504_0302_0100, 0x0F0E_0D0C_0B0A_0908)
    #expect(PseudonymKey.sipHash(k0, k1, []) == 0x726F_DB47_DD0E_0E31)
    #expect(PseudonymKey.sipHash(k0, k1, Array(0..<15)) == 0xA129_CA61_49BE_45E5)
    #expect(PseudonymKey.sipHash(k0, k1, Array(0..<8)) == 0x93F5_F579_9A93_2462)
  }

  /// Under a secret that nobody knows the draw falls on each name of the pool that keeps away from
  /// the real one alike; so what a pseudonym tells is what it excludes.
  @Test func aPseudonymTellsNoMoreThanAFifthOfABit() throws {
    // Beside where the name is at home, which a pseudonym is to show.
    let names = (0..<150).map { Self.firsts[$0 % 20] + " " + Self.lasts[$0 * 7 % 25] }
      .filter { NameCulture(of: $0) == .russian }
    let pool = PseudonymPool.table
    let candidates = pool.candidates(.russian, .male)
    #expect(names.count > 100 && candidates.count > 30)
    var share: [[Double]] = []
    for name in names {
      let real = RealNames([NameForms(name: name)])
      let apart = candidates.map { real.nearness(of: $0) == .apart }
      let count = Double(apart.count { $0 })
      #expect(count > 0)
      share.append(apart.map { $0 ? 1 / count : 0 })
    }
    // Mutual information of name and pseudonym, in bits.
    let total = candidates.indices.map { place in
      share.reduce(0) { $0 + $1[place] } / Double(names.count)
    }
    var bits = 0.0
    for row in share {
      for (place, p) in row.enumerated() where p > 0 { bits += p * log2(p / total[place]) }
    }
    bits /= Double(names.count)
    #expect(0.05...0.2 ~= bits, "\(bits) bits")
  }

  @Test func theDrawIsAsEvenAsThatSays() {
    let name = "Николай Волков"
    let real = RealNames([NameForms(name: name)])
    let apart = PseudonymPool.table.candidates(NameCulture(of: name), .male)
      .filter { real.nearness(of: $0) == .apart }
    var counts: [String: Int] = [:]
    let runs = 60 * apart.count
    for number in 0..<runs {
      counts[drawn(name, secret: Self.secret(UInt64(number))), default: 0] += 1
    }
    #expect(counts.count == apart.count)
    // Each is drawn 60 times on average; six standard deviations to either side.
    #expect(counts.values.allSatisfy { 14...106 ~= $0 }, "\(counts.values.sorted())")
  }

  @Test func whoeverGuessesWithoutTheSecretLearnsNothing() {
    let published = drawn("Николай Волков", secret: Self.secret(1))
    // The right guess gives the published pseudonym no more often than any other.
    let right = (2..<202).count {
      drawn("Николай Волков", secret: Self.secret($0)) == published
    }
    let wrong = (2..<202).count { drawn("Олег Титов", secret: Self.secret($0)) == published }
    #expect(right < 25 && wrong < 25)
    #expect(drawn("Николай Волков", secret: "") == drawn("Николай Волков", secret: ""))
  }

  @Test func whoSharesASecretDrawsTheSame() {
    let secret = Self.secret(7)
    #expect(
      drawn("Николай Волков", secret: secret, caseName: "a")
        == drawn("Николай Волков", secret: secret.lowercased(), caseName: "b"))
    let different = Set((0..<40).map { drawn("Николай Волков", secret: Self.secret($0)) })
    #expect(different.count > 10)
  }

  @Test func aSecretIsReadAndWritten() throws {
    let yaml = "case: x\nsecret: \(Self.secret(3))\npeople: []\n"
    let file = try PeopleFile(yaml: yaml, file: "p.yaml")
    #expect(file.secret == Self.secret(3) && file.yaml() == yaml)
    for bad in ["abc", Self.secret(3) + "A", String(repeating: "1", count: 26)] {
      #expect(throws: PolicyError.self) {
        try PeopleFile(yaml: "secret: \(bad)\npeople: []\n", file: "p.yaml")
      }
    }
  }

  @Test func withoutOneTheCaseNameCounts() {
    #expect(PeopleFile(people: [Self.person("Oleg Titov")]).canBeDrawnAgain)
    #expect(
      !PeopleFile(secret: Self.secret(1), people: [Self.person("Oleg Titov")]).canBeDrawnAgain)
    var given = Self.person("Oleg Titov")
    given.pseudonym = "Pavel"
    #expect(!PeopleFile(people: [given]).canBeDrawnAgain)
  }

  // MARK: Given pseudonyms

  @Test(
    arguments: [
      "Nikolai", "Nikolai Brandt", "Kolya", "Mirela", "Николай", "NIKOLAI", "Niko\u{200D}lai",
      "\u{202E}ialokiN", "\u{2066}Nikolai\u{2069}", "Brandt",
    ])
  func aGivenPseudonymThatIsAProtectedNameIsNotUsed(_ pseudonym: String) {
    let yaml = """
      people:
        - {id: p-1, name: Nikolai Brandt, gender: m, status: protected, pseudonym: "\(pseudonym)"}
        - {id: p-2, name: Mirela Kovac, gender: f, status: protected}
      """
    guard let file = try? PeopleFile(yaml: yaml, file: "p.yaml") else { return }
    let pipeline = Pipeline(policy: Policy.shipped(named: "press")!, people: file, reader: .fast)
    #expect(pipeline.tellingPseudonyms.map(\.id) == ["p-1"])
  }

  @Test(
    arguments: [
      "<script>alert(1)</script>", "Pavel<b>", "Pa*vel", "&#80;avel", "Pavel\u{1B}[31m",
      "Pavel/Ivan", "P_avel", "[Pavel](x)",
    ])
  func markupIsNoPseudonym(_ pseudonym: String) {
    #expect(throws: PolicyError.self) {
      try PeopleFile(
        yaml: "people:\n  - {id: p-1, name: Bo Li, pseudonym: '\(pseudonym)'}\n", file: "p.yaml")
    }
  }

  @Test(
    arguments: ["Pavel", "Andrei", "Wolfgang", "W-017", "Jean-Pierre St. Clair", "O’Dowd", "小花"])
  func anyOtherIs(_ pseudonym: String) throws {
    let file = try PeopleFile(
      yaml: """
        people:
          - {id: p-1, name: Nikolai Brandt, gender: m, status: protected, pseudonym: \(pseudonym)}
        """, file: "p.yaml")
    let pipeline = Pipeline(policy: Policy.shipped(named: "press")!, people: file, reader: .fast)
    #expect(pipeline.tellingPseudonyms.isEmpty)
  }

  @Test func aByteOrderMarkSaysNothing() throws {
    let people = try PeopleFile(yaml: "\u{FEFF}case: x\npeople: []\n", file: "p.yaml")
    #expect(people.caseName == "x")
    let press = try #require(Policy.shippedSource(named: "press"))
    #expect(try Policy(yaml: Array("\u{FEFF}\(press)".utf8), file: "press.yaml").name == "press")
  }
}
