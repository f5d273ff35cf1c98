@testable import Redaction

/// An invented case of four released texts, as `redact` would leave them and a person might then
/// have corrected the grammar.
struct InventedRelease {
  static let people = PeopleFile(
    caseName: "mill",
    people: [
      Person(
        id: "p-1", name: "Степан Аркадьевич Бурлаков", gender: .male, pseudonym: "Вадим",
        aliases: ["Spindle"]),
      Person(id: "p-2", name: "Ксения Олеговна Бурлакова", gender: .female, pseudonym: "Жанна"),
      Person(id: "p-3", name: "Тарас Гончаренко", gender: .male, pseudonym: "Назар"),
      Person(
        id: "p-4", name: "Hélène Faucheux", gender: .female, status: .incidental, role: "lawyer"),
      Person(
        id: "p-5", name: "Егор Мельник", gender: .male, status: .incidental, role: "commander"),
      Person(id: "p-6", name: "Юсуф Рахимов", gender: .male, pseudonym: "Лука"),
    ])

  static let texts: [(id: String, language: Language, text: String)] = [
    (
      "en", .english,
      """
      My name is Vadim (not his real name), I am in my mid-twenties and I come from a town in \
      western Russia. Before the war I worked in a mill.

      I was called up in late 2022. We were a motor rifle regiment, and our officer was a \
      commander. My sister Zhanna (not her real name) wrote to me every week. Nazar (not his real \
      name) slept in the next bunk, and Nazar could sing. Vadim's boots were stolen in late 2022, \
      when we stood near a town.

      Luka (not his real name) drove the truck. Zhanna met me in a town in western Russia in \
      early 2023. She said: "Vadim, we go tonight."

      """
    ),
    (
      "ru", .russian,
      """
      Меня зовут Жанна (имя изменено), мне немного лет, я живу в городе. Мой брат Вадим (имя \
      изменено) ушёл в конце 2022 года.

      Потом пришли двое и спросили, где Вадим. Я писала Вадиму каждый день и думала о Вадиме. \
      Назар (имя изменено) звонил мне дважды, с Назаром была связь. Лука (имя изменено) привёз \
      мне письмо.

      """
    ),
    (
      "fr", .french,
      """
      J'ai reçu Vadim (le prénom a été modifié) trois fois. Vadim ne parle pas de sa sœur Janna \
      (le prénom a été modifié). Janna lui a écrit au début de 2023.

      Nazar (le prénom a été modifié) n'a pas répondu. Il doit la vie à Nazar, qui l'a porté.

      """
    ),
    (
      "uk", .ukrainian,
      """
      Мене звати Назар (ім'я змінено), я був водієм. Вадим (ім'я змінено) спав поруч. Я бачив, як \
      Вадим плакав, і дав Вадимові хліба. Його сестра Жанна (ім’я змінено) писала йому. Жанна не \
      знала, де він.

      """
    ),
  ]

  /// What the report of the English text says of it: what stands there, by its order, and whose.
  static let decisions:
    [(kind: EntityKind, treatment: String, text: String, entity: String?, input: Int)] = [
      (.person, "pseudonymize", "Vadim (not his real name)", "p-1", 11),
      (.age, "generalize", "in my mid-twenties", nil, 40),
      (.place, "generalize", "a town in western Russia", nil, 70),
      (.date, "generalize", "in late 2022", nil, 140),
      (.unit, "generalize", "a motor rifle regiment", nil, 180),
      (.person, "pseudonymize", "Zhanna (not her real name)", "p-2", 250),
      (.person, "pseudonymize", "Nazar (not his real name)", "p-3", 290),
      (.person, "pseudonymize", "Nazar", "p-3", 330),
      (.person, "pseudonymize", "Vadim", "p-1", 345),
      (.date, "generalize", "in late 2022", nil, 370),
      (.place, "generalize", "a town", nil, 400),
      (.person, "pseudonymize", "Luka (not his real name)", "p-6", 420),
      (.person, "pseudonymize", "Zhanna", "p-2", 450),
      (.place, "generalize", "a town in western Russia", nil, 470),
      (.date, "generalize", "in early 2023", nil, 490),
      (.person, "pseudonymize", "Vadim", "p-1", 520),
    ]

  /// The report of the English text, as it was before any edit.
  static func report(policy: String = "press", name: String = "en.json") -> ReleasedReport {
    let scalars = Array(texts[0].text.unicodeScalars)
    var from = 0
    var entries: [ReleasedReport.Entry] = []
    for decision in decisions {
      let wanted = Array(decision.text.unicodeScalars)
      while Array(scalars[from..<from + wanted.count]) != wanted { from += 1 }
      entries.append(
        ReleasedReport.Entry(
          input: TextSpan(decision.input, decision.input + 8),
          output: TextSpan(from, from + wanted.count), kind: decision.kind,
          treatment: decision.treatment, replacement: decision.text, entity: decision.entity,
          reason: "\(policy): \(decision.kind.rawValue)"))
      from += wanted.count
    }
    return ReleasedReport(
      name: name, id: "en", text: Array(texts[0].text.utf8), entries: entries)
  }

  /// The texts, one of them changed.
  static func texts(
    changing id: String = "", _ change: (String) -> String = { $0 }
  ) throws -> [ReleasedText] {
    try texts.map { text in
      try ReleasedText(
        id: text.id, utf8: Array((text.id == id ? change(text.text) : text.text).utf8),
        language: text.language)
    }
  }
}
