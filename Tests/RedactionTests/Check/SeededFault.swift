import Testing

@testable import Redaction

/// One fault put into the invented release: what was written in the place of what, and what is to
/// be found where.
struct SeededFault: Sendable, CustomTestStringConvertible {
  let about: String
  let document: String
  let old: String
  let new: String
  let check: ConsistencyFinding.Check
  /// The words in which the finding has to lie.
  let place: String
  let entity: String?
  var policy = "press"
  var hasReport = false

  init(
    _ about: String, _ document: String, _ old: String, _ new: String,
    _ check: ConsistencyFinding.Check, at place: String, _ entity: String? = nil,
    policy: String = "press", hasReport: Bool = false
  ) {
    self.about = about
    self.document = document
    self.old = old
    self.new = new
    self.check = check
    self.place = place
    self.entity = entity
    self.policy = policy
    self.hasReport = hasReport
  }

  var testDescription: String { about }

  /// The changed text.
  func changed(_ text: String) -> String {
    guard text.contains(old) else {
      Issue.record("\(about): the text does not have what is to be changed")
      return text
    }
    return text.replacing(old, with: new, maxReplacements: 1)
  }

  static let names: [SeededFault] = [
    .init(
      "a full name", "en", "Vadim's boots", "Stepan Burlakov's boots", .protectedName,
      at: "Stepan Burlakov", "p-1"),
    .init("a first name", "en", "\"Vadim,", "\"Stepan,", .protectedName, at: "Stepan", "p-1"),
    .init("a surname", "en", "Vadim's", "Burlakov's", .protectedName, at: "Burlakov", "p-1"),
    .init("a name in capitals", "en", "Vadim's", "BURLAKOV'S", .protectedName, at: "BURLAKOV"),
    .init(
      "a surname after the pseudonym", "en", "Vadim (not", "Vadim Burlakov (not", .protectedName,
      at: "Burlakov"),
    .init(
      "an initial and a surname", "en", "Vadim's", "S. Burlakov's", .protectedName,
      at: "S. Burlakov", "p-1"),
    .init(
      "a surname first", "en", "Vadim's", "Burlakov, Stepan's", .protectedName,
      at: "Burlakov, Stepan"),
    .init(
      "initials alone", "ru", "где Вадим", "где С. А. Б.", .protectedName, at: "С. А. Б.", "p-1"),
    .init("a German spelling", "en", "Vadim's", "Burlakow's", .protectedName, at: "Burlakow"),
    .init("a French spelling", "fr", "Vadim ne", "Bourlakov ne", .protectedName, at: "Bourlakov"),
    .init("an accent", "fr", "Vadim ne", "Stépan ne", .protectedName, at: "Stépan", "p-1"),
    .init(
      "an accent of its own", "fr", "Vadim ne", "Ste\u{301}pan ne", .protectedName,
      at: "Ste\u{301}pan", "p-1"),
    .init("a Latin diminutive", "en", "\"Vadim", "\"Styopa", .protectedName, at: "Styopa", "p-1"),
    .init(
      "letters of another alphabet", "en", "Vadim's", "St\u{435}p\u{430}n's", .protectedName,
      at: "St\u{435}p\u{430}n", "p-1"),
    .init(
      "an invisible character", "en", "Vadim's", "Bur\u{200B}lakov's", .protectedName,
      at: "Bur\u{200B}lakov"),
    .init(
      "a soft hyphen", "en", "Vadim's", "Bur\u{AD}lakov's", .protectedName, at: "Bur\u{AD}lakov"),
    .init("full-width letters", "en", "Vadim's", "Ｓｔｅｐａｎ's", .protectedName, at: "Ｓｔｅｐａｎ", "p-1"),
    .init(
      "letter by letter", "en", "Vadim's boots", "S-T-E-P-A-N's boots", .protectedName,
      at: "S-T-E-P-A-N", "p-1"),
    .init(
      "broken at a line's end", "en", "Vadim's", "Burla-\nkov's", .protectedName, at: "Burla-\nkov"),
    .init("a hashtag", "en", "a mill.", "a mill. #burlakov", .protectedName, at: "burlakov"),
    .init(
      "a handle of two names", "en", "a mill.", "a mill, as stepanburlakov.", .protectedName,
      at: "stepanburlakov", "p-1"),
    .init(
      "an e-mail address", "en", "a mill.", "a mill; stepan.burlakov@post.example.", .protectedName,
      at: "stepan.burlakov", "p-1"),
    .init("an alias", "en", "Vadim's", "Spindle's", .protectedName, at: "Spindle", "p-1"),
    .init(
      "the family", "en", "a mill.", "a mill. The Burlakovs are poor.", .protectedName,
      at: "Burlakovs"),
    .init(
      "the sister's surname", "en", "Zhanna met", "Burlakova met", .protectedName, at: "Burlakova",
      "p-2"),
    .init("a declined surname", "ru", "Вадиму", "Бурлакову", .protectedName, at: "Бурлакову"),
    .init("a declined first name", "ru", "Вадиму", "Степану", .protectedName, at: "Степану", "p-1"),
    .init("a diminutive", "ru", "где Вадим", "где Стёпа", .protectedName, at: "Стёпа", "p-1"),
    .init(
      "a declined diminutive", "ru", "о Вадиме", "о Стёпке", .protectedName, at: "Стёпке", "p-1"),
    .init(
      "a patronymic", "ru", "где Вадим", "где Вадим Аркадьевич", .protectedName, at: "Аркадьевич",
      "p-1"),
    .init(
      "name and patronymic, declined", "ru", "Вадиму", "Степану Аркадьевичу", .protectedName,
      at: "Степану Аркадьевичу", "p-1"),
    .init(
      "surname and initials", "ru", "где Вадим", "где Бурлаков С. А.", .protectedName,
      at: "Бурлаков С. А.", "p-1"),
    .init(
      "a spelling in another language", "ru", "где Вадим", "где Burlakov", .protectedName,
      at: "Burlakov"),
    .init(
      "a Ukrainian case", "uk", "Вадимові", "Степанові", .protectedName, at: "Степанові", "p-1"),
    .init(
      "a Ukrainian spelling", "uk", "Жанна не", "Ксенію не", .protectedName, at: "Ксенію", "p-2"),
    .init(
      "a declined -ko", "uk", "як Вадим", "як Гончаренка", .protectedName, at: "Гончаренка", "p-3"),
    .init("a letter changed", "en", "Vadim's", "Burlukov's", .nearName, at: "Burlukov"),
    .init("a letter dropped", "en", "Vadim's", "Burlkov's", .nearName, at: "Burlkov"),
    .init(
      "two letters swapped", "en", "Nazar could", "Honchraenko could", .nearName, at: "Honchraenko",
      "p-3"),
    .init("a letter added, declined", "ru", "Вадиму", "Бурлаккову", .nearName, at: "Бурлаккову"),
    .init("a commander", "en", "a commander", "Egor Melnik", .listedName, at: "Egor Melnik", "p-5"),
    .init(
      "a lawyer", "fr", "trois fois", "avec Hélène Faucheux", .listedName, at: "Hélène Faucheux",
      "p-4"),
    .init(
      "a name before a court", "en", "Vadim's", "Taras Honcharenko's", .protectedName,
      at: "Taras Honcharenko", "p-3", policy: "court"),
  ]

