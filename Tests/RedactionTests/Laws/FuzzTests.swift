import Foundation
import Testing

@testable import Redaction

/// Bytes of every sort: refused at the right place, or carried through the whole line.
///
/// UNDERSEAL_FUZZ_ROUNDS in the environment asks for more rounds than the usual few.
struct FuzzTests {
  private static let rounds =
    ProcessInfo.processInfo.environment["UNDERSEAL_FUZZ_ROUNDS"].flatMap { Int($0) } ?? 40

  /// The offset of the first byte that is no text, by the standard library.
  private static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    // The longest valid beginning; an incomplete sequence begins where the beginning ends.
    var low = 0
    for end in stride(from: bytes.count - 1, through: 0, by: -1)
    where String(validating: bytes[..<end], as: UTF8.self) != nil {
      low = end
      break
    }
    return low
  }

  private static func run(
    _ bytes: [UInt8], _ policy: Policy, _ language: Language, _ people: PeopleFile
  ) {
    do {
      let testimony = try Testimony(id: "fuzz", utf8: bytes, language: language)
      #expect(firstInvalid(bytes) == nil)
      let result = Pipeline(rulesUnder: policy, people: people).plan([testimony])[0].reviewed()
        .apply()
      #expect(String(validating: result.bytes, as: UTF8.self) != nil)
      _ = result.leaks()
      _ = result.scalarSpans()
      _ = result.reviewScalarSpans()
    } catch {
      #expect(error == .notUTF8(offset: firstInvalid(bytes) ?? -1))
    }
  }

  @Test func bytesAreRefusedWhereTheyCeaseToBeText() {
    for seed in UInt64(1)...300 {
      var source = RandomTestimony(seed: seed, language: .english)
      let bytes = source.bytes(Int.random(in: 0...160, using: &source.random))
      do {
        _ = try Testimony(id: "fuzz", utf8: bytes, language: .none)
        #expect(Self.firstInvalid(bytes) == nil, "seed \(seed)")
      } catch {
        #expect(error == .notUTF8(offset: Self.firstInvalid(bytes) ?? -1), "seed \(seed)")
      }
    }
  }

  @Test func mixturesPassThroughTheWholeLine() throws {
    let policies = Policy.shippedNames.compactMap { Policy.shipped(named: $0) }
    for round in 0..<Self.rounds {
      var source = RandomTestimony(seed: UInt64(10_000 + round))
      let bytes =
        round % 3 == 0 ? source.bytes(400) : Array(source.noisy(sentences: 3).utf8)
      Self.run(bytes, policies[round % policies.count], source.language, source.people)
    }
  }

  @Test(arguments: Policy.shippedNames)
  func oddTextsPassThroughTheWholeLine(_ name: String) throws {
    let policy = try #require(Policy.shipped(named: name))
    let people = PeopleFile(
      caseName: "fuzz", people: [Person(id: "p-1", name: "Matvei Gorelov", gender: .male)])
    let nines = String(repeating: "9", count: 400)
    let odd = [
      "", " ", "\n", "\r\n\r\n", "\u{0}", "\u{FEFF}", "\u{301}", "\u{301}\u{301}a", "@", "+", "+9",
      nines, "+" + nines, "born on \(nines).\(nines).\(nines)", "aged \(nines)", "0", "00/00/0000",
      "32.13.99999", "the 0th Brigade", "the \(nines)th Rifle Brigade", "№ \(nines)", "Mr", "Mr.",
      "Captain", "of", "the", "The", "in", "\"", "'", "’s", "Gorelov’", "Gorelov's",
      "G-O-R-E-L-O-V",
      "G.", "M. G.", "M.G.", "@gorelov", "gorelov@", "@gorelov@gorelov@", "https://",
      "https://gorelov",
      "-", "-Gorelov-", "(Gorelov", "Gorelov(not his real name)", "Gorelov (not his real name",
      "Ⓖⓞⓡⓔⓛⓞⓥ", "𝐆𝐨𝐫𝐞𝐥𝐨𝐯", "G\u{200B}o\u{200B}r\u{200B}e\u{200B}l\u{200B}o\u{200B}v",
      "\u{10FFFF}Gorelov\u{10FFFF}",
      "GB82WEST12345698765432", "4111111111111111", "4111-1111-1111-1111-", "in/ч 1", "в/ч",
      "в/ч 0",
      "on the 99th of March", "31 February 2023", "at noon on", "between 3 and", "from 3 to",
      "twenty-twenty", "27-year-", "-27-year-old", "Street 1", "1 Street", "Flat", "ß", "ẞ", "İ",
      "ı",
      "ﬁ", "🕊️🕊️", "👩\u{200D}👩\u{200D}👧", String(repeating: "a", count: 3000),
      String(repeating: "A.", count: 600), String(repeating: "Gorelov ", count: 200),
      String(repeating: "(", count: 2000), String(repeating: "\u{202E}", count: 500),
    ]
    for (index, text) in odd.enumerated() {
      let turn = index + (Policy.shippedNames.firstIndex(of: name) ?? 0)
      Self.run(Array(text.utf8), policy, Language.allCases[turn % Language.allCases.count], people)
    }
  }
}
