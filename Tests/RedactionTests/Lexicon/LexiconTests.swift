import CLexicon
import Testing

@testable import Redaction

@Test func everyTableHasASoundHeader() {
  #expect(Lexicon.embedded.countryCount > 240)
}