  static let markers: [SeededFault] = [
    .init("no marker", "en", "Luka (not his real name)", "Luka", .markerMissing, at: "Luka", "p-6"),
    .init(
      "no marker in Russian", "ru", "Назар (имя изменено)", "Назар", .markerMissing, at: "Назар",
      "p-3"),
    .init(
      "at the second mention", "fr",
      "Nazar (le prénom a été modifié) n'a pas répondu. Il doit la vie à Nazar,",
      "Nazar n'a pas répondu. Il doit la vie à Nazar (le prénom a été modifié),", .markerLate,
      at: "Nazar n'a", "p-3"),
    .init(
      "a second marker", "en", "and Nazar", "and Nazar (not his real name)", .markerRepeated,
      at: "(not his real name) could", "p-3"),
    .init(
      "a second marker after a case form", "ru", "о Вадиме", "о Вадиме (имя изменено)",
      .markerRepeated, at: "Вадиме (имя изменено)", "p-1"),
    .init(
      "a second marker of another wording", "en", "and Nazar", "and Nazar [name changed]",
      .markerRepeated, at: "[name changed]", "p-3"),
    .init(
      "a marker for a woman", "en", "Luka (not his", "Luka (not her", .markerGender,
      at: "(not her real name) drove", "p-6"),
    .init(
      "a marker for a man", "en", "Zhanna (not her", "Zhanna (not his", .markerGender,
      at: "(not his real name) wrote", "p-2"),
    .init(
      "a marker for anybody", "en", "Zhanna (not her", "Zhanna (not their", .markerGender,
      at: "(not their real name)", "p-2"),
    .init(
      "an English marker in French", "fr", "Janna (le prénom a été modifié)",
      "Janna (not her real name)", .markerLanguage, at: "(not her real name)", "p-2"),
    .init(
      "a Russian marker in Ukrainian", "uk", "Вадим (ім'я змінено)", "Вадим (имя изменено)",
      .markerLanguage, at: "(имя изменено)", "p-1"),
    .init(
      "a marker of nobody", "en", "Nazar could", "Nazar and Oleg (not his real name) could",
      .secondPseudonym, at: "Oleg", policy: "strict"),
    .init(
      "a stranger's second marker", "en", "could sing",
      "sang to Oleg (not his real name) and Oleg (not his real name)", .markerRepeated,
      at: "and Oleg (not his real name)"),
  ]

