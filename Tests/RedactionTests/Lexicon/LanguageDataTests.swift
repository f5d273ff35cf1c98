import Testing

@testable import Redaction

/// The folders of Sources/Languages: each language says what it has to, and nothing else.
struct LanguageDataTests {
  @Test(arguments: Language.written)
  func everyLanguageSaysEverythingInBrackets(_ language: Language) {
    let said = LanguageData.lines(.said, of: language).map(\.columns[0])
    #expect(Set(said) == Set(Said.allCases.map(\.rawValue)))
    #expect(said.count == Set(said).count)
    for what in [Said.decade, .early, .mid, .late, .years] {
      #expect(what.words(language, "1990").contains("1990"), "\(language.rawValue) \(what)")
    }
    #expect(WordList("months", language).words.count == 12)
    #expect(WordList("said-seasons", language).words.count == 4)
    #expect([1, 3].contains(WordList("usual-marker", language).words.count))
    #expect(PseudonymMarker.usual(language).female.first == "(")
  }

  @Test func everyFactIsTrueOfALanguageAndOfNoText() {
    for fact in Grammar.Fact.allCases {
      #expect(Language.written.contains { $0.grammar.has(fact) }, "\(fact)")
      #expect(!Language.none.grammar.has(fact), "\(fact)")
    }
    #expect(Language.written.filter(\.isSlavic).count == 2)
  }

  /// Each noun stands under one general word, of the reader's.
  @Test func everyNounStandsUnderOneWord() {
    for language in Language.written {
      var seen: Set<String> = []
      for (number, columns) in LanguageData.lines(.heads, of: language) {
        let place = "\(language.rawValue) \(number)"
        #expect(columns.count == 2 && GeneralWords.names.contains(columns[0]), "\(place)")
        for noun in columns[1].split(separator: ",") {
          let noun = noun.drop { $0 == " " }
          #expect(
            !noun.isEmpty && noun.lowercased() == noun && !noun.contains(" "), "\(place): \(noun)")
          #expect(seen.insert(Fold.string(String(noun))).inserted, "\(place): \(noun)")
        }
      }
    }
  }

  /// The noun that says what the whole is: the last in English, the first elsewhere, nothing behind a
  /// preposition.
  @Test(
    arguments: [
      ("en", "retired plasterer at a school", "builder"), ("en", "Mill Street", "street"),
      ("en", "school plasterer", "builder"), ("en", "the Plasterers' Rest", nil),
      ("fr", "institutrice maternelle", "teacher"), ("fr", "Port-au-Prince", nil),
      ("fr", "sage-femme à la mairie", "medic"), ("ru", "плавильщиком на заводе", "factoryworker"),
      ("ru", "улице Мира", "street"), ("uk", "вулиці Грибоєдова", "street"),
      ("uk", "колишньою вчителькою", "teacher"), ("uk", "за селом", nil),
    ] as [(String, String, String?)])
  func theHeadTellsTheWord(_ code: String, _ span: String, _ word: String?) throws {
    let language = try #require(Language(rawValue: code))
    let bytes = Array(("x " + span).utf8)
    bytes.withUnsafeBufferPointer { bytes in
      Passages.each(in: bytes, language: language, reading: .facts) { passage in
        let found = HeadWords.of(language).word(of: passage, 1..<passage.count)
        #expect(found.map { GeneralWords.names[$0] } == word)
      }
    }
  }

  /// What is made for each language lies under its own index.
  @Test func everyLanguageHasItsOwnPlace() {
    #expect(Language.allCases.map(\.index).sorted() == Array(Language.allCases.indices))
    let codes = ByLanguage(\.rawValue)
    for language in Language.allCases { #expect(codes[language] == language.rawValue) }
  }

  /// A general word is one of the reader's, or stands for some of them; it is said in every language that
  /// has prose, and what is said can be fitted into a sentence.
  @Test func everyLanguageSaysTheGeneralWords() {
    let written = Language.written.filter { $0.wording != nil }
    let keys = written.map { language in
      LanguageData.lines(.general, of: language).map { $0.columns.prefix(2).joined(separator: " ") }
    }
    #expect(Set(keys.map { $0.sorted() }).count == 1)
    #expect(keys[0].count > 60)
    for language in written {
      for (number, columns) in LanguageData.lines(.general, of: language) {
        #expect(GeneralWords.Sort(rawValue: columns[0]) != nil, "\(language.rawValue) \(number)")
        for word in columns.count > 3 ? columns[3].split(separator: " ") : [Substring(columns[1])] {
          #expect(GeneralWords.names.contains(String(word)), "\(language.rawValue) \(number)")
        }
        // What is said of traits is put into each sentence by rules of its own.
        guard columns[0] != "trait" else { continue }
        let phrase = columns[2]
        switch language {
        case .english: #expect(!English.split(phrase).article.isEmpty, "\(number)")
        case .french: #expect(FrenchNoun(phrase)?.phrase == phrase, "\(number)")
        default:
          let noun = SlavicPhrase(phrase, language)
          #expect(noun?.form(.nominative) == phrase, "\(language.rawValue) \(number)")
          #expect(noun?.form(.instrumental) != phrase, "\(language.rawValue) \(number)")
        }
      }
    }
  }
}
