import Foundation
import Testing

@testable import Redaction

/// The named lists of Sources/Languages: what the code asks for is there, and what is there is asked for.
struct WordListTests {
  private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Sources/Redaction").standardizedFileURL

  /// The names that the sources ask for.
  private static let asked: Set<String> = {
    var names: Set<String> = []
    for case let file as URL in FileManager.default.enumerator(
      at: sources, includingPropertiesForKeys: nil)! where file.pathExtension == "swift"
    {
      let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      for match in text.matches(of: /WordList(?:\.each)?\("([a-z0-9-]+)"/) {
        names.insert(String(match.1))
      }
    }
    return names
  }()

  @Test func everyListIsAskedForAndThere() {
    let there = WordList.all.values.reduce(into: Set<String>()) { $0.formUnion($1.keys) }
    #expect(Self.asked.subtracting(there).isEmpty)
    #expect(there.subtracting(Self.asked).isEmpty)
    #expect(there.count > 3)
  }

  @Test(arguments: Language.written)
  func everyListHasWordsThatStandOnce(_ language: Language) throws {
    for (name, words) in try #require(WordList.all[language]) {
      #expect(!words.isEmpty, "\(language.rawValue) \(name)")
      #expect(Set(words).count == words.count, "\(language.rawValue) \(name)")
      for word in words {
        #expect(!word.contains(where: { "\t{}@#\"".contains($0) }), "\(language.rawValue) \(name)")
      }
    }
  }

  @Test func wordsAreFoundAsTheyAreSpelledAndFolded() {
    let months = WordList("months", .french)
    #expect(months.words.count == 12)
    #expect(months.contains("août") && !months.contains("AOUT"))
    #expect(months.contains(FoldedKey(folded: Fold.string("AOÛT"))))
    #expect(WordList("months", [.english, .french]).words.count == 24)
  }
}
