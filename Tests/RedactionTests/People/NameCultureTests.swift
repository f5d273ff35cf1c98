import Testing

@testable import Redaction

struct NameCultureTests {
  private static func people(_ names: String...) -> [NameCulture] {
    NameCulture.all(
      of: names.enumerated().map { Person(id: "p-\($0)", name: $1) })
  }

  /// A name is at home where its nominative is, in whatever case it stands.
  @Test(arguments: ["Андреем", "Андрею", "Андрея", "Олегом", "Ольгой"])
  func aCaseIsNoOtherName(_ name: String) {
    #expect(NameCulture.told(by: name).contains(.russian), "\(name)")
  }

  @Test func whatANameTellsComesBeforeAllAroundIt() {
    let told: [(String, NameCulture)] = [
      ("Zarghuna Noorzai", .afghan), ("Эркебулан Сатыбеков", .kazakh),
      ("Оделия Ткаченко", .ukrainian),
      ("Fatoumata Diallo", .malian), ("Nguyễn Thu", .vietnamese), ("Adebayo Olufemi", .yoruba),
      ("Давлатмо Рахмонзода", .tajik), ("Сацита Ильясова", .chechen), ("Айталина", .sakha),
      ("Ródica Munteanu", .romanian), ("Dragan Petrović", .balkan), ("Otar Lomidze", .georgian),
      ("Warsame Dirie", .somali), ("Kyaw Zin", .burmese), ("Szabolcs Nagy", .hungarian),
    ]
    for (name, culture) in told {
      let other: NameCulture = culture == .malagasy ? .maori : .malagasy
      #expect(
        NameCulture.chosen(of: NameCulture.told(by: name), among: [other]) == culture, "\(name)")
    }
  }

  @Test func aNameOfManyPeoplesIsThatOfWhereItStands() {
    let told = NameCulture.told(by: "Amina")
    for culture in [NameCulture.afghan, .somali, .hausa, .arabic] {
      #expect(NameCulture.chosen(of: told, among: [.khmer, culture]) == culture)
    }
    // A neighbour of those whose name it is comes before strangers.
    #expect(NameCulture.chosen(of: [.arabic], among: [.kurdish]) == .arabic)
    #expect(NameCulture.chosen(of: [.somali, .arabic], among: [.khmer, .kurdish]) == .kurdish)
  }

  @Test func aNameThatSaysNothingIsThatOfRelativesThenOfTheCase() {
    #expect(
      Self.people("Zarghuna Vorrim", "Qopp Vorrim", "Otar Lomidze", "Tengiz Lomidze")
        == [.afghan, .afghan, .georgian, .georgian])
    #expect(Self.people("Qopp Vorrim", "Otar Lomidze") == [.georgian, .georgian])
    #expect(Self.people("Qopp Vorrim") == [.generic])
  }

  @Test func theOrderOfThePeopleChangesNothing() {
    let names = ["Zarghuna Vorrim", "Qopp Vorrim", "Otar Lomidze", "Tengiz Lomidze", "Amina"]
    let people = names.enumerated().map { Person(id: "p-\($0)", name: $1) }
    let turned = Array(NameCulture.all(of: people.reversed()).reversed())
    #expect(NameCulture.all(of: people) == turned)
  }

  @Test func everyCaseOfAFirstNameTellsTheSame() {
    for word in ["Зелимхана", "Зелимхану", "Зелимханом"] {
      #expect(NameCulture.told(by: word) == NameCulture.told(by: "Зелимхан"), "\(word)")
    }
  }

  @Test func aPatronymicStandsOnlyWherePeopleHaveThem() {
    let told = NameCulture.told(by: "Назира Бактыбековна")
    #expect(told == told.filter(\.hasPatronymic) && !told.isEmpty)
    let pool = PseudonymPool.table
    for culture in NameCulture.allCases where culture != .generic {
      for gender in [Gender.male, .female] {
        for candidate in pool.candidates(culture, gender) {
          let isKnown = pool.cultures(naming: Array(candidate.spellings.ru.utf8)).contains {
            $0.hasPatronymic
          }
          let takes = pool.takesPatronymic(candidate.spellings.ru)
          #expect(
            takes == isKnown && (takes || !culture.hasPatronymic), "\(candidate.spellings.ru)")
        }
      }
    }
    #expect(!pool.takesPatronymic("Zarghuna"))
    #expect(pool.takesPatronymic("Щедрила"))
  }

  /// Two of a culture are never so short of names that a stranger's stands in.
  @Test func aPseudonymIsOfTheCultureOrOfANeighbour() {
    let initials = "ADKMST".map { NameForms(name: "\($0)orrim") }
    for culture in NameCulture.allCases where culture != .generic {
      let familiar = [culture] + culture.near
      for gender in [Gender.male, .female] {
        let seeds = (0..<6).map {
          PersonSeed(id: "p-\($0)", gender: gender, culture: culture, given: nil)
        }
        let draw = PseudonymPool.table.draw(
          for: seeds, key: PseudonymKey(caseName: "c"), realForms: initials)
        for spellings in draw.pseudonyms.values {
          let known = familiar.contains {
            PseudonymPool.table.candidates($0, gender).contains { $0.spellings == spellings }
          }
          #expect(known, "\(culture): \(spellings.en)")
        }
      }
    }
  }
}

