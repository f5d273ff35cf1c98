import Testing

@testable import Redaction

/// What the words before a span say of its case.
struct SlavicContextTests {
  /// A sentence with `|` where the span begins, and the cases that may stand there.
  @Test(
    arguments: [
      ("Он уехал из |Аргуна.", Language.russian, CaseSet.genitive),
      ("Он говорил с |Иваном.", .russian, [.genitive, .instrumental]),
      ("Мы стояли рядом с |Иваном.", .russian, .instrumental),
      ("Я живу в нашем |Аргуне.", .russian, .locative),
      ("Я вернулся из нашей |бригады.", .russian, .genitive),
      ("Дошли до соседней |Юрги.", .russian, .genitive),
      ("Ходили к старому |Ивану.", .russian, .dative),
      ("Пришёл в 64-ю |бригаду.", .russian, .accusative),
      ("Иван сказал брату, |Петру.", .russian, .all),
      ("|Иван ушёл.", .russian, .all),
      ("Он ушёл. |Иван остался.", .russian, .all),
      ("Приехали в «|Юргу».", .russian, [.accusative, .locative]),
      ("Ми жили неподалік від |Бучі.", .ukrainian, .genitive),
      ("Він пішов разом із |Іваном.", .ukrainian, .instrumental),
      ("У нашій |Бучі.", .ukrainian, .locative),
      ("До сусідньої |Бучі.", .ukrainian, .genitive),
      ("Служив у 36-й |бригаді.", .ukrainian, [.accusative, .locative]),
      ("Завдяки |Іванові.", .ukrainian, .dative),
    ] as [(String, Language, CaseSet)])
  func prepositionsAndWhatAgreesTellTheCase(
    _ written: String, _ language: Language, _ expected: CaseSet
  ) {
    #expect(cases(written, language) == expected, "\(written)")
  }

  @Test func aTownIsNotSomebody() {
    #expect(cases("У |Бучі тихо.", .ukrainian, isPerson: false) == [.accusative, .locative])
    #expect(
      cases("У |Івана тихо.", .ukrainian) == [.accusative, .locative, .genitive])
  }

  private func cases(
    _ written: String, _ language: Language, isPerson: Bool = true
  ) -> CaseSet {
    let parts = written.split(separator: "|", omittingEmptySubsequences: false)
    let bytes = Array(parts.joined().utf8)
    let start = parts[0].utf8.count
    return bytes.withUnsafeBufferPointer { buffer in
      let around = Surroundings(
        bytes: buffer, span: TextSpan(start, min(start + 8, buffer.count)), start: 0,
        end: buffer.count)
      return SlavicContext.cases(around, language, isPerson: isPerson)
    }
  }
}
