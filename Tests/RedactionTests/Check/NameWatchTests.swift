import Foundation
import Testing

@testable import Redaction

/// The check of the output by itself, on texts that nobody redacted.
struct NameWatchTests {
  static let people = PeopleFile(
    caseName: "watch",
    people: [
      Person(id: "p-1", name: "Matvei Drozdetsky", gender: .male, status: .protected),
      Person(id: "p-2", name: "Hannelore Voss", gender: .female, status: .protected),
      Person(id: "p-3", name: "Гликерия Аркадьевна Лосинская", gender: .female, status: .protected),
      Person(id: "p-4", name: "Тимофій Гайдабура", gender: .male, status: .protected),
      Person(id: "p-5", name: "Fulbertine Vauquelin", gender: .female, status: .protected),
      Person(id: "p-6", name: "Grace Lane", gender: .female, status: .protected),
      Person(id: "p-7", name: "Мар'яна Кульчицька", gender: .female, status: .protected),
      Person(id: "p-8", name: "陳美玲", gender: .female, status: .protected),
      Person(id: "p-9", name: "ნინო ჭავჭანიძე", gender: .female, status: .protected),
      Person(id: "p-11", name: "Timothée Quillard", gender: .male, status: .protected),
      Person(id: "p-10", name: "رشيد الحمداني", gender: .male, status: .protected),
    ])
  static let registry = PersonRegistry(people)

