import Testing

@testable import Redaction

/// What is said of a trade or a trait of which no table knows more than its kind: words that play
/// the same part in their sentence.
struct SaidByKindTests {
  /// A sentence with the span in brackets, and what becomes of it.
  @Test(
    arguments: [
      ("He [drove the bread van] for years.", "He worked for years."),
      ("She [mends nets] here.", "She works here."),
      ("I [mend nets] here.", "I work here."),
      ("He was paid for [mending nets].", "He was paid for working."),
      ("She was the only [lock-keeper].", "She was the only worker."),
      ("They asked [the sea-urchin divers].", "They asked workers."),
      ("He slept in the [rice store].", "He slept in a workplace."),
      ("Occupation: [crane operator]", "Occupation: a worker"),
    ])
  func anEnglishTrade(_ written: String, _ expected: String) {
    #expect(said(written) { English.job("", .described, in: $0) } == expected)
  }

  @Test(
    arguments: [
      ("She [stammers] at night.", "She has a distinguishing feature at night."),
      ("I [lost two toes] there.", "I was injured there."),
      ("She has [one brown eye and one grey].", "She has a distinguishing feature."),
      ("He is the [only son of nine].", "He is from a particular family."),
      ("He was [dressed as a girl].", "He was in a particular situation."),
      ("A man [without a thumb] came.", "A man with a distinguishing feature came."),
    ])
  func anEnglishTrait(_ written: String, _ expected: String) {
    #expect(said(written) { English.trait(in: $0) } == expected)
  }

  @Test(
    arguments: [
      ("J'[accordais les pianos] alors.", "Je travaillais alors."),
      ("Mon frère [réparait des horloges].", "Mon frère travaillait."),
      ("Elle [vend des beignets].", "Elle travaille."),
      ("Il a [accordé des orgues].", "Il a travaillé."),
      ("Elle voulait [accorder des orgues].", "Elle voulait travailler."),
    ])
  func aFrenchTrade(_ written: String, _ expected: String) {
    #expect(said(written) { French.job("", .described, FrenchFrame($0), nil) } == expected)
  }

  @Test(
    arguments: [
      ("Il [bégayait] beaucoup.", "Il […] beaucoup."),
      ("Elle est [malbaraise].", "Elle est dans une situation particulière."),
      ("Il a [perdu deux doigts].", "Il a été blessé."),
      ("Un homme [sans bras] criait.", "Un homme avec une particularité criait."),
    ])
  func aFrenchTrait(_ written: String, _ expected: String) {
    #expect(said(written) { French.trait("", FrenchFrame($0)) } == expected)
  }

  @Test(
    arguments: [
      ("Мать [шила паруса] дома.", Language.russian, "Мать работала дома."),
      ("Он [чинит лодки].", .russian, "Он работает."),
      ("Я [пекла просвиры].", .russian, "Я работала."),
      ("Він [лагодив баяни].", .ukrainian, "Він працював."),
      ("Я сама [варю мило].", .ukrainian, "Я сама працюю."),
      ("Вони [печуть пироги].", .ukrainian, "Вони працюють."),
    ] as [(String, Language, String)])
  func aSlavicTrade(_ written: String, _ language: Language, _ expected: String) {
    let fitting = said(written) { SlavicPeople.job("", .described, SlavicSpot($0, language)) }
    #expect(fitting == expected)
  }

  @Test(
    arguments: [
      ("Он [заикается] с тех пор.", Language.russian, "Он […] с тех пор."),
      ("Он [потерял два пальца].", .russian, "Он получил травму."),
      ("У него [шрам через щёку].", .russian, "У него особая примета."),
      ("Человек [без руки] стоял.", .russian, "Человек с особой приметой стоял."),
      ("Має [целіакію] змалку.", .ukrainian, "Має хворобу змалку."),
      ("Вона [втратила пальці].", .ukrainian, "Вона зазнала травми."),
    ] as [(String, Language, String)])
  func aSlavicTrait(_ written: String, _ language: Language, _ expected: String) {
    let fitting = said(written) { SlavicPeople.trait("", SlavicSpot($0, language)) }
    #expect(fitting == expected)
  }

  /// The sentence with its span replaced; nil where nothing was said.
  private func said(_ written: String, _ word: (Surroundings) -> Replacement?) -> String? {
    let text = written.filter { $0 != "[" && $0 != "]" }
    let before = written.prefix { $0 != "[" }.utf8.count
    let inside = written.drop { $0 != "[" }.dropFirst().prefix { $0 != "]" }.utf8.count
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      let around = Surroundings(
        bytes: buffer, span: TextSpan(before, before + inside), start: 0, end: buffer.count)
      guard let replacement = word(around) else { return nil }
      return String(decoding: bytes[..<replacement.span.start], as: UTF8.self) + replacement.text
        + String(decoding: bytes[replacement.span.end...], as: UTF8.self)
    }
  }
}
