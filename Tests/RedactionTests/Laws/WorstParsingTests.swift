import Foundation
import Testing

@testable import Redaction

/// Small files that are made to take long are read, or refused with a sentence, as fast as ordinary
/// ones of their length.
struct WorstParsingTests {
  private static let size = 200_000

  /// A people file of many ordinary people.
  private static let ordinary: [UInt8] = {
    var yaml = "case: x\npeople:\n"
    var number = 0
    while yaml.utf8.count < size {
      number += 1
      yaml += "  - {id: p-\(number), name: Nikolai Brandt, aliases: [the Radio], status: public}\n"
    }
    return Array(yaml.utf8)
  }()

  /// The processor time of this thread.
  private static func seconds(_ body: () -> Void) -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    body()
    return now() - start
  }

  /// The most memory that this process ever had, in bytes.
  private static func memory() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }

  /// Aliases of aliases, each after a line break or a space of some kind.
  private static func bomb(_ separator: String) -> String {
    var yaml = "l0: &l0 [x,x]\n"
    for level in 1..<30 {
      yaml += "l\(level): &l\(level) [\(separator)*l\(level - 1),\(separator)*l\(level - 1)]\n"
    }
    return yaml + "? [\(separator)*l29]\n: y\n? [\(separator)*l29, z]\n: y\n"
  }

  private static func people(_ entries: String) -> String { "case: x\npeople:\n\(entries)" }

  private static func filled(_ pattern: String) -> String {
    String(repeating: pattern, count: size / pattern.utf8.count)
  }

  /// The worst that is known for each part of the format, of about the same length.
  private static let worst: [(String, String)] = {
    let breaks = [" ", "\t", "\n ", "\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{FEFF}"]
    var all = breaks.map { ("aliases after \(Array($0.utf8))", bomb($0)) }
    all += [
      ("sequences", people(filled("["))), ("nested", people(filled("- "))),
      ("keys of keys", filled("? ")), ("maps", people(filled("{a: "))),
      ("many keys", (0..<20_000).map { "k\($0): 1\n" }.joined()),
      ("one key", filled("case: x\n")),
      ("long name", people("  - {name: \"\(filled("Щ"))\"}\n")),
      ("many words", people("  - {name: \"\(filled("Ab "))\"}\n")),
      ("hyphens", people("  - {name: \"\(filled("Ахмед-"))Ли\"}\n")),
      ("long pseudonym", people("  - {name: Bo Li, pseudonym: \"\(filled("Щ"))\"}\n")),
      ("many aliases", people("  - {name: Bo Li, aliases: [\(filled("Щощ, "))x]}\n")),
      ("no end", people("  - {name: \"\(filled("a"))")), ("anchors", filled("&a ")),
      ("tags", filled("!!a ")), ("comments", filled("#\n")), ("escapes", "\"\(filled("\\n"))\""),
      ("spaces", people(filled(" "))), ("breaks", people(filled("\u{2028}"))),
    ]
    return all
  }()

  @Test(arguments: worst.indices)
  func takesNoLongerThanAnOrdinaryFile(_ index: Int) throws {
    let (name, yaml) = Self.worst[index]
    let bytes = Array(yaml.utf8)
    let before = Self.memory()
    let ordinary = Self.seconds { _ = try? PeopleFile(yaml: Self.ordinary, file: "o") }
    var problem: PolicyError?
    let people = Self.seconds {
      do throws(PolicyError) { _ = try PeopleFile(yaml: bytes, file: "p") } catch {
        problem = error
      }
    }
    let policy = Self.seconds { _ = try? Policy(yaml: bytes, file: "p") }
    #expect(problem != nil, "\(name)")
    #expect(people <= 3 * ordinary && policy <= 3 * ordinary, "\(name): \(people), \(policy)")
    // Others run beside this test, so that the bound is a loose one.
    #expect(Self.memory() - before < 400_000_000, "\(name)")
  }

  @Test func theOrdinaryFileIsRead() throws {
    #expect(try PeopleFile(yaml: Self.ordinary, file: "o").people.count > 2_000)
  }

  /// Initials of somebody who is listed, over and over: twice the text, about twice the time.
  @Test(arguments: ["N. ", "N ", "N-", "Nikolai N. ", "B. N. "])
  func initialsTakeLinearTime(_ pattern: String) throws {
    let file = try PeopleFile(
      yaml: "people:\n  - {id: p-1, name: Nikolai Brandt, gender: m}\n", file: "p")
    let pipeline = Pipeline(rulesUnder: Policy.shipped(named: "press")!, people: file)
    func time(_ count: Int) -> Double {
      let text = Testimony(
        id: "t", text: String(repeating: pattern, count: count), language: .english)
      return Self.seconds { _ = pipeline.plan([text]) }
    }
    _ = time(100)
    let (once, fourfold) = (time(2_000), time(8_000))
    #expect(fourfold < 8 * once, "\(once), \(fourfold)")
  }
}
