import Testing

@testable import Redaction

/// Invented Russian sentences and what must be seen, or left, in them under the press policy.
struct RussianTests {
  /// A sentence, and the passages that are masked, with their kinds.
  static let masked: [(text: String, spans: [(String, EntityKind)])] = [
    ("Нас подняли в ночь на 17 мая 2019 года.", [("17 мая 2019 года", .date)]),
    ("Меня забрали шестого октября.", [("шестого октября", .date)]),
    ("Повестку принесли 8 ноября двадцать третьего.", [("8 ноября двадцать третьего", .date)]),
    ("Отпустили только девятнадцатого, под утро.", [("девятнадцатого", .date)]),
    ("Он родился 05.03.1971 в дороге.", [("05.03.1971", .date)]),
    ("Свидетель, 1977 года рождения, не судим.", [("1977 года рождения", .date)]),
    ("Свидетель, 1977 г. р., не судим.", [("1977 г. р.", .date)]),
    ("Ушли мы с 5 на 6 сентября.", [("5 на 6 сентября", .date)]),
    ("Мне сорок один год.", [("сорок один год", .age)]),
    ("Мне двадцать семь, я устал.", [("двадцать семь", .age)]),
    ("Дочке исполнилось шесть лет.", [("шесть лет", .age)]),
    ("Сыну шёл девятый год.", [("девятый год", .age)]),
    ("Привели 28-летнего парня.", [("28-летнего", .age)]),
    ("Привели тридцатидвухлетнего парня.", [("тридцатидвухлетнего", .age)]),
    ("Пришёл человек лет пятидесяти.", [("лет пятидесяти", .age)]),
    ("Фатиме было девятнадцать.", [("девятнадцать", .age)]),
    ("Меня зовут Рустам.", [("Рустам", .person)]),
    ("Позвал нас капитан Щеглов.", [("Щеглов", .person)]),
    ("Пришла тётя Глаша.", [("Глаша", .person)]),
    ("Допрашивал следователь Ветров А. П. из отдела.", [("Ветров А. П", .person)]),
    ("Позвонила Анна Лукинична.", [("Анна Лукинична", .person)]),
    ("Его позывной «Сыч».", [("Сыч", .person)]),
    ("Мы жили в селе Кизляково.", [("Кизляково", .place)]),
    ("Мы добрались до Оренбурга.", [("Оренбурга", .place)]),
    ("Он работал в Верхнеозёрском районе.", [("Верхнеозёрском районе", .place)]),
    ("Служил в в/ч 38291.", [("в/ч 38291", .unit)]),
    ("До войны я была учительницей физики.", [("учительницей физики", .job)]),
    ("Отец был вагоновожатым.", [("вагоновожатым", .job)]),
    ("Я работала поваром в районной больнице.", [("поваром в районной больнице", .job)]),
    ("У сына эпилепсия.", [("эпилепсия", .demographic)]),
    ("Мой дед был калмыком.", [("калмыком", .demographic)]),
    ("Живём на ул. Садовой, д. 12, кв. 5.", [("ул. Садовой, д. 12, кв. 5", .contact)]),
    ("Паспорт 4509 771203 у меня забрали.", [("4509 771203", .identifier)]),
    ("Дело № 118204931 закрыли.", [("118204931", .identifier)]),
    ("Звоните по номеру +7 900 555 01 02.", [("+7 900 555 01 02", .contact)]),
  ]

  /// Sentences in which nothing leads to anybody.
  static let clear: [String] = [
    "Мы ждали три года.",
    "Дали семь лет строгого режима.",
    "Нас было двадцать восемь.",
    "Солдат сидел у дороги, врач курил.",
    "Рядом стоял мой брат. Потом он ушёл.",
    "Мы жили в селе. Зимой было холодно.",
    "Вопрос: Что было дальше?\nОтвет: Ничего.",
    "Номер мы не записали.",
    "Шли пятнадцать километров.",
    "Это статья о мире, а не о войне.",
    "Встретились в 2021 г. Потом расстались.",
    "Второй раз никто не пришёл.",
  ]

  static let policy = Policy.shipped(named: "press")

  private func masks(_ text: String) throws -> [(String, EntityKind)] {
    let policy = try #require(Self.policy)
    let pipeline = Pipeline(rulesUnder: policy, people: PeopleFile())
    let testimony = Testimony(id: "t", text: text, language: .russian)
    let plan = try #require(pipeline.plan([testimony]).first)
    let bytes = Array(text.utf8)
    return plan.decisions.filter { $0.treatment != .keep }.map {
      (String(decoding: bytes[$0.span.start..<$0.span.end], as: UTF8.self), $0.kind)
    }
  }

  @Test(arguments: masked.indices)
  func whatLeadsToAPersonIsSeen(_ index: Int) throws {
    let (text, spans) = Self.masked[index]
    let found = try masks(text)
    for (words, kind) in spans {
      #expect(
        found.contains { $0.0.contains(words) && $0.1 == kind },
        "\(text) → \(found.map { "\($0.0) \($0.1)" })")
    }
  }

  @Test(arguments: clear)
  func whatLeadsToNobodyIsLeft(_ text: String) throws {
    let found = try masks(text)
    #expect(found.isEmpty, "\(text) → \(found.map { "\($0.0) \($0.1)" })")
  }
}
