@testable import Redaction

/// Invented testimonies, a mixture of sentences in five languages about people of a people file,
/// the same for the same seed.
struct RandomTestimony {
  var random: SeededGenerator
  let language: Language
  let people: PeopleFile

  init(seed: UInt64, language: Language? = nil) {
    random = SeededGenerator(seed: seed)
    let drawn = Language.allCases.randomElement(using: &random) ?? .english
    self.language = language ?? drawn
    people = Self.people(using: &random)
  }

  private static let given: [(String, Gender)] = [
    ("Matvei", .male), ("Zarina", .female), ("Tomas", .male), ("Oksana", .female),
    ("Bernadette", .female), ("Yusuf", .male), ("Анзор", .male), ("Лідія", .female),
    ("Étienne", .male), ("Ngozi", .unknown),
  ]
  private static let family = [
    "Gorelov", "Duisenova", "Ferreyra", "Rowntree-Pike", "O'Halloran", "ван дер Мейден", "Чапленко",
    "Lestrange", "Abubakirova", "Шумилина",
  ]

  static func people(using random: inout SeededGenerator) -> PeopleFile {
    var people: [Person] = []
    for number in 1...Int.random(in: 1...4, using: &random) {
      let (name, gender) = given.randomElement(using: &random)!
      let full = name + " " + family.randomElement(using: &random)!
      let status: Person.Status =
        Int.random(in: 0..<5, using: &random) == 0 ? .incidental : .protected
      people.append(
        Person(
          id: "p-\(number)", name: full, gender: gender, status: status,
          role: status == .incidental ? "commander" : nil))
    }
    return PeopleFile(caseName: "laws", people: people)
  }

  /// Sentences with @ for a person of the file.
  static let sentences: [Language: [String]] = [
    .english: [
      "@ told us to run.", "I was 27 years old when @ came.", "We were in the 61st Rifle Brigade.",
      "On 14 March 2023 they took @ to Kremenchuk.", "Call @ on +44 7700 900 123.",
      "My brother Stepan saw @'s mother.", "The hospital in Karsk was full.", "\"@!\" he shouted.",
      "It rained for three days.", "Captain Bridger hit @; Bridger laughed.",
      "Write to lost.heron@example.com.", "President Putin spoke.", "She turned eight in May.",
      "My passport, 75 1234567, stayed.", "They lived at 14 Alder Street, Flat 3.",
      "@ (not her real name) ran.", "I am a Buryat and a sniper.", "@, @ and @ ran.",
    ],
    .french: [
      "@ nous a dit de courir.", "J'avais 27 ans quand @ est venu.", "La mère de @ pleurait.",
      "Le 14 mars 2023, on a emmené @ à Lyon.", "Appelez-moi au 06 39 98 45 12.",
      "Je servais dans la 61e brigade.", "Il a plu trois jours.", "Mon frère Étienne a vu @.",
    ],
    .russian: [
      "@ велел нам бежать.", "Мне было 27 лет.", "14 марта 2023 года увезли @.",
      "Мы видели @ в Кременчуге.", "Мой брат Степан не вернулся.", "Шёл дождь.",
      "Я служил в 61-й бригаде, в/ч 51470.", "Позвоните: +7 999 555-01-43.",
    ],
    .ukrainian: [
      "@ наказав нам бігти.", "Мені було 27 років.", "14 березня 2023 року забрали @.",
      "Ми бачили @ у Кременчуці.", "Мій брат Степан не повернувся.", "Ішов дощ.",
      "Я служив у 61-й бригаді, в/ч А5147.", "Подзвоніть: +380 50 555 01 43.",
    ],
    .spanish: [
      "@ nos dijo que corriéramos.", "Yo tenía 27 años cuando llegó @.", "La madre de @ lloraba.",
      "El 14 de marzo de 2023 se llevaron a @ a Sevilla.", "Llámenme al +34 600 555 143.",
      "Servía en la 61.ª brigada.", "Llovió tres días.", "Mi hermano Esteban vio a @.",
    ],
    .none: ["@ ketu zamorra.", "Vilikun te @ prast 4711.", "Nobody saw @."],
  ]