  static func seen(
    _ text: String, _ language: Language, _ manner: NameWatch.Manner = .text
  ) -> [String] {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      NameWatch.sightings(in: bytes, registry, language, manner).map {
        String(decoding: bytes[$0.span.start..<$0.span.end], as: UTF8.self)
      }
    }
  }

  /// Ways to write a name that leave its letters in order.
  static let ways: [(name: String, write: @Sendable (String) -> String)] = [
    ("as it is", { $0 }),
    ("small", { $0.lowercased() }),
    ("capitals", { $0.uppercased() }),
    ("joined to a word", { "free" + $0 }),
    ("with a year", { $0 + "1987" }),
    ("tag", { "#" + $0.lowercased() }),
    ("underscores", { "scan_\($0.lowercased())_2022" }),
    ("line break", { cut($0, "\n") }),
    ("hyphen at a line's end", { cut($0, "-\n") }),
    ("hyphen and CRLF", { cut($0, "-\r\n") }),
    ("hyphen", { cut($0, "-") }),
    ("space", { cut($0, " ") }),
    ("space that does not break", { cut($0, "\u{A0}") }),
    ("tab", { cut($0, "\t") }),
    ("joiner", { each($0, "\u{200D}") }),
    ("soft hyphen", { each($0, "\u{AD}") }),
    ("variation selector", { cut($0, "\u{FE0F}") }),
    ("tag character", { cut($0, "\u{E0041}") }),
    ("strokes", { each($0, "\u{336}") }),
    ("spaced", { each($0, " ") }),
    ("dotted", { each($0, ".") }),
    ("hyphens", { each($0, "-") }),
    ("slashes", { each($0, "/") }),
    ("stars", { each($0, "*") }),
    ("commas", { each($0, ", ") }),
    ("lines", { each($0, "\n") }),
    ("bold", { cut($0, "**") }),
    ("an element of HTML", { cut($0, "<b>") + "</b>" }),
    ("an element with attributes", { cut($0, "<span class=\"x y\">") + "</span>" }),
    ("an element around it", { "<name>\($0)</name>" }),
    ("brackets", { cut($0, "[") + "]" }),
    ("parentheses", { cut($0, "(") + ")" }),
    ("picture", { cut($0, "🙂") }),
    ("link", { "[\($0)](x)" }),
    ("decimal entities", { $0.unicodeScalars.map { "&#\($0.value);" }.joined() }),
    ("hexadecimal entities", { $0.unicodeScalars.map { "&#x\(hex($0.value));" }.joined() }),
    ("one entity", { inside($0) { "&#\($0.value);" } }),
    ("entity between", { cut($0, "&shy;") }),
    ("URL", { $0.utf8.map { "%" + hex(UInt32($0), 2) }.joined() }),
    (
      "one letter of a URL",
      { inside($0) { String($0).utf8.map { "%" + hex(UInt32($0), 2) }.joined() } }
    ),
    (
      "quoted printable",
      { $0.utf8.map { $0 < 0x80 ? String(Unicode.Scalar($0)) : "=" + hex(UInt32($0), 2) }.joined() }
    ),
    ("soft line break", { cut($0, "=\n") }),
    ("escapes", { $0.unicodeScalars.map { "\\u" + hex($0.value, 4) }.joined() }),
    ("one escape", { inside($0) { "\\u{" + hex($0.value) + "}" } }),
    ("full width", { wide($0, 0xFEE0) }),
    ("mathematical", { mathematical($0) }),
    ("circled", { circled($0) }),
    ("a figure for a letter", { inside($0) { _ in "4" } }),
    ("a question mark for a letter", { inside($0) { _ in "?" } }),
    ("a replacement character", { inside($0) { _ in "\u{FFFD}" } }),
    ("possessive", { $0 + "'s" }),
    ("quoted", { "«\($0)»" }),
    ("path", { "/home/\($0.lowercased())/letter.txt" }),
    ("address", { "\($0.lowercased())@post.example" }),
    ("stressed", { cut($0, "\u{301}") }),
    ("controls", { cut($0, "\u{7}") }),
    ("field", { "{\"name\":\"\($0)\"}" }),
  ]

  private static func middle(_ name: String) -> String.UnicodeScalarView.Index {
    name.unicodeScalars.index(
      name.unicodeScalars.startIndex, offsetBy: name.unicodeScalars.count / 2)
  }
  private static func cut(_ name: String, _ with: String) -> String {
    let middle = middle(name)
    return String(name.unicodeScalars[..<middle]) + with + String(name.unicodeScalars[middle...])
  }
  private static func each(_ name: String, _ with: String) -> String {
    name.unicodeScalars.map { String($0) }.joined(separator: with)
  }
  private static func inside(_ name: String, _ write: (Unicode.Scalar) -> String) -> String {
    let middle = middle(name)
    let next = name.unicodeScalars.index(after: middle)
    return String(name.unicodeScalars[..<middle]) + write(name.unicodeScalars[middle])
      + String(name.unicodeScalars[next...])
  }
  private static func hex(_ value: UInt32, _ width: Int = 1) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
  private static func mapped(_ name: String, _ map: (UInt32) -> UInt32) -> String {
    var out = String.UnicodeScalarView()
    for scalar in name.unicodeScalars { out.append(Unicode.Scalar(map(scalar.value)) ?? scalar) }
    return String(out)
  }
  private static func wide(_ name: String, _ shift: UInt32) -> String {
    mapped(name) { (0x21...0x7E).contains($0) ? $0 + shift : $0 }
  }
  private static func mathematical(_ name: String) -> String {
    mapped(name) { scalar in
      switch scalar {
      case 0x41...0x5A: 0x1D400 + scalar - 0x41
      case 0x61...0x7A: 0x1D41A + scalar - 0x61
      default: scalar
      }
    }
  }
  private static func circled(_ name: String) -> String {
    mapped(name) { scalar in
      switch scalar {
      case 0x41...0x5A: 0x24B6 + scalar - 0x41
      case 0x61...0x7A: 0x24D0 + scalar - 0x61
      default: scalar
      }
    }
  }

  static let names: [(name: String, language: Language)] = [
    ("Matvei", .english), ("Drozdetsky", .english), ("Hannelore", .english),
    ("Гликерия", .russian), ("Лосинская", .russian), ("Лосинскую", .russian),
    ("Тимофій", .ukrainian), ("Гайдабура", .ukrainian), ("Гайдабурою", .ukrainian),
    ("Fulbertine", .french), ("Vauquelin", .french), ("Дроздецкий", .russian),
    ("Losinskaya", .english), ("Haidabura", .french),
  ]

  static let frames: [Language: String] = [
    .english: "My brother said that {} was in the harbour.",
    .french: "Mon frère a dit que {} était dans la ville.",
    .russian: "Мой брат сказал, что {} был тогда в городе.",
    .ukrainian: "Мій брат сказав, що {} тоді був у місті.",
  ]

  @Test(arguments: ways.map(\.name))
  func everyWayToWriteANameIsSeen(_ way: String) throws {
    let write = try #require(Self.ways.first { $0.name == way }).write
    for (name, language) in Self.names {
      let frame = try #require(Self.frames[language])
      let written = write(name)
      let text = frame.replacing("{}", with: written)
      let seen = Self.seen(text, language)
      #expect(!seen.isEmpty, "\(way): \(written)")
    }
  }

  @Test(arguments: [
    ("the login glikeriyalosinskaya wrote", "glikeriyalosinskaya"),
    ("The account mdrozdetsky is hers.", "mdrozdetsky"),
    ("Her login was hvoss.", "hvoss"),
    ("They call it drozdetskyism now.", "drozdetskyism"),
    ("We saw grace lane leave.", "lane"),
    ("We saw 陳美玲 leave.", "陳美玲"),
    ("他說陳美玲走了", "陳美玲"),
    ("We saw ნინომ leave.", "ნინომ"),
    ("We saw رَشيد leave.", "رَشيد"),
    ("She is Мар'яна, he said.", "Мар'яна"),
    ("She is Мар&#39;яна, he said.", "Мар&#39;яна"),
    ("Mojibake: TimothÃ©e.", "TimothÃ©e"),
    ("Small: ʜᴀɴɴᴇʟᴏʀᴇ.", "ʜᴀɴɴᴇʟᴏʀᴇ"),
  ])
  func whatIsSeenIsTheWord(_ text: String, _ wanted: String) {
    #expect(Self.seen(text, .english).contains { $0.contains(wanted) }, "\(text)")
  }

  /// Names that are words too: without a sign that they are names they stay.
  @Test(arguments: [
    ("We walked down the lane with grace, and the lane was long.", Language.english),
    ("The last lane. Lane by lane we went. Grace is given.", .english),
    ("He had the grace to say so; lanes and graces, disgraceful planes.", .english),
    ("LANE CLOSED BY GRACE OF THE TOWN", .english),
    ("Она верила, что лось и никто другой тому виной.", .russian),
    ("Du bois et de la clémence, on en voulait ; il entra par la petite voie.", .french),
  ])
  func ordinaryWordsStay(_ text: String, _ language: Language) {
    #expect(Self.seen(text, language) == [])
  }

  @Test(arguments: [
    "statement-drozdetsky.txt", "voss_2022.pdf", "lane.txt", "w-hannelore", "Лосинская (1).docx",
    "losinskaya", "grace.lane", "MatveiDrozdetsky", "陳美玲.txt",
  ])
  func labelsAreReadWithoutMercy(_ label: String) {
    #expect(!Self.seen(label, .none, .label).isEmpty)
  }

  @Test(arguments: ["w-17", "statement-2.txt", "2022-03-01", "письмо.txt", "p-3", "interview A"])
  func labelsThatShowNothingAreFine(_ label: String) {
    #expect(Self.seen(label, .none, .label) == [])
  }

  /// A word of a million letters, a million trails, a million codes: the time is that of the bytes.
  @Test func hostileTextsAreReadInLinearTime() {
    let clock = ContinuousClock()
    for unit in [
      "matve", "m a t v e ", "&#109;", "4m4", "м4а?т", "<b>m", "%6d", "\u{336}", "лосинска",
    ] {
      var times: [Duration] = []
      for size in [1 << 15, 1 << 18] {
        let text = String(repeating: unit, count: size / unit.utf8.count)
        times.append(clock.measure { _ = Self.seen(text, .english) })
      }
      #expect(times[1] < times[0] * 40 + .seconds(1), "\(unit): \(times)")
    }
  }

  /// The list of disguises kept with the work's own material, where it is at hand.
  @Test(.enabled(if: Attacks.isThere, "no list of disguises beside this checkout"))
  func everyDisguiseWithTheLettersInOrderIsSeen() throws {
    let attacks = try Attacks.read()
    let registry = PersonRegistry(attacks.people)
    let names = attacks.people.people.flatMap { person in
      ([person.name] + person.aliases).flatMap { $0.split(separator: " ") }
        .map { Attacks.letters(String($0)) }.filter { $0.count > 3 }
    }
    var (inOrder, unseen): (Int, [String]) = (0, [])
    for one in attacks.disguises {
      let letters = Attacks.letters(one.secret)
      guard names.contains(where: letters.contains) else { continue }
      inOrder += 1
      let bytes = Array(one.text.utf8)
      let seen = bytes.withUnsafeBufferPointer {
        NameWatch.sightings(in: $0, registry, one.language)
      }
      if seen.isEmpty { unseen.append("\(one.language.rawValue) \(one.label)") }
    }
    #expect(inOrder > 150)
    #expect(unseen.isEmpty, "of \(inOrder)")
  }
}

