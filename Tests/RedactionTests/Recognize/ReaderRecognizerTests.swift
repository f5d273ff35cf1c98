import Foundation
import Testing

@testable import Redaction

/// Who is believed where the reader and the recognizers do not agree, case by case.
struct ReaderRecognizerTests {
  private static let people = PeopleFile(
    caseName: "quay", people: [Person(id: "p-1", name: "Mirela Kovač", gender: .female)])

  /// What is hidden of a text, each with who found it.
  private func hidden(
    _ text: String, _ language: Language = .english, people: PeopleFile = people,
    policy: String = "press"
  ) throws -> [(text: String, recognizer: String, kind: EntityKind)] {
    let pipeline = Pipeline(policy: try #require(Policy.shipped(named: policy)), people: people)
    let plan = try #require(
      pipeline.plan([Testimony(id: "t", text: text, language: language)]).first)
    let bytes = Array(text.utf8)
    return plan.decisions.filter { $0.treatment != .keep }.map {
      (String(decoding: bytes[$0.span.start..<$0.span.end], as: UTF8.self), $0.recognizer, $0.kind)
    }
  }

  @Test func thePeopleFileComesBeforeTheReader() throws {
    let found = try hidden("We waited for Mirela at the gate until it was dark.")
    #expect(found.contains { $0.text == "Mirela" && $0.recognizer == "roster" })
  }

  @Test func aChecksumComesBeforeTheReader() throws {
    let found = try hidden("I sent it to GB82 WEST 1234 5698 7654 32 and never saw it again.")
    #expect(found.contains { $0.recognizer == "identifier" && $0.kind == .identifier })
  }

  @Test func aFormatComesBeforeTheReader() throws {
    let found = try hidden("Write to quay.light@post.example, he said.")
    #expect(found.contains { $0.recognizer == "contact" && $0.text == "quay.light@post.example" })
  }

  @Test func aPublicNameComesBeforeTheReader() throws {
    let found = try hidden("President Vladimir Putin announced it, and we heard it on the radio.")
    #expect(!found.contains { $0.text.contains("Putin") })
  }

  @Test func theReaderFindsWhatNoRuleKnows() throws {
    let found = try hidden("My aunt caught eels in the reeds for forty years.")
    #expect(found.contains { $0.recognizer == "reader" && $0.kind == .job })
  }

  @Test func aNameBrokenAtALinesEndGoesWhole() throws {
    let found = try hidden("The list was signed by Agnieszka Wola-\nnowska in blue ink.")
    #expect(found.contains { $0.text == "Agnieszka Wola-\nnowska" && $0.kind == .person })
  }

  @Test func theReaderClearsWhatARuleTookForAName() throws {
    #expect(try hidden("Hope is a strange thing.", people: PeopleFile()).isEmpty)
  }

  @Test func whatStaysInDoubtIsShownForReview() throws {
    let everything = try #require(Policy.shipped(named: "press"))
    var policy = everything
    policy.maskFrom = DoubtThresholds(other: 1)
    policy.unknown = .keep
    policy.reviewFrom = DoubtThresholds(other: 0.2)
    let text = "My aunt caught eels in the reeds for forty years."
    let plan = Pipeline(policy: policy, people: PeopleFile())
      .plan([Testimony(id: "t", text: text, language: .english)])[0]
    #expect(plan.review.contains { $0.recognizer == "reader" && $0.treatment == .keep })
    #expect(plan.reviewed().apply().text == text)
  }

  @Test(arguments: [1, 2, 5])
  func theNumberOfThreadsChangesNothing(_ jobs: Int) throws {
    let policy = try #require(Policy.shipped(named: "press"))
    let text = String(
      repeating: "Seven days later Anna Petrova, a lock keeper at Vard, was taken to Mill Street. ",
      count: 40)
    let testimony = Testimony(id: "t", text: text, language: .english)
    let one = Pipeline(policy: policy, people: PeopleFile(), jobs: 1).plan([testimony])[0]
    let many = Pipeline(policy: policy, people: PeopleFile(), jobs: jobs).plan([testimony])[0]
    #expect(one.decisions == many.decisions)
  }

