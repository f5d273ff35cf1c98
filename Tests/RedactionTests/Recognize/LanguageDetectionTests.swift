import Redaction
import Testing

/// Sentences of supported languages and of their neighbours, all invented.
struct LanguageDetectionTests {
  static let supported: [(Language, String)] = [
    (.english, "I left the unit at night, because nobody wanted to die for that bridge."),
    (.english, "We were told that it would be over in three weeks."),
    (.english, "My sister drove me to the border and waited until I was on the other side."),
    (.english, "She says she is not afraid any more."),
    (.english, "Mr Muñoz and Ms Łęcka, who know the family, have not been asked."),
    (.french, "J'ai quitté l'unité dans la nuit : personne ne voulait mourir pour ce pont."),
    (.french, "On nous avait dit que ce serait fini en trois semaines."),
    (.french, "Ma soeur m'a conduit jusqu'a la frontiere et elle a attendu."),
    (.french, "Je n'ai rien signé."),
    (.russian, "Я ушёл из части ночью, потому что никто не хотел умирать за этот мост."),
    (.russian, "Нам сказали, что всё кончится через три недели."),
    (.russian, "Сестра довезла меня до границы и ждала, пока я не перейду."),
    (.russian, "Мы ничего не подписывали."),
    (.ukrainian, "Я пішов із частини вночі, бо ніхто не хотів помирати за той міст."),
    (.ukrainian, "Нам сказали, що все скінчиться за три тижні."),
    (.ukrainian, "Сестра довезла мене до кордону й чекала, поки я не перейду."),
    (.ukrainian, "Ми нічого не підписували."),
    (.spanish, "Me fui de la unidad por la noche, porque nadie quería morir por ese puente."),
    (.spanish, "Nos dijeron que todo acabaría en tres semanas."),
    (.spanish, "Mi hermana me llevó hasta la frontera y esperó a que yo estuviera del otro lado."),
    (
      .spanish,
      "Señor Núñez, la mañana en que desapareció mi compañero todavía llovía en la montaña."
    ),
  ]

  static let others: [(String, String)] = [
    ("be", "Я пайшоў з часці ўначы, бо ніхто не хацеў паміраць за гэты мост."),
    ("be", "Нам сказалі, што праз тры тыдні ўсё скончыцца, але гэта была няпраўда."),
    ("bg", "Напуснах частта през нощта, защото никой не искаше да умре за този мост."),
    ("bg", "Казаха ни, че всичко ще свърши след три седмици, и ние им повярвахме."),
    ("sr", "Отишао сам из јединице ноћу, јер нико није хтео да умре за тај мост."),
    ("mk", "Ја напуштив единицата ноќе, затоа што никој не сакаше да умре за мостот."),
    ("kk", "Мен бөлімнен түнде кеттім, өйткені ешкім сол көпір үшін өлгісі келмеді."),
    ("pl", "Odszedłem z jednostki w nocy, bo nikt nie chciał umierać za ten most."),
    ("de", "Ich bin in der Nacht gegangen, weil niemand für diese Brücke sterben wollte."),
    ("nl", "Ik ben 's nachts weggegaan, omdat niemand voor die brug wilde sterven."),
    ("it", "Sono andato via di notte, perché nessuno voleva morire per quel ponte."),
    ("pt", "Saí da unidade de noite, porque ninguém queria morrer por aquela ponte."),
    ("ca", "Vaig marxar de la unitat a la nit, perquè ningú no volia morir per aquell pont."),
    ("ro", "Am plecat din unitate noaptea, pentru că nimeni nu voia să moară pentru pod."),
    ("tr", "Geceleyin birlikten ayrıldım, çünkü kimse o köprü için ölmek istemiyordu."),
    ("sv", "Jag lämnade förbandet på natten, eftersom ingen ville dö för den bron."),
    ("cs", "Odešel jsem od jednotky v noci, protože nikdo nechtěl umřít za ten most."),
    ("ka", "ღამით წავედი ნაწილიდან, რადგან არავის უნდოდა სიკვდილი იმ ხიდისთვის."),
    ("ar", "غادرت الوحدة ليلاً لأن أحداً لم يرد أن يموت من أجل ذلك الجسر."),
    ("zh", "我在夜里离开了部队，因为没有人想为那座桥而死。"),
    ("names", "Pavel Brandt, Ida Merz, Anton Keller"),
    ("names", "Брандт Николай Павлович"),
    ("numbers", "12.03.2021, 14:00"),
    ("nothing", ""),
  ]

  @Test(arguments: supported)
  func supportedLanguageIsTold(_ language: Language, _ text: String) {
    #expect(Language.detected(in: Array(text.utf8)) == language)
  }

  @Test(arguments: others)
  func otherLanguageIsNotTakenForASupportedOne(_ code: String, _ text: String) {
    #expect(Language.detected(in: Array(text.utf8)) == nil)
  }

  @Test func longerTextIsToldLikeItsSentences() {
    for language in Language.allCases where language != .none {
      let text = Self.supported.filter { $0.0 == language }.map(\.1).joined(separator: "\n")
      let long = String(repeating: text + "\n", count: 2000)
      #expect(Language.detected(in: Array(long.utf8)) == language)
    }
    for code in Set(Self.others.map(\.0)) {
      let text = Self.others.filter { $0.0 == code }.map(\.1).joined(separator: "\n")
      let long = String(repeating: text + "\n", count: 200)
      #expect(Language.detected(in: Array(long.utf8)) == nil)
    }
  }

  @Test func quotationsInAnotherLanguageDoNotDecide() {
    let own = Self.supported.filter { $0.0 == .ukrainian }.map(\.1).joined(separator: " ")
    let russian = Self.supported.filter { $0.0 == .russian }.map(\.1)
    let quoted = russian.prefix(2).joined(separator: " ")
    #expect(Language.detected(in: Array("\(own) «\(quoted)»".utf8)) == .ukrainian)
  }
}