  static let pseudonyms: [SeededFault] = [
    .init(
      "in Cyrillic in English", "en", "\"Vadim,", "\"Вадим,", .script, at: "Вадим", "p-1",
      hasReport: true),
    .init(
      "an invisible character inside", "ru", "где Вадим", "где Ва\u{200B}дим", .script,
      at: "Ва\u{200B}дим", "p-1"),
    .init(
      "two alphabets in a word", "en", "\"Vadim,", "\"V\u{430}dim,", .script, at: "V\u{430}dim",
      "p-1"),
    .init("a lady's title", "en", "and Nazar", "and Mrs Nazar", .gender, at: "Nazar could", "p-3"),
    .init("a French title", "fr", "à Nazar", "à Mme Nazar", .gender, at: "Nazar,", "p-3"),
    .init(
      "a Ukrainian title", "uk", "сестра Жанна", "сестра, пан Жанна", .gender, at: "Жанна", "p-2"),
    .init(
      "a code of nobody", "en", "Vadim's", "W-044's", .unknownCode, at: "W-044", policy: "court"),
    .init(
      "a code for somebody who has a name", "en", "Vadim's", "W-005's", .unknownCode, at: "W-005",
      "p-5", policy: "partner"),
    .init(
      "swapped pseudonyms", "en", "Nazar could", "Vadim could", .swappedPseudonym,
      at: "Vadim could", "p-3", hasReport: true),
    .init(
      "a second pseudonym", "en", "Nazar could", "Oleg could", .secondPseudonym, at: "Oleg", "p-3",
      hasReport: true),
  ]

  static let facts: [SeededFault] = [
    .init("a place", "en", "near a town", "near Samara", .notBlurred, at: "Samara"),
    .init(
      "a phone number", "en", "a mill.", "a mill. Call +7 912 555 01 46.", .notBlurred,
      at: "+7 912 555 01 46"),
    .init(
      "a unit", "en", "a motor rifle regiment", "military unit 73819", .notBlurred,
      at: "military unit 73819"),
    .init("an age", "en", "in my mid-twenties", "26 years old", .notBlurred, at: "26 years old"),
    .init(
      "a date more exact", "en", "in early 2023", "in January 2023", .moreExact, at: "January 2023",
      hasReport: true),
    .init(
      "a day", "en", "in early 2023", "on 12 March 2023", .moreExact, at: "12 March 2023",
      hasReport: true),
    .init(
      "a place more exact", "en", "a town in western Russia", "a mining town in western Russia",
      .moreExact, at: "mining town", hasReport: true),
    .init(
      "a unit more exact", "en", "a motor rifle regiment", "a guards motor rifle regiment",
      .moreExact, at: "guards motor rifle regiment", hasReport: true),
    .init(
      "an age more exact", "en", "in my mid-twenties", "just twenty-five", .moreExact,
      at: "twenty-five", hasReport: true),
    .init(
      "one date in two ways", "en", "in late 2022", "in 2022", .twoLevels, at: "in 2022. We",
      hasReport: true),
    .init(
      "one place in two ways", "en", "a town in western Russia", "a town in Russia", .twoLevels,
      at: "a town in Russia", hasReport: true),
  ]
}