  @Test func whatTheCheckFindsIsHiddenAndPlannedAgain() throws {
    // The figure's name holds a protected surname: it stays nowhere.
    let people = PeopleFile(
      caseName: "square", people: [Person(id: "p-1", name: "Нурлан Токаев", gender: .male)])
    let text = "Президент Касым-Жомарт Токаев молчал. Нурлана Токаева увели в воскресенье."
    let pipeline = Pipeline(policy: try #require(Policy.shipped(named: "press")), people: people)
    let plan = pipeline.plan([Testimony(id: "t", text: text, language: .russian)])[0]
    let output = plan.reviewed().apply()
    #expect(output.leaks().isEmpty)
    #expect(!output.text.contains("Токаев"))
  }

  /// A word that a replacement would say is a name of the people file: it is said otherwise.
  @Test(arguments: [
    ("In January we were sent across a field near Svatove; on 3 June the cook fled.", "en"),
    ("En janvier on nous a envoyés à Odessa ; le 3 mai 2021 le forgeron a fui Kherson.", "fr"),
    ("В январе нас послали в Сватово, а 3 мая 2021 года пекарь бежал из Херсона.", "ru"),
    ("У січні нас послали до Сватового, а 3 травня 2021 року пекар утік із Херсона.", "uk"),
  ])
  func whatIsSaidIsNobodysName(_ text: String, _ code: String) throws {
    let press = try #require(Policy.shipped(named: "press"))
    let language = try #require(Language(rawValue: code))
    let testimony = Testimony(id: "t", text: text, language: language)
    let first = Pipeline(policy: press, people: PeopleFile()).plan([testimony])[0]
    let said = Set(
      first.decisions.filter { $0.treatment != .keep }
        .flatMap { $0.replacement.split { !$0.isLetter }.map(String.init) }.filter { $0.count > 2 })
    #expect(said.count > 1)
    for word in said.sorted() {
      let people = PeopleFile(
        caseName: "field", people: [Person(id: "p-1", name: word.capitalized, gender: .male)])
      let plan = Pipeline(policy: press, people: people).plan([testimony])[0]
      #expect(plan.reviewed().apply().leaks().isEmpty, "\(word)")
    }
  }

  @Test(arguments: [
    ("President Truman called it modest, and President Harry Truman's men agreed.", "en"),
    ("Le président Macron a parlé ; la chancelière Angela Merkel se taisait.", "fr"),
    ("Президент Путин выступил вечером, канцлер Меркель молчала.", "ru"),
    ("Президент Зеленський виступив увечері, канцлерка Меркель мовчала.", "uk"),
  ])
  func aFiguresTitleStaysWithTheName(_ text: String, _ code: String) throws {
    let language = try #require(Language(rawValue: code))
    let found = try hidden(text, language, people: PeopleFile())
    #expect(found.isEmpty, "\(found)")
  }

  @Test func aMonthIsNobodyAndADayHasToNameOne() throws {
    let text = "A wet May fills the barn; if January is warm, they gave us leave for the frostbite."
    #expect(try hidden(text, people: PeopleFile()).isEmpty)
  }

  @Test func aMonthOfAYearIsPublicByListsAlone() throws {
    let found = try hidden("He came in January 2020, and was beaten.", people: PeopleFile())
    #expect(found.contains { $0.text.contains("January 2020") && $0.kind == .date })
  }

  /// What is written in place of the people of a text.
  private func redacted(_ text: String, _ code: String) throws -> String {
    let press = try #require(Policy.shipped(named: "press"))
    let testimony = Testimony(id: "t", text: text, language: try #require(Language(rawValue: code)))
    return Pipeline(policy: press, people: PeopleFile()).plan([testimony])[0].reviewed().apply()
      .text
  }

  @Test(arguments: [
    ("My husband Daniel drove a bus. Daniel mends clocks now.", "en", " works now"),
    ("Mon mari, Prosper, a fui. Prosper n'entend plus les trains.", "fr", " n'entend plus"),
    ("On New Year's Eve Captain Rezun shot Kolya Antipov behind the dryer.", "en", "Captain "),
    ("Nous sommes partis avec nos deux filles, Grâce et Aimée.", "fr", " et "),
    ("Дежурил сержант Баранов. Ключи были у сержанта Баранова.", "ru", "сержант"),
  ])
  func aNameEndsWhereItEnds(_ text: String, _ code: String, _ stays: String) throws {
    #expect(try redacted(text, code).contains(stays))
  }

  @Test(arguments: [
    ("Dr. Joost van der Kolk stood by the tent, and van der Kolk spoke first.", "en"),
    ("Ключи были у сержанта Баранова. Баранов никого не выпускал.", "ru"),
    ("Дежурил некто Кравцов. Мы с Кравцовым молчали, Кравцов тоже.", "ru"),
    ("Брат Ильнур лежал молча. Ильнура увезли в Самару, Ильнуру стало хуже.", "ru"),
    ("Чергував сержант Кравців. Ми з Кравцовим мовчали.", "uk"),
  ])
  func oneNameIsOnePerson(_ text: String, _ code: String) throws {
    let output = try redacted(text, code)
    let markers = ["real name)", "имя изменено)", "ім'я змінено)"]
    #expect(
      markers.reduce(0) { $0 + output.components(separatedBy: $1).count - 1 } == 1, "\(output)")
  }

  /// Whatever first name somebody has, what is drawn is another.
  @Test(arguments: [
    ("en", "Kathleen Leonard Agata Stefan Diana Hugo Marina Alex"),
    ("fr", "Yvonne Falonne Gédéon Sofia Rene Landry Félicité"),
    ("ru", "Дмитрий Агата Леонид Софья Валентин Никита Тамара"),
    ("uk", "Злата Валентин Емілія Матвій Юлія Дмитро Тарас"),
  ])
  func nobodyIsGivenANameOfTheText(_ code: String, _ names: String) throws {
    for name in names.split(separator: " ") {
      let surname = ["en": "Orme", "fr": "Lenoir", "ru": "Линник", "uk": "Кухта"][code] ?? ""
      let output = try redacted("\(name) \(surname) — 1987. \(name) \(surname)?", code)
      #expect(!output.contains(name), "\(output)")
    }
  }

  /// What a title says of its case holds, whatever the name reads like.
  @Test(arguments: [
    ("Госпожа Анна Мерсье ушла. Мы видели госпожу Мерсье.", "ru", ["Госпожа ", "госпожу "]),
    ("Господин Андрей Дюма молчал. Майору Дюма не верили.", "ru", ["Господин ", "Майору "]),
    ("Сусідка Ганна Моруа пішла. Сусідці Моруа не вірили.", "uk", ["Сусідка ", "Сусідці "]),
  ])
  func aTitleSaysTheCase(_ text: String, _ code: String, _ titles: [String]) throws {
    let output = try redacted(text, code)
    let names = titles.map { title in
      output.components(separatedBy: title).dropFirst().first?.prefix { $0.isLetter } ?? ""
    }
    #expect(names[0] != names[1], "\(output)")
    #expect(!names[0].isEmpty, "\(output)")
    let nominative = try #require(names.first)
    #expect(output.contains(titles[0] + nominative + " ("), "\(output)")
  }

  /// A trade that took the noun of a body takes the rest of it.
  @Test func whatOverlapsIsSaidOnce() throws {
    let output = try redacted("Мне тридцать лет, я медсестра в районной больнице в Кунгуре.", "ru")
    #expect(!output.contains("больниц"), "\(output)")
  }

  /// A pseudonym that was drawn for somebody of the file and that a bystander bears is drawn anew; one
  /// that was given stays, with a warning. Nobody's pseudonym is the bystander's name.
  @Test func aBystanderIsNoPseudonym() throws {
    let people = PeopleFile(
      caseName: "bread", people: [Person(id: "p-1", name: "Раиса Дёмина", gender: .female)])
    let press = try #require(Policy.shipped(named: "press"))
    let pipeline = Pipeline(policy: press, people: people)
    let drawn = try #require(pipeline.pseudonym(of: "p-1", in: .russian))
    let text = "Раиса делила хлеб с соседкой. \(drawn) Уварова отдала ей одеяло. \(drawn) плакала."
    let plan = pipeline.plan([Testimony(id: "t", text: text, language: .russian)])[0]
    let output = plan.reviewed().apply()
    #expect(!output.text.contains(drawn), "\(output.text)")
    #expect(!output.text.contains("Уваров"))
    let saved = pipeline.people(after: [plan])
    #expect(saved.people[0].pseudonym.map(output.text.contains) == true)
    #expect(pipeline.warnings(after: [plan]).count == 1)
    let given = Pipeline(policy: press, people: pipeline.people)
    let other = given.plan([Testimony(id: "t", text: text, language: .russian)])[0]
    let shown = other.reviewed().apply().text
    #expect(shown.components(separatedBy: drawn).count == 2, "\(shown)")
    #expect(given.warnings(after: [other]).count == 1)
    let again = Testimony(id: "t", text: output.text, language: .russian)
    #expect(pipeline.plan([again])[0].reviewed().apply().text == output.text)
  }

  @Test func aNameThatIsBrokenAtALinesEndGoesWhole() throws {
    let people = PeopleFile(
      caseName: "line", people: [Person(id: "p-1", name: "Stanislav Mirogradsky", gender: .male)])
    let text = "The nurse wrote that Stanislav Miro-\ngradsky slept badly, and he was tired."
    #expect(try hidden(text, people: people).contains { $0.text.hasSuffix("Miro-\ngradsky") })
    #expect(
      try !hidden("I saw Anna Petrova-\nand nobody else.").contains { $0.text.hasSuffix("and") })
  }

