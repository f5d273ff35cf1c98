import Testing

@testable import Redaction

/// How surely one name is known again in the spellings of others, and not taken for another's.
struct SpellingTests {
  /// Whether every word of `other` is a form of a part of the name, each part once.
  private static func matches(_ forms: NameForms, _ other: String) -> Bool {
    let words = other.split { $0 == " " || $0 == "-" }.map { Fold.string(String($0)) }
    var free = Array(forms.parts.indices)
    for word in words {
      guard let index = free.firstIndex(where: { forms.parts[$0].matches(folded: word) }) else {
        return false
      }
      free.remove(at: index)
    }
    return true
  }

  private static func rows(_ table: String, _ separator: Character) -> [(String, [String])] {
    table.split(separator: "\n").compactMap { line in
      let halves = line.split(separator: "|", maxSplits: 1)
      guard halves.count == 2 else { return nil }
      let others = halves[1].split(separator: separator).map { String($0).trimmed }
      return (String(halves[0]).trimmed, others)
    }
  }

  @Test func spellingsOfOneNameAreKnownAgain() {
    var all = 0
    var missed: [String] = []
    for (name, others) in Self.rows(SpellingPairs.same, "|") {
      let forms = NameForms(name: name)
      for other in others {
        all += 1
        if !Self.matches(forms, other) { missed.append("\(name) = \(other)") }
      }
    }
    #expect(all >= 500)
    #expect(Double(missed.count) <= 0.01 * Double(all), "\(missed.count) of \(all): \(missed)")
  }

  @Test(arguments: [
    ("Светлана Тихановская", "Tsikhanouskaya"), ("Светлана Тихановская", "Tsikhanouskaia"),
    ("Светлана Тихановская", "Cichanoŭskaja"), ("Sviatlana Tsikhanouskaya", "Тихановской"),
    ("Sviatlana Tsikhanouskaya", "Tikhanovskaya"), ("Касым-Жомарт Токаев", "Toqajew"),
    ("Касым-Жомарт Токаев", "Toqaev"), ("Евгений Плющенко", "Plouchenko"),
    ("Евгений Плющенко", "Plushenko"), ("Лех Валенса", "Wałęsa"), ("Lech Wałęsa", "Валенсу"),
    ("Lech Wałęsa", "Walensa"), ("Людмила Клюева", "Ludmila Klueva"),
    ("Виктор Дитко", "Dzitko"), ("Zenon Dąbek", "Домбека"),
  ])
  func spellingsByTheEarOfAnotherLanguageAreKnownAgain(_ name: String, _ other: String) {
    #expect(Self.matches(NameForms(name: name), other))
  }

  @Test func similarNamesOfOthersAreToldApart() {
    var all = 0
    var taken: [String] = []
    for (name, others) in Self.rows(SpellingPairs.others, ",") {
      let forms = NameForms(name: name)
      for other in others {
        all += 1
        if Self.matches(forms, other) { taken.append("\(name) = \(other)") }
      }
    }
    #expect(all >= 500)
    #expect(Double(taken.count) <= 0.005 * Double(all), "\(taken.count) of \(all): \(taken)")
  }
}

extension String {
  /// The text without the spaces around it.
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