/// What every pool of names must be.
struct PseudonymPoolTests {
  private static let cultures = NameCulture.allCases.flatMap { culture in
    [Gender.male, .female].map { (culture, $0) }
  }

  @Test func everyPoolHasFortyNamesOfEachGender() {
    for (culture, gender) in Self.cultures {
      #expect(
        PseudonymPool.table.candidates(culture, gender).count >= 40, "\(culture) \(gender.rawValue)"
      )
    }
  }

  @Test func everySpellingIsInTheLettersOfItsLanguage() {
    let russian = Set("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
    let ukrainian = Set("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'")
    for (culture, gender) in Self.cultures {
      for candidate in PseudonymPool.table.candidates(culture, gender) {
        let four = candidate.spellings
        let isCyrillic =
          four.ru.lowercased().allSatisfy { russian.contains($0) }
          && four.uk.lowercased().allSatisfy { ukrainian.contains($0) }
        let isLatin = (four.en + four.fr).unicodeScalars.allSatisfy {
          $0.properties.isAlphabetic && Fold.script($0.value) == .latin
        }
        let isCapital = [four.en, four.fr, four.ru, four.uk].allSatisfy {
          $0.first?.isUppercase == true
        }
        #expect(
          isCyrillic && isLatin && isCapital,
          "\(culture) \(four.en)/\(four.fr)/\(four.ru)/\(four.uk)")
      }
    }
  }

  /// Without the soft signs and doubled letters in which variants of one name differ.
  @Test func noTwoNamesOfAPoolAreOne() {
    for (culture, gender) in Self.cultures {
      var seen: Set<String> = []
      for candidate in PseudonymPool.table.candidates(culture, gender) {
        var plain = ""
        for letter in Fold.string(candidate.spellings.ru)
        where letter != "ь" && plain.last != letter {
          plain.append(letter)
        }
        #expect(seen.insert(plain).inserted, "\(culture) \(candidate.spellings.ru)")
      }
    }
  }

  @Test func noNameIsAWordACountryOrACity() {
    let lexicon = Lexicon.embedded
    let languages: [Language] = [.english, .french, .russian, .ukrainian]
    for (culture, gender) in Self.cultures {
      for candidate in PseudonymPool.table.candidates(culture, gender) {
        let four = candidate.spellings
        for (word, language) in zip([four.en, four.fr, four.ru, four.uk], languages) {
          let isOrdinary = Array(word.utf8).withUnsafeBufferPointer {
            lexicon.isOrdinary($0, in: language)
          }
          let key = FoldedKey(folded: Fold.bytes(Array(word.utf8)))
          let place = lexicon.place(key)
          let isCity =
            place.map { $0.size >= .city && !$0.isAlternateName && $0.size != .region } ?? false
          #expect(
            // The dictionary has "павло" in small letters.
            (!isOrdinary || word == "Павло") && lexicon.country(key)?.kinds.contains(.name) != true
              && !(isCity && lexicon.name(key).isEmpty),
            "\(culture) \(word)")
        }
      }
    }
  }
}