  @Test(arguments: ["nikolaibrandt", "NikolaiBrandt", "brandtnikolai", "николайбрандт"])
  func aNameWrittenAsOneWordIsAName(_ word: String) throws {
    let people = PeopleFile(
      caseName: "login", people: [Person(id: "p-1", name: "Nikolai Brandt", gender: .male)])
    let found = try hidden("His login was \(word), all in one.", people: people)
    #expect(found.contains { $0.text == word && $0.recognizer == "roster" }, "\(found)")
  }

  /// A first name and a surname beside each other are somebody of the file, whatever else they mean.
  @Test(arguments: [
    ("Grace Young", "Then grace young came, and the young said grace.", "grace young", "en"),
    ("Сергей Волков", "Потом пришёл серёжа волков, а волков мы не видели.", "серёжа волков", "ru"),
    (
      "Надежда Соколова", "Потом пришла надежда соколова. Надежда умирает.", "надежда соколова",
      "ru"
    ),
    ("Роман Кіт", "Потім прийшов роман кіт, а кіт спав.", "роман кіт", "uk"),
    ("Rose Boulanger", "Puis rose boulanger est venue chez le boulanger.", "rose boulanger", "fr"),
  ])
  func aWholeNameNeedsNoCapital(
    _ name: String, _ text: String, _ inText: String, _ code: String
  ) throws {
    let people = PeopleFile(
      caseName: "lower", people: [Person(id: "p-1", name: name, gender: .unknown)])
    let found = try hidden(text, try #require(Language(rawValue: code)), people: people)
    #expect(found.contains { $0.text == inText && $0.recognizer == "roster" }, "\(found)")
  }
}