  mutating func chance(_ part: Int, in whole: Int) -> Bool {
    Int.random(in: 0..<whole, using: &random) < part
  }

  /// A form of somebody's name: the whole of it or a word of it.
  private mutating func name() -> String {
    let name = people.people.randomElement(using: &random)!.name
    let words = name.split(separator: " ").map(String.init)
    switch Int.random(in: 0..<6, using: &random) {
    case 0, 1: return name
    case 2: return words[0]
    case 3: return words.dropFirst().joined(separator: " ")
    case 4: return name.uppercased()
    default: return words.dropFirst().joined(separator: " ") + " " + words[0]
    }
  }

  /// A text of `count` sentences without noise.
  mutating func text(sentences count: Int) -> String {
    var text = ""
    for _ in 0..<count {
      let isOther = chance(1, in: 8)
      let source = isOther ? Language.allCases.randomElement(using: &random)! : language
      let sentence = Self.sentences[source]!.randomElement(using: &random)!
      for piece in sentence.unicodeScalars {
        if piece == "@" { text += name() } else { text.unicodeScalars.append(piece) }
      }
      text += [" ", " ", " ", "\n", "\n\n"].randomElement(using: &random)!
    }
    return text
  }

  /// The same with what hides in texts: marks, joiners, look-alikes, direction marks, NUL, CRLF.
  mutating func noisy(sentences count: Int) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text(sentences: count).unicodeScalars {
      if chance(1, in: 40), let twin = Self.twins[scalar] {
        out.append(twin)
      } else if scalar == "\n", chance(1, in: 3) {
        out.append(contentsOf: "\r\n".unicodeScalars)
      } else {
        out.append(scalar)
      }
      if chance(1, in: 40) { out.append(contentsOf: noise().unicodeScalars) }
    }
    return String(out)
  }

  private mutating func noise() -> String {
    [
      "\u{301}", "\u{308}", "\u{306}", "\u{200B}", "\u{200D}", "\u{AD}", "\u{202E}", "\u{200F}",
      "\u{0}", "\r\n", "\u{FEFF}", "\u{A0}", "🕊️", "👩‍👩‍👧", "\u{2028}", "\u{85}", "—", "«", "»", "’",
      "'", "-",
      ".", "(", ")", "1", "\t", "\u{10FFFF}", "ﬁ", "Ⓐ", "𝐀", "9", "№", "/", "@", "+", ":", "İ", "ß",
    ].randomElement(using: &random)!
  }

  private static let twins: [Unicode.Scalar: Unicode.Scalar] = [
    "a": "а", "e": "е", "o": "ο", "p": "р", "c": "с", "A": "А", "O": "О", "а": "a", "о": "o",
    "е": "e", "i": "і", "M": "Ｍ",
  ]

  /// Bytes that are seldom text.
  mutating func bytes(_ count: Int) -> [UInt8] {
    var bytes = Array(noisy(sentences: 3).utf8.prefix(count))
    for _ in 0..<Int.random(in: 0...4, using: &random) where !bytes.isEmpty {
      let at = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: at)
      case 2: bytes.insert(UInt8.random(in: 0x80...0xFF, using: &random), at: at)
      default: bytes.removeSubrange(at...)
      }
    }
    return bytes
  }
}

extension Policy {
  /// A policy that leaves everything as it is.
  static let keepsAll = Policy(
    name: "open", audience: "us",
    people: PeopleTreatment(
      protected: .keep, incidental: .keep, unlisted: .keep, public: .keep),
    marker: PseudonymMarker(show: .none),
    rules: EntityKind.allCases.map { PolicyRule(kind: $0, treatment: .keep, why: "nothing hides") },
    unknown: .keep, keep: [])
}

func redacted(
  _ text: String, _ language: Language, _ people: PeopleFile, _ policy: Policy
) -> RedactedTestimony {
  let testimony = Testimony(id: "law", text: text, language: language)
  return Pipeline(rulesUnder: policy, people: people).plan([testimony])[0].reviewed().apply()
}