/// A list of disguises that a script beside the checkout holds.
enum Attacks {
  struct Disguise: Decodable {
    var lang: String
    var label: String
    var secret: String
    var text: String
    var language: Language { Language(rawValue: lang) ?? .none }
  }
  struct Contents: Decodable {
    var people: String
    var disguises: [Disguise]
  }

  /// The letters of a text in order, without marks, case, and what stands between them: an oracle
  /// of Foundation's beside the fold.
  static func letters(_ text: String) -> String {
    let plain = text.precomposedStringWithCompatibilityMapping
      .folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    return String(String.UnicodeScalarView(plain.unicodeScalars.filter(\.properties.isAlphabetic)))
  }

  static let path = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/attacks/leak.py").standardizedFileURL.path
  static var isThere: Bool { FileManager.default.fileExists(atPath: path) }

  static func read() throws -> (people: PeopleFile, disguises: [Disguise]) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let script = """
      import sys, json
      source = open(sys.argv[1], encoding='utf-8').read().split("policy=sys.argv")[0]
      exec(source)
      rows = [dict(lang=l, label=a, secret=s, text=t.replace('{}', s)) for l in T for a, s, t in T[l]]
      print(json.dumps(dict(people=people, disguises=rows)))
      """
    process.arguments = ["python3", "-c", script, path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let contents = try JSONDecoder().decode(Contents.self, from: data)
    return (
      try PeopleFile(yaml: Array(contents.people.utf8), file: "people.yaml"), contents.disguises
    )
  }
}
