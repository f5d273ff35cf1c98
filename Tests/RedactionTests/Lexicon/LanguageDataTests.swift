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

  /// What is made for each language lies under its own index.
  @Test func everyLanguageHasItsOwnPlace() {
    #expect(Language.allCases.map(\.index).sorted() == Array(Language.allCases.indices))
    let codes = ByLanguage(\.rawValue)
    for language in Language.allCases { #expect(codes[language] == language.rawValue) }
  }
}
